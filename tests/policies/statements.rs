//! What conditions say to readers: statements, with formula signs for numbers only.

use crate::support::{CALENDAR, policy, with};
use wengang::{Locale, Policy, Raw, authoring, evaluate};

const POLICIES: [&str; 8] = [
    "changzhou/2020-job-placement",
    "changzhou/2020-labour-dispatch",
    "changzhou/2020-skill-certificate",
    "changzhou/2020-work-training",
    "national/stabilisation-refund",
    "shanghai/2021-work-training",
    "shanghai/2022-online-training",
    "shanghai/2024-stabilisation-refund",
];

fn explanations(policy: &Policy, form: &[(String, Raw)], locale: Locale) -> Vec<String> {
    let result = evaluate(policy, &CALENDAR, form, locale).unwrap();
    result.conditions.into_iter().map(|condition| condition.explanation).collect()
}

/// The explanation of one condition with these answers, in both languages.
fn explained(path: &str, id: &str, answers: &[(&str, &str)]) -> (String, String) {
    let policy = policy(path);
    let form = with(&[], answers);
    let of = |locale| {
        let result = evaluate(&policy, &CALENDAR, &form, locale).unwrap();
        result.conditions.iter().find(|condition| condition.id == id).unwrap().explanation.clone()
    };
    (of(Locale::Chinese), of(Locale::English))
}

#[test]
fn yes_or_no_is_told_by_what_it_means() {
    let shanghai = "shanghai/2024-stabilisation-refund";
    for (answer, chinese, english) in [
        ("false", "没有被列为严重失信，符合", "not listed as seriously dishonest: met"),
        ("true", "被列为严重失信，不符合", "listed as seriously dishonest: not met"),
        ("", "没有被列为严重失信，尚待填写", "not listed as seriously dishonest: not yet known"),
    ] {
        let told = explained(shanghai, "notSeriouslyDishonest", &[("seriouslyDishonest", answer)]);
        assert_eq!(told, (chinese.to_owned(), english.to_owned()));
    }
    let (chinese, english) = explained(shanghai, "paidAsRequired", &[("paidAsRequired", "false")]);
    assert_eq!(
        (chinese.as_str(), english.as_str()),
        ("没有按规定缴费，不符合", "not paid as required: not met")
    );
}

#[test]
fn choices_days_and_years_are_told_in_words() {
    for (path, id, answers, chinese) in [
        (
            "changzhou/2020-job-placement",
            "qualifiedAgency",
            vec![("agencyKind", "other")],
            "机构类型为其他机构，不属于省级诚信机构、入驻省级产业园的机构，不符合",
        ),
        (
            "changzhou/2020-job-placement",
            "qualifiedAgency",
            vec![("agencyKind", "provincialPark")],
            "机构类型为入驻省级产业园的机构，符合",
        ),
        (
            "shanghai/2021-work-training",
            "registeredBefore2021",
            vec![("registeredOn", "2021-01-01")],
            "登记日期（2021-01-01）不早于2021-01-01，不符合",
        ),
        (
            "national/stabilisation-refund",
            "insuredTwelveMonths",
            vec![("schemeYear", "2023")],
            "方案年度（2023年）早于2024年，符合",
        ),
        (
            "national/stabilisation-refund",
            "insuredTwelveMonths",
            vec![("schemeYear", "2024"), ("premiumMonths", "11")],
            "方案年度（2024年）不早于2024年，且缴费月数（11个月）< 最少缴费月数（12个月），不符合",
        ),
        (
            "shanghai/2022-online-training",
            "platformDocument",
            vec![("platform", "own"), ("platformCommitment", "false")],
            "平台类型为自有平台，没有提供平台承诺，不符合",
        ),
        (
            "national/2026-skill-subsidy",
            "inTime",
            vec![("issued", "2026-03-01"), ("claimed", "2026-06-01")],
            "申请日期（2026-06-01）不早于发证日期（2026-03-01），且申请日期（2026-06-01）不晚于加月（发证日期（2026-03-01），申请月数（12个月））（2027-03-01），符合",
        ),
        (
            "shanghai/2023-startup-grant",
            "inScope",
            vec![("group", "graduate"), ("graduated", "2024-07-01"), ("registered", "2025-06-01")],
            "申请对象为高校毕业生，且毕业日期（2024-07-01）不晚于登记日期（2025-06-01），且登记日期（2025-06-01）不晚于加年（毕业日期（2024-07-01），毕业年数（2年））（2026-07-01），符合",
        ),
        (
            "jiangsu/2025-personal-premium-subsidy",
            "inTime",
            vec![("claimed", "2026-01-01")],
            "申请日期（2026-01-01）晚于申请截止日（2025-12-31），不符合",
        ),
    ] {
        assert_eq!(explained(path, id, &answers).0, chinese);
    }
}

