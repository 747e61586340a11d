//! Splits a formula into tokens.

use rust_decimal::Decimal;

use super::Quantity;
use crate::values::{Date, Text, Unit, text};

/// A smallest part of a formula.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(Decimal, Quantity),
    Date(Date),
    Name(String),
    If,
    Then,
    Else,
    And,
    Or,
    Not,
    OneOf,
    Yes,
    No,
    Plus,
    Minus,
    Times,
    Divided,
    AtMost,
    AtLeast,
    Less,
    Greater,
    Equal,
    Unequal,
    Open,
    Close,
    Comma,
}

/// A mistake in the wording of a formula, with the bytes that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mistake {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) message: Text,
    pub(crate) help: Option<Text>,
}

/// A token and the bytes of the formula that it covers.
pub(super) type Positioned = (Token, usize, usize);

pub(super) fn tokens(formula: &str) -> Result<Vec<Positioned>, Mistake> {
    let mut tokens = Vec::new();
    let mut rest = formula.trim_start();
    while let Some(first) = rest.chars().next() {
        let start = formula.len() - rest.len();
        let (token, length) = token(rest, first).map_err(|(length, message)| Mistake {
            start,
            end: start + length,
            message,
            help: None,
        })?;
        tokens.push((token, start, start + length));
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

fn token(rest: &str, first: char) -> Result<(Token, usize), (usize, Text)> {
    if first.is_ascii_digit() {
        return number_or_date(rest);
    }
    if let Some(quoted) = rest.strip_prefix('「') {
        let name = quoted.split('」').next().unwrap_or_default();
        if name.len() == quoted.len() {
            return Err((rest.len(), text!("「 没有对应的 」", "「 has no matching 」")));
        }
        return Ok((Token::Name(name.to_owned()), name.len() + '「'.len_utf8() * 2));
    }
    if is_name(first) {
        let word = leading(rest, is_name);
        return Ok((keyword(word), word.len()));
    }
    for (sign, token) in [("<=", Token::AtMost), (">=", Token::AtLeast), ("!=", Token::Unequal)] {
        if rest.starts_with(sign) {
            return Ok((token, sign.len()));
        }
    }
    let token = match first {
        '+' | '＋' => Token::Plus,
        '-' | '−' | '－' => Token::Minus,
        '*' | '×' => Token::Times,
        '/' | '÷' | '／' => Token::Divided,
        '≤' => Token::AtMost,
        '≥' => Token::AtLeast,
        '<' | '＜' => Token::Less,
        '>' | '＞' => Token::Greater,
        '=' | '＝' => Token::Equal,
        '≠' => Token::Unequal,
        '(' | '（' => Token::Open,
        ')' | '）' => Token::Close,
        ',' | '，' | '、' => Token::Comma,
        _ => {
            return Err((
                first.len_utf8(),
                text!("公式中不能用“{first}”", "“{first}” has no meaning in a formula"),
            ));
        }
    };
    Ok((token, first.len_utf8()))
}

fn keyword(word: &str) -> Token {
    match word {
        "如果" => Token::If,
        "则" => Token::Then,
        "否则" => Token::Else,
        "且" => Token::And,
        "或" => Token::Or,
        "非" => Token::Not,
        "属于" => Token::OneOf,
        "是" => Token::Yes,
        "否" => Token::No,
        _ => Token::Name(word.to_owned()),
    }
}

/// Letters of names: Latin letters, digits, the underscore, Chinese characters.
pub(super) fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '_' | '〇' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

pub(super) fn leading(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|character| !belongs(character)).unwrap_or(text.len())]
}

