//! Values, conditions, deadlines and the amount: what is computed by a formula.

use super::draft::{Draft, State};
use super::keys::{help_with_derived_id, label};
use super::loader::Loader;
use crate::document::{Place, Section};
use crate::formula::{Meaning, Type};
use crate::policy::{Computed, Item};
use crate::values::text;

/// So many values, each before the one that it builds on in the file, are checked one within the other.
const DEEPEST_CHAIN: usize = 100;

impl<'a> Loader<'a> {
    pub(super) fn read_value(&mut self, section: &Section<'a>) {
        self.read_faq(section, Item::Value(self.drafts.len()));
        let label = label(section, None);
        let formula = section.text("formula");
        let quantity = self.quantity(section);
        let choices = self.read_choices(section);
        let boolean = section.boolean("boolean");
        let source = self.citation(section, true);
        section.finish();
        let Some(label) = label else { return self.leave_out(section) };
        self.declare(section, &label, Meaning::Value(self.drafts.len()));
        let state = State::Unchecked;
        self.drafts.push(Draft { label, formula, quantity, choices, boolean, source, state });
    }

    pub(super) fn check_value(&mut self, index: usize, at: &Place) -> Option<Type> {
        match &self.drafts[index].state {
            State::Checked(formula) => return formula.as_ref().map(|formula| formula.kind),
            State::Checking => {
                let start = self.chain.iter().position(|known| *known == index).unwrap_or(0);
                let circle: Vec<_> = self.chain[start..]
                    .iter()
                    .chain([&index])
                    .map(|value| self.drafts[*value].label.name.as_str())
                    .collect();
                let circle = circle.join(" → ");
                self.report_at(
                    at,
                    text!(
                        "公式互相引用，绕成一圈：{circle}",
                        "formulas refer to each other in a circle: {circle}"
                    ),
                    Some(text!(
                        "请让其中一项只由前面的项目算出",
                        "compute one of them from other items only"
                    )),
                );
                return None;
            }
            State::Unchecked if self.chain.len() == DEEPEST_CHAIN => {
                self.report_too_long(at);
                return None;
            }
            State::Unchecked => {}
        }
        self.drafts[index].state = State::Checking;
        self.chain.push(index);
        let draft = &self.drafts[index];
        let expected = match (draft.choices, &draft.quantity, draft.boolean) {
            (Some(set), ..) => Some(Type::Choice(set)),
            (None, Some((quantity, _)), _) => Some(Type::Number(*quantity)),
            (None, None, true) => Some(Type::Boolean),
            (None, None, false) => None,
        };
        let formula = draft.formula.clone().and_then(|spot| self.formula(&spot, expected));
        self.chain.pop();
        let kind = formula.as_ref().map(|formula| formula.kind);
        self.drafts[index].state = State::Checked(formula);
        kind
    }

    fn item(
        &mut self,
        section: &Section<'a>,
        expected: Option<Type>,
        fixed_id: Option<&str>,
    ) -> Option<Computed> {
        let label = label(section, fixed_id);
        let formula = section.text("formula").and_then(|spot| self.formula(&spot, expected));
        let source = self.citation(section, true);
        section.finish();
        Some(Computed { label: label?, formula: formula?, source })
    }

    pub(super) fn items(
        &mut self,
        root: &Section<'a>,
        key: &'static str,
        expected: Option<Type>,
        kind: fn(usize) -> Item,
    ) -> Vec<Computed> {
        let mut items: Vec<Computed> = Vec::new();
        for (index, section) in root.sections(key).into_iter().enumerate() {
            self.read_faq(&section, kind(index));
            let Some(item) = self.item(&section, expected, None) else {
                continue;
            };
            if items.iter().any(|known| known.label.id == item.label.id) {
                let id = &item.label.id;
                self.report_at(
                    section.place(),
                    text!("“{id}”已用于另一项", "“{id}” is already taken by another item"),
                    help_with_derived_id(&section),
                );
            }
            items.push(item);
        }
        items
    }
}
