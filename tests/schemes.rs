//! Whole schemes of many kinds, said in policy files: each passes all checks, and comes out as computed by hand.

use std::path::Path;

use wengang::{Locale, authoring};

/// A kind of scheme counts as said once it is right on so many cases.
const CASES: usize = 10;

#[test]
fn each_scheme_is_right_on_ten_cases() {
    let paths = authoring::policy_files(Path::new("tests/schemes")).unwrap();
    let files = authoring::load(&paths, Locale::English).unwrap_or_else(|mistakes| {
        let told: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"))
    });
    assert!(files.len() >= 10, "{} schemes", files.len());
    for file in files {
        let cases = file.policy.examples.len();
        assert!(cases >= CASES, "{}: {cases} cases", file.policy.id);
    }
}
