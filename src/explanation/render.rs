//! Writes formulas for readers, from the very expression that is evaluated.

use rust_decimal::Decimal;

use crate::evaluation::{Situation, Value, compare};
use crate::formula::{Aggregate, Comparison, Expression, Operator, Quantity, Type};
use crate::policy::{Input, Kind, Label, Policy};
use crate::values::{Locale, Number, Text, Unit, digits, shortest};

/// How references appear.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// By name: the formula as the notice has it.
    Names,
    /// By name, in words where there are any: what has to hold.
    Statements,
    /// By number, others by name and value: the formula worked out.
    Numbers,
    /// By name and value, in words where there are any: the formula as a reason.
    Reasons,
}

impl Style {
    /// Whether values are shown, rather than names alone.
    fn shows_values(self) -> bool {
        matches!(self, Style::Numbers | Style::Reasons)
    }

    /// Whether words stand for the signs of what is no number.
    fn is_in_words(self) -> bool {
        matches!(self, Style::Statements | Style::Reasons)
    }
}

/// Decimal places that readers see, of a percentage too.
const PLACES: u32 = 4;
/// Enough places to tell two numbers apart that look alike with fewer.
const MANY_PLACES: u32 = 12;

/// Writes an expression. `situation` gives the values; without one they are left out.
pub(crate) fn render(
    policy: &Policy,
    expression: &Expression,
    style: Style,
    locale: Locale,
    situation: Option<&Situation<'_>>,
) -> String {
    let mut text = String::new();
    Renderer { policy, style, locale, situation, places: PLACES }.write(&mut text, expression);
    closed_up(text)
}

/// Full-width parentheses bring their own space.
fn closed_up(text: String) -> String {
    let pairs = [" （".as_bytes(), "） ".as_bytes()];
    if !text.as_bytes().windows(4).any(|bytes| pairs.contains(&bytes)) {
        return text;
    }
    let mut closed = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '（' && closed.ends_with(' ') {
            closed.pop();
        }
        if character != ' ' || !closed.ends_with('）') {
            closed.push(character);
        }
    }
    closed
}

/// Writes a value the way readers want it: `5.5%`, `100人`, `7,380.00元`, `是`.
pub(crate) fn display(policy: &Policy, value: &Value, kind: Type, locale: Locale) -> String {
    let mut text = String::new();
    write_value(&mut text, policy, value, kind, locale, PLACES);
    text
}

fn write_value(
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
        (Value::Rows(rows), _) => {
            digits::write_count(to, rows.len());
            to.push_str(locale.pick("行", " rows"));
        }
        (Value::Number(number), kind) => {
            write_number(to, *number, quantity_of(kind), locale, places);
        }
    }
}

fn yes_or_no(truth: bool, locale: Locale) -> &'static str {
    if truth { locale.pick("是", "yes") } else { locale.pick("否", "no") }
}

