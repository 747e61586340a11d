//! Figures in the words of notices: 5.5 %, 百分之五点五, 三分之二, 1/2, 减半, 八折, 四成, 30人（含）, 一百二十, 两年半, 1.5万元,
//! 2024年12月底.

use crate::input::written::{MULTIPLES, narrow};
use crate::values::{Date, Number};

/// The figures that a text has.
pub(super) struct Figures {
    numbers: Vec<Number>,
    text: String,
}

/// What stands for a power of ten within a figure in characters.
const UNITS: [(char, i64); 3] = [('十', 10), ('百', 100), ('千', 1000)];

impl Figures {
    pub(super) fn of(text: &str) -> Figures {
        let text = plain(text);
        let mut numbers = Vec::new();
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            let is_in_date = text[..text.len() - rest.len()].ends_with('/');
            if let Some((parts, behind)) = fraction(rest).filter(|_| !is_in_date) {
                numbers.extend(parts);
                rest = behind;
            } else if let Some((number, behind)) = number(rest) {
                add(&mut numbers, number, behind);
                rest = behind;
            } else {
                rest = &rest[first.len_utf8()..];
            }
        }
        Figures { numbers, text }
    }

    pub(super) fn have(&self, number: Number) -> bool {
        self.numbers.contains(&number)
    }

    /// Whether the text names this day, the year perhaps by another word (当年); the last day of a month as its end, and that
    /// of a year as the year's.
    pub(super) fn have_day(&self, day: Date) -> bool {
        let (year, month, written) = (day.year(), day.month(), day.to_string());
        let date = written[written.len() - 2..].trim_start_matches('0');
        let mut ways = vec![
            format!("{month}月{date}日"),
            written.clone(),
            format!("{year}-{month}-{date}"),
            format!("{year}.{month}.{date}"),
        ];
        if day.last_of_month() == Some(day) {
            ways.extend([format!("{month}月底"), format!("{month}月末")]);
        }
        if (month, date) == (12, "31") {
            ways.extend([format!("{year}年底"), format!("{year}年末"), format!("{year}年度")]);
        }
        if date == "1" {
            ways.extend([format!("{year}年{month}月起"), format!("{month}月起")]);
        }
        // 2月底 is not in 12月底.
        let stands_alone =
            |(at, _): (usize, &str)| !self.text[..at].ends_with(|sign: char| sign.is_ascii_digit());
        ways.iter().any(|way| self.text.match_indices(way.as_str()).any(stands_alone))
    }
}

/// The figure that an author writes, its unit aside: `5.5%`, `1万元`.
pub(super) fn figure(written: &str) -> Option<Number> {
    let text = plain(written);
    let (number, behind) = number(&text)?;
    Some(scaled(number, behind).map_or(number, |scaled| scaled.0))
}

/// Without spaces and separators, full width as narrow.
fn plain(text: &str) -> String {
    let narrow: Vec<char> = text.chars().map(narrow).filter(|sign| !sign.is_whitespace()).collect();
    let is_separator = |index: usize| {
        let digit = |index: Option<usize>| {
            index.and_then(|index| narrow.get(index)).is_some_and(char::is_ascii_digit)
        };
        narrow[index] == ',' && digit(index.checked_sub(1)) && digit(Some(index + 1))
    };
    (0..narrow.len()).filter(|index| !is_separator(*index)).map(|index| narrow[index]).collect()
}

/// What a figure may mean with what follows it: as a share, in thousands; years as months too, and weeks as days.
fn add(numbers: &mut Vec<Number>, number: Number, behind: &str) {
    let (number, behind) = scaled(number, behind).unwrap_or((number, behind));
    numbers.push(number);
    let is = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    // 两年半, 一个半月
    for word in ["年半", "个半"] {
        if let Some(behind) = behind.strip_prefix(word)
            && let Some(more) = half().and_then(|half| number.plus(half).ok())
        {
            add(numbers, more, &format!("{}{behind}", &word[..word.len() - "半".len()]));
        }
    }
    let converted = if is(&["年", "周年"]) {
        number.times(Number::from(12)).ok()
    } else if is(&["周", "星期"]) {
        number.times(Number::from(7)).ok()
    } else if is(&["月", "个月"]) {
        number.over(Number::from(12)).ok().flatten()
    } else {
        None
    };
    numbers.extend(converted);
}

