//! Parameters with all their figures, as plain data.

use super::describe::{Describer, plain};
use crate::evaluation::Value;
use crate::explanation::display;
use crate::formula::Type;
use crate::policy::{Figure, Limit, Parameter, Setting};
use crate::values::{Data, Date, RARE};

impl<'p> Describer<'p> {
    /// A parameter with all its figures; the one that counts is that of the claim year, or the only one.
    pub(super) fn parameter(self, data: &mut Data<'p>, parameter: &'p Parameter) {
        let claimed = self.policy.claim_year.and_then(|year| Date::new(year, 1, 1));
        let value = parameter.constant().or_else(|| claimed.and_then(|day| parameter.on(day)));
        self.label(data, &parameter.label);
        self.setting(data, parameter, value);
        data.set_some("unit", self.unit(parameter.quantity));
        self.cite(data, parameter.history.last().map(|figure| &figure.source));
        data.set_some("until", parameter.until.map(|until| until.to_string()));
        data.set_objects("history", &parameter.history, |data, figure| {
            data.set("from", figure.from.map(|from| from.to_string()));
            match figure.settings.as_slice() {
                [setting] => self.setting(data, parameter, Some(*setting)),
                settings if RARE => {
                    data.set_objects(
                        "figures",
                        settings.iter().enumerate(),
                        |data, (place, setting)| {
                            data.set("of", self.told_apart(parameter, figure, place));
                            self.setting(data, parameter, Some(*setting));
                        },
                    );
                }
                _ => {}
            }
            self.cite(data, Some(&figure.source));
        });
        if RARE && !parameter.by.is_empty() {
            data.set_texts("by", parameter.by.iter().map(|key| key.label.text.get(self.locale)));
        }
    }

    pub(super) fn setting(
        self,
        data: &mut Data<'p>,
        parameter: &Parameter,
        setting: Option<Setting>,
    ) {
        let shown =
            |setting| display(self.policy, &Value::from(setting), parameter.kind(), self.locale);
        let written = |setting| match setting {
            Setting::Number(number) => plain(number),
            Setting::Day(day) => day.to_string(),
        };
        data.set("value", setting.map(written));
        data.set("display", setting.map(shown));
    }

    /// By which choices, or on which step of a scale, a parameter has its figure in this place.
    fn told_apart(self, parameter: &'p Parameter, figure: &Figure, place: usize) -> String {
        if let Some(scale) = parameter.scale {
            let shown = |limit: &Limit| {
                let limit = Value::Number(limit.at);
                display(self.policy, &limit, Type::Number(scale), self.locale)
            };
            let from = place.checked_sub(1).and_then(|place| figure.limits.get(place));
            let to = figure.limits.get(place);
            let pick = |chinese, english| self.locale.pick(chinese, english);
            let from = from.map(|limit| {
                let words = if limit.included {
                    pick("超过", "over ")
                } else {
                    pick("不低于", "at least ")
                };
                format!("{words}{}", shown(limit))
            });
            let to = to.map(|limit| {
                let words = if limit.included {
                    pick("不超过", "up to ")
                } else {
                    pick("低于", "under ")
                };
                format!("{words}{}", shown(limit))
            });
            let both: Vec<_> = from.into_iter().chain(to).collect();
            return both.join(pick("、", ", "));
        }
        let mut left = place;
        let mut names = Vec::new();
        for key in parameter.by.iter().rev() {
            let choices = &self.policy.choice_sets[key.choices].choices;
            names.push(choices[left % choices.len()].text.get(self.locale));
            left /= choices.len();
        }
        names.reverse();
        names.join(self.locale.pick("、", ", "))
    }
}
