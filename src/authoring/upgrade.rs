//! Keys that had another name in an earlier version of the language: `wengang fmt --upgrade` writes today's. A key whose meaning has
//! changed, too, is no such key: what it was then no program can tell.

use super::layout::sections;
use crate::document::Diagnostic;

/// A key that has another name today.
struct Renamed {
    /// Such as `warning` or `input.column`; of the file itself, nothing.
    section: &'static str,
    old: &'static str,
    new: &'static str,
}

/// All of them. None has changed so far.
const RENAMED: &[Renamed] = &[];

/// The text of a policy file with the keys of today.
///
/// # Errors
/// Where the text is no TOML.
pub fn upgrade(source: &str) -> Result<String, Vec<Diagnostic>> {
    upgrade_by(source, RENAMED)
}

fn upgrade_by(source: &str, renamed: &[Renamed]) -> Result<String, Vec<Diagnostic>> {
    let mut changes = Vec::new();
    for section in sections(source)? {
        for entry in section.entries {
            let is_it = |known: &&Renamed| {
                known.section == section.path && known.old == &source[entry.key.clone()]
            };
            changes.extend(renamed.iter().find(is_it).map(|known| (entry.key, known.new)));
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
    fn a_key_gets_its_name_of_today_in_its_section_only() {
        let renamed = [Renamed { section: "input.column", old: "kind", new: "type" }];
        let written = "kind = 1\n[[input]]\nkind = 2\n[[input.column]]\n\"kind\" = 3\n[[input.column]]\nkind = { kind = 4 } # kind\n";
        let right = "kind = 1\n[[input]]\nkind = 2\n[[input.column]]\n\"kind\" = 3\n[[input.column]]\ntype = { kind = 4 } # kind\n";
        assert_eq!(upgrade_by(written, &renamed).unwrap(), right);
        assert_eq!(upgrade(written).unwrap(), written);
    }
}
