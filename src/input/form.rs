//! The edge: whatever a form sends becomes either a value within bounds or a problem that names the field.

use rust_decimal::Decimal;

use super::written;
use crate::evaluation::{Row, Situation, Value};
use crate::explanation::{Style, display, render};
use crate::formula::{Expression, Quantity, Type};
use crate::policy::{Helper, Input, Kind, Policy, Table};
use crate::values::{
    Calendar, Data, Date, Locale, Number, Overflow, Text, Unit, digits, nearest, text,
};

/// An answer as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Raw {
    /// Nothing yet.
    Missing,
    /// true or false.
    Boolean(bool),
    /// A number in the shortest decimal notation that denotes it, perhaps with an exponent; or `NaN`, `Infinity`.
    Number(String),
    /// Text as programs send it: numbers without units, days as `YYYY-MM-DD`, choices by their ids, percentages as fractions.
    Text(String),
    /// Text as a person wrote it, in a file or a cell. A bare percentage is still a fraction: `5.5%` or `0.055`.
    Written(String),
    /// Text as a person typed it in a field with the unit beside it, so that a bare percentage is per cent: `5.5`.
    Typed(String),
    /// Rows of a table; `None` for a row that is no row.
    Table(Vec<Option<RawRow>>),
    /// Something that no field takes, as a reader would name it.
    Other(String),
    /// The beginning of a text that is too long to be an answer.
    LongText(String),
    /// So many rows that they have not been looked at.
    LongTable(usize),
}

impl Raw {
    /// Takes texts, in rows too, for what a person typed.
    pub fn take_as_typed(&mut self) {
        match self {
            Raw::Text(text) => *self = Raw::Typed(core::mem::take(text)),
            Raw::Table(rows) => {
                for (_, cell) in rows.iter_mut().flatten().flatten() {
                    cell.take_as_typed();
                }
            }
            _ => {}
        }
    }
}

/// The cells of a row: column id and answer.
pub type RawRow = Vec<(String, Raw)>;

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemCode {
    /// No such field.
    UnknownField,
    /// Another type of value is needed.
    WrongType,
    /// Text that is no number.
    NotANumber,
    /// A whole number is needed.
    NotAnInteger,
    /// Too small or too large, too early or too late.
    OutOfRange,
    /// More decimal places than allowed.
    TooManyDecimals,
    /// No such choice.
    UnknownChoice,
    /// No such day, or not written YYYY-MM-DD.
    InvalidDate,
    /// More rows than a table may have.
    TooManyRows,
    /// A cell that a row needs is empty.
    Required,
}

impl ProblemCode {
    /// The code as programs know it.
    pub fn id(self) -> &'static str {
        match self {
            ProblemCode::UnknownField => "unknown-field",
            ProblemCode::WrongType => "wrong-type",
            ProblemCode::NotANumber => "not-a-number",
            ProblemCode::NotAnInteger => "not-an-integer",
            ProblemCode::OutOfRange => "out-of-range",
            ProblemCode::TooManyDecimals => "too-many-decimals",
            ProblemCode::UnknownChoice => "unknown-choice",
            ProblemCode::InvalidDate => "invalid-date",
            ProblemCode::TooManyRows => "too-many-rows",
            ProblemCode::Required => "required",
        }
    }
}

/// One thing wrong with the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Id of the field; empty where the input as a whole is meant.
    pub field: String,
    /// Index of the row in a table, from 0.
    pub row: Option<usize>,
    /// Id of the column in a table.
    pub column: Option<String>,
    /// What is wrong.
    pub code: ProblemCode,
    /// The field, what was given and what is allowed, in words.
    pub message: Text,
}

/// Reads the fields of a form. Answers to questions that are not asked are left alone, right or wrong.
///
/// # Errors
/// All problems, in the order of the fields given.
pub(crate) fn read<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
) -> Result<Situation<'p>, Vec<Problem>> {
    let (situation, problems) = read_leniently(policy, calendar, fields);
    if problems.is_empty() { Ok(situation) } else { Err(problems) }
}

