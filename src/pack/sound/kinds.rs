//! Of what type each formula is.

use super::parts::Checker;
use super::requirement::{NUMBER, Sound, only_if, plain};
use crate::formula::{Aggregate, Comparison, Expression, Function, Peers, Type};
use crate::policy::{Formula, Input, Key, Kind, Parameter};

const LARGEST_POWER: u8 = 24;

/// The type of a parameter with what stands in its brackets.
fn of_parameter(expression: &Expression, parameter: &Parameter, kinds: &[Type]) -> Option<Type> {
    match (expression, kinds) {
        (Expression::ParameterOn(..), [day]) => {
            only_if(parameter.keys() == 0 && is_day(*day))?;
            Some(plain(parameter.kind()))
        }
        (Expression::Slices(..), _) => {
            only_if(parameter.scale.is_some() && keyed(parameter, kinds)? == NUMBER)?;
            Some(NUMBER)
        }
        _ => keyed(parameter, kinds),
    }
}

/// The type of a parameter whose operands are of these: a choice for each key, or a number on its scale; then a day.
fn keyed(parameter: &Parameter, kinds: &[Type]) -> Option<Type> {
    let (keys, day) = kinds.split_at_checked(parameter.keys())?;
    let fits = |(key, kind): (&Key, &Type)| *kind == Type::Choice(key.choices);
    only_if(parameter.by.iter().zip(keys).all(fits))?;
    only_if(parameter.scale.is_none() || keys == [NUMBER])?;
    only_if(day.len() < 2 && day.iter().copied().all(is_day))?;
    Some(plain(parameter.kind()))
}

/// How many of several choices are chosen, or whether one is.
fn of_choices(kinds: &[Type]) -> Option<Type> {
    match kinds {
        [Type::Choices(_)] => Some(NUMBER),
        [Type::Choices(all), Type::Choice(one)] if **all == *one => Some(Type::Boolean),
        _ => None,
    }
}

/// A day, or a year.
fn is_day(kind: Type) -> bool {
    matches!(kind, Type::Date | Type::Number(_))
}

