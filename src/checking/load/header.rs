//! Reads what a policy is, before any of its rules.

use super::keys::{choose, date, year};
use crate::document::{Diagnostic, Section, Spot};
use crate::policy::{Audience, Topic};
use crate::values::{Date, Text, text};

/// What a policy is, before any of its rules.
pub(super) struct Header {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) region: Text,
    pub(super) audience: Audience,
    pub(super) topic: Option<Topic>,
    pub(super) keywords: Vec<String>,
    pub(super) scheme: String,
    pub(super) claim_year: Option<i32>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) checked: Option<Date>,
    pub(super) summary: Text,
}

pub(super) fn read_header(root: &Section<'_>) -> Option<Header> {
    let id = root.text("id");
    let title = root.wording("title");
    let region = root.wording("region");
    let audience = choose(
        root,
        "audience",
        &[("employer", Audience::Employer), ("citizen", Audience::Citizen)],
    );
    let topic = root.node("topic").and_then(|_| choose(root, "topic", &Topic::ALL));
    let keywords = root.texts("keywords").iter().map(|spot| spot.text.to_owned()).collect();
    let scheme = root.text("scheme");
    for id in [&id, &scheme].into_iter().flatten() {
        check_policy_id(root, id);
    }
    let claim_year = root.integer("claim_year").and_then(|found| year(root, found));
    let (from, to) = period(root);
    let checked = root.optional_text("checked").and_then(|spot| date(root, &spot));
    let summary = root.wording("summary");
    Some(Header {
        id: id?.text.to_owned(),
        title: title?,
        region: region?,
        audience: audience?,
        topic,
        keywords,
        scheme: scheme?.text.to_owned(),
        claim_year,
        from,
        to,
        checked,
        summary: summary?,
    })
}

/// Ids of policies and schemes appear in addresses.
fn check_policy_id(root: &Section<'_>, id: &Spot<'_>) {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !id.text.bytes().all(allowed) {
        root.report(Diagnostic::new(
            &id.place,
            text!(
                "编号只能用小写字母、数字和短横线",
                "an id is made of lower-case letters, digits and hyphens"
            ),
        ));
    }
}

fn period(root: &Section<'_>) -> (Option<Date>, Option<Date>) {
    let Some(section) = root.section("period") else {
        return (None, None);
    };
    let from = section.optional_text("from").and_then(|spot| date(&section, &spot));
    let to = section.optional_text("to").and_then(|spot| date(&section, &spot));
    section.finish();
    if section.node("from").is_none() && section.node("to").is_none() {
        let message = text!("“period”里什么也没有写", "nothing is written in “period”");
        let help =
            text!("请写 from 或 to，或删去这一行", "write “from” or “to”, or delete the line");
        section.report(Diagnostic::new(section.place(), message).help(help));
    }
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        let message = text!("“from”不能晚于“to”", "“from” is no later than “to”");
        section.report(Diagnostic::new(section.place(), message));
    }
    (from, to)
}
