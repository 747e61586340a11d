//! What an authority shows, and whether a situation comes to it: to the digits shown, no more and no fewer.

use core::cmp::Ordering;

use crate::evaluation::{Eligibility, Failure, Situation, Spread, Spreading, Value, eligibility};
use crate::formula::{Expression, Quantity, Type};
use crate::input::written::{self, Unread};
use crate::input::{self, Problem, ProblemCode};
use crate::policy::{Input, Policy};
use crate::values::{Number, Raw, Rounding, Text, Unit, nearest, text};

/// What is not among the values of a policy, by the words that programs know it by.
const ELIGIBILITY: &str = "eligibility";
const AMOUNT: &str = "amount";

/// How a figure comes to what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It is the same.
    Exact,
    /// It rounds to it, half up.
    Rounded,
    /// It does not round to it, but is cut off to it.
    Truncated,
}

impl How {
    /// The word that programs know it by.
    pub fn id(self) -> &'static str {
        match self {
            How::Exact => "exact",
            How::Rounded => "rounded",
            How::Truncated => "truncated",
        }
    }
}

/// What a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Eligibility,
    /// Before it is rounded.
    Amount,
    Value(usize),
}

enum Wanted {
    Figure { number: Number, last: Number },
    Answer(Value),
}

/// One thing that is shown.
pub(super) struct Shown<'p> {
    pub(super) id: &'p str,
    pub(super) of: Of,
    pub(super) text: String,
    wanted: Wanted,
}

/// All that is shown: what it is to come to, and the answers that it rests on.
pub(super) struct Display<'p> {
    pub(super) figures: Vec<Shown<'p>>,
    pub(super) answers: Vec<(usize, Value)>,
}

/// Reads what is shown, by the ids of values and inputs, `eligibility` and `amount`.
pub(super) fn read<'p>(
    policy: &'p Policy,
    shown: &[(String, Raw)],
) -> Result<Display<'p>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut display = Display { figures: Vec::new(), answers: Vec::new() };
    for (id, raw) in shown {
        let read = match policy.input(id) {
            Some(index) => as_written(raw)
                .map_or(Ok(None), |raw| input::answer(policy, &policy.inputs[index], &raw))
                .map(|answer| display.answers.extend(answer.map(|answer| (index, answer)))),
            None => {
                figure(policy, id, raw, problems.len()).map(|figure| display.figures.extend(figure))
            }
        };
        if let Err((code, message)) = read {
            problems.push(Problem::new(id, code, message));
        }
    }
    if problems.is_empty() && display.figures.is_empty() {
        let message = text!(
            "没有填写经办机构显示的结果：至少一项计算值、金额（amount）或资格（eligibility）",
            "nothing that the authority shows is given: at least a value, the amount or the eligibility"
        );
        problems.push(Problem::new("", ProblemCode::Required, message));
    }
    if problems.is_empty() { Ok(display) } else { Err(problems) }
}

/// Texts are what a person copied from a display.
fn as_written(raw: &Raw) -> Option<Raw> {
    match raw {
        Raw::Missing => None,
        Raw::Text(text) => Some(Raw::Written(text.clone())),
        other => Some(other.clone()),
    }
}

fn figure<'p>(
    policy: &'p Policy,
    id: &str,
    raw: &Raw,
    before: usize,
) -> Result<Option<Shown<'p>>, (ProblemCode, Text)> {
    let value = policy.values.iter().position(|value| value.label.id == id);
    let (of, kind, id) = match (value, id) {
        (Some(index), _) => {
            let value = &policy.values[index];
            (Of::Value(index), value.formula.kind, value.label.id.as_str())
        }
        (None, AMOUNT) if policy.amount.is_some() => {
            (Of::Amount, Type::Number(Quantity::of(Unit::YUAN)), AMOUNT)
        }
        (None, ELIGIBILITY) if !policy.conditions.is_empty() => {
            (Of::Eligibility, Type::Boolean, ELIGIBILITY)
        }
        _ => return Err((ProblemCode::UnknownField, unknown(policy, id, before))),
    };
    let (text, wanted) = match (raw, kind) {
        (Raw::Missing, _) => return Ok(None),
        (Raw::Text(text), _) if written::trim(text).is_empty() => return Ok(None),
        (Raw::Text(text), _) => (written::trim(text).to_owned(), wanted(policy, of, kind, text)),
        (Raw::LongText(text), _) => (text.clone(), Err(ProblemCode::OutOfRange)),
        (Raw::Boolean(truth), Type::Boolean) if of != Of::Eligibility => {
            (truth.to_string(), Ok(Wanted::Answer(Value::Boolean(*truth))))
        }
        (Raw::Boolean(given), _) => (given.to_string(), Err(ProblemCode::WrongType)),
        (Raw::Number(given) | Raw::Other(given), _) => (given.clone(), Err(ProblemCode::WrongType)),
        _ => ("[…]".to_owned(), Err(ProblemCode::WrongType)),
    };
    match wanted {
        Ok(wanted) => Ok(Some(Shown { id, of, text, wanted })),
        Err(code) => Err((code, refusal(policy, of, kind, &text))),
    }
}

