//! What is known of single places: read against the finished policy, since it answers its questions.

use super::example::{named, read_answer, read_cell};
use super::load::{Cited, year};
use crate::document::{Content, Diagnostic, Section, Spot};
use crate::policy::{Local, Policy};
use crate::result::evaluate;
use crate::values::{Calendar, Locale, text};

/// Reads each `[[local]]`.
pub(super) fn read(policy: &Policy, calendar: &Calendar, sections: &[Cited<'_>]) -> Vec<Local> {
    sections.iter().filter_map(|section| one(policy, calendar, section)).collect()
}

fn one(policy: &Policy, calendar: &Calendar, (section, source): &Cited<'_>) -> Option<Local> {
    let place = section.wording("place");
    let year = section.integer("year").and_then(|found| year(section, found));
    let mut inputs = Vec::new();
    for (spot, node) in section.section("inputs").iter().flat_map(Section::entries) {
        inputs.push(read_answer(policy, section, &spot, node)?);
    }
    let mut when = Vec::new();
    for (spot, node) in section.section("when").iter().flat_map(Section::entries) {
        let input = named(section, &spot, &policy.inputs)?;
        let answers = match &node.content {
            Content::List(items) => {
                items.iter().map(|item| read_cell(policy, input, item)).collect()
            }
            _ => vec![read_cell(policy, input, node)],
        };
        when.push((input.id().to_owned(), answers));
    }
    let mut same = Vec::new();
    for (spot, node) in section.section("same").iter().flat_map(Section::entries) {
        let Content::Text(other) = &node.content else {
            let message = text!("应写另一问题的名称", "the name of another question is expected");
            section.report(Diagnostic::new(&spot.place, message));
            return None;
        };
        let taken = Spot { text: other, place: spot.place.clone() };
        let field = named(section, &spot, &policy.inputs)?.id().to_owned();
        same.push((field, named(section, &taken, &policy.inputs)?.id().to_owned()));
    }
    let note = section.optional_wording("note");
    section.finish();
    let alternatives = when
        .iter()
        .flat_map(|(id, answers)| answers.iter().map(|answer| vec![(id.clone(), answer.clone())]));
    for answers in alternatives.chain([inputs.clone()]) {
        if let Err(problems) = evaluate(policy, calendar, &answers, Locale::Chinese) {
            for problem in problems {
                section.report(Diagnostic::new(section.place(), problem.message));
            }
        }
    }
    Some(Local { place: place?, year, when, inputs, same, note, source: source.clone() })
}
