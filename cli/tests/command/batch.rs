//! `batch`: registers as clerks have them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use encoding_rs::GB18030;

use super::{folder, json, text, wengang};

const REFUND: &str = "shanghai-2024-stabilisation-refund";
const IDS: &str = "employerKind,enterpriseSize,paidAsRequired,seriouslyDishonest,insuredFullYear,\
                   insuredAtStart,insuredAtEnd,naturalAttrition,premiumsPaid";
const GOOD: &str = "enterprise,small,true,false,true,100,97,1,12300.00";

/// A register, and what becomes of it.
struct Run {
    output: Output,
    /// The results; none where there is no file.
    written: Option<Vec<u8>>,
}

impl Run {
    fn code(&self) -> Option<i32> {
        self.output.status.code()
    }

    /// All that was said.
    fn words(&self) -> String {
        format!("{}{}", text(&self.output.stdout), text(&self.output.stderr))
    }

    fn result(&self) -> &str {
        text(self.written.as_deref().unwrap_or_else(|| panic!("{}", self.words())))
    }

    /// The cells under a heading. No cell of these tests has a separator in it but where it is looked at itself.
    fn column(&self, heading: &str) -> Vec<&str> {
        let result = self.result().trim_start_matches('\u{feff}');
        let separator = [',', '\t', ';'].into_iter().max_by_key(|one| result.matches(*one).count());
        let mut rows = result.lines().map(|line| line.split(separator.unwrap()));
        let place = rows.next().unwrap().position(|name| name == heading);
        let place = place.unwrap_or_else(|| panic!("no {heading} in {result}"));
        rows.map(|mut cells| cells.nth(place).unwrap_or_default()).collect()
    }
}

fn run_with(name: &str, register: impl AsRef<[u8]>, options: &[&str]) -> Run {
    let folder = folder(&format!("batch-{name}"));
    let (input, result) = (folder.join("register.csv"), folder.join("results.csv"));
    fs::write(&input, register).unwrap();
    let output = batch(&input, &result, options);
    Run { output, written: fs::read(result).ok() }
}

fn run(name: &str, register: impl AsRef<[u8]>) -> Run {
    run_with(name, register, &["--locale", "en"])
}

fn batch(input: &Path, output: &Path, options: &[&str]) -> Output {
    let paths = [input.to_str().unwrap(), "-o", output.to_str().unwrap()];
    wengang(&[&["batch", REFUND], &paths[..], options].concat(), "")
}

fn lines(rows: &[&str]) -> String {
    rows.iter().flat_map(|row| [row, "\n"]).collect()
}

#[test]
fn a_bad_row_leaves_the_others() {
    let run = run(
        "bad-row",
        "employerKind,paidAsRequired,seriouslyDishonest,insuredFullYear,insuredAtStart,\
         insuredAtEnd,naturalAttrition,premiumsPaid\n\
         lawFirm,是,否,true,100,97,1,\"１２，３００\"\n\
         lawFirm,是,否,true,100,-97,1,12300\n\
         lawFirm,否,否,,,,,\n",
    );
    assert_eq!(run.code(), Some(0));
    assert!(run.words().contains("3 rows, 1 of them with problems"), "{}", run.words());
    let lines: Vec<_> = run.result().lines().collect();
    assert!(lines[0].ends_with(
        ",eligibility,amount,baseHeadcount,layoffRate,layoffRateLimit,refundRate,missing,problems"
    ));
    assert!(lines[1].ends_with(",eligible,7380.00,100,0.02,0.055,0.6,,"), "{}", lines[1]);
    assert!(lines[2].contains("allowed: 0 to 100,000,000 people"), "{}", lines[2]);
    assert!(lines[3].contains(",ineligible,0.00,"), "{}", lines[3]);
}

#[test]
fn a_register_as_data() {
    let register = "insuredAtEnd,单位名称\n1,甲\n\n-1,乙\n";
    let run = run_with("data", register, &["--json"]);
    assert!(run.output.stderr.is_empty(), "{}", run.words());
    let data = json(&run.output);
    assert_eq!((&data["rows"], &data["bad"], &data["blank"]), (&2.into(), &1.into(), &1.into()));
    assert_eq!(data["incomplete"], 1);
    assert_eq!(data["unused"], serde_json::json!(["单位名称"]));
    assert_eq!(data["absent"][0], serde_json::json!({ "field": "employerKind", "rows": 1 }));
    assert_eq!(data["encoding"], "UTF-8");
}

