//! Opens a register: what kind of file it is, where its heading is, and its rows chunk by chunk.

use std::cmp::Ordering;
use std::io::{Cursor, Read};
use std::mem;
use std::rc::Rc;

use encoding_rs::UTF_8;
use wengang::{Policy, Problem, Text as Words};

use crate::Source;
use crate::heading::{Heading, Names};
use crate::outline::Outline;
use crate::rows::{MOST_BYTES, Row, Rows, SEPARATORS, Splitter};
use crate::text::Text;
use crate::unreadable::Unreadable;
use crate::workbook::{self, Sheet, Survey, Workbook};

/// Rows that are worked through at a time.
const CHUNK: usize = 10_000;

/// Text that is worked through at a time, where rows are long.
const CHUNK_BYTES: usize = 4 * MOST_BYTES;

/// A heading stands among so many rows at the beginning that are not blank.
const MOST_ABOVE: usize = 50;

/// So many sheets are looked at.
const MOST_SHEETS: usize = 50;

/// A workbook that comes as a stream is held, up to so many bytes.
const MOST_HELD: u64 = 200 << 20;

/// Where a register comes from.
pub enum Input {
    /// A file, which can be read more than once.
    File(Box<dyn Source>),
    /// A stream, which can be read once.
    Stream(Box<dyn Read>),
}

/// What is wanted of a register; what is not said is found out.
#[derive(Default)]
pub struct Wanted {
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The numbers of the first and the last row of the heading, from 1: one row, or two.
    pub heading: Option<(usize, usize)>,
    /// The columns that are fields, from 0, each with the id of its input.
    pub fields: Option<Vec<(usize, String)>>,
    /// Whether the bytes of a sheet are wanted too, for a result that is to look like it.
    pub is_kept: bool,
}

/// A register as it was found.
pub struct Register {
    /// Its heading.
    pub heading: Heading,
    /// How it was saved.
    pub origin: Origin,
    /// The numbers of the first and the last row of the heading, from 1.
    pub(crate) heading_rows: (usize, usize),
    /// Whether there is something above the heading.
    is_titled: bool,
}

/// How a register was saved.
pub enum Origin {
    /// As text with separators.
    Text {
        /// What separates its cells.
        separator: u8,
        /// The name of its encoding.
        encoding: &'static str,
        /// Whether a spreadsheet that opened it can open results only with a byte-order mark.
        needs_mark: bool,
    },
    /// In a sheet of a workbook.
    Sheet(SheetOrigin),
}

/// The sheet that a register is.
pub struct SheetOrigin {
    pub(crate) workbook: Rc<Workbook>,
    /// Its place among the sheets.
    pub(crate) sheet: usize,
    pub(crate) survey: Survey,
    /// Whether it was chosen by its name.
    is_chosen: bool,
}

impl SheetOrigin {
    /// What the sheet is called.
    pub fn name(&self) -> &str {
        &self.workbook.sheets[self.sheet].name
    }
}

impl Register {
    /// What is to be said of it besides the results.
    pub(crate) fn remarks(&self) -> Vec<Words> {
        let mut remarks = Vec::new();
        if self.is_titled {
            let (row, last) = self.heading_rows;
            let rows = if row == last { row.to_string() } else { format!("{row}–{last}") };
            remarks.push(Words::new(
                format!("列名在第 {rows} 行，以上各行不是名册，没有读"),
                format!("the heading is row {rows}; what stands above is not read"),
            ));
        }
        match &self.origin {
            Origin::Text { encoding, .. } if *encoding != UTF_8.name() => remarks.push(Words::new(
                format!("按 {encoding} 读取，结果存为 UTF-8"),
                format!("read as {encoding}; the results are UTF-8"),
            )),
            Origin::Text { .. } => {}
            Origin::Sheet(origin) => {
                if origin.workbook.sheets.len() > 1 && !origin.is_chosen {
                    let name = origin.name();
                    remarks.push(Words::new(
                        format!("读的是工作表“{name}”；要读别的，加 --sheet"),
                        format!("read from sheet “{name}”; choose another with --sheet"),
                    ));
                }
                let is_hidden = |column: &usize| {
                    let mut ranges = origin.survey.hidden_columns.iter();
                    ranges.any(|(first, last)| (first..=last).contains(&column))
                };
                let columns = (0..self.heading.len()).filter(is_hidden).count();
                if columns > 0 {
                    remarks.push(Words::new(
                        format!("有 {columns} 列是隐藏的，也读了"),
                        format!("{columns} columns are hidden, and are read like others"),
                    ));
                }
                let rows = origin.survey.hidden_rows;
                if rows > 0 {
                    remarks.push(Words::new(
                        format!("有 {rows} 行是隐藏的，也读了"),
                        format!("{rows} rows are hidden, and are read like others"),
                    ));
                }
            }
        }
        remarks
    }
}

