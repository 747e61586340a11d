//! Exact numbers: every result of +, −, × and ÷ is kept without rounding.

use core::cmp::Ordering;

use rust_decimal::Decimal;

/// A number too large to be kept exactly (more than 28 significant digits).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overflow;

/// An exact number: a quotient of two decimals, whose denominator is 1 unless a division did not come out even.
///
/// ```
/// use wengang::Number;
/// let third = Number::from(1).over(Number::from(3)).unwrap().unwrap();
/// assert_eq!(third.times(Number::from(3)), Ok(Number::from(1)));
/// assert_eq!(third.round_half_up(2).unwrap().to_string(), "0.33");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Number {
    numerator: Decimal,
    /// Always positive.
    denominator: Decimal,
}

impl Number {
    /// Zero.
    pub const ZERO: Number = Number { numerator: Decimal::ZERO, denominator: Decimal::ONE };

    /// Ten to the power of `exponent`, which may be negative.
    pub(crate) fn power_of_ten(exponent: i8) -> Number {
        let magnitude = u32::from(exponent.unsigned_abs());
        Number::from(if exponent < 0 {
            Decimal::new(1, magnitude)
        } else {
            Decimal::from(10_i64.pow(magnitude))
        })
    }

    /// The sum.
    ///
    /// # Errors
    /// [`Overflow`] where the exact result does not fit.
    pub fn plus(self, other: Number) -> Result<Number, Overflow> {
        if self.denominator == other.denominator {
            let numerator = sum(self.numerator, other.numerator)?;
            return Ok(Number::quotient(numerator, self.denominator));
        }
        let numerator = sum(
            product(self.numerator, other.denominator)?,
            product(other.numerator, self.denominator)?,
        )?;
        Ok(Number::quotient(numerator, product(self.denominator, other.denominator)?))
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
        let numerator = product(self.numerator, other.numerator)?;
        Ok(Number::quotient(numerator, product(self.denominator, other.denominator)?))
    }

    /// The quotient; `None` where the divisor is zero.
    ///
    /// # Errors
    /// [`Overflow`] where the exact result does not fit.
    pub fn over(self, other: Number) -> Result<Option<Number>, Overflow> {
        if other.is_zero() {
            return Ok(None);
        }
        let numerator = product(self.numerator, other.denominator)?;
        let denominator = product(self.denominator, other.numerator)?;
        let (numerator, denominator) = if denominator.is_sign_negative() {
            (-numerator, -denominator)
        } else {
            (numerator, denominator)
        };
        Ok(Some(Number::quotient(numerator, denominator)))
    }

    /// The number with the opposite sign.
    #[must_use]
    pub fn negate(self) -> Number {
        Number { numerator: -self.numerator, denominator: self.denominator }
    }

    /// Compares the exact values.
    ///
    /// # Errors
    /// [`Overflow`] where the numbers cannot be brought to one denominator.
    pub fn compare(self, other: Number) -> Result<Ordering, Overflow> {
        if self.denominator == other.denominator {
            return Ok(self.numerator.cmp(&other.numerator));
        }
        Ok(product(self.numerator, other.denominator)?
            .cmp(&product(other.numerator, self.denominator)?))
    }

    /// So many hundredths.
    pub(crate) fn from_hundredths(hundredths: i64) -> Number {
        Number::from(Decimal::new(hundredths, 2).normalize())
    }

    /// Decimal places of the numerator; of a decimal, its own.
    pub(crate) fn places(self) -> u32 {
        self.numerator.normalize().scale()
    }

    /// Whether this is zero.
    pub fn is_zero(self) -> bool {
        self.numerator.is_zero()
    }

    /// Whether this is below zero.
    pub fn is_negative(self) -> bool {
        self.numerator.is_sign_negative() && !self.numerator.is_zero()
    }

    /// The same value as a decimal where it has an exact one.
    pub fn as_decimal(self) -> Option<Decimal> {
        (self.denominator == Decimal::ONE).then(|| self.numerator.normalize())
    }

    /// The same value as an integer where it is one.
    pub fn as_integer(self) -> Option<i64> {
        let decimal = self.as_decimal()?;
        if decimal.scale() == 0 { i64::try_from(decimal.mantissa()).ok() } else { None }
    }

