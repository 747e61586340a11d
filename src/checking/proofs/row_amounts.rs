//! What rows are said to be worth has to do with what is paid for all of them.

use rust_decimal::Decimal;

use super::Places;
use crate::document::Diagnostic;
use crate::policy::Policy;
use crate::result::{Assessment, Plain, evaluate};
use crate::values::{Calendar, Locale, text};

/// Tables whose rows are worth something in the examples, which together is in none of them the amount, nor a value that
/// goes into it, as before a ceiling.
pub(crate) fn unrelated(policy: &Policy, calendar: &Calendar, places: &Places) -> Vec<Diagnostic> {
    let examples = policy.examples.iter();
    let assessments: Vec<_> = examples
        .filter_map(|example| evaluate(policy, calendar, &example.inputs, Locale::Chinese).ok())
        .collect();
    let mut found = Vec::new();
    for (table, place) in &places.rows {
        let id = &policy.table_label(*table).0.id;
        let mut sums = assessments
            .iter()
            .filter_map(|assessment| Some((assessment, sum_of_rows(assessment, id)?)))
            .peekable();
        if sums.peek().is_none() || sums.any(|(assessment, sum)| comes_to(assessment, sum)) {
            continue;
        }
        let message = text!(
            "各行的金额加起来，没有一个算例里等于总额，或算出总额的某一项",
            "what the rows are worth together is in no example the total, nor a value that it is worked out from"
        );
        let help = text!(
            "row_amount 与总额要用同一个规则，如 合计（表，row_amount 的公式）",
            "row_amount and the total follow the same rule, such as 合计（table, the formula of row_amount）"
        );
        found.push(Diagnostic::new(place, message).help(help));
    }
    found
}

/// What the rows of a table are worth together, if they are worth anything.
fn sum_of_rows(assessment: &Assessment<'_>, table: &str) -> Option<Decimal> {
    let (_, rows) = assessment.rows.iter().find(|rows| rows.0 == table)?;
    let amounts = rows.iter().filter_map(|row| row.amount.as_ref()?.parse::<Decimal>().ok());
    Some(amounts.sum()).filter(|sum: &Decimal| !sum.is_zero())
}

fn comes_to(assessment: &Assessment<'_>, sum: Decimal) -> bool {
    let values = assessment.values.iter().filter_map(|value| match &value.1 {
        Plain::Text(text) => Some(text),
        Plain::Boolean(_) => None,
    });
    let mut numbers = assessment.amount.iter().chain(values);
    numbers.any(|number| number.parse() == Ok(sum))
}