/// Why a register is not opened.
pub enum NotOpened {
    /// It cannot be read.
    Unreadable(Unreadable),
    /// Its heading row does not fit the policy.
    Heading(Vec<Problem>),
    /// There is nothing in it.
    Empty,
}

impl From<Unreadable> for NotOpened {
    fn from(unreadable: Unreadable) -> NotOpened {
        NotOpened::Unreadable(unreadable)
    }
}

/// Opens a register for a policy; what was found, and the rows below the heading. Of a workbook it is, where none is named, the
/// sheet whose heading has the most fields.
///
/// # Errors
/// Where it cannot be read, is empty, or its heading does not fit the policy.
pub fn open(
    input: Input,
    policy: &Policy,
    wanted: &Wanted,
) -> Result<(Register, Reader), NotOpened> {
    match sort(input)? {
        Sorted::Workbook(workbook) => open_workbook(workbook, policy, wanted),
        Sorted::Text(_) if wanted.sheet.is_some() => Err(Unreadable::NoSheets.into()),
        Sorted::Text(text) => open_text(text, policy, wanted),
    }
}

/// What an input turns out to be.
enum Sorted {
    Workbook(Rc<Workbook>),
    Text(Text),
}

fn sort(input: Input) -> Result<Sorted, Unreadable> {
    let text = match input {
        Input::File(mut source) => {
            let begins = beginning(&mut source)?;
            source.rewind()?;
            if begins == *workbook::ZIP || begins == *workbook::OLE {
                return workbook(source);
            }
            Text::seekable(source)
        }
        Input::Stream(mut source) => {
            let begins = beginning(&mut source)?;
            let is_workbook = begins == *workbook::ZIP || begins == *workbook::OLE;
            let source = Cursor::new(begins).chain(source);
            if is_workbook {
                let mut bytes = Vec::new();
                source.take(MOST_HELD + 1).read_to_end(&mut bytes)?;
                return workbook(Box::new(Cursor::new(bytes)));
            }
            Text::once(Box::new(source))
        }
    };
    Ok(Sorted::Text(text.map_err(|error| error.at(1))?))
}

fn workbook(mut source: Box<dyn Source>) -> Result<Sorted, Unreadable> {
    if beginning(&mut source)? == *workbook::OLE {
        return Err(workbook::old(source)?);
    }
    Ok(Sorted::Workbook(Workbook::open(source)?))
}

fn read_heading(
    policy: &Policy,
    names: Vec<String>,
    wanted: &Wanted,
) -> Result<Heading, NotOpened> {
    let added = Outline::added(policy);
    let heading = match &wanted.fields {
        Some(fields) => Heading::chosen(policy, names, &added, fields),
        None => Heading::read(policy, names, &added),
    };
    heading.map_err(NotOpened::Heading)
}

/// The first bytes.
fn beginning(source: &mut impl Read) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    source.take(4).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn open_text(
    mut text: Text,
    policy: &Policy,
    wanted: &Wanted,
) -> Result<(Register, Reader), NotOpened> {
    let ahead = look_ahead(&mut text)?;
    let Some((separator, found)) = find_separator(policy, &ahead, wanted.heading)? else {
        return Err(NotOpened::Empty);
    };
    let heading = read_heading(policy, found.names, wanted)?;
    let encoding = text.kind.encoding;
    let needs_mark = text.kind.is_marked || text.kind.is_ascii || encoding != UTF_8;
    let origin = Origin::Text { separator, encoding: encoding.name(), needs_mark };
    let heading_rows = (found.first + 1, found.last + 1);
    let register = Register { heading, origin, heading_rows, is_titled: found.is_titled };
    let splitter = Splitter::new(separator);
    let rows = Lines::Text(Box::new(TextLines { text, splitter, ahead, is_at_end: false }));
    Ok((register, Reader { rows, above: found.last + 1 }))
}

