//! Schedules: a row for each month, each with the figures of its month.

use wengang::{Assessment, Plain, Policy, RowResult};

use crate::support::{TARIFF, file, input, mistakes, policy, result, step, value};

const MONTHS: &str = r#"[[schedule]]
name       = "各月"
id         = "months"
en         = "months"
first      = "首月"
count      = "月数"
row_amount = "当月金额"
source     = "通知：第三条"

[[schedule.value]]
name    = "当月金额"
id      = "monthly"
en      = "amount of the month"
formula = "（如果 序号 ≤ 12 则 标准（月份） 否则 标准（月份） × 80%） × 1个月"
unit    = "元"
"#;

fn benefit() -> String {
    let first = input("首月", "first", "date", "earliest = 2025-01-01\nlatest = 2025-12-31");
    let count = input("月数", "count", "count", "unit = \"月\"\nmax = \"24个月\"");
    let total = value("合计额", "total", "合计（各月，当月金额）");
    let example = "[[example]]\nname = { zh = \"一年\", en = \"A year\" }\ninputs = { \"首月\" = \"2025-12-31\", \"月数\" = 12 }\nexpect = { values = { \"合计额\" = \"24500\" } }\n";
    file(&[TARIFF, &first, &count, MONTHS, &total, example])
}

fn rows(policy: &Policy, answers: &[(&str, &str)]) -> Vec<String> {
    let Assessment { rows, .. } = result(policy, answers);
    let shown = |plain: &Plain| match plain {
        Plain::Text(text) => text.clone(),
        Plain::Boolean(value) => value.to_string(),
    };
    let row = |row: &RowResult<'_>| {
        let values: Vec<_> = row.values.iter().map(|(_, value)| shown(value)).collect();
        format!("{} {}", values.join(" "), row.amount.clone().unwrap_or_default())
    };
    rows.iter().flat_map(|(_, rows)| rows.iter().map(row)).collect()
}

#[test]
fn each_month_has_the_figure_of_its_month() {
    let policy = policy(&benefit());
    // From December 2025: seven months at 2000, the rest of the first twelve at 2100, then four fifths of it.
    let answers = [("first", "2025-12-31"), ("count", "14")];
    let rows = rows(&policy, &answers);
    assert_eq!(rows.len(), 14);
    assert_eq!(rows[0], "2025-12-01 1 2000 2000.00");
    assert_eq!(rows[6], "2026-06-01 7 2000 2000.00");
    assert_eq!(rows[7], "2026-07-01 8 2100 2100.00");
    assert_eq!(rows[11], "2026-11-01 12 2100 2100.00");
    assert_eq!(rows[12], "2026-12-01 13 1680 1680.00");
    let (display, substituted) = step(&policy, "total", &answers);
    assert_eq!((display.as_str(), substituted.as_str()), ("27,860元", "27,860元"));
}

#[test]
fn no_month_is_no_row() {
    let policy = policy(&benefit());
    assert_eq!(rows(&policy, &[("first", "2025-01-01"), ("count", "0")]), Vec::<String>::new());
    assert_eq!(step(&policy, "total", &[("first", "2025-01-01"), ("count", "0")]).0, "0元");
}

#[test]
fn what_is_not_known_is_asked_for() {
    let policy = policy(&benefit());
    assert_eq!(result(&policy, &[]).missing, ["first", "count"]);
    assert_eq!(result(&policy, &[("first", "2025-03-01")]).missing, ["count"]);
    assert_eq!(rows(&policy, &[("first", "2025-03-01")]), Vec::<String>::new());
}

#[test]
fn what_is_wrong_with_a_schedule_is_told() {
    for (given, put, told) in [
        ("\nmax = \"24个月\"", "", "“各月”的月数可能小于零，或没有上限"),
        (
            "max = \"24个月\"",
            "max = \"24个月\"\nmin = \"-1个月\"",
            "“各月”的月数可能小于零，或没有上限",
        ),
        ("count      = \"月数\"", "count = \"月数 / 2\"", "“各月”的月数不一定是整数"),
        ("count      = \"月数\"", "count = \"计数（各月）\"", "取决于“各月”自己"),
        ("count      = \"月数\"", "count = \"合计额 / 1元 × 1个月\"", "取决于“各月”自己"),
        ("count      = \"月数\"", "count = \"3天\"", "这里应是以“月”计的数"),
        ("first      = \"首月\"", "first = \"月数\"", "这里应是日期"),
        ("first      = \"首月\"\n", "", "缺少“first”"),
        ("source     = \"通知：第三条\"", "", "缺少“source”"),
        (
            "latest = 2025-12-31",
            "latest = 2026-12-31",
            "“标准”的数值到 2027-12-31 为止，而这里最晚可以用到 2028-11-01",
        ),
        ("row_amount = \"当月金额\"", "row_amount = \"当月金额 - 2000元\"", "金额可能小于零"),
        ("标准（月份） × 80%", "标准（日期） × 80%", "没有名为“日期”的项目"),
        ("id      = \"monthly\"", "id = \"month\"", "“month”已用于这张表的另一项"),
    ] {
        let right = benefit();
        assert!(right.contains(given), "{given}");
        let mistakes = mistakes(&right.replace(given, put)).join("\n");
        assert!(mistakes.contains(told), "{put}: {mistakes}");
    }
}
