//! Goes through a formula piece by piece.

use std::collections::BTreeMap;

use super::chinese::digit;
use super::words::{KEYWORDS, MARKS, QUOTES, SIGNS, SPLIT};
use super::{MOST_NAMES, Slip, Words};
use crate::formula::lexer::{date, is_name, leading};
use crate::formula::syntax::INCLUDES;
use crate::values::{Text, text};

/// Goes through a formula, and notes what is to be written in the place of what.
#[derive(Default)]
pub(super) struct Mender<'a> {
    pub(super) formula: &'a str,
    /// By their first characters.
    names: BTreeMap<char, Vec<&'a str>>,
    pub(super) at: usize,
    /// Those of what is yes or no.
    pub(super) conditions: &'a [String],
    /// Open parentheses before here.
    pub(super) depth: usize,
    /// Of each of them, whether it holds arguments or choices.
    pub(super) brackets: Vec<bool>,
    /// Of each 如果 before here that is not done, whether its 则 has still to come.
    pub(super) ifs: Vec<bool>,
    /// Marks that have been read together with what stands before them.
    pub(super) taken: Vec<usize>,
    pub(super) edits: Vec<(usize, usize, String)>,
    pub(super) slips: Vec<Slip>,
    /// What is meant can be told, but not how to write it.
    pub(super) is_unsure: bool,
}