/// As [`read`], with bad answers, and bad rows, counting as not given.
pub(crate) fn read_leniently<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
) -> (Situation<'p>, Vec<Problem>) {
    let Reading { situation, problems, .. } = read_form(policy, calendar, fields);
    (situation, problems)
}

/// What could be read of a form.
pub(crate) struct Reading<'p> {
    /// Good answers and good rows.
    pub(crate) situation: Situation<'p>,
    /// What is wrong with the others.
    pub(crate) problems: Vec<Problem>,
    /// The rows of tables, good or bad.
    pub(crate) tables: Vec<ReadRows>,
}

/// The rows of a table as read.
pub(crate) struct ReadRows {
    /// Which input the table is.
    pub(crate) input: usize,
    /// Cells by column, empty where one is bad, of each row that is one.
    pub(crate) rows: Vec<Row>,
    /// The place at which each of these was given.
    pub(crate) places: Vec<usize>,
    /// The places of the good ones.
    pub(crate) good: Vec<usize>,
}

/// As [`read_leniently`], with what could be read of bad rows.
pub(crate) fn read_form<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
) -> Reading<'p> {
    let mut answers = vec![None; policy.inputs.len()];
    let mut problems = Vec::new();
    // Tables whose rows are still to be looked at.
    let mut given = Vec::new();
    for (id, raw) in fields {
        let Some(index) = policy.input(id) else {
            let message = unknown_field(id, policy.inputs.iter(), problems.len());
            problems.push((None, Problem::new(id, ProblemCode::UnknownField, message)));
            continue;
        };
        let input = &policy.inputs[index];
        if let (Kind::Table(table), Raw::Table(rows)) = (input.kind, raw) {
            match read_rows(policy, input, &policy.tables[table], rows) {
                Ok(rows) => {
                    answers[index] = Some(Value::Rows(rows.cells.clone().into()));
                    given.push((index, table, rows));
                }
                Err(problem) => problems.push((Some(index), problem)),
            }
            continue;
        }
        if let (Kind::Table(table), Raw::LongTable(count)) = (input.kind, raw) {
            problems.push((Some(index), too_many(input, &policy.tables[table], *count)));
            continue;
        }
        match answer(policy, input, raw) {
            Ok(answer) => answers[index] = answer,
            Err((code, message)) => {
                problems.push((Some(index), Problem::new(id, code, message)));
            }
        }
    }
    let mut situation = Situation::new(policy, calendar, answers);
    let mut beyond = Vec::new();
    check_limits(&mut situation, &mut beyond);
    problems.extend(beyond.into_iter().map(|(index, problem)| (Some(index), problem)));
    let mut tables = Vec::new();
    for (index, table, rows) in given {
        let mistakes = check_rows(&situation, index, table, &rows);
        let mut bad = vec![false; rows.given];
        mistakes.iter().filter_map(|mistake| mistake.row).for_each(|place| bad[place] = true);
        let GivenRows { cells: rows, places, .. } = rows;
        let good: Vec<usize> = places.iter().copied().filter(|place| !bad[*place]).collect();
        if !mistakes.is_empty() {
            let kept = rows.iter().zip(&places).filter(|(_, place)| !bad[**place]);
            let kept: Vec<Row> = kept.map(|(cells, _)| cells.clone()).collect();
            // A table without one good row is not given, rather than an answer of "none".
            let kept = (!kept.is_empty()).then(|| Value::Rows(kept.into()));
            situation = situation.with_answer(index, kept);
        }
        tables.push(ReadRows { input: index, rows, places, good });
        problems.extend(mistakes.into_iter().map(|problem| (Some(index), problem)));
    }
    let (rows, problems): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|(_, problem)| problem.row.is_some());
    let problems = problems
        .into_iter()
        .chain(rows)
        .filter(|(index, _)| index.is_none_or(|index| situation.is_asked(index) != Some(false)))
        .map(|(_, problem)| problem)
        .collect();
    Reading { situation, problems, tables }
}

