//! What a policy says about a situation, with every step that led there.

use serde::{Serialize, Serializer};

use crate::describe::{Source, source};
use crate::evaluate::{Failure, Situation, Value};
use crate::formula::{Expression, Style, Type, display, group_thousands, render, unit_word};
use crate::input::{self, Problem, ProblemCode, Raw};
use crate::locale::text;
use crate::policy::{Amount, Citation, Computed, Formula, Label, Policy};
use crate::{Locale, Number};

/// Decimal places of [`Assessment::values`].
const VALUE_PLACES: u32 = 10;
/// Money ends in fen.
const MONEY_PLACES: u32 = 2;

/// Whether the policy applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eligibility {
    /// All conditions hold.
    Eligible,
    /// A condition does not hold.
    Ineligible,
    /// A condition is still open.
    Undetermined,
    /// The policy has no conditions.
    NotAssessed,
}

impl Eligibility {
    /// The word that programs know it by.
    pub fn id(self) -> &'static str {
        match self {
            Eligibility::Eligible => "eligible",
            Eligibility::Ineligible => "ineligible",
            Eligibility::Undetermined => "undetermined",
            Eligibility::NotAssessed => "not-assessed",
        }
    }
}

/// A computed value as programs take it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Plain {
    /// A plain decimal, a date, a choice's id or text.
    Text(String),
    /// Yes or no.
    Boolean(bool),
}

/// One condition and how it came out.
#[derive(Debug, Clone, Serialize)]
pub struct ConditionResult<'p> {
    /// Its id.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// Whether it holds; `None` while that is open.
    pub met: Option<bool>,
    /// Why, with the numbers.
    pub explanation: String,
    /// Where the notice says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source<'p>>,
}

/// One line of the calculation.
#[derive(Debug, Clone, Serialize)]
pub struct Step<'p> {
    /// Id of the value, or `amount`.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// The formula.
    pub formula: String,
    /// The formula with the numbers in it.
    pub substituted: String,
    /// The result as in [`Assessment::values`]; the amount with two decimals.
    pub value: String,
    /// The result as readers want it.
    pub display: String,
    /// Unit of `value`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Where the notice says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source<'p>>,
}

/// A day by which something must be done.
#[derive(Debug, Clone, Serialize)]
pub struct Deadline<'p> {
    /// Its id.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// `YYYY-MM-DD`.
    pub date: String,
}

/// Something the reader should know about the result.
#[derive(Debug, Clone, Serialize)]
pub struct WarningResult<'p> {
    /// Its code.
    pub code: &'p str,
    /// In words.
    pub message: &'p str,
    /// Ids of the inputs that it concerns.
    pub fields: Vec<&'p str>,
}

/// The answer.
#[derive(Debug, Clone, Serialize)]
pub struct Assessment<'p> {
    /// Id of the policy.
    pub policy: &'p str,
    /// Whether it applies.
    #[serde(serialize_with = "as_id")]
    pub eligibility: Eligibility,
    /// Yuan with two decimals; `None` while unknown and for policies without an amount.
    pub amount: Option<String>,
    /// Every value that could be computed, by id.
    #[serde(serialize_with = "as_map")]
    pub values: Vec<(&'p str, Plain)>,
    /// All conditions.
    pub conditions: Vec<ConditionResult<'p>>,
    /// Ids of the inputs still needed, in the order to ask them.
    pub missing: Vec<&'p str>,
    /// The calculation.
    pub steps: Vec<Step<'p>>,
    /// Deadlines that are known.
    pub deadlines: Vec<Deadline<'p>>,
    /// Warnings that apply.
    pub warnings: Vec<WarningResult<'p>>,
}

fn as_map<S: Serializer>(values: &[(&str, Plain)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(values.iter().map(|(id, value)| (id, value)))
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn as_id<S: Serializer>(eligibility: &Eligibility, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(eligibility.id())
}

/// Applies a policy to the fields of a form.
///
/// # Errors
/// All problems of bad input.
pub fn evaluate<'p>(
    policy: &'p Policy,
    fields: &[(String, Raw)],
    locale: Locale,
) -> Result<Assessment<'p>, Vec<Problem>> {
    assess(&input::read(policy, fields)?, locale)
}

/// Ids of the inputs asked in this situation, in order. Bad answers count as not given.
pub fn asked<'p>(policy: &'p Policy, fields: &[(String, Raw)]) -> Vec<&'p str> {
    let (situation, _) = input::read_leniently(policy, fields);
    let asked = policy.inputs.iter().enumerate();
    asked
        .filter(|(index, _)| situation.is_asked(*index) == Some(true))
        .map(|(_, input)| input.id())
        .collect()
}