/// As a share (`5.5%`), or in thousands and ten thousands (`1.5万元`), and what follows then.
fn scaled(number: Number, behind: &str) -> Option<(Number, &str)> {
    for (sign, parts) in [("%", 100), ("‰", 1000), ("个百分点", 100), ("成", 10)] {
        if let Some(behind) = behind.strip_prefix(sign) {
            return Some((number.over(Number::from(parts)).ok()??, behind));
        }
    }
    // 八折, 九五折
    if let Some(behind) = behind.strip_prefix('折') {
        let parts = if number.compare(Number::from(10)).ok()?.is_lt() { 10 } else { 100 };
        return Some((number.over(Number::from(parts)).ok()??, behind));
    }
    MULTIPLES.iter().find_map(|(word, power)| {
        let behind = behind.strip_prefix(word)?;
        Some((number.times(Number::power_of_ten(*power)).ok()?, behind))
    })
}

/// The figure that a text begins with, and what follows.
fn number(text: &str) -> Option<(Number, &str)> {
    for (word, parts) in [("百分之", 100), ("千分之", 1000), ("万分之", 10_000)] {
        if let Some(rest) = text.strip_prefix(word) {
            let (number, behind) = simple(rest)?;
            return Some((number.over(Number::from(parts)).ok()??, behind));
        }
    }
    for word in ["一半", "半"] {
        if let Some(behind) = text.strip_prefix(word) {
            return Some((half()?, behind));
        }
    }
    simple(text)
}

fn half() -> Option<Number> {
    Number::from(1).over(Number::from(2)).ok()?
}

/// Places to which a percentage stands for a fraction: 66.67 % for 三分之二.
const PLACES: u32 = 4;

/// `三分之二`, `2/3`: the fraction, as a decimal too, and what it is made of, for a formula divides one by the other.
fn fraction(text: &str) -> Option<([Number; 4], &str)> {
    let (first, behind) = simple(text)?;
    let (parts, of, behind) = if let Some(rest) = behind.strip_prefix("分之") {
        let (parts, behind) = simple(rest)?;
        (parts, first, behind)
    } else {
        let (of, behind) = simple(behind.strip_prefix('/')?)?;
        (first, of, behind)
    };
    // 2024/12/31
    if behind.starts_with('/') {
        return None;
    }
    let whole = parts.over(of).ok()??;
    let rounded = whole.round_half_up(PLACES).ok()?;
    Some(([whole, rounded.into(), parts, of], behind))
}

/// In digits (`5.5`) or in characters (`五点五`).
fn simple(text: &str) -> Option<(Number, &str)> {
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    let (whole, rest) = text.split_at(end);
    if whole.is_empty() {
        return in_characters(text);
    }
    let fraction = rest.strip_prefix('.').map_or("", |rest| {
        &rest[..rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len())]
    });
    let number = decimal(whole, fraction)?;
    let length = if fraction.is_empty() { 0 } else { fraction.len() + 1 };
    Some((number, &rest[length..]))
}

fn decimal(whole: &str, fraction: &str) -> Option<Number> {
    crate::values::digits::read(false, whole, fraction).map(Number::from)
}

