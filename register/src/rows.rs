//! Rows and cells in text with separators, as spreadsheets save it, and back.

use std::borrow::Cow;

use crate::unreadable::Unreadable;
use crate::workbook::Doubt;

/// What separates cells: comma, tab, semicolon.
pub(crate) const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// The most bytes that a row may have, so that no file can take all memory.
pub(crate) const MOST_BYTES: usize = 1 << 20;

/// Whole rows, one after another.
#[derive(Default)]
pub struct Rows {
    text: String,
    /// For each cell where its text ends.
    ends: Vec<usize>,
    /// For each row how many cells there are up to its end.
    cells: Vec<usize>,
    /// For each row its number in the file, from 1.
    numbers: Vec<usize>,
    /// Cells that say nothing for certain: by row and column.
    pub(crate) doubts: Vec<(usize, usize, Doubt)>,
    /// The bytes of the file that the rows come from, where they are kept.
    pub(crate) pieces: Vec<Piece>,
    /// So many rows at the beginning are left out.
    skipped: usize,
}

/// A piece of a sheet, as its file has it.
pub(crate) struct Piece {
    pub(crate) place: Place,
    /// The number of the row.
    pub(crate) number: usize,
    /// Where the cells begin that are to be left out.
    pub(crate) cut: Option<usize>,
    pub(crate) bytes: Vec<u8>,
}

/// Where a piece of a sheet stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Before the rows.
    Head,
    /// The row at this index.
    Row(usize),
    /// A row with nothing in it.
    Blank,
    /// Behind the rows.
    Tail,
}

impl Rows {
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// How much text there is.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Leaves out so many rows at the beginning.
    pub(crate) fn skip(&mut self, rows: usize) {
        self.skipped = rows;
    }

    /// Row by row.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        (self.skipped..self.len()).map(|row| self.row(row))
    }

    /// For each row its number in the file, from 1.
    pub fn numbers(&self) -> impl Iterator<Item = &usize> {
        self.numbers[self.skipped..].iter()
    }

    /// The index of the first row that is not left out.
    pub(crate) fn first(&self) -> usize {
        self.skipped
    }

    /// The number of a row in the file, from 1.
    pub(crate) fn number(&self, row: usize) -> usize {
        self.numbers[row]
    }

    pub(crate) fn row(&self, row: usize) -> Row<'_> {
        let first = if row == 0 { 0 } else { self.cells[row - 1] };
        let start = if first == 0 { 0 } else { self.ends[first - 1] };
        Row { text: &self.text, start, ends: &self.ends[first..self.cells[row]] }
    }

    pub(crate) fn push(&mut self, text: &str, ends: &[usize], number: usize) {
        let start = self.text.len();
        self.text.push_str(text);
        self.ends.extend(ends.iter().map(|end| start + end));
        self.cells.push(self.ends.len());
        self.numbers.push(number);
    }
}

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'r> {
    text: &'r str,
    start: usize,
    ends: &'r [usize],
}

impl<'r> Row<'r> {
    /// How many cells it has.
    pub(crate) fn len(self) -> usize {
        self.ends.len()
    }

    /// The text of a cell; empty where the row is too short to have it.
    pub fn cell(self, cell: usize) -> &'r str {
        let start = if cell == 0 { Some(self.start) } else { self.ends.get(cell - 1).copied() };
        match (start, self.ends.get(cell)) {
            (Some(start), Some(end)) => &self.text[start..*end],
            _ => "",
        }
    }

    /// All cells.
    pub fn cells(self) -> impl Iterator<Item = &'r str> {
        (0..self.len()).map(move |cell| self.cell(cell))
    }

    pub(crate) fn is_blank(self) -> bool {
        let end = self.ends.last().copied().unwrap_or(self.start);
        self.text[self.start..end].trim().is_empty()
    }
}

