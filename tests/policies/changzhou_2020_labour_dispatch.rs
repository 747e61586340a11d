//! Changzhou's 2020 subsidy for sending workers, rule by rule.

use std::sync::LazyLock;

use crate::support::{assess, form, problems, with};
use wengang::{Eligibility, Policy, Raw};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("changzhou/2020-labour-dispatch"));

fn sent(february: &str, march: &str) -> Vec<(String, Raw)> {
    form(&[("fromLowRiskArea", "true"), ("workersByFebruary", february), ("workersByMarch", march)])
}

#[test]
fn february_pays_three_hundred_and_march_two_hundred_a_worker() {
    for (february, march, amount) in
        [("20", "15", "9000.00"), ("1", "0", "300.00"), ("0", "1", "200.00"), ("0", "0", "0.00")]
    {
        let form = sent(february, march);
        let result = assess(&POLICY, &form);
        assert_eq!(result.eligibility, Eligibility::Eligible);
        assert_eq!(result.amount.as_deref(), Some(amount), "{february} {march}");
        assert!(result.missing.is_empty());
    }
}

#[test]
fn the_step_shows_both_rates() {
    let form = sent("20", "15");
    let result = assess(&POLICY, &form);
    assert_eq!(result.steps[0].substituted, "20人 × 300元/人 + 15人 × 200元/人");
    assert!(result.steps[0].source.is_some());
}

#[test]
fn whoever_is_not_in_a_low_risk_region_gets_nothing() {
    for form in [
        form(&[("fromLowRiskArea", "false")]),
        with(&sent("1", "1"), &[("fromLowRiskArea", "false")]),
    ] {
        let result = assess(&POLICY, &form);
        assert_eq!(result.eligibility, Eligibility::Ineligible);
        assert_eq!(result.amount.as_deref(), Some("0.00"));
        assert!(result.missing.is_empty());
    }
}

#[test]
fn answers_are_missing_in_the_order_of_the_form() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.eligibility, Eligibility::Undetermined);
    assert_eq!(result.missing, ["fromLowRiskArea", "workersByFebruary", "workersByMarch"]);
    let form = sent("1", "");
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!((result.amount, result.missing), (None, vec!["workersByMarch"]));
}

#[test]
fn bad_answers_are_refused() {
    let form = form(&[
        ("fromLowRiskArea", "yes"),
        ("workersByFebruary", "-1"),
        ("workersByMarch", "100000001"),
        ("workersByApril", "1"),
    ]);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "fromLowRiskArea: wrong-type",
            "workersByFebruary: out-of-range",
            "workersByMarch: out-of-range",
            "workersByApril: unknown-field",
        ]
    );
    assert_eq!(assess(&POLICY, &sent("100000000", "0")).amount.as_deref(), Some("30000000000.00"));
}
