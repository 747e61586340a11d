//! Shanghai's on-the-job training subsidy of 2021, rule by rule.

use std::sync::LazyLock;

use crate::support::{CALENDAR, assess, form, problems, reasons, value, with, with_rows};
use wengang::{Eligibility, Policy, Raw, asked, eligible_ranges};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("shanghai/2021-work-training"));

const HIRE: [&str; 5] = ["employee", "category", "localHukou", "hiredOn", "insuredMonths"];
const MONTH: [&str; 4] = ["month", "revenue2021", "revenue2020", "revenue2019"];
const WANG: [&str; 5] = ["王", "difficultEmployment", "true", "2021-05-01", "8"];

fn hires(rows: &[&[&str]]) -> Vec<(String, Raw)> {
    let enterprise = form(&[
        ("registeredOn", "2020-12-31"),
        ("paidAsRequired", "true"),
        ("claimsDifficult", "false"),
    ]);
    with_rows(&enterprise, "hires", &HIRE, rows)
}

fn hire(column: &str, cell: &'static str) -> [&'static str; 5] {
    let mut row = WANG;
    row[HIRE.iter().position(|known| *known == column).unwrap()] = cell;
    row
}

/// An enterprise in difficulty with ten on post and no hires.
fn difficult(rows: &[&[&str]]) -> Vec<(String, Raw)> {
    let changed = [("claimsDifficult", "true"), ("wagesPaid", "true"), ("staffOnPost", "10")];
    with_rows(&with(&hires(&[]), &changed), "revenues", &MONTH, rows)
}

#[test]
fn a_hire_is_worth_three_hundred_yuan_a_month_for_six_months_at_most() {
    for (months, amount) in
        [("0", "0"), ("5", "1500"), ("6", "1800"), ("7", "1800"), ("12", "1800")]
    {
        let form = hires(&[&hire("insuredMonths", months)]);
        let result = assess(&POLICY, &form);
        assert_eq!(value(&result, "hireSubsidy"), amount, "{months}");
        assert_eq!(result.amount.as_deref(), Some(format!("{amount}.00").as_str()));
        assert_eq!(result.rows[0].1[0].amount, result.amount);
    }
    let form = hires(&[&WANG, &hire("insuredMonths", "2")]);
    assert_eq!(assess(&POLICY, &form).amount.as_deref(), Some("2400.00"));
}

#[test]
fn a_hire_is_local_of_a_key_group_and_of_2021() {
    for (column, cell, reason) in [
        ("category", "zeroEmploymentFamily", ""),
        ("category", "recentGraduate", ""),
        ("category", "registeredUnemployed", ""),
        ("category", "other", "not-key-group"),
        ("localHukou", "false", "not-local"),
        ("hiredOn", "2020-12-31", "outside-year"),
        ("hiredOn", "2021-01-01", ""),
        ("hiredOn", "2021-12-31", ""),
        ("hiredOn", "2022-01-01", "outside-year"),
    ] {
        let form = hires(&[&hire(column, cell)]);
        let result = assess(&POLICY, &form);
        assert_eq!(reasons(&result, "hires"), [reason], "{column} {cell}");
        let amount = if reason.is_empty() { "1800.00" } else { "0.00" };
        assert_eq!(result.amount.as_deref(), Some(amount));
        assert_eq!(result.eligibility, Eligibility::Eligible);
    }
    let form = hires(&[&["王", "other", "false", "2022-01-01", "8"]]);
    let all = "not-key-group not-local outside-year";
    assert_eq!(reasons(&assess(&POLICY, &form), "hires"), [all]);
}

#[test]
fn a_month_qualifies_when_revenue_fell_by_seventy_percent() {
    for (row, reason) in [
        (["1", "300", "1000", ""], ""),
        (["1", "300.01", "1000", ""], "not-qualifying"),
        (["1", "300", "", "1000"], ""),
        (["1", "300.01", "", "1000"], "not-qualifying"),
        // One of the two years is enough.
        (["1", "300", "999", "1000"], ""),
        (["1", "300", "1000", "999"], ""),
        (["1", "300", "999", "999"], "not-qualifying"),
        // Where there was no revenue, none was lost.
        (["1", "0", "0", ""], "not-qualifying"),
        (["1", "0", "", "0"], "not-qualifying"),
        (["1", "0", "0", "0"], "not-qualifying"),
        (["1", "0", "0", "0.01"], ""),
        (["1", "0", "0.01", "0"], ""),
    ] {
        let form = difficult(&[&row]);
        let result = assess(&POLICY, &form);
        assert_eq!(reasons(&result, "revenues"), [reason], "{row:?}");
        let months = if reason.is_empty() { "1" } else { "0" };
        assert_eq!(value(&result, "qualifyingMonths"), months);
    }
}

