//! What kind of mistake a mistake is, for programs: one word that stays the same when the sentence is put in another way.

use crate::document::Diagnostic;

/// Of a sentence that the table does not have.
const OTHER: &str = "other";

/// Each kind, and its sentence in English, where `…` stands for what differs from file to file. The first that fits counts.
const CODES: &[(&str, &str)] = &[
    // What is no TOML.
    ("unreadable", "this cannot be read: …"),
    ("wide-space", "this is a wide or a non-breaking space"),
    ("invisible-character", "there is an invisible …"),
    ("no-value", "nothing is written behind the “=”"),
    ("wide-quotes", "quotation marks are \", not wide ones"),
    ("wide-quotes", "the quotation marks of a key are \""),
    ("wide-quotes", "the closing quotation mark is \", not a wide one"),
    ("wide-brackets", "brackets are { and [, not wide ones"),
    ("wide-brackets", "the name of a section stands in square brackets"),
    ("yes-or-no", "yes and no are true and false, in small letters"),
    ("unquoted-figure", "a figure with a unit or a percent sign stands in quotation marks"),
    ("unquoted-text", "text stands in quotation marks"),
    ("unquoted-key", "a key with Chinese or punctuation stands in quotation marks"),
    ("comment", "a comment begins with “#”…"),
    ("wide-equals", "the equals sign is =, not a wide one"),
    ("no-equals", "“=” stands between a key and its value, not “…”"),
    ("no-equals", "“=” is missing between a key and its value"),
    ("no-assignment", "this line is no “key = value”"),
    ("stray-in-key", "nothing but spaces stands between a key and its “=”"),
    ("no-key", "no key is written before the “=”"),
    ("one-too-many", "there is a sign too many here"),
    ("one-too-many", "“…” is too many here"),
    ("section-name", "sections have English names, such as [[input]]"),
    ("section-name", "no space stands between square brackets"),
    ("section-name", "“]” is missing behind the name of the section"),
    ("unclosed-text", "the closing quotation mark is missing"),
    ("unclosed-text", "a text of several lines does not end"),
    ("unopened-text", "the opening quotation mark is missing"),
    ("wide-comma", "items are parted by “,”, not by “…”"),
    ("no-comma", "a comma is missing between two items"),
    ("written-twice", "“…” is already written in another way"),
    ("written-twice", "[…] can stand only once"),
    ("written-twice", "“…” stands twice in this section"),
    ("date", "a date has four digits for the year and two each for month and day"),
    ("date", "the date is incomplete"),
    ("no-such-day", "there is no such day: …"),
    ("figure", "this figure cannot be read"),
    ("leading-zero", "a figure does not begin with 0"),
    ("thousands", "a figure has no commas"),
    ("line-end", "a line does not end with “…”"),
    ("line-end", "the line does not end as lines do"),
    ("one-a-line", "one “key = value” stands on a line"),
    ("text-ended", "the text has ended here: no further \" may stand within it"),
    ("behind-value", "“…” stands behind the value"),
    ("backslash", "a “\\” in text is written twice"),
    ("unclosed-bracket", "a bracket lacks its other half"),
    ("unclosed-bracket", "this “…” has no matching “…”"),
    ("number-too-large", "the number is too large"),
    ("unquoted-decimals", "write a number with decimals as quoted text: …"),
    // Keys and values.
    ("open", "this has still to be filled in"),
    ("no-table", "a table of keys and values is expected here"),
    ("empty", "the text is empty"),
    ("empty", "nothing is written in “…”"),
    ("missing-key", "“…” is missing"),
    ("unknown-key", "no key “…” exists here"),
    ("id", "an id is made of lower-case letters, digits and hyphens"),
    ("id", "an id starts with a lower-case letter and has Latin letters and digits only"),
    ("own-id", "this is the id of this policy itself"),
    ("taken", "“…” is already taken …"),
    ("taken", "“…” already names another …"),
    ("taken", "“…” is a name of another column of this table, too"),
    ("reserved", "“…” is … and no name for anything else"),
    ("period", "“from” is no later than “to”"),
    ("not-allowed", "only these are allowed: …"),
    ("date", "a date that exists is expected, such as …"),
    ("date", "a day, a month or a year that exists is expected"),
    ("year", "there is no such year"),
    ("address", "an address that begins with http:// or https:// is expected"),
    ("unknown-unit", "there is no unit “…”…"),
    ("unknown-unit", "“…” is no unit; …"),
    ("unknown-type", "there is no such type; known types: …"),
    ("bounds", "the lower bound is above the upper one"),
    ("bounds", "a bound has the unit that “unit” names"),
    ("bounds", "a percentage is no more than 100%"),
    ("decimals", "“decimals” is a whole number from …"),
    ("figure", "a figure with its unit is expected here, such as …"),
    ("until", "“until” is before the “from” of the last figure, …"),
    ("unit", "all figures have one unit"),
    ("order", "figures are written in order of time"),
    ("one-of-these", "exactly one of … is needed"),
    ("one-of-these", "at least one of … is needed: …"),
    ("table", "only a column takes “also”"),
    ("table", "a column cannot be a table"),
    ("table", "a column takes no “…”"),
    ("table", "“order” names columns of dates"),
    ("table", "the columns of “any_of” are optional = true"),
    ("table", "a column of dates is expected here"),
    ("classification", "the name of a [[value]] with choices is expected here"),
    ("classification", "“by” names an input with choices"),
    ("classification", "the row “…” is missing or mistaken"),
    ("classification", "indicators and their lower bounds are expected here"),
    ("classification", "one of the indicators with … falling whole numbers is expected here"),
    ("unknown-choice", "there is no such choice"),
    ("unknown-choice", "“…” has no choice called “…”"),
    ("written-twice", "“…” is written once only"),
    ("written-twice", "“…” is written twice"),
    ("missing-translation", "the English is missing"),
    ("missing-figure", "figures of these choices are missing: …"),
    ("steps", "where does this step end? …"),
    ("steps", "the last step has no end …"),
    ("steps", "steps are written from the lowest up"),
    ("steps", "at least two steps are needed"),
    ("languages", "Chinese is always one of them: …"),
    ("shared", "“use” is for the command wengang, which reads shared.toml too"),
    ("shared", "shared.toml has no …"),
    ("clause", "what [[…]] belongs to is written in a list"),
    ("usual", "the usual range …"),
    ("limit", "“limit” is for “parts”; …"),
    ("unit", "the unit is not that of the parameter"),
    ("unit", "“…” is no number of yuan"),
    ("reading", "this is the figure of the parameter itself"),
    ("reading", "“…” is more than one figure; use “values” to say what is computed"),
    ("unknown-document", "no document is called “…”; add it as a [[source]]"),
    ("unknown-name", "no [[input]] is called “…”"),
    ("unknown-name", "no [[value]] is called “…”"),
    ("unknown-name", "no column is called “…”"),
    ("unknown-name", "no [[parameter]] is called “…”"),
    ("unknown-name", "no item with choices is called “…”"),
    ("unknown-name", "no item before this one that has choices is called “…”"),
    ("unknown-name", "“…” is none of the “parts” of the amount"),
    ("unknown-name", "nothing to fill in is called “…”"),
    ("unknown-name", "“…” names no input, value or amount"),
    ("unknown-name", "the name of another question is expected"),
    // Formulas.
    ("unknown-name", "nothing is called “…”"),
    ("unknown-function", "there is no function “…”…"),
    ("no-function", "“…” is no function and takes no brackets; …"),
    ("how-to-call", "write …（…"),
    ("how-to-call", "in formulas of rows write …"),
    ("how-to-call", "a formula of rows cannot count or add up a table"),
    ("how-to-call", "“…” is more than one figure; say which: …"),
    ("how-to-call", "say to which step: …"),
    ("how-to-call", "日类别 needs a value with the choices …"),
    ("how-to-call", "the name of a classification is expected here"),
    ("how-to-call", "this is not an indicator of the classification"),
    ("how-to-call", "“…” is a table; …"),
    ("and-beside-or", "且 and 或 stand side by side; …"),
    ("one-choice", "= compares with one choice"),
    ("changes-over-time", "“…” changes over time; …"),
    ("no-order", "… has no order; only = and ≠ work"),
    ("unit", "units differ: …"),
    ("type", "the two sides differ: …"),
    ("type", "… is expected here, but this is …"),
    ("type", "… is expected here"),
    ("too-long", "the formula is too long…"),
    ("unfinished-formula", "the formula ends too early"),
    ("unreadable-formula", "the formula cannot be read on from here"),
    ("unreadable-formula", "“…” has no meaning in a formula"),
    ("figure", "this number cannot be read"),
    ("no-such-day", "there is no such day"),
    ("chained-comparison", "comparisons are not chained, but joined by 且"),
    ("unclosed-bracket", "「 has no matching 」"),
    ("unclosed-bracket", "this “…” has no matching “…” …"),
    ("quoted-name", "a name that starts with a digit is written 「…」"),
    ("quoted-name", "a name with punctuation stands in 「」, not in quotation marks"),
    ("quoted-name", "names in a formula have no quotation marks"),
    ("spaces", "no space stands between a figure and its unit"),
    ("spaces", "in “…”, …"),
    ("thousands", "a figure has no commas: “…”"),
    ("figure", "digits and points are narrow: …"),
    ("percent", "the percent sign is “%”, right behind the figure"),
    ("sign", "the sign says whether the figure itself is meant: …"),
    ("sign", "“…” is written “…”, before the figure"),
    ("comma", "one “，” is enough for “…”"),
    ("comma", "what stands in brackets is parted by “，”, not by “…”"),
    ("formula-end", "a formula does not end with “…”"),
    ("negation", "“not” is written 非, not 否"),
    ("negation", "“not one of” is written with 非 and 属于: …"),
    ("word", "“…” is written “…” in a formula"),
    // The whole policy.
    ("circle", "formulas refer to each other in a circle: …"),
    ("circle", "whether “…” is asked depends on itself"),
    ("circle", "formulas about rows of “…” depend on “…” as a whole"),
    ("circle", "the months of “…”, or what is worked out for them, depend on “…” as a whole"),
    ("months", "the number of months of “…” may be …"),
    ("unused", "no formula uses “…”"),
    ("always-holds", "“…” always holds, whatever is filled in"),
    ("never-holds", "“…” never holds, whatever is filled in"),
    ("no-figure-then", "“…” has figures …, but is asked for days …"),
    ("zero-divisor", "“…” can be 0, by which nothing can be divided"),
    ("amount-below-zero", "the amount can be below zero: …"),
    ("no-result", "in some situations there is no result and nothing left to ask: …"),
    ("no-whole-number", "“…” may be no whole number"),
    ("boundary", "no example is exactly at the boundary of “…”"),
    ("example-empty", "the example says nothing about its result"),
    ("example-fails", "the example fails: …"),
    ("example-input", "“…”: …"),
];

/// What kind of mistake it is.
pub(super) fn of(diagnostic: &Diagnostic) -> &'static str {
    let sentence = &diagnostic.message.english;
    CODES.iter().find(|(_, pattern)| fits(pattern, sentence)).map_or(OTHER, |found| found.0)
}

fn fits(pattern: &str, sentence: &str) -> bool {
    let mut parts = pattern.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = sentence.strip_prefix(first) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_fits_from_end_to_end() {
        for (pattern, sentence, does) in [
            ("the text is empty", "the text is empty", true),
            ("the text is empty", "the text is empty here", false),
            ("“…” is missing", "“id” is missing", true),
            ("“…” is missing", "the row “a” is missing or mistaken", false),
            ("“…” is written “…” in a formula", "“加” is written “+” in a formula", true),
            ("in “…”, …", "in “甲且”, spaces stand around “且”", true),
        ] {
            assert_eq!(fits(pattern, sentence), does, "{sentence}");
        }
    }
}
