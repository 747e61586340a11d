//! What an applicant reads and does beside the result.

use super::formula::Formula;
use super::source::Citation;
use crate::values::{Date, Raw, Text};

/// Something that the applicant should know.
#[derive(Debug, Clone)]
pub struct Note {
    /// What the step is called, where it is one.
    pub(crate) title: Option<Text>,
    pub(crate) text: Text,
    pub(crate) source: Option<Citation>,
}

/// A step on the way to what one is entitled to.
#[derive(Debug, Clone)]
pub(crate) struct ProcedureStep {
    pub(crate) note: Note,
    /// Whose step it is, in words; that of everybody where neither this nor a formula says so.
    pub(crate) who: Option<Text>,
    /// Likewise, by the answers.
    pub(crate) when: Option<Formula>,
    /// What the applicant has to do for it.
    pub(crate) duty: Option<Duty>,
    /// The deadline by which.
    pub(crate) by: Option<usize>,
    /// What becomes of those who miss it.
    pub(crate) missed: Option<Text>,
    pub(crate) materials: Vec<Material>,
}

/// How much a step asks of the applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Duty {
    /// It is done without the applicant.
    None,
    Confirm,
    Apply,
}

impl Duty {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Duty::None => "none",
            Duty::Confirm => "confirm",
            Duty::Apply => "apply",
        }
    }
}

/// What is handed in with a step.
#[derive(Debug, Clone)]
pub(crate) struct Material {
    pub(crate) name: Text,
    /// What it is, or where to get it.
    pub(crate) help: Option<Text>,
    /// Whether the notice says that it need not be handed in.
    pub(crate) waived: bool,
}

/// Something that the applicant verifies before confirming.
#[derive(Debug, Clone)]
pub(crate) struct Check {
    pub(crate) text: Text,
    /// The id of the figure to verify it against.
    pub(crate) shows: Option<String>,
}

/// Where to go or whom to call.
#[derive(Debug, Clone)]
pub struct Contact {
    pub(crate) name: Text,
    pub(crate) office: Text,
    pub(crate) channel: Option<Text>,
    pub(crate) phone: Option<String>,
}

/// Where the policy is applied for.
#[derive(Debug, Clone)]
pub struct Portal {
    pub(crate) name: Text,
    pub(crate) url: String,
}

/// A worked example: a situation, and what it shows.
#[derive(Debug, Clone)]
pub struct Example {
    /// What it shows.
    pub name: Text,
    /// Field ids and answers.
    pub inputs: Vec<(String, Raw)>,
    /// Whose example it is, where it is not the author's own.
    pub source: Option<Citation>,
}

/// What is known of one place where a policy leaves something to places: the answers that its own notice gives.
#[derive(Debug, Clone)]
pub(crate) struct Local {
    pub(crate) place: Text,
    /// The year of the notice; what it says may have changed since.
    pub(crate) year: Option<i32>,
    /// Only where these questions are answered by one of these.
    pub(crate) when: Vec<(String, Vec<Raw>)>,
    /// Field ids and answers.
    pub(crate) inputs: Vec<(String, Raw)>,
    /// Fields whose answer is that of another.
    pub(crate) same: Vec<(String, String)>,
    pub(crate) note: Option<Text>,
    pub(crate) source: Option<Citation>,
}

/// A policy that cannot be had together with this one.
#[derive(Debug, Clone)]
pub struct Exclusion {
    pub(crate) policy: String,
    pub(crate) text: Text,
    pub(crate) source: Option<Citation>,
}

/// What a notice says and the policy does not work out.
#[derive(Debug, Clone)]
pub(crate) struct Unexpressed {
    pub(crate) text: Text,
    /// Why not.
    pub(crate) reason: Text,
    pub(crate) source: Option<Citation>,
}

/// An item that answers a question which many people ask, by the id of the question.
#[derive(Debug, Clone)]
pub(crate) struct Answering {
    pub(crate) question: String,
    pub(crate) item: Item,
}

/// What can answer a question, by its index among those of its kind; tables and their columns by the index of the input that
/// asks for the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item {
    Parameter(usize),
    Input(usize),
    Column { input: usize, column: usize },
    Value(usize),
    Condition(usize),
    Amount,
    Deadline(usize),
    Schedule(usize),
    Reading(usize),
    Warning(usize),
    Hint(usize),
    Procedure(usize),
    Contact(usize),
    Note(usize),
    Exclusion(usize),
    Unexpressed(usize),
}

/// A change of the rules or of what is known about them.
#[derive(Debug, Clone)]
pub struct Change {
    pub(crate) date: Date,
    pub(crate) text: Text,
}