#[test]
fn numbers_of_years_are_numbers() {
    let contract = ("national/graduate-premium-subsidy", "contractLongEnough");
    for (years, chinese, english) in [
        (
            "0.5",
            "合同年数（0.5年）< 最短合同（1年），不符合",
            "years of contract (0.5 years) < least contract (1 year): not met",
        ),
        (
            "2",
            "合同年数（2年）≥ 最短合同（1年），符合",
            "years of contract (2 years) ≥ least contract (1 year): met",
        ),
    ] {
        let told = explained(contract.0, contract.1, &[("contractYears", years)]);
        assert_eq!(told, (chinese.to_owned(), english.to_owned()));
    }
}

#[test]
fn no_condition_is_told_in_the_signs_of_formulas_but_for_numbers() {
    for path in POLICIES {
        let policy = policy(path);
        for example in &policy.examples {
            for locale in [Locale::Chinese, Locale::English] {
                for told in explanations(&policy, &example.inputs, locale) {
                    for sign in
                        ["（是）", "（否）", "(yes)", "(no)", "非 ", " = ", "≠", "为否", " is no:"]
                    {
                        assert!(!told.contains(sign), "{path}: {told}");
                    }
                }
            }
        }
    }
}

#[test]
fn without_words_of_its_own_a_no_is_put_in_quotes() {
    let source =
        std::fs::read_to_string("policies/shanghai/2024-stabilisation-refund.toml").unwrap();
    let plain: Vec<_> = source
        .lines()
        .filter(|line| !line.starts_with("yes ") && !line.starts_with("no "))
        .collect();
    let policy = authoring::check(&plain.join("\n")).unwrap();
    for (answer, chinese) in
        [("false", "“列为严重失信”为否，符合"), ("true", "列为严重失信，不符合")]
    {
        let form = with(&[], &[("seriouslyDishonest", answer)]);
        assert_eq!(explanations(&policy, &form, Locale::Chinese)[1], chinese);
    }
}

/// Codes of the hints with these answers.
fn hints(path: &str, answers: &[(&str, &str)]) -> Vec<String> {
    let policy = policy(path);
    let result = evaluate(&policy, &CALENDAR, &with(&[], answers), Locale::Chinese).unwrap();
    assert!(
        result
            .warnings
            .iter()
            .all(|warning| result.hints.iter().all(|hint| hint.code != warning.code))
    );
    result.hints.iter().map(|hint| hint.code.to_owned()).collect()
}

#[test]
fn unlikely_figures_are_asked_about_and_likely_ones_are_not() {
    let path = "shanghai/2024-stabilisation-refund";
    let with_end = |end, attrition, premiums| {
        hints(
            path,
            &[
                ("insuredFullYear", "true"),
                ("insuredAtStart", "100"),
                ("insuredAtEnd", end),
                ("naturalAttrition", attrition),
                ("premiumsPaid", premiums),
            ],
        )
    };
    assert!(with_end("97", "1", "123000").is_empty());
    assert!(with_end("300", "100", "123000").is_empty(), "three times as many may well be");
    assert_eq!(with_end("301", "0", "123000"), ["headcounts-far-apart"]);
    assert_eq!(with_end("33", "0", "123000"), ["headcounts-far-apart"]);
    assert_eq!(with_end("97", "101", "123000"), ["attrition-above-headcount"]);
    assert!(with_end("100", "0", "40000").is_empty());
    assert_eq!(with_end("100", "0", "39999.99"), ["premiums-low"]);
    assert!(with_end("100", "0", "850000").is_empty());
    assert_eq!(with_end("100", "0", "850000.01"), ["premiums-high"]);
    assert!(
        hints(
            path,
            &[("insuredFullYear", "true"), ("insuredAtStart", "5"), ("insuredAtEnd", "25")]
        )
        .is_empty()
    );
}

#[test]
fn a_hint_changes_nothing_but_itself() {
    let policy = policy("shanghai/2024-stabilisation-refund");
    let example = &policy.examples[0].inputs;
    let result = evaluate(&policy, &CALENDAR, example, Locale::Chinese).unwrap();
    assert_eq!(result.hints.len(), 1);
    assert_eq!(result.amount.as_deref(), Some("7380.00"));
    assert!(result.warnings.is_empty());
}
