//! Slips of the pen and of the keyboard: what people write in formulas who write Chinese all day, and what it should be.
//! Asked only where a formula cannot be read, or where a name in it is unknown.

mod brackets;
mod chinese;
mod figures;
mod mender;
mod words;

use core::mem;

use super::lexer::Mistake;
use super::syntax::parse;
use crate::values::{Text, text};
use brackets::unbalanced;
use mender::Mender;
pub(super) use words::{OWN_ROW, function_meant};
pub(crate) use words::{functions, reserved};

/// Longer formulas are left alone.
const LONGEST: usize = 3000;

/// Among more names than any policy has, the first have to do.
const MOST_NAMES: usize = 1000;

/// A formula longer than this is not written out once more.
const LONGEST_SHOWN: usize = 90;

/// The mistakes by which a formula cannot be read, if they are slips; else the one that its reader met.
pub(super) fn explain(formula: &str, names: &[String], met: Mistake) -> Vec<Explained> {
    let Some(mut mended) = Mended::of(formula, names) else { return vec![met.into()] };
    let (shown, whole) = (mended.shown(), mended.whole());
    let slips = mem::take(&mut mended.slips).into_iter();
    let mut mistakes: Vec<Explained> = slips.map(|slip| slip.told().into()).collect();
    if !mended.can_be_read {
        mistakes.extend(unbalanced(formula).map(Explained::from));
    }
    match mistakes.first_mut() {
        Some(first) => {
            first.mistake.help = first.mistake.help.take().or(shown);
            first.mended = whole;
        }
        None => return vec![met.into()],
    }
    mistakes
}

/// What is wrong with an unknown name at these bytes, if it is more than one word, or none.
pub(super) fn explain_name(mended: &Mended, start: usize, end: usize) -> Option<Explained> {
    let within = |slip: &&Slip| start <= slip.start && slip.end <= end;
    let slip = mended.slips.iter().find(within).filter(|_| mended.can_be_read)?;
    let mistake = Mistake { help: mended.shown(), ..slip.clone().told() };
    Some(Explained { mistake, mended: mended.whole() })
}

/// A figure with a comma for its thousands, among arguments that other commas part.
pub(super) fn thousands(formula: &str) -> Option<Explained> {
    let bytes = formula.as_bytes();
    let has_any = bytes.windows(5).any(|window| {
        window[0].is_ascii_digit() && (window[1] == b',' || window[1] == "，".as_bytes()[0])
    });
    let mended = has_any.then(|| Mended::of(formula, &[])).flatten()?;
    let (shown, whole) = (mended.shown(), mended.whole());
    let slip = mended.slips.into_iter().find(|slip| slip.is_of_thousands)?;
    Some(Explained { mistake: Mistake { help: shown, ..slip.told() }, mended: whole })
}

/// A mistake, and the whole formula without it and without all others, where that is certain.
pub(super) struct Explained {
    pub(super) mistake: Mistake,
    pub(super) mended: Option<String>,
}

impl From<Mistake> for Explained {
    fn from(mistake: Mistake) -> Explained {
        Explained { mistake, mended: None }
    }
}

/// One slip, with the bytes of the formula that it concerns.
#[derive(Clone)]
struct Slip {
    start: usize,
    end: usize,
    message: Text,
    is_of_thousands: bool,
}

impl Slip {
    fn told(self) -> Mistake {
        Mistake { start: self.start, end: self.end, message: self.message, help: None }
    }
}

/// A formula without its slips.
#[derive(Default)]
pub(super) struct Mended {
    slips: Vec<Slip>,
    formula: String,
    can_be_read: bool,
}

impl Mended {
    pub(super) fn of(formula: &str, names: &[String]) -> Option<Mended> {
        if formula.len() > LONGEST {
            return None;
        }
        let names = &names[..names.len().min(MOST_NAMES)];
        let mut mender = Mender::new(formula, names);
        mender.read();
        let formula = mender.mended();
        let can_be_read = !mender.is_unsure && parse(&formula).is_ok();
        Some(Mended { slips: mender.slips, formula, can_be_read })
    }

    fn whole(&self) -> Option<String> {
        self.can_be_read.then(|| self.formula.clone())
    }

