//! The parts of a policy, named as notices name them.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::formula::{Expression, Quantity, Type};
use crate::pack::form::{Pack, Packer, Unpacker};
use crate::values::{Date, Locale, Number, Raw, Text, Unit};

/// Whom a policy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Firms and other organisations that employ people.
    Employer,
    /// A person on their own behalf.
    Citizen,
}

/// What readers look for a policy under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Layoff rates, and refunds for firms that keep their staff.
    Retention,
    /// Training and certificates.
    Training,
    /// Hiring and placement.
    Hiring,
    /// Wages.
    Pay,
    /// Figures that other policies ask for.
    Figures,
}

impl Topic {
    pub(crate) const ALL: [(&'static str, Topic); 5] = [
        ("retention", Topic::Retention),
        ("training", Topic::Training),
        ("hiring", Topic::Hiring),
        ("pay", Topic::Pay),
        ("figures", Topic::Figures),
    ];

    /// The word that files and programs know it by.
    pub(crate) fn id(self) -> &'static str {
        Topic::ALL.iter().find(|topic| topic.1 == self).map_or("", |topic| topic.0)
    }
}

/// Whether a policy can be claimed on a given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// In force on that day.
    InForce,
    /// Not in force on that day.
    Expired,
    /// Not tied to a period.
    Reference,
}

impl Status {
    /// On `today`, of what is in force from one day to another.
    pub(crate) fn within(from: Option<Date>, to: Option<Date>, today: Date) -> Status {
        if from.is_none() && to.is_none() {
            Status::Reference
        } else if from.is_none_or(|from| from <= today) && to.is_none_or(|to| today <= to) {
            Status::InForce
        } else {
            Status::Expired
        }
    }

    /// The word that programs know it by.
    pub fn id(self) -> &'static str {
        match self {
            Status::InForce => "in-force",
            Status::Expired => "expired",
            Status::Reference => "reference",
        }
    }
}

impl Audience {
    /// The word that programs know it by.
    pub fn id(self) -> &'static str {
        match self {
            Audience::Employer => "employer",
            Audience::Citizen => "citizen",
        }
    }
}

/// How far a document can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reliability {
    /// The issuer's own text.
    Primary,
    /// A report about it, or a copy of it.
    Secondary,
}

/// A document that rules and figures are taken from.
#[derive(Debug, Clone)]
pub struct SourceDocument {
    pub(crate) name: String,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub issuer: Option<Text>,
    /// Its official number.
    pub number: Option<String>,
    /// The day of its date.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// How far it can be trusted.
    pub reliability: Reliability,
    /// What a reader should know about it.
    pub note: Option<Text>,
}

/// A place in a document.
#[derive(Debug, Clone)]
pub struct Citation {
    /// Index in [`Policy::sources`].
    pub document: usize,
    /// The passage, in the document's own numbering or headings.
    pub section: Option<String>,
}

/// What an item is called: by formulas, by programs, by readers.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) text: Text,
    /// How the item is called inside formulas shown to readers.
    pub(crate) term: Text,
}

impl Label {
    /// Its names in both languages; some may be the same.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        [&self.text, &self.term].into_iter().flat_map(|text| [&*text.chinese, &*text.english])
    }
}

/// Alternatives that an input or a value chooses from.
#[derive(Debug, Clone)]
pub(crate) struct ChoiceSet {
    pub(crate) choices: Vec<Label>,
}

/// What kind of answer an input takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Count,
    /// An amount of money.
    Money,
    /// Any decimal number.
    Number,
    /// A share, given as a fraction.
    Percentage,
    /// A day.
    Date,
    /// Free text.
    Text,
    /// One of the choices of a set.
    Choice(usize),
    /// Yes or no.
    Boolean,
    /// Rows of the table with this index.
    Table(usize),
}

/// A checked formula with the type of its result.
#[derive(Debug, Clone)]
pub(crate) struct Formula {
    pub(crate) expression: Expression,
    pub(crate) kind: Type,
    pub(crate) by_name: ByName,
}

/// A formula as readers know it, in each language, once it has been written.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByName {
    pub(crate) chinese: OnceLock<String>,
    pub(crate) english: OnceLock<String>,
}

impl Pack for ByName {
    fn pack(&self, _: &mut Packer) {}

    fn unpack(_: &mut Unpacker<'_>) -> ByName {
        ByName::default()
    }
}

impl Formula {
    #[cfg(feature = "checking")]
    pub(crate) fn new(expression: Expression, kind: Type) -> Formula {
        Formula { expression, kind, by_name: ByName::default() }
    }

    /// The unit that a number of this type is given in, as a word; `None` for percentages, which are fractions.
    pub(crate) fn unit_word(&self, locale: Locale) -> Option<Cow<'static, str>> {
        match self.kind {
            Type::Number(quantity) if quantity.unit != Unit::NONE => {
                Some(quantity.unit.label(locale))
            }
            _ => None,
        }
    }
}

