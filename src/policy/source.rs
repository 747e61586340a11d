//! The documents that a policy rests on, and places in them.

use crate::values::Text;

/// How far a document can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reliability {
    /// The issuer's own text.
    Primary,
    /// A report about it, or a copy of it.
    Secondary,
}

/// A document that rules and figures are taken from.
#[derive(Debug, Clone)]
pub struct SourceDocument {
    pub(crate) name: String,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub issuer: Option<Text>,
    /// Its official number.
    pub number: Option<String>,
    /// The day of its date.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// How far it can be trusted.
    pub reliability: Reliability,
    /// What a reader should know about it.
    pub note: Option<Text>,
}

/// A place in a document.
#[derive(Debug, Clone)]
pub struct Citation {
    /// Index in [`Policy::sources`](crate::Policy::sources).
    pub document: usize,
    /// The passage, in the document's own numbering or headings.
    pub section: Option<String>,
    /// The few words of it that decide, as they stand there.
    pub quote: Option<String>,
}
