//! `evaluate` and `explain`.

use super::{json, text, wengang};

const REFUND: &str = "shanghai-2024-stabilisation-refund";
const COMPLETE: &str = r#"{ "employerKind": "enterprise", "enterpriseSize": "small", "paidAsRequired": true,
    "seriouslyDishonest": false, "insuredFullYear": true, "insuredAtStart": 100, "insuredAtEnd": 97,
    "naturalAttrition": 1, "premiumsPaid": 12300.00 }"#;

#[test]
fn evaluate_writes_the_assessment_as_json() {
    let output = wengang(&["evaluate", REFUND, "-"], COMPLETE);
    assert!(output.status.success());
    let assessment: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(assessment["amount"], "7380.00");
    assert_eq!(assessment["values"]["layoffRate"], "0.02");
}

#[test]
fn explain_shows_every_step_with_its_numbers() {
    let output = wengang(&["explain", "--locale", "en", REFUND, "-"], COMPLETE);
    let words = text(&output.stdout);
    assert!(words.contains("eligible: 7380.00 yuan"), "{words}");
    assert!(words.contains("1 − (97 people + 1 person) ÷ 100 people"), "{words}");
}

#[test]
fn explain_in_chinese_and_as_data() {
    let output = wengang(&["explain", REFUND, "-"], COMPLETE);
    assert!(text(&output.stdout).contains("符合条件：7380.00元"), "{output:?}");
    let data = json(&wengang(&["explain", "--json", REFUND, "-"], COMPLETE));
    assert_eq!(data["amount"], "7380.00");
}

#[test]
fn explain_shows_parts_and_other_readings() {
    let answers = r#"{ "kind": "smaller", "paidAllYear": true, "excluded": false, "averageInsured": 31,
        "claimants": 5, "insuredAtEnd": 30, "premiumsPaid": 13020 }"#;
    let path = "tests/schemes/chongqing-stabilisation-refund.toml";
    let output = wengang(&["explain", path, "-"], answers);
    let words = text(&output.stdout);
    let reading = "另一种读法，30人按年末人数认定\n  符合条件：2604.00元";
    assert!(words.contains("不符合条件：0.00元") && words.contains(reading), "{words}");
    let answers = r#"{ "year": 2025, "valueAddedTax": 7000, "cityTax": 490, "educationSurcharge": 210,
        "localEducationSurcharge": 140, "incomeTax": 0, "people": [{ "identityNumber": "11010519491231002X",
        "group": "liftedOutOfPoverty", "from": "2025-01-01" }] }"#;
    let path = "tests/schemes/hiring-tax-deduction.toml";
    let output = wengang(&["explain", path, "-"], answers);
    let words = text(&output.stdout);
    // 7,800 yuan less the first three.
    assert!(words.contains("其中扣减地方教育附加：100.00元"), "{words}");
}

#[test]
fn explain_speaks_in_labels() {
    let path = "tests/schemes/shanghai-unemployment-benefit.toml";
    let answers = r#"{ "monthsPaid": 24, "involuntary": true, "registered": true, "accepted": "2026-10-01" }"#;
    let output = wengang(&["explain", path, "-"], answers);
    let words = text(&output.stdout);
    assert!(words.contains("\n各月失业保险金，2026-11：2340.00元\n"), "{words}");
    let output = wengang(&["explain", path, "-"], r#"{ "involuntary": true }"#);
    let words = text(&output.stdout);
    assert!(
        words.contains("\n尚缺：失业前累计缴纳失业保险费几个月？、已失业登记并求职、受理日期\n"),
        "{words}"
    );
    let path = "tests/schemes/hiring-tax-deduction.toml";
    let answers = r#"{ "year": 2025, "people": [{ "identityNumber": "11010519491231002X",
        "group": "other", "from": "2025-01-01" }] }"#;
    let output = wengang(&["explain", path, "-"], answers);
    let words = text(&output.stdout);
    assert!(words.contains("\n招用人员，第1行：不属于重点群体\n"), "{words}");
}

