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
use crate::formula::Part;
use crate::policy::{DRAFT, Policy};
use crate::values::Calendar;
use load::{Cited, Loaded, in_circles, load};
#[cfg(feature = "authoring")]
pub(crate) use load::{is_question_id, year};
use proofs::{
    Places, amounts, boundaries, certainties, dead_ends, divisors, figures, idle, schedules,
    unasked, wholes,
};
#[cfg(feature = "authoring")]
use proofs::{limits, row_amounts, sides};

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
    examples.iter().filter_map(|(section, _)| example::run(&policy, calendar, section)).collect()
}

/// Checks of the whole policy, its worked examples included. Each rests on those before.
fn checked<'a>(
    root: &Section<'a>,
    calendar: &Calendar,
    log: &'a RefCell<Vec<Diagnostic>>,
) -> Option<Policy> {
    let mut loaded = load(root, log)?;
    log.borrow_mut().extend(schedules::in_circles(&loaded.policy, &loaded.schedules));
    if log.borrow().is_empty() {
        log.borrow_mut().extend(in_circles(&loaded.policy, &loaded.questions));
    }
    // A mistaken formula uses less than it means to.
    if log.borrow().is_empty() {
        log.borrow_mut().append(&mut loaded.unused);
    }
    if log.borrow().is_empty() {
        let certain = certain(&loaded, calendar);
        // What is always zero need not be said to be possibly below zero, nor what always holds to be said already.
        let idle = if certain.is_empty() { idle(&loaded, root) } else { Vec::new() };
        if idle.is_empty() {
            log.borrow_mut().extend(certain);
            log.borrow_mut().extend(proofs(&loaded, root, calendar));
            loaded.run_examples(calendar);
        } else {
            log.borrow_mut().extend(idle);
        }
    }
    if log.borrow().is_empty() {
        let unshown = boundaries::without_example(&loaded.policy, calendar, &loaded.judged);
        log.borrow_mut().extend(of_whole(unshown));
    }
    let Loaded { mut policy, locals, .. } = loaded;
    if log.borrow().is_empty() {
        policy.locals = locals::read(&policy, calendar, &locals);
    }
    Some(policy)
}

/// What always holds, or never.
fn certain(loaded: &Loaded<'_>, calendar: &Calendar) -> Vec<Diagnostic> {
    let Loaded { policy, judged, hinted, .. } = loaded;
    let find = |parts: &Vec<Part>| certainties::find(policy, calendar, parts);
    of_whole([judged, hinted].into_iter().flat_map(find).collect())
}

/// What else is proved of a policy without looking at its examples.
fn proofs(loaded: &Loaded<'_>, root: &Section<'_>, calendar: &Calendar) -> Vec<Diagnostic> {
    let Loaded { policy, questions, schedules, judged, hinted, .. } = loaded;
    let places = Places::of(root, questions, schedules);
    let mut found = Vec::new();
    for parts in [judged, hinted] {
        found.extend(figures::gaps(policy, calendar, parts));
        found.extend(figures::beyond_calendar(policy, calendar, parts));
        found.extend(divisors::zero(policy, calendar, parts));
        found.extend(wholes::unproved(policy, parts));
    }
    found.extend(proofs::schedules::unproved(policy, calendar, schedules));
    found.extend(amounts::below_zero(policy, calendar, &places));
    let dead_ends = dead_ends::find(policy, calendar, &places);
    if dead_ends.is_empty() {
        found.extend(unasked::needed(policy, calendar, &places));
    }
    found.extend(dead_ends);
    of_whole(found)
}

/// What stands in the policy and does nothing.
fn idle(loaded: &Loaded<'_>, root: &Section<'_>) -> Vec<Diagnostic> {
    let Loaded { policy, judged, hinted, .. } = loaded;
    let mut found = idle::parts(policy, judged);
    found.extend(idle::parts(policy, hinted));
    found.extend(idle::questions(policy, root));
    of_whole(found)
}

/// As mistakes that leave the policy readable.
fn of_whole(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.into_iter().map(|diagnostic| Diagnostic { of_whole: true, ..diagnostic }).collect()
}

/// What the examples of a sound document show from one side only, or not at all. Whoever adds a policy at run time need not show it.
#[cfg(feature = "authoring")]
pub(crate) fn one_sided(document: &Node, calendar: &Calendar) -> Vec<Diagnostic> {
    let log = RefCell::default();
    let demands = Demands::of(document);
    let Some(root) = Section::root(document, &log, &demands) else { return Vec::new() };
    let Some(mut loaded) = load(&root, &log) else { return Vec::new() };
    loaded.run_examples(calendar);
    let places = Places::of(&root, &loaded.questions, &loaded.schedules);
    let Loaded { policy, judged, .. } = &loaded;
    let mut found = sides::without_example(policy, calendar, judged, &places.conditions);
    found.extend(row_amounts::unrelated(policy, calendar, &places));
    found.extend(idle::neutral(policy, judged));
    found.extend(limits::never_reached(policy, calendar, judged));
    found
}

/// What becomes of a sound document that is changed in one place.
#[cfg(feature = "authoring")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// It cannot be written: units do not fit, or names.
    Refused,
    /// An example comes out otherwise, or the proofs fail.
    Caught,
    /// Nobody would notice.
    Unnoticed,
}

/// Looks whether the examples, or else the proofs, tell a changed document from what it was.
#[cfg(feature = "authoring")]
pub(crate) fn try_change(document: &Node, calendar: &Calendar) -> Change {
    let log = RefCell::default();
    let demands = Demands::of(document);
    let root = Section::root(document, &log, &demands);
    let loaded = root.and_then(|root| Some((load(&root, &log)?, root)));
    let Some((mut loaded, root)) = loaded.filter(|_| log.borrow().is_empty()) else {
        return Change::Refused;
    };
    if !schedules::in_circles(&loaded.policy, &loaded.schedules).is_empty()
        || !in_circles(&loaded.policy, &loaded.questions).is_empty()
    {
        return Change::Refused;
    }
    // Examples first: they decide nearly always, and at once.
    loaded.run_examples(calendar);
    let is_caught = !log.borrow().is_empty()
        || !boundaries::without_example(&loaded.policy, calendar, &loaded.judged).is_empty()
        || !certain(&loaded, calendar).is_empty()
        || !proofs(&loaded, &root, calendar).is_empty();
    if is_caught { Change::Caught } else { Change::Unnoticed }
}

impl Loaded<'_> {
    fn run_examples(&mut self, calendar: &Calendar) {
        let read = |example: &Cited<'_>| example::read(&self.policy, calendar, example);
        self.policy.examples = self.examples.iter().filter_map(read).collect();
    }
}
