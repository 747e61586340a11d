//! Reads a policy document: every key is known, every name resolves, every formula fits, every figure has its source.

mod amount;
mod classifications;
mod draft;
mod faq;
mod header;
mod inputs;
mod keys;
mod loader;
mod parameters;
mod procedure;
mod questions;
mod readings;
mod schedules;
mod scope;
mod tables;
mod texts;
mod untested;
mod usual;
mod values;
mod warnings;

use core::cell::RefCell;

use crate::document::{Diagnostic, Section};
use crate::formula::{Part, Type};
use crate::policy::{Citation, Item, Policy};
use draft::Draft;
pub(super) use draft::Question;
#[cfg(feature = "authoring")]
pub(crate) use faq::is_question_id;
use header::read_header;
pub(super) use inputs::{EARLIEST, LATEST};
pub(crate) use keys::year;
use loader::Loader;
pub(super) use questions::in_circles;
pub(super) use schedules::ScheduleDraft;
use texts::refuse_own_help;
use untested::read_untested;

/// A policy as it was read, and what is still to be looked at once it is whole.
pub(super) struct Loaded<'a> {
    /// Without its examples, and without what is known of single places.
    pub(super) policy: Policy,
    pub(super) questions: Vec<Question<'a>>,
    pub(super) schedules: Vec<ScheduleDraft<'a>>,
    /// Parts of formulas on which the result rests.
    pub(super) judged: Vec<Part>,
    /// Those of hints.
    pub(super) hinted: Vec<Part>,
    /// Questions and figures that no formula uses.
    pub(super) unused: Vec<Diagnostic>,
    pub(super) examples: Vec<Cited<'a>>,
    pub(super) locals: Vec<Cited<'a>>,
}

/// A section that is read once the policy is whole, and the source that it names.
pub(super) type Cited<'a> = (Section<'a>, Option<Citation>);

pub(super) fn load<'a>(
    root: &Section<'a>,
    log: &'a RefCell<Vec<Diagnostic>>,
) -> Option<Loaded<'a>> {
    let mut loader = Loader {
        log,
        names: Vec::new(),
        mistaken: Vec::new(),
        sources: Vec::new(),
        choice_sets: Vec::new(),
        choices_named: Vec::new(),
        row_choosers: Vec::new(),
        inputs: Vec::new(),
        tables: Vec::new(),
        parameters: Vec::new(),
        classifications: Vec::new(),
        drafts: Vec::new(),
        chain: Vec::new(),
        used: RefCell::default(),
        parts: Vec::new(),
        slots: 0,
        unusual: Vec::new(),
        faq: RefCell::default(),
    };
    let header = read_header(root);
    loader.read_sources(root);
    let (questions, schedules) = loader.read_names(root);
    let place = root.place().clone();
    for index in 0..loader.drafts.len() {
        loader.check_value(index, &place);
    }
    let conditions = loader.items(root, "condition", Some(Type::Boolean), Item::Condition);
    let deadlines = loader.items(root, "deadline", Some(Type::Date), Item::Deadline);
    let amount = loader.read_amount(root);
    let warnings = loader.read_warnings(root);
    // A hint only asks, a step changes no result, and another reading is not the one that counts: where they begin needs no
    // example.
    let begin_of_hints = loader.parts.len();
    let hints = loader.read_hints(root);
    let readings = loader.read_readings(root);
    let procedure = loader.read_procedure(root, &deadlines);
    let apply = texts::read_portal(root);
    let checklist = loader.read_checklist(root);
    let notes = loader.read_notes(root);
    let contacts = loader.read_contacts(root);
    let exclusions = loader.read_exclusions(root);
    let unexpressed = loader.read_unexpressed(root);
    refuse_own_help(root);
    read_untested(root);
    let changes = texts::read_changes(root);
    let unused = loader.unused();

    // Examples are read against the finished policy, and only where it is sound.
    let examples = loader.cited(root, "example", false);
    let locals = loader.cited(root, "local", true);
    root.finish();
    let header = header?;
    let policy = Policy {
        id: header.id,
        title: header.title,
        region: header.region,
        version: String::new(),
        audience: header.audience,
        topic: header.topic,
        keywords: header.keywords,
        scheme: header.scheme,
        claim_year: header.claim_year,
        from: header.from,
        to: header.to,
        checked: header.checked,
        summary: header.summary,
        sources: loader.sources,
        choice_sets: loader.choice_sets,
        inputs: loader.inputs,
        tables: loader.tables,
        parameters: loader.parameters,
        classifications: loader.classifications,
        values: loader.drafts.into_iter().map(Draft::finish).collect::<Option<_>>()?,
        conditions,
        amount,
        deadlines,
        warnings,
        hints,
        readings,
        procedure,
        apply,
        checklist,
        contacts,
        notes,
        exclusions,
        unexpressed,
        faq: loader.faq.into_inner(),
        changes,
        locals: Vec::new(),
        examples: Vec::new(),
    };
    let mut judged = loader.parts;
    let hinted = judged.split_off(begin_of_hints);
    Some(Loaded { policy, questions, schedules, judged, hinted, unused, examples, locals })
}
