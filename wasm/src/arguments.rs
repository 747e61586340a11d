//! Reads what `arguments.js` has made of the arguments of a call: plain data within bounds.

use wasm_bindgen::prelude::*;
use wengang::{Date, Locale, Problem, ProblemCode, Raw, RawRow, Text};

use crate::invalid;

/// An argument, or a part of one.
#[derive(Debug, PartialEq)]
pub(crate) enum Given<'a> {
    Undefined,
    Null,
    Boolean(bool),
    Number(&'a str),
    Text(&'a str),
    /// The beginning of a text that is longer than any answer.
    LongText(&'a str),
    List(Vec<Given<'a>>),
    /// The length of a list that was not looked at.
    LongList(usize),
    Object(Vec<(&'a str, Given<'a>)>),
    /// What is no data, by its name.
    Other(&'a str),
    /// More than can be computed in any time that one would wait for it.
    TooLarge,
}

/// The arguments of a call, one after another.
pub(crate) struct Arguments<'a> {
    words: core::slice::Iter<'a, u32>,
    text: &'a str,
    is_ascii: bool,
}

impl<'a> Arguments<'a> {
    pub(crate) fn new(words: &'a [u32], text: &'a str) -> Arguments<'a> {
        Arguments { words: words.iter(), text, is_ascii: text.is_ascii() }
    }

    fn word(&mut self) -> u32 {
        self.words.next().copied().unwrap_or_default()
    }

    /// The next text, of so many UTF-16 units. One character stands between it and the one after.
    fn text(&mut self, units: usize) -> &'a str {
        let end = if self.is_ascii { units } else { bytes(self.text, units) };
        let text = self.text.get(..end).unwrap_or_default();
        self.text = self.text.get(end + 1..).unwrap_or_default();
        text
    }

    pub(crate) fn next(&mut self) -> Given<'a> {
        let word = self.word();
        let size = (word >> 4) as usize;
        match word & 15 {
            1 => Given::Null,
            2 => Given::Boolean(false),
            3 => Given::Boolean(true),
            4 => Given::Number(self.text(size)),
            5 => Given::Text(self.text(size)),
            6 => Given::LongText(self.text(size)),
            7 => Given::List((0..size).map(|_| self.next()).collect()),
            8 => Given::LongList(self.word() as usize),
            9 => Given::Object((0..size).map(|_| (self.id(), self.next())).collect()),
            10 => Given::Other(self.text(size)),
            11 => Given::TooLarge,
            _ => Given::Undefined,
        }
    }

    /// An id; empty for what is none.
    pub(crate) fn id(&mut self) -> &'a str {
        match self.next() {
            Given::Text(id) => id,
            _ => "",
        }
    }

    /// A list of two ids; empty ones for what is none.
    #[cfg(feature = "analysis")]
    pub(crate) fn two_ids(&mut self) -> [&'a str; 2] {
        match self.next() {
            Given::List(ids) => match ids[..] {
                [Given::Text(first), Given::Text(second)] => [first, second],
                _ => [""; 2],
            },
            _ => [""; 2],
        }
    }

    /// The language of a call. The last argument of every function is the first to be read.
    pub(crate) fn locale(&mut self) -> Result<Locale, JsValue> {
        self.options().map(|(locale, _)| locale)
    }

    /// The language of a call, and the day on which it is made.
    pub(crate) fn locale_and_day(&mut self) -> Result<(Locale, Date), JsValue> {
        let (locale, today) = self.options()?;
        Ok((locale, today.ok_or_else(|| refused("today", ProblemCode::InvalidDate, locale))?))
    }

    fn options(&mut self) -> Result<(Locale, Option<Date>), JsValue> {
        let (is_object, locale, today) = (self.next(), self.next(), self.next());
        if is_object != Given::Boolean(true) {
            return Err(refused("options", ProblemCode::WrongType, Locale::default()));
        }
        let locale = match locale {
            Given::Undefined => Some(Locale::default()),
            Given::Text(tag) => Locale::parse(tag),
            _ => None,
        };
        let locale = locale
            .ok_or_else(|| refused("locale", ProblemCode::UnknownChoice, Locale::default()))?;
        let today = match today {
            Given::Undefined => return Ok((locale, None)),
            Given::Text(day) => Date::parse(day),
            _ => None,
        };
        let today = today.ok_or_else(|| refused("today", ProblemCode::InvalidDate, locale))?;
        Ok((locale, Some(today)))
    }

    /// The fields of a form; null and undefined are an empty one.
    pub(crate) fn fields(&mut self) -> Result<Vec<(String, Raw)>, Problem> {
        match self.next() {
            Given::Undefined | Given::Null => Ok(Vec::new()),
            Given::Object(fields) => Ok(fields.into_iter().map(field).collect()),
            Given::TooLarge => Err(too_large()),
            _ => {
                let message = Text::new(
                    "填写的内容应是一个对象：字段编号和答案",
                    "the inputs are an object of field ids and answers",
                );
                Err(Problem::new("", ProblemCode::WrongType, message))
            }
        }
    }
}

