//! The refund in any city, year by year and formula by formula.

use std::sync::LazyLock;

use crate::support::{CALENDAR, assess, form, problems, value, warnings, with};
use wengang::{Eligibility, Policy, Raw, amount_range, asked, eligible_ranges};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("national/stabilisation-refund"));

/// Year, target of the year before, ceilings for large and for smaller enterprises.
const YEARS: [(&str, &str, &str, &str); 6] = [
    ("2021", "0.06", "0.3", "0.6"),
    ("2022", "0.055", "0.5", "0.9"),
    ("2023", "0.055", "0.3", "0.6"),
    ("2024", "0.055", "0.3", "0.6"),
    ("2025", "0.055", "0.5", "0.9"),
    ("2026", "0.055", "0.3", "0.6"),
];

/// A medium enterprise of 200 people that lost none, in a city that pays 60 %.
fn enterprise() -> Vec<(String, Raw)> {
    form(&[
        ("schemeYear", "2024"),
        ("enterpriseSize", "medium"),
        ("layoffFormula", "netHeadcount"),
        ("insuredAtStart", "200"),
        ("insuredAtEnd", "200"),
        ("naturalAttrition", "0"),
        ("averageInsured", "200"),
        ("claimants", "0"),
        ("smallUnitHeadcount", "200"),
        ("premiumMonths", "12"),
        ("premiumsPaid", "10000"),
        ("localRate", "0.6"),
    ])
}

fn eligibility(changed: &[(&str, &str)]) -> Eligibility {
    assess(&POLICY, &with(&enterprise(), changed)).eligibility
}

#[test]
fn every_year_has_its_target_and_its_ceilings() {
    for (year, target, large, smaller) in YEARS {
        for (size, cap) in
            [("large", large), ("medium", smaller), ("small", smaller), ("micro", smaller)]
        {
            let changed = [("schemeYear", year), ("enterpriseSize", size), ("localRate", "")];
            let form = with(&enterprise(), &changed);
            let result = assess(&POLICY, &form);
            assert_eq!(value(&result, "layoffRateLimit"), target, "{year}");
            assert_eq!(value(&result, "nationalCap"), cap, "{year} {size}");
            assert_eq!(value(&result, "refundRate"), cap);
            assert_eq!(warnings(&result), ["national-cap"]);
        }
    }
}

#[test]
fn the_amount_is_the_premiums_times_the_rate() {
    let form = enterprise();
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!(result.amount.as_deref(), Some("6000.00"));
    assert!(result.missing.is_empty() && result.warnings.is_empty());
}

#[test]
fn a_local_rate_counts_up_to_the_ceiling() {
    for (rate, counts, codes) in [
        ("0", "0", &[][..]),
        ("0.2", "0.2", &[]),
        ("0.6", "0.6", &[]),
        ("0.6000000001", "0.6", &["above-cap"]),
        ("1", "0.6", &["above-cap"]),
        ("", "0.6", &["national-cap"]),
    ] {
        let form = with(&enterprise(), &[("localRate", rate)]);
        let result = assess(&POLICY, &form);
        assert_eq!(value(&result, "refundRate"), counts, "{rate}");
        assert_eq!(warnings(&result), codes);
        assert!(result.warnings.iter().all(|warning| warning.fields == ["localRate"]));
    }
}

#[test]
fn each_formula_has_its_rate() {
    let lost = [("insuredAtEnd", "187"), ("naturalAttrition", "2"), ("claimants", "9")];
    for (formula, average, rate) in [
        ("netHeadcount", "200", "0.055"),
        ("monthlyAverage", "200", "0.055"),
        ("monthlyAverage", "195.5", "0.0562659847"),
        ("claimants", "200", "0.045"),
        ("claimants", "12.5", "0.72"),
    ] {
        let mut changed = lost.to_vec();
        changed.extend([("layoffFormula", formula), ("averageInsured", average)]);
        let form = with(&enterprise(), &changed);
        assert_eq!(value(&assess(&POLICY, &form), "layoffRate"), rate, "{formula} {average}");
    }
    let grown = with(&enterprise(), &[("insuredAtEnd", "220")]);
    let result = assess(&POLICY, &grown);
    assert_eq!(value(&result, "layoffRate"), "-0.1");
    assert_eq!(result.eligibility, Eligibility::Eligible);
}

#[test]
fn the_limit_itself_passes_and_a_hair_more_does_not() {
    for (year, end, passes) in [
        ("2021", "188", true),
        ("2021", "187", false),
        ("2022", "189", true),
        ("2022", "188", false),
        ("2026", "189", true),
        ("2026", "188", false),
    ] {
        let judged = eligibility(&[("schemeYear", year), ("insuredAtEnd", end)]);
        assert_eq!(judged == Eligibility::Eligible, passes, "{year} {end}");
    }
    // 6 of 109 print as 5.50 %.
    let close = [("insuredAtStart", "109"), ("insuredAtEnd", "103")];
    assert_eq!(eligibility(&close), Eligibility::Ineligible);
}

#[test]
fn thirty_people_are_a_small_unit_whatever_the_other_headcounts() {
    for (headcount, end, passes) in
        [("30", "160", true), ("30", "159", false), ("31", "160", false), ("0", "160", true)]
    {
        let judged = eligibility(&[("smallUnitHeadcount", headcount), ("insuredAtEnd", end)]);
        assert_eq!(judged == Eligibility::Eligible, passes, "{headcount} {end}");
    }
}

