//! Which items answer the questions that many people ask.

use super::loader::Loader;
use crate::document::{Content, Diagnostic, Node, Section, Spot};
use crate::policy::{Answering, Item};
use crate::values::text;

impl<'a> Loader<'a> {
    /// `faq = "arrears"`, or a list: the questions that this item answers, by their ids in `faq.toml`.
    pub(super) fn read_faq(&self, section: &Section<'a>, item: Item) {
        let ids: Vec<Spot<'a>> = match section.node("faq") {
            Some((Node { content: Content::List(_), .. }, _)) => section.some_texts("faq"),
            _ => section.optional_text("faq").into_iter().collect(),
        };
        for (index, spot) in ids.iter().enumerate() {
            let id = spot.text;
            if !is_question_id(id) {
                let message = text!(
                    "问题的编号只含小写英文字母、数字和连字符，如 layoff-formula",
                    "the id of a question has small Latin letters, digits and hyphens only, as in layoff-formula"
                );
                self.report(Diagnostic::new(&spot.place, message));
            }
            if ids[..index].iter().any(|known| known.text == id) {
                let message = text!("“{id}”写了两次", "“{id}” is written twice");
                self.report(Diagnostic::new(&spot.place, message));
            }
            self.faq.borrow_mut().push(Answering { question: id.to_owned(), item });
        }
    }
}

/// Ids of questions are part of addresses.
pub(crate) fn is_question_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
