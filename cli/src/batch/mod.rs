//! `wengang batch`: a register of firms, row by row, on all cores, without holding more than a few rows in memory.

mod heading;
mod rows;
mod summary;
mod target;
mod text;
mod unreadable;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{mem, thread};

use clap::Args;
use encoding_rs::UTF_8;
use wengang::{
    Calendar, Column, Columns, Eligibility, Locale, Plain, Policy, Problem, Raw, authoring,
};

use crate::answer::{Answer, Failure};
use crate::system;
use heading::Heading;
use rows::{MOST_BYTES, Row, Rows, SEPARATORS, Splitter};
use summary::Outcome;
use target::Target;
use text::Text;
use unreadable::{Unreadable, nothing_there};

/// Rows that one core works through at a time.
const CHUNK: usize = 10_000;

/// Text that one core works through at a time, where rows are long.
const CHUNK_BYTES: usize = 4 * MOST_BYTES;

#[derive(Args)]
pub(crate) struct Options {
    /// 政策编号或文件 / Id of a policy, or its file
    policy: String,
    /// CSV 文件；`-` 为标准输入 / The CSV file; `-` for standard input
    input: PathBuf,
    /// 结果文件：原有各列，加上资格、金额、各计算项、缺少的答案和该行的错误；`-` 为标准输出
    /// / The CSV file to write: the rows, then eligibility, amount, every value, what is missing and what is wrong; `-` for
    /// standard output
    #[arg(short, long)]
    output: PathBuf,
    /// 结果带字节顺序标记，供 Excel 打开 / Begins the file with a byte-order mark, for Excel
    #[arg(long)]
    bom: bool,
    /// 结果不带字节顺序标记 / Writes no byte-order mark
    #[arg(long, conflicts_with = "bom")]
    no_bom: bool,
    /// 以 = + - @ 开头、不是数字的格子，前面加 '，免得表格软件当作公式
    /// / Puts ' before cells that begin with = + - @ and are no figures, so that no spreadsheet takes them for formulas
    #[arg(long)]
    guard_formulas: bool,
}

/// A register that is read chunk by chunk.
struct Register {
    text: Text,
    splitter: Splitter,
    /// What was read and not looked at yet.
    ahead: String,
    is_at_end: bool,
}

impl Register {
    /// The next rows; none at the end.
    fn chunk(&mut self) -> Result<Rows, Unreadable> {
        let mut rows = Rows::default();
        let mut text = mem::take(&mut self.ahead);
        while rows.len() < CHUNK && rows.bytes() < CHUNK_BYTES && !self.is_at_end {
            if text.is_empty() && !self.text.read(&mut text)? {
                self.splitter.finish(&mut rows)?;
                self.is_at_end = true;
            }
            self.splitter.split(&text, &mut rows)?;
            text.clear();
        }
        Ok(rows)
    }
}

/// What is asked of every row.
struct Task<'t> {
    policy: &'t Policy,
    calendar: &'t Calendar,
    heading: &'t Heading,
    /// Ids of the values that are written.
    values: &'t [String],
    separator: u8,
    guard_formulas: bool,
    locale: Locale,
}

impl Options {
    pub(crate) fn policy(&self) -> &str {
        &self.policy
    }

    /// Whether the results go to standard output.
    pub(crate) fn takes_standard_output(&self) -> bool {
        self.output == Path::new("-")
    }
}

pub(crate) fn run(
    policy: &Policy,
    options: &Options,
    quiet: bool,
    locale: Locale,
) -> Result<Answer, Failure> {
    let input = &options.input;
    let values: Vec<String> = policy.value_ids().map(str::to_owned).collect();
    let mut added = vec!["eligibility".to_owned(), "amount".to_owned()];
    added.extend(values.iter().cloned());
    added.extend(["missing".to_owned(), "problems".to_owned()]);

    let broken = |error: &Unreadable, line| error.failure(input, line, locale);
    let mut text = Text::open(input).map_err(|error| broken(&error, 1))?;
    let ahead = look_ahead(&mut text).map_err(|(error, line)| broken(&error, line))?;
    let (separator, first, names) =
        find_heading(policy, &ahead).map_err(|error| broken(&error, 1))?;
    if names.is_empty() {
        return Err(nothing_there(input, locale));
    }
    let heading = Heading::read(policy, names, &added).map_err(Failure::Problems)?;
    let encoding = text.kind.encoding;
    let needs_mark = text.kind.is_marked || text.kind.is_ascii || encoding != UTF_8;
    let splitter = Splitter::new(separator);
    let mut register = Register { text, splitter, ahead, is_at_end: false };

    let task = Task {
        policy,
        calendar: &authoring::calendar(),
        heading: &heading,
        values: &values,
        separator,
        guard_formulas: options.guard_formulas,
        locale,
    };
    let mut result = Target::create(options, locale)?;
    if options.bom || (needs_mark && !options.no_bom) {
        result.write("\u{feff}".as_bytes())?;
    }
    let mut line = Vec::new();
    let names = heading.kept.iter().map(|column| heading.name(*column));
    let names = names.map(|name| task.guarded(name)).chain(added.iter().map(Cow::from));
    rows::write_row(&mut line, names, separator);
    result.write(&line)?;

    let progress = |rows: usize| {
        if !quiet && system::is_terminal(&system::stderr()) {
            let _ = write!(system::stderr(), "\r{rows}\r");
        }
    };
    let total = task.work_through(&mut register, first + 1, &mut result, broken, progress)?;
    drop(register);
    if total.rows == 0 {
        return Err(nothing_there(input, locale));
    }
    result.finish()?;
    Ok(task.summary(&total, encoding))
}

