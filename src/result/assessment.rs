//! What a policy says about a situation, with every step that led there.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::describe::{Source, cite, source};
use crate::evaluation::{
    Eligibility, Failure, MONEY_PLACES, Situation, Value, eligibility, rounded_amount,
};
use crate::explanation::{Style, display, render};
use crate::formula::Type;
use crate::input::{self, Problem, ProblemCode};
use crate::policy::{Amount, Citation, Computed, Formula, Input, Kind, Label, Policy};
use crate::values::{Calendar, Data, Date, Locale, Number, Raw, Text, digits, text};

/// Decimal places of [`Assessment::values`].
const VALUE_PLACES: u32 = 10;

/// A computed value as programs take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plain {
    /// A plain decimal, a date, a choice's id or text.
    Text(String),
    /// Yes or no.
    Boolean(bool),
}

/// One condition and how it came out.
#[derive(Debug, Clone)]
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
    pub source: Option<Source<'p>>,
}

/// One line of the calculation.
#[derive(Debug, Clone)]
pub struct Step<'p> {
    /// Id of the value, or `amount`.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// The formula.
    pub formula: &'p str,
    /// The formula with the numbers in it.
    pub substituted: String,
    /// The result as in [`Assessment::values`]; the amount with two decimals.
    pub value: String,
    /// The result as readers want it.
    pub display: String,
    /// Unit of `value`.
    pub unit: Option<Cow<'static, str>>,
    /// Where the notice says so.
    pub source: Option<Source<'p>>,
}

/// A day by which something must be done.
#[derive(Debug, Clone)]
pub struct Deadline<'p> {
    /// Its id.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// `YYYY-MM-DD`.
    pub date: String,
}

/// Something the reader should know about the result.
#[derive(Debug, Clone)]
pub struct WarningResult<'p> {
    /// Its code.
    pub code: &'p str,
    /// In words.
    pub message: Cow<'p, str>,
    /// Ids of the inputs that it concerns.
    pub fields: Vec<&'p str>,
}

/// Something about the answers that the reader may want to look at again.
#[derive(Debug, Clone)]
pub struct HintResult<'p> {
    /// Its code.
    pub code: &'p str,
    /// In words.
    pub message: &'p str,
    /// Ids of the inputs that it concerns.
    pub fields: Vec<&'p str>,
}

/// How a row of a table fares.
#[derive(Debug, Clone)]
pub struct RowResult<'p> {
    /// Whether it counts.
    pub accepted: bool,
    /// Why it does not.
    pub reasons: Vec<Reason<'p>>,
    /// What it is worth, in yuan with two decimals.
    pub amount: Option<String>,
    /// Values computed for the row, by id.
    pub values: Vec<(&'p str, Plain)>,
}

/// A reason to turn a row down.
#[derive(Debug, Clone)]
pub struct Reason<'p> {
    /// Its code.
    pub code: &'p str,
    /// In words.
    pub message: &'p str,
}

/// The answer.
#[derive(Debug, Clone)]
pub struct Assessment<'p> {
    /// Id of the policy.
    pub policy: &'p str,
    /// Whether it applies.
    pub eligibility: Eligibility,
    /// Yuan with two decimals; `None` while unknown and for policies without an amount.
    pub amount: Option<String>,
    /// Every value that could be computed, by id.
    pub values: Vec<(&'p str, Plain)>,
    /// All conditions.
    pub conditions: Vec<ConditionResult<'p>>,
    /// Ids of the inputs still needed, in the order to ask them.
    pub missing: Vec<&'p str>,
    /// How the rows of each table given fare, in the order given.
    pub rows: Vec<(&'p str, Vec<RowResult<'p>>)>,
    /// The calculation.
    pub steps: Vec<Step<'p>>,
    /// Deadlines that are known.
    pub deadlines: Vec<Deadline<'p>>,
    /// Warnings that apply.
    pub warnings: Vec<WarningResult<'p>>,
    /// Hints that apply.
    pub hints: Vec<HintResult<'p>>,
}

