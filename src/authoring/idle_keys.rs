//! Keys of questions that nothing comes of, since questions of that type have no use for them.

use super::nodes::{all_items, items, mistake, text};
use crate::document::{Content, Diagnostic, Node};
use crate::values::text;

/// Keys, and the types of question that they are for.
const FOR: [(&[&str], &[&str]); 4] = [
    (&["earliest", "latest"], &["date"]),
    (&["min", "max"], &["count", "money", "number", "percentage", "choices"]),
    (&["above", "decimals"], &["count", "money", "number", "percentage"]),
    (&["unit"], &["count", "money", "number", "percentage", "table", "choices"]),
];

/// What has an average of months.
const AVERAGED: [&str; 3] = ["number", "count", "money"];

/// The id of the amount wherever results or other policies refer to it.
const AMOUNT: &str = "amount";

/// What stands in the questions of a policy document in vain.
pub(super) fn mistakes(document: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for question in all_items(document, "input") {
        examine(question, &mut found);
        for column in items(question, "column") {
            examine(column, &mut found);
        }
        for key in ["min_rows", "max_rows"] {
            if let Some(Node { content: Content::Integer(..0), span, .. }) = question.entry(key) {
                let message = text!("行数不能小于零", "there are no rows fewer than none");
                found.push(mistake(*span, message, text!("请写整数", "write a whole number")));
            }
        }
    }
    for item in ["input", "value"].into_iter().flat_map(|list| all_items(document, list)) {
        if let Some((_, span)) = text(item, "id").filter(|id| id.0 == AMOUNT) {
            let message = text!(
                "编号“{AMOUNT}”在结果里是金额",
                "the id “{AMOUNT}” is that of the amount in results"
            );
            let help = text!("请改一个更具体的编号", "choose a more specific id");
            found.push(mistake(span, message, help));
        }
    }
    found
}

fn examine(question: &Node, found: &mut Vec<Diagnostic>) {
    let Some((kind, _)) = text(question, "type") else { return };
    if let Some(helper) = question.entry("helper").filter(|helper| averages(helper))
        && !AVERAGED.contains(&kind)
    {
        let message = text!(
            "type = \"{kind}\" 的问题不能由各月平均得出",
            "no monthly average answers a question of the type {kind}"
        );
        let types = AVERAGED.join("、");
        let help = text!(
            "请核对 type，或删去 helper；各月平均用于：{types}",
            "check the type, or delete the helper; a monthly average is for: {types}"
        );
        found.push(mistake(helper.span, message, help));
    }
    for (keys, types) in FOR.iter().filter(|(_, types)| !types.contains(&kind)) {
        for (key, node) in keys.iter().filter_map(|key| Some((key, question.entry(key)?))) {
            let message = text!(
                "type = \"{kind}\" 的问题用不上“{key}”",
                "a question of the type {kind} has no use for “{key}”"
            );
            let types = types.join("、");
            let help = text!(
                "请核对 type，或删去这一行；“{key}”用于：{types}",
                "check the type, or delete the line; “{key}” is for: {types}"
            );
            found.push(mistake(node.span, message, help));
        }
    }
}

/// `{ monthly_average = true }`.
fn averages(helper: &Node) -> bool {
    let says = helper.entry("monthly_average").map(|says| &says.content);
    says == Some(&Content::Boolean(true))
}
