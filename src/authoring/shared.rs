//! Items that several policies share: standard questions, figures, documents. A policy takes one in by `use`.

use std::path::{Path, PathBuf};

use super::library::Files;
use crate::document::{Content, Diagnostic, Node, Place};
use crate::values::text;

/// The file that the policies in a folder, and below it, share.
pub(super) const SHARED: &str = "shared.toml";

/// The key by which an item is taken in.
const USE: &str = "use";

/// An item of the shared file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shared {
    section: String,
    name: String,
}

/// What a document has taken from the shared file.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub(super) items: Vec<Shared>,
    /// Where items stand that the shared file does not have: what they lack is not theirs to say.
    pub(super) lost: Vec<Option<(usize, usize)>>,
}

/// So many folders upwards at most, where paths do not say how many there are.
const MOST_FOLDERS: usize = 40;

/// The shared file of the nearest folder that has one, from that of the policy file upwards; shown in the way that the policy
/// file is.
pub(super) fn nearest(policy: &Path, from: &impl Files) -> Option<PathBuf> {
    let mut folder = policy.parent()?.to_owned();
    for _ in 0..MOST_FOLDERS {
        let file = folder.join(SHARED);
        if from.has(&file) {
            return Some(file);
        }
        folder = match (folder.file_name(), folder.parent()) {
            (Some(_), Some(above)) => above.to_owned(),
            (None, None) if folder.has_root() => return None,
            _ => folder.join(".."),
        };
    }
    None
}

/// Whether a document takes anything from the shared file.
pub(super) fn is_used(document: &mut Node) -> bool {
    let mut found = false;
    each_item(document, is_section, &mut |_, item| found |= item.entry(USE).is_some());
    found
}

/// Takes in what the document uses; what an item says itself goes before what the shared one says.
pub(super) fn merge(document: &mut Node, shared: &Node, mistakes: &mut Vec<Diagnostic>) -> Taken {
    let mut taken = Taken::default();
    each_item(document, is_section, &mut |section, item| {
        let Content::Table(own) = &mut item.content else { return };
        let Some(index) = own.iter().position(|entry| entry.0 == USE) else { return };
        let (_, named) = own.remove(index);
        let place = Place { path: USE.to_owned(), span: named.span };
        let Content::Text(name) = named.content else {
            let message = text!("这里应是带引号的名称", "a quoted name is expected here");
            return mistakes.push(Diagnostic::new(&place, message));
        };
        let Some(Content::Table(shared)) = find(shared, section, &name).map(|item| &item.content)
        else {
            let diagnostic = Diagnostic::new(
                &place,
                text!(
                    "{SHARED} 里没有名为“{name}”的 [[{section}]]",
                    "{SHARED} has no [[{section}]] called “{name}”"
                ),
            );
            mistakes.push(diagnostic.meaning(&name, names(shared, section)));
            taken.lost.push(item.span);
            // Formulas that name it are not mistaken.
            if own.iter().all(|entry| entry.0 != "name") {
                own.push(("name".to_owned(), Content::Text(name).into()));
            }
            return;
        };
        if let Some((_, used)) = shared.iter().find(|entry| entry.0 == USE) {
            let place = Place { path: USE.to_owned(), span: used.span };
            let message =
                text!("{SHARED} 里的项目不能再取用别的", "an item of {SHARED} takes in no other");
            let help = text!("请写出全部内容", "write the whole of it");
            mistakes.push(Diagnostic::new(&place, message).help(help));
        }
        let others = shared
            .iter()
            .filter(|entry| entry.0 != USE && own.iter().all(|known| known.0 != entry.0));
        let others: Vec<_> = others.cloned().collect();
        own.extend(others);
        taken.items.push(Shared { section: section.to_owned(), name });
    });
    taken
}

/// Items of the shared file that none of the policies takes in.
pub(super) fn unused(shared: &Node, used: &[Shared]) -> Vec<Diagnostic> {
    let Content::Table(sections) = &shared.content else { return Vec::new() };
    let names = sections.iter().flat_map(|(section, _)| {
        named_items(shared, section).map(move |(name, node)| (section, name, node))
    });
    let unused = names.filter(|(section, name, _)| {
        used.iter().all(|known| known.section != **section || known.name != *name)
    });
    let mistakes = unused.map(|(section, name, node)| {
        let place = Place { path: section.clone(), span: node.span };
        let message = text!(
            "没有政策用到“{name}”这个 [[{section}]]",
            "no policy uses the [[{section}]] “{name}”"
        );
        let help = text!(
            "请删去，或在政策里写 use = \"{name}\"",
            "delete it, or write use = \"{name}\" in a policy"
        );
        Diagnostic::new(&place, message).help(help)
    });
    mistakes.collect()
}

fn find<'n>(shared: &'n Node, section: &str, name: &str) -> Option<&'n Node> {
    named_items(shared, section).find(|found| found.0 == name).map(|found| found.1)
}

fn names<'n>(shared: &'n Node, section: &str) -> impl Iterator<Item = &'n str> {
    named_items(shared, section).map(|found| found.0)
}

/// The items of a section of the shared file that have a name, and those names.
fn named_items<'n>(shared: &'n Node, section: &str) -> impl Iterator<Item = (&'n str, &'n Node)> {
    let items = match shared.entry(section).map(|node| &node.content) {
        Some(Content::List(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter().filter_map(|item| match &item.entry("name")?.content {
        Content::Text(name) => Some((name.as_str(), item)),
        _ => None,
    })
}

/// Visits whatever may be taken from the shared file, with the section that it is of.
fn each_item(within: &mut Node, takes: fn(&str) -> bool, visit: &mut impl FnMut(&str, &mut Node)) {
    let Content::Table(entries) = &mut within.content else { return };
    for (section, node) in entries.iter_mut().filter(|entry| takes(&entry.0)) {
        let Content::List(items) = &mut node.content else { continue };
        for item in items {
            visit(section, item);
            let takes = if section == "clause" { is_section } else { is_nested };
            each_item(item, takes, visit);
        }
    }
}

/// Examples and rules of places have keys that are names of the policy.
fn is_section(key: &str) -> bool {
    !["example", "local"].contains(&key)
}

fn is_nested(key: &str) -> bool {
    ["column", "choices"].contains(&key)
}
