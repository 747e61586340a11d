//! A form as it stands: what its answers were read as, what follows from those that are good, and what is wrong with the
//! others.

use super::assess::{asked_in, assess};
use super::assessment::Assessment;
use crate::evaluation::Value;
use crate::input::{self, Problem, ReadRows, Reading, written};
use crate::policy::{Input, Kind, Policy};
use crate::values::{Calendar, Data, Locale, Number, Raw, digits, shortest};

/// A form as it stands.
#[derive(Debug)]
pub struct Form<'p> {
    /// What follows from the answers that are good.
    pub assessment: Assessment<'p>,
    /// Ids of the inputs and tables asked, in order.
    pub asked: Vec<&'p str>,
    /// What is wrong with the others. They count as not given, and bad rows as not there.
    pub problems: Vec<Problem>,
    inputs: Data<'p>,
}

impl<'p> Form<'p> {
    /// As plain data, with every answer that could be read in the form that programs send it in.
    pub fn to_data(self, locale: Locale) -> Data<'p> {
        Data::object(|data| {
            data.set_data("assessment", self.assessment.to_data());
            data.set_texts("asked", self.asked.iter().copied());
            data.set_list("problems", self.problems.iter().map(|problem| problem.to_data(locale)));
            data.set_data("inputs", self.inputs);
        })
    }
}

/// Applies a policy to whatever is good among the answers of a form.
///
/// # Errors
/// Where a policy can say nothing even of an empty form.
pub fn situation<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
    locale: Locale,
) -> Result<Form<'p>, Vec<Problem>> {
    let mut reading = input::read_form(policy, calendar, fields);
    let mut rounds = 0;
    let assessment = loop {
        match assess(&reading.situation, locale) {
            Ok(assessment) => break assessment,
            Err(problems) if reading.situation.is_empty() => return Err(problems),
            Err(problems) => {
                rounds += 1;
                for problem in problems {
                    let problem = take_back(&mut reading, problem, rounds);
                    reading.problems.push(problem);
                }
            }
        }
    };
    Ok(Form {
        assessment,
        asked: asked_in(&reading.situation),
        inputs: inputs(policy, fields, &reading),
        problems: reading.problems,
    })
}

/// So many rows of which nothing can be computed are taken back one by one; then their table is.
const MOST_ROUNDS: usize = 20;

/// Takes back the answer with which nothing can be computed, or all where it is not known which that is. The problem, with
/// its row by the place at which that was given.
fn take_back(reading: &mut Reading<'_>, problem: Problem, rounds: usize) -> Problem {
    let Reading { situation, tables, .. } = reading;
    let policy = situation.policy;
    let Some(index) = policy.input(&problem.field) else {
        situation.answers_anew().fill(None);
        return problem;
    };
    let table = tables.iter_mut().find(|table| table.input == index);
    let (Some(row), Some(ReadRows { good, .. })) = (problem.row, table) else {
        *situation = situation.with_answer(index, None);
        return problem;
    };
    let kept = match situation.answer(index) {
        Some(Value::Rows(rows)) if rounds < MOST_ROUNDS && rows.len() > 1 => {
            let mut kept = rows.to_vec();
            kept.remove(row);
            Some(Value::Rows(kept.into()))
        }
        _ => None,
    };
    *situation = situation.with_answer(index, kept);
    Problem { row: Some(good.remove(row)), ..problem }
}

/// The answers that could be read, as programs send them; of rows, whatever could be read.
fn inputs<'p>(policy: &'p Policy, fields: &[(String, Raw)], reading: &Reading<'p>) -> Data<'p> {
    Data::object(|data| {
        for (id, raw) in fields {
            let Some(index) = policy.input(id) else { continue };
            let input = &policy.inputs[index];
            let Some(table) = reading.tables.iter().find(|table| table.input == index) else {
                if let Some(answer) = reading.situation.answer(index) {
                    set(data, policy, input, raw, answer);
                }
                continue;
            };
            let (Some(given), Kind::Table(columns)) = (raw.rows(), input.kind) else { continue };
            let columns = &policy.tables[columns].columns;
            let mut rows = table.places.iter().zip(&table.rows).peekable();
            data.set_objects(input.id(), given.iter().enumerate(), |data, (place, given)| {
                let row = rows.next_if(|row| *row.0 == place);
                for (id, raw) in given.iter().flatten() {
                    let column = columns.iter().position(|column| column.id() == id);
                    let answer = column.zip(row).and_then(|(column, row)| {
                        Some((&columns[column], row.1[column].as_ref()?))
                    });
                    if let Some((column, answer)) = answer {
                        set(data, policy, column, raw, answer);
                    }
                }
            });
        }
    })
}

fn set<'p>(data: &mut Data<'p>, policy: &'p Policy, input: &'p Input, raw: &Raw, answer: &Value) {
    let id = input.id();
    match (answer, input.kind) {
        (Value::Boolean(answer), _) => data.set(id, *answer),
        (Value::Number(number), _) => data.set(id, digits(input, raw, *number)),
        (Value::Date(date), _) => data.set(id, date.to_string()),
        (Value::Text(text), _) => data.set(id, text),
        (Value::Choice(place), Kind::Choice(set)) => {
            data.set(id, policy.choice_sets[set].choices[*place].id.as_str());
        }
        (Value::Choices(chosen), Kind::Choices(set)) => {
            let choices = &policy.choice_sets[*set].choices;
            data.set_texts(id, chosen.indexes().map(|index| choices[index].id.as_str()));
        }
        _ => {}
    }
}

/// A number with the digits that it was given with, and a mean that is no decimal of its input as the quotient that it is.
fn digits(input: &Input, raw: &Raw, number: Number) -> String {
    let given = match raw {
        Raw::Written(text) | Raw::Typed(text) => input::plain(input, raw, written::trim(text)).ok(),
        _ => None,
    };
    let decimal = || number.as_decimal().filter(|_| number.has_places(input.decimals));
    given
        .or_else(|| decimal().map(|decimal| digits::plain(shortest(decimal))))
        .or_else(|| {
            let [sum, count] = number.terms()?.map(digits::plain);
            Some([sum, count].join("÷"))
        })
        .unwrap_or_default()
}
