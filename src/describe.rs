//! A policy as data for forms and rule pages: nothing about it need be known beforehand.

use serde::Serialize;

use crate::evaluate::Value;
use crate::formula::{Quantity, Style, Type, display, render, unit_word};
use crate::input::{Raw, RawRow};
use crate::policy::{
    Audience, Citation, Computed, Formula, Input, Kind, Label, Note, Parameter, Policy,
    Reliability, Status,
};
use crate::{Date, Locale, Number, Unit};

/// The line of a policy in a list.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary<'p> {
    id: &'p str,
    title: &'p str,
    region: &'p str,
    audience: &'static str,
    scheme: &'p str,
    claim_year: Option<i32>,
    status: &'static str,
}

/// Where a rule or a figure stands.
#[derive(Debug, Clone, Serialize)]
pub struct Source<'p> {
    document: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'p str>,
    reliability: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'p str>,
}

impl Source<'_> {
    /// In one line: document, number, passage, and whether it is second-hand.
    pub fn to_line(&self, locale: Locale) -> String {
        let second_hand = locale.pick("（二手来源）", " (second-hand)");
        let mut parts =
            vec![locale.pick(format!("《{}》", self.document), self.document.to_owned())];
        parts.extend([self.number, self.section].into_iter().flatten().map(str::to_owned));
        let line = parts.join(locale.pick("，", ", "));
        if self.reliability == "secondary" { line + second_hand } else { line }
    }
}

#[derive(Debug, Clone, Serialize)]
struct ChoiceDescription<'p> {
    id: &'p str,
    label: &'p str,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct InputDescription<'p> {
    id: &'p str,
    label: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'p str>,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_exclusive: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<ChoiceDescription<'p>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    optional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'p>>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct TableDescription<'p> {
    id: &'p str,
    label: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    columns: Vec<InputDescription<'p>>,
    values: Vec<ValueDescription<'p>>,
    reasons: Vec<ReasonDescription<'p>>,
    max_rows: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'p>>,
}

#[derive(Debug, Clone, Serialize)]
struct ReasonDescription<'p> {
    code: &'p str,
    message: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'p>>,
}

#[derive(Debug, Clone, Serialize)]
struct ExclusionDescription<'p> {
    policy: &'p str,
    text: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'p>>,
}

#[derive(Debug, Clone, Serialize)]
struct ChangeDescription<'p> {
    date: String,
    text: &'p str,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct ParameterDescription<'p> {
    id: &'p str,
    label: &'p str,
    value: Option<String>,
    display: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    source: Source<'p>,
    /// Last day that the figures cover.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    history: Vec<ParameterEntry<'p>>,
}

#[derive(Debug, Clone, Serialize)]
struct ParameterEntry<'p> {
    from: Option<String>,
    value: String,
    display: String,
    source: Source<'p>,
}

#[derive(Debug, Clone, Serialize)]
struct ValueDescription<'p> {
    id: &'p str,
    label: &'p str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    formula: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<ChoiceDescription<'p>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'p>>,
}

#[derive(Debug, Clone, Serialize)]
struct RuleDescription<'p> {
    id: &'p str,
    label: &'p str,
    formula: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'p>>,
}

#[derive(Debug, Clone, Serialize)]
struct AmountDescription<'p> {
    label: &'p str,
    formula: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'p>>,
}

#[derive(Debug, Clone, Serialize)]
struct WarningDescription<'p> {
    code: &'p str,
    message: &'p str,
    fields: Vec<&'p str>,
}

#[derive(Debug, Clone, Serialize)]
struct NoteDescription<'p> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'p str>,
    text: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'p>>,
}

#[derive(Debug, Clone, Serialize)]
struct ContactDescription<'p> {
    name: &'p str,
    office: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'p str>,
}

#[derive(Debug, Clone, Serialize)]
struct Effective {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct ExampleDescription<'p> {
    name: &'p str,
    #[serde(serialize_with = "serialize_answers")]
    inputs: &'p [(String, Raw)],
}

