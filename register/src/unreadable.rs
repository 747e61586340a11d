//! Why a register cannot be read, in words.

use std::io;

use encoding_rs::Encoding;
use wengang::Text;

/// Why a register cannot be read.
#[derive(Debug)]
pub enum Unreadable {
    /// Its bytes cannot be had.
    Unavailable(io::Error),
    /// A workbook of a spreadsheet.
    Workbook,
    /// Bytes that mean nothing in the encoding, at this line.
    Encoding(&'static Encoding, usize),
    /// Neither UTF-8, from the first line on, nor GB 18030, at the second.
    NoKnownEncoding(usize, usize),
    /// A quotation mark that is never closed, at this line.
    OpenQuotation(usize),
    /// The row at this line is too long.
    LongRow(usize),
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Unreadable {
        Unreadable::Unavailable(error)
    }
}

impl Unreadable {
    /// The same, of text that was read up to this line.
    pub(crate) fn at(self, line: usize) -> Unreadable {
        match self {
            Unreadable::Encoding(encoding, _) => Unreadable::Encoding(encoding, line),
            Unreadable::NoKnownEncoding(other, _) => Unreadable::NoKnownEncoding(other, line),
            other => other,
        }
    }

    /// In words.
    pub fn words(&self) -> Text {
        match self {
            Unreadable::Unavailable(error) => Text::new(error.to_string(), error.to_string()),
            Unreadable::Workbook => Text::new(
                "这是 Excel 或 WPS 的工作簿，请另存为 CSV 再用",
                "this is a workbook of a spreadsheet; save it as CSV first",
            ),
            Unreadable::NoKnownEncoding(other, line) => Text::new(
                format!("第 {other} 行不是 UTF-8，第 {line} 行不是 GB 18030；请另存为“CSV UTF-8”"),
                format!(
                    "line {other} is not UTF-8, and line {line} is not GB 18030; save it as “CSV UTF-8”"
                ),
            ),
            Unreadable::Encoding(encoding, line) => {
                let encoding = encoding.name();
                Text::new(
                    format!("第 {line} 行不是 {encoding}；请另存为“CSV UTF-8”"),
                    format!("line {line} is not {encoding}; save it as “CSV UTF-8”"),
                )
            }
            Unreadable::OpenQuotation(line) => Text::new(
                format!("第 {line} 行的引号没有闭合"),
                format!("the quotation mark at line {line} is never closed"),
            ),
            Unreadable::LongRow(line) => Text::new(
                format!("第 {line} 行超过 1 MB，不像是名册"),
                format!("line {line} is longer than 1 MB, which no register is"),
            ),
        }
    }
}
