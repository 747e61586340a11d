//! Parameters whose figures are told apart: by choices, by steps of a scale, by the day; and parameters that are days.

use crate::support::{file, input, mistakes, policy, step, value};

fn parameter(more: &str) -> String {
    format!("[[parameter]]\nname = \"标准\"\nid = \"rate\"\nen = \"rate\"\n{more}\n")
}

fn choice(name: &str, id: &str, choices: &[(&str, &str)]) -> String {
    let choices = choices
        .iter()
        .map(|(name, id)| format!("{{ name = \"{name}\", id = \"{id}\", en = \"{id}\" }}"));
    let choices = choices.collect::<Vec<_>>().join(", ");
    input(name, id, "choice", &format!("choices = [{choices}]"))
}

fn level() -> String {
    choice("等级", "level", &[("初级", "junior"), ("中级", "middle"), ("高级", "senior")])
}

fn trade() -> String {
    choice("工种", "trade", &[("普通", "common"), ("紧缺", "scarce")])
}

fn keyed(formula: &str, figures: &str) -> String {
    file(&[&parameter(figures), &level(), &trade(), &value("结果", "result", formula)])
}

const BY_LEVEL: &str = r#"by     = ["等级"]
values = { "初级" = "1000元", "中级" = "1500元", "高级" = "2000元" }
source = "通知：第二条""#;

const BY_BOTH: &str = r#"by     = ["等级", "工种"]
source = "通知：第二条"
[parameter.values]
"初级" = { "普通" = "1000元", "紧缺" = "1300元" }
"高级" = { "普通" = "2000元", "紧缺" = "2600元" }
"中级" = { "紧缺" = "1950元", "普通" = "1500元" }"#;

#[test]
fn a_figure_for_each_choice() {
    let policy =
        policy(&keyed("标准（等级） + 如果 工种 = 紧缺 则 1元 否则 0元", BY_LEVEL).replace(
            "标准（等级） + 如果 工种 = 紧缺 则 1元 否则 0元",
            "标准（等级） +（如果 工种 = 紧缺 则 1元 否则 0元）",
        ));
    for (level, shown) in [("junior", "1,001元"), ("middle", "1,501元"), ("senior", "2,001元")] {
        let step = step(&policy, "result", &[("level", level), ("trade", "scarce")]);
        assert_eq!(step.0, shown, "{level}");
        assert!(step.1.starts_with(&shown.replace("1元", "0元")), "{}", step.1);
    }
}

#[test]
fn choices_by_choices_in_whatever_order_they_are_written() {
    let policy = policy(&keyed("标准（等级，工种）", BY_BOTH));
    for (level, trade, shown) in [
        ("junior", "common", "1,000元"),
        ("junior", "scarce", "1,300元"),
        ("middle", "common", "1,500元"),
        ("middle", "scarce", "1,950元"),
        ("senior", "common", "2,000元"),
        ("senior", "scarce", "2,600元"),
    ] {
        let step = step(&policy, "result", &[("level", level), ("trade", trade)]);
        assert_eq!(step, (shown.to_owned(), shown.to_owned()), "{level} {trade}");
    }
}

#[test]
fn a_choice_may_be_written_in_the_formula() {
    let formula = "标准（等级，紧缺） - 标准（初级，工种）";
    let formula = format!("取大（{formula}，0元）");
    let policy = policy(&keyed(&formula, BY_BOTH));
    let step = step(&policy, "result", &[("level", "senior"), ("trade", "common")]);
    assert_eq!(step.0, "1,600元");
}

