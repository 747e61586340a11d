//! Tables of a document, read key by key.

use core::cell::RefCell;

use super::demands::Demands;
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
    pub(crate) demands: &'a Demands<'a>,
    /// The sections that render a passage each; only a document as a whole has them.
    clauses: Vec<Section<'a>>,
    /// The passage that this section renders, if it is one of those.
    renders: Option<Passage<'a>>,
    /// The passage that is rendered by the section in which this one stands; no text where it does not say, which has
    /// been reported.
    cites: Option<Passage<'a>>,
}

/// A passage of a document, by its name there and perhaps in a few of its own words.
#[derive(Clone)]
struct Passage<'a> {
    source: Spot<'a>,
    quote: Option<Spot<'a>>,
}

/// What may stand in a clause: what cites a passage, or stands beside what does.
const IN_CLAUSES: [&str; 15] = [
    "parameter",
    "input",
    "value",
    "classification",
    "condition",
    "amount",
    "deadline",
    "schedule",
    "warning",
    "hint",
    "reading",
    "procedure",
    "note",
    "exclusion",
    "unexpressed",
];

impl<'a> Section<'a> {
    pub(crate) fn root(
        node: &'a Node,
        log: &'a RefCell<Vec<Diagnostic>>,
        demands: &'a Demands<'a>,
    ) -> Option<Section<'a>> {
        let place = Place { path: String::new(), span: node.span };
        let root = Section::at(node, place, log, demands)?;
        let mut clauses = root.sections("clause");
        for clause in &mut clauses {
            let unknown = Spot { text: "", place: clause.place.clone() };
            let source = clause.text("source").unwrap_or(unknown);
            clause.renders = Some(Passage { source, quote: clause.optional_text("quote") });
        }
        Some(Section { clauses, ..root })
    }

    fn at(
        node: &'a Node,
        place: Place,
        log: &'a RefCell<Vec<Diagnostic>>,
        demands: &'a Demands<'a>,
    ) -> Option<Section<'a>> {
        if let Content::Table(entries) = &node.content {
            let known = RefCell::default();
            let (clauses, renders, cites) = (Vec::new(), None, None);
            Some(Section { entries, known, place, log, demands, clauses, renders, cites })
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

    /// Reports what several readers of the same key find.
    pub(crate) fn report_once(&self, diagnostic: Diagnostic) {
        if !self.log.borrow().contains(&diagnostic) {
            self.report(diagnostic);
        }
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
        self.text_at(node, place)
    }

    fn text_at(&self, node: &'a Node, place: Place) -> Option<Spot<'a>> {
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
    pub(crate) fn missing_with(&self, key: &str, value: &'static str) {
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

    /// The tables under `key`, none where the key is absent: those of the section itself, then those of its clauses.
    pub(crate) fn sections(&self, key: &'static str) -> Vec<Section<'a>> {
        let of_clauses = self.clauses_with(key).flat_map(|clause| clause.sections(key));
        let of_clauses: Vec<_> = of_clauses.collect();
        let Some((node, place)) = self.node(key) else {
            return of_clauses;
        };
        let Content::List(items) = &node.content else {
            self.wrong_type(&place, "列表", "a list");
            return of_clauses;
        };
        let own = items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| self.within(item, place.at_index(index, item.span)));
        own.chain(of_clauses).collect()
    }

    /// The table under `key`, of the section itself or of one of its clauses.
    pub(crate) fn section(&self, key: &'static str) -> Option<Section<'a>> {
        let own = self.node(key);
        let own = own.and_then(|(node, place)| self.within(node, place));
        let of_clauses = self.clauses_with(key).filter_map(|clause| clause.section(key));
        let mut all = own.into_iter().chain(of_clauses);
        let first = all.next();
        for other in all {
            let message = text!("“{key}”只能写一次", "“{key}” is written once only");
            self.report_once(Diagnostic::new(other.place(), message));
        }
        first
    }

    fn clauses_with(&self, key: &str) -> impl Iterator<Item = &Section<'a>> {
        self.clauses.iter().filter(move |_| IN_CLAUSES.contains(&key))
    }

    fn within(&self, node: &'a Node, place: Place) -> Option<Section<'a>> {
        let section = Section::at(node, place, self.log, self.demands)?;
        Some(Section { cites: self.renders.clone(), ..section })
    }

    /// The passage that the section cites: its own, or that of the clause in which it stands.
    pub(crate) fn cited(&self) -> Option<Spot<'a>> {
        let of_clause = || self.cites.as_ref().map(|passage| passage.source.clone());
        self.optional_text("source").or_else(of_clause)
    }

    /// The words that the section quotes of what it cites: its own, or those of the clause whose passage it cites.
    pub(crate) fn quoted(&self) -> Option<Spot<'a>> {
        let own = self.optional_text("quote");
        let cites_another = self.node("source").is_some();
        let of_clause = || self.cites.as_ref().filter(|_| !cites_another)?.quote.clone();
        own.or_else(of_clause)
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

    /// The text that one of the author's own keys stands for.
    pub(crate) fn entry_text(&self, key: &Spot<'a>, node: &'a Node) -> Option<Spot<'a>> {
        self.text_at(node, self.place_of(key.text, node))
    }

    /// Likewise the table.
    pub(crate) fn entry_section(&self, key: &Spot<'a>, node: &'a Node) -> Option<Section<'a>> {
        Section::at(node, self.place_of(key.text, node), self.log, self.demands)
    }

    /// Likewise the wording, as under a key of its own.
    pub(crate) fn entry_wording(&self, key: &Spot<'a>, node: &'a Node) -> Option<Text> {
        self.wording_at(node, self.place_of(key.text, node))
    }

    /// `{ zh = "…", en = "…" }` under `key`, or Chinese text whose English stands apart.
    pub(crate) fn optional_wording(&self, key: &'static str) -> Option<Text> {
        let (node, place) = self.node(key)?;
        self.wording_at(node, place)
    }

    fn wording_at(&self, node: &'a Node, place: Place) -> Option<Text> {
        if let Content::Text(_) = node.content {
            let chinese = self.text_at(node, place)?;
            let english = self.demands.english_of(chinese.text);
            if english.is_none() && self.demands.english {
                let message = text!("缺少英文", "the English is missing");
                let help = text!(
                    "请写成 {{ zh = \"…\", en = \"…\" }}；草稿可以先不写英文，在文件开头写 draft = true",
                    "write {{ zh = \"…\", en = \"…\" }}; a draft need not have its English yet, with draft = true at its head"
                );
                self.report(Diagnostic::new(&chinese.place, message).help(help));
            }
            return Some(Text::new(chinese.text, english.unwrap_or(chinese.text)));
        }
        let section = Section::at(node, place, self.log, self.demands)?;
        let chinese = section.text("zh");
        let english = section.english(chinese.as_ref());
        section.finish();
        Some(Text::new(chinese?.text, english?))
    }

    /// The English under `en`, or what stands apart for this Chinese; where neither is owed, the Chinese itself.
    pub(crate) fn english(&self, chinese: Option<&Spot<'a>>) -> Option<&'a str> {
        if self.node("en").is_some() {
            return self.optional_text("en").map(|spot| spot.text);
        }
        let apart = chinese.and_then(|chinese| self.demands.english_of(chinese.text));
        if apart.is_none() && self.demands.english {
            self.missing_with("en", "\"待填\"");
            return None;
        }
        apart.or(chinese.map(|chinese| chinese.text))
    }

    pub(crate) fn wording(&self, key: &'static str) -> Option<Text> {
        if self.node(key).is_none() {
            self.missing_with(key, "{ zh = \"待填\", en = \"待填\" }");
        }
        self.optional_wording(key)
    }

    /// Reports every key that was not asked for.
    pub(crate) fn finish(&self) {
        self.clauses.iter().for_each(Section::finish);
        let known = self.known.borrow();
        for (key, node) in self.entries {
            if known.contains(&key.as_str()) {
                continue;
            }
            let place = self.place.join(key, node.key);
            if key == "use" {
                let message = text!(
                    "“use”要由 wengang 命令连同 shared.toml 一起读",
                    "“use” is for the command wengang, which reads shared.toml too"
                );
                let help = text!("请在这里写出全部内容", "write the whole of it here");
                self.report(Diagnostic::new(&place, message).help(help));
                continue;
            }
            let message = text!("这里没有名为“{key}”的键", "no key “{key}” exists here");
            let is_free = |known: &&str| self.entries.iter().all(|entry| entry.0 != **known);
            self.report(
                Diagnostic::new(&place, message)
                    .meaning(key, known.iter().copied().filter(is_free)),
            );
        }
    }
}
