//! Writes formulas for readers, from the very expression that is evaluated.

use super::style::Style;
use super::values::{MANY_PLACES, PLACES, write_chosen, write_number, write_value, yes_or_no};
use crate::evaluation::{Situation, Value};
use crate::formula::{Expression, Function, Type};
use crate::policy::{Formula, Input, Kind, Label, Policy};
use crate::values::{Locale, Text, digits};

/// Writes an expression. `situation` gives the values; without one they are left out.
pub(crate) fn render(
    policy: &Policy,
    expression: &Expression,
    style: Style,
    locale: Locale,
    situation: Option<&Situation<'_>>,
) -> String {
    let mut text = String::new();
    Renderer { policy, style, locale, situation, places: PLACES, looked_at: None }
        .write(&mut text, expression);
    closed_up(text)
}

impl Formula {
    /// The formula as the notice has it: the same in every situation.
    pub(crate) fn by_name(&self, policy: &Policy, locale: Locale) -> &str {
        let written = locale.pick(&self.by_name.chinese, &self.by_name.english);
        written.get_or_init(|| render(policy, &self.expression, Style::Names, locale, None))
    }
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

pub(super) struct Renderer<'a, 'p> {
    pub(super) policy: &'a Policy,
    pub(super) style: Style,
    pub(super) locale: Locale,
    pub(super) situation: Option<&'a Situation<'p>>,
    pub(super) places: u32,
    /// The table all of whose rows are looked at.
    pub(super) looked_at: Option<usize>,
}

impl Renderer<'_, '_> {
    pub(super) fn write(&self, to: &mut String, expression: &Expression) {
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
                } else if input.kind == Kind::IdentityNumber {
                    // Nobody else’s business, wherever the explanation goes.
                    self.term(to, &input.label);
                } else if !self.quotient(to, expression, input) {
                    self.reference(to, expression, &input.label, input.result_type());
                }
            }
            Expression::Parameter(index) => {
                let parameter = &self.policy.parameters[*index];
                self.reference(to, expression, &parameter.label, parameter.kind());
            }
            Expression::ParameterOn(index, operand) => {
                self.parameter_by(to, expression, *index, core::slice::from_ref(operand));
            }
            Expression::ParameterBy(index, operands) => {
                self.parameter_by(to, expression, *index, operands);
            }
            Expression::Slices(index, operands) => self.slices(to, *index, operands, false),
            // Formulas about rows are shown by name only.
            Expression::Column(table, index) => {
                let column = &self.policy.tables[*table].columns[*index];
                self.of_row(to, *table, column.yes.as_ref().unwrap_or(&column.label.term));
            }
            Expression::RowValue(table, index) => {
                self.of_row(to, *table, &self.policy.tables[*table].values[*index].label.term);
            }
            Expression::Answered(operand) => self.answered(to, expression, operand),
            Expression::DayClass { date, .. } => {
                to.push_str(self.locale.pick("日类别", "class of day"));
                self.bracketed(to, |to| self.write(to, date));
            }
            Expression::Aggregate(aggregate, table, operands) => {
                self.aggregate(to, expression, *aggregate, *table, operands);
            }
            // Of rows, and so by name only.
            Expression::Peers(peers, _, operands, _) => {
                let (chinese, english) = peers.names();
                to.push_str(self.locale.pick(chinese, english));
                self.bracketed(to, |to| self.series(to, operands, self.locale.pick("，", ", ")));
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
                self.operand(to, operand);
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
            Expression::Includes(chosen, choice) => {
                self.includes(to, expression, chosen, choice, true);
            }
            Expression::HowMany(chosen) => self.how_many(to, expression, chosen),
            Expression::If(condition, met, unmet) => self.choose(to, condition, met, unmet),
            Expression::Call(function, arguments) => {
                self.call(to, expression, *function, arguments);
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

    fn call(
        &self,
        to: &mut String,
        expression: &Expression,
        function: Function,
        arguments: &[Expression],
    ) {
        let (chinese, english) = function.names();
        to.push_str(self.locale.pick(chinese, english));
        let comma = self.locale.pick("，", ", ");
        self.bracketed(to, |to| self.series(to, arguments, comma));
        // Nobody adds months to a day at a glance.
        if function.gives_a_day()
            && self.style.is_in_words()
            && let Some(Value::Date(day)) = self.known(expression)
        {
            self.bracketed(to, |to| day.write(to));
        }
    }

    pub(super) fn term(&self, to: &mut String, label: &Label) {
        self.text(to, &label.term);
    }

    pub(super) fn text(&self, to: &mut String, text: &Text) {
        to.push_str(text.get(self.locale));
    }

    /// One after another, with what stands between them.
    pub(super) fn series(&self, to: &mut String, expressions: &[Expression], between: &str) {
        for (place, expression) in expressions.iter().enumerate() {
            if place > 0 {
                to.push_str(between);
            }
            self.write(to, expression);
        }
    }

    /// In parentheses, with a space before them in English.
    pub(super) fn bracketed(&self, to: &mut String, write: impl FnOnce(&mut String)) {
        to.push_str(self.locale.pick("（", " ("));
        write(to);
        to.push_str(self.locale.pick("）", ")"));
    }

    fn answered(&self, to: &mut String, expression: &Expression, operand: &Expression) {
        let names = Renderer { style: Style::Names, ..*self };
        let given = self.known(expression) != Some(Value::Boolean(false));
        to.push_str(self.locale.pick(if given { "已填" } else { "未填" }, ""));
        names.write(to, operand);
        to.push_str(self.locale.pick("", if given { " is given" } else { " is not given" }));
    }

    pub(super) fn join(&self, to: &mut String, left: &Expression, sign: &str, right: &Expression) {
        self.operand(to, left);
        spaced(to, sign);
        self.operand(to, right);
    }

    /// Beside a sign, what shows itself as a sum needs parentheses.
    fn operand(&self, to: &mut String, expression: &Expression) {
        match expression {
            Expression::Rescale(_, operand) => self.operand(to, operand),
            Expression::Slices(index, operands) => self.slices(to, *index, operands, true),
            _ => self.write(to, expression),
        }
    }

    pub(super) fn is_decided(&self, expression: &Expression) -> bool {
        self.known(expression).is_some()
    }

    /// What an expression has come to, where values are shown.
    pub(super) fn known(&self, expression: &Expression) -> Option<Value> {
        self.style.shows_values().then(|| self.evaluate(expression)).flatten()
    }

    pub(super) fn evaluate(&self, expression: &Expression) -> Option<Value> {
        self.situation.and_then(|situation| situation.evaluate(expression).ok().flatten())
    }

    pub(super) fn reference(
        &self,
        to: &mut String,
        expression: &Expression,
        label: &Label,
        kind: Type,
    ) {
        let Some(value) = self.known(expression) else {
            return self.term(to, label);
        };
        let shown = |to: &mut String| match (&value, kind) {
            (Value::Choice(index), Type::Choice(set)) => {
                self.term(to, &self.policy.choice_sets[set].choices[*index]);
            }
            (Value::Choices(chosen), Type::Choices(set)) => {
                write_chosen(to, **chosen, self.locale, |to, index| {
                    self.term(to, &self.policy.choice_sets[*set].choices[index]);
                });
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
}

/// What has been written from a place on.
pub(super) fn since(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or_default()
}

pub(super) fn spaced(to: &mut String, sign: &str) {
    to.push(' ');
    to.push_str(sign);
    to.push(' ');
}