fn wanted(policy: &Policy, of: Of, kind: Type, text: &str) -> Result<Wanted, ProblemCode> {
    let answer = match kind {
        Type::Number(quantity) => {
            let (number, last) = input::displayed(text, quantity)?;
            return Ok(Wanted::Figure { number, last });
        }
        Type::Boolean if of == Of::Eligibility => {
            let verdicts = [Eligibility::Ineligible, Eligibility::Eligible];
            let verdict = verdicts.iter().position(|verdict| verdict.id() == written::trim(text));
            let verdict = verdict.ok_or(ProblemCode::UnknownChoice)?;
            Value::Boolean(verdict == 1)
        }
        Type::Boolean => Value::Boolean(written::truth(text).ok_or(ProblemCode::WrongType)?),
        Type::Choice(set) => {
            let choice = written::choice(&policy.choice_sets[set].choices, text);
            Value::Choice(choice.ok_or(ProblemCode::UnknownChoice)?)
        }
        Type::Choices(set) => {
            let chosen = written::selection(&policy.choice_sets[*set].choices, text);
            let chosen = chosen.map_err(|unread| match unread {
                Unread::Unknown(_) => ProblemCode::UnknownChoice,
                Unread::Repeated(_) => ProblemCode::RepeatedChoice,
            })?;
            Value::Choices(set.map(|_| chosen))
        }
        Type::Date => Value::Date(written::date(text).ok_or(ProblemCode::InvalidDate)?),
        Type::Text => Value::Text(written::trim(text).to_owned()),
    };
    Ok(Wanted::Answer(answer))
}

fn unknown(policy: &Policy, id: &str, before: usize) -> Text {
    let id: &str = &input::shortened(id, 200);
    let values = policy.values.iter().map(|value| value.label.id.as_str());
    let inputs = policy.inputs.iter().map(Input::id);
    let known = values.chain(inputs).chain([AMOUNT, ELIGIBILITY]);
    // To look for a name takes far longer than everything else.
    match nearest(id, known.take(if before < 100 { usize::MAX } else { 0 })) {
        Some(similar) => text!(
            "结果里没有“{id}”，是否想写“{similar}”？",
            "no result has “{id}”; did you mean “{similar}”?"
        ),
        None => text!("结果里没有“{id}”", "no result has “{id}”"),
    }
}

/// What was given, and what is allowed.
fn refusal(policy: &Policy, of: Of, kind: Type, given: &str) -> Text {
    let own = match of {
        Of::Eligibility => None,
        Of::Amount => policy.amount.as_ref().map(|amount| amount.label.text.clone()),
        Of::Value(index) => Some(policy.values[index].label.text.clone()),
    };
    let label = own.unwrap_or_else(|| text!("资格", "eligibility"));
    let allowed = match kind {
        Type::Number(quantity) if quantity.percent => text!(
            "请照显示的样子写成文字，例如“5.50%”，最多18位小数",
            "as text, just as it is shown, such as “5.50%”; up to 18 decimal places"
        ),
        Type::Number(_) => text!(
            "请照显示的样子写成文字，例如“7,380.00”，最多18位小数",
            "as text, just as it is shown, such as “7,380.00”; up to 18 decimal places"
        ),
        Type::Boolean if of == Of::Eligibility => {
            text!("只能是 eligible 或 ineligible", "either eligible or ineligible")
        }
        Type::Boolean => text!("应填“是”或“否”", "yes or no is needed"),
        Type::Choice(set) => {
            let ids = ids(policy, set);
            text!("可选：{ids}", "choose one of: {ids}")
        }
        Type::Choices(set) => {
            let ids = ids(policy, *set);
            text!("可选若干项，每项一次：{ids}", "choose from, each once: {ids}")
        }
        Type::Date => text!("应填实际存在的日期", "a date that exists is needed"),
        Type::Text => text!("应填文字", "text is needed"),
    };
    let given = input::shortened(given, 40);
    Text::new(
        format!("“{}”{}；填写的是“{given}”", label.chinese, allowed.chinese),
        format!("“{}”: {}; given: “{given}”", label.english, allowed.english),
    )
}

fn ids(policy: &Policy, set: usize) -> String {
    let choices = policy.choice_sets[set].choices.iter();
    choices.map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(", ")
}

