//! The policies that the documentation shows whole are ones that pass every check.

use std::fs;

use wengang::authoring;

#[test]
fn every_policy_in_the_documentation_is_sound() {
    let text = fs::read_to_string("docs/policy-file.md").unwrap();
    let blocks = text.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let policies: Vec<_> = blocks.filter(|block| block.contains("\nsummary ")).collect();
    assert!(policies.len() >= 2, "{} policies found", policies.len());
    for policy in policies {
        authoring::check(policy).unwrap();
    }
}
