//! One layout for policy files: keys in their order, equals signs below one another, one blank line between sections. Values and
//! comments stay as they are written, and sections where they are: authors put together what belongs together, below a comment
//! that says so, and the order of questions and of conditions is part of the rules.

use std::mem;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::parse::read;
use super::unreadable;
use crate::document::Diagnostic;

/// The keys of each section, in their order. Keys of the author's own have none, and those that are missing here come last.
const ORDER: [(&str, &[&str]); 30] = [
    (
        "",
        &[
            "draft",
            "languages",
            "id",
            "title",
            "region",
            "audience",
            "topic",
            "keywords",
            "scheme",
            "claim_year",
            "period",
            "checked",
            "summary",
        ],
    ),
    (
        "source",
        &["name", "title", "issuer", "number", "date", "url", "reliability", "unseen", "note"],
    ),
    (
        "parameter",
        &[
            "use", "name", "id", "en", "label", "faq", "by", "value", "values", "steps", "until",
            "history", "source", "quote",
        ],
    ),
    ("input", QUESTION),
    ("input.column", QUESTION),
    ("input.value", COMPUTED),
    (
        "input.check",
        &["code", "message", "formula", "distinct", "after", "at_most", "source", "quote"],
    ),
    ("value", COMPUTED),
    ("classification", &["name", "by", "indicators", "value", "rows"]),
    ("condition", COMPUTED),
    (
        "amount",
        &[
            "name", "id", "en", "label", "faq", "formula", "parts", "limit", "subsidy", "source",
            "quote",
        ],
    ),
    ("clause", &["source", "quote"]),
    (
        "schedule",
        &["name", "id", "en", "label", "faq", "first", "count", "row_amount", "source", "quote"],
    ),
    ("schedule.value", COMPUTED),
    (
        "reading",
        &[
            "name",
            "id",
            "en",
            "label",
            "faq",
            "text",
            "values",
            "parameters",
            "definitions",
            "source",
            "quote",
        ],
    ),
    ("untested", &["name", "part", "reason"]),
    ("unexpressed", &["faq", "text", "reason", "source", "quote"]),
    ("deadline", COMPUTED),
    ("warning", &["code", "faq", "message", "fields", "when", "other_reading"]),
    ("hint", &["code", "faq", "when", "message", "fields"]),
    (
        "procedure",
        &["faq", "title", "who", "when", "duty", "by", "text", "missed", "source", "quote"],
    ),
    ("procedure.material", &["name", "waived", "help"]),
    ("apply", &["name", "url"]),
    ("checklist", &["text", "shows"]),
    ("change", &["date", "text"]),
    ("local", &["place", "year", "when", "inputs", "same", "note", "source", "quote"]),
    ("note", &["faq", "text", "source", "quote"]),
    ("contact", &["faq", "name", "office", "channel", "phone"]),
    ("exclusion", &["faq", "policy", "text", "source", "quote"]),
    ("example", &["name", "inputs", "expect", "source", "quote"]),
];

const QUESTION: &[&str] = &[
    "use",
    "name",
    "id",
    "en",
    "label",
    "also",
    "faq",
    "help",
    "type",
    "unit",
    "min",
    "above",
    "max",
    "below",
    "at_most",
    "decimals",
    "pattern",
    "earliest",
    "latest",
    "usual",
    "optional",
    "yes",
    "no",
    "any_of",
    "order",
    "min_rows",
    "max_rows",
    "row_amount",
    "when",
    "months",
    "helper",
    "source",
    "quote",
    "choices",
];

const COMPUTED: &[&str] = &[
    "use", "name", "id", "en", "label", "faq", "formula", "unit", "boolean", "subsidy", "source",
    "quote", "choices",
];

/// A section: its header and what stands below it up to the next.
pub(super) struct Section {
    /// Its name: `input.column`.
    pub(super) path: String,
    /// Where its header begins; the file itself has none.
    header: Option<usize>,
    pub(super) entries: Vec<Entry>,
}

/// A key and its value.
pub(super) struct Entry {
    pub(super) key: Range<usize>,
    pub(super) value: Range<usize>,
}

