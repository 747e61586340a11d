//! Why a register cannot be read, in words.

use std::io;

use encoding_rs::Encoding;
use wengang::Text;

/// Why a register cannot be read.
#[derive(Debug)]
pub enum Unreadable {
    /// Its bytes cannot be had.
    Unavailable(io::Error),
    /// A workbook of an older kind: .xls, .et.
    OldWorkbook,
    /// A workbook of another kind: .ods, .xlsb.
    OtherWorkbook,
    /// An archive with something else in it.
    NoWorkbook,
    /// A workbook that a password protects.
    Password,
    /// A workbook without a sheet.
    NoSheet,
    /// There is no sheet of this name, but these.
    NoSuchSheet(String, Vec<String>),
    /// A sheet was asked for of what is no workbook.
    NoSheets,
    /// What unpacks to far more than any register has.
    Bomb,
    /// A file of more than 200 MB.
    TooLarge,
    /// A workbook of which this part is damaged.
    Damaged(String),
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
    pub(crate) fn damaged(part: &str) -> Unreadable {
        Unreadable::Damaged(part.to_owned())
    }

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
            Unreadable::OldWorkbook => Text::new(
                "这是旧格式的工作簿（.xls、.et），请另存为 .xlsx 或 CSV 再用",
                "this is a workbook in an old format (.xls, .et); save it as .xlsx, or save it as CSV",
            ),
            Unreadable::OtherWorkbook => Text::new(
                "这是另一种格式的工作簿（.ods、.xlsb），请另存为 .xlsx 再用",
                "this is a workbook in another format (.ods, .xlsb); save it as .xlsx",
            ),
            Unreadable::NoWorkbook => Text::new(
                "这是压缩文件，但不是 .xlsx 工作簿",
                "this is a ZIP archive, but no .xlsx workbook",
            ),
            Unreadable::Password => Text::new(
                "工作簿有密码保护，请先去掉密码再用",
                "the workbook is protected by a password; remove it first",
            ),
            Unreadable::NoSheet => {
                Text::new("工作簿里没有工作表", "there is no sheet in the workbook")
            }
            Unreadable::NoSuchSheet(name, others) => Text::new(
                format!("没有名为“{name}”的工作表；有：{}", others.join("、")),
                format!("there is no sheet “{name}”, but these: {}", others.join(", ")),
            ),
            Unreadable::NoSheets => Text::new(
                "只有工作簿才能用 --sheet 选择工作表",
                "only a workbook has sheets to choose from with --sheet",
            ),
            Unreadable::Bomb => Text::new(
                "解压后大得不像名册，不读",
                "it unpacks to far more than any register has, and is not read",
            ),
            Unreadable::TooLarge => {
                Text::new("超过 200 MB，请拆成几个文件", "larger than 200 MB; split it up")
            }
            Unreadable::Damaged(part) => Text::new(
                format!("工作簿已损坏（{part}），请用 Excel 或 WPS 修复，或另存为 CSV 再用"),
                format!(
                    "the workbook is damaged ({part}); repair it in a spreadsheet, or save it as CSV"
                ),
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