impl<'a> Mender<'a> {
    pub(super) fn rest(&self) -> &'a str {
        &self.formula[self.at..]
    }

    pub(super) fn new(formula: &'a str, words: &'a Words) -> Mender<'a> {
        let mut mender = Mender { formula, conditions: &words.conditions, ..Mender::default() };
        for name in words.names.iter().take(MOST_NAMES) {
            if let Some(first) = name.chars().next() {
                mender.names.entry(first).or_default().push(name);
            }
        }
        mender
    }

    /// A name with punctuation or spaces in it that stands here as it is.
    fn bare_name(&self) -> Option<&'a str> {
        let rest = self.rest();
        let fits = |name: &&&str| rest.starts_with(**name) && !name.chars().all(is_name);
        self.like(rest).iter().filter(fits).max_by_key(|name| name.len()).copied()
    }

    /// The names that begin as the text does.
    pub(super) fn like(&self, text: &str) -> &[&'a str] {
        let first = text.chars().next();
        first.and_then(|first| self.names.get(&first)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn knows(&self, word: &str) -> bool {
        self.like(word).contains(&word)
    }

    /// Whether a run of letters ends in a name.
    pub(super) fn ends_in_name(&self, run: &str) -> bool {
        self.names.values().flatten().any(|name| run.ends_with(name))
    }

    pub(super) fn slip(&mut self, start: usize, end: usize, message: Text) {
        self.slips.push(Slip { start, end, message, can_be_read: false });
    }

    /// 在 before what begins here goes without saying.
    pub(super) fn forget_before(&mut self, start: usize) {
        self.slips
            .pop_if(|slip| slip.end <= start && self.formula[slip.end..start].trim().is_empty());
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
            if self.taken.contains(&self.at) {
                self.at += length;
            } else if first == '「' {
                self.at += rest.find('」').map_or(rest.len(), |end| end + '」'.len_utf8());
            } else if let Some(quotes) = QUOTES.iter().find(|quotes| quotes.0 == first) {
                self.quoted(quotes.1);
            } else if let Some(name) = self.bare_name() {
                let (start, end) = (self.at, self.at + name.len());
                let message = text!(
                    "含标点或空格的名称要写成「{name}」",
                    "a name with punctuation or spaces is written 「{name}」"
                );
                self.slip(start, end, message);
                self.edits.push((start, end, format!("「{name}」")));
                self.at = end;
            } else if digit(first).is_some() {
                self.figure();
            } else if matches!(first, '¥' | '￥') && self.money(length) {
            } else if let Some((wrong, right)) = SPLIT.iter().find(|row| rest.starts_with(row.0)) {
                let (start, end) = (self.at, self.at + wrong.len());
                self.slip(start, end, written(wrong, right));
                self.edits.push((start, end, format!(" {right} ")));
                self.at = end;
            } else if is_name(first) {
                self.word();
            } else if self.idle_sign(first)
                || (matches!(first, '≤' | '≥' | '<' | '>' | '=' | '＜' | '＞' | '＝')
                    && self.without_subject())
            {
            } else if matches!(first, '?' | '？') {
                self.ternary(first);
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
                    '(' | '（' => self.open(),
                    ')' | '）' => {
                        self.depth = self.depth.saturating_sub(1);
                        self.brackets.pop();
                    }
                    ',' | '，' | '、' => {
                        self.commas();
                        continue;
                    }
                    _ => {}
                }
                self.at += length;
            }
        }
    }

    /// Opens brackets, which hold arguments or choices behind a name and behind 属于.
    fn open(&mut self) {
        self.depth += 1;
        let before = self.formula[..self.at].trim_end();
        let word = self.word_before(self.at);
        let is_figure = word.starts_with(|sign: char| sign.is_ascii_digit());
        let is_name = !word.is_empty() && !is_figure && !KEYWORDS.contains(&word);
        let is_list = is_name || matches!(word, "属于" | INCLUDES);
        if is_figure || before.ends_with([')', '）', '%']) {
            let sign = self.rest().chars().next().map_or(0, char::len_utf8);
            let message =
                text!("括号前要写“×”或别的符号", "× or another sign stands before brackets");
            self.slip(self.at, self.at + sign, message);
            self.is_unsure = true;
        }
        self.brackets.push(is_list || before.ends_with('」'));
    }

    /// A comma: one where there are several, none where something else belongs.
    fn commas(&mut self) {
        let is_comma = |sign: char| matches!(sign, ',' | '，' | '、');
        let run = leading(self.rest(), |sign| is_comma(sign) || sign.is_whitespace()).trim_end();
        let first = run.chars().next().unwrap_or('，');
        let (start, end) = (self.at, self.at + run.len());
        if self.formula[end..].trim().is_empty() {
            return self.mark(first);
        }
        if run.len() > first.len_utf8() {
            self.slip(start, end, text!("“{run}”只写一个“，”", "one “，” is enough for “{run}”"));
            self.edits.push((start, end, "，".to_owned()));
            self.at = end;
            return;
        }
        if !self.pause(first) {
            self.comma_between(first);
        }
        self.at = end;
    }

    /// A mark that ends a sentence or a part of one.
    fn mark(&mut self, mark: char) {
        let (start, end) = (self.at, self.at + mark.len_utf8());
        if self.formula[end..].trim().is_empty() {
            let message = text!("公式末尾不写“{mark}”", "a formula does not end with “{mark}”");
            self.slip(start, end, message);
            self.edits.push((start, end, String::new()));
        } else if mark == '。' || self.pause(mark) {
        } else if self.brackets.last() == Some(&true) {
            let message = text!(
                "括号里的各项用“，”隔开，不用“{mark}”",
                "what stands in brackets is parted by “，”, not by “{mark}”"
            );
            self.slip(start, end, message);
            self.edits.push((start, end, "，".to_owned()));
        } else if matches!(mark, '；' | ';') {
            self.comma_between(mark);
        } else if self.is_behind_operand() {
            let message = text!("相除写“/”，不写“{mark}”", "a quotient is written /, not “{mark}”");
            self.slip(start, end, message);
            self.is_unsure = true;
        }
        self.at = end;
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
        let is_plain = date(inner).is_some_and(|(_, length)| length == inner.len())
            || inner.chars().all(|sign| is_name(sign) || matches!(sign, '.' | '%' | '/'))
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
    tidy.truncate(tidy.trim_end().len());
    tidy
}
