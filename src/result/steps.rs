//! The steps of the calculation and the conditions, with the numbers.

use rust_decimal::Decimal;

use super::assessment::{ConditionResult, Plain, Step};
use super::source::{Source, source};
use crate::evaluation::{Failure, Situation, Value};
use crate::explanation::{Style, display, render};
use crate::formula::Type;
use crate::policy::{Amount, Citation, Computed, Formula, Label, Policy};
use crate::values::{Locale, digits};

/// Decimal places of [`Assessment::values`].
const VALUE_PLACES: u32 = 10;

pub(crate) fn plain(policy: &Policy, value: &Value, kind: Type) -> Result<Plain, Failure> {
    Ok(match (value, kind) {
        (Value::Boolean(value), _) => Plain::Boolean(*value),
        (Value::Number(number), _) => Plain::Text(number.to_plain(VALUE_PLACES)?),
        (Value::Date(date), _) => Plain::Text(date.to_string()),
        (Value::Choice(index), Type::Choice(set)) => {
            Plain::Text(policy.choice_sets[set].choices[*index].id.clone())
        }
        (Value::Choice(count), _) => Plain::Text(digits::count(*count)),
        (Value::Choices(chosen), _) => Plain::Text(digits::count(chosen.count() as usize)),
        (Value::Text(text), _) => Plain::Text(text.clone()),
        (Value::Rows(rows), _) => Plain::Text(digits::count(rows.len())),
    })
}

pub(super) fn plain_text(plain: &Plain) -> String {
    match plain {
        Plain::Text(text) => text.clone(),
        Plain::Boolean(value) => value.to_string(),
    }
}

fn write(situation: &Situation<'_>, formula: &Formula, style: Style, locale: Locale) -> String {
    render(situation.policy, &formula.expression, style, locale, Some(situation))
}

fn cited<'p>(
    situation: &Situation<'p>,
    citation: Option<&'p Citation>,
    locale: Locale,
) -> Option<Source<'p>> {
    citation.map(|citation| source(situation.policy, citation, locale))
}

pub(super) fn step<'p>(
    situation: &Situation<'p>,
    index: usize,
    known: &Value,
    value: String,
    locale: Locale,
) -> Step<'p> {
    let Computed { label: Label { id, text, .. }, source: citation, .. } =
        &situation.policy.values[index];
    let formula = situation.definition(index);
    Step {
        id,
        label: text.get(locale),
        formula: formula.by_name(situation.policy, locale),
        substituted: write(situation, formula, Style::Numbers, locale),
        value,
        display: display(situation.policy, known, formula.kind, locale),
        unit: formula.unit_word(locale),
        source: cited(situation, citation.as_ref(), locale),
    }
}

pub(super) fn amount_step<'p>(
    situation: &Situation<'p>,
    amount: &'p Amount,
    value: Decimal,
    locale: Locale,
) -> Step<'p> {
    let unit = amount.formula.unit_word(locale);
    let mut display = String::new();
    digits::write_grouped(&mut display, value);
    display.push_str(locale.pick("", " "));
    display.push_str(unit.as_deref().unwrap_or_default());
    Step {
        id: "amount",
        label: amount.label.text.get(locale),
        formula: amount.formula.by_name(situation.policy, locale),
        substituted: write(situation, &amount.formula, Style::Numbers, locale),
        value: digits::plain(value),
        display,
        unit,
        source: cited(situation, amount.source.as_ref(), locale),
    }
}

pub(super) fn condition_result<'p>(
    situation: &Situation<'p>,
    condition: &'p Computed,
    locale: Locale,
) -> Result<ConditionResult<'p>, Failure> {
    let met = situation.truth(&condition.formula.expression)?;
    let mut explanation = write(situation, &condition.formula, Style::Reasons, locale);
    explanation.push_str(match met {
        Some(true) => locale.pick("，符合", ": met"),
        Some(false) => locale.pick("，不符合", ": not met"),
        None => locale.pick("，尚待填写", ": not yet known"),
    });
    Ok(ConditionResult {
        id: &condition.label.id,
        label: condition.label.text.get(locale),
        met,
        explanation,
        source: cited(situation, condition.source.as_ref(), locale),
    })
}