#[test]
fn twelve_months_of_premiums_are_needed_from_2024_on() {
    for (year, ..) in YEARS {
        let needed = year >= "2024";
        let eleven = with(&enterprise(), &[("schemeYear", year), ("premiumMonths", "11")]);
        let result = assess(&POLICY, &eleven);
        assert_eq!(result.eligibility == Eligibility::Ineligible, needed, "{year}");
        let condition = result.conditions.iter().find(|one| one.id == "insuredTwelveMonths");
        assert_eq!(condition.unwrap().met, Some(!needed));
        assert_eq!(asked(&POLICY, &CALENDAR, &eleven).contains(&"premiumMonths"), needed);
        let open = with(&enterprise(), &[("schemeYear", year), ("premiumMonths", "")]);
        let expected: &[&str] = if needed { &["premiumMonths"] } else { &[] };
        assert_eq!(assess(&POLICY, &open).missing, expected);
    }
    assert_eq!(eligibility(&[("premiumMonths", "12")]), Eligibility::Eligible);
}

#[test]
fn only_what_the_formula_needs_is_asked() {
    for (formula, needed) in [
        ("netHeadcount", &["insuredAtStart", "insuredAtEnd", "naturalAttrition"][..]),
        (
            "monthlyAverage",
            &["insuredAtStart", "insuredAtEnd", "naturalAttrition", "averageInsured"],
        ),
        ("claimants", &["averageInsured", "claimants"]),
    ] {
        let form = form(&[("schemeYear", "2023"), ("layoffFormula", formula)]);
        let result = assess(&POLICY, &form);
        let mut expected = vec!["enterpriseSize"];
        expected.extend(needed);
        expected.extend(["smallUnitHeadcount", "premiumsPaid"]);
        assert_eq!(result.missing, expected);
        assert_eq!(result.eligibility, Eligibility::Undetermined);
    }
    let empty = assess(&POLICY, &[]);
    let missing =
        ["schemeYear", "enterpriseSize", "layoffFormula", "smallUnitHeadcount", "premiumsPaid"];
    assert_eq!(empty.missing, missing);
    assert_eq!(warnings(&empty), ["national-cap"]);
    // What the formula does not use may be nonsense.
    let changed = [("averageInsured", "0"), ("claimants", "many")];
    assert_eq!(eligibility(&changed), Eligibility::Eligible);
}

#[test]
fn a_missing_size_leaves_the_eligibility_certain() {
    let form = with(&enterprise(), &[("enterpriseSize", "")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!((result.amount, result.missing), (None, vec!["enterpriseSize"]));
}

#[test]
fn a_failed_condition_settles_the_matter() {
    let form = form(&[("schemeYear", "2026"), ("premiumMonths", "11")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Ineligible);
    assert_eq!((result.amount.as_deref(), result.missing.len()), (Some("0.00"), 0));
}

#[test]
fn headcounts_that_are_eligible() {
    let ranges = |field| eligible_ranges(&POLICY, &CALENDAR, &enterprise(), field).unwrap();
    assert_eq!(ranges("insuredAtEnd"), [(189, None)]);
    assert_eq!(ranges("insuredAtStart"), [(1, Some(211))]);
    let lost = with(&enterprise(), &[("insuredAtEnd", "180")]);
    let small = eligible_ranges(&POLICY, &CALENDAR, &lost, "smallUnitHeadcount").unwrap();
    assert_eq!(small, [(0, Some(30))]);
    let months = eligible_ranges(&POLICY, &CALENDAR, &enterprise(), "premiumMonths").unwrap();
    assert_eq!(months, [(12, Some(12))]);
}

#[test]
fn bad_input_is_refused() {
    let changed = [
        ("schemeYear", "2020"),
        ("enterpriseSize", "tiny"),
        ("insuredAtStart", "0"),
        ("premiumsPaid", "1.005"),
        ("localRate", "1.01"),
    ];
    assert_eq!(
        problems(&POLICY, &with(&enterprise(), &changed)),
        [
            "schemeYear: out-of-range",
            "enterpriseSize: unknown-choice",
            "insuredAtStart: out-of-range",
            "premiumsPaid: too-many-decimals",
            "localRate: out-of-range"
        ]
    );
    let changed = [("schemeYear", "2027"), ("layoffFormula", "claimants"), ("averageInsured", "0")];
    let mut found = problems(&POLICY, &with(&enterprise(), &changed));
    found.sort();
    assert_eq!(found, ["averageInsured: out-of-range", "schemeYear: out-of-range"]);
    let changed = [("premiumMonths", "13")];
    assert_eq!(problems(&POLICY, &with(&enterprise(), &changed)), ["premiumMonths: out-of-range"]);
}

#[test]
fn an_open_choice_leaves_the_amount_between_its_extremes() {
    let range = |changed: &[(&str, &str)]| {
        let range = amount_range(
            &POLICY,
            &CALENDAR,
            &with(&with(&enterprise(), &[("localRate", "")]), changed),
        )
        .unwrap();
        (range.least.unwrap_or_default(), range.most.unwrap_or_default())
    };
    let (least, most) =
        range(&[("schemeYear", "2025"), ("enterpriseSize", ""), ("premiumsPaid", "1000")]);
    assert_eq!((least.as_str(), most.as_str()), ("500.00", "900.00"));
    let (least, most) =
        range(&[("schemeYear", ""), ("enterpriseSize", "small"), ("premiumsPaid", "1000")]);
    assert_eq!((least.as_str(), most.as_str()), ("0.00", "900.00"));
    // By every formula nobody was laid off; with half of the staff gone, the formula decides.
    let unknown = [("layoffFormula", ""), ("schemeYear", "2025"), ("premiumsPaid", "1000")];
    let (least, most) = range(&unknown);
    assert_eq!((least.as_str(), most.as_str()), ("900.00", "900.00"));
    let (least, most) = range(&[&unknown[..], &[("insuredAtEnd", "100")]].concat());
    assert_eq!((least.as_str(), most.as_str()), ("0.00", "900.00"));
}
