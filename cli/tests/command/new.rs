//! `new`.

use std::fs;
use std::path::PathBuf;

use super::{json, scratch, text, wengang};

const REFUND: [&str; 5] = [
    "generalLayoffRateLimit=3.62%",
    "smallUnitLayoffRateLimit=20%",
    "smallUnitSize=30人",
    "largeEnterpriseRefundRate=30%",
    "otherRefundRate=60%",
];
const TRAINING: [&str; 3] = ["ratePerTraining=600", "leastClassHours=24", "trainingsPerEmployee=3"];
const ONE_TRAINING: [&str; 3] =
    ["ratePerTraining=99.99", "leastClassHours=1", "trainingsPerEmployee=1"];

/// A folder of policies of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = scratch(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// The arguments for a policy of Hangzhou, 2025.
fn arguments<'a>(folder: &'a str, more: &[&'a str], figures: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["new", "--policies", folder, "--region", "杭州市", "--region-en"];
    arguments.extend(["Hangzhou", "--year", "2025"]);
    arguments.extend(more);
    arguments.extend(figures.iter().flat_map(|figure| ["--figure", figure]));
    arguments
}

const NOTICE: [&str; 12] = [
    "--document",
    "关于稳岗返还的通知",
    "--document-en",
    "Notice",
    "--issuer",
    "杭州市人社局",
    "--issuer-en",
    "Bureau",
    "--date",
    "2025-03-01",
    "--reliability",
    "secondary",
];

#[test]
fn every_template_passes_the_checks_once_all_is_answered() {
    let folder = folder("new-answered");
    let folder = folder.to_str().unwrap();
    let refund = ["--template", "stabilisation-refund", "--formula"];
    let mut scheme = 0;
    for (template, figures) in [
        ([&refund[..], &["net-headcount"]].concat(), &REFUND[..]),
        ([&refund[..], &["monthly-average"]].concat(), &REFUND),
        ([&refund[..], &["claimants"]].concat(), &REFUND),
        (vec!["--template", "training-subsidy"], &TRAINING),
        (vec!["--template", "training-subsidy"], &ONE_TRAINING),
        (vec!["--template", "per-head-subsidy"], &["ratePerPerson=500"]),
    ] {
        scheme += 1;
        let scheme = format!("scheme-{scheme}");
        let more = [&template[..], &NOTICE, &["--scheme", &scheme]].concat();
        let output = wengang(&arguments(folder, &more, figures), "");
        assert!(text(&output.stdout).contains("检查无误"), "{output:?}");
        let path = format!("{folder}/hangzhou/2025-{scheme}.toml");
        let file = fs::read_to_string(&path).unwrap();
        assert!(file.starts_with("#:schema ../policy.schema.json\n"), "{file}");
        assert!(!file.contains("{{") && !file.contains("{%"), "{file}");
        assert!(!file.contains("\"待填\""), "{file}");
    }
    for command in ["check", "test"] {
        let output = wengang(&[command, "--json", folder], "");
        assert!(output.status.success(), "{output:?}");
        if command == "test" {
            assert_eq!(json(&output)["files"].as_array().unwrap().len(), 6);
        }
    }
}

#[test]
fn check_points_at_every_place_left_open() {
    let folder = folder("new-open");
    let folder = folder.to_str().unwrap();
    for template in [
        &["--template", "stabilisation-refund", "--formula", "net-headcount"][..],
        &["--template", "training-subsidy"],
        &["--template", "per-head-subsidy"],
    ] {
        let more = [template, &["--leave-open", "--json"]].concat();
        let written = json(&wengang(&arguments(folder, &more, &[]), ""));
        let path = written["written"].as_str().unwrap();
        let file = fs::read_to_string(path).unwrap();
        let places: Vec<_> = file
            .lines()
            .enumerate()
            .flat_map(|(line, words)| words.matches("\"待填\"").map(move |_| line + 1))
            .collect();
        assert!(places.len() > 7, "{file}");
        assert_eq!(written["open"], places.len());

        let output = wengang(&["check", "--json", "--locale", "en", path], "");
        assert_eq!(output.status.code(), Some(1));
        let mistakes = json(&output)["mistakes"].as_array().unwrap().clone();
        let lines: Vec<_> = mistakes.iter().map(|mistake| mistake["line"].clone()).collect();
        assert_eq!(lines, places);
        for mistake in mistakes {
            assert_eq!(mistake["message"], "this has still to be filled in");
        }
        let shown = wengang(&["check", path], "");
        assert!(text(&shown.stderr).contains("^^^^"), "{shown:?}");
    }
}

#[test]
fn missing_answers_name_their_options() {
    let output = wengang(&["new"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("缺少 --template"), "{output:?}");
    let output = wengang(&["new", "--locale", "en", "--template", "per-head-subsidy"], "");
    assert_eq!(output.status.code(), Some(2));
    let errors = text(&output.stderr);
    for option in ["--region", "--region-en", "--year", "--issuer", "--figure ratePerPerson=…"] {
        assert!(errors.contains(option), "{option}: {errors}");
    }
    // Leaving open is for what the file may say later, not for what it is called.
    let output = wengang(&["new", "--template", "per-head-subsidy", "--leave-open"], "");
    assert!(text(&output.stderr).contains("缺少 --region、--region-en、--year；"), "{output:?}");
}

#[test]
fn bad_answers_are_refused_and_nothing_is_written() {
    let folder = folder("new-bad");
    let folder = folder.to_str().unwrap();
    for (more, said) in [
        (&["--template", "no-such"][..], "--template：不能写“no-such”"),
        (&["--template", "stabilisation-refund", "--formula", "x"], "net-headcount | "),
        (&["--template", "per-head-subsidy", "--from", "2025-02-30"], "--from：不能写"),
        (&["--template", "per-head-subsidy", "--scheme", "A b"], "--scheme：不能写"),
        (&["--template", "per-head-subsidy", "--title", "a\nb"], "--title：不能写"),
        (
            &["--template", "per-head-subsidy", "--figure", "rate=5"],
            "没有“rate”；这个样板有：ratePerPerson",
        ),
        (&["--template", "per-head-subsidy", "--figure", "ratePerPerson=很多"], "不能写“很多”"),
    ] {
        let more = [more, &["--leave-open"]].concat();
        let output = wengang(&arguments(folder, &more, &[]), "");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(text(&output.stderr).contains(said), "{said}: {output:?}");
    }
    assert!(!PathBuf::from(folder).exists());
}

#[test]
fn an_existing_file_is_left_alone() {
    let folder = folder("new-twice");
    let folder = folder.to_str().unwrap();
    let more = ["--template", "per-head-subsidy", "--leave-open"];
    assert!(wengang(&arguments(folder, &more, &[]), "").status.success());
    let path = format!("{folder}/hangzhou/2025-per-head-subsidy.toml");
    fs::write(&path, "# mine").unwrap();
    let output = wengang(&arguments(folder, &more, &[]), "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("不覆盖"), "{output:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "# mine");
}
