//! Hints and warnings that are shown beside questions which they are not about.

use super::nodes::{Span, all_items, mistake, text};
use crate::document::{Content, Diagnostic, Node};
use crate::formula::Expression;
use crate::policy::{Policy, Trigger};
use crate::values::text;

/// The `fields` on which the `when` of a hint or a warning does not depend.
pub(super) fn mistakes(document: &Node, policy: &Policy) -> Vec<Diagnostic> {
    let hints = policy.hints.iter().map(|hint| (&hint.code, &hint.when.expression));
    let warnings = policy.warnings.iter().filter_map(|warning| match &warning.trigger {
        Trigger::Formula(formula) => Some((&warning.code, &formula.expression)),
        Trigger::OtherReading(_) => None,
    });
    let when: Vec<(&String, &Expression)> = hints.chain(warnings).collect();
    let mut found = Vec::new();
    for item in ["hint", "warning"].into_iter().flat_map(|list| all_items(document, list)) {
        let own = text(item, "code");
        let Some((_, when)) = when.iter().find(|(code, _)| own.is_some_and(|own| own.0 == **code))
        else {
            continue;
        };
        let mut needed = vec![false; policy.inputs.len()];
        policy.mark_inputs(when, &mut needed);
        let about: Vec<_> = (policy.inputs.iter().zip(&needed))
            .filter_map(|(input, needed)| needed.then_some(input.label.name.as_str()))
            .collect();
        for (field, span) in names(item.entry("fields")) {
            if !about.contains(&field) {
                let message = text!(
                    "“when”与“{field}”没有关系，提示却写在它下面",
                    "“when” does not depend on “{field}”, beside which this is shown"
                );
                let about = about.join("、");
                let help =
                    text!("请写“when”用到的：{about}", "name what “when” depends on: {about}");
                found.push(mistake(span, message, help));
            }
        }
    }
    found
}

fn names(list: Option<&Node>) -> impl Iterator<Item = (&str, Span)> {
    let items = match list.map(|list| &list.content) {
        Some(Content::List(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter().filter_map(|item| match &item.content {
        Content::Text(name) => Some((name.as_str(), item.span)),
        _ => None,
    })
}
