//! `wengang batch`: a register of firms, row by row, on all cores, without holding more than a few rows in memory.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal as _, Read, Write as _};
use std::path::Path;
use std::thread;

use csv::{Reader, StringRecord, Writer};
use serde_json::json;
use wengang::{Column, Columns, Kind, Locale, Plain, Policy, Problem, Raw, authoring};

use crate::answer::{Answer, Failure};

/// Rows that one core works through at a time.
const CHUNK: usize = 20_000;

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Failure {
        Failure::Broken(error.to_string())
    }
}

pub(crate) fn run(
    policy: &Policy,
    input: &Path,
    output: &Path,
    quiet: bool,
    locale: Locale,
) -> Result<Answer, Failure> {
    let named = |path: &Path| {
        let path = path.display().to_string();
        move |error: io::Error| Failure::Broken(format!("{path}: {error}"))
    };
    let source: Box<dyn Read> = if input == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(BufReader::new(File::open(input).map_err(named(input))?))
    };
    let mut reader = Reader::from_reader(source);
    let mut writer =
        Writer::from_writer(BufWriter::new(File::create(output).map_err(named(output))?));
    let header = reader.headers()?.clone();
    let wanted: Vec<String> = policy.value_ids().map(str::to_owned).collect();
    let mut line: Vec<&str> = header.iter().collect();
    line.extend(["eligibility", "amount"]);
    line.extend(wanted.iter().map(String::as_str));
    line.push("problems");
    writer.write_record(line)?;

    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (mut rows, mut bad) = (0_usize, 0_usize);
    loop {
        let mut chunks = Vec::new();
        for _ in 0..cores {
            let chunk = reader.records().take(CHUNK).collect::<Result<Vec<_>, _>>()?;
            if !chunk.is_empty() {
                chunks.push(chunk);
            }
        }
        if chunks.is_empty() {
            break;
        }
        let work = |chunk: &[StringRecord]| evaluate(policy, &header, chunk, &wanted, locale);
        let done: Vec<_> = thread::scope(|scope| {
            let running: Vec<_> =
                chunks.iter().map(|chunk| scope.spawn(move || work(chunk))).collect();
            running.into_iter().map(thread::ScopedJoinHandle::join).collect()
        });
        for (chunk, outcomes) in chunks.iter().zip(done) {
            let outcomes = outcomes
                .map_err(|_| Failure::Broken("a worker stopped".to_owned()))?
                .map_err(Failure::Problems)?;
            for (record, outcome) in chunk.iter().zip(outcomes) {
                rows += 1;
                bad += usize::from(outcome.last().is_some_and(|problems| !problems.is_empty()));
                writer.write_record(record.iter().chain(outcome.iter().map(String::as_str)))?;
            }
        }
        if !quiet && io::stderr().is_terminal() {
            write!(io::stderr(), "\r{rows}\r")?;
        }
    }
    writer.flush()?;
    let words = locale.pick(
        format!("{rows} 行，其中 {bad} 行有误，见“problems”列"),
        format!("{rows} rows, {bad} of them with problems, see the column “problems”"),
    );
    Ok(Answer::done(json!({ "rows": rows, "bad": bad }), words))
}

/// The columns to add to each record.
fn evaluate(
    policy: &Policy,
    header: &StringRecord,
    records: &[StringRecord],
    wanted: &[String],
    locale: Locale,
) -> Result<Vec<Vec<String>>, Vec<Problem>> {
    let columns: Vec<_> = header
        .iter()
        .enumerate()
        .map(|(position, id)| (id.to_owned(), column(policy, id, position, records)))
        .collect();
    let calendar = authoring::calendar();
    let mut rows = Columns::new(policy, &calendar, &columns, wanted)?;
    Ok((0..records.len())
        .map(|row| match rows.row(row) {
            Ok(outcome) => {
                let fen = outcome.amount.map(|fen| format!("{}.{:02}", fen / 100, fen % 100));
                let mut line = vec![outcome.eligibility.id().to_owned(), fen.unwrap_or_default()];
                line.extend(outcome.values.into_iter().map(|value| match value {
                    Some(Plain::Text(text)) => text,
                    Some(Plain::Boolean(value)) => value.to_string(),
                    None => String::new(),
                }));
                line.push(String::new());
                line
            }
            Err(problems) => {
                let mut line = vec![String::new(); wanted.len() + 2];
                let texts = problems
                    .iter()
                    .map(|problem| format!("{}: {}", problem.field, problem.message.get(locale)));
                line.push(texts.collect::<Vec<_>>().join(locale.pick("；", "; ")));
                line
            }
        })
        .collect())
}

/// A column of text, each distinct text read once. Yes/no fields are `true` and `false`, or 是 and 否.
fn column(policy: &Policy, id: &str, position: usize, records: &[StringRecord]) -> Column {
    let is_boolean =
        policy.input(id).is_some_and(|index| policy.inputs[index].kind == Kind::Boolean);
    let mut places: HashMap<&str, u32> = HashMap::new();
    let mut answers = Vec::new();
    let rows = records
        .iter()
        .map(|record| {
            let text = record.get(position).unwrap_or_default().trim();
            *places.entry(text).or_insert_with(|| {
                answers.push(match text {
                    "true" | "是" if is_boolean => Raw::Boolean(true),
                    "false" | "否" if is_boolean => Raw::Boolean(false),
                    text => Raw::Text(text.to_owned()),
                });
                u32::try_from(answers.len() - 1).unwrap_or(u32::MAX)
            })
        })
        .collect();
    Column::Repeated { answers, rows }
}
