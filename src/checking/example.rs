//! Worked examples: what a policy file says about itself, run as tests.

#[cfg(feature = "authoring")]
mod outcome;

use super::load::Cited;
use crate::document::{Content, Diagnostic, Node, Place, Section, Spot};
use crate::policy::{Computed, Example, Input, Kind, Label, Policy};
use crate::result::{Assessment, Plain, evaluate};
use crate::values::{Calendar, Locale, Raw, Text, text};

#[cfg(feature = "authoring")]
pub(crate) use outcome::{Outcome, run};

/// One thing that an example says of its result.
struct Expectation {
    of: Expected,
    wanted: Vec<String>,
    place: Place,
}

enum Expected {
    Eligibility,
    Amount,
    Warnings,
    Missing,
    /// The titles of the steps that are to be gone.
    Procedure,
    /// Of each row of a table, by its name in formulas and its id, the reasons to turn it down, separated by spaces.
    Rows(String, String),
    /// Of each row of a table, or month of a schedule, likewise, what it is worth.
    RowAmounts(String, String),
    /// What of a part of the amount counts, by its name in formulas and its id.
    Part(String, String),
    /// Whether the policy applies by a reading, likewise, and the amount by it.
    EligibilityBy(String, String),
    AmountBy(String, String),
    /// A value, by its name in formulas and its id.
    Value(String, String),
    /// A deadline, likewise.
    Deadline(String, String),
}

/// An `[[example]]` before it is run.
struct Given {
    name: Option<Text>,
    inputs: Vec<(String, Raw)>,
    expected: Vec<Expectation>,
}

/// Reads an `[[example]]` and runs it: inputs and values by their names in formulas, choices by theirs.
pub(crate) fn read(
    policy: &Policy,
    calendar: &Calendar,
    (section, source): &Cited<'_>,
) -> Option<Example> {
    let Given { name, inputs, expected } = read_parts(policy, section)?;
    match evaluate(policy, calendar, &inputs, Locale::Chinese) {
        Ok(assessment) => expected
            .iter()
            .filter_map(|expectation| expectation.check(&assessment))
            .for_each(|diagnostic| section.report(diagnostic)),
        Err(problems) => problems
            .into_iter()
            .for_each(|problem| section.report(Diagnostic::new(section.place(), problem.message))),
    }
    Some(Example { name: name?, inputs, source: source.clone() })
}

/// What an `[[example]]` says, before it is run.
fn read_parts(policy: &Policy, section: &Section<'_>) -> Option<Given> {
    let name = section.wording("name");
    let mut inputs = Vec::new();
    if let Some(given) = section.section("inputs") {
        for (spot, node) in given.entries() {
            inputs.push(read_answer(policy, section, &spot, node)?);
        }
    }
    if section.node("expect").is_none() {
        section.missing("expect");
    }
    let expected =
        section.section("expect").and_then(|expect| read_expectations(policy, &expect))?;
    section.finish();
    Some(Given { name, inputs, expected })
}

/// The answer to the question that a key names, by id.
pub(crate) fn read_answer(
    policy: &Policy,
    section: &Section<'_>,
    spot: &Spot<'_>,
    node: &Node,
) -> Option<(String, Raw)> {
    let input = named(section, spot, &policy.inputs)?;
    let raw = match (&node.content, input.kind) {
        (Content::List(rows), Kind::Table(table)) => {
            let columns = &policy.tables[table].columns;
            let mut list = Vec::new();
            for (index, row) in rows.iter().enumerate() {
                let Content::Table(cells) = &row.content else { continue };
                let mut raw_row = Vec::new();
                for (name, cell) in cells {
                    let place = spot.place.at_index(index, cell.key);
                    let column = named(section, &Spot { text: name, place }, columns)?;
                    raw_row.push((column.label.id.clone(), read_cell(policy, column, cell)));
                }
                list.push(Some(raw_row));
            }
            Raw::Table(list)
        }
        _ => read_cell(policy, input, node),
    };
    Some((input.label.id.clone(), raw))
}