impl<'p> Assessment<'p> {
    /// As plain data.
    pub fn to_data(&self) -> Data<'p> {
        Data::object(|data| {
            data.set("policy", self.policy);
            data.set("eligibility", self.eligibility.id());
            data.set("amount", self.amount.as_ref());
            data.set_object("values", |data| set_values(data, &self.values));
            let label = |condition: &&ConditionResult<'_>| address(condition.label);
            data.set_kept_objects("conditions", &self.conditions, label, |data, condition| {
                data.set("id", condition.id);
                data.set("label", condition.label);
                data.set("met", condition.met);
                data.set("explanation", &condition.explanation);
                cite(data, condition.source.as_ref());
            });
            data.set_texts("missing", self.missing.iter().copied());
            if !self.rows.is_empty() {
                data.set_object("rows", |data| {
                    for (table, rows) in &self.rows {
                        data.set_objects(table, rows, |data, row| row.write(data));
                    }
                });
            }
            let formula = |step: &&Step<'_>| address(step.formula);
            data.set_kept_objects("steps", &self.steps, formula, |data, step| step.write(data));
            data.set_objects("deadlines", &self.deadlines, |data, deadline| {
                data.set("id", deadline.id);
                data.set("label", deadline.label);
                data.set("date", &deadline.date);
            });
            data.set_objects("warnings", &self.warnings, |data, warning| {
                data.set("code", warning.code);
                data.set("message", warning.message.clone());
                data.set_texts("fields", warning.fields.iter().copied());
            });
            // Of unlikely answers alone, so that a result on likely ones has nothing more to read.
            if !self.hints.is_empty() {
                data.set_objects("hints", &self.hints, |data, hint| {
                    data.set("code", hint.code);
                    data.set("message", hint.message);
                    data.set_texts("fields", hint.fields.iter().copied());
                });
            }
        })
    }
}

/// Where a text of a policy is, in one language; those that are empty are nowhere.
fn address(text: &str) -> usize {
    if text.is_empty() { 0 } else { text.as_ptr().addr() }
}

impl Serialize for Assessment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_data().serialize(serializer)
    }
}

impl<'p> Step<'p> {
    fn write(&self, data: &mut Data<'p>) {
        data.set("id", self.id);
        data.set("label", self.label);
        data.set("formula", self.formula);
        data.set("substituted", &self.substituted);
        data.set("value", &self.value);
        data.set("display", &self.display);
        data.set_some("unit", self.unit.clone());
        cite(data, self.source.as_ref());
    }
}

impl<'p> RowResult<'p> {
    fn write(&self, data: &mut Data<'p>) {
        data.set("accepted", self.accepted);
        data.set_objects("reasons", &self.reasons, |data, reason| {
            data.set("code", reason.code);
            data.set("message", reason.message);
        });
        data.set_some("amount", self.amount.as_ref());
        set_values(data, &self.values);
    }
}

fn set_values<'p>(data: &mut Data<'p>, values: &[(&'p str, Plain)]) {
    for (id, value) in values {
        match value {
            Plain::Text(text) => data.set(id, text),
            Plain::Boolean(value) => data.set(id, *value),
        }
    }
}

/// Applies a policy to the fields of a form.
///
/// # Errors
/// All problems of bad input.
pub fn evaluate<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
    locale: Locale,
) -> Result<Assessment<'p>, Vec<Problem>> {
    assess(&input::read(policy, calendar, fields)?, locale)
}

/// Ids of the inputs asked in this situation, in order. Bad answers count as not given.
pub fn asked<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
) -> Vec<&'p str> {
    asked_in(&input::read_leniently(policy, calendar, fields).0)
}

/// Ids of the inputs asked, in order.
pub(crate) fn asked_in<'p>(situation: &Situation<'p>) -> Vec<&'p str> {
    let asked = situation.policy.inputs.iter().enumerate();
    asked
        .filter(|(index, _)| situation.is_asked(*index) == Some(true))
        .map(|(_, input)| input.id())
        .collect()
}

pub(crate) fn assess<'p>(
    situation: &Situation<'p>,
    locale: Locale,
) -> Result<Assessment<'p>, Vec<Problem>> {
    let policy = situation.policy;
    let eligibility = eligibility(situation).map_err(|failure| failed(situation, failure))?;
    let amount =
        rounded_amount(situation, eligibility).map_err(|failure| failed(situation, failure))?;
    let mut values = Vec::new();
    let mut steps = Vec::new();
    for (index, value) in policy.values.iter().enumerate() {
        let known = situation.value(index).map_err(|failure| failed(situation, failure))?;
        let Some(known) = known else { continue };
        let plain = plain(policy, known, value.formula.kind)
            .map_err(|failure| failed(situation, failure))?;
        steps.push(step(situation, value, known, plain_text(&plain), locale));
        values.push((value.label.id.as_str(), plain));
    }
    if let (Some(formula), Some(amount), Some(true) | None) =
        (&policy.amount, amount, holds(eligibility))
    {
        steps.push(amount_step(situation, formula, amount, locale));
    }
    let fields = |fields: &[usize]| fields.iter().map(|field| policy.inputs[*field].id()).collect();
    let mut warnings = Vec::new();
    for warning in &policy.warnings {
        if situation.warns(&warning.trigger).map_err(|failure| failed(situation, failure))? {
            warnings.push(WarningResult {
                code: &warning.code,
                message: warning.message.get(locale).into(),
                fields: fields(&warning.fields),
            });
        }
    }
    let hints = policy.hints.iter().filter(|hint| {
        // A hint is never a reason for refusing the answers.
        situation.truth(&hint.when.expression).is_ok_and(|holds| holds == Some(true))
    });
    let hints = hints.map(|hint| HintResult {
        code: &hint.code,
        message: hint.message.get(locale),
        fields: fields(&hint.fields),
    });
    let hints = hints.collect();
    let deadlines = deadlines(situation, &mut warnings, locale);
    let missing = missing(situation, eligibility, amount.is_some());
    if missing.is_empty() && is_open(policy, eligibility, amount.is_some()) {
        warnings.push(dead_end(locale));
    }
    Ok(Assessment {
        policy: &policy.id,
        eligibility,
        amount: amount.map(digits::plain),
        values,
        conditions: policy
            .conditions
            .iter()
            .map(|condition| condition_result(situation, condition, locale))
            .collect::<Result<_, _>>()
            .map_err(|failure| failed(situation, failure))?,
        missing,
        rows: rows(situation, locale).map_err(|failure| failed(situation, failure))?,
        steps,
        deadlines,
        warnings,
        hints,
    })
}

