//! Mistakes in a policy file: where, what, and what to write instead.

use crate::values::{Data, Locale, Text, nearest, text};

/// A place in a policy document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Keys and indexes that lead there: `condition[2].formula`.
    pub path: String,
    /// Bytes of the policy file, where it came from one.
    pub span: Option<(usize, usize)>,
}

impl Place {
    pub(crate) fn join(&self, key: &str, span: Option<(usize, usize)>) -> Place {
        let path =
            if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        Place { path, span }
    }

    pub(crate) fn at_index(&self, index: usize, span: Option<(usize, usize)>) -> Place {
        Place { path: format!("{}[{index}]", self.path), span }
    }

    /// Whether the other place lies within this one. Of a document without positions only the path is known.
    pub(crate) fn contains(&self, other: &Place) -> bool {
        match (self.span, other.span) {
            (Some(mine), Some(theirs)) => mine.0 <= theirs.0 && theirs.1 <= mine.1,
            _ => self.path == other.path,
        }
    }

    /// The part `start..end` of the text that stands here.
    pub(crate) fn within(&self, text: &str, start: usize, end: usize) -> Place {
        let span = self.span.map(|(from, to)| {
            // Text with escapes or line folding is longer in the file: then the whole of it is meant.
            if to - from == text.len() { (from + start, from + end) } else { (from, to) }
        });
        Place { path: self.path.clone(), span }
    }
}

/// What mends a mistake, where that is certain enough for an editor to offer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Another text where this one stands.
    Replace {
        /// Bytes of the policy file.
        span: (usize, usize),
        /// What stands there, unless it is written in another way than it reads, with escapes: then nothing is offered.
        wrong: String,
        /// What is to stand there.
        right: String,
    },
    /// One more key for the table at the place of the mistake.
    Add {
        /// The key.
        key: String,
        /// Its value, still to be filled in.
        value: &'static str,
    },
}

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub message: Text,
    /// What to write instead, where that is known.
    pub help: Option<Text>,
    /// What an editor can do about it.
    pub edit: Option<Edit>,
    /// Whether the policy could be read all the same, so that its examples were run.
    pub of_whole: bool,
}

impl Diagnostic {
    /// A mistake at a place.
    pub fn new(place: &Place, message: Text) -> Diagnostic {
        Diagnostic { place: place.clone(), message, help: None, edit: None, of_whole: false }
    }

    /// As plain data, all of it written for this result.
    pub fn to_data(&self, locale: Locale) -> Data<'static> {
        Data::object(|data| {
            data.set("path", &self.place.path);
            data.set("message", self.message.get(locale).to_owned());
            data.set_some("help", self.help.as_ref().map(|help| help.get(locale).to_owned()));
        })
    }

    /// The mistake in a text that begins so many bytes later.
    #[cfg(feature = "authoring")]
    pub(crate) fn moved(mut self, by: usize) -> Diagnostic {
        let moved = |(from, to): (usize, usize)| (from + by, to + by);
        self.place.span = self.place.span.map(moved);
        if let Some(Edit::Replace { span, .. }) = &mut self.edit {
            *span = moved(*span);
        }
        self
    }

    #[must_use]
    pub(crate) fn help(self, help: Text) -> Diagnostic {
        Diagnostic { help: Some(help), ..self }
    }

    /// Suggests the candidate most like the word that the place begins with, if any is alike enough.
    #[must_use]
    pub(crate) fn meaning<'a>(
        self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        match nearest(word, candidates) {
            Some(similar) => self
                .help(text!("是否想写“{similar}”？", "did you mean “{similar}”?"))
                .instead(word, similar),
            None => self,
        }
    }

    /// What to write for the text that the place begins with.
    #[must_use]
    pub(crate) fn instead(self, wrong: &str, right: &str) -> Diagnostic {
        let edit = self.place.span.map(|(start, _)| Edit::Replace {
            span: (start, start + wrong.len()),
            wrong: wrong.to_owned(),
            right: right.to_owned(),
        });
        Diagnostic { edit, ..self }
    }
}
