//! A sheet, row by row: what each cell says, and, for a result that is to look like it, the bytes of the file.

use std::rc::Rc;

use super::Workbook;
use super::archive::Part;
use super::cell::{self, Doubt};
use super::formats::Format;
use super::strings::unescaped;
use super::xml::{BytesStart, Event, Xml, add_text, attribute, is_set};
use crate::rows::{Piece, Place, Rows};
use crate::unreadable::Unreadable;

/// What is known of a sheet when it has been gone through once.
#[derive(Default)]
pub(crate) struct Survey {
    /// How many columns have a cell.
    pub(crate) columns: usize,
    /// The number of the last row.
    pub(crate) last_row: usize,
    /// Merged cells: first and last column, first and last row.
    pub(crate) merged: Vec<(usize, usize, usize, usize)>,
    /// Hidden columns, first and last.
    pub(crate) hidden_columns: Vec<(usize, usize)>,
    pub(crate) hidden_rows: usize,
}

/// So many merged cells are looked at: those of headings stand first.
const MOST_MERGED: usize = 10_000;

impl Survey {
    /// Goes through a sheet, which also tells whether all of it can be read.
    pub(crate) fn of(workbook: &Workbook, sheet: usize) -> Result<Survey, Unreadable> {
        let mut xml = open(workbook, sheet)?;
        let mut survey = Survey::default();
        let (mut row, mut column, mut depth) = (0, 0, 0_usize);
        loop {
            match xml.next()? {
                Event::Start(tag) => {
                    depth += 1;
                    match tag.local_name().into_inner() {
                        "row" => {
                            row = row_number(&tag, row);
                            column = 0;
                            survey.hidden_rows += usize::from(is_set(&tag, "hidden"));
                        }
                        "c" => {
                            column = CellTag::read(&tag, column).column + 1;
                            survey.columns = survey.columns.max(column);
                            survey.last_row = survey.last_row.max(row);
                        }
                        "col" if is_set(&tag, "hidden") => {
                            let end =
                                |name| attribute(&tag, name)?.parse::<usize>().ok()?.checked_sub(1);
                            survey.hidden_columns.extend(end("min").zip(end("max")));
                        }
                        "mergeCell" if survey.merged.len() < MOST_MERGED => {
                            let corners = attribute(&tag, "ref").unwrap_or_default();
                            let corners = corners.split_once(':');
                            let corners = corners.and_then(|(first, last)| {
                                cell::place(first).zip(cell::place(last))
                            });
                            survey.merged.extend(
                                corners.map(|(first, last)| (first.0, last.0, first.1, last.1)),
                            );
                        }
                        _ => {}
                    }
                }
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::Eof if depth == 0 => return Ok(survey),
                Event::Eof => return Err(xml.damaged()),
                _ => {}
            }
        }
    }
}

fn open(workbook: &Workbook, sheet: usize) -> Result<Xml<Part>, Unreadable> {
    let name = &workbook.sheets[sheet].part;
    let entry = workbook.archive.find(name).ok_or_else(|| Unreadable::damaged(name))?;
    Ok(Xml::new(name, workbook.archive.part(entry)?))
}

fn row_number(tag: &BytesStart<'_>, last: usize) -> usize {
    attribute(tag, "r").and_then(|row| row.parse().ok()).unwrap_or(last + 1)
}

/// What the tag of a cell says.
#[derive(Clone, Copy)]
struct CellTag {
    column: usize,
    style: Option<usize>,
    kind: CellKind,
}

/// What kind of value a cell has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellKind {
    Number,
    SharedText,
    Text,
    InlineText,
    Boolean,
    Error,
    Day,
}

