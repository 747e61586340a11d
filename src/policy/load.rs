//! Reads a policy document: every key is known, every name resolves, every formula fits, every figure has its source.

use core::cell::RefCell;

use super::model::{
    Amount, Audience, ChoiceSet, Citation, Classification, Computed, Contact, Formula, Input, Kind,
    Label, Note, Parameter, Policy, Reliability, SourceDocument, Trigger, Warning,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::document::{Content, Node, Section, Spot};
use crate::example;
use crate::formula::{Checker, Expression, Meaning, Quantity, Scope, Type};
use crate::locale::text;
use crate::{Date, Number, Text, Unit};

/// General bounds, which hold unless a field says otherwise.
const LARGEST_COUNT: i64 = 100_000_000;
const LARGEST_MONEY: i64 = 1_000_000_000_000;
const MONEY_DECIMALS: u32 = 2;
/// A share given as a fraction: as many places as results have.
const SHARE_DECIMALS: u32 = 10;

/// A value whose formula is checked when its type is first needed.
struct Draft<'a> {
    label: Label,
    formula: Option<Spot<'a>>,
    quantity: Option<(Quantity, Place)>,
    choices: Option<usize>,
    boolean: bool,
    source: Option<Citation>,
    state: State,
}

enum State {
    Unchecked,
    /// Being checked: meeting it again is a cycle.
    Checking,
    Checked(Option<Formula>),
}

struct Loader<'a> {
    log: &'a RefCell<Vec<Diagnostic>>,
    names: Vec<(String, Meaning, Place)>,
    sources: Vec<SourceDocument>,
    choice_sets: Vec<ChoiceSet>,
    inputs: Vec<Input>,
    parameters: Vec<Parameter>,
    classifications: Vec<Classification>,
    drafts: Vec<Draft<'a>>,
    /// Values being checked, outermost first.
    chain: Vec<usize>,
    used: RefCell<Vec<Meaning>>,
}

impl Scope for Loader<'_> {
    fn resolve(&self, name: &str) -> Option<Meaning> {
        let meaning = self.names.iter().find(|entry| entry.0 == name)?.1;
        self.used.borrow_mut().push(meaning);
        Some(meaning)
    }

    fn names(&self) -> Vec<String> {
        self.names.iter().map(|entry| entry.0.clone()).collect()
    }

    fn type_of(&mut self, meaning: Meaning, at: &Place) -> Option<Type> {
        match meaning {
            Meaning::Input(index) => Some(self.inputs[index].result_type()),
            Meaning::Parameter(index) => Some(Type::Number(self.parameters[index].quantity)),
            Meaning::Classification(index) => {
                Some(Type::Choice(self.classifications[index].choices))
            }
            Meaning::Value(index) => self.check_value(index, at),
        }
    }

    fn choice(&self, set: usize, name: &str) -> Option<usize> {
        self.choice_sets[set]
            .choices
            .iter()
            .position(|choice| choice.name == name)
    }

    fn choice_names(&self, set: usize) -> Vec<String> {
        self.choice_sets[set]
            .choices
            .iter()
            .map(|choice| choice.name.clone())
            .collect()
    }

    fn indicator(&self, classification: usize, input: usize) -> Option<usize> {
        self.classifications[classification]
            .indicators
            .iter()
            .position(|known| *known == input)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.log.borrow_mut().push(diagnostic);
    }
}

impl Policy {
    /// Reads a policy document.
    ///
    /// # Errors
    /// Every mistake found, with its place and, where one is known, a suggestion.
    pub fn read(document: &Node) -> Result<Policy, Vec<Diagnostic>> {
        let log = RefCell::default();
        let policy = Section::root(document, &log).and_then(|root| load(&root, &log));
        let mut diagnostics = log.into_inner();
        match policy {
            Some(policy) if diagnostics.is_empty() => Ok(policy),
            _ => {
                diagnostics.sort_by_key(|diagnostic| diagnostic.place.span);
                Err(diagnostics)
            }
        }
    }
}

