//! The JavaScript boundary of 稳岗计算器: converts types, holds the policies at hand, throws typed errors.
//!
//! What each function takes and gives is written in `types.d.ts`, which becomes the package's declarations.

#[cfg(feature = "add-policy")]
mod added;
mod arguments;
#[cfg(feature = "authoring")]
pub mod authoring;
#[cfg(feature = "analysis")]
mod columns;
mod registry;
mod results;
#[cfg(test)]
mod tests;

#[cfg(feature = "analysis")]
use js_sys::Array;
#[cfg(feature = "analysis")]
use serde::Serialize;
#[cfg(feature = "analysis")]
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
#[cfg(feature = "add-policy")]
use wengang::Summary;
#[cfg(feature = "analysis")]
use wengang::pack;
use wengang::pack::Unreadable;
#[cfg(feature = "analysis")]
use wengang::{Calendar, Policy, Raw};
use wengang::{Data, Locale, Problem, Unit};

use arguments::Arguments;

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

    type PolicyNotLoadedError;
    #[wasm_bindgen(constructor)]
    fn new(message: &str, policy: &str) -> PolicyNotLoadedError;

    type PolicyPackError;
    #[wasm_bindgen(constructor)]
    fn new(message: &str, reason: &str) -> PolicyPackError;
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
pub fn policies(words: &[u32], text: &str) -> Answer {
    let (locale, today) = Arguments::new(words, text).locale_and_day()?;
    Ok(registry::summarised(locale, |lines| {
        let lines = lines.iter().map(|(summary, added)| marked(summary.to_data(today), *added));
        results::to_js(&Data::list(lines))
    }))
}

/// Everything that a form and a rule page need.
///
/// # Errors
/// Where there is no such policy.
#[wasm_bindgen(skip_typescript)]
pub fn describe(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    let (locale, today) = arguments.locale_and_day()?;
    let policy = registry::find(arguments.id(), locale)?;
    let description = wengang::describe(&policy, locale, today);
    Ok(results::to_js(&marked(description, registry::is_added(&policy.id))))
}

