//! `wengang fmt`.

use std::fs;

use crate::{folder, json, text, wengang};

/// A policy file without mistakes, in its layout.
fn sound() -> String {
    fs::read_to_string("../policies/shanghai/premium-estimate.toml").unwrap()
}

#[test]
fn all_policies_are_laid_out() {
    let output = wengang(&["fmt", "--check"], "");
    assert!(output.status.success(), "{}", text(&output.stdout));
}

#[test]
fn a_file_is_laid_out_once_and_says_what_it_said() {
    let file = folder("fmt").join("policy.toml");
    let path = file.to_str().unwrap();
    // All keys against the left, more blank lines, and Windows.
    let narrow = |line: &str| match line.split_once(" = ") {
        Some((key, value)) if !line.starts_with([' ', '#']) => {
            format!("{}={value}\r\n", key.trim_end())
        }
        _ => format!("{line}\r\n\r\n"),
    };
    let messy: String = sound().lines().map(narrow).collect();
    let messy = messy.replacen("name=\"年度\"\r\n", "", 1);
    fs::write(&file, &messy).unwrap();

    let output = wengang(&["fmt", "--check", path, "--locale", "en"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stdout),
        format!("to be formatted: {path}\nfiles that need no change: 0\n")
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), messy);

    let output = wengang(&["fmt", path, "--json"], "");
    assert_eq!(json(&output), serde_json::json!({ "changed": [path], "unchanged": 0 }));
    let laid_out = fs::read_to_string(&file).unwrap();
    assert!(laid_out.contains("claim_year") || laid_out.contains("\nid       = "), "{laid_out}");
    assert!(!laid_out.contains('\r') && !laid_out.contains("\n\n\n"), "{laid_out}");
    let comments = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(comments(&laid_out), comments(&sound()));

    let output = wengang(&["fmt", path], "");
    assert_eq!(text(&output.stdout), "1 个文件不用改\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), laid_out);
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_file_that_is_no_toml_is_reported_and_none_is_touched() {
    let folder = folder("fmt-broken");
    fs::write(folder.join("a.toml"), "id=\"a\"\n").unwrap();
    fs::write(folder.join("b.toml"), "id = “b”\n").unwrap();
    let output = wengang(&["fmt", folder.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("b.toml:1:6"), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(folder.join("a.toml")).unwrap(), "id=\"a\"\n");
}

#[test]
fn what_new_writes_is_laid_out() {
    let folder = folder("fmt-new");
    let policies = folder.to_str().unwrap();
    for (template, formula) in [
        ("per-head-subsidy", None),
        ("training-subsidy", None),
        ("stabilisation-refund", Some("monthly-average")),
    ] {
        let mut arguments = vec![
            "new",
            "--policies",
            policies,
            "--template",
            template,
            "--region",
            "示例市",
            "--region-en",
            "Example",
            "--year",
            "2025",
            "--scheme",
            template,
            "--title",
            "某某",
            "--leave-open",
        ];
        arguments.extend(formula.into_iter().flat_map(|formula| ["--formula", formula]));
        assert!(wengang(&arguments, "").status.success(), "{template}");
    }
    let output = wengang(&["fmt", "--check", policies], "");
    assert!(output.status.success(), "{}", text(&output.stdout));
}

#[test]
fn todays_keys_stay_when_a_file_is_upgraded() {
    let file = folder("fmt-upgrade").join("policy.toml");
    fs::write(&file, sound()).unwrap();
    assert!(wengang(&["fmt", "--upgrade", file.to_str().unwrap()], "").status.success());
    assert_eq!(fs::read_to_string(&file).unwrap(), sound());
}
