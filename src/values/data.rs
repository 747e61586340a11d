//! Results as plain data, and nothing but that: what JSON can say. Every result is written here once, for JavaScript
//! and for everything that serde writes.

use core::cell::Cell;
use std::borrow::Cow;

use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

/// One thing after another: values, and keys before values in objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// Nothing.
    Null,
    /// Yes or no.
    Boolean(bool),
    /// A small whole number.
    Integer(i32),
    /// A text of the policy or of the engine.
    Known(&'a str),
    /// A text that was written for this result: so many bytes of [`Data::written`] after those that came before.
    Written(usize),
    /// A list, up to its [`Token::End`].
    List,
    /// An object, up to its [`Token::End`]: keys, which are [`Token::Known`], and values in turn.
    Object,
    /// An object that comes again in other results, with the same keys in the same order, and with the same known texts. What
    /// it is of is told by an address of the policy that nothing else of the kind has.
    Kept(usize),
    /// The end of the innermost list or object.
    End,
}

/// A value as plain data.
#[derive(Debug, Clone, Default)]
pub struct Data<'a> {
    tokens: Vec<Token<'a>>,
    written: String,
}

impl<'a> Data<'a> {
    /// An object.
    pub(crate) fn object(write: impl FnOnce(&mut Data<'a>)) -> Data<'a> {
        let mut data = Data::default();
        data.tokens.push(Token::Object);
        write(&mut data);
        data.end();
        data
    }

    /// A list.
    pub fn list(items: impl IntoIterator<Item = Data<'a>>) -> Data<'a> {
        let mut data = Data::default();
        data.push_list(items);
        data
    }

    /// A text that was written for this result.
    #[cfg(feature = "authoring")]
    pub(crate) fn text(text: impl Into<String>) -> Data<'a> {
        let mut data = Data::default();
        text.into().write(&mut data);
        data
    }

    /// A list of texts of the policy.
    pub fn texts(texts: impl IntoIterator<Item = &'a str>) -> Data<'a> {
        let mut data = Data::default();
        data.push_texts(texts);
        data
    }

    /// The object with one more property.
    #[must_use]
    pub fn with(mut self, key: &'a str, value: bool) -> Data<'a> {
        self.tokens.pop();
        self.set(key, value);
        self.end();
        self
    }

    /// Its parts, in order.
    pub fn tokens(&self) -> &[Token<'a>] {
        &self.tokens
    }

    /// The texts that were written for it, one after another.
    pub fn written(&self) -> &str {
        &self.written
    }

    pub(crate) fn set(&mut self, key: &'a str, value: impl Value<'a>) {
        self.tokens.push(Token::Known(key));
        value.write(self);
    }

    /// Nothing is set where there is no value.
    pub(crate) fn set_some(&mut self, key: &'a str, value: Option<impl Value<'a>>) {
        if let Some(value) = value {
            self.set(key, value);
        }
    }

    pub(crate) fn set_object(&mut self, key: &'a str, write: impl FnOnce(&mut Data<'a>)) {
        self.tokens.extend([Token::Known(key), Token::Object]);
        write(self);
        self.end();
    }

    pub(crate) fn set_objects<T>(
        &mut self,
        key: &'a str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Data<'a>, T),
    ) {
        self.tokens.extend([Token::Known(key), Token::List]);
        for item in items {
            self.tokens.push(Token::Object);
            write(self, item);
            self.end();
        }
        self.end();
    }

    /// An object as [`Token::Kept`].
    pub(crate) fn set_kept(&mut self, key: &'a str, of: usize, write: impl FnOnce(&mut Data<'a>)) {
        self.tokens.push(Token::Known(key));
        self.push_kept(of, write);
    }

    /// Objects as [`Token::Kept`].
    pub(crate) fn set_kept_objects<T>(
        &mut self,
        key: &'a str,
        items: impl IntoIterator<Item = T>,
        of: impl Fn(&T) -> usize,
        write: impl Fn(&mut Data<'a>, T),
    ) {
        self.tokens.extend([Token::Known(key), Token::List]);
        for item in items {
            self.push_kept(of(&item), |data| write(data, item));
        }
        self.end();
    }

    fn push_kept(&mut self, of: usize, write: impl FnOnce(&mut Data<'a>)) {
        self.tokens.push(Token::Kept(of));
        write(self);
        self.end();
    }

    pub(crate) fn set_data(&mut self, key: &'a str, value: Data<'a>) {
        self.tokens.push(Token::Known(key));
        self.push(value);
    }

    fn push(&mut self, value: Data<'a>) {
        self.tokens.extend(value.tokens);
        self.written.push_str(&value.written);
    }

    pub(crate) fn set_list(&mut self, key: &'a str, items: impl IntoIterator<Item = Data<'a>>) {
        self.tokens.push(Token::Known(key));
        self.push_list(items);
    }

    pub(crate) fn set_texts(&mut self, key: &'a str, texts: impl IntoIterator<Item = &'a str>) {
        self.tokens.push(Token::Known(key));
        self.push_texts(texts);
    }

    fn push_list(&mut self, items: impl IntoIterator<Item = Data<'a>>) {
        self.tokens.push(Token::List);
        items.into_iter().for_each(|item| self.push(item));
        self.end();
    }

    fn push_texts(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        self.tokens.push(Token::List);
        self.tokens.extend(texts.into_iter().map(Token::Known));
        self.end();
    }

    fn end(&mut self) {
        self.tokens.push(Token::End);
    }
}

/// What can stand in a result.
pub(crate) trait Value<'a> {
    fn write(self, data: &mut Data<'a>);
}

/// Only what lasts as long as its policy: JavaScript remembers it by its address.
impl<'a> Value<'a> for &'a str {
    fn write(self, data: &mut Data<'a>) {
        data.tokens.push(Token::Known(self));
    }
}

impl<'a> Value<'a> for &String {
    fn write(self, data: &mut Data<'a>) {
        data.tokens.push(Token::Written(self.len()));
        data.written.push_str(self);
    }
}

impl<'a> Value<'a> for String {
    fn write(self, data: &mut Data<'a>) {
        (&self).write(data);
    }
}

impl<'a> Value<'a> for Cow<'a, str> {
    fn write(self, data: &mut Data<'a>) {
        match self {
            Cow::Borrowed(text) => text.write(data),
            Cow::Owned(text) => text.write(data),
        }
    }
}

impl<'a> Value<'a> for bool {
    fn write(self, data: &mut Data<'a>) {
        data.tokens.push(Token::Boolean(self));
    }
}

impl<'a> Value<'a> for i32 {
    fn write(self, data: &mut Data<'a>) {
        data.tokens.push(Token::Integer(self));
    }
}

impl Value<'_> for usize {
    fn write(self, data: &mut Data<'_>) {
        data.tokens.push(Token::Integer(i32::try_from(self).unwrap_or(i32::MAX)));
    }
}

