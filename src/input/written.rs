//! How people write answers: in a field, a cell, a file, a link, in whatever they paste. There is this one reader of it.
//!
//! It takes the forms that leave no doubt what is meant and refuses all others. A figure is read by its digits alone:
//! the point is moved in the text, and no digit is ever changed.
//
// Every page carries this. Searching text for sets of characters or for other text costs a kilobyte a kind; single
// characters and beginnings cost next to nothing.

use crate::policy::Label;
use crate::values::{Date, Unit};

/// Texts longer than this are neither a figure nor a day, whatever they say.
const LONGEST: usize = 200;

/// The old radicals, U+2F00 to U+2FD5, which copying from a PDF puts in the place of characters (⽉ for 月).
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The narrow counterpart of a full-width character (`Ａ`, `１`, `，`); any other character as it is.
///
/// ```
/// assert_eq!("１２，３００".chars().map(wengang::narrow).collect::<String>(), "12,300");
/// ```
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        other => other,
    }
}

/// Full-width and small forms as their plain counterparts, every space as the plain one, every dash as the hyphen, and
/// small letters.
fn fold(text: &str) -> String {
    let mut plain = String::new();
    for character in trim(text).chars() {
        plain.push(match character {
            '\u{2f00}'..='\u{2fd5}' => {
                RADICALS.chars().nth(character as usize - 0x2f00).unwrap_or(character)
            }
            '￥' => '¥',
            '﹐' => ',',
            '﹒' => '.',
            '｡' => '。',
            '﹕' => ':',
            '﹪' => '%',
            '﹙' => '(',
            '﹚' => ')',
            '‐' | '‑' | '–' | '—' | '−' | '﹣' => '-',
            space if space.is_whitespace() => ' ',
            other => narrow(other).to_ascii_lowercase(),
        });
    }
    plain
}

/// Without what cannot be seen at its ends, such as the marks that browsers and chat programs copy along.
pub(crate) fn trim(text: &str) -> &str {
    let mut rest = text;
    while let Some(first) = rest.chars().next()
        && is_invisible(first)
    {
        rest = split(rest, first.len_utf8()).1;
    }
    while let Some(last) = rest.chars().next_back()
        && is_invisible(last)
    {
        rest = split(rest, rest.len() - last.len_utf8()).0;
    }
    rest
}

fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2060}' | '\u{feff}')
}

/// A figure in plain form; `None` where it is too long for one.
fn fold_figure(text: &str) -> Option<String> {
    (text.len() <= 4 * LONGEST && text.chars().count() <= LONGEST).then(|| fold(text))
}

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
const MULTIPLES: [(&str, i8); 6] =
    [("万亿", 12), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3)];

/// As `split_at`, without what panics take to say where they are.
pub(crate) fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Splits off what is all digits.
fn digits(text: &str) -> (&str, &str) {
    split(text, text.bytes().take_while(u8::is_ascii_digit).count())
}

/// What follows the one of these characters that a text begins with.
fn behind<'t>(text: &'t str, characters: &[char]) -> Option<&'t str> {
    characters.iter().find_map(|character| text.strip_prefix(*character))
}

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
    let figure = Figure::parse(without_currency(&text, unit))?;
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
    Some(figure.shifted(shift))
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
    let signed = text.strip_suffix('%');
    let figure = Figure::parse(signed.unwrap_or(&text).trim_end())?;
    (figure.multiple.is_none() && figure.word.is_empty())
        .then(|| figure.shifted(if bare || signed.is_some() { -2 } else { 0 }))
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