/// The answer to one question; a choice is called by its name.
pub(crate) fn read_cell(policy: &Policy, input: &Input, node: &Node) -> Raw {
    match (&node.content, input.kind) {
        (Content::Boolean(value), _) => Raw::Boolean(*value),
        (Content::Integer(value), _) => Raw::Number(value.to_string()),
        (Content::Text(text), Kind::Choice(set)) => {
            Raw::Text(choice_id(policy, set, text).to_owned())
        }
        (Content::Text(text), _) => Raw::Text(text.clone()),
        (Content::List(items), Kind::Choices(set)) => {
            let text = |item| match item {
                &Node { content: Content::Text(ref text), .. } => {
                    Some(choice_id(policy, *set, text))
                }
                _ => None,
            };
            Raw::list(&items.iter().map(text).collect::<Vec<_>>())
        }
        _ => Raw::Other("…".to_owned()),
    }
}

/// The id of the choice with this name; the text itself where there is none.
fn choice_id<'a>(policy: &'a Policy, set: usize, name: &'a str) -> &'a str {
    let choice = policy.choice_sets[set].choices.iter().find(|choice| choice.name == name);
    choice.map_or(name, |choice| &choice.id)
}

/// The input or column with this name.
pub(crate) fn named<'p>(
    section: &Section<'_>,
    spot: &Spot<'_>,
    inputs: &'p [Input],
) -> Option<&'p Input> {
    let name = spot.text;
    let found = inputs.iter().find(|input| input.label.name == name);
    if found.is_none() {
        let names = inputs.iter().map(|input| input.label.name.as_str());
        let message = text!("没有名为“{name}”的项目", "nothing to fill in is called “{name}”");
        section.report(Diagnostic::new(&spot.place, message).meaning(name, names));
    }
    found
}

fn read_expectations(policy: &Policy, expect: &Section<'_>) -> Option<Vec<Expectation>> {
    let mut expectations = Vec::new();
    for (key, of) in [("eligibility", Expected::Eligibility), ("amount", Expected::Amount)] {
        if let Some(Spot { text, place }) = expect.optional_text(key) {
            expectations.push(Expectation { of, wanted: vec![text.to_owned()], place });
        }
    }
    for (key, of) in [
        ("warnings", Expected::Warnings),
        ("missing", Expected::Missing),
        ("procedure", Expected::Procedure),
    ] {
        if let Some((_, place)) = expect.node(key) {
            let wanted = expect.texts(key).iter().map(|spot| spot.text.to_owned()).collect();
            expectations.push(Expectation { of, wanted, place });
        }
    }
    expectations.extend(read_rows(policy, expect, "rows", Expected::Rows)?);
    expectations.extend(read_rows(policy, expect, "row_amounts", Expected::RowAmounts)?);
    let (values, deadlines) = (&policy.values, &policy.deadlines);
    expectations.extend(read_computed(
        expect,
        ("values", "[[value]]"),
        &labels(values),
        Expected::Value,
    )?);
    let parts = policy.amount.iter().flat_map(|amount| &amount.parts);
    let parts: Vec<_> = parts.map(|part| part.label(policy)).collect();
    expectations.extend(read_computed(
        expect,
        ("parts", "[amount] parts"),
        &parts,
        Expected::Part,
    )?);
    let keys = ("deadlines", "[[deadline]]");
    expectations.extend(read_computed(expect, keys, &labels(deadlines), Expected::Deadline)?);
    expectations.extend(read_readings(policy, expect)?);
    expect.finish();
    if expectations.is_empty() {
        expect.report(Diagnostic::new(
            expect.place(),
            text!("例子没有写应得的结果", "the example says nothing about its result"),
        ));
    }
    Some(expectations)
}

/// What other readings come to, by their names.
fn read_readings(policy: &Policy, expect: &Section<'_>) -> Option<Vec<Expectation>> {
    let mut expectations = Vec::new();
    let section = expect.section("readings");
    for (spot, node) in section.iter().flat_map(Section::entries) {
        let mut labels = policy.readings.iter().map(|reading| &reading.label);
        let Some(label) = labels.find(|label| label.name == spot.text) else {
            let known = policy.readings.iter().map(|known| &known.label);
            no_such(expect, &spot, "[[reading]]", known);
            return None;
        };
        let comes_to = expect.entry_section(&spot, node)?;
        let mut expects = |key, of: fn(String, String) -> Expected| {
            let Some(Spot { text, place }) = comes_to.optional_text(key) else { return };
            let of = of(label.name.clone(), label.id.clone());
            expectations.push(Expectation { of, wanted: vec![text.to_owned()], place });
        };
        expects("eligibility", Expected::EligibilityBy);
        expects("amount", Expected::AmountBy);
        comes_to.finish();
    }
    Some(expectations)
}

