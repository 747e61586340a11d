//! One policy over many rows that are given column by column.

use core::ops::RangeInclusive;

use crate::evaluation::{Eligibility, Failure, Situation, Value, amount_in_fen, eligibility};
use crate::input::{self, Problem, ProblemCode, Rejection};
use crate::policy::{Input, Kind, Policy};
use crate::result::{self, Plain, failed, plain};
use crate::values::{Calendar, Number, Raw, text};

/// The answers of one field, a row each.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Answers that repeat: for each row the place of its answer in the list.
    Repeated {
        /// The distinct answers.
        answers: Vec<Raw>,
        /// For each row the index of its answer.
        rows: Vec<u32>,
    },
    /// Whole numbers.
    Integers(Vec<i64>),
    /// Hundredths, for money.
    Hundredths(Vec<i64>),
}

impl Column {
    /// How many rows it has.
    pub fn len(&self) -> usize {
        match self {
            Column::Repeated { rows, .. } => rows.len(),
            Column::Integers(values) | Column::Hundredths(values) => values.len(),
        }
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What one row comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct RowOutcome {
    /// Whether the policy applies.
    pub eligibility: Eligibility,
    /// The amount in fen; `None` while unknown and for policies without an amount. One that 64 bits do not hold
    /// (from 92 thousand trillion yuan on) is a problem of its row.
    pub amount: Option<i64>,
    /// The values asked for; `None` where one could not be computed.
    pub values: Vec<Option<Plain>>,
}

/// A column with its answers read once.
enum Prepared<'c> {
    Repeated {
        answers: Vec<Result<Option<Value>, Rejection>>,
        rows: &'c [u32],
    },
    Numbers {
        values: &'c [i64],
        number: fn(i64) -> Number,
        /// What is within the bounds for certain.
        certain: RangeInclusive<i64>,
    },
}

impl Prepared<'_> {
    /// Puts the answer of a row in its place.
    fn read(
        &self,
        policy: &Policy,
        input: &Input,
        row: usize,
        answer: &mut Option<Value>,
    ) -> Result<(), Rejection> {
        match self {
            Prepared::Repeated { answers, rows } => match &answers[rows[row] as usize] {
                Ok(given) => answer.clone_from(given),
                Err(rejection) => return Err(rejection.clone()),
            },
            Prepared::Numbers { values, number, certain } => {
                let value = number(values[row]);
                *answer = if certain.contains(&values[row]) {
                    Some(Value::Number(value))
                } else {
                    let given = value.to_plain(2).unwrap_or_default();
                    input::answer(policy, input, &Raw::Number(given))?
                };
            }
        }
        Ok(())
    }
}