fn write_number(to: &mut String, number: Number, quantity: Quantity, locale: Locale, places: u32) {
    let shown =
        if quantity.percent { number.times(Number::from(100)).unwrap_or(number) } else { number };
    let Ok((rounded, exact)) = shown.rounded(places) else {
        to.push_str(locale.pick("数字过大", "too large"));
        return;
    };
    let mut decimal = shortest(rounded);
    // A year is a name more than a number.
    if quantity.unit == Unit::YEAR && exact {
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

struct Renderer<'a, 'p> {
    policy: &'a Policy,
    style: Style,
    locale: Locale,
    situation: Option<&'a Situation<'p>>,
    places: u32,
}

impl Renderer<'_, '_> {
    fn write(&self, to: &mut String, expression: &Expression) {
        match expression {
            Expression::Number(number, quantity) => {
                write_number(to, *number, *quantity, self.locale, MANY_PLACES);
            }
            Expression::Boolean(value) => to.push_str(yes_or_no(*value, self.locale)),
            Expression::Date(date) => date.write(to),
            Expression::Choice { set, index } => {
                self.term(to, &self.policy.choice_sets[*set].choices[*index]);
            }
            Expression::Input(index) => {
                let input = &self.policy.inputs[*index];
                if input.kind == Kind::Boolean {
                    self.answer(to, expression, true);
                } else if !self.quotient(to, expression, input) {
                    self.reference(to, expression, &input.label, input.result_type());
                }
            }
            Expression::Parameter(index) => {
                let parameter = &self.policy.parameters[*index];
                let kind = Type::Number(parameter.quantity);
                self.reference(to, expression, &parameter.label, kind);
            }
            Expression::ParameterOn(index, operand) => {
                self.parameter_on(to, expression, *index, operand);
            }
            // Formulas about rows are shown by name only.
            Expression::Column(table, index) => {
                let column = &self.policy.tables[*table].columns[*index];
                self.text(to, column.yes.as_ref().unwrap_or(&column.label.term));
            }
            Expression::RowValue(table, index) => {
                self.term(to, &self.policy.tables[*table].values[*index].label);
            }
            Expression::Answered(operand) => self.answered(to, expression, operand),
            Expression::DayClass { date, .. } => {
                to.push_str(self.locale.pick("日类别", "class of day"));
                self.bracketed(to, |to| self.write(to, date));
            }
            Expression::Aggregate(aggregate, table, operands) => {
                self.aggregate(to, expression, *aggregate, *table, operands);
            }
            Expression::Value(index) => {
                let value = &self.policy.values[*index];
                match value.formula.kind {
                    Type::Boolean => self.answer(to, expression, true),
                    kind => self.reference(to, expression, &value.label, kind),
                }
            }
            Expression::Group(operand) => {
                to.push_str(self.locale.pick("（", "("));
                self.write(to, operand);
                to.push_str(self.locale.pick("）", ")"));
            }
            Expression::Rescale(_, operand) => self.write(to, operand),
            Expression::Negate(operand) => {
                to.push('−');
                self.write(to, operand);
            }
            // Worked out, an operand shows itself whether it holds.
            Expression::Not(operand) if self.is_decided(operand) => self.write(to, operand),
            Expression::Not(operand) => self.opposite(to, operand),
            Expression::And(left, right) => self.combine(to, left, right, false),
            Expression::Or(left, right) => self.combine(to, left, right, true),
            Expression::Arithmetic(operator, left, right) => {
                self.join(to, left, operator.sign(), right);
            }
            Expression::Compare(comparison, left, right) => {
                self.compare(to, *comparison, left, right);
            }
            Expression::OneOf(operand, choices) => self.one_of(to, operand, choices, true),
            Expression::If(condition, met, unmet) => self.choose(to, condition, met, unmet),
            Expression::Call(function, arguments) => {
                let (chinese, english) = function.names();
                to.push_str(self.locale.pick(chinese, english));
                let comma = self.locale.pick("，", ", ");
                self.bracketed(to, |to| self.series(to, arguments, comma));
            }
            Expression::Grade(index) => self.grade(to, *index),
            Expression::Listed(index, indicator) => {
                let classification = &self.policy.classifications[*index];
                let input = classification.indicators[*indicator];
                to.push_str(self.locale.pick("该", "this "));
                self.term(to, &self.policy.inputs[classification.by].label);
                to.push_str(self.locale.pick("按", " is classified by "));
                self.term(to, &self.policy.inputs[input].label);
                to.push_str(self.locale.pick("划分", ""));
            }
        }
    }

    fn term(&self, to: &mut String, label: &Label) {
        self.text(to, &label.term);
    }

    fn text(&self, to: &mut String, text: &Text) {
        to.push_str(text.get(self.locale));
    }

    /// One after another, with what stands between them.
    fn series(&self, to: &mut String, expressions: &[Expression], between: &str) {
        for (place, expression) in expressions.iter().enumerate() {
            if place > 0 {
                to.push_str(between);
            }
            self.write(to, expression);
        }
    }

    /// In parentheses, with a space before them in English.
    fn bracketed(&self, to: &mut String, write: impl FnOnce(&mut String)) {
        to.push_str(self.locale.pick("（", " ("));
        write(to);
        to.push_str(self.locale.pick("）", ")"));
    }

    /// The yes or no of a question, or of a value, as a statement; worked out, the one that is true.
    fn answer(&self, to: &mut String, expression: &Expression, otherwise: bool) {
        // Formulas about rows are shown by name only.
        let known = match expression {
            Expression::Column(..) | Expression::RowValue(..) => None,
            _ => self.known(expression),
        };
        let answer = if let Some(Value::Boolean(known)) = known { known } else { otherwise };
        let (label, statement) = match expression {
            Expression::Input(index) => statement(&self.policy.inputs[*index], answer),
            Expression::Column(table, index) => {
                statement(&self.policy.tables[*table].columns[*index], answer)
            }
            Expression::Value(index) => (&self.policy.values[*index].label, None),
            Expression::RowValue(table, index) => {
                (&self.policy.tables[*table].values[*index].label, None)
            }
            _ => return self.write(to, expression),
        };
        match statement {
            Some(statement) => self.text(to, statement),
            None if answer => self.term(to, label),
            // How a name is negated, only its author knows.
            None => {
                to.push('“');
                self.term(to, label);
                to.push_str(self.locale.pick("”为否", "” is no"));
            }
        }
    }

    /// That something does not hold, said by what holds instead wherever there is a way.
    fn opposite(&self, to: &mut String, expression: &Expression) {
        match expression {
            Expression::Input(_)
            | Expression::Value(_)
            | Expression::Column(..)
            | Expression::RowValue(..) => self.answer(to, expression, false),
            Expression::Group(inner)
                if !matches!(
                    **inner,
                    Expression::And(..) | Expression::Or(..) | Expression::If(..)
                ) =>
            {
                self.opposite(to, inner);
            }
            Expression::Not(inner) => self.write(to, inner),
            Expression::Compare(comparison, left, right) => {
                self.compare(to, comparison.opposite(), left, right);
            }
            Expression::OneOf(operand, choices) => self.one_of(to, operand, choices, false),
            _ => {
                to.push_str(self.locale.pick("并非 ", "not "));
                self.write(to, expression);
            }
        }
    }

    /// That a choice is one of several, or none of them.
    fn one_of(
        &self,
        to: &mut String,
        operand: &Expression,
        choices: &[Expression],
        positive: bool,
    ) {
        let between = self.locale.pick("、", ", ");
        let known = self.known(operand);
        let is_one = known.is_some() && choices.iter().any(|choice| self.known(choice) == known);
        if self.fact(to, operand) {
            if !is_one {
                to.push_str(self.locale.pick("，不属于", ", which is none of "));
                self.series(to, choices, between);
            }
            return;
        }
        let verb = if known.map_or(positive, |_| is_one) {
            self.locale.pick("属于", "is one of")
        } else {
            self.locale.pick("不属于", "is none of")
        };
        self.write(to, operand);
        if self.style.is_in_words() {
            let space = self.locale.pick("", " ");
            to.push_str(space);
            to.push_str(verb);
            to.push_str(space);
            self.series(to, choices, between);
        } else {
            to.push(' ');
            to.push_str(verb);
            self.bracketed(to, |to| self.series(to, choices, between));
        }
    }

    /// What a choice or a text has come to, as a sentence: “平台类型为自有平台”. Whether there is one.
    fn fact(&self, to: &mut String, expression: &Expression) -> bool {
        if self.style != Style::Reasons {
            return false;
        }
        let (label, kind) = match expression {
            Expression::Input(index) => {
                let input = &self.policy.inputs[*index];
                (&input.label, input.result_type())
            }
            Expression::Value(index) => {
                let value = &self.policy.values[*index];
                (&value.label, value.formula.kind)
            }
            _ => return false,
        };
        let value = self.evaluate(expression);
        let shown = match (&value, kind) {
            (Some(Value::Choice(index)), Type::Choice(set)) => {
                self.policy.choice_sets[set].choices[*index].term.get(self.locale)
            }
            (Some(Value::Text(text)), _) => text,
            _ => return false,
        };
        self.term(to, label);
        to.push_str(self.locale.pick("为", " is "));
        to.push_str(shown);
        true
    }

    fn parameter_on(
        &self,
        to: &mut String,
        expression: &Expression,
        index: usize,
        operand: &Expression,
    ) {
        let parameter = &self.policy.parameters[index];
        if self.is_decided(expression) {
            let kind = Type::Number(parameter.quantity);
            return self.reference(to, expression, &parameter.label, kind);
        }
        self.term(to, &parameter.label);
        self.bracketed(to, |to| self.write(to, operand));
    }

    fn answered(&self, to: &mut String, expression: &Expression, operand: &Expression) {
        let names = Renderer { style: Style::Names, ..*self };
        let given = self.known(expression) != Some(Value::Boolean(false));
        to.push_str(self.locale.pick(if given { "已填" } else { "未填" }, ""));
        names.write(to, operand);
        to.push_str(self.locale.pick("", if given { " is given" } else { " is not given" }));
    }

    fn join(&self, to: &mut String, left: &Expression, sign: &str, right: &Expression) {
        self.write(to, left);
        spaced(to, sign);
        self.write(to, right);
    }

    fn is_decided(&self, expression: &Expression) -> bool {
        self.known(expression).is_some()
    }

    /// 且, or 或 where `either` is enough. Worked out, the side that decides stands alone, and two sides are two facts.
    fn combine(&self, to: &mut String, left: &Expression, right: &Expression, either: bool) {
        let mut joint = if either { ("或", "or") } else { ("且", "and") };
        if self.style.shows_values() {
            let decisive = Some(Value::Boolean(either));
            for side in [left, right] {
                if self.evaluate(side) == decisive {
                    return self.write(to, side);
                }
            }
            if self.is_decided(left) && self.is_decided(right) {
                joint = ("且", "and");
            }
        }
        // Between clauses in words, a comma; between the terms of a formula, the word alone.
        if self.locale == Locale::Chinese && self.style.is_in_words() {
            self.write(to, left);
            to.push('，');
            to.push_str(joint.0);
            self.write(to, right);
        } else {
            self.join(to, left, self.locale.pick(joint.0, joint.1), right);
        }
    }

    /// What an expression has come to, where values are shown.
    fn known(&self, expression: &Expression) -> Option<Value> {
        self.style.shows_values().then(|| self.evaluate(expression)).flatten()
    }

    fn evaluate(&self, expression: &Expression) -> Option<Value> {
        self.situation.and_then(|situation| situation.evaluate(expression).ok().flatten())
    }

    fn reference(&self, to: &mut String, expression: &Expression, label: &Label, kind: Type) {
        let Some(value) = self.known(expression) else {
            return self.term(to, label);
        };
        let shown = |to: &mut String| match (&value, kind) {
            (Value::Choice(index), Type::Choice(set)) => {
                self.term(to, &self.policy.choice_sets[set].choices[*index]);
            }
            _ => write_value(to, self.policy, &value, kind, self.locale, self.places),
        };
        if self.style == Style::Numbers && matches!(value, Value::Number(_) | Value::Date(_)) {
            let start = to.len();
            shown(to);
            // A negative number keeps its sign apart from the operation before it.
            if since(to, start).starts_with('−') {
                to.insert_str(start, self.locale.pick("（", "("));
                to.push_str(self.locale.pick("）", ")"));
            }
        } else {
            self.term(to, label);
            self.bracketed(to, shown);
        }
    }

    /// A mean that is no decimal of its input shows the sum and what that is divided by. Whether it is one.
    fn quotient(&self, to: &mut String, expression: &Expression, input: &Input) -> bool {
        if self.style == Style::Names || input.kind != Kind::Number {
            return false;
        }
        let Some(Value::Number(mean)) = self.evaluate(expression) else { return false };
        let Some([sum, count]) = mean.terms() else { return false };
        if mean.has_places(input.decimals) {
            return false;
        }
        let quotient = |to: &mut String| {
            digits::write_grouped(to, sum);
            to.push('÷');
            digits::write_grouped(to, count);
        };
        let unit = |to: &mut String| {
            to.push_str(self.locale.pick("", " "));
            to.push_str(&input.quantity.unit.label(self.locale));
        };
        if self.style == Style::Numbers {
            to.push_str(self.locale.pick("（", "("));
            quotient(to);
            to.push_str(self.locale.pick("）", ")"));
            unit(to);
        } else {
            self.term(to, &input.label);
            self.bracketed(to, |to| {
                quotient(to);
                unit(to);
            });
        }
        true
    }

    /// A comparison; worked out, with the sign that in fact holds, and with enough digits to see it.
    fn compare(
        &self,
        to: &mut String,
        comparison: Comparison,
        left: &Expression,
        right: &Expression,
    ) {
        if let Expression::Boolean(answer) = right {
            // Worked out, the operand shows itself what it is.
            let holds = (comparison == Comparison::Equal) == *answer;
            return if holds || self.is_decided(left) {
                self.write(to, left);
            } else {
                self.opposite(to, left);
            };
        }
        let Some((left_value, right_value)) = self.known(left).zip(self.known(right)) else {
            self.write(to, left);
            self.sign(to, comparison, right);
            return self.write(to, right);
        };
        if self.fact(to, left) {
            if left_value != right_value {
                to.push_str(self.locale.pick("，不是", ", not "));
                self.write(to, right);
            }
            return;
        }
        let holds = compare(comparison, &left_value, &right_value) == Ok(true);
        let comparison = if holds { comparison } else { comparison.opposite() };
        let start = to.len();
        self.write(to, left);
        let end = to.len();
        self.sign(to, comparison, right);
        let second = to.len();
        self.write(to, right);
        if let (Value::Number(left_value), Value::Number(right_value)) = (&left_value, &right_value)
            && left_value != right_value
            && ending(to.get(start..end).unwrap_or_default()) == ending(since(to, second))
        {
            to.truncate(start);
            let closer = Renderer { places: MANY_PLACES, ..*self };
            closer.write(to, left);
            self.sign(to, comparison, right);
            closer.write(to, right);
        }
    }

    /// The sign of a comparison with `limit`; in words, that of days, years and choices, which are no numbers to a reader.
    fn sign(&self, to: &mut String, comparison: Comparison, limit: &Expression) {
        let in_words = self.style.is_in_words()
            && (self.is_day(limit) || matches!(limit, Expression::Choice { .. }));
        if !in_words {
            return spaced(to, comparison.sign());
        }
        to.push_str(match comparison {
            Comparison::Equal => self.locale.pick("为", " is "),
            Comparison::Unequal => self.locale.pick("不是", " is not "),
            Comparison::Less => self.locale.pick("早于", " is before "),
            Comparison::AtMost => self.locale.pick("不晚于", " is no later than "),
            Comparison::Greater => self.locale.pick("晚于", " is after "),
            Comparison::AtLeast => self.locale.pick("不早于", " is no earlier than "),
        });
    }

    /// Whether something is a day or a year.
    fn is_day(&self, expression: &Expression) -> bool {
        match expression {
            Expression::Date(_) => true,
            Expression::Input(index) => {
                let input = &self.policy.inputs[*index];
                input.kind == Kind::Date || input.quantity.unit == Unit::YEAR
            }
            Expression::Value(index) => {
                let kind = self.policy.values[*index].formula.kind;
                kind == Type::Date || quantity_of(kind).unit == Unit::YEAR
            }
            Expression::Column(table, index) => {
                self.policy.tables[*table].columns[*index].kind == Kind::Date
            }
            _ => self.quantity(expression).unit == Unit::YEAR,
        }
    }

    fn choose(
        &self,
        to: &mut String,
        condition: &Expression,
        met: &Expression,
        unmet: &Expression,
    ) {
        let Some(Value::Boolean(decided)) = self.known(condition) else {
            to.push_str(self.locale.pick("如果 ", "if "));
            self.write(to, condition);
            to.push_str(self.locale.pick(" 则 ", " then "));
            self.write(to, met);
            to.push_str(self.locale.pick(" 否则 ", " else "));
            return self.write(to, unmet);
        };
        self.write(to, condition);
        let branch = if decided { met } else { unmet };
        to.push_str(match branch {
            Expression::If(..) => self.locale.pick("；", "; "),
            _ if self.style.is_in_words() => self.locale.pick("，", ", "),
            _ => self.locale.pick("，取 ", ", so "),
        });
        self.write(to, branch);
    }

    /// An aggregate; worked out, its result, as rows are shown on their own.
    fn aggregate(
        &self,
        to: &mut String,
        expression: &Expression,
        aggregate: Aggregate,
        table: usize,
        operands: &[Expression],
    ) {
        let input = &self.policy.inputs[self.policy.table_input(table)];
        if let Some(value) = self.known(expression) {
            let kind = match aggregate {
                Aggregate::Count => Type::Number(input.quantity),
                _ => Type::Number(
                    operands.last().map_or(Quantity::PLAIN, |last| self.quantity(last)),
                ),
            };
            return write_value(to, self.policy, &value, kind, self.locale, self.places);
        }
        let names = Renderer { style: Style::Names, ..*self };
        let (chinese, english) = aggregate.names();
        to.push_str(self.locale.pick(chinese, english));
        self.bracketed(to, |to| {
            self.term(to, &input.label);
            for operand in operands {
                to.push_str(self.locale.pick("，", ", "));
                names.write(to, operand);
            }
        });
    }

    /// What a numeric expression is measured in, as far as readers see it.
    fn quantity(&self, expression: &Expression) -> Quantity {
        let unit = |expression| self.quantity(expression).unit;
        match expression {
            Expression::Number(_, quantity) => *quantity,
            Expression::Input(index) => self.policy.inputs[*index].quantity,
            Expression::Parameter(index) | Expression::ParameterOn(index, _) => {
                self.policy.parameters[*index].quantity
            }
            Expression::Column(table, index) => self.policy.tables[*table].columns[*index].quantity,
            Expression::Value(index) => quantity_of(self.policy.values[*index].formula.kind),
            Expression::RowValue(table, index) => {
                quantity_of(self.policy.tables[*table].values[*index].formula.kind)
            }
            Expression::Group(operand) | Expression::Negate(operand) => self.quantity(operand),
            Expression::Rescale(_, operand) => {
                Quantity { unit: unit(operand).base(), ..self.quantity(operand) }
            }
            Expression::Arithmetic(Operator::Multiply, left, right) => {
                Quantity { unit: unit(left).multiply(unit(right)), percent: false }
            }
            Expression::Arithmetic(Operator::Divide, left, right) => {
                Quantity { unit: unit(left).divide(unit(right)), percent: false }
            }
            // Branches and summands have one unit; a bare zero has none.
            Expression::Arithmetic(_, left, right) | Expression::If(_, left, right) => {
                let left = self.quantity(left);
                if left.unit == Unit::NONE { self.quantity(right) } else { left }
            }
            Expression::Call(_, operands) => {
                operands.first().map_or(Quantity::PLAIN, |first| self.quantity(first))
            }
            _ => Quantity::PLAIN,
        }
    }

    fn grade(&self, to: &mut String, index: usize) {
        let classification = &self.policy.classifications[index];
        let grade = self.known(&Expression::Grade(index));
        let row = self.situation.and_then(|situation| situation.classification_row(index));
        let (Some(Value::Choice(grade)), Some(row)) = (grade, row) else {
            if self.locale == Locale::Chinese {
                to.push_str("按《");
                to.push_str(&classification.name);
                to.push_str("》由");
            } else {
                to.push_str("grade by ");
            }
            self.term(to, &self.policy.inputs[classification.by].label);
            to.push_str(
                self.locale.pick("和指标下限分档", " and the lower bounds of its indicators"),
            );
            return;
        };
        let position = classification.grades.iter().position(|choice| *choice == grade);
        let position = position.unwrap_or(classification.grades.len() - 1);
        let is_last = position == classification.grades.len() - 1;
        if !is_last {
            self.bounds(to, index, row, position, true);
        }
        if position > 0 {
            if !is_last {
                to.push_str(self.locale.pick("；", "; "));
            }
            self.bounds(to, index, row, position - 1, false);
        }
    }

    /// How the indicators compare with the lower bounds of one grade.
    fn bounds(&self, to: &mut String, index: usize, row: usize, position: usize, reached: bool) {
        let classification = &self.policy.classifications[index];
        let reasons = Renderer { style: Style::Reasons, ..*self };
        let mut is_first = true;
        for (input, bounds) in classification.indicators.iter().zip(&classification.rows[row]) {
            let Some(bounds) = bounds else { continue };
            if !is_first {
                to.push_str(self.locale.pick("，", ", "));
            }
            is_first = false;
            let quantity = self.policy.inputs[*input].quantity;
            let bound = Expression::Number(bounds[position], quantity);
            reasons.compare(to, Comparison::AtLeast, &Expression::Input(*input), &bound);
        }
        let grade = classification.grades[position];
        to.push_str(if reached {
            self.locale.pick("，达到", ": reaches the lower bounds of “")
        } else {
            self.locale.pick("，未同时达到", ": does not reach all lower bounds of “")
        });
        to.push_str(self.policy.choice(classification.choices, grade, self.locale));
        to.push_str(self.locale.pick("的下限", "”"));
    }
}

/// What has been written from a place on.
fn since(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or_default()
}

fn spaced(to: &mut String, sign: &str) {
    to.push(' ');
    to.push_str(sign);
    to.push(' ');
}

/// What a question is called, and what an answer to it says.
fn statement(input: &Input, answer: bool) -> (&Label, Option<&Text>) {
    (&input.label, if answer { input.yes.as_ref() } else { input.no.as_ref() })
}

/// What a rendered operand ends with: its number, without the name before it.
fn ending(operand: &str) -> &str {
    let operand = operand.trim_end_matches(['）', ')']);
    let start = operand.rfind(['（', '(']).map_or(0, |index| index);
    since(operand, start).trim_start_matches(['（', '(', '≈'])
}

fn quantity_of(kind: Type) -> Quantity {
    if let Type::Number(quantity) = kind { quantity } else { Quantity::PLAIN }
}