/// Finds the rows in text that arrives block by block. Rows end with a line feed, a carriage return, or both; a cell in
/// quotation marks may hold all of these, and a quotation mark by two.
pub(crate) struct Splitter {
    separator: u8,
    state: State,
    /// The last byte that was looked at.
    previous: u8,
    /// The line that is being looked at, from 1.
    line: usize,
    /// How many rows there were.
    rows: usize,
    /// The line at which the open quotation mark stands.
    opened: usize,
    /// The row so far.
    text: String,
    ends: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// At the start of a cell.
    Start,
    Bare,
    Quoted,
    /// After a quotation mark in quotation marks: one that is meant, or the end.
    Mark,
}

impl Splitter {
    pub(crate) fn new(separator: u8) -> Splitter {
        Splitter {
            separator,
            state: State::Start,
            previous: 0,
            line: 1,
            rows: 0,
            opened: 0,
            text: String::new(),
            ends: Vec::new(),
        }
    }

    /// The line that is being looked at, from 1.
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// Adds to `rows` those that end in `text`.
    pub(crate) fn split(&mut self, text: &str, rows: &mut Rows) -> Result<(), Unreadable> {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            let is_quoted = matches!(self.state, State::Quoted);
            if byte == b'\n' && self.previous == b'\r' && !is_quoted {
                // The second half of a line's end.
                self.previous = byte;
                at += 1;
                continue;
            }
            match self.state {
                State::Quoted => {
                    let length = length_until(&bytes[at..], |byte| byte == b'"');
                    self.take(&text[at..at + length])?;
                    at += length;
                    if at < bytes.len() {
                        (self.state, self.previous) = (State::Mark, b'"');
                        at += 1;
                    }
                }
                State::Mark if byte == b'"' => {
                    self.take("\"")?;
                    self.state = State::Quoted;
                    at += 1;
                }
                State::Mark => self.state = State::Bare,
                State::Start if byte == b'"' => {
                    (self.state, self.opened, self.previous) = (State::Quoted, self.line, byte);
                    at += 1;
                }
                State::Start | State::Bare => {
                    let separator = self.separator;
                    let ends = |byte| byte == separator || byte == b'\n' || byte == b'\r';
                    let length = length_until(&bytes[at..], ends);
                    if length > 0 {
                        self.state = State::Bare;
                        self.take(&text[at..at + length])?;
                        at += length;
                    }
                    if at < bytes.len() {
                        self.previous = bytes[at];
                        self.end_cell()?;
                        if bytes[at] != separator {
                            self.line += 1;
                            self.end_row(rows);
                        }
                        at += 1;
                    }
                }
            }
        }
        Ok(())
    }

    /// The last row, where no line end follows it.
    pub(crate) fn finish(&mut self, rows: &mut Rows) -> Result<(), Unreadable> {
        if self.state == State::Quoted {
            return Err(Unreadable::OpenQuotation(self.opened));
        }
        if self.state != State::Start || !self.ends.is_empty() {
            self.end_cell()?;
            self.end_row(rows);
        }
        Ok(())
    }

    /// Text of the cell.
    fn take(&mut self, text: &str) -> Result<(), Unreadable> {
        self.text.push_str(text);
        if self.state == State::Quoted {
            for byte in text.bytes() {
                let is_end = byte == b'\r' || (byte == b'\n' && self.previous != b'\r');
                self.line += usize::from(is_end);
                self.previous = byte;
            }
        } else {
            self.previous = 0;
        }
        self.check_size()
    }

    fn end_cell(&mut self) -> Result<(), Unreadable> {
        self.ends.push(self.text.len());
        self.state = State::Start;
        self.check_size()
    }

    fn end_row(&mut self, rows: &mut Rows) {
        self.rows += 1;
        rows.push(&self.text, &self.ends, self.rows);
        self.text.clear();
        self.ends.clear();
    }

    fn check_size(&self) -> Result<(), Unreadable> {
        if self.text.len() + self.ends.len() <= MOST_BYTES {
            Ok(())
        } else if self.state == State::Quoted {
            Err(Unreadable::OpenQuotation(self.opened))
        } else {
            Err(Unreadable::LongRow(self.line))
        }
    }
}

