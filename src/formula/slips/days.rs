//! Days as people write them, of which formulas take two ways.

use super::Slip;
use super::chinese::{chinese_figure, digit};
use super::mender::{Mender, spaces, written};
use crate::formula::lexer::{is_name, leading};
use crate::values::{Date, text};

/// What stands behind a day instead of a sign before it, and whether the day itself is certain to count or not.
const BEHIND: [(&str, &str, bool); 12] = [
    ("及以前", "≤", true),
    ("及之前", "≤", true),
    ("及以后", "≥", true),
    ("及之后", "≥", true),
    ("起", "≥", true),
    ("之前", "<", false),
    ("以前", "<", false),
    ("之后", ">", false),
    ("以后", ">", false),
    ("止", "≤", true),
    ("前", "<", false),
    ("后", ">", false),
];

impl Mender<'_> {
    /// A day that is written in another way than formulas have it. Whether one is.
    pub(super) fn day(&mut self) -> bool {
        let Some((length, year, month, day)) = day(self.rest()) else { return false };
        let (start, end) = (self.at, self.at + length);
        self.at = end;
        let wrong = &self.formula[start..end];
        let Some(day) = day else {
            let message = text!(
                "日期要写到哪一天：{year}年{month}月1日",
                "a day is written with all its parts: {year}-{month:02}-01"
            );
            self.slip(start, end, message);
            self.is_unsure = true;
            return true;
        };
        match Date::new(year, month, day) {
            Some(day) => {
                let right = day.to_string();
                self.slips.push(Slip {
                    start,
                    end,
                    message: written(wrong, &right),
                    can_be_read: true,
                });
                self.edits.push((start, end, right));
                self.behind_day(start);
            }
            None => self.is_unsure = true,
        }
        true
    }

    /// 以前 and the like, behind the day that begins at `start`.
    pub(super) fn behind_day(&mut self, start: usize) {
        let (space, rest) = spaces(self.rest());
        let fits = |row: &&(&str, &str, bool)| leading(rest, is_name) == row.0;
        let Some((wrong, right, is_certain)) = BEHIND.iter().find(fits) else { return };
        let end = self.at + space + wrong.len();
        let message = if *is_certain {
            text!(
                "“{wrong}”写成“{right}”，放在日期的前面",
                "“{wrong}” is written “{right}”, before the day"
            )
        } else {
            text!(
                "“{wrong}”写成“{right}”，放在日期的前面；通知说含那一天的，写成“{right}=”",
                "“{wrong}” is written “{right}”, before the day, and “{right}=” where that day counts"
            )
        };
        self.forget_before(start);
        self.slip(start, end, message);
        self.is_unsure |= !is_certain;
        self.edits.push((self.at, end, String::new()));
        if !self.has_sign_before(start) {
            self.edits.push((start, start, format!(" {right} ")));
        }
        self.at = end;
    }
}

/// A day at the start of a text that formulas do not take: its bytes, year, month, and day where there is one.
fn day(text: &str) -> Option<(usize, i32, u32, Option<u32>)> {
    let mut at = 0;
    let mut year = String::new();
    while let Some(sign) = text[at..].chars().next().filter(|_| year.len() < 4) {
        let value = digit(sign).or_else(|| {
            let (length, figure) = chinese_figure(text[at..].get(..sign.len_utf8())?)?;
            (length == sign.len_utf8() && sign != '十')
                .then(|| figure.to_string().chars().next())?
        })?;
        year.push(value);
        at += sign.len_utf8();
    }
    let year: i32 = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    let month_mark = text[at..].trim_start().chars().next()?;
    let day_mark = match month_mark {
        '年' => '月',
        '.' | '．' | '/' | '／' | '-' | '－' => month_mark,
        _ => return None,
    };
    at += spaces(&text[at..]).0 + month_mark.len_utf8();
    let (length, month) = number(&text[at..])?;
    at += length;
    let (space, rest) = spaces(&text[at..]);
    if !rest.starts_with(day_mark) {
        return None;
    }
    at += space + day_mark.len_utf8();
    let Some((length, day)) = number(&text[at..]) else {
        let ends = !text[at..].starts_with(is_name) || text[at..].starts_with('份');
        let length = at + if text[at..].starts_with('份') { '份'.len_utf8() } else { 0 };
        return (month_mark == '年' && ends).then_some((length, year, month, None));
    };
    at += length;
    let (space, rest) = spaces(&text[at..]);
    match rest.chars().next().filter(|sign| matches!(sign, '日' | '号')) {
        Some(mark) => at += space + mark.len_utf8(),
        None if month_mark == '年' || rest.starts_with(['.', '/', '-']) => return None,
        None => {}
    }
    Some((at, year, month, Some(day)))
}

/// One or two digits, or a figure in characters, after spaces.
fn number(text: &str) -> Option<(usize, u32)> {
    let (space, rest) = spaces(text);
    let digits: String = rest.chars().map_while(digit).collect();
    if digits.is_empty() {
        let (length, figure) = chinese_figure(rest)?;
        return Some((space + length, figure.to_string().parse().ok()?));
    }
    let length: usize = rest.chars().take(digits.len()).map(char::len_utf8).sum();
    (digits.len() <= 2).then(|| Some((space + length, digits.parse().ok()?)))?
}
