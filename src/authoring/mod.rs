//! Policy files as their authors write them: TOML with positions, worked examples run, mistakes shown in place.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io, iter};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::Policy;
use crate::document::{Content, Diagnostic, Node, Place};
use crate::policy::Helper;
use crate::values::{Calendar, CalendarYear, Date, Locale, Text, nearest, text};

/// Public holidays, which policies share.
const CALENDAR: &str = include_str!("../../policies/calendar.toml");

/// So many mistakes of a file are listed at most.
const MOST_MISTAKES: usize = 200;

/// Stands where an author has still to write something.
pub const OPEN: &str = "待填";

/// A policy file that passed all checks.
#[derive(Debug)]
pub struct PolicyFile {
    /// Where it stands.
    pub path: PathBuf,
    /// What it says.
    pub policy: Policy,
}

/// A mistake as the author of the file is shown it. Written out, it is the way compilers do it: file, line, column,
/// the line itself, a caret, a suggestion.
#[derive(Debug, Clone, Serialize)]
pub struct Mistake {
    /// The file.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    #[serde(skip)]
    report: String,
}

/// A text and where its lines begin, found once for all mistakes in it.
pub struct Lines<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    /// Finds them.
    pub fn of(source: &'s str) -> Lines<'s> {
        let ends = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect();
        Lines { source, starts }
    }

    /// The line with this byte, from 1.
    fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    fn start(&self, number: usize) -> usize {
        self.starts[number - 1]
    }

    /// The lines from one to another, both included.
    fn text(&self, first: usize, last: usize) -> &'s str {
        let end = self.starts.get(last).copied().unwrap_or(self.source.len());
        &self.source[self.start(first)..end]
    }
}

impl Mistake {
    /// A mistake in the text of the file `path`.
    pub fn new(diagnostic: &Diagnostic, path: &str, lines: &Lines<'_>, locale: Locale) -> Mistake {
        let (start, end) = diagnostic.place.span.unwrap_or((0, 0));
        let end = end.max(start);
        let line = lines.number(start);
        let line_start = lines.start(line);
        let message = diagnostic.message.get(locale);
        let help = diagnostic.help.as_ref().map(|help| help.get(locale));
        let snippet = Snippet::source(lines.text(line, lines.number(end)))
            .line_start(line)
            .path(path)
            .annotation(AnnotationKind::Primary.span(start - line_start..end - line_start));
        let mut group = Level::ERROR.primary_title(message).element(snippet);
        if let Some(help) = help {
            group = group.element(Level::HELP.message(help));
        }
        Mistake {
            path: path.to_owned(),
            line,
            column: lines.source[line_start..start].chars().count() + 1,
            message: message.to_owned(),
            help: help.map(str::to_owned),
            report: Renderer::plain().decor_style(DecorStyle::Ascii).render(&[group]),
        }
    }

    /// Those of a file, or the first of very many, and how many there are.
    fn all(diagnostics: &[Diagnostic], path: &Path, source: &str, locale: Locale) -> Vec<Mistake> {
        let (lines, shown) = (Lines::of(source), path.display().to_string());
        let first = diagnostics.iter().take(MOST_MISTAKES);
        let mut mistakes: Vec<_> =
            first.map(|diagnostic| Mistake::new(diagnostic, &shown, &lines, locale)).collect();
        let others = diagnostics.len() - mistakes.len();
        if others > 0 {
            let message = locale.pick(
                format!("还有 {others} 处错误没有列出"),
                format!("{others} more mistakes are not listed"),
            );
            mistakes.push(Mistake::of_file(path, message));
        }
        mistakes
    }

    /// A mistake of the file as a whole.
    fn of_file(path: &Path, message: String) -> Mistake {
        let path = path.display().to_string();
        let report = format!("{path}: {message}");
        Mistake { path, line: 1, column: 1, message, help: None, report }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.report)
    }
}

