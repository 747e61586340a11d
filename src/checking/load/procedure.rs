//! How one comes to what a policy gives: steps, whose they are, by when, and what is handed in with them.

use super::keys::choose;
use super::loader::Loader;
use crate::document::{Diagnostic, Section, Spot};
use crate::formula::Type;
use crate::policy::{Computed, Duty, Item, Material, ProcedureStep};
use crate::values::text;

const DUTIES: [(&str, Duty); 3] =
    [("none", Duty::None), ("confirm", Duty::Confirm), ("apply", Duty::Apply)];

impl<'a> Loader<'a> {
    pub(super) fn read_procedure(
        &mut self,
        root: &Section<'a>,
        deadlines: &[Computed],
    ) -> Vec<ProcedureStep> {
        let mut steps = Vec::new();
        for (index, section) in root.sections("procedure").into_iter().enumerate() {
            self.read_faq(&section, Item::Procedure(index));
            let who = section.optional_wording("who");
            let when = section.optional_text("when");
            let when = when.and_then(|when| self.formula(&when, Some(Type::Boolean)));
            let duty = section.node("duty").and_then(|_| choose(&section, "duty", &DUTIES));
            let by = section.optional_text("by");
            let by = by.and_then(|spot| self.deadline_named(&spot, deadlines));
            let missed = section.optional_wording("missed");
            let materials = read_materials(&section);
            if let Some(note) = self.read_note(&section, true) {
                steps.push(ProcedureStep { note, who, when, duty, by, missed, materials });
            }
        }
        steps
    }

    fn deadline_named(&self, spot: &Spot<'_>, deadlines: &[Computed]) -> Option<usize> {
        let name = spot.text;
        let found = deadlines.iter().position(|deadline| deadline.label.name == name);
        if found.is_none() {
            let names = deadlines.iter().map(|deadline| deadline.label.name.as_str());
            let message =
                text!("没有名为“{name}”的 [[deadline]]", "no [[deadline]] is called “{name}”");
            self.report(Diagnostic::new(&spot.place, message).meaning(name, names));
        }
        found
    }
}

fn read_materials(step: &Section<'_>) -> Vec<Material> {
    let read = |section: &Section<'_>| {
        let name = section.wording("name");
        let help = section.optional_wording("help");
        let waived = section.boolean("waived");
        section.finish();
        Some(Material { name: name?, help, waived })
    };
    step.sections("material").iter().filter_map(read).collect()
}