/// Applies a policy to the answers of a form.
///
/// # Errors
/// Where there is no such policy, or for bad input.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript)]
pub fn evaluate(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    with_fields(&mut arguments, |_, policy, calendar, fields, locale| {
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
pub fn situation(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    let locale = arguments.locale()?;
    let policy = registry::find(arguments.id(), locale)?;
    let mut fields = arguments.fields().map_err(|problem| invalid(&[problem], locale))?;
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
pub fn read_number(words: &[u32], text: &str) -> Option<String> {
    let mut arguments = Arguments::new(words, text);
    let (figure, unit) = (arguments.id(), Unit::named(arguments.id()));
    wengang::read_number(figure, unit.unwrap_or(Unit::NONE))
}

/// A day as people type and paste it, as `YYYY-MM-DD`; undefined where it is none, or not certain which.
#[wasm_bindgen(skip_typescript, js_name = readDate)]
pub fn read_date(words: &[u32], text: &str) -> Option<String> {
    wengang::read_date(Arguments::new(words, text).id()).map(|day| day.to_string())
}

/// Ids of the inputs asked in a situation.
///
/// # Errors
/// Where there is no such policy.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript)]
pub fn asked(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    with_fields(&mut arguments, |_, policy, calendar, fields, _| {
        let asked = wengang::asked(policy, calendar, fields);
        Ok(results::to_js(&Data::texts(asked)))
    })
}

/// The values of one count for which the result is eligible.
///
/// # Errors
/// Where there is no such policy or count field, or for bad input.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript, js_name = eligibleRanges)]
pub fn eligible_ranges(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    with_fields(&mut arguments, |arguments, policy, calendar, fields, locale| {
        let ranges = wengang::eligible_ranges(policy, calendar, fields, arguments.id());
        let ranges = ranges.map_err(|problems| invalid(&problems, locale))?;
        let numbers: Vec<_> =
            ranges.into_iter().map(|(from, to)| (number(from), to.map(number))).collect();
        Ok(numbers.serialize(&Serializer::json_compatible())?)
    })
}

/// The values of two counts for which the result is eligible.
///
/// # Errors
/// Where there is no such policy or count field, or for bad input.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript, js_name = eligibleRegion)]
pub fn eligible_region(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    with_fields(&mut arguments, |arguments, policy, calendar, fields, locale| {
        let strips = wengang::eligible_region(policy, calendar, fields, arguments.two_ids());
        let strips = strips.map_err(|problems| invalid(&problems, locale))?;
        let numbers = |&(from, to): &(i64, Option<i64>)| (number(from), to.map(number));
        let strips: Vec<_> = strips
            .iter()
            .map(|strip| {
                let ranges = strip.ranges.iter().map(numbers).collect::<Vec<_>>();
                (number(strip.from), strip.to.map(number), ranges)
            })
            .collect();
        Ok(strips.serialize(&Serializer::json_compatible())?)
    })
}

/// Between what the amount can still lie.
///
/// # Errors
/// Where there is no such policy, or for bad input.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript, js_name = amountRange)]
pub fn amount_range(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    with_fields(&mut arguments, |_, policy, calendar, fields, locale| {
        let range = wengang::amount_range(policy, calendar, fields);
        let range = range.map_err(|problems| invalid(&problems, locale))?;
        Ok(results::to_js(&range.to_data()))
    })
}

/// How what an authority shows can come about.
///
/// # Errors
/// Where there is no such policy, or for bad input.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript)]
pub fn reconcile(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    with_fields(&mut arguments, |arguments, policy, calendar, fields, locale| {
        let shown = arguments.fields().map_err(|problem| invalid(&[problem], locale))?;
        let found = wengang::reconcile(policy, calendar, fields, &shown, locale);
        let found = found.map_err(|problems| invalid(&problems, locale))?;
        Ok(results::to_js(&found.to_data()))
    })
}

/// The same policy over many rows given column by column.
///
/// # Errors
/// Where there is no such policy, or columns are no columns of the same length. Bad rows are no error.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript, js_name = evaluateColumns)]
#[allow(
    clippy::needless_pass_by_value,
    reason = "what is passed on needs no place among what is borrowed"
)]
pub fn evaluate_columns(words: &[u32], text: &str, arrays: Array) -> Answer {
    let mut arguments = Arguments::new(words, text);
    let locale = arguments.locale()?;
    let id = arguments.id();
    let wanted = columns::wanted(arguments.next(), locale)?;
    let policy = registry::find(id, locale)?;
    let columns = columns::read(&mut arguments, &arrays, locale)?;
    columns::evaluate(&policy, &columns, &wanted, locale)
}

/// Applies every policy that is at hand to one profile and finds the best lawful combination.
///
/// # Errors
/// For bad input.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript)]
pub fn assess(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    let locale = arguments.locale()?;
    let fields = arguments.fields().map_err(|problem| invalid(&[problem], locale))?;
    let policies = registry::all(locale)?;
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
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript)]
pub fn combine(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    let locale = arguments.locale()?;
    let amounts = arguments.fields().map_err(|problem| invalid(&[problem], locale))?;
    let mut policies = Vec::new();
    for (id, _) in &amounts {
        policies.push(registry::find(id, locale)?);
    }
    let policies = policies.iter().map(|policy| &**policy);
    let claims: Vec<_> = policies.zip(amounts.iter().map(|(_, amount)| amount)).collect();
    let combination =
        wengang::combine(&claims, locale).map_err(|problems| invalid(&problems, locale))?;
    Ok(results::to_js(&combination.to_data()))
}

/// Adds a policy, or replaces the one with its id, from a pack; its id.
///
/// # Errors
/// Where the bytes are no pack that this engine reads.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript, js_name = addPack)]
pub fn add_pack(words: &[u32], text: &str, bytes: &[u8]) -> Answer {
    let locale = Arguments::new(words, text).locale()?;
    let policy = pack::read(bytes).map_err(|reason| unreadable(reason, locale))?;
    let id = policy.id.clone();
    registry::add(policy)?;
    Ok(id.into())
}

/// Keeps an earlier version of a policy, from a pack, beside the present one; the name that it goes by: no id has an `@`. Where a name
/// is given, no other one is kept.
///
/// # Errors
/// Where the bytes are no pack that this engine reads, or that of another version.
#[cfg(feature = "analysis")]
#[wasm_bindgen(skip_typescript, js_name = addEarlier)]
pub fn add_earlier(words: &[u32], text: &str, bytes: &[u8]) -> Answer {
    let mut arguments = Arguments::new(words, text);
    let locale = arguments.locale()?;
    let wanted = arguments.id();
    let mut policy = pack::read(bytes).map_err(|reason| unreadable(reason, locale))?;
    let name = format!("{}@{}", policy.id, policy.version);
    if !wanted.is_empty() && wanted != name {
        return Err(unreadable(Unreadable::Altered, locale));
    }
    policy.id.clone_from(&name);
    registry::keep_earlier(policy)?;
    Ok(name.into())
}

/// Which engine this is.
#[wasm_bindgen(skip_typescript, js_name = engineVersion)]
pub fn engine_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Reads a policy of the library.
///
/// # Errors
/// Where there is none with this id, its pack is not at hand, or is not the one that the catalogue lists.
#[wasm_bindgen(skip_typescript)]
pub fn read(words: &[u32], text: &str) -> Result<(), JsValue> {
    let mut arguments = Arguments::new(words, text);
    let locale = arguments.locale()?;
    registry::find(arguments.id(), locale).map(|_| ())
}

/// Adds a policy, or replaces the one with its id, from the JSON form of a policy file.
///
/// # Errors
/// Where it does not pass the checks that policy files have to pass.
#[cfg(feature = "add-policy")]
#[wasm_bindgen(skip_typescript, js_name = addPolicy)]
pub fn add_policy(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    let (locale, today) = arguments.locale_and_day()?;
    let policy = added::read(arguments.next(), locale)?;
    let id = policy.id.clone();
    let replaced = registry::add(policy)?;
    let policy = registry::find(&id, locale)?;
    let line = marked(Summary::new(&policy, locale).to_data(today), true);
    Ok(results::to_js(&line.with("replaced", replaced)))
}

/// Takes a policy that was added away again.
///
/// # Errors
/// Where none with this id was added.
#[cfg(feature = "add-policy")]
#[wasm_bindgen(skip_typescript, js_name = removePolicy)]
pub fn remove_policy(words: &[u32], text: &str) -> Answer {
    let mut arguments = Arguments::new(words, text);
    let (locale, today) = arguments.locale_and_day()?;
    let left = registry::remove(arguments.id(), locale)?;
    Ok(left.map_or(JsValue::NULL, |summary| results::to_js(&summary.to_data(today))))
}

/// What is said of a policy, and whether the policy was added at run time.
fn marked(data: Data<'_>, added: bool) -> Data<'_> {
    if added { data.with("added", true) } else { data }
}

fn unreadable(reason: Unreadable, locale: Locale) -> JsValue {
    PolicyPackError::new(&reason.describe(locale), reason.id()).into()
}

#[cfg(feature = "analysis")]
fn with_fields(
    arguments: &mut Arguments<'_>,
    answer: impl FnOnce(&mut Arguments<'_>, &Policy, &Calendar, &[(String, Raw)], Locale) -> Answer,
) -> Answer {
    let locale = arguments.locale()?;
    let policy = registry::find(arguments.id(), locale)?;
    let fields = arguments.fields().map_err(|problem| invalid(&[problem], locale))?;
    answer(arguments, &policy, &registry::calendar(), &fields, locale)
}

/// A JavaScript number; 64 bits as they are would need engines that know `BigInt`.
#[cfg(feature = "analysis")]
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