/// Takes back answers that other answers do not allow.
pub(crate) fn check_limits(situation: &mut Situation<'_>, problems: &mut Vec<(usize, Problem)>) {
    for (index, input) in situation.policy.inputs.iter().enumerate() {
        let Some(limit) = &input.limit else { continue };
        if situation.truth(limit) == Ok(Some(false)) {
            problems.push((index, beyond_limit(situation, input, limit)));
            *situation = situation.with_answer(index, None);
        }
    }
}

/// An answer that another answer does not allow.
fn beyond_limit(situation: &Situation<'_>, input: &Input, limit: &Expression) -> Problem {
    let policy = situation.policy;
    let word = |locale| render(policy, limit, Style::Reasons, locale, Some(situation));
    let label = &input.label.text;
    let message = Text::new(
        format!("“{}”填得过大：{}", label.chinese, word(Locale::Chinese)),
        format!("“{}” is too large: {}", label.english, word(Locale::English)),
    );
    Problem::new(input.id(), ProblemCode::OutOfRange, message)
}

/// The rows of a table as given.
struct GivenRows {
    /// How many there are.
    given: usize,
    /// Cells by column, empty where one is bad.
    cells: Vec<Row>,
    /// The place at which each of these rows was given.
    places: Vec<usize>,
    /// What is wrong with cells of each of these rows, by column.
    bad_cells: Vec<Vec<(usize, Problem)>>,
    /// What is wrong with rows as a whole.
    problems: Vec<Problem>,
}

/// Everything that is wrong with the rows of a table. A cell that is not asked for in its row is left alone.
fn check_rows(
    situation: &Situation<'_>,
    index: usize,
    table: usize,
    rows: &GivenRows,
) -> Vec<Problem> {
    let input = &situation.policy.inputs[index];
    let rules = &situation.policy.tables[table];
    let mut problems = Vec::new();
    let mut whole = rows.problems.iter().peekable();
    for (row, cells) in rows.cells.iter().enumerate() {
        while let Some(problem) = whole.next_if(|problem| problem.row <= Some(rows.places[row])) {
            problems.push(problem.clone());
        }
        situation.row[table].set(row);
        let bad = |column: usize| {
            rows.bad_cells[row].iter().find(|bad| bad.0 == column).map(|bad| &bad.1)
        };
        for (position, column) in rules.columns.iter().enumerate() {
            let asked = match &column.when {
                None => Some(true),
                Some(when) => situation.truth(&when.expression).unwrap_or(None),
            };
            match bad(position) {
                Some(problem) if asked != Some(false) => problems.push(problem.clone()),
                None if cells[position].is_none() && asked == Some(true) && !column.optional => {
                    problems.push(unfilled(input, column, rows.places[row]));
                }
                _ => {}
            }
        }
        for group in &rules.any_of {
            if group.iter().all(|column| cells[*column].is_none() && bad(*column).is_none()) {
                problems.push(all_unfilled(input, rules, group, rows.places[row]));
            }
        }
    }
    problems.extend(whole.cloned());
    problems
}

fn all_unfilled(input: &Input, rules: &Table, group: &[usize], row: usize) -> Problem {
    let names = |locale: Locale| {
        let labels = group.iter().map(|column| rules.columns[*column].label.text.get(locale));
        labels.collect::<Vec<_>>().join(locale.pick("、", ", "))
    };
    let message = Text::new(
        format!("至少填一项：{}", names(Locale::Chinese)),
        format!("fill in at least one of: {}", names(Locale::English)),
    );
    Problem {
        row: Some(row),
        column: Some(rules.columns[group[0]].id().to_owned()),
        ..Problem::new(input.id(), ProblemCode::Required, message)
    }
}

fn unfilled(input: &Input, column: &Input, row: usize) -> Problem {
    let label = &column.label.text;
    let message = Text::new(
        format!("“{}”还没有填", label.chinese),
        format!("“{}” is not filled in", label.english),
    );
    Problem {
        row: Some(row),
        column: Some(column.id().to_owned()),
        ..Problem::new(input.id(), ProblemCode::Required, message)
    }
}

