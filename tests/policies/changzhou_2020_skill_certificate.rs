//! Changzhou's 2020 subsidy for skill certificates, rule by rule.

use std::sync::LazyLock;

use crate::support::{assess, form, problems, with};
use wengang::{Audience, Eligibility, Policy, Raw};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("changzhou/2020-skill-certificate"));

fn employee() -> Vec<(String, Raw)> {
    form(&[
        ("insuredInCity", "true"),
        ("premiumMonths", "36"),
        ("certificateLevel", "junior"),
        ("certified", "true"),
    ])
}

#[test]
fn each_level_has_its_amount() {
    for (level, amount) in
        [("junior", "1000.00"), ("intermediate", "1500.00"), ("senior", "2000.00")]
    {
        let form = with(&employee(), &[("certificateLevel", level)]);
        let result = assess(&POLICY, &form);
        assert_eq!(result.eligibility, Eligibility::Eligible);
        assert_eq!(result.amount.as_deref(), Some(amount), "{level}");
    }
}

#[test]
fn twelve_months_are_enough_and_eleven_are_not() {
    for (months, eligibility) in [
        ("0", Eligibility::Ineligible),
        ("11", Eligibility::Ineligible),
        ("12", Eligibility::Eligible),
        ("13", Eligibility::Eligible),
    ] {
        let form = with(&employee(), &[("premiumMonths", months)]);
        assert_eq!(assess(&POLICY, &form).eligibility, eligibility, "{months}");
    }
}

#[test]
fn each_condition_settles_the_matter_alone() {
    for (position, failed) in
        [("insuredInCity", "false"), ("premiumMonths", "11"), ("certified", "false")]
            .into_iter()
            .enumerate()
    {
        for form in [form(&[failed]), with(&employee(), &[failed])] {
            let result = assess(&POLICY, &form);
            assert_eq!(result.eligibility, Eligibility::Ineligible, "{failed:?}");
            assert_eq!(result.amount.as_deref(), Some("0.00"));
            assert!(result.missing.is_empty());
            assert_eq!(result.conditions[position].met, Some(false));
        }
    }
    let form = employee();
    let ids: Vec<_> = assess(&POLICY, &form).conditions.iter().map(|item| item.id).collect();
    assert_eq!(ids, ["insuredInCity", "premiumMonthsEnough", "certified"]);
}

#[test]
fn answers_are_missing_in_the_order_of_the_form() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.eligibility, Eligibility::Undetermined);
    assert_eq!(result.missing, ["insuredInCity", "premiumMonths", "certificateLevel", "certified"]);
    let form = with(&employee(), &[("certificateLevel", "")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!((result.amount, result.missing), (None, vec!["certificateLevel"]));
}

#[test]
fn it_is_a_citizens_policy() {
    assert!(matches!(POLICY.audience, Audience::Citizen));
}

#[test]
fn bad_answers_are_refused() {
    let form = form(&[
        ("insuredInCity", "1"),
        ("premiumMonths", "12.5"),
        ("certificateLevel", "technician"),
        ("level", "junior"),
    ]);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "insuredInCity: wrong-type",
            "premiumMonths: not-an-integer",
            "certificateLevel: unknown-choice",
            "level: unknown-field",
        ]
    );
}
