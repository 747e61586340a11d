//! Shanghai's 2024 refund, rule by rule.

use std::sync::LazyLock;

use crate::support::{CALENDAR, assess, form, problems, value, with};
use wengang::{
    Eligibility, Locale, Policy, Raw, asked, eligible_ranges, eligible_region, evaluate,
};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("shanghai/2024-stabilisation-refund"));

/// A small enterprise of 100 people that kept 97 and saw one retire.
fn small_enterprise() -> Vec<(String, Raw)> {
    form(&[
        ("employerKind", "enterprise"),
        ("enterpriseSize", "small"),
        ("paidAsRequired", "true"),
        ("seriouslyDishonest", "false"),
        ("insuredFullYear", "true"),
        ("insuredAtStart", "100"),
        ("insuredAtEnd", "97"),
        ("naturalAttrition", "1"),
        ("premiumsPaid", "12300.00"),
    ])
}

fn headcounts(start: &str, end: &str) -> Vec<(String, Raw)> {
    with(
        &small_enterprise(),
        &[("insuredAtStart", start), ("insuredAtEnd", end), ("naturalAttrition", "0")],
    )
}

#[test]
fn a_small_enterprise_gets_sixty_percent_of_its_premiums() {
    let form = small_enterprise();
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!(result.amount.as_deref(), Some("7380.00"));
    assert_eq!(value(&result, "layoffRate"), "0.02");
    assert!(result.missing.is_empty() && result.warnings.is_empty());
}

#[test]
fn only_a_large_enterprise_gets_thirty_percent() {
    for (kind, size, rate) in [
        ("enterprise", "large", "0.3"),
        ("enterprise", "medium", "0.6"),
        ("enterprise", "micro", "0.6"),
        ("socialOrganization", "large", "0.6"),
        ("lawFirm", "large", "0.6"),
        ("selfEmployedUnit", "", "0.6"),
    ] {
        let form = with(&small_enterprise(), &[("employerKind", kind), ("enterpriseSize", size)]);
        assert_eq!(value(&assess(&POLICY, &form), "refundRate"), rate, "{kind} {size}");
    }
}

#[test]
fn the_size_of_a_law_firm_is_ignored_even_if_it_is_nonsense() {
    let form =
        with(&small_enterprise(), &[("employerKind", "lawFirm"), ("enterpriseSize", "giant")]);
    assert_eq!(assess(&POLICY, &form).amount.as_deref(), Some("7380.00"));
    assert!(!asked(&POLICY, &CALENDAR, &form).contains(&"enterpriseSize"));
}

#[test]
fn exactly_five_and_a_half_percent_passes_and_a_hair_more_does_not() {
    let passes = assess(&POLICY, &headcounts("200", "189")).eligibility;
    assert_eq!(passes, Eligibility::Eligible);
    // 6 of 109 are 5.5046 %, which prints as 5.50 %.
    let form = headcounts("109", "103");
    let fails = assess(&POLICY, &form);
    assert_eq!(fails.eligibility, Eligibility::Ineligible);
    assert_eq!(fails.amount.as_deref(), Some("0.00"));
    assert!(
        fails.conditions[2].explanation.contains("（≈5.5046%）> "),
        "{:?}",
        fails.conditions[2]
    );
}

#[test]
fn a_rate_that_looks_like_the_limit_is_shown_with_enough_digits_to_tell_them_apart() {
    let form = headcounts("18181819", "17181818");
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Ineligible);
    let explanation = &result.conditions[2].explanation;
    assert!(explanation.contains("（≈5.5000052525%）> "), "{explanation}");
}

#[test]
fn thirty_people_at_year_end_are_a_small_unit_and_thirty_one_are_not() {
    assert_eq!(value(&assess(&POLICY, &headcounts("30", "30")), "layoffRateLimit"), "0.2");
    assert_eq!(value(&assess(&POLICY, &headcounts("31", "31")), "layoffRateLimit"), "0.055");
    // 6 of 30: exactly 20 %.
    let exactly = assess(&POLICY, &headcounts("30", "24")).eligibility;
    assert_eq!(exactly, Eligibility::Eligible);
    assert_eq!(assess(&POLICY, &headcounts("30", "23")).eligibility, Eligibility::Ineligible);
}