impl<'a, T: Value<'a>> Value<'a> for Option<T> {
    fn write(self, data: &mut Data<'a>) {
        match self {
            Some(value) => value.write(data),
            None => data.tokens.push(Token::Null),
        }
    }
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Reader { data: self, at: Cell::new(0), from: Cell::new(0) }.serialize(serializer)
    }
}

/// Data up to which some have been read.
struct Reader<'d, 'a> {
    data: &'d Data<'a>,
    /// The next token, and the next written text.
    at: Cell<usize>,
    from: Cell<usize>,
}

impl<'d> Reader<'d, '_> {
    fn next(&self) -> Token<'d> {
        self.data.tokens[self.at.replace(self.at.get() + 1)]
    }

    fn is_at_end(&self) -> bool {
        let ends = self.data.tokens[self.at.get()] == Token::End;
        self.at.update(|at| at + usize::from(ends));
        ends
    }

    fn written(&self, length: usize) -> &'d str {
        let from = self.from.get();
        self.from.set(from + length);
        self.data.written.get(from..from + length).unwrap_or_default()
    }
}

impl Serialize for Reader<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.next() {
            Token::Null | Token::End => serializer.serialize_unit(),
            Token::Boolean(value) => serializer.serialize_bool(value),
            Token::Integer(value) => serializer.serialize_i32(value),
            Token::Known(text) => serializer.serialize_str(text),
            Token::Written(length) => serializer.serialize_str(self.written(length)),
            Token::List => {
                let mut list = serializer.serialize_seq(None)?;
                while !self.is_at_end() {
                    list.serialize_element(self)?;
                }
                list.end()
            }
            Token::Object | Token::Kept(_) => {
                let mut object = serializer.serialize_map(None)?;
                while !self.is_at_end() {
                    let Token::Known(key) = self.next() else {
                        unreachable!("keys are known texts")
                    };
                    object.serialize_entry(key, self)?;
                }
                object.end()
            }
        }
    }
}
