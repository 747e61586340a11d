//! Tables of a document, read key by key.

use core::cell::RefCell;

use super::diagnostic::{Diagnostic, Edit, Place};
use super::tree::{Content, Node};
use crate::values::{Text, text};

/// A text of the document, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Spot<'a> {
    pub(crate) text: &'a str,
    pub(crate) place: Place,
}

/// A table of the document that is being read key by key. Keys that nobody asked for are mistakes.
pub(crate) struct Section<'a> {
    entries: &'a [(String, Node)],
    known: RefCell<Vec<&'static str>>,
    place: Place,
    log: &'a RefCell<Vec<Diagnostic>>,
}

impl<'a> Section<'a> {
    pub(crate) fn root(node: &'a Node, log: &'a RefCell<Vec<Diagnostic>>) -> Option<Section<'a>> {
        Section::at(node, Place { path: String::new(), span: node.span }, log)
    }

    fn at(node: &'a Node, place: Place, log: &'a RefCell<Vec<Diagnostic>>) -> Option<Section<'a>> {
        if let Content::Table(entries) = &node.content {
            Some(Section { entries, known: RefCell::default(), place, log })
        } else {
            log.borrow_mut().push(Diagnostic::new(
                &place,
                text!("这里应是若干键和值", "a table of keys and values is expected here"),
            ));
            None
        }
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    pub(crate) fn report(&self, diagnostic: Diagnostic) {
        self.log.borrow_mut().push(diagnostic);
    }

    fn place_of(&self, key: &str, node: &Node) -> Place {
        self.place.join(key, node.span)
    }

    pub(crate) fn node(&self, key: &'static str) -> Option<(&'a Node, Place)> {
        self.known.borrow_mut().push(key);
        let (_, node) = self.entries.iter().find(|entry| entry.0 == key)?;
        Some((node, self.place_of(key, node)))
    }

    fn wrong_type(&self, place: &Place, chinese: &str, english: &str) {
        self.report(Diagnostic::new(
            place,
            text!("这里应是{chinese}", "{english} is expected here"),
        ));
    }

    pub(crate) fn optional_text(&self, key: &'static str) -> Option<Spot<'a>> {
        let (node, place) = self.node(key)?;
        if let Content::Text(text) = &node.content {
            if !text.trim().is_empty() {
                return Some(Spot { text, place });
            }
            self.report(Diagnostic::new(&place, text!("文字不能为空", "the text is empty")));
        } else {
            self.wrong_type(&place, "带引号的文字", "quoted text");
        }
        None
    }

    pub(crate) fn text(&self, key: &'static str) -> Option<Spot<'a>> {
        if self.node(key).is_none() {
            self.missing_with(key, "\"待填\"");
        }
        self.optional_text(key)
    }

    pub(crate) fn missing(&self, key: &str) {
        self.report(self.lacking(key));
    }

    /// As [`Section::missing`], of a key whose value can be written in and filled in later.
    fn missing_with(&self, key: &str, value: &'static str) {
        let edit = Some(Edit::Add { key: key.to_owned(), value });
        self.report(Diagnostic { edit, ..self.lacking(key) });
    }

    fn lacking(&self, key: &str) -> Diagnostic {
        Diagnostic::new(&self.place, text!("缺少“{key}”", "“{key}” is missing"))
            .help(text!("请补写一行：{key} = …", "add a line: {key} = …"))
    }

    pub(crate) fn boolean(&self, key: &'static str) -> bool {
        match self.node(key) {
            Some((Node { content: Content::Boolean(value), .. }, _)) => *value,
            Some((_, place)) => {
                self.wrong_type(&place, " true 或 false", "true or false");
                false
            }
            None => false,
        }
    }

    pub(crate) fn integer(&self, key: &'static str) -> Option<(i64, Place)> {
        match self.node(key)? {
            (Node { content: Content::Integer(value), .. }, place) => Some((*value, place)),
            (_, place) => {
                self.wrong_type(&place, "整数", "a whole number");
                None
            }
        }
    }

    /// The tables under `key`, none where the key is absent.
    pub(crate) fn sections(&self, key: &'static str) -> Vec<Section<'a>> {
        let Some((node, place)) = self.node(key) else {
            return Vec::new();
        };
        let Content::List(items) = &node.content else {
            self.wrong_type(&place, "列表", "a list");
            return Vec::new();
        };
        items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| {
                Section::at(item, place.at_index(index, item.span), self.log)
            })
            .collect()
    }

    pub(crate) fn section(&self, key: &'static str) -> Option<Section<'a>> {
        let (node, place) = self.node(key)?;
        Section::at(node, place, self.log)
    }

    /// The texts of a list under `key`, which is not to be empty; none where the key is absent.
    pub(crate) fn some_texts(&self, key: &'static str) -> Vec<Spot<'a>> {
        if let Some((Node { content: Content::List(items), .. }, place)) = self.node(key)
            && items.is_empty()
        {
            let message = text!("“{key}”里什么也没有写", "nothing is written in “{key}”");
            let help = text!("请补写，或删去这一行", "fill it in, or delete the line");
            self.report(Diagnostic::new(&place, message).help(help));
        }
        self.texts(key)
    }

    /// The texts of a list under `key`, none where the key is absent.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<Spot<'a>> {
        let Some((node, place)) = self.node(key) else {
            return Vec::new();
        };
        let Content::List(items) = &node.content else {
            self.wrong_type(&place, "列表", "a list");
            return Vec::new();
        };
        let mut spots = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let place = place.at_index(index, item.span);
            if let Content::Text(text) = &item.content {
                spots.push(Spot { text, place });
            } else {
                self.wrong_type(&place, "带引号的文字", "quoted text");
            }
        }
        spots
    }

    /// All entries, for tables whose keys are the author's own.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (Spot<'a>, &'a Node)> + '_ {
        self.entries.iter().map(|(key, node)| {
            (Spot { text: key.as_str(), place: self.place.join(key, node.key) }, node)
        })
    }

    /// `{ zh = "…", en = "…" }` under `key`. Both languages are owed.
    pub(crate) fn optional_wording(&self, key: &'static str) -> Option<Text> {
        let section = self.section(key)?;
        let (chinese, english) = (section.text("zh"), section.text("en"));
        section.finish();
        Some(Text::new(chinese?.text, english?.text))
    }

    pub(crate) fn wording(&self, key: &'static str) -> Option<Text> {
        if self.node(key).is_none() {
            self.missing_with(key, "{ zh = \"待填\", en = \"待填\" }");
        }
        self.optional_wording(key)
    }

    /// Reports every key that was not asked for.
    pub(crate) fn finish(&self) {
        let known = self.known.borrow();
        for (key, node) in self.entries {
            if !known.contains(&key.as_str()) {
                let is_free = |known: &&str| self.entries.iter().all(|entry| entry.0 != **known);
                self.report(
                    Diagnostic::new(
                        &self.place.join(key, node.key),
                        text!("这里没有名为“{key}”的键", "no key “{key}” exists here"),
                    )
                    .meaning(key, known.iter().copied().filter(is_free)),
                );
            }
        }
    }
}
