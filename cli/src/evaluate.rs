//! `wengang evaluate` and `wengang explain`.

use std::collections::HashSet;
use std::fmt::{self, Write as _};
use std::io::Read as _;
use std::path::Path;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value, json};
use wengang::{Assessment, Eligibility, Locale, Plain, Policy, Raw, RowResult, authoring};

use crate::answer::{Answer, Failure};
use crate::system::{self, fs};

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
    let fields = read(inputs, locale)?;
    let calendar = authoring::calendar();
    let assessment =
        wengang::evaluate(policy, &calendar, &fields, locale).map_err(Failure::Problems)?;
    let data = json!(assessment);
    let words = word(&assessment, &data);
    Ok(Answer::done(data, words))
}

pub(crate) fn read(path: &Path, locale: Locale) -> Result<Vec<(String, Raw)>, Failure> {
    let mut text = String::new();
    if path == Path::new("-") {
        system::stdin().read_to_string(&mut text)?;
    } else {
        text = fs::read_to_string(path)
            .map_err(|error| Failure::Broken(format!("{}: {error}", path.display())))?;
    }
    // Editors on Windows begin files with a mark.
    let text = text.trim_start_matches('\u{feff}');
    let unreadable =
        |error: serde_json::Error| Failure::Broken(format!("{}: {error}", path.display()));
    let mut once = serde_json::Deserializer::from_str(text);
    Unrepeated(locale).deserialize(&mut once).map_err(unreadable)?;
    let fields: Map<String, Value> = serde_json::from_str(text).map_err(unreadable)?;
    Ok(cells(fields))
}

/// Looks through JSON for a key that an object has twice: which of the answers counts?
#[derive(Clone, Copy)]
struct Unrepeated(Locale);

impl<'de> DeserializeSeed<'de> for Unrepeated {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unrepeated {
    type Value = ();

    fn expecting(&self, words: &mut fmt::Formatter<'_>) -> fmt::Result {
        words.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    /// Objects; long numbers too, which come as objects of one key.
    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let mut keys = HashSet::new();
        while let Some(key) = object.next_key::<String>()? {
            if keys.contains(&key) {
                return Err(de::Error::custom(
                    self.0.pick(format!("“{key}”写了两次"), format!("“{key}” is given twice")),
                ));
            }
            keys.insert(key);
            object.next_value_seed(self)?;
        }
        Ok(())
    }
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
        Value::Array(items) if !items.iter().any(Value::is_object) => {
            Raw::list(&items.iter().map(Value::as_str).collect::<Vec<_>>())
        }
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
    line(policy.title.get(locale).to_owned());
    line(result(assessment.eligibility, assessment.amount.as_deref(), locale));
    if !assessment.missing.is_empty() {
        let labels: Vec<_> =
            assessment.missing.iter().map(|id| policy.asked_as(id, locale)).collect();
        let missing = labels.join(locale.pick("、", ", "));
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
    for (id, rows) in &assessment.rows {
        let is_schedule = policy.input(id).is_none();
        for (index, row) in rows.iter().enumerate() {
            let words = if is_schedule {
                month_in_words(row, locale)
            } else {
                row_in_words(index + 1, row, locale)
            };
            line(format!("\n{}{}{words}", policy.asked_as(id, locale), locale.pick("，", ", ")));
        }
    }
    for step in &assessment.steps {
        line(format!("\n{} = {}", step.label, step.display));
        line(format!("  {}\n  {}", step.formula, step.substituted));
        line(format!("  {}", cited(step.source.as_ref(), locale)));
    }
    for part in &assessment.parts {
        let (label, amount) = (part.label, &part.amount);
        line(locale.pick(
            format!("\n其中{label}：{amount}元"),
            format!("\nof this, {label}: {amount} yuan"),
        ));
    }
    for reading in &assessment.readings {
        let label = reading.label;
        let result = result(reading.eligibility, reading.amount.as_deref(), locale);
        line(locale.pick(
            format!("\n另一种读法，{label}\n  {result}"),
            format!("\nby another reading, {label}\n  {result}"),
        ));
        line(format!("  {}", cited(reading.source.as_ref(), locale)));
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

fn row_in_words(number: usize, row: &RowResult<'_>, locale: Locale) -> String {
    let reasons: Vec<_> = row.reasons.iter().map(|reason| reason.message).collect();
    let state = if row.accepted {
        locale.pick("计入", "counted").to_owned()
    } else {
        reasons.join(locale.pick("；", "; "))
    };
    let worth = worth(row, locale).map(|worth| format!("{}{worth}", locale.pick("，", ", ")));
    let worth = worth.unwrap_or_default();
    locale.pick(format!("第{number}行：{state}{worth}"), format!("row {number}: {state}{worth}"))
}

/// A month of a schedule is counted in any case; its first value is its first day.
fn month_in_words(row: &RowResult<'_>, locale: Locale) -> String {
    let month = match row.values.first() {
        Some((_, Plain::Text(day))) => day.rsplit_once('-').map_or(day.as_str(), |parts| parts.0),
        _ => "",
    };
    let worth = worth(row, locale).map(|worth| format!("{}{worth}", locale.pick("：", ": ")));
    format!("{month}{}", worth.unwrap_or_default())
}

fn worth(row: &RowResult<'_>, locale: Locale) -> Option<String> {
    let amount = row.amount.as_ref()?;
    Some(locale.pick(format!("{amount}元"), format!("{amount} yuan")))
}

fn result(eligibility: Eligibility, amount: Option<&str>, locale: Locale) -> String {
    let verdict = match eligibility {
        Eligibility::Eligible => locale.pick("符合条件", "eligible"),
        Eligibility::Ineligible => locale.pick("不符合条件", "not eligible"),
        Eligibility::Undetermined => locale.pick("尚不能确定", "not yet determined"),
        Eligibility::NotAssessed => locale.pick("测算结果", "result"),
    };
    match amount {
        Some(amount) => {
            locale.pick(format!("{verdict}：{amount}元"), format!("{verdict}: {amount} yuan"))
        }
        None => verdict.to_owned(),
    }
}

pub(crate) fn cited(source: Option<&wengang::Source<'_>>, locale: Locale) -> String {
    source.map_or_else(String::new, |source| source.to_line(locale))
}
