//! What a document owes its readers beside Chinese: an English wording of each text, and an id of each item.

use core::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Content, Node};
use super::{Diagnostic, Place};
use crate::values::text;

/// The section with English wordings by the Chinese texts that they stand for.
pub(crate) const ENGLISH: &str = "english";

/// What a document owes, and the English wordings that it gives apart from its texts.
pub(crate) struct Demands<'a> {
    /// Not of a draft, and not of what is published in Chinese only.
    pub(crate) english: bool,
    /// Not of a draft.
    pub(crate) ids: bool,
    /// By the Chinese texts.
    apart: BTreeMap<&'a str, Apart<'a>>,
    /// Chinese texts that have no English wording, each once.
    untranslated: RefCell<Vec<String>>,
    known: RefCell<BTreeSet<String>>,
    without_id: RefCell<Vec<WithoutId>>,
}

/// An item that has no id written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutId {
    /// Its name.
    pub name: String,
    /// Bytes of the policy file that hold the name.
    pub span: Option<(usize, usize)>,
    /// The id that its English name gives.
    pub from_english: Option<String>,
}

/// An English wording that stands apart from its text.
struct Apart<'a> {
    place: Place,
    english: &'a str,
    is_used: Cell<bool>,
}

impl<'a> Demands<'a> {
    /// Those of this document. What is wrong with the keys that say so is for the reader of the header.
    pub(crate) fn of(document: &'a Node) -> Demands<'a> {
        let entry = |key| document.entry(key).map(|node| &node.content);
        let is_draft = entry("draft") == Some(&Content::Boolean(true));
        let is_english = |node: &Node| node.content == Content::Text("en".to_owned());
        let in_english = match entry("languages") {
            Some(Content::List(languages)) => languages.iter().any(is_english),
            _ => true,
        };
        let mut apart = BTreeMap::new();
        if let Some(Content::Table(entries)) = entry(ENGLISH) {
            for (chinese, node) in entries {
                let Content::Text(english) = &node.content else { continue };
                let place = Place { path: format!("{ENGLISH}.{chinese}"), span: node.key };
                apart.insert(&**chinese, Apart { place, english, is_used: Cell::new(false) });
            }
        }
        Demands {
            english: in_english && !is_draft,
            ids: !is_draft,
            apart,
            untranslated: RefCell::default(),
            known: RefCell::default(),
            without_id: RefCell::default(),
        }
    }

    /// The English wording that stands apart from this text. That there is none is remembered.
    pub(crate) fn english_of(&self, chinese: &str) -> Option<&'a str> {
        let apart = self.apart.get(chinese);
        // Nothing is written where it is still to be translated.
        let english = apart.map(|apart| apart.english).filter(|english| !english.trim().is_empty());
        if let Some(apart) = apart {
            apart.is_used.set(true);
        }
        if english.is_none() && self.known.borrow_mut().insert(chinese.to_owned()) {
            self.untranslated.borrow_mut().push(chinese.to_owned());
        }
        english
    }

    /// English wordings of texts that the document does not have.
    pub(crate) fn of_nothing(&self) -> Vec<Diagnostic> {
        let untranslated = self.untranslated.borrow();
        let unused = self.apart.iter().filter(|(_, apart)| !apart.is_used.get());
        let mistakes = unused.map(|(chinese, apart)| {
            let diagnostic = Diagnostic::new(
                &apart.place,
                text!(
                    "政策文件里没有缺英文的“{chinese}”",
                    "the policy file has no text “{chinese}” that lacks its English"
                ),
            );
            let known = untranslated.iter().map(String::as_str);
            let diagnostic = diagnostic.meaning(chinese, known);
            if diagnostic.help.is_some() {
                return diagnostic;
            }
            diagnostic.help(text!(
                "请照抄政策文件里的中文，或删去这一行",
                "copy the Chinese as the policy file has it, or delete the line"
            ))
        });
        mistakes.collect()
    }

    /// Remembers an item that has no id.
    pub(crate) fn note_without_id(&self, item: WithoutId) {
        self.without_id.borrow_mut().push(item);
    }

    /// The Chinese texts without an English wording and the items without an id, in the order of reading.
    pub(crate) fn into_lacking(self) -> (Vec<String>, Vec<WithoutId>) {
        (self.untranslated.into_inner(), self.without_id.into_inner())
    }
}
