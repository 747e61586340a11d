//! How much there is to formulas with all that they look up: nothing waits for itself, and nothing takes too long.

use super::requirement::{Sound, only_if};
use crate::formula::{Expression, Operator};
use crate::policy::{Formula, Input, Policy, Reading, Trigger};

/// So deep may an expression be with all that it looks up, and so deep is read: the stack of WebAssembly is small.
const DEEPEST: usize = 120;

/// Terms of a formula with all that it looks up written out, and of all formulas together: some five times as many as any
/// policy so far has.
const MOST_TERMS: usize = 3_000;

pub(super) const MOST_IN_ALL: usize = 30_000;

/// Each other reading evaluates all conditions once more.
pub(crate) const MOST_READINGS: usize = 10;

/// Something that a formula looks up, which may look up more.
#[derive(Clone, Copy)]
enum Place {
    Input(usize),
    Value(usize),
    /// The rows of a table, judged.
    Table(usize),
    Column(usize, usize),
    RowValue(usize, usize),
}

/// How much there is to an expression with all that it looks up written out.
#[derive(Clone, Copy)]
struct Size {
    depth: usize,
    terms: usize,
}

impl Size {
    const ONE: Size = Size { depth: 1, terms: 1 };

    fn hold(&mut self, other: Size) {
        self.depth = self.depth.max(other.depth + 1);
        self.terms += other.terms;
    }
}

#[derive(Clone, Copy)]
enum State {
    Open,
    /// Being measured: meeting it again is a circle.
    Within,
    Known(Size),
}

pub(super) struct Sizes<'p> {
    policy: &'p Policy,
    /// Of inputs, then of values, then of each table and its columns and values.
    states: Vec<State>,
    /// Where those of each table begin.
    tables: Vec<usize>,
    /// Values that are computed by other formulas than their own.
    replaced: Vec<&'p (usize, Formula)>,
    /// Terms of all formulas.
    pub(super) terms: usize,
}

