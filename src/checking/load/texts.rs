//! Sources, notes and contacts.

use super::Cited;
use super::keys::{choose, date};
use super::loader::Loader;
use crate::document::{Content, Diagnostic, Section, Spot};
use crate::formula::{Meaning, Scope as _};
use crate::policy::{
    Change, Check, Citation, Contact, Exclusion, Item, Note, Portal, Reliability, SourceDocument,
    Unexpressed,
};
use crate::values::{Date, text};

impl<'a> Loader<'a> {
    pub(super) fn read_sources(&mut self, root: &Section<'a>) {
        for section in root.sections("source") {
            let name = section.text("name");
            let document = SourceDocument {
                name: name.as_ref().map_or_else(String::new, |spot| spot.text.to_owned()),
                title: section.wording("title").unwrap_or_default(),
                issuer: section.optional_wording("issuer"),
                number: section.optional_text("number").map(|spot| spot.text.to_owned()),
                date: section.optional_text("date").map(|spot| {
                    check_date_of_source(&section, &spot);
                    spot.text.to_owned()
                }),
                url: section.optional_text("url").and_then(|spot| web_address(&section, &spot)),
                reliability: choose(
                    &section,
                    "reliability",
                    &[("primary", Reliability::Primary), ("secondary", Reliability::Secondary)],
                )
                .unwrap_or(Reliability::Secondary),
                note: section.optional_wording("note"),
            };
            if section.boolean("unseen") && document.note.is_none() {
                section.missing_with("note", "{ zh = \"待填\", en = \"待填\" }");
            }
            section.finish();
            if self.sources.iter().any(|known| known.name == document.name) {
                let name = &document.name;
                self.report_at(
                    section.place(),
                    text!(
                        "简称“{name}”已用于另一个文件",
                        "“{name}” already names another document"
                    ),
                    None,
                );
            }
            self.sources.push(document);
        }
        if self.sources.is_empty() {
            root.missing("source");
        }
    }

    /// The sections called `key`, with what they cite.
    pub(super) fn cited(
        &self,
        root: &Section<'a>,
        key: &'static str,
        required: bool,
    ) -> Vec<Cited<'a>> {
        let with_source = |section| {
            let source = self.citation(&section, required);
            (section, source)
        };
        root.sections(key).into_iter().map(with_source).collect()
    }

    /// `简称` or `简称：章节`.
    pub(super) fn citation(&self, section: &Section<'_>, required: bool) -> Option<Citation> {
        let cited = section.cited();
        let quote = section.quoted();
        if required && cited.is_none() && section.node("source").is_none() {
            section.missing_with("source", "\"待填\"");
        }
        let spot = cited.filter(|spot| !spot.text.is_empty())?;
        let (name, passage) = match spot.text.split_once('：') {
            Some((name, passage)) => (name, Some(passage.to_owned())),
            None => (spot.text, None),
        };
        let document = self.sources.iter().position(|source| source.name == name);
        // Where a document has no name, which has been reported, this may be its name.
        let is_any_unnamed = self.sources.iter().any(|source| source.name.is_empty());
        if document.is_none() && !is_any_unnamed {
            let known = self.sources.iter().map(|source| source.name.as_str());
            let mistake = Diagnostic::new(
                &spot.place,
                text!(
                    "没有简称为“{name}”的文件；请在 [[source]] 中登记",
                    "no document is called “{name}”; add it as a [[source]]"
                ),
            );
            // All items of a clause cite the passage at the same place.
            section.report_once(if name.contains(':') {
                mistake.help(text!(
                    "简称与章节之间用全角冒号“：”",
                    "a full-width colon “：” stands before the section"
                ))
            } else {
                mistake.meaning(name, known)
            });
        }
        let quote = quote.map(|quote| quote.text.to_owned());
        Some(Citation { document: document?, section: passage, quote })
    }

    pub(super) fn read_exclusions(&self, root: &Section<'a>) -> Vec<Exclusion> {
        let read = |(index, section): (usize, &Section<'a>)| {
            self.read_faq(section, Item::Exclusion(index));
            let policy = section.text("policy");
            refuse_itself(root, section, policy.as_ref());
            let text = section.wording("text");
            let source = self.citation(section, true);
            section.finish();
            Some(Exclusion { policy: policy?.text.to_owned(), text: text?, source })
        };
        root.sections("exclusion").iter().enumerate().filter_map(read).collect()
    }

    pub(super) fn read_unexpressed(&self, root: &Section<'a>) -> Vec<Unexpressed> {
        let read = |(index, section): (usize, &Section<'a>)| {
            self.read_faq(section, Item::Unexpressed(index));
            let (text, reason) = (section.wording("text"), section.wording("reason"));
            let source = self.citation(section, true);
            section.finish();
            Some(Unexpressed { text: text?, reason: reason?, source })
        };
        root.sections("unexpressed").iter().enumerate().filter_map(read).collect()
    }

    /// `shows` names an input, a value or the amount.
    pub(super) fn read_checklist(&self, root: &Section<'a>) -> Vec<Check> {
        let amount = root.section("amount").and_then(|amount| amount.optional_text("name"));
        let read = |section: &Section<'a>| {
            let text = section.wording("text");
            let shown = section.optional_text("shows");
            section.finish();
            let shows = match shown {
                None => None,
                Some(spot) if amount.as_ref().is_some_and(|amount| amount.text == spot.text) => {
                    Some("amount".to_owned())
                }
                Some(spot) => Some(self.shown_id(&spot)?),
            };
            Some(Check { text: text?, shows })
        };
        root.sections("checklist").iter().filter_map(read).collect()
    }

    fn shown_id(&self, spot: &Spot<'_>) -> Option<String> {
        match self.resolve(spot.text) {
            Some(Meaning::Input(index)) => Some(self.inputs[index].label.id.clone()),
            Some(Meaning::Value(index)) => Some(self.drafts[index].label.id.clone()),
            Some(Meaning::Mistaken) => None,
            _ => {
                let name = spot.text;
                let can_be_shown =
                    |meaning| matches!(meaning, Meaning::Input(_) | Meaning::Value(_));
                let names = self.names.iter().filter(|entry| can_be_shown(entry.1));
                let names = names.map(|entry| entry.0.as_str());
                let message = text!(
                    "“{name}”不是问题、计算项或金额的名称",
                    "“{name}” names no input, value or amount"
                );
                self.report(Diagnostic::new(&spot.place, message).meaning(name, names));
                None
            }
        }
    }

    pub(super) fn read_notes(&self, root: &Section<'a>) -> Vec<Note> {
        let read = |(index, section): (usize, &Section<'a>)| {
            self.read_faq(section, Item::Note(index));
            self.read_note(section, false)
        };
        root.sections("note").iter().enumerate().filter_map(read).collect()
    }

    pub(super) fn read_note(&self, section: &Section<'a>, titled: bool) -> Option<Note> {
        let title = if titled { section.wording("title") } else { None };
        let text = section.wording("text");
        let source = self.citation(section, false);
        section.finish();
        Some(Note { title, text: text?, source })
    }

    pub(super) fn read_contacts(&self, root: &Section<'a>) -> Vec<Contact> {
        let read = |(index, section): (usize, &Section<'a>)| {
            self.read_faq(section, Item::Contact(index));
            let contact = Contact {
                name: section.wording("name")?,
                office: section.wording("office")?,
                channel: section.optional_wording("channel"),
                phone: section.optional_text("phone").map(|spot| spot.text.to_owned()),
            };
            section.finish();
            Some(contact)
        };
        root.sections("contact").iter().enumerate().filter_map(read).collect()
    }
}