fn too_many(input: &Input, table: &Table, count: usize) -> Problem {
    let most = table.max_rows;
    let message = text!("最多 {most} 行；填写了 {count} 行", "at most {most} rows; given: {count}");
    Problem::new(input.id(), ProblemCode::TooManyRows, message)
}

/// Reads the rows of a table, cell by cell.
fn read_rows(
    policy: &Policy,
    input: &Input,
    table: &Table,
    given: &[Option<RawRow>],
) -> Result<GivenRows, Problem> {
    if given.len() > table.max_rows {
        return Err(too_many(input, table, given.len()));
    }
    let mut rows = GivenRows {
        given: given.len(),
        cells: Vec::new(),
        places: Vec::new(),
        bad_cells: Vec::new(),
        problems: Vec::new(),
    };
    for (place, raw) in given.iter().enumerate() {
        let problem = |column: Option<&str>, code, message| Problem {
            row: Some(place),
            column: column.map(str::to_owned),
            ..Problem::new(input.id(), code, message)
        };
        let Some(raw) = raw else {
            let message =
                text!("这一行应是列编号和内容", "a row is an object of column ids and cells");
            rows.problems.push(problem(None, ProblemCode::WrongType, message));
            continue;
        };
        let mut cells: Row = vec![None; table.columns.len()];
        let mut bad_cells = Vec::new();
        for (id, cell) in raw {
            let Some(column) = table.columns.iter().position(|column| column.id() == id) else {
                let columns = table.columns.iter().map(Input::id);
                let message = unknown(id, columns, COLUMN, rows.problems.len());
                rows.problems.push(problem(Some(id), ProblemCode::UnknownField, message));
                continue;
            };
            match answer(policy, &table.columns[column], cell) {
                Ok(value) => cells[column] = value,
                Err((code, message)) => {
                    bad_cells.push((column, problem(Some(id), code, message)));
                }
            }
        }
        rows.cells.push(cells);
        rows.bad_cells.push(bad_cells);
        rows.places.push(place);
    }
    Ok(rows)
}

/// What is said of a field that nobody knows, after so many other problems.
pub(crate) fn unknown_field<'a>(
    id: &str,
    known: impl Iterator<Item = &'a Input>,
    before: usize,
) -> Text {
    unknown(id, known.map(Input::id), FIELD, before)
}

const FIELD: (&str, &str) = ("字段", "field");
const COLUMN: (&str, &str) = ("列", "column");

/// After so many problems no other name is suggested: to find it takes far longer than everything else.
const MOST_SUGGESTIONS: usize = 100;

/// So many characters of a name that nobody knows are quoted.
const LONGEST_NAME: usize = 200;

/// The beginning of a text, with a mark where it goes on.
fn shortened(text: &str, most: usize) -> String {
    let mut short: String = text.chars().take(most).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn unknown<'a>(
    id: &str,
    known: impl Iterator<Item = &'a str>,
    what: (&str, &str),
    before: usize,
) -> Text {
    let (chinese, english) = what;
    let id = &shortened(id, LONGEST_NAME);
    match nearest(id, known.take(if before < MOST_SUGGESTIONS { usize::MAX } else { 0 })) {
        Some(similar) => text!(
            "没有名为“{id}”的{chinese}，是否想写“{similar}”？",
            "there is no {english} “{id}”; did you mean “{similar}”?"
        ),
        None => text!("没有名为“{id}”的{chinese}", "there is no {english} “{id}”"),
    }
}

impl Problem {
    /// As plain data, all of it written for this result.
    pub fn to_data(&self, locale: Locale) -> Data<'static> {
        Data::object(|data| {
            data.set("field", &self.field);
            data.set_some("row", self.row);
            data.set_some("column", self.column.as_ref());
            data.set("code", self.code.id());
            data.set("message", self.message.get(locale).to_owned());
        })
    }

    /// Whether it says the same of the same answer.
    #[cfg(feature = "analysis")]
    pub(crate) fn is_same_as(&self, other: &Problem) -> bool {
        (&self.field, self.row, &self.column, self.code)
            == (&other.field, other.row, &other.column, other.code)
    }

    /// A problem of a field as a whole.
    pub fn new(field: &str, code: ProblemCode, message: Text) -> Problem {
        Problem { field: field.to_owned(), row: None, column: None, code, message }
    }
}