fn digit(sign: char) -> Option<i64> {
    let place = "零一二三四五六七八九".chars().position(|digit| digit == sign);
    place.and_then(|place| i64::try_from(place).ok()).or(match sign {
        '〇' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

/// `五点五`, `十二`, `一百二十`, `二〇二四`.
fn in_characters(text: &str) -> Option<(Number, &str)> {
    let is_part = |sign: char| digit(sign).is_some() || UNITS.iter().any(|unit| unit.0 == sign);
    let end = text.find(|sign: char| !is_part(sign)).unwrap_or(text.len());
    let (whole, behind) = text.split_at(end);
    if whole.is_empty() {
        return None;
    }
    let number = whole_in_characters(whole)?;
    let Some(fraction) = behind.strip_prefix('点') else { return Some((number.into(), behind)) };
    let end = fraction.find(|sign| digit(sign).is_none()).unwrap_or(fraction.len());
    let (fraction, rest) = fraction.split_at(end);
    if fraction.is_empty() {
        return Some((number.into(), behind));
    }
    let digits: String =
        fraction.chars().filter_map(digit).map(|digit| digit.to_string()).collect();
    Some((decimal(&number.to_string(), &digits)?, rest))
}

fn whole_in_characters(text: &str) -> Option<i64> {
    let is_plain = text.chars().all(|sign| digit(sign).is_some());
    let mut sum = 0_i64;
    let mut last = None;
    for sign in text.chars() {
        if let Some(digit) = digit(sign) {
            if is_plain {
                sum = sum.checked_mul(10)?.checked_add(digit)?;
            } else {
                last = Some(digit);
            }
        } else {
            let unit = UNITS.iter().find(|unit| unit.0 == sign)?.1;
            sum = sum.checked_add(last.take().unwrap_or(1) * unit)?;
        }
    }
    sum.checked_add(last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_however_the_notice_writes_it() {
        for (figure_written, quote) in [
            ("5.5%", "裁员率不高于5.5%"),
            ("5.5%", "不高于5.5 ％"),
            ("5.5%", "不高于百分之五点五"),
            ("30人", "30人（含）以下"),
            ("30人", "三十人以下的"),
            ("60%", "按百分之六十返还"),
            ("50%", "二分之一"),
            ("50%", "给予一半的补贴"),
            ("12月", "缴费满一年"),
            ("12月", "满１２个月"),
            ("6月", "半年以上"),
            ("24月", "离校两年内"),
            ("3年", "最长不超过36个月"),
            ("10000元", "补贴1万元"),
            ("1万元", "补贴10,000元"),
            ("1500元", "每招用1人1500元"),
            ("2年", "两周年内"),
            ("14天", "两周内"),
            ("120元", "一百二十元"),
            ("2024年", "二〇二四年"),
            ("15天", "十五日内"),
            ("0.5%", "5‰"),
            ("50%", "按1/2返还"),
            ("2", "按缴费的三分之二补贴"),
            ("3", "按缴费的2/3补贴"),
            ("66.67%", "按缴费的三分之二补贴"),
            ("33.33%", "补贴1/3"),
            ("50%", "减半征收"),
            ("50%", "折半计算"),
            ("50%", "按百分之五十"),
            ("150%", "按1.5倍计发"),
            ("80%", "按八折"),
            ("95%", "打九五折"),
            ("40%", "上浮四成"),
            ("30月", "满两年半"),
            ("1.5月", "一个半月"),
            ("1.5万元", "补贴1.5万元"),
        ] {
            let number = figure(figure_written).unwrap();
            assert!(Figures::of(quote).have(number), "{figure_written} in {quote}");
        }
    }

    #[test]
    fn another_figure_is_not() {
        for (figure_written, quote) in [
            ("5.5%", "不高于55%"),
            ("5.5%", "不高于5.5人"),
            ("30人", "300人以下"),
            ("30人", "30%"),
            ("30%", "30人"),
            ("60%", "按规定返还"),
            ("12月", "一个月"),
            ("1000元", "1万元"),
            ("66%", "按缴费的三分之二补贴"),
            ("66.7%", "按缴费的三分之二补贴"),
            ("50%", "2024/1/2"),
            ("8%", "按八折"),
        ] {
            let number = figure(figure_written).unwrap();
            assert!(!Figures::of(quote).have(number), "{figure_written} in {quote}");
        }
    }

    #[test]
    fn a_day_is_found_by_month_and_day_or_as_an_end() {
        let day = |text: &str| Date::parse(text).unwrap();
        for (written, quote) in [
            ("2024-12-31", "截至2024年12月31日"),
            ("2024-12-31", "至当年12月31日"),
            ("2024-12-31", "至2024年底"),
            ("2024-06-30", "6月底前"),
            ("2024-07-01", "2024年7月起执行"),
            ("2024-07-01", "2024.7.1"),
        ] {
            assert!(Figures::of(quote).have_day(day(written)), "{written} in {quote}");
        }
        for (written, quote) in
            [("2024-12-30", "2024年12月31日"), ("2024-12-31", "2025年底"), ("2024-02-29", "12月底")]
        {
            assert!(!Figures::of(quote).have_day(day(written)), "{written} in {quote}");
        }
    }
}