fn load<'a>(root: &Section<'a>, log: &'a RefCell<Vec<Diagnostic>>) -> Option<Policy> {
    let mut loader = Loader {
        log,
        names: Vec::new(),
        sources: Vec::new(),
        choice_sets: Vec::new(),
        inputs: Vec::new(),
        parameters: Vec::new(),
        classifications: Vec::new(),
        drafts: Vec::new(),
        chain: Vec::new(),
        used: RefCell::default(),
    };
    let id = root.text("id");
    if let Some(id) = &id
        && !is_policy_id(id.text)
    {
        root.report(Diagnostic::new(
            &id.place,
            text!(
                "编号只能用小写字母、数字和短横线",
                "an id is made of lower-case letters, digits and hyphens"
            ),
        ));
    }
    let title = root.wording("title");
    let region = root.wording("region");
    let audience = choose(
        root,
        "audience",
        &[
            ("employer", Audience::Employer),
            ("citizen", Audience::Citizen),
        ],
    );
    let scheme = root.text("scheme");
    let claim_year = root
        .integer("claim_year")
        .and_then(|(year, _)| i32::try_from(year).ok());
    let (from, to) = period(root);
    let summary = root.wording("summary");

    loader.read_sources(root);
    for section in root.sections("parameter") {
        loader.read_parameter(&section);
    }
    // Conditions of asking come after everything that they may name.
    let conditional: Vec<_> = root
        .sections("input")
        .iter()
        .filter_map(|section| loader.read_input(section))
        .collect();
    let values = root.sections("value");
    for section in &values {
        loader.read_value(section);
    }
    for section in root.sections("classification") {
        loader.read_classification(&section);
    }
    for (index, when) in conditional {
        loader.inputs[index].when = loader.formula(&when, Some(Type::Boolean));
    }
    let place = root.place().clone();
    for index in 0..loader.drafts.len() {
        loader.check_value(index, &place);
    }
    let conditions = loader.items(root, "condition", Some(Type::Boolean));
    let deadlines = loader.items(root, "deadline", Some(Type::Date));
    let amount = root.section("amount").and_then(|section| {
        let money = Type::Number(Quantity::of(Unit::YUAN));
        let item = loader.item(&section, Some(money), Some("amount"))?;
        Some(Amount {
            label: item.label,
            formula: item.formula,
            source: item.source,
        })
    });
    let warnings = loader.read_warnings(root);
    let procedure = loader.read_notes(root, "procedure", true);
    let notes = loader.read_notes(root, "note", false);
    let contacts = read_contacts(root);
    loader.check_asking_order();
    loader.report_unused();

    let values = loader
        .drafts
        .into_iter()
        .map(|draft| match draft.state {
            State::Checked(Some(formula)) => Some(Computed {
                label: draft.label,
                formula,
                source: draft.source,
            }),
            _ => None,
        })
        .collect::<Option<Vec<_>>>();
    let mut policy = Policy {
        id: id?.text.to_owned(),
        title: title?,
        region: region?,
        audience: audience?,
        scheme: scheme?.text.to_owned(),
        claim_year,
        from,
        to,
        summary: summary?,
        sources: loader.sources,
        choice_sets: loader.choice_sets,
        inputs: loader.inputs,
        parameters: loader.parameters,
        classifications: loader.classifications,
        values: values?,
        conditions,
        amount,
        deadlines,
        warnings,
        procedure,
        contacts,
        notes,
        examples: Vec::new(),
    };
    // Examples are read against the finished policy, and only where it is sound.
    let examples = root.sections("example");
    root.finish();
    if log.borrow().is_empty() {
        policy.examples = examples
            .iter()
            .filter_map(|section| example::read(&policy, section))
            .collect();
    }
    Some(policy)
}