fn number_or_date(rest: &str) -> Result<(Token, usize), (usize, Text)> {
    if let Some((date, length)) = date(rest) {
        let token = date.ok_or((length, text!("没有这一天", "there is no such day")))?;
        return Ok((Token::Date(token), length));
    }
    let digits = leading(rest, |character| character.is_ascii_digit());
    let mut length = digits.len();
    if let Some(fraction) = rest[length..].strip_prefix('.') {
        length += 1 + leading(fraction, |character| character.is_ascii_digit()).len();
    }
    let decimal = rest[..length]
        .parse::<Decimal>()
        .map_err(|_| (length, text!("数字写得不对", "this number cannot be read")))?;
    if rest[length..].starts_with('%') {
        let share = decimal * Decimal::new(1, 2);
        return Ok((Token::Number(share, Quantity::PERCENT), length + 1));
    }
    // A unit follows without a space; a further /unit belongs to it where it names a unit.
    let mut unit_end = length + leading(&rest[length..], is_name).len();
    while let Some(next) = rest[unit_end..].strip_prefix(['/', '／']) {
        let name = leading(next, is_name);
        if unit_end == length || Unit::parse(name).is_none() {
            break;
        }
        unit_end = rest.len() - next.len() + name.len();
    }
    let name = &*rest[length..unit_end].replace('／', "/");
    if name.is_empty() {
        return Ok((Token::Number(decimal, Quantity::PLAIN), length));
    }
    let unit = Unit::parse(name).ok_or_else(|| {
        let known = Unit::names().collect::<Vec<_>>().join("、");
        // 30人且…: the unit has run into a word, or this is no number but a name.
        let message = if Unit::names().any(|unit| name.starts_with(unit)) || name.len() > 12 {
            text!(
                "“{name}”不是单位；单位后面要空一格，以数字开头的名称要写成「…」",
                "“{name}” is no unit; put a space after the unit, and write a name that starts with a digit as 「…」"
            )
        } else {
            text!(
                "没有“{name}”这个单位；可用的单位：{known}",
                "there is no unit “{name}”; known units: {known}"
            )
        };
        (unit_end, message)
    })?;
    Ok((Token::Number(decimal, Quantity::of(unit)), unit_end))
}

/// `2021-01-01` or `2021年1月1日` at the start of the text, and its length; the date is `None` where the day does not exist.
pub(super) fn date(rest: &str) -> Option<(Option<Date>, usize)> {
    let digits = |text: &str| leading(text, |character| character.is_ascii_digit()).len();
    let iso = rest.get(..10).filter(|text| {
        text.bytes().enumerate().all(|(index, byte)| {
            if matches!(index, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() }
        })
    });
    if let Some(iso) = iso {
        return Some((Date::parse(iso), iso.len()));
    }
    let mut numbers = [0_u32; 3];
    let mut length = 0;
    for (number, mark) in numbers.iter_mut().zip(["年", "月", "日"]) {
        let count = digits(&rest[length..]);
        *number = rest[length..length + count].parse().ok()?;
        length += count;
        if !rest[length..].starts_with(mark) {
            return None;
        }
        length += mark.len();
    }
    Some((Date::new(i32::try_from(numbers[0]).ok()?, numbers[1], numbers[2]), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(formula: &str) -> Vec<Token> {
        tokens(formula).unwrap().into_iter().map(|positioned| positioned.0).collect()
    }

    #[test]
    fn numbers_carry_their_units() {
        let people = Quantity::of(Unit::parse("人").unwrap());
        let rate = Quantity::of(Unit::parse("元/人/月").unwrap());
        assert_eq!(kinds("30人"), [Token::Number(30.into(), people)]);
        assert_eq!(kinds("300元/人/月"), [Token::Number(300.into(), rate)]);
        assert_eq!(kinds("5.5%"), [Token::Number(Decimal::new(55, 3), Quantity::PERCENT)]);
        assert_eq!(
            kinds("30人/总人数"),
            [Token::Number(30.into(), people), Token::Divided, Token::Name("总人数".into())]
        );
    }

    #[test]
    fn dates_may_be_written_in_either_way() {
        let day = Token::Date(Date::new(2021, 1, 1).unwrap());
        assert_eq!(kinds("2021-01-01")[0], day);
        assert_eq!(kinds("2021年1月1日")[0], day);
        assert!(tokens("2021-02-30").is_err());
    }

    #[test]
    fn full_width_signs_count_like_narrow_ones() {
        assert_eq!(kinds("（甲＋乙）÷丙"), kinds("(甲+乙)/丙"));
        assert_eq!(kinds("甲 <= 乙"), kinds("甲≤乙"));
    }

    #[test]
    fn a_keyword_inside_a_name_is_part_of_the_name() {
        assert_eq!(kinds("非全日制"), [Token::Name("非全日制".into())]);
        assert_eq!(kinds("非 全日制"), [Token::Not, Token::Name("全日制".into())]);
    }

    #[test]
    fn what_cannot_be_read_is_pointed_at() {
        let mistake = tokens("甲 + 3朵").unwrap_err();
        assert_eq!((mistake.start, mistake.end), ("甲 + ".len(), "甲 + 3朵".len()));
        assert!(tokens("甲 ? 乙").is_err());
        assert!(tokens("「甲").is_err());
    }
}
