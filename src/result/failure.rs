//! Why there is no result although nothing is missing.

use crate::evaluation::{Failure, Situation, Value};
use crate::input::{Problem, ProblemCode};
use crate::policy::Kind;
use crate::values::{Date, Text, text};

/// A failure is the fault of what was given: no policy that passed its checks fails on ordinary answers.
pub(crate) fn failed(situation: &Situation<'_>, failure: Failure) -> Vec<Problem> {
    let policy = situation.policy;
    let (day, message) = match failure {
        Failure::TooLarge => (
            None,
            text!("数字过大，无法精确计算", "the numbers are too large to be computed exactly"),
        ),
        Failure::DivisionByZero => (None, text!("除数为零", "a divisor is zero")),
        Failure::DateOutOfRange => (None, text!("日期超出范围", "a date is out of range")),
        Failure::NegativeAmount => {
            (None, text!("算出的金额小于零", "the amount comes to less than zero"))
        }
        Failure::NoFigure(parameter, day) => {
            let label = &policy.parameters[parameter].label.text;
            let message = Text::new(
                format!("{day}的“{}”没有数据", label.chinese),
                format!("“{}” is not known for {day}", label.english),
            );
            (Some(day), message)
        }
        Failure::NoCalendar(day) => (
            Some(day),
            text!(
                "自{day}起要用到的放假安排尚未收录",
                "the public holidays needed from {day} on are not known"
            ),
        ),
    };
    let problem = Problem::new("", ProblemCode::OutOfRange, message);
    vec![day.and_then(|day| blame(situation, day, &problem)).unwrap_or(problem)]
}

/// The problem, put down to the answer that gives this day or its year.
fn blame(situation: &Situation<'_>, day: Date, problem: &Problem) -> Option<Problem> {
    let policy = situation.policy;
    let gives = |value: &Option<Value>| match value {
        Some(Value::Date(date)) => *date == day,
        Some(Value::Number(number)) => number.as_integer() == Some(i64::from(day.year())),
        _ => false,
    };
    for (index, input) in policy.inputs.iter().enumerate() {
        let answer = situation.answer(index).cloned();
        let field = input.id().to_owned();
        if gives(&answer) {
            return Some(Problem { field, ..problem.clone() });
        }
        let (Some(Value::Rows(rows)), Kind::Table(table)) = (answer, input.kind) else { continue };
        for (row, cells) in rows.iter().enumerate() {
            if let Some(column) = cells.iter().position(gives) {
                let column = Some(policy.tables[table].columns[column].id().to_owned());
                return Some(Problem { field, row: Some(row), column, ..problem.clone() });
            }
        }
    }
    None
}