fn is_policy_id(id: &str) -> bool {
    id.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Ids are part of the JavaScript API.
fn is_item_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn choose<T: Copy>(section: &Section<'_>, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
    let spot = section.text(key)?;
    let chosen = choices
        .iter()
        .find(|choice| choice.0 == spot.text)
        .map(|choice| choice.1);
    if chosen.is_none() {
        let allowed = choices
            .iter()
            .map(|choice| choice.0)
            .collect::<Vec<_>>()
            .join("、");
        section.report(Diagnostic::new(
            &spot.place,
            text!("只能写：{allowed}", "only these are allowed: {allowed}"),
        ));
    }
    chosen
}

fn date(section: &Section<'_>, spot: &Spot<'_>) -> Option<Date> {
    let date = Date::parse(spot.text);
    if date.is_none() {
        section.report(Diagnostic::new(
            &spot.place,
            text!(
                "应写实际存在的日期，如 2024-12-31",
                "a date that exists is expected, such as 2024-12-31"
            ),
        ));
    }
    date
}

fn period(root: &Section<'_>) -> (Option<Date>, Option<Date>) {
    let Some(section) = root.section("period") else {
        return (None, None);
    };
    let from = section
        .optional_text("from")
        .and_then(|spot| date(&section, &spot));
    let to = section
        .optional_text("to")
        .and_then(|spot| date(&section, &spot));
    section.finish();
    (from, to)
}

fn read_contacts(root: &Section<'_>) -> Vec<Contact> {
    let read = |section: &Section<'_>| {
        let contact = Contact {
            name: section.wording("name")?,
            office: section.wording("office")?,
            channel: section.optional_wording("channel"),
            phone: section
                .optional_text("phone")
                .map(|spot| spot.text.to_owned()),
        };
        section.finish();
        Some(contact)
    };
    root.sections("contact").iter().filter_map(read).collect()
}

impl<'a> Loader<'a> {
    fn report_at(&self, place: &Place, message: Text, help: Option<Text>) {
        self.log.borrow_mut().push(Diagnostic {
            place: place.clone(),
            message,
            help,
        });
    }

    fn formula(&mut self, spot: &Spot<'a>, expected: Option<Type>) -> Option<Formula> {
        let (expression, kind) = Checker::new(self, spot).run(expected)?;
        Some(Formula { expression, kind })
    }

    /// A figure with its unit, such as `5.5%` or `300元/人/月`.
    fn figure(&mut self, spot: &Spot<'a>) -> Option<(Number, Quantity)> {
        let formula = self.formula(spot, None)?;
        match (formula.expression, formula.kind) {
            (Expression::Number(number, _), Type::Number(quantity)) => Some((number, quantity)),
            _ => {
                self.report_at(
                    &spot.place,
                    text!(
                        "这里应是一个数和它的单位，如 \"600元/人\"",
                        "a figure with its unit is expected here, such as \"600元/人\""
                    ),
                    None,
                );
                None
            }
        }
    }

    fn read_sources(&mut self, root: &Section<'a>) {
        for section in root.sections("source") {
            let name = section.text("name");
            let document = SourceDocument {
                name: name
                    .as_ref()
                    .map_or_else(String::new, |spot| spot.text.to_owned()),
                title: section.wording("title").unwrap_or_default(),
                issuer: section.optional_wording("issuer"),
                number: section
                    .optional_text("number")
                    .map(|spot| spot.text.to_owned()),
                date: section
                    .optional_text("date")
                    .map(|spot| spot.text.to_owned()),
                url: section
                    .optional_text("url")
                    .map(|spot| spot.text.to_owned()),
                reliability: choose(
                    &section,
                    "reliability",
                    &[
                        ("primary", Reliability::Primary),
                        ("secondary", Reliability::Secondary),
                    ],
                )
                .unwrap_or(Reliability::Secondary),
                note: section.optional_wording("note"),
            };
            section.finish();
            self.sources.push(document);
        }
        if self.sources.is_empty() {
            root.missing("source");
        }
    }

    /// `简称` or `简称：章节`.
    fn citation(&self, section: &Section<'_>, required: bool) -> Option<Citation> {
        let spot = if required {
            section.text("source")
        } else {
            section.optional_text("source")
        }?;
        let (name, passage) = match spot.text.split_once('：') {
            Some((name, passage)) => (name, Some(passage.to_owned())),
            None => (spot.text, None),
        };
        let document = self.sources.iter().position(|source| source.name == name);
        if document.is_none() {
            let known = self.sources.iter().map(|source| source.name.as_str());
            let help = nearest(name, known)
                .map(|similar| text!("是否想写“{similar}”？", "did you mean “{similar}”?"));
            self.report_at(
                &spot.place,
                text!(
                    "没有简称为“{name}”的文件；请在 [[source]] 中登记",
                    "no document is called “{name}”; add it as a [[source]]"
                ),
                help,
            );
        }
        Some(Citation {
            document: document?,
            section: passage,
        })
    }

