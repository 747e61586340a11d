//! Whether a reader can follow what a policy cites: to the passage of a document, and from each document to what it is for.

use super::nodes::{items, mistake, text};
use crate::document::{Content, Diagnostic, Node};
use crate::values::text;

/// Citations without their passage, and documents that nothing is cited from, nor said of.
pub(super) fn mistakes(document: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut cited = Vec::new();
    visit(document, &mut cited, &mut found);
    for source in items(document, "source") {
        let name = text(source, "name").filter(|name| !cited.contains(&name.0));
        if let Some((name, span)) = name.filter(|_| source.entry("note").is_none()) {
            let message = text!("没有一处引用“{name}”", "nothing is cited from “{name}”");
            let help = text!(
                "请在出自它的各项里写 source = \"{name}：…\"，或在 note 里说明为什么列出，或删去这个文件",
                "write source = \"{name}：…\" where something is from it, say in its note what it is listed for, or delete it"
            );
            found.push(mistake(span, message, help));
        }
    }
    found
}

fn visit<'n>(node: &'n Node, cited: &mut Vec<&'n str>, found: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Table(entries) => {
            if let Some((source, span)) = text(node, "source") {
                let (name, passage) = source.split_once('：').unwrap_or((source, "whole"));
                cited.push(name);
                if passage.trim().is_empty() {
                    let message =
                        text!("“：”后面没有写章节", "no passage is written behind the “：”");
                    let help = text!(
                        "请写明哪一条，如 \"{name}：第三条\"；通知不分条的，只写 \"{name}\"",
                        "say which, such as \"{name}：第三条\"; of a notice without parts write \"{name}\" alone"
                    );
                    found.push(mistake(span, message, help));
                }
            }
            for (_, entry) in entries {
                visit(entry, cited, found);
            }
        }
        Content::List(items) => items.iter().for_each(|item| visit(item, cited, found)),
        _ => {}
    }
}
