//! Days, months and years: added, taken off, counted between two days, and moved to a working day.

use crate::support::{file, input, mistakes, policy, step, value};

/// A formula about two days.
fn file_about(formula: &str) -> String {
    file_with(formula, "2000-01-01")
}

/// `day` is the one of its only example, at the boundary of what makes use of both days.
fn file_with(formula: &str, day: &str) -> String {
    let parts = [
        input("起", "from", "date", "earliest = 1950-01-01\nlatest = 2026-12-01"),
        input("止", "to", "date", "earliest = 1950-01-01\nlatest = 2026-12-01\noptional = true"),
        value("结果", "result", formula),
        value("另有", "other", &format!("已填（止） 且 起 > {day}")),
    ];
    let boolean = parts[3].replace("source", "boolean = true\nsource");
    let example = format!(
        "[[example]]\nname = {{ zh = \"分界\", en = \"boundary\" }}\n\
         inputs = {{ \"起\" = {day}, \"止\" = {day} }}\nexpect = {{ warnings = [] }}\n"
    );
    file(&[&parts[0], &parts[1], &parts[2], &boolean, &example])
}

fn shown(formula: &str, from: &str, to: &str) -> String {
    let policy = policy(&file_about(formula));
    step(&policy, "result", &[("from", from), ("to", to)]).0
}

#[test]
fn days_months_and_years_are_added_and_taken_off() {
    for (formula, from, day) in [
        ("加天（起，30天）", "2026-01-31", "2026-03-02"),
        ("加天（起，-1天）", "2026-03-01", "2026-02-28"),
        ("加月（起，1个月）", "2026-01-31", "2026-02-28"),
        ("加月（起，-3个月）", "2024-05-31", "2024-02-29"),
        ("加年（起，1年）", "2024-02-29", "2025-02-28"),
        ("加年（起，-2年）", "2026-03-15", "2024-03-15"),
        ("月末（起）", "2024-02-10", "2024-02-29"),
        ("取小（起，2025-01-31，加月（起，1个月））", "2025-02-01", "2025-01-31"),
        ("取大（起，2025-01-31）", "2025-02-01", "2025-02-01"),
        ("取大（起，2025-01-31）", "2025-01-30", "2025-01-31"),
        // The 15th of the next month.
        ("加天（加月（所在月（起），1个月），14天）", "2025-12-31", "2026-01-15"),
    ] {
        assert_eq!(shown(formula, from, from), day, "{formula} {from}");
    }
}

#[test]
fn time_between_two_days_is_counted_in_days_and_in_whole_months_and_years() {
    for (formula, from, to, time) in [
        ("天数（起，止）", "2024-02-28", "2024-03-01", "2天"),
        ("天数（起，止）", "2024-03-01", "2024-02-28", "−2天"),
        ("满月数（起，止）", "2025-01-15", "2026-01-14", "11个月"),
        ("满月数（起，止）", "2025-01-15", "2026-01-15", "12个月"),
        ("满月数（起，止）", "2026-01-31", "2026-02-28", "1个月"),
        ("满年数（起，止）", "2024-02-29", "2025-02-27", "0年"),
        ("满年数（起，止）", "2024-02-29", "2025-02-28", "1年"),
        ("满年数（起，止）", "2001-07-01", "2026-06-30", "24年"),
    ] {
        assert_eq!(shown(formula, from, to), time, "{formula} {from} {to}");
    }
}

#[test]
fn a_year_of_age_is_full_on_the_day_after_the_birthday() {
    for (born, day, age) in [
        ("2010-05-20", "2026-05-19", "15岁"),
        ("2010-05-20", "2026-05-20", "15岁"),
        ("2010-05-20", "2026-05-21", "16岁"),
        ("2004-02-29", "2022-02-28", "17岁"),
        ("2004-02-29", "2022-03-01", "18岁"),
    ] {
        assert_eq!(shown("周岁（起，止）", born, day), age, "{born} {day}");
    }
}

#[test]
fn a_deadline_on_a_day_off_moves_to_the_next_working_day() {
    for (day, moved) in [
        // A Friday; a Saturday; the eve of National Day and its first day in 2026.
        ("2026-11-27", "2026-11-27"),
        ("2026-11-28", "2026-11-30"),
        ("2026-09-30", "2026-09-30"),
        ("2026-10-01", "2026-10-08"),
        // A Saturday that was made a working day.
        ("2026-10-10", "2026-10-10"),
    ] {
        let policy = policy(&file_with("顺延（起）", "2026-01-05"));
        assert_eq!(step(&policy, "result", &[("from", day), ("to", day)]).0, moved, "{day}");
    }
}

#[test]
fn it_is_told_in_both_languages() {
    let policy = policy(&file_about("满月数（起，止） + 1个月"));
    let (_, how) = step(&policy, "result", &[("from", "2026-01-15"), ("to", "2026-03-15")]);
    assert_eq!(how, "满月数（2026-01-15，2026-03-15）+ 1个月");
}

#[test]
fn only_whole_days_months_and_years_can_be_added() {
    for (formula, helps) in [
        ("加月（起，满月数（起，止） / 2）", "只舍不入（…，1个月）"),
        ("加天（起，1.5天）", "只舍不入（…，1天）"),
    ] {
        let told = mistakes(&file_about(formula)).join("\n");
        assert!(told.contains("不一定是整数") && told.contains(helps), "{told}");
    }
    assert_eq!(
        mistakes(&file_about("加月（起，只舍不入（满月数（起，止） / 2，1个月））")),
        [""; 0]
    );
    assert_eq!(mistakes(&file_about("加月（起，取小（满月数（起，止），24个月） × 2）")), [""; 0]);
}

#[test]
fn the_first_of_several_days_is_one_of_days_alone() {
    for (formula, told) in [
        ("取小（起，1天）", "前后种类不同：日期与以“天”计的数"),
        ("取大（1天，起）", "这里应是以“天”计的数，写的却是日期"),
        ("取小（起，起 = 止）", "这里应是一个数，写的却是“是”或“否”"),
    ] {
        let mistakes = mistakes(&file_about(formula)).join("\n");
        assert!(mistakes.contains(told), "{formula}: {mistakes}");
    }
}