impl CellTag {
    /// `next` is the column of a cell that does not say where it stands. There are millions of these tags.
    fn read(tag: &BytesStart<'_>, next: usize) -> CellTag {
        let mut read = CellTag { column: next, style: None, kind: CellKind::Number };
        for one in tag.attributes().with_checks(false).flatten() {
            match one.key.into_inner() {
                "r" => read.column = cell::place(&one.value).map_or(next, |place| place.0),
                "s" => read.style = one.value.parse().ok(),
                "t" => {
                    read.kind = match &*one.value {
                        "s" => CellKind::SharedText,
                        "str" => CellKind::Text,
                        "inlineStr" => CellKind::InlineText,
                        "b" => CellKind::Boolean,
                        "e" => CellKind::Error,
                        "d" => CellKind::Day,
                        _ => CellKind::Number,
                    }
                }
                _ => {}
            }
        }
        read
    }
}

/// A sheet that is being read.
pub(crate) struct Sheet {
    workbook: Rc<Workbook>,
    xml: Xml<Part>,
    /// The number of the row read last.
    row: usize,
    /// The number of the last row that was handed out, or left out.
    given: usize,
    /// From this column on, cells are left out of what is kept of the file.
    cut: Option<usize>,
    is_at_end: bool,
    text: String,
    ends: Vec<usize>,
    /// Columns with cells that say nothing for certain, of the row that is being read.
    doubts: Vec<(usize, Doubt)>,
}

impl Sheet {
    /// Opens a sheet. `cut` where the bytes of the file are to be kept, without the cells from this column on.
    pub(crate) fn open(
        workbook: &Rc<Workbook>,
        sheet: usize,
        cut: Option<usize>,
    ) -> Result<Sheet, Unreadable> {
        let mut xml = open(workbook, sheet)?;
        if cut.is_some() {
            xml.keep();
        }
        Ok(Sheet {
            workbook: Rc::clone(workbook),
            xml,
            row: 0,
            given: 0,
            cut,
            is_at_end: false,
            text: String::new(),
            ends: Vec::new(),
            doubts: Vec::new(),
        })
    }

    /// Adds the next row with anything in it, and the blank ones before it. False at the end.
    pub(crate) fn read(&mut self, rows: &mut Rows) -> Result<bool, Unreadable> {
        while !self.is_at_end {
            match self.xml.next()? {
                Event::Start(tag) => match tag.local_name().into_inner() {
                    "row" => {
                        let number = row_number(&tag, self.row);
                        // Rows stand in their order.
                        if number <= self.row || number > 1_048_576 {
                            return Err(self.xml.damaged());
                        }
                        self.row = number;
                        if self.read_row(rows)? {
                            return Ok(true);
                        }
                    }
                    "sheetData" => self.keep(rows, Place::Head, None),
                    _ => {}
                },
                Event::Eof => {
                    self.keep(rows, Place::Tail, None);
                    self.is_at_end = true;
                }
                _ => {}
            }
        }
        Ok(false)
    }

    /// The number of the row read last.
    pub(crate) fn position(&self) -> usize {
        self.row
    }

    /// Hands out the bytes of the file up to here.
    fn keep(&mut self, rows: &mut Rows, place: Place, cut: Option<usize>) {
        if self.cut.is_some() {
            let bytes = self.xml.take_kept();
            if let (Place::Blank, None, Some(last)) = (place, cut, rows.pieces.last_mut())
                && last.place == Place::Blank
            {
                last.bytes.extend_from_slice(&bytes);
                return;
            }
            rows.pieces.push(Piece { place, number: self.row, cut, bytes });
        }
    }

    /// Reads a row up to its end; false where there is nothing in it.
    fn read_row(&mut self, rows: &mut Rows) -> Result<bool, Unreadable> {
        self.text.clear();
        self.ends.clear();
        self.doubts.clear();
        let (mut next, mut cut) = (0, None);
        loop {
            let kept = self.xml.kept();
            match self.xml.next()? {
                Event::Start(tag) if tag.local_name().into_inner() == "c" => {
                    let cell = CellTag::read(&tag, next);
                    let column = cell.column;
                    if column < next {
                        return Err(self.xml.damaged());
                    }
                    next = column + 1;
                    if self.cut.is_some_and(|first| column >= first) && cut.is_none() {
                        cut = Some(kept);
                    }
                    self.read_cell(cell)?;
                }
                Event::End(tag) if tag.local_name().into_inner() == "row" => break,
                Event::Eof => return Err(self.xml.damaged()),
                _ => {}
            }
        }
        if self.text.trim().is_empty() {
            self.keep(rows, Place::Blank, cut);
            return Ok(false);
        }
        for number in self.given + 1..self.row {
            rows.push("", &[0], number);
        }
        self.given = self.row;
        let index = rows.len();
        rows.push(&self.text, &self.ends, self.row);
        rows.doubts.extend(self.doubts.drain(..).map(|(column, doubt)| (index, column, doubt)));
        self.keep(rows, Place::Row(index), cut);
        Ok(true)
    }

