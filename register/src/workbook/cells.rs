//! Cells as the XML of a sheet has them.

use std::fmt::Write as _;

use super::cell::name;

/// A cell has no more characters.
const MOST_CHARACTERS: usize = 32_767;

/// What is written into a cell. A text stays one, whatever it looks like.
pub(crate) enum Content<'c> {
    Nothing,
    Text(&'c str),
    /// A plain decimal.
    Number(&'c str),
}

/// Writes cells of one row.
pub(crate) struct Cells<'w> {
    pub(crate) to: &'w mut Vec<u8>,
    /// The prefix of element names.
    pub(crate) prefix: &'w str,
    pub(crate) row: usize,
}

impl Cells<'_> {
    pub(crate) fn write(&mut self, column: usize, style: Option<usize>, content: &Content<'_>) {
        let (p, name) = (self.prefix, name(column, self.row));
        let style = style.map_or_else(String::new, |style| format!(" s=\"{style}\""));
        let cell = match content {
            Content::Number(number) if is_exact(number) => {
                format!("<{p}c r=\"{name}\"{style}><{p}v>{number}</{p}v></{p}c>")
            }
            Content::Nothing | Content::Text("") => return,
            Content::Text(text) | Content::Number(text) => format!(
                "<{p}c r=\"{name}\"{style} t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{}</{p}t></{p}is></{p}c>",
                escaped(text)
            ),
        };
        self.to.extend_from_slice(cell.as_bytes());
    }
}

/// Whether a text is a plain decimal that spreadsheets keep all digits of.
pub(crate) fn is_exact(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole)
        && are_digits(decimals)
        && (whole == "0" || !whole.starts_with('0'))
        && whole.len() + decimals.len() <= 15
}

/// A text as XML has it.
pub(crate) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (at, character) in text.char_indices().take(MOST_CHARACTERS) {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\t' | '\n' => written.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(written, "_x{:04X}_", u32::from(character));
            }
            // What would be read as such an escape.
            '_' if text[at..].starts_with("_x") && text.as_bytes().get(at + 6) == Some(&b'_') => {
                written.push_str("_x005F_");
            }
            other => written.push(other),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::super::strings::unescaped;
    use super::*;

    #[test]
    fn texts_come_back_as_they_were() {
        for text in ["稳岗", "a\rb\0", "_x000D_", "=1+1", "_x", " a "] {
            assert_eq!(unescaped(&escaped(text)), text);
        }
        assert_eq!(escaped("<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;");
    }

    #[test]
    fn numbers_are_those_that_spreadsheets_keep() {
        for text in ["0", "7380.00", "-0.5", "0.0212765957", "123456789012.34"] {
            assert!(is_exact(text), "{text}");
        }
        for text in ["", "007", "1e5", "1,000", "1.", ".5", "1234567890123.456", "３"] {
            assert!(!is_exact(text), "{text}");
        }
    }
}
