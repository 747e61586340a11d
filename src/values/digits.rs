//! Numbers as readers and programs see them, written into text that is being put together. What formats in general is
//! some times as slow, and more code.

use rust_decimal::Decimal;

/// No decimal has more digits: 29, or 28 of them behind the point and a zero before it.
const MOST: usize = 40;

/// `-1234567.50`, with all its places.
pub(crate) fn write(to: &mut String, decimal: Decimal) {
    write_signed(to, decimal, '-', false);
}

/// `-1234567.50` as `−1,234,567.50`.
pub(crate) fn write_grouped(to: &mut String, decimal: Decimal) {
    write_signed(to, decimal, '−', true);
}

/// A number of things.
pub(crate) fn write_count(to: &mut String, count: usize) {
    write_magnitude(to, count as u128, 0, false);
}

/// A part of a day, with a zero before it where it is short: no more than so many digits.
pub(crate) fn write_padded(to: &mut String, part: u32, width: u32) {
    for place in (0..width).rev() {
        to.extend(char::from_digit(part / 10_u32.pow(place) % 10, 10));
    }
}

/// The decimal that consists of these digits, so many of them behind the point; `None` where there are others than digits
/// or too many.
pub(crate) fn read(is_negative: bool, whole: &str, fraction: &str) -> Option<Decimal> {
    let mut mantissa = 0_i128;
    for digit in whole.bytes().chain(fraction.bytes()) {
        let digit = char::from(digit).to_digit(10)?;
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
    }
    let places = u32::try_from(fraction.len()).ok()?;
    let signed = if is_negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(signed, places).ok()
}

/// As [`write_count`], as a text of its own.
pub(crate) fn count(count: usize) -> String {
    let mut text = String::new();
    write_count(&mut text, count);
    text
}

/// As [`write`], as a text of its own.
pub(crate) fn plain(decimal: Decimal) -> String {
    let mut text = String::new();
    write(&mut text, decimal);
    text
}

fn write_signed(to: &mut String, decimal: Decimal, minus: char, grouped: bool) {
    let mantissa = decimal.mantissa();
    if mantissa < 0 {
        to.push(minus);
    }
    write_magnitude(to, mantissa.unsigned_abs(), decimal.scale() as usize, grouped);
}

#[allow(clippy::cast_possible_truncation, reason = "a digit")]
fn write_magnitude(to: &mut String, magnitude: u128, places: usize, grouped: bool) {
    // From the last digit on, in machine words as soon as one is enough.
    let mut digits = [0_u8; MOST];
    let mut length = 0;
    let mut large = magnitude;
    while large > u128::from(u64::MAX) {
        digits[length] = (large % 10) as u8;
        large /= 10;
        length += 1;
    }
    let mut small = large as u64;
    while small > 0 || length <= places {
        digits[length] = (small % 10) as u8;
        small /= 10;
        length += 1;
    }
    for place in (0..length).rev() {
        to.push(char::from(b'0' + digits[place]));
        if place == places && places > 0 {
            to.push('.');
        } else if grouped && place > places && (place - places).is_multiple_of(3) {
            to.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_decimal() {
        for (text, grouped) in [
            ("0", "0"),
            ("0.00", "0.00"),
            ("-0.5", "−0.5"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234567.50", "−1,234,567.50"),
            ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
            ("18446744073709551616", "18,446,744,073,709,551,616"),
            ("79228162514264337593543950335", "79,228,162,514,264,337,593,543,950,335"),
            ("7.9228162514264337593543950335", "7.9228162514264337593543950335"),
        ] {
            let decimal: Decimal = text.parse().unwrap();
            assert_eq!(plain(decimal), text);
            let mut written = String::new();
            write_grouped(&mut written, decimal);
            assert_eq!(written, grouped);
        }
        assert_eq!(read(true, "12", "50"), Some("-12.50".parse().unwrap()));
        assert_eq!(read(false, "", ""), Some(Decimal::ZERO));
        for (whole, fraction) in [("1x", ""), ("１", ""), ("1", "-5"), (&*"9".repeat(30), "")] {
            assert_eq!(read(false, whole, fraction), None, "{whole}.{fraction}");
        }
        let mut count = String::new();
        write_count(&mut count, 1200);
        assert_eq!(count, "1200");
    }
}