pub(crate) type Rejection = (ProblemCode, Text);

pub(crate) fn answer(
    policy: &Policy,
    input: &Input,
    raw: &Raw,
) -> Result<Option<Value>, Rejection> {
    let given = match raw {
        Raw::Missing => return Ok(None),
        Raw::Text(text) | Raw::Number(text) | Raw::Other(text) => text.trim(),
        Raw::Written(text) | Raw::Typed(text) => written::trim(text),
        Raw::LongText(text) => return Err(too_long(policy, input, text)),
        Raw::Table(_) | Raw::LongTable(_) => "[…]",
        Raw::Boolean(true) => "true",
        Raw::Boolean(false) => "false",
    };
    let is_text = matches!(raw, Raw::Text(_) | Raw::Written(_) | Raw::Typed(_));
    if is_text && given.is_empty() {
        return Ok(None);
    }
    let by_person = is_by_person(raw);
    let reject = |code| (code, explain(policy, input, code, raw, given));
    match input.kind {
        Kind::Boolean => match raw {
            Raw::Boolean(value) => Some(*value),
            _ if by_person => written::truth(given),
            _ => None,
        }
        .map(Value::Boolean)
        .ok_or(ProblemCode::WrongType),
        Kind::Count | Kind::Money | Kind::Number | Kind::Percentage
            if is_text || matches!(raw, Raw::Number(_)) =>
        {
            number(input, raw, given).map(Value::Number)
        }
        Kind::Date if is_text => {
            let read = if by_person { written::date(given) } else { Date::parse(&narrow(given)) };
            match read {
                None => Err(ProblemCode::InvalidDate),
                Some(date) if date < input.earliest || date > input.latest => {
                    Err(ProblemCode::OutOfRange)
                }
                Some(date) => Ok(Value::Date(date)),
            }
        }
        Kind::Text if is_text => Ok(Value::Text(given.to_owned())),
        Kind::Choice(set) if is_text => {
            let choices = &policy.choice_sets[set].choices;
            let place = if by_person {
                written::choice(choices, given)
            } else {
                choices.iter().position(|choice| choice.id == given)
            };
            place.map(Value::Choice).ok_or(ProblemCode::UnknownChoice)
        }
        _ => Err(ProblemCode::WrongType),
    }
    .map(Some)
    .map_err(reject)
}

fn is_by_person(raw: &Raw) -> bool {
    matches!(raw, Raw::Written(_) | Raw::Typed(_))
}

/// What is wrong with a text that is too long is wrong with its beginning, if it is not the length alone.
fn too_long(policy: &Policy, input: &Input, beginning: &str) -> Rejection {
    answer(policy, input, &Raw::Text(beginning.to_owned())).err().unwrap_or_else(|| {
        let label = &input.label.text;
        let message = Text::new(
            format!("“{}”填得过长", label.chinese),
            format!("“{}” is too long", label.english),
        );
        (ProblemCode::OutOfRange, message)
    })
}

fn number(input: &Input, raw: &Raw, given: &str) -> Result<Number, ProblemCode> {
    if let Some(mean) = mean(input, raw, given) {
        let mean = mean?;
        return within_bounds(input, mean).map(|()| mean);
    }
    let number = Number::from(decimal(&plain(input, raw, given)?, input.decimals)?);
    if !number.has_places(input.decimals) {
        return Err(too_many_places(input.decimals));
    }
    within_bounds(input, number).map(|()| number)
}