#[test]
fn the_date_at_which_thirty_people_are_counted_is_warned_of_where_it_matters() {
    let codes = |start, end| {
        let form = headcounts(start, end);
        assess(&POLICY, &form).warnings.iter().map(|warning| warning.code).collect::<Vec<_>>()
    };
    // 31 → 25: 19.35 % passes as a small unit, would not pass as one of 31.
    assert_eq!(codes("31", "25"), ["small-unit-basis"]);
    // 30 → 25: small at both dates. 31 → 30: passes either way. 40 → 25: fails either way.
    assert!(codes("30", "25").is_empty());
    assert!(codes("40", "25").is_empty());
    // A unit that is refused for another reason is refused at any date.
    let form = with(&headcounts("31", "25"), &[("seriouslyDishonest", "true")]);
    assert!(assess(&POLICY, &form).warnings.is_empty());
}

#[test]
fn growth_is_a_negative_rate_and_passes() {
    let result_form = headcounts("10", "12");
    let result = assess(&POLICY, &result_form);
    assert_eq!(value(&result, "layoffRate"), "-0.2");
    assert_eq!(result.eligibility, Eligibility::Eligible);
}

#[test]
fn a_unit_insured_for_less_than_a_year_is_measured_by_its_first_month() {
    let changed = [("insuredFullYear", "false"), ("insuredFirstMonth", "200")];
    let form = with(&small_enterprise(), &changed);
    let result = assess(&POLICY, &form);
    assert_eq!(value(&result, "baseHeadcount"), "200");
    assert_eq!(value(&result, "layoffRate"), "0.51");
    assert!(!asked(&POLICY, &CALENDAR, &form).contains(&"insuredAtStart"));
}

#[test]
fn money_is_rounded_once_half_up_to_the_fen() {
    // 60 % of 0.01 is 0.006; of 0.02 is 0.012; 30 % of 0.05 is 0.015, half a fen.
    for (size, premiums, amount) in
        [("small", "0.01", "0.01"), ("small", "0.02", "0.01"), ("large", "0.05", "0.02")]
    {
        let changed = [("enterpriseSize", size), ("premiumsPaid", premiums)];
        let form = with(&small_enterprise(), &changed);
        assert_eq!(assess(&POLICY, &form).amount.as_deref(), Some(amount), "{premiums}");
    }
    let changed = [("enterpriseSize", "large"), ("premiumsPaid", "100000.01")];
    let form = with(&headcounts("200", "189"), &changed);
    assert_eq!(assess(&POLICY, &form).amount.as_deref(), Some("30000.00"));
}

#[test]
fn a_failed_condition_settles_the_matter_whatever_else_is_unknown() {
    for failed in [("paidAsRequired", "false"), ("seriouslyDishonest", "true")] {
        let form = form(&[failed]);
        let result = assess(&POLICY, &form);
        assert_eq!(result.eligibility, Eligibility::Ineligible);
        assert_eq!(result.amount.as_deref(), Some("0.00"));
        assert!(result.missing.is_empty());
    }
}

#[test]
fn a_missing_amount_leaves_the_eligibility_certain() {
    let form = with(&small_enterprise(), &[("premiumsPaid", "")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::Eligible);
    assert_eq!((result.amount, result.missing), (None, vec!["premiumsPaid"]));
}

#[test]
fn an_empty_form_asks_what_every_employer_is_asked() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.eligibility, Eligibility::Undetermined);
    assert_eq!(
        result.missing,
        [
            "employerKind",
            "paidAsRequired",
            "seriouslyDishonest",
            "insuredFullYear",
            "insuredAtEnd",
            "naturalAttrition",
            "premiumsPaid"
        ]
    );
}

#[test]
fn every_headcount_is_judged_as_whole_numbers_judge_it() {
    for start in [1_i64, 2, 29, 30, 31, 100, 109, 199, 200, 1000] {
        for end in 0..=start + 1 {
            let form = headcounts(&start.to_string(), &end.to_string());
            let lost = start - end;
            let passes = if end <= 30 { 5 * lost <= start } else { 1000 * lost <= 55 * start };
            let judged = assess(&POLICY, &form).eligibility == Eligibility::Eligible;
            assert_eq!(judged, passes, "{start} → {end}");
        }
    }
}