fn labels(items: &[Computed]) -> Vec<&Label> {
    items.iter().map(|item| &item.label).collect()
}

fn no_such<'p>(
    expect: &Section<'_>,
    spot: &Spot<'_>,
    kind: &str,
    labels: impl Iterator<Item = &'p Label>,
) {
    let name = spot.text;
    let message = text!("没有名为“{name}”的 {kind}", "no {kind} is called “{name}”");
    let names = labels.map(|label| label.name.as_str());
    expect.report(Diagnostic::new(&spot.place, message).meaning(name, names));
}

/// What is said of the rows of tables.
fn read_rows(
    policy: &Policy,
    expect: &Section<'_>,
    key: &'static str,
    of: fn(String, String) -> Expected,
) -> Option<Vec<Expectation>> {
    let mut expectations = Vec::new();
    let section = expect.section(key);
    for (spot, node) in section.iter().flat_map(Section::entries) {
        let schedules = policy.tables.iter().filter_map(|table| table.schedule.as_ref());
        let mut schedules = schedules.filter(|made| made.label.name == spot.text);
        let label = match schedules.next() {
            Some(schedule) => &schedule.label,
            None => &named(expect, &spot, &policy.inputs)?.label,
        };
        let Content::List(items) = &node.content else { continue };
        let text = |item: &Node| match &item.content {
            Content::Text(text) => text.clone(),
            _ => String::new(),
        };
        let wanted = items.iter().map(text).collect();
        let place = Place { span: node.span, ..spot.place };
        expectations.push(Expectation {
            of: of(spot.text.to_owned(), label.id.clone()),
            wanted,
            place,
        });
    }
    Some(expectations)
}

