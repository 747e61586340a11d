//! What a command says in the end, in words or as JSON, and the exit code that goes with it.

use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::{Value, json};
use wengang::authoring::Mistake;
use wengang::{Locale, Problem};

/// The outcome of a command.
pub(crate) struct Answer {
    pub(crate) code: u8,
    /// For `--json`.
    pub(crate) data: Value,
    /// For readers.
    pub(crate) words: String,
}

impl Answer {
    pub(crate) fn done(data: Value, words: String) -> Answer {
        Answer { code: 0, data, words }
    }

    pub(crate) fn write(self, as_json: bool) -> ExitCode {
        write(io::stdout(), as_json, &self)
    }
}

fn write(mut words_to: impl Write, as_json: bool, answer: &Answer) -> ExitCode {
    let written = if as_json {
        writeln!(io::stdout(), "{:#}", answer.data)
    } else {
        writeln!(words_to, "{}", answer.words.trim_end())
    };
    // Whoever reads may have stopped reading.
    ExitCode::from(if written.is_ok() { answer.code } else { 2 })
}

/// What a command could not do: with what it was given (code 1), or at all (code 2).
pub(crate) enum Failure {
    Mistakes(Vec<Mistake>),
    Problems(Vec<Problem>),
    Broken(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Broken(error.to_string())
    }
}

impl Failure {
    /// In words it goes to standard error, as data to where the result would have gone.
    pub(crate) fn write(self, as_json: bool, locale: Locale) -> ExitCode {
        write(io::stderr(), as_json, &self.answer(locale))
    }

    fn answer(self, locale: Locale) -> Answer {
        match self {
            Failure::Mistakes(mistakes) => Answer {
                code: 1,
                data: json!({ "mistakes": mistakes }),
                words: lines(&mistakes, "\n\n"),
            },
            Failure::Problems(problems) => {
                let data: Vec<_> = problems.iter().map(|problem| problem.to_data(locale)).collect();
                let words: Vec<_> =
                    problems.iter().map(|problem| problem_line(problem, locale)).collect();
                Answer { code: 1, data: json!({ "problems": data }), words: words.join("\n") }
            }
            Failure::Broken(error) => {
                let words = format!("wengang: {error}");
                Answer { code: 2, data: json!({ "error": error }), words }
            }
        }
    }
}

pub(crate) fn lines(mistakes: &[Mistake], between: &str) -> String {
    mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// Field, row, column, code, message.
fn problem_line(problem: &Problem, locale: Locale) -> String {
    let row = problem.row.map_or_else(String::new, |row| format!("[{row}]"));
    let column = problem.column.as_ref().map_or_else(String::new, |id| format!(".{id}"));
    let (code, message) = (problem.code.id(), problem.message.get(locale));
    format!("{}{row}{column}: {code}: {message}", problem.field)
}
