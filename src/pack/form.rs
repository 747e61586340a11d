//! What is packed of each type: the order of these lists is the format.

use super::bytes::{Pack, Packer, Unpacker, packed};
use crate::formula::{
    Aggregate, Comparison, Expression, Function, Operator, Peers, Quantity, Type,
};
use crate::policy::{
    Alternative, Amount, AmountPart, Answering, Audience, ByName, Change, Check, ChoiceSet,
    Citation, Classification, Computed, Contact, Duty, Example, Exclusion, Figure, Formula, Helper,
    Hint, Input, Item, Key, Kind, Label, Limit, Local, Material, Months, Note, Parameter, Policy,
    Portal, ProcedureStep, Reading, Reliability, RowCheck, RowRule, Schedule, Setting,
    SourceDocument, Table, Topic, Trigger, Unexpressed, Warning,
};
use crate::values::{Calendar, CalendarYear, Raw, Text, Unit};

packed! {
    struct Policy {
        id, title, region, version, audience, topic, keywords, scheme, claim_year, from, to, checked, summary, sources,
        choice_sets, inputs, tables, parameters, classifications, values, conditions, amount, deadlines, warnings,
        hints, procedure, apply, checklist, contacts, notes, exclusions, changes, locals, examples;
        since 3: unexpressed, readings, faq
    }
    struct SourceDocument { name, title, issuer, number, date, url, reliability, note }
    struct Citation { document, section; since 3: quote }
    struct Label { id, name, text, term }
    struct Text { chinese, english }
    struct ChoiceSet { choices }
    struct Formula { expression, kind, by_name }
    struct Quantity { unit, percent }
    struct Input {
        label, also, help, kind, quantity, min, max, has_own_max, above_min, decimals, earliest, latest, when,
        optional, helper, yes, no, limit, source;
        since 3: months;
        rare since 3: pattern
    }
    struct Table { columns, any_of, values, order, checks, amount, max_rows; since 3: min_rows; rare since 3: schedule }
    struct Schedule { label, quantity, first, count, source }
    struct RowCheck { code, message, rule, source }
    struct Parameter { label, quantity, history, until; rare since 3: by, scale }
    struct Key { choices, label }
    struct Limit { at, included }
    struct Computed { label, formula, source }
    struct Amount { label, formula, is_subsidy, source; rare since 3: parts, limit }
    struct Warning { code, message, fields, trigger }
    struct Alternative { label, text, reading, definitions, source }
    struct Hint { code, message, fields, when }
    struct Classification { name, by, indicators, choices, grades, rows }
    struct Note { title, text, source }
    struct ProcedureStep { note; since 3: who, when, duty, by, missed, materials }
    struct Material { name, help, waived }
    struct Check { text, shows }
    struct Contact { name, office, channel, phone }
    struct Portal { name, url }
    struct Example { name, inputs; since 3: source }
    struct Local { place, year, when, inputs, same, note, source }
    struct Exclusion { policy, text, source }
    struct Unexpressed { text, reason, source }
    struct Answering { question, item }
    struct Change { date, text }
    struct Calendar { years }
    struct CalendarYear { year, holidays, workdays, statutory }
}