    fn label(&mut self, section: &Section<'_>, fixed_id: Option<&str>) -> Option<Label> {
        let name = section.text("name");
        let english = section.text("en");
        let id = match fixed_id {
            Some(id) => Some(id.to_owned()),
            None => section.text("id").map(|spot| {
                if !is_item_id(spot.text) {
                    section.report(Diagnostic::new(
                        &spot.place,
                        text!(
                            "编号应以小写字母开头，只含英文字母和数字",
                            "an id starts with a lower-case letter and has Latin letters and digits only"
                        ),
                    ));
                }
                spot.text.to_owned()
            }),
        };
        let own = section.optional_wording("label");
        let (name, english, id) = (name?, english?, id?);
        let term = Text::new(name.text, english.text);
        Some(Label {
            name: name.text.to_owned(),
            id,
            text: own.unwrap_or_else(|| term.clone()),
            term,
        })
    }

    /// Gives a name its meaning. A name or an id that is taken already is a mistake.
    fn declare(&mut self, section: &Section<'_>, label: &Label, meaning: Meaning) {
        let taken = |what: &str| {
            text!(
                "“{what}”已用于另一项",
                "“{what}” is already taken by another item"
            )
        };
        if self.names.iter().any(|entry| entry.0 == label.name) {
            self.report_at(section.place(), taken(&label.name), None);
        }
        let ids = (self.inputs.iter().map(|input| &input.label.id))
            .chain(self.parameters.iter().map(|parameter| &parameter.label.id))
            .chain(self.drafts.iter().map(|draft| &draft.label.id));
        if ids.into_iter().filter(|id| **id == label.id).count() > 0 {
            self.report_at(section.place(), taken(&label.id), None);
        }
        self.names
            .push((label.name.clone(), meaning, section.place().clone()));
    }

    fn read_parameter(&mut self, section: &Section<'a>) {
        let label = self.label(section, None);
        let figure = section.text("value").and_then(|spot| self.figure(&spot));
        let source = self.citation(section, true);
        section.finish();
        let (Some(label), Some((value, quantity)), Some(source)) = (label, figure, source) else {
            return;
        };
        self.declare(section, &label, Meaning::Parameter(self.parameters.len()));
        self.parameters.push(Parameter {
            label,
            quantity,
            value,
            source,
        });
    }

    fn read_choices(&mut self, section: &Section<'a>) -> Option<usize> {
        let choices = section.sections("choices");
        if choices.is_empty() {
            return None;
        }
        let choices = choices
            .iter()
            .filter_map(|choice| {
                let label = self.label(choice, None);
                choice.finish();
                label
            })
            .collect();
        self.choice_sets.push(ChoiceSet { choices });
        Some(self.choice_sets.len() - 1)
    }

    fn quantity(&mut self, section: &Section<'a>) -> Option<(Quantity, Place)> {
        let spot = section.optional_text("unit")?;
        if spot.text == "%" {
            return Some((Quantity::PERCENT, spot.place));
        }
        let unit = Unit::parse(spot.text);
        if unit.is_none() {
            let similar = nearest(spot.text, Unit::names());
            let known = Unit::names().collect::<Vec<_>>().join("、");
            let name = spot.text;
            self.report_at(
                &spot.place,
                text!(
                    "没有“{name}”这个单位；可用的单位：%、{known}",
                    "there is no unit “{name}”; known units: %, {known}"
                ),
                similar.map(|similar| text!("是否想写“{similar}”？", "did you mean “{similar}”?")),
            );
        }
        Some((Quantity::of(unit?), spot.place))
    }

