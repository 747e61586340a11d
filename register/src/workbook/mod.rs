//! Workbooks (.xlsx): their sheets, read row by row.

mod archive;
mod cell;
mod cells;
mod formats;
pub(crate) mod parts;
mod sheet;
mod strings;
mod xml;
mod zip;

use std::io::Read;
use std::rc::Rc;

pub(crate) use archive::Archive;
pub use cell::{Doubt, name as cell_name};
pub(crate) use cells::{Cells, Content, is_exact};
pub(crate) use sheet::{Sheet, Survey};
pub(crate) use zip::{Open, Zip};

use xml::{Event, Xml, attribute, is_set};

use crate::Source;
use crate::unreadable::Unreadable;
use formats::Format;
use strings::Strings;

/// No part that is held as a whole unpacks to more.
const MOST_HELD: u64 = 256 << 20;

/// What begins a ZIP archive, and so a workbook.
pub(crate) const ZIP: &[u8] = b"PK\x03\x04";

/// What begins a workbook of an older kind, or one with a password.
pub(crate) const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// A workbook, without its sheets.
pub(crate) struct Workbook {
    pub(crate) archive: Archive,
    /// The name of the part that lists the sheets.
    pub(crate) part: String,
    /// The name of the part with the formats.
    pub(crate) styles: Option<String>,
    pub(crate) sheets: Vec<SheetEntry>,
    /// The names of all sheets, those without cells too.
    names: Vec<String>,
    /// The largest number of a sheet.
    last_id: usize,
    is_1904: bool,
    /// Whether a program wrote the formulas, for a spreadsheet to compute when it opens the workbook.
    is_uncomputed: bool,
    formats: Vec<Format>,
    strings: Strings,
}

/// A sheet as the workbook lists it.
pub(crate) struct SheetEntry {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
    /// The name of its part.
    pub(crate) part: String,
}

/// A relation of a part to another.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    target: String,
}

impl Workbook {
    /// Opens a workbook.
    pub(crate) fn open(source: Box<dyn Source>) -> Result<Rc<Workbook>, Unreadable> {
        let archive = Archive::open(source)?;
        if let Some(mimetype) = archive.find("mimetype") {
            let kind = archive.whole(mimetype, 1000)?;
            let is_ods = kind.starts_with(b"application/vnd.oasis.opendocument");
            return Err(if is_ods { Unreadable::OtherWorkbook } else { Unreadable::NoWorkbook });
        }
        let relations = relations(&archive, "")?;
        let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
        let Some(part) = main.map(|main| main.target) else {
            return Err(Unreadable::NoWorkbook);
        };
        match part.rsplit_once('.') {
            Some((_, "bin")) => return Err(Unreadable::OtherWorkbook),
            Some((_, "xml")) if part.starts_with("xl/") => {}
            _ => return Err(Unreadable::NoWorkbook),
        }
        let relations = self::relations(&archive, &part)?;
        let target = |kind: &str| {
            let found = relations.iter().find(|relation| relation.kind == kind);
            found.map(|relation| relation.target.clone())
        };
        let (styles, strings) = (target("styles"), target("sharedStrings"));
        let mut workbook = Workbook {
            formats: match styles.as_ref().and_then(|name| archive.find(name)) {
                Some(entry) => self::formats(&archive, entry)?,
                None => Vec::new(),
            },
            strings: match strings.as_ref().and_then(|name| archive.find(name)) {
                Some(entry) => Strings::read(&archive, entry)?,
                None => Strings::default(),
            },
            archive,
            part,
            styles,
            sheets: Vec::new(),
            names: Vec::new(),
            last_id: 0,
            is_1904: false,
            is_uncomputed: false,
        };
        workbook.list_sheets(&relations)?;
        if workbook.sheets.is_empty() {
            return Err(Unreadable::NoSheet);
        }
        Ok(Rc::new(workbook))
    }

    /// How many styles cells can name; `None` where there are none.
    pub(crate) fn styles_count(&self) -> Option<usize> {
        self.styles.as_ref().filter(|_| !self.formats.is_empty())?;
        Some(self.formats.len())
    }

