//! `wengang evaluate` and `wengang explain`.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use serde_json::{Map, Value, json};
use wengang::{Assessment, Eligibility, Locale, Policy, Raw, authoring};

use crate::answer::{Answer, Failure};

/// The assessment as data, whether or not `--json` asks for it.
pub(crate) fn data(policy: &Policy, inputs: &Path, locale: Locale) -> Result<Answer, Failure> {
    assess(policy, inputs, locale, |_, data| format!("{data:#}"))
}

/// The assessment in words.
pub(crate) fn words(policy: &Policy, inputs: &Path, locale: Locale) -> Result<Answer, Failure> {
    assess(policy, inputs, locale, |assessment, _| in_words(policy, assessment, locale))
}

fn assess(
    policy: &Policy,
    inputs: &Path,
    locale: Locale,
    word: impl FnOnce(&Assessment<'_>, &Value) -> String,
) -> Result<Answer, Failure> {
    let fields = read(inputs)?;
    let calendar = authoring::calendar();
    let assessment =
        wengang::evaluate(policy, &calendar, &fields, locale).map_err(Failure::Problems)?;
    let data = json!(assessment);
    let words = word(&assessment, &data);
    Ok(Answer::done(data, words))
}

fn read(path: &Path) -> Result<Vec<(String, Raw)>, Failure> {
    let mut text = String::new();
    if path == Path::new("-") {
        io::stdin().read_to_string(&mut text)?;
    } else {
        text = fs::read_to_string(path)
            .map_err(|error| Failure::Broken(format!("{}: {error}", path.display())))?;
    }
    let fields: Map<String, Value> = serde_json::from_str(&text)
        .map_err(|error| Failure::Broken(format!("{}: {error}", path.display())))?;
    Ok(cells(fields))
}

fn cells(object: Map<String, Value>) -> Vec<(String, Raw)> {
    object.into_iter().map(|(id, value)| (id, raw(value))).collect()
}

/// JSON numbers keep their digits; they never become floating-point numbers.
fn raw(value: Value) -> Raw {
    match value {
        Value::Null => Raw::Missing,
        Value::Bool(value) => Raw::Boolean(value),
        Value::Number(number) => Raw::Number(number.to_string()),
        Value::String(text) => Raw::Text(text),
        Value::Array(rows) => Raw::Table(rows.into_iter().map(row).collect()),
        Value::Object(_) => Raw::Other("{…}".to_owned()),
    }
}

fn row(value: Value) -> Option<Vec<(String, Raw)>> {
    match value {
        Value::Object(object) => Some(cells(object)),
        _ => None,
    }
}

fn in_words(policy: &Policy, assessment: &Assessment<'_>, locale: Locale) -> String {
    let mut text = String::new();
    let mut line = |content: String| {
        let _ = writeln!(text, "{content}");
    };
    let verdict = match assessment.eligibility {
        Eligibility::Eligible => locale.pick("符合条件", "eligible"),
        Eligibility::Ineligible => locale.pick("不符合条件", "not eligible"),
        Eligibility::Undetermined => locale.pick("尚不能确定", "not yet determined"),
        Eligibility::NotAssessed => locale.pick("测算结果", "result"),
    };
    line(policy.title.get(locale).to_owned());
    line(match &assessment.amount {
        Some(amount) => {
            locale.pick(format!("{verdict}：{amount}元"), format!("{verdict}: {amount} yuan"))
        }
        None => verdict.to_owned(),
    });
    if !assessment.missing.is_empty() {
        let missing = assessment.missing.join(", ");
        line(locale.pick(format!("尚缺：{missing}"), format!("missing: {missing}")));
    }
    for condition in &assessment.conditions {
        let sign = match condition.met {
            Some(true) => "✓",
            Some(false) => "✗",
            None => "?",
        };
        line(format!("\n{sign} {}\n  {}", condition.label, condition.explanation));
        line(format!("  {}", cited(condition.source.as_ref(), locale)));
    }
    for (table, rows) in &assessment.rows {
        for (index, row) in rows.iter().enumerate() {
            let reasons: Vec<_> = row.reasons.iter().map(|reason| reason.message).collect();
            let state = if row.accepted {
                locale.pick("计入", "counted").to_owned()
            } else {
                reasons.join(locale.pick("；", "; "))
            };
            line(format!(
                "\n{table}[{index}] {state} {}",
                row.amount.as_deref().unwrap_or_default()
            ));
        }
    }
    for step in &assessment.steps {
        line(format!("\n{} = {}", step.label, step.display));
        line(format!("  {}\n  {}", step.formula, step.substituted));
        line(format!("  {}", cited(step.source.as_ref(), locale)));
    }
    for deadline in &assessment.deadlines {
        line(format!("\n{}: {}", deadline.label, deadline.date));
    }
    for warning in &assessment.warnings {
        line(format!("\n! {} ({})", warning.message, warning.code));
    }
    for hint in &assessment.hints {
        line(format!("\n? {} ({})", hint.message, hint.code));
    }
    text
}

fn cited(source: Option<&wengang::Source<'_>>, locale: Locale) -> String {
    source.map_or_else(String::new, |source| source.to_line(locale))
}
