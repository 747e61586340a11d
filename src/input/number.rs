//! Numbers as programs and people send them, each read exactly.

use rust_decimal::Decimal;

use super::problem::ProblemCode;
use super::written;
#[cfg(feature = "analysis")]
use crate::formula::Quantity;
use crate::policy::{Input, Kind};
use crate::values::{Number, Overflow, Raw, digits};

pub(super) fn number(input: &Input, raw: &Raw, given: &str) -> Result<Number, ProblemCode> {
    if let Some(mean) = mean(input, raw, given) {
        let mean = mean?;
        return within_bounds(input, mean).map(|()| mean);
    }
    let number = Number::from(decimal(&plain(input, raw, given)?, input.decimals)?);
    if !number.has_places(input.decimals) {
        return Err(too_many_places(input.decimals));
    }
    within_bounds(input, number).map(|()| number)
}

/// A number as a plain decimal in the unit of its input.
pub(crate) fn plain(input: &Input, raw: &Raw, given: &str) -> Result<String, ProblemCode> {
    let read = match (raw, input.kind) {
        (Raw::Written(_) | Raw::Typed(_), Kind::Percentage) => {
            written::percentage(given, matches!(raw, Raw::Typed(_)))
        }
        (Raw::Written(_) | Raw::Typed(_), _) => written::number(given, input.quantity.unit),
        _ => return strictly(raw, given),
    };
    read.ok_or(ProblemCode::NotANumber)
}

/// A number that a program sends, as a plain decimal.
fn strictly(raw: &Raw, given: &str) -> Result<String, ProblemCode> {
    match raw {
        Raw::Number(_) => expand_exponent(given),
        _ => plain_number(given),
    }
    .ok_or(ProblemCode::NotANumber)
}

/// So many digits a sum may have of which the mean is taken, and so many what it is divided by.
const MOST_DIGITS: usize = 14;

/// A mean that is given as the quotient that it is (`38,453÷12`), and kept exactly.
fn mean(input: &Input, raw: &Raw, given: &str) -> Option<Result<Number, ProblemCode>> {
    if !input.is_mean() {
        return None;
    }
    let (sum, count) = match raw {
        Raw::Text(_) => {
            let text = narrow(given);
            let (sum, count) = text.split_once(['÷', '/'])?;
            (plain_number(sum.trim())?, plain_number(count.trim())?)
        }
        Raw::Written(_) | Raw::Typed(_) => written::quotient(given, input.quantity.unit)?,
        _ => return None,
    };
    let part = |plain: String| {
        let short = plain.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS;
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (is_negative, whole) = match whole.strip_prefix('-') {
            Some(whole) => (true, whole),
            None => (false, whole),
        };
        short.then(|| digits::read(is_negative, whole, fraction)).flatten().map(Number::from)
    };
    Some(match (part(sum), part(count)) {
        (Some(sum), Some(count)) => match sum.over(count) {
            Ok(mean) => mean.ok_or(ProblemCode::NotANumber),
            Err(Overflow) => Err(ProblemCode::OutOfRange),
        },
        _ => Err(ProblemCode::OutOfRange),
    })
}

/// A plain decimal, where it has no more places than allowed and is not too long for a decimal.
fn decimal(plain: &str, places: u32) -> Result<Decimal, ProblemCode> {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let (whole, fraction) = (whole.trim_start_matches('-'), fraction.trim_end_matches('0'));
    // Too long for a decimal: decided by the digits alone.
    if whole.trim_start_matches('0').len() > 20 {
        return Err(ProblemCode::OutOfRange);
    }
    if fraction.len() > places as usize {
        return Err(too_many_places(places));
    }
    // More digits than a decimal holds: it would be rounded.
    if whole.trim_start_matches('0').len() + fraction.len() > 27 {
        return Err(ProblemCode::OutOfRange);
    }
    digits::read(plain.starts_with('-'), whole, fraction).ok_or(ProblemCode::NotANumber)
}

/// An amount of money that is no answer to an input: not negative, in whole fen.
#[cfg(feature = "analysis")]
pub(crate) fn amount(raw: &Raw) -> Result<Option<Decimal>, ProblemCode> {
    match raw {
        Raw::Missing => Ok(None),
        Raw::Text(text) | Raw::Number(text) => {
            let amount = decimal(&strictly(raw, text.trim())?, 2)?;
            if amount.mantissa() < 0 {
                return Err(ProblemCode::OutOfRange);
            }
            Ok(Some(amount))
        }
        _ => Err(ProblemCode::WrongType),
    }
}

/// No display has more decimal places.
#[cfg(feature = "analysis")]
const MOST_DISPLAYED: i8 = 18;

