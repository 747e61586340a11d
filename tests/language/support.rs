//! A policy file around the formulas that a test is about.

use std::sync::LazyLock;

use wengang::{Assessment, Calendar, Locale, Plain, Policy, Raw, RowResult, authoring, evaluate};

pub(crate) static CALENDAR: LazyLock<Calendar> = LazyLock::new(authoring::calendar);

/// The beginning of a file.
const HEADER: &str = r#"
id       = "example"
title    = { zh = "例子", en = "Example" }
region   = { zh = "某市", en = "Somewhere" }
audience = "citizen"
scheme   = "example"
summary  = { zh = "例子", en = "Example" }

[[source]]
name        = "通知"
title       = { zh = "通知", en = "Notice" }
reliability = "primary"
"#;

/// Changes in July, and is known up to the end of 2027.
pub(crate) const TARIFF: &str = r#"[[parameter]]
name    = "标准"
id      = "rate"
en      = "rate"
until   = 2027
history = [
  { from = 2025, value = "2000元/月", source = "通知：第二条" },
  { from = 2026-07-01, value = "2100元/月", source = "通知：第二条" },
]
"#;

/// A file of these parts.
pub(crate) fn file(parts: &[&str]) -> String {
    [&[HEADER], parts].concat().join("\n")
}

/// A question; `more` are further keys.
pub(crate) fn input(name: &str, id: &str, kind: &str, more: &str) -> String {
    format!(
        "[[input]]\nname = \"{name}\"\nid = \"{id}\"\nen = \"{id}\"\ntype = \"{kind}\"\n{more}\n"
    )
}

/// A value.
pub(crate) fn value(name: &str, id: &str, formula: &str) -> String {
    format!(
        "[[value]]\nname = \"{name}\"\nid = \"{id}\"\nen = \"{id}\"\nformula = \"{formula}\"\nsource = \"通知\"\n"
    )
}

/// A file that passes all checks.
pub(crate) fn policy(file: &str) -> Policy {
    authoring::check(file).unwrap_or_else(|mistakes| {
        let told = mistakes.iter().map(|mistake| &mistake.message.chinese);
        panic!("{:?}\n{file}", told.collect::<Vec<_>>())
    })
}

/// What is wrong with a file, and what helps, in Chinese.
pub(crate) fn mistakes(file: &str) -> Vec<String> {
    let mistakes = authoring::check(file).err().unwrap_or_default();
    let told = mistakes.into_iter().map(|mistake| {
        let help = mistake.help.map(|help| format!("；{}", help.chinese));
        mistake.message.chinese + &help.unwrap_or_default()
    });
    told.collect()
}

/// The result for these answers.
pub(crate) fn result<'p>(policy: &'p Policy, answers: &[(&str, &str)]) -> Assessment<'p> {
    let answer = |(id, text): &(&str, &str)| ((*id).to_owned(), Raw::Text((*text).to_owned()));
    let form: Vec<_> = answers.iter().map(answer).collect();
    evaluate(policy, &CALENDAR, &form, Locale::Chinese)
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// How a step is shown, and how it was worked out.
pub(crate) fn step(policy: &Policy, id: &str, answers: &[(&str, &str)]) -> (String, String) {
    let result = result(policy, answers);
    let step = result.steps.iter().find(|step| step.id == id).unwrap_or_else(|| panic!("no {id}"));
    (step.display.clone(), step.substituted.clone())
}

/// A value of the rows of the table before it.
pub(crate) fn row_value(name: &str, id: &str, formula: &str) -> String {
    format!(
        "[[input.value]]\nname = \"{name}\"\nid = \"{id}\"\nen = \"{id}\"\nformula = \"{formula}\"\n"
    )
}

/// The value of a row that is called `own`, marked where the row does not count.
pub(crate) fn own_value(row: &RowResult<'_>) -> String {
    let own = row.values.iter().find(|value| value.0 == "own").map(|value| &value.1);
    let own = match own {
        Some(Plain::Text(text)) => text.clone(),
        Some(Plain::Boolean(value)) => value.to_string(),
        None => String::new(),
    };
    format!("{}{own}", if row.accepted { "" } else { "✗" })
}