#[test]
fn choices_and_the_day() {
    let figures = r#"by      = ["等级"]
until   = 2026
history = [
  { from = 2025, values = { "初级" = "1000元", "中级" = "1500元", "高级" = "2000元" }, source = "通知：第二条" },
  { from = 2026-07-01, values = { "初级" = "1200元", "中级" = "1800元", "高级" = "2400元" }, source = "通知：第三条" },
]"#;
    let day = input("发证日期", "issued", "date", "earliest = 2025-01-01\nlatest = 2026-12-31");
    let formula = value("结果", "result", "标准（等级，发证日期）");
    let policy = policy(&file(&[&parameter(figures), &level(), &day, &formula]));
    for (issued, shown) in
        [("2025-01-01", "1,500元"), ("2026-06-30", "1,500元"), ("2026-07-01", "1,800元")]
    {
        let step = step(&policy, "result", &[("level", "middle"), ("issued", issued)]);
        assert_eq!(step.0, shown, "{issued}");
    }
}

#[test]
fn one_item_can_have_the_choices_of_another() {
    let paid = input("已补等级", "paid", "choice", "choices = \"等级\"");
    let order = parameter(
        "by = [\"等级\"]\nvalues = { \"初级\" = \"1\", \"中级\" = \"2\", \"高级\" = \"3\" }\nsource = \"通知\"",
    );
    let higher = value("更高", "higher", "标准（等级） > 标准（已补等级）")
        .replace("source", "boolean = true\nsource");
    let same = example("\"等级\" = \"中级\", \"已补等级\" = \"中级\"", "\"更高\" = false");
    let policy = policy(&file(&[&order, &level(), &paid, &higher, &same]));
    for (level, paid, shown) in
        [("middle", "junior", "是"), ("middle", "middle", "否"), ("junior", "senior", "否")]
    {
        assert_eq!(step(&policy, "higher", &[("level", level), ("paid", paid)]).0, shown);
    }
}

/// A worked example on the boundary, which the checks demand.
fn example(inputs: &str, value: &str) -> String {
    format!(
        "[[example]]\nname = {{ zh = \"界限\", en = \"Boundary\" }}\ninputs = {{ {inputs} }}\nexpect = {{ values = {{ {value} }} }}\n"
    )
}

const SCALE: &str = r#"steps  = [
  { to = "30人", value = "2000元/人" },
  { to = "100人", value = "1500元/人" },
  { value = "1000元/人" },
]
source = "通知：第二条""#;

fn people() -> String {
    input("人数", "people", "count", "unit = \"人\"")
}

#[test]
fn each_slice_at_the_figure_of_its_step() {
    let result = value("结果", "result", "累进（标准，人数）");
    let policy = policy(&file(&[&parameter(SCALE), &people(), &result]));
    for (people, shown, substituted) in [
        ("0", "0元", "累进（标准，0人）"),
        ("1", "2,000元", "1人 × 2,000元/人"),
        ("30", "60,000元", "30人 × 2,000元/人"),
        ("31", "61,500元", "30人 × 2,000元/人 + 1人 × 1,500元/人"),
        ("100", "165,000元", "30人 × 2,000元/人 + 70人 × 1,500元/人"),
        ("150", "215,000元", "30人 × 2,000元/人 + 70人 × 1,500元/人 + 50人 × 1,000元/人"),
    ] {
        let step = step(&policy, "result", &[("people", people)]);
        assert_eq!(step, (shown.to_owned(), substituted.to_owned()), "{people}");
    }
}

#[test]
fn all_at_the_figure_of_the_step_that_is_reached() {
    let result = value("结果", "result", "标准（人数） × 人数");
    let both = [SCALE.to_owned(), SCALE.replace("to =", "below =")];
    let shown = |scale: &str, people: &str| {
        let policy = policy(&file(&[&parameter(scale), &self::people(), &result]));
        step(&policy, "result", &[("people", people)]).0
    };
    for (people, to, below) in [
        ("29", "58,000元", "58,000元"),
        ("30", "60,000元", "45,000元"),
        ("31", "46,500元", "46,500元"),
        ("100", "150,000元", "100,000元"),
    ] {
        assert_eq!(shown(&both[0], people), to, "{people}");
        assert_eq!(shown(&both[1], people), below, "{people}");
    }
}

