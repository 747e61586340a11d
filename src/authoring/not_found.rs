//! What was looked for and not found: a list beside the policies, so that nobody looks for it in vain or believes it forgotten.

use std::path::Path;

use super::library::{Files, PolicyFile};
use super::mistake::Mistake;
use super::source::read_beside;
use crate::checking::year;
use crate::document::{Content, Diagnostic, Node, Section};
use crate::policy::Policy;
use crate::values::{Date, Locale, Text, text};

/// The file of a library that lists it.
pub(super) const NOT_FOUND: &str = "not-found.toml";

/// What was looked for and not found.
#[derive(Debug)]
pub struct NotFound {
    /// Where it would hold.
    pub region: Text,
    /// The id of the scheme.
    pub scheme: String,
    /// The years that it was looked for; none where it does not go by years.
    pub years: Vec<i32>,
    /// What it is, in the reader's terms.
    pub sought: Text,
    /// The day of the last search.
    pub on: Date,
}

/// What a library's list says; nothing where it has none.
///
/// # Errors
/// All mistakes of the file.
pub fn not_found(
    folder: &Path,
    from: &impl Files,
    locale: Locale,
) -> Result<Vec<NotFound>, Vec<Mistake>> {
    read(folder, from, &[], locale)
}

/// What is wrong with a library's list, which names nothing that the library has.
pub(super) fn mistakes(
    folder: &Path,
    from: &impl Files,
    files: &[PolicyFile],
    locale: Locale,
) -> Vec<Mistake> {
    read(folder, from, files, locale).err().unwrap_or_default()
}

fn read(
    folder: &Path,
    from: &impl Files,
    files: &[PolicyFile],
    locale: Locale,
) -> Result<Vec<NotFound>, Vec<Mistake>> {
    read_beside(folder, NOT_FOUND, from, locale, |root| {
        root.sections("not_found").iter().filter_map(|section| entry(section, files)).collect()
    })
}

fn entry(section: &Section<'_>, files: &[PolicyFile]) -> Option<NotFound> {
    let region = section.wording("region");
    let scheme = section.text("scheme");
    let years = years(section);
    let sought = section.wording("sought");
    let on = section.text("on").and_then(|spot| {
        let day = Date::parse(spot.text);
        if day.is_none() {
            let message = text!(
                "应写实际存在的日期，如 2024-12-31",
                "a date that exists is expected, such as 2024-12-31"
            );
            section.report(Diagnostic::new(&spot.place, message));
        }
        day
    });
    section.finish();
    let (region, scheme) = (region?, scheme?.text.to_owned());
    let is_it = |policy: &Policy| {
        policy.scheme == scheme
            && policy.region.chinese == region.chinese
            && policy.claim_year.is_some_and(|year| years.contains(&year))
    };
    if let Some(file) = files.iter().find(|file| is_it(&file.policy)) {
        let path = file.path.display();
        let message = text!("已经收录：{path}", "the library has this by now: {path}");
        let help = text!("请删去这一年或这一项", "delete the year or the entry");
        section.report(Diagnostic::new(section.place(), message).help(help));
    }
    Some(NotFound { region, scheme, years, sought: sought?, on: on? })
}

fn years(section: &Section<'_>) -> Vec<i32> {
    let Some((node, place)) = section.node("years") else { return Vec::new() };
    let number = |item: &Node| match item.content {
        Content::Integer(number) => Some(number),
        _ => None,
    };
    let numbers: Option<Vec<i64>> = match &node.content {
        Content::List(items) => items.iter().map(number).collect(),
        _ => None,
    };
    let Some(numbers) = numbers.filter(|numbers| !numbers.is_empty()) else {
        let message = text!(
            "应写年份的列表，如 [2025, 2026]",
            "a list of years is expected, such as [2025, 2026]"
        );
        section.report(Diagnostic::new(&place, message));
        return Vec::new();
    };
    numbers.iter().filter_map(|number| year(section, (*number, place.clone()))).collect()
}