    fn shown(&self) -> Option<Text> {
        let formula = &self.formula;
        let is_short = formula.chars().count() <= LONGEST_SHOWN;
        (self.can_be_read && is_short).then(|| text!("请写：{formula}", "write: {formula}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(formula: &str) -> String {
        let names = ["甲", "乙", "丙", "年末人数", "2023年人数", "农、林"].map(str::to_owned);
        let mended = Mended::of(formula, &names).unwrap();
        assert!(mended.can_be_read, "{formula}: {}", mended.formula);
        mended.formula
    }

    #[test]
    fn slips_are_mended() {
        for (wrong, right) in [
            ("“甲” ＝＝ ‘乙’", "甲 = 乙"),
            ("甲 = “农、林”", "甲 = 「农、林」"),
            ("甲 => 30人", "甲 ≥ 30人"),
            ("甲 =< 30人", "甲 ≤ 30人"),
            ("取大（甲，，乙）", "取大（甲，乙）"),
            ("取大（甲；乙：丙）", "取大（甲，乙，丙）"),
            ("如果甲则1否则2", "如果 甲 则 1 否则 2"),
            ("如 果 甲 则 1 否 则 2", "如果 甲 则 1 否则 2"),
            ("甲且非乙", "甲 且 非 乙"),
            ("非（甲）", "非（甲）"),
            ("甲且（乙 或 丙）", "甲 且（乙 或 丙）"),
            ("甲属于（乙、丙）", "甲 属于（乙、丙）"),
            ("甲 不高于 30人", "甲 ≤ 30人"),
            ("甲不超过5.5%", "甲 ≤ 5.5%"),
            ("甲 减 乙 乘以 2", "甲 - 乙 × 2"),
            ("甲x乙", "甲 × 乙"),
            ("3x5", "3 × 5"),
            ("3 X 甲", "3 × 甲"),
            ("否 甲", "非 甲"),
            ("甲 = 否", "甲 = 否"),
            ("500 元/人", "500元/人"),
            ("500元 / 人 × 甲", "500元/人 × 甲"),
            ("5 %", "5%"),
            ("５．５％", "5.5%"),
            ("1,500元", "1500元"),
            ("1，500,000元/人", "1500000元/人"),
            ("取大（甲，1,500元）", "取大（甲，1500元）"),
            ("取大（1，500）", "取大（1，500）"),
            ("甲 × 百分之五", "甲 × 5%"),
            ("百分之二十五点五", "25.5%"),
            ("百分之5.5", "5.5%"),
            ("5‰ × 甲", "0.5% × 甲"),
            ("千分之五", "0.5%"),
            ("三十人", "30人"),
            ("甲 ≥ 3月份", "甲 ≥ 3个月"),
            ("甲 ≥ 30人（含）", "甲 ≥ 30人"),
            ("甲 30人以上", "甲 ≥ 30人"),
            ("甲 ≤ 30人（含）以下", "甲 ≤ 30人"),
            ("甲 ≥ 30人且乙", "甲 ≥ 30人 且 乙"),
            ("年末人数大于30人并且乙", "年末人数 > 30人 且 乙"),
            ("甲 + 2023年人数", "甲 + 「2023年人数」"),
            ("甲 + 乙。", "甲 + 乙"),
            ("甲 ≥ 2021年1月1日", "甲 ≥ 2021年1月1日"),
            ("加日（甲，3天）", "加天（甲，3天）"),
            ("[甲 + 乙] × 2", "（甲 + 乙） × 2"),
            ("¥500 × 甲", "500元 × 甲"),
        ] {
            assert_eq!(mended(wrong), right, "{wrong}");
        }
    }

    #[test]
    fn what_is_no_slip_is_left_alone() {
        for formula in [
            "甲 + 乙 / 丙",
            "如果 甲 则 1 否则 2",
            "取大（甲，0人）",
            "「农、林」 = 甲",
            "甲 ≠ 乙",
            "甲 != 乙 或 甲 <= 丙",
            "500元/人 × 甲",
        ] {
            let names = ["甲", "乙", "丙"].map(str::to_owned);
            let mended = Mended::of(formula, &names).unwrap();
            assert!(mended.slips.is_empty() && mended.formula == formula, "{}", mended.formula);
        }
    }
}
