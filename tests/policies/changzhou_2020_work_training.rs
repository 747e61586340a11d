//! Changzhou's 2020 work-training subsidy, rule by rule.

use std::sync::LazyLock;

use crate::support::{CALENDAR, assess, form, problems, value};
use wengang::{Eligibility, Policy, Raw, eligible_ranges};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("changzhou/2020-work-training"));

fn grown(before: &str, after: &str) -> Vec<(String, Raw)> {
    form(&[("insuredAt2019End", before), ("insuredAt2020End", after), ("keepsStaff", "true")])
}

#[test]
fn five_hundred_yuan_are_paid_for_each_person_more() {
    for (before, after, increase, amount) in [
        ("80", "95", "15", "7500.00"),
        ("80", "81", "1", "500.00"),
        ("80", "80", "0", "0.00"),
        ("80", "79", "0", "0.00"),
        ("0", "3", "3", "1500.00"),
    ] {
        let form = grown(before, after);
        let result = assess(&POLICY, &form);
        assert_eq!(result.eligibility, Eligibility::Eligible);
        assert_eq!(value(&result, "netIncrease"), increase, "{before} → {after}");
        assert_eq!(result.amount.as_deref(), Some(amount), "{before} → {after}");
    }
}

#[test]
fn a_firm_that_does_not_keep_its_staff_gets_nothing() {
    let form = form(&[("keepsStaff", "false")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Ineligible);
    assert_eq!(result.amount.as_deref(), Some("0.00"));
    assert!(result.missing.is_empty());
}

#[test]
fn answers_are_missing_in_the_order_of_the_form() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.eligibility, Eligibility::Undetermined);
    assert_eq!(result.missing, ["insuredAt2019End", "insuredAt2020End", "keepsStaff"]);
    let form = grown("80", "");
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!((result.amount, result.missing), (None, vec!["insuredAt2020End"]));
}

#[test]
fn headcounts_decide_the_amount_and_not_the_eligibility() {
    let form = grown("80", "95");
    let ranges = eligible_ranges(&POLICY, &CALENDAR, &form, "insuredAt2020End").unwrap();
    assert_eq!(ranges, [(0, None)]);
}

#[test]
fn bad_answers_are_refused() {
    let form = form(&[
        ("insuredAt2019End", "八十"),
        ("insuredAt2020End", "-1"),
        ("keepsStaff", "1"),
        ("insuredAt2021End", "1"),
    ]);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "insuredAt2019End: not-a-number",
            "insuredAt2020End: out-of-range",
            "keepsStaff: wrong-type",
            "insuredAt2021End: unknown-field",
        ]
    );
}