fn open_workbook(
    workbook: Rc<Workbook>,
    policy: &Policy,
    wanted: &Wanted,
) -> Result<(Register, Reader), NotOpened> {
    let mut best: Option<(usize, Survey, Found)> = None;
    let is_candidate = |name: &str, is_hidden: bool| {
        wanted.sheet.as_ref().map_or(!is_hidden, |wanted| wanted == name)
    };
    let sheets = workbook.sheets.iter().enumerate();
    let candidates = sheets.filter(|(_, sheet)| is_candidate(&sheet.name, sheet.is_hidden));
    for (index, _) in candidates.take(MOST_SHEETS) {
        let survey = Survey::of(&workbook, index)?;
        let rows = first_rows(&workbook, index)?;
        let found = find_heading(policy, &rows, &survey.merged, wanted.heading, is_empty);
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| found.known > best.2.known)
        {
            best = Some((index, survey, found));
        }
    }
    if let Some(name) = &wanted.sheet
        && !workbook.sheets.iter().any(|sheet| sheet.name == *name)
    {
        let names = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        return Err(Unreadable::NoSuchSheet(name.clone(), names).into());
    }
    let Some((sheet, survey, mut found)) = best else { return Err(NotOpened::Empty) };
    // Cells that have a format and no text.
    let names = found.names.iter().rposition(|name| !name.trim().is_empty());
    found.names.truncate(names.map_or(0, |last| last + 1));
    let heading = read_heading(policy, found.names, wanted)?;
    let heading_rows = (found.first + 1, found.last + 1);
    let origin = SheetOrigin { workbook, sheet, survey, is_chosen: wanted.sheet.is_some() };
    let cut = wanted.is_kept.then(|| origin.results_at(&heading));
    let rows = Lines::Sheet(Box::new(Sheet::open(&origin.workbook, sheet, cut)?));
    let origin = Origin::Sheet(origin);
    let register = Register { heading, origin, heading_rows, is_titled: found.is_titled };
    Ok((register, Reader { rows, above: found.last + 1 }))
}

impl SheetOrigin {
    /// The column from which on results are written: in the place of earlier ones, or behind everything.
    pub(crate) fn results_at(&self, heading: &Heading) -> usize {
        let earlier = heading.earlier_results().filter(|_| self.survey.columns <= heading.len());
        earlier.unwrap_or(self.survey.columns.max(heading.len()))
    }
}

/// The rows of a register, below its heading.
pub struct Reader {
    rows: Lines,
    /// So many rows are still to be left out.
    above: usize,
}

enum Lines {
    Text(Box<TextLines>),
    Sheet(Box<Sheet>),
}

/// Rows in text.
struct TextLines {
    text: Text,
    splitter: Splitter,
    /// What was read and not looked at yet.
    ahead: String,
    is_at_end: bool,
}

impl Reader {
    /// The next rows; `None` at the end.
    ///
    /// # Errors
    /// Where the register cannot be read any further.
    pub fn chunk(&mut self) -> Result<Option<Rows>, Unreadable> {
        self.rows(CHUNK)
    }

    /// The next rows, about so many at most; `None` at the end.
    ///
    /// # Errors
    /// Where the register cannot be read any further.
    pub fn rows(&mut self, most: usize) -> Result<Option<Rows>, Unreadable> {
        let most = most.max(1);
        let mut rows = Rows::default();
        match &mut self.rows {
            Lines::Text(lines) => {
                lines.fill(&mut rows, most).map_err(|error| error.at(lines.splitter.line()))?;
            }
            Lines::Sheet(sheet) => {
                while rows.len() < most && rows.bytes() < CHUNK_BYTES && sheet.read(&mut rows)? {}
            }
        }
        let is_end = rows.len() == 0 && rows.pieces.is_empty();
        let above = self.above.min(rows.len());
        rows.skip(above);
        self.above -= above;
        Ok((!is_end).then_some(rows))
    }
}