/// The policy files below a folder, sorted by path, or the one file named.
///
/// # Errors
/// Where a folder cannot be read.
pub fn policy_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(policy_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml")
            && path.file_name().is_some_and(|name| name != "calendar.toml")
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads and checks policy files, worked examples included. Ids are unique among them.
///
/// # Errors
/// All mistakes of all files, in the language asked for.
pub fn load(paths: &[PathBuf], locale: Locale) -> Result<Vec<PolicyFile>, Vec<Mistake>> {
    let mut files: Vec<PolicyFile> = Vec::new();
    let mut mistakes = Vec::new();
    for path in paths {
        let source = match fs::read_to_string(path) {
            Ok(source) => source,
            Err(error) => {
                mistakes.push(Mistake::of_file(path, error.to_string()));
                continue;
            }
        };
        let checked = check(&source).and_then(|policy| {
            match files.iter().find(|file| file.policy.id == policy.id) {
                None => Ok(policy),
                Some(other) => {
                    let (id, other) = (&policy.id, other.path.display());
                    let message = text!(
                        "编号“{id}”已用于 {other}",
                        "the id “{id}” is already used by {other}"
                    );
                    Err(vec![Diagnostic::new(&Place::default(), message)])
                }
            }
        });
        match checked {
            Ok(policy) => files.push(PolicyFile { path: path.clone(), policy }),
            Err(diagnostics) => {
                mistakes.extend(Mistake::all(&diagnostics, path, &source, locale));
            }
        }
    }
    if mistakes.is_empty() { Ok(files) } else { Err(mistakes) }
}

/// Reads and checks a whole library: all policy files below a folder, and what they say of each other.
///
/// # Errors
/// As [`load`]; besides, policies named by an exclusion that the library does not have.
pub fn load_library(folder: &Path, locale: Locale) -> Result<Vec<PolicyFile>, Vec<Mistake>> {
    let unreadable = |error: io::Error| vec![Mistake::of_file(folder, error.to_string())];
    let files = load(&policy_files(folder).map_err(unreadable)?, locale)?;
    let mistakes: Vec<_> =
        files.iter().flat_map(|file| broken_references(file, &files, locale)).collect();
    if mistakes.is_empty() { Ok(files) } else { Err(mistakes) }
}

/// What a policy says of others that the library does not have, or that lack what it needs of them.
fn broken_references(file: &PolicyFile, files: &[PolicyFile], locale: Locale) -> Vec<Mistake> {
    let policy = &file.policy;
    let exclusions = policy.exclusions.iter();
    let exclusions = exclusions.map(|exclusion| ("[[exclusion]]", exclusion.policy.as_str(), None));
    let helpers = policy.inputs.iter().filter_map(|input| match &input.helper {
        Some(Helper::Policy { policy, value, inputs }) => {
            Some(("helper", policy.as_str(), Some((value, inputs))))
        }
        _ => None,
    });
    let mut messages = Vec::new();
    for (key, id, needed) in exclusions.chain(helpers) {
        let Some(other) = files.iter().find(|other| other.policy.id == id) else {
            let similar = nearest(id, files.iter().map(|other| other.policy.id.as_str()));
            let similar = similar.unwrap_or("—");
            messages.push(locale.pick(
                format!("{key} 中没有编号为“{id}”的政策；最接近的是“{similar}”"),
                format!("{key} names no known policy “{id}”; the nearest is “{similar}”"),
            ));
            continue;
        };
        let Some((value, inputs)) = needed else { continue };
        let has_value = other.policy.value_ids().any(|known| known == value)
            || (value == "amount" && other.policy.amount.is_some());
        let lacking = inputs.iter().map(|input| &input.0);
        let lacking = lacking.filter(|field| other.policy.input(field).is_none());
        for lacking in lacking.chain((!has_value).then_some(value)) {
            messages.push(locale.pick(
                format!("{key} 要用的“{lacking}”，政策“{id}”里没有"),
                format!("{key} needs “{lacking}”, which the policy “{id}” does not have"),
            ));
        }
    }
    messages.into_iter().map(|message| Mistake::of_file(&file.path, message)).collect()
}

/// The official calendar, from `policies/calendar.toml`.
///
/// # Panics
/// Where that file does not hold years with lists of dates.
pub fn calendar() -> Calendar {
    #[derive(serde::Deserialize)]
    struct File {
        year: Vec<Year>,
    }
    #[derive(serde::Deserialize)]
    #[allow(clippy::struct_field_names, reason = "the keys of the file")]
    struct Year {
        year: i32,
        holidays: Vec<toml::value::Datetime>,
        workdays: Vec<toml::value::Datetime>,
        statutory: Vec<toml::value::Datetime>,
    }
    let file: File = toml::from_str(CALENDAR).expect("the calendar holds years");
    let dates = |list: Vec<toml::value::Datetime>| {
        let dates = list.iter().map(|date| Date::parse(&date.to_string()));
        dates.collect::<Option<Vec<_>>>().expect("the calendar holds dates")
    };
    let years = file.year.into_iter().map(|year| CalendarYear {
        year: year.year,
        holidays: dates(year.holidays),
        workdays: dates(year.workdays),
        statutory: dates(year.statutory),
    });
    Calendar::new(years.collect())
}

/// Reads and checks one policy file's text.
///
/// # Errors
/// Every mistake in it.
///
/// ```
/// let mistakes = wengang::authoring::check("id = \"x\"").unwrap_err();
/// assert!(mistakes.iter().any(|mistake| mistake.message.english == "“title” is missing"));
/// ```
pub fn check(source: &str) -> Result<Policy, Vec<Diagnostic>> {
    let document = parse(source)?;
    let mut open = Vec::new();
    find_open(&document, &mut open);
    let result = Policy::read(&document, &calendar());
    if open.is_empty() {
        return result;
    }
    // What is still open is no name, no figure and no date; that need not be said twice.
    let is_open =
        |mistake: &Diagnostic| open.iter().any(|known| known.place.span == mistake.place.span);
    let others: Vec<_> =
        result.err().unwrap_or_default().into_iter().filter(|mistake| !is_open(mistake)).collect();
    open.extend(others);
    open.sort_by_key(|diagnostic| diagnostic.place.span);
    Err(open)
}

/// The places where [`OPEN`] stands.
fn find_open(node: &Node, found: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Text(text) if text.trim() == OPEN => {
            let place = Place { path: String::new(), span: node.span };
            found.push(
                Diagnostic::new(&place, text!("这里还没有填写", "this has still to be filled in"))
                    .help(text!("请照通知填写", "fill it in from the notice")),
            );
        }
        Content::Table(entries) => entries.iter().for_each(|(_, entry)| find_open(entry, found)),
        Content::List(items) => items.iter().for_each(|item| find_open(item, found)),
        _ => {}
    }
}