/// A number as a plain decimal in the unit of its input.
pub(crate) fn plain(input: &Input, raw: &Raw, given: &str) -> Result<String, ProblemCode> {
    let read = match (raw, input.kind) {
        (Raw::Written(_) | Raw::Typed(_), Kind::Percentage) => {
            written::percentage(given, matches!(raw, Raw::Typed(_)))
        }
        (Raw::Written(_) | Raw::Typed(_), _) => written::number(given, input.quantity.unit),
        _ => return strictly(raw, given),
    };
    read.ok_or(ProblemCode::NotANumber)
}

/// A number that a program sends, as a plain decimal.
fn strictly(raw: &Raw, given: &str) -> Result<String, ProblemCode> {
    match raw {
        Raw::Number(_) => expand_exponent(given),
        _ => plain_number(given),
    }
    .ok_or(ProblemCode::NotANumber)
}

/// So many digits a sum may have of which the mean is taken, and so many what it is divided by.
const MOST_DIGITS: usize = 14;

/// A mean that is given as the quotient that it is (`38,453÷12`), and kept exactly.
fn mean(input: &Input, raw: &Raw, given: &str) -> Option<Result<Number, ProblemCode>> {
    if input.kind != Kind::Number || !matches!(input.helper, Some(Helper::MonthlyAverage)) {
        return None;
    }
    let (sum, count) = match raw {
        Raw::Text(_) => {
            let text = narrow(given);
            let (sum, count) = text.split_once(['÷', '/'])?;
            (plain_number(sum.trim())?, plain_number(count.trim())?)
        }
        Raw::Written(_) | Raw::Typed(_) => written::quotient(given, input.quantity.unit)?,
        _ => return None,
    };
    let part = |plain: String| {
        let short = plain.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS;
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let (is_negative, whole) = match whole.strip_prefix('-') {
            Some(whole) => (true, whole),
            None => (false, whole),
        };
        short.then(|| digits::read(is_negative, whole, fraction)).flatten().map(Number::from)
    };
    Some(match (part(sum), part(count)) {
        (Some(sum), Some(count)) => match sum.over(count) {
            Ok(mean) => mean.ok_or(ProblemCode::NotANumber),
            Err(Overflow) => Err(ProblemCode::OutOfRange),
        },
        _ => Err(ProblemCode::OutOfRange),
    })
}

/// A plain decimal, where it has no more places than allowed and is not too long for a decimal.
fn decimal(plain: &str, places: u32) -> Result<Decimal, ProblemCode> {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let (whole, fraction) = (whole.trim_start_matches('-'), fraction.trim_end_matches('0'));
    // Too long for a decimal: decided by the digits alone.
    if whole.trim_start_matches('0').len() > 20 {
        return Err(ProblemCode::OutOfRange);
    }
    if fraction.len() > places as usize {
        return Err(too_many_places(places));
    }
    // More digits than a decimal holds: it would be rounded.
    if whole.trim_start_matches('0').len() + fraction.len() > 27 {
        return Err(ProblemCode::OutOfRange);
    }
    digits::read(plain.starts_with('-'), whole, fraction).ok_or(ProblemCode::NotANumber)
}

/// An amount of money that is no answer to an input: not negative, in whole fen.
#[cfg(feature = "analysis")]
pub(crate) fn amount(raw: &Raw) -> Result<Option<Decimal>, ProblemCode> {
    match raw {
        Raw::Missing => Ok(None),
        Raw::Text(text) | Raw::Number(text) => {
            let amount = decimal(&strictly(raw, text.trim())?, 2)?;
            if amount.mantissa() < 0 {
                return Err(ProblemCode::OutOfRange);
            }
            Ok(Some(amount))
        }
        _ => Err(ProblemCode::WrongType),
    }
}

fn too_many_places(allowed: u32) -> ProblemCode {
    if allowed == 0 { ProblemCode::NotAnInteger } else { ProblemCode::TooManyDecimals }
}

/// Whether a number lies between the bounds.
fn within_bounds(input: &Input, number: Number) -> Result<(), ProblemCode> {
    let below = number.compare(input.min).map_err(|_| ProblemCode::OutOfRange)?;
    let above = number.compare(input.max).map_err(|_| ProblemCode::OutOfRange)?;
    if below.is_lt() || above.is_gt() || (input.above_min && below.is_eq()) {
        return Err(ProblemCode::OutOfRange);
    }
    Ok(())
}

