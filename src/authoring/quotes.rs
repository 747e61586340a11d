//! Whether the figures of a policy stand in the words that it quotes.

mod figures;

use super::nodes::{items, mistake, text};
use crate::document::{Content, Diagnostic, Node};
use crate::formula::{Figure, Literal, literals};
use crate::policy::Policy;
use crate::values::{Date, text};
use figures::{Figures, figure};

/// Sections whose figures come from the notice.
const WITH_FIGURES: [&str; 6] =
    ["parameter", "value", "condition", "amount", "deadline", "schedule"];

/// Keys below which a parameter has its figures.
const FIGURES: [&str; 5] = ["value", "values", "steps", "to", "below"];

/// The few words that decide, and no more: characters.
const LONGEST: usize = 120;

/// A figure as the author writes it, and the words that it is to be found in.
struct Quoted<'n> {
    written: &'n str,
    span: Option<(usize, usize)>,
    is: Figure,
    /// The item that has it.
    item: &'n Node,
    basis: Basis<'n>,
}

/// Figures that do not occur in their quotes, and quotes that are no longer few words.
pub(super) fn mistakes(document: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    find_long(document, &mut found);
    for quoted in all_figures(document) {
        let Some(quote) = quoted.basis.quote else { continue };
        let figures = Figures::of(quote);
        let occurs = match quoted.is {
            Figure::Number(number) => figures.have(number),
            Figure::Day(day) => figures.have_day(day),
        };
        if occurs {
            continue;
        }
        let written = quoted.written;
        let message = text!(
            "引文里没有“{written}”：{quote}",
            "“{written}” does not occur in the quote: {quote}"
        );
        let help = text!(
            "请照通知核对这个数，或在 quote 里引用写有它的几个字",
            "compare the figure with the notice, or quote the words that have it"
        );
        found.push(mistake(quoted.span, message, help));
    }
    found
}

/// Items of a policy in force whose figures no quote proves; once for each. On the day on which the policy was compared
/// with its documents it is in force or not.
pub(super) fn lacking(document: &Node, policy: &Policy) -> Vec<Diagnostic> {
    let ended = policy.to.zip(policy.checked).is_some_and(|(to, checked)| to < checked);
    if ended || policy.is_draft() {
        return Vec::new();
    }
    let unseen: Vec<_> = items(document, "source")
        .iter()
        .filter(|source| is_true(source, "unseen"))
        .filter_map(|source| Some(text(source, "name")?.0))
        .collect();
    let has_run_out = |name| {
        let until = policy.parameters.iter().find(|one| one.label.name == name)?.until;
        Some(until? < policy.checked?)
    };
    let mut found: Vec<Diagnostic> = Vec::new();
    for quoted in all_figures(document) {
        let Basis { document, quote, parameter, replaced } = quoted.basis;
        let is_past = replaced || parameter.and_then(has_run_out).unwrap_or(false);
        if quote.is_some() || is_past || unseen.contains(&document) {
            continue;
        }
        let span = quoted.item.entry("source").map_or(quoted.span, |source| source.span);
        if found.iter().any(|known| known.place.span == span) {
            continue;
        }
        let written = quoted.written;
        let message = text!(
            "没有引文证明“{written}”，而政策仍然有效",
            "no quote proves “{written}”, and the policy is in force"
        );
        let help = text!(
            "请补写 quote = \"…\"：通知里写有它的几个字；没有见到原文的，在 [[source]] 写 unseen = true",
            "add quote = \"…\": the few words of the notice that have it; where they were not seen, write unseen = true in the [[source]]"
        );
        found.push(mistake(span, message, help));
    }
    found
}

fn find_long(node: &Node, found: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Table(entries) => {
            for (key, entry) in entries {
                let quote = match (key.as_str(), &entry.content) {
                    ("quote", Content::Text(quote)) => quote.as_str(),
                    _ => "",
                };
                if !quote.is_empty()
                    && !quote.contains(|sign: char| {
                        sign.is_numeric() || sign > '\u{ff}' && sign.is_alphabetic()
                    })
                {
                    let message =
                        text!("引文里没有通知的字", "the quote has no word of the notice");
                    let help = text!("请照抄起决定作用的几个字", "copy the few words that decide");
                    found.push(mistake(entry.span, message, help));
                }
                if quote.chars().count() > LONGEST {
                    let message = text!(
                        "引文最多 {LONGEST} 个字",
                        "a quote has at most {LONGEST} characters"
                    );
                    let help =
                        text!("只引用起决定作用的几个字", "quote only the few words that decide");
                    found.push(mistake(entry.span, message, help));
                }
                find_long(entry, found);
            }
        }
        Content::List(items) => items.iter().for_each(|item| find_long(item, found)),
        _ => {}
    }
}

