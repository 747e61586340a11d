//! Reads what a policy is, before any of its rules.

use std::collections::BTreeSet;

use super::keys::{choose, date, year};
use crate::document::{Content, Diagnostic, ENGLISH, Section, Spot};
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
    root.boolean("draft");
    check_languages(root);
    check_english(root);
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

/// `languages = ["zh"]` of a policy that is published in Chinese only. What that means is for [`crate::document::Demands`].
fn check_languages(root: &Section<'_>) {
    let languages = root.some_texts("languages");
    for spot in &languages {
        if !["zh", "en"].contains(&spot.text) {
            let message = text!("只能写：zh、en", "only these are allowed: zh, en");
            root.report(Diagnostic::new(&spot.place, message));
        }
    }
    if !languages.is_empty() && languages.iter().all(|spot| spot.text != "zh") {
        let message = text!(
            "少不了中文：languages = [\"zh\"]",
            "Chinese is always one of them: languages = [\"zh\"]"
        );
        root.report(Diagnostic::new(&languages[0].place, message));
    }
}

/// `[english]`: wordings by the Chinese texts that they stand for, each once.
fn check_english(root: &Section<'_>) {
    let Some(section) = root.section(ENGLISH) else { return };
    let mut known = BTreeSet::new();
    for (spot, node) in section.entries() {
        if !known.insert(spot.text) {
            let chinese = spot.text;
            let message =
                text!("“{chinese}”的英文写了两次", "the English of “{chinese}” is written twice");
            section.report(Diagnostic::new(&spot.place, message));
        }
        if !matches!(&node.content, Content::Text(_)) {
            let message =
                text!("这里应是英文，写成带引号的文字", "English is expected here, as quoted text");
            section.report(Diagnostic::new(&spot.place, message));
        }
    }
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