/// How an answer can be worked out where it is not known.
#[derive(Debug, Clone)]
pub(crate) enum Helper {
    /// A value (or `amount`) of another policy, some of whose inputs are answered already.
    Policy { policy: String, value: String, inputs: Vec<(String, Raw)> },
    /// The mean of the figures of some months.
    MonthlyAverage,
}

/// A question.
#[derive(Debug, Clone)]
pub struct Input {
    pub(crate) label: Label,
    /// Other names that a column goes by in tables people keep.
    pub(crate) also: Vec<String>,
    pub(crate) help: Option<Text>,
    /// What kind of answer it takes.
    pub kind: Kind,
    pub(crate) quantity: Quantity,
    /// The smallest number allowed.
    pub min: Number,
    /// The largest number allowed.
    pub max: Number,
    /// Whether the policy itself sets the largest number; otherwise it is the general bound.
    pub(crate) has_own_max: bool,
    /// Whether `min` itself is not allowed.
    pub(crate) above_min: bool,
    /// Decimal places allowed.
    pub(crate) decimals: u32,
    pub(crate) earliest: Date,
    pub(crate) latest: Date,
    /// Asked only where this holds.
    pub(crate) when: Option<Formula>,
    /// May be left unanswered for good.
    pub(crate) optional: bool,
    pub(crate) helper: Option<Helper>,
    /// What a yes says as a statement, and what a no says: “没有被列为严重失信”.
    pub(crate) yes: Option<Text>,
    pub(crate) no: Option<Text>,
    /// What another answer allows at most: a comparison that has to hold.
    pub(crate) limit: Option<Expression>,
    pub(crate) source: Option<Citation>,
}

impl Input {
    /// The id by which programs know it.
    pub fn id(&self) -> &str {
        &self.label.id
    }

    /// What it is called, in both languages: its label, its name in formulas, and what else people's own tables call it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.label.names().chain(self.also.iter().map(String::as_str))
    }

    /// What readers know it by.
    pub fn label(&self, locale: Locale) -> &str {
        self.label.text.get(locale)
    }

    /// What its answer is measured in.
    pub fn unit(&self) -> Unit {
        self.quantity.unit
    }

    /// The type of its answer in formulas; rows have none.
    pub(crate) fn result_type(&self) -> Type {
        match self.kind {
            Kind::Count | Kind::Money | Kind::Number | Kind::Percentage => {
                Type::Number(self.quantity)
            }
            Kind::Date => Type::Date,
            Kind::Text | Kind::Table(_) => Type::Text,
            Kind::Choice(set) => Type::Choice(set),
            Kind::Boolean => Type::Boolean,
        }
    }
}

/// Rows that an applicant lists: people hired, trainings, hours of overtime.
#[derive(Debug, Clone)]
pub struct Table {
    pub(crate) columns: Vec<Input>,
    /// Of each of these groups of optional columns, a row fills in at least one.
    pub(crate) any_of: Vec<Vec<usize>>,
    /// Values computed for each row.
    pub(crate) values: Vec<Computed>,
    /// Columns by which rows are taken in turn; then the order given.
    pub(crate) order: Vec<usize>,
    pub(crate) checks: Vec<RowCheck>,
    /// What an accepted row is worth.
    pub(crate) amount: Option<Formula>,
    pub(crate) max_rows: usize,
}

impl Table {
    /// Every formula about its rows.
    #[cfg(feature = "analysis")]
    pub(crate) fn formulas(&self) -> impl Iterator<Item = &Expression> {
        let values = self.values.iter().map(|value| &value.formula.expression);
        let whens =
            self.columns.iter().filter_map(|column| Some(&column.when.as_ref()?.expression));
        let checks = self.checks.iter().filter_map(|check| check.rule.expression());
        values
            .chain(whens)
            .chain(checks)
            .chain(self.amount.as_ref().map(|amount| &amount.expression))
    }
}

/// A reason to turn a row down.
#[derive(Debug, Clone)]
pub(crate) struct RowCheck {
    pub(crate) code: String,
    pub(crate) message: Text,
    pub(crate) rule: RowRule,
    pub(crate) source: Option<Citation>,
}

/// What has to hold for a row to be accepted. Group rules look at the rows accepted before it.
#[derive(Debug, Clone)]
pub(crate) enum RowRule {
    /// A formula about the row itself.
    Formula(Formula),
    /// No accepted row has the same values in these columns.
    Distinct(Vec<usize>),
    /// It starts on a day after the last accepted row with the same values in `by` ended.
    After { by: Vec<usize>, start: usize, end: usize },
    /// Fewer than `count` accepted rows have the same values in `by`.
    AtMost { by: Vec<usize>, count: Expression },
}

