//! Packs the calendar for embedding.

use std::path::PathBuf;
use std::{env, fs};

use wengang::{authoring, pack};

fn main() {
    println!("cargo::rerun-if-changed=../../policies/calendar.toml");
    let output = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(output.join("calendar.pack"), pack::write(&authoring::calendar()))
        .expect("what is packed can be written");
}