fn holds(eligibility: Eligibility) -> Option<bool> {
    match eligibility {
        Eligibility::Eligible => Some(true),
        Eligibility::Ineligible | Eligibility::Undetermined => Some(false),
        Eligibility::NotAssessed => None,
    }
}

/// Whether an answer is still to come.
fn is_open(policy: &Policy, eligibility: Eligibility, has_amount: bool) -> bool {
    match eligibility {
        Eligibility::Ineligible => false,
        Eligibility::Undetermined => true,
        Eligibility::Eligible | Eligibility::NotAssessed => policy.amount.is_some() && !has_amount,
    }
}

/// What is said where an answer is still to come and nothing is left to ask.
fn dead_end<'p>(locale: Locale) -> WarningResult<'p> {
    let message = locale.pick(
        "已经没有要填的项目，但按现有的规则算不出结果。",
        "There is nothing left to fill in, but by the rules as they stand no result can be computed.",
    );
    WarningResult { code: "no-result", message: message.into(), fields: Vec::new() }
}

/// Ids of the inputs that could still change the result, in the order to ask them. One that may be left out for good is
/// among them where there is no result without it.
pub(crate) fn missing<'p>(
    situation: &Situation<'p>,
    eligibility: Eligibility,
    has_amount: bool,
) -> Vec<&'p str> {
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
    let (optional, needed): (Vec<_>, Vec<_>) = policy
        .inputs
        .iter()
        .zip(missing)
        .filter(|(_, missing)| *missing)
        .map(|(input, _)| input)
        .partition(|input| input.optional);
    let is_dead_end = needed.is_empty() && is_open(policy, eligibility, has_amount);
    if is_dead_end { optional } else { needed }.into_iter().map(Input::id).collect()
}

/// How the rows of each table fare; tables that are not given, or wait for another answer, are left out.
fn rows<'p>(
    situation: &Situation<'p>,
    locale: Locale,
) -> Result<Vec<(&'p str, Vec<RowResult<'p>>)>, Failure> {
    let policy = situation.policy;
    let mut results = Vec::new();
    for (index, table) in policy.tables.iter().enumerate() {
        let Some(judged) = situation.judged(index)? else { continue };
        let mut rows = Vec::new();
        for (row, judgement) in judged.iter().enumerate() {
            situation.row[index].set(row);
            let reasons = judgement.reasons.iter().map(|check| &table.checks[*check]);
            let mut values = Vec::new();
            for value in &table.values {
                if let Some(known) = situation.evaluate(&value.formula.expression)? {
                    let plain = plain(policy, &known, value.formula.kind)?;
                    values.push((value.label.id.as_str(), plain));
                }
            }
            let worth = match &table.amount {
                Some(amount) if judgement.is_accepted() => situation.number(&amount.expression)?,
                Some(_) => Some(Number::ZERO),
                None => None,
            };
            let amount = worth.map(|worth| worth.round_half_up(MONEY_PLACES)).transpose()?;
            rows.push(RowResult {
                accepted: judgement.is_accepted(),
                reasons: reasons
                    .map(|check| Reason { code: &check.code, message: check.message.get(locale) })
                    .collect(),
                amount: amount.map(digits::plain),
                values,
            });
        }
        results.push((policy.inputs[policy.table_input(index)].id(), rows));
    }
    Ok(results)
}

