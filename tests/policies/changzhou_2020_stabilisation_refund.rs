//! Changzhou's 2020 refund, rule by rule.

use std::sync::LazyLock;

use crate::support::{CALENDAR, assess, form, problems, value, with};
use wengang::{Eligibility, Policy, Raw, amount_range, asked, eligible_ranges};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("changzhou/2020-stabilisation-refund"));

/// A small enterprise of 200 people that kept 195, neither in difficulty nor a service.
fn enterprise() -> Vec<(String, Raw)> {
    form(&[
        ("enterpriseSize", "small"),
        ("insuredAtStart", "200"),
        ("insuredAtEnd", "195"),
        ("naturalAttrition", "0"),
        ("averageInsured", "200"),
        ("premiumsPaid", "24000.00"),
        ("temporarilyDifficult", "false"),
        ("serviceSector", "none"),
    ])
}

fn headcounts(size: &str, start: &str, end: &str, average: &str) -> Vec<(String, Raw)> {
    let changed = [
        ("enterpriseSize", size),
        ("insuredAtStart", start),
        ("insuredAtEnd", end),
        ("averageInsured", average),
    ];
    with(&enterprise(), &changed)
}

#[test]
fn half_of_the_premiums_is_refunded_and_rounded_half_up() {
    for (premiums, amount) in [("24000.00", "12000.00"), ("0.01", "0.01"), ("0.02", "0.01")] {
        let form = with(&enterprise(), &[("premiumsPaid", premiums)]);
        let result = assess(&POLICY, &form);
        assert_eq!(result.eligibility, Eligibility::Eligible);
        assert_eq!(result.amount.as_deref(), Some(amount), "{premiums}");
        assert_eq!(value(&result, "track"), "general");
        assert!(result.missing.is_empty() && result.warnings.is_empty());
    }
}

#[test]
fn the_layoff_rate_is_a_share_of_the_monthly_average() {
    let form = with(&headcounts("small", "200", "180", "160.50"), &[("naturalAttrition", "5")]);
    let result = assess(&POLICY, &form);
    assert_eq!(value(&result, "layoffRate"), "0.0934579439");
    assert_eq!(result.steps[0].substituted, "（200人 − 180人 − 5人）÷ 160.5人");
    assert_eq!(result.eligibility, Eligibility::Ineligible);
    let form = headcounts("small", "200", "210", "200");
    let result = assess(&POLICY, &form);
    assert_eq!(value(&result, "layoffRate"), "-0.05");
    assert_eq!(result.eligibility, Eligibility::Eligible);
}

#[test]
fn a_mean_of_twelve_months_is_exact_and_decides_as_such() {
    for (start, end, average, sum, passes) in [
        // 3,204 people in seven months and 3,205 in five: 3.6200036 %, and 3.6199999 % if the mean were 3,204.42.
        ("3400", "3284", "38453÷12", "38,453", false),
        ("3400", "3284", "38,453/12", "38,453", false),
        ("3400", "3284", "3204.42", "", true),
        // The other way round: the mean is rounded down to 1,685.08.
        ("1700", "1639", "20221÷12", "20,221", true),
        ("1700", "1639", "1685.08", "", false),
    ] {
        let form = headcounts("large", start, end, average);
        let result = assess(&POLICY, &form);
        assert_eq!(result.conditions[0].met, Some(passes), "{average}");
        if !sum.is_empty() {
            let left = result.steps[0].substituted.rsplit('÷').nth(1);
            assert_eq!(left.and_then(|text| text.split('（').next_back()), Some(sum));
        }
    }
    let result = assess(&POLICY, &headcounts("large", "3400", "3284", "38453÷12"));
    assert_eq!(result.steps[0].substituted, "（3,400人 − 3,284人 − 0人）÷（38,453÷12）人");
    assert_eq!(
        (result.eligibility, result.amount.as_deref()),
        (Eligibility::Ineligible, Some("0.00"))
    );
    // A mean that comes out even is shown as what it is.
    let result = assess(&POLICY, &headcounts("large", "3400", "3284", "38454÷12"));
    assert_eq!(result.steps[0].substituted, "（3,400人 − 3,284人 − 0人）÷ 3,204.5人");
}

#[test]
fn a_mean_is_within_the_bounds_and_divided_by_something() {
    for (average, problem) in [
        ("0÷12", "averageInsured: out-of-range"),
        ("-5÷12", "averageInsured: out-of-range"),
        ("99999999999999÷12", "averageInsured: out-of-range"),
        ("38453÷0", "averageInsured: not-a-number"),
        ("38453÷", "averageInsured: not-a-number"),
        ("38453÷12÷2", "averageInsured: not-a-number"),
        ("999999999999999÷12", "averageInsured: out-of-range"),
    ] {
        let form = headcounts("large", "3400", "3284", average);
        assert_eq!(problems(&POLICY, &form), [problem], "{average}");
    }
    let form = with(&enterprise(), &[("insuredAtEnd", "390÷2")]);
    assert_eq!(problems(&POLICY, &form), ["insuredAtEnd: not-a-number"], "no mean");
}

