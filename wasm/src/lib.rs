//! The JavaScript boundary of 稳岗计算器: converts types, holds the embedded policies, throws typed errors.
//!
//! What each function takes and gives is written in `types.d.ts`, which becomes the package's declarations.

#[cfg(feature = "add-policy")]
mod added;
mod arguments;
mod columns;
mod registry;
mod results;
#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wengang::{Calendar, Data, Locale, Policy, Problem, Raw, Unit};

use arguments::Options;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

#[wasm_bindgen(module = "/errors.js")]
extern "C" {
    type InvalidInputError;
    #[wasm_bindgen(constructor)]
    fn new(message: &str, problems: JsValue) -> InvalidInputError;

    #[cfg(feature = "add-policy")]
    type InvalidPolicyError;
    #[cfg(feature = "add-policy")]
    #[wasm_bindgen(constructor)]
    fn new(message: &str, mistakes: JsValue) -> InvalidPolicyError;

    type UnknownPolicyError;
    #[wasm_bindgen(constructor)]
    fn new(message: &str, policy_id: &str) -> UnknownPolicyError;
}

type Answer = Result<JsValue, JsValue>;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Lists the policies.
///
/// # Errors
/// Where `options` is no options object.
#[wasm_bindgen(skip_typescript)]
pub fn policies(options: &JsValue) -> Answer {
    let Options { locale, today } = arguments::options(options)?;
    let policies = registry::all();
    Ok(results::to_js(&Data::list(
        policies.iter().map(|policy| wengang::summarise(policy, locale, today)),
    )))
}

/// Everything that a form and a rule page need.
///
/// # Errors
/// Where there is no such policy.
#[wasm_bindgen(skip_typescript)]
pub fn describe(policy_id: &JsValue, options: &JsValue) -> Answer {
    let Options { locale, today } = arguments::options(options)?;
    let policy = registry::find(policy_id, locale)?;
    Ok(results::to_js(&wengang::describe(&policy, locale, today)))
}

/// Applies a policy to the answers of a form.
///
/// # Errors
/// Where there is no such policy, or for bad input.
#[wasm_bindgen(skip_typescript)]
pub fn evaluate(policy_id: &JsValue, inputs: &JsValue, options: &JsValue) -> Answer {
    with_fields(policy_id, inputs, options, |policy, calendar, fields, locale| {
        let assessment = wengang::evaluate(policy, calendar, fields, locale)
            .map_err(|problems| invalid(&problems, locale))?;
        Ok(results::to_js(&assessment.to_data()))
    })
}

/// A form as it stands: its texts are what a person typed.
///
/// # Errors
/// Where there is no such policy, or the answers are no object.
#[wasm_bindgen(skip_typescript)]
pub fn situation(policy_id: &JsValue, answers: &JsValue, options: &JsValue) -> Answer {
    let Options { locale, .. } = arguments::options(options)?;
    let policy = registry::find(policy_id, locale)?;
    let mut fields = arguments::fields(answers).map_err(|problem| invalid(&[problem], locale))?;
    for (_, raw) in &mut fields {
        raw.take_as_typed();
    }
    let calendar = registry::calendar();
    let form = wengang::situation(&policy, &calendar, &fields, locale)
        .map_err(|problems| invalid(&problems, locale))?;
    Ok(results::to_js(&form.to_data(locale)))
}

/// A figure as people type and paste it, as a plain decimal; undefined where it is not certain what is meant.
#[wasm_bindgen(skip_typescript, js_name = readNumber)]
pub fn read_number(text: &JsValue, unit: &JsValue) -> JsValue {
    let text = text.as_string().unwrap_or_default();
    let unit = unit.as_string().and_then(|unit| Unit::named(&unit)).unwrap_or(Unit::NONE);
    wengang::read_number(&text, unit).map_or(JsValue::UNDEFINED, JsValue::from)
}

/// Ids of the inputs asked in a situation.
///
/// # Errors
/// Where there is no such policy.
#[wasm_bindgen(skip_typescript)]
pub fn asked(policy_id: &JsValue, inputs: &JsValue, options: &JsValue) -> Answer {
    with_fields(policy_id, inputs, options, |policy, calendar, fields, _| {
        let asked = wengang::asked(policy, calendar, fields);
        Ok(results::to_js(&Data::texts(asked)))
    })
}

