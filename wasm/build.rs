//! Checks every policy file and packs it for embedding. A mistake in one fails the build and shows where.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use wengang::{Locale, authoring};

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
    let mut list = String::from("[\n");
    fs::write(output.join("calendar.bin"), authoring::calendar().pack())
        .expect("the packed calendar can be written");
    for file in &files {
        let id = &file.policy.id;
        let packed = output.join(format!("{id}.bin"));
        fs::write(&packed, file.policy.pack()).expect("the packed policy can be written");
        let packed = packed.display().to_string();
        writeln!(list, "({id:?}, include_bytes!({packed:?}).as_slice()),")
            .expect("a string can be written to");
    }
    list.push(']');
    fs::write(output.join("policies.rs"), list).expect("the list of policies can be written");
}