impl Reader {
    /// How far it is: the number of a row of a sheet, or how many bytes of text were read.
    pub fn position(&self) -> usize {
        match &self.rows {
            Lines::Text(lines) => lines.text.position,
            Lines::Sheet(sheet) => sheet.position(),
        }
    }
}

impl TextLines {
    fn fill(&mut self, rows: &mut Rows, most: usize) -> Result<(), Unreadable> {
        let mut text = mem::take(&mut self.ahead);
        while rows.len() < most && rows.bytes() < CHUNK_BYTES && !self.is_at_end {
            if text.is_empty() && !self.text.read(&mut text)? {
                self.splitter.finish(rows)?;
                self.is_at_end = true;
            }
            self.splitter.split(&text, rows)?;
            text.clear();
        }
        Ok(())
    }
}

/// As much of the text as a heading row can take at most.
fn look_ahead(text: &mut Text) -> Result<String, Unreadable> {
    let mut ahead = String::new();
    while ahead.len() <= MOST_BYTES {
        match text.read(&mut ahead) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(error.at(1 + ahead.matches('\n').count())),
        }
    }
    Ok(ahead)
}

/// The separator that makes the most fields of the heading row, or else the most cells, and the heading.
fn find_separator(
    policy: &Policy,
    text: &str,
    wanted: Option<(usize, usize)>,
) -> Result<Option<(u8, Found)>, Unreadable> {
    let (mut most, mut best) = ((0, 0), None);
    for separator in SEPARATORS {
        let (mut splitter, mut rows) = (Splitter::new(separator), Rows::default());
        let whole = splitter.split(text, &mut rows).and_then(|()| splitter.finish(&mut rows));
        let is_blank = |row: Row<'_>| row.cells().all(is_separation) || names_separator(row);
        let Some(found) = find_heading(policy, &rows, &[], wanted, is_blank) else {
            whole?;
            continue;
        };
        let worth = (found.known, found.names.len());
        if worth > most {
            (most, best) = (worth, Some((separator, found)));
        }
    }
    Ok(best)
}

/// A heading among rows.
struct Found {
    /// How many of its names are fields.
    known: usize,
    /// The indexes of its first and its last row.
    first: usize,
    last: usize,
    /// Whether something stands above it.
    is_titled: bool,
    names: Vec<String>,
}

