//! Yes or no, and choices by whatever names them and no other.

use super::folding::{fold, split, trim};
use crate::policy::Label;
use crate::values::Selection;

const YES: [&str; 11] = ["true", "yes", "y", "是", "有", "对", "已", "√", "✓", "✔", "1"];

const NO: [&str; 15] =
    ["false", "no", "n", "否", "无", "不", "未", "错", "没有", "不是", "×", "✗", "✘", "x", "0"];

/// Yes or no; `None` for anything else.
pub(crate) fn truth(text: &str) -> Option<bool> {
    let word = bare(text);
    let yes = YES.contains(&word.as_str());
    (yes || NO.contains(&word.as_str())).then_some(yes)
}

/// That nothing is chosen of what may be chosen together.
const NONE: [&str; 13] = [
    "none",
    "noneofthese",
    "no",
    "无",
    "没有",
    "都没有",
    "均无",
    "都无",
    "都不是",
    "以上都没有",
    "以上均无",
    "以上都不是",
    "以上都无",
];

/// Whether a text says that nothing is chosen.
pub(crate) fn is_none(text: &str) -> bool {
    NONE.contains(&bare(text).as_str())
}

/// Why a text names no choices.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unread<'t> {
    /// This names no choice.
    Unknown(&'t str),
    /// The choice at this place is named twice.
    Repeated(usize),
}

/// A name is looked for in so many of the pieces that signs of lists make: there may be such signs in it.
const MOST_PIECES: usize = 16;

/// The choices that a text names one after another. What says that there are none is no choice.
pub(crate) fn selection<'t>(choices: &[Label], text: &'t str) -> Result<Selection, Unread<'t>> {
    let mut chosen = Selection::default();
    if is_none(text) {
        return Ok(chosen);
    }
    let mut rest = behind_signs(text);
    if rest.is_empty() {
        return Err(Unread::Unknown(text));
    }
    while !rest.is_empty() {
        let signs = rest.char_indices().filter(|(_, sign)| is_sign(*sign)).map(|(at, _)| at);
        let ends: Vec<usize> = signs.chain([rest.len()]).take(MOST_PIECES).collect();
        let found =
            ends.iter().rev().find_map(|end| Some((*end, choice(choices, split(rest, *end).0)?)));
        let Some((end, index)) = found else {
            let first = ends.first().map_or(rest, |end| split(rest, *end).0);
            return Err(Unread::Unknown(trim(first)));
        };
        if chosen.has(index) {
            return Err(Unread::Repeated(index));
        }
        chosen = chosen.with(index);
        rest = behind_signs(split(rest, end).1);
    }
    Ok(chosen)
}

fn is_sign(sign: char) -> bool {
    matches!(sign, '、' | '，' | ',' | '；' | ';' | '/' | '／' | '\n' | '﹐' | '﹔')
}

fn behind_signs(text: &str) -> &str {
    trim(text.trim_start_matches(|sign: char| is_sign(sign) || sign.is_whitespace()))
}

/// How a text may name a choice, the plainest way first.
#[derive(Clone, Copy)]
enum Naming {
    Id,
    /// By a label, or the name in formulas, in either language.
    Name,
    /// By a name without what is said in brackets after it.
    Head,
    /// By one of the things that are listed in the brackets.
    Listed,
    /// By a name with what it is a kind of behind it (小型企业).
    Kind,
}

/// What choices are kinds of.
const KINDS: [&str; 4] = ["企业", "单位", "人员", "enterprise"];

/// The place of the one choice that a text names. What names two, or none, names nothing.
pub(crate) fn choice(choices: &[Label], text: &str) -> Option<usize> {
    let given = bare(text);
    for naming in [Naming::Id, Naming::Name, Naming::Head, Naming::Listed, Naming::Kind] {
        let mut found = None;
        for (place, choice) in choices.iter().enumerate() {
            if is_named(choice, &given, naming) {
                if found.is_some() {
                    return None;
                }
                found = Some(place);
            }
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

fn is_named(choice: &Label, given: &str, naming: Naming) -> bool {
    if let Naming::Id = naming {
        return bare(&choice.id) == given;
    }
    for name in choice.names() {
        let name = bare(name);
        let (head, list) = name.split_once('(').unwrap_or((&name, ""));
        let named = match naming {
            Naming::Id | Naming::Name => name == given,
            Naming::Head => head == given,
            Naming::Kind => KINDS.iter().any(|kind| given.strip_suffix(kind) == Some(head)),
            Naming::Listed => {
                let list = list.strip_suffix(')').unwrap_or_default();
                list.split(',').any(|item| item.strip_suffix('等').unwrap_or(item) == given)
            }
        };
        if named {
            return true;
        }
    }
    false
}

/// A name without what people add to it, spaces, asterisks, a colon, and with commas of one kind.
fn bare(name: &str) -> String {
    let mut bare = String::new();
    for character in fold(name).chars() {
        match character {
            ' ' | '*' | ':' => {}
            '、' => bare.push(','),
            other => bare.push(other),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn yes_and_no_have_many_words_and_signs() {
        for yes in ["是", "有", "√", "Y", "ｙｅｓ", "TRUE", "True", " true ", "1"] {
            assert_eq!(truth(yes), Some(true), "{yes}");
        }
        for no in ["否", "无", "⽆", "×", "N", "No", "FALSE", "0"] {
            assert_eq!(truth(no), Some(false), "{no}");
        }
        for neither in ["", "待定", "是否", "t", "2", "1.0"] {
            assert_eq!(truth(neither), None, "{neither}");
        }
    }

    #[test]
    fn choices_go_by_id_label_or_name_if_that_is_one_choice_only() {
        let label = |id: &str, chinese: &str, english: &str| Label {
            name: chinese.to_owned(),
            id: id.to_owned(),
            text: Text::new(chinese, english),
            term: Text::new(chinese.split('（').next().unwrap(), id),
        };
        let choices = [
            label("manufacturing", "工业（采矿业，制造业等）", "Industry (mining, manufacturing)"),
            label("transport", "交通运输业（不含铁路运输业）", "Transport (without railways)"),
            label("shared", "甲（丙）", "First"),
            label("other", "乙（丙）", "Second"),
        ];
        for (text, place) in [
            ("manufacturing", 0),
            ("Manufacturing", 0),
            ("工业（采矿业，制造业等）", 0),
            ("工业(采矿业,制造业等)", 0),
            ("industry (mining, manufacturing)", 0),
            ("⼯业", 0),
            (" 工 业 ", 0),
            ("制造业", 0),
            ("mining", 0),
            ("交通运输业", 1),
            ("TRANSPORT", 1),
            ("甲", 2),
        ] {
            assert_eq!(choice(&choices, text), Some(place), "{text}");
        }
        for text in ["", "铁路运输业", "丙", "工", "工业（待核实）", "采矿业，制造业", "1"]
        {
            assert_eq!(choice(&choices, text), None, "{text}");
        }
    }
}