/// The values of one count for which the result is eligible.
///
/// # Errors
/// Where there is no such policy or count field, or for bad input.
#[wasm_bindgen(skip_typescript, js_name = eligibleRanges)]
pub fn eligible_ranges(
    policy_id: &JsValue,
    inputs: &JsValue,
    field: &JsValue,
    options: &JsValue,
) -> Answer {
    with_fields(policy_id, inputs, options, |policy, calendar, fields, locale| {
        let field = field.as_string().unwrap_or_default();
        let ranges = wengang::eligible_ranges(policy, calendar, fields, &field);
        let ranges = ranges.map_err(|problems| invalid(&problems, locale))?;
        let numbers: Vec<_> =
            ranges.into_iter().map(|(from, to)| (number(from), to.map(number))).collect();
        Ok(numbers.serialize(&Serializer::json_compatible())?)
    })
}

/// The same policy over many rows given column by column.
///
/// # Errors
/// Where there is no such policy, or columns are no columns of the same length. Bad rows are no error.
#[wasm_bindgen(skip_typescript, js_name = evaluateColumns)]
pub fn evaluate_columns(policy_id: &JsValue, columns: &JsValue, options: &JsValue) -> Answer {
    let Options { locale, .. } = arguments::options(options)?;
    let wanted = columns::wanted_values(options, locale)?;
    columns::evaluate(&*registry::find(policy_id, locale)?, columns, &wanted, locale)
}

/// Applies every policy to one profile and finds the best lawful combination.
///
/// # Errors
/// For bad input.
#[wasm_bindgen(skip_typescript)]
pub fn assess(profile: &JsValue, options: &JsValue) -> Answer {
    let Options { locale, .. } = arguments::options(options)?;
    let fields = arguments::fields(profile).map_err(|problem| invalid(&[problem], locale))?;
    let policies = registry::all();
    let policies: Vec<&Policy> = policies.iter().map(|policy| &**policy).collect();
    let calendar = registry::calendar();
    let portfolio = wengang::assess(&policies, &calendar, &fields, locale)
        .map_err(|problems| invalid(&problems, locale))?;
    Ok(results::to_js(&portfolio.to_data()))
}

/// The best lawful combination of amounts.
///
/// # Errors
/// Where there is no such policy, or for what is no amount.
#[wasm_bindgen(skip_typescript)]
pub fn combine(amounts: &JsValue, options: &JsValue) -> Answer {
    let Options { locale, .. } = arguments::options(options)?;
    let amounts = arguments::fields(amounts).map_err(|problem| invalid(&[problem], locale))?;
    let mut policies = Vec::new();
    for (id, _) in &amounts {
        policies.push(registry::find(&JsValue::from_str(id), locale)?);
    }
    let policies = policies.iter().map(|policy| &**policy);
    let claims: Vec<_> = policies.zip(amounts.iter().map(|(_, amount)| amount)).collect();
    let combination =
        wengang::combine(&claims, locale).map_err(|problems| invalid(&problems, locale))?;
    Ok(results::to_js(&combination.to_data()))
}

/// Adds a policy, or replaces the one with its id, from the JSON form of a policy file.
///
/// # Errors
/// Where it does not pass the checks that policy files have to pass.
#[cfg(feature = "add-policy")]
#[wasm_bindgen(skip_typescript, js_name = addPolicy)]
pub fn add_policy(policy: &JsValue, options: &JsValue) -> Answer {
    let Options { locale, today } = arguments::options(options)?;
    let policy = added::read(policy, locale)?;
    let summary = results::to_js(&wengang::summarise(&policy, locale, today));
    registry::add(policy)?;
    Ok(summary)
}

fn with_fields(
    policy_id: &JsValue,
    inputs: &JsValue,
    options: &JsValue,
    answer: impl FnOnce(&Policy, &Calendar, &[(String, Raw)], Locale) -> Answer,
) -> Answer {
    let Options { locale, .. } = arguments::options(options)?;
    let policy = registry::find(policy_id, locale)?;
    let fields = arguments::fields(inputs).map_err(|problem| invalid(&[problem], locale))?;
    answer(&policy, &registry::calendar(), &fields, locale)
}

/// A JavaScript number; 64 bits as they are would need engines that know `BigInt`.
#[allow(clippy::cast_precision_loss, reason = "a count is far below 2⁵³")]
fn number(count: i64) -> f64 {
    count as f64
}

fn invalid(problems: &[Problem], locale: Locale) -> JsValue {
    let objects = Data::list(problems.iter().map(|problem| problem.to_data(locale)));
    let message: Vec<_> = problems.iter().map(|problem| problem.message.get(locale)).collect();
    let message = message.join(locale.pick("；", "; "));
    InvalidInputError::new(&message, results::to_js(&objects)).into()
}
