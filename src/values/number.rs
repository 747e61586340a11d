//! Exact numbers: every result of +, −, × and ÷ is kept without rounding.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::digits;

/// A number too large to be kept exactly, or to be written (more than 28 significant digits).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overflow;

/// An exact number: a quotient of two whole numbers.
///
/// ```
/// use wengang::Number;
/// let third = Number::from(1).over(Number::from(3)).unwrap().unwrap();
/// assert_eq!(third.times(Number::from(3)), Ok(Number::from(1)));
/// assert_eq!(third.round_half_up(2).unwrap().to_string(), "0.33");
/// ```
// Not in lowest terms: few numbers grow large enough to need it.
#[derive(Debug, Clone, Copy)]
pub struct Number {
    numerator: i128,
    /// Always positive.
    denominator: i128,
}

/// What becomes of the rest when a number is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rounding {
    /// Dropped.
    Down,
    /// Counted as a whole step.
    Up,
    /// Dropped below a half, else counted as a whole step.
    HalfUp,
}

impl Number {
    /// Zero.
    pub const ZERO: Number = Number { numerator: 0, denominator: 1 };

    /// Ten to the power of `exponent`, which may be negative.
    pub(crate) fn power_of_ten(exponent: i8) -> Number {
        let magnitude = 10_i128.pow(u32::from(exponent.unsigned_abs()));
        let (numerator, denominator) = if exponent < 0 { (1, magnitude) } else { (magnitude, 1) };
        Number { numerator, denominator }
    }

    /// The sum.
    ///
    /// # Errors
    /// [`Overflow`] where the exact result does not fit.
    pub fn plus(self, other: Number) -> Result<Number, Overflow> {
        exactly(self, other, |left, right| {
            if left.denominator == right.denominator {
                let numerator = sum(left.numerator, right.numerator)?;
                return Some(Number { numerator, ..left });
            }
            let augend = product(left.numerator, right.denominator)?;
            let addend = product(right.numerator, left.denominator)?;
            Some(Number {
                numerator: sum(augend, addend)?,
                denominator: product(left.denominator, right.denominator)?,
            })
        })
    }

    /// The difference.
    ///
    /// # Errors
    /// [`Overflow`] where the exact result does not fit.
    pub fn minus(self, other: Number) -> Result<Number, Overflow> {
        self.plus(other.negate())
    }

    /// The product.
    ///
    /// # Errors
    /// [`Overflow`] where the exact result does not fit.
    pub fn times(self, other: Number) -> Result<Number, Overflow> {
        exactly(self, other, |left, right| {
            Some(Number {
                numerator: product(left.numerator, right.numerator)?,
                denominator: product(left.denominator, right.denominator)?,
            })
        })
    }

    /// The quotient; `None` where the divisor is zero.
    ///
    /// # Errors
    /// [`Overflow`] where the exact result does not fit.
    pub fn over(self, other: Number) -> Result<Option<Number>, Overflow> {
        let inverse = match other.numerator.signum() {
            0 => return Ok(None),
            sign => {
                Number { numerator: sign * other.denominator, denominator: sign * other.numerator }
            }
        };
        self.times(inverse).map(Some)
    }

    /// The number with the opposite sign.
    #[must_use]
    pub fn negate(self) -> Number {
        Number { numerator: -self.numerator, ..self }
    }

    /// Compares the exact values.
    ///
    /// # Errors
    /// [`Overflow`] where the numbers cannot be brought to one denominator.
    pub fn compare(self, other: Number) -> Result<Ordering, Overflow> {
        exactly(self, other, |left, right| {
            if left.denominator == right.denominator {
                return Some(left.numerator.cmp(&right.numerator));
            }
            let ours = product(left.numerator, right.denominator)?;
            Some(ours.cmp(&product(right.numerator, left.denominator)?))
        })
    }

    /// So many hundredths.
    #[cfg(feature = "analysis")]
    pub(crate) fn from_hundredths(hundredths: i64) -> Number {
        Number { numerator: i128::from(hundredths), denominator: 100 }
    }

