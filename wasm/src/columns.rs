//! `evaluateColumns`: many rows in one call.

use js_sys::{Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;
use wengang::{
    Column, Columns, Eligibility, Locale, Plain, Policy, Problem, ProblemCode, Raw, Text,
};

use crate::arguments::{Arguments, Given, raw, too_large};
use crate::{invalid, registry, results};

#[wasm_bindgen(module = "/results.js")]
extern "C" {
    /// 64-bit integers, each as its lower and its upper half.
    #[wasm_bindgen(js_name = integerColumn)]
    fn integer_column(halves: &[u32]) -> JsValue;

    /// JavaScript's own text of a number is the shortest that denotes it: 0.1 stays 0.1.
    #[wasm_bindgen(js_name = numberText)]
    fn number_text(number: f64) -> String;
}

/// The number that stands for an eligibility, or for a row with problems.
fn code(eligibility: Option<Eligibility>) -> u8 {
    match eligibility {
        Some(Eligibility::Undetermined) => 0,
        Some(Eligibility::Eligible) => 1,
        Some(Eligibility::Ineligible) => 2,
        Some(Eligibility::NotAssessed) => 3,
        None => 255,
    }
}

pub(crate) fn evaluate(
    policy: &Policy,
    columns: &[(String, Column)],
    wanted: &[String],
    locale: Locale,
) -> Result<JsValue, JsValue> {
    let calendar = registry::calendar();
    let mut rows = Columns::new(policy, &calendar, columns, wanted)
        .map_err(|problems| invalid(&problems, locale))?;
    let mut eligibility = vec![code(None); rows.len()];
    let mut amounts = vec![-1_i64; rows.len()];
    let errors = Array::new();
    let values: Vec<Array> = wanted.iter().map(|_| Array::new()).collect();
    for row in 0..rows.len() {
        match rows.row(row) {
            Ok(outcome) => {
                eligibility[row] = code(Some(outcome.eligibility));
                amounts[row] = outcome.amount.unwrap_or(-1);
                for (column, value) in values.iter().zip(outcome.values) {
                    column.push(&match value {
                        None => JsValue::NULL,
                        Some(Plain::Text(text)) => text.into(),
                        Some(Plain::Boolean(value)) => value.into(),
                    });
                }
            }
            Err(problems) => {
                for problem in problems {
                    let problem = Problem { row: Some(row), ..problem };
                    errors.push(&results::to_js(&problem.to_data(locale)));
                }
                for column in &values {
                    column.push(&JsValue::NULL);
                }
            }
        }
    }
    let result = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&result, &name.into(), value).map(drop);
    set("eligibility", &Uint8Array::from(eligibility.as_slice()))?;
    set("amountFen", &integer_column(&amounts.into_iter().flat_map(halves).collect::<Vec<_>>()))?;
    set("errors", &errors)?;
    let by_id = Object::new();
    for (id, column) in wanted.iter().zip(values) {
        Reflect::set(&by_id, &id.into(), &column)?;
    }
    set("values", &by_id)?;
    Ok(result.into())
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "takes it apart")]
fn halves(integer: i64) -> [u32; 2] {
    [integer as u32, (integer >> 32) as u32]
}

/// The columns, as `columns.js` gives them: ids and answers, and beside them what crosses as it is.
pub(crate) fn read(
    arguments: &mut Arguments<'_>,
    arrays: &Array,
    locale: Locale,
) -> Result<Vec<(String, Column)>, JsValue> {
    let count: u32 = match arguments.next() {
        Given::Number(count) => count.parse().unwrap_or_default(),
        Given::TooLarge => return Err(invalid(&[too_large()], locale)),
        _ => {
            let message = Text::new(
                "应是一个对象：字段编号和该列的数组",
                "columns are an object of field ids and arrays",
            );
            return Err(invalid(&[Problem::new("", ProblemCode::WrongType, message)], locale));
        }
    };
    let mut read = Vec::new();
    let mut problems = Vec::new();
    for index in 0..count {
        let id = arguments.id();
        let array = arrays.get(index);
        match arguments.next() {
            Given::Boolean(true) => {
                read.push((
                    id.to_owned(),
                    numeric(&array.unchecked_into::<Float64Array>().to_vec()),
                ));
            }
            Given::List(answers) => {
                let answers = answers.into_iter().map(raw).collect();
                let rows = array.unchecked_into::<Uint32Array>().to_vec();
                read.push((id.to_owned(), Column::Repeated { answers, rows }));
            }
            Given::LongList(rows) => problems.push(Problem::new(
                id,
                ProblemCode::TooManyRows,
                Text::new(
                    format!("行数过多：{rows}行"),
                    format!("there are too many rows: {rows}"),
                ),
            )),
            _ => {
                let message = Text::new("一列应是数组", "a column is an array");
                problems.push(Problem::new(id, ProblemCode::WrongType, message));
            }
        }
    }
    if problems.is_empty() { Ok(read) } else { Err(invalid(&problems, locale)) }
}

/// Numbers as integers or hundredths where they are that exactly; otherwise by their text.
fn numeric(numbers: &[f64]) -> Column {
    whole(numbers, 1.0)
        .map(Column::Integers)
        .or_else(|| whole(numbers, 100.0).map(Column::Hundredths))
        .unwrap_or_else(|| Column::Repeated {
            answers: numbers.iter().map(|number| Raw::Number(number_text(*number))).collect(),
            rows: (0..u32::try_from(numbers.len()).unwrap_or(u32::MAX)).collect(),
        })
}

/// So many parts of one each, where every number is the one nearest to its whole number of parts.
#[allow(
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "reads floating-point numbers exactly: a division that gives the same number back proves the decimal"
)]
fn whole(numbers: &[f64], parts: f64) -> Option<Vec<i64>> {
    /// Beyond this not every whole number has a floating-point form.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let part = |number: &f64| -> Option<i64> {
        let count = (number * parts).round_ties_even();
        (count.abs() < EXACT && count / parts == *number).then_some(count as i64)
    };
    numbers.iter().map(part).collect()
}

/// Far more than any policy computes.
const MOST_VALUES: usize = 1000;

/// The values that `evaluateColumns` is asked for, each once: `{ values: ["layoffRate"] }` in its options.
pub(crate) fn wanted(values: Given<'_>, locale: Locale) -> Result<Vec<String>, JsValue> {
    let ids = match values {
        Given::Undefined => Some(Vec::new()),
        Given::List(ids) if ids.len() <= MOST_VALUES => ids
            .iter()
            .map(|id| if let Given::Text(id) = id { Some((*id).to_owned()) } else { None })
            .collect::<Option<Vec<_>>>(),
        _ => None,
    };
    let ids = ids.ok_or_else(|| {
        let message = Text::new(
            "values 应是计算值编号的数组",
            "values is an array of ids of computed values",
        );
        invalid(&[Problem::new("values", ProblemCode::WrongType, message)], locale)
    })?;
    let mut known: Vec<String> = Vec::new();
    for id in ids {
        if !known.contains(&id) {
            known.push(id);
        }
    }
    Ok(known)
}