#[test]
fn not_eligible_is_a_result_and_no_failure() {
    let output = wengang(&["evaluate", REFUND, "-"], r#"{ "seriouslyDishonest": true }"#);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(json(&output)["eligibility"], "ineligible");
}

#[test]
fn problems_as_data() {
    let table = r#"{ "overtime": [{ "date": "2025-02-30", "hours": 1, "timeOffGiven": false }] }"#;
    let output =
        wengang(&["evaluate", "--json", "--locale", "en", "national-overtime-pay", "-"], table);
    assert_eq!(output.status.code(), Some(1));
    let problem = &json(&output)["problems"][0];
    assert_eq!(problem["field"], "overtime");
    assert_eq!(problem["row"], 0);
    assert_eq!(problem["column"], "date");
    assert_eq!(problem["code"], "invalid-date");
    assert!(problem["message"].as_str().unwrap().contains("2025-02-30"), "{problem}");
}

#[test]
fn bad_input_is_refused_field_by_field() {
    let output = wengang(&["evaluate", REFUND, "-"], r#"{ "insuredAtEnd": 1e21, "x": 1 }"#);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(output.stdout.is_empty(), "{output:?}");
    assert!(errors.contains("insuredAtEnd: out-of-range"), "{errors}");
    assert!(errors.contains("x: unknown-field"), "{errors}");
}

#[test]
fn what_cannot_be_read_at_all_is_another_kind_of_failure() {
    for arguments in [["evaluate", "nowhere", "-"], ["evaluate", REFUND, "nowhere.json"]] {
        assert_eq!(wengang(&arguments, "{}").status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(wengang(&["evaluate", REFUND, "-"], "not json").status.code(), Some(2));
    let output = wengang(&["evaluate", "--json", "nowhere", "-"], "{}");
    assert_eq!(output.status.code(), Some(2));
    assert!(json(&output)["error"].as_str().unwrap().contains("nowhere"), "{output:?}");
}

#[test]
fn an_answer_given_twice_is_none() {
    let twice = COMPLETE.replace("97,", "97, \"insuredAtEnd\": 90,");
    let output = wengang(&["evaluate", "--locale", "en", REFUND, "-"], &twice);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("“insuredAtEnd” is given twice at line 2"), "{output:?}");
    let row = r#"{ "overtime": [{ "hours": 1, "hours": 2 }] }"#;
    let output = wengang(&["evaluate", "national-overtime-pay", "-"], row);
    assert!(text(&output.stderr).contains("“hours”写了两次"), "{output:?}");
}

#[test]
fn answers_may_begin_with_the_mark_of_editors_on_windows() {
    let output = wengang(&["evaluate", REFUND, "-"], &format!("\u{feff}{COMPLETE}"));
    assert_eq!(json(&output)["amount"], "7380.00");
}

#[test]
fn reconcile_says_how_what_is_shown_comes_about() {
    let refund = "jilin-2025-stabilisation-refund";
    let answers = r#"{ "employerKind": "enterprise", "enterpriseSize": "small", "insuredAtStart": 1000,
        "insuredAtEnd": 800, "naturalAttrition": 10 }"#;
    let output = wengang(&["reconcile", refund, "-", "--shown", "裁员率=14.00%"], answers);
    let words = text(&output.stdout);
    assert!(words.contains("显示的是14.00%，算出来是19%，不同"), "{words}");
    assert!(words.contains("2024年在职死亡和退休的人数：10人 → 60人"), "{words}");
    let given = ["reconcile", "--json", refund, "-", "--shown", "layoffRate=14.00%"];
    let data = json(&wengang(&given, answers));
    assert_eq!(data["matches"][0]["figures"][0]["how"], "exact");
    let bad = wengang(&["reconcile", refund, "-", "--shown", "layoffRate=some"], answers);
    assert_eq!(bad.status.code(), Some(1));
    let bad = wengang(&["reconcile", refund, "-", "--shown", "layoffRate"], answers);
    assert_eq!(bad.status.code(), Some(2));
}
