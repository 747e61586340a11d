//! Texts, ids and answers, as far as others rely on them.

use super::requirement::{Sound, only_if};
use crate::policy::Label;
use crate::values::{Raw, Text};

/// Bytes of what is written into formulas and their results, over and over.
pub(super) const LONGEST_TERM: usize = 1_000;

const LONGEST_ID: usize = 100;

pub(super) fn label(label: &Label) -> Sound {
    only_if(is_id(&label.id))?;
    term(&label.text)?;
    term(&label.term)
}

pub(super) fn term(text: &Text) -> Sound {
    only_if([&text.chinese, &text.english].iter().all(|text| text.len() <= LONGEST_TERM))
}

/// Whether it can stand in addresses, names of files and programs.
pub(super) fn is_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Readers open it by a click: it may only lead to a web page.
pub(super) fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    // Letters of all scripts would be long tables; this is what an address in another one begins with, too.
    let begins = |first: u8| first.is_ascii_alphanumeric() || !first.is_ascii();
    rest.and_then(|rest| rest.bytes().next()).is_some_and(begins)
        && !url.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

pub(super) fn distinct<'a>(ids: impl Iterator<Item = &'a str>) -> Sound {
    let mut known: Vec<&str> = Vec::new();
    for id in ids {
        only_if(!known.contains(&id))?;
        known.push(id);
    }
    Some(())
}

/// The fields of a form, and the cells of its tables, by their ids.
pub(super) fn answers(fields: &[(String, Raw)]) -> Sound {
    for (id, answer) in fields {
        only_if(is_id(id))?;
        if let Raw::Table(rows) = answer {
            rows.iter().flatten().try_for_each(|row| answers(row))?;
        }
    }
    Some(())
}
