//! Policy files for editors. Nothing of them stays here.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use wengang::authoring::Given;
use wengang::{Content, Node, authoring};

use crate::arguments::Arguments;
use crate::{Answer, results};

/// Checks the text of a policy file: the policy as JSON, where nothing is wrong with it, and its mistakes.
///
/// # Errors
/// Where `options` is no options object.
#[wasm_bindgen(skip_typescript, js_name = checkPolicy)]
pub fn check_policy(
    words: &[u32],
    text: &str,
    source: &str,
    english: Option<String>,
    shared: Option<String>,
) -> Answer {
    let locale = Arguments::new(words, text).locale()?;
    let (policy, mistakes) = authoring::review(&Given { policy: source, english, shared }, locale);
    let result = Object::new();
    if let Some(policy) = policy {
        Reflect::set(&result, &"policy".into(), &json(&policy)?)?;
    }
    Reflect::set(&result, &"mistakes".into(), &results::to_js(&mistakes))?;
    Ok(result.into())
}

/// How the worked examples of a policy file fare.
///
/// # Errors
/// Where `options` is no options object.
#[wasm_bindgen(skip_typescript, js_name = runExamples)]
pub fn run_examples(
    words: &[u32],
    text: &str,
    source: &str,
    english: Option<String>,
    shared: Option<String>,
) -> Answer {
    let locale = Arguments::new(words, text).locale()?;
    Ok(results::to_js(&authoring::examples(&Given { policy: source, english, shared }, locale)))
}

/// What a formula at a line and a column may be made of.
#[wasm_bindgen(skip_typescript)]
pub fn completions(source: &str, line: u32, column: u32) -> JsValue {
    let (line, column) = (line as usize, column as usize);
    results::to_js(&authoring::completions(source, line, column))
}

/// The document as JavaScript has what was JSON.
#[allow(clippy::cast_precision_loss, reason = "the whole numbers of policies are far below 2⁵³")]
fn json(node: &Node) -> Answer {
    Ok(match &node.content {
        Content::Text(text) => text.into(),
        Content::Integer(number) => JsValue::from_f64(*number as f64),
        Content::Boolean(value) => (*value).into(),
        Content::List(items) => items.iter().map(json).collect::<Result<Array, _>>()?.into(),
        Content::Table(entries) => {
            let entry = |(key, node): &(String, Node)| Ok(Array::of2(&key.into(), &json(node)?));
            let entries = entries.iter().map(entry).collect::<Result<Array, JsValue>>()?;
            Object::from_entries(&entries)?.into()
        }
    })
}