/// The text of a policy file in its layout. It says what the file said: where that could not be kept, the file stays as it is.
///
/// # Errors
/// Where the text is no TOML.
pub fn format(source: &str) -> Result<String, Vec<Diagnostic>> {
    let text = source.replace("\r\n", "\n");
    let laid_out = lay_out(&text, &sections(&text)?);
    Ok(if says_the_same(source, &laid_out) { laid_out } else { source.to_owned() })
}

/// Whether two texts are the same document, comments included: keys may stand in another order, and letters be further apart.
fn says_the_same(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        letters.sort_unstable();
        letters
    };
    let document = |text: &str| read(text).map(|(document, _)| document.fingerprint());
    document(one).is_ok_and(|known| Ok(known) == document(other)) && letters(one) == letters(other)
}

/// The sections of a policy file in the order in which they stand.
pub(super) fn sections(text: &str) -> Result<Vec<Section>, Vec<Diagnostic>> {
    let table = DeTable::parse(text).map_err(|_| unreadable::mistakes(text))?;
    let mut sections = vec![Section { path: String::new(), header: None, entries: Vec::new() }];
    collect(text, table.get_ref(), 0, &mut sections);
    sections.sort_by_key(|section| section.header);
    Ok(sections)
}

/// Takes down the keys of a table and the sections within it.
fn collect(text: &str, table: &DeTable<'_>, index: usize, sections: &mut Vec<Section>) {
    let is_header = |value: &Spanned<DeValue<'_>>| text[value.span().start..].starts_with('[');
    for (key, value) in table {
        let within = |name: &str, sections: &[Section]| match sections[index].path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        let mut enter = |value: &Spanned<DeValue<'_>>, table: &DeTable<'_>| {
            let path = within(key.get_ref(), sections);
            sections.push(Section { path, header: Some(value.span().start), entries: Vec::new() });
            collect(text, table, sections.len() - 1, sections);
        };
        match value.get_ref() {
            DeValue::Table(inner) if is_header(value) => enter(value, inner),
            DeValue::Array(items)
                if items
                    .iter()
                    .any(|item| matches!(item.get_ref(), DeValue::Table(_)) && is_header(item)) =>
            {
                for item in items {
                    if let DeValue::Table(inner) = item.get_ref() {
                        enter(item, inner);
                    }
                }
            }
            _ => sections[index].entries.push(Entry { key: key.span(), value: value.span() }),
        }
    }
}

fn lay_out(text: &str, sections: &[Section]) -> String {
    let mut out = Out::default();
    let mut at = 0;
    for section in sections {
        if let Some(header) = section.header {
            let line = line_start(text, header);
            out.write_gap(&Gap::of(&text[at..line]), true);
            at = line_end(text, header);
            out.line(text[line..at].trim());
            out.is_at_top = true;
        }
        at = write_entries(&mut out, text, at, section);
    }
    out.write_gap(&Gap::of(&text[at..]), false);
    out.text
}

/// Writes the keys of a section, in runs that no blank line interrupts; up to where it has come in the text.
fn write_entries(out: &mut Out, text: &str, mut at: usize, section: &Section) -> usize {
    let mut entries: Vec<&Entry> = section.entries.iter().collect();
    entries.sort_by_key(|entry| entry.key.start);
    // What stands in a clause is laid out as elsewhere.
    let path = section.path.strip_prefix("clause.").unwrap_or(&section.path);
    let order = ORDER.iter().find(|known| known.0 == path).map(|known| known.1);
    let mut run: Vec<(&Entry, Vec<&str>)> = Vec::new();
    for entry in entries {
        let mut gap = Gap::of(&text[at..line_start(text, entry.key.start)]);
        // Comments that touch a key go with it.
        let comments = if gap.ends_apart { None } else { gap.paragraphs.pop() };
        if gap.is_blank_somewhere {
            write_run(out, text, mem::take(&mut run), order);
            gap.ends_apart = true;
            out.write_gap(&gap, !out.is_at_top);
        }
        run.push((entry, comments.unwrap_or_default()));
        at = line_end(text, entry.value.end);
    }
    write_run(out, text, run, order);
    at
}

/// Writes keys that stand together, sorted and aligned.
fn write_run(out: &mut Out, text: &str, mut run: Vec<(&Entry, Vec<&str>)>, order: Option<&[&str]>) {
    let key = |entry: &Entry| &text[entry.key.clone()];
    let rank = |entry: &Entry| {
        let order = order.unwrap_or_default();
        order.iter().position(|known| *known == key(entry)).unwrap_or(order.len())
    };
    run.sort_by_key(|(entry, _)| rank(entry));
    let width = run.iter().map(|(entry, _)| columns(key(entry))).max().unwrap_or_default();
    for (entry, comments) in run {
        for comment in comments {
            out.line(comment);
        }
        let value = text[entry.value.start..line_end(text, entry.value.end)].trim_end();
        let key = key(entry);
        let room = " ".repeat(width - columns(key));
        out.line(&format!("{key}{room} = {value}"));
    }
}

/// How wide a key is in an editor, where Chinese is twice as wide as Latin.
fn columns(key: &str) -> usize {
    key.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum()
}

/// What stands between keys: paragraphs of comments.
struct Gap<'t> {
    paragraphs: Vec<Vec<&'t str>>,
    begins_apart: bool,
    ends_apart: bool,
    is_blank_somewhere: bool,
}