#[test]
fn at_most_three_distinct_months_count() {
    let fallen = |month| [month, "1", "100", ""];
    let form = difficult(&[&fallen("1"), &fallen("2"), &fallen("3"), &fallen("4")]);
    let result = assess(&POLICY, &form);
    assert_eq!(value(&result, "qualifyingMonths"), "3");
    assert_eq!(value(&result, "difficultSubsidy"), "6000");
    assert_eq!(result.amount.as_deref(), Some("6000.00"));
    let form = difficult(&[&fallen("1"), &fallen("1"), &["1", "50", "100", ""], &fallen("2")]);
    let result = assess(&POLICY, &form);
    assert_eq!(
        reasons(&result, "revenues"),
        ["", "duplicate-month", "not-qualifying duplicate-month", ""]
    );
    assert_eq!(result.amount.as_deref(), Some("4000.00"));
    // A month that did not qualify may be given again.
    let form = difficult(&[&["1", "50", "100", ""], &fallen("1")]);
    assert_eq!(reasons(&assess(&POLICY, &form), "revenues"), ["not-qualifying", ""]);
}

#[test]
fn both_subsidies_add_up() {
    let claim = difficult(&[&["1", "1", "100", ""]]);
    let result_form = with_rows(&claim, "hires", &HIRE, &[&WANG]);
    assert_eq!(assess(&POLICY, &result_form).amount.as_deref(), Some("3800.00"));
}

#[test]
fn who_stopped_paying_wages_or_does_not_claim_gets_nothing_for_difficulty() {
    let claim = difficult(&[&["1", "1", "100", ""]]);
    for changed in [("wagesPaid", "false"), ("claimsDifficult", "false")] {
        let form = with(&claim, &[changed]);
        let result = assess(&POLICY, &form);
        assert_eq!(value(&result, "difficultSubsidy"), "0");
        assert_eq!(result.amount.as_deref(), Some("0.00"));
        assert_eq!(result.eligibility, Eligibility::Eligible);
    }
    // Nothing is missing for either, and what is not asked is ignored.
    let changed = [("claimsDifficult", "false"), ("staffOnPost", "-1"), ("revenues", "no table")];
    let form = with(&claim, &changed);
    assert!(assess(&POLICY, &form).missing.is_empty());
    let of_difficulty = ["wagesPaid", "staffOnPost", "revenues"];
    assert!(!asked(&POLICY, &CALENDAR, &form).iter().any(|id| of_difficulty.contains(id)));
}

#[test]
fn the_enterprise_was_registered_before_2021_and_pays_as_required() {
    for (changed, eligibility) in [
        (("registeredOn", "2020-12-31"), Eligibility::Eligible),
        (("registeredOn", "2021-01-01"), Eligibility::Ineligible),
        (("paidAsRequired", "false"), Eligibility::Ineligible),
    ] {
        let form = with(&hires(&[&WANG]), &[changed]);
        assert_eq!(assess(&POLICY, &form).eligibility, eligibility, "{changed:?}");
    }
    let form = form(&[("registeredOn", "2021-01-01")]);
    let result = assess(&POLICY, &form);
    assert_eq!((result.amount.as_deref(), result.missing.len()), (Some("0.00"), 0));
}

#[test]
fn what_is_missing_is_named_in_the_order_of_asking() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.eligibility, Eligibility::Undetermined);
    assert_eq!(result.missing, ["registeredOn", "paidAsRequired", "hires", "claimsDifficult"]);
    let claim = form(&[
        ("registeredOn", "2010-01-01"),
        ("paidAsRequired", "true"),
        ("claimsDifficult", "true"),
    ]);
    let result = assess(&POLICY, &claim);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!(result.missing, ["hires", "wagesPaid", "staffOnPost", "revenues"]);
    assert_eq!(result.amount, None);
}

#[test]
fn no_count_makes_an_enterprise_eligible_or_not() {
    let form = difficult(&[]);
    let ranges = eligible_ranges(&POLICY, &CALENDAR, &form, "staffOnPost").unwrap();
    assert_eq!(ranges, [(0, None)]);
}

#[test]
fn bad_cells_are_all_listed() {
    let form = hires(&[
        &WANG,
        &["王", "student", "yes", "2021-02-29", "13"],
        &["", "other", "true", "2021-05-01", "1.5"],
    ]);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "hires[1].category: unknown-choice",
            "hires[1].localHukou: wrong-type",
            "hires[1].hiredOn: invalid-date",
            "hires[1].insuredMonths: out-of-range",
            "hires[2].employee: required",
            "hires[2].insuredMonths: not-an-integer"
        ]
    );
    let form = difficult(&[&["0", "1", "1", ""], &["13", "1", "1", ""], &["3", "1", "", ""]]);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "revenues[0].month: out-of-range",
            "revenues[1].month: out-of-range",
            "revenues[2].revenue2020: required"
        ]
    );
    let form = with(&hires(&[]), &[("registeredOn", "2020-2-1"), ("claimsDifficult", "maybe")]);
    assert_eq!(
        problems(&POLICY, &form),
        ["registeredOn: invalid-date", "claimsDifficult: wrong-type"]
    );
}