/// A policy applied to rows, one after another.
pub struct Columns<'p, 'c> {
    policy: &'p Policy,
    situation: Situation<'p>,
    answers: Vec<(usize, Prepared<'c>)>,
    values: Vec<usize>,
    has_limits: bool,
    len: usize,
}

impl<'p, 'c> Columns<'p, 'c> {
    /// Prepares columns by field id, and the values (by id) that are asked for.
    ///
    /// # Errors
    /// Where a field or a value is unknown, is a table, or where columns differ in length.
    pub fn new(
        policy: &'p Policy,
        calendar: &'p Calendar,
        columns: &'c [(String, Column)],
        values: &[String],
    ) -> Result<Columns<'p, 'c>, Vec<Problem>> {
        let mut problems = Vec::new();
        let len = columns.first().map_or(0, |column| column.1.len());
        let mut prepared = Vec::new();
        for (id, column) in columns {
            let Some(index) = policy.input(id) else {
                let message = input::unknown_field(id, policy.inputs.iter(), problems.len());
                problems.push(Problem::new(id, ProblemCode::UnknownField, message));
                continue;
            };
            if matches!(policy.inputs[index].kind, Kind::Table(_)) {
                let message = text!("表格不能按列填写", "a table cannot be given as a column");
                problems.push(Problem::new(id, ProblemCode::WrongType, message));
            }
            if column.len() != len {
                let own = column.len();
                let message = text!(
                    "各列的行数不同：{own} 与 {len}",
                    "columns differ in length: {own} and {len}"
                );
                problems.push(Problem::new(id, ProblemCode::WrongType, message));
            }
            prepared.push((index, prepare(policy, index, column)));
        }
        let mut wanted = Vec::new();
        for id in values {
            if let Some(index) = policy.values.iter().position(|value| value.label.id == *id) {
                wanted.push(index);
            } else {
                let message = text!("没有名为“{id}”的计算值", "there is no value “{id}”");
                problems.push(Problem::new(id, ProblemCode::UnknownField, message));
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let situation = Situation::new(policy, calendar, vec![None; policy.inputs.len()]);
        let has_limits = policy.inputs.iter().any(|input| input.limit.is_some());
        Ok(Columns { policy, situation, answers: prepared, values: wanted, has_limits, len })
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What a row comes to.
    ///
    /// # Errors
    /// All problems of the row.
    pub fn row(&mut self, row: usize) -> Result<RowOutcome, Vec<Problem>> {
        let mut problems = Vec::new();
        let answers = self.situation.answers_anew();
        for (index, column) in &self.answers {
            let input = &self.policy.inputs[*index];
            if let Err((code, message)) = column.read(self.policy, input, row, &mut answers[*index])
            {
                answers[*index] = None;
                problems.push((*index, Problem::new(input.id(), code, message)));
            }
        }
        if self.has_limits {
            input::check_limits(&mut self.situation, &mut problems);
        }
        problems.retain(|(index, _)| self.situation.is_asked(*index) != Some(false));
        if !problems.is_empty() {
            return Err(problems.into_iter().map(|(_, problem)| problem).collect());
        }
        self.outcome().map_err(|failure| failed(&self.situation, failure))
    }

    /// Ids of the inputs that the row looked at last still lacks, in the order to ask them.
    pub fn missing(&self, outcome: &RowOutcome) -> Vec<&'p str> {
        result::missing(&self.situation, outcome.eligibility, outcome.amount.is_some())
    }

    fn outcome(&self) -> Result<RowOutcome, Failure> {
        let eligibility = eligibility(&self.situation)?;
        let values = self.values.iter().map(|index| {
            let kind = self.policy.values[*index].formula.kind;
            let value = self.situation.value(*index)?;
            value.map(|value| plain(self.policy, value, kind)).transpose()
        });
        Ok(RowOutcome {
            eligibility,
            amount: amount_in_fen(&self.situation, eligibility)?,
            values: values.collect::<Result<_, _>>()?,
        })
    }
}

fn prepare<'c>(policy: &Policy, index: usize, column: &'c Column) -> Prepared<'c> {
    let input = &policy.inputs[index];
    match column {
        Column::Repeated { answers, rows } => Prepared::Repeated {
            answers: answers.iter().map(|raw| input::answer(policy, input, raw)).collect(),
            rows,
        },
        Column::Integers(values) => numbers(input, values, Number::from),
        Column::Hundredths(values) => numbers(input, values, Number::from_hundredths),
    }
}

fn numbers<'c>(input: &Input, values: &'c [i64], number: fn(i64) -> Number) -> Prepared<'c> {
    let numeric = matches!(input.kind, Kind::Count | Kind::Money | Kind::Number | Kind::Percentage);
    let part = number(1);
    let parts = |bound: Number| bound.over(part).ok()??.as_integer();
    let certain = match (parts(input.min), parts(input.max)) {
        (Some(min), Some(max)) if numeric && part.has_places(input.decimals) => {
            min + i64::from(input.above_min)..=max
        }
        _ => RangeInclusive::new(1, 0),
    };
    Prepared::Numbers { values, number, certain }
}