packed! {
    enum Audience { Employer, Citizen }
    enum Reliability { Primary, Secondary }
    enum Topic { Retention, Training, Hiring, Pay, Figures }
    enum Duty { None, Confirm, Apply }
    enum Months { Before, First, Last, Average, Sum }
    enum Helper { Policy { policy, value, inputs }, MonthlyAverage }
    enum Kind {
        Count, Money, Number, Percentage, Date, Text, Choice(set), Boolean, Table(table),
        // From format 3 on:
        Identifier, IdentityNumber, CreditCode;
        rare: Choices(set),
    }
    enum Setting { Number(number), Day(day) }
    enum AmountPart { Input(index), Value(index) }
    enum RowRule { Formula(formula), Distinct(by), After { by, start, end }, AtMost { by, count } }
    enum Trigger { Formula(formula), OtherReading(reading) }
    enum Item {
        Parameter(index), Input(index), Column { input, column }, Value(index), Condition(index), Amount, Deadline(index),
        Schedule(index), Reading(index), Warning(index), Hint(index), Procedure(index), Contact(index), Note(index),
        Exclusion(index), Unexpressed(index),
    }
    enum Raw { Missing, Boolean(value), Number(text), Text(text), Table(rows), Other(text), LongText(text), LongTable(rows); rare: Texts(texts) }
    enum Type { Boolean, Number(quantity), Date, Text, Choice(set); rare: Choices(set) }
    enum Operator { Add, Subtract, Multiply, Divide }
    enum Comparison { AtMost, AtLeast, Less, Greater, Equal, Unequal }
    enum Function {
        Minimum, Maximum, AddMonths, AddWorkingDays, YearOf, MonthOf, FirstOfMonth,
        // From format 3 on:
        RoundHalfUp, RoundDown, RoundUp, AddDays, AddYears, Days, WholeMonths, WholeYears, Age, LastOfMonth, WorkingDayFrom,
        BirthDate,
    }
    enum Aggregate {
        Count, Sum, Any, LargestSum,
        // From format 3 on:
        Distinct, Mean, Least, Greatest,
    }
    enum Peers { Count, Sum, Previous }
    enum Expression {
        Number(number, quantity), Boolean(value), Date(date), Choice { set, index }, Input(index), Parameter(index),
        ParameterOn(index, day), Value(index), Column(table, index), RowValue(table, index), Answered(operand),
        DayClass { set, choices, date }, Aggregate(aggregate, table, operands), Negate(operand), Not(operand),
        Arithmetic(operator, left, right), Compare(comparison, left, right), And(left, right), Or(left, right),
        OneOf(operand, choices), If(condition, met, unmet), Call(function, operands), Rescale(power, operand),
        Grade(index), Listed(index, indicator), Group(operand);
        // From format 3 on:
        rare: ParameterBy(index, operands), Slices(index, operands), Peers(peers, table, operands, slot), Includes(chosen, choice), HowMany(chosen),
    }
}

/// The bases that it has, each with its power, so that a pack does not change when a base is added. Up to format 2, all bases there
/// were had a place of their own.
impl Pack for Unit {
    fn pack(&self, to: &mut Packer) {
        let bases = self.exponents.into_iter().enumerate().filter(|(_, exponent)| *exponent != 0);
        bases.clone().count().pack(to);
        for (base, exponent) in bases {
            base.pack(to);
            exponent.pack(to);
        }
        self.power_of_ten.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Unit {
        let mut exponents = [0; Unit::BASES];
        let lists_bases = from.format > 2;
        let count = if lists_bases { usize::unpack(from) } else { 11 };
        for index in 0..count.min(exponents.len()) {
            let base = if lists_bases { usize::unpack(from) } else { index };
            let exponent = i8::unpack(from);
            match exponents.get_mut(base) {
                Some(place) => *place = exponent,
                None => from.fail(),
            }
        }
        Unit { exponents, power_of_ten: Pack::unpack(from) }
    }
}

/// Up to format 2, one value was read otherwise.
impl Pack for Reading {
    fn pack(&self, to: &mut Packer) {
        let Reading { values, parameters } = self;
        values.pack(to);
        parameters.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Reading {
        if from.format > 2 {
            return Reading { values: Pack::unpack(from), parameters: Pack::unpack(from) };
        }
        Reading { values: vec![Pack::unpack(from)], parameters: Vec::new() }
    }
}

/// Up to format 2, there was one number.
impl Pack for Figure {
    fn pack(&self, to: &mut Packer) {
        let Figure { from, settings, limits, source } = self;
        from.pack(to);
        settings.pack(to);
        limits.pack(to);
        source.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Figure {
        let since = Pack::unpack(from);
        let (settings, limits) = if from.format > 2 {
            (Pack::unpack(from), Pack::unpack(from))
        } else {
            (vec![Setting::Number(Pack::unpack(from))], Vec::new())
        };
        Figure { from: since, settings, limits, source: Pack::unpack(from) }
    }
}

/// Written anew wherever it is wanted.
impl Pack for ByName {
    fn pack(&self, _: &mut Packer) {}

    fn unpack(_: &mut Unpacker<'_>) -> ByName {
        ByName::default()
    }
}