/// Reads TOML.
///
/// # Errors
/// Where the text is not TOML, or holds a number with a binary point: figures are written as text with their unit.
pub fn parse(source: &str) -> Result<Node, Vec<Diagnostic>> {
    let table = DeTable::parse(source).map_err(|error| {
        let place =
            Place { path: String::new(), span: error.span().map(|span| (span.start, span.end)) };
        let reason = error.message();
        vec![Diagnostic::new(
            &place,
            text!("文件写法有误：{reason}", "this cannot be read: {reason}"),
        )]
    })?;
    let mut diagnostics = Vec::new();
    let node = convert_table(table.get_ref(), (0, 0), source, &mut diagnostics);
    if diagnostics.is_empty() { Ok(node) } else { Err(diagnostics) }
}

fn convert_table(
    table: &DeTable<'_>,
    span: (usize, usize),
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Node {
    let entries = table
        .iter()
        .map(|(key, value)| {
            let node = convert(value, source, diagnostics);
            let Range { start, end } = key.span();
            (key.get_ref().to_string(), Node { key: Some((start, end)), ..node })
        })
        .collect();
    Node { content: Content::Table(entries), span: Some(span), key: None }
}

fn convert(value: &Spanned<DeValue<'_>>, source: &str, diagnostics: &mut Vec<Diagnostic>) -> Node {
    let Range { start, end } = value.span();
    let content = match value.get_ref() {
        DeValue::String(text) => {
            // Where the text stands verbatim in the file, point at its characters.
            let span = match source[start..end].find(text.as_ref()) {
                Some(offset) if !text.is_empty() => (start + offset, start + offset + text.len()),
                _ => (start, end),
            };
            let content = Content::Text(text.to_string());
            return Node { content, span: Some(span), key: None };
        }
        DeValue::Boolean(value) => Content::Boolean(*value),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Content::Integer(number),
            Err(_) => {
                mistaken(start, end, text!("数字过大", "the number is too large"), diagnostics)
            }
        },
        DeValue::Float(number) => {
            let number = number.as_str();
            mistaken(
                start,
                end,
                text!(
                    "带小数的数要写成带引号的文字：参数带单位，如 \"{number}元\"；例子不带，如 \"{number}\"",
                    "write a number with decimals as quoted text: with its unit in a parameter, \"{number}元\", without in an example, \"{number}\""
                ),
                diagnostics,
            )
        }
        DeValue::Datetime(date) => Content::Text(date.to_string()),
        DeValue::Array(items) => {
            Content::List(items.iter().map(|item| convert(item, source, diagnostics)).collect())
        }
        DeValue::Table(table) => return convert_table(table, (start, end), source, diagnostics),
    };
    Node { content, span: Some((start, end)), key: None }
}

fn mistaken(start: usize, end: usize, message: Text, diagnostics: &mut Vec<Diagnostic>) -> Content {
    let place = Place { path: String::new(), span: Some((start, end)) };
    diagnostics.push(Diagnostic::new(&place, message));
    Content::Integer(0)
}
