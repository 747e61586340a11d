"""Makes the workbooks of this folder, with the programs that people have. For maintainers; the tests only read them.

    apt-get install libreoffice-calc-nogui
    pip install openpyxl xlsxwriter
    python3 tests/workbooks/make.py
"""

import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent
REFUND = "单位名称,信用代码,单位类型,企业规模,按规定缴费,列为严重失信,参保满一年,年初参保人数,年末参保人数,自然减员人数,失业保险费总额".split(",")
DATES = ["单位名称", "registeredOn", "paidAsRequired"]


def firm(name, start=100, end=97, natural=1, paid=12300, code="00913101"):
    return [name, code, "企业", "小型", "是", "否", "是", start, end, natural, paid]


def expect(name, rows):
    """What the register says, as the text that fields would be given."""
    with open(HERE / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def save(book, name):
    book.save(HERE / f"{name}.xlsx")


def by_openpyxl(name, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    save(book, name)


def by_libreoffice(source, target, kind="xlsx"):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", folder, str(source)], check=True, capture_output=True)
        shutil.copy(next(pathlib.Path(folder).iterdir()), HERE / target)


def changed(source, target, change):
    """A copy of a workbook with the text of its parts changed."""
    with zipfile.ZipFile(HERE / source) as old, zipfile.ZipFile(HERE / target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            text = change(item, old.read(item))
            if text is not None:
                new.writestr(item, text)


# A title over merged cells, blank lines, numbers as text, full-width digits, a short row.
book = openpyxl.Workbook()
sheet = book.active
sheet["A1"] = "某街道稳岗返还名册（2024年度）"
sheet.merge_cells("A1:K1")
sheet["A2"] = "填报日期：2024-05-06"
for place, row in enumerate([REFUND, firm("甲", "100", "９７", " 1 ", "１２，３００"), [], firm("乙", paid="1.23万元")[:11], firm("丙")[:8]]):
    for column, value in enumerate(row, 1):
        sheet.cell(4 + place, column, value)
save(book, "title")
expect("title", [REFUND, firm("甲", "100", "９７", " 1 ", "１２，３００"), [], firm("乙", paid="1.23万元"), firm("丙")[:8]])

# A heading of two rows: 参保人数 over 年初 and 年末, the others merged downwards.
book = openpyxl.Workbook()
sheet = book.active
for column, name in enumerate(REFUND, 1):
    sheet.cell(1, column, name)
    if column not in (8, 9):
        sheet.merge_cells(start_row=1, end_row=2, start_column=column, end_column=column)
sheet["H1"], sheet["I1"] = "参保人数", None
sheet["H2"], sheet["I2"] = "年初", "年末"
sheet.merge_cells("H1:I1")
sheet.append(firm("甲"))
sheet.append(firm("乙", 200, 150))
save(book, "two-rows")
expect("two-rows", [REFUND, firm("甲"), firm("乙", 200, 150)])

# Hidden columns and rows, a filter, frozen panes, colours.
book = xlsxwriter.Workbook(HERE / "hidden.xlsx")
sheet = book.add_worksheet("名册")
bold, money = book.add_format({"bold": True, "bg_color": "#DDEBF7"}), book.add_format({"num_format": '"￥"#,##0.00'})
sheet.write_row(0, 0, REFUND, bold)
for row in range(1, 6):
    sheet.write_row(row, 0, firm(f"第{row}家", 100 + row))
    sheet.write_number(row, 10, 12300.5 + row / 100, money)
sheet.set_column("B:B", None, None, {"hidden": True})
sheet.set_column("L:XFD", None, None, {"hidden": True})
sheet.set_row(3, None, None, {"hidden": True})
sheet.autofilter("A1:K6")
sheet.freeze_panes(1, 1)
book.close()
expect("hidden", [REFUND] + [firm(f"第{row}家", 100 + row, paid=round(12300.5 + row / 100, 2)) for row in range(1, 6)])

# Several sheets: how to fill in first, a hidden copy of last year, the register last.
book = openpyxl.Workbook()
book.active.title = "填表说明"
book.active.append(["项目", "说明"])
book.active.append(["年末参保人数", "以社保系统为准"])
old = book.create_sheet("去年")
old.sheet_state = "hidden"
for row in [REFUND, firm("旧")]:
    old.append(row)
sheet = book.create_sheet("名册 & 结果")
for row in [REFUND, firm("甲"), firm("乙", end=80)]:
    sheet.append(row)
save(book, "sheets")
expect("sheets", [REFUND, firm("甲"), firm("乙", end=80)])

# Formulas with their results, as LibreOffice saves them; one fails.
book = openpyxl.Workbook()
sheet = book.active
for row in [REFUND, firm("甲", end="=90+7", paid="=41*300"), firm("乙", natural="=1/0"), firm('=CONCATENATE("丙","公司")')]:
    sheet.append(row)
save(book, "not-computed")
by_libreoffice(HERE / "not-computed.xlsx", "formulas.xlsx")

# Percentages as numbers and as text.
RATES = ["单位", "localRate"]
book = openpyxl.Workbook()
sheet = book.active
for row in [RATES, ["甲", 0.6], ["乙", "60%"], ["丙", 0.055], ["丁", 0.07], ["戊", "５.5％"]]:
    sheet.append(row)
sheet["B2"].number_format, sheet["B4"].number_format, sheet["B5"].number_format = "0%", "0.00%", "General"
save(book, "percentages")
expect("percentages", [RATES, ["甲", "60%"], ["乙", "60%"], ["丙", "5.5%"], ["丁", "0.07"], ["戊", "５.5％"]])

# Days of all kinds, in the calendars of 1900 and of 1904.
day = datetime.date(2020, 3, 15)
for name, epoch in [("dates", None), ("dates-1904", CALENDAR_MAC_1904)]:
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    written = ["yyyy/m/d", 'yyyy"年"m"月"d"日"', "[$-804]yyyy\\-mm\\-dd;@", "mm-dd-yy"]
    texts = ["2020/3/15", "2020年3月15日", "20200315", "2020.3.15"]
    sheet.append(DATES)
    for place, code in enumerate(written):
        sheet.append([f"格式{place}", day, True])
        sheet.cell(sheet.max_row, 2).number_format = code
    for text in texts:
        sheet.append([text, text, "√"])
    sheet.append(["数", 20200315, "是"])
    sheet.append(["时刻", datetime.datetime(2020, 3, 15, 8, 30), "是"])
    save(book, name)
    expect(name, [DATES] + [[f"格式{place}", "2020-03-15", "TRUE"] for place in range(4)] + [[text, text, "√"] for text in texts]
           + [["数", "20200315", "是"], ["时刻", "2020-03-15 08:30:00", "是"]])

# Numbers as spreadsheets save them: digits of binary floats, identity numbers as text and as numbers, units in formats.
book = openpyxl.Workbook()
sheet = book.active
for row in [REFUND, firm("310101199001011234", paid=12345.67, code="001"), firm("乙", paid=1.23), firm("丙", paid=4.35), firm("丁", paid=0.1 + 0.2)]:
    sheet.append(row)
sheet["K3"].number_format = '0.00"万元"'
save(book, "numbers")
changed("numbers.xlsx", "numbers.xlsx.new", lambda _, text: text.replace(b"<v>4.35</v>", b"<v>4.3499999999999996</v>"))
(HERE / "numbers.xlsx.new").rename(HERE / "numbers.xlsx")
expect("numbers", [REFUND, firm("310101199001011234", paid="12345.67", code="001"), firm("乙", paid="1.23万元"), firm("丙", paid="4.35"), firm("丁", paid="0.3")])

book = openpyxl.Workbook()
for row in [REFUND, firm(310101199001011234), firm("乙", paid=310101199001011234), firm("丙", paid=1.5)]:
    book.active.append(row)
book.active["K4"].number_format = '0\\.0,"万元"'
save(book, "lost-digits")

# Texts in the sheet itself, rich texts, line breaks, texts that look like formulas, signs that XML has for itself.
book = xlsxwriter.Workbook(HERE / "texts.xlsx", {"constant_memory": True})
sheet, red = book.add_worksheet(), book.add_format({"color": "red"})
sheet.write_row(0, 0, REFUND)
for row, name in enumerate(["<甲> & “乙”", "两\n行", " 前后有空格 ", "_x000D_"], 1):
    sheet.write_row(row, 0, firm(name))
for column, value in enumerate(firm("")):
    if column:
        sheet.write(5, column, value)
    else:
        sheet.write_rich_string(5, 0, "粗", red, "红", "字")
for column, value in enumerate(firm("=1+1")):
    sheet.write_string(6, column, str(value))
book.close()
expect("texts", [REFUND] + [firm(name) for name in ["<甲> & “乙”", "两\n行", " 前后有空格 ", "_x000D_", "粗红字", "=1+1"]])

# A register that began as CSV, saved by LibreOffice, not at the edge of its sheet, with gaps.
book = openpyxl.Workbook()
sheet = book.active
for place, row in enumerate([REFUND, firm("甲"), None, firm("乙")]):
    for column, value in enumerate(row or []):
        sheet.cell(3 + place, 3 + column, value)
save(book, "apart")
by_libreoffice(HERE / "apart.xlsx", "apart.xlsx")
expect("apart", [["", ""] + REFUND, ["", ""] + firm("甲"), [], ["", ""] + firm("乙")])

# Elements with a prefix, as some programs write them.
by_openpyxl("prefixed", [REFUND, firm("甲"), firm("乙")])


def prefixed(name, text):
    if not name.startswith("xl/worksheets/"):
        return text
    text = re.sub(rb"<(/?)([a-zA-Z])", rb"<\1x:\2", text)
    return text.replace(b'xmlns="', b'xmlns:x="')


changed("prefixed.xlsx", "prefixed.xlsx.new", prefixed)
(HERE / "prefixed.xlsx.new").rename(HERE / "prefixed.xlsx")
expect("prefixed", [REFUND, firm("甲"), firm("乙")])

# What is refused.
by_libreoffice(HERE / "prefixed.xlsx", "old.xls", "xls")
by_libreoffice(HERE / "prefixed.xlsx", "other.ods", "ods")
(HERE / "password.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(96))
with zipfile.ZipFile(HERE / "no-workbook.xlsx", "w") as archive:
    archive.writestr("readme.txt", "no workbook")
changed("title.xlsx", "bomb.xlsx", lambda name, text: bytes(1 << 25) if name == "xl/styles.xml" else text)
changed("title.xlsx", "broken-xml.xlsx", lambda name, text: text[: len(text) // 2] if "sheet1" in name else text)
changed("title.xlsx", "no-sheet.xlsx", lambda name, text: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", text) if name == "xl/workbook.xml" else text)
whole = (HERE / "title.xlsx").read_bytes()
(HERE / "cut-off.xlsx").write_bytes(whole[: len(whole) // 2])
at = whole.index(b"xl/worksheets/sheet1.xml") + 60
(HERE / "flipped.xlsx").write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