    /// Whether it is a decimal of at most so many places.
    pub(crate) fn has_places(self, places: u32) -> bool {
        let parts = 10_i128.pow(places);
        let is_whole = |numerator| division(numerator, self.denominator).1 == 0;
        is_whole(parts) || product(self.numerator, parts).is_some_and(is_whole)
    }

    /// The two whole numbers whose quotient it is, as it was formed; `None` where they have too many digits.
    pub(crate) fn terms(self) -> Option<[Decimal; 2]> {
        let whole = |number| Decimal::try_from_i128_with_scale(number, 0).ok();
        Some([whole(self.numerator)?, whole(self.denominator)?])
    }

    /// Whether this is zero.
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Whether this is below zero.
    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// The same value as a decimal where it has an exact one.
    pub fn as_decimal(self) -> Option<Decimal> {
        let Number { numerator, denominator } = self.in_lowest_terms();
        let places =
            (0..=Decimal::MAX_SCALE).find(|places| 10_i128.pow(*places) % denominator == 0)?;
        let mantissa = product(numerator, 10_i128.pow(places) / denominator)?;
        Decimal::try_from_i128_with_scale(mantissa, places).ok()
    }

    /// The same value as an integer where it is one.
    pub fn as_integer(self) -> Option<i64> {
        match division(self.numerator, self.denominator) {
            (quotient, 0) => i64::try_from(quotient).ok(),
            _ => None,
        }
    }

    /// Rounds to `places` decimal places, a tie away from zero. The result has exactly `places` places.
    ///
    /// # Errors
    /// [`Overflow`] where the rounded number has more than 28 digits.
    pub fn round_half_up(self, places: u32) -> Result<Decimal, Overflow> {
        self.rounded(places).map(|(rounded, _)| rounded)
    }

    /// As [`Number::round_half_up`], and whether that is the same value.
    pub(crate) fn rounded(self, places: u32) -> Result<(Decimal, bool), Overflow> {
        let parts = Number { numerator: 10_i128.pow(places), denominator: 1 };
        let Number { numerator, denominator } = self.times(parts)?;
        // The remainder decides, never a truncated quotient.
        let (mut quotient, remainder) = division(numerator, denominator);
        if remainder.abs() >= denominator - remainder.abs() {
            quotient += numerator.signum();
        }
        let rounded = Decimal::try_from_i128_with_scale(quotient, places);
        rounded.map(|rounded| (rounded, remainder == 0)).map_err(|_| Overflow)
    }

    /// The multiple of a step, which is no zero, that is next in this direction.
    ///
    /// # Errors
    /// [`Overflow`] where the exact result does not fit.
    pub(crate) fn to_multiple(
        self,
        step: Number,
        rounding: Rounding,
    ) -> Result<Option<Number>, Overflow> {
        let Some(Number { numerator, denominator }) = self.over(step)? else { return Ok(None) };
        let (quotient, remainder) = division(numerator, denominator);
        let goes_on = match rounding {
            Rounding::Down => false,
            Rounding::Up => remainder != 0,
            Rounding::HalfUp => remainder.abs() >= denominator - remainder.abs(),
        };
        let numerator = if goes_on { quotient + numerator.signum() } else { quotient };
        step.times(Number { numerator, denominator: 1 }).map(Some)
    }

    /// Plain text with at most `places` decimal places, half up, without trailing zeros or exponent.
    ///
    /// # Errors
    /// As [`Number::round_half_up`].
    pub fn to_plain(self, places: u32) -> Result<String, Overflow> {
        let rounded = self.round_half_up(places).map(shortest);
        // What needs no rounding needs no room for more places.
        let exact = || self.as_decimal().filter(|decimal| decimal.scale() <= places);
        Ok(digits::plain(rounded.or_else(|Overflow| exact().ok_or(Overflow))?))
    }