pub(crate) fn eligibility(situation: &Situation<'_>) -> Result<Eligibility, Failure> {
    if situation.policy.conditions.is_empty() {
        return Ok(Eligibility::NotAssessed);
    }
    Ok(match situation.conditions_hold()? {
        Some(true) => Eligibility::Eligible,
        Some(false) => Eligibility::Ineligible,
        None => Eligibility::Undetermined,
    })
}

pub(crate) fn assess<'p>(
    situation: &Situation<'p>,
    locale: Locale,
) -> Result<Assessment<'p>, Vec<Problem>> {
    let policy = situation.policy;
    let eligibility = eligibility(situation).map_err(|failure| failed(situation, failure))?;
    let amount = amount(situation, eligibility).map_err(|failure| failed(situation, failure))?;
    let mut values = Vec::new();
    let mut steps = Vec::new();
    for (index, value) in policy.values.iter().enumerate() {
        let known = situation.value(index).map_err(|failure| failed(situation, failure))?;
        let Some(known) = known else { continue };
        let plain = plain(policy, &known, value.formula.kind)
            .map_err(|failure| failed(situation, failure))?;
        steps.push(step(situation, value, &known, plain_text(&plain), locale));
        values.push((value.label.id.as_str(), plain));
    }
    if let (Some(formula), Some(amount), Some(true) | None) =
        (&policy.amount, &amount, holds(eligibility))
    {
        steps.push(amount_step(situation, formula, amount, locale));
    }
    let mut warnings = Vec::new();
    for warning in &policy.warnings {
        if situation.warns(&warning.trigger).map_err(|failure| failed(situation, failure))? {
            warnings.push(WarningResult {
                code: &warning.code,
                message: warning.message.get(locale),
                fields: warning.fields.iter().map(|field| policy.inputs[*field].id()).collect(),
            });
        }
    }
    Ok(Assessment {
        policy: &policy.id,
        eligibility,
        amount,
        values,
        conditions: policy
            .conditions
            .iter()
            .map(|condition| condition_result(situation, condition, locale))
            .collect::<Result<_, _>>()
            .map_err(|failure| failed(situation, failure))?,
        missing: missing(situation, eligibility),
        steps,
        deadlines: deadlines(situation, locale).map_err(|failure| failed(situation, failure))?,
        warnings,
    })
}

fn holds(eligibility: Eligibility) -> Option<bool> {
    match eligibility {
        Eligibility::Eligible => Some(true),
        Eligibility::Ineligible | Eligibility::Undetermined => Some(false),
        Eligibility::NotAssessed => None,
    }
}

/// The amount in yuan, rounded here and nowhere else.
fn amount(situation: &Situation<'_>, eligibility: Eligibility) -> Result<Option<String>, Failure> {
    let Some(amount) = &situation.policy.amount else {
        return Ok(None);
    };
    let exact = match eligibility {
        Eligibility::Ineligible => Some(Number::ZERO),
        Eligibility::Undetermined => None,
        Eligibility::Eligible | Eligibility::NotAssessed => {
            situation.number(&amount.formula.expression)?
        }
    };
    let rounded = exact.map(|exact| exact.round_half_up(MONEY_PLACES)).transpose()?;
    Ok(rounded.map(|rounded| rounded.to_string()))
}

fn missing<'p>(situation: &Situation<'p>, eligibility: Eligibility) -> Vec<&'p str> {
    let policy = situation.policy;
    if eligibility == Eligibility::Ineligible {
        return Vec::new();
    }
    let mut missing = vec![false; policy.inputs.len()];
    let mut mark = |formula: &Formula| situation.mark_missing(&formula.expression, &mut missing);
    policy.conditions.iter().for_each(|condition| mark(&condition.formula));
    match &policy.amount {
        Some(amount) => mark(&amount.formula),
        None => policy.values.iter().for_each(|value| mark(&value.formula)),
    }
    let inputs = policy.inputs.iter().zip(missing);
    inputs
        .filter(|(input, missing)| *missing && !input.optional)
        .map(|(input, _)| input.id())
        .collect()
}

fn plain(policy: &Policy, value: &Value, kind: Type) -> Result<Plain, Failure> {
    Ok(match (value, kind) {
        (Value::Boolean(value), _) => Plain::Boolean(*value),
        (Value::Number(number), _) => Plain::Text(number.to_plain(VALUE_PLACES)?),
        (Value::Date(date), _) => Plain::Text(date.to_string()),
        (Value::Choice(index), Type::Choice(set)) => {
            Plain::Text(policy.choice_sets[set].choices[*index].id.clone())
        }
        (Value::Choice(index), _) => Plain::Text(index.to_string()),
        (Value::Text(text), _) => Plain::Text(text.clone()),
    })
}

