//! What it takes for a document to become a policy: every key, name and formula is read and checked, the whole is proved
//! to decide something, and its worked examples come out as they say.

mod example;
mod load;
mod locals;
mod proofs;

use core::cell::RefCell;

#[cfg(feature = "authoring")]
pub(crate) use example::Outcome;

use crate::document::{Demands, Diagnostic, Node, Section, WithoutId};
use crate::policy::{DRAFT, Policy};
use crate::values::Calendar;
use load::{Loaded, in_circles, load};
use proofs::{Places, amounts, boundaries, certainties, figures, schedules, wholes};

/// A document that was read as a policy.
pub struct Reading {
    /// The policy, or every mistake found, with its place and, where one is known, a suggestion.
    pub policy: Result<Policy, Vec<Diagnostic>>,
    /// Its Chinese texts that have no English wording, each once.
    pub untranslated: Vec<String>,
    /// Its items that have no id written down.
    pub without_id: Vec<WithoutId>,
}

impl Reading {
    /// Reads a policy document and runs its worked examples.
    pub fn of(document: &Node, calendar: &Calendar) -> Reading {
        let log = RefCell::default();
        let demands = Demands::of(document);
        let policy =
            Section::root(document, &log, &demands).and_then(|root| checked(&root, calendar, &log));
        // What could not be read may be what an English wording is for.
        if log.borrow().is_empty() {
            log.borrow_mut().extend(demands.of_nothing());
        }
        let is_draft = !demands.ids;
        let (untranslated, without_id) = demands.into_lacking();
        let mut diagnostics = log.into_inner();
        let policy = match policy {
            Some(policy) if diagnostics.is_empty() => {
                let version = version(&document.fingerprint(), is_draft);
                Ok(Policy { version, ..policy })
            }
            _ => {
                diagnostics.sort_by_key(|diagnostic| diagnostic.place.span);
                Err(diagnostics)
            }
        };
        Reading { policy, untranslated, without_id }
    }
}

/// The version of a draft says that it is one, wherever it is shown.
fn version(fingerprint: &str, is_draft: bool) -> String {
    if is_draft { format!("{DRAFT}{fingerprint}") } else { fingerprint.to_owned() }
}

impl Policy {
    /// As [`Reading::of`], for whoever has no use for what is not translated.
    ///
    /// # Errors
    /// Every mistake found.
    pub fn read(document: &Node, calendar: &Calendar) -> Result<Policy, Vec<Diagnostic>> {
        Reading::of(document, calendar).policy
    }
}

/// How the worked examples of a document fare, one by one; none where its rules are mistaken.
#[cfg(feature = "authoring")]
pub(crate) fn run_examples(document: &Node, calendar: &Calendar) -> Vec<Outcome> {
    let log = RefCell::default();
    let demands = Demands::of(document);
    let loaded = Section::root(document, &log, &demands).and_then(|root| load(&root, &log));
    let Some(Loaded { policy, examples, .. }) = loaded.filter(|_| log.borrow().is_empty()) else {
        return Vec::new();
    };
    examples.iter().filter_map(|section| example::run(&policy, calendar, section)).collect()
}

/// Checks of the whole policy, its worked examples included. Each rests on those before.
fn checked<'a>(
    root: &Section<'a>,
    calendar: &Calendar,
    log: &'a RefCell<Vec<Diagnostic>>,
) -> Option<Policy> {
    let Loaded {
        mut policy,
        questions,
        schedules: months,
        judged,
        hinted,
        examples,
        locals,
        of_locals,
    } = load(root, log)?;
    let places = Places::of(root, &questions, &months);
    let report = |diagnostics: Vec<Diagnostic>| {
        let of_whole = |diagnostic| Diagnostic { of_whole: true, ..diagnostic };
        log.borrow_mut().extend(diagnostics.into_iter().map(of_whole));
    };
    log.borrow_mut().extend(schedules::in_circles(&policy, &months));
    if log.borrow().is_empty() {
        log.borrow_mut().extend(in_circles(&policy, &questions));
    }
    if log.borrow().is_empty() {
        for parts in [&judged, &hinted] {
            report(certainties::find(&policy, calendar, parts));
            report(figures::gaps(&policy, calendar, parts));
            report(figures::zero_divisors(&policy, parts));
            report(wholes::unproved(&policy, parts));
        }
        report(schedules::unproved(&policy, calendar, &months));
        report(amounts::below_zero(&policy, calendar, &places));
        report(amounts::dead_ends(&policy, calendar, &places));
        policy.examples = examples
            .iter()
            .filter_map(|section| example::read(&policy, calendar, section))
            .collect();
    }
    if log.borrow().is_empty() {
        report(boundaries::without_example(&policy, calendar, &judged));
    }
    if log.borrow().is_empty() {
        policy.locals = locals::read(&policy, calendar, &locals, of_locals);
    }
    Some(policy)
}