/// Everything that a form and a rule page need.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Description<'p> {
    #[serde(flatten)]
    summary_line: Summary<'p>,
    summary: &'p str,
    effective: Effective,
    inputs: Vec<InputDescription<'p>>,
    tables: Vec<TableDescription<'p>>,
    order: Vec<&'p str>,
    parameters: Vec<ParameterDescription<'p>>,
    values: Vec<ValueDescription<'p>>,
    conditions: Vec<RuleDescription<'p>>,
    amount: Option<AmountDescription<'p>>,
    deadlines: Vec<RuleDescription<'p>>,
    warnings: Vec<WarningDescription<'p>>,
    procedure: Vec<NoteDescription<'p>>,
    contacts: Vec<ContactDescription<'p>>,
    sources: Vec<Source<'p>>,
    notes: Vec<NoteDescription<'p>>,
    exclusions: Vec<ExclusionDescription<'p>>,
    changes: Vec<ChangeDescription<'p>>,
    examples: Vec<ExampleDescription<'p>>,
}

/// The line of a policy in a list. Its status is that on `today`.
pub fn summarise(policy: &Policy, locale: Locale, today: Date) -> Summary<'_> {
    Summary {
        id: &policy.id,
        title: policy.title.get(locale),
        region: policy.region.get(locale),
        audience: match policy.audience {
            Audience::Employer => "employer",
            Audience::Citizen => "citizen",
        },
        scheme: &policy.scheme,
        claim_year: policy.claim_year,
        status: match policy.status(today) {
            Status::InForce => "in-force",
            Status::Expired => "expired",
            Status::Reference => "reference",
        },
    }
}

/// Everything that a form and a rule page need to know about a policy.
pub fn describe(policy: &Policy, locale: Locale, today: Date) -> Description<'_> {
    Describer { policy, locale }.describe(today)
}

/// How formulas call the questions, figures and values of a policy: ids and terms. Columns, and values of rows, have the
/// id of their table before theirs: `trainings.classHours`.
#[cfg(feature = "authoring")]
pub fn terms(policy: &Policy, locale: Locale) -> Vec<(String, &str)> {
    let mut terms = Vec::new();
    for input in &policy.inputs {
        terms.push((input.id().to_owned(), &input.label));
        if let Kind::Table(table) = input.kind {
            let table = &policy.tables[table];
            let columns = table.columns.iter().map(|column| &column.label);
            for label in columns.chain(table.values.iter().map(|value| &value.label)) {
                terms.push((format!("{}.{}", input.id(), label.id), label));
            }
        }
    }
    let parameters = policy.parameters.iter().map(|parameter| &parameter.label);
    let labels = parameters.chain(policy.values.iter().map(|value| &value.label));
    terms.extend(labels.map(|label| (label.id.clone(), label)));
    terms.into_iter().map(|(id, label)| (id, label.term.get(locale))).collect()
}

/// The source that a citation names, in full.
pub(crate) fn source<'p>(policy: &'p Policy, citation: &'p Citation, locale: Locale) -> Source<'p> {
    Source { section: citation.section.as_deref(), ..document(policy, citation.document, locale) }
}

fn document(policy: &Policy, index: usize, locale: Locale) -> Source<'_> {
    let document = &policy.sources[index];
    Source {
        document: document.title.get(locale),
        issuer: document.issuer.as_ref().map(|issuer| issuer.get(locale)),
        number: document.number.as_deref(),
        date: document.date.as_deref(),
        section: None,
        url: document.url.as_deref(),
        reliability: match document.reliability {
            Reliability::Primary => "primary",
            Reliability::Secondary => "secondary",
        },
        note: document.note.as_ref().map(|note| note.get(locale)),
    }
}

/// Two decimals for a bound in money read no better than none: the shortest form will do.
fn plain(number: Number) -> String {
    number.to_plain(10).unwrap_or_default()
}

fn type_word(kind: Type) -> &'static str {
    match kind {
        Type::Boolean => "boolean",
        Type::Date => "date",
        Type::Text => "text",
        Type::Choice(_) => "choice",
        Type::Number(quantity) if quantity.percent => "percentage",
        Type::Number(quantity) if quantity.unit == Unit::YUAN => "money",
        Type::Number(_) => "number",
    }
}

struct Describer<'p> {
    policy: &'p Policy,
    locale: Locale,
}

