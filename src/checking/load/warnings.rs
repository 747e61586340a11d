//! Warnings and hints.

use super::loader::Loader;
use crate::document::{Diagnostic, Section};
use crate::formula::{Meaning, Scope as _, Type};
use crate::policy::{Hint, Item, Reading, Trigger, Warning};
use crate::values::text;

impl<'a> Loader<'a> {
    pub(super) fn read_warnings(&mut self, root: &Section<'a>) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (index, section) in root.sections("warning").into_iter().enumerate() {
            self.read_faq(&section, Item::Warning(index));
            let code = section.text("code");
            let message = section.wording("message");
            let fields = self.questions_named(&section);
            let when = section.optional_text("when");
            let other = section.section("other_reading");
            section.finish();
            let trigger = match (when, other) {
                (Some(when), None) => {
                    self.formula(&when, Some(Type::Boolean)).map(Trigger::Formula)
                }
                (None, Some(other)) => self.other_reading(&other),
                _ => {
                    self.report_at(
                        section.place(),
                        text!(
                            "“when”与“other_reading”要写且只写一个",
                            "exactly one of “when” and “other_reading” is needed"
                        ),
                        None,
                    );
                    None
                }
            };
            if let (Some(code), Some(message), Some(trigger)) = (code, message, trigger) {
                warnings.push(Warning { code: code.text.to_owned(), message, fields, trigger });
            }
        }
        warnings
    }

    /// Those of the author, then those of answers outside their usual range.
    pub(super) fn read_hints(&mut self, root: &Section<'a>) -> Vec<Hint> {
        let mut hints = Vec::new();
        for (index, section) in root.sections("hint").into_iter().enumerate() {
            self.read_faq(&section, Item::Hint(index));
            let code = section.text("code");
            let message = section.wording("message");
            let fields = self.questions_named(&section);
            let when = section.text("when");
            section.finish();
            let when = when.and_then(|when| self.formula(&when, Some(Type::Boolean)));
            if let (Some(code), Some(message), Some(when)) = (code, message, when) {
                hints.push(Hint { code: code.text.to_owned(), message, fields, when });
            }
        }
        hints.append(&mut self.unusual);
        hints
    }

    fn questions_named(&mut self, section: &Section<'a>) -> Vec<usize> {
        section.texts("fields").iter().filter_map(|spot| self.question_named(spot)).collect()
    }

    /// `{ value = "裁员率上限", formula = "…" }`.
    fn other_reading(&mut self, section: &Section<'a>) -> Option<Trigger> {
        let value = section.text("value");
        let formula = section.text("formula");
        section.finish();
        let (value, formula) = (value?, formula?);
        let Some(Meaning::Value(index)) = self.resolve(value.text) else {
            if self.is_mistaken(value.text) {
                return None;
            }
            let names = self.drafts.iter().map(|draft| draft.label.name.as_str());
            let name = value.text;
            let message = text!("没有名为“{name}”的 [[value]]", "no [[value]] is called “{name}”");
            self.report(Diagnostic::new(&value.place, message).meaning(name, names));
            return None;
        };
        let kind = self.check_value(index, &value.place);
        let formula = self.formula(&formula, kind)?;
        let reading = Reading { values: vec![(index, formula)], parameters: Vec::new() };
        Some(Trigger::OtherReading(reading))
    }
}
