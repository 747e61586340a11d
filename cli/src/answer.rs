//! What a command says in the end, in words or as JSON, and the exit code that goes with it.

use std::io::{self, Write as _};
use std::path::PathBuf;

use serde_json::{Value, json};
use wengang::authoring::Mistake;
use wengang::pack::Unreadable;
use wengang::{Locale, Problem};

use crate::system;

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

    /// Of a command that writes files, and removes those which they replace.
    pub(crate) fn written(written: &[PathBuf], removed: &[PathBuf], locale: Locale) -> Answer {
        let names = |paths: &[PathBuf]| -> Vec<String> {
            paths.iter().map(|path| path.display().to_string()).collect()
        };
        let (written, removed) = (names(written), names(removed));
        let mut words = Vec::new();
        for path in &written {
            words.push(locale.pick(format!("已写入 {path}"), format!("written: {path}")));
        }
        for path in &removed {
            let line = (format!("已删去旧的 {path}"), format!("removed the older {path}"));
            words.push(locale.pick(line.0, line.1));
        }
        Answer::done(json!({ "written": written, "removed": removed }), words.join("\n"))
    }

    /// With the packs that were laid aside.
    pub(crate) fn and_laid_aside(mut self, earlier: &[PathBuf], locale: Locale) -> Answer {
        let earlier: Vec<_> = earlier.iter().map(|path| path.display().to_string()).collect();
        for path in &earlier {
            let line = (format!("旧版本留作 {path}"), format!("kept the earlier {path}"));
            self.words = [self.words, locale.pick(line.0, line.1)].join("\n");
        }
        self.data["earlier"] = json!(earlier);
        self
    }

    /// To standard output, unless that is taken: then to standard error.
    pub(crate) fn write(self, as_json: bool, is_taken: bool) -> u8 {
        let text = if as_json { format!("{:#}", self.data) } else { self.words };
        write(text.trim_end(), is_taken, self.code)
    }
}

fn write(text: &str, to_errors: bool, code: u8) -> u8 {
    let written = if to_errors {
        writeln!(system::stderr(), "{text}")
    } else {
        writeln!(system::stdout(), "{text}")
    };
    // Whoever reads may have stopped reading.
    if written.is_ok() { code } else { 2 }
}

/// What a command could not do: with what it was given (code 1), or at all (code 2).
pub(crate) enum Failure {
    Mistakes(Vec<Mistake>),
    Problems(Vec<Problem>),
    /// Files that are no packs, as data and in words.
    NoPacks(Vec<Value>, String),
    /// What was given can be read, but there is nothing in it to work on.
    Empty(String),
    Broken(String),
    /// Whoever read the result has stopped reading: there is nobody to tell.
    NobodyReads,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Broken(error.to_string())
    }
}

impl Failure {
    /// Of packs that cannot be read.
    pub(crate) fn unreadable(packs: Vec<(PathBuf, Unreadable)>, locale: Locale) -> Failure {
        let mut data = Vec::new();
        let mut words = Vec::new();
        for (path, reason) in packs {
            let (path, message) = (path.display().to_string(), reason.describe(locale));
            words.push(format!("{path}: {}: {message}", reason.id()));
            data.push(json!({ "path": path, "reason": reason.id(), "message": message }));
        }
        Failure::NoPacks(data, words.join("\n"))
    }

    /// In words it goes to standard error, as data to where the answer would have gone.
    pub(crate) fn write(self, as_json: bool, is_taken: bool, locale: Locale) -> u8 {
        if matches!(self, Failure::NobodyReads) {
            return 2;
        }
        let answer = self.answer(locale);
        if as_json {
            return answer.write(as_json, is_taken);
        }
        write(answer.words.trim_end(), true, answer.code)
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
            Failure::NoPacks(data, words) => {
                Answer { code: 1, data: json!({ "unreadable": data }), words }
            }
            Failure::Empty(error) => Answer { code: 1, ..failed(&error) },
            Failure::Broken(error) => failed(&error),
            Failure::NobodyReads => failed(""),
        }
    }
}

fn failed(error: &str) -> Answer {
    Answer { code: 2, data: json!({ "error": error }), words: format!("wengang: {error}") }
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
