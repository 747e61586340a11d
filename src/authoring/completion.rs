//! What can be written in a formula: the names of a file, units, functions. The file may be half written.

use super::mistake::Lines;
use super::parse::read_recoverable;
use crate::document::{Content, Node};
use crate::formula::functions;
use crate::values::{Data, Unit};

/// Sections whose items have names, and what these are.
const NAMED: [(&str, &str); 4] = [
    ("parameter", "parameter"),
    ("input", "input"),
    ("value", "value"),
    ("classification", "classification"),
];

/// A name, and what it is.
struct Known<'d> {
    name: &'d str,
    kind: &'static str,
    /// Of a column or a value of rows its table, of a choice its question or value.
    of: Option<&'d str>,
}

/// The names that a formula at this line and column may use, and all units and functions. Within a table these are the
/// columns of that table too; elsewhere those of all tables, for what is counted over rows.
pub fn completions(source: &str, line: usize, column: usize) -> Data<'static> {
    let at = Lines::of(source).offset(line, column);
    let document = read_recoverable(source);
    let mut names = Vec::new();
    collect(&document, at, &mut names);
    Data::object(|data| {
        data.set_objects("names", names, |data, known| {
            data.set("name", known.name.to_owned());
            data.set("kind", known.kind);
            data.set_some("of", known.of.map(str::to_owned));
        });
        data.set_texts("units", Unit::names());
        data.set_texts("functions", functions());
    })
}

fn collect<'d>(document: &'d Node, at: usize, names: &mut Vec<Known<'d>>) {
    let around = section_around(document, at);
    for (section, kind) in NAMED {
        for item in items(document, section) {
            let Some(name) = text(item, "name") else { continue };
            let columns = [("column", "column"), ("value", "row-value")];
            let is_table = text(item, "type") == Some("table");
            names.push(Known { name, kind: if is_table { "table" } else { kind }, of: None });
            choices(item, name, names);
            let is_elsewhere = around.is_some_and(|around| {
                text(around, "type") == Some("table") && around.span != item.span
            });
            if !is_table || is_elsewhere {
                continue;
            }
            for (part, kind) in columns {
                for column in items(item, part) {
                    let Some(of_row) = text(column, "name") else { continue };
                    names.push(Known { name: of_row, kind, of: Some(name) });
                    choices(column, of_row, names);
                }
            }
        }
    }
}

fn choices<'d>(item: &'d Node, of: &'d str, names: &mut Vec<Known<'d>>) {
    let found = items(item, "choices").iter().filter_map(|choice| text(choice, "name"));
    names.extend(found.map(|name| Known { name, kind: "choice", of: Some(of) }));
}

/// The item of the file in which this byte is: the last that begins before it.
fn section_around(document: &Node, at: usize) -> Option<&Node> {
    let Content::Table(entries) = &document.content else { return None };
    let all = entries.iter().flat_map(|(_, node)| match &node.content {
        Content::List(items) => items.as_slice(),
        _ => core::slice::from_ref(node),
    });
    let start = |node: &Node| node.span.map_or(0, |span| span.0);
    all.filter(|node| start(node) <= at).max_by_key(|node| start(node))
}

fn items<'d>(node: &'d Node, key: &str) -> &'d [Node] {
    match entry(node, key).map(|node| &node.content) {
        Some(Content::List(items)) => items,
        _ => &[],
    }
}

fn text<'d>(node: &'d Node, key: &str) -> Option<&'d str> {
    match &entry(node, key)?.content {
        Content::Text(text) => Some(text),
        _ => None,
    }
}

fn entry<'d>(node: &'d Node, key: &str) -> Option<&'d Node> {
    let Content::Table(entries) = &node.content else { return None };
    entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
}
