//! Policy mutants: files changed in one place each. An example has to come out otherwise, or else nobody would notice if
//! the file were wrong there.

use super::calendar::calendar;
use super::mistake::Mistake;
use super::source::Source;
use crate::checking::{Change, try_change};
use crate::document::{Content, Diagnostic, Node, Place};
use crate::formula::{Mutant, mutants, stepped};
use crate::values::{Date, Locale, text};

/// Keys under which formulas stand, with those that lead to them.
const FORMULAS: [&str; 27] = [
    "parameter.value",
    "parameter.history.value",
    "parameter.steps.to",
    "parameter.steps.below",
    "parameter.steps.value",
    "parameter.history.steps.to",
    "parameter.history.steps.below",
    "parameter.history.steps.value",
    "schedule.first",
    "schedule.count",
    "schedule.value.formula",
    "schedule.row_amount",
    "amount.limit",
    "input.when",
    "input.at_most",
    "input.row_amount",
    "input.column.when",
    "input.value.formula",
    "input.check.formula",
    "input.check.at_most.count",
    "value.formula",
    "condition.formula",
    "amount.formula",
    "deadline.formula",
    "warning.when",
    "warning.other_reading.formula",
    "procedure.when",
];

/// Below these they stand under names: figures under those of choices, what a reading has otherwise under those of items.
const BY_NAME: [&str; 4] =
    ["parameter.values.", "parameter.history.values.", "reading.values.", "reading.parameters."];

/// Bounds of answers, and whether one that is drawn tighter is higher. Drawn wider, no example can show it.
const BOUNDS: [(&str, bool); 8] = [
    ("input.min", true),
    ("input.max", false),
    ("input.earliest", true),
    ("input.latest", false),
    ("input.column.min", true),
    ("input.column.max", false),
    ("input.column.earliest", true),
    ("input.column.latest", false),
];

/// Columns that rows are told apart by.
const GROUPS: [&str; 3] =
    ["input.check.distinct", "input.check.after.by", "input.check.at_most.by"];

/// How the mutants of policy files fared.
#[derive(Debug, Default)]
pub struct Mutants {
    /// How many could be written.
    pub written: usize,
    /// How many of them an example or a proof caught.
    pub caught: usize,
    /// How many were not caught, with a reason in the file.
    pub excused: usize,
    /// All others, and reasons that excuse nothing.
    pub survivors: Vec<Mistake>,
}

impl Mutants {
    /// Adds those of a file that passed all checks.
    pub fn add(&mut self, source: &Source, locale: Locale) {
        let survivors = self.try_all(source.document().clone());
        self.survivors.extend(source.show(&survivors, locale));
    }

    fn try_all(&mut self, mut document: Node) -> Vec<Diagnostic> {
        let calendar = calendar();
        let mut finder = Finder { choices: Vec::new(), found: Vec::new() };
        finder.find_choices(&document);
        finder.visit(&document, "", &mut Vec::new(), "");
        let mut excuses = excuses(&document);
        let mut survivors = Vec::new();
        for change in finder.found {
            let node = at(&mut document, &change.steps);
            let original = core::mem::replace(&mut node.content, change.content.clone());
            let outcome = try_change(&document, &calendar);
            at(&mut document, &change.steps).content = original;
            match outcome {
                Change::Refused => continue,
                Change::Caught => self.caught += 1,
                Change::Unnoticed => {
                    let mut matching = excuses.iter_mut().filter(|excuse| excuse.covers(&change));
                    if let Some(excuse) = matching.next() {
                        excuse.is_needed = true;
                        self.excused += 1;
                    } else {
                        survivors.push(change.survived());
                    }
                }
            }
            self.written += 1;
        }
        let idle = excuses.iter().filter(|excuse| !excuse.is_needed);
        survivors.extend(idle.map(Excuse::is_idle));
        survivors.sort_by_key(|diagnostic| diagnostic.place.span);
        survivors
    }
}

