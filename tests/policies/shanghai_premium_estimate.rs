//! The estimate of Shanghai's premiums, against every change of the base limits.

use std::sync::LazyLock;

use crate::support::{assess, form, problems, value, warnings, with_rows};
use wengang::{Eligibility, Policy, Raw};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("shanghai/premium-estimate"));

/// A year and a month of it.
type Month = (i32, u32);

/// First and last month of each pair of limits, lower and upper, within the years that can be estimated.
const LIMITS: [(Month, Month, i64, i64); 9] = [
    ((2019, 1), (2019, 3), 4279, 21396),
    ((2019, 4), (2019, 4), 4699, 23496),
    ((2019, 5), (2020, 6), 4927, 24633),
    ((2020, 7), (2021, 6), 4927, 28017),
    ((2021, 7), (2022, 6), 5975, 31014),
    ((2022, 7), (2023, 6), 6520, 34188),
    ((2023, 7), (2024, 6), 7310, 36549),
    ((2024, 7), (2025, 6), 7384, 36921),
    ((2025, 7), (2025, 12), 7460, 37302),
];

fn payroll(year: &str, rows: &[&[&str]]) -> Vec<(String, Raw)> {
    with_rows(&form(&[("year", year)]), "payroll", &["month", "headcount", "averageBase"], rows)
}

/// The base that counts for one person with this base.
fn clamped((year, month): Month, base: i64) -> String {
    let (year, month, base) = (year.to_string(), month.to_string(), base.to_string());
    let form = payroll(&year, &[&[&month, "100", &base]]);
    value(&assess(&POLICY, &form), "premiums")
}

#[test]
fn every_month_has_the_limits_of_its_time() {
    for (first, last, lower, upper) in LIMITS {
        for month in [first, last] {
            // With 100 people and 1 % the premiums are the base itself.
            for (base, counts) in [
                (0, lower),
                (lower - 1, lower),
                (lower, lower),
                (lower + 1, lower + 1),
                (upper - 1, upper - 1),
                (upper, upper),
                (upper + 1, upper),
            ] {
                assert_eq!(clamped(month, base), counts.to_string(), "{month:?} {base}");
            }
        }
    }
}

#[test]
fn a_year_is_the_sum_of_its_rows_rounded_once() {
    let rows: Vec<_> =
        (1..=12).map(|month| [month.to_string(), "10".to_owned(), "10000".to_owned()]).collect();
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<_> = rows.iter().map(Vec::as_slice).collect();
    let form = payroll("2023", &rows);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::NotAssessed);
    assert_eq!(result.amount.as_deref(), Some("12000.00"));
    assert!(result.conditions.is_empty() && result.missing.is_empty());
    // Half a fen a row: 100.005 each, 200.01 together.
    let form = payroll("2023", &[&["1", "1", "10000.50"], &["1", "1", "10000.50"]]);
    let result = assess(&POLICY, &form);
    assert_eq!(value(&result, "premiums"), "200.01");
    assert_eq!(result.amount.as_deref(), Some("200.01"));
    assert_eq!(result.rows[0].1[0].amount.as_deref(), Some("100.01"));
}

#[test]
fn nobody_costs_nothing() {
    let form = payroll("2024", &[&["1", "0", "0"]]);
    assert_eq!(assess(&POLICY, &form).amount.as_deref(), Some("0.00"));
    let form = payroll("2024", &[]);
    assert_eq!(assess(&POLICY, &form).amount.as_deref(), Some("0.00"));
}

#[test]
fn years_of_relief_are_warned_of() {
    for year in 2019..=2025 {
        let year = year.to_string();
        let form = form(&[("year", &year)]);
        let result = assess(&POLICY, &form);
        let expected: &[&str] =
            if ["2020", "2022"].contains(&year.as_str()) { &["relief-year"] } else { &[] };
        assert_eq!(warnings(&result), expected, "{year}");
        assert!(result.warnings.iter().all(|warning| warning.fields == ["year"]));
        assert_eq!(result.missing, ["payroll"]);
    }
}

#[test]
fn year_and_payroll_are_needed() {
    let result = assess(&POLICY, &[]);
    assert_eq!((result.amount, result.missing), (None, vec!["year", "payroll"]));
    let form =
        with_rows(&[], "payroll", &["month", "headcount", "averageBase"], &[&["1", "1", "1"]]);
    assert_eq!(assess(&POLICY, &form).missing, ["year"]);
}

#[test]
fn bad_input_is_refused() {
    for year in ["2018", "2026"] {
        assert_eq!(problems(&POLICY, &payroll(year, &[])), ["year: out-of-range"]);
    }
    let form = payroll(
        "2024",
        &[&["0", "1", "1"], &["13", "1", "1"], &["1", "1.5", "0.001"], &["1", "", "-1"]],
    );
    assert_eq!(
        problems(&POLICY, &form),
        [
            "payroll[0].month: out-of-range",
            "payroll[1].month: out-of-range",
            "payroll[2].headcount: not-an-integer",
            "payroll[2].averageBase: too-many-decimals",
            "payroll[3].headcount: required",
            "payroll[3].averageBase: out-of-range"
        ]
    );
}
