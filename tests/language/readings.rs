//! Other readings of the notice: what they come to stands beside the result.

use wengang::Policy;

use crate::support::{file, input, mistakes, policy, result, value};

fn refund(reading: &str) -> String {
    let parameters = [("小单位人数", "small", "30人"), ("上限", "limit", "5.5%")]
        .map(|(name, id, value)| {
            format!("[[parameter]]\nname = \"{name}\"\nid = \"{id}\"\nen = \"{id}\"\nvalue = \"{value}\"\nsource = \"通知：第一条\"\n")
        })
        .concat();
    let people = |name: &str, id: &str| input(name, id, "count", "unit = \"人\"\nmin = \"1人\"");
    let parts = [
        people("年初人数", "before"),
        people("年末人数", "after"),
        input("裁减人数", "left", "count", "unit = \"人\""),
        value("裁员率", "rate", "裁减人数 / 年初人数"),
        value("裁员率上限", "most", "如果 年末人数 ≤ 小单位人数 则 20% 否则 上限"),
    ];
    let rest = r#"
[[condition]]
name = "裁员率不超过上限"
id = "within"
en = "within"
formula = "裁员率 ≤ 裁员率上限"
source = "通知：第一条"

[amount]
name = "返还"
en = "refund"
formula = "1000元/人 × 年末人数"
source = "通知：第二条"

[[example]]
name = { zh = "界限", en = "Boundary" }
inputs = { "年初人数" = 100, "年末人数" = 30, "裁减人数" = 20 }
expect = { eligibility = "eligible" }
"#;
    file(&[&parameters, &parts.concat(), rest, reading])
}

const READING: &str = r#"[[reading]]
name = "小单位按年初人数认定"
id = "smallAtStart"
en = "small by the headcount at the start of the year"
text = { zh = "通知没有写明哪一天的人数。", en = "The notice does not say on which day people are counted." }
values = { "裁员率上限" = "如果 年初人数 ≤ 小单位人数 则 20% 否则 上限" }
source = "通知：第一条"

[[reading]]
name = "小单位为20人以下"
id = "twenty"
en = "small up to 20 people"
parameters = { "小单位人数" = "20人" }
source = "通知：第一条"

[[reading]]
name = "人数含退休返聘"
id = "retired"
en = "retired people count"
definitions = { "年末人数" = { zh = "含退休返聘人员", en = "with retired people who work again" } }
source = "通知：第一条"
"#;

fn readings(policy: &Policy, before: &str, after: &str, left: &str) -> Vec<String> {
    let result = result(policy, &[("before", before), ("after", after), ("left", left)]);
    let shown = |reading: &wengang::ReadingResult<'_>| {
        let amount = reading.amount.clone().unwrap_or_default();
        format!("{} {} {amount}", reading.id, reading.eligibility.id())
    };
    result.readings.iter().map(shown).collect()
}

#[test]
fn what_other_readings_come_to_stands_beside_the_result() {
    let policy = policy(&refund(READING));
    assert_eq!(
        readings(&policy, "31", "25", "5"),
        ["smallAtStart ineligible 0.00", "twenty ineligible 0.00"]
    );
    assert_eq!(
        readings(&policy, "30", "31", "6"),
        ["smallAtStart eligible 31000.00", "twenty ineligible 0.00"]
    );
    assert_eq!(
        readings(&policy, "100", "20", "20"),
        ["smallAtStart ineligible 0.00", "twenty eligible 20000.00"]
    );
}

#[test]
fn what_is_wrong_with_a_reading_is_told() {
    for (given, put, told) in [
        ("values = { \"裁员率上限\"", "values = { \"裁员上限\"", "没有名为“裁员上限”的 [[value]]"),
        ("否则 上限\" }", "否则 年初人数\" }", "单位不一致"),
        (
            "parameters = { \"小单位人数\" = \"20人\" }",
            "parameters = { \"小单位人数\" = \"30人\" }",
            "与这个参数的数相同",
        ),
        (
            "parameters = { \"小单位人数\" = \"20人\" }",
            "parameters = { \"小单位人数\" = \"20%\" }",
            "单位与这个参数的不同",
        ),
        ("parameters = { \"小单位人数\" = \"20人\" }\n", "", "至少写一个"),
        ("definitions = { \"年末人数\"", "definitions = { \"期末人数\"", "没有名为“期末人数”的"),
        ("id = \"twenty\"", "id = \"smallAtStart\"", "“smallAtStart”已用于另一项"),
    ] {
        let right = refund(READING);
        assert!(right.contains(given), "{given}");
        let mistakes = mistakes(&right.replace(given, put)).join("\n");
        assert!(mistakes.contains(told), "{put}: {mistakes}");
    }
}

#[test]
fn a_question_of_a_reading_alone_is_asked_last_and_the_result_stands_without_it() {
    // Of the rule only, the headcount at the end and the people laid off are needed.
    let boundary = "\"年初人数\" = 100, \"年末人数\" = 30, \"裁减人数\" = ";
    let file = refund(READING)
        .replace("裁减人数 / 年初人数", "裁减人数 / 年末人数")
        .replace(&format!("{boundary}20"), &format!("{boundary}6"));
    let policy = policy(&file);
    let answered = result(&policy, &[("after", "30"), ("left", "6")]);
    assert_eq!(answered.amount.as_deref(), Some("30000.00"));
    assert_eq!(answered.missing, ["before"]);
    let open: Vec<_> = answered.readings.iter().map(|reading| &reading.missing[..]).collect();
    assert_eq!(open, [&["before"][..], &[]]);
    // What the rule needs comes first, although it is further down in the file.
    assert_eq!(result(&policy, &[]).missing, ["after", "left", "before"]);
    let answered = result(&policy, &[("before", "100"), ("after", "30"), ("left", "6")]);
    assert_eq!(answered.missing, [] as [&str; 0]);
    // Nothing more is asked of somebody whom the rule turns down; the reading says what it waits for.
    let refused = result(&policy, &[("after", "40"), ("left", "6")]);
    assert_eq!(refused.missing, [] as [&str; 0]);
    assert_eq!(refused.readings[0].missing, ["before"]);
}

#[test]
fn an_example_says_what_a_reading_comes_to() {
    let says = |what: &str| {
        let example = "expect = { eligibility = \"eligible\" }";
        let says = format!("expect = {{ readings = {{ {what} }} }}");
        mistakes(&refund(READING).replace(example, &says)).join("\n")
    };
    let twenty = "\"小单位为20人以下\" = { eligibility = \"ineligible\", amount = \"0.00\" }";
    assert_eq!(says(twenty), "");
    for (given, told) in [
        (
            "\"小单位为20人以下\" = { eligibility = \"eligible\" }",
            "按“小单位为20人以下”的资格写的是 eligible，算出来是 ineligible",
        ),
        (
            "\"小单位为20人以下\" = { amount = \"30000.00\" }",
            "按“小单位为20人以下”的金额写的是 30000.00，算出来是 0.00",
        ),
        (
            "\"小单位为20人\" = { amount = \"0.00\" }",
            "没有名为“小单位为20人”的 [[reading]]；是否想写“小单位为20人以下”？",
        ),
        ("\"小单位为20人以下\" = { sum = \"0.00\" }", "这里没有名为“sum”的键"),
        // It has nothing to work out.
        (
            "\"人数含退休返聘\" = { amount = \"0.00\" }",
            "按“人数含退休返聘”的金额写的是 0.00，算出来是 —",
        ),
    ] {
        assert!(says(given).contains(told), "{given}: {}", says(given));
    }
}
