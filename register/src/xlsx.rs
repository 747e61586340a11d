//! Results as a workbook: the register's own with columns added to its sheet, or a new one; beside it a sheet with the rules of
//! the policy and one with what is wrong in which cell. The sheet goes from the one workbook to the other row by row.

use std::io::{self, Write};

use wengang::{Eligibility, Kind, Locale, Plain};

use crate::outline::{Outline, Shown, ValueOutline};
use crate::register::{Origin, Register, SheetOrigin};
use crate::rows::{Piece, Place, Rows};
use crate::task::{Chunk, Done, RowResult, Task};
use crate::unreadable::Unreadable;
use crate::workbook::{Cells, Content, Open, Zip, cell_name, is_exact, parts};

/// So many rows are listed in the sheet of errors.
const MOST_ERRORS: usize = 10_000;

/// No sheet has more rows or columns.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// How results stand in a sheet. Workers share it.
pub struct Xlsx {
    outline: Outline,
    /// The column of the first result.
    first: usize,
    styles: Styles,
    /// The number of the last row of the heading.
    heading_row: usize,
    /// Whether the rows of the register's own workbook are kept.
    is_kept: bool,
}

/// The styles of cells, by their numbers.
#[derive(Clone, Copy, Default)]
struct Styles {
    money: Option<usize>,
    percentage: Option<usize>,
    heading: Option<usize>,
}

/// Rows as they are written.
pub struct SheetRows {
    bytes: Vec<u8>,
    errors: Vec<[String; 5]>,
    /// The number of the last row.
    last: usize,
}

/// A workbook that is being written.
pub struct XlsxWriter<W> {
    zip: Zip<W>,
    sheet: Open,
    errors: Vec<[String; 5]>,
    /// Faults that are not listed.
    more: usize,
}

impl Xlsx {
    /// For a register that was opened with its bytes kept.
    pub fn new(task: &Task<'_>, register: &Register) -> Xlsx {
        let outline = Outline::new(task.policy, task.locale);
        let (_, heading_row) = register.heading_rows;
        match &register.origin {
            Origin::Sheet(origin) => {
                let own = origin.workbook.styles_count();
                Xlsx {
                    outline,
                    first: origin.results_at(&register.heading),
                    styles: Styles {
                        money: own,
                        percentage: own.map(|own| own + 1),
                        heading: None,
                    },
                    heading_row,
                    is_kept: true,
                }
            }
            Origin::Text { .. } => Xlsx {
                outline,
                first: register.heading.kept().len(),
                styles: Styles { money: Some(1), percentage: Some(2), heading: Some(3) },
                heading_row,
                is_kept: false,
            },
        }
    }

    /// Begins the workbook.
    ///
    /// # Errors
    /// Where the register's own workbook cannot be read, or the new one not be written.
    pub fn begin<W: Write>(
        &self,
        to: W,
        task: &Task<'_>,
        register: &Register,
    ) -> Result<XlsxWriter<W>, Unreadable> {
        if self.first + self.outline.headings(task.locale).len() > MOST_COLUMNS {
            let words = "工作表最多 16,384 列，请改存为 CSV / a sheet has at most 16,384 columns; write CSV";
            return Err(io::Error::other(words).into());
        }
        let mut zip = Zip::new(to);
        let sheet = match &register.origin {
            Origin::Sheet(origin) => begin_kept(&mut zip, origin, task.locale)?,
            Origin::Text { .. } => {
                for (name, content) in parts::new(task.locale) {
                    zip.whole(name, content.as_bytes())?;
                }
                "xl/worksheets/sheet1.xml".to_owned()
            }
        };
        let mut writer = XlsxWriter { sheet: zip.begin(&sheet)?, zip, errors: Vec::new(), more: 0 };
        if !self.is_kept {
            let mut bytes = parts::HEAD.as_bytes().to_vec();
            bytes.extend(b"<row r=\"1\">");
            let names = register.heading.kept().iter().map(|column| register.heading.name(*column));
            let mut cells = Cells { to: &mut bytes, prefix: "", row: 1 };
            for (column, name) in names.enumerate() {
                cells.write(column, self.styles.heading, &Content::Text(name));
            }
            self.write_headings(&mut cells, self.styles.heading, task.locale);
            bytes.extend(b"</row>");
            writer.zip.add(&mut writer.sheet, &bytes)?;
        }
        Ok(writer)
    }

