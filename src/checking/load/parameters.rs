//! Parameters: the figures that a notice sets, for good or from a day on.

use super::keys::{date, label, year};
use super::loader::Loader;
use crate::document::{Content, Section};
use crate::formula::{Meaning, Quantity};
use crate::policy::{Figure, Parameter};
use crate::values::{Date, Number, text};

impl<'a> Loader<'a> {
    /// `value = "30%"`, or `history = [{ from = 2024-07-01, value = "…", source = "…" }, …]`, where `from` may be a year.
    pub(super) fn read_parameter(&mut self, section: &Section<'a>) {
        let label = label(section, None);
        let mut figures = Vec::new();
        let changes = section.sections("history");
        let mut sound = true;
        if changes.is_empty() {
            let value = section.text("value").and_then(|spot| self.figure(&spot));
            let source = self.citation(section, true);
            match (value, source) {
                (Some((value, quantity)), Some(source)) => {
                    figures.push((Figure { from: None, value, source }, quantity));
                }
                _ => sound = false,
            }
        }
        for change in &changes {
            let figure = self.read_figure(change);
            change.finish();
            sound &= figure.is_some();
            figures.extend(figure);
        }
        let until = Self::read_day(section, "until", true);
        if !changes.is_empty() && until.is_none() && section.node("until").is_none() {
            section.missing("until");
        }
        let last = figures.iter().filter_map(|(figure, _)| figure.from).max();
        if let (Some(until), Some(last), Some((_, place))) = (until, last, section.node("until"))
            && until < last
        {
            self.report_at(
                &place,
                text!(
                    "“until”早于最后一个数的“from”：{last}",
                    "“until” is before the “from” of the last figure, {last}"
                ),
                Some(text!(
                    "写各数已知到哪一天为止，如 until = 2026",
                    "write the last day for which the figures are known, such as until = 2026"
                )),
            );
        }
        section.finish();
        let Some(label) = label else { return self.leave_out(section) };
        sound &= self.check_history(section, &figures);
        if !sound {
            self.declare(section, &label, Meaning::Mistaken);
            return;
        }
        self.declare(section, &label, Meaning::Parameter(self.parameters.len()));
        let quantity = figures.first().map_or(Quantity::PLAIN, |figure| figure.1);
        let history = figures.into_iter().map(|figure| figure.0).collect();
        self.parameters.push(Parameter { label, quantity, history, until });
    }

    fn read_figure(&mut self, change: &Section<'a>) -> Option<(Figure, Quantity)> {
        let from = Self::read_day(change, "from", false);
        if change.node("from").is_none() {
            change.missing("from");
        }
        let value: Option<(Number, Quantity)> =
            change.text("value").and_then(|spot| self.figure(&spot));
        let source = self.citation(change, true);
        let (value, quantity) = value?;
        Some((Figure { from: Some(from?), value, source: source? }, quantity))
    }

    /// A date, or a year, which stands for its first day or, for the end of something, its last.
    fn read_day(section: &Section<'a>, key: &'static str, last: bool) -> Option<Date> {
        let (node, place) = section.node(key)?;
        match &node.content {
            Content::Integer(number) => {
                let year = year(section, (*number, place))?;
                if last { Date::new(year, 12, 31) } else { Date::new(year, 1, 1) }
            }
            _ => section.optional_text(key).and_then(|spot| date(section, &spot)),
        }
    }

    /// Figures are of one unit and follow each other.
    fn check_history(&self, section: &Section<'_>, figures: &[(Figure, Quantity)]) -> bool {
        let one_unit = figures.windows(2).all(|pair| pair[0].1.unit == pair[1].1.unit);
        let in_order = figures.windows(2).all(|pair| pair[0].0.from < pair[1].0.from);
        if !one_unit {
            let message = text!("各个时期的单位要相同", "all figures have one unit");
            self.report_at(section.place(), message, None);
        }
        if !in_order {
            let message = text!("各个时期要按先后写", "figures are written in order of time");
            self.report_at(section.place(), message, None);
        }
        one_unit && in_order
    }
}