#[test]
fn a_short_row_misses_answers_and_a_long_one_is_told() {
    let short = "enterprise,small,true,false,true,100,97,1";
    let long = format!("{GOOD},,stray,");
    let run = run("ragged", lines(&[IDS, GOOD, short, &long, &format!("{GOOD},,"), GOOD]));
    assert_eq!(run.code(), Some(0));
    assert_eq!(run.column("amount"), ["7380.00", "", "", "7380.00", "7380.00"]);
    assert_eq!(run.column("missing")[1], "premiumsPaid");
    let words = "the row has 12 cells, the heading 9; too many: “stray”";
    assert!(run.result().contains(words), "{}", run.result());
}

#[test]
fn one_short_row_among_a_hundred_thousand() {
    let mut register = lines(&[IDS]);
    for row in 0..100_001 {
        register += if row == 60_000 { "enterprise,small,true\n" } else { GOOD };
        register.push('\n');
    }
    let run = run("many-rows", register);
    let amounts = run.column("amount");
    assert_eq!(amounts.iter().filter(|amount| **amount == "7380.00").count(), 100_000);
    assert!(run.words().contains("100001 rows, 0 of them"), "{}", run.words());
}

#[test]
fn blank_rows_are_no_rows_and_keep_their_place() {
    let run = run("blank", lines(&["", IDS, GOOD, ",,,,,,,,", "", " ,\u{3000},", GOOD, ",,"]));
    assert!(run.words().starts_with("2 rows, 0 of them"), "{}", run.words());
    assert!(run.words().contains("4 blank rows"), "{}", run.words());
    assert_eq!(run.column("eligibility"), ["eligible", "", "", "", "eligible", ""]);
}

#[test]
fn line_ends_of_every_kind_and_line_breaks_in_cells() {
    for (name, end) in [("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r")] {
        let heading = format!("单位名称,{IDS}");
        let register =
            [&heading, &format!("\"一\r\n二, \"\"三\"\"\",{GOOD}"), &format!("四,{GOOD}")]
                .map(|row| row.to_owned() + end)
                .concat();
        let run = run(name, register);
        assert_eq!(run.code(), Some(0), "{}", run.words());
        assert!(run.words().starts_with("2 rows"), "{}", run.words());
        assert!(
            run.result().contains("\n\"一\r\n二, \"\"三\"\"\",enterprise,"),
            "{}",
            run.result()
        );
        assert!(run.result().contains("\n四,enterprise,"), "{}", run.result());
        assert_eq!(run.result().matches("7380.00").count(), 2);
    }
}

/// A register with Chinese in it, saved in every way that spreadsheets and editors have.
fn saved_in_every_way(register: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf_16 = |bytes_of: fn(u16) -> [u8; 2]| register.encode_utf16().flat_map(bytes_of);
    let little: Vec<u8> = utf_16(u16::to_le_bytes).collect();
    let big: Vec<u8> = utf_16(u16::to_be_bytes).collect();
    vec![
        ("utf-8", register.into()),
        ("utf-8-marked", [b"\xef\xbb\xbf", register.as_bytes()].concat()),
        ("gb-18030", GB18030.encode(register).0.into_owned()),
        ("utf-16-le-marked", [b"\xff\xfe", &little[..]].concat()),
        ("utf-16-be-marked", [b"\xfe\xff", &big[..]].concat()),
        ("utf-16-le", little),
        ("utf-16-be", big),
    ]
}

#[test]
fn a_register_reads_alike_however_it_was_saved() {
    let good = format!("稳岗，𠮷公司,{}", GOOD.replace("true", "是").replace("false", "否"));
    let register = lines(&[&format!("单位名称,{IDS}"), &good]);
    for (name, bytes) in saved_in_every_way(&register) {
        let run = run(name, bytes);
        assert_eq!(run.column("amount"), ["7380.00"], "{name}: {}", run.words());
        assert_eq!(run.column("problems"), [""], "{name}");
        let result = run.result();
        assert!(result.contains("稳岗，𠮷公司,enterprise,small,是,否,是,"), "{name}: {result}");
        // What a spreadsheet could open, it can open again.
        assert_eq!(result.starts_with('\u{feff}'), name != "utf-8", "{name}");
    }
}

#[test]
fn the_byte_order_mark_can_be_asked_for_or_not() {
    let register = lines(&[&format!("单位名称,{IDS}"), &format!("甲,{GOOD}")]);
    assert!(run_with("mark", &register, &["--bom"]).result().starts_with('\u{feff}'));
    let marked = format!("\u{feff}{register}");
    assert!(run_with("no-mark", marked, &["--no-bom"]).result().starts_with("单位名称,"));
    // A file of ASCII opens in any spreadsheet, and so must its results, with the Chinese in them.
    let plain = run_with("ascii", lines(&[IDS, &GOOD.replace("97", "97.5")]), &[]);
    assert!(plain.result().starts_with('\u{feff}'));
    assert!(plain.result().contains("应填整数"), "{}", plain.result());
    let both = run_with("both-marks", register, &["--bom", "--no-bom"]);
    assert_eq!(both.code(), Some(2));
}

