//! Slips of the pen and of the keyboard: what people write in formulas who write Chinese all day, and what it should be.
//! Asked only where a formula cannot be read, or where a name in it is unknown.

mod brackets;
mod chinese;
mod days;
mod figures;
mod mender;
mod multiples;
mod phrases;
mod ranges;
mod runs;
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

/// The names that a formula may use.
#[derive(Default)]
pub(super) struct Words {
    /// All of them.
    pub(super) names: Vec<String>,
    /// Those of what is yes or no.
    pub(super) conditions: Vec<String>,
}

/// A formula longer than this is not written out once more.
const LONGEST_SHOWN: usize = 90;

/// The mistakes by which a formula cannot be read, if they are slips; else the one that its reader met.
pub(super) fn explain(formula: &str, words: &Words, met: Mistake) -> Vec<Explained> {
    let Some(mut mended) = Mended::of(formula, words) else { return vec![met.into()] };
    let (shown, whole) = (mended.shown().or(mended.further.take()), mended.whole());
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
    let is_told = mended.can_be_read || mended.further.is_some();
    let slip = mended.slips.iter().find(within).filter(|_| is_told)?;
    let help = mended.shown().or_else(|| mended.further.clone());
    let mistake = Mistake { help, ..slip.clone().told() };
    Some(Explained { mistake, mended: mended.whole() })
}

/// What a formula can be read with, but not as it is meant: a figure with a comma for its thousands among arguments, a day
/// that reads like a quotient.
pub(super) fn misread(formula: &str) -> Option<Explained> {
    let bytes = formula.as_bytes();
    let is_sign = |byte: u8| matches!(byte, b',' | b'/' | b'-') || byte == "，".as_bytes()[0];
    let has_any = bytes.windows(2).any(|window| window[0].is_ascii_digit() && is_sign(window[1]));
    let mended = has_any.then(|| Mended::of(formula, &Words::default())).flatten()?;
    let (shown, whole) = (mended.shown(), mended.whole());
    let slip = mended.slips.into_iter().find(|slip| slip.can_be_read)?;
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
    /// Whether the formula can be read with it, though not as it is meant.
    can_be_read: bool,
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
    /// What helps where it still cannot be read.
    further: Option<Text>,
}

impl Mended {
    pub(super) fn of(formula: &str, words: &Words) -> Option<Mended> {
        if formula.len() > LONGEST {
            return None;
        }
        let mut mender = Mender::new(formula, words);
        mender.read();
        let formula = mender.mended();
        let read = parse(&formula);
        let can_be_read = !mender.is_unsure && read.is_ok();
        let further = read.err().filter(|_| !mender.is_unsure).and_then(|mistake| mistake.help);
        Some(Mended { slips: mender.slips, formula, can_be_read, further })
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

    /// All but the first three are numbers.
    fn words(names: &[String]) -> Words {
        Words { names: names.to_vec(), conditions: names[..3].to_vec() }
    }

    fn mended(formula: &str) -> String {
        let names = ["甲", "乙", "丙", "年末人数", "2023年人数", "农、林"].map(str::to_owned);
        let mended = Mended::of(formula, &words(&names)).unwrap();
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
            ("=甲 + 乙", "甲 + 乙"),
            ("甲 × × 乙", "甲 × 乙"),
            ("甲 和 乙", "甲 且 乙"),
            ("甲和乙 以及 年末人数 > 3人", "甲 且 乙 且 年末人数 > 3人"),
            ("甲，且 乙", "甲 且 乙"),
            ("甲 且 且 乙", "甲 且 乙"),
            ("不 甲", "非 甲"),
            ("甲 不属于（乙）", "非 甲 属于（乙）"),
            ("甲 且 乙 不包含 丙", "甲 且 非 乙 包含 丙"),
            ("甲 是 乙", "甲 = 乙"),
            ("甲为乙 且 丙 是", "甲 = 乙 且 丙 = 是"),
            ("甲 属于 乙、丙 且 丙", "甲 属于（乙、丙） 且 丙"),
            ("如果（甲，1，取大（2，3））", "如果 甲 则 1 否则 取大（2，3）"),
            ("2 × IF(甲,1,如果（乙，2，3）)", "2 ×（如果 甲 则 1 否则（如果 乙 则 2 否则 3）)"),
            ("如果 甲：1；否则：2", "如果 甲 则 1 否则 2"),
            ("如果 甲，1，2", "如果 甲 则 1 否则 2"),
            ("若甲，则1，否则2", "如果 甲， 则 1， 否则 2"),
            ("甲 ？ 1 ： 2", "如果 甲 则 1 否则 2"),
            ("年 末人 数 > 3人", "年末人数 > 3人"),
            ("农、林 > 3人", "「农、林」 > 3人"),
            ("年末人数 > 1万5千人", "年末人数 > 15000人"),
            ("甲 > 5百元", "甲 > 500元"),
            ("甲 > 1,0000元", "甲 > 10000元"),
            ("每人每月500元 × 甲", "500元/人/月 × 甲"),
            ("500元每人每月 × 甲", "500元/人/月 × 甲"),
            ("甲 > 两倍", "甲 > 2"),
            ("年末人数的三分之二", "年末人数 ×（2/3）"),
            ("甲 × 八折", "甲 × 80%"),
            ("甲 ≥ 壹拾人", "甲 ≥ 10人"),
            ("甲 ≥ 2024/1/1", "甲 ≥ 2024-01-01"),
            ("甲 ≥ 2024.12.31", "甲 ≥ 2024-12-31"),
            ("甲 ≥ 二〇二四年十二月三日", "甲 ≥ 2024-12-03"),
            ("甲 ≥ “2024-01-01”", "甲 ≥ 2024-01-01"),
            ("甲 2024年1月1日起", "甲 ≥ 2024年1月1日"),
            ("3甲", "3 × 甲"),
            ("年末人数 > 30人 且 < 50人", "年末人数 > 30人 且 年末人数 < 50人"),
            ("年末人数 不得超过 30人", "年末人数 ≤ 30人"),
            ("年末人数 应当 不少于 30人", "年末人数 ≥ 30人"),
            ("AND(甲,乙)", "(甲 且 乙)"),
            ("非 OR（甲，乙，丙）", "非（甲 或 乙 或 丙）"),
            ("五百元/人 × 年末人数", "500元/人 × 年末人数"),
            ("甲 ≥ 500元/人以上", "甲 ≥ 500元/人"),
        ] {
            assert_eq!(mended(wrong), right, "{wrong}");
        }
    }