#[test]
fn each_limit_is_passed_exactly_and_not_beyond() {
    for (size, start, end, average, limit, passes) in [
        // 362 of 10,000, and one more.
        ("large", "10000", "9638", "10000", "0.0362", true),
        ("large", "10000", "9637", "10000", "0.0362", false),
        // 11 of 200, and 11 of 199.99.
        ("medium", "200", "189", "200", "0.055", true),
        ("medium", "200", "189", "199.99", "0.055", false),
        ("small", "200", "189", "200", "0.055", true),
        ("micro", "200", "188", "200", "0.055", false),
        // 6 of 30, and 7; the size class does not matter.
        ("large", "30", "24", "30", "0.2", true),
        ("large", "30", "23", "30", "0.2", false),
        // 31 people in January are no longer few, whatever remains of them.
        ("micro", "31", "29", "30", "0.055", false),
        ("large", "31", "30", "31", "0.0362", true),
        ("large", "31", "30", "27.62", "0.0362", false),
    ] {
        let form = headcounts(size, start, end, average);
        let result = assess(&POLICY, &form);
        let case = format!("{size} {start} → {end} of {average}");
        assert_eq!(value(&result, "layoffRateLimit"), limit, "{case}");
        assert_eq!(result.eligibility == Eligibility::Eligible, passes, "{case}");
        assert_eq!(result.amount.as_deref(), Some(if passes { "12000.00" } else { "0.00" }));
    }
}

#[test]
fn an_enterprise_in_difficulty_is_paid_six_months_of_benefits_where_that_is_more() {
    let difficult = with(
        &enterprise(),
        &[("temporarilyDifficult", "true"), ("monthlyBenefit", "10"), ("averageInsured", "200")],
    );
    // 6 × 10 × 200 = 12,000: as much as the general refund, which comes first.
    let result = assess(&POLICY, &difficult);
    assert_eq!(value(&result, "difficultRefund"), "12000");
    assert_eq!(value(&result, "track"), "general");
    let form = with(&difficult, &[("monthlyBenefit", "10.01")]);
    let result = assess(&POLICY, &form);
    assert_eq!(
        (value(&result, "track").as_str(), result.amount.as_deref()),
        ("difficult", Some("12012.00"))
    );
    let form = with(&difficult, &[("monthlyBenefit", "9.99")]);
    let result = assess(&POLICY, &form);
    assert_eq!(
        (value(&result, "track").as_str(), result.amount.as_deref()),
        ("general", Some("12000.00"))
    );
}

#[test]
fn a_service_enterprise_is_paid_the_months_it_was_granted() {
    for sector in ["wholesaleRetail", "accommodationCatering", "logistics", "cultureTourism"] {
        for (months, amount) in [("1", "200000.00"), ("2", "400000.00"), ("3", "600000.00")] {
            let changed =
                [("serviceSector", sector), ("monthlyBenefit", "1000"), ("serviceMonths", months)];
            let form = with(&enterprise(), &changed);
            let result = assess(&POLICY, &form);
            assert_eq!(result.amount.as_deref(), Some(amount), "{sector} {months}");
            assert_eq!(value(&result, "track"), "service");
            assert_eq!(value(&result, "difficultRefund"), "0");
        }
    }
}

#[test]
fn the_first_of_the_largest_refunds_is_taken() {
    let both = with(
        &enterprise(),
        &[
            ("temporarilyDifficult", "true"),
            ("serviceSector", "logistics"),
            ("monthlyBenefit", "1000"),
            ("serviceMonths", "3"),
        ],
    );
    let result = assess(&POLICY, &both);
    assert_eq!(value(&result, "difficultRefund"), "1200000");
    assert_eq!(value(&result, "serviceRefund"), "600000");
    assert_eq!(value(&result, "track"), "difficult");
    assert_eq!(result.amount.as_deref(), Some("1200000.00"));
    let form = with(&both, &[("premiumsPaid", "2400000.02")]);
    let result = assess(&POLICY, &form);
    assert_eq!(
        (value(&result, "track").as_str(), result.amount.as_deref()),
        ("general", Some("1200000.01"))
    );
    // Nothing in all three ways is the general refund.
    let form = with(&both, &[("premiumsPaid", "0"), ("monthlyBenefit", "0")]);
    let result = assess(&POLICY, &form);
    assert_eq!(
        (value(&result, "track").as_str(), result.amount.as_deref()),
        ("general", Some("0.00"))
    );
}

#[test]
fn benefit_and_months_are_asked_of_those_whom_they_concern() {
    let asks = |changed: &[(&str, &str)]| {
        let form = with(&enterprise(), changed);
        let asked = asked(&POLICY, &CALENDAR, &form);
        (asked.contains(&"monthlyBenefit"), asked.contains(&"serviceMonths"))
    };
    assert_eq!(asks(&[]), (false, false));
    assert_eq!(asks(&[("temporarilyDifficult", "true")]), (true, false));
    assert_eq!(asks(&[("serviceSector", "logistics")]), (true, true));
    // Where they are not asked they are ignored, right or wrong.
    let form = with(&enterprise(), &[("monthlyBenefit", "many"), ("serviceMonths", "9")]);
    assert_eq!(assess(&POLICY, &form).amount.as_deref(), Some("12000.00"));
}

