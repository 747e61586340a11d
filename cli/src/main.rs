//! The `wengang` command as a program of its own.

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(wengang_cli::run(env::args_os()))
}
