//! What is written a second time, or of itself: mostly a copy in which something was to be changed.

use super::nodes::{self, all_items as items, mistake, text};
use crate::document::{Content, Diagnostic, Node};
use crate::values::text;

/// Lists, and the key in which no two of their entries are alike.
const UNLIKE: [(&str, &str); 10] = [
    ("condition", "formula"),
    ("warning", "code"),
    ("hint", "code"),
    ("exclusion", "policy"),
    ("example", "inputs"),
    ("example", "name"),
    ("note", "text"),
    ("procedure", "text"),
    ("checklist", "text"),
    ("unexpressed", "text"),
];

/// What a policy document says twice.
pub(super) fn mistakes(document: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    visit_lists(document, &mut found);
    for (list, key) in UNLIKE {
        report_alike(items(document, list), list, key, &mut found);
    }
    report_contacts(document, &mut found);
    for table in items(document, "input") {
        for key in ["formula", "message"] {
            report_alike(nodes::items(table, "check").iter(), "input.check", key, &mut found);
        }
    }
    for reading in items(document, "reading") {
        let Some(Node { content: Content::Table(values), .. }) = reading.entry("values") else {
            continue;
        };
        for (name, other) in values {
            let is_rule = |value: &&Node| text(value, "name").is_some_and(|own| own.0 == name);
            let rule = items(document, "value").find(is_rule);
            let rule = rule.and_then(|rule| text(rule, "formula"));
            if rule.is_some_and(|rule| other.content == Content::Text(rule.0.to_owned())) {
                let message = text!(
                    "“{name}”照这种读法也一样算",
                    "“{name}” is worked out as by the rule itself"
                );
                let help =
                    text!("请写出不同的算法，或删去这一项", "write what is other, or delete it");
                found.push(mistake(other.span, message, help));
            }
        }
    }
    for question in items(document, "input") {
        let own = text(question, "name");
        if let Some((limit, at)) = text(question, "at_most")
            && own.is_some_and(|own| own.0 == limit.trim())
        {
            let message = text!("“at_most”写的是这一项自己", "“at_most” names the item itself");
            let help = text!("请写不能大于的那一项", "name what it is not to be larger than");
            found.push(mistake(at, message, help));
        }
    }
    found
}

/// Nobody calls the same office twice.
fn report_contacts(document: &Node, found: &mut Vec<Diagnostic>) {
    let mut known: Vec<[Option<String>; 3]> = Vec::new();
    for contact in items(document, "contact") {
        let print = |key| contact.entry(key).map(Node::fingerprint);
        let own = ["phone", "office", "channel"].map(print);
        if known.contains(&own) {
            let message = text!(
                "这个咨询渠道前面已经写了",
                "this contact is that of another [[contact]] above"
            );
            let help = text!("请改写，或删去这一节", "write another one, or delete this section");
            found.push(mistake(contact.span, message, help));
        }
        known.push(own);
    }
}

/// A list of names has each of them once. What examples expect of rows are no names.
fn visit_lists(node: &Node, found: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Table(entries) => {
            let entries = entries.iter().filter(|(key, _)| !["inputs", "expect"].contains(&&**key));
            entries.for_each(|(_, entry)| visit_lists(entry, found));
        }
        Content::List(items) => {
            for (index, item) in items.iter().enumerate() {
                visit_lists(item, found);
                let Content::Text(name) = &item.content else { continue };
                if items[..index].iter().any(|other| other.content == item.content) {
                    let message = text!("“{name}”写了两次", "“{name}” is written twice");
                    let help =
                        text!("请改成另一项，或删去", "write another one instead, or delete it");
                    found.push(mistake(item.span, message, help));
                }
            }
        }
        _ => {}
    }
}

/// No two of these have the same under a key.
fn report_alike<'n>(
    items: impl Iterator<Item = &'n Node>,
    list: &str,
    key: &str,
    found: &mut Vec<Diagnostic>,
) {
    let values: Vec<_> = items.filter_map(|item| item.entry(key)).collect();
    let prints: Vec<_> = values.iter().map(|value| value.fingerprint()).collect();
    for (index, value) in values.iter().enumerate() {
        if prints[..index].contains(&prints[index]) {
            let message = text!(
                "与前面一个 [[{list}]] 的“{key}”相同",
                "the “{key}” is that of another [[{list}]] above"
            );
            let help = text!("请改写，或删去这一节", "write another one, or delete this section");
            found.push(mistake(value.span, message, help));
        }
    }
}
