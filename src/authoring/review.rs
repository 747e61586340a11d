//! A policy file as an editor wants it told: mistakes with where they begin and end, what mends them, examples one by one.

use super::calendar::calendar;
use super::code;
use super::library::shortcomings;
use super::mistake::Lines;
use super::source::Given;
use crate::checking::run_examples;
use crate::document::{Diagnostic, Edit, Node};
use crate::values::{Data, Locale, Text};

/// So many mistakes are listed at most, as by the command.
pub(super) const MOST_MISTAKES: usize = 200;

/// Checks the text of a policy file: the document, where it can be worked with, and what is wrong with it as plain data.
pub fn review(given: &Given<'_>, locale: Locale) -> (Option<Node>, Data<'static>) {
    let source = given.source();
    let (document, mut mistakes) = match source.check().policy {
        Ok(policy) => (Some(source.document().clone()), shortcomings(source.document(), &policy)),
        Err(mistakes) => (None, mistakes),
    };
    // What is wrong in the other files has no place in this one.
    for mistake in &mut mistakes {
        mistake.place.span = mistake.place.span.filter(|(from, _)| *from <= given.policy.len());
    }
    let lines = Lines::of(given.policy);
    let first = mistakes.iter().take(MOST_MISTAKES);
    (document, Data::list(first.map(|mistake| told(mistake, &lines, locale))))
}

fn told(mistake: &Diagnostic, lines: &Lines<'_>, locale: Locale) -> Data<'static> {
    Data::object(|data| {
        data.set("code", code::of(mistake));
        data.set("message", mistake.message.get(locale).to_owned());
        data.set_some("help", mistake.help.as_ref().map(|help| help.get(locale).to_owned()));
        let path = &mistake.place.path;
        data.set_some("path", (!path.is_empty()).then_some(path));
        let (from, to) = mistake.place.span.unwrap_or_default();
        set_span(data, lines, from, to.max(from));
        let edits = mistake.edit.as_ref().and_then(|edit| located(edit, mistake, lines.source()));
        if let Some((from, to, text)) = edits {
            data.set_objects("edits", [text], |data, text| {
                set_span(data, lines, from, to);
                data.set("text", text);
            });
        }
    })
}

fn set_span(data: &mut Data<'static>, lines: &Lines<'_>, from: usize, to: usize) {
    for (key, at) in [("from", from), ("to", to)] {
        let (line, column) = lines.position(at);
        data.set_object(key, |data| {
            data.set("line", line);
            data.set("column", column);
        });
    }
}

/// The bytes to be replaced, and what by, where the file has there what the edit is for.
fn located(edit: &Edit, mistake: &Diagnostic, source: &str) -> Option<(usize, usize, String)> {
    match edit {
        Edit::Replace { span: (start, end), wrong, right } => {
            // A key may stand in quotation marks.
            let quote =
                usize::from(source.get(*start..)?.starts_with('"') && !wrong.starts_with('"'));
            let (start, end) = (start + quote, end + quote);
            (source.get(start..end)? == wrong).then(|| (start, end, right.clone()))
        }
        Edit::Add { key, value } => {
            let (start, end) = mistake.place.span?;
            let table = source.get(start..end)?;
            if let Some(entries) = table.strip_prefix('{').and_then(|table| table.strip_suffix('}'))
            {
                let at = start + 1 + entries.trim_end().len();
                let comma = if entries.trim().is_empty() { "" } else { "," };
                return Some((at, at, format!("{comma} {key} = {value}")));
            }
            // Below the header; of the file itself, which has none, above its first key.
            let at = if end == 0 { first_key(source) } else { after_line(source, end) };
            let begin = if at > 0 && !source[..at].ends_with('\n') { "\n" } else { "" };
            Some((at, at, format!("{begin}{key} = {value}\n")))
        }
    }
}

fn after_line(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |end| at + end + 1)
}

/// Where the first line begins that is neither empty nor a comment.
fn first_key(source: &str) -> usize {
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            break;
        }
        at += line.len();
    }
    at
}

/// How each worked example of a policy file fares: what it says of its result, and what came out. None where its rules are
/// mistaken.
pub fn examples(given: &Given<'_>, locale: Locale) -> Data<'static> {
    let lines = Lines::of(given.policy);
    let outcomes = run_examples(given.source().document(), &calendar());
    Data::list(outcomes.into_iter().map(|outcome| {
        let (from, to) = outcome.span.unwrap_or_default();
        Data::object(|data| {
            data.set("name", outcome.name.get(locale).to_owned());
            data.set("passed", outcome.has_passed());
            set_span(data, &lines, from, to);
            data.set_objects("comparisons", &outcome.comparisons, |data, comparison| {
                data.set("of", comparison.of);
                data.set_some("name", comparison.name.as_ref());
                data.set("holds", comparison.holds());
                for (key, texts) in
                    [("expected", &comparison.expected), ("found", &comparison.found)]
                {
                    data.set_list(key, texts.iter().map(Data::text));
                }
            });
            let told = |problem: &Text| Data::text(problem.get(locale));
            data.set_list("problems", outcome.problems.iter().map(told));
        })
    }))
}