/// Full-width characters as their narrow counterparts, the minus sign as the hyphen.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|character| if character == '−' { '-' } else { written::narrow(character) })
        .collect()
}

/// `１，２３４.５０` as `1234.50`. Separators must stand between groups of three digits.
fn plain_number(text: &str) -> Option<String> {
    let text = narrow(text);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.is_some_and(|fraction| !all_digits(fraction)) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    if !all_digits(first) || (grouped && first.len() > 3) {
        return None;
    }
    let mut plain = format!("{sign}{first}");
    for group in groups {
        if group.len() != 3 || !all_digits(group) {
            return None;
        }
        plain.push_str(group);
    }
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(plain)
}

/// So many places before or behind the point are written out; what is larger or smaller is beyond every bound anyway.
const MOST_PLACES: i64 = 60;

/// `1.5e-7` as `0.00000015`.
fn expand_exponent(text: &str) -> Option<String> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return plain_number(text);
    };
    let mantissa = plain_number(mantissa)?;
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", mantissa.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    if significant.is_empty() {
        return Some("0".to_owned());
    }
    let zeros = i64::try_from(all.len() - significant.len()).ok()?;
    let point = (i64::try_from(whole.len()).ok()? - zeros).saturating_add(power(exponent)?);
    let point = point.clamp(-MOST_PLACES, MOST_PLACES.max(i64::try_from(significant.len()).ok()?));
    Some(match usize::try_from(point) {
        Ok(point) if point >= significant.len() => {
            format!("{sign}{significant}{}", "0".repeat(point - significant.len()))
        }
        Ok(point) if point > 0 => {
            let (whole, fraction) = written::split(significant, point);
            format!("{sign}{whole}.{fraction}")
        }
        _ => format!("{sign}0.{}{significant}", "0".repeat(usize::try_from(-point).ok()?)),
    })
}

/// The power of ten that an exponent names, or as much of it as 64 bits hold.
fn power(exponent: &str) -> Option<i64> {
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let limit = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
    Some(exponent.parse().unwrap_or(limit))
}

