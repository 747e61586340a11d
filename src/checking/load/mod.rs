//! Reads a policy document: every key is known, every name resolves, every formula fits, every figure has its source.

mod classifications;
pub(super) mod inputs;
mod parameters;
mod questions;
mod tables;
mod texts;

use core::cell::RefCell;

use super::proofs::{amounts, boundaries, certainties, figures};
use super::{example, locals};
use crate::document::{Diagnostic, Node, Place, Section, Spot};
use crate::formula::{Checker, Expression, Meaning, Part, Quantity, Scope, Type};
use crate::policy::{
    Amount, Audience, ChoiceSet, Citation, Classification, Computed, Formula, Hint, Input, Kind,
    Label, Parameter, Policy, SourceDocument, Table, Topic, Trigger, Warning,
};
use crate::values::{Calendar, Date, Number, Text, Unit, did_you_mean, text};
use inputs::Question;

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

impl Draft<'_> {
    fn finish(self) -> Option<Computed> {
        match self.state {
            State::Checked(formula) => {
                Some(Computed { label: self.label, formula: formula?, source: self.source })
            }
            State::Unchecked | State::Checking => None,
        }
    }
}

enum State {
    Unchecked,
    /// Being checked: meeting it again is a cycle.
    Checking,
    Checked(Option<Formula>),
}

/// With its values written out, no formula of a notice comes near to so many terms. What is done with a formula goes
/// through all of them, one within the other, and the stack of WebAssembly is small.
const MOST_TERMS: usize = 1000;

/// So many values, each before the one that it builds on in the file, are checked one within the other.
const DEEPEST_CHAIN: usize = 100;

struct Loader<'a> {
    log: &'a RefCell<Vec<Diagnostic>>,
    names: Vec<(String, Meaning, Place)>,
    sources: Vec<SourceDocument>,
    choice_sets: Vec<ChoiceSet>,
    inputs: Vec<Input>,
    tables: Vec<Table>,
    parameters: Vec<Parameter>,
    classifications: Vec<Classification>,
    drafts: Vec<Draft<'a>>,
    /// Values being checked, outermost first.
    chain: Vec<usize>,
    used: RefCell<Vec<Meaning>>,
    parts: Vec<Part>,
}

impl Scope for Loader<'_> {
    fn resolve(&self, name: &str) -> Option<Meaning> {
        let meaning = self.names.iter().find(|entry| entry.0 == name)?.1;
        self.used.borrow_mut().push(meaning);
        Some(meaning)
    }

    fn resolve_in_row(&self, table: usize, name: &str) -> Option<Meaning> {
        let table_items = &self.tables[table];
        let column = table_items.columns.iter().position(|column| column.label.name == name);
        let value = table_items.values.iter().position(|value| value.label.name == name);
        let meaning = (column.map(|column| Meaning::Column(table, column)))
            .or(value.map(|value| Meaning::RowValue(table, value)))?;
        self.used.borrow_mut().push(meaning);
        Some(meaning)
    }

    fn names(&self, table: Option<usize>) -> Vec<String> {
        let in_rows = table.into_iter().flat_map(|table| {
            let items = &self.tables[table];
            let columns = items.columns.iter().map(|column| &column.label.name);
            columns.chain(items.values.iter().map(|value| &value.label.name))
        });
        self.names.iter().map(|entry| &entry.0).chain(in_rows).cloned().collect()
    }

    fn type_of(&mut self, meaning: Meaning, at: &Place) -> Option<Type> {
        match meaning {
            Meaning::Input(index) => Some(self.inputs[index].result_type()),
            Meaning::Parameter(index) => Some(Type::Number(self.parameters[index].quantity)),
            Meaning::Classification(index) => {
                Some(Type::Choice(self.classifications[index].choices))
            }
            Meaning::Value(index) => self.check_value(index, at),
            Meaning::Table(index) => {
                let asks = |input: &&Input| input.kind == Kind::Table(index);
                let unit = self.inputs.iter().find(asks).map(|input| input.quantity);
                Some(Type::Number(unit.unwrap_or(Quantity::PLAIN)))
            }
            Meaning::Column(table, index) => Some(self.tables[table].columns[index].result_type()),
            Meaning::RowValue(table, index) => Some(self.tables[table].values[index].formula.kind),
            Meaning::Mistaken => None,
        }
    }

    fn choice(&self, set: usize, name: &str) -> Option<usize> {
        self.choice_sets[set].choices.iter().position(|choice| choice.name == name)
    }

    fn choice_names(&self, set: usize) -> Vec<String> {
        self.choice_sets[set].choices.iter().map(|choice| choice.name.clone()).collect()
    }

    fn is_choice(&self, name: &str) -> bool {
        (0..self.choice_sets.len()).any(|set| self.choice(set, name).is_some())
    }

    fn choice_with_id(&self, set: usize, id: &str) -> Option<usize> {
        self.choice_sets[set].choices.iter().position(|choice| choice.id == id)
    }

    fn is_optional(&self, meaning: Meaning) -> bool {
        match meaning {
            Meaning::Input(index) => self.inputs[index].optional,
            Meaning::Column(table, index) => self.tables[table].columns[index].optional,
            _ => false,
        }
    }

    fn is_constant(&self, parameter: usize) -> bool {
        self.parameters[parameter].constant().is_some()
    }

    fn indicator(&self, classification: usize, input: usize) -> Option<usize> {
        self.classifications[classification].indicators.iter().position(|known| *known == input)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.log.borrow_mut().push(diagnostic);
    }

    fn keep(&mut self, part: Part) {
        self.parts.push(part);
    }
}

