//! Writes formulas for readers, from the very expression that is evaluated.

use rust_decimal::Decimal;

use super::{Aggregate, Comparison, Expression, Operator, Quantity, Type};
use crate::evaluate::{Situation, Value, compare};
use crate::policy::{Formula, Input, Kind, Label, Policy};
use crate::{Locale, Number, Text, Unit};

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
    let written = Renderer { policy, style, locale, situation, places: PLACES }.write(expression);
    let mut text = String::with_capacity(written.len());
    for character in written.chars() {
        // Full-width parentheses bring their own space.
        if character == '（' && text.ends_with(' ') {
            text.pop();
        }
        if character != ' ' || !text.ends_with('）') {
            text.push(character);
        }
    }
    text
}

/// Writes a value the way readers want it: `5.5%`, `100人`, `7,380.00元`, `是`.
pub(crate) fn display(policy: &Policy, value: &Value, kind: Type, locale: Locale) -> String {
    display_with(policy, value, kind, locale, PLACES)
}

fn display_with(policy: &Policy, value: &Value, kind: Type, locale: Locale, places: u32) -> String {
    match (value, kind) {
        (Value::Boolean(true), _) => locale.pick("是", "yes").to_owned(),
        (Value::Boolean(false), _) => locale.pick("否", "no").to_owned(),
        (Value::Date(date), _) => date.to_string(),
        (Value::Text(text), _) => text.clone(),
        (Value::Choice(index), Type::Choice(set)) => policy.choice(set, *index, locale).to_owned(),
        (Value::Choice(index), _) => index.to_string(),
        (Value::Rows(rows), _) => {
            let count = rows.len();
            locale.pick(format!("{count}行"), format!("{count} rows"))
        }
        (Value::Number(number), kind) => display_number(*number, quantity_of(kind), locale, places),
    }
}

fn display_number(number: Number, quantity: Quantity, locale: Locale, places: u32) -> String {
    let shown =
        if quantity.percent { number.times(Number::from(100)).unwrap_or(number) } else { number };
    let Ok(rounded) = shown.round_half_up(places) else {
        return locale.pick("数字过大", "too large").to_owned();
    };
    let exact = Number::from(rounded) == shown;
    let mut decimal = rounded.normalize();
    if quantity.unit == Unit::YUAN && decimal.scale() == 1 {
        decimal.rescale(2);
    }
    // A year is a name more than a number.
    if quantity.unit == Unit::YEAR && exact {
        return format!("{decimal}{}", locale.pick("年", ""));
    }
    let mut text = if exact { String::new() } else { "≈".to_owned() };
    text.push_str(&group_thousands(decimal));
    if quantity.percent {
        text.push('%');
    } else if quantity.unit != Unit::NONE {
        text.push_str(locale.pick("", " "));
        if quantity.unit == Unit::MONTH && locale == Locale::Chinese {
            // 6月 is June.
            text.push_str("个月");
        } else {
            text.push_str(&quantity.unit.label_of(locale, shown == Number::from(1)));
        }
    }
    text
}

