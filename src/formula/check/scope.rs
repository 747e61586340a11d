//! What the names of a formula stand for, as far as whoever checks it has to know.

use crate::document::{Diagnostic, Place};
use crate::formula::{Expression, Quantity, Type};
use crate::values::Text;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Input(usize),
    Parameter(usize),
    Value(usize),
    Classification(usize),
    Table(usize),
    /// A column of a table, by table and index.
    Column(usize, usize),
    /// A value of each row of a table, by table and index.
    RowValue(usize, usize),
    /// An item whose own mistake has been reported.
    Mistaken,
}

/// What a name is to stand for, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Something that has a value.
    Any,
    /// A number, in whatever unit.
    Number,
    /// What has this type.
    One(Type),
}

impl Wanted {
    pub(crate) fn of(kind: Type) -> Wanted {
        if matches!(kind, Type::Number(_)) { Wanted::Number } else { Wanted::One(kind) }
    }

    pub(crate) fn takes(self, kind: Type) -> bool {
        match self {
            Wanted::Any => true,
            Wanted::Number => matches!(kind, Type::Number(_)),
            Wanted::One(wanted) => wanted == kind,
        }
    }
}

/// What tells the figures of a parameter apart.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    /// Choice sets, and what has these choices.
    pub(crate) choices: Vec<(usize, String)>,
    /// What the number on its scale is measured in.
    pub(crate) scale: Option<Quantity>,
    /// Whether they change from a day on.
    pub(crate) changes: bool,
}

impl Keys {
    /// Whether there is but one figure.
    pub(crate) fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.scale.is_none() && !self.changes
    }

    /// What stands in the brackets behind the name, in Chinese and in English.
    pub(crate) fn brackets(&self) -> (String, String) {
        let choices = self.choices.iter().map(|(_, name)| (name.as_str(), name.as_str()));
        let scale = self.scale.map(|_| ("数", "number"));
        let day = self.changes.then_some(("日期", "date"));
        let (chinese, english): (Vec<_>, Vec<_>) = choices.chain(scale).chain(day).unzip();
        (chinese.join("，"), english.join("，"))
    }
}

/// A part of a formula that is looked at again once the policy is whole.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) place: Place,
    /// The tables in whose rows it is meant, outermost first.
    pub(crate) tables: Vec<usize>,
    pub(crate) expression: Expression,
}

/// The names that a formula may use.
pub(crate) trait Scope {
    fn resolve(&self, name: &str) -> Option<Meaning>;
    /// What a name stands for in the rows of a table.
    fn resolve_in_row(&self, table: usize, name: &str) -> Option<Meaning>;
    /// The names that can stand where this is wanted, those in the rows of `table` included, for suggestions.
    fn names(&self, table: Option<usize>, wanted: Wanted) -> Vec<String>;
    /// All names, those in the rows of `table` and those of all choices included.
    fn vocabulary(&self, table: Option<usize>) -> Vec<String>;
    /// The type of what a name stands for; `None` where that is itself mistaken, which has been reported.
    fn type_of(&mut self, meaning: Meaning, at: &Place) -> Option<Type>;
    /// The choice of a set with this name.
    fn choice(&self, set: usize, name: &str) -> Option<usize>;
    fn choice_names(&self, set: usize) -> Vec<String>;
    /// Whether any set has a choice with this name.
    fn is_choice(&self, name: &str) -> bool;
    /// The choice of a set with this id.
    fn choice_with_id(&self, set: usize, id: &str) -> Option<usize>;
    /// Whether an item may be left unanswered.
    fn is_optional(&self, meaning: Meaning) -> bool;
    /// The set of which an input takes several choices, and what their number is measured in.
    fn several(&self, input: usize) -> Option<(usize, Quantity)>;
    /// Whether it is an answer that is the number of a citizen.
    fn is_identity_number(&self, answer: &Expression) -> bool;
    fn keys(&self, parameter: usize) -> Keys;
    /// Why formulas about rows of `of` cannot look at the rows of another table, if they cannot.
    fn refuse_look(&self, of: usize, table: usize) -> Option<(Text, Text)>;
    /// A number that no expression about groups of rows has so far.
    fn next_slot(&mut self) -> usize;
    /// The place of an input among a classification's indicators.
    fn indicator(&self, classification: usize, input: usize) -> Option<usize>;
    fn report(&mut self, diagnostic: Diagnostic);
    /// Whether so many mistakes have been reported that no more will be looked into closely.
    fn has_many_mistakes(&self) -> bool;
    /// Takes a part that can turn out to decide nothing, or to have no value. Inner parts come first.
    fn keep(&mut self, part: Part);
}
