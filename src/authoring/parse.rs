//! TOML as the neutral tree.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::unreadable;
use crate::document::{Content, Diagnostic, Node, Place};
use crate::values::{Text, text};

/// Reads TOML.
///
/// # Errors
/// Where the text is not TOML, or holds a number with a binary point: figures are written as text with their unit.
pub fn parse(source: &str) -> Result<Node, Vec<Diagnostic>> {
    let (node, diagnostics) = read(source)?;
    if diagnostics.is_empty() { Ok(node) } else { Err(diagnostics) }
}

/// As [`parse`], but what is TOML and only holds numbers that may not be there is read all the same.
pub(super) fn read(source: &str) -> Result<(Node, Vec<Diagnostic>), Vec<Diagnostic>> {
    let table = DeTable::parse(source).map_err(|_| unreadable::mistakes(source))?;
    let mut diagnostics = Vec::new();
    let node = convert_table(table.get_ref(), (0, 0), source, &mut diagnostics);
    Ok((node, diagnostics))
}

/// What can be made out of a text that may be no TOML, or not yet.
pub(super) fn read_recoverable(source: &str) -> Node {
    let (table, _) = DeTable::parse_recoverable(source);
    convert_table(table.get_ref(), (0, 0), source, &mut Vec::new())
}

fn convert_table(
    table: &DeTable<'_>,
    span: (usize, usize),
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Node {
    let entries = table
        .iter()
        .map(|(key, value)| {
            let node = convert(value, source, diagnostics);
            let Range { start, end } = key.span();
            (key.get_ref().to_string(), Node { key: Some((start, end)), ..node })
        })
        .collect();
    Node { content: Content::Table(entries), span: Some(span), key: None }
}

fn convert(value: &Spanned<DeValue<'_>>, source: &str, diagnostics: &mut Vec<Diagnostic>) -> Node {
    let Range { start, end } = value.span();
    let content = match value.get_ref() {
        DeValue::String(text) => {
            // Where the text stands verbatim in the file, point at its characters.
            let span = match source[start..end].find(text.as_ref()) {
                Some(offset) if !text.is_empty() => (start + offset, start + offset + text.len()),
                _ => (start, end),
            };
            let content = Content::Text(text.to_string());
            return Node { content, span: Some(span), key: None };
        }
        DeValue::Boolean(value) => Content::Boolean(*value),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Content::Integer(number),
            Err(_) => {
                mistaken(start, end, text!("数字过大", "the number is too large"), diagnostics)
            }
        },
        DeValue::Float(number) => {
            let number = number.as_str();
            mistaken(
                start,
                end,
                text!(
                    "带小数的数要写成带引号的文字：参数带单位，如 \"{number}元\"；例子不带，如 \"{number}\"",
                    "write a number with decimals as quoted text: with its unit in a parameter, \"{number}元\", without in an example, \"{number}\""
                ),
                diagnostics,
            )
        }
        DeValue::Datetime(date) => Content::Text(date.to_string()),
        DeValue::Array(items) => {
            Content::List(items.iter().map(|item| convert(item, source, diagnostics)).collect())
        }
        DeValue::Table(table) => return convert_table(table, (start, end), source, diagnostics),
    };
    Node { content, span: Some((start, end)), key: None }
}

fn mistaken(start: usize, end: usize, message: Text, diagnostics: &mut Vec<Diagnostic>) -> Content {
    let place = Place { path: String::new(), span: Some((start, end)) };
    diagnostics.push(Diagnostic::new(&place, message));
    Content::Integer(0)
}