#[test]
fn ranges_are_those_that_trying_every_value_finds() {
    for start in ["1", "31", "36", "100"] {
        let form = headcounts(start, "0");
        let ranges = eligible_ranges(&POLICY, &CALENDAR, &form, "insuredAtEnd").unwrap();
        for end in 0..=150 {
            let form = headcounts(start, &end.to_string());
            let eligible = assess(&POLICY, &form).eligibility == Eligibility::Eligible;
            let inside =
                ranges.iter().any(|&(from, to)| from <= end && to.is_none_or(|to| end <= to));
            assert_eq!(eligible, inside, "{start} → {end}: {ranges:?}");
        }
    }
    // 36 people: 29 or 30 pass as a small unit, 31 to 34 do not, 35 and more do.
    let form = headcounts("36", "0");
    let ranges = eligible_ranges(&POLICY, &CALENDAR, &form, "insuredAtEnd").unwrap();
    assert_eq!(ranges, [(29, Some(30)), (35, None)]);
    let ranges =
        eligible_ranges(&POLICY, &CALENDAR, &small_enterprise(), "insuredAtStart").unwrap();
    assert_eq!(ranges, [(1, Some(103))]);
    // A field that is not asked does not matter.
    let ranges =
        eligible_ranges(&POLICY, &CALENDAR, &small_enterprise(), "insuredFirstMonth").unwrap();
    assert_eq!(ranges, [(1, None)]);
}

#[test]
fn no_value_is_eligible_while_another_answer_that_decides_is_missing() {
    for missing in ["paidAsRequired", "insuredFullYear", "insuredAtStart", "naturalAttrition"] {
        let mut form = small_enterprise();
        form.retain(|entry| entry.0 != missing);
        let ranges = eligible_ranges(&POLICY, &CALENDAR, &form, "insuredAtEnd");
        assert_eq!(ranges.unwrap(), [], "{missing}");
    }
}

#[test]
fn a_region_is_the_one_that_trying_every_pair_finds() {
    for start in ["1", "36", "60"] {
        let form = headcounts(start, "0");
        for counts in [["insuredAtEnd", "naturalAttrition"], ["naturalAttrition", "insuredAtEnd"]] {
            let region = eligible_region(&POLICY, &CALENDAR, &form, counts).unwrap();
            let strips = region.windows(2).all(|pair| {
                let next = pair[0].to.unwrap() + 1;
                next < pair[1].from || next == pair[1].from && pair[0].ranges != pair[1].ranges
            });
            assert!(strips, "{region:?}");
            for first in 0..=70 {
                let form = with(&form, &[(counts[0], &first.to_string())]);
                let expected = eligible_ranges(&POLICY, &CALENDAR, &form, counts[1]).unwrap();
                let strip = region
                    .iter()
                    .find(|strip| strip.from <= first && strip.to.is_none_or(|to| first <= to));
                let found = strip.map_or(&[][..], |strip| &strip.ranges);
                assert_eq!(found, expected, "{counts:?} {start} → {first}");
            }
        }
    }
    // 36 people of whom nobody died or retired: 29 or 30 pass as a small unit. Each who did makes up for one of the 5.5%.
    let form = headcounts("36", "0");
    let counts = ["insuredAtEnd", "naturalAttrition"];
    let region = eligible_region(&POLICY, &CALENDAR, &form, counts).unwrap();
    let at = |end| region.iter().find(|strip| strip.from == end).map(|strip| &strip.ranges[..]);
    assert_eq!(at(28), Some(&[(1, None)][..]));
    assert_eq!(at(29), Some(&[(0, None)][..]));
    assert_eq!(at(31), Some(&[(4, None)][..]));
}

#[test]
fn a_region_is_of_two_counts_and_bounded() {
    let region = |counts| eligible_region(&POLICY, &CALENDAR, &small_enterprise(), counts);
    for (counts, field, code) in [
        (["insuredAtEnd", "premiumsPaid"], "premiumsPaid", "wrong-type"),
        (["insured", "insuredAtEnd"], "insured", "unknown-field"),
        (["insuredAtEnd", "insuredAtEnd"], "insuredAtEnd", "wrong-type"),
        // A line without end, along which each pair is another matter.
        (["insuredAtStart", "insuredAtEnd"], "insuredAtStart", "out-of-range"),
    ] {
        let problems = region(counts).unwrap_err();
        assert_eq!((problems[0].field.as_str(), problems[0].code.id()), (field, code));
    }
}

