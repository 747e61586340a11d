//! Runs of letters: names, words of formulas, words in their place, and several of them without a space between.

use super::chinese::{chinese_figure, digit};
use super::figures::begins_figure;
use super::mender::{Mender, spaces, written};
use super::multiples::times;
use super::ranges::FROM;
use super::words::{JOINING, KEYWORDS, NEGATIONS, WORDS, function_meant, functions};
use crate::formula::lexer::{is_name, leading};
use crate::values::text;

/// Longer words are no names run together.
const LONGEST_WORD: usize = 180;

/// What stands before a figure of money instead of its unit.
const MONEY: [&str; 3] = ["人民币", "RMB", "CNY"];

/// A word found in a run of letters without spaces: how many bytes it takes, and what is written for it.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) length: usize,
    pub(super) right: String,
    /// Whether it is itself a slip.
    pub(super) is_slip: bool,
    pub(super) is_keyword: bool,
}

impl Mender<'_> {
    pub(super) fn word(&mut self) {
        let start = self.at;
        if self.split_name() || self.each() || self.day() {
            return;
        }
        let mut word = leading(self.rest(), is_name);
        for (mark, is_hundredth) in [("百分之", true), ("千分之", false)] {
            match word.find(mark) {
                Some(0) => return self.share(mark, is_hundredth),
                Some(at) if !self.knows(word) => word = &word[..at],
                _ => {}
            }
        }
        if self.before_figure(word) {
            return;
        }
        // A figure behind a word for a sign is read by itself.
        let digits = word.find(|sign: char| sign.is_ascii_digit()).filter(|_| !self.knows(word));
        if self.parts(word).is_none()
            && let Some(before) = digits.map(|at| &word[..at])
            && let Some(parts) = self.parts(before)
            && parts.last().is_some_and(|part| part.is_slip || part.is_keyword)
        {
            word = before;
        }
        let end = start + word.len();
        let is_behind = self.is_behind_operand();
        self.at = end;
        let (_, after) = spaces(self.rest());
        let is_called = after.starts_with(['(', '（']);
        let is_before = self.is_before_operand();
        if !self.knows(word) && (self.sheet_if(word, start) || self.joining(word, start)) {
            return;
        }
        if !is_behind && self.sheet_and(word, start) {
            return;
        }
        if NEGATIONS.contains(&word) && !self.knows(word) && !is_behind && is_before {
            let message = text!("否定写“非”，不写“{word}”", "“not” is written 非, not {word}");
            self.slip(start, end, message);
            self.edits.push((start, end, " 非 ".to_owned()));
            return;
        }
        if matches!(word, "是" | "否") && is_behind {
            // What is compared with what; or yes or no by themselves.
            let right =
                if word == "是" && is_before { " = ".to_owned() } else { format!(" = {word} ") };
            return self.rewrite(start, end, &right);
        }
        let before = self.word_before(start);
        if matches!(word, "且" | "或") && matches!(before, "且" | "或") {
            let message = text!("“{before}”后面不再写“{word}”", "no “{word}” follows “{before}”");
            self.slip(start, end, message);
            self.edits.push((start, end, String::new()));
            self.is_unsure |= word != before;
            return;
        }
        self.awaits(word);
        if word == "属于" && !is_called {
            return self.choices();
        }
        if self.knows(word) && is_behind && !matches!(before, "是" | "否") {
            let message = text!(
                "“{word}”前面缺少符号，或“且”“或”",
                "a sign, 且 or 或 is missing before “{word}”"
            );
            self.slip(start, end, message);
            self.is_unsure = true;
        }
        if self.knows(word)
            || KEYWORDS.contains(&word)
            || (is_called && functions().any(|known| known == word))
        {
            return;
        }
        self.unknown(word, start, is_called, is_before);
    }

    /// A word that is neither a name nor a word of formulas.
    fn unknown(&mut self, word: &str, start: usize, is_called: bool, is_before: bool) {
        let end = self.at;
        if let Some((right, _)) = function_meant(word).filter(|_| is_called) {
            let message = text!(
                "没有名为“{word}”的函数，请用“{right}”",
                "there is no function “{word}”; use “{right}”"
            );
            self.slip(start, end, message);
            self.edits.push((start, end, right.to_owned()));
            return;
        }
        if let Some(word) = word.strip_prefix('不').filter(|word| matches!(*word, "属于" | "包含"))
        {
            return self.denied(word, start);
        }
        if let Some((length, figure)) = chinese_figure(word).filter(|found| found.0 == word.len()) {
            return self.rewrite(start, start + length, &figure.to_string());
        }
        if word == "的" && begins_figure(spaces(self.rest()).1) {
            return self.rewrite(start, end, " × ");
        }
        if word == "的" || JOINING.contains(&word) {
            self.slip(start, end, text!("公式里不写“{word}”", "no “{word}” stands in a formula"));
            self.edits.push((start, end, String::new()));
            self.is_unsure |= is_before || word != "的";
            return;
        }
        if let Some(parts) = self.parts(word) {
            if !parts.iter().any(|part| part.is_slip) {
                let keyword = parts.iter().find(|part| part.is_keyword);
                let keyword = keyword.map_or("", |part| part.right.as_str());
                let message = text!(
                    "“{word}”中，“{keyword}”与名称之间要空格",
                    "in “{word}”, spaces stand around “{keyword}”"
                );
                self.slip(start, end, message);
            }
            self.note(start, word, &parts);
        }
    }

    /// A name that spaces have got into. Whether one stands here.
    fn split_name(&mut self) -> bool {
        let (start, mut at) = (self.at, self.at);
        let (mut joined, mut best) = (String::new(), None);
        for _ in 0..6 {
            let word = leading(&self.formula[at..], is_name);
            if word.is_empty() {
                break;
            }
            joined.push_str(word);
            at += word.len();
            if joined.len() > word.len() && self.knows(&joined) {
                best = Some((at, joined.clone()));
            }
            at += spaces(&self.formula[at..]).0;
        }
        let Some((end, name)) = best else { return false };
        let message = text!("名称中间不空格：{name}", "a name has no space in it: {name}");
        self.slip(start, end, message);
        self.edits.push((start, end, name));
        self.at = end;
        true
    }

    /// A word before a figure or a day that formulas do without: 在, 人民币. Whether one stands here.
    fn before_figure(&mut self, word: &str) -> bool {
        if self.knows(word) {
            return false;
        }
        if let Some(mark) = MONEY.iter().find(|mark| word.starts_with(**mark)) {
            return self.money(mark.len());
        }
        let Some(mark) = FROM.iter().find(|mark| word.starts_with(**mark)) else {
            return false;
        };
        let (space, rest) = spaces(&self.rest()[mark.len()..]);
        if !rest.starts_with(|sign| digit(sign).is_some()) {
            return false;
        }
        let (start, end) = (self.at, self.at + mark.len());
        self.slip(start, end, text!("公式里不写“{mark}”", "no “{mark}” stands in a formula"));
        self.edits.push((start, end + space, String::new()));
        self.at = end + space;
        true
    }

    /// A mark of so many bytes before a figure of money. Whether a figure follows.
    pub(super) fn money(&mut self, length: usize) -> bool {
        let (space, rest) = spaces(&self.rest()[length..]);
        if !rest.starts_with(|sign| digit(sign).is_some()) {
            return false;
        }
        let start = self.at;
        self.at += length + space;
        self.edits.push((start, self.at, String::new()));
        let figure = self.at;
        self.figure();
        let (wrong, figure) = (&self.formula[start..self.at], &self.formula[figure..self.at]);
        let has_unit = figure.ends_with('元');
        let right = figure.trim_end_matches('元');
        self.slip(start, self.at, written(wrong, &format!("{right}元")));
        if !has_unit {
            self.edits.push((self.at, self.at, "元".to_owned()));
        }
        true
    }

    /// 属于 without brackets, with the choices behind it.
    fn choices(&mut self) {
        let start = self.at;
        let (space, _) = spaces(self.rest());
        let (mut at, mut end, mut commas) = (start + space, start, Vec::new());
        loop {
            let word = leading(&self.formula[at..], is_name);
            if word.is_empty() || KEYWORDS.contains(&word) {
                break;
            }
            end = at + word.len();
            let (space, rest) = spaces(&self.formula[end..]);
            let Some(comma) = rest.chars().next().filter(|sign| matches!(sign, '、' | '，' | ','))
            else {
                break;
            };
            commas.push(end + space);
            at = end + space + comma.len_utf8();
            at += spaces(&self.formula[at..]).0;
        }
        if end > start {
            let message =
                text!("“属于”后面的选项写在括号里", "the choices behind 属于 stand in brackets");
            self.slip(start, end, message);
            self.edits.push((start, start + space, "（".to_owned()));
            self.edits.push((end, end, "）".to_owned()));
            self.taken.extend(commas);
            self.at = end;
        }
    }

    /// 不属于, 不包含: 非 stands before the whole comparison.
    fn denied(&mut self, word: &str, start: usize) {
        let end = self.at;
        let clause = self.clause(start, true);
        let from = self.formula[..start].trim_end().len() - clause.len();
        let message = text!(
            "“不{word}”写成“非”和“{word}”：非 甲 {word} …",
            "“not” is written 非 before the comparison: 非 甲 {word} …"
        );
        self.slip(start, end, message);
        self.is_unsure |= clause.is_empty() || clause.starts_with('非');
        self.edits.push((from, from, "非 ".to_owned()));
        self.edits.push((start, end, word.to_owned()));
        if word == "属于" && !spaces(self.rest()).1.starts_with(['(', '（']) {
            self.choices();
        }
    }

    /// Notes that a word is written as these parts.
    pub(super) fn note(&mut self, start: usize, word: &str, parts: &[Found]) {
        let mut at = start;
        let mut parts = parts.to_vec();
        for index in 1..parts.len() {
            let is_name = |part: &Found| !part.is_keyword && !part.is_slip;
            let next = parts.get(index + 1);
            let is_between = is_name(&parts[index - 1]) && next.is_some_and(is_name);
            let is_last = next.is_none() && is_name(&parts[index - 1]) && self.is_before_operand();
            let right = parts[index].right.as_str();
            let right = if right == "是" && (is_between || is_last) {
                "="
            } else if JOINING.contains(&right) {
                let conditions = [Some(&parts[index - 1]), next];
                let holds = |part: &Found| self.conditions.contains(&part.right);
                self.is_unsure |= !conditions.into_iter().all(|part| part.is_some_and(holds));
                "且"
            } else {
                continue;
            };
            parts[index] = Found { right: right.to_owned(), is_slip: true, ..parts[index].clone() };
        }
        for part in &parts {
            self.awaits(&part.right);
            if part.is_slip {
                let wrong = &self.formula[at..at + part.length];
                let message = if part.right.is_empty() {
                    text!("公式里不写“{wrong}”", "no “{wrong}” stands in a formula")
                } else {
                    written(wrong, &part.right)
                };
                self.slip(at, at + part.length, message);
            }
            at += part.length;
        }
        let right: Vec<_> = parts.iter().map(|part| part.right.as_str()).collect();
        let end = start + word.len();
        // The digits behind the point of a figure still belong to it, as does what its unit is divided by.
        let belongs = ['.', '%', '％', '/', '／'];
        let space = if self.formula[end..].starts_with(belongs) { "" } else { " " };
        self.edits.push((start, end, format!(" {}{space}", right.join(" "))));
    }

    /// The fewest words that a run of letters consists of, at least one of them no name.
    pub(super) fn parts(&self, word: &str) -> Option<Vec<Found>> {
        if word.len() > LONGEST_WORD {
            return None;
        }
        let is_called = spaces(&self.formula[self.at..]).1.starts_with(['(', '（']);
        let mut best: Vec<Option<Vec<Found>>> = vec![None; word.len() + 1];
        best[word.len()] = Some(Vec::new());
        for (at, _) in word.char_indices().collect::<Vec<_>>().into_iter().rev() {
            let rest = &word[at..];
            for found in self.found(rest, is_called) {
                let Some(after) = &best[at + found.length] else { continue };
                if best[at].as_ref().is_none_or(|known| known.len() > after.len() + 1) {
                    best[at] = Some([&[found], after.as_slice()].concat());
                }
            }
        }
        best.swap_remove(0).filter(|parts| parts.iter().any(|part| part.is_slip || part.is_keyword))
    }

    /// The words that begin here.
    pub(super) fn found(&self, rest: &str, is_called: bool) -> Vec<Found> {
        let mut found = Vec::new();
        let mut add = |length: usize, right: &str, is_slip: bool, is_keyword: bool| {
            found.push(Found { length, right: right.to_owned(), is_slip, is_keyword });
        };
        for name in self.like(rest).iter().filter(|name| rest.starts_with(**name)) {
            add(name.len(), name, false, false);
        }
        for keyword in KEYWORDS.iter().filter(|keyword| rest.starts_with(**keyword)) {
            add(keyword.len(), keyword, false, true);
        }
        for (wrong, right) in WORDS.iter().filter(|row| rest.starts_with(row.0)) {
            add(wrong.len(), right, true, false);
        }
        if let Some((length, share)) = share(rest) {
            add(length, &share, true, false);
        }
        if let Some(after) = rest.strip_prefix('的')
            && (after.is_empty() || begins_figure(after))
        {
            add("的".len(), if after.is_empty() { "" } else { "×" }, true, false);
        }
        for joint in JOINING.iter().filter(|joint| rest.starts_with(**joint)) {
            add(joint.len(), joint, true, false);
        }
        for function in functions().filter(|function| is_called && *function == rest) {
            add(function.len(), function, false, false);
        }
        let digits = leading(rest, |sign| sign.is_ascii_digit());
        let figure = if digits.is_empty() {
            // Only with a unit: many names begin with such a character.
            let unit = |length: usize| self.unit(&rest[length..], false).is_some();
            chinese_figure(rest)
                .filter(|(length, _)| unit(*length))
                .map(|(length, figure)| (length, figure.to_string()))
        } else {
            Some((digits.len(), digits.to_owned()))
        };
        if let Some((length, figure)) = figure {
            let is_slip = digits.is_empty();
            let (unit, written) = self.unit(&rest[length..], false).unwrap_or((0, ""));
            let is_slip = is_slip || rest[length..length + unit] != *written;
            add(length + unit, &format!("{figure}{written}"), is_slip, false);
        }
        found
    }
}

/// A figure in characters that has no unit: 一半, 三分之二, 两倍, 八折, 四成.
fn share(text: &str) -> Option<(usize, String)> {
    if text.starts_with("一半") {
        return Some(("一半".len(), "50%".to_owned()));
    }
    let (length, figure) = chinese_figure(text)?;
    let rest = &text[length..];
    if let Some(above) = rest.strip_prefix("分之") {
        let (upper, above) = chinese_figure(above)?;
        let is_plain = !text[..length].ends_with(['百', '千', '万']);
        return is_plain.then(|| (length + "分之".len() + upper, format!("（{above}/{figure}）")));
    }
    let (word, right) = times(rest, figure)?;
    Some((length + word, right))
}