impl Checker<'_> {
    pub(super) fn formula(&self, formula: &Formula, table: Option<usize>, kind: Type) -> Sound {
        let rows = table.as_slice();
        only_if(plain(formula.kind) == kind && self.kind(&formula.expression, rows)? == kind)
    }

    /// The type of an expression about rows of these tables, outermost first. Of what it names, the type that is stated counts
    /// here.
    pub(super) fn kind(&self, expression: &Expression, rows: &[usize]) -> Option<Type> {
        let within = match expression {
            Expression::Aggregate(_, index, _) => {
                let table = self.policy.tables.get(*index)?;
                only_if(rows.len() < 2 && !rows.contains(index))?;
                for own in rows {
                    let few = self.policy.tables[*own].has_few_pairs(table);
                    only_if(few && !table.looks_at_rows())?;
                }
                [rows, &[*index]].concat()
            }
            Expression::Peers(_, index, ..) => {
                only_if(rows.last() == Some(index))?;
                vec![*index]
            }
            _ => rows.to_vec(),
        };
        let operands = expression.operands();
        // What stands for rows that are not there is outside of them.
        let of_rows = matches!(expression, Expression::Aggregate(kind, ..) if kind.is_of_rows());
        let operands = operands.into_iter().enumerate().map(|(place, operand)| {
            self.kind(operand, if of_rows && place > 0 { rows } else { &within })
        });
        let operands = operands.collect::<Option<Vec<_>>>()?;
        if operands.is_empty()
            && let Some(named) = self.named(expression, rows)
        {
            return Some(named);
        }
        match expression {
            Expression::Includes(..) | Expression::HowMany(_) => of_choices(&operands),
            _ => self.kind_with(expression, &operands),
        }
    }

    /// The type of an expression that does something with operands of these types.
    fn kind_with(&self, expression: &Expression, operands: &[Type]) -> Option<Type> {
        let all = |kind| !operands.is_empty() && operands.iter().all(|operand| *operand == kind);
        Some(match (expression, operands) {
            (Expression::Rescale(power, _), _) if power.unsigned_abs() > LARGEST_POWER => {
                return None;
            }
            (
                Expression::Negate(_)
                | Expression::Rescale(..)
                | Expression::Arithmetic(..)
                | Expression::Call(Function::Minimum | Function::Maximum, _),
                _,
            ) if all(NUMBER) => NUMBER,
            (Expression::Call(Function::Minimum | Function::Maximum, _), _) if all(Type::Date) => {
                Type::Date
            }
            (Expression::Not(_) | Expression::And(..) | Expression::Or(..), _)
                if all(Type::Boolean) =>
            {
                Type::Boolean
            }
            (Expression::Compare(comparison, ..), [left, right])
                if left == right
                    && (matches!(left, Type::Number(_) | Type::Date)
                        || matches!(comparison, Comparison::Equal | Comparison::Unequal)) =>
            {
                Type::Boolean
            }
            (Expression::OneOf(..), [kind, ..]) if all(*kind) => Type::Boolean,
            (Expression::If(..), [Type::Boolean, met, unmet]) if met == unmet => *met,
            (Expression::Group(_), [kind]) => *kind,
            (Expression::Answered(operand), _)
                if matches!(**operand, Expression::Input(_) | Expression::Column(..)) =>
            {
                Type::Boolean
            }
            (
                Expression::ParameterOn(index, _)
                | Expression::ParameterBy(index, _)
                | Expression::Slices(index, _),
                kinds,
            ) => of_parameter(expression, self.policy.parameters.get(*index)?, kinds)?,
            (Expression::DayClass { set, choices, .. }, [Type::Date])
                if choices.iter().all(|index| self.choice(*set, *index).is_some()) =>
            {
                Type::Choice(*set)
            }
            (Expression::Peers(Peers::Previous, ..), [.., value, otherwise])
                if value == otherwise =>
            {
                *value
            }
            (
                Expression::Peers(Peers::Count, ..)
                | Expression::Aggregate(Aggregate::Distinct, ..),
                [_, ..],
            )
            | (Expression::Peers(Peers::Sum, ..), [.., Type::Number(_)])
            | (Expression::Aggregate(Aggregate::Count, ..), [] | [Type::Boolean])
            | (Expression::Aggregate(Aggregate::Sum, ..), [Type::Number(_)])
            | (Expression::Aggregate(Aggregate::LargestSum, ..), [_, .., Type::Number(_)])
            | (
                Expression::Aggregate(Aggregate::Mean | Aggregate::Least | Aggregate::Greatest, ..)
                | Expression::Call(
                    Function::RoundHalfUp | Function::RoundDown | Function::RoundUp,
                    _,
                ),
                [Type::Number(_), Type::Number(_)],
            )
            | (Expression::Call(Function::YearOf, _), [Type::Date]) => NUMBER,
            (Expression::Aggregate(Aggregate::Any, ..), [Type::Boolean]) => Type::Boolean,
            (
                Expression::Aggregate(Aggregate::Least | Aggregate::Greatest, ..),
                [Type::Date, Type::Date],
            )
            | (
                Expression::Call(
                    Function::AddDays
                    | Function::AddMonths
                    | Function::AddYears
                    | Function::AddWorkingDays,
                    _,
                ),
                [Type::Date, Type::Number(_)],
            )
            | (Expression::Call(Function::FirstOfMonth, _), [Type::Number(_), Type::Number(_)])
            | (
                Expression::Call(
                    Function::MonthOf | Function::LastOfMonth | Function::WorkingDayFrom,
                    _,
                ),
                [Type::Date],
            )
            | (Expression::Call(Function::BirthDate, _), [Type::Text]) => Type::Date,
            (Expression::Call(function, _), [Type::Date, Type::Date])
                if function.is_time_between() =>
            {
                NUMBER
            }
            _ => return None,
        })
    }

    fn choice(&self, set: usize, index: usize) -> Option<Type> {
        self.policy.choice_sets.get(set)?.choices.get(index).map(|_| Type::Choice(set))
    }

    /// The type of what has no operands: a figure, or what stands behind a name.
    fn named(&self, expression: &Expression, rows: &[usize]) -> Option<Type> {
        let policy = self.policy;
        let answer = |input: &Input| {
            let is_table = matches!(input.kind, Kind::Table(_));
            (!is_table).then(|| plain(input.result_type()))
        };
        let table = |index: usize| policy.tables.get(index).filter(|_| rows.contains(&index));
        match expression {
            Expression::Number(..) => Some(NUMBER),
            Expression::Boolean(_) => Some(Type::Boolean),
            Expression::Date(_) => Some(Type::Date),
            Expression::Choice { set, index } => self.choice(*set, *index),
            Expression::Input(index) => answer(policy.inputs.get(*index)?),
            Expression::Parameter(index) => {
                let parameter = policy.parameters.get(*index)?;
                parameter.constant().map(|_| plain(parameter.kind()))
            }
            Expression::Value(index) => Some(plain(policy.values.get(*index)?.formula.kind)),
            Expression::Column(index, column) => answer(table(*index)?.columns.get(*column)?),
            Expression::RowValue(index, value) => {
                Some(plain(table(*index)?.values.get(*value)?.formula.kind))
            }
            Expression::Grade(index) => {
                Some(Type::Choice(policy.classifications.get(*index)?.choices))
            }
            Expression::Listed(index, indicator) => {
                let indicators = &policy.classifications.get(*index)?.indicators;
                (*indicator < indicators.len()).then_some(Type::Boolean)
            }
            _ => None,
        }
    }
}
