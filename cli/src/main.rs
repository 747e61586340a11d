//! The `wengang` command, for authors of policy files and for bulk work.

mod batch;
mod check;
mod evaluate;
mod library;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use wengang::Locale;

/// Checks policy files of 稳岗计算器, explains results, works through whole registers.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Language of messages.
    #[arg(long, value_enum, global = true, default_value = "zh-CN")]
    locale: Language,
    /// Folder in which policies named by id are looked up.
    #[arg(long, global = true, default_value = "policies")]
    policies: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    #[value(name = "zh-CN")]
    Chinese,
    #[value(name = "en")]
    English,
}

#[derive(Subcommand)]
enum Command {
    /// Checks policy files: names, types, units, sources, worked examples.
    Check {
        /// Policy files, or folders that hold them.
        #[arg(default_value = "policies")]
        paths: Vec<PathBuf>,
    },
    /// Applies a policy to the answers in a JSON file and writes the assessment as JSON.
    Evaluate {
        /// Id of a policy, or its file.
        policy: String,
        /// Field ids and answers; `-` for standard input.
        inputs: PathBuf,
    },
    /// As `evaluate`, in words: verdict, conditions, and every step with its numbers and source.
    Explain {
        /// Id of a policy, or its file.
        policy: String,
        /// Field ids and answers; `-` for standard input.
        inputs: PathBuf,
    },
    /// Applies a policy to every row of a CSV file whose first line names the fields.
    Batch {
        /// Id of a policy, or its file.
        policy: String,
        /// The CSV file; `-` for standard input.
        input: PathBuf,
        /// The CSV file to write: the rows, then eligibility, amount, every value, and what is wrong with a row.
        #[arg(short, long)]
        output: PathBuf,
    },
}

/// What a command could not do: with its inputs (1), or at all (2).
pub(crate) enum Failure {
    Refused(Vec<String>),
    Broken(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Broken(error.to_string())
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let locale = match arguments.locale {
        Language::Chinese => Locale::Chinese,
        Language::English => Locale::English,
    };
    let folder = &arguments.policies;
    let result = match arguments.command {
        Command::Check { paths } => check::run(&paths, locale),
        Command::Evaluate { policy, inputs } => library::find(folder, &policy, locale)
            .and_then(|policy| evaluate::json(&policy, &inputs, locale)),
        Command::Explain { policy, inputs } => library::find(folder, &policy, locale)
            .and_then(|policy| evaluate::explain(&policy, &inputs, locale)),
        Command::Batch { policy, input, output } => library::find(folder, &policy, locale)
            .and_then(|policy| batch::run(&policy, &input, &output, locale)),
    };
    let mut errors = io::stderr().lock();
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Refused(reports)) => {
            for report in reports {
                let _ = writeln!(errors, "{report}\n");
            }
            ExitCode::from(1)
        }
        Err(Failure::Broken(error)) => {
            let _ = writeln!(errors, "wengang: {error}");
            ExitCode::from(2)
        }
    }
}
