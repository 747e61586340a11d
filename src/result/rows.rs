//! The rows of tables, each accepted or turned down.

use super::assessment::{Reason, RowResult};
use super::steps::plain;
use crate::evaluation::{Eligibility, Failure, MONEY_PLACES, Situation};
use crate::formula::Expression;
use crate::values::{Locale, Number, digits};

/// How the rows of each table fare, and what there is to say of each month of a schedule. Tables that are not given, or wait for
/// another answer, are left out; so is a schedule of what is not paid.
pub(super) fn rows<'p>(
    situation: &Situation<'p>,
    eligibility: Eligibility,
    locale: Locale,
) -> Result<Vec<(&'p str, Vec<RowResult<'p>>)>, Failure> {
    let policy = situation.policy;
    let mut results = Vec::new();
    for (index, table) in policy.tables.iter().enumerate() {
        let is_paid = matches!(eligibility, Eligibility::Eligible | Eligibility::NotAssessed);
        if table.schedule.is_some() && !is_paid {
            continue;
        }
        let Some(judged) = situation.judged(index)? else { continue };
        let mut rows = Vec::new();
        for (row, judgement) in judged.iter().enumerate() {
            situation.row[index].set(row);
            let reasons = judgement.reasons.iter().map(|check| &table.checks[*check]);
            let mut values = Vec::new();
            if table.schedule.is_some() {
                for (column, input) in table.columns.iter().enumerate() {
                    if let Some(cell) = situation.evaluate(&Expression::Column(index, column))? {
                        values.push((input.id(), plain(policy, &cell, input.result_type())?));
                    }
                }
            }
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
        results.push((policy.table_label(index).0.id.as_str(), rows));
    }
    Ok(results)
}