impl Policy {
    /// Reads a policy document and runs its worked examples.
    ///
    /// # Errors
    /// Every mistake found, with its place and, where one is known, a suggestion.
    pub fn read(document: &Node, calendar: &Calendar) -> Result<Policy, Vec<Diagnostic>> {
        let log = RefCell::default();
        let policy = Section::root(document, &log).and_then(|root| load(&root, calendar, &log));
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

fn load<'a>(
    root: &Section<'a>,
    calendar: &Calendar,
    log: &'a RefCell<Vec<Diagnostic>>,
) -> Option<Policy> {
    let mut loader = Loader {
        log,
        names: Vec::new(),
        sources: Vec::new(),
        choice_sets: Vec::new(),
        inputs: Vec::new(),
        tables: Vec::new(),
        parameters: Vec::new(),
        classifications: Vec::new(),
        drafts: Vec::new(),
        chain: Vec::new(),
        used: RefCell::default(),
        parts: Vec::new(),
    };
    let header = read_header(root);
    loader.read_sources(root);
    for section in root.sections("parameter") {
        loader.read_parameter(&section);
    }
    // What an input depends on comes after everything that it may name.
    let questions: Vec<_> =
        root.sections("input").iter().filter_map(|section| loader.read_question(section)).collect();
    let values = root.sections("value");
    for section in &values {
        loader.read_value(section);
    }
    for section in root.sections("classification") {
        loader.read_classification(&section);
    }
    for question in &questions {
        loader.finish_question(question);
    }
    let place = root.place().clone();
    for index in 0..loader.drafts.len() {
        loader.check_value(index, &place);
    }
    let conditions = loader.items(root, "condition", Some(Type::Boolean));
    let deadlines = loader.items(root, "deadline", Some(Type::Date));
    let amount = loader.read_amount(root);
    let warnings = loader.read_warnings(root);
    // A hint only asks: where it begins is nobody's right, and needs no example.
    let judged = loader.parts.len();
    let hints = loader.read_hints(root);
    let procedure = loader.read_notes(root, "procedure", true);
    let apply = texts::read_portal(root);
    let checklist = loader.read_checklist(root);
    let notes = loader.read_notes(root, "note", false);
    let contacts = texts::read_contacts(root);
    let exclusions = loader.read_exclusions(root);
    let changes = texts::read_changes(root);
    // A mistaken formula uses less than it means to.
    if log.borrow().is_empty() {
        loader.report_unused();
    }

    // Examples are read against the finished policy, and only where it is sound.
    let examples = root.sections("example");
    let locals = root.sections("local");
    let of_locals: Vec<_> = locals.iter().map(|section| loader.citation(section, true)).collect();
    root.finish();
    let header = header?;
    let mut policy = Policy {
        id: header.id,
        title: header.title,
        region: header.region,
        version: String::new(),
        audience: header.audience,
        topic: header.topic,
        keywords: header.keywords,
        scheme: header.scheme,
        claim_year: header.claim_year,
        from: header.from,
        to: header.to,
        checked: header.checked,
        summary: header.summary,
        sources: loader.sources,
        choice_sets: loader.choice_sets,
        inputs: loader.inputs,
        tables: loader.tables,
        parameters: loader.parameters,
        classifications: loader.classifications,
        values: loader.drafts.into_iter().map(Draft::finish).collect::<Option<_>>()?,
        conditions,
        amount,
        deadlines,
        warnings,
        hints,
        procedure,
        apply,
        checklist,
        contacts,
        notes,
        exclusions,
        changes,
        locals: Vec::new(),
        examples: Vec::new(),
    };
    let places = amounts::Places::of(root, &questions);
    let parts = loader.parts.split_at(judged);
    check_whole(&mut policy, calendar, &questions, &places, parts, &examples, log);
    if log.borrow().is_empty() {
        policy.locals = locals::read(&policy, calendar, &locals, of_locals);
    }
    Some(policy)
}

/// Checks of the finished policy, its worked examples included. Each rests on those before.
fn check_whole(
    policy: &mut Policy,
    calendar: &Calendar,
    questions: &[Question<'_>],
    places: &amounts::Places,
    (judged, hinted): (&[Part], &[Part]),
    examples: &[Section<'_>],
    log: &RefCell<Vec<Diagnostic>>,
) {
    let report = |diagnostics: Vec<Diagnostic>| {
        let of_whole = |diagnostic| Diagnostic { of_whole: true, ..diagnostic };
        log.borrow_mut().extend(diagnostics.into_iter().map(of_whole));
    };
    log.borrow_mut().extend(questions::in_circles(policy, questions));
    if log.borrow().is_empty() {
        for parts in [judged, hinted] {
            report(certainties::find(policy, calendar, parts));
            report(figures::gaps(policy, calendar, parts));
            report(figures::zero_divisors(policy, parts));
        }
        report(amounts::below_zero(policy, calendar, places));
        report(amounts::dead_ends(policy, calendar, places));
        policy.examples = examples
            .iter()
            .filter_map(|section| example::read(policy, calendar, section))
            .collect();
    }
    if log.borrow().is_empty() {
        report(boundaries::without_example(policy, calendar, judged));
    }
}

/// What a policy is, before any of its rules.
struct Header {
    id: String,
    title: Text,
    region: Text,
    audience: Audience,
    topic: Option<Topic>,
    keywords: Vec<String>,
    scheme: String,
    claim_year: Option<i32>,
    from: Option<Date>,
    to: Option<Date>,
    checked: Option<Date>,
    summary: Text,
}

fn read_header(root: &Section<'_>) -> Option<Header> {
    let id = root.text("id");
    let title = root.wording("title");
    let region = root.wording("region");
    let audience = choose(
        root,
        "audience",
        &[("employer", Audience::Employer), ("citizen", Audience::Citizen)],
    );
    let topic = root.node("topic").and_then(|_| choose(root, "topic", &Topic::ALL));
    let keywords = root.texts("keywords").iter().map(|spot| spot.text.to_owned()).collect();
    let scheme = root.text("scheme");
    for id in [&id, &scheme].into_iter().flatten() {
        check_policy_id(root, id);
    }
    let claim_year = root.integer("claim_year").and_then(|(year, place)| {
        let year = i32::try_from(year).ok().filter(|year| Date::new(*year, 1, 1).is_some());
        if year.is_none() {
            root.report(Diagnostic::new(&place, text!("没有这一年", "there is no such year")));
        }
        year
    });
    let (from, to) = period(root);
    let checked = root.optional_text("checked").and_then(|spot| date(root, &spot));
    let summary = root.wording("summary");
    Some(Header {
        id: id?.text.to_owned(),
        title: title?,
        region: region?,
        audience: audience?,
        topic,
        keywords,
        scheme: scheme?.text.to_owned(),
        claim_year,
        from,
        to,
        checked,
        summary: summary?,
    })
}

/// Ids of policies and schemes appear in addresses.
fn check_policy_id(root: &Section<'_>, id: &Spot<'_>) {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !id.text.bytes().all(allowed) {
        root.report(Diagnostic::new(
            &id.place,
            text!(
                "编号只能用小写字母、数字和短横线",
                "an id is made of lower-case letters, digits and hyphens"
            ),
        ));
    }
}

/// Ids are part of the JavaScript API.
fn is_item_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn label(section: &Section<'_>, fixed_id: Option<&str>) -> Option<Label> {
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
    let text = own.unwrap_or_else(|| Text::new(name.text, capitalised(english.text)));
    Some(Label { name: name.text.to_owned(), id, text, term })
}

/// The English name as it stands alone, outside a formula.
fn capitalised(english: &str) -> String {
    let mut letters = english.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn choose<T: Copy>(section: &Section<'_>, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
    let spot = section.text(key)?;
    let chosen = choices.iter().find(|choice| choice.0 == spot.text).map(|choice| choice.1);
    if chosen.is_none() {
        let allowed = choices.iter().map(|choice| choice.0).collect::<Vec<_>>().join("、");
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
    let from = section.optional_text("from").and_then(|spot| date(&section, &spot));
    let to = section.optional_text("to").and_then(|spot| date(&section, &spot));
    section.finish();
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        let message = text!("“from”不能晚于“to”", "“from” is no later than “to”");
        section.report(Diagnostic::new(section.place(), message));
    }
    (from, to)
}

impl<'a> Loader<'a> {
    fn report_at(&self, place: &Place, message: Text, help: Option<Text>) {
        self.log.borrow_mut().push(Diagnostic { help, ..Diagnostic::new(place, message) });
    }

    fn formula(&mut self, spot: &Spot<'a>, expected: Option<Type>) -> Option<Formula> {
        self.formula_in(None, spot, expected)
    }

    /// A formula about a row of `table`.
    fn formula_in(
        &mut self,
        table: Option<usize>,
        spot: &Spot<'a>,
        expected: Option<Type>,
    ) -> Option<Formula> {
        let (expression, kind) = Checker::new(self, spot).in_table(table).run(expected)?;
        if !self.fits(&expression, &mut { MOST_TERMS }) {
            self.report_too_long(&spot.place);
            return None;
        }
        Some(Formula::new(expression, kind))
    }

    fn report_too_long(&self, at: &Place) {
        self.report_at(
            at,
            text!(
                "公式连同它引用的计算项，一共太长",
                "the formula is too long, together with the values that it builds on"
            ),
            Some(text!("请让计算项少一层层引用", "let fewer values build on one another")),
        );
    }

    /// Whether an expression, with the values that it names written out, keeps within so many terms.
    fn fits(&self, expression: &Expression, left: &mut usize) -> bool {
        if *left == 0 {
            return false;
        }
        *left -= 1;
        match expression {
            Expression::Value(index) => match &self.drafts[*index].state {
                State::Checked(Some(formula)) => self.fits(&formula.expression, left),
                _ => true,
            },
            Expression::RowValue(table, index) => {
                self.fits(&self.tables[*table].values[*index].formula.expression, left)
            }
            _ => expression.operands().into_iter().all(|operand| self.fits(operand, left)),
        }
    }

    /// A figure with its unit, such as `5.5%` or `300元/人/月`.
    fn figure(&mut self, spot: &Spot<'a>) -> Option<(Number, Quantity)> {
        let formula = self.formula(spot, None)?;
        match formula.expression {
            Expression::Number(number, quantity) => return Some((number, quantity)),
            Expression::Negate(operand) => {
                if let Expression::Number(number, quantity) = *operand {
                    return Some((number.negate(), quantity));
                }
            }
            _ => {}
        }
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

    /// Gives a name its meaning. A name or an id that is taken already is a mistake.
    fn declare(&mut self, section: &Section<'_>, label: &Label, meaning: Meaning) {
        let taken =
            |what: &str| text!("“{what}”已用于另一项", "“{what}” is already taken by another item");
        if self.names.iter().any(|entry| entry.0 == label.name) {
            self.report_at(section.place(), taken(&label.name), None);
        }
        let ids = (self.inputs.iter().map(|input| &input.label.id))
            .chain(self.parameters.iter().map(|parameter| &parameter.label.id))
            .chain(self.drafts.iter().map(|draft| &draft.label.id));
        if ids.into_iter().filter(|id| **id == label.id).count() > 0 {
            self.report_at(section.place(), taken(&label.id), None);
        }
        self.names.push((label.name.clone(), meaning, section.place().clone()));
    }

    fn read_value(&mut self, section: &Section<'a>) {
        let label = label(section, None);
        let formula = section.text("formula");
        let quantity = self.quantity(section);
        let choices = self.read_choices(section);
        let boolean = section.boolean("boolean");
        let source = self.citation(section, true);
        section.finish();
        let Some(label) = label else { return };
        self.declare(section, &label, Meaning::Value(self.drafts.len()));
        let state = State::Unchecked;
        self.drafts.push(Draft { label, formula, quantity, choices, boolean, source, state });
    }

    fn check_value(&mut self, index: usize, at: &Place) -> Option<Type> {
        match &self.drafts[index].state {
            State::Checked(formula) => return formula.as_ref().map(|formula| formula.kind),
            State::Checking => {
                let start = self.chain.iter().position(|known| *known == index).unwrap_or(0);
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
            State::Unchecked if self.chain.len() == DEEPEST_CHAIN => {
                self.report_too_long(at);
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
        let formula = draft.formula.clone().and_then(|spot| self.formula(&spot, expected));
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
        let label = label(section, fixed_id);
        let formula = section.text("formula").and_then(|spot| self.formula(&spot, expected));
        let source = self.citation(section, true);
        section.finish();
        Some(Computed { label: label?, formula: formula?, source })
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
                    text!("“{id}”已用于另一项", "“{id}” is already taken by another item"),
                    None,
                );
            }
            items.push(item);
        }
        items
    }

    /// The input or the table with this name.
    fn question_named(&self, spot: &Spot<'_>) -> Option<usize> {
        match self.resolve(spot.text) {
            Some(Meaning::Table(table)) => {
                self.inputs.iter().position(|input| input.kind == Kind::Table(table))
            }
            _ => self.input_named(spot),
        }
    }

    fn input_named(&self, spot: &Spot<'_>) -> Option<usize> {
        if let Some(Meaning::Input(index)) = self.resolve(spot.text) {
            return Some(index);
        }
        let names = self.inputs.iter().map(|input| input.label.name.as_str());
        let help = did_you_mean(spot.text, names);
        let name = spot.text;
        self.report_at(
            &spot.place,
            text!("没有名为“{name}”的 [[input]]", "no [[input]] is called “{name}”"),
            help,
        );
        None
    }

    fn read_amount(&mut self, root: &Section<'a>) -> Option<Amount> {
        let section = root.section("amount")?;
        let money = Type::Number(Quantity::of(Unit::YUAN));
        let is_subsidy = section.node("subsidy").is_none() || section.boolean("subsidy");
        let item = self.item(&section, Some(money), Some("amount"))?;
        Some(Amount { label: item.label, formula: item.formula, is_subsidy, source: item.source })
    }

    fn read_warnings(&mut self, root: &Section<'a>) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for section in root.sections("warning") {
            let code = section.text("code");
            let message = section.wording("message");
            let fields = self.questions_named(&section);
            let when = section.optional_text("when");
            let other = section.section("other_reading");
            section.finish();
            let trigger = match (when, other) {
                (Some(when), None) => {
                    self.formula(&when, Some(Type::Boolean)).map(Trigger::Formula)
                }
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
                warnings.push(Warning { code: code.text.to_owned(), message, fields, trigger });
            }
        }
        warnings
    }

    fn read_hints(&mut self, root: &Section<'a>) -> Vec<Hint> {
        let mut hints = Vec::new();
        for section in root.sections("hint") {
            let code = section.text("code");
            let message = section.wording("message");
            let fields = self.questions_named(&section);
            let when = section.text("when");
            section.finish();
            let when = when.and_then(|when| self.formula(&when, Some(Type::Boolean)));
            if let (Some(code), Some(message), Some(when)) = (code, message, when) {
                hints.push(Hint { code: code.text.to_owned(), message, fields, when });
            }
        }
        hints
    }

    fn questions_named(&mut self, section: &Section<'a>) -> Vec<usize> {
        section.texts("fields").iter().filter_map(|spot| self.question_named(spot)).collect()
    }

    /// `{ value = "裁员率上限", formula = "…" }`.
    fn other_reading(&mut self, section: &Section<'a>) -> Option<Trigger> {
        let value = section.text("value");
        let formula = section.text("formula");
        section.finish();
        let (value, formula) = (value?, formula?);
        let Some(Meaning::Value(index)) = self.resolve(value.text) else {
            let names = self.drafts.iter().map(|draft| draft.label.name.as_str());
            let help = did_you_mean(value.text, names);
            let name = value.text;
            self.report_at(
                &value.place,
                text!("没有名为“{name}”的 [[value]]", "no [[value]] is called “{name}”"),
                help,
            );
            return None;
        };
        let kind = self.check_value(index, &value.place);
        self.formula(&formula, kind).map(|formula| Trigger::OtherReading(index, formula))
    }
}
