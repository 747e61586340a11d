//! What no example can show, and why: read by who looks for changes that nobody would notice.

use crate::document::{Content, Diagnostic, Node, Place, Section};
use crate::values::text;

/// `name` is that of a rule or of a figure, `part` what is written there.
pub(super) fn read_untested(root: &Section<'_>) {
    let untested = root.sections("untested");
    if untested.is_empty() {
        return;
    }
    let names = names(root);
    for section in untested {
        let name = section.text("name");
        section.optional_text("part");
        section.wording("reason");
        section.finish();
        let Some(name) = name.filter(|name| !names.contains(&name.text)) else { continue };
        let known = &name.text;
        let message =
            text!("没有名为“{known}”的规则或参数", "no rule and no parameter is called “{known}”");
        let mistake = Diagnostic::new(&name.place, message);
        section.report(mistake.meaning(name.text, names.iter().copied()));
    }
}

/// The names of all that has a formula, a figure or a bound.
fn names<'a>(root: &Section<'a>) -> Vec<&'a str> {
    const NAMED: [&str; 8] = [
        "parameter",
        "input",
        "schedule",
        "value",
        "condition",
        "deadline",
        "classification",
        "reading",
    ];
    let mut sections: Vec<_> = NAMED.iter().flat_map(|key| root.sections(key)).collect();
    for input in root.sections("input") {
        sections.extend(["column", "value"].iter().flat_map(|key| input.sections(key)));
    }
    for schedule in root.sections("schedule") {
        sections.extend(schedule.sections("value"));
    }
    sections.extend(root.section("amount"));
    let checks = root.sections("input").into_iter().flat_map(|input| input.sections("check"));
    let coded = checks.chain(root.sections("warning"));
    let nodes = coded.filter_map(|section| section.node("code"));
    let nodes = nodes.chain(sections.iter().filter_map(|section| section.node("name")));
    let steps = root.sections("procedure");
    let nodes = nodes.chain(steps.iter().filter_map(|step| step.node("title")));
    nodes.filter_map(|(node, _): (&'a Node, Place)| chinese(node)).collect()
}

fn chinese(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Text(text) => Some(text),
        Content::Table(entries) => chinese(&entries.iter().find(|entry| entry.0 == "zh")?.1),
        _ => None,
    }
}
