//! Writes values the way readers want them.

use rust_decimal::Decimal;

use crate::evaluation::Value;
use crate::formula::{Quantity, Type};
use crate::policy::Policy;
use crate::values::{Locale, Number, Selection, Unit, digits, shortest};

/// Decimal places that readers see, of a percentage too.
pub(super) const PLACES: u32 = 4;

/// Enough places to tell two numbers apart that look alike with fewer.
pub(super) const MANY_PLACES: u32 = 12;

/// Writes a value the way readers want it: `5.5%`, `100人`, `7,380.00元`, `是`.
pub(crate) fn display(policy: &Policy, value: &Value, kind: Type, locale: Locale) -> String {
    let mut text = String::new();
    write_value(&mut text, policy, value, kind, locale, PLACES);
    text
}

pub(super) fn write_value(
    to: &mut String,
    policy: &Policy,
    value: &Value,
    kind: Type,
    locale: Locale,
    places: u32,
) {
    match (value, kind) {
        (Value::Boolean(truth), _) => to.push_str(yes_or_no(*truth, locale)),
        (Value::Date(date), _) => date.write(to),
        (Value::Text(text), _) => to.push_str(text),
        (Value::Choice(index), Type::Choice(set)) => {
            to.push_str(policy.choice(set, *index, locale));
        }
        (Value::Choice(index), _) => digits::write_count(to, *index),
        (Value::Choices(chosen), Type::Choices(set)) => {
            write_chosen(to, **chosen, locale, |to, index| {
                to.push_str(policy.choice(*set, index, locale));
            });
        }
        (Value::Choices(chosen), _) => digits::write_count(to, chosen.count() as usize),
        (Value::Rows(rows), _) => {
            digits::write_count(to, rows.len());
            to.push_str(locale.pick("行", " rows"));
        }
        (Value::Number(number), kind) => {
            write_number(to, *number, quantity_of(kind), locale, places);
        }
    }
}

/// What is chosen, in the order of the policy.
pub(super) fn write_chosen(
    to: &mut String,
    chosen: Selection,
    locale: Locale,
    write: impl Fn(&mut String, usize),
) {
    if chosen == Selection::default() {
        to.push_str(locale.pick("以上都没有", "none of these"));
    }
    for (place, index) in chosen.indexes().enumerate() {
        if place > 0 {
            to.push_str(locale.pick("、", ", "));
        }
        write(to, index);
    }
}

/// A number with its unit, of a question that is not asked yet.
#[cfg(feature = "checking")]
pub(crate) fn number_in_words(number: Number, quantity: Quantity, locale: Locale) -> String {
    let mut text = String::new();
    write_number(&mut text, number, quantity, locale, PLACES);
    text
}

pub(super) fn yes_or_no(truth: bool, locale: Locale) -> &'static str {
    if truth { locale.pick("是", "yes") } else { locale.pick("否", "no") }
}

pub(super) fn write_number(
    to: &mut String,
    number: Number,
    quantity: Quantity,
    locale: Locale,
    places: u32,
) {
    let shown =
        if quantity.percent { number.times(Number::from(100)).unwrap_or(number) } else { number };
    let Ok((rounded, exact)) = shown.rounded(places) else {
        to.push_str(locale.pick("数字过大", "too large"));
        return;
    };
    let mut decimal = shortest(rounded);
    if quantity.names_a_year(number) {
        digits::write(to, decimal);
        to.push_str(locale.pick("年", ""));
        return;
    }
    if !exact {
        to.push('≈');
    }
    if quantity.unit == Unit::YUAN && decimal.scale() == 1 {
        decimal = Decimal::try_from_i128_with_scale(decimal.mantissa() * 10, 2).unwrap_or(decimal);
    }
    digits::write_grouped(to, decimal);
    if quantity.percent {
        to.push('%');
    } else if quantity.unit != Unit::NONE {
        to.push_str(locale.pick("", " "));
        if quantity.unit == Unit::MONTH && locale == Locale::Chinese {
            // 6月 is June.
            to.push_str("个月");
        } else {
            to.push_str(&quantity.unit.label_of(locale, shown == Number::from(1)));
        }
    }
}

pub(super) fn quantity_of(kind: Type) -> Quantity {
    if let Type::Number(quantity) = kind { quantity } else { Quantity::PLAIN }
}
