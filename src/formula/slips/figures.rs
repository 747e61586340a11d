//! Figures, their units, and what people write around them.

use rust_decimal::Decimal;

use super::Slip;
use super::chinese::{chinese_figure, digit};
use super::mender::{Mender, spaces, written};
use super::words::{BEHIND, UNITS, comparisons};
use crate::formula::lexer::{date, is_name, leading};
use crate::values::{Unit, text};

impl Mender<'_> {
    /// A figure and what belongs to it.
    pub(super) fn figure(&mut self) {
        let start = self.at;
        if let Some((_, length)) = date(self.rest()) {
            self.at += length;
            self.range(start);
            return self.behind_day(start);
        }
        if self.day() {
            return;
        }
        let run = leading(self.rest(), is_name);
        if self.knows(run) {
            self.at += run.len();
            let message = text!(
                "以数字开头的名称要写成「{run}」",
                "a name that starts with a digit is written 「{run}」"
            );
            self.slip(start, self.at, message);
            self.edits.push((start, self.at, format!("「{run}」")));
            return;
        }
        self.digits();
        if self.multiple(start) {
            return;
        }
        let (end, mut first) = (self.at, true);
        loop {
            let (spaces, rest) = spaces(self.rest());
            // Of a quotient, only what can be nothing but a unit.
            let is_quotient = self.formula[end..self.at].contains(['/', '／', '每']);
            let slash = if first { 0 } else { per(rest, is_quotient) };
            if !first && slash == 0 {
                break;
            }
            let after = rest[slash..].trim_start();
            let gap = rest.len() - slash - after.len();
            let word = leading(after, |sign| is_name(sign) && sign != '每');
            let behind = BEHIND.iter().filter_map(|row| word.find(row.0)).min();
            let word = &word[..behind.unwrap_or(word.len())];
            let is_plain = matches!(&rest[..slash], "" | "/" | "／");
            let Some((unit, right)) = self.unit(word, spaces > 0 || slash > 0) else { break };
            let from = self.at;
            let unit_start = from + spaces + slash + gap;
            if spaces > 0 || gap > 0 {
                let message =
                    text!("数和单位之间不空格", "no space stands between a figure and its unit");
                self.slip(start, unit_start + unit, message);
            } else if !is_plain {
                // From a letter on, of which an unknown name can be taken to consist.
                let letter = from + rest.find(is_name).unwrap_or(0);
                let wrong = &self.formula[letter..unit_start + unit];
                self.slip(letter, unit_start + unit, written(wrong, &format!("/{right}")));
            }
            if spaces > 0 || gap > 0 || !is_plain {
                self.edits.push((from, unit_start, "/"[..slash.min(1)].to_owned()));
            }
            self.at = unit_start + unit;
            if word[..unit] != *right {
                let wrong = &word[..unit];
                let message = text!(
                    "没有“{wrong}”这个单位，请写“{right}”",
                    "there is no unit “{wrong}”; write “{right}”"
                );
                self.slip(unit_start, self.at, message);
                self.edits.push((unit_start, self.at, right.to_owned()));
            }
            first = false;
            if unit < word.len() {
                break;
            }
        }
        if self.at == end {
            self.percent(start);
        }
        self.inclusive();
        self.range(start);
        self.behind(start);
        self.inclusive();
        self.run_on(start);
    }

    /// The digits of a figure, which may be wide, or have commas for the thousands.
    pub(super) fn digits(&mut self) {
        let start = self.at;
        let mut plain = String::new();
        let (mut is_wide, mut has_commas, mut is_spaced) = (false, false, false);
        while let Some(sign) = self.rest().chars().next() {
            let after = &self.rest()[sign.len_utf8()..];
            if let Some(digit) = digit(sign) {
                is_wide |= !sign.is_ascii_digit();
                plain.push(digit);
            } else if matches!(sign, '.' | '．' | '。')
                && after.starts_with(|sign| digit(sign).is_some())
            {
                is_wide |= sign != '.';
                plain.push('.');
            } else if matches!(sign, ',' | '，')
                && !plain.starts_with('0')
                && self.is_thousands(after)
            {
                has_commas = true;
            } else if sign == ' '
                && !plain.is_empty()
                && self.depth == 0
                && self.is_thousands(after)
            {
                is_spaced = true;
            } else {
                break;
            }
            self.at += sign.len_utf8();
        }
        if has_commas {
            let message =
                text!("数里不写千分位的逗号，写成“{plain}”", "a figure has no commas: “{plain}”");
            self.slips.push(Slip { start, end: self.at, message, can_be_read: true });
        } else if is_spaced {
            let message = text!("数里不空格：{plain}", "a figure has no spaces: {plain}");
            self.slip(start, self.at, message);
        } else if is_wide {
            let message =
                text!("数字和小数点用半角：{plain}", "digits and points are narrow: {plain}");
            self.slip(start, self.at, message);
        }
        if has_commas || is_spaced || is_wide {
            self.edits.push((start, self.at, plain));
        }
    }

    /// Whether three digits follow, and no more; among arguments, with a unit.
    pub(super) fn is_thousands(&self, after: &str) -> bool {
        let count = after.chars().take_while(|sign| digit(*sign).is_some()).count();
        // 1,0000元: some part by ten thousands.
        let is_ten_thousands = self
            .unit(leading(after.trim_start_matches(|sign| digit(sign).is_some()), is_name), false)
            .is_some();
        let behind: String = after.chars().skip(3).take(6).collect();
        let has_unit = self.unit(leading(&behind, is_name), false).is_some()
            || behind.starts_with(['%', ',', '，', '.']);
        (count == 3 && (self.depth == 0 || has_unit))
            || (count == 4 && self.depth == 0 && is_ten_thousands)
    }

    /// The unit at the start of a word, and how it is written; where it stands alone, it must be the whole word.
    pub(super) fn unit(&self, word: &str, is_alone: bool) -> Option<(usize, &'static str)> {
        let known = Unit::names().map(|unit| (unit, unit));
        let found = known.chain(UNITS).filter(|(unit, _)| word.starts_with(unit));
        let (unit, right) = found.max_by_key(|(unit, _)| unit.len())?;
        let fits = !is_alone || (unit == word && !self.knows(word));
        fits.then_some((unit.len(), right))
    }

    pub(super) fn percent(&mut self, start: usize) {
        let (space, rest) = spaces(self.rest());
        let sign_start = self.at + space;
        for (sign, right) in [("%", "%"), ("％", "%"), ("﹪", "%")] {
            if !rest.starts_with(sign) {
                continue;
            }
            let end = sign_start + sign.len();
            if space > 0 || sign != right {
                let message = text!(
                    "百分号紧跟在数后面，写成“%”",
                    "the percent sign is “%”, right behind the figure"
                );
                self.slip(start, end, message);
                self.edits.push((self.at, end, right.to_owned()));
            }
            self.at = end;
        }
        if rest.starts_with('‰') {
            let end = sign_start + '‰'.len_utf8();
            self.per_thousand(start, end, &self.formula[start..self.at]);
        }
    }

    pub(super) fn per_thousand(&mut self, start: usize, end: usize, figure: &str) {
        if let Ok(figure) = figure.trim().parse::<Decimal>() {
            let share = (figure * Decimal::new(1, 1)).normalize();
            self.rewrite(start, end, &format!("{share}%"));
        } else {
            self.is_unsure = true;
        }
        self.at = end;
    }

    /// `（含）` behind a figure.
    pub(super) fn inclusive(&mut self) {
        let (space, rest) = spaces(self.rest());
        let Some(open) = rest.strip_prefix(['(', '（']) else { return };
        let word = leading(open, |sign| !matches!(sign, ')' | '）' | '(' | '（'));
        let rest_after = &open[word.len()..];
        let is_excluded = word.trim().starts_with("不含");
        let is_included =
            ["含", "包含", "包括", "含本数"].iter().any(|known| word.trim() == *known)
                || (word.starts_with('含')
                    && word.chars().nth(1).is_some_and(|sign| sign.is_ascii_digit()));
        let Some(close) = rest_after.chars().next() else { return };
        if !(is_included || is_excluded) {
            return;
        }
        let start = self.at + space;
        let end = self.at + space + (rest.len() - open.len()) + word.len() + close.len_utf8();
        let message = text!(
            "含不含本数由符号表示：≥、≤ 含本数，>、< 不含；不另写“（{word}）”",
            "the sign says whether the figure itself is meant: with ≥ and ≤ it is, with > and < not; “（{word}）” is not written"
        );
        self.slip(start, end, message);
        let is_strict = self.formula[..self.at].trim_end().contains(['<', '>', '＜', '＞']);
        self.is_unsure |= is_excluded || is_strict;
        self.edits.push((self.at, end, String::new()));
        self.at = end;
    }

    /// 以上 and the like, behind the figure that begins at `start`.
    pub(super) fn behind(&mut self, start: usize) {
        let (space, rest) = spaces(self.rest());
        let Some((wrong, right)) = BEHIND.iter().find(|row| rest.starts_with(row.0)) else {
            return;
        };
        let end = self.at + space + wrong.len();
        let message = text!(
            "“{wrong}”写成“{right}”，放在数的前面",
            "“{wrong}” is written “{right}”, before the figure"
        );
        self.slip(start, end, message);
        self.edits.push((self.at, end, String::new()));
        if self.has_sign_before(start) {
            // Of the two signs, which is meant?
            let before = self.formula[..start].trim_end();
            let (wide, narrow) = if *right == "≤" {
                (['≤', '='], "不超过")
            } else {
                (['≥', '='], "达到")
            };
            self.is_unsure |= !before.ends_with(wide) && !before.ends_with(narrow);
        } else {
            self.edits.push((start, start, format!(" {right} ")));
        }
        self.at = end;
    }

    /// Whether a comparison stands before what begins here.
    pub(super) fn has_sign_before(&self, start: usize) -> bool {
        let before = self.formula[..start].trim_end();
        before.ends_with(['≤', '≥', '<', '>', '=', '＜', '＞', '＝'])
            || comparisons().any(|word| before.ends_with(word))
    }

    /// A word that begins right behind a figure.
    pub(super) fn run_on(&mut self, start: usize) {
        let word = leading(self.rest(), is_name);
        if word.is_empty() {
            return;
        }
        if self.knows(word) {
            let message =
                text!("数与“{word}”之间要写“×”", "× stands between a figure and “{word}”");
            self.slip(start, self.at + word.len(), message);
            self.edits.push((self.at, self.at, " × ".to_owned()));
            self.at += word.len();
            return;
        }
        // 3x5
        let times = word.strip_prefix(['x', 'X']);
        if times.is_some_and(|after| {
            after.is_empty() || after.starts_with(|sign: char| sign.is_ascii_digit())
        }) {
            let at = self.at;
            self.rewrite(at, at + 1, " × ");
            self.at += 1;
            return;
        }
        if let Some(parts) = self.parts(word) {
            let space = self.at;
            let end = self.at + word.len();
            if !parts.iter().any(|part| part.is_slip) {
                let whole = &self.formula[start..end];
                let message = text!(
                    "“{whole}”中，单位后面要空一格",
                    "in “{whole}”, a space stands behind the unit"
                );
                self.slip(start, end, message);
            }
            self.note(space, word, &parts);
            self.at = end;
        } else {
            self.at += word.len();
        }
    }

    /// 百分之五.
    pub(super) fn share(&mut self, mark: &str, is_hundredth: bool) {
        let start = self.at;
        let rest = &self.rest()[mark.len()..];
        let digits = leading(rest, |sign| sign.is_ascii_digit() || sign == '.');
        let (length, figure) = if digits.is_empty() {
            match chinese_figure(rest) {
                Some((length, figure)) => (length, figure.to_string()),
                None => (0, String::new()),
            }
        } else {
            (digits.len(), digits.to_owned())
        };
        let end = start + mark.len() + length;
        self.at = end;
        if figure.is_empty() {
            self.is_unsure = true;
        } else if is_hundredth {
            self.rewrite(start, end, &format!("{figure}%"));
        } else {
            self.per_thousand(start, end, &figure);
        }
    }
}

/// What parts units, `/` or 每, at the start of a text; its bytes. Behind another one, `·`, too.
fn per(text: &str, is_quotient: bool) -> usize {
    let marks = ["/每", "／每", "/", "／", "每"].into_iter().chain(is_quotient.then_some("·"));
    marks.into_iter().find(|mark| text.starts_with(mark)).map_or(0, str::len)
}

/// Whether a figure begins here.
pub(super) fn begins_figure(text: &str) -> bool {
    text.starts_with(|sign| digit(sign).is_some())
        || text.starts_with("百分之")
        || text.starts_with("一半")
        || chinese_figure(text).is_some()
}