    fn read_cell(&mut self, cell: CellTag) -> Result<(), Unreadable> {
        let column = cell.column;
        let (mut value, mut inline, mut formula) = (None::<String>, String::new(), None::<String>);
        let (mut within, mut phonetic) = (Within::Nothing, false);
        loop {
            match self.xml.next()? {
                Event::Start(tag) => match tag.local_name().into_inner() {
                    "v" => {
                        value = Some(String::new());
                        within = Within::Value;
                    }
                    "f" => {
                        formula = Some(String::new());
                        within = Within::Formula;
                    }
                    "t" if !phonetic => within = Within::Inline,
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().into_inner() {
                    "c" => break,
                    "rPh" => phonetic = false,
                    _ => within = Within::Nothing,
                },
                Event::Eof => return Err(self.xml.damaged()),
                event => {
                    let _ = match within {
                        Within::Value => add_text(&event, value.get_or_insert_default()),
                        Within::Formula => add_text(&event, formula.get_or_insert_default()),
                        Within::Inline => add_text(&event, &mut inline),
                        Within::Nothing => false,
                    };
                }
            }
        }
        // Cells that the row does not have are empty.
        self.ends.resize(column, self.text.len());
        let said = self.said(cell, value.as_deref(), &inline, formula.as_deref());
        match said {
            Ok(text) => self.text.push_str(&text),
            Err(doubt) => {
                match (&doubt, &value, &formula) {
                    (Doubt::NotComputed, _, Some(formula)) => {
                        self.text.push('=');
                        self.text.push_str(formula);
                    }
                    (_, Some(value), _) => self.text.push_str(value),
                    _ => {}
                }
                self.doubts.push((column, doubt));
            }
        }
        self.ends.push(self.text.len());
        if self.text.len() > crate::rows::MOST_BYTES {
            return Err(Unreadable::LongRow(self.row));
        }
        Ok(())
    }

    /// What a cell says.
    fn said(
        &self,
        cell: CellTag,
        value: Option<&str>,
        inline: &str,
        formula: Option<&str>,
    ) -> Result<String, Doubt> {
        let CellTag { style, kind, .. } = cell;
        let is_text = matches!(kind, CellKind::SharedText | CellKind::Text | CellKind::InlineText);
        if formula.is_some() {
            let is_there = value.is_some_and(|value| kind == CellKind::Text || !value.is_empty());
            if self.workbook.is_uncomputed || !is_there {
                return Err(Doubt::NotComputed);
            }
        }
        let value = match value {
            Some(value) if is_text || !value.trim().is_empty() => value,
            _ => return Ok(unescaped(inline).into_owned()),
        };
        match kind {
            CellKind::SharedText => {
                let index = value.trim().parse().ok();
                let text = index.and_then(|index| self.workbook.strings.get(index));
                text.map(str::to_owned).ok_or(Doubt::NoNumber)
            }
            CellKind::Text => Ok(unescaped(value).into_owned()),
            CellKind::InlineText => Ok(unescaped(inline).into_owned()),
            CellKind::Boolean => Ok(if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned()),
            CellKind::Error => Err(Doubt::Error(value.to_owned())),
            CellKind::Day => Ok(value.to_owned()),
            CellKind::Number => {
                let format = style.and_then(|style| self.workbook.formats.get(style));
                cell::number(value, format.unwrap_or(&Format::Plain), self.workbook.is_1904)
            }
        }
    }
}

/// What the text that comes is of.
#[derive(Clone, Copy)]
enum Within {
    Nothing,
    Value,
    Formula,
    Inline,
}