/// The length in bytes of the first so many UTF-16 units.
fn bytes(text: &str, mut units: usize) -> usize {
    let rest = text.char_indices().find(|(_, character)| {
        let found = units == 0;
        units = units.saturating_sub(character.len_utf16());
        found
    });
    rest.map_or(text.len(), |(at, _)| at)
}

fn refused(option: &str, code: ProblemCode, locale: Locale) -> JsValue {
    let message = match code {
        ProblemCode::UnknownChoice => {
            Text::new("locale 只能是 zh-CN 或 en", "locale is either zh-CN or en")
        }
        ProblemCode::InvalidDate => Text::new(
            "today 应是实际存在的日期，格式为 YYYY-MM-DD",
            "today is a date that exists, as YYYY-MM-DD",
        ),
        _ => Text::new(
            "最后一个参数应是 { locale, today }",
            "the last argument is an object { locale, today }",
        ),
    };
    invalid(&[Problem::new(option, code, message)], locale)
}

pub(crate) fn too_large() -> Problem {
    let message =
        Text::new("填写的内容过多，无法计算", "there is too much of the inputs to be computed");
    Problem::new("", ProblemCode::OutOfRange, message)
}

fn field((id, answer): (&str, Given<'_>)) -> (String, Raw) {
    let answer = match answer {
        Given::List(rows) if rows.iter().any(is_object) => {
            Raw::Table(rows.into_iter().map(row).collect())
        }
        other => raw(other),
    };
    (id.to_owned(), answer)
}

fn row(row: Given<'_>) -> Option<RawRow> {
    let Given::Object(cells) = row else { return None };
    Some(cells.into_iter().map(|(column, cell)| (column.to_owned(), raw(cell))).collect())
}

fn is_object(item: &Given<'_>) -> bool {
    matches!(item, Given::Object(_))
}

fn text<'a>(item: &Given<'a>) -> Option<&'a str> {
    if let Given::Text(text) = item { Some(text) } else { None }
}

/// An answer that is no table.
pub(crate) fn raw(answer: Given<'_>) -> Raw {
    match answer {
        Given::Undefined | Given::Null => Raw::Missing,
        Given::Boolean(truth) => Raw::Boolean(truth),
        Given::Number(text) => Raw::Number(text.to_owned()),
        Given::Text(text) => Raw::Text(text.to_owned()),
        Given::LongText(text) => Raw::LongText(text.to_owned()),
        Given::List(items) if items.iter().any(is_object) => Raw::LongTable(items.len()),
        Given::List(items) => Raw::list(&items.iter().map(text).collect::<Vec<_>>()),
        Given::LongList(length) => Raw::LongTable(length),
        Given::Object(_) => Raw::Other("[object Object]".to_owned()),
        Given::Other(name) => Raw::Other(name.to_owned()),
        Given::TooLarge => Raw::Other(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn texts_end_where_they_ended_whatever_is_in_them() {
        let texts = ["\0", "", "姓名", "𠮷\n", "\u{fffd}", "a"];
        let words: Vec<_> = texts
            .iter()
            .map(|text| 5 | u32::try_from(text.encode_utf16().count()).unwrap() << 4)
            .collect();
        let joined = texts.join("\n");
        let mut arguments = Arguments::new(&words, &joined);
        assert_eq!(texts.map(|_| arguments.next()), texts.map(Given::Text));
        assert_eq!(arguments.next(), Given::Undefined);
    }
}
