//! The texts that cells share.

use super::MOST_HELD;
use super::archive::{Archive, Entry};
use super::xml::{Event, Xml, add_text};
use crate::unreadable::Unreadable;

/// Texts, one after another.
#[derive(Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(crate) fn read(archive: &Archive, entry: &Entry) -> Result<Strings, Unreadable> {
        if entry.unpacked > MOST_HELD {
            return Err(Unreadable::TooLarge);
        }
        let mut xml = Xml::new(&entry.name, archive.part(entry)?);
        let mut strings = Strings::default();
        let (mut is_text, mut phonetic, mut text) = (false, false, String::new());
        loop {
            match xml.next()? {
                Event::Start(tag) => match tag.local_name().into_inner() {
                    "t" => is_text = !phonetic,
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().into_inner() {
                    "t" => is_text = false,
                    "rPh" => phonetic = false,
                    "si" => {
                        strings.text.push_str(&unescaped(&text));
                        strings.ends.push(strings.text.len());
                        text.clear();
                    }
                    _ => {}
                },
                Event::Eof => return Ok(strings),
                event if is_text => {
                    add_text(&event, &mut text);
                }
                _ => {}
            }
        }
    }

    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let start = if index == 0 { 0 } else { *self.ends.get(index - 1)? };
        Some(&self.text[start..*self.ends.get(index)?])
    }
}

/// A text without the escapes of characters that XML does not have: `_x000D_`.
pub(crate) fn unescaped(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let character = code
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        if let Some(character) = character {
            plain.push(character);
            rest = &rest[at + 7..];
        } else {
            plain.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    plain.push_str(rest);
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn characters_that_xml_lacks() {
        for (text, plain) in [
            ("稳岗", "稳岗"),
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x12", "_x12"),
            ("_x稳岗稳岗_", "_x稳岗稳岗_"),
        ] {
            assert_eq!(unescaped(text), plain);
        }
    }
}
