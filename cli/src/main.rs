//! The `wengang` command, for authors of policy files.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use wengang::{Locale, authoring};

/// Checks policy files of 稳岗计算器.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Language of messages.
    #[arg(long, value_enum, global = true, default_value = "zh-CN")]
    locale: Language,
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
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let locale = match arguments.locale {
        Language::Chinese => Locale::Chinese,
        Language::English => Locale::English,
    };
    let Command::Check { paths } = arguments.command;
    match check(&paths, locale) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "wengang: {error}");
            ExitCode::from(2)
        }
    }
}

fn check(paths: &[PathBuf], locale: Locale) -> io::Result<bool> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(authoring::policy_files(path)?);
    }
    let mut output = io::stdout().lock();
    match authoring::load(&files, locale) {
        Ok(checked) => {
            let examples: usize = checked.iter().map(|file| file.policy.examples.len()).sum();
            let policies = checked.len();
            let line = match locale {
                Locale::Chinese => format!("{policies} 个政策文件、{examples} 个例子，全部无误"),
                Locale::English => {
                    format!("{policies} policy files with {examples} examples: no mistake")
                }
            };
            writeln!(output, "{line}")?;
            Ok(true)
        }
        Err(reports) => {
            for report in reports {
                writeln!(io::stderr(), "{report}\n")?;
            }
            Ok(false)
        }
    }
}