/// The field, what was given and what is allowed, in the words and the unit of whoever gave it.
fn explain(policy: &Policy, input: &Input, code: ProblemCode, raw: &Raw, given: &str) -> Text {
    let by_person = is_by_person(raw);
    let per_cent = matches!(raw, Raw::Typed(_)) || by_person && written::is_per_cent(given);
    let given = shortened(given, 40);
    let word = |locale: Locale| {
        let bound =
            |number| display(policy, &Value::Number(number), Type::Number(input.quantity), locale);
        let bare =
            |number| display(policy, &Value::Number(number), Type::Number(Quantity::PLAIN), locale);
        let from = match input.kind {
            Kind::Date => input.earliest.to_string(),
            Kind::Percentage if per_cent => {
                bare(input.min.times(Number::from(100)).unwrap_or(input.min))
            }
            _ if input.quantity.unit == Unit::YEAR => bound(input.min),
            // The unit after the upper bound serves both.
            _ => bare(input.min),
        };
        let to = match input.kind {
            Kind::Date => input.latest.to_string(),
            Kind::Percentage if !per_cent => {
                let (most, percent) = (bare(input.max), bound(input.max));
                locale.pick(format!("{most}（{percent}）"), format!("{most} ({percent})"))
            }
            _ => bound(input.max),
        };
        let decimals = input.decimals;
        let choices = || match input.kind {
            Kind::Choice(set) => {
                let choices = policy.choice_sets[set].choices.iter();
                if by_person {
                    let labels = choices.map(|choice| choice.text.get(locale));
                    labels.collect::<Vec<_>>().join(locale.pick("、", ", "))
                } else {
                    choices.map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(", ")
                }
            }
            _ => String::new(),
        };
        match code {
            ProblemCode::NotANumber => {
                locale.pick("应填数字".to_owned(), "a number is needed".to_owned())
            }
            ProblemCode::NotAnInteger => {
                locale.pick("应填整数".to_owned(), "a whole number is needed".to_owned())
            }
            ProblemCode::TooManyDecimals => locale.pick(
                format!("最多{decimals}位小数"),
                format!("at most {decimals} decimal places are allowed"),
            ),
            ProblemCode::OutOfRange if input.above_min => locale.pick(
                format!("应大于{from}，不超过{to}"),
                format!("allowed: above {from}, up to {to}"),
            ),
            ProblemCode::OutOfRange => {
                locale.pick(format!("应在{from}至{to}之间"), format!("allowed: {from} to {to}"))
            }
            ProblemCode::UnknownChoice => locale.pick(
                format!("没有这个选项，可选：{}", choices()),
                format!("choose one of: {}", choices()),
            ),
            ProblemCode::InvalidDate => locale.pick(
                "应填实际存在的日期，格式为 YYYY-MM-DD".to_owned(),
                "a date that exists is needed, as YYYY-MM-DD".to_owned(),
            ),
            _ => {
                let (chinese, english) = match input.kind {
                    Kind::Boolean if by_person => ("应填“是”或“否”", "yes or no is needed"),
                    Kind::Boolean => ("应填 true 或 false", "true or false is needed"),
                    Kind::Date => {
                        ("应填文字形式的日期 YYYY-MM-DD", "a date as text, YYYY-MM-DD, is needed")
                    }
                    Kind::Text => ("应填文字", "text is needed"),
                    Kind::Table(_) => ("应填表格的各行", "rows of a table are needed"),
                    Kind::Choice(_) => ("应填选项的代码", "the id of a choice is needed"),
                    _ => ("应填数字", "a number is needed"),
                };
                locale.pick(chinese, english).to_owned()
            }
        }
    };
    let label = &input.label.text;
    Text::new(
        format!("“{}”{}；填写的是“{given}”", label.chinese, word(Locale::Chinese)),
        format!("“{}”: {}; given: “{given}”", label.english, word(Locale::English)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_be_full_width_and_grouped_but_only_properly() {
        for (given, plain) in [
            ("１，２３４.５０", Some("1234.50")),
            ("1,234,567", Some("1234567")),
            ("－５", Some("-5")),
            ("12,34", None),
            ("1234,567", None),
            ("1e21", None),
            ("0x10", None),
            ("100 personne", None),
            ("1.", None),
            (".5", None),
            ("--5", None),
            ("1.2.3", None),
            ("", None),
        ] {
            assert_eq!(plain_number(given).as_deref(), plain, "{given}");
        }
    }

    #[test]
    fn exponents_of_floating_point_numbers_are_written_out() {
        for (given, plain) in [
            ("1e+21", "1000000000000000000000"),
            ("1.5e-7", "0.00000015"),
            ("-2.5e+0", "-2.5"),
            ("200.5", "200.5"),
        ] {
            assert_eq!(expand_exponent(given).as_deref(), Some(plain));
        }
        let long = format!("1{}e-80", "0".repeat(80));
        assert_eq!(expand_exponent(&long).unwrap().trim_end_matches('0'), "1.");
        for huge in ["1e2147483647", "1e99999999999999999999", "1e61"] {
            assert_eq!(expand_exponent(huge).unwrap().len(), 60, "{huge}");
        }
        for tiny in ["1e-2147483648", "1e-99999999999999999999"] {
            assert_eq!(expand_exponent(tiny).unwrap().len(), 63, "{tiny}");
        }
        assert_eq!(expand_exponent("0e2147483647").as_deref(), Some("0"));
        for wrong in ["1e", "1e+", "1e1.5", "e5"] {
            assert_eq!(expand_exponent(wrong), None, "{wrong}");
        }
        assert_eq!(expand_exponent("NaN"), None);
        assert_eq!(expand_exponent("Infinity"), None);
    }
}