#[test]
fn ranges_exist_for_counts_only() {
    for (field, code) in [("premiumsPaid", "wrong-type"), ("insured", "unknown-field")] {
        let problems = eligible_ranges(&POLICY, &CALENDAR, &small_enterprise(), field).unwrap_err();
        assert_eq!((problems[0].field.as_str(), problems[0].code.id()), (field, code));
    }
}

#[test]
fn all_problems_are_listed_and_a_right_answer_is_none() {
    let fields = [
        ("employerKind", Raw::Text("企业".to_owned())),
        ("insuredFullYear", Raw::Text("yes".to_owned())),
        ("insuredAtStart", Raw::Number("-5".to_owned())),
        ("insuredAtEnd", Raw::Number("200.5".to_owned())),
        ("naturalAttrition", Raw::Number("1e+21".to_owned())),
        ("insuredFirstMonth", Raw::Text("100 personne".to_owned())),
        ("premiumsPaid", Raw::Number("0.30000000000000004".to_owned())),
        ("premiums", Raw::Missing),
    ];
    let form = fields.map(|(id, raw)| (id.to_owned(), raw));
    assert_eq!(
        problems(&POLICY, &form),
        [
            "employerKind: unknown-choice",
            "insuredFullYear: wrong-type",
            "insuredAtStart: out-of-range",
            "insuredAtEnd: not-an-integer",
            "naturalAttrition: out-of-range",
            "insuredFirstMonth: not-a-number",
            "premiumsPaid: too-many-decimals",
            "premiums: unknown-field",
        ]
    );
    let english =
        &evaluate(&POLICY, &CALENDAR, &form, Locale::English).unwrap_err()[7].message.english;
    assert_eq!(english, "there is no field “premiums”; did you mean “premiumsPaid”?");
}

#[test]
fn bounds_themselves_are_allowed() {
    for (field, allowed, refused) in [
        ("insuredAtStart", "1", "0"),
        ("insuredAtEnd", "100000000", "100000001"),
        ("naturalAttrition", "0", "-1"),
        ("premiumsPaid", "1000000000000", "1000000000000.01"),
        ("premiumsPaid", "0.10", "0.101"),
    ] {
        let good = with(&small_enterprise(), &[(field, allowed)]);
        assert!(evaluate(&POLICY, &CALENDAR, &good, Locale::Chinese).is_ok(), "{field} {allowed}");
        let bad = with(&small_enterprise(), &[(field, refused)]);
        assert_eq!(problems(&POLICY, &bad).len(), 1, "{field} {refused}");
    }
}

#[test]
fn every_step_shows_its_formula_its_numbers_and_its_source() {
    let form = small_enterprise();
    let result = assess(&POLICY, &form);
    let ids: Vec<_> = result.steps.iter().map(|step| step.id).collect();
    assert_eq!(ids, ["baseHeadcount", "layoffRate", "layoffRateLimit", "refundRate", "amount"]);
    let rate = &result.steps[1];
    assert_eq!(rate.formula, "1 −（年末参保人数 + 自然减员人数）÷ 比较基数");
    assert_eq!(rate.substituted, "1 −（97人 + 1人）÷ 100人");
    assert_eq!((rate.value.as_str(), rate.display.as_str()), ("0.02", "2%"));
    assert_eq!(result.steps[2].substituted, "97人 > 30人，取 5.5%");
    let refund = &result.steps[3].substituted;
    assert_eq!(refund, "企业规模（小型）≠ 大型，取 60%");
    assert_eq!(result.steps[4].substituted, "12,300元 × 60%");
    assert_eq!(result.steps[4].display, "7,380.00元");
    assert!(result.steps.iter().all(|step| step.source.is_some()));
    let english = evaluate(&POLICY, &CALENDAR, &form, Locale::English).unwrap();
    assert_eq!(english.steps[1].substituted, "1 − (97 people + 1 person) ÷ 100 people");
    assert_eq!(
        english.conditions[2].explanation,
        "layoff rate (2%) ≤ layoff-rate limit (5.5%): met"
    );
}