/// One change of a document.
struct Changed {
    /// Entries of tables and lists that lead to the node.
    steps: Vec<usize>,
    content: Content,
    /// What the notice calls the rule.
    item: String,
    place: Place,
    /// What is written there, and the bytes of it that are changed.
    written: String,
    start: usize,
    end: usize,
    becomes: String,
}

impl Changed {
    fn survived(&self) -> Diagnostic {
        let was = &self.written[self.start..self.end];
        let (becomes, item) = (&self.becomes, &self.item);
        let message = if becomes.is_empty() {
            text!("删去“{was}”，没有一个算例看得出来", "no example notices if “{was}” is left out")
        } else {
            text!(
                "“{was}”改成“{becomes}”，没有一个算例看得出来",
                "no example notices if “{was}” becomes “{becomes}”"
            )
        };
        Diagnostic::new(&self.place, message).help(text!(
            "请加一个改了就不成立的算例；实在没有的，写明理由：[[untested]] name = \"{item}\"、part = \"{was}\"、reason = …",
            "add an example that then fails; if there can be none, give the reason: [[untested]] name = \"{item}\", part = \"{was}\", reason = …"
        ))
    }
}

/// The node to which steps lead.
fn at<'n>(node: &'n mut Node, steps: &[usize]) -> &'n mut Node {
    steps.iter().fold(node, |node, step| match &mut node.content {
        Content::List(items) => &mut items[*step],
        Content::Table(entries) => &mut entries[*step].1,
        _ => unreachable!("steps go through lists and tables"),
    })
}

struct Finder {
    /// The names in each list of choices.
    choices: Vec<Vec<String>>,
    found: Vec<Changed>,
}

impl Finder {
    fn find_choices(&mut self, node: &Node) {
        match &node.content {
            Content::List(items) => items.iter().for_each(|item| self.find_choices(item)),
            Content::Table(entries) => {
                for (key, entry) in entries {
                    if let ("choices", Content::List(items)) = (key.as_str(), &entry.content) {
                        self.choices
                            .push(items.iter().filter_map(|item| text_in(item, "name")).collect());
                    } else {
                        self.find_choices(entry);
                    }
                }
            }
            _ => {}
        }
    }

    /// `keys` lead to the node by name, `steps` by number; `item` is what it belongs to.
    fn visit(&mut self, node: &Node, keys: &str, steps: &mut Vec<usize>, item: &str) {
        let mut go = |finder: &mut Finder, index, node: &Node, keys: &str, item: &str| {
            steps.push(index);
            finder.visit(node, keys, steps, item);
            steps.pop();
        };
        match &node.content {
            Content::List(items) => {
                for (index, node) in items.iter().enumerate() {
                    go(self, index, node, keys, item);
                }
                let keys = keys.strip_prefix("clause.").unwrap_or(keys);
                if GROUPS.contains(&keys) && items.len() > 1 {
                    self.leave_out_each(items, steps, item);
                }
            }
            Content::Table(entries) => {
                let own = ["name", "code", "title"].iter().find_map(|key| text_in(node, key));
                let item = own.as_deref().unwrap_or(item);
                for (index, (key, node)) in entries.iter().enumerate() {
                    let keys = if keys.is_empty() { key.clone() } else { format!("{keys}.{key}") };
                    go(self, index, node, &keys, item);
                }
            }
            content => self.change(content, node, keys, steps, item),
        }
    }

    /// Rows are told apart by one column fewer.
    fn leave_out_each(&mut self, columns: &[Node], steps: &[usize], item: &str) {
        for (index, column) in columns.iter().enumerate() {
            let Content::Text(written) = &column.content else { continue };
            let others = columns.iter().enumerate().filter(|other| other.0 != index);
            let content = Content::List(others.map(|(_, other)| other.clone()).collect());
            self.found.push(Changed {
                steps: steps.to_vec(),
                content,
                item: item.to_owned(),
                place: Place { path: String::new(), span: column.span },
                written: written.clone(),
                start: 0,
                end: written.len(),
                becomes: String::new(),
            });
        }
    }

