//! Other ways to read the notice: values, parameters and questions that would be others then.

use super::keys::label;
use super::loader::Loader;
use crate::document::{Diagnostic, Section, Spot};
use crate::formula::{Meaning, Scope as _};
use crate::policy::{Alternative, Formula, Item, Reading, Setting};
use crate::values::{Text, text};

impl<'a> Loader<'a> {
    pub(super) fn read_readings(&mut self, root: &Section<'a>) -> Vec<Alternative> {
        let mut readings: Vec<Alternative> = Vec::new();
        for (index, section) in root.sections("reading").into_iter().enumerate() {
            self.read_faq(&section, Item::Reading(index));
            let label = label(&section, None);
            let text = section.optional_wording("text");
            let values = section.section("values").map(|values| self.other_values(&values));
            let parameters =
                section.section("parameters").map(|parameters| self.other_figures(&parameters));
            let definitions =
                section.section("definitions").map(|questions| self.other_questions(&questions));
            let source = self.citation(&section, true);
            section.finish();
            if values.is_none() && parameters.is_none() && definitions.is_none() {
                let message = text!(
                    "“values”“parameters”“definitions”至少写一个：这样读，哪一项不同？",
                    "at least one of “values”, “parameters” and “definitions” is needed: what is other by this reading?"
                );
                self.report_at(section.place(), message, None);
            }
            let Some(label) = label else { continue };
            if readings.iter().any(|known| known.label.id == label.id) {
                let id = &label.id;
                let message =
                    text!("“{id}”已用于另一项", "“{id}” is already taken by another item");
                self.report_at(section.place(), message, None);
            }
            readings.push(Alternative {
                label,
                text,
                reading: Reading {
                    values: values.unwrap_or_default(),
                    parameters: parameters.unwrap_or_default(),
                },
                definitions: definitions.unwrap_or_default(),
                source,
            });
        }
        readings
    }

    /// `{ 裁员率上限 = "如果 …" }`: values, and what they are computed by.
    fn other_values(&mut self, section: &Section<'a>) -> Vec<(usize, Formula)> {
        let mut values = Vec::new();
        for (key, node) in section.entries() {
            let Some(spot) = section.entry_text(&key, node) else { continue };
            match self.resolve(key.text) {
                Some(Meaning::Value(index)) => {
                    let kind = self.check_value(index, &key.place);
                    let formula = kind.and_then(|kind| self.formula(&spot, Some(kind)));
                    values.extend(formula.map(|formula| (index, formula)));
                }
                other => {
                    let known = self.drafts.iter().map(|draft| draft.label.name.as_str());
                    self.no_such(other, &key, "[[value]]", known);
                }
            }
        }
        values
    }

    /// `{ 小单位人数上限 = "20人" }`: parameters of one figure, and the other one.
    fn other_figures(&mut self, section: &Section<'a>) -> Vec<(usize, Setting)> {
        let mut parameters = Vec::new();
        for (key, node) in section.entries() {
            let Some(spot) = section.entry_text(&key, node) else { continue };
            let Some(Meaning::Parameter(index)) = self.resolve(key.text) else {
                let other = self.resolve(key.text);
                let known = self.parameters.iter().map(|known| known.label.name.as_str());
                self.no_such(other, &key, "[[parameter]]", known);
                continue;
            };
            let Some(known) = self.parameters[index].constant() else {
                let name = key.text;
                let message = text!(
                    "“{name}”不止一个数，请改用“values”写明怎样算",
                    "“{name}” is more than one figure; use “values” to say what is computed"
                );
                self.report_at(&key.place, message, None);
                continue;
            };
            let Some((setting, quantity)) = self.setting(&spot) else { continue };
            let is_number = |setting: Setting| setting.number().is_some();
            if is_number(setting) != is_number(known)
                || quantity.unit != self.parameters[index].quantity.unit
            {
                let message =
                    text!("单位与这个参数的不同", "the unit is not that of the parameter");
                self.report_at(&spot.place, message, None);
            }
            if setting == known {
                let message =
                    text!("与这个参数的数相同", "this is the figure of the parameter itself");
                self.report_at(&spot.place, message, None);
            }
            parameters.push((index, setting));
        }
        parameters
    }

    /// `{ 年末参保人数 = { zh = "…", en = "…" } }`: questions, and what would be filled in.
    fn other_questions(&mut self, section: &Section<'a>) -> Vec<(usize, Text)> {
        let mut questions = Vec::new();
        for (key, node) in section.entries() {
            let question = self.question_named(&key);
            let wording = section.entry_wording(&key, node);
            questions.extend(question.zip(wording));
        }
        questions
    }

    fn no_such<'n>(
        &self,
        found: Option<Meaning>,
        key: &Spot<'_>,
        what: &str,
        known: impl Iterator<Item = &'n str>,
    ) {
        if found == Some(Meaning::Mistaken) {
            return;
        }
        let name = key.text;
        let message = text!("没有名为“{name}”的 {what}", "no {what} is called “{name}”");
        let mistake = Diagnostic::new(&key.place, message).meaning(name, known);
        self.log.borrow_mut().push(mistake);
    }
}