/// As much of the text as a heading row can take at most.
fn look_ahead(text: &mut Text) -> Result<String, (Unreadable, usize)> {
    let mut ahead = String::new();
    while ahead.len() <= MOST_BYTES {
        match text.read(&mut ahead) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err((error, 1 + ahead.matches('\n').count())),
        }
    }
    Ok(ahead)
}

/// The separator, the place of the heading row and its cells. It is the first that is not blank, taken apart at
/// the separator that makes the most fields of it, or else the most cells.
fn find_heading(policy: &Policy, text: &str) -> Result<(u8, usize, Vec<String>), Unreadable> {
    let (mut most, mut best) = ((0, 0), (SEPARATORS[0], 0, Vec::new()));
    for separator in SEPARATORS {
        let (mut splitter, mut rows) = (Splitter::new(separator), Rows::default());
        let whole = splitter.split(text, &mut rows).and_then(|()| splitter.finish(&mut rows));
        let is_blank = |row: &Row<'_>| row.cells().all(is_separation) || names_separator(row);
        let found = rows.iter().enumerate().find(|(_, row)| !is_blank(row));
        let Some((place, row)) = found else {
            whole?;
            continue;
        };
        let names: Vec<String> = row.cells().map(str::to_owned).collect();
        let worth = (heading::known(policy, &names), names.len());
        if worth > most {
            (most, best) = (worth, (separator, place, names));
        }
    }
    Ok(best)
}

/// Whether a row says to spreadsheets what separates cells: `sep=;`.
fn names_separator(row: &Row<'_>) -> bool {
    let mut cells = row.cells();
    let says = |cell: &str| cell.len() <= 5 && cell.to_ascii_lowercase().starts_with("sep=");
    cells.next().is_some_and(says) && cells.all(is_separation)
}

/// Whether there is nothing but spaces and what separates cells.
fn is_separation(text: &str) -> bool {
    let is_separator = |character| SEPARATORS.iter().any(|one| char::from(*one) == character);
    text.chars().all(|character| character.is_whitespace() || is_separator(character))
}

