//! Where a policy contradicts itself: its Chinese and its English, its texts and its figures, its days and its years.

use super::nodes::{Span, all_items, items, mistake, text};
use crate::document::{Content, Diagnostic, ENGLISH, Node};
use crate::values::text;

/// Beginnings of what is denied.
const NEGATIONS: [&str; 5] = ["没有", "不", "未", "无", "非"];

/// What does not agree in a policy document.
pub(super) fn mistakes(document: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    compare_languages(document, &mut found);
    check_years(document, &mut found);
    check_summary(document, &mut found);
    check_answers(document, &mut found);
    check_examples(document, &mut found);
    found
}

/// A number within a text, and what follows it.
fn numbers(text: &str) -> impl Iterator<Item = (String, &str)> {
    let is_within = |sign: char| sign.is_ascii_digit() || ",.".contains(sign);
    let mut rest = text;
    core::iter::from_fn(move || {
        rest = rest.trim_start_matches(|sign: char| !sign.is_ascii_digit());
        let end = rest.find(|sign| !is_within(sign)).unwrap_or(rest.len());
        let number = rest[..end].trim_end_matches([',', '.']);
        let behind = &rest[number.len()..];
        rest = behind;
        (!number.is_empty()).then(|| (number.replace(',', ""), behind.trim_start()))
    })
}

fn percentages(text: &str) -> Vec<String> {
    let numbers = numbers(text).filter(|(_, behind)| behind.starts_with(['%', '％']));
    numbers.map(|(number, _)| format!("{number}%")).collect()
}

fn years(text: &str) -> Vec<String> {
    let is_year = |number: &str| number.len() == 4 && ["19", "20"].contains(&&number[..2]);
    let numbers =
        numbers(text).filter(|(number, behind)| is_year(number) && !behind.starts_with('元'));
    numbers.map(|(number, _)| number).collect()
}

/// All texts of a node in both languages.
fn compare_languages(node: &Node, found: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Table(entries) => {
            let chinese = text(node, "zh").or_else(|| text(node, "name"));
            if let (Some((chinese, _)), Some((english, at))) = (chinese, text(node, "en")) {
                compare(chinese, english, at, found);
            }
            for (key, entry) in entries {
                match &entry.content {
                    Content::Table(apart) if key == ENGLISH => {
                        for (chinese, english) in apart {
                            if let Content::Text(text) = &english.content {
                                compare(chinese, text, english.span, found);
                            }
                        }
                    }
                    _ if ["inputs", "expect"].contains(&key.as_str()) => {}
                    _ => compare_languages(entry, found),
                }
            }
        }
        Content::List(items) => items.iter().for_each(|item| compare_languages(item, found)),
        _ => {}
    }
}

/// Either language may leave out what goes without saying, but both do not say different things.
fn compare(chinese: &str, english: &str, at: Span, found: &mut Vec<Diagnostic>) {
    for figures in [percentages, years] {
        let (chinese, english) = (figures(chinese), figures(english));
        let only_chinese = chinese.iter().find(|figure| !english.contains(figure));
        let only_english = english.iter().find(|figure| !chinese.contains(figure));
        if let (Some(chinese), Some(english)) = (only_chinese, only_english) {
            let message = text!(
                "中文写的是“{chinese}”，英文写的是“{english}”",
                "the Chinese has “{chinese}”, the English “{english}”"
            );
            let help = text!("请照通知改成一样的", "make them agree, by the notice");
            found.push(mistake(at, message, help));
        }
    }
}

/// The Chinese of a wording, or of a text that has no other language beside it.
fn chinese<'n>(node: &'n Node, key: &str) -> Option<(&'n str, Span)> {
    text(node, key).or_else(|| text(node.entry(key)?, "zh"))
}

