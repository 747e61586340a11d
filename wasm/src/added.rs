//! Policies that are added at run time.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wengang::{Content, Data, Diagnostic, Locale, Node, Policy};

use crate::{InvalidPolicyError, arguments, registry, results};

/// Reads and checks the JSON form of a policy file.
pub(crate) fn read(policy: &JsValue, locale: Locale) -> Result<Policy, JsValue> {
    let document = Node::from(content(policy, &mut Vec::new()));
    Policy::read(&document, &registry::calendar()).map_err(|mistakes| mistaken(&mistakes, locale))
}

fn mistaken(mistakes: &[Diagnostic], locale: Locale) -> JsValue {
    let messages: Vec<_> = mistakes
        .iter()
        .map(|Diagnostic { place, message, .. }| format!("{}: {}", place.path, message.get(locale)))
        .collect();
    let objects = Data::list(mistakes.iter().map(|mistake| mistake.to_data(locale)));
    InvalidPolicyError::new(&messages.join("\n"), results::to_js(&objects)).into()
}

/// Policy files nest less than half as deep.
const DEEPEST: usize = 20;

/// A value of the document, within those of `outer`. What no document holds becomes an empty list, which no key accepts
/// in the place of text, numbers or tables, so that it is reported where it stands; so does what holds itself.
fn content(value: &JsValue, outer: &mut Vec<JsValue>) -> Content {
    if let Some(text) = value.as_string() {
        return Content::Text(text);
    }
    if let Some(truth) = value.as_bool() {
        return Content::Boolean(truth);
    }
    if let Some(number) = whole_number(value) {
        return Content::Integer(number);
    }
    if outer.len() == DEEPEST || outer.contains(value) {
        return Content::List(Vec::new());
    }
    outer.push(value.clone());
    let content = if Array::is_array(value) {
        let items = Array::from(value);
        Content::List(items.iter().map(|item| Node::from(content(&item, outer))).collect())
    } else if let Some(properties) = arguments::own_properties(value) {
        Content::Table(
            properties
                .into_iter()
                .filter(|(_, value)| !value.is_undefined())
                .map(|(key, value)| (key, Node::from(content(&value, outer))))
                .collect(),
        )
    } else {
        Content::List(Vec::new())
    };
    outer.pop();
    content
}

/// Whole numbers only: figures with decimals are text with their unit.
fn whole_number(value: &JsValue) -> Option<i64> {
    value.as_f64()?;
    arguments::number_text(value).parse().ok()
}
