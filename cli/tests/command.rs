//! The command as its users run it.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const REFUND: &str = "shanghai-2024-stabilisation-refund";
const COMPLETE: &str = r#"{ "employerKind": "enterprise", "enterpriseSize": "small", "paidAsRequired": true,
    "seriouslyDishonest": false, "insuredFullYear": true, "insuredAtStart": 100, "insuredAtEnd": 97,
    "naturalAttrition": 1, "premiumsPaid": 12300.00 }"#;

fn wengang(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_wengang"))
        .args(arguments)
        .current_dir("..")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A file of this test's own.
fn scratch(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn check_counts_what_it_checked() {
    let output = wengang(&["check", "--locale", "en", "policies/national"], "");
    assert!(output.status.success());
    assert!(text(&output.stdout).starts_with("3 policy files with "), "{output:?}");
}

#[test]
fn check_fails_on_a_mistake_and_shows_it() {
    let output = wengang(&["check", "tests/mistakes/unknown-name.toml"], "");
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("unknown-name.toml:45:12") && errors.contains("是否想写"), "{errors}");
}

#[test]
fn evaluate_writes_the_assessment_as_json() {
    let output = wengang(&["evaluate", REFUND, "-"], COMPLETE);
    assert!(output.status.success());
    let assessment: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(assessment["amount"], "7380.00");
    assert_eq!(assessment["values"]["layoffRate"], "0.02");
}

#[test]
fn explain_shows_every_step_with_its_numbers() {
    let output = wengang(&["explain", "--locale", "en", REFUND, "-"], COMPLETE);
    let words = text(&output.stdout);
    assert!(words.contains("eligible: 7380.00 yuan"), "{words}");
    assert!(words.contains("1 − (97 people + 1 person) ÷ 100 people"), "{words}");
}

#[test]
fn bad_input_is_refused_field_by_field() {
    let output = wengang(&["evaluate", REFUND, "-"], r#"{ "insuredAtEnd": 1e21, "x": 1 }"#);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("insuredAtEnd: out-of-range"), "{errors}");
    assert!(errors.contains("x: unknown-field"), "{errors}");
}

#[test]
fn what_cannot_be_read_at_all_is_another_kind_of_failure() {
    for arguments in [["evaluate", "nowhere", "-"], ["evaluate", REFUND, "nowhere.json"]] {
        assert_eq!(wengang(&arguments, "{}").status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(wengang(&["evaluate", REFUND, "-"], "not json").status.code(), Some(2));
}

#[test]
fn a_bad_row_of_a_register_leaves_the_others() {
    let output_path = scratch("register.csv");
    let register = "employerKind,paidAsRequired,seriouslyDishonest,insuredFullYear,insuredAtStart,\
                    insuredAtEnd,naturalAttrition,premiumsPaid\n\
                    lawFirm,是,否,true,100,97,1,\"１２，３００\"\n\
                    lawFirm,是,否,true,100,-97,1,12300\n\
                    lawFirm,否,否,,,,,\n";
    let path = output_path.to_str().unwrap();
    let output = wengang(&["batch", "--locale", "en", REFUND, "-", "-o", path], register);
    assert!(output.status.success(), "{output:?}");
    assert!(text(&output.stderr).contains("3 rows, 1 of them with problems"), "{output:?}");
    let written = fs::read_to_string(&output_path).unwrap();
    let lines: Vec<_> = written.lines().collect();
    assert!(lines[0].ends_with(
        "eligibility,amount,baseHeadcount,layoffRate,layoffRateLimit,refundRate,problems"
    ));
    assert!(lines[1].contains("eligible,7380.00,100,0.02,0.055,0.6,"), "{}", lines[1]);
    assert!(lines[2].contains("allowed: 0 to 100,000,000 people"), "{}", lines[2]);
    assert!(lines[3].contains("ineligible,0.00,"), "{}", lines[3]);
}
