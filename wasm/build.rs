//! Checks every policy file and packs it for embedding. A mistake in one fails the build and shows where.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use wengang::{Locale, authoring, pack};

fn main() {
    // Asked at run time and told relatively: the tree may have moved since this was compiled.
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let policies = here.join("../policies");
    println!("cargo::rerun-if-changed=../policies");
    let output = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let files = authoring::load_library(&policies, Locale::Chinese).unwrap_or_else(|mistakes| {
        let reports: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        panic!("\n{}\n", reports.join("\n\n"));
    });
    let write = |name: &str, content: &[u8]| {
        fs::write(output.join(name), content).expect("what is packed can be written");
    };
    let mut list = String::from("[\n");
    write("calendar.pack", &pack::write(&authoring::calendar()));
    for file in &files {
        let id = &file.policy.id;
        let name = format!("{id}.pack");
        write(&name, &pack::write(&file.policy));
        writeln!(list, "({id:?}, include_bytes!({name:?}).as_slice()),")
            .expect("a string can be written to");
    }
    list.push(']');
    write("policies.rs", list.as_bytes());
}
