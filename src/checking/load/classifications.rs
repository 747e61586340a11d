//! Classifications: tables of falling lower bounds.

use super::loader::Loader;
use crate::document::{Content, Diagnostic, Node, Section, Spot};
use crate::formula::{Meaning, Scope as _};
use crate::policy::{Classification, Kind};
use crate::values::{Number, text};

impl<'a> Loader<'a> {
    pub(super) fn read_classification(&mut self, section: &Section<'a>) {
        let name = section.text("name");
        let by = section.text("by").and_then(|spot| self.input_named(&spot));
        let indicators: Vec<_> = section
            .some_texts("indicators")
            .iter()
            .filter_map(|spot| self.input_named(spot))
            .collect();
        let value = section.text("value").and_then(|spot| {
            let draft = self.drafts.iter().find(|draft| draft.label.name == spot.text);
            let choices = draft.and_then(|draft| draft.choices);
            if choices.is_none() && !self.is_mistaken(spot.text) {
                self.report_at(
                    &spot.place,
                    text!(
                        "这里应写一个有选项的 [[value]] 的名称",
                        "the name of a [[value]] with choices is expected here"
                    ),
                    None,
                );
            }
            choices
        });
        let rows = section.section("rows");
        section.finish();
        let (Some(name), Some(by), Some(choices), Some(rows)) = (name, by, value, rows) else {
            return self.leave_out(section);
        };
        let Kind::Choice(set) = self.inputs[by].kind else {
            self.report_at(
                section.place(),
                text!("“by”应是一个选择题", "“by” names an input with choices"),
                None,
            );
            return self.leave_out(section);
        };
        let grades = self.choice_sets[choices].choices.len();
        let mut table = vec![None; self.choice_sets[set].choices.len()];
        for (spot, node) in rows.entries() {
            let Some(row) = self.choice(set, spot.text) else {
                let names = self.choice_names(set);
                self.report(
                    Diagnostic::new(&spot.place, text!("没有这个选项", "there is no such choice"))
                        .meaning(spot.text, names.iter().map(String::as_str)),
                );
                continue;
            };
            table[row] =
                self.classification_row(&spot, node, &indicators, grades.saturating_sub(1));
        }
        for (row, choice) in table.iter().zip(&self.choice_sets[set].choices) {
            if row.is_none() {
                let missing = &choice.name;
                self.report_at(
                    rows.place(),
                    text!("缺少“{missing}”一行", "the row “{missing}” is missing or mistaken"),
                    None,
                );
            }
        }
        let Some(rows) = table.into_iter().collect() else {
            return self.leave_out(section);
        };
        let meaning = Meaning::Classification(self.classifications.len());
        self.names.push((name.text.to_owned(), meaning, section.place().clone()));
        self.classifications.push(Classification {
            name: name.text.to_owned(),
            by,
            indicators,
            choices,
            grades: (0..grades).collect(),
            rows,
        });
    }

    /// `{ 从业人员 = [1000, 300, 20] }`: falling lower bounds, in the indicator's unit.
    pub(super) fn classification_row(
        &self,
        row: &Spot<'_>,
        node: &Node,
        indicators: &[usize],
        bounds: usize,
    ) -> Option<Vec<Option<Vec<Number>>>> {
        let Content::Table(entries) = &node.content else {
            self.report_at(
                &row.place,
                text!("这里应写指标和下限", "indicators and their lower bounds are expected here"),
                None,
            );
            return None;
        };
        let mut found = vec![None; indicators.len()];
        for (name, list) in entries {
            let place = row.place.join(name, list.span);
            let spot = Spot { text: name, place: place.clone() };
            let input = self.input_named(&spot)?;
            let position = indicators.iter().position(|known| *known == input);
            let numbers: Option<Vec<i64>> = match &list.content {
                Content::List(items) => items
                    .iter()
                    .map(|item| match item.content {
                        Content::Integer(number) => Some(number),
                        _ => None,
                    })
                    .collect(),
                _ => None,
            };
            let falling = |numbers: &Vec<i64>| {
                numbers.len() == bounds && numbers.windows(2).all(|pair| pair[0] > pair[1])
            };
            let (Some(position), Some(numbers)) = (position, numbers.filter(falling)) else {
                self.report_at(
                    &place,
                    text!(
                        "这里应是“indicators”之一和 {bounds} 个由大到小的整数",
                        "one of the indicators with {bounds} falling whole numbers is expected here"
                    ),
                    None,
                );
                return None;
            };
            found[position] = Some(numbers.into_iter().map(Number::from).collect());
        }
        Some(found)
    }
}
