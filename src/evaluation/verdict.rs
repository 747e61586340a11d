//! Whether a policy applies, and the amount that it comes to.

use rust_decimal::Decimal;

use super::situation::Situation;
use super::value::Failure;
use crate::policy::Trigger;
use crate::values::Number;

/// Money ends in fen.
pub(crate) const MONEY_PLACES: u32 = 2;

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

impl<'p> Situation<'p> {
    /// Whether all conditions hold: `Some(false)` as soon as one does not, `None` while one is open.
    pub(crate) fn conditions_hold(&self) -> Result<Option<bool>, Failure> {
        let mut all = Some(true);
        for condition in &self.policy.conditions {
            match self.truth(&condition.formula.expression)? {
                Some(true) => {}
                Some(false) => return Ok(Some(false)),
                None => all = None,
            }
        }
        Ok(all)
    }

    /// Whether a warning applies.
    pub(crate) fn warns(&self, trigger: &'p Trigger) -> Result<bool, Failure> {
        match trigger {
            Trigger::Formula(formula) => Ok(self.truth(&formula.expression)? == Some(true)),
            Trigger::OtherReading(reading) => {
                let other = self.with_reading(reading);
                Ok(self.conditions_hold()? != other.conditions_hold()?)
            }
        }
    }
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

/// The amount in yuan, rounded here and nowhere else.
pub(crate) fn rounded_amount(
    situation: &Situation<'_>,
    eligibility: Eligibility,
) -> Result<Option<Decimal>, Failure> {
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
    if exact.is_some_and(Number::is_negative) {
        return Err(Failure::NegativeAmount);
    }
    Ok(exact.map(|exact| exact.round_half_up(MONEY_PLACES)).transpose()?)
}

/// What each part of an amount comes to, in yuan. The amount up to and with a part is rounded, so that all add up to it.
pub(crate) fn rounded_parts(situation: &Situation<'_>) -> Result<Option<Vec<Decimal>>, Failure> {
    let Some(amount) = &situation.policy.amount else { return Ok(None) };
    let limit = match &amount.limit {
        Some(limit) => match situation.number(limit)? {
            Some(limit) => Some(limit),
            None => return Ok(None),
        },
        None => None,
    };
    let mut parts = Vec::new();
    let (mut sum, mut before) = (Number::ZERO, Number::ZERO);
    for part in &amount.parts {
        let Some(value) = situation.number(&part.expression())? else { return Ok(None) };
        sum = sum.plus(value)?;
        let reached = match limit {
            Some(limit) if sum.compare(limit)?.is_gt() => limit,
            _ => sum,
        };
        let reached = Number::from(reached.round_half_up(MONEY_PLACES)?);
        parts.push(reached.minus(before)?.round_half_up(MONEY_PLACES)?);
        before = reached;
    }
    Ok(Some(parts))
}

/// The amount in fen.
#[cfg(feature = "analysis")]
pub(crate) fn amount_in_fen(
    situation: &Situation<'_>,
    eligibility: Eligibility,
) -> Result<Option<i64>, Failure> {
    let rounded = rounded_amount(situation, eligibility)?;
    let fen = rounded.map(|rounded| i64::try_from(rounded.mantissa()));
    fen.transpose().map_err(|_| Failure::TooLarge)
}
