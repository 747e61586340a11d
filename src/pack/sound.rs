//! Whether a policy is one that the rest of the engine can take as it takes those that passed the checks.
//!
//! Not whether it is right: nobody can tell that from a pack. But no index may lead nowhere, every formula has to be of one
//! type, nothing may wait for itself, and nothing may take an engine longer than a policy could.

use crate::formula::{Aggregate, Comparison, Expression, Function, Operator, Quantity, Type};
use crate::policy::{
    Citation, Classification, Computed, Formula, Helper, Input, Kind, Label, Note, Policy, RowRule,
    Table, Trigger,
};
use crate::values::{Number, Raw, Text};

/// So deep may an expression be with all that it looks up, and so deep is read: the stack of WebAssembly is small.
const DEEPEST: usize = 120;

/// Terms of a formula with all that it looks up written out, and of all formulas together: some four times as many as any
/// policy so far has.
const MOST_TERMS: usize = 1_000;
const MOST_IN_ALL: usize = 10_000;

/// A warning by another reading evaluates all conditions once more.
const MOST_READINGS: usize = 10;

/// Bytes of what is written into formulas and their results, over and over.
const LONGEST_TERM: usize = 1_000;

/// Choices, each as often as a question offers them.
const MOST_CHOICES: usize = 20_000;

/// Other names of a question, each compared with each.
const MOST_NAMES: usize = 100;

const MOST_ROWS: usize = 100_000;
const MOST_DECIMALS: u32 = 18;
const LARGEST_BOUND: i64 = 1_000_000_000_000_000;
const LARGEST_POWER: u8 = 24;
const LONGEST_ID: usize = 100;

const NUMBER: Type = Type::Number(Quantity::PLAIN);

/// What follows from a part that is as it has to be: nothing. `None` ends the whole.
type Sound = Option<()>;

pub(super) fn is_sound(policy: &Policy) -> bool {
    let mut sizes = Sizes::of(policy);
    Checker { policy }.check().and_then(|()| sizes.check()).is_some()
}

/// How much there is to all formulas of a policy, as far as a pack may have it.
pub(crate) fn terms(policy: &Policy) -> usize {
    let mut sizes = Sizes::of(policy);
    sizes.check().map_or(MOST_IN_ALL, |()| sizes.terms)
}

fn only_if(condition: bool) -> Sound {
    condition.then_some(())
}

/// Types by what they are, whatever numbers are measured in: a wrong unit is shown, and harms nobody.
fn plain(kind: Type) -> Type {
    if matches!(kind, Type::Number(_)) { NUMBER } else { kind }
}

struct Checker<'p> {
    policy: &'p Policy,
}