impl Task<'_> {
    /// Reads, evaluates and writes; the first rows are left out. The next rows are read while others are worked on.
    fn work_through(
        &self,
        register: &mut Register,
        mut skipped: usize,
        result: &mut Target,
        broken: impl Fn(&Unreadable, usize) -> Failure,
        progress: impl Fn(usize),
    ) -> Result<Outcome, Failure> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let mut read = || -> Result<Vec<Rows>, Failure> {
            let mut chunks = Vec::new();
            for _ in 0..cores {
                let chunk = register.chunk();
                let mut chunk = chunk.map_err(|error| broken(&error, register.splitter.line()))?;
                if chunk.len() == 0 {
                    break;
                }
                chunk.skip(mem::take(&mut skipped));
                chunks.push(chunk);
            }
            Ok(chunks)
        };
        let mut total = Outcome::default();
        let mut chunks = read()?;
        while !chunks.is_empty() {
            let (outcomes, next) =
                system::side_by_side(&chunks, |chunk| self.evaluate(chunk), &mut read);
            for outcome in outcomes {
                let outcome =
                    outcome.map_err(|_| Failure::Broken("a worker stopped".to_owned()))?;
                let outcome = outcome.map_err(Failure::Problems)?;
                result.write(&outcome.written)?;
                total.add(outcome);
            }
            progress(total.rows);
            chunks = next?;
        }
        Ok(total)
    }

    fn evaluate(&self, rows: &Rows) -> Result<Outcome, Vec<Problem>> {
        let fields = self.heading.fields.iter();
        let columns: Vec<_> = fields
            .map(|field| {
                let cells = rows.iter().map(|row| row.cell(field.column));
                let id = self.policy.inputs[field.input].id().to_owned();
                (id, column(cells, field.unit.as_deref()))
            })
            .collect();
        let mut results = Columns::new(self.policy, self.calendar, &columns, self.values)?;
        let mut outcome = Outcome::default();
        for (index, row) in rows.iter().enumerate() {
            let added = if row.is_blank() {
                outcome.blank += 1;
                if row.len() == 1 {
                    outcome.written.push(b'\n');
                    continue;
                }
                vec![String::new(); self.values.len() + 4]
            } else {
                outcome.rows += 1;
                match self.beyond_heading(row) {
                    Some(problem) => self.refused(problem, &mut outcome),
                    None => self.result(&mut results, index, &mut outcome),
                }
            };
            let kept = self.heading.kept.iter().map(|column| self.guarded(row.cell(*column)));
            let added = added.iter().map(Cow::from);
            rows::write_row(&mut outcome.written, kept.chain(added), self.separator);
        }
        Ok(outcome)
    }

    /// The columns to add to a row.
    fn result(
        &self,
        results: &mut Columns<'_, '_>,
        row: usize,
        total: &mut Outcome,
    ) -> Vec<String> {
        let outcome = match results.row(row) {
            Ok(outcome) => outcome,
            Err(problems) => {
                let texts = problems.iter().map(|problem| {
                    let name = self.heading.name_of(self.policy, &problem.field);
                    format!("{name}: {}", problem.message.get(self.locale))
                });
                let texts: Vec<_> = texts.collect();
                return self.refused(texts.join(self.locale.pick("；", "; ")), total);
            }
        };
        let is_settled = outcome.eligibility == Eligibility::Ineligible || outcome.amount.is_some();
        let missing = if is_settled { Vec::new() } else { results.missing(&outcome) };
        total.incomplete += usize::from(!missing.is_empty());
        for field in &missing {
            match total.missing.get_mut(*field) {
                Some(rows) => *rows += 1,
                None => {
                    total.missing.insert((*field).to_owned(), 1);
                }
            }
        }
        let missing: Vec<_> =
            missing.into_iter().map(|id| self.heading.name_of(self.policy, id)).collect();
        let mut cells = vec![
            outcome.eligibility.id().to_owned(),
            outcome.amount.map_or_else(String::new, yuan),
        ];
        cells.extend(outcome.values.into_iter().map(|value| match value {
            Some(Plain::Text(text)) => text,
            Some(Plain::Boolean(value)) => value.to_string(),
            None => String::new(),
        }));
        cells.push(missing.join(self.locale.pick("、", ", ")));
        cells.push(String::new());
        cells
    }

    /// What a row has in it behind the last heading.
    fn beyond_heading(&self, row: Row<'_>) -> Option<String> {
        let (given, known) = (row.len(), self.heading.len());
        let beyond: Vec<_> =
            row.cells().skip(known).filter(|cell| !cell.trim().is_empty()).collect();
        let list = beyond.join(self.locale.pick("”“", "” “"));
        (!beyond.is_empty()).then(|| {
            self.locale.pick(
                format!("这一行有 {given} 格，首行只有 {known} 格；多出“{list}”"),
                format!("the row has {given} cells, the heading {known}; too many: “{list}”"),
            )
        })
    }

    /// The columns to add to a row with a problem.
    fn refused(&self, problem: String, total: &mut Outcome) -> Vec<String> {
        total.bad += 1;
        let mut cells = vec![String::new(); self.values.len() + 3];
        cells.push(problem);
        cells
    }

    /// A cell as it is written.
    fn guarded<'c>(&self, cell: &'c str) -> Cow<'c, str> {
        if self.guard_formulas && looks_like_formula(cell) {
            Cow::Owned(format!("'{cell}"))
        } else {
            Cow::Borrowed(cell)
        }
    }
}

/// A column of cells as they were written, each distinct text read once. Figures are in the heading's unit where they name none.
fn column<'c>(cells: impl Iterator<Item = &'c str>, unit: Option<&str>) -> Column {
    let mut places: HashMap<&str, u32> = HashMap::new();
    let mut answers = Vec::new();
    let rows = cells
        .map(|cell| {
            *places.entry(cell).or_insert_with(|| {
                let unit = unit.filter(|_| cell.trim_end().ends_with(char::is_numeric));
                answers.push(Raw::Written(format!("{cell}{}", unit.unwrap_or_default())));
                u32::try_from(answers.len() - 1).unwrap_or(u32::MAX)
            })
        })
        .collect();
    Column::Repeated { answers, rows }
}

/// Fen as yuan.
fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", fen.unsigned_abs() / 100, fen.unsigned_abs() % 100)
}

/// Whether spreadsheets would compute a cell rather than show it.
fn looks_like_formula(cell: &str) -> bool {
    let is_figure = |rest: &str| {
        rest.contains(|character: char| character.is_ascii_digit())
            && rest.chars().all(|character| character.is_ascii_digit() || ",.%".contains(character))
    };
    match cell.chars().next() {
        Some('=' | '@' | '＝' | '＠' | '\t' | '\r') => true,
        Some(sign @ ('+' | '-' | '＋' | '－')) => !is_figure(&cell[sign.len_utf8()..]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fen_as_yuan() {
        for (fen, written) in [(738_000, "7380.00"), (-1305, "-13.05"), (-1, "-0.01"), (0, "0.00")]
        {
            assert_eq!(yuan(fen), written);
        }
        assert_eq!(yuan(i64::MIN), "-92233720368547758.08");
    }

    #[test]
    fn formulas_are_told_from_figures() {
        for cell in ["=1+1", "+86-10", "-cmd|x", "@SUM", "＝A1", "\t=1", "-", "+1+1"] {
            assert!(looks_like_formula(cell), "{cell}");
        }
        for cell in ["-5", "+1,234.50", "-5%", "稳岗", "", "97", "a=b", "'=1"] {
            assert!(!looks_like_formula(cell), "{cell}");
        }
    }
}
