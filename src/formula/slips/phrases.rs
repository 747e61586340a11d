//! What people write between the parts of a formula as they would say it: 和, 是, commas, 如果 in the manner of a spreadsheet.

use super::brackets::unbalanced;
use super::mender::{Mender, spaces, written};
use super::words::{JOINING, KEYWORDS, comparisons};
use crate::formula::lexer::{is_name, leading};
use crate::formula::syntax::INCLUDES;
use crate::values::text;

/// Functions of spreadsheets, and the words that formulas have.
const SHEET: [(&str, &str); 8] = [
    ("AND", "且"),
    ("and", "且"),
    ("且", "且"),
    ("并且", "且"),
    ("OR", "或"),
    ("or", "或"),
    ("或", "或"),
    ("或者", "或"),
];

/// What opens a 如果.
const IFS: [&str; 6] = ["如果", "若", "假如", "IF", "if", "If"];

impl<'a> Mender<'a> {
    /// The word that ends here, without what is no word.
    pub(super) fn word_before(&self, at: usize) -> &'a str {
        let before = self.formula[..at].trim_end();
        &before[before
            .rfind(|sign| !is_name(sign))
            .map_or(0, |last| last + before[last..].chars().next().map_or(0, char::len_utf8))..]
    }

    /// Whether something ends here that a sign can stand behind.
    pub(super) fn is_behind_operand(&self) -> bool {
        let word = self.word_before(self.at);
        let is_figure = word.starts_with(|sign: char| sign.is_ascii_digit());
        let is_word = is_figure || self.ends_in_name(word) || matches!(word, "是" | "否");
        let before = self.formula[..self.at].trim_end();
        is_word || before.ends_with([')', '）', '」', '”', '"', '%', '％'])
    }

    /// Whether something begins here that a sign can stand before.
    pub(super) fn is_before_operand(&self) -> bool {
        let rest = self.rest().trim_start();
        let word = leading(rest, is_name);
        let is_word =
            !word.is_empty() && (!KEYWORDS.contains(&word) || matches!(word, "是" | "否"));
        is_word || rest.starts_with(['(', '（', '「', '“', '"'])
    }

    /// A sign that formulas do not begin with, or one that is written twice. Whether there is one here.
    pub(super) fn idle_sign(&mut self, sign: char) -> bool {
        let before = self.formula[..self.at].trim_end();
        let (start, end) = (self.at, self.at + sign.len_utf8());
        let is_equals = matches!(sign, '=' | '＝');
        let message = if is_equals && before.is_empty() && !self.rest().starts_with("==") {
            text!("公式开头不写“{sign}”", "a formula does not begin with “{sign}”")
        } else if before.ends_with(sign)
            && (matches!(sign, '+' | '＋' | '×' | '÷') || (sign == '*' && before.len() < start))
        {
            text!("“{sign}”只写一个", "one “{sign}” is enough")
        } else {
            return false;
        };
        self.slip(start, end, message);
        self.edits.push((start, end, String::new()));
        self.at = end;
        true
    }

    /// 如果（甲，乙，丙）: whether it is written so here, where the word ends.
    pub(super) fn sheet_if(&mut self, word: &str, start: usize) -> bool {
        if !IFS.contains(&word) {
            return false;
        }
        let (space, rest) = spaces(self.rest());
        let Some((commas, close)) = arguments(rest) else { return false };
        let open = self.at + space;
        let behind = rest[close..].chars().skip(1).collect::<String>();
        if !matches!(commas.len(), 1 | 2) || behind.trim_start().starts_with('则') {
            return false;
        }
        let message = text!(
            "“如果”不写成函数，写成“如果 … 则 … 否则 …”",
            "如果 is no function; it is written 如果 … 则 … 否则 …"
        );
        self.slip(start, self.at, message);
        let bracket = rest.chars().next().map_or(0, char::len_utf8);
        let is_all = self.formula[..start].trim().is_empty() && behind.trim().is_empty();
        if is_all {
            self.edits.push((open + close, self.formula.len(), String::new()));
        }
        let right = if is_all { "如果 " } else { "（如果 " };
        self.edits.push((start, open + bracket, right.to_owned()));
        for (comma, right) in commas.iter().zip([" 则 ", " 否则 "]) {
            let at = open + comma;
            let length = self.formula[at..].chars().next().map_or(0, char::len_utf8);
            self.edits.push((at, at + length, right.to_owned()));
            self.taken.push(at);
        }
        // What is to be computed otherwise is not said.
        self.is_unsure |= commas.len() == 1;
        self.brackets.push(false);
        self.depth += 1;
        self.at = open + bracket;
        true
    }

    /// `AND(甲,乙)`: whether it is written so here, where the word ends.
    pub(super) fn sheet_and(&mut self, word: &str, start: usize) -> bool {
        let Some((_, right)) = SHEET.iter().find(|row| row.0 == word) else { return false };
        let (space, rest) = spaces(self.rest());
        let Some((commas, _)) = arguments(rest).filter(|found| !found.0.is_empty()) else {
            return false;
        };
        let message = text!(
            "“{right}”不写成函数，写成“甲 {right} 乙”",
            "{right} is no function; it is written 甲 {right} 乙"
        );
        self.slip(start, self.at, message);
        let open = self.at + space;
        self.edits.push((start, open, String::new()));
        for comma in commas {
            let at = open + comma;
            let length = self.formula[at..].chars().next().map_or(0, char::len_utf8);
            self.edits.push((at, at + length, format!(" {right} ")));
            self.taken.push(at);
        }
        true
    }

    /// A comparison behind 且 or 或 that does not say what it compares. Whether one stands here.
    pub(super) fn without_subject(&mut self) -> bool {
        let word = self.word_before(self.at);
        if !matches!(word, "且" | "或") {
            return false;
        }
        let before = self.formula[..self.at].trim_end();
        let clause = self.clause(before.len() - word.len(), true);
        let signs = ['≤', '≥', '<', '>', '=', '≠', '＜', '＞', '＝', '!'];
        let Some((subject, _)) =
            clause.split_once(signs).filter(|found| self.knows(found.0.trim()))
        else {
            return false;
        };
        let (start, subject) = (self.at, subject.trim());
        let end = start + self.rest().chars().next().map_or(0, char::len_utf8);
        let message = text!(
            "“{word}”后面要再写一次“{subject}”",
            "“{subject}” is written once more behind {word}"
        );
        self.slip(start, end, message);
        self.edits.push((start, start, format!("{subject} ")));
        self.at = end;
        true
    }

    /// `甲 ? 乙 : 丙`.
    pub(super) fn ternary(&mut self, mark: char) {
        let (start, end) = (self.at, self.at + mark.len_utf8());
        let rest = &self.formula[end..];
        let colons: Vec<_> = rest.match_indices([':', '：']).collect();
        let message = text!(
            "“…{mark}…:…”写成“如果 … 则 … 否则 …”",
            "“…{mark}…:…” is written 如果 … 则 … 否则 …"
        );
        self.slip(start, end, message);
        self.at = end;
        if let ([(colon, sign)], 0) = (&*colons, self.depth) {
            let colon = end + colon;
            self.edits.push((0, 0, "如果 ".to_owned()));
            self.edits.push((start, end, " 则 ".to_owned()));
            self.edits.push((colon, colon + sign.len(), " 否则 ".to_owned()));
            self.taken.push(colon);
        } else {
            self.is_unsure = true;
        }
    }

    /// A comma, colon or semicolon that stands for 则 or 否则, beside one of them, or between conditions. Whether it does.
    pub(super) fn pause(&mut self, sign: char) -> bool {
        let (start, end) = (self.at, self.at + sign.len_utf8());
        let rest = self.formula[end..].trim_start();
        let is_comma = matches!(sign, ',' | '，' | '、');
        let next = ["则", "否则", "且", "或", "并且", "而且", "或者"];
        let is_name = self.knows(leading(rest, is_name));
        let next = next.into_iter().find(|word| rest.starts_with(word) && !is_name);
        let before = self.word_before(start);
        // The reader takes a comma before these.
        if is_comma && matches!(next, Some("则" | "否则")) {
            return true;
        }
        let beside = next.or(["否则", "则", "且", "或"].into_iter().find(|word| *word == before));
        let right = match beside {
            Some(word) => {
                let message = text!("“{word}”前后不写“{sign}”", "no “{sign}” stands beside {word}");
                self.slip(start, end, message);
                " "
            }
            None => match self.lacking(end) {
                Some(word) => {
                    self.slip(start, end, written(&self.formula[start..end], word));
                    self.awaits(word);
                    word
                }
                None => return false,
            },
        };
        self.edits.push((start, end, format!(" {right} ")));
        self.at = end;
        true
    }

    /// The word that is missing where a 如果 goes on with a comma.
    fn lacking(&self, at: usize) -> Option<&'static str> {
        if self.brackets.last() == Some(&true) {
            return None;
        }
        let ahead = &self.formula[at..];
        let otherwise = ahead.find("否则").unwrap_or(ahead.len());
        match self.ifs.last()? {
            true if !ahead[..otherwise].contains('则') => Some("则"),
            false if otherwise == ahead.len() => Some("否则"),
            _ => None,
        }
    }

    /// Takes note of a word of 如果 … 则 … 否则 ….
    pub(super) fn awaits(&mut self, word: &str) {
        match word {
            "如果" | "若" | "假如" => self.ifs.push(true),
            "则" | "那么" => {
                if let Some(awaits_then) = self.ifs.last_mut() {
                    *awaits_then = false;
                }
            }
            "否则" => {
                self.ifs.pop();
            }
            _ => {}
        }
    }

    /// A comma where none of the arguments of a function ends.
    pub(super) fn comma_between(&mut self, sign: char) {
        // Without its other half, a bracket holds more than it should.
        if self.brackets.last() == Some(&true) || unbalanced(self.formula).is_some() {
            return;
        }
        let (start, end) = (self.at, self.at + sign.len_utf8());
        let clause = self.clause(start, true);
        let message = if clause.contains(INCLUDES) {
            text!(
                "一个“包含”只看一个选项：甲 包含 乙 且 甲 包含 丙，有一项就行的写“或”",
                "包含 looks for one choice: 甲 包含 乙 且 甲 包含 丙, or 或 where one is enough"
            )
        } else if clause.contains('=') && sign == '、' {
            text!(
                "一个“=”只比一个选项；几个选项用“属于”：甲 属于（乙、丙）",
                "= compares with one choice; for several use 属于: 甲 属于（乙、丙）"
            )
        } else {
            text!(
                "这里不用“{sign}”：都要成立的写“且”，有一项成立就行的写“或”",
                "no “{sign}” stands here: 且 where both must hold, 或 where one is enough"
            )
        };
        self.slip(start, end, message);
        self.is_unsure = true;
    }

    /// 和 and the like between two things: 且 where both are conditions. Whether that is what stands here.
    pub(super) fn joining(&mut self, word: &str, start: usize) -> bool {
        if !JOINING.contains(&word) || !self.is_before_operand() {
            return false;
        }
        let end = self.at;
        self.at = start;
        let is_joining = self.is_behind_operand();
        self.at = end;
        if !is_joining {
            return false;
        }
        if self.brackets.last() == Some(&true) {
            let message = text!(
                "括号里的各项用“，”隔开，不用“{word}”",
                "what stands in brackets is parted by “，”, not by “{word}”"
            );
            self.slip(start, end, message);
            self.edits.push((start, end, "，".to_owned()));
        } else if self.is_condition(self.clause(start, true))
            && self.is_condition(self.clause(end, false))
        {
            self.rewrite(start, end, " 且 ");
        } else {
            let message = text!(
                "公式里不写“{word}”：都要成立的写“且”，相加的写“+”",
                "no “{word}” stands in a formula: 且 where both must hold, + for a sum"
            );
            self.slip(start, end, message);
            self.is_unsure = true;
        }
        true
    }

    /// What stands before or behind here, up to a word, a comma or a bracket.
    pub(super) fn clause(&self, at: usize, before: bool) -> &'a str {
        const ENDS: [&str; 14] = [
            "且", "或", "如果", "则", "，", ",", "、", "（", "(", "）", ")", " 和 ", " 与 ", " 及 ",
        ];
        let clause = if before {
            let text = &self.formula[..at];
            let ends = ENDS.iter().filter_map(|end| text.rfind(end).map(|found| found + end.len()));
            &text[ends.max().unwrap_or(0)..]
        } else {
            let text = &self.formula[at..];
            let end = ENDS.iter().filter_map(|end| text.find(end)).min();
            &text[..end.unwrap_or(text.len())]
        };
        clause.trim()
    }

    fn is_condition(&self, clause: &str) -> bool {
        let clause = clause.strip_prefix('非').map_or(clause, str::trim_start);
        let has_sign = clause.contains(['=', '＝', '<', '>', '≤', '≥', '≠', '＜', '＞']);
        let are_all = |joint: &&str| {
            clause.contains(*joint)
                && clause.split(*joint).all(|part| self.is_condition(part.trim()))
        };
        has_sign
            || JOINING.iter().any(are_all)
            || self.conditions.iter().any(|name| name == clause)
            || clause.contains("属于")
            || clause.contains("包含")
            || comparisons().any(|word| clause.contains(word))
    }
}

/// The commas that part three arguments in these brackets, and where the brackets end.
fn arguments(text: &str) -> Option<(Vec<usize>, usize)> {
    let (mut depth, mut commas) = (0_usize, Vec::new());
    for (at, sign) in text.char_indices() {
        match sign {
            '(' | '（' => depth += 1,
            _ if depth == 0 => return None,
            ')' | '）' if depth == 1 => return Some((commas, at)),
            ')' | '）' => depth -= 1,
            ',' | '，' | ';' | '；' if depth == 1 => commas.push(at),
            _ => {}
        }
    }
    None
}