/// What is said of computed items by their names, under the first key; they are called by the second.
fn read_computed(
    expect: &Section<'_>,
    (key, kind): (&'static str, &str),
    labels: &[&Label],
    of: fn(String, String) -> Expected,
) -> Option<Vec<Expectation>> {
    let mut expectations = Vec::new();
    let section = expect.section(key);
    for (spot, node) in section.iter().flat_map(Section::entries) {
        let wanted = match &node.content {
            Content::Text(text) => text.clone(),
            Content::Boolean(value) => value.to_string(),
            Content::Integer(value) => value.to_string(),
            _ => String::new(),
        };
        let name = spot.text;
        let Some(label) = labels.iter().find(|label| label.name == name) else {
            no_such(expect, &spot, kind, labels.iter().copied());
            return None;
        };
        let of = of(name.to_owned(), label.id.clone());
        let place = Place { span: node.span, ..spot.place };
        expectations.push(Expectation { of, wanted: vec![wanted], place });
    }
    Some(expectations)
}

impl Expectation {
    fn check(&self, assessment: &Assessment<'_>) -> Option<Diagnostic> {
        let found = self.found(assessment);
        let what = match &self.of {
            Expected::Eligibility => Text::new("资格", "the eligibility"),
            Expected::Amount => Text::new("金额", "the amount"),
            Expected::Warnings => Text::new("提示", "the warnings"),
            Expected::Missing => Text::new("尚缺的项目", "the missing inputs"),
            Expected::Procedure => Text::new("办理步骤", "the steps"),
            Expected::Rows(name, _) => {
                text!("“{name}”各行不予认定的原因", "the reasons to turn down rows of “{name}”")
            }
            Expected::RowAmounts(name, _) => {
                text!("“{name}”各行的金额", "what the rows of “{name}” are worth")
            }
            Expected::EligibilityBy(name, _) => {
                text!("按“{name}”的资格", "the eligibility by “{name}”")
            }
            Expected::AmountBy(name, _) => text!("按“{name}”的金额", "the amount by “{name}”"),
            Expected::Value(name, _) | Expected::Deadline(name, _) | Expected::Part(name, _) => {
                text!("“{name}”", "“{name}”")
            }
        };
        (found != self.wanted).then(|| {
            let (given, comes) =
                (self.shown(&self.wanted, &found), self.shown(&found, &self.wanted));
            Diagnostic::new(
                &self.place,
                Text::new(
                    format!(
                        "例子不成立：{}写的是 {}，算出来是 {}",
                        what.chinese, given.chinese, comes.chinese
                    ),
                    format!(
                        "the example fails: {} should be {}, but comes out as {}",
                        what.english, given.english, comes.english
                    ),
                ),
            )
            .help(text!("请核对公式、参数或例子", "check the formula, the figures or the example"))
        })
    }

    /// A list; of as many rows or months as there should be, those that are not as they should be.
    fn shown(&self, items: &[String], others: &[String]) -> Text {
        let by_row = matches!(self.of, Expected::Rows(..) | Expected::RowAmounts(..))
            && items.len() == others.len();
        let item = |(row, item): (usize, &String)| {
            let number = row + 1;
            let item = if item.is_empty() { "“”" } else { item };
            if by_row {
                text!("第{number}行 {item}", "row {number} {item}")
            } else {
                Text::new(item, item)
            }
        };
        let of_note = |(row, item): &(usize, &String)| !by_row || others[*row] != **item;
        let shown: Vec<_> = items.iter().enumerate().filter(of_note).map(item).collect();
        if shown.is_empty() {
            return Text::new("—", "—");
        }
        let join = |part: fn(&Text) -> &str, separator| {
            shown.iter().map(part).collect::<Vec<_>>().join(separator)
        };
        Text::new(join(|text| &text.chinese, "、"), join(|text| &text.english, ", "))
    }

    /// What the result is, in the notation of `wanted`.
    fn found(&self, assessment: &Assessment<'_>) -> Vec<String> {
        match &self.of {
            Expected::Eligibility => vec![assessment.eligibility.id().to_owned()],
            Expected::Amount => assessment.amount.iter().cloned().collect(),
            Expected::Warnings => {
                assessment.warnings.iter().map(|warning| warning.code.to_owned()).collect()
            }
            Expected::Missing => assessment.missing.iter().map(|&id| id.to_owned()).collect(),
            Expected::Procedure => {
                let gone = assessment.procedure.iter().filter(|step| step.applies == Some(true));
                gone.map(|step| step.title.to_owned()).collect()
            }
            Expected::Rows(_, id) => {
                let rows = assessment.rows.iter().find(|rows| rows.0 == id);
                rows.map_or_else(Vec::new, |rows| {
                    let codes = rows.1.iter().map(|row| {
                        let codes: Vec<_> = row.reasons.iter().map(|reason| reason.code).collect();
                        codes.join(" ")
                    });
                    codes.collect()
                })
            }
            Expected::EligibilityBy(_, id) => {
                let reading = assessment.readings.iter().find(|reading| reading.id == id);
                reading.map(|reading| reading.eligibility.id().to_owned()).into_iter().collect()
            }
            Expected::AmountBy(_, id) => {
                let reading = assessment.readings.iter().find(|reading| reading.id == id);
                reading.and_then(|reading| reading.amount.clone()).into_iter().collect()
            }
            Expected::Part(_, id) => {
                let part = assessment.parts.iter().find(|part| part.id == id);
                part.map(|part| part.amount.clone()).into_iter().collect()
            }
            Expected::RowAmounts(_, id) => {
                let rows = assessment.rows.iter().find(|rows| rows.0 == id);
                let amounts = rows.iter().flat_map(|rows| &rows.1).map(|row| row.amount.clone());
                amounts.map(Option::unwrap_or_default).collect()
            }
            Expected::Deadline(_, id) => {
                let deadlines = assessment.deadlines.iter().filter(|deadline| deadline.id == id);
                deadlines.map(|deadline| deadline.date.clone()).collect()
            }
            Expected::Value(_, id) => {
                let value = assessment.values.iter().find(|value| value.0 == id);
                let plain = value.map(|value| match &value.1 {
                    Plain::Text(text) => text.clone(),
                    Plain::Boolean(value) => value.to_string(),
                });
                plain.into_iter().collect()
            }
        }
    }
}
