//! What is said of all rows of a table: counts, means, the least and the greatest.

use wengang::{Locale, Policy, Raw, RawRow, evaluate};

use crate::support::{CALENDAR, file, input, mistakes, policy, value};

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
