//! What is said of all rows of a table: counts, means, the least and the greatest.

use wengang::{Locale, Policy, Raw, RawRow, evaluate};

use crate::support::{CALENDAR, file, input, mistakes, own_value, policy, row_value, value};

/// A roster of people, and this formula about it.
fn file_about(formula: &str) -> String {
    let roster = "[[input]]\nname = \"名单\"\nid = \"roster\"\nen = \"roster\"\ntype = \"table\"\nunit = \"人\"\n";
    let column = |name: &str, id: &str, kind: &str, more: &str| {
        input(name, id, kind, more).replace("[[input]]", "[[input.column]]")
    };
    let check = "[[input.check]]\ncode = \"left\"\nmessage = { zh = \"已离职\", en = \"left\" }\nformula = \"在职\"\n";
    let parts = [
        column("工号", "number", "text", ""),
        column("月数", "months", "count", "unit = \"月\"\nmax = \"60个月\""),
        column("入职", "joined", "date", ""),
        column("在职", "employed", "boolean", ""),
        value("结果", "result", formula),
        value("用到", "used", "存在（名单，工号 = 工号 且 入职 = 入职 且 月数 = 月数）")
            .replace("source", "boolean = true\nsource"),
    ];
    file(&[roster, &parts[0], &parts[1], &parts[2], &parts[3], check, &parts[4], &parts[5]])
}

/// Rows of staff number, months, first day, and whether they are still there.
fn shown(policy: &Policy, rows: &[(&str, &str, &str, bool)]) -> String {
    let row = |(number, months, joined, employed): &(&str, &str, &str, bool)| -> Option<RawRow> {
        let text = |id: &str, text: &str| (id.to_owned(), Raw::Text(text.to_owned()));
        Some(vec![
            text("number", number),
            text("months", months),
            text("joined", joined),
            ("employed".to_owned(), Raw::Boolean(*employed)),
        ])
    };
    let form = vec![("roster".to_owned(), Raw::Table(rows.iter().map(row).collect()))];
    let result = evaluate(policy, &CALENDAR, &form, Locale::Chinese)
        .unwrap_or_else(|problems| panic!("{problems:?}"));
    result.steps.iter().find(|step| step.id == "result").unwrap().display.clone()
}

const ROWS: [(&str, &str, &str, bool); 4] = [
    ("1", "12", "2024-03-01", true),
    ("2", "7", "2023-05-06", true),
    ("1", "6", "2025-01-31", true),
    ("3", "60", "2020-01-01", false),
];

#[test]
fn only_accepted_rows_count() {
    for (formula, all, none) in [
        ("去重计数（名单，工号）", "2人", "0人"),
        ("去重计数（名单，工号，月数）", "3人", "0人"),
        ("平均（名单，月数，0个月）", "≈8.3333个月", "0个月"),
        ("最小（名单，月数，1个月）", "6个月", "1个月"),
        ("最大（名单，月数，1个月）", "12个月", "1个月"),
        ("最小（名单，入职，2026-01-01）", "2023-05-06", "2026-01-01"),
        ("最大（名单，入职，2026-01-01）", "2025-01-31", "2026-01-01"),
        ("最大（名单，取大（月数 - 6个月，0），0个月）", "6个月", "0个月"),
    ] {
        let policy = policy(&file_about(formula));
        assert_eq!(shown(&policy, &ROWS), all, "{formula}");
        assert_eq!(shown(&policy, &[]), none, "{formula}");
        assert_eq!(shown(&policy, &ROWS[3..]), none, "{formula}");
    }
}

#[test]
fn what_there_is_without_rows_is_said_and_of_the_same_kind() {
    for (formula, told) in [
        ("平均（名单，月数）", "请写：计数（表）"),
        ("平均（名单，月数，1天）", "单位不一致"),
        ("最大（名单，入职，1个月）", "种类"),
        ("平均（名单，入职，2026-01-01）", "这里应是一个数"),
        ("平均（名单，月数，月数）", "月数"),
        ("去重计数（名单）", "请写：计数（表）"),
    ] {
        let mistakes = mistakes(&file_about(formula)).join("\n");
        assert!(mistakes.contains(told), "{formula}: {mistakes}");
    }
}

/// Trainings: who, when, how long, and a check or a value of each row.
fn trainings(row_parts: &str, result: &str) -> String {
    let table = "[[input]]\nname = \"名单\"\nid = \"roster\"\nen = \"roster\"\ntype = \"table\"\nunit = \"项\"\norder = [\"日期\"]\nmin_rows = 1\n";
    let column = |name: &str, id: &str, kind: &str, more: &str| {
        input(name, id, kind, more).replace("[[input]]", "[[input.column]]")
    };
    let columns = [
        column("工号", "number", "identifier", ""),
        column("日期", "day", "date", ""),
        column("课时数", "hours", "count", "unit = \"课时\""),
    ];
    let used = value("用到", "used", "存在（名单，工号 = 工号 且 日期 = 日期 且 课时数 = 课时数）");
    let used = used.replace("source", "boolean = true\nsource");
    file(&[table, &columns.concat(), row_parts, &value("结果", "result", result), &used])
}