/// `-1234567.50` as `−1,234,567.50`.
pub(crate) fn group_thousands(decimal: Decimal) -> String {
    let plain = decimal.abs().to_string();
    let (whole, fraction) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut text = String::new();
    if decimal.is_sign_negative() && !decimal.is_zero() {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}

struct Renderer<'a, 'p> {
    policy: &'a Policy,
    style: Style,
    locale: Locale,
    situation: Option<&'a Situation<'p>>,
    places: u32,
}

impl Renderer<'_, '_> {
    fn write(&self, expression: &Expression) -> String {
        match expression {
            Expression::Number(number, quantity) => {
                display_number(*number, *quantity, self.locale, MANY_PLACES)
            }
            Expression::Boolean(value) => self
                .locale
                .pick(if *value { "是" } else { "否" }, if *value { "yes" } else { "no" })
                .to_owned(),
            Expression::Date(date) => date.to_string(),
            Expression::Choice { set, index } => {
                self.policy.choice_sets[*set].choices[*index].term.get(self.locale).to_owned()
            }
            Expression::Input(index) => {
                let input = &self.policy.inputs[*index];
                match input.kind {
                    Kind::Boolean => self.write_answer(expression, true),
                    _ => self.quotient(expression, input).unwrap_or_else(|| {
                        self.reference(expression, &input.label, input.result_type())
                    }),
                }
            }
            Expression::Parameter(index) => {
                let parameter = &self.policy.parameters[*index];
                self.reference(expression, &parameter.label, Type::Number(parameter.quantity))
            }
            Expression::ParameterOn(index, operand) => {
                self.parameter_on(expression, *index, operand)
            }
            // Formulas about rows are shown by name only.
            Expression::Column(table, index) => {
                let column = &self.policy.tables[*table].columns[*index];
                column.yes.as_ref().map_or_else(|| self.term(&column.label), |yes| self.text(yes))
            }
            Expression::RowValue(table, index) => {
                self.term(&self.policy.tables[*table].values[*index].label)
            }
            Expression::Answered(operand) => self.answered(expression, operand),
            Expression::DayClass { date, .. } => {
                format!(
                    "{}{}",
                    self.locale.pick("日类别", "class of day"),
                    self.list(&self.write(date))
                )
            }
            Expression::Aggregate(aggregate, table, operands) => {
                self.aggregate(expression, *aggregate, *table, operands)
            }
            Expression::Value(index) => {
                let value = &self.policy.values[*index];
                match value.formula.kind {
                    Type::Boolean => self.write_answer(expression, true),
                    kind => self.reference(expression, &value.label, kind),
                }
            }
            Expression::Group(operand) => {
                let (open, close) = self.locale.pick(("（", "）"), ("(", ")"));
                format!("{open}{}{close}", self.write(operand))
            }
            Expression::Rescale(_, operand) => self.write(operand),
            Expression::Negate(operand) => format!("−{}", self.write(operand)),
            // Worked out, an operand shows itself whether it holds.
            Expression::Not(operand) if self.is_decided(operand) => self.write(operand),
            Expression::Not(operand) => self.write_opposite(operand),
            Expression::And(left, right) => self.combine(left, right, false),
            Expression::Or(left, right) => self.combine(left, right, true),
            Expression::Arithmetic(operator, left, right) => {
                self.join(left, operator.sign(), right)
            }
            Expression::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            Expression::OneOf(operand, choices) => self.one_of(operand, choices, true),
            Expression::If(condition, met, unmet) => self.choose(condition, met, unmet),
            Expression::Call(function, arguments) => {
                let arguments: Vec<_> =
                    arguments.iter().map(|argument| self.write(argument)).collect();
                let (chinese, english) = function.names();
                let name = self.locale.pick(chinese, english);
                format!("{name}{}", self.list(&arguments.join(self.locale.pick("，", ", "))))
            }
            Expression::Grade(index) => self.grade(*index),
            Expression::Listed(index, indicator) => {
                let classification = &self.policy.classifications[*index];
                let input = classification.indicators[*indicator];
                let (by, term) = (
                    self.policy.inputs[classification.by].label.term.get(self.locale),
                    self.policy.inputs[input].label.term.get(self.locale),
                );
                self.locale.pick(
                    format!("该{by}按{term}划分"),
                    format!("this {by} is classified by {term}"),
                )
            }
        }
    }

    fn term(&self, label: &Label) -> String {
        self.text(&label.term)
    }

    fn text(&self, text: &Text) -> String {
        text.get(self.locale).to_owned()
    }

    /// The yes or no of a question, or of a value, as a statement; worked out, the one that is true.
    fn write_answer(&self, expression: &Expression, otherwise: bool) -> String {
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
            _ => return self.write(expression),
        };
        match statement {
            Some(statement) => self.text(statement),
            None if answer => self.term(label),
            // How a name is negated, only its author knows.
            None => {
                let term = self.term(label);
                self.locale.pick(format!("“{term}”为否"), format!("“{term}” is no"))
            }
        }
    }

    /// That something does not hold, said by what holds instead wherever there is a way.
    fn write_opposite(&self, expression: &Expression) -> String {
        match expression {
            Expression::Input(_)
            | Expression::Value(_)
            | Expression::Column(..)
            | Expression::RowValue(..) => self.write_answer(expression, false),
            Expression::Group(inner)
                if !matches!(
                    **inner,
                    Expression::And(..) | Expression::Or(..) | Expression::If(..)
                ) =>
            {
                self.write_opposite(inner)
            }
            Expression::Not(inner) => self.write(inner),
            Expression::Compare(comparison, left, right) => {
                self.compare(comparison.opposite(), left, right)
            }
            Expression::OneOf(operand, choices) => self.one_of(operand, choices, false),
            _ => format!("{} {}", self.locale.pick("并非", "not"), self.write(expression)),
        }
    }

    /// That a choice is one of several, or none of them.
    fn one_of(&self, operand: &Expression, choices: &[Expression], positive: bool) -> String {
        let names: Vec<_> = choices.iter().map(|choice| self.write(choice)).collect();
        let names = names.join(self.locale.pick("、", ", "));
        let known = self.known(operand);
        let is_one = known.is_some() && choices.iter().any(|choice| self.known(choice) == known);
        match self.fact(operand) {
            Some(fact) if is_one => return fact,
            Some(fact) => {
                return self.locale.pick(
                    format!("{fact}，不属于{names}"),
                    format!("{fact}, which is none of {names}"),
                );
            }
            None => {}
        }
        let verb = if known.map_or(positive, |_| is_one) {
            self.locale.pick("属于", "is one of")
        } else {
            self.locale.pick("不属于", "is none of")
        };
        let operand = self.write(operand);
        if self.style.is_in_words() {
            self.locale.pick(format!("{operand}{verb}{names}"), format!("{operand} {verb} {names}"))
        } else {
            format!("{operand} {verb}{}", self.list(&names))
        }
    }

    /// What a choice or a text has come to, as a sentence: “平台类型为自有平台”.
    fn fact(&self, expression: &Expression) -> Option<String> {
        let (label, kind) = match expression {
            Expression::Input(index) => {
                let input = &self.policy.inputs[*index];
                (&input.label, input.result_type())
            }
            Expression::Value(index) => {
                let value = &self.policy.values[*index];
                (&value.label, value.formula.kind)
            }
            _ => return None,
        };
        let value = self.evaluate(expression).filter(|_| self.style == Style::Reasons)?;
        let shown = match (&value, kind) {
            (Value::Choice(index), Type::Choice(set)) => {
                self.term(&self.policy.choice_sets[set].choices[*index])
            }
            (Value::Text(text), _) => text.clone(),
            _ => return None,
        };
        let term = self.term(label);
        Some(self.locale.pick(format!("{term}为{shown}"), format!("{term} is {shown}")))
    }

    fn parameter_on(&self, expression: &Expression, index: usize, operand: &Expression) -> String {
        let parameter = &self.policy.parameters[index];
        if self.is_decided(expression) {
            let kind = Type::Number(parameter.quantity);
            return self.reference(expression, &parameter.label, kind);
        }
        format!("{}{}", self.term(&parameter.label), self.list(&self.write(operand)))
    }

    fn answered(&self, expression: &Expression, operand: &Expression) -> String {
        let names = Renderer { style: Style::Names, ..*self };
        let known = self.known(expression);
        let (chinese, english) = match known {
            Some(Value::Boolean(false)) => ("未填", "not given"),
            _ => ("已填", "given"),
        };
        let operand = names.write(operand);
        self.locale.pick(format!("{chinese}{operand}"), format!("{operand} is {english}"))
    }

    fn join(&self, left: &Expression, sign: &str, right: &Expression) -> String {
        format!("{} {sign} {}", self.write(left), self.write(right))
    }

    fn is_decided(&self, expression: &Expression) -> bool {
        self.known(expression).is_some()
    }

    /// 且, or 或 where `either` is enough. Worked out, the side that decides stands alone, and two sides are two facts.
    fn combine(&self, left: &Expression, right: &Expression, either: bool) -> String {
        let decisive = Some(Value::Boolean(either));
        let join = |chinese: &str, english: &str| match self.locale {
            // Between clauses in words, a comma; between the terms of a formula, the word alone.
            Locale::Chinese if self.style.is_in_words() => {
                format!("{}，{chinese}{}", self.write(left), self.write(right))
            }
            Locale::Chinese => self.join(left, chinese, right),
            Locale::English => self.join(left, english, right),
        };
        if self.style.shows_values() {
            for side in [left, right] {
                if self.evaluate(side) == decisive {
                    return self.write(side);
                }
            }
            if self.is_decided(left) && self.is_decided(right) {
                return join("且", "and");
            }
        }
        if either { join("或", "or") } else { join("且", "and") }
    }

    fn list(&self, items: &str) -> String {
        let (open, close) = self.locale.pick(("（", "）"), (" (", ")"));
        format!("{open}{items}{close}")
    }

    /// What an expression has come to, where values are shown.
    fn known(&self, expression: &Expression) -> Option<Value> {
        self.style.shows_values().then(|| self.evaluate(expression)).flatten()
    }

    fn evaluate(&self, expression: &Expression) -> Option<Value> {
        self.situation.and_then(|situation| situation.evaluate(expression).ok().flatten())
    }

    fn reference(&self, expression: &Expression, label: &Label, kind: Type) -> String {
        let term = label.term.get(self.locale);
        let known = self.known(expression);
        let Some(value) = known else {
            return term.to_owned();
        };
        let shown = match (&value, kind) {
            (Value::Choice(index), Type::Choice(set)) => {
                self.term(&self.policy.choice_sets[set].choices[*index])
            }
            _ => display_with(self.policy, &value, kind, self.locale, self.places),
        };
        if self.style == Style::Numbers && matches!(value, Value::Number(_) | Value::Date(_)) {
            // A negative number keeps its sign apart from the operation before it.
            return if shown.starts_with('−') {
                self.list(&shown).trim().to_owned()
            } else {
                shown
            };
        }
        format!("{term}{}", self.list(&shown))
    }

    /// A mean that is no decimal of its input shows the sum and what that is divided by.
    fn quotient(&self, expression: &Expression, input: &Input) -> Option<String> {
        if self.style == Style::Names || input.kind != Kind::Number {
            return None;
        }
        let Value::Number(mean) = self.evaluate(expression)? else { return None };
        if mean.has_places(input.decimals) {
            return None;
        }
        let [sum, count] = mean.terms()?.map(group_thousands);
        let space = self.locale.pick("", " ");
        let unit = input.quantity.unit.label(self.locale);
        Some(if self.style == Style::Numbers {
            format!("{}{space}{unit}", self.list(&format!("{sum}÷{count}")).trim())
        } else {
            let term = input.label.term.get(self.locale);
            format!("{term}{}", self.list(&format!("{sum}÷{count}{space}{unit}")))
        })
    }

    /// A comparison; worked out, with the sign that in fact holds, and with enough digits to see it.
    fn compare(&self, comparison: Comparison, left: &Expression, right: &Expression) -> String {
        if let Expression::Boolean(answer) = right {
            // Worked out, the operand shows itself what it is.
            let holds = (comparison == Comparison::Equal) == *answer;
            return if holds || self.is_decided(left) {
                self.write(left)
            } else {
                self.write_opposite(left)
            };
        }
        let (mut first, mut second) = (self.write(left), self.write(right));
        let known = self.known(left).zip(self.known(right));
        let Some((left_value, right_value)) = known else {
            return self.state(&first, comparison, &second, right);
        };
        if let Some(fact) = self.fact(left) {
            return if left_value == right_value {
                fact
            } else {
                self.locale.pick(format!("{fact}，不是{second}"), format!("{fact}, not {second}"))
            };
        }
        if let (Value::Number(left_value), Value::Number(right_value)) = (&left_value, &right_value)
            && left_value != right_value
            && ending(&first) == ending(&second)
        {
            let closer = Renderer { places: MANY_PLACES, ..*self };
            (first, second) = (closer.write(left), closer.write(right));
        }
        let holds = compare(comparison, &left_value, &right_value) == Ok(true);
        let comparison = if holds { comparison } else { comparison.opposite() };
        self.state(&first, comparison, &second, right)
    }

    /// A comparison with its sign; in words, that of days, years and choices, which are no numbers to a reader.
    fn state(&self, left: &str, comparison: Comparison, right: &str, limit: &Expression) -> String {
        let is_day = self.is_day(limit);
        if !self.style.is_in_words() || !(is_day || matches!(limit, Expression::Choice { .. })) {
            return format!("{left} {} {right}", comparison.sign());
        }
        let (chinese, english) = match comparison {
            Comparison::Equal => ("为", "is"),
            Comparison::Unequal => ("不是", "is not"),
            Comparison::Less => ("早于", "is before"),
            Comparison::AtMost => ("不晚于", "is no later than"),
            Comparison::Greater => ("晚于", "is after"),
            Comparison::AtLeast => ("不早于", "is no earlier than"),
        };
        self.locale.pick(format!("{left}{chinese}{right}"), format!("{left} {english} {right}"))
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

    fn choose(&self, condition: &Expression, met: &Expression, unmet: &Expression) -> String {
        let decided = self.known(condition);
        let Some(Value::Boolean(decided)) = decided else {
            let (first, second, third) =
                (self.write(condition), self.write(met), self.write(unmet));
            return self.locale.pick(
                format!("如果 {first} 则 {second} 否则 {third}"),
                format!("if {first} then {second} else {third}"),
            );
        };
        let reason = self.write(condition);
        let branch = if decided { met } else { unmet };
        let joint = match branch {
            Expression::If(..) => self.locale.pick("；", "; "),
            _ if self.style.is_in_words() => self.locale.pick("，", ", "),
            _ => self.locale.pick("，取 ", ", so "),
        };
        format!("{reason}{joint}{}", self.write(branch))
    }

    /// An aggregate; worked out, its result, as rows are shown on their own.
    fn aggregate(
        &self,
        expression: &Expression,
        aggregate: Aggregate,
        table: usize,
        operands: &[Expression],
    ) -> String {
        let input = &self.policy.inputs[self.policy.table_input(table)];
        if self.style.shows_values()
            && let Some(value) = self.evaluate(expression)
        {
            let kind = match aggregate {
                Aggregate::Count => Type::Number(input.quantity),
                _ => Type::Number(
                    operands.last().map_or(Quantity::PLAIN, |last| self.quantity(last)),
                ),
            };
            return display_with(self.policy, &value, kind, self.locale, self.places);
        }
        let names = Renderer { style: Style::Names, ..*self };
        let (chinese, english) = aggregate.names();
        let mut parts = vec![input.label.term.get(self.locale).to_owned()];
        parts.extend(operands.iter().map(|operand| names.write(operand)));
        let parts = parts.join(self.locale.pick("，", ", "));
        format!("{}{}", self.locale.pick(chinese, english), self.list(&parts))
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

    fn grade(&self, index: usize) -> String {
        let classification = &self.policy.classifications[index];
        let grade = self.known(&Expression::Grade(index));
        let row = self.situation.and_then(|situation| situation.classification_row(index));
        let (Some(Value::Choice(grade)), Some(row)) = (grade, row) else {
            let by = self.policy.inputs[classification.by].label.term.get(self.locale);
            let name = &classification.name;
            return self.locale.pick(
                format!("按《{name}》由{by}和指标下限分档"),
                format!("grade by {by} and the lower bounds of its indicators"),
            );
        };
        let position = classification.grades.iter().position(|choice| *choice == grade);
        let position = position.unwrap_or(classification.grades.len() - 1);
        let mut parts = Vec::new();
        if position < classification.grades.len() - 1 {
            parts.push(self.bounds(index, row, position, true));
        }
        if position > 0 {
            parts.push(self.bounds(index, row, position - 1, false));
        }
        parts.join(self.locale.pick("；", "; "))
    }

    /// How the indicators compare with the lower bounds of one grade.
    fn bounds(&self, index: usize, row: usize, position: usize, reached: bool) -> String {
        let classification = &self.policy.classifications[index];
        let mut comparisons = Vec::new();
        for (input, bounds) in classification.indicators.iter().zip(&classification.rows[row]) {
            let Some(bounds) = bounds else { continue };
            let quantity = self.policy.inputs[*input].quantity;
            let bound = Expression::Number(bounds[position], quantity);
            let reasons = Renderer { style: Style::Reasons, ..*self };
            comparisons.push(reasons.compare(
                Comparison::AtLeast,
                &Expression::Input(*input),
                &bound,
            ));
        }
        let grade = self.policy.choice(
            classification.choices,
            classification.grades[position],
            self.locale,
        );
        let comparisons = comparisons.join(self.locale.pick("，", ", "));
        if reached {
            self.locale.pick(
                format!("{comparisons}，达到{grade}的下限"),
                format!("{comparisons}: reaches the lower bounds of “{grade}”"),
            )
        } else {
            self.locale.pick(
                format!("{comparisons}，未同时达到{grade}的下限"),
                format!("{comparisons}: does not reach all lower bounds of “{grade}”"),
            )
        }
    }
}

/// What a question is called, and what an answer to it says.
fn statement(input: &Input, answer: bool) -> (&Label, Option<&Text>) {
    (&input.label, if answer { input.yes.as_ref() } else { input.no.as_ref() })
}

/// What a rendered operand ends with: its number, without the name before it.
fn ending(operand: &str) -> &str {
    let operand = operand.trim_end_matches(['）', ')']);
    let start = operand.rfind(['（', '(']).map_or(0, |index| index);
    operand[start..].trim_start_matches(['（', '(', '≈'])
}

fn quantity_of(kind: Type) -> Quantity {
    if let Type::Number(quantity) = kind { quantity } else { Quantity::PLAIN }
}

/// The unit that a number of this type is given in, as a word; `None` for percentages, which are fractions.
pub(crate) fn unit_word(formula: &Formula, locale: Locale) -> Option<String> {
    match formula.kind {
        Type::Number(quantity) if quantity.unit != Unit::NONE => Some(quantity.unit.label(locale)),
        _ => None,
    }
}
