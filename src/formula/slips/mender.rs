//! Goes through a formula piece by piece.

use std::collections::BTreeMap;

use super::Slip;
use super::chinese::{chinese_figure, digit};
use super::words::{KEYWORDS, MARKS, QUOTES, SIGNS, SPLIT, WORDS, function_meant, functions};
use crate::formula::lexer::{is_name, leading};
use crate::values::{Text, text};

/// Longer words are no names run together.
const LONGEST_WORD: usize = 180;

/// Goes through a formula, and notes what is to be written in the place of what.
#[derive(Default)]
pub(super) struct Mender<'a> {
    pub(super) formula: &'a str,
    /// By their first characters.
    names: BTreeMap<char, Vec<&'a str>>,
    pub(super) at: usize,
    /// Open parentheses before here.
    pub(super) depth: usize,
    pub(super) edits: Vec<(usize, usize, String)>,
    pub(super) slips: Vec<Slip>,
    /// What is meant can be told, but not how to write it.
    pub(super) is_unsure: bool,
}

/// A word found in a run of letters without spaces: how many bytes it takes, and what is written for it.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) length: usize,
    pub(super) right: String,
    /// Whether it is itself a slip.
    pub(super) is_slip: bool,
    pub(super) is_keyword: bool,
}

impl<'a> Mender<'a> {
    pub(super) fn rest(&self) -> &'a str {
        &self.formula[self.at..]
    }

    pub(super) fn new(formula: &'a str, names: &'a [String]) -> Mender<'a> {
        let mut mender = Mender { formula, ..Mender::default() };
        for name in names {
            if let Some(first) = name.chars().next() {
                mender.names.entry(first).or_default().push(name);
            }
        }
        mender
    }

    /// The names that begin as the text does.
    fn like(&self, text: &str) -> &[&'a str] {
        let first = text.chars().next();
        first.and_then(|first| self.names.get(&first)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn knows(&self, word: &str) -> bool {
        self.like(word).contains(&word)
    }

    pub(super) fn slip(&mut self, start: usize, end: usize, message: Text) {
        self.slips.push(Slip { start, end, message, is_of_thousands: false });
    }

    /// Something is written in another way.
    pub(super) fn rewrite(&mut self, start: usize, end: usize, right: &str) {
        let wrong = &self.formula[start..end];
        self.slip(start, end, written(wrong, right));
        self.edits.push((start, end, right.to_owned()));
    }

    pub(super) fn mended(&mut self) -> String {
        self.edits.sort_by_key(|edit| (edit.0, edit.1));
        let mut mended = String::new();
        let mut copied = 0;
        for (start, end, right) in &self.edits {
            if *start < copied {
                continue;
            }
            mended.push_str(&self.formula[copied..*start]);
            mended.push_str(right);
            copied = *end;
        }
        mended.push_str(&self.formula[copied..]);
        tidy(&mended)
    }

    pub(super) fn read(&mut self) {
        while let Some(first) = self.rest().chars().next() {
            let length = first.len_utf8();
            let rest = self.rest();
            if first == '「' {
                self.at += rest.find('」').map_or(rest.len(), |end| end + '」'.len_utf8());
            } else if let Some(quotes) = QUOTES.iter().find(|quotes| quotes.0 == first) {
                self.quoted(quotes.1);
            } else if digit(first).is_some() {
                self.figure();
            } else if matches!(first, '¥' | '￥') {
                self.at += length;
                self.edits.push((self.at - length, self.at, String::new()));
                let start = self.at;
                if digit(self.rest().chars().next().unwrap_or(' ')).is_some() {
                    self.figure();
                    let message = written(&self.formula[start - length..self.at], "元");
                    self.slip(start - length, self.at, message);
                    if !self.formula[start..self.at].ends_with('元') {
                        self.edits.push((self.at, self.at, "元".to_owned()));
                    }
                }
            } else if let Some((wrong, right)) = SPLIT.iter().find(|row| rest.starts_with(row.0)) {
                let (start, end) = (self.at, self.at + wrong.len());
                self.slip(start, end, written(wrong, right));
                self.edits.push((start, end, format!(" {right} ")));
                self.at = end;
            } else if is_name(first) {
                self.word();
            } else if MARKS.contains(&first) {
                self.mark(first);
            } else if let Some((wrong, right)) = SIGNS.iter().find(|sign| rest.starts_with(sign.0))
            {
                if wrong != right {
                    let (start, end) = (self.at, self.at + wrong.len());
                    self.slip(start, end, written(wrong, right));
                    let is_bracket = matches!(*right, "（" | "）");
                    let right = if is_bracket { (*right).to_owned() } else { format!(" {right} ") };
                    self.edits.push((start, end, right));
                }
                self.at += wrong.len();
            } else {
                match first {
                    '(' | '（' => self.depth += 1,
                    ')' | '）' => self.depth = self.depth.saturating_sub(1),
                    ',' | '，' | '、' => self.commas(),
                    _ => {}
                }
                self.at += length;
            }
        }
    }

    /// A second comma says nothing.
    pub(super) fn commas(&mut self) {
        let is_comma = |sign: char| matches!(sign, ',' | '，' | '、');
        let run = leading(self.rest(), |sign| is_comma(sign) || sign.is_whitespace()).trim_end();
        let first = run.chars().next().map_or(0, char::len_utf8);
        if run.len() > first {
            let (start, end) = (self.at, self.at + run.len());
            self.slip(start, end, text!("“{run}”只写一个“，”", "one “，” is enough for “{run}”"));
            self.edits.push((start, end, "，".to_owned()));
            self.at = end - first;
        }
    }

    /// A mark that ends a sentence or a part of one.
    pub(super) fn mark(&mut self, mark: char) {
        let (start, end) = (self.at, self.at + mark.len_utf8());
        self.at = end;
        if self.rest().trim().is_empty() {
            let message = text!("公式末尾不写“{mark}”", "a formula does not end with “{mark}”");
            self.slip(start, end, message);
            self.edits.push((start, end, String::new()));
        } else if self.depth > 0 && mark != '。' {
            let message = text!(
                "括号里的各项用“，”隔开，不用“{mark}”",
                "what stands in brackets is parted by “，”, not by “{mark}”"
            );
            self.slip(start, end, message);
            self.edits.push((start, end, "，".to_owned()));
        }
    }

    /// Quotation marks around a name or a figure.
    pub(super) fn quoted(&mut self, close: char) {
        let open = self.rest().chars().next().map_or(0, char::len_utf8);
        let inner = &self.rest()[open..];
        let Some(length) = inner.find(close) else {
            self.is_unsure = true;
            self.at += open;
            return;
        };
        let (inner, start) = (inner[..length].trim(), self.at);
        let end = start + open + length + close.len_utf8();
        let is_plain = inner.chars().all(|sign| is_name(sign) || matches!(sign, '.' | '%' | '/'))
            && (!self.knows(inner) || !inner.starts_with(|sign: char| sign.is_ascii_digit()));
        let right = if is_plain { inner.to_owned() } else { format!("「{inner}」") };
        let message = if is_plain {
            text!("公式里的名称不加引号", "names in a formula have no quotation marks")
        } else {
            text!(
                "以数字开头或含标点的名称用「」括起来，不用引号",
                "a name with punctuation stands in 「」, not in quotation marks"
            )
        };
        self.slip(start, end, message);
        self.edits.push((start, end, format!(" {right} ")));
        self.at = end;
    }

    pub(super) fn word(&mut self) {
        let start = self.at;
        let mut word = leading(self.rest(), is_name);
        for (mark, is_hundredth) in [("百分之", true), ("千分之", false)] {
            match word.find(mark) {
                Some(0) => return self.share(mark, is_hundredth),
                Some(at) if !self.knows(word) => word = &word[..at],
                _ => {}
            }
        }
        let end = start + word.len();
        self.at = end;
        let (_, after) = spaces(self.rest());
        let is_called = after.starts_with(['(', '（']);
        if word == "否" {
            let next = leading(after, is_name);
            if (is_called || !next.is_empty()) && !KEYWORDS.contains(&next) {
                let message = text!("否定写“非”，不写“否”", "“not” is written 非, not 否");
                self.slip(start, end, message);
                self.edits.push((start, end, " 非 ".to_owned()));
            }
            return;
        }
        if self.knows(word)
            || KEYWORDS.contains(&word)
            || (is_called && functions().any(|known| known == word))
        {
            return;
        }
        if let Some((right, _)) = function_meant(word).filter(|_| is_called) {
            let message = text!(
                "没有名为“{word}”的函数，请用“{right}”",
                "there is no function “{word}”; use “{right}”"
            );
            self.slip(start, end, message);
            self.edits.push((start, end, right.to_owned()));
            return;
        }
        let denied = match word {
            "不属于" => Some(text!(
                "“不属于”写成“非”和“属于”：非 甲 属于（…）",
                "“not one of” is written with 非 and 属于: 非 甲 属于（…）"
            )),
            "不包含" => Some(text!(
                "“不包含”写成“非”和“包含”：非 甲 包含 乙",
                "“does not include” is written with 非 and 包含: 非 甲 包含 乙"
            )),
            _ => None,
        };
        if let Some(message) = denied {
            self.is_unsure = true;
            self.slip(start, end, message);
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

    /// Notes that a word is written as these parts.
    pub(super) fn note(&mut self, start: usize, word: &str, parts: &[Found]) {
        let mut at = start;
        for part in parts {
            if part.is_slip {
                let wrong = &self.formula[at..at + part.length];
                self.slip(at, at + part.length, written(wrong, &part.right));
            }
            at += part.length;
        }
        let right: Vec<_> = parts.iter().map(|part| part.right.as_str()).collect();
        let end = start + word.len();
        // The digits behind the point of a figure still belong to it.
        let space = if self.formula[end..].starts_with(['.', '%', '％']) { "" } else { " " };
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

pub(super) fn written(wrong: &str, right: &str) -> Text {
    let (wrong, right) = (wrong.trim(), right.trim());
    text!("“{wrong}”在公式里写成“{right}”", "“{wrong}” is written “{right}” in a formula")
}

/// How many bytes of white space there are, and what follows.
pub(super) fn spaces(text: &str) -> (usize, &str) {
    let rest = text.trim_start();
    (text.len() - rest.len(), rest)
}

/// One space where there were several, and none inside brackets.
fn tidy(formula: &str) -> String {
    let mut tidy = String::new();
    let mut is_quoted = false;
    for sign in formula.trim().chars() {
        is_quoted = (is_quoted || sign == '「') && sign != '」';
        let before = tidy.chars().next_back();
        if !is_quoted && sign == ' ' && matches!(before, Some(' ' | '（' | '(')) {
            continue;
        }
        if !is_quoted && matches!(sign, '（' | '）' | ')' | '，' | '、') && before == Some(' ')
        {
            tidy.pop();
        }
        tidy.push(sign);
    }
    tidy
}
