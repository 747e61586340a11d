//! What it takes for a document to become a policy: every key, name and formula is read and checked, the whole is proved
//! to decide something, and its worked examples come out as they say.

mod example;
mod load;
mod locals;
mod proofs;

use core::cell::RefCell;

#[cfg(feature = "authoring")]
pub(crate) use example::Outcome;

use crate::document::{Diagnostic, Node, Section};
use crate::policy::Policy;
use crate::values::Calendar;
use load::{Loaded, in_circles, load};
use proofs::{Places, amounts, boundaries, certainties, figures, wholes};

impl Policy {
    /// Reads a policy document and runs its worked examples.
    ///
    /// # Errors
    /// Every mistake found, with its place and, where one is known, a suggestion.
    pub fn read(document: &Node, calendar: &Calendar) -> Result<Policy, Vec<Diagnostic>> {
        let log = RefCell::default();
        let policy = Section::root(document, &log).and_then(|root| checked(&root, calendar, &log));
        let mut diagnostics = log.into_inner();
        match policy {
            Some(policy) if diagnostics.is_empty() => {
                Ok(Policy { version: document.fingerprint(), ..policy })
            }
            _ => {
                diagnostics.sort_by_key(|diagnostic| diagnostic.place.span);
                Err(diagnostics)
            }
        }
    }
}

/// How the worked examples of a document fare, one by one; none where its rules are mistaken.
#[cfg(feature = "authoring")]
pub(crate) fn run_examples(document: &Node, calendar: &Calendar) -> Vec<Outcome> {
    let log = RefCell::default();
    let loaded = Section::root(document, &log).and_then(|root| load(&root, &log));
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
    let Loaded { mut policy, questions, judged, hinted, examples, locals, of_locals } =
        load(root, log)?;
    let places = Places::of(root, &questions);
    let report = |diagnostics: Vec<Diagnostic>| {
        let of_whole = |diagnostic| Diagnostic { of_whole: true, ..diagnostic };
        log.borrow_mut().extend(diagnostics.into_iter().map(of_whole));
    };
    log.borrow_mut().extend(in_circles(&policy, &questions));
    if log.borrow().is_empty() {
        for parts in [&judged, &hinted] {
            report(certainties::find(&policy, calendar, parts));
            report(figures::gaps(&policy, calendar, parts));
            report(figures::zero_divisors(&policy, parts));
            report(wholes::unproved(&policy, parts));
        }
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
