//! Fields and columns that nobody knows, and what may have been meant.

use super::problem::shortened;
use crate::policy::Input;
use crate::values::{Text, nearest, text};

/// What is said of a field that nobody knows, after so many other problems.
pub(crate) fn unknown_field<'a>(
    id: &str,
    known: impl Iterator<Item = &'a Input>,
    before: usize,
) -> Text {
    unknown(id, known.map(Input::id), FIELD, before)
}

const FIELD: (&str, &str) = ("字段", "field");

pub(super) const COLUMN: (&str, &str) = ("列", "column");

/// After so many problems no other name is suggested: to find it takes far longer than everything else.
const MOST_SUGGESTIONS: usize = 100;

/// So many characters of a name that nobody knows are quoted.
const LONGEST_NAME: usize = 200;

pub(super) fn unknown<'a>(
    id: &str,
    known: impl Iterator<Item = &'a str>,
    what: (&str, &str),
    before: usize,
) -> Text {
    let (chinese, english) = what;
    let id = &shortened(id, LONGEST_NAME);
    // A page asks for no field that there is not.
    let suggests = cfg!(feature = "analysis") && before < MOST_SUGGESTIONS;
    match nearest(id, known.take(if suggests { usize::MAX } else { 0 })) {
        Some(similar) => text!(
            "没有名为“{id}”的{chinese}，是否想写“{similar}”？",
            "there is no {english} “{id}”; did you mean “{similar}”?"
        ),
        None => text!("没有名为“{id}”的{chinese}", "there is no {english} “{id}”"),
    }
}
