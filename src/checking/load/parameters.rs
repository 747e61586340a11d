//! Parameters: the figures that a notice sets, told apart by choices, by steps of a scale, by the day from which they hold.

use core::cmp::Ordering;

use super::keys::{date, label, year};
use super::loader::Loader;
use crate::document::{Content, Diagnostic, Section, Spot};
use crate::formula::{Meaning, Quantity};
use crate::policy::{Citation, Figure, Input, Item, Key, Kind, Label, Limit, Parameter, Setting};
use crate::values::{Date, text};

/// Choices times choices, each with its figure. No notice has a table that is nearly so large.
const MOST_SETTINGS: usize = 2000;

/// What a section says of the figures: all settings, and the limits of a scale, in which unit each.
#[derive(Default)]
struct Settings {
    settings: Vec<(Setting, Quantity)>,
    limits: Vec<(Limit, Quantity)>,
}

/// What a parameter is from a day on, as it was read.
struct Period {
    from: Option<Date>,
    read: Settings,
    source: Citation,
}

/// A parameter whose figures are read once all choices are known.
pub(super) struct ParameterDraft<'a> {
    section: Section<'a>,
    index: usize,
}

impl<'a> Loader<'a> {
    /// The name of a parameter.
    pub(super) fn read_parameter(&mut self, section: Section<'a>) -> Option<ParameterDraft<'a>> {
        self.read_faq(&section, Item::Parameter(self.parameters.len()));
        let Some(label) = label(&section, None) else {
            self.leave_out(&section);
            return None;
        };
        let index = self.parameters.len();
        self.declare(&section, &label, Meaning::Parameter(index));
        self.parameters.push(Parameter {
            label,
            quantity: Quantity::PLAIN,
            history: Vec::new(),
            until: None,
            by: Vec::new(),
            scale: None,
        });
        Some(ParameterDraft { section, index })
    }

    /// Its figures: `value = "30%"`, `values = { 初级 = "1000元", … }` by choices, `steps = [{ to = "30人", value = "…" }, …]`
    /// of a scale; or `history = [{ from = 2024-07-01, value = "…", source = "…" }, …]`, where `from` may be a year.
    pub(super) fn finish_parameter(&mut self, draft: ParameterDraft<'a>) {
        let ParameterDraft { section, index } = draft;
        if self.read_figures(&section, index).is_none() {
            for entry in &mut self.names {
                if entry.1 == Meaning::Parameter(index) {
                    entry.1 = Meaning::Mistaken;
                }
            }
        }
    }

    fn read_figures(&mut self, section: &Section<'a>, index: usize) -> Option<()> {
        // Without what they are told apart by, nothing can be said of the figures.
        let by = self.read_keys(section)?;
        let mut periods: Vec<Period> = Vec::new();
        let changes = section.sections("history");
        let mut is_sound = true;
        if changes.is_empty() {
            let settings = self.read_settings(section, &by);
            let source = self.citation(section, true);
            match (settings, source) {
                (Some(read), Some(source)) => periods.push(Period { from: None, read, source }),
                _ => is_sound = false,
            }
        }
        for change in &changes {
            let period = self.read_change(change, &by);
            change.finish();
            is_sound &= period.is_some();
            periods.extend(period);
        }
        let until = self.read_until(section, &periods);
        section.finish();
        is_sound &= self.check_figures(section, &periods);
        let first = &periods.first().filter(|_| is_sound)?.read;
        let quantity = first.settings.first()?.1;
        let scale = first.limits.first().map(|limit| limit.1);
        let history = periods.into_iter().map(|Period { from, read, source }| Figure {
            from,
            settings: read.settings.into_iter().map(|setting| setting.0).collect(),
            limits: read.limits.into_iter().map(|limit| limit.0).collect(),
            source,
        });
        let history = history.collect();
        let parameter = &mut self.parameters[index];
        (parameter.quantity, parameter.history, parameter.until) = (quantity, history, until);
        (parameter.by, parameter.scale) = (by, scale);
        Some(())
    }

    /// What `by` names: items that have choices. `None` where one is not there, which is reported.
    fn read_keys(&self, section: &Section<'a>) -> Option<Vec<Key>> {
        let mut keys = Some(Vec::new());
        for spot in section.some_texts("by") {
            let key = self.choosing(spot.text).map(|(choices, label)| Key { choices, label });
            if key.is_none() && !self.is_mistaken(spot.text) {
                let name = spot.text;
                let known: Vec<_> = self.choosers().map(|chooser| chooser.1.name.clone()).collect();
                if self.takes_several(name) {
                    section.report(Diagnostic::new(
                        &spot.place,
                        text!(
                            "“{name}”可以同时选几项，数值不能按它来分",
                            "several choices of “{name}” may hold, so that it tells no figures apart"
                        ),
                    ).help(text!(
                        "请先用“如果 {name} 包含 …”算出属于哪一种，再按那个计算项来分",
                        "work out by 如果 {name} 包含 … which case it is, in a [[value]] with choices, and name that"
                    )));
                    keys = None;
                    continue;
                }
                let message = text!(
                    "没有名为“{name}”、有选项的项目",
                    "no item with choices is called “{name}”"
                );
                let known = known.iter().map(String::as_str);
                section.report(Diagnostic::new(&spot.place, message).meaning(name, known));
            }
            keys = keys.zip(key).map(|(keys, key)| [keys, vec![key]].concat());
        }
        let mut counts =
            keys.iter().flatten().map(|key| self.choice_sets[key.choices].choices.len());
        if counts.try_fold(1_usize, usize::checked_mul).is_none_or(|count| count > MOST_SETTINGS) {
            let message = text!(
                "选项的组合太多，最多 {MOST_SETTINGS} 个",
                "too many combinations of choices: at most {MOST_SETTINGS}"
            );
            self.report_at(section.place(), message, None);
            return None;
        }
        keys
    }

    fn choosing(&self, name: &str) -> Option<(usize, Label)> {
        let found = self.choosers().find(|chooser| chooser.1.name == name)?;
        Some((found.0, found.1.clone()))
    }

    /// Whether this is an input of which several choices may hold.
    pub(super) fn takes_several(&self, name: &str) -> bool {
        let named = |input: &Input| input.label.name == name;
        self.inputs.iter().any(|input| named(input) && matches!(input.kind, Kind::Choices(_)))
    }

    /// Everything that has choices, and which.
    fn choosers(&self) -> impl Iterator<Item = (usize, &Label)> {
        let columns = self.tables.iter().flat_map(|table| &table.columns);
        let asked = self.inputs.iter().chain(columns).filter_map(|input| match input.kind {
            Kind::Choice(set) => Some((set, &input.label)),
            _ => None,
        });
        let values = self.drafts.iter().filter_map(|draft| Some((draft.choices?, &draft.label)));
        let of_rows = self.row_choosers.iter().map(|(set, label)| (*set, label));
        asked.chain(values).chain(of_rows)
    }

    fn read_settings(&mut self, section: &Section<'a>, by: &[Key]) -> Option<Settings> {
        let mut read = Settings::default();
        if !by.is_empty() {
            let Some(values) = section.section("values") else {
                if section.node("values").is_none() {
                    section.missing("values");
                }
                return None;
            };
            read.settings = self.read_keyed(&values, by)?;
        } else if section.node("steps").is_some() {
            read = self.read_steps(section)?;
        } else {
            read.settings.push(self.setting(&section.text("value")?)?);
        }
        Some(read)
    }

    /// A figure, or a day.
    pub(super) fn setting(&mut self, spot: &Spot<'a>) -> Option<(Setting, Quantity)> {
        if let Some(day) = Date::parse(spot.text) {
            return Some((Setting::Day(day), Quantity::PLAIN));
        }
        let (number, quantity) = self.figure(spot)?;
        Some((Setting::Number(number), quantity))
    }

    /// A figure for each choice, or for each choice of one key a table by the others.
    fn read_keyed(
        &mut self,
        section: &Section<'a>,
        by: &[Key],
    ) -> Option<Vec<(Setting, Quantity)>> {
        let (key, others) = by.split_first()?;
        let names = self.choice_sets[key.choices].choices.iter();
        let names: Vec<_> = names.map(|choice| choice.name.clone()).collect();
        let mut read: Vec<Option<Vec<_>>> = vec![None; names.len()];
        let mut is_sound = true;
        for (spot, node) in section.entries() {
            let Some(place) = names.iter().position(|name| name == spot.text) else {
                let (name, of) = (spot.text, &key.label.name);
                let message =
                    text!("“{of}”没有名为“{name}”的选项", "“{of}” has no choice called “{name}”");
                let known = names.iter().map(String::as_str);
                section.report(Diagnostic::new(&spot.place, message).meaning(name, known));
                is_sound = false;
                continue;
            };
            let figures = if others.is_empty() {
                let spot = section.entry_text(&spot, node);
                spot.and_then(|spot| self.setting(&spot)).map(|setting| vec![setting])
            } else {
                let inner = section.entry_section(&spot, node);
                inner.and_then(|inner| self.read_keyed(&inner, others))
            };
            is_sound &= figures.is_some();
            read[place] = Some(figures.unwrap_or_default());
        }
        if !is_sound {
            return None;
        }
        let missing = names.iter().zip(&read).filter(|(_, read)| read.is_none());
        let missing: Vec<_> = missing.map(|(name, _)| name.as_str()).collect();
        if !missing.is_empty() {
            let names = missing.join("、");
            self.report_at(
                section.place(),
                text!("没有写这些选项的数：{names}", "figures of these choices are missing: {names}"),
                Some(text!(
                    "每个选项都要有数；通知里没有的，写 0 并用条件排除",
                    "every choice has a figure; where the notice has none, write 0 and rule it out by a condition"
                )),
            );
            return None;
        }
        Some(read.into_iter().flatten().flatten().collect())
    }

    /// Steps from the lowest up, each but the last with `to` (the limit included) or `below` (not included).
    fn read_steps(&mut self, section: &Section<'a>) -> Option<Settings> {
        let mut read = Settings::default();
        let steps = section.sections("steps");
        let mut is_sound = true;
        for (place, step) in steps.iter().enumerate() {
            let limits = [("to", true), ("below", false)]
                .map(|(key, included)| step.optional_text(key).map(|spot| (spot, included)));
            let value = step.text("value").and_then(|spot| self.setting(&spot));
            step.finish();
            let wanted = usize::from(place + 1 < steps.len());
            if limits.iter().flatten().count() != wanted {
                let message = if wanted == 0 {
                    text!(
                        "最后一档没有上限，不写“to”“below”",
                        "the last step has no end and takes neither “to” nor “below”"
                    )
                } else {
                    text!(
                        "这一档到哪里为止？“to”（含）“below”（不含）要写且只写一个",
                        "where does this step end? One of “to” (included) and “below” (not included) is needed"
                    )
                };
                self.report_at(step.place(), message, None);
                is_sound = false;
            }
            for (spot, included) in limits.into_iter().flatten() {
                let limit = self.figure(&spot);
                is_sound &= limit.is_some();
                read.limits.extend(limit.map(|(at, unit)| (Limit { at, included }, unit)));
            }
            is_sound &= value.is_some();
            read.settings.extend(value);
        }
        if steps.len() < 2 {
            let message = text!("至少要写两档", "at least two steps are needed");
            self.report_at(section.place(), message, None);
            return None;
        }
        is_sound.then_some(read)
    }

    fn read_change(&mut self, change: &Section<'a>, by: &[Key]) -> Option<Period> {
        let from = Self::read_day(change, "from", false);
        if change.node("from").is_none() {
            change.missing("from");
        }
        let settings = self.read_settings(change, by);
        let source = self.citation(change, true);
        Some(Period { from: Some(from?), read: settings?, source: source? })
    }

    /// The last day that a history covers, which is owed.
    fn read_until(&self, section: &Section<'a>, periods: &[Period]) -> Option<Date> {
        let until = Self::read_day(section, "until", true);
        if section.node("history").is_some() && section.node("until").is_none() {
            section.missing("until");
        }
        let last = periods.iter().filter_map(|period| period.from).max();
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
        until
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

    /// Figures are of one unit, and so are limits; what follows in time, or on a scale, is written in that order.
    fn check_figures(&self, section: &Section<'_>, periods: &[Period]) -> bool {
        let settings: Vec<_> = periods.iter().flat_map(|period| &period.read.settings).collect();
        let is_day = |setting: &Setting| matches!(setting, Setting::Day(_));
        let same = |pair: &[&(Setting, Quantity)]| {
            pair[0].1.unit == pair[1].1.unit && is_day(&pair[0].0) == is_day(&pair[1].0)
        };
        let limits: Vec<_> = periods.iter().flat_map(|period| &period.read.limits).collect();
        let is_scale = |read: &Settings| !read.limits.is_empty();
        let one_unit = settings.windows(2).all(same)
            && limits.windows(2).all(|pair| pair[0].1.unit == pair[1].1.unit)
            && periods.windows(2).all(|pair| is_scale(&pair[0].read) == is_scale(&pair[1].read));
        let rises = |pair: &[(Limit, Quantity)]| {
            pair[0].0.at.compare(pair[1].0.at).is_ok_and(Ordering::is_lt)
        };
        let in_order = periods.windows(2).all(|pair| pair[0].from < pair[1].from);
        let steps_rise = periods.iter().all(|period| period.read.limits.windows(2).all(rises));
        if !one_unit {
            let message = text!("各个数的单位要相同", "all figures have one unit");
            self.report_at(section.place(), message, None);
        }
        if !in_order {
            let message = text!("各个时期要按先后写", "figures are written in order of time");
            self.report_at(section.place(), message, None);
        }
        if !steps_rise {
            let message = text!("各档要由低到高写", "steps are written from the lowest up");
            self.report_at(section.place(), message, None);
        }
        one_unit && in_order && steps_rise
    }
}