    #[cold]
    fn in_lowest_terms(self) -> Number {
        let (mut divisor, mut rest) = (self.denominator, self.numerator);
        while rest != 0 {
            (divisor, rest) = (rest, division(divisor, rest).1);
        }
        let divisor = divisor.abs();
        Number { numerator: self.numerator / divisor, denominator: self.denominator / divisor }
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Number {
        let decimal = shortest(decimal);
        Number { numerator: decimal.mantissa(), denominator: 10_i128.pow(decimal.scale()) }
    }
}

impl From<i64> for Number {
    fn from(integer: i64) -> Number {
        Number { numerator: i128::from(integer), denominator: 1 }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        self.compare(*other) == Ok(Ordering::Equal)
    }
}

/// An operation on two numbers as they are or, where something gets too large, in lowest terms.
fn exactly<T>(
    left: Number,
    right: Number,
    operation: impl Fn(Number, Number) -> Option<T>,
) -> Result<T, Overflow> {
    let reduced = || operation(left.in_lowest_terms(), right.in_lowest_terms());
    operation(left, right).or_else(reduced).ok_or(Overflow)
}

/// The least whole number of 128 bits has no opposite, and so is none of ours.
fn opposable(number: i128) -> Option<i128> {
    (number != i128::MIN).then_some(number)
}

fn sum(left: i128, right: i128) -> Option<i128> {
    left.checked_add(right).and_then(opposable)
}

// Nearly all numbers fit machine words, which are much faster.

fn product(left: i128, right: i128) -> Option<i128> {
    match (i32::try_from(left), i32::try_from(right)) {
        (Ok(left), Ok(right)) => Some(i128::from(i64::from(left) * i64::from(right))),
        _ => left.checked_mul(right).and_then(opposable),
    }
}

/// The same value without zeros at its end.
pub(crate) fn shortest(decimal: Decimal) -> Decimal {
    let (mut mantissa, mut places) = (decimal.mantissa(), decimal.scale());
    while places > 0 {
        let (quotient, remainder) = division(mantissa, 10);
        if remainder != 0 {
            break;
        }
        (mantissa, places) = (quotient, places - 1);
    }
    Decimal::try_from_i128_with_scale(mantissa, places).unwrap_or(decimal)
}

/// Quotient, towards zero, and remainder.
fn division(dividend: i128, divisor: i128) -> (i128, i128) {
    match (i64::try_from(dividend), i64::try_from(divisor)) {
        // Not so −1: the least number has no opposite.
        (Ok(dividend), Ok(divisor @ 1..)) => {
            (i128::from(dividend / divisor), i128::from(dividend % divisor))
        }
        _ => (dividend / divisor, dividend % divisor),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::from(text.parse::<Decimal>().unwrap())
    }

    #[test]
    fn a_quotient_that_does_not_come_out_even_is_kept_exactly() {
        // An hourly wage of 2,262 yuan a month: 13 yuan an hour, which 28 digits of 1/87 would miss.
        let hourly = number("2262").over(number("21.75")).unwrap().unwrap();
        let hourly = hourly.over(number("8")).unwrap().unwrap();
        assert_eq!(hourly.as_decimal(), Some("13".parse().unwrap()));
        let third = number("1").over(number("3")).unwrap().unwrap();
        assert_eq!(third.as_decimal(), None);
        let whole = third.plus(third).unwrap().plus(third).unwrap();
        assert_eq!(whole.as_integer(), Some(1));
    }

    #[test]
    fn half_a_fen_rounds_up_and_less_than_half_does_not() {
        for (exact, rounded) in
            [("0.005", "0.01"), ("0.0049999", "0.00"), ("-0.005", "-0.01"), ("2", "2.00")]
        {
            assert_eq!(number(exact).round_half_up(2).unwrap().to_string(), rounded);
        }
        // Exactly half a fen, reached through a division that has no decimal form on the way.
        let half = number("0.145").over(number("29")).unwrap().unwrap();
        let seventh = half.over(number("7")).unwrap().unwrap();
        let half = seventh.times(number("7")).unwrap();
        assert_eq!(half.round_half_up(2).unwrap().to_string(), "0.01");
    }

    #[test]
    fn rounding_to_a_step_looks_at_the_exact_rest() {
        use Rounding::{Down, HalfUp, Up};
        for (exact, step, rounding, rounded) in [
            ("1234.5", "1", HalfUp, "1235"),
            ("1234.4999999999", "1", HalfUp, "1234"),
            ("1235", "10", HalfUp, "1240"),
            ("1234.99", "10", HalfUp, "1230"),
            ("0.125", "0.01", HalfUp, "0.13"),
            ("1.999", "0.01", Down, "1.99"),
            ("2.001", "0.01", Up, "2.01"),
            ("2", "0.01", Up, "2"),
            ("-1.5", "1", HalfUp, "-2"),
            ("-1.9", "1", Down, "-1"),
            ("-1.1", "1", Up, "-2"),
            ("7", "0.25", Down, "7"),
        ] {
            let result = number(exact).to_multiple(number(step), rounding).unwrap().unwrap();
            assert_eq!(result, number(rounded), "{exact} {step} {rounding:?}");
        }
        // A third of ten is more than three and less than three and a half.
        let third = number("10").over(number("3")).unwrap().unwrap();
        assert_eq!(third.to_multiple(number("1"), HalfUp), Ok(Some(number("3"))));
        assert_eq!(third.to_multiple(number("1"), Up), Ok(Some(number("4"))));
        assert_eq!(number("1").to_multiple(Number::ZERO, Down), Ok(None));
    }

    #[test]
    fn plain_text_has_no_exponent_and_no_trailing_zeros() {
        let rate = number("6").over(number("109")).unwrap().unwrap();
        assert_eq!(rate.to_plain(10).unwrap(), "0.0550458716");
        assert_eq!(number("12.00").to_plain(10).unwrap(), "12");
        assert_eq!(
            number("600000000000000000000.25").to_plain(10).unwrap(),
            "600000000000000000000.25"
        );
        assert_eq!(number("-0").to_plain(10).unwrap(), "0");
        assert_eq!(number("-0.03").to_plain(10).unwrap(), "-0.03");
        assert_eq!(number("0.00000000001").to_plain(10).unwrap(), "0");
        assert_eq!(number("-0.00000000001").to_plain(10).unwrap(), "0");
    }

    #[test]
    fn comparison_uses_the_exact_value() {
        let limit = number("0.055");
        let fails = number("6").over(number("109")).unwrap().unwrap();
        let passes = number("55").over(number("1000")).unwrap().unwrap();
        assert_eq!(fails.compare(limit), Ok(Ordering::Greater));
        assert_eq!(passes.compare(limit), Ok(Ordering::Equal));
    }

    #[test]
    fn terms_are_reduced_before_a_number_is_too_large() {
        let mut sum = Number::ZERO;
        let mut product = number("1");
        for step in 1..=40 {
            let denominator = Number::from(10_i64.pow(step % 4) * 1740);
            sum = sum.plus(number("7").over(denominator).unwrap().unwrap()).unwrap();
            product = product.times(number("1.5")).unwrap().over(number("4.5")).unwrap().unwrap();
            product = product.times(number("3")).unwrap();
        }
        assert_eq!(sum.to_plain(10).unwrap(), "0.0446954023");
        assert_eq!(product.as_integer(), Some(1));
    }

    #[test]
    fn what_cannot_be_exact_is_an_error_and_never_rounded() {
        let large = Number::from(Decimal::MAX);
        assert_eq!(large.plus(number("1")).unwrap().to_plain(10), Err(Overflow));
        assert_eq!(large.times(large), Err(Overflow));
        assert_eq!(large.times(number("10")).unwrap().round_half_up(2), Err(Overflow));
        let tiny = Number::from(Decimal::new(1, 28));
        assert_eq!(tiny.times(tiny), Err(Overflow));
        assert_eq!(large.plus(tiny), Err(Overflow));
        assert_eq!(large.compare(tiny), Err(Overflow));
        assert_eq!(number("1").over(Number::ZERO), Ok(None));
        // -2^127 would fit, and its opposite would not.
        let power = |exponent: u32| Number::from(Decimal::from(2_u64.pow(exponent)));
        assert_eq!(power(63).times(power(63)).unwrap().times(number("-2")), Err(Overflow));
    }
}
