//! What is said in words: yes and no, one choice of several, and what hangs on them.

use super::render::{Renderer, spaced};
use super::style::Style;
use super::values::write_number;
use crate::evaluation::Value;
use crate::formula::{Expression, Type};
use crate::policy::{Input, Label};
use crate::values::{Locale, Text};

impl Renderer<'_, '_> {
    /// The yes or no of a question, or of a value, as a statement; worked out, the one that is true.
    pub(super) fn answer(&self, to: &mut String, expression: &Expression, otherwise: bool) {
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
    pub(super) fn opposite(&self, to: &mut String, expression: &Expression) {
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
            Expression::Includes(chosen, choice) => {
                self.includes(to, expression, chosen, choice, false);
            }
            _ => {
                to.push_str(self.locale.pick("并非 ", "not "));
                self.write(to, expression);
            }
        }
    }

    /// That a choice is one of several, or none of them.
    pub(super) fn one_of(
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

    /// That a choice is among those chosen, or is not; worked out, whichever it is.
    pub(super) fn includes(
        &self,
        to: &mut String,
        expression: &Expression,
        chosen: &Expression,
        choice: &Expression,
        positive: bool,
    ) {
        let includes = self.known(expression).map(|known| known == Value::Boolean(true));
        let verb = if includes.unwrap_or(positive) {
            self.locale.pick("包含", "include")
        } else {
            self.locale.pick("不包含", "do not include")
        };
        // What is among them goes without the others.
        let names = Renderer { style: Style::Names, ..*self };
        if includes == Some(true) {
            names.write(to, chosen);
        } else {
            self.write(to, chosen);
        }
        if self.style.is_in_words() && self.locale == Locale::Chinese {
            to.push_str(verb);
        } else {
            spaced(to, verb);
        }
        self.write(to, choice);
    }

    /// How many are chosen; worked out, the number alone, or behind its name.
    pub(super) fn how_many(&self, to: &mut String, expression: &Expression, chosen: &Expression) {
        let names = Renderer { style: Style::Names, ..*self };
        let known = self.known(expression);
        if known.is_none() || self.style != Style::Numbers {
            to.push_str(self.locale.pick("个数（", "number of "));
            names.write(to, chosen);
            to.push_str(self.locale.pick("）", ""));
        }
        let Some(Value::Number(count)) = known else { return };
        let write = |to: &mut String| {
            write_number(to, count, self.quantity(chosen), self.locale, self.places);
        };
        if self.style == Style::Numbers { write(to) } else { self.bracketed(to, write) }
    }

    /// What a choice or a text has come to, as a sentence: “平台类型为自有平台”. Whether there is one.
    pub(super) fn fact(&self, to: &mut String, expression: &Expression) -> bool {
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

    /// 且, or 或 where `either` is enough. Worked out, the side that decides stands alone, and two sides are two facts.
    pub(super) fn combine(
        &self,
        to: &mut String,
        left: &Expression,
        right: &Expression,
        either: bool,
    ) {
        let mut joint = if either { ("或", "or") } else { ("且", "and") };
        if self.style.shows_values() {
            let decisive = Some(Value::Boolean(either));
            for side in [left, right] {
                if self.evaluate(side) == decisive {
                    // By itself it needs no parentheses.
                    let alone = if let Expression::Group(inner) = side { inner } else { side };
                    return self.write(to, alone);
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

    pub(super) fn choose(
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
}

/// What a question is called, and what an answer to it says.
fn statement(input: &Input, answer: bool) -> (&Label, Option<&Text>) {
    (&input.label, if answer { input.yes.as_ref() } else { input.no.as_ref() })
}
