//! Keys that many sections have: names, days, one of several words.

use crate::document::{Diagnostic, Place, Section, Spot, WithoutId};
use crate::policy::Label;
use crate::values::{Date, Text, text};

/// Ids are part of the JavaScript API.
fn is_item_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

pub(super) fn label(section: &Section<'_>, fixed_id: Option<&str>) -> Option<Label> {
    let name = section.text("name");
    let english = section.english(name.as_ref());
    let id = match fixed_id {
        Some(id) => Some(id.to_owned()),
        None => id(section, name.as_ref(), english),
    };
    let own = section.optional_wording("label");
    let (name, english, id) = (name?, english?, id?);
    let term = Text::new(name.text, english);
    let text = own.unwrap_or_else(|| Text::new(name.text, capitalised(english)));
    Some(Label { name: name.text.to_owned(), id, text, term })
}

/// The id of an item: its own, or what its English name gives. In a draft that has neither yet, the name.
fn id(section: &Section<'_>, name: Option<&Spot<'_>>, english: Option<&str>) -> Option<String> {
    if section.node("id").is_some() {
        let spot = section.optional_text("id")?;
        if !is_item_id(spot.text) {
            section.report(Diagnostic::new(
                &spot.place,
                text!(
                    "编号应以小写字母开头，只含英文字母和数字",
                    "an id starts with a lower-case letter and has Latin letters and digits only"
                ),
            ));
        }
        return Some(spot.text.to_owned());
    }
    // Without an English name, the Chinese stands in its place.
    let from_english = id_of(english?);
    let name = name?;
    section.demands.note_without_id(WithoutId {
        name: name.text.to_owned(),
        span: name.place.span,
        from_english: from_english.clone(),
    });
    if from_english.is_none() && section.demands.ids {
        if english == Some(name.text) {
            section.missing("id");
        } else {
            let message = text!("缺少“id”", "“id” is missing");
            let help = text!(
                "由这个英文名称得不出编号；请补写一行：id = …",
                "this English name gives no id; add a line: id = …"
            );
            section.report(Diagnostic::new(section.place(), message).help(help));
        }
        return None;
    }
    from_english.or(Some(name.text.to_owned()))
}

/// `layoffRateLimit` of “layoff-rate limit”: Latin letters and digits alone, words after the first by a capital letter.
/// `None` of what gives no id: a name with letters of other scripts, or one that does not begin with a letter.
fn id_of(english: &str) -> Option<String> {
    if english.chars().any(|letter| letter.is_alphanumeric() && !letter.is_ascii()) {
        return None;
    }
    // “the employee’s share” is of two words and an article, not of four.
    let english = english.replace(['\'', '’'], "").to_ascii_lowercase();
    let words = english.split(|sign: char| !sign.is_ascii_alphanumeric());
    let id: String = words
        .filter(|word| !word.is_empty())
        .enumerate()
        .map(|(index, word)| if index == 0 { word.to_owned() } else { capitalised(word) })
        .collect();
    is_item_id(&id).then_some(id)
}

/// What helps where an id is taken that nobody has written.
pub(super) fn help_with_derived_id(section: &Section<'_>) -> Option<Text> {
    section.node("id").is_none().then(|| {
        text!(
            "编号是由英文名称得来的；请写一行 id = \"…\"",
            "the id comes from the English name; add a line id = \"…\""
        )
    })
}

/// The English name as it stands alone, outside a formula.
fn capitalised(english: &str) -> String {
    let mut letters = english.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) fn choose<T: Copy>(
    section: &Section<'_>,
    key: &'static str,
    choices: &[(&str, T)],
) -> Option<T> {
    let spot = section.text(key)?;
    let chosen = choices.iter().find(|choice| choice.0 == spot.text).map(|choice| choice.1);
    if chosen.is_none() {
        let allowed = choices.iter().map(|choice| choice.0).collect::<Vec<_>>().join("、");
        section.report(Diagnostic::new(
            &spot.place,
            text!("只能写：{allowed}", "only these are allowed: {allowed}"),
        ));
    }
    chosen
}

pub(super) fn date(section: &Section<'_>, spot: &Spot<'_>) -> Option<Date> {
    let date = Date::parse(spot.text);
    if date.is_none() {
        section.report(Diagnostic::new(
            &spot.place,
            text!(
                "应写实际存在的日期，如 2024-12-31",
                "a date that exists is expected, such as 2024-12-31"
            ),
        ));
    }
    date
}

/// Years that a policy can be about.
const YEARS: core::ops::RangeInclusive<i64> = 1949..=2199;

pub(crate) fn year(section: &Section<'_>, (year, place): (i64, Place)) -> Option<i32> {
    if !YEARS.contains(&year) {
        let message = text!("没有这一年", "there is no such year");
        let help = text!("年份写四位，如 2024", "a year has four digits, such as 2024");
        section.report(Diagnostic::new(&place, message).help(help));
        return None;
    }
    i32::try_from(year).ok()
}
