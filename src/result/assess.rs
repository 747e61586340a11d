//! What a policy says about a situation, with every step that led there.

use super::assessment::{
    Assessment, HintResult, PartResult, ReadingResult, StepResult, WarningResult,
};
use super::deadlines::deadlines;
use super::failure::failed;
use super::open::{dead_end, is_open, missing};
use super::rows::rows;
use super::source::source;
use super::steps::{amount_step, condition_result, plain, plain_text, step};
use crate::evaluation::{
    Eligibility, Failure, Situation, eligibility, rounded_amount, rounded_parts,
};
use crate::input::{self, Problem};
use crate::policy::{Alternative, AmountPart, Policy, ProcedureStep, Reading};
use crate::values::{Calendar, Locale, RARE, Raw, digits};

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
    assessment(situation, locale).map_err(|failure| failed(situation, failure))
}

pub(crate) fn assessment<'p>(
    situation: &Situation<'p>,
    locale: Locale,
) -> Result<Assessment<'p>, Failure> {
    let policy = situation.policy;
    let eligibility = eligibility(situation)?;
    let amount = rounded_amount(situation, eligibility)?;
    let mut values = Vec::new();
    let mut steps = Vec::new();
    for (index, value) in policy.values.iter().enumerate() {
        let known = situation.value(index)?;
        let Some(known) = known else { continue };
        let plain = plain(policy, known, value.formula.kind)?;
        steps.push(step(situation, index, known, plain_text(&plain), locale));
        values.push((value.label.id.as_str(), plain));
    }
    if let (Some(formula), Some(amount), Some(true) | None) =
        (&policy.amount, amount, holds(eligibility))
    {
        steps.push(amount_step(situation, formula, amount, locale));
    }
    let parts = match (amount, holds(eligibility)) {
        (Some(_), Some(true) | None) if RARE => parts(situation, locale)?,
        _ => Vec::new(),
    };
    let fields = |fields: &[usize]| fields.iter().map(|field| policy.inputs[*field].id()).collect();
    let mut warnings = Vec::new();
    for warning in &policy.warnings {
        if situation.warns(&warning.trigger)? {
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
    let procedure = procedure(situation, locale);
    let rows = rows(situation, eligibility, locale)?;
    let deadlines = deadlines(situation, &mut warnings, locale);
    let mut missing = missing(situation, eligibility, amount.is_some());
    if missing.is_empty() && is_open(policy, eligibility, amount.is_some()) {
        warnings.push(dead_end(locale));
    }
    // Of another reading, the other ones are none.
    let readings = if situation.is_by_rule() { readings(situation, locale) } else { Vec::new() };
    if eligibility != Eligibility::Ineligible {
        // Last, since the result stands without them.
        for id in readings.iter().flat_map(|reading| &reading.missing) {
            if !missing.contains(id) {
                missing.push(id);
            }
        }
    }
    Ok(Assessment {
        policy: &policy.id,
        eligibility,
        amount: amount.map(digits::plain),
        parts,
        values,
        conditions: policy
            .conditions
            .iter()
            .map(|condition| condition_result(situation, condition, locale))
            .collect::<Result<_, _>>()?,
        missing,
        rows,
        steps,
        deadlines,
        warnings,
        readings,
        hints,
        procedure,
    })
}

/// Which steps are the applicant's. One that cannot be worked out is never a reason for refusing the answers.
fn procedure<'p>(situation: &Situation<'p>, locale: Locale) -> Vec<StepResult<'p>> {
    let steps = &situation.policy.procedure;
    if steps.iter().all(|step| step.when.is_none() && step.who.is_none()) {
        return Vec::new();
    }
    let result = |step: &'p ProcedureStep| StepResult {
        title: step.note.title.as_ref().map_or("", |title| title.get(locale)),
        applies: match &step.when {
            Some(when) => situation.truth(&when.expression).ok().flatten(),
            // That of some, and the answers do not say whether of this one.
            None => step.who.is_none().then_some(true),
        },
    };
    steps.iter().map(result).collect()
}

fn holds(eligibility: Eligibility) -> Option<bool> {
    match eligibility {
        Eligibility::Eligible => Some(true),
        Eligibility::Ineligible | Eligibility::Undetermined => Some(false),
        Eligibility::NotAssessed => None,
    }
}

/// What comes out by other readings. One that fails has nothing to say.
fn readings<'p>(situation: &Situation<'p>, locale: Locale) -> Vec<ReadingResult<'p>> {
    let policy = situation.policy;
    let worked_out = policy.readings.iter().filter(|alternative| {
        let Reading { values, parameters } = &alternative.reading;
        !values.is_empty() || !parameters.is_empty()
    });
    let result = |alternative: &'p Alternative| {
        let other = situation.with_reading(&alternative.reading);
        let eligibility = eligibility(&other).ok()?;
        let amount = rounded_amount(&other, eligibility).ok()?;
        let Alternative { label, source: citation, .. } = alternative;
        Some(ReadingResult {
            id: &label.id,
            label: label.text.get(locale),
            eligibility,
            missing: missing(&other, eligibility, amount.is_some()),
            amount: amount.map(digits::plain),
            source: citation.as_ref().map(|citation| source(policy, citation, locale)),
        })
    };
    worked_out.filter_map(result).collect()
}

/// What of each part of the amount counts.
fn parts<'p>(situation: &Situation<'p>, locale: Locale) -> Result<Vec<PartResult<'p>>, Failure> {
    let of = situation.policy.amount.iter().flat_map(|amount| &amount.parts);
    let amounts = rounded_parts(situation)?.unwrap_or_default();
    let part = |(part, amount): (&AmountPart, _)| {
        let label = part.label(situation.policy);
        PartResult { id: &label.id, label: label.text.get(locale), amount: digits::plain(amount) }
    };
    Ok(of.zip(amounts).map(part).collect())
}