fn form(rows: &[(&str, &str, &str)]) -> Vec<(String, Raw)> {
    let row = |(number, day, hours): &(&str, &str, &str)| -> Option<RawRow> {
        let text = |id: &str, text: &str| (id.to_owned(), Raw::Text(text.to_owned()));
        Some(vec![text("number", number), text("day", day), text("hours", hours)])
    };
    vec![("roster".to_owned(), Raw::Table(rows.iter().map(row).collect()))]
}

/// Each row: whether it counts, and the value called `own`.
fn rows_of(policy: &Policy, rows: &[(&str, &str, &str)]) -> Vec<String> {
    let result = evaluate(policy, &CALENDAR, &form(rows), Locale::Chinese)
        .unwrap_or_else(|problems| panic!("{problems:?}"));
    result.rows[0].1.iter().map(own_value).collect()
}

const TRAININGS: [(&str, &str, &str); 5] = [
    ("x1", "2025-03-01", "40"),
    ("2", "2025-01-01", "30"),
    ("X1", "2025-01-15", "20"),
    ("Ｘ１", "2026-02-01", "5"),
    ("2", "2026-01-01", "10"),
];

#[test]
fn a_row_sees_those_of_its_group() {
    for (formula, shown) in [
        ("同组计数（工号）", ["3", "2", "3", "3", "2"]),
        ("同组合计（工号，课时数）", ["65", "40", "65", "65", "40"]),
        ("同组合计（工号，年份（日期），课时数）", ["60", "30", "60", "5", "10"]),
        ("同组计数（1）", ["5", "5", "5", "5", "5"]),
        ("天数（上一行（工号，日期，日期），日期）", ["45", "0", "0", "337", "365"]),
        ("上一行（课时数，1课时）", ["20", "1", "30", "10", "40"]),
    ] {
        let file = trainings(&row_value("本行", "own", formula), "计数（名单，本行 = 本行）");
        assert_eq!(rows_of(&policy(&file), &TRAININGS), shown, "{formula}");
    }
}

#[test]
fn rows_of_a_group_can_agree_in_what_is_worked_out() {
    let year = row_value("年度", "own", "年份（日期）");
    for (rule, shown) in [
        ("distinct = [\"工号\", \"年度\"]", ["✗2025", "2025", "2025", "2026", "2026"]),
        (
            "at_most = { by = [\"年度\"], count = \"2项\" }",
            ["✗2025", "2025", "2025", "2026", "2026"],
        ),
    ] {
        let check = format!(
            "{year}[[input.check]]\ncode = \"again\"\nmessage = {{ zh = \"重复\", en = \"again\" }}\n{rule}\n"
        );
        assert_eq!(
            rows_of(&policy(&trainings(&check, "计数（名单）")), &TRAININGS),
            shown,
            "{rule}"
        );
    }
}

#[test]
fn a_table_can_need_so_many_rows() {
    let policy = policy(&trainings("", "计数（名单）"));
    let form = vec![("roster".to_owned(), Raw::Table(Vec::new()))];
    let problems = evaluate(&policy, &CALENDAR, &form, Locale::Chinese).unwrap_err();
    assert_eq!(problems[0].message.chinese, "至少 1 行；填写了 0 行");
    assert_eq!(problems[0].code.id(), "required");
}

#[test]
fn groups_are_for_formulas_of_rows() {
    for (row, formula, told) in [
        ("", "同组计数（工号）", "请在各行的公式里写"),
        ("同组合计（课时数）", "计数（名单，本行 = 本行）", ""),
        ("上一行（课时数）", "计数（名单）", "请在各行的公式里写"),
        ("上一行（课时数，1天）", "计数（名单）", "单位不一致"),
        ("上一行（日期，1课时）", "计数（名单）", "种类"),
        ("同组合计（工号，日期）", "计数（名单）", "这里应是一个数"),
    ] {
        let row = if row.is_empty() { String::new() } else { row_value("本行", "own", row) };
        let mistakes = mistakes(&trainings(&row, formula)).join("\n");
        assert!(
            mistakes.contains(told) && told.is_empty() == mistakes.is_empty(),
            "{row}: {mistakes}"
        );
    }
}

#[test]
fn a_reason_says_what_rows_there_are() {
    let condition = |formula: &str| {
        let condition = format!(
            "[[condition]]\nname = \"条件\"\nid = \"condition\"\nen = \"condition\"\nformula = \"{formula}\"\nsource = \"通知\"\n"
        );
        policy(&(trainings("", "计数（名单）") + &condition))
    };
    for (formula, chinese, english) in [
        (
            "存在（名单，课时数 = 30课时）",
            "名单里有一行“课时数 = 30课时”，符合",
            "roster has a row with “hours = 30 class hours”: met",
        ),
        (
            "非 存在（名单，课时数 = 30课时）",
            "名单里有一行“课时数 = 30课时”，不符合",
            "roster has a row with “hours = 30 class hours”: not met",
        ),
        (
            "非 存在（名单，课时数 = 31课时）",
            "名单里没有一行“课时数 = 31课时”，符合",
            "roster has no row with “hours = 31 class hours”: met",
        ),
    ] {
        let policy = condition(formula);
        for (locale, told) in [(Locale::Chinese, chinese), (Locale::English, english)] {
            let result = evaluate(&policy, &CALENDAR, &form(&TRAININGS), locale).unwrap();
            assert_eq!(result.conditions[0].explanation, told);
        }
    }
}