    /// Rows with their results, as the sheet has them.
    pub fn rows(&self, task: &Task<'_>, rows: &Rows, chunk: &Chunk) -> SheetRows {
        let mut written = SheetRows { bytes: Vec::new(), errors: Vec::new(), last: 0 };
        if self.is_kept {
            for piece in &rows.pieces {
                self.write_piece(task, rows, chunk, piece, &mut written.bytes);
            }
        } else {
            for (row, result) in rows.iter().enumerate().zip(&chunk.results) {
                self.write_row(task, rows, rows.first() + row.0, result, &mut written.bytes);
            }
        }
        written.last = rows.numbers().last().map_or(0, |last| self.number(*last));
        for (index, result) in chunk.results.iter().enumerate() {
            if let RowResult::Refused(faults) = result {
                let row = rows.first() + index;
                for fault in faults {
                    // One more, so that it is known that there are more.
                    if written.errors.len() > MOST_ERRORS {
                        break;
                    }
                    let number = self.number(rows.number(row));
                    let column = fault.column.filter(|_| self.is_kept);
                    let place = column.map(|column| cell_name(column, number));
                    let name = fault.column.map_or("", |column| task.heading.name(column));
                    written.errors.push([
                        place.unwrap_or_else(|| number.to_string()),
                        name.trim().to_owned(),
                        fault.column.map_or("", |column| rows.row(row).cell(column)).to_owned(),
                        fault.message.clone(),
                        self.outline.allowed(&fault.field).to_owned(),
                    ]);
                }
            }
        }
        written
    }

    /// The number of a row in the result.
    fn number(&self, number: usize) -> usize {
        if self.is_kept { number } else { number - self.heading_row + 1 }
    }

    fn write_piece(
        &self,
        task: &Task<'_>,
        rows: &Rows,
        chunk: &Chunk,
        piece: &Piece,
        to: &mut Vec<u8>,
    ) {
        let index = match piece.place {
            Place::Head => {
                let columns = self.outline.headings(task.locale).len();
                return to.extend(parts::head(&piece.bytes, self.first, columns));
            }
            Place::Blank | Place::Tail => return to.extend(&piece.bytes),
            Place::Row(index) => index,
        };
        let is_heading = piece.number == self.heading_row;
        if index < rows.first() && !is_heading {
            return to.extend(&piece.bytes);
        }
        let bytes = parts::without_spans(&piece.bytes);
        let removed = piece.bytes.len() - bytes.len();
        let Some(end) = bytes.windows(2).rposition(|two| two == b"</") else {
            return to.extend(&piece.bytes);
        };
        let prefix = parts::prefix_of_end(&bytes[end..]);
        to.extend(&bytes[..piece.cut.map_or(end, |cut| cut - removed)]);
        let mut cells = Cells { to, prefix, row: piece.number };
        if is_heading {
            let style = parts::last_style(&bytes[..end]);
            self.write_headings(&mut cells, style, task.locale);
        } else if let Some(result) = chunk.results.get(index - rows.first()) {
            self.write_result(task, &mut cells, result);
        }
        to.extend(&bytes[end..]);
    }

    /// A row of a register that was text.
    fn write_row(
        &self,
        task: &Task<'_>,
        rows: &Rows,
        index: usize,
        result: &RowResult,
        to: &mut Vec<u8>,
    ) {
        if matches!(result, RowResult::Blank) {
            return;
        }
        let (row, number) = (rows.row(index), self.number(rows.number(index)));
        to.extend(format!("<row r=\"{number}\">").as_bytes());
        let mut cells = Cells { to, prefix: "", row: number };
        for (place, column) in task.heading.kept().iter().enumerate() {
            let cell = row.cell(*column);
            let field = task.heading.fields().iter().find(|field| field.column == *column);
            let is_figure = field.is_some_and(|field| {
                let kind = task.policy.inputs[field.input].kind;
                matches!(kind, Kind::Count | Kind::Money | Kind::Number | Kind::Percentage)
            });
            let content = if is_figure && is_exact(cell) {
                Content::Number(cell)
            } else {
                Content::Text(cell)
            };
            cells.write(place, None, &content);
        }
        self.write_result(task, &mut cells, result);
        to.extend(b"</row>");
    }

    fn write_headings(&self, cells: &mut Cells<'_>, style: Option<usize>, locale: Locale) {
        for (place, name) in self.outline.headings(locale).iter().enumerate() {
            cells.write(self.first + place, style, &Content::Text(name));
        }
    }