#[test]
fn answers_are_missing_in_the_order_of_the_form() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.eligibility, Eligibility::Undetermined);
    assert_eq!(
        result.missing,
        [
            "enterpriseSize",
            "insuredAtStart",
            "insuredAtEnd",
            "naturalAttrition",
            "averageInsured",
            "premiumsPaid",
            "temporarilyDifficult",
            "serviceSector",
        ]
    );
    let changed =
        [("serviceSector", "logistics"), ("premiumsPaid", ""), ("temporarilyDifficult", "")];
    let form = with(&enterprise(), &changed);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!(result.amount, None);
    assert_eq!(
        result.missing,
        ["premiumsPaid", "temporarilyDifficult", "monthlyBenefit", "serviceMonths"]
    );
    // A few people are under the same limit whatever their size class.
    let form = with(&headcounts("", "30", "30", "30"), &[("premiumsPaid", "")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!(result.missing, ["premiumsPaid"]);
}

#[test]
fn a_rate_above_the_limit_settles_the_matter() {
    let form = form(&[
        ("enterpriseSize", "medium"),
        ("insuredAtStart", "100"),
        ("insuredAtEnd", "94"),
        ("naturalAttrition", "0"),
        ("averageInsured", "100"),
    ]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Ineligible);
    assert_eq!(result.amount.as_deref(), Some("0.00"));
    assert!(result.missing.is_empty());
    assert_eq!(result.conditions[0].explanation, "裁员率（6%）> 裁员率上限（5.5%），不符合");
}

#[test]
fn ranges_of_headcounts_are_exact() {
    let ranges =
        |form: &[(String, Raw)], field| eligible_ranges(&POLICY, &CALENDAR, form, field).unwrap();
    assert_eq!(ranges(&enterprise(), "insuredAtEnd"), [(189, None)]);
    assert_eq!(ranges(&enterprise(), "naturalAttrition"), [(0, None)]);
    // 26 at the end, 40 on average: 30 in January are within 20 %, 31 are above 5.5 %.
    let form = headcounts("small", "28", "26", "40");
    assert_eq!(ranges(&form, "insuredAtStart"), [(0, Some(30))]);
}

#[test]
fn bad_answers_are_refused() {
    let changed = [
        ("enterpriseSize", "giant"),
        ("insuredAtStart", "-1"),
        ("averageInsured", "0"),
        ("serviceSector", "logistics"),
        ("serviceMonths", "4"),
        ("monthlyBenefit", "1.001"),
        ("insured", "1"),
    ];
    let form = with(&enterprise(), &changed);
    assert_eq!(
        problems(&POLICY, &form),
        [
            "enterpriseSize: unknown-choice",
            "insuredAtStart: out-of-range",
            "averageInsured: out-of-range",
            "serviceMonths: out-of-range",
            "monthlyBenefit: too-many-decimals",
            "insured: unknown-field",
        ]
    );
    for (field, allowed, refused) in [
        ("averageInsured", "0.01", "0.00"),
        ("averageInsured", "200.25", "200.125"),
        ("serviceMonths", "1", "0"),
        ("serviceMonths", "3", "4"),
    ] {
        let service =
            [("serviceSector", "logistics"), ("serviceMonths", "1"), ("monthlyBenefit", "1")];
        let service = with(&enterprise(), &service);
        assess(&POLICY, &with(&service, &[(field, allowed)]));
        assert_eq!(problems(&POLICY, &with(&service, &[(field, refused)])).len(), 1, "{field}");
    }
}

#[test]
fn while_answers_are_missing_the_amount_has_bounds() {
    let range = |changed: &[(&str, &str)]| {
        let range = amount_range(&POLICY, &CALENDAR, &with(&enterprise(), changed)).unwrap();
        (range.least.unwrap_or_default(), range.most.unwrap_or_default())
    };
    let bounds = |least: &str, most: &str| (least.to_owned(), most.to_owned());
    assert_eq!(range(&[]), bounds("12000.00", "12000.00"));
    // Half of the premiums is certain; how much more the benefit makes of it is open.
    let difficult = [("temporarilyDifficult", "true"), ("premiumsPaid", "86000.00")];
    assert_eq!(range(&difficult), bounds("43000.00", ""));
    assert_eq!(range(&[("serviceSector", "")]), bounds("12000.00", ""));
    assert_eq!(range(&[("premiumsPaid", "")]), bounds("0.00", ""));
    // A condition that is open may leave nothing; one that failed does.
    assert_eq!(range(&[("insuredAtEnd", "")]), bounds("0.00", "12000.00"));
    assert_eq!(range(&[("insuredAtEnd", "100")]), bounds("0.00", "0.00"));
    assert_eq!(range(&[("premiumsPaid", "0"), ("insuredAtEnd", "")]), bounds("0.00", "0.00"));
    assert!(amount_range(&POLICY, &CALENDAR, &form(&[("insuredAtStart", "-1")])).is_err());
}
