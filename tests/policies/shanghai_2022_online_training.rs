//! Shanghai's online training subsidy of 2022, rule by rule.

use std::sync::LazyLock;

use crate::support::{CALENDAR, assess, form, problems, reasons, value, with, with_rows};
use wengang::{Eligibility, Policy, Raw, asked};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("shanghai/2022-online-training"));

const COLUMNS: [&str; 6] =
    ["employee", "project", "classHours", "startedOn", "endedOn", "importedOn"];
const WANG: [&str; 6] = ["王", "收银", "24", "2022-03-01", "2022-03-10", "2022-03-20"];

/// An employer that meets every condition, with its own platform and no training yet.
fn employer() -> Vec<(String, Raw)> {
    form(&[
        ("affectedByEpidemic", "true"),
        ("relatedToMainBusiness", "true"),
        ("platformTracksTraining", "true"),
        ("filedBeforeTraining", "true"),
        ("platform", "own"),
        ("platformCommitment", "true"),
    ])
}

fn trainings(rows: &[&[&str]]) -> Vec<(String, Raw)> {
    with_rows(&employer(), "trainings", &COLUMNS, rows)
}

/// The reasons of each row.
fn judged(rows: &[&[&str]]) -> Vec<String> {
    reasons(&assess(&POLICY, &trainings(rows)), "trainings")
}

/// Wang's training with one cell changed.
fn wang<'a>(column: &str, cell: &'a str) -> [&'a str; 6] {
    let mut row: [&'a str; 6] = WANG;
    row[COLUMNS.iter().position(|known| *known == column).unwrap()] = cell;
    row
}

#[test]
fn every_accepted_training_is_worth_six_hundred_yuan() {
    let form =
        trainings(&[&WANG, &["李", "收银", "30.5", "2022-03-01", "2022-03-10", "2022-03-20"]]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!(result.amount.as_deref(), Some("1200.00"));
    assert_eq!(value(&result, "acceptedTrainings"), "2");
    assert_eq!(result.rows[0].1[0].amount.as_deref(), Some("600.00"));
    assert!(result.missing.is_empty() && result.warnings.is_empty());
}

#[test]
fn no_training_is_an_answer_and_a_missing_table_is_none() {
    let result_form = trainings(&[]);
    let result = assess(&POLICY, &result_form);
    assert_eq!((result.amount.as_deref(), result.missing.len()), (Some("0.00"), 0));
    let form = employer();
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!((result.amount, result.missing), (None, vec!["trainings"]));
}

#[test]
fn twenty_four_class_hours_are_enough() {
    assert_eq!(judged(&[&wang("classHours", "24")]), [""]);
    assert_eq!(judged(&[&wang("classHours", "23.99")]), ["too-few-hours"]);
}

#[test]
fn the_day_of_the_import_decides_the_year() {
    for (day, reason) in [
        ("2021-12-31", "outside-year"),
        ("2022-01-01", ""),
        ("2022-12-31", ""),
        ("2023-01-01", "outside-year"),
    ] {
        assert_eq!(judged(&[&wang("importedOn", day)]), [reason], "{day}");
    }
}

#[test]
fn a_training_may_end_on_its_first_day_but_not_before() {
    assert_eq!(judged(&[&wang("endedOn", "2022-03-01")]), [""]);
    assert_eq!(judged(&[&wang("endedOn", "2022-02-28")]), ["ends-before-start"]);
}

#[test]
fn a_project_counts_once_an_employee_whatever_the_white_space() {
    let later = ["2022-04-01", "2022-04-10", "2022-04-20"];
    let again = [&[" 王　", "收银 ", "24"], &later[..]].concat();
    assert_eq!(judged(&[&WANG, &again]), ["", "duplicate-project"]);
    let other = [&["李", "收银", "24"], &later[..]].concat();
    assert_eq!(judged(&[&WANG, &other]), ["", ""]);
    // One that was turned down does not stand in the way.
    assert_eq!(judged(&[&wang("classHours", "1"), &again]), ["too-few-hours", ""]);
}

#[test]
fn the_next_project_starts_on_a_later_day() {
    let next = |start| ["王", "陈列", "24", start, "2022-05-01", "2022-05-02"];
    assert_eq!(judged(&[&WANG, &next("2022-03-10")]), ["", "overlapping-project"]);
    assert_eq!(judged(&[&WANG, &next("2022-03-11")]), ["", ""]);
}

#[test]
fn rows_are_taken_by_their_first_day_and_then_in_the_order_given() {
    let later = ["王", "陈列", "24", "2022-03-05", "2022-03-15", "2022-03-20"];
    assert_eq!(judged(&[&later, &WANG]), ["overlapping-project", ""]);
    let same_day = ["王", "陈列", "24", "2022-03-01", "2022-03-02", "2022-03-20"];
    assert_eq!(judged(&[&WANG, &same_day]), ["", "overlapping-project"]);
    assert_eq!(judged(&[&same_day, &WANG]), ["", "overlapping-project"]);
}

#[test]
fn an_employee_has_three_projects_at_most() {
    let days = ["2022-01-01", "2022-02-01", "2022-03-01", "2022-04-01", "2022-05-01"];
    let rows: Vec<_> = ["甲", "乙", "丙", "丁"]
        .iter()
        .zip(days)
        .map(|(project, day)| ["王", project, "24", day, day, "2022-06-01"])
        .collect();
    let rows: Vec<_> = rows.iter().map(|row| &row[..]).collect();
    assert_eq!(judged(&rows), ["", "", "", "over-yearly-limit"]);
    // A fourth of the same name, started before the third ended, has three reasons in the order of the rules.
    let form = trainings(&[
        rows[0],
        rows[1],
        &["王", "丙", "24", "2022-03-01", "2022-03-31", "2022-06-01"],
        &["王", "甲", "23", "2022-03-31", "2022-03-30", "2023-06-01"],
    ]);
    let result = assess(&POLICY, &form);
    assert_eq!(
        reasons(&result, "trainings")[3],
        "too-few-hours outside-year ends-before-start duplicate-project overlapping-project over-yearly-limit"
    );
    assert_eq!(result.amount.as_deref(), Some("1800.00"));
    assert_eq!(result.rows[0].1[3].amount.as_deref(), Some("0.00"));
}

#[test]
fn each_condition_alone_refuses() {
    for failed in [
        "affectedByEpidemic",
        "relatedToMainBusiness",
        "platformTracksTraining",
        "filedBeforeTraining",
        "platformCommitment",
    ] {
        let form = with(&trainings(&[&WANG]), &[(failed, "false")]);
        let result = assess(&POLICY, &form);
        assert_eq!(result.eligibility, Eligibility::Ineligible, "{failed}");
        assert_eq!(result.amount.as_deref(), Some("0.00"));
        let unmet: Vec<_> = result.conditions.iter().filter(|one| one.met == Some(false)).collect();
        let expected = if failed == "platformCommitment" { "platformDocument" } else { failed };
        assert_eq!((unmet.len(), unmet[0].id), (1, expected));
    }
    let form = form(&[("filedBeforeTraining", "false")]);
    assert_eq!(assess(&POLICY, &form).eligibility, Eligibility::Ineligible);
}

#[test]
fn each_kind_of_platform_has_its_document() {
    for (platform, document, other) in [
        ("own", "platformCommitment", "platformTestReport"),
        ("thirdParty", "platformTestReport", "platformCommitment"),
    ] {
        let chosen =
            with(&trainings(&[&WANG]), &[("platform", platform), ("platformCommitment", "")]);
        assert_eq!(assess(&POLICY, &chosen).missing, [document]);
        let given = with(&chosen, &[(document, "true"), (other, "nonsense")]);
        assert_eq!(assess(&POLICY, &given).eligibility, Eligibility::Eligible);
        assert!(!asked(&POLICY, &CALENDAR, &given).contains(&other));
        let refused = with(&chosen, &[(document, "false")]);
        assert_eq!(assess(&POLICY, &refused).eligibility, Eligibility::Ineligible);
    }
}

#[test]
fn an_empty_form_asks_everything_but_what_may_stay_open() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.eligibility, Eligibility::Undetermined);
    assert_eq!(
        result.missing,
        [
            "affectedByEpidemic",
            "relatedToMainBusiness",
            "platformTracksTraining",
            "filedBeforeTraining",
            "platform",
            "trainings"
        ]
    );
    assert!(result.deadlines.is_empty());
}

