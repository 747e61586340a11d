//! Why a register cannot be read, in words.

use std::io;
use std::path::Path;

use encoding_rs::Encoding;
use wengang::Locale;

use crate::answer::Failure;

/// Why a register cannot be read.
pub(super) enum Unreadable {
    Unavailable(io::Error),
    /// A workbook of a spreadsheet.
    Workbook,
    /// Bytes that mean nothing in the encoding.
    Encoding(&'static Encoding),
    /// Neither UTF-8, from this line on, nor GB 18030.
    NoKnownEncoding(usize),
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
    /// In words, of the file that was read up to this line.
    pub(super) fn failure(&self, path: &Path, line: usize, locale: Locale) -> Failure {
        let name = if path == Path::new("-") {
            locale.pick("标准输入", "standard input").to_owned()
        } else {
            path.display().to_string()
        };
        let words = match self {
            Unreadable::Unavailable(error) => error.to_string(),
            Unreadable::Workbook => locale
                .pick(
                    "这是 Excel 或 WPS 的工作簿，请另存为 CSV 再用",
                    "this is a workbook of a spreadsheet; save it as CSV first",
                )
                .to_owned(),
            Unreadable::NoKnownEncoding(other) => locale.pick(
                format!("第 {other} 行不是 UTF-8，第 {line} 行不是 GB 18030；请另存为“CSV UTF-8”"),
                format!(
                    "line {other} is not UTF-8, and line {line} is not GB 18030; save it as “CSV UTF-8”"
                ),
            ),
            Unreadable::Encoding(encoding) => {
                let encoding = encoding.name();
                locale.pick(
                    format!("第 {line} 行不是 {encoding}；请另存为“CSV UTF-8”"),
                    format!("line {line} is not {encoding}; save it as “CSV UTF-8”"),
                )
            }
            Unreadable::OpenQuotation(line) => locale.pick(
                format!("第 {line} 行的引号没有闭合"),
                format!("the quotation mark at line {line} is never closed"),
            ),
            Unreadable::LongRow(line) => locale.pick(
                format!("第 {line} 行超过 1 MB，不像是名册"),
                format!("line {line} is longer than 1 MB, which no register is"),
            ),
        };
        Failure::Broken(format!("{name}: {words}"))
    }
}

/// Where a register has no row.
pub(super) fn nothing_there(input: &Path, locale: Locale) -> Failure {
    let name = input.display();
    Failure::Empty(locale.pick(
        format!("{name}: 没有可计算的行；首行应是各列的名称，以下每行一个单位"),
        format!(
            "{name}: there is no row to work on; the first names the columns, a row each follows"
        ),
    ))
}