pub(crate) fn plain(policy: &Policy, value: &Value, kind: Type) -> Result<Plain, Failure> {
    Ok(match (value, kind) {
        (Value::Boolean(value), _) => Plain::Boolean(*value),
        (Value::Number(number), _) => Plain::Text(number.to_plain(VALUE_PLACES)?),
        (Value::Date(date), _) => Plain::Text(date.to_string()),
        (Value::Choice(index), Type::Choice(set)) => {
            Plain::Text(policy.choice_sets[set].choices[*index].id.clone())
        }
        (Value::Choice(count), _) => Plain::Text(digits::count(*count)),
        (Value::Text(text), _) => Plain::Text(text.clone()),
        (Value::Rows(rows), _) => Plain::Text(digits::count(rows.len())),
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

fn cited<'p>(
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
        formula: formula.by_name(situation.policy, locale),
        substituted: write(situation, formula, Style::Numbers, locale),
        value,
        display: display(situation.policy, known, formula.kind, locale),
        unit: formula.unit_word(locale),
        source: cited(situation, citation.as_ref(), locale),
    }
}

fn amount_step<'p>(
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

fn condition_result<'p>(
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

/// The deadlines that are known. One that cannot be told is left out, with a warning: nothing else hangs on it.
fn deadlines<'p>(
    situation: &Situation<'p>,
    warnings: &mut Vec<WarningResult<'p>>,
    locale: Locale,
) -> Vec<Deadline<'p>> {
    let mut known = Vec::new();
    for Computed { label, formula, .. } in &situation.policy.deadlines {
        match situation.evaluate(&formula.expression) {
            Ok(Some(Value::Date(date))) => known.push(Deadline {
                id: &label.id,
                label: label.text.get(locale),
                date: date.to_string(),
            }),
            Ok(_) => {}
            Err(failure) => warnings.push(no_deadline(situation, label, failure, locale)),
        }
    }
    known
}

fn no_deadline<'p>(
    situation: &Situation<'p>,
    label: &'p Label,
    failure: Failure,
    locale: Locale,
) -> WarningResult<'p> {
    let label = label.text.get(locale);
    let mut fields = Vec::new();
    let mut reasons = Vec::new();
    for problem in failed(situation, failure) {
        let input = situation.policy.input(&problem.field);
        fields.extend(input.map(|index| situation.policy.inputs[index].id()));
        reasons.push(problem.message.get(locale).to_owned());
    }
    let reasons = reasons.join(locale.pick("；", "; "));
    let message = locale.pick(
        format!("“{label}”没有算出：{reasons}。其余结果不受影响。"),
        format!("“{label}” could not be told: {reasons}. Nothing else depends on it."),
    );
    WarningResult { code: "no-deadline", message: message.into(), fields }
}

/// A failure is the fault of what was given: no policy that passed its checks fails on ordinary answers.
pub(crate) fn failed(situation: &Situation<'_>, failure: Failure) -> Vec<Problem> {
    let policy = situation.policy;
    let (day, message) = match failure {
        Failure::TooLarge => (
            None,
            text!("数字过大，无法精确计算", "the numbers are too large to be computed exactly"),
        ),
        Failure::DivisionByZero => (None, text!("除数为零", "a divisor is zero")),
        Failure::DateOutOfRange => (None, text!("日期超出范围", "a date is out of range")),
        Failure::NegativeAmount => {
            (None, text!("算出的金额小于零", "the amount comes to less than zero"))
        }
        Failure::NoFigure(parameter, day) => {
            let label = &policy.parameters[parameter].label.text;
            let message = Text::new(
                format!("{day}的“{}”没有数据", label.chinese),
                format!("“{}” is not known for {day}", label.english),
            );
            (Some(day), message)
        }
        Failure::NoCalendar(day) => (
            Some(day),
            text!(
                "自{day}起要用到的放假安排尚未收录",
                "the public holidays needed from {day} on are not known"
            ),
        ),
    };
    let problem = Problem::new("", ProblemCode::OutOfRange, message);
    vec![day.and_then(|day| blame(situation, day, &problem)).unwrap_or(problem)]
}

/// The problem, put down to the answer that gives this day or its year.
fn blame(situation: &Situation<'_>, day: Date, problem: &Problem) -> Option<Problem> {
    let policy = situation.policy;
    let gives = |value: &Option<Value>| match value {
        Some(Value::Date(date)) => *date == day,
        Some(Value::Number(number)) => number.as_integer() == Some(i64::from(day.year())),
        _ => false,
    };
    for (index, input) in policy.inputs.iter().enumerate() {
        let answer = situation.answer(index).cloned();
        let field = input.id().to_owned();
        if gives(&answer) {
            return Some(Problem { field, ..problem.clone() });
        }
        let (Some(Value::Rows(rows)), Kind::Table(table)) = (answer, input.kind) else { continue };
        for (row, cells) in rows.iter().enumerate() {
            if let Some(column) = cells.iter().position(gives) {
                let column = Some(policy.tables[table].columns[column].id().to_owned());
                return Some(Problem { field, row: Some(row), column, ..problem.clone() });
            }
        }
    }
    None
}
