//! What an assessment consists of, and how it is written down.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::source::{Source, cite};
use crate::evaluation::Eligibility;
use crate::values::{Data, RARE};

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

/// One of several amounts that are paid together.
#[derive(Debug, Clone)]
pub struct PartResult<'p> {
    /// Id of the value.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// What of it counts, in yuan with two decimals; all of them add up to the amount.
    pub amount: String,
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

/// What comes out where the notice is read in another way.
#[derive(Debug, Clone)]
pub struct ReadingResult<'p> {
    /// Its id.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// Whether the policy applies by it.
    pub eligibility: Eligibility,
    /// Yuan with two decimals; `None` while unknown and for policies without an amount.
    pub amount: Option<String>,
    /// Ids of the inputs that it still waits for.
    pub missing: Vec<&'p str>,
    /// Where the notice can be read so.
    pub source: Option<Source<'p>>,
}

/// Whether a step of the procedure is one that the applicant goes.
#[derive(Debug, Clone)]
pub struct StepResult<'p> {
    /// What it is called.
    pub title: &'p str,
    /// `None` while it cannot be told.
    pub applies: Option<bool>,
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
    /// What the amount consists of, in the order taken; empty where it is not one of several, or not known.
    pub parts: Vec<PartResult<'p>>,
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
    /// What other readings of the notice come to, where that is known.
    pub readings: Vec<ReadingResult<'p>>,
    /// Hints that apply.
    pub hints: Vec<HintResult<'p>>,
    /// All steps of the procedure, in order; empty where every one is everybody's.
    pub procedure: Vec<StepResult<'p>>,
}

impl<'p> Assessment<'p> {
    /// As plain data.
    pub fn to_data(&self) -> Data<'p> {
        Data::object(|data| {
            data.set("policy", self.policy);
            data.set("eligibility", self.eligibility.id());
            data.set("amount", self.amount.as_ref());
            if RARE && !self.parts.is_empty() {
                data.set_objects("parts", &self.parts, |data, part| {
                    data.set("id", part.id);
                    data.set("label", part.label);
                    data.set("amount", &part.amount);
                });
            }
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
            if !self.readings.is_empty() {
                data.set_objects("readings", &self.readings, |data, reading| {
                    data.set("id", reading.id);
                    data.set("label", reading.label);
                    data.set("eligibility", reading.eligibility.id());
                    data.set("amount", reading.amount.as_ref());
                    data.set_texts("missing", reading.missing.iter().copied());
                    cite(data, reading.source.as_ref());
                });
            }
            // Of unlikely answers alone, so that a result on likely ones has nothing more to read.
            if !self.hints.is_empty() {
                data.set_objects("hints", &self.hints, |data, hint| {
                    data.set("code", hint.code);
                    data.set("message", hint.message);
                    data.set_texts("fields", hint.fields.iter().copied());
                });
            }
            if !self.procedure.is_empty() {
                data.set_objects("procedure", &self.procedure, |data, step| {
                    data.set("title", step.title);
                    data.set("applies", step.applies);
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