    fn write_result(&self, task: &Task<'_>, cells: &mut Cells<'_>, result: &RowResult) {
        match result {
            RowResult::Blank => {}
            RowResult::Refused(faults) => {
                let last = self.first + self.outline.values.len() + 3;
                cells.write(last, None, &Content::Text(&task.in_words(faults)));
            }
            RowResult::Done(done) => self.write_done(cells, done, task.locale),
        }
    }

    fn write_done(&self, cells: &mut Cells<'_>, done: &Done, locale: Locale) {
        let eligibility = match done.eligibility {
            Eligibility::Eligible => locale.pick("符合", "eligible"),
            Eligibility::Ineligible => locale.pick("不符合", "not eligible"),
            Eligibility::Undetermined => locale.pick("尚不能确定", "not yet certain"),
            Eligibility::NotAssessed => locale.pick("只测算", "only computed"),
        };
        cells.write(self.first, None, &Content::Text(eligibility));
        if let Some(amount) = done.amount {
            let amount = crate::csv::yuan(amount);
            cells.write(self.first + 1, self.styles.money, &Content::Number(&amount));
        }
        for (place, (value, outline)) in done.values.iter().zip(&self.outline.values).enumerate() {
            let (style, content) = match value {
                None => (None, Content::Nothing),
                Some(Plain::Boolean(value)) => {
                    let words = if *value { ["是", "yes"] } else { ["否", "no"] };
                    (None, Content::Text(locale.pick(words[0], words[1])))
                }
                Some(Plain::Text(text)) => self.value(outline, text),
            };
            cells.write(self.first + 2 + place, style, &content);
        }
        let missing = done.missing.join(locale.pick("、", ", "));
        cells.write(self.first + 2 + self.outline.values.len(), None, &Content::Text(&missing));
    }

    fn value<'v>(&self, outline: &'v ValueOutline, text: &'v str) -> (Option<usize>, Content<'v>) {
        match outline.shown {
            Shown::Number => (None, Content::Number(text)),
            Shown::Money => (self.styles.money, Content::Number(text)),
            Shown::Percentage => (self.styles.percentage, Content::Number(text)),
            Shown::Text => {
                let choice = outline.choices.iter().find(|choice| choice.0 == text);
                (None, Content::Text(choice.map_or(text, |choice| &choice.1)))
            }
        }
    }
}

impl<W: Write> XlsxWriter<W> {
    /// Adds rows.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn add(&mut self, rows: SheetRows) -> io::Result<()> {
        if rows.last > MOST_ROWS {
            let words = "工作表最多 1,048,576 行，请改存为 CSV / a sheet has at most 1,048,576 rows; write CSV";
            return Err(io::Error::other(words));
        }
        self.zip.add(&mut self.sheet, &rows.bytes)?;
        let room = MOST_ERRORS - self.errors.len();
        self.more += rows.errors.len().saturating_sub(room);
        self.errors.extend(rows.errors.into_iter().take(room));
        Ok(())
    }

    /// Ends the workbook with the sheets of rules and of errors.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn finish(mut self, xlsx: &Xlsx, task: &Task<'_>) -> io::Result<()> {
        if !xlsx.is_kept {
            self.zip.add(&mut self.sheet, parts::TAIL.as_bytes())?;
        }
        self.zip.end(self.sheet)?;
        self.zip.whole(parts::RULES, &table(&xlsx.outline.rules))?;
        let heading = task.locale.pick(
            ["格子或行", "列", "填的内容", "有误之处", "可以填"],
            ["Cell or row", "Column", "Content", "What is wrong", "What is allowed"],
        );
        let mut errors = vec![heading.map(str::to_owned)];
        errors.append(&mut self.errors);
        if self.more > 0 {
            let more =
                task.locale.pick("其余的见各行末尾", "the others stand at the end of their rows");
            errors.push([more, "", "", "", ""].map(str::to_owned));
        }
        self.zip.whole(parts::ERRORS, &table(&errors))?;
        self.zip.finish()
    }
}

/// A sheet of texts.
fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> Vec<u8> {
    let mut bytes = parts::TABLE_HEAD.as_bytes().to_vec();
    for (index, row) in rows.iter().enumerate() {
        bytes.extend(format!("<row r=\"{}\">", index + 1).as_bytes());
        let mut cells = Cells { to: &mut bytes, prefix: "", row: index + 1 };
        for (column, text) in row.iter().enumerate() {
            cells.write(column, None, &Content::Text(text));
        }
        bytes.extend(b"</row>");
    }
    bytes.extend(parts::TAIL.as_bytes());
    bytes
}