fn length_until(bytes: &[u8], ends: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| ends(*byte)).unwrap_or(bytes.len())
}

/// Writes a row.
pub(crate) fn write_row<'c>(
    into: &mut Vec<u8>,
    cells: impl Iterator<Item = Cow<'c, str>>,
    separator: u8,
) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            into.push(separator);
        }
        let is_special = |byte| byte == separator || matches!(byte, b'"' | b'\n' | b'\r');
        if cell.bytes().any(is_special) {
            into.push(b'"');
            into.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            into.push(b'"');
        } else {
            into.extend_from_slice(cell.as_bytes());
        }
    }
    into.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a text that arrives in pieces of a few bytes.
    fn split(text: &str, separator: u8) -> Result<Vec<Vec<String>>, Unreadable> {
        let (mut splitter, mut rows) = (Splitter::new(separator), Rows::default());
        let mut rest = text;
        while !rest.is_empty() {
            let size = rest.chars().next().map_or(0, char::len_utf8);
            splitter.split(&rest[..size], &mut rows)?;
            rest = &rest[size..];
        }
        splitter.finish(&mut rows)?;
        let mut at_once = Rows::default();
        let mut splitter = Splitter::new(separator);
        splitter.split(text, &mut at_once)?;
        splitter.finish(&mut at_once)?;
        assert_eq!((&rows.text, &rows.ends), (&at_once.text, &at_once.ends), "{text:?}");
        Ok(rows.iter().map(|row| row.cells().map(str::to_owned).collect()).collect())
    }

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        assert_eq!(split(text, b',').ok().unwrap(), expected, "{text:?}");
    }

    #[test]
    fn rows_end_with_either_line_end_or_both() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "1,", "2"].join(end);
            check(&text, &[&["a", "b"], &[""], &["1", ""], &["2"]]);
            check(&format!("{text}{end}"), &[&["a", "b"], &[""], &["1", ""], &["2"]]);
        }
        check("", &[]);
    }

    #[test]
    fn quotation_marks_hold_separators_line_ends_and_one_another() {
        check(
            "\"a,b\",\"c\r\nd\"\r\n\"\",\"say \"\"so\"\"\"",
            &[&["a,b", "c\r\nd"], &["", "say \"so\""]],
        );
        check("5\" pipe,\"a\"b\n", &[&["5\" pipe", "ab"]]);
    }

    #[test]
    fn a_quotation_mark_that_stays_open_is_named_by_its_line() {
        for (text, expected) in [
            ("a\n\"b\nc", 2),
            ("a\r\n\"b,\r\nc\r\n", 2),
            ("\"a\rb\"\r\n\"c\r", 3),
            ("\"a\r\nb\"\"\"\n\"\"\"", 3),
        ] {
            let Err(Unreadable::OpenQuotation(line)) = split(text, b',') else {
                panic!("{text:?}");
            };
            assert_eq!(line, expected, "{text:?}");
        }
    }

    #[test]
    fn no_row_takes_all_memory() {
        for (first, text) in [("", "x"), ("", ","), ("\"", "\n")] {
            let mut splitter = Splitter::new(b',');
            let mut rows = Rows::default();
            assert!(splitter.split(first, &mut rows).is_ok());
            let block = text.repeat(1000);
            let stopped = (0..2000).find_map(|_| splitter.split(&block, &mut rows).err());
            assert!(stopped.is_some(), "{text:?}");
            assert!(rows.bytes() + splitter.text.len() <= MOST_BYTES + 2000, "{text:?}");
        }
    }

    #[test]
    fn what_is_written_reads_the_same() {
        for separator in SEPARATORS {
            let cells = ["a,b", "c\td", "e;f", "say \"so\"", "one\ntwo", "\r", "", " 稳岗 "];
            let mut written = Vec::new();
            write_row(&mut written, cells.into_iter().map(Cow::Borrowed), separator);
            let read = split(std::str::from_utf8(&written).unwrap(), separator);
            assert_eq!(read.ok().unwrap(), [cells]);
        }
    }
}
