//! What was written otherwise in an earlier version of the language: `wengang fmt --upgrade` writes it as it is written today. A key
//! whose meaning has changed, too, is not here: what it was then no program can tell.

use super::layout::sections;
use crate::document::Diagnostic;

/// A key with a value of its own that is written otherwise today.
struct Rewritten {
    /// Such as `warning` or `input.column`, in a clause or not; of the file itself, nothing.
    section: &'static str,
    /// Key and value, without spaces.
    old: &'static str,
    new: &'static str,
}

const REWRITTEN: &[Rewritten] = &[Rewritten {
    section: "input",
    old: "helper={monthly_average=true}",
    new: "months = \"average\"",
}];

/// The text of a policy file as it is written today.
///
/// # Errors
/// Where the text is no TOML.
pub fn upgrade(source: &str) -> Result<String, Vec<Diagnostic>> {
    let mut changes = Vec::new();
    for section in sections(source)? {
        let path = section.path.strip_prefix("clause.").unwrap_or(&section.path);
        for entry in section.entries {
            let span = entry.key.start..entry.value.end;
            let written: String =
                source[span.clone()].chars().filter(|sign| !sign.is_whitespace()).collect();
            let is_it = |known: &&Rewritten| known.section == path && known.old == written;
            changes.extend(REWRITTEN.iter().find(is_it).map(|known| (span, known.new)));
        }
    }
    changes.sort_by_key(|(span, _)| span.start);
    let mut text = source.to_owned();
    for (span, new) in changes.into_iter().rev() {
        text.replace_range(span, new);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_otherwise_today_is_rewritten_in_its_section_only() {
        let written = "helper = { monthly_average = true }\n[[input]]\nhelper={ monthly_average  = true} # mean\n[[clause]]\n[[clause.input]]\nhelper = { policy = \"a\" }\n[[clause.input]]\nhelper   = { monthly_average = true }\n";
        let right = "helper = { monthly_average = true }\n[[input]]\nmonths = \"average\" # mean\n[[clause]]\n[[clause.input]]\nhelper = { policy = \"a\" }\n[[clause.input]]\nmonths = \"average\"\n";
        assert_eq!(upgrade(written).unwrap(), right);
        assert_eq!(upgrade(right).unwrap(), right);
    }
}
