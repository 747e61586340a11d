//! Changzhou's 2020 job-placement subsidy, rule by rule.

use std::sync::LazyLock;

use crate::support::{CALENDAR, assess, form, problems, value, with};
use wengang::{Eligibility, Locale, Policy, Raw, evaluate};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("changzhou/2020-job-placement"));

/// An agency of integrity standing that placed twelve, two of them claimed for work training.
fn agency() -> Vec<(String, Raw)> {
    form(&[
        ("agencyKind", "provincialIntegrity"),
        ("placedWorkers", "12"),
        ("alsoClaimedWorkTraining", "2"),
    ])
}

#[test]
fn a_thousand_yuan_are_paid_for_each_worker_not_claimed_for_elsewhere() {
    for (placed, claimed, amount) in [
        ("12", "2", "10000.00"),
        ("12", "0", "12000.00"),
        ("1", "0", "1000.00"),
        ("0", "0", "0.00"),
    ] {
        let changed = [("placedWorkers", placed), ("alsoClaimedWorkTraining", claimed)];
        let form = with(&agency(), &changed);
        let result = assess(&POLICY, &form);
        assert_eq!(result.eligibility, Eligibility::Eligible);
        assert_eq!(result.amount.as_deref(), Some(amount), "{placed} {claimed}");
    }
    assert_eq!(value(&assess(&POLICY, &agency()), "countedWorkers"), "10");
}

#[test]
fn only_the_two_kinds_of_agency_qualify() {
    for (kind, eligibility) in [
        ("provincialIntegrity", Eligibility::Eligible),
        ("provincialPark", Eligibility::Eligible),
        ("other", Eligibility::Ineligible),
    ] {
        let form = with(&agency(), &[("agencyKind", kind)]);
        assert_eq!(assess(&POLICY, &form).eligibility, eligibility, "{kind}");
    }
    let form = form(&[("agencyKind", "other")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.amount.as_deref(), Some("0.00"));
    assert!(result.missing.is_empty());
}

#[test]
fn no_more_workers_are_claimed_for_elsewhere_than_were_placed() {
    let all = with(&agency(), &[("alsoClaimedWorkTraining", "12")]);
    assert_eq!(assess(&POLICY, &all).amount.as_deref(), Some("0.00"));
    let more = with(&agency(), &[("alsoClaimedWorkTraining", "13")]);
    assert_eq!(problems(&POLICY, &more), ["alsoClaimedWorkTraining: out-of-range"]);
    let message = &evaluate(&POLICY, &CALENDAR, &more, Locale::Chinese).unwrap_err()[0].message;
    assert!(message.chinese.contains("13") && message.chinese.contains("12"), "{message:?}");
    // Without the number placed there is nothing to compare with.
    let open = with(&more, &[("placedWorkers", "")]);
    assert_eq!(assess(&POLICY, &open).missing, ["placedWorkers"]);
}

#[test]
fn answers_are_missing_in_the_order_of_the_form() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.eligibility, Eligibility::Undetermined);
    assert_eq!(result.missing, ["agencyKind", "placedWorkers", "alsoClaimedWorkTraining"]);
}

#[test]
fn bad_answers_are_refused() {
    let form = form(&[
        ("agencyKind", "省级诚信机构"),
        ("placedWorkers", "1.5"),
        ("alsoClaimedWorkTraining", "-1"),
        ("workers", "1"),
    ]);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "agencyKind: unknown-choice",
            "placedWorkers: not-an-integer",
            "alsoClaimedWorkTraining: out-of-range",
            "workers: unknown-field",
        ]
    );
}