impl RowRule {
    /// The formula that it looks at, if any.
    pub(crate) fn expression(&self) -> Option<&Expression> {
        match self {
            RowRule::Formula(formula) => Some(&formula.expression),
            RowRule::AtMost { count, .. } => Some(count),
            RowRule::Distinct(_) | RowRule::After { .. } => None,
        }
    }
}

/// A figure that the notice sets.
#[derive(Debug, Clone)]
pub struct Parameter {
    pub(crate) label: Label,
    pub(crate) quantity: Quantity,
    /// The figure, or the figures from the day on which each holds, earliest first.
    pub(crate) history: Vec<Figure>,
    /// The last day that the figures cover.
    pub(crate) until: Option<Date>,
}

/// What a parameter is from a day on.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    /// `None` for a figure that holds throughout.
    pub(crate) from: Option<Date>,
    pub(crate) value: Number,
    pub(crate) source: Citation,
}

impl Parameter {
    /// The figure on a day; `None` where the parameter does not say.
    pub(crate) fn on(&self, day: Date) -> Option<Number> {
        if self.until.is_some_and(|until| day > until) {
            return None;
        }
        let held =
            self.history.iter().rev().find(|figure| figure.from.is_none_or(|from| from <= day));
        held.map(|figure| figure.value)
    }

    /// The one figure of a parameter that does not change.
    pub(crate) fn constant(&self) -> Option<Number> {
        match self.history.as_slice() {
            [Figure { from: None, value, .. }] => Some(*value),
            _ => None,
        }
    }
}

/// A value computed on the way: layoff rate, limit, rate of refund.
#[derive(Debug, Clone)]
pub struct Computed {
    pub(crate) label: Label,
    pub(crate) formula: Formula,
    pub(crate) source: Option<Citation>,
}

/// The subsidy itself.
#[derive(Debug, Clone)]
pub struct Amount {
    pub(crate) label: Label,
    pub(crate) formula: Formula,
    /// Money that an applicant is paid, as against pay or a cost that is only worked out.
    pub(crate) is_subsidy: bool,
    pub(crate) source: Option<Citation>,
}

/// When a warning is given.
#[derive(Debug, Clone)]
pub(crate) enum Trigger {
    /// Where the formula holds.
    Formula(Formula),
    /// Where the eligibility would be another one if the value (by index) were computed by this formula:
    /// for a rule that can be read in two ways.
    OtherReading(usize, Formula),
}

/// Something the reader should know about a result.
#[derive(Debug, Clone)]
pub struct Warning {
    pub(crate) code: String,
    pub(crate) message: Text,
    pub(crate) fields: Vec<usize>,
    pub(crate) trigger: Trigger,
}

/// Answers that are allowed but hardly ever right together: asked about, and without effect on the result.
#[derive(Debug, Clone)]
pub struct Hint {
    pub(crate) code: String,
    pub(crate) message: Text,
    pub(crate) fields: Vec<usize>,
    /// Where this holds.
    pub(crate) when: Formula,
}

/// A table of grades: the first grade whose lower bounds are all reached.
#[derive(Debug, Clone)]
pub struct Classification {
    pub(crate) name: String,
    /// The input whose choice picks the row.
    pub(crate) by: usize,
    /// The inputs that are compared.
    pub(crate) indicators: Vec<usize>,
    pub(crate) choices: usize,
    /// Choices from the highest grade down; the last is what remains.
    pub(crate) grades: Vec<usize>,
    /// A row for each choice of `by`: for each indicator the lower bounds of all grades but the last.
    pub(crate) rows: Vec<Vec<Option<Vec<Number>>>>,
}

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

/// A change of the rules or of what is known about them.
#[derive(Debug, Clone)]
pub struct Change {
    pub(crate) date: Date,
    pub(crate) text: Text,
}

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
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    /// The day on which its figures and rules were last compared with its documents.
    pub(crate) checked: Option<Date>,
    pub(crate) summary: Text,
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
    pub(crate) procedure: Vec<Note>,
    pub(crate) apply: Option<Portal>,
    pub(crate) checklist: Vec<Check>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) notes: Vec<Note>,
    pub(crate) exclusions: Vec<Exclusion>,
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

    /// Whether it can be claimed on `today`.
    pub fn status(&self, today: Date) -> Status {
        Status::within(self.from, self.to, today)
    }

    /// Ids of the values that it computes.
    pub fn value_ids(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|value| value.label.id.as_str())
    }

    /// Index of the input that asks for a table's rows.
    pub(crate) fn table_input(&self, table: usize) -> usize {
        let asks = |input: &Input| input.kind == Kind::Table(table);
        self.inputs.iter().position(asks).unwrap_or(self.inputs.len())
    }

    /// Index of the input with this id.
    pub fn input(&self, id: &str) -> Option<usize> {
        self.inputs.iter().position(|input| input.label.id == id)
    }

    pub(crate) fn choice(&self, set: usize, index: usize, locale: Locale) -> &str {
        self.choice_sets[set].choices[index].text.get(locale)
    }
}