impl<'p> Describer<'p> {
    fn source(&self, citation: &'p Citation) -> Source<'p> {
        source(self.policy, citation, self.locale)
    }

    fn optional_source(&self, citation: Option<&'p Citation>) -> Option<Source<'p>> {
        citation.map(|citation| self.source(citation))
    }

    fn formula(&self, formula: &Formula) -> String {
        render(self.policy, &formula.expression, Style::Names, self.locale, None)
    }

    fn choices(&self, set: usize) -> Vec<ChoiceDescription<'p>> {
        let choices = self.policy.choice_sets[set].choices.iter();
        choices
            .map(|Label { id, text, .. }| ChoiceDescription { id, label: text.get(self.locale) })
            .collect()
    }

    fn unit(&self, quantity: Quantity) -> Option<String> {
        (quantity.unit != Unit::NONE).then(|| quantity.unit.label(self.locale))
    }

    fn describe(&self, today: Date) -> Description<'p> {
        let (policy, locale) = (self.policy, self.locale);
        Description {
            summary_line: summarise(policy, locale, today),
            summary: policy.summary.get(locale),
            effective: Effective {
                from: policy.from.map(|date| date.to_string()),
                to: policy.to.map(|date| date.to_string()),
            },
            inputs: policy
                .inputs
                .iter()
                .filter(|input| !matches!(input.kind, Kind::Table(_)))
                .map(|input| self.input(input))
                .collect(),
            tables: policy.inputs.iter().filter_map(|input| self.table(input)).collect(),
            order: policy.inputs.iter().map(Input::id).collect(),
            parameters: policy
                .parameters
                .iter()
                .filter_map(|parameter| self.parameter(parameter))
                .collect(),
            values: policy.values.iter().map(|value| self.value(value)).collect(),
            conditions: policy.conditions.iter().map(|item| self.rule(item)).collect(),
            amount: policy.amount.as_ref().map(|amount| AmountDescription {
                label: amount.label.text.get(locale),
                formula: self.formula(&amount.formula),
                source: self.optional_source(amount.source.as_ref()),
            }),
            deadlines: policy.deadlines.iter().map(|item| self.rule(item)).collect(),
            warnings: policy
                .warnings
                .iter()
                .map(|warning| WarningDescription {
                    code: &warning.code,
                    message: warning.message.get(locale),
                    fields: warning.fields.iter().map(|field| policy.inputs[*field].id()).collect(),
                })
                .collect(),
            procedure: policy.procedure.iter().map(|note| self.note(note)).collect(),
            contacts: policy
                .contacts
                .iter()
                .map(|contact| ContactDescription {
                    name: contact.name.get(locale),
                    office: contact.office.get(locale),
                    channel: contact.channel.as_ref().map(|channel| channel.get(locale)),
                    phone: contact.phone.as_deref(),
                })
                .collect(),
            sources: (0..policy.sources.len())
                .map(|index| document(policy, index, locale))
                .collect(),
            notes: policy.notes.iter().map(|note| self.note(note)).collect(),
            exclusions: policy
                .exclusions
                .iter()
                .map(|exclusion| ExclusionDescription {
                    policy: &exclusion.policy,
                    text: exclusion.text.get(locale),
                    source: self.optional_source(exclusion.source.as_ref()),
                })
                .collect(),
            changes: policy
                .changes
                .iter()
                .map(|change| ChangeDescription {
                    date: change.date.to_string(),
                    text: change.text.get(locale),
                })
                .collect(),
            examples: policy
                .examples
                .iter()
                .map(|example| ExampleDescription {
                    name: example.name.get(locale),
                    inputs: &example.inputs,
                })
                .collect(),
        }
    }