fn is_true(node: &Node, key: &str) -> bool {
    node.entry(key).is_some_and(|entry| entry.content == Content::Boolean(true))
}

/// What an item cites and quotes, itself or by the clause that it stands in.
#[derive(Clone, Copy, Default)]
struct Basis<'n> {
    /// The name of the document.
    document: &'n str,
    quote: Option<&'n str>,
    /// The name of the parameter that has it.
    parameter: Option<&'n str>,
    /// Whether another figure holds by now.
    replaced: bool,
}

impl<'n> Basis<'n> {
    fn of(self, item: &'n Node) -> Basis<'n> {
        let written = |key| text(item, key).map(|written| written.0);
        let own = written("source");
        let document = own.map(|own| own.split('：').next().unwrap_or(own));
        let of_clause = self.quote.filter(|_| own.is_none());
        Basis {
            document: document.unwrap_or(self.document),
            quote: written("quote").or(of_clause),
            ..self
        }
    }
}

fn all_figures(document: &Node) -> Vec<Quoted<'_>> {
    let mut found = Vec::new();
    let bare = Basis::default();
    visit(document, bare, &mut found);
    for clause in items(document, "clause") {
        visit(clause, bare.of(clause), &mut found);
    }
    found
}

fn visit<'n>(node: &'n Node, basis: Basis<'n>, found: &mut Vec<Quoted<'n>>) {
    for key in WITH_FIGURES {
        for item in items(node, key) {
            let basis = basis.of(item);
            if key == "parameter" {
                let parameter = text(item, "name").map(|written| written.0);
                let basis = Basis { parameter, ..basis };
                let mut changes = items(item, "history").iter().peekable();
                while let Some(change) = changes.next() {
                    let replaced = changes.peek().is_some();
                    settings(change, Basis { replaced, ..basis.of(change) }, found);
                }
                settings(item, basis, found);
            }
            formulas(item, basis, found);
        }
    }
}

/// The figures of a parameter.
fn settings<'n>(item: &'n Node, basis: Basis<'n>, found: &mut Vec<Quoted<'n>>) {
    let Content::Table(entries) = &item.content else { return };
    for (_, entry) in entries.iter().filter(|entry| FIGURES.contains(&entry.0.as_str())) {
        leaves(item, entry, basis, found);
    }
}

fn leaves<'n>(item: &'n Node, node: &'n Node, basis: Basis<'n>, found: &mut Vec<Quoted<'n>>) {
    match &node.content {
        Content::Text(written) => {
            let day = Date::parse(written).map(Figure::Day);
            if let Some(is) = day.or_else(|| figure(written).map(Figure::Number)) {
                found.push(Quoted { written, span: node.span, is, item, basis });
            }
        }
        Content::List(items) => {
            for entry in items {
                leaves(item, entry, basis, found);
            }
        }
        Content::Table(entries) => {
            for (_, entry) in entries {
                leaves(item, entry, basis, found);
            }
        }
        Content::Integer(_) | Content::Boolean(_) => {}
    }
}

/// The figures that stand in formulas.
fn formulas<'n>(item: &'n Node, basis: Basis<'n>, found: &mut Vec<Quoted<'n>>) {
    let Content::Table(entries) = &item.content else { return };
    for (key, entry) in entries {
        let Content::Text(formula) = &entry.content else { continue };
        if !["formula", "limit", "count", "first"].contains(&key.as_str()) {
            continue;
        }
        for Literal { start, end, is } in literals(formula) {
            let span = entry.span.map(|(from, _)| (from + start, from + end));
            found.push(Quoted { written: &formula[start..end], span, is, item, basis });
        }
    }
}