    fn change(&mut self, content: &Content, node: &Node, keys: &str, steps: &[usize], item: &str) {
        let place = Place { path: String::new(), span: node.span };
        let mut add = |written: &str, (start, end): (usize, usize), becomes: String, content| {
            let (steps, item, place) =
                (steps.to_vec(), item.to_owned(), place.within(written, start, end));
            let written = written.to_owned();
            self.found.push(Changed { steps, content, item, place, written, start, end, becomes });
        };
        // What stands in a clause is what it is elsewhere.
        let keys = keys.strip_prefix("clause.").unwrap_or(keys);
        let is_formula =
            FORMULAS.contains(&keys) || BY_NAME.iter().any(|figures| keys.starts_with(figures));
        let bound = BOUNDS.iter().find(|bound| bound.0 == keys);
        let is_from = keys == "parameter.history.from";
        // Before the first figure there is none to be told from it.
        let is_first = matches!(steps, [.., 0, _]);
        let from_ways: &[bool] = if is_first { &[true] } else { &[true, false] };
        match content {
            Content::Text(text) if is_formula => {
                for Mutant { start, end, becomes, formula } in mutants(text, &self.choices) {
                    add(text, (start, end), becomes, Content::Text(formula));
                }
            }
            Content::Text(text) => {
                let ways: &[bool] = match bound {
                    Some((_, is_higher)) => &[*is_higher],
                    None if is_from => from_ways,
                    None => return,
                };
                for up in ways {
                    let next = match Date::parse(text) {
                        Some(day) => neighbour(day, *up).map(|day| day.to_string()),
                        None => stepped(text, *up),
                    };
                    if let Some(next) = next {
                        add(text, (0, text.len()), next.clone(), Content::Text(next));
                    }
                }
            }
            Content::Integer(number) if is_from || keys.starts_with("classification.rows.") => {
                for up in if is_from { from_ways } else { &[true, false] } {
                    let next = if *up { number + 1 } else { number - 1 };
                    let written = number.to_string();
                    let whole = (0, written.len());
                    add(&written, whole, next.to_string(), Content::Integer(next));
                }
            }
            _ => {}
        }
    }
}

/// The next day, or the one before. What begins with a month is often looked up for months: then the month before.
fn neighbour(day: Date, up: bool) -> Option<Date> {
    let eve = day.add_days(-1)?;
    match up {
        true => day.next(),
        false if eve.month() != day.month() => day.add_months(-1),
        false => Some(eve),
    }
}

fn text_in(node: &Node, key: &str) -> Option<String> {
    let Content::Table(entries) = &node.content else { return None };
    let (_, node) = entries.iter().find(|entry| entry.0 == key)?;
    match &node.content {
        Content::Text(text) => Some(text.clone()),
        // The title of a step.
        Content::Table(_) => text_in(node, "zh"),
        _ => None,
    }
}

/// Why the file need have no example of something.
struct Excuse {
    name: String,
    part: Option<String>,
    place: Place,
    is_needed: bool,
}

fn excuses(document: &Node) -> Vec<Excuse> {
    let Content::Table(entries) = &document.content else { return Vec::new() };
    let untested = entries.iter().find(|entry| entry.0 == "untested");
    let Some((_, Node { content: Content::List(items), .. })) = untested else { return Vec::new() };
    let read = |item: &Node| {
        let place = Place { path: String::new(), span: item.span };
        let (name, part) = (text_in(item, "name")?, text_in(item, "part"));
        Some(Excuse { name, part, place, is_needed: false })
    };
    items.iter().filter_map(read).collect()
}

impl Excuse {
    fn covers(&self, change: &Changed) -> bool {
        let holds_change = |part: &String| {
            change
                .written
                .match_indices(part.as_str())
                .any(|(start, _)| start <= change.start && change.end <= start + part.len())
        };
        self.name == change.item && self.part.as_ref().is_none_or(holds_change)
    }

    fn is_idle(&self) -> Diagnostic {
        Diagnostic::new(
            &self.place,
            text!(
                "这里说明没有算例的，其实都有算例",
                "what this gives a reason for is all shown by examples"
            ),
        )
        .help(text!("请删去这一节", "delete this section"))
    }
}
