//! What has been read so far, and what all readers of sections do.

use core::cell::RefCell;

use super::draft::{Draft, State};
use super::keys::help_with_derived_id;
use crate::document::{Content, Diagnostic, Node, Place, Section, Spot};
use crate::formula::{Checker, Expression, Meaning, Part, Quantity, Scope as _, Type, reserved};
use crate::policy::{
    Answering, ChoiceSet, Classification, Formula, Hint, Input, Kind, Label, Parameter,
    SourceDocument, Table,
};
use crate::values::{Number, Text, text};

/// With its values written out, no formula of a notice comes near to so many terms. What is done with a formula goes
/// through all of them, one within the other, and the stack of WebAssembly is small.
const MOST_TERMS: usize = 1000;

pub(super) struct Loader<'a> {
    pub(super) log: &'a RefCell<Vec<Diagnostic>>,
    pub(super) names: Vec<(String, Meaning, Place)>,
    /// Names of items that could not be read, which has been reported.
    pub(super) mistaken: Vec<String>,
    pub(super) sources: Vec<SourceDocument>,
    pub(super) choice_sets: Vec<ChoiceSet>,
    /// The choices of each item that has some of its own, by its name.
    pub(super) choices_named: Vec<(String, usize)>,
    /// Values of rows that have choices, and which.
    pub(super) row_choosers: Vec<(usize, Label)>,
    pub(super) inputs: Vec<Input>,
    pub(super) tables: Vec<Table>,
    pub(super) parameters: Vec<Parameter>,
    pub(super) classifications: Vec<Classification>,
    pub(super) drafts: Vec<Draft<'a>>,
    /// Values being checked, outermost first.
    pub(super) chain: Vec<usize>,
    pub(super) used: RefCell<Vec<Meaning>>,
    pub(super) parts: Vec<Part>,
    /// Expressions about groups of rows so far.
    pub(super) slots: usize,
    /// Hints of answers outside their usual range.
    pub(super) unusual: Vec<Hint>,
    /// What answers common questions, so far.
    pub(super) faq: RefCell<Vec<Answering>>,
}

impl<'a> Loader<'a> {
    pub(super) fn report_at(&self, place: &Place, message: Text, help: Option<Text>) {
        self.report(Diagnostic { help, ..Diagnostic::new(place, message) });
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.log.borrow_mut().push(diagnostic);
    }

    pub(super) fn formula(&mut self, spot: &Spot<'a>, expected: Option<Type>) -> Option<Formula> {
        self.formula_in(None, spot, expected)
    }

    /// A formula about a row of `table`.
    pub(super) fn formula_in(
        &mut self,
        table: Option<usize>,
        spot: &Spot<'a>,
        expected: Option<Type>,
    ) -> Option<Formula> {
        let (expression, kind) = Checker::new(self, spot).in_table(table).run(expected)?;
        if !self.fits(&expression, &mut { MOST_TERMS }) {
            self.report_too_long(&spot.place);
            return None;
        }
        Some(Formula::new(expression, kind))
    }

    pub(super) fn report_too_long(&self, at: &Place) {
        self.report_at(
            at,
            text!(
                "公式连同它引用的计算项，一共太长",
                "the formula is too long, together with the values that it builds on"
            ),
            Some(text!("请让计算项少一层层引用", "let fewer values build on one another")),
        );
    }

    /// Whether an expression, with the values that it names written out, keeps within so many terms.
    fn fits(&self, expression: &Expression, left: &mut usize) -> bool {
        if *left == 0 {
            return false;
        }
        *left -= 1;
        match expression {
            Expression::Value(index) => match &self.drafts[*index].state {
                State::Checked(Some(formula)) => self.fits(&formula.expression, left),
                _ => true,
            },
            Expression::RowValue(table, index) => {
                self.fits(&self.tables[*table].values[*index].formula.expression, left)
            }
            _ => expression.operands().into_iter().all(|operand| self.fits(operand, left)),
        }
    }

    /// A figure with its unit, such as `5.5%` or `300元/人/月`.
    pub(super) fn figure(&mut self, spot: &Spot<'a>) -> Option<(Number, Quantity)> {
        let formula = self.formula(spot, None)?;
        match formula.expression {
            Expression::Number(number, quantity) => return Some((number, quantity)),
            Expression::Negate(operand) => {
                if let Expression::Number(number, quantity) = *operand {
                    return Some((number.negate(), quantity));
                }
            }
            _ => {}
        }
        self.report_at(
            &spot.place,
            text!(
                "这里应是一个数和它的单位，如 \"600元/人\"",
                "a figure with its unit is expected here, such as \"600元/人\""
            ),
            None,
        );
        None
    }

    /// Gives a name its meaning. A name or an id that is taken already is a mistake.
    pub(super) fn declare(&mut self, section: &Section<'_>, label: &Label, meaning: Meaning) {
        self.refuse_reserved(section, &label.name);
        let taken =
            |what: &str| text!("“{what}”已用于另一项", "“{what}” is already taken by another item");
        if self.names.iter().any(|entry| entry.0 == label.name) {
            self.report_at(section.place(), taken(&label.name), None);
        }
        let ids = (self.inputs.iter().map(|input| &input.label.id))
            .chain(self.parameters.iter().map(|parameter| &parameter.label.id))
            .chain(self.drafts.iter().map(|draft| &draft.label.id))
            .chain(self.tables.iter().filter_map(|table| Some(&table.schedule.as_ref()?.label.id)));
        if ids.into_iter().filter(|id| **id == label.id).count() > 0 {
            self.report_at(section.place(), taken(&label.id), help_with_derived_id(section));
        }
        self.names.push((label.name.clone(), meaning, section.place().clone()));
    }

    /// A name that means something else in every formula.
    pub(super) fn refuse_reserved(&self, section: &Section<'_>, name: &str) {
        let Some(what) = reserved(name) else { return };
        let place = section.node("name").map_or_else(|| section.place().clone(), |found| found.1);
        self.report_at(
            &place,
            Text::new(
                format!("“{name}”是{}，不能作名称", what.chinese),
                format!("“{name}” is {} and no name for anything else", what.english),
            ),
            Some(text!("请改一个更具体的名称", "choose a more specific name")),
        );
    }

    /// What a section describes cannot be read, which has been reported: its name is not to be missed besides.
    pub(super) fn leave_out(&mut self, section: &Section<'_>) {
        if let Some((Node { content: Content::Text(name), .. }, _)) = section.node("name") {
            self.mistaken.push(name.clone());
        }
    }

    pub(super) fn is_mistaken(&self, name: &str) -> bool {
        self.resolve(name) == Some(Meaning::Mistaken)
    }

    /// The input or the table with this name.
    pub(super) fn question_named(&self, spot: &Spot<'_>) -> Option<usize> {
        match self.resolve(spot.text) {
            Some(Meaning::Table(table)) => {
                self.inputs.iter().position(|input| input.kind == Kind::Table(table))
            }
            _ => self.input_named(spot),
        }
    }

    pub(super) fn input_named(&self, spot: &Spot<'_>) -> Option<usize> {
        if let Some(Meaning::Input(index)) = self.resolve(spot.text) {
            return Some(index);
        }
        if self.is_mistaken(spot.text) {
            return None;
        }
        let names = self.inputs.iter().map(|input| input.label.name.as_str());
        let name = spot.text;
        let message = text!("没有名为“{name}”的 [[input]]", "no [[input]] is called “{name}”");
        self.report(Diagnostic::new(&spot.place, message).meaning(name, names));
        None
    }
}