#[test]
fn limits_and_figures_in_ten_thousands_are_of_one_measure_with_yuan() {
    let scale = r#"steps = [ { to = "3万元", value = "3%" }, { value = "10%" } ]
source = "通知""#;
    let result = value("结果", "result", "累进（标准，所得）");
    let policy =
        policy(&file(&[&parameter(scale), &input("所得", "income", "money", ""), &result]));
    assert_eq!(step(&policy, "result", &[("income", "36000")]).0, "1,500元");
}

#[test]
fn a_parameter_can_be_a_day() {
    let last = parameter("value = 2026-10-31\nsource = \"通知：第五条\"");
    let day = input("申请日期", "applied", "date", "");
    let in_time =
        value("按时", "inTime", "申请日期 ≤ 标准").replace("source", "boolean = true\nsource");
    let boundary = example("\"申请日期\" = \"2026-10-31\"", "\"按时\" = true");
    let policy = policy(&file(&[&last, &day, &in_time, &boundary]));
    for (applied, shown) in [("2026-10-31", "是"), ("2026-11-01", "否")] {
        let step = step(&policy, "inTime", &[("applied", applied)]);
        assert_eq!(step.0, shown);
        assert!(step.1.contains("2026-10-31"), "{}", step.1);
    }
}

#[test]
fn what_is_wrong_with_figures_is_told() {
    for (formula, figures, told) in [
        ("标准", BY_LEVEL, "“标准”不止一个数，请写明是哪一个：标准（等级）"),
        ("标准（工种）", BY_LEVEL, "这里应是选项（初级、中级、高级）"),
        ("标准（等级，工种）", BY_LEVEL, "请写：标准（等级）"),
        ("标准（工种，等级）", BY_BOTH, "这里应是选项（初级、中级、高级）"),
        ("标准（特级）", BY_LEVEL, "没有名为“特级”的项目"),
        (
            "标准（等级）",
            "by = [\"级别\"]\nvalues = { \"初级\" = \"1元\" }\nsource = \"通知\"",
            "有选项的项目",
        ),
        (
            "标准（等级）",
            "by = [\"等级\"]\nvalues = { \"初级\" = \"1元\" }\nsource = \"通知\"",
            "没有写这些选项的数：中级、高级",
        ),
        (
            "标准（等级）",
            "by = [\"等级\"]\nvalues = { \"初级\" = \"1元\", \"中级\" = \"2元\", \"高级\" = \"3元\", \"特级\" = \"4元\" }\nsource = \"通知\"",
            "“等级”没有名为“特级”的选项",
        ),
        (
            "标准（等级）",
            "by = [\"等级\"]\nvalues = { \"初级\" = \"1元\", \"中级\" = \"2元/人\", \"高级\" = \"3元\" }\nsource = \"通知\"",
            "各个数的单位要相同",
        ),
        ("标准（等级）", "by = [\"等级\"]\nvalue = \"1元\"\nsource = \"通知\"", "缺少“values”"),
        ("累进（标准，1人）", BY_LEVEL, "请写：累进"),
        ("累进（标准）", SCALE, "请写：累进"),
        ("累进（标准，1元）", SCALE, "这里应是以“人”计的数"),
        ("标准", SCALE, "标准（数）"),
        (
            "标准（1人）",
            "steps = [ { to = \"9人\", value = \"1元\" }, { to = \"9人\", value = \"2元\" }, { value = \"3元\" } ]\nsource = \"通知\"",
            "各档要由低到高写",
        ),
        (
            "标准（1人）",
            "steps = [ { to = \"9人\", value = \"1元\" }, { to = \"10人\", value = \"2元\" } ]\nsource = \"通知\"",
            "最后一档没有上限",
        ),
        (
            "标准（1人）",
            "steps = [ { value = \"1元\" }, { value = \"2元\" } ]\nsource = \"通知\"",
            "这一档到哪里为止",
        ),
        ("标准（1人）", "steps = [ { value = \"1元\" } ]\nsource = \"通知\"", "至少要写两档"),
    ] {
        let mistakes = mistakes(&keyed(formula, figures)).join("\n");
        assert!(mistakes.contains(told), "{formula} {figures}: {mistakes}");
    }
}