fn plain_text(plain: &Plain) -> String {
    match plain {
        Plain::Text(text) => text.clone(),
        Plain::Boolean(value) => value.to_string(),
    }
}

fn write(situation: &Situation<'_>, formula: &Formula, style: Style, locale: Locale) -> String {
    render(situation.policy, &formula.expression, style, locale, Some(situation))
}

fn cite<'p>(
    situation: &Situation<'p>,
    citation: Option<&'p Citation>,
    locale: Locale,
) -> Option<Source<'p>> {
    citation.map(|citation| source(situation.policy, citation, locale))
}

fn step<'p>(
    situation: &Situation<'p>,
    computed: &'p Computed,
    known: &Value,
    value: String,
    locale: Locale,
) -> Step<'p> {
    let Computed { label: Label { id, text, .. }, formula, source: citation } = computed;
    Step {
        id,
        label: text.get(locale),
        formula: write(situation, formula, Style::Names, locale),
        substituted: write(situation, formula, Style::Numbers, locale),
        value,
        display: display(situation.policy, known, formula.kind, locale),
        unit: unit_word(formula, locale),
        source: cite(situation, citation.as_ref(), locale),
    }
}

fn amount_step<'p>(
    situation: &Situation<'p>,
    amount: &'p Amount,
    value: &str,
    locale: Locale,
) -> Step<'p> {
    let unit = unit_word(&amount.formula, locale);
    let shown = value.parse().map_or_else(|_| value.to_owned(), group_thousands);
    let word = unit.as_deref().unwrap_or_default();
    Step {
        id: "amount",
        label: amount.label.text.get(locale),
        formula: write(situation, &amount.formula, Style::Names, locale),
        substituted: write(situation, &amount.formula, Style::Numbers, locale),
        value: value.to_owned(),
        display: locale.pick(format!("{shown}{word}"), format!("{shown} {word}")),
        unit,
        source: cite(situation, amount.source.as_ref(), locale),
    }
}

fn condition_result<'p>(
    situation: &Situation<'p>,
    condition: &'p Computed,
    locale: Locale,
) -> Result<ConditionResult<'p>, Failure> {
    let met = situation.truth(&condition.formula.expression)?;
    let formula = match &condition.formula.expression {
        // A condition that is an answer, or the opposite of one, reads best as that answer.
        Expression::Not(answer) if matches!(**answer, Expression::Input(_)) => {
            Formula { expression: answer.as_ref().clone(), kind: Type::Boolean }
        }
        _ => condition.formula.clone(),
    };
    let reason = write(situation, &formula, Style::Reasons, locale);
    let explanation = match met {
        Some(true) => locale.pick(format!("{reason}，符合"), format!("{reason}: met")),
        Some(false) => locale.pick(format!("{reason}，不符合"), format!("{reason}: not met")),
        None => locale.pick(format!("{reason}，尚待填写"), format!("{reason}: not yet known")),
    };
    Ok(ConditionResult {
        id: &condition.label.id,
        label: condition.label.text.get(locale),
        met,
        explanation,
        source: cite(situation, condition.source.as_ref(), locale),
    })
}

fn deadlines<'p>(situation: &Situation<'p>, locale: Locale) -> Result<Vec<Deadline<'p>>, Failure> {
    let mut known = Vec::new();
    for deadline in &situation.policy.deadlines {
        if let Some(Value::Date(date)) = situation.evaluate(&deadline.formula.expression)? {
            known.push(Deadline {
                id: &deadline.label.id,
                label: deadline.label.text.get(locale),
                date: date.to_string(),
            });
        }
    }
    Ok(known)
}

/// A failure is the fault of the numbers given: no policy that passed its checks fails on numbers of ordinary size.
fn failed(situation: &Situation<'_>, failure: Failure) -> Vec<Problem> {
    let id = &situation.policy.id;
    let message = match failure {
        Failure::TooLarge => text!(
            "“{id}”：数字过大，无法精确计算",
            "“{id}”: the numbers are too large to be computed exactly"
        ),
        Failure::DivisionByZero => text!("“{id}”：除数为零", "“{id}”: a divisor is zero"),
        Failure::DateOutOfRange => {
            text!("“{id}”：日期超出范围", "“{id}”: a date is out of range")
        }
    };
    vec![Problem { field: String::new(), code: ProblemCode::OutOfRange, message }]
}