/// Answers are helped to by other policies.
pub(super) fn refuse_own_help(root: &Section<'_>) {
    for helper in root.sections("input").iter().filter_map(|section| section.section("helper")) {
        refuse_itself(root, &helper, helper.optional_text("policy").as_ref());
    }
}

/// What a policy says of another, it does not say of itself.
fn refuse_itself(root: &Section<'_>, section: &Section<'_>, named: Option<&Spot<'_>>) {
    let own = root.node("id").map(|found| &found.0.content);
    if let (Some(Content::Text(own)), Some(named)) = (own, named)
        && own == named.text
    {
        let message = text!("这是本政策自己的编号", "this is the id of this policy itself");
        let help = text!("应写另一项政策的编号", "write the id of another policy");
        section.report(Diagnostic::new(&named.place, message).help(help));
    }
}

/// Days, months and years: one of them, or from one to another.
fn check_date_of_source(section: &Section<'_>, spot: &Spot<'_>) {
    let parts = spot.text.split(|sign: char| !sign.is_ascii_digit() && sign != '-');
    let exists = |part: &str| match (part.len(), part.contains('-')) {
        (4, false) => Date::parse(&format!("{part}-01-01")).is_some(),
        (7, true) => Date::parse(&format!("{part}-01")).is_some(),
        (_, true) => Date::parse(part).is_some(),
        // 3月
        (_, false) => part.len() < 3,
    };
    let has_year = spot.text.bytes().filter(u8::is_ascii_digit).count() >= 4;
    if !has_year || !parts.into_iter().all(exists) {
        let message = text!(
            "应写实际存在的日期、月份或年份",
            "a day, a month or a year that exists is expected"
        );
        let help = text!(
            "如 \"2024-12-31\"、\"2024-12\" 或 \"2024\"",
            "such as \"2024-12-31\", \"2024-12\" or \"2024\""
        );
        section.report(Diagnostic::new(&spot.place, message).help(help));
    }
}

/// Readers open it by a click: it may only lead to a web page.
fn web_address(section: &Section<'_>, spot: &Spot<'_>) -> Option<String> {
    let rest = spot.text.strip_prefix("https://").or(spot.text.strip_prefix("http://"));
    let leads_somewhere = rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    if !leads_somewhere || spot.text.contains(char::is_whitespace) {
        let message = text!(
            "应写以 http:// 或 https:// 开头的网址",
            "an address that begins with http:// or https:// is expected"
        );
        section.report(Diagnostic::new(&spot.place, message));
        return None;
    }
    Some(spot.text.to_owned())
}

pub(super) fn read_portal(root: &Section<'_>) -> Option<Portal> {
    let section = root.section("apply")?;
    let name = section.wording("name");
    let url = section.text("url").and_then(|spot| web_address(&section, &spot));
    section.finish();
    Some(Portal { name: name?, url: url? })
}

pub(super) fn read_changes(root: &Section<'_>) -> Vec<Change> {
    let read = |section: &Section<'_>| {
        let date = section.text("date").and_then(|spot| date(section, &spot));
        let text = section.wording("text");
        section.finish();
        Some(Change { date: date?, text: text? })
    };
    root.sections("change").iter().filter_map(read).collect()
}