impl Shown<'_> {
    /// What a situation comes to here; `None` while that is open.
    pub(super) fn value(&self, situation: &Situation<'_>) -> Result<Option<Value>, Failure> {
        match self.of {
            Of::Value(index) => Ok(situation.value(index)?.cloned()),
            Of::Eligibility => Ok(situation.conditions_hold()?.map(Value::Boolean)),
            Of::Amount => {
                let number = match (eligibility(situation)?, &situation.policy.amount) {
                    (Eligibility::Ineligible, _) => Some(Number::ZERO),
                    (Eligibility::Undetermined, _) | (_, None) => None,
                    (_, Some(amount)) => situation.number(&amount.formula.expression)?,
                };
                Ok(number.map(Value::Number))
            }
        }
    }

    /// How a value comes to what is shown, if it does.
    pub(super) fn how(&self, value: &Value) -> Option<How> {
        match (&self.wanted, value) {
            (Wanted::Figure { number, last }, Value::Number(value)) => {
                let to = |rounding| value.to_multiple(*last, rounding).ok()?;
                if value == number {
                    Some(How::Exact)
                } else if to(Rounding::HalfUp).as_ref() == Some(number) {
                    Some(How::Rounded)
                } else {
                    (to(Rounding::Down).as_ref() == Some(number)).then_some(How::Truncated)
                }
            }
            (Wanted::Answer(answer), value) => (answer == value).then_some(How::Exact),
            _ => None,
        }
    }

    /// What is shown less a value.
    pub(super) fn remains(&self, value: &Value) -> Option<Number> {
        match (&self.wanted, value) {
            (Wanted::Figure { number, .. }, Value::Number(value)) => number.minus(*value).ok(),
            _ => None,
        }
    }

    /// Marks the answers that it waits for.
    pub(super) fn mark_missing(&self, situation: &Situation<'_>, missing: &mut [bool]) {
        let policy = situation.policy;
        if let Of::Value(index) = self.of {
            return situation.mark_missing(&Expression::Value(index), missing);
        }
        // What does not hold leaves nothing open.
        if situation.conditions_hold() == Ok(Some(false)) {
            return;
        }
        for condition in &policy.conditions {
            situation.mark_missing(&condition.formula.expression, missing);
        }
        if let (Of::Amount, Some(amount)) = (self.of, &policy.amount) {
            situation.mark_missing(&amount.formula.expression, missing);
        }
    }

    /// Whether any answers among those that run may come to what is shown, cut off to it or not; certain where it says no.
    pub(super) fn can_be(&self, spreading: &Spreading<'_>, cuts: bool) -> bool {
        let policy = spreading.situation.policy;
        if let Of::Value(index) = self.of {
            return self.is_in(&spreading.spread(&Expression::Value(index)), cuts);
        }
        let (mut can_hold, mut can_fail, mut is_open) = (true, false, false);
        for condition in &policy.conditions {
            match spreading.spread(&condition.formula.expression) {
                Spread::Point(Value::Boolean(true)) => {}
                Spread::Point(_) => (can_hold, can_fail) = (false, true),
                Spread::Missing => is_open = true,
                _ => can_fail = true,
            }
        }
        can_hold &= !is_open;
        let point = Spread::Point;
        match (self.of, &policy.amount) {
            (Of::Amount, Some(amount)) => {
                (can_fail && self.is_in(&point(Value::Number(Number::ZERO)), cuts))
                    || (can_hold && self.is_in(&spreading.spread(&amount.formula.expression), cuts))
            }
            _ => {
                (can_fail && self.is_in(&point(Value::Boolean(false)), cuts))
                    || (can_hold && self.is_in(&point(Value::Boolean(true)), cuts))
            }
        }
    }

    /// Whether something in a spread may come to what is shown.
    fn is_in(&self, spread: &Spread, cuts: bool) -> bool {
        match (&self.wanted, spread) {
            (_, Spread::Missing) => false,
            (_, Spread::Point(value)) => {
                self.how(value).is_some_and(|how| cuts || how != How::Truncated)
            }
            (Wanted::Figure { .. }, Spread::Between(Value::Number(from), Value::Number(to))) => {
                let is_above =
                    |left: Number, right: Number| left.compare(right).is_ok_and(Ordering::is_gt);
                // What is too large to be told lies anywhere.
                self.reach(cuts)
                    .is_none_or(|(least, most)| !is_above(*from, most) && !is_above(least, *to))
            }
            _ => true,
        }
    }

    /// What lies beyond these two does not come to the figure: to round adds or takes half of one of the last digit at most,
    /// and to cut off takes less than a whole one, towards zero.
    fn reach(&self, cuts: bool) -> Option<(Number, Number)> {
        let Wanted::Figure { number, last } = self.wanted else { return None };
        let half = last.over(Number::from(2)).ok()??;
        let by = |is_cut: bool| if cuts && is_cut { last } else { half };
        let least = number.minus(by(number.is_negative() || number.is_zero())).ok()?;
        Some((least, number.plus(by(!number.is_negative())).ok()?))
    }
}