/// A figure that somebody displays, and the place of its last digit.
#[cfg(feature = "analysis")]
pub(crate) fn displayed(text: &str, quantity: Quantity) -> Result<(Number, Number), ProblemCode> {
    let (plain, last) =
        written::displayed(text, quantity.unit, quantity.percent).ok_or(ProblemCode::NotANumber)?;
    if last < -MOST_DISPLAYED {
        return Err(ProblemCode::TooManyDecimals);
    }
    let places = MOST_DISPLAYED.unsigned_abs().into();
    Ok((Number::from(decimal(&plain, places)?), Number::power_of_ten(last)))
}

fn too_many_places(allowed: u32) -> ProblemCode {
    if allowed == 0 { ProblemCode::NotAnInteger } else { ProblemCode::TooManyDecimals }
}

/// Whether a number lies between the bounds.
fn within_bounds(input: &Input, number: Number) -> Result<(), ProblemCode> {
    let below = number.compare(input.min).map_err(|_| ProblemCode::OutOfRange)?;
    let above = number.compare(input.max).map_err(|_| ProblemCode::OutOfRange)?;
    if below.is_lt() || above.is_gt() || (input.above_min && below.is_eq()) {
        return Err(ProblemCode::OutOfRange);
    }
    Ok(())
}

/// Full-width characters as their narrow counterparts, the minus sign as the hyphen.
pub(super) fn narrow(text: &str) -> String {
    text.chars()
        .map(|character| if character == '−' { '-' } else { written::narrow(character) })
        .collect()
}

/// `１，２３４.５０` as `1234.50`. Separators must stand between groups of three digits.
fn plain_number(text: &str) -> Option<String> {
    let text = narrow(text);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.is_some_and(|fraction| !all_digits(fraction)) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    if !all_digits(first) || (grouped && first.len() > 3) {
        return None;
    }
    let mut plain = format!("{sign}{first}");
    for group in groups {
        if group.len() != 3 || !all_digits(group) {
            return None;
        }
        plain.push_str(group);
    }
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(plain)
}

/// So many places before or behind the point are written out; what is larger or smaller is beyond every bound anyway.
const MOST_PLACES: i64 = 60;

/// `1.5e-7` as `0.00000015`.
fn expand_exponent(text: &str) -> Option<String> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return plain_number(text);
    };
    let mantissa = plain_number(mantissa)?;
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", mantissa.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    if significant.is_empty() {
        return Some("0".to_owned());
    }
    let zeros = i64::try_from(all.len() - significant.len()).ok()?;
    let point = (i64::try_from(whole.len()).ok()? - zeros).saturating_add(power(exponent)?);
    let point = point.clamp(-MOST_PLACES, MOST_PLACES.max(i64::try_from(significant.len()).ok()?));
    Some(match usize::try_from(point) {
        Ok(point) if point >= significant.len() => {
            format!("{sign}{significant}{}", "0".repeat(point - significant.len()))
        }
        Ok(point) if point > 0 => {
            let (whole, fraction) = written::split(significant, point);
            format!("{sign}{whole}.{fraction}")
        }
        _ => format!("{sign}0.{}{significant}", "0".repeat(usize::try_from(-point).ok()?)),
    })
}

/// The power of ten that an exponent names, or as much of it as 64 bits hold.
fn power(exponent: &str) -> Option<i64> {
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let limit = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
    Some(exponent.parse().unwrap_or(limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_be_full_width_and_grouped_but_only_properly() {
        for (given, plain) in [
            ("１，２３４.５０", Some("1234.50")),
            ("1,234,567", Some("1234567")),
            ("－５", Some("-5")),
            ("12,34", None),
            ("1234,567", None),
            ("1e21", None),
            ("0x10", None),
            ("100 personne", None),
            ("1.", None),
            (".5", None),
            ("--5", None),
            ("1.2.3", None),
            ("", None),
        ] {
            assert_eq!(plain_number(given).as_deref(), plain, "{given}");
        }
    }

    #[test]
    fn exponents_of_floating_point_numbers_are_written_out() {
        for (given, plain) in [
            ("1e+21", "1000000000000000000000"),
            ("1.5e-7", "0.00000015"),
            ("-2.5e+0", "-2.5"),
            ("200.5", "200.5"),
        ] {
            assert_eq!(expand_exponent(given).as_deref(), Some(plain));
        }
        let long = format!("1{}e-80", "0".repeat(80));
        assert_eq!(expand_exponent(&long).unwrap().trim_end_matches('0'), "1.");
        for huge in ["1e2147483647", "1e99999999999999999999", "1e61"] {
            assert_eq!(expand_exponent(huge).unwrap().len(), 60, "{huge}");
        }
        for tiny in ["1e-2147483648", "1e-99999999999999999999"] {
            assert_eq!(expand_exponent(tiny).unwrap().len(), 63, "{tiny}");
        }
        assert_eq!(expand_exponent("0e2147483647").as_deref(), Some("0"));
        for wrong in ["1e", "1e+", "1e1.5", "e5"] {
            assert_eq!(expand_exponent(wrong), None, "{wrong}");
        }
        assert_eq!(expand_exponent("NaN"), None);
        assert_eq!(expand_exponent("Infinity"), None);
    }
}