    #[test]
    fn what_can_be_meant_in_two_ways_is_told_and_not_mended() {
        for (formula, told) in [
            ("甲，乙", "都要成立的写“且”，有一项成立就行的写“或”"),
            ("年末人数 和 3人", "都要成立的写“且”，相加的写“+”"),
            ("年末人数 在 3人 到 5人 之间", "年末人数 ≥ 3人 且 年末人数 ≤ 5人"),
            ("年末人数 = 3～5人", "年末人数 ≥ 3人 且 年末人数 ≤ 5人"),
            ("年末人数 > 1万", "后面要写单位"),
            ("年末人数 < 30人以上", "“以上”写成“≥”"),
            ("甲 在 2024年1月1日 以前", "“以前”写成“<”"),
            ("甲 ≥ 2024年1月", "日期要写到哪一天"),
            ("甲 且 或 乙", "“且”后面不再写“或”"),
            ("甲 ： 乙", "相除写“/”"),
            ("年末人数 > 30人（含）", "含不含本数由符号表示"),
            ("甲 在 2024年1月1日 至 2024年6月30日 之间", "甲 ≥ 2024年1月1日 且 甲 ≤ 2024年6月30日"),
            ("2（甲 + 乙）", "括号前要写“×”或别的符号"),
            ("甲 乙", "“乙”前面缺少符号"),
        ] {
            let names = ["甲", "乙", "丙", "年末人数"].map(str::to_owned);
            let mended = Mended::of(formula, &words(&names)).unwrap();
            assert!(!mended.can_be_read, "{formula}: {}", mended.formula);
            let is_told = |slip: &Slip| slip.message.chinese.contains(told);
            assert!(mended.slips.iter().any(is_told), "{formula}");
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
            "500元／人／月 × 甲",
            "如果 甲，则 1，否则 2",
            "（如果 甲 且 乙 则 1 否则 2）× 3",
            "甲 = 是 或 乙 = 否",
            "甲 属于（乙，丙）",
        ] {
            let names = ["甲", "乙", "丙"].map(str::to_owned);
            let mended = Mended::of(formula, &words(&names)).unwrap();
            assert!(mended.slips.is_empty() && mended.formula == formula, "{}", mended.formula);
        }
    }
}
