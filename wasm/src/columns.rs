//! `evaluateColumns`: many rows in one call.

use js_sys::{Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;
use wengang::{
    Column, Columns, Eligibility, Locale, Plain, Policy, Problem, ProblemCode, Raw, Text,
};

use crate::{arguments, invalid, registry, results};

#[wasm_bindgen(module = "/columns.js")]
extern "C" {
    #[wasm_bindgen(js_name = encodeColumn)]
    fn encode_column(column: &JsValue) -> JsValue;

    /// 64-bit integers, each as its lower and its upper half.
    #[wasm_bindgen(js_name = integerColumn)]
    fn integer_column(halves: &[u32]) -> JsValue;
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
    columns: &JsValue,
    wanted: &[String],
    locale: Locale,
) -> Result<JsValue, JsValue> {
    let columns = read(columns).map_err(|problems| invalid(&problems, locale))?;
    let calendar = registry::calendar();
    let mut rows = Columns::new(policy, &calendar, &columns, wanted)
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

fn read(columns: &JsValue) -> Result<Vec<(String, Column)>, Vec<Problem>> {
    let Some(fields) = arguments::own_properties(columns) else {
        let message = Text::new(
            "应是一个对象：字段编号和该列的数组",
            "columns are an object of field ids and arrays",
        );
        return Err(vec![Problem::new("", ProblemCode::WrongType, message)]);
    };
    let mut read = Vec::new();
    let mut problems = Vec::new();
    for (id, value) in fields {
        if let Some(column) = column(&encode_column(&value)) {
            read.push((id, column));
        } else {
            let message = Text::new("一列应是数组", "a column is an array");
            problems.push(Problem::new(&id, ProblemCode::WrongType, message));
        }
    }
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

fn column(encoded: &JsValue) -> Option<Column> {
    if encoded.is_null() {
        return None;
    }
    let property = |name: &str| Reflect::get(encoded, &name.into()).ok();
    let numbers = property("numbers")?;
    if !numbers.is_undefined() {
        return Some(numeric(&numbers.unchecked_into::<Float64Array>().to_vec()));
    }
    let rows = property("rows")?.unchecked_into::<Uint32Array>().to_vec();
    let answers = Array::from(&property("answers")?);
    let answers = answers.iter().map(|answer| arguments::raw(&answer)).collect();
    Some(Column::Repeated { answers, rows })
}

/// Numbers as integers or hundredths where they are that exactly; otherwise by their text.
fn numeric(numbers: &[f64]) -> Column {
    whole(numbers, 1.0)
        .map(Column::Integers)
        .or_else(|| whole(numbers, 100.0).map(Column::Hundredths))
        .unwrap_or_else(|| Column::Repeated {
            answers: numbers.iter().map(|number| arguments::raw(&(*number).into())).collect(),
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

/// The values that `evaluateColumns` is asked for: `{ values: ["layoffRate"] }` in its options.
pub(crate) fn wanted_values(options: &JsValue, locale: Locale) -> Result<Vec<String>, JsValue> {
    let refused = || {
        let message = Text::new(
            "values 应是计算值编号的数组",
            "values is an array of ids of computed values",
        );
        invalid(&[Problem::new("values", ProblemCode::WrongType, message)], locale)
    };
    if options.is_undefined() || options.is_null() {
        return Ok(Vec::new());
    }
    let values = Reflect::get(options, &"values".into()).map_err(|_| refused())?;
    if values.is_undefined() {
        return Ok(Vec::new());
    }
    match arguments::raw(&values) {
        Raw::Table(_) => {
            let ids: Option<Vec<_>> =
                Array::from(&values).iter().map(|id| id.as_string()).collect();
            ids.ok_or_else(refused)
        }
        _ => Err(refused()),
    }
}
