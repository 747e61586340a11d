//! Days by which something must be done.

use super::assessment::{Deadline, WarningResult};
use super::failure::failed;
use crate::evaluation::{Failure, Situation, Value};
use crate::policy::{Computed, Label};
use crate::values::Locale;

/// The deadlines that are known. One that cannot be told is left out, with a warning: nothing else hangs on it.
pub(super) fn deadlines<'p>(
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
