//! The form in which checked policies are embedded: bytes, and the texts that all of them share, each kept once.
//!
//! Written and read by the very same version of the engine, which therefore trusts it. That is why this is no general
//! format: what reads one checks each step, and a page would load those checks for nothing.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers are read as the type that they were written from, and no policy is near the bounds of 32 bits"
)]

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::calendar::{Calendar, CalendarYear};
use crate::formula::{Aggregate, Comparison, Expression, Function, Operator, Quantity, Type};
use crate::policy::{
    Amount, Audience, Change, Check, ChoiceSet, Citation, Classification, Computed, Contact,
    Example, Exclusion, Figure, Formula, Helper, Hint, Input, Kind, Label, Local, Note, Parameter,
    Policy, Portal, Reliability, RowCheck, RowRule, SourceDocument, Table, Topic, Trigger, Warning,
};
use crate::{Number, Raw, Text};

/// Packs values one after another. They share their texts.
#[derive(Debug, Default)]
pub struct Packer {
    bytes: Vec<u8>,
    /// All texts on end, and how long each is.
    texts: String,
    lengths: Vec<usize>,
    /// The place of each text among them.
    places: HashMap<String, usize>,
}

impl Packer {
    /// The value as bytes.
    #[allow(private_bounds, reason = "only values of the engine have a packed form")]
    pub fn pack(&mut self, value: &impl Pack) -> Vec<u8> {
        self.number(self.lengths.len());
        value.pack(self);
        core::mem::take(&mut self.bytes)
    }

    /// The texts of all values packed so far, and their lengths.
    pub fn texts(&mut self) -> (String, Vec<u8>) {
        core::mem::take(&mut self.lengths).pack(self);
        self.places.clear();
        (core::mem::take(&mut self.texts), core::mem::take(&mut self.bytes))
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self, number: usize) {
        let mut rest = number;
        while rest > 0x7f {
            self.bytes.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    /// How many texts ago this one was new; 0 where it is new.
    fn text(&mut self, text: &str) {
        let new = self.lengths.len();
        if let Some(place) = self.places.get(text) {
            self.number(new - place);
        } else {
            self.number(0);
            self.places.insert(text.to_owned(), new);
            self.texts.push_str(text);
            self.lengths.push(text.len());
        }
    }
}

/// The texts of packed values.
#[derive(Debug)]
pub struct Texts {
    all: &'static str,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Texts {
    /// What [`Packer::texts`] gave.
    pub fn new(all: &'static str, lengths: &[u8]) -> Texts {
        let mut end = 0;
        let none = Texts { all, ends: Vec::new() };
        let lengths = Vec::<usize>::unpack(&mut Unpacker { bytes: lengths, texts: &none, new: 0 });
        let add = |length| {
            end += length;
            end
        };
        let ends = lengths.into_iter().map(add).collect();
        Texts { all, ends }
    }

    /// The value that [`Packer::pack`] packed with this version of the engine.
    ///
    /// # Panics
    /// For anything else.
    #[allow(private_bounds, reason = "only values of the engine have a packed form")]
    pub fn unpack<T: Pack>(&self, bytes: &[u8]) -> T {
        let mut unpacker = Unpacker { bytes, texts: self, new: 0 };
        unpacker.new = unpacker.number();
        T::unpack(&mut unpacker)
    }
}

pub(crate) struct Unpacker<'a> {
    bytes: &'a [u8],
    texts: &'a Texts,
    /// The text that is the next new one.
    new: usize,
}

impl Unpacker<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.bytes.split_first().expect("packed values are whole");
        self.bytes = rest;
        *first
    }

    fn number(&mut self) -> usize {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    fn text(&mut self) -> &'static str {
        let ago = self.number();
        let place = self.new - ago;
        self.new += usize::from(ago == 0);
        let start = if place == 0 { 0 } else { self.texts.ends[place - 1] };
        &self.texts.all[start..self.texts.ends[place]]
    }
}