impl<'p> Sizes<'p> {
    pub(super) fn of(policy: &'p Policy) -> Sizes<'p> {
        let mut end = policy.inputs.len() + policy.values.len();
        let mut tables = Vec::new();
        for table in &policy.tables {
            tables.push(end);
            end += 1 + table.columns.len() + table.values.len();
        }
        let states = vec![State::Open; end];
        Sizes { policy, states, tables, replaced: Vec::new(), terms: 0 }
    }

    /// Where the notice is read so.
    pub(super) fn by(policy: &'p Policy, readings: &[&'p Reading]) -> Sizes<'p> {
        let replaced = readings.iter().flat_map(|reading| &reading.values).collect();
        Sizes { replaced, ..Sizes::of(policy) }
    }

    pub(super) fn check(&mut self) -> Sound {
        let policy = self.policy;
        (0..policy.inputs.len()).try_for_each(|index| self.add(Place::Input(index)))?;
        (0..policy.values.len()).try_for_each(|index| self.add(Place::Value(index)))?;
        for (index, table) in policy.tables.iter().enumerate() {
            self.add(Place::Table(index))?;
            (0..table.columns.len()).try_for_each(|at| self.add(Place::Column(index, at)))?;
            (0..table.values.len()).try_for_each(|at| self.add(Place::RowValue(index, at)))?;
        }
        let mut formulas: Vec<&Formula> = policy.hints.iter().map(|hint| &hint.when).collect();
        formulas.extend(policy.procedure.iter().filter_map(|step| step.when.as_ref()));
        formulas.extend(policy.conditions.iter().map(|condition| &condition.formula));
        formulas.extend(policy.deadlines.iter().map(|deadline| &deadline.formula));
        formulas.extend(policy.amount.iter().map(|amount| &amount.formula));
        formulas.extend(policy.warnings.iter().filter_map(|warning| match &warning.trigger {
            Trigger::Formula(formula) => Some(formula),
            Trigger::OtherReading(_) => None,
        }));
        let readings: Vec<_> = policy.other_readings().collect();
        for reading in &readings {
            let mut other = Sizes::by(policy, &[reading]);
            reading.values.iter().try_for_each(|entry| other.add(Place::Value(entry.0)))?;
            let conditions = policy.conditions.iter().map(|condition| &condition.formula);
            conditions
                .chain(policy.amount.iter().map(|amount| &amount.formula))
                .try_for_each(|formula| other.size(&formula.expression, 0).map(|_| ()))?;
        }
        let limits = policy.inputs.iter().filter_map(|input| input.limit.as_ref());
        let limits = limits.chain(policy.amount.iter().filter_map(|amount| amount.limit.as_ref()));
        let expressions = formulas.into_iter().map(|formula| &formula.expression).chain(limits);
        for expression in expressions {
            self.terms += self.size(expression, 0)?.terms;
        }
        only_if(readings.len() <= MOST_READINGS && self.terms <= MOST_IN_ALL)
    }

    fn add(&mut self, place: Place) -> Sound {
        self.terms += self.looked_up(place, 0)?.terms;
        Some(())
    }

    /// `level`: so many are being measured, one within the other.
    fn size(&mut self, expression: &'p Expression, level: usize) -> Option<Size> {
        let policy = self.policy;
        let mut size = Size::ONE;
        let mut places = Vec::new();
        match expression {
            Expression::Input(index) => places.push(Place::Input(*index)),
            Expression::Value(index) => places.push(Place::Value(*index)),
            Expression::Column(table, index) => places.push(Place::Column(*table, *index)),
            Expression::RowValue(table, index) => places.push(Place::RowValue(*table, *index)),
            Expression::Aggregate(_, table, _) => places.push(Place::Table(*table)),
            Expression::ParameterOn(index, _) => {
                size.terms += policy.parameters[*index].history.len();
            }
            Expression::ParameterBy(index, _) | Expression::Slices(index, _) => {
                size.terms += policy.parameters[*index].settings().count();
            }
            Expression::Grade(index) => {
                let item = &policy.classifications[*index];
                size.terms += item.grades.len() * item.indicators.len();
                places.extend([item.by].iter().chain(&item.indicators).copied().map(Place::Input));
            }
            Expression::Listed(index, _) => {
                places.push(Place::Input(policy.classifications[*index].by));
            }
            _ => {}
        }
        for place in places {
            size.hold(self.looked_up(place, level + 1)?);
        }
        for operand in expression.operands() {
            only_if(level < DEEPEST)?;
            size.hold(self.size(operand, level + 1)?);
        }
        // Whoever writes a comparison, or looks for zero in a divisor, looks at these twice.
        if let Expression::Compare(..) | Expression::Arithmetic(Operator::Divide, ..) = expression {
            size.terms *= 2;
        }
        only_if(size.terms <= MOST_TERMS)?;
        Some(size)
    }

    fn looked_up(&mut self, place: Place, level: usize) -> Option<Size> {
        let policy = self.policy;
        let at = match place {
            Place::Input(index) => index,
            Place::Value(index) => policy.inputs.len() + index,
            Place::Table(table) => self.tables[table],
            Place::Column(table, index) => self.tables[table] + 1 + index,
            Place::RowValue(table, index) => {
                self.tables[table] + 1 + policy.tables[table].columns.len() + index
            }
        };
        match self.states[at] {
            State::Within => return None,
            State::Known(size) => {
                only_if(level + size.depth <= DEEPEST)?;
                return Some(size);
            }
            State::Open => only_if(level < DEEPEST)?,
        }
        self.states[at] = State::Within;
        let mut size = Size::ONE;
        for expression in self.looked_at(place) {
            size.hold(self.size(expression, level + 1)?);
        }
        only_if(size.terms <= MOST_TERMS)?;
        self.states[at] = State::Known(size);
        Some(size)
    }

    /// The formulas that have to be looked at for this.
    fn looked_at(&self, place: Place) -> Vec<&'p Expression> {
        let policy = self.policy;
        let when = |input: &'p Input| input.when.as_ref().map(|when| &when.expression);
        let given = |table| policy.table_input(table).and_then(|input| when(&policy.inputs[input]));
        match place {
            Place::Input(index) => when(&policy.inputs[index]).into_iter().collect(),
            Place::Value(index) => {
                let replaced = self.replaced.iter().find(|entry| entry.0 == index);
                let formula = replaced.map_or(&policy.values[index].formula, |entry| &entry.1);
                vec![&formula.expression]
            }
            Place::Table(table) => {
                given(table).into_iter().chain(policy.tables[table].formulas()).collect()
            }
            Place::Column(table, _) if policy.tables[table].schedule.is_some() => {
                policy.tables[table].schedule.iter().flat_map(|made| made.formulas()).collect()
            }
            Place::Column(table, index) => {
                given(table).into_iter().chain(when(&policy.tables[table].columns[index])).collect()
            }
            Place::RowValue(table, index) => {
                vec![&policy.tables[table].values[index].formula.expression]
            }
        }
    }
}
