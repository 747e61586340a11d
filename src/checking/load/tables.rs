//! Tables: columns, values of each row, checks and group rules.

use super::draft::{RowValueDraft, TableDraft};
use super::keys::label;
use super::loader::Loader;
use crate::document::{Diagnostic, Section, Spot};
use crate::formula::{Meaning, Quantity, Scope as _, Type};
use crate::policy::{Computed, Formula, Input, Item, Kind, Label, RowCheck, RowRule, Table};
use crate::values::text;

/// Rows that a table may have unless it says otherwise.
const MOST_ROWS: usize = 100_000;

impl<'a> Loader<'a> {
    pub(super) fn read_table(&mut self, section: &Section<'a>) -> TableDraft<'a> {
        let table = self.tables.len();
        let mut columns = Vec::new();
        let mut questions = Vec::new();
        // Columns may not hold tables, so the place of this one is certain.
        for column in section.sections("column") {
            self.read_faq(
                &column,
                Item::Column { input: self.inputs.len(), column: columns.len() },
            );
            if let Some((input, mut question)) = self.read_input(&column) {
                if question.rows.is_some() {
                    let message = text!("列里不能再放表格", "a column cannot be a table");
                    self.report_at(column.place(), message, None);
                    self.leave_out(&column);
                    continue;
                }
                if let Kind::Choices(_) = input.kind {
                    let message = text!(
                        "列里只能选一项（type = \"choice\"）",
                        "a column takes one choice, of type = \"choice\""
                    );
                    let help = text!(
                        "几项都可能有的，每项写一个是非列（type = \"boolean\"）",
                        "where several may hold, write a column of type = \"boolean\" for each"
                    );
                    self.report_at(column.place(), message, Some(help));
                    self.leave_out(&column);
                    continue;
                }
                let unfit = [
                    ("at_most", question.bound.is_some()),
                    ("helper", input.helper.is_some()),
                    ("months", input.months.is_some()),
                ];
                for (key, _) in unfit.iter().filter(|key| key.1) {
                    let message = text!("列不能写“{key}”", "a column takes no “{key}”");
                    self.report_at(column.place(), message, None);
                }
                self.check_row_ids(&column, &input.label, &columns);
                self.check_other_names(&column, &input, &columns);
                question.index = columns.len();
                columns.push(input);
                questions.push(question);
            }
        }
        if section.node("column").is_none() {
            section.missing("column");
        }
        let min_rows = section.integer("min_rows").and_then(|(rows, _)| usize::try_from(rows).ok());
        let min_rows = min_rows.unwrap_or_default();
        let max_rows = section
            .integer("max_rows")
            .and_then(|(rows, _)| usize::try_from(rows).ok())
            .unwrap_or(MOST_ROWS);
        if min_rows > max_rows {
            let message =
                text!("“min_rows”大于“max_rows”", "“min_rows” is greater than “max_rows”");
            self.report_at(section.place(), message, None);
        }
        self.tables.push(Table { columns, max_rows, min_rows, ..Table::default() });
        let order = self.columns_named(table, &section.texts("order"));
        let dates =
            |column: &usize| self.tables[table].columns[*column].result_type() == Type::Date;
        if !order.iter().all(dates) {
            let message = text!("“order”只能写日期列", "“order” names columns of dates");
            self.report_at(section.place(), message, None);
        }
        let any_of = self.columns_named(table, &section.texts("any_of"));
        if !any_of.iter().all(|column| self.tables[table].columns[*column].optional) {
            let message = text!(
                "“any_of”的各列要写 optional = true",
                "the columns of “any_of” are optional = true"
            );
            self.report_at(section.place(), message, None);
        }
        self.tables[table].order = order;
        self.tables[table].any_of.extend((!any_of.is_empty()).then_some(any_of));
        TableDraft {
            table,
            place: section.place().clone(),
            columns: questions,
            values: RowValueDraft::all(section),
            checks: section.sections("check"),
            amount: section.optional_text("row_amount"),
        }
    }

    /// Columns and row values are told apart by name and id, and from what every row result has.
    fn check_row_ids(&self, section: &Section<'_>, label: &Label, others: &[Input]) {
        self.refuse_reserved(section, &label.name);
        let taken = |name: &str| {
            others.iter().any(|other| other.label.name == name || other.label.id == name)
                || ["accepted", "reasons", "amount"].contains(&name)
        };
        for name in [&label.name, &label.id] {
            if taken(name) {
                let message = text!(
                    "“{name}”已用于这张表的另一项",
                    "“{name}” is already taken in this table"
                );
                self.report_at(section.place(), message, None);
            }
        }
    }

    /// A heading of somebody's table must not mean two columns.
    fn check_other_names(&self, section: &Section<'_>, column: &Input, others: &[Input]) {
        for name in column.names() {
            if others.iter().any(|other| other.names().any(|taken| taken == name)) {
                let message = text!(
                    "“{name}”也是这张表另一列的名称",
                    "“{name}” is a name of another column of this table, too"
                );
                self.report_at(section.place(), message, None);
            }
        }
    }

    pub(super) fn finish_table(&mut self, draft: &TableDraft<'a>) {
        let table = draft.table;
        self.read_row_values(table, &draft.values);
        for question in &draft.columns {
            let when = question
                .when
                .as_ref()
                .and_then(|when| self.formula_in(Some(table), when, Some(Type::Boolean)));
            self.tables[table].columns[question.index].when = when;
        }
        for section in &draft.checks {
            if let Some(check) = self.read_check(table, section) {
                if self.tables[table].checks.iter().any(|known| known.code == check.code) {
                    let code = &check.code;
                    let message =
                        text!("“{code}”已用于另一个检查", "“{code}” already names another check");
                    self.report_at(section.place(), message, None);
                }
                self.tables[table].checks.push(check);
            }
        }
        self.read_row_amount(table, draft.amount.as_ref());
    }

    /// What values of rows are called, and which choices they have.
    pub(super) fn name_row_values(&mut self, drafts: &mut [RowValueDraft<'a>]) {
        for draft in drafts {
            draft.label = label(&draft.section, None);
            draft.choices = self.read_choices(&draft.section);
            self.row_choosers.extend(draft.choices.zip(draft.label.clone()));
        }
    }

    pub(super) fn read_row_values(&mut self, table: usize, drafts: &[RowValueDraft<'a>]) {
        for draft in drafts {
            let section = &draft.section;
            let Some(value) = self.read_row_value(table, draft) else {
                self.leave_out(section);
                continue;
            };
            self.check_row_ids(section, &value.label, &self.tables[table].columns);
            self.tables[table].values.push(value);
        }
    }

    pub(super) fn read_row_amount(&mut self, table: usize, spot: Option<&Spot<'a>>) {
        let money = Type::Number(Quantity::of(crate::values::Unit::YUAN));
        let amount = spot.and_then(|spot| self.formula_in(Some(table), spot, Some(money)));
        self.tables[table].amount = amount;
    }

    fn read_row_value(&mut self, table: usize, draft: &RowValueDraft<'a>) -> Option<Computed> {
        let RowValueDraft { section, label, choices } = draft;
        let formula = section.text("formula");
        let quantity = self.quantity(section);
        let boolean = section.boolean("boolean");
        let source = self.citation(section, false);
        section.finish();
        let expected = match (choices, quantity) {
            (Some(set), _) => Some(Type::Choice(*set)),
            (None, Some((quantity, _))) => Some(Type::Number(quantity)),
            (None, None) => boolean.then_some(Type::Boolean),
        };
        let formula = self.formula_in(Some(table), &formula?, expected)?;
        Some(Computed { label: label.clone()?, formula, source })
    }

    fn read_check(&mut self, table: usize, section: &Section<'a>) -> Option<RowCheck> {
        let code = section.text("code");
        let message = section.wording("message");
        let source = self.citation(section, false);
        let formula = section.optional_text("formula");
        let distinct = section.some_texts("distinct");
        let after = section.section("after");
        let at_most = section.section("at_most");
        section.finish();
        let rule = match (formula, distinct.is_empty(), after, at_most) {
            (Some(formula), true, None, None) => {
                self.formula_in(Some(table), &formula, Some(Type::Boolean)).map(RowRule::Formula)
            }
            (None, false, None, None) => {
                Some(RowRule::Distinct(self.places_named(table, &distinct)))
            }
            (None, true, Some(after), None) => {
                let by = self.places_named(table, &after.some_texts("by"));
                let start = after.text("start").and_then(|spot| self.date_column(table, &spot));
                let end = after.text("end").and_then(|spot| self.date_column(table, &spot));
                after.finish();
                Some(RowRule::After { by, start: start?, end: end? })
            }
            (None, true, None, Some(at_most)) => {
                let by = self.places_named(table, &at_most.some_texts("by"));
                let count = at_most.text("count");
                at_most.finish();
                let place = section.place().clone();
                let kind = self.type_of(Meaning::Table(table), &place);
                let count = self.count_of_row(table, &count?, kind)?;
                Some(RowRule::AtMost { by, count: count.expression })
            }
            _ => {
                let message = text!(
                    "“formula”“distinct”“after”“at_most”要写且只写一个",
                    "exactly one of “formula”, “distinct”, “after” and “at_most” is needed"
                );
                self.report_at(section.place(), message, None);
                None
            }
        };
        let code = code?.text.to_owned();
        Some(RowCheck { code, message: message?, rule: rule?, source })
    }

    /// How many rows there may be: by what the whole policy knows, or else by what the row has too.
    fn count_of_row(
        &mut self,
        table: usize,
        spot: &Spot<'a>,
        kind: Option<Type>,
    ) -> Option<Formula> {
        let (mistakes, parts) = (self.log.borrow().len(), self.parts.len());
        if let Some(formula) = self.formula(spot, kind) {
            return Some(formula);
        }
        self.log.borrow_mut().truncate(mistakes);
        self.parts.truncate(parts);
        self.formula_in(Some(table), spot, kind)
    }

    fn date_column(&self, table: usize, spot: &Spot<'_>) -> Option<usize> {
        let column = *self.columns_named(table, core::slice::from_ref(spot)).first()?;
        if self.tables[table].columns[column].result_type() != Type::Date {
            let message = text!("这里应写日期列", "a column of dates is expected here");
            self.report_at(&spot.place, message, None);
            return None;
        }
        Some(column)
    }

    /// Columns and, counted on behind all columns, values of the row.
    fn places_named(&self, table: usize, spots: &[Spot<'_>]) -> Vec<usize> {
        let columns = self.tables[table].columns.len();
        let place = |spot: &Spot<'_>| match self.resolve_in_row(table, spot.text) {
            Some(Meaning::RowValue(_, value)) => vec![columns + value],
            _ => self.columns_named(table, core::slice::from_ref(spot)),
        };
        spots.iter().flat_map(place).collect()
    }

    fn columns_named(&self, table: usize, spots: &[Spot<'_>]) -> Vec<usize> {
        let mut columns = Vec::new();
        for spot in spots {
            if let Some(Meaning::Column(_, column)) = self.resolve_in_row(table, spot.text) {
                columns.push(column);
                continue;
            }
            if self.is_mistaken(spot.text) {
                continue;
            }
            let names = self.tables[table].columns.iter().map(|column| column.label.name.as_str());
            let name = spot.text;
            let message = text!("没有名为“{name}”的列", "no column is called “{name}”");
            self.report(Diagnostic::new(&spot.place, message).meaning(name, names));
        }
        columns
    }
}