#[test]
fn what_is_no_text_is_refused_and_named() {
    let mut broken = lines(&[&format!("单位名称,{IDS}"), &format!("甲,{GOOD}")]).into_bytes();
    broken.extend_from_slice(b"\xff\xff,x\n");
    for (name, register, words) in [
        ("broken-text", broken, "line 3 is not UTF-8, and line 2 is not GB 18030"),
        (
            "broken-line",
            [lines(&[IDS, GOOD]).as_bytes(), b"\xff\xff,x\n"].concat(),
            "line 3 is not UTF-8, and line 3 is not GB 18030",
        ),
        ("half-utf-16", b"\xff\xfea".to_vec(), "not UTF-16LE"),
        ("workbook", b"PK\x03\x04\x14\x00\x06\x00".to_vec(), "save it as CSV"),
        ("old-workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "save it as CSV"),
        (
            "open-quotation",
            lines(&[IDS, GOOD, &format!("\"{GOOD}"), GOOD]).into(),
            "the quotation mark at line 3 is never closed",
        ),
        ("endless-line", "x".repeat(3 << 20).into(), "line 1 is longer than 1 MB"),
        ("endless-cells", (lines(&[IDS, GOOD]) + &",".repeat(3 << 20)).into(), "line 3 is longer"),
    ] {
        let run = run(name, register);
        assert_eq!(run.code(), Some(2), "{name}: {}", run.words());
        assert!(run.words().contains(words), "{name}: {}", run.words());
        assert!(run.written.is_none(), "{name}");
    }
}

#[test]
fn separators_are_recognised_and_kept() {
    for (name, separator) in [("comma", ","), ("tab", "\t"), ("semicolon", ";")] {
        let register = lines(&[&format!("单位名称,{IDS}"), &format!("名,{GOOD}")]);
        let run = run(name, register.replace(',', separator));
        assert_eq!(run.column("amount"), ["7380.00"], "{name}: {}", run.words());
        let heading = run.result().lines().next().unwrap();
        assert!(heading.ends_with(&["refundRate", "missing", "problems"].join(separator)));
    }
    // A line for spreadsheets alone.
    for (name, line) in [("excel", "sep=;\r\n"), ("excel-cells", "SEP=;;;\n")] {
        let run = run(name, format!("{line}{}", lines(&[IDS, GOOD]).replace(',', ";")));
        assert_eq!(run.column("amount"), ["7380.00"], "{name}: {}", run.words());
    }
    // A comma in a heading does not make a table with tabs one with commas.
    let run = run("one-tab", "序号，地址, 电话\tinsuredAtEnd\n一, 二\t97\n");
    assert_eq!(run.column("序号，地址, 电话"), ["一, 二"]);
}

#[test]
fn headings_may_be_ids_names_or_labels_of_either_language() {
    for (name, heading) in [
        (
            "labels",
            "贵单位是哪一类？,企业划型,2023年度是否依法参加失业保险并按规定缴费？,是否被列为严重失信,\
             2023年参保缴费时间是否满一年,2022年12月失业保险参保人数,２０２３年12月失业保险参保人数,\
             2023年自然减员人数,2023年度单位和职工实际缴纳的失业保险费总额（元）",
        ),
        (
            "names",
            "单位类型*,企业规模,按规定缴费（必填）,列为严重失信(是/否), 参保满一年 ,年初参保人数[人],\
             年末参保人数（单位：人）,自然减员人数：,失业保险费总额（元）",
        ),
        (
            "english",
            "What kind of employer are you?,size class of the enterprise,Paid_as_required,\
             SERIOUSLY DISHONEST,insured-full-year,People insured in December 2022,\
             People insured in December 2023 (people),Natural attrition in 2023,premiumsPaid (yuan)",
        ),
    ] {
        let run = run(name, lines(&[heading, GOOD]));
        assert_eq!(run.code(), Some(0), "{name}: {}", run.words());
        assert_eq!(run.column("amount"), ["7380.00"], "{name}: {}", run.result());
        assert!(!run.words().contains("not used"), "{name}: {}", run.words());
    }
}

#[test]
fn a_unit_in_the_heading_counts() {
    let heading = IDS.replace("premiumsPaid", "失业保险费总额（万元）");
    let rows = ["1.23", "12300元", "1.23万元", "1.23 "].map(|paid| GOOD.replace("12300.00", paid));
    let run = run("unit", lines(&[&heading, &rows[0], &rows[1], &rows[2], &rows[3]]));
    assert_eq!(run.column("amount"), ["7380.00"; 4], "{}", run.result());
    for heading in ["失业保险费总额（美元）", "失业保险费总额（2023）", "参保满一年（月）"]
    {
        let ids = IDS.replace("premiumsPaid", heading);
        let ids =
            if heading.starts_with('参') { IDS.replace("insuredFullYear", heading) } else { ids };
        let run = self::run("wrong-unit", lines(&[&ids, GOOD]));
        assert_eq!(run.code(), Some(1), "{heading}: {}", run.words());
        assert!(run.words().contains(heading), "{}", run.words());
    }
}

#[test]
fn cells_are_read_as_people_write_them() {
    let run = run(
        "cells",
        lines(&[
            IDS,
            "企业,小型,TRUE,FALSE,√,100人,97,１,\"￥12,300.00元\"",
            "enterprise,Small,是,否,1,100,97名,1,1.23万",
            "律师事务所,,Y,N,有,100,97.0,1,12300",
            "企业,小型,或许,否,是,100,97,1,12300",
        ]),
    );
    let amounts = run.result().lines().skip(1).map(|line| line.contains(",eligible,7380.00,"));
    assert_eq!(amounts.collect::<Vec<_>>(), [true, true, true, false], "{}", run.result());
    assert!(run.result().contains("或许"), "{}", run.result());
    assert!(run.result().contains("paidAsRequired: "), "{}", run.result());
}

#[test]
fn other_columns_stay_and_are_named() {
    let run = run(
        "other-columns",
        lines(&[
            &format!("单位名称,信用代码,备注,{IDS},备注,"),
            &format!("甲公司,00913101,\" a, \"\"b\"\"\",{GOOD},二,x"),
        ]),
    );
    assert_eq!(run.code(), Some(0), "{}", run.words());
    assert!(
        run.result()
            .contains(&format!("\n甲公司,00913101,\" a, \"\"b\"\"\",{GOOD},二,x,eligible,"))
    );
    let words = run.words();
    assert!(
        words.contains(
            "4 columns are not used and kept as they are: 单位名称, 信用代码, 备注, 备注"
        ),
        "{words}"
    );
}

#[test]
fn problems_call_a_field_as_its_heading_does() {
    let run = run_with("called", "年末参保人数,单位名称\n9.5,甲\n9,乙\n", &[]);
    assert!(run.column("problems")[0].starts_with("年末参保人数: "), "{}", run.result());
    let named = self::run_with("called-missing", lines(&["年末参保人数,单位类型", "9,"]), &[]);
    assert!(named.column("missing")[0].starts_with("单位类型、"), "{}", named.result());
    assert!(
        named.words().contains("缺少一列“2023年自然减员人数”（naturalAttrition）：1 行要用"),
        "{}",
        named.words()
    );
}

#[test]
fn mistakes_in_the_heading_stop_the_run() {
    for (name, register, words) in [
        ("misspelt", lines(&[&IDS.replace("AtEnd", "AtEd"), GOOD]), "did you mean “insuredAtEnd”?"),
        (
            "misspelt-label",
            "年末参保人员,单位类型\n1,企业\n".into(),
            "did you mean “年末参保人数”?",
        ),
        ("twice", lines(&["insuredAtEnd,insuredAtEnd", "1,2"]), "same field as “insuredAtEnd”"),
        (
            "twice-called",
            lines(&["insuredAtEnd,年末参保人数", "1,2"]),
            "same field as “insuredAtEnd”",
        ),
        ("unknown", "noSuchField\n1\n".into(), "no heading is a field of this policy"),
        ("no-heading", lines(&[GOOD, GOOD]), "no heading is a field of this policy"),
        ("only-misspelt", "insuredAtEd\n".into(), "did you mean “insuredAtEnd”?"),
        ("taken", lines(&[&format!("amount,{IDS}"), &format!("5,{GOOD}")]), "rename or remove it"),
        ("empty", String::new(), "there is no row to work on"),
        ("spaces", "\n \n,,\n".into(), "there is no row to work on"),
        ("heading-only", lines(&[IDS]), "there is no row to work on"),
        ("blank-only", lines(&[IDS, ",,,", ""]), "there is no row to work on"),
    ] {
        let run = run(name, register);
        assert_eq!(run.code(), Some(1), "{name}: {}", run.words());
        assert!(run.words().contains(words), "{name}: {}", run.words());
        assert!(run.written.is_none(), "{name}");
    }
    let data = run_with("unknown-data", "noSuchField\n1\n", &["--json"]);
    assert_eq!(json(&data.output)["problems"][0]["code"], "unknown-field");
}

#[test]
fn a_column_nearly_called_like_a_field_is_another_where_the_field_is_there() {
    let run = run("nearly", lines(&[&format!("insuredAtEnds,{IDS}"), &format!("5,{GOOD}")]));
    assert_eq!(run.column("amount"), ["7380.00"]);
    assert!(run.words().contains("kept as they are: insuredAtEnds"), "{}", run.words());
}

#[test]
fn results_of_an_earlier_run_are_replaced() {
    let register = lines(&[&format!("单位名称,{IDS}"), &format!("甲,{GOOD}")]);
    let first = run("earlier", register);
    let amended = first.result().replace(",97,", ",90,");
    let second = run("again", &amended);
    assert_eq!(second.column("eligibility"), ["ineligible"]);
    assert!(second.words().contains("the run before are replaced"), "{}", second.words());
    assert_eq!(second.result().lines().next(), first.result().lines().next());
    // Not where they are another policy's, or a column of the register only happens to be called so.
    let foreign = first.result().replace("layoffRateLimit", "otherPolicysValue");
    assert_eq!(run("foreign", foreign).code(), Some(1));
}

#[test]
fn cells_that_look_like_formulas() {
    let heading = format!("单位名称,{IDS}");
    let rows = ["=HYPERLINK(1)", "+86 138", "-5", "@x", "－甲", "甲=乙"]
        .map(|cell| format!("{cell},{GOOD}"));
    let mut register = lines(&[&heading]);
    register.extend(rows.iter().map(|row| format!("{row}\n")));
    // What comes in goes out, unless asked otherwise.
    let plain = run("formulas", &register);
    assert_eq!(plain.column("单位名称"), ["=HYPERLINK(1)", "+86 138", "-5", "@x", "－甲", "甲=乙"]);
    let guarded = run_with("guarded", &register, &["--guard-formulas"]);
    assert_eq!(
        guarded.column("单位名称"),
        ["'=HYPERLINK(1)", "'+86 138", "-5", "'@x", "'－甲", "甲=乙"]
    );
}

#[test]
fn results_on_standard_output_leave_it_to_them() {
    let register = lines(&[IDS, GOOD]);
    let output = wengang(&["batch", REFUND, "-", "-o", "-", "--locale", "en"], &register);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(text(&output.stdout).lines().count(), 2);
    assert!(text(&output.stdout).contains(",eligible,7380.00,"));
    assert!(text(&output.stderr).starts_with("1 rows"), "{output:?}");
    let output = wengang(&["batch", REFUND, "-", "-o", "-", "--json"], "x\n1\n");
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).contains("unknown-field"));
}