    fn list_sheets(&mut self, relations: &[Relation]) -> Result<(), Unreadable> {
        let entry = self.archive.find(&self.part).ok_or(Unreadable::NoWorkbook)?;
        let mut xml = held(&self.archive, entry)?;
        loop {
            match xml.next()? {
                Event::Start(tag) => match tag.local_name().into_inner() {
                    "workbookPr" => self.is_1904 = is_set(&tag, "date1904"),
                    "calcPr" => self.is_uncomputed = is_set(&tag, "fullCalcOnLoad"),
                    "sheet" => {
                        self.names.extend(attribute(&tag, "name"));
                        let id = attribute(&tag, "sheetId").and_then(|id| id.parse().ok());
                        self.last_id = self.last_id.max(id.unwrap_or_default());
                        let id = attribute(&tag, "id");
                        let relation = relations.iter().find(|one| Some(&one.id) == id.as_ref());
                        // There are also sheets with nothing but a chart.
                        if let Some(relation) = relation.filter(|one| one.kind == "worksheet") {
                            self.sheets.push(SheetEntry {
                                name: attribute(&tag, "name").unwrap_or_default(),
                                is_hidden: attribute(&tag, "state")
                                    .is_some_and(|state| state != "visible"),
                                part: relation.target.clone(),
                            });
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

/// What a file of the older kind is: a workbook of an old format, or one that a password protects.
pub(crate) fn old(mut source: Box<dyn Source>) -> Result<Unreadable, Unreadable> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bytes = Vec::new();
    loop {
        let size = source.by_ref().take(1 << 20).read_to_end(&mut bytes)?;
        if bytes.windows(name.len()).any(|piece| piece == name) {
            return Ok(Unreadable::Password);
        }
        if size == 0 {
            return Ok(Unreadable::OldWorkbook);
        }
        bytes.drain(..bytes.len().saturating_sub(name.len()));
    }
}

/// A part that is held as a whole.
fn held(
    archive: &Archive,
    entry: &archive::Entry,
) -> Result<Xml<std::io::Cursor<Vec<u8>>>, Unreadable> {
    Ok(Xml::new(&entry.name, std::io::Cursor::new(archive.whole(entry, MOST_HELD)?)))
}

/// The relations of a part; of the archive as a whole where its name is empty.
fn relations(archive: &Archive, part: &str) -> Result<Vec<Relation>, Unreadable> {
    let (folder, _) = part.rsplit_once('/').unwrap_or(("", part));
    let Some(entry) = archive.find(&relations_of(part)) else { return Ok(Vec::new()) };
    let mut xml = held(archive, entry)?;
    let mut relations = Vec::new();
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().into_inner() == "Relationship" => {
                let get = |name| attribute(&tag, name).unwrap_or_default();
                let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation {
                    id: get("Id"),
                    kind,
                    target: resolved(folder, &get("Target")),
                });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// The name of the part that has the relations of a part.
pub(crate) fn relations_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The name of a part, as it is called from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "." | "" => {}
            ".." => drop(path.pop()),
            name => path.push(name),
        }
    }
    path.join("/")
}

/// The format of each style that cells name.
fn formats(archive: &Archive, entry: &archive::Entry) -> Result<Vec<Format>, Unreadable> {
    let mut xml = held(archive, entry)?;
    let (mut own, mut formats, mut is_cells) = (Vec::new(), Vec::new(), false);
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().into_inner() {
                "numFmt" => {
                    let id = attribute(&tag, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    let code = attribute(&tag, "formatCode").unwrap_or_default();
                    own.extend(id.map(|id| (id, Format::read(&code))));
                }
                "cellXfs" => is_cells = true,
                "xf" if is_cells => {
                    let id = attribute(&tag, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    let id = id.unwrap_or_default();
                    let found = own.iter().find(|format| format.0 == id);
                    formats
                        .push(found.map_or_else(|| Format::built_in(id), |found| found.1.clone()));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().into_inner() == "cellXfs" => is_cells = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