impl Checker<'_> {
    fn check(&self) -> Sound {
        let policy = self.policy;
        for id in [&policy.id, &policy.scheme, &policy.version] {
            only_if(is_id(id))?;
        }
        let years = policy.locals.iter().filter_map(|local| local.year).chain(policy.claim_year);
        only_if(years.into_iter().all(|year| (1..10_000).contains(&year)))?;
        for set in &policy.choice_sets {
            only_if(!set.choices.is_empty())?;
            set.choices.iter().try_for_each(label)?;
            distinct(set.choices.iter().map(|choice| &*choice.id))?;
        }
        let portal = policy.apply.iter().map(|portal| &portal.url);
        let urls = policy.sources.iter().filter_map(|source| source.url.as_ref());
        only_if(urls.chain(portal).all(|url| is_address(url)))?;

        policy.inputs.iter().try_for_each(|input| self.input(input, None))?;
        for (index, table) in policy.tables.iter().enumerate() {
            self.table(index, table)?;
        }
        for parameter in &policy.parameters {
            label(&parameter.label)?;
            only_if(!parameter.history.is_empty())?;
            parameter.history.iter().try_for_each(|figure| self.cited(&figure.source))?;
        }
        policy.classifications.iter().try_for_each(|item| self.classification(item))?;
        policy.values.iter().try_for_each(|value| self.computed(value, None, None))?;
        let boolean = Some(Type::Boolean);
        policy.conditions.iter().try_for_each(|item| self.computed(item, None, boolean))?;
        policy.deadlines.iter().try_for_each(|item| self.computed(item, None, Some(Type::Date)))?;
        if let Some(amount) = &policy.amount {
            label(&amount.label)?;
            self.formula(&amount.formula, None, NUMBER)?;
            self.cites(amount.source.as_ref())?;
        }
        for warning in &policy.warnings {
            self.fields(&warning.fields)?;
            match &warning.trigger {
                Trigger::Formula(formula) => self.formula(formula, None, Type::Boolean)?,
                Trigger::OtherReading(value, formula) => {
                    let kind = policy.values.get(*value)?.formula.kind;
                    self.formula(formula, None, plain(kind))?;
                }
            }
        }
        for hint in &policy.hints {
            self.fields(&hint.fields)?;
            self.formula(&hint.when, None, Type::Boolean)?;
        }
        let notes = policy.procedure.iter().chain(&policy.notes);
        notes.into_iter().try_for_each(|Note { source, .. }| self.cites(source.as_ref()))?;
        policy.exclusions.iter().try_for_each(|item| self.cites(item.source.as_ref()))?;
        for local in &policy.locals {
            self.cites(local.source.as_ref())?;
            answers(&local.inputs)?;
            let named = local.when.iter().map(|entry| &entry.0);
            only_if(named.chain(local.same.iter().map(|entry| &entry.0)).all(|id| is_id(id)))?;
        }
        policy.examples.iter().try_for_each(|example| answers(&example.inputs))?;

        let labels = policy.inputs.iter().map(|input| &input.label);
        let labels = labels.chain(policy.parameters.iter().map(|parameter| &parameter.label));
        let labels = labels.chain(policy.values.iter().map(|value| &value.label));
        distinct(labels.map(|label| &*label.id))?;
        let columns = policy.tables.iter().flat_map(|table| &table.columns);
        let asked = policy.inputs.iter().chain(columns).map(Input::result_type);
        let kinds = asked.chain(policy.values.iter().map(|value| value.formula.kind));
        let choices = kinds.map(|kind| match kind {
            Type::Choice(set) => policy.choice_sets.get(set).map_or(0, |set| set.choices.len()),
            _ => 0,
        });
        only_if(choices.sum::<usize>() <= MOST_CHOICES)
    }

    fn cited(&self, citation: &Citation) -> Sound {
        only_if(citation.document < self.policy.sources.len())
    }

    fn cites(&self, citation: Option<&Citation>) -> Sound {
        citation.map_or(Some(()), |citation| self.cited(citation))
    }

    fn fields(&self, fields: &[usize]) -> Sound {
        only_if(fields.iter().all(|field| *field < self.policy.inputs.len()))
    }

    /// A question, or a column of a table.
    fn input(&self, input: &Input, table: Option<usize>) -> Sound {
        label(&input.label)?;
        only_if(input.also.len() <= MOST_NAMES)?;
        for statement in [&input.yes, &input.no].into_iter().flatten() {
            term(statement)?;
        }
        match input.kind {
            Kind::Choice(set) => only_if(set < self.policy.choice_sets.len())?,
            Kind::Table(rows) => only_if(table.is_none() && rows < self.policy.tables.len())?,
            Kind::Count => {
                only_if(input.min.as_integer().is_some() && input.max.as_integer().is_some())?;
            }
            _ => {}
        }
        let largest = Number::from(LARGEST_BOUND);
        let bounds = [largest.negate(), input.min, input.max, largest];
        only_if(bounds.is_sorted_by(|lower, upper| {
            lower.compare(*upper).is_ok_and(core::cmp::Ordering::is_le)
        }))?;
        only_if(!input.above_min || input.min != input.max)?;
        only_if(input.earliest <= input.latest && input.decimals <= MOST_DECIMALS)?;
        if let Some(Helper::Policy { inputs, .. }) = &input.helper {
            answers(inputs)?;
        }
        if let Some(when) = &input.when {
            self.formula(when, table, Type::Boolean)?;
        }
        if let Some(limit) = &input.limit {
            only_if(self.kind(limit, table)? == Type::Boolean)?;
        }
        self.cites(input.source.as_ref())
    }

    fn table(&self, index: usize, table: &Table) -> Sound {
        let columns = &table.columns;
        let are_columns = |list: &[usize]| list.iter().all(|column| *column < columns.len());
        only_if(self.policy.table_input(index) < self.policy.inputs.len())?;
        only_if(table.max_rows <= MOST_ROWS && are_columns(&table.order))?;
        only_if(table.any_of.iter().all(|group| !group.is_empty() && are_columns(group)))?;
        columns.iter().try_for_each(|column| self.input(column, Some(index)))?;
        table.values.iter().try_for_each(|value| self.computed(value, Some(index), None))?;
        for check in &table.checks {
            match &check.rule {
                RowRule::Formula(formula) => self.formula(formula, Some(index), Type::Boolean)?,
                RowRule::Distinct(by) => only_if(are_columns(by))?,
                RowRule::After { by, start, end } => {
                    only_if(are_columns(by) && are_columns(&[*start, *end]))?;
                }
                RowRule::AtMost { by, count } => {
                    only_if(are_columns(by) && self.kind(count, Some(index))? == NUMBER)?;
                }
            }
            self.cites(check.source.as_ref())?;
        }
        if let Some(amount) = &table.amount {
            self.formula(amount, Some(index), NUMBER)?;
        }
        let ids = columns.iter().map(|column| &column.label);
        let ids = ids.chain(table.values.iter().map(|value| &value.label));
        distinct(ids.map(|label| &*label.id).chain(["accepted", "reasons", "amount"]))
    }

    /// A row for each choice of what picks it, a bound for each grade but the last.
    fn classification(&self, item: &Classification) -> Sound {
        let Classification { name, by, indicators, choices, grades, rows } = item;
        let policy = self.policy;
        let of = |set: &usize| policy.choice_sets.get(*set).map(|set| set.choices.len());
        let Kind::Choice(picking) = policy.inputs.get(*by)?.kind else { return None };
        let most = of(choices)?;
        only_if(name.len() <= LONGEST_TERM && of(&picking)? == rows.len())?;
        only_if(!grades.is_empty() && grades.iter().all(|grade| *grade < most))?;
        for input in indicators {
            only_if(plain(policy.inputs.get(*input)?.result_type()) == NUMBER)?;
        }
        only_if(rows.iter().all(|row| {
            let mut bounds = row.iter().flatten();
            row.len() == indicators.len() && bounds.all(|bounds| bounds.len() + 1 == grades.len())
        }))
    }

    fn computed(&self, item: &Computed, table: Option<usize>, kind: Option<Type>) -> Sound {
        label(&item.label)?;
        self.formula(&item.formula, table, kind.unwrap_or(plain(item.formula.kind)))?;
        self.cites(item.source.as_ref())
    }

    fn formula(&self, formula: &Formula, table: Option<usize>, kind: Type) -> Sound {
        only_if(plain(formula.kind) == kind && self.kind(&formula.expression, table)? == kind)
    }

    /// The type of an expression, about a row of `table` if any. Of what it names, the type that is stated counts here.
    fn kind(&self, expression: &Expression, table: Option<usize>) -> Option<Type> {
        let within = match expression {
            Expression::Aggregate(_, index, _) => {
                only_if(table.is_none() && *index < self.policy.tables.len())?;
                Some(*index)
            }
            _ => table,
        };
        let operands = expression.operands();
        let operands = operands.into_iter().map(|operand| self.kind(operand, within));
        let operands = operands.collect::<Option<Vec<_>>>()?;
        if operands.is_empty()
            && let Some(named) = self.named(expression, table)
        {
            return Some(named);
        }
        self.kind_with(expression, &operands)
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
            (Expression::ParameterOn(index, _), [Type::Date | Type::Number(_)])
                if *index < self.policy.parameters.len() =>
            {
                NUMBER
            }
            (Expression::DayClass { set, choices, .. }, [Type::Date])
                if choices.iter().all(|index| self.choice(*set, *index).is_some()) =>
            {
                Type::Choice(*set)
            }
            (Expression::Aggregate(Aggregate::Count, ..), [] | [Type::Boolean])
            | (Expression::Aggregate(Aggregate::Sum, ..), [Type::Number(_)])
            | (Expression::Aggregate(Aggregate::LargestSum, ..), [_, .., Type::Number(_)])
            | (Expression::Call(Function::YearOf, _), [Type::Date]) => NUMBER,
            (Expression::Aggregate(Aggregate::Any, ..), [Type::Boolean]) => Type::Boolean,
            (
                Expression::Call(Function::AddMonths | Function::AddWorkingDays, _),
                [Type::Date, Type::Number(_)],
            )
            | (Expression::Call(Function::FirstOfMonth, _), [Type::Number(_), Type::Number(_)])
            | (Expression::Call(Function::MonthOf, _), [Type::Date]) => Type::Date,
            _ => return None,
        })
    }

    fn choice(&self, set: usize, index: usize) -> Option<Type> {
        self.policy.choice_sets.get(set)?.choices.get(index).map(|_| Type::Choice(set))
    }

    /// The type of what has no operands: a figure, or what stands behind a name.
    fn named(&self, expression: &Expression, table: Option<usize>) -> Option<Type> {
        let policy = self.policy;
        let answer = |input: &Input| {
            let is_table = matches!(input.kind, Kind::Table(_));
            (!is_table).then(|| plain(input.result_type()))
        };
        let rows = |index: usize| policy.tables.get(index).filter(|_| table == Some(index));
        match expression {
            Expression::Number(..) => Some(NUMBER),
            Expression::Boolean(_) => Some(Type::Boolean),
            Expression::Date(_) => Some(Type::Date),
            Expression::Choice { set, index } => self.choice(*set, *index),
            Expression::Input(index) => answer(policy.inputs.get(*index)?),
            Expression::Parameter(index) => {
                policy.parameters.get(*index)?.constant().map(|_| NUMBER)
            }
            Expression::Value(index) => Some(plain(policy.values.get(*index)?.formula.kind)),
            Expression::Column(index, column) => answer(rows(*index)?.columns.get(*column)?),
            Expression::RowValue(index, value) => {
                Some(plain(rows(*index)?.values.get(*value)?.formula.kind))
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

struct Sizes<'p> {
    policy: &'p Policy,
    /// Of inputs, then of values, then of each table and its columns and values.
    states: Vec<State>,
    /// Where those of each table begin.
    tables: Vec<usize>,
    /// A value that is computed by another formula than its own.
    replaced: Option<(usize, &'p Formula)>,
    /// Terms of all formulas.
    terms: usize,
}

impl<'p> Sizes<'p> {
    fn of(policy: &'p Policy) -> Sizes<'p> {
        let mut end = policy.inputs.len() + policy.values.len();
        let mut tables = Vec::new();
        for table in &policy.tables {
            tables.push(end);
            end += 1 + table.columns.len() + table.values.len();
        }
        let states = vec![State::Open; end];
        Sizes { policy, states, tables, replaced: None, terms: 0 }
    }

    fn check(&mut self) -> Sound {
        let policy = self.policy;
        (0..policy.inputs.len()).try_for_each(|index| self.add(Place::Input(index)))?;
        (0..policy.values.len()).try_for_each(|index| self.add(Place::Value(index)))?;
        for (index, table) in policy.tables.iter().enumerate() {
            self.add(Place::Table(index))?;
            (0..table.columns.len()).try_for_each(|at| self.add(Place::Column(index, at)))?;
            (0..table.values.len()).try_for_each(|at| self.add(Place::RowValue(index, at)))?;
        }
        let mut formulas: Vec<&Formula> = policy.hints.iter().map(|hint| &hint.when).collect();
        formulas.extend(policy.conditions.iter().map(|condition| &condition.formula));
        formulas.extend(policy.deadlines.iter().map(|deadline| &deadline.formula));
        formulas.extend(policy.amount.iter().map(|amount| &amount.formula));
        let mut readings = 0;
        for warning in &policy.warnings {
            match &warning.trigger {
                Trigger::Formula(formula) => formulas.push(formula),
                Trigger::OtherReading(value, formula) => {
                    readings += 1;
                    let mut other =
                        Sizes { replaced: Some((*value, formula)), ..Sizes::of(policy) };
                    other.add(Place::Value(*value))?;
                    policy.conditions.iter().try_for_each(|condition| {
                        other.size(&condition.formula.expression, 0).map(|_| ())
                    })?;
                }
            }
        }
        let limits = policy.inputs.iter().filter_map(|input| input.limit.as_ref());
        let expressions = formulas.into_iter().map(|formula| &formula.expression).chain(limits);
        for expression in expressions {
            self.terms += self.size(expression, 0)?.terms;
        }
        only_if(readings <= MOST_READINGS && self.terms <= MOST_IN_ALL)
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
        let given = |table| when(&policy.inputs[policy.table_input(table)]);
        match place {
            Place::Input(index) => when(&policy.inputs[index]).into_iter().collect(),
            Place::Value(index) => vec![match self.replaced {
                Some((replaced, formula)) if replaced == index => &formula.expression,
                _ => &policy.values[index].formula.expression,
            }],
            Place::Table(table) => {
                given(table).into_iter().chain(policy.tables[table].formulas()).collect()
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

fn label(label: &Label) -> Sound {
    only_if(is_id(&label.id))?;
    term(&label.text)?;
    term(&label.term)
}

fn term(text: &Text) -> Sound {
    only_if([&text.chinese, &text.english].iter().all(|text| text.len() <= LONGEST_TERM))
}

/// Whether it can stand in addresses, names of files and programs.
fn is_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Readers open it by a click: it may only lead to a web page.
fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    // Letters of all scripts would be long tables; this is what an address in another one begins with, too.
    let begins = |first: u8| first.is_ascii_alphanumeric() || !first.is_ascii();
    rest.and_then(|rest| rest.bytes().next()).is_some_and(begins)
        && !url.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

fn distinct<'a>(ids: impl Iterator<Item = &'a str>) -> Sound {
    let mut known: Vec<&str> = Vec::new();
    for id in ids {
        only_if(!known.contains(&id))?;
        known.push(id);
    }
    Some(())
}

/// The fields of a form, and the cells of its tables, by their ids.
fn answers(fields: &[(String, Raw)]) -> Sound {
    for (id, answer) in fields {
        only_if(is_id(id))?;
        if let Raw::Table(rows) = answer {
            rows.iter().flatten().try_for_each(|row| answers(row))?;
        }
    }
    Some(())
}