#[test]
fn three_months_after_the_approval_end_on_a_day_that_exists() {
    for (approved, deadline) in
        [("2022-01-15", "2022-04-15"), ("2022-03-31", "2022-06-30"), ("2022-11-30", "2023-02-28")]
    {
        let form = form(&[("filingApprovedOn", approved)]);
        let deadlines = assess(&POLICY, &form).deadlines;
        assert_eq!((deadlines[0].id, deadlines[0].date.as_str()), ("trainBy", deadline));
        assert_eq!(deadlines.len(), 1);
    }
}

#[test]
fn ten_working_days_follow_the_official_calendar() {
    for (ended, deadline) in [
        ("2022-06-06", "2022-06-20"),
        // The National Day week, with 8 and 9 October worked.
        ("2022-09-23", "2022-10-12"),
        ("2022-09-30", "2022-10-19"),
        // A Saturday: the first day is Monday.
        ("2022-06-18", "2022-07-01"),
        // Into the next year, whose calendar is known.
        ("2022-12-26", "2023-01-10"),
    ] {
        let form = form(&[("trainingEndedOn", ended)]);
        let deadlines = assess(&POLICY, &form).deadlines;
        assert_eq!(
            (deadlines[0].id, deadlines[0].date.as_str()),
            ("importBy", deadline),
            "{ended}"
        );
    }
}

#[test]
fn all_problems_are_listed() {
    let bad = with(
        &employer(),
        &[
            ("platform", "cloud"),
            ("filingApprovedOn", "2022-02-30"),
            ("trainingEndedOn", "1999-12-31"),
        ],
    );
    assert_eq!(
        problems(&POLICY, &bad),
        [
            "platform: unknown-choice",
            "filingApprovedOn: invalid-date",
            "trainingEndedOn: out-of-range"
        ]
    );
    let form = trainings(&[
        &WANG,
        &["王", "", "-1", "2022-13-01", "2022-03-10"],
        &["李", "陈列", "many", "2022-03-01", "2022-03-10", "2101-01-01"],
    ]);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "trainings[1].project: required",
            "trainings[1].classHours: out-of-range",
            "trainings[1].startedOn: invalid-date",
            "trainings[1].importedOn: required",
            "trainings[2].classHours: not-a-number",
            "trainings[2].importedOn: out-of-range"
        ]
    );
}
