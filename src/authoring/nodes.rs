//! Parts of a policy document, looked up by their keys.

use super::check::OPEN;
use crate::document::{Content, Diagnostic, Node, Place};
use crate::values::Text;

pub(super) type Span = Option<(usize, usize)>;

pub(super) fn mistake(span: Span, message: Text, help: Text) -> Diagnostic {
    let place = Place { path: String::new(), span };
    Diagnostic::new(&place, message).help(help)
}

/// A text that has been written, and where.
pub(super) fn text<'n>(node: &'n Node, key: &str) -> Option<(&'n str, Span)> {
    match node.entry(key) {
        Some(Node { content: Content::Text(text), span, .. }) if text.trim() != OPEN => {
            Some((text, *span))
        }
        _ => None,
    }
}

/// The entries of a list, or the one table that stands in its place.
pub(super) fn items<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    match node.entry(key) {
        Some(Node { content: Content::List(items), .. }) => items,
        Some(item @ Node { content: Content::Table(_), .. }) => core::slice::from_ref(item),
        _ => &[],
    }
}

/// The entries of a list of a policy document: those of the document itself, then those of its clauses.
pub(super) fn all_items<'n>(
    document: &'n Node,
    key: &str,
) -> impl Iterator<Item = &'n Node> + Clone {
    let clauses = items(document, "clause").iter();
    items(document, key).iter().chain(clauses.flat_map(move |clause| items(clause, key)))
}
