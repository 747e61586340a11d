//! Where rules and figures stand.

use crate::policy::{Citation, Policy, Reliability};
use crate::values::{Data, Locale};

/// Where a rule or a figure stands.
#[derive(Debug, Clone)]
pub struct Source<'p> {
    /// Where its citation is, and in which language it is written.
    of: usize,
    document: &'p str,
    issuer: Option<&'p str>,
    number: Option<&'p str>,
    date: Option<&'p str>,
    section: Option<&'p str>,
    url: Option<&'p str>,
    reliability: &'static str,
    note: Option<&'p str>,
}

impl<'p> Source<'p> {
    pub(crate) fn write(&self, data: &mut Data<'p>) {
        data.set("document", self.document);
        data.set_some("issuer", self.issuer);
        data.set_some("number", self.number);
        data.set_some("date", self.date);
        data.set_some("section", self.section);
        data.set_some("url", self.url);
        data.set("reliability", self.reliability);
        data.set_some("note", self.note);
    }

    /// In one line: document, number, passage, and whether it is second-hand.
    pub fn to_line(&self, locale: Locale) -> String {
        let second_hand = locale.pick("（二手来源）", " (second-hand)");
        let mut parts =
            vec![locale.pick(format!("《{}》", self.document), self.document.to_owned())];
        parts.extend([self.number, self.section].into_iter().flatten().map(str::to_owned));
        let line = parts.join(locale.pick("，", ", "));
        if self.reliability == "secondary" { line + second_hand } else { line }
    }
}

/// Where there is a source, sets it.
pub(crate) fn cite<'p>(data: &mut Data<'p>, source: Option<&Source<'p>>) {
    if let Some(source) = source {
        data.set_kept("source", source.of, |data| source.write(data));
    }
}

/// The source that a citation names, in full.
pub(crate) fn source<'p>(policy: &'p Policy, citation: &'p Citation, locale: Locale) -> Source<'p> {
    Source {
        of: core::ptr::from_ref(citation).addr() | locale.pick(0, 1),
        section: citation.section.as_deref(),
        ..document(policy, citation.document, locale)
    }
}

pub(super) fn document(policy: &Policy, index: usize, locale: Locale) -> Source<'_> {
    let document = &policy.sources[index];
    Source {
        of: 0,
        document: document.title.get(locale),
        issuer: document.issuer.as_ref().map(|issuer| issuer.get(locale)),
        number: document.number.as_deref(),
        date: document.date.as_deref(),
        section: None,
        url: document.url.as_deref(),
        reliability: match document.reliability {
            Reliability::Primary => "primary",
            Reliability::Secondary => "secondary",
        },
        note: document.note.as_ref().map(|note| note.get(locale)),
    }
}