/// A day (`20240315`, `２０２４年3月15日`, `2024/3/15 0:00`); `None` where it is none, or not certain which.
pub fn date(text: &str) -> Option<Date> {
    let text = fold_figure(text)?;
    let (text, weekday) = without_weekday(without_midnight(&text));
    let (year, rest) = digits(text);
    let (year, month, day) = if year.len() == 8 && rest.is_empty() {
        let (month, day) = split(split(year, 4).1, 2);
        (split(year, 4).0, month, day)
    } else {
        let (month, rest) = digits(next_part(rest, '年')?);
        let (day, rest) = digits(next_part(rest, '月')?);
        let complete = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
        if !complete || !matches!(rest.trim_start(), "" | "日" | "号") {
            return None;
        }
        (year, month, day)
    };
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    weekday.is_none_or(|weekday| weekday == date.weekday()).then_some(date)
}

/// What comes behind the name of a part of a day, or what else sets it apart from the next.
fn next_part(text: &str, name: char) -> Option<&str> {
    Some(behind(text.trim_start(), &[name, '-', '/', '.', '。'])?.trim_start())
}

/// Spreadsheets write a midnight after a day.
fn without_midnight(text: &str) -> &str {
    let whole = text.trim_end_matches('0').strip_suffix('.').unwrap_or(text);
    let short = whole.strip_suffix(":00").unwrap_or(whole);
    let hour = if short.ends_with(":00") { short } else { whole };
    let Some(day) = hour.strip_suffix("0:00") else { return text };
    let day = day.strip_suffix('0').unwrap_or(day);
    match day.bytes().next_back() {
        Some(b' ' | b't') => day.trim_end_matches('t').trim_end(),
        _ => text,
    }
}

/// A day without the weekday written after it, and that weekday, from 1 to 7.
fn without_weekday(text: &str) -> (&str, Option<u32>) {
    let open = text.strip_suffix(')').unwrap_or(text);
    for (place, name) in "一二三四五六日天".chars().enumerate() {
        let Some(before) = open.strip_suffix(name) else { continue };
        let before = before.strip_suffix("星期").or_else(|| before.strip_suffix("周"));
        if let (Some(before), Ok(place)) = (before, u32::try_from(place)) {
            let before = before.strip_suffix('(').unwrap_or(before);
            return (before.trim_end(), Some((place + 1).min(7)));
        }
    }
    (text, None)
}

const YES: [&str; 11] = ["true", "yes", "y", "是", "有", "对", "已", "√", "✓", "✔", "1"];
const NO: [&str; 15] =
    ["false", "no", "n", "否", "无", "不", "未", "错", "没有", "不是", "×", "✗", "✘", "x", "0"];

/// Yes or no; `None` for anything else.
pub(crate) fn truth(text: &str) -> Option<bool> {
    let word = bare(text);
    let yes = YES.contains(&word.as_str());
    (yes || NO.contains(&word.as_str())).then_some(yes)
}

/// How a text may name a choice, the plainest way first.
#[derive(Clone, Copy)]
enum Naming {
    Id,
    /// By a label, or the name in formulas, in either language.
    Name,
    /// By a name without what is said in brackets after it.
    Head,
    /// By one of the things that are listed in the brackets.
    Listed,
    /// By a name with what it is a kind of behind it (小型企业).
    Kind,
}

/// What choices are kinds of.
const KINDS: [&str; 4] = ["企业", "单位", "人员", "enterprise"];

