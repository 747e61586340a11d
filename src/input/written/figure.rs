//! Figures: read by their digits alone.

use super::folding::{behind, digits, fold, fold_figure, split};
use crate::values::Unit;

/// A figure taken apart.
struct Figure<'t> {
    negative: bool,
    whole: String,
    decimals: &'t str,
    /// The power of ten written after it.
    multiple: Option<i8>,
    /// What follows.
    word: &'t str,
}

/// Powers of ten that are written after figures; of those that begin alike, the longest first.
pub(crate) const MULTIPLES: [(&str, i8); 6] =
    [("万亿", 12), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3)];

impl Figure<'_> {
    /// Takes a folded text apart.
    fn parse(text: &str) -> Option<Figure<'_>> {
        let (first, mut rest) = digits(behind(text, &['+', '-']).unwrap_or(text));
        let mut whole = first.to_owned();
        // Separators are all alike and stand between groups of three.
        if let Some(separator @ (b',' | b' ')) = rest.bytes().next()
            && matches!(first.len(), 1..=3)
        {
            while rest.bytes().next() == Some(separator) {
                let (group, after) = digits(split(rest, 1).1);
                if group.len() != 3 {
                    break;
                }
                whole.push_str(group);
                rest = after;
            }
        }
        let (decimals, rest) = behind(rest, &['.', '。']).map_or(("", rest), digits);
        if whole.is_empty() && decimals.is_empty() {
            return None;
        }
        let mut word = rest.trim();
        let mut multiple = None;
        for (name, power) in MULTIPLES {
            if let (None, Some(rest)) = (multiple, word.strip_prefix(name)) {
                multiple = Some(power);
                word = rest.trim();
            }
        }
        (!word.bytes().any(|byte| byte.is_ascii_digit())).then_some(Figure {
            negative: text.starts_with('-'),
            whole,
            decimals,
            multiple,
            word,
        })
    }

    /// As a plain decimal, the point moved by so many places to the right.
    fn shifted(&self, places: i8) -> String {
        let moved = usize::from(places.unsigned_abs());
        let zeros = "0".repeat(moved);
        let mut all = String::new();
        let mut after = self.decimals.len();
        if places < 0 {
            all.push_str(&zeros);
            after += moved;
        }
        all.push_str(&self.whole);
        all.push_str(self.decimals);
        if places > 0 {
            all.push_str(split(&zeros, moved.min(after)).1);
            after = after.saturating_sub(moved);
        }
        let (before, after) = split(&all, all.len() - after);
        let mut plain = String::from(if self.negative { "-" } else { "" });
        let before = before.trim_start_matches('0');
        plain.push_str(if before.is_empty() { "0" } else { before });
        // Zeros that only the moving has brought behind the point say nothing.
        let after = if places < 0 { after.trim_end_matches('0') } else { after };
        if !after.is_empty() {
            plain.push('.');
            plain.push_str(after);
        }
        plain
    }
}

/// A figure (`￥１２，３００．００`, `1.23 万元`, `97人`) as a plain decimal in the unit that it is asked in (`12300.00`);
/// `None` where it is not certain what is meant.
pub fn number(text: &str, unit: Unit) -> Option<String> {
    let text = fold_figure(text)?;
    measured(&text, unit).map(|(figure, shift)| figure.shifted(shift))
}

/// The figure of a folded text, and by how many places it is to be moved into the unit that it is asked in.
fn measured(text: &str, unit: Unit) -> Option<(Figure<'_>, i8)> {
    let figure = Figure::parse(without_currency(text, unit))?;
    if !figure.word.is_empty() && !unit.is_meant_by(figure.word) {
        return None;
    }
    let shift = match (figure.multiple, figure.word) {
        // A bare figure is in the unit asked for, which may be ten thousand yuan; one that names a unit is in that.
        (None, "") => 0,
        // Three thousand yuan, or three thousand times ten thousand?
        (Some(3), "") if unit.power_of_ten() > 0 => return None,
        (multiple, _) => multiple.unwrap_or(0) - unit.power_of_ten(),
    };
    Some((figure, shift))
}

/// Money may begin with its name, or its sign, or both.
fn without_currency(text: &str, unit: Unit) -> &str {
    let mut rest = text;
    if unit.is_meant_by("元") {
        for name in ["人民币", "rmb", "cny", "¥"] {
            rest = rest.strip_prefix(name).unwrap_or(rest).trim_start();
        }
    }
    rest
}

/// A percentage (`5.5%`) as a plain decimal (`0.055`). Without its sign it is per cent where `bare` says so, and else a
/// fraction already.
pub(crate) fn percentage(text: &str, bare: bool) -> Option<String> {
    let text = fold_figure(text)?;
    share(&text, bare).map(|(figure, shift)| figure.shifted(shift))
}