/// The row, or the two rows with merged cells, that name the most fields; the first that is not blank where none does.
fn find_heading(
    policy: &Policy,
    rows: &Rows,
    merged: &[(usize, usize, usize, usize)],
    wanted: Option<(usize, usize)>,
    is_blank: impl Fn(Row<'_>) -> bool,
) -> Option<Found> {
    let known = Names::of(policy);
    let worth = |names: &[String]| names.iter().filter(|name| known.knows(name)).count();
    let mut best: Option<Found> = None;
    let filled = rows.iter().enumerate().filter(|(_, row)| !is_blank(*row));
    for (place, (index, row)) in filled.take(MOST_ABOVE).enumerate() {
        let number = rows.number(index);
        let mut consider = |last: usize, names: Vec<String>| {
            let known = worth(&names);
            if best.as_ref().is_none_or(|best| known > best.known) {
                best = Some(Found { known, first: index, last, is_titled: place > 0, names });
            }
        };
        if wanted.is_none_or(|rows| rows == (number, number)) {
            consider(index, row.cells().map(str::to_owned).collect());
        }
        let is_merged = merged.iter().any(|(_, _, first, last)| (*first..=*last).contains(&number));
        let are_two = wanted.map_or(is_merged, |rows| rows == (number, number + 1));
        // A title over merged cells makes no more of the heading below it than that makes by itself.
        if are_two && index + 1 < rows.len() {
            let lower = rows.row(index + 1);
            let alone: Vec<String> = lower.cells().map(str::to_owned).collect();
            let names = two_rows(row, lower, number, merged, &known);
            if wanted.is_some() || worth(&names) > worth(&alone) {
                consider(index + 1, names);
            }
        }
    }
    best
}

/// Whether a row has nothing but spaces in it.
fn is_empty(row: Row<'_>) -> bool {
    row.cells().all(|cell| cell.trim().is_empty())
}

/// The rows of a sheet among which its heading is looked for.
fn first_rows(workbook: &Rc<Workbook>, sheet: usize) -> Result<Rows, Unreadable> {
    let (mut rows, mut sheet) = (Rows::default(), Sheet::open(workbook, sheet, None)?);
    let mut count = 0;
    while count < MOST_ABOVE && sheet.read(&mut rows)? {
        count += 1;
    }
    Ok(rows)
}

/// The beginning of a table, for somebody to choose from.
pub struct Preview {
    /// What the sheet is called; `None` for text.
    pub sheet: Option<String>,
    /// Whether the sheet is hidden.
    pub is_hidden: bool,
    /// The first rows with anything in them, each with its number.
    pub rows: Vec<(usize, Vec<String>)>,
    /// The numbers of the first and the last row of what looks like the heading.
    pub heading: (usize, usize),
    /// For each column what it is called, and the id of the field that is called so.
    pub columns: Vec<(String, Option<String>)>,
    /// The number of the last row, where it is known.
    pub last_row: Option<usize>,
}

/// What there is to choose from in a register: of a workbook every sheet with anything in it.
///
/// # Errors
/// Where it cannot be read.
pub fn preview(input: Input, policy: &Policy) -> Result<Vec<Preview>, Unreadable> {
    let known = Names::of(policy);
    let preview = |rows: &Rows, found: Found| {
        let filled = rows.iter().enumerate().filter(|(_, row)| !is_empty(*row));
        let cells = |row: Row<'_>| row.cells().map(str::to_owned).collect();
        let columns = found.names.into_iter().map(|name| {
            let id = known.id_of(&name).map(str::to_owned);
            (name, id)
        });
        Preview {
            sheet: None,
            is_hidden: false,
            heading: (rows.number(found.first), rows.number(found.last)),
            columns: columns.collect(),
            rows: filled
                .take(MOST_ABOVE)
                .map(|(index, row)| (rows.number(index), cells(row)))
                .collect(),
            last_row: None,
        }
    };
    let mut previews = Vec::new();
    match sort(input)? {
        Sorted::Text(mut text) => {
            let ahead = look_ahead(&mut text)?;
            if let Some((separator, found)) = find_separator(policy, &ahead, None)? {
                let mut rows = Rows::default();
                // The last row may go on behind what was looked at.
                Splitter::new(separator).split(&ahead, &mut rows)?;
                if found.last < rows.len() {
                    previews.push(preview(&rows, found));
                }
            }
        }
        Sorted::Workbook(workbook) => {
            for (index, sheet) in workbook.sheets.iter().enumerate().take(MOST_SHEETS) {
                let (survey, rows) = (Survey::of(&workbook, index)?, first_rows(&workbook, index)?);
                let found = find_heading(policy, &rows, &survey.merged, None, is_empty);
                previews.extend(found.map(|found| Preview {
                    sheet: Some(sheet.name.clone()),
                    is_hidden: sheet.is_hidden,
                    last_row: Some(survey.last_row),
                    ..preview(&rows, found)
                }));
            }
        }
    }
    Ok(previews)
}

/// The names that two rows make together: “参保人数” over “年初” and “年末”.
fn two_rows(
    upper: Row<'_>,
    lower: Row<'_>,
    number: usize,
    merged: &[(usize, usize, usize, usize)],
    known: &Names<'_>,
) -> Vec<String> {
    let origin = |column: usize, row: usize| {
        let is_over = |(left, right, top, bottom): &&(usize, usize, usize, usize)| {
            (*left..=*right).contains(&column) && (*top..=*bottom).contains(&row)
        };
        merged.iter().find(is_over).map_or((column, row), |merged| (merged.0, merged.2))
    };
    let said = |(column, row): (usize, usize)| match row.cmp(&number) {
        Ordering::Less => "",
        Ordering::Equal => upper.cell(column),
        Ordering::Greater => lower.cell(column),
    };
    let name = |column: usize| {
        let places = (origin(column, number), origin(column, number + 1));
        let (above, below) = (said(places.0).trim(), said(places.1).trim());
        if places.0 == places.1 || below.is_empty() {
            return above.to_owned();
        }
        if above.is_empty() {
            return below.to_owned();
        }
        let joined = [format!("{below}{above}"), format!("{above}{below}"), below.to_owned()];
        let found = joined.into_iter().find(|name| known.knows(name));
        found.unwrap_or_else(|| format!("{above} {below}"))
    };
    (0..upper.len().max(lower.len())).map(name).collect()
}

/// Whether a row says to spreadsheets what separates cells: `sep=;`.
fn names_separator(row: Row<'_>) -> bool {
    let mut cells = row.cells();
    let says = |cell: &str| cell.len() <= 5 && cell.to_ascii_lowercase().starts_with("sep=");
    cells.next().is_some_and(says) && cells.all(is_separation)
}

/// Whether there is nothing but spaces and what separates cells.
fn is_separation(text: &str) -> bool {
    let is_separator = |character| SEPARATORS.iter().any(|one| char::from(*one) == character);
    text.chars().all(|character| character.is_whitespace() || is_separator(character))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use wengang::{Locale, authoring};

    use super::*;

    fn policy() -> Policy {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies");
        let library = authoring::load_library(&folder, &authoring::Disk, Locale::Chinese);
        let mut files = library.ok().unwrap();
        files.retain(|file| file.policy.id == "shanghai-2024-stabilisation-refund");
        files.pop().unwrap().policy
    }

    fn input(text: &str) -> Input {
        Input::File(Box::new(Cursor::new(text.as_bytes().to_vec())))
    }

    const REGISTER: &str = "某街道名册\n单位,单位类型,期末人数（人）,保费(万元)\n甲,企业,97,1.23\n";

    #[test]
    fn what_there_is_to_choose_from_is_shown() {
        let previews = preview(input(REGISTER), &policy()).ok().unwrap();
        let [table] = previews.as_slice() else { panic!("{}", previews.len()) };
        assert_eq!(table.heading, (2, 2));
        assert_eq!(table.columns[1], ("单位类型".to_owned(), Some("employerKind".to_owned())));
        assert_eq!(table.columns[2], ("期末人数（人）".to_owned(), None));
        assert_eq!(table.rows.len(), 3);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/workbooks");
        let bytes = std::fs::read(folder.join("sheets.xlsx")).unwrap();
        let sheets = preview(Input::File(Box::new(Cursor::new(bytes))), &policy()).ok().unwrap();
        let names: Vec<_> =
            sheets.iter().map(|sheet| (sheet.sheet.as_deref().unwrap(), sheet.is_hidden)).collect();
        assert_eq!(names, [("填表说明", false), ("去年", true), ("名册 & 结果", false)]);
        assert_eq!(sheets[2].last_row, Some(3));
    }

    #[test]
    fn columns_can_be_chosen_and_keep_their_units() {
        let policy = policy();
        let wanted = |fields: &[(usize, &str)]| Wanted {
            fields: Some(fields.iter().map(|(column, id)| (*column, (*id).to_owned())).collect()),
            heading: Some((2, 2)),
            ..Wanted::default()
        };
        let chosen = wanted(&[(1, "employerKind"), (2, "insuredAtEnd"), (3, "premiumsPaid")]);
        let (register, _) = open(input(REGISTER), &policy, &chosen).ok().unwrap();
        let fields = register.heading.fields();
        assert_eq!(fields[2].unit.as_deref(), Some("万元"));
        assert_eq!(register.heading.others(), ["单位"]);
        for fields in [
            &[(1, "employerKind"), (2, "employerKind")][..],
            &[(1, "employerKind"), (1, "insuredAtEnd")],
            &[(9, "employerKind")],
            &[(1, "noSuchField")],
            &[],
        ] {
            let opened = open(input(REGISTER), &policy, &wanted(fields));
            assert!(matches!(opened, Err(NotOpened::Heading(_))), "{fields:?}");
        }
    }
}
