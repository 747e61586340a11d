//! `wengang ids`: proposes an id for each item that has none, and writes it into the file.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use pinyin::ToPinyin as _;
use serde_json::json;
use wengang::authoring::Source;
use wengang::{Content, Locale, Node, WithoutId};

use crate::answer::{Answer, Failure};
use crate::library;
use crate::output;
use crate::pack::broken;
use crate::system::FILES;

pub(crate) fn run(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let mut written = Vec::new();
    let mut words = Vec::new();
    for path in library::files(paths)? {
        let ids = propose(&path, locale)?;
        let shown = path.display().to_string();
        for (name, id) in &ids {
            words.push(
                locale.pick(format!("{shown}：{name} {id}"), format!("{shown}: {name} {id}")),
            );
        }
        let ids = ids.iter().map(|(name, id)| json!({ "name": name, "id": id }));
        written.push(json!({ "path": shown, "ids": ids.collect::<Vec<_>>() }));
    }
    if words.is_empty() {
        words.push(locale.pick("每一项都有编号", "every item has an id").to_owned());
    }
    Ok(Answer::done(json!({ "files": written }), words.join("\n")))
}

/// Names and their new ids.
fn propose(path: &Path, locale: Locale) -> Result<Vec<(String, String)>, Failure> {
    let source =
        Source::open(path, &FILES, locale).map_err(|mistake| Failure::Mistakes(vec![mistake]))?;
    let mut taken = HashSet::new();
    ids(source.document(), &mut taken);
    let mut text = source.text().to_owned();
    let own = |item: &WithoutId| item.span.filter(|span| span.1 <= text.len());
    let reading = source.check_as_draft();
    if let Err(mistakes) = reading.policy {
        return Err(Failure::Mistakes(source.show(&mistakes, locale)));
    }
    let mut items: Vec<_> = reading
        .without_id
        .into_iter()
        .filter_map(|item| own(&item).map(|span| (span.1, item)))
        .collect();
    // A section can be read more than once.
    items.sort_by_key(|item| item.0);
    items.dedup_by_key(|item| item.0);
    let mut proposed = Vec::new();
    for (end, item) in items {
        let id = item.from_english.unwrap_or_else(|| in_pinyin(&item.name));
        let others = (2..).map(|number| format!("{id}{number}"));
        let id = std::iter::once(id.clone()).chain(others).find(|id| !taken.contains(id));
        let id = id.unwrap_or_else(|| unreachable!("numbers do not end"));
        taken.insert(id.clone());
        proposed.push((end, item.name, id));
    }
    // From the end, so that what is before stays in its place.
    for (end, _, id) in proposed.iter().rev() {
        insert(&mut text, *end, id);
    }
    if !proposed.is_empty() {
        output::write(path, text.as_bytes()).map_err(|error| broken(path, &error))?;
    }
    Ok(proposed.into_iter().map(|(_, name, id)| (name, id)).collect())
}

/// The ids that a document has.
fn ids(node: &Node, found: &mut HashSet<String>) {
    match &node.content {
        Content::Table(entries) => {
            for (key, entry) in entries {
                match &entry.content {
                    Content::Text(id) if key == "id" => {
                        found.insert(id.clone());
                    }
                    _ => ids(entry, found),
                }
            }
        }
        Content::List(items) => items.iter().for_each(|item| ids(item, found)),
        _ => {}
    }
}

/// `caiYuanLv` of 裁员率: a syllable a character, other letters and digits as they are.
fn in_pinyin(name: &str) -> String {
    let mut id = String::new();
    for letter in name.chars() {
        let syllable = match letter.to_pinyin() {
            Some(pinyin) => pinyin.plain().replace('ü', "v"),
            None if letter.is_ascii_alphanumeric() => letter.to_string(),
            None => continue,
        };
        let mut letters = syllable.chars();
        let first = letters.next().map(|first| {
            if id.is_empty() { first.to_ascii_lowercase() } else { first.to_ascii_uppercase() }
        });
        id.extend(first.into_iter().chain(letters));
    }
    // An id begins with a letter.
    if id.starts_with(|first: char| first.is_ascii_lowercase()) { id } else { format!("n{id}") }
}

/// Writes an id after the name whose text ends here: in the same inline table, or else on a line of its own.
fn insert(text: &mut String, end: usize, id: &str) {
    let end = end + usize::from(text[end..].starts_with(['"', '\'']));
    if text[end..].trim_start_matches([' ', '\t']).starts_with([',', '}']) {
        text.insert_str(end, &format!(", id = \"{id}\""));
        return;
    }
    let line = text[..end].rfind('\n').map_or(0, |at| at + 1);
    let key = text[line..end].split('=').next().unwrap_or_default();
    let key = format!("{:width$}", "id", width = key.len());
    let ending = text[end..].find('\n').map_or(text.len(), |at| end + at);
    text.insert_str(ending, &format!("\n{key}= \"{id}\""));
}