fn share(text: &str, bare: bool) -> Option<(Figure<'_>, i8)> {
    let signed = text.strip_suffix('%');
    let figure = Figure::parse(signed.unwrap_or(text).trim_end())?;
    let is_certain = figure.multiple.is_none() && figure.word.is_empty();
    is_certain.then_some((figure, if bare || signed.is_some() { -2 } else { 0 }))
}

/// A figure as somebody displays it (`5.50%`, `7,380.00`): as a plain decimal, and the power of ten of its last digit.
#[cfg(feature = "analysis")]
pub(crate) fn displayed(text: &str, unit: Unit, is_share: bool) -> Option<(String, i8)> {
    let text = fold_figure(text)?;
    let (figure, shift) = if is_share { share(&text, false) } else { measured(&text, unit) }?;
    let last = shift.checked_sub(i8::try_from(figure.decimals.len()).ok()?)?;
    Some((figure.shifted(shift), last))
}

/// Whether a percentage is written with its sign.
pub(crate) fn is_per_cent(text: &str) -> bool {
    fold(text).ends_with('%')
}

/// A mean that is written as a sum and what it is divided by (`38,453÷12`), as plain decimals.
pub(crate) fn quotient(text: &str, unit: Unit) -> Option<(String, String)> {
    let text = fold_figure(text)?;
    let certain = text.split_once('÷');
    let (sum, count) = certain.or_else(|| text.split_once('/'))?;
    let (sum, count) = (Figure::parse(sum.trim_end())?, Figure::parse(count.trim_start())?);
    for figure in [&sum, &count] {
        if figure.multiple.is_some() || figure.negative {
            return None;
        }
    }
    let is_unit = |word: &str| word.is_empty() || unit.is_meant_by(word);
    if !is_unit(sum.word) || !(is_unit(count.word) || Unit::MONTH.is_meant_by(count.word)) {
        return None;
    }
    // 2023/12 may well be a month.
    let year = sum.whole.len() == 4 && (sum.whole.starts_with("19") || sum.whole.starts_with("20"));
    let month = count.whole.parse().is_ok_and(|month: u32| matches!(month, 1..=12));
    (certain.is_some() || !year || !month).then(|| (sum.shifted(0), count.shifted(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, unit: &str) -> Option<String> {
        number(text, Unit::named(unit).unwrap_or(Unit::NONE))
    }

    #[test]
    fn figures_are_read_as_people_type_and_paste_them() {
        for (text, unit, plain) in [
            ("12,300 元", "元", "12300"),
            ("￥12,300.00", "元", "12300.00"),
            ("¥12,300.00", "元", "12300.00"),
            ("１２，３００．００", "元", "12300.00"),
            ("人民币 12 300 元整", "元", "12300"),
            ("人民币￥12300", "元", "12300"),
            ("RMB 12,300.00", "yuan", "12300.00"),
            ("12300 rmb", "元", "12300"),
            ("12。5", "元", "12.5"),
            ("12300。", "元", "12300"),
            ("5000元/月", "元/人/月", "5000"),
            ("5000 yuan/month", "元/月", "5000"),
            ("97人", "人", "97"),
            ("９７ 名", "人", "97"),
            ("97 people", "人", "97"),
            ("97人", "people", "97"),
            ("97 ⼈", "人", "97"),
            ("3个月", "月", "3"),
            (" 2024年 ", "年", "2024"),
            ("-5", "人", "-5"),
            ("−5", "人", "-5"),
            ("¥-5", "元", "-5"),
            ("+12300", "元", "12300"),
            (".5", "小时", "0.5"),
            ("007", "人", "7"),
            ("97.0", "人", "97.0"),
            ("\u{200b}97\u{feff}", "人", "97"),
            ("12\u{a0}300", "元", "12300"),
            ("1.2", "", "1.2"),
        ] {
            assert_eq!(read(text, unit).as_deref(), Some(plain), "{text}");
        }
    }

    #[test]
    fn ten_thousands_are_converted_by_moving_the_point_to_the_last_digit() {
        for (text, unit, plain) in [
            ("1.23 万元", "元", "12300"),
            ("1.23456789万", "元", "12345.6789"),
            ("0.00001万", "元", "0.1"),
            ("0.0097万", "人", "97"),
            ("1,234.5万元", "元", "12345000"),
            ("9007199254740993.01万元", "元", "90071992547409930100"),
            ("3千万", "元", "30000000"),
            ("1.2亿", "元", "120000000"),
            ("1万亿元", "元", "1000000000000"),
            ("300万", "万元", "300"),
            ("300", "万元", "300"),
            ("300万元", "10,000 yuan", "300"),
            ("1.2亿元", "万元", "12000"),
            ("3000000元", "万元", "300"),
            ("5元", "万元", "0.0005"),
            ("3千元", "万元", "0.3"),
            ("-0.5万", "元", "-5000"),
        ] {
            assert_eq!(read(text, unit).as_deref(), Some(plain), "{text}");
        }
    }

    #[test]
    fn what_is_uncertain_is_no_figure() {
        for text in [
            "",
            "元",
            ".",
            "1,23",
            "1,2345",
            "1234,567",
            "1,234 567",
            "10,50",
            "1,2,3",
            "1.234,50",
            "1 2 3",
            "1e5",
            "1.23E+04",
            "5w",
            "(12,300.00)",
            "'12300",
            "=12300",
            "一万二千三百",
            "12.3.4",
            "约12",
            "12左右",
            "1万2千",
            "1.2万亿万",
            "--1",
            "+-1",
            "- 5",
            "-¥5",
            "97元",
            "97余人",
            "97人次",
            "97月",
            "97%",
            "100 personne",
            "$5",
            "5²",
            "①",
            "9\u{200b}7",
            "12\u{202e}34",
        ] {
            assert_eq!(read(text, "人"), None, "{text}");
        }
        for (text, unit) in [
            ("￥97", "人"),
            ("人民币97", "小时"),
            ("97人", ""),
            ("12300元/月", "元"),
            ("5000元/天", "元/月"),
            ("3千", "万元"),
            ("5/3", ""),
        ] {
            assert_eq!(read(text, unit), None, "{text}");
        }
        assert_eq!(read(&"9".repeat(201), "人"), None);
        assert_eq!(read(&"9".repeat(200), "人"), Some("9".repeat(200)));
    }

    #[test]
    fn percentages_are_per_cent_with_their_sign_or_beside_it() {
        for (text, bare, plain) in [
            ("5.5%", false, "0.055"),
            ("5.5", true, "0.055"),
            ("5.5%", true, "0.055"),
            ("0.055", false, "0.055"),
            ("５．５％", false, "0.055"),
            ("60 %", true, "0.6"),
            ("100", true, "1"),
            ("0.07", true, "0.0007"),
            ("-3", true, "-0.03"),
            ("1,250", true, "12.5"),
            (".5", true, "0.005"),
            ("5。5", true, "0.055"),
            ("0.1234567890123456789", true, "0.001234567890123456789"),
        ] {
            assert_eq!(percentage(text, bare).as_deref(), Some(plain), "{text}");
        }
        for text in [
            "5,5",
            "2,5%",
            "6,0",
            "５，５",
            "1.234,5",
            "5 5",
            "abc",
            "1e2",
            ".",
            "%",
            "5%%",
            "--1",
            "5万%",
            "5‰",
        ] {
            assert_eq!(percentage(text, true), None, "{text}");
        }
    }

    #[cfg(feature = "analysis")]
    #[test]
    fn the_last_digit_displayed_counts_though_it_be_a_zero() {
        for (text, unit, is_share, plain, last) in [
            ("5.50%", "", true, "0.055", -4),
            ("5.5 %", "", true, "0.055", -3),
            ("６％", "", true, "0.06", -2),
            ("0.055", "", true, "0.055", -3),
            ("7,380.00", "元", false, "7380.00", -2),
            ("￥7380", "元", false, "7380", 0),
            ("1.20万元", "元", false, "12000", 2),
            ("1.20", "万元", false, "1.20", -2),
            ("−3人", "人", false, "-3", 0),
        ] {
            let unit = Unit::named(unit).unwrap_or(Unit::NONE);
            let read = displayed(text, unit, is_share);
            assert_eq!(read, Some((plain.to_owned(), last)), "{text}");
        }
        assert_eq!(displayed("5.5%", Unit::YUAN, false), None);
        assert_eq!(displayed(&format!("0.{}", "1".repeat(190)), Unit::YUAN, false), None);
    }

    #[test]
    fn a_mean_may_be_a_quotient_unless_it_looks_like_a_month() {
        let people = Unit::named("人").unwrap();
        for (text, sum, count) in [
            ("38453÷12", "38453", "12"),
            ("38,453 / 12", "38453", "12"),
            ("３８４５３／１２", "38453", "12"),
            ("38453人÷12个月", "38453", "12"),
            ("38453.5÷12 人", "38453.5", "12"),
            ("2024÷12", "2024", "12"),
            ("2,401/12", "2401", "12"),
        ] {
            let terms = Some((sum.to_owned(), count.to_owned()));
            assert_eq!(quotient(text, people), terms, "{text}");
        }
        for text in [
            "2023/12",
            "2023/1",
            "2024/3/15",
            "1÷2÷3",
            "÷12",
            "5÷",
            "-5÷12",
            "5÷-1",
            "3万÷12",
            "5元÷12",
            "=5/12",
        ] {
            assert_eq!(quotient(text, people), None, "{text}");
        }
    }
}
