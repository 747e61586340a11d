//! What the comparisons around a part of a formula say of it: proofs know that as readers do.

use crate::support::{TARIFF, file, input, mistakes, value};

/// Whether nothing is wrong, but for boundaries without an example.
fn is_sound(told: &str) -> bool {
    told.lines().all(|line| line.contains("没有例子恰好落在"))
}

/// A tariff that is known up to the end of 2027, paid for months that may come later.
fn tariff(monthly: &str) -> String {
    let first = input("首月", "first", "date", "earliest = 2025-01-01\nlatest = 2027-12-31");
    let count = input("月数", "count", "count", "unit = \"月\"\nmax = \"24个月\"");
    let months = format!(
        "[[schedule]]\nname = \"各月\"\nid = \"months\"\nen = \"months\"\nfirst = \"首月\"\ncount = \"月数\"\n\
         source = \"通知\"\n[[schedule.value]]\nname = \"当月\"\nid = \"monthly\"\nen = \"monthly\"\n\
         formula = \"{monthly}\"\n"
    );
    let total = value("合计额", "total", "合计（各月，当月 × 1个月）");
    let example = "[[example]]\nname = { zh = \"跨年\", en = \"Into another year\" }\n\
        inputs = { \"首月\" = 2027-11-30, \"月数\" = 3 }\nexpect = { values = { \"合计额\" = \"6300\" } }\n";
    file(&[TARIFF, &first, &count, &months, &total, example])
}

#[test]
fn the_last_figure_can_be_said_to_hold_afterwards() {
    for formula in [
        "如果 月份 ≤ 2027-12-01 则 标准（月份） 否则 标准（2027-12-01）",
        "如果 2027-12-01 < 月份 则 标准（2027-12-01） 否则 标准（月份）",
        "如果 月份 < 2028-01-01 则 标准（月份） 否则 标准（2027-12-01）",
        "如果 非 （月份 > 2027-12-01 或 序号 > 12） 则 标准（月份） 否则 2100元/月",
    ] {
        let told = mistakes(&tariff(formula)).join("\n");
        assert!(is_sound(&told), "{formula}: {told}");
    }
    for formula in [
        "标准（月份）",
        "如果 月份 ≤ 2028-01-01 则 标准（月份） 否则 标准（2027-12-01）",
        "如果 月份 ≥ 2027-12-01 则 标准（月份） 否则 标准（2027-12-01）",
        "如果 月份 > 2027-12-01 且 序号 > 12 则 标准（2027-12-01） 否则 标准（月份）",
    ] {
        let told = mistakes(&tariff(formula)).join("\n");
        assert!(told.contains("“标准”的数值到 2027-12-31 为止"), "{formula}: {told}");
    }
}

fn paid(formula: &str) -> String {
    let people = input("人数", "people", "count", "unit = \"人\"\nmax = \"100人\"");
    let small = input("小型", "small", "boolean", "");
    let amount = format!(
        "[amount]\nname = \"补贴\"\nen = \"subsidy\"\nformula = \"{formula}\"\nsource = \"通知\"\n"
    );
    let warning = "[[warning]]\ncode = \"small\"\nmessage = { zh = \"小型。\", en = \"Small.\" }\nwhen = \"小型\"\n";
    file(&[&people, &small, &amount, warning])
}

#[test]
fn an_amount_is_not_below_zero_where_a_comparison_keeps_it_up() {
    for formula in [
        "如果 人数 ≥ 12人 则 （人数 - 10人） × 1元/人 否则 0元",
        "如果 人数 > 9人 则 （人数 - 10人） × 1元/人 否则 0元",
        "如果 小型 且 12人 ≤ 人数 则 （人数 - 10人） × 1元/人 否则 0元",
        "如果 小型 或 人数 < 12人 则 0元 否则 （人数 - 10人） × 1元/人",
        "如果 人数 = 12人 则 （人数 - 10人） × 1元/人 否则 0元",
    ] {
        let told = mistakes(&paid(formula)).join("\n");
        assert!(is_sound(&told), "{formula}: {told}");
    }
    for formula in [
        "如果 人数 ≥ 9人 则 （人数 - 10人） × 1元/人 否则 0元",
        "如果 人数 ≤ 12人 则 （人数 - 10人） × 1元/人 否则 0元",
        "如果 小型 或 人数 ≥ 12人 则 （人数 - 10人） × 1元/人 否则 0元",
        "如果 小型 且 人数 < 12人 则 0元 否则 （人数 - 10人） × 1元/人",
        "如果 人数 ≠ 9人 则 （人数 - 10人） × 1元/人 否则 0元",
    ] {
        let told = mistakes(&paid(formula)).join("\n");
        assert!(told.contains("金额可能小于零"), "{formula}: {told}");
    }
}

fn later(months: &str) -> String {
    let parts = [
        input("起", "from", "date", ""),
        input("年数", "years", "count", "unit = \"年\"\nmax = \"60年\""),
        input("月数", "months", "number", "unit = \"月\"\nmax = \"24个月\"\ndecimals = 1"),
        value("止", "to", &format!("加月（起，{months}）")),
        value("另有", "other", "年数 × 1个月/年 + 月数"),
    ];
    file(&[&parts.concat()])
}

#[test]
fn a_quotient_is_whole_where_every_case_is_a_multiple() {
    for months in [
        "60年 × 12个月/年 / 3",
        "年数 × 12个月/年 / 4",
        "（年数 × 12个月/年 + 6个月） / 3",
        "月数 × 10",
        "月数 / 3 × 30",
        "取大（年数 × 12个月/年，6个月） / 6",
        "只舍不入（月数，3个月） / 3",
        "年数 × 0.5个月/年 × 2",
    ] {
        let told = mistakes(&later(months)).join("\n");
        assert!(is_sound(&told), "{months}: {told}");
    }
    for months in [
        "60年 × 12个月/年 / 7",
        "年数 × 12个月/年 / 5",
        "（年数 × 12个月/年 + 5个月） / 3",
        "月数 × 5",
        "只舍不入（月数，3个月） / 2",
        "年数 × 0.5个月/年",
    ] {
        let told = mistakes(&later(months)).join("\n");
        assert!(told.contains("不一定是整数"), "{months}: {told}");
    }
}