/// The place of the one choice that a text names. What names two, or none, names nothing.
pub(crate) fn choice(choices: &[Label], text: &str) -> Option<usize> {
    let given = bare(text);
    for naming in [Naming::Id, Naming::Name, Naming::Head, Naming::Listed, Naming::Kind] {
        let mut found = None;
        for (place, choice) in choices.iter().enumerate() {
            if is_named(choice, &given, naming) {
                if found.is_some() {
                    return None;
                }
                found = Some(place);
            }
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

fn is_named(choice: &Label, given: &str, naming: Naming) -> bool {
    if let Naming::Id = naming {
        return bare(&choice.id) == given;
    }
    for name in choice.names() {
        let name = bare(name);
        let (head, list) = name.split_once('(').unwrap_or((&name, ""));
        let named = match naming {
            Naming::Id | Naming::Name => name == given,
            Naming::Head => head == given,
            Naming::Kind => KINDS.iter().any(|kind| given.strip_suffix(kind) == Some(head)),
            Naming::Listed => {
                let list = list.strip_suffix(')').unwrap_or_default();
                list.split(',').any(|item| item.strip_suffix('等').unwrap_or(item) == given)
            }
        };
        if named {
            return true;
        }
    }
    false
}

/// A name without what people add to it, spaces, asterisks, a colon, and with commas of one kind.
fn bare(name: &str) -> String {
    let mut bare = String::new();
    for character in fold(name).chars() {
        match character {
            ' ' | '*' | ':' => {}
            '、' => bare.push(','),
            other => bare.push(other),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

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

    #[test]
    fn days_are_read_as_people_type_and_paste_them() {
        for text in [
            "20240305",
            "2024-3-5",
            "2024-03-05",
            "2024年3月5日",
            "2024年3月5号",
            "2024 年 3 月 5 日",
            "2024年3⽉5⽇",
            "2024/3/5",
            "2024.3.5",
            "２０２４－０３－０５",
            "２０２４。３。５",
            "2024—3—5",
            "2024/3/5 0:00",
            "2024-03-05 00:00:00",
            "2024-03-05T00:00:00",
            "2024-03-05 00:00:00.000",
            "2024年3月5日星期二",
            "2024/3/5 周二 0:00",
            " 2024年3月5日 （周二）",
        ] {
            assert_eq!(date(text), Date::new(2024, 3, 5), "{text}");
        }
        for text in [
            "",
            "2024-02-30",
            "20241301",
            "2024-3",
            "3/5/2024",
            "24-3-5",
            "202435",
            "2024 3 5",
            "明天",
            "2024-3-5 8:30",
            "2024-03-05T00:00:00Z",
            "2024-003-05",
            "2024-3-5-",
            "2024年3月5日星期三",
            "46353",
            "2024/3/5/1",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!(date("2024-3-3 星期天"), Date::new(2024, 3, 3));
    }

    #[test]
    fn yes_and_no_have_many_words_and_signs() {
        for yes in ["是", "有", "√", "Y", "ｙｅｓ", "TRUE", "True", " true ", "1"] {
            assert_eq!(truth(yes), Some(true), "{yes}");
        }
        for no in ["否", "无", "⽆", "×", "N", "No", "FALSE", "0"] {
            assert_eq!(truth(no), Some(false), "{no}");
        }
        for neither in ["", "待定", "是否", "t", "2", "1.0"] {
            assert_eq!(truth(neither), None, "{neither}");
        }
    }

    #[test]
    fn choices_go_by_id_label_or_name_if_that_is_one_choice_only() {
        let label = |id: &str, chinese: &str, english: &str| Label {
            name: chinese.to_owned(),
            id: id.to_owned(),
            text: Text::new(chinese, english),
            term: Text::new(chinese.split('（').next().unwrap(), id),
        };
        let choices = [
            label("manufacturing", "工业（采矿业，制造业等）", "Industry (mining, manufacturing)"),
            label("transport", "交通运输业（不含铁路运输业）", "Transport (without railways)"),
            label("shared", "甲（丙）", "First"),
            label("other", "乙（丙）", "Second"),
        ];
        for (text, place) in [
            ("manufacturing", 0),
            ("Manufacturing", 0),
            ("工业（采矿业，制造业等）", 0),
            ("工业(采矿业,制造业等)", 0),
            ("industry (mining, manufacturing)", 0),
            ("⼯业", 0),
            (" 工 业 ", 0),
            ("制造业", 0),
            ("mining", 0),
            ("交通运输业", 1),
            ("TRANSPORT", 1),
            ("甲", 2),
        ] {
            assert_eq!(choice(&choices, text), Some(place), "{text}");
        }
        for text in ["", "铁路运输业", "丙", "工", "工业（待核实）", "采矿业，制造业", "1"]
        {
            assert_eq!(choice(&choices, text), None, "{text}");
        }
    }
}