/// The year that is claimed for lies in the period, and in the title; the sources were out when they were compared.
fn check_years(document: &Node, found: &mut Vec<Diagnostic>) {
    let period = document.entry("period");
    let day = |key| period.and_then(|period| text(period, key));
    if let Some(Node { content: Content::Integer(year), span, .. }) = document.entry("claim_year") {
        let year = year.to_string();
        let begins_later = day("from").is_some_and(|(from, _)| from[..4] > *year);
        if begins_later || day("to").is_some_and(|(to, _)| to[..4] < *year) {
            let message = text!("{year}年不在“period”之内", "{year} is not within the “period”");
            let help = text!("请核对年份和有效期", "check the year and the period");
            found.push(mistake(*span, message, help));
        }
        if let Some((title, at)) = chinese(document, "title") {
            let years = years(title);
            if !years.is_empty() && !years.contains(&year) {
                let message = text!(
                    "标题里没有“claim_year”写的{year}年",
                    "the title does not have the {year} of “claim_year”"
                );
                let help = text!("请核对两处的年份", "check the year of both");
                found.push(mistake(at, message, help));
            }
        }
    }
    let Some((checked, at)) = text(document, "checked") else { return };
    let dates = all_items(document, "source").filter_map(|source| text(source, "date"));
    if let Some((date, _)) = dates.into_iter().find(|(date, _)| {
        let begin = date.split(|sign: char| !sign.is_ascii_digit() && sign != '-').next();
        begin.is_some_and(|begin| checked.get(..begin.len()).is_some_and(|day| *begin > *day))
    }) {
        let message = text!(
            "“checked”早于依据的日期“{date}”",
            "“checked” is before the “{date}” of a source"
        );
        let help = text!("请核对两处的日期", "check both dates");
        found.push(mistake(at, message, help));
    }
}

/// Readers go by the summary: what it promises is in the rules.
fn check_summary(document: &Node, found: &mut Vec<Diagnostic>) {
    let Some((summary, at)) = chinese(document, "summary") else { return };
    let mut known = Vec::new();
    let Content::Table(entries) = &document.content else { return };
    let others = entries.iter().filter(|(key, _)| !["summary", "example"].contains(&key.as_str()));
    others.for_each(|(_, entry)| collect_figures(entry, &mut known));
    for figure in figures(summary).into_iter().filter(|figure| !known.contains(figure)) {
        let message = text!(
            "“summary”里的“{figure}”别处都没有",
            "the “{figure}” of “summary” stands nowhere else"
        );
        let help = text!("请照规则里的数改", "write the figure of the rules");
        found.push(mistake(at, message, help));
    }
}

/// Percentages and sums of money.
fn figures(text: &str) -> Vec<String> {
    let money = numbers(text).filter_map(|(number, behind)| {
        let unit = ["元", "万元"].into_iter().find(|unit| behind.starts_with(unit))?;
        Some(format!("{number}{unit}"))
    });
    money.chain(percentages(text)).collect()
}

fn collect_figures(node: &Node, known: &mut Vec<String>) {
    match &node.content {
        Content::Text(text) => known.extend(figures(text)),
        Content::Table(entries) => {
            for (_, entry) in entries {
                collect_figures(entry, known);
            }
        }
        Content::List(items) => items.iter().for_each(|item| collect_figures(item, known)),
        _ => {}
    }
}

/// What “yes” and “no” mean: not the same, and not each other’s.
fn check_answers(document: &Node, found: &mut Vec<Diagnostic>) {
    for table in all_items(document, "input") {
        let columns = items(table, "column");
        for question in core::iter::once(table).chain(columns) {
            let (Some((yes, at)), Some((no, _))) =
                (chinese(question, "yes"), chinese(question, "no"))
            else {
                continue;
            };
            let denies = |text: &str| NEGATIONS.iter().any(|negation| text.starts_with(negation));
            let is_denial = text(question, "name").is_some_and(|(name, _)| denies(name));
            if yes == no || (denies(yes) && !denies(no) && !is_denial) {
                let message =
                    text!("“yes”和“no”相同，或写反了", "“yes” and “no” are the same, or swapped");
                let help = text!(
                    "yes 写答“是”的意思，no 写答“否”的意思",
                    "yes says what is so if the answer is yes, no if it is no"
                );
                found.push(mistake(at, message, help));
            }
        }
    }
}

/// Examples are read by their names.
fn check_examples(document: &Node, found: &mut Vec<Diagnostic>) {
    for example in all_items(document, "example") {
        let Some((name, at)) = chinese(example, "name") else { continue };
        let expected = example.entry("expect").and_then(|expect| text(expect, "eligibility"));
        let says =
            |end: &str| ["：", "，"].iter().any(|before| name.ends_with(&format!("{before}{end}")));
        let contradicts = match expected {
            Some(("eligible", _)) => says("不符合"),
            Some(("ineligible", _)) => says("符合"),
            _ => false,
        };
        if contradicts {
            let message =
                text!("名称说的和“eligibility”相反", "the name says the opposite of “eligibility”");
            let help = text!("请照通知改其中一处", "change one of them, by the notice");
            found.push(mistake(at, message, help));
        }
    }
}
