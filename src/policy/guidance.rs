//! What an applicant reads and does beside the result.

use super::source::Citation;
use crate::values::{Date, Raw, Text};

/// A step that the applicant takes.
#[derive(Debug, Clone)]
pub struct Note {
    pub(crate) title: Option<Text>,
    pub(crate) text: Text,
    pub(crate) source: Option<Citation>,
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