    /// A parameter with all its figures; the one that counts is that of the claim year, or the only one.
    fn parameter(&self, parameter: &'p Parameter) -> Option<ParameterDescription<'p>> {
        let shown = |value| {
            let kind = Type::Number(parameter.quantity);
            display(self.policy, &Value::Number(value), kind, self.locale)
        };
        let claimed = self.policy.claim_year.and_then(|year| Date::new(year, 1, 1));
        let value = parameter.constant().or_else(|| claimed.and_then(|day| parameter.on(day)));
        Some(ParameterDescription {
            id: &parameter.label.id,
            label: parameter.label.text.get(self.locale),
            value: value.map(plain),
            display: value.map(shown),
            unit: self.unit(parameter.quantity),
            source: self.source(&parameter.history.last()?.source),
            until: parameter.until.map(|until| until.to_string()),
            history: parameter
                .history
                .iter()
                .map(|figure| ParameterEntry {
                    from: figure.from.map(|from| from.to_string()),
                    value: plain(figure.value),
                    display: shown(figure.value),
                    source: self.source(&figure.source),
                })
                .collect(),
        })
    }

    fn table(&self, input: &'p Input) -> Option<TableDescription<'p>> {
        let Kind::Table(index) = input.kind else { return None };
        let table = &self.policy.tables[index];
        Some(TableDescription {
            id: input.id(),
            label: input.label.text.get(self.locale),
            help: input.help.as_ref().map(|help| help.get(self.locale)),
            when: input.when.as_ref().map(|when| self.formula(when)),
            columns: table.columns.iter().map(|column| self.input(column)).collect(),
            values: table.values.iter().map(|value| self.value(value)).collect(),
            reasons: table
                .checks
                .iter()
                .map(|check| ReasonDescription {
                    code: &check.code,
                    message: check.message.get(self.locale),
                    source: self.optional_source(check.source.as_ref()),
                })
                .collect(),
            max_rows: table.max_rows,
            source: self.optional_source(input.source.as_ref()),
        })
    }

    fn input(&self, input: &'p Input) -> InputDescription<'p> {
        let numeric =
            matches!(input.kind, Kind::Count | Kind::Money | Kind::Number | Kind::Percentage);
        let (min, max) = match input.kind {
            Kind::Date => (Some(input.earliest.to_string()), Some(input.latest.to_string())),
            _ if numeric => (Some(plain(input.min)), Some(plain(input.max))),
            _ => (None, None),
        };
        InputDescription {
            id: input.id(),
            label: input.label.text.get(self.locale),
            help: input.help.as_ref().map(|help| help.get(self.locale)),
            kind: match input.kind {
                Kind::Count => "count",
                Kind::Money => "money",
                Kind::Number => "number",
                Kind::Percentage => "percentage",
                Kind::Date => "date",
                Kind::Text => "text",
                Kind::Choice(_) => "choice",
                Kind::Table(_) => "table",
                Kind::Boolean => "boolean",
            },
            unit: if numeric { self.unit(input.quantity) } else { None },
            min,
            max,
            min_exclusive: input.above_min.then_some(true),
            decimals: numeric.then_some(input.decimals),
            choices: match input.kind {
                Kind::Choice(set) => Some(self.choices(set)),
                _ => None,
            },
            when: input.when.as_ref().map(|when| self.formula(when)),
            optional: input.optional,
            source: self.optional_source(input.source.as_ref()),
        }
    }

    fn value(&self, value: &'p Computed) -> ValueDescription<'p> {
        ValueDescription {
            id: &value.label.id,
            label: value.label.text.get(self.locale),
            kind: type_word(value.formula.kind),
            unit: unit_word(&value.formula, self.locale),
            formula: self.formula(&value.formula),
            choices: match value.formula.kind {
                Type::Choice(set) => Some(self.choices(set)),
                _ => None,
            },
            source: self.optional_source(value.source.as_ref()),
        }
    }

    fn rule(&self, rule: &'p Computed) -> RuleDescription<'p> {
        RuleDescription {
            id: &rule.label.id,
            label: rule.label.text.get(self.locale),
            formula: self.formula(&rule.formula),
            source: self.optional_source(rule.source.as_ref()),
        }
    }

    fn note(&self, note: &'p Note) -> NoteDescription<'p> {
        NoteDescription {
            title: note.title.as_ref().map(|title| title.get(self.locale)),
            text: note.text.get(self.locale),
            source: self.optional_source(note.source.as_ref()),
        }
    }
}

fn serialize_answers<S: serde::Serializer>(
    answers: &[(String, Raw)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(answers.iter().map(|(id, answer)| (id, Answer(answer))))
}

/// An answer as programs give it.
struct Answer<'p>(&'p Raw);

impl Serialize for Answer<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Raw::Missing => serializer.serialize_unit(),
            Raw::Boolean(value) => serializer.serialize_bool(*value),
            Raw::Table(rows) => serializer.collect_seq(rows.iter().map(Row)),
            Raw::Number(text) | Raw::Text(text) | Raw::Other(text) => {
                serializer.serialize_str(text)
            }
        }
    }
}

/// A row as programs give it.
struct Row<'p>(&'p Option<RawRow>);

impl Serialize for Row<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_answers(self.0.as_deref().unwrap_or_default(), serializer)
    }
}
