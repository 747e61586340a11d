//! What the tests of policies share.

use std::fs;
use std::sync::LazyLock;

use wengang::{Assessment, Calendar, Locale, Plain, Policy, Problem, Raw, authoring, evaluate};

pub(crate) static CALENDAR: LazyLock<Calendar> = LazyLock::new(authoring::calendar);

/// The policy in a file below `policies/`.
pub(crate) fn policy(path: &str) -> Policy {
    let source = fs::read_to_string(format!("policies/{path}.toml")).unwrap();
    authoring::check(&source).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

/// The fields of a form, from text as typed; `true` and `false` are answers to yes/no questions.
pub(crate) fn form(fields: &[(&str, &str)]) -> Vec<(String, Raw)> {
    let raw = |answer: &str| match answer {
        "true" => Raw::Boolean(true),
        "false" => Raw::Boolean(false),
        text => Raw::Text(text.to_owned()),
    };
    fields.iter().map(|(id, answer)| ((*id).to_owned(), raw(answer))).collect()
}

/// `form` with some fields given anew.
pub(crate) fn with(form: &[(String, Raw)], changed: &[(&str, &str)]) -> Vec<(String, Raw)> {
    let changed = self::form(changed);
    let kept = form.iter().filter(|field| changed.iter().all(|other| other.0 != field.0));
    kept.cloned().chain(changed.iter().cloned()).collect()
}

/// The assessment of good input.
pub(crate) fn assess<'p>(policy: &'p Policy, form: &[(String, Raw)]) -> Assessment<'p> {
    evaluate(policy, &CALENDAR, form, Locale::Chinese)
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The problems of bad input, as `field: code`.
pub(crate) fn problems(policy: &Policy, form: &[(String, Raw)]) -> Vec<String> {
    let problems = evaluate(policy, &CALENDAR, form, Locale::Chinese).unwrap_err();
    problems.iter().map(|Problem { field, code, .. }| format!("{field}: {}", code.id())).collect()
}

/// A computed value by id.
pub(crate) fn value(assessment: &Assessment<'_>, id: &str) -> String {
    match assessment.values.iter().find(|value| value.0 == id) {
        Some((_, Plain::Text(text))) => text.clone(),
        Some((_, Plain::Boolean(value))) => value.to_string(),
        None => "—".to_owned(),
    }
}