    /// Reads an input; answers its condition of asking for later.
    fn read_input(&mut self, section: &Section<'a>) -> Option<(usize, Spot<'a>)> {
        let label = self.label(section, None);
        let help = section.optional_wording("help");
        let kind = section
            .text("type")
            .and_then(|spot| self.kind(section, &spot));
        let unit = self.quantity(section);
        let min = section.optional_text("min");
        let above = section.optional_text("above");
        let max = section.optional_text("max");
        let decimals = section.integer("decimals");
        let earliest = section
            .optional_text("earliest")
            .and_then(|spot| date(section, &spot));
        let latest = section
            .optional_text("latest")
            .and_then(|spot| date(section, &spot));
        let when = section.optional_text("when");
        let optional = section.boolean("optional");
        let source = self.citation(section, false);
        section.finish();
        let (label, kind) = (label?, kind?);
        let quantity = match (kind, unit) {
            (_, Some((quantity, _))) => quantity,
            (Kind::Percentage, None) => Quantity::PERCENT,
            (Kind::Money, None) => Quantity::of(Unit::YUAN),
            (_, None) => Quantity::PLAIN,
        };
        let (largest, places) = match kind {
            Kind::Count => (LARGEST_COUNT, 0),
            Kind::Money => (LARGEST_MONEY, MONEY_DECIMALS),
            Kind::Percentage => (1, SHARE_DECIMALS),
            _ => (LARGEST_COUNT, 0),
        };
        let bound = |loader: &mut Self, spot: &Option<Spot<'a>>| {
            let spot = spot.as_ref()?;
            let (number, own) = loader.figure(spot)?;
            if own.unit != quantity.unit && !number.is_zero() {
                loader.report_at(
                    &spot.place,
                    text!(
                        "上下限的单位要与“unit”一致",
                        "a bound has the unit that “unit” names"
                    ),
                    None,
                );
            }
            Some(number)
        };
        let lower = bound(self, &min);
        let exclusive = bound(self, &above);
        let upper = bound(self, &max);
        self.declare(section, &label, Meaning::Input(self.inputs.len()));
        self.inputs.push(Input {
            label,
            help,
            kind,
            quantity,
            min: exclusive.or(lower).unwrap_or(Number::ZERO),
            max: upper.unwrap_or_else(|| Number::from(largest)),
            has_own_max: upper.is_some(),
            above_min: exclusive.is_some(),
            decimals: decimals
                .and_then(|(places, _)| u32::try_from(places).ok())
                .unwrap_or(places),
            earliest: earliest.or(Date::new(2000, 1, 1))?,
            latest: latest.or(Date::new(2100, 12, 31))?,
            when: None,
            optional,
            source,
        });
        when.map(|when| (self.inputs.len() - 1, when))
    }

    fn kind(&mut self, section: &Section<'a>, spot: &Spot<'_>) -> Option<Kind> {
        const KINDS: [(&str, Kind); 7] = [
            ("count", Kind::Count),
            ("money", Kind::Money),
            ("number", Kind::Number),
            ("percentage", Kind::Percentage),
            ("date", Kind::Date),
            ("text", Kind::Text),
            ("boolean", Kind::Boolean),
        ];
        if spot.text == "choice" {
            let set = self.read_choices(section);
            if set.is_none() {
                section.missing("choices");
            }
            return set.map(Kind::Choice);
        }
        let kind = KINDS
            .iter()
            .find(|kind| kind.0 == spot.text)
            .map(|kind| kind.1);
        if kind.is_none() {
            let known = KINDS.iter().map(|kind| kind.0).chain(["choice"]);
            let help = nearest(spot.text, known.clone())
                .map(|similar| text!("是否想写“{similar}”？", "did you mean “{similar}”?"));
            let known = known.collect::<Vec<_>>().join("、");
            self.report_at(
                &spot.place,
                text!(
                    "没有这种类型；可用的类型：{known}",
                    "there is no such type; known types: {known}"
                ),
                help,
            );
        }
        kind
    }

    fn read_value(&mut self, section: &Section<'a>) {
        let label = self.label(section, None);
        let formula = section.text("formula");
        let quantity = self.quantity(section);
        let choices = self.read_choices(section);
        let boolean = section.boolean("boolean");
        let source = self.citation(section, true);
        section.finish();
        let Some(label) = label else { return };
        self.declare(section, &label, Meaning::Value(self.drafts.len()));
        let state = State::Unchecked;
        self.drafts.push(Draft {
            label,
            formula,
            quantity,
            choices,
            boolean,
            source,
            state,
        });
    }

    fn check_value(&mut self, index: usize, at: &Place) -> Option<Type> {
        match &self.drafts[index].state {
            State::Checked(formula) => return formula.as_ref().map(|formula| formula.kind),
            State::Checking => {
                let start = self
                    .chain
                    .iter()
                    .position(|known| *known == index)
                    .unwrap_or(0);
                let circle: Vec<_> = self.chain[start..]
                    .iter()
                    .chain([&index])
                    .map(|value| self.drafts[*value].label.name.as_str())
                    .collect();
                let circle = circle.join(" → ");
                self.report_at(
                    at,
                    text!(
                        "公式互相引用，绕成一圈：{circle}",
                        "formulas refer to each other in a circle: {circle}"
                    ),
                    Some(text!(
                        "请让其中一项只由前面的项目算出",
                        "compute one of them from other items only"
                    )),
                );
                return None;
            }
            State::Unchecked => {}
        }
        self.drafts[index].state = State::Checking;
        self.chain.push(index);
        let draft = &self.drafts[index];
        let expected = match (draft.choices, &draft.quantity, draft.boolean) {
            (Some(set), ..) => Some(Type::Choice(set)),
            (None, Some((quantity, _)), _) => Some(Type::Number(*quantity)),
            (None, None, true) => Some(Type::Boolean),
            (None, None, false) => None,
        };
        let formula = draft
            .formula
            .clone()
            .and_then(|spot| self.formula(&spot, expected));
        self.chain.pop();
        let kind = formula.as_ref().map(|formula| formula.kind);
        self.drafts[index].state = State::Checked(formula);
        kind
    }

    fn item(
        &mut self,
        section: &Section<'a>,
        expected: Option<Type>,
        fixed_id: Option<&str>,
    ) -> Option<Computed> {
        let label = self.label(section, fixed_id);
        let formula = section
            .text("formula")
            .and_then(|spot| self.formula(&spot, expected));
        let source = self.citation(section, true);
        section.finish();
        Some(Computed {
            label: label?,
            formula: formula?,
            source,
        })
    }

    fn items(
        &mut self,
        root: &Section<'a>,
        key: &'static str,
        expected: Option<Type>,
    ) -> Vec<Computed> {
        let mut items: Vec<Computed> = Vec::new();
        for section in root.sections(key) {
            let Some(item) = self.item(&section, expected, None) else {
                continue;
            };
            if items.iter().any(|known| known.label.id == item.label.id) {
                let id = &item.label.id;
                self.report_at(
                    section.place(),
                    text!(
                        "“{id}”已用于另一项",
                        "“{id}” is already taken by another item"
                    ),
                    None,
                );
            }
            items.push(item);
        }
        items
    }

    fn read_classification(&mut self, section: &Section<'a>) {
        let name = section.text("name");
        let by = section.text("by").and_then(|spot| self.input_named(&spot));
        let indicators: Vec<_> = section
            .texts("indicators")
            .iter()
            .filter_map(|spot| self.input_named(spot))
            .collect();
        let value = section.text("value").and_then(|spot| {
            let draft = self
                .drafts
                .iter()
                .find(|draft| draft.label.name == spot.text);
            let choices = draft.and_then(|draft| draft.choices);
            if choices.is_none() {
                self.report_at(
                    &spot.place,
                    text!(
                        "这里应写一个有选项的 [[value]] 的名称",
                        "the name of a [[value]] with choices is expected here"
                    ),
                    None,
                );
            }
            choices
        });
        let rows = section.section("rows");
        section.finish();
        let (Some(name), Some(by), Some(choices), Some(rows)) = (name, by, value, rows) else {
            return;
        };
        let Kind::Choice(set) = self.inputs[by].kind else {
            self.report_at(
                section.place(),
                text!("“by”应是一个选择题", "“by” names an input with choices"),
                None,
            );
            return;
        };
        let grades = self.choice_sets[choices].choices.len();
        let mut table = vec![None; self.choice_sets[set].choices.len()];
        for (spot, node) in rows.entries() {
            let Some(row) = self.choice(set, spot.text) else {
                let names = self.choice_names(set);
                let help = nearest(spot.text, names.iter().map(String::as_str))
                    .map(|similar| text!("是否想写“{similar}”？", "did you mean “{similar}”?"));
                self.report_at(
                    &spot.place,
                    text!("没有这个选项", "there is no such choice"),
                    help,
                );
                continue;
            };
            table[row] = self.classification_row(&spot, node, &indicators, grades - 1);
        }
        for (row, choice) in table.iter().zip(&self.choice_sets[set].choices) {
            if row.is_none() {
                let missing = &choice.name;
                self.report_at(
                    rows.place(),
                    text!(
                        "缺少“{missing}”一行",
                        "the row “{missing}” is missing or mistaken"
                    ),
                    None,
                );
            }
        }
        let Some(rows) = table.into_iter().collect() else {
            return;
        };
        let meaning = Meaning::Classification(self.classifications.len());
        self.names
            .push((name.text.to_owned(), meaning, section.place().clone()));
        self.classifications.push(Classification {
            name: name.text.to_owned(),
            by,
            indicators,
            choices,
            grades: (0..grades).collect(),
            rows,
        });
    }

    fn input_named(&self, spot: &Spot<'_>) -> Option<usize> {
        if let Some(Meaning::Input(index)) = self.resolve(spot.text) {
            return Some(index);
        }
        let names = self.inputs.iter().map(|input| input.label.name.as_str());
        let help = nearest(spot.text, names)
            .map(|similar| text!("是否想写“{similar}”？", "did you mean “{similar}”?"));
        let name = spot.text;
        self.report_at(
            &spot.place,
            text!(
                "没有名为“{name}”的 [[input]]",
                "no [[input]] is called “{name}”"
            ),
            help,
        );
        None
    }

    /// `{ 从业人员 = [1000, 300, 20] }`: falling lower bounds, in the indicator's unit.
    fn classification_row(
        &self,
        row: &Spot<'_>,
        node: &Node,
        indicators: &[usize],
        bounds: usize,
    ) -> Option<Vec<Option<Vec<Number>>>> {
        let Content::Table(entries) = &node.content else {
            self.report_at(
                &row.place,
                text!(
                    "这里应写指标和下限",
                    "indicators and their lower bounds are expected here"
                ),
                None,
            );
            return None;
        };
        let mut found = vec![None; indicators.len()];
        for (name, list) in entries {
            let place = row.place.join(name, list.span);
            let spot = Spot {
                text: name,
                place: place.clone(),
            };
            let input = self.input_named(&spot)?;
            let position = indicators.iter().position(|known| *known == input);
            let numbers: Option<Vec<i64>> = match &list.content {
                Content::List(items) => items
                    .iter()
                    .map(|item| match item.content {
                        Content::Integer(number) => Some(number),
                        _ => None,
                    })
                    .collect(),
                _ => None,
            };
            let falling = |numbers: &Vec<i64>| {
                numbers.len() == bounds && numbers.windows(2).all(|pair| pair[0] > pair[1])
            };
            let (Some(position), Some(numbers)) = (position, numbers.filter(falling)) else {
                self.report_at(
                    &place,
                    text!(
                        "这里应是“indicators”之一和 {bounds} 个由大到小的整数",
                        "one of the indicators with {bounds} falling whole numbers is expected here"
                    ),
                    None,
                );
                return None;
            };
            found[position] = Some(numbers.into_iter().map(Number::from).collect());
        }
        Some(found)
    }

    fn read_warnings(&mut self, root: &Section<'a>) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for section in root.sections("warning") {
            let code = section.text("code");
            let message = section.wording("message");
            let fields = section
                .texts("fields")
                .iter()
                .filter_map(|spot| self.input_named(spot))
                .collect();
            let when = section.optional_text("when");
            let other = section.section("other_reading");
            section.finish();
            let trigger = match (when, other) {
                (Some(when), None) => self
                    .formula(&when, Some(Type::Boolean))
                    .map(Trigger::Formula),
                (None, Some(other)) => self.other_reading(&other),
                _ => {
                    self.report_at(
                        section.place(),
                        text!(
                            "“when”与“other_reading”要写且只写一个",
                            "exactly one of “when” and “other_reading” is needed"
                        ),
                        None,
                    );
                    None
                }
            };
            if let (Some(code), Some(message), Some(trigger)) = (code, message, trigger) {
                warnings.push(Warning {
                    code: code.text.to_owned(),
                    message,
                    fields,
                    trigger,
                });
            }
        }
        warnings
    }

    /// `{ value = "裁员率上限", formula = "…" }`.
    fn other_reading(&mut self, section: &Section<'a>) -> Option<Trigger> {
        let value = section.text("value");
        let formula = section.text("formula");
        section.finish();
        let (value, formula) = (value?, formula?);
        let Some(Meaning::Value(index)) = self.resolve(value.text) else {
            let names = self.drafts.iter().map(|draft| draft.label.name.as_str());
            let help = nearest(value.text, names)
                .map(|similar| text!("是否想写“{similar}”？", "did you mean “{similar}”?"));
            let name = value.text;
            self.report_at(
                &value.place,
                text!(
                    "没有名为“{name}”的 [[value]]",
                    "no [[value]] is called “{name}”"
                ),
                help,
            );
            return None;
        };
        let kind = self.check_value(index, &value.place);
        self.formula(&formula, kind)
            .map(|formula| Trigger::OtherReading(index, formula))
    }

    fn read_notes(&mut self, root: &Section<'a>, key: &'static str, titled: bool) -> Vec<Note> {
        let sections = root.sections(key);
        let read = |section: &Section<'a>| {
            let title = if titled {
                section.wording("title")
            } else {
                None
            };
            let note = Note {
                title,
                text: section.wording("text")?,
                source: self.citation(section, false),
            };
            section.finish();
            Some(note)
        };
        sections.iter().filter_map(read).collect()
    }

    /// An input may be asked only by answers that do not depend on itself.
    fn check_asking_order(&self) {
        for (index, input) in self.inputs.iter().enumerate() {
            let Some(when) = &input.when else { continue };
            let mut seen = vec![false; self.inputs.len()];
            self.collect_inputs(&when.expression, &mut seen);
            if seen[index] {
                let name = &input.label.name;
                self.report_at(
                    &Place {
                        path: format!("input[{index}].when"),
                        span: None,
                    },
                    text!(
                        "“{name}”的提问条件取决于它自己",
                        "whether “{name}” is asked depends on itself"
                    ),
                    None,
                );
            }
        }
    }

    /// Marks the inputs that an expression needs, those that decide whether they are asked included.
    fn collect_inputs(&self, expression: &Expression, seen: &mut [bool]) {
        match expression {
            Expression::Input(index) => self.collect_input(*index, seen),
            Expression::Value(index) => {
                if let State::Checked(Some(formula)) = &self.drafts[*index].state {
                    self.collect_inputs(&formula.expression, seen);
                }
            }
            Expression::Grade(index) => {
                let classification = &self.classifications[*index];
                self.collect_input(classification.by, seen);
                for indicator in &classification.indicators {
                    self.collect_input(*indicator, seen);
                }
            }
            Expression::Listed(index, _) => {
                self.collect_input(self.classifications[*index].by, seen);
            }
            _ => {
                for operand in expression.operands() {
                    self.collect_inputs(operand, seen);
                }
            }
        }
    }

    fn collect_input(&self, index: usize, seen: &mut [bool]) {
        if core::mem::replace(&mut seen[index], true) {
            return;
        }
        if let Some(when) = &self.inputs[index].when {
            self.collect_inputs(&when.expression, seen);
        }
    }

    /// A question or a figure that nothing uses is a mistake: of the formula, more often than of the list.
    fn report_unused(&self) {
        let used = self.used.borrow();
        for (name, meaning, place) in &self.names {
            if !used.contains(meaning) && !matches!(meaning, Meaning::Value(_)) {
                self.report_at(
                    place,
                    text!("“{name}”没有被任何公式用到", "no formula uses “{name}”"),
                    Some(text!(
                        "请检查公式，或删去这一项",
                        "check the formulas, or delete it"
                    )),
                );
            }
        }
    }
}