impl<'t> Gap<'t> {
    fn of(text: &'t str) -> Gap<'t> {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let is_blank = |line: Option<&&str>| line.is_some_and(|line| line.is_empty());
        let paragraphs = lines.split(|line| line.is_empty()).filter(|part| !part.is_empty());
        Gap {
            paragraphs: paragraphs.map(<[&str]>::to_vec).collect(),
            begins_apart: is_blank(lines.first()),
            ends_apart: is_blank(lines.last()),
            is_blank_somewhere: lines.iter().any(|line| line.is_empty()),
        }
    }
}

/// The text as it is laid out.
#[derive(Default)]
struct Out {
    text: String,
    /// Whether the header of a section was written last.
    is_at_top: bool,
}

impl Out {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.is_at_top = false;
    }

    fn blank_line(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Writes paragraphs, and a blank line before what follows where that stands apart: `before` says whether it may.
    fn write_gap(&mut self, gap: &Gap<'_>, before: bool) {
        let last = gap.paragraphs.len().checked_sub(1);
        for (index, paragraph) in gap.paragraphs.iter().enumerate() {
            let touches_next = before && !gap.ends_apart && Some(index) == last;
            if index > 0 || gap.begins_apart || touches_next {
                self.blank_line();
            }
            for line in paragraph {
                self.line(line);
            }
        }
        if before && (gap.ends_apart || last.is_none()) {
            self.blank_line();
        }
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where the next line begins.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length + 1)
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn keys_are_sorted_and_aligned_and_comments_go_with_them() {
        let written = "\
# Head.


title={ zh = \"a\" }
id = \"x\" # kept



# ── Part ──
# of one
[[input]]

# what it asks
label =   \"b\"
# what it is called
name = \"c\"
choices = [
    1,
      2 ]
# behind

[[value]]
formula = \"\"\"
  a

  b\"\"\"
name = 'd'
# at the end
";
        let right = "\
# Head.

id    = \"x\" # kept
title = { zh = \"a\" }

# ── Part ──
# of one
[[input]]
# what it is called
name    = \"c\"
# what it asks
label   = \"b\"
choices = [
    1,
      2 ]
# behind

[[value]]
name    = 'd'
formula = \"\"\"
  a

  b\"\"\"
# at the end
";
        assert_eq!(format(written).unwrap(), right);
        assert_eq!(format(right).unwrap(), right);
        assert_eq!(format("b=1\r\nid='x'\r\n").unwrap(), "id = 'x'\nb  = 1\n");
    }

    #[test]
    fn what_would_say_something_else_stays_as_it_is() {
        // A line end is a part of this text.
        let of_windows = "id='''a\r\nb'''\r\n";
        assert_eq!(format(of_windows).unwrap(), of_windows);
        // Two lines make one table.
        let dotted = "title.zh = \"a\"\nid = \"x\"\ntitle.en = \"b\"\n";
        assert_eq!(format(dotted).unwrap(), dotted);
    }
}
