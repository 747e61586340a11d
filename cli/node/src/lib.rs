//! The `wengang` command for who has Node and no Rust.

use std::ffi::OsString;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Runs the command with its arguments, without its name; the exit code.
#[wasm_bindgen]
pub fn run(arguments: Vec<String>) -> u8 {
    let name = OsString::from("wengang");
    wengang_cli::run(std::iter::once(name).chain(arguments.into_iter().map(OsString::from)))
}