/// Everything of the register's own workbook but the sheet, whose name it gives.
fn begin_kept<W: Write>(
    zip: &mut Zip<W>,
    origin: &SheetOrigin,
    locale: Locale,
) -> Result<String, Unreadable> {
    let workbook = &origin.workbook;
    let changed = parts::changed(workbook, locale)?;
    let sheet = &workbook.sheets[origin.sheet].part;
    for (name, content) in &changed {
        zip.whole(name, content)?;
    }
    let is = |name: &str, other: &str| name.eq_ignore_ascii_case(other);
    let mut name = sheet.clone();
    for entry in workbook.archive.entries() {
        if is(&entry.name, sheet) {
            name.clone_from(&entry.name);
        } else if !changed.iter().any(|changed| is(&changed.0, &entry.name))
            && ![parts::RULES, parts::ERRORS].iter().any(|own| is(own, &entry.name))
        {
            zip.copy(&workbook.archive, entry)?;
        }
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};
    use std::path::Path;

    use wengang::{Locale, Policy, authoring};

    use super::*;
    use crate::workbook::Archive;
    use crate::{Input, Source, Wanted, open};

    fn policy() -> Policy {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies");
        let library = authoring::load_library(&folder, &authoring::Disk, Locale::Chinese);
        let mut files = library.ok().unwrap();
        files.retain(|file| file.policy.id == "shanghai-2024-stabilisation-refund");
        files.pop().unwrap().policy
    }

    fn file(name: &str) -> Vec<u8> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/workbooks");
        std::fs::read(folder.join(name)).unwrap()
    }

    /// The workbook that a register becomes.
    fn results(policy: &Policy, bytes: Vec<u8>, locale: Locale) -> Vec<u8> {
        let input = Input::File(Box::new(Cursor::new(bytes)));
        let wanted = Wanted { is_kept: true, ..Wanted::default() };
        let (register, mut reader) = open(input, policy, &wanted).ok().unwrap();
        let calendar = authoring::calendar();
        let task = Task::new(policy, &calendar, &register.heading, locale);
        let xlsx = Xlsx::new(&task, &register);
        let mut bytes = Vec::new();
        let mut writer = xlsx.begin(&mut bytes, &task, &register).ok().unwrap();
        while let Some(rows) = reader.chunk().ok().unwrap() {
            let chunk = task.evaluate(&rows).unwrap();
            writer.add(xlsx.rows(&task, &rows, &chunk)).unwrap();
        }
        writer.finish(&xlsx, &task).unwrap();
        bytes
    }

    fn archive(bytes: &[u8]) -> Archive {
        let source: Box<dyn Source> = Box::new(Cursor::new(bytes.to_vec()));
        Archive::open(source).ok().unwrap()
    }

    fn part(archive: &Archive, name: &str) -> String {
        let entry = archive.find(name).unwrap_or_else(|| panic!("no {name}"));
        let mut text = String::new();
        archive.part(entry).ok().unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_workbook_stays_what_it_was_and_results_stand_beside_it() {
        let policy = policy();
        let before = file("hidden.xlsx");
        let after = archive(&results(&policy, before.clone(), Locale::Chinese));
        let before = archive(&before);
        for entry in before.entries() {
            assert!(after.find(&entry.name).is_some(), "{}", entry.name);
        }
        for name in ["xl/sharedStrings.xml", "xl/theme/theme1.xml", "docProps/core.xml"] {
            assert_eq!(part(&after, name), part(&before, name), "{name}");
        }
        let sheet = part(&after, "xl/worksheets/sheet1.xml");
        for kept in [
            r#"<c r="K2" s="2"><v>12300.51</v></c>"#,
            r#"<autoFilter ref="A1:K6"/>"#,
            r#"<col min="2" max="2" width="0" hidden="1" customWidth="1"/>"#,
            r#"state="frozen""#,
        ] {
            assert!(sheet.contains(kept), "{kept}: {sheet}");
        }
        // Columns behind the register were hidden; those of results are not.
        assert!(
            sheet.contains(r#"<col min="12" max="19" width="16" customWidth="1"/>"#),
            "{sheet}"
        );
        assert!(sheet.contains(r#"<col min="20" max="16384""#), "{sheet}");
        assert!(sheet.contains(r#"<c r="M2" s="3"><v>7380.31</v></c>"#), "{sheet}");
        assert!(!sheet.contains("spans=") && !sheet.contains("<dimension"), "{sheet}");
        let styles = part(&after, "xl/styles.xml");
        assert!(styles.contains(r#"<cellXfs count="5">"#), "{styles}");
        let rules = part(&after, "xl/worksheets/wengang-rules.xml");
        assert!(rules.contains("失业保险费总额 × 返还比例"), "{rules}");
    }

    #[test]
    fn results_of_an_earlier_run_are_replaced_in_their_place() {
        let policy = policy();
        for name in ["title.xlsx", "two-rows.xlsx", "sheets.xlsx", "prefixed.xlsx", "title.csv"] {
            for locale in [Locale::Chinese, Locale::English] {
                let once = results(&policy, file(name), Locale::Chinese);
                let twice = results(&policy, once.clone(), locale);
                let (once, twice) = (archive(&once), archive(&twice));
                let names = |archive: &Archive| -> Vec<String> {
                    let mut names: Vec<_> =
                        archive.entries().iter().map(|entry| entry.name.clone()).collect();
                    names.sort();
                    names
                };
                assert_eq!(names(&once), names(&twice), "{name}");
                for one in names(&once).iter().filter(|one| one.starts_with("xl/worksheets/sheet"))
                {
                    let sheets = (part(&once, one), part(&twice, one));
                    let cells = |sheet: &str| sheet.matches("<c r=").count();
                    assert_eq!(cells(&sheets.0), cells(&sheets.1), "{name}");
                }
                assert_eq!(part(&once, "xl/workbook.xml"), part(&twice, "xl/workbook.xml"));
            }
        }
    }

    #[test]
    fn what_looks_like_a_formula_stays_a_text() {
        let policy = policy();
        let mut register = file("title.csv");
        register.extend("=1+1,@x,企业,小型,是,否,是,100,-97,1,=2*3\n".as_bytes());
        let after = archive(&results(&policy, register, Locale::English));
        let sheet = part(&after, "xl/worksheets/sheet1.xml");
        assert!(!sheet.contains("<f>"), "{sheet}");
        assert!(sheet.contains(">=1+1</t>") && sheet.contains(">=2*3</t>"), "{sheet}");
        let errors = part(&after, "xl/worksheets/wengang-errors.xml");
        assert!(errors.contains("=2*3") && errors.contains("whole numbers, 0 to"), "{errors}");
        let names = after.entries().iter().map(|entry| entry.name.as_str());
        assert!(
            !names.clone().any(|name| name.starts_with("docProps")),
            "{:?}",
            names.collect::<Vec<_>>()
        );
    }

    #[test]
    fn cells_that_an_element_prefix_stands_before_get_it_too() {
        let policy = policy();
        let after = archive(&results(&policy, file("prefixed.xlsx"), Locale::Chinese));
        let sheet = part(&after, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<x:v>7380.00</x:v>"), "{sheet}");
        assert!(!sheet.contains("<c "), "{sheet}");
    }

    #[test]
    fn what_no_sheet_has_room_for_is_refused() {
        let policy = policy();
        let heading = text_of(&file("title.csv")).lines().next().unwrap().to_owned();
        let wide = heading.clone() + &",x".repeat(16_370) + "\n";
        let input = Input::File(Box::new(Cursor::new(wide.into_bytes())));
        let (register, _) = open(input, &policy, &Wanted::default()).ok().unwrap();
        let calendar = authoring::calendar();
        let task = Task::new(&policy, &calendar, &register.heading, Locale::English);
        let xlsx = Xlsx::new(&task, &register);
        assert!(xlsx.begin(Vec::new(), &task, &register).is_err());

        let long = heading + &"\n".repeat(MOST_ROWS) + "甲\n";
        let input = Input::File(Box::new(Cursor::new(long.into_bytes())));
        let (register, mut reader) = open(input, &policy, &Wanted::default()).ok().unwrap();
        let task = Task::new(&policy, &calendar, &register.heading, Locale::English);
        let xlsx = Xlsx::new(&task, &register);
        let mut writer = xlsx.begin(Vec::new(), &task, &register).ok().unwrap();
        let mut refused = false;
        while let Some(rows) = reader.chunk().ok().unwrap() {
            let chunk = task.evaluate(&rows).unwrap();
            refused |= writer.add(xlsx.rows(&task, &rows, &chunk)).is_err();
        }
        assert!(refused);
    }

    fn text_of(bytes: &[u8]) -> &str {
        std::str::from_utf8(bytes).unwrap()
    }
}
