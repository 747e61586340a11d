//! One policy, its parts named as notices name them.

use super::formula::Computed;
use super::guidance::{
    Answering, Change, Check, Contact, Example, Exclusion, Item, Local, Note, Portal,
    ProcedureStep, Unexpressed,
};
use super::heading::{Audience, Status, Topic};
use super::input::{Input, Kind};
use super::label::{ChoiceSet, Label};
use super::parameter::{Classification, Parameter};
use super::rules::{Alternative, Amount, Hint, Warning};
#[cfg(feature = "analysis")]
use super::rules::{Reading, Trigger};
use super::source::SourceDocument;
use super::table::Table;
use crate::formula::Quantity;
use crate::values::{Date, Locale, Text};

/// How the version of a draft begins.
#[cfg(feature = "checking")]
pub(crate) const DRAFT: &str = "draft-";

/// One policy.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Its id, the same in every language.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The city or region it holds in.
    pub region: Text,
    /// What it says, in short: changes whenever anything but comments and layout does.
    pub version: String,
    /// Whom it is for.
    pub audience: Audience,
    pub(crate) topic: Option<Topic>,
    /// What people call it beside its own words.
    pub(crate) keywords: Vec<String>,
    /// The scheme it is a variant of.
    pub scheme: String,
    /// The year it is claimed for.
    pub claim_year: Option<i32>,
    /// The first day on which it is in force.
    pub from: Option<Date>,
    /// The last day on which it is in force.
    pub to: Option<Date>,
    /// The day on which its figures and rules were last compared with its documents.
    pub checked: Option<Date>,
    /// What it is about, in a sentence or two.
    pub summary: Text,
    /// The documents it rests on.
    pub sources: Vec<SourceDocument>,
    pub(crate) choice_sets: Vec<ChoiceSet>,
    /// Its questions, in the order to ask them.
    pub inputs: Vec<Input>,
    pub(crate) tables: Vec<Table>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) classifications: Vec<Classification>,
    pub(crate) values: Vec<Computed>,
    pub(crate) conditions: Vec<Computed>,
    pub(crate) amount: Option<Amount>,
    pub(crate) deadlines: Vec<Computed>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) hints: Vec<Hint>,
    pub(crate) readings: Vec<Alternative>,
    pub(crate) procedure: Vec<ProcedureStep>,
    pub(crate) apply: Option<Portal>,
    pub(crate) checklist: Vec<Check>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) notes: Vec<Note>,
    pub(crate) exclusions: Vec<Exclusion>,
    pub(crate) unexpressed: Vec<Unexpressed>,
    /// What in it answers questions that many ask, in the order of the items.
    pub(crate) faq: Vec<Answering>,
    pub(crate) changes: Vec<Change>,
    pub(crate) locals: Vec<Local>,
    /// Its worked examples.
    pub examples: Vec<Example>,
}

impl Policy {
    /// Whether its amount is money that an applicant is paid.
    #[cfg(feature = "analysis")]
    pub(crate) fn is_subsidy(&self) -> bool {
        self.amount.as_ref().is_some_and(|amount| amount.is_subsidy)
    }

    /// The other ways to read it, those of its warnings among them.
    #[cfg(feature = "analysis")]
    pub(crate) fn other_readings(&self) -> impl Iterator<Item = &Reading> {
        let own = self.readings.iter().map(|other| &other.reading);
        own.chain(self.warnings.iter().filter_map(|warning| match &warning.trigger {
            Trigger::Formula(_) => None,
            Trigger::OtherReading(reading) => Some(reading),
        }))
    }

    /// Whether it is a draft, which is not to be published yet.
    #[cfg(feature = "checking")]
    pub fn is_draft(&self) -> bool {
        self.version.starts_with(DRAFT)
    }

    /// Whether it can be claimed on `today`.
    pub fn status(&self, today: Date) -> Status {
        Status::within(self.from, self.to, today)
    }

    /// Ids of the values that it computes.
    pub fn value_ids(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|value| value.label.id.as_str())
    }

    /// Id of the value or input with this name in formulas, or of the amount.
    #[cfg(feature = "authoring")]
    pub fn result_called(&self, name: &str) -> Option<&str> {
        let values = self.values.iter().map(|value| &value.label);
        let inputs = self.inputs.iter().map(|input| &input.label);
        let mut labels = values.chain(inputs).chain(self.amount.iter().map(|amount| &amount.label));
        labels.find(|label| label.name == name).map(|label| label.id.as_str())
    }

    /// The ids of the common questions that it has something to say to, each once, and whether it says it itself, rather than that
    /// its notice can be read in several ways.
    pub fn questions(&self) -> Vec<(&str, bool)> {
        let mut questions: Vec<(&str, bool)> = Vec::new();
        for Answering { question, item } in &self.faq {
            let says_it = !matches!(item, Item::Reading(_) | Item::Warning(_) | Item::Hint(_));
            match questions.iter_mut().find(|known| known.0 == question) {
                Some(known) => known.1 |= says_it,
                None => questions.push((question, says_it)),
            }
        }
        questions
    }

    /// Index of the input that asks for a table's rows; a schedule has none.
    pub(crate) fn table_input(&self, table: usize) -> Option<usize> {
        let asks = |input: &Input| input.kind == Kind::Table(table);
        self.inputs.iter().position(asks)
    }

    /// What a table is called, and what its rows are counted in.
    pub(crate) fn table_label(&self, table: usize) -> (&Label, Quantity) {
        match (&self.tables[table].schedule, self.table_input(table)) {
            (Some(schedule), _) => (&schedule.label, schedule.quantity),
            (None, Some(input)) => (&self.inputs[input].label, self.inputs[input].quantity),
            (None, None) => unreachable!("rows that nobody lists are those of a schedule"),
        }
    }

    /// Index of the input with this id.
    pub fn input(&self, id: &str) -> Option<usize> {
        self.inputs.iter().position(|input| input.label.id == id)
    }

    /// What readers are asked by the input with this id, or what the schedule with it is called; else the id.
    pub fn asked_as<'a>(&'a self, id: &'a str, locale: Locale) -> &'a str {
        let schedules = self.tables.iter().filter_map(|table| table.schedule.as_ref());
        let labels = schedules.map(|schedule| &schedule.label);
        let mut labels = labels.chain(self.inputs.iter().map(|input| &input.label));
        labels.find(|label| label.id == id).map_or(id, |label| label.text.get(locale))
    }

    pub(crate) fn choice(&self, set: usize, index: usize, locale: Locale) -> &str {
        self.choice_sets[set].choices[index].text.get(locale)
    }
}