    /// Rounds to `places` decimal places, a tie away from zero. The result has exactly `places` places.
    ///
    /// # Errors
    /// [`Overflow`] where the rounded number has more than 28 digits.
    pub fn round_half_up(self, places: u32) -> Result<Decimal, Overflow> {
        // Whole numbers from here on, so that the remainder decides, never a truncated quotient.
        let (mut numerator, mut denominator) =
            (self.numerator.mantissa(), self.denominator.mantissa());
        let raise = i64::from(self.denominator.scale()) + i64::from(places)
            - i64::from(self.numerator.scale());
        let factor = u32::try_from(raise.unsigned_abs())
            .ok()
            .and_then(|exponent| 10_i128.checked_pow(exponent))
            .ok_or(Overflow)?;
        if raise >= 0 {
            numerator = numerator.checked_mul(factor).ok_or(Overflow)?;
        } else {
            denominator = denominator.checked_mul(factor).ok_or(Overflow)?;
        }
        let (mut quotient, remainder) = (numerator / denominator, (numerator % denominator).abs());
        if remainder >= denominator - remainder {
            quotient += numerator.signum();
        }
        Decimal::try_from_i128_with_scale(quotient, places).map_err(|_| Overflow)
    }

    /// Plain text with at most `places` decimal places, half up, without trailing zeros or exponent.
    ///
    /// # Errors
    /// As [`Number::round_half_up`].
    pub fn to_plain(self, places: u32) -> Result<String, Overflow> {
        match self.as_decimal() {
            // Needs no rounding, and so no room for more places.
            Some(decimal) if decimal.scale() <= places => Ok(decimal.to_string()),
            _ => Ok(self.round_half_up(places)?.normalize().to_string()),
        }
    }

    /// Keeps the denominator at 1 wherever the quotient is a decimal.
    fn quotient(numerator: Decimal, denominator: Decimal) -> Number {
        if denominator == Decimal::ONE {
            return Number { numerator, denominator };
        }
        if numerator.is_zero() {
            return Number::ZERO;
        }
        match numerator.checked_div(denominator) {
            Some(quotient) if product(quotient, denominator) == Ok(numerator) => {
                Number::from(quotient.normalize())
            }
            _ => Number { numerator, denominator },
        }
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Number {
        Number { numerator: decimal, denominator: Decimal::ONE }
    }
}

impl From<i64> for Number {
    fn from(integer: i64) -> Number {
        Number::from(Decimal::from(integer))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        self.compare(*other) == Ok(Ordering::Equal)
    }
}

/// `Decimal` rounds a product or a sum that has too many digits; its scale gives that away.
fn product(left: Decimal, right: Decimal) -> Result<Decimal, Overflow> {
    if left.is_zero() || right.is_zero() {
        return Ok(Decimal::ZERO);
    }
    let exact = |left: Decimal, right: Decimal| {
        left.checked_mul(right).filter(|result| result.scale() == left.scale() + right.scale())
    };
    exact(left, right).or_else(|| exact(left.normalize(), right.normalize())).ok_or(Overflow)
}

fn sum(left: Decimal, right: Decimal) -> Result<Decimal, Overflow> {
    let exact = |left: Decimal, right: Decimal| {
        left.checked_add(right).filter(|result| result.scale() == left.scale().max(right.scale()))
    };
    if left.is_zero() {
        return Ok(right);
    }
    if right.is_zero() {
        return Ok(left);
    }
    exact(left, right).or_else(|| exact(left.normalize(), right.normalize())).ok_or(Overflow)
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
    fn what_cannot_be_exact_is_an_error_and_never_rounded() {
        let large = Number::from(Decimal::MAX);
        assert_eq!(large.plus(number("1")), Err(Overflow));
        assert_eq!(large.times(number("2")), Err(Overflow));
        assert_eq!(large.plus(number("0.1")), Err(Overflow));
        let tiny = Number::from(Decimal::new(1, 28));
        assert_eq!(tiny.times(number("0.1")), Err(Overflow));
        assert_eq!(number("1").over(Number::ZERO), Ok(None));
    }
}
