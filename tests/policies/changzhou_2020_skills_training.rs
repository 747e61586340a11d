//! Changzhou's 2020 skills-training subsidy, rule by rule.

use std::sync::LazyLock;

use crate::support::{assess, problems, reasons, row_amounts, with_table};
use wengang::{Eligibility, Policy, Raw};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("changzhou/2020-skills-training"));

type Cells<'a> = [(&'a str, &'a str); 5];

fn certificate<'a>(amount: &'a str, on_post: &'a str, certified: &'a str) -> Cells<'a> {
    [
        ("employee", "甲"),
        ("occupation", "电工"),
        ("catalogueAmount", amount),
        ("onPost", on_post),
        ("certified", certified),
    ]
}

fn certificates(rows: &[Cells<'_>]) -> Vec<(String, Raw)> {
    let rows: Vec<_> = rows.iter().map(Cells::as_slice).collect();
    with_table(&[], "certificates", &rows)
}

#[test]
fn accepted_rows_are_paid_in_full_and_rounded_nowhere() {
    let form = certificates(&[
        certificate("1500.50", "true", "true"),
        certificate("2000", "true", "true"),
        certificate("0", "true", "true"),
    ]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::NotAssessed);
    assert_eq!(result.amount.as_deref(), Some("3500.50"));
    assert_eq!(row_amounts(&result, "certificates"), ["1500.50", "2000.00", "0.00"]);
    assert!(result.conditions.is_empty() && result.missing.is_empty());
}

#[test]
fn every_reason_of_a_row_is_given_in_order() {
    let form = certificates(&[
        certificate("1000", "true", "true"),
        certificate("1000", "false", "true"),
        certificate("1000", "true", "false"),
        certificate("1000", "false", "false"),
    ]);
    let result = assess(&POLICY, &form);
    assert_eq!(
        reasons(&result, "certificates"),
        ["", "not-on-post", "no-certificate", "not-on-post no-certificate"]
    );
    assert_eq!(row_amounts(&result, "certificates"), ["1000.00", "0.00", "0.00", "0.00"]);
    assert_eq!(result.amount.as_deref(), Some("1000.00"));
}

#[test]
fn an_empty_table_is_an_answer_and_no_table_is_none() {
    let form = certificates(&[]);
    let result = assess(&POLICY, &form);
    assert_eq!((result.amount.as_deref(), result.missing.len()), (Some("0.00"), 0));
    let result = assess(&POLICY, &[]);
    assert_eq!((result.amount, result.missing), (None, vec!["certificates"]));
    assert!(result.rows.is_empty());
}

#[test]
fn bad_cells_are_refused_by_row_and_column() {
    let empty = [("employee", ""), ("occupation", " "), ("level", "x")];
    let bad = [
        ("employee", "甲"),
        ("occupation", "电工"),
        ("catalogueAmount", "1.001"),
        ("onPost", "yes"),
        ("certified", ""),
    ];
    let form = with_table(&[], "certificates", &[&empty, &bad]);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "certificates[0].level: unknown-field",
            "certificates[0].employee: required",
            "certificates[0].occupation: required",
            "certificates[0].catalogueAmount: required",
            "certificates[0].onPost: required",
            "certificates[0].certified: required",
            "certificates[1].catalogueAmount: too-many-decimals",
            "certificates[1].onPost: wrong-type",
            "certificates[1].certified: required",
        ]
    );
    let text = crate::support::form(&[("certificates", "电工")]);
    assert_eq!(problems(&POLICY, &text), ["certificates: wrong-type"]);
    let rows = vec![None; 100_001];
    let many = [("certificates".to_owned(), Raw::Table(rows))];
    assert_eq!(problems(&POLICY, &many), ["certificates: too-many-rows"]);
}