#[test]
fn a_zero_in_a_cell_spoils_its_row_only() {
    let run = run("zeros", lines(&[IDS, &GOOD.replace("97", "9\u{0}7"), GOOD]));
    assert_eq!(run.column("amount"), ["", "7380.00"], "{}", run.words());
    assert!(run.words().starts_with("2 rows, 1 of them"), "{}", run.words());
}

fn path(folder: &Path, name: &str) -> PathBuf {
    folder.join(name)
}

#[test]
fn the_register_may_be_the_result() {
    let folder = folder("batch-in-place");
    let register = lines(&[&format!("单位名称,{IDS}"), &format!("甲,{GOOD}")]);
    let expected = run("beside", &register).written;
    let file = path(&folder, "firms.csv");
    let other_spelling = folder.join("..").join(folder.file_name().unwrap()).join("firms.csv");
    for output in [&file, &other_spelling] {
        fs::write(&file, &register).unwrap();
        assert!(batch(&file, output, &[]).status.success());
        assert_eq!(fs::read(&file).ok(), expected);
    }
    #[cfg(unix)]
    {
        let link = path(&folder, "link.csv");
        std::os::unix::fs::symlink("firms.csv", &link).unwrap();
        fs::write(&file, &register).unwrap();
        assert!(batch(&file, &link, &[]).status.success());
        assert_eq!(fs::read(&file).ok(), expected);
        assert!(link.is_symlink(), "the link stays");
        // Of two names of one file, the other keeps what was there.
        let twin = path(&folder, "twin.csv");
        fs::write(&file, &register).unwrap();
        fs::hard_link(&file, &twin).unwrap();
        assert!(batch(&file, &twin, &[]).status.success());
        assert_eq!(fs::read(&twin).ok(), expected);
        assert_eq!(fs::read_to_string(&file).unwrap(), register);
    }
}
