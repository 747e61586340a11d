//! Policies that are added at run time.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wengang::{Content, Data, Diagnostic, Locale, Node, Policy};

use crate::{InvalidPolicyError, arguments, registry, results};

/// Reads and checks the JSON form of a policy file.
pub(crate) fn read(policy: &JsValue, locale: Locale) -> Result<Policy, JsValue> {
    let document = Node::from(content(policy));
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

/// A value of the document. What no document holds becomes an empty list, which no key accepts in the place of text,
/// numbers or tables, so that it is reported where it stands.
fn content(value: &JsValue) -> Content {
    if let Some(text) = value.as_string() {
        return Content::Text(text);
    }
    if let Some(truth) = value.as_bool() {
        return Content::Boolean(truth);
    }
    if let Some(number) = whole_number(value) {
        return Content::Integer(number);
    }
    if Array::is_array(value) {
        return Content::List(
            Array::from(value).iter().map(|item| Node::from(content(&item))).collect(),
        );
    }
    match arguments::own_properties(value) {
        Some(properties) => Content::Table(
            properties
                .into_iter()
                .filter(|(_, value)| !value.is_undefined())
                .map(|(key, value)| (key, Node::from(content(&value))))
                .collect(),
        ),
        None => Content::List(Vec::new()),
    }
}

/// Whole numbers only: figures with decimals are text with their unit.
fn whole_number(value: &JsValue) -> Option<i64> {
    value.as_f64()?;
    arguments::number_text(value).parse().ok()
}
