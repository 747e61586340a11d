//! The text of a file, which may be saved in another encoding than UTF-8.

use std::path::Path;

use super::library::Files;
use crate::values::{Locale, text};

/// The text of a file, or why it has none.
pub(super) fn read_text(path: &Path, from: &impl Files, locale: Locale) -> Result<String, String> {
    let bytes = from.read(path).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| {
        let bytes = error.as_bytes();
        let line = bytes[..error.utf8_error().valid_up_to()].split(|byte| *byte == b'\n').count();
        // What cannot be UTF-8 and is written in Chinese by an editor in China is nearly always one of these.
        let saved = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            text!("文件是 UTF-16 编码", "the file is UTF-16")
        } else if is_gb_18030(bytes) {
            text!("文件是 GBK（GB 18030，即“ANSI”）编码", "the file is GBK (GB 18030, “ANSI”)")
        } else {
            text!(
                "文件从第 {line} 行起不是 UTF-8 编码",
                "from line {line} on, the file is not UTF-8"
            )
        };
        let saved = saved.get(locale);
        locale.pick(
            format!("{saved}；请在编辑器里“另存为”，编码选 UTF-8"),
            format!("{saved}; save it anew as UTF-8"),
        )
    })
}

/// Whether bytes can be GB 18030: each that is not ASCII begins a pair, or four of them.
fn is_gb_18030(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match *rest {
            [] => return true,
            [0..=0x7f, ref rest @ ..]
            | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, ref rest @ ..]
            | [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9', ref rest @ ..] => rest,
            _ => return false,
        };
    }
}