/// A value with a packed form.
pub(crate) trait Pack: Sized {
    fn pack(&self, to: &mut Packer);
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

impl Pack for usize {
    fn pack(&self, to: &mut Packer) {
        to.number(*self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> usize {
        from.number()
    }
}

impl Pack for u32 {
    fn pack(&self, to: &mut Packer) {
        to.number(*self as usize);
    }

    fn unpack(from: &mut Unpacker<'_>) -> u32 {
        from.number() as u32
    }
}

/// Not negative: years and days.
impl Pack for i32 {
    fn pack(&self, to: &mut Packer) {
        to.number(usize::try_from(*self).expect("no year before the first"));
    }

    fn unpack(from: &mut Unpacker<'_>) -> i32 {
        from.number() as i32
    }
}

impl Pack for i8 {
    fn pack(&self, to: &mut Packer) {
        to.bytes.push(*self as u8);
    }

    fn unpack(from: &mut Unpacker<'_>) -> i8 {
        from.byte() as i8
    }
}

impl Pack for bool {
    fn pack(&self, to: &mut Packer) {
        to.bytes.push(u8::from(*self));
    }

    fn unpack(from: &mut Unpacker<'_>) -> bool {
        from.byte() != 0
    }
}

impl Pack for String {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> String {
        from.text().to_owned()
    }
}

/// Figures of policies are decimals: four words of 32 bits.
impl Pack for Number {
    fn pack(&self, to: &mut Packer) {
        let decimal = self.as_decimal().expect("figures are decimals").unpack();
        to.number(decimal.scale as usize * 2 + usize::from(decimal.negative));
        [decimal.lo, decimal.mid, decimal.hi].pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Number {
        let form = from.number() as u32;
        let [low, middle, high] = Pack::unpack(from);
        Number::from(Decimal::from_parts(low, middle, high, form % 2 == 1, form / 2))
    }
}

impl<T: Pack, const N: usize> Pack for [T; N] {
    fn pack(&self, to: &mut Packer) {
        for item in self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> [T; N] {
        core::array::from_fn(|_| T::unpack(from))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        to.number(self.len());
        for item in self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Vec<T> {
        let len = from.number();
        let mut items = Vec::with_capacity(len);
        for _ in 0..len {
            items.push(T::unpack(from));
        }
        items
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(item) = self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<T> {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Pack> Pack for Box<T> {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Box<T> {
        Box::new(T::unpack(from))
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> (A, B) {
        (A::unpack(from), B::unpack(from))
    }
}

/// The fields of a struct, one after another; the variants of an enum, by their place in the list. What is left out of
/// a list does not compile.
macro_rules! packed {
    ($(struct $type:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::packed::Pack for $type {
            fn pack(&self, to: &mut $crate::packed::Packer) {
                let $type { $($field),* } = self;
                $($crate::packed::Pack::pack($field, to);)*
            }

            fn unpack(from: &mut $crate::packed::Unpacker<'_>) -> $type {
                $type { $($field: $crate::packed::Pack::unpack(from)),* }
            }
        }
    )*};
    ($(enum $type:ident { $($variant:ident $(($($item:ident),*))? $({$($field:ident),*})?),* $(,)? })*) => {$(
        impl $crate::packed::Pack for $type {
            #[allow(unused_assignments, reason = "the place after the last variant")]
            fn pack(&self, to: &mut $crate::packed::Packer) {
                let mut place = 0;
                $(
                    if let $type::$variant $(($($item),*))? $({$($field),*})? = self {
                        to.bytes.push(place);
                        $($($crate::packed::Pack::pack($item, to);)*)?
                        $($($crate::packed::Pack::pack($field, to);)*)?
                    }
                    place += 1;
                )*
            }

            #[allow(unused_assignments, reason = "the place after the last variant")]
            fn unpack(from: &mut $crate::packed::Unpacker<'_>) -> $type {
                let variant = from.byte();
                let mut place = 0;
                $(
                    if variant == place {
                        $($(let $item = $crate::packed::Pack::unpack(from);)*)?
                        $($(let $field = $crate::packed::Pack::unpack(from);)*)?
                        return $type::$variant $(($($item),*))? $({$($field),*})?;
                    }
                    place += 1;
                )*
                panic!("packed values are whole")
            }
        }
    )*};
}
pub(crate) use packed;

packed! {
    struct Policy {
        id, title, region, version, audience, topic, keywords, scheme, claim_year, from, to, checked, summary, sources,
        choice_sets, inputs, tables, parameters, classifications, values, conditions, amount, deadlines, warnings,
        hints, procedure, apply, checklist, contacts, notes, exclusions, changes, locals, examples,
    }
    struct SourceDocument { name, title, issuer, number, date, url, reliability, note }
    struct Citation { document, section }
    struct Label { id, name, text, term }
    struct Text { chinese, english }
    struct ChoiceSet { choices }
    struct Formula { expression, kind }
    struct Quantity { unit, percent }
    struct Input {
        label, also, help, kind, quantity, min, max, has_own_max, above_min, decimals, earliest, latest, when,
        optional, helper, yes, no, limit, source,
    }
    struct Table { columns, any_of, values, order, checks, amount, max_rows }
    struct RowCheck { code, message, rule, source }
    struct Parameter { label, quantity, history, until }
    struct Figure { from, value, source }
    struct Computed { label, formula, source }
    struct Amount { label, formula, is_subsidy, source }
    struct Warning { code, message, fields, trigger }
    struct Hint { code, message, fields, when }
    struct Classification { name, by, indicators, choices, grades, rows }
    struct Note { title, text, source }
    struct Check { text, shows }
    struct Contact { name, office, channel, phone }
    struct Portal { name, url }
    struct Example { name, inputs }
    struct Local { place, year, when, inputs, same, note, source }
    struct Exclusion { policy, text, source }
    struct Change { date, text }
    struct Calendar { years }
    struct CalendarYear { year, holidays, workdays, statutory }
}

packed! {
    enum Audience { Employer, Citizen }
    enum Reliability { Primary, Secondary }
    enum Topic { Retention, Training, Hiring, Pay, Figures }
    enum Helper { Policy { policy, value, inputs }, MonthlyAverage }
    enum Kind { Count, Money, Number, Percentage, Date, Text, Choice(set), Boolean, Table(table) }
    enum RowRule { Formula(formula), Distinct(by), After { by, start, end }, AtMost { by, count } }
    enum Trigger { Formula(formula), OtherReading(value, formula) }
    enum Raw { Missing, Boolean(value), Number(text), Text(text), Table(rows), Other(text), LongText(text), LongTable(rows) }
    enum Type { Boolean, Number(quantity), Date, Text, Choice(set) }
    enum Operator { Add, Subtract, Multiply, Divide }
    enum Comparison { AtMost, AtLeast, Less, Greater, Equal, Unequal }
    enum Function { Minimum, Maximum, AddMonths, AddWorkingDays, YearOf, MonthOf, FirstOfMonth }
    enum Aggregate { Count, Sum, Any, LargestSum }
    enum Expression {
        Number(number, quantity), Boolean(value), Date(date), Choice { set, index }, Input(index), Parameter(index),
        ParameterOn(index, day), Value(index), Column(table, index), RowValue(table, index), Answered(operand),
        DayClass { set, choices, date }, Aggregate(aggregate, table, operands), Negate(operand), Not(operand),
        Arithmetic(operator, left, right), Compare(comparison, left, right), And(left, right), Or(left, right),
        OneOf(operand, choices), If(condition, met, unmet), Call(function, operands), Rescale(power, operand),
        Grade(index), Listed(index, indicator), Group(operand),
    }
}
