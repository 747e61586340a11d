//! Policies that are added at run time.

use wasm_bindgen::prelude::*;
use wengang::{Content, Data, Diagnostic, Locale, Node, Place, Policy, Text};

use crate::arguments::Given;
use crate::{InvalidPolicyError, registry, results};

/// Reads and checks the JSON form of a policy file.
pub(crate) fn read(policy: Given<'_>, locale: Locale) -> Result<Policy, JsValue> {
    if policy == Given::TooLarge {
        let message = Text::new("政策过大", "the policy is too large");
        return Err(mistaken(&[Diagnostic::new(&Place::default(), message)], locale));
    }
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

/// A value of the document. What no document holds becomes an empty list, which no key accepts in the place of text, numbers
/// or tables, so that it is reported where it stands.
fn content(value: Given<'_>) -> Content {
    match value {
        Given::Text(text) => Content::Text(text.to_owned()),
        Given::Boolean(truth) => Content::Boolean(truth),
        // Whole numbers only: figures with decimals are text with their unit.
        Given::Number(text) => {
            text.parse().map_or_else(|_| Content::List(Vec::new()), Content::Integer)
        }
        Given::List(items) => {
            Content::List(items.into_iter().map(|item| Node::from(content(item))).collect())
        }
        Given::Object(entries) => Content::Table(
            entries
                .into_iter()
                .filter(|(_, value)| *value != Given::Undefined)
                .map(|(key, value)| (key.to_owned(), Node::from(content(value))))
                .collect(),
        ),
        _ => Content::List(Vec::new()),
    }
}
