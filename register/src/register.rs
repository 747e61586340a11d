//! Opens a register: what kind of file it is, where its heading is, and its rows chunk by chunk.

use std::io::Read;
use std::mem;

use encoding_rs::UTF_8;
use wengang::{Policy, Problem, Text as Words};

use crate::Source;
use crate::heading::{self, Heading};
use crate::rows::{MOST_BYTES, Row, Rows, SEPARATORS, Splitter};
use crate::task::added;
use crate::text::Text;
use crate::unreadable::Unreadable;

/// Rows that are worked through at a time.
const CHUNK: usize = 10_000;

/// Text that is worked through at a time, where rows are long.
const CHUNK_BYTES: usize = 4 * MOST_BYTES;

/// Where a register comes from.
pub enum Input {
    /// A file, which can be read more than once.
    File(Box<dyn Source>),
    /// A stream, which can be read once.
    Stream(Box<dyn Read>),
}

/// A register as it was found.
pub struct Register {
    /// Its heading row.
    pub heading: Heading,
    /// What separates its cells.
    pub separator: u8,
    /// The name of its encoding.
    pub encoding: &'static str,
    /// Whether a spreadsheet that opened it can open results only with a byte-order mark.
    pub needs_mark: bool,
}

impl Register {
    /// What is to be said of it besides the results.
    pub(crate) fn remarks(&self) -> Vec<Words> {
        let name = self.encoding;
        let is_other = name != UTF_8.name();
        let words = || {
            let english = format!("read as {name}; the results are UTF-8");
            Words::new(format!("按 {name} 读取，结果存为 UTF-8"), english)
        };
        is_other.then(words).into_iter().collect()
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

/// Opens a register for a policy; what was found, and the rows below the heading.
///
/// # Errors
/// Where it cannot be read, is empty, or its heading does not fit the policy.
pub fn open(input: Input, policy: &Policy) -> Result<(Register, Reader), NotOpened> {
    let mut text = match input {
        Input::File(source) => Text::seekable(source),
        Input::Stream(source) => Text::once(source),
    }
    .map_err(|error| error.at(1))?;
    let ahead = look_ahead(&mut text)?;
    let (separator, first, names) = find_heading(policy, &ahead)?;
    if names.is_empty() {
        return Err(NotOpened::Empty);
    }
    let values: Vec<String> = policy.value_ids().map(str::to_owned).collect();
    let added: Vec<String> = added(&values).map(str::to_owned).collect();
    let heading = Heading::read(policy, names, &added).map_err(NotOpened::Heading)?;
    let encoding = text.kind.encoding;
    let needs_mark = text.kind.is_marked || text.kind.is_ascii || encoding != UTF_8;
    let register = Register { heading, separator, encoding: encoding.name(), needs_mark };
    let splitter = Splitter::new(separator);
    let reader = Reader { text, splitter, ahead, is_at_end: false, skipped: first + 1 };
    Ok((register, reader))
}

/// The rows of a register, below its heading.
pub struct Reader {
    text: Text,
    splitter: Splitter,
    /// What was read and not looked at yet.
    ahead: String,
    is_at_end: bool,
    /// So many rows are still to be left out.
    skipped: usize,
}

impl Reader {
    /// The next rows; `None` at the end.
    ///
    /// # Errors
    /// Where the register cannot be read any further.
    pub fn chunk(&mut self) -> Result<Option<Rows>, Unreadable> {
        let mut rows = Rows::default();
        self.fill(&mut rows).map_err(|error| error.at(self.splitter.line()))?;
        let is_end = rows.len() == 0;
        rows.skip(mem::take(&mut self.skipped));
        Ok((!is_end).then_some(rows))
    }

    fn fill(&mut self, rows: &mut Rows) -> Result<(), Unreadable> {
        let mut text = mem::take(&mut self.ahead);
        while rows.len() < CHUNK && rows.bytes() < CHUNK_BYTES && !self.is_at_end {
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

/// The separator, the place of the heading row and its cells. It is the first that is not blank, taken apart at
/// the separator that makes the most fields of it, or else the most cells.
fn find_heading(policy: &Policy, text: &str) -> Result<(u8, usize, Vec<String>), Unreadable> {
    let (mut most, mut best) = ((0, 0), (SEPARATORS[0], 0, Vec::new()));
    for separator in SEPARATORS {
        let (mut splitter, mut rows) = (Splitter::new(separator), Rows::default());
        let whole = splitter.split(text, &mut rows).and_then(|()| splitter.finish(&mut rows));
        let is_blank = |row: &Row<'_>| row.cells().all(is_separation) || names_separator(row);
        let found = rows.iter().enumerate().find(|(_, row)| !is_blank(row));
        let Some((place, row)) = found else {
            whole?;
            continue;
        };
        let names: Vec<String> = row.cells().map(str::to_owned).collect();
        let worth = (heading::known(policy, &names), names.len());
        if worth > most {
            (most, best) = (worth, (separator, place, names));
        }
    }
    Ok(best)
}

/// Whether a row says to spreadsheets what separates cells: `sep=;`.
fn names_separator(row: &Row<'_>) -> bool {
    let mut cells = row.cells();
    let says = |cell: &str| cell.len() <= 5 && cell.to_ascii_lowercase().starts_with("sep=");
    cells.next().is_some_and(says) && cells.all(is_separation)
}

/// Whether there is nothing but spaces and what separates cells.
fn is_separation(text: &str) -> bool {
    let is_separator = |character| SEPARATORS.iter().any(|one| char::from(*one) == character);
    text.chars().all(|character| character.is_whitespace() || is_separator(character))
}
