//! One policy file, and what in it is still to be written.

use super::calendar::calendar;
use super::parse::read;
use crate::checking::Reading;
use crate::document::{Content, Diagnostic, Node, Place};
use crate::policy::Policy;
use crate::values::text;

/// Stands where an author has still to write something.
pub const OPEN: &str = "待填";

/// Reads and checks one policy file's text.
///
/// # Errors
/// Every mistake in it.
///
/// ```
/// let mistakes = wengang::authoring::check("id = \"x\"").unwrap_err();
/// assert!(mistakes.iter().any(|mistake| mistake.message.english == "“title” is missing"));
/// ```
pub fn check(source: &str) -> Result<Policy, Vec<Diagnostic>> {
    let (document, unfit) = read(source)?;
    examine(&document, unfit).policy
}

/// Checks a document, with the mistakes that its reader found already.
pub(super) fn examine(document: &Node, unfit: Vec<Diagnostic>) -> Reading {
    let mut open = Vec::new();
    find_open(document, &mut open);
    let reading = Reading::of(document, &calendar());
    if open.is_empty() && unfit.is_empty() {
        return reading;
    }
    // An example cannot come out as it says while a number in the file stands for another.
    let has_unfit = !unfit.is_empty();
    let rests_on_numbers = |mistake: &Diagnostic| {
        has_unfit && (mistake.of_whole || mistake.place.path.starts_with("example"))
    };
    let others: Vec<_> = reading.policy.err().unwrap_or_default();
    let others = others.into_iter().filter(|mistake| !rests_on_numbers(mistake));
    open.extend(unfit);
    // What is still open is no name, no figure and no date; that need not be said twice.
    let is_open =
        |mistake: &Diagnostic| open.iter().any(|known| known.place.span == mistake.place.span);
    let others: Vec<_> = others.filter(|mistake| !is_open(mistake)).collect();
    open.extend(others);
    open.sort_by_key(|diagnostic| diagnostic.place.span);
    Reading { policy: Err(open), ..reading }
}

/// The places where [`OPEN`] stands.
fn find_open(node: &Node, found: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Text(text) if text.trim() == OPEN => {
            let place = Place { path: String::new(), span: node.span };
            found.push(
                Diagnostic::new(&place, text!("这里还没有填写", "this has still to be filled in"))
                    .help(text!("请照通知填写", "fill it in from the notice")),
            );
        }
        Content::Table(entries) => entries.iter().for_each(|(_, entry)| find_open(entry, found)),
        Content::List(items) => items.iter().for_each(|item| find_open(item, found)),
        _ => {}
    }
}
