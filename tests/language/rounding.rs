//! Rounding where the notice has it: to the fen, the yuan, ten yuan, a whole month.

use crate::support::{file, input, mistakes, policy, step, value};
use wengang::Policy;

/// A policy with one amount of money, and this formula about it.
fn about_money(formula: &str) -> Policy {
    let parts = [input("工资", "wage", "money", ""), value("结果", "result", formula)];
    policy(&file(&[&parts[0], &parts[1]]))
}

fn rounded(formula: &str, wage: &str) -> String {
    step(&about_money(formula), "result", &[("wage", wage)]).0
}

#[test]
fn half_up_down_and_up_to_the_step_that_is_written() {
    for (formula, wage, shown) in [
        ("四舍五入（工资 / 3，0.01元）", "100", "33.33元"),
        ("四舍五入（工资 × 0.5%，0.01元）", "1", "0.01元"),
        ("四舍五入（工资 × 0.5%，0.01元）", "0.99", "0元"),
        ("四舍五入（工资，1元）", "1234.50", "1,235元"),
        ("四舍五入（工资，1元）", "1234.49", "1,234元"),
        ("四舍五入（工资，10元）", "1235", "1,240元"),
        ("四舍五入（工资，10元）", "1234.99", "1,230元"),
        ("只舍不入（工资，1元）", "1234.99", "1,234元"),
        ("只入不舍（工资，1元）", "1234.01", "1,235元"),
        ("只入不舍（工资，1元）", "1234", "1,234元"),
        ("四舍五入（工资，1万元）", "15000", "20,000元"),
    ] {
        assert_eq!(rounded(formula, wage), shown, "{formula} {wage}");
    }
}

#[test]
fn each_insurance_is_rounded_before_all_are_added() {
    let each = "四舍五入（工资 × 16%，0.01元） + 四舍五入（工资 × 9%，0.01元） + \
                四舍五入（工资 × 0.5%，0.01元） + 四舍五入（工资 × 0.26%，0.01元）";
    let sum = "四舍五入（工资 × (16% + 9% + 0.5% + 0.26%)，0.01元）";
    for (wage, of_each, of_sum) in [
        ("4986.35", "1,284.48元", "1,284.48元"),
        ("4986.13", "1,284.42元", "1,284.43元"),
        ("6001.10", "1,545.89元", "1,545.88元"),
    ] {
        assert_eq!(rounded(each, wage), of_each, "{wage}");
        assert_eq!(rounded(sum, wage), of_sum, "{wage}");
    }
}

#[test]
fn it_is_shown_as_it_was_worked_out() {
    let policy = about_money("四舍五入（工资 / 3，1元）");
    let (shown, how) = step(&policy, "result", &[("wage", "100")]);
    assert_eq!((shown.as_str(), how.as_str()), ("33元", "四舍五入（100元 ÷ 3，1元）"));
}

#[test]
fn the_step_is_a_figure_above_zero_in_the_unit_of_the_number() {
    let wrong = |formula: &str| {
        let parts = [input("工资", "wage", "money", ""), value("结果", "result", formula)];
        mistakes(&file(&[&parts[0], &parts[1]])).join("\n")
    };
    for formula in ["四舍五入（工资）", "四舍五入（工资，工资）", "四舍五入（工资，0元）"]
    {
        assert!(wrong(formula).contains("请写明取到哪一位：四舍五入（数，1元）"), "{formula}");
    }
    assert!(wrong("只舍不入（工资，1个月）").contains("单位不一致"));
}

#[test]
fn what_is_rounded_can_still_be_proved_not_to_be_below_zero() {
    let parts = [
        input("收入", "income", "money", ""),
        input("支出", "costs", "money", "at_most = \"收入\""),
    ];
    let amount = |formula: &str| {
        let amount = format!(
            "[amount]\nname = \"金额\"\nen = \"amount\"\nformula = \"{formula}\"\nsource = \"通知\"\n"
        );
        mistakes(&file(&[&parts[0], &parts[1], &amount]))
    };
    assert_eq!(amount("只舍不入（收入 - 支出，1元）"), [""; 0]);
    assert!(amount("只舍不入（收入 - 支出 × 2，1元）").join("\n").contains("金额可能小于零"));
}
