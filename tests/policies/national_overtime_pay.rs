//! Overtime pay, rule by rule.

use std::sync::LazyLock;

use crate::support::{assess, form, problems, row_amounts, value, warnings, with, with_table};
use wengang::{Audience, Date, Eligibility, Plain, Policy, Raw, Status};

static POLICY: LazyLock<Policy> = LazyLock::new(|| crate::support::policy("national/overtime-pay"));

type Cells<'a> = [(&'a str, &'a str); 3];

/// 8,700 yuan a month: 50 yuan an hour.
fn overtime(rows: &[Cells<'_>]) -> Vec<(String, Raw)> {
    let rows: Vec<_> = rows.iter().map(Cells::as_slice).collect();
    with_table(&form(&[("monthlyWage", "8700")]), "overtime", &rows)
}

fn day<'a>(date: &'a str, hours: &'a str, time_off: &'a str) -> Cells<'a> {
    [("date", date), ("hours", hours), ("timeOffGiven", time_off)]
}

/// The class of a day and what eight hours of it are worth.
fn eight_hours(date: &str, time_off: &str) -> (String, String) {
    let form = overtime(&[day(date, "8", time_off)]);
    let result = assess(&POLICY, &form);
    let row = &result.rows[0].1[0];
    assert!(row.accepted && row.reasons.is_empty());
    let [("class", Plain::Text(class))] = row.values.as_slice() else { panic!("{:?}", row.values) };
    assert_eq!(row.amount, result.amount);
    (class.clone(), row.amount.clone().unwrap())
}

#[test]
fn each_class_of_day_has_its_factor() {
    for (date, class, amount) in [
        // Wednesday, Saturday.
        ("2024-06-12", "workday", "600.00"),
        ("2024-06-15", "restDay", "800.00"),
        // The Dragon Boat Festival, and the Saturday before it.
        ("2024-06-10", "statutoryHoliday", "1200.00"),
        ("2024-06-08", "restDay", "800.00"),
        // Saturdays worked in exchange for a holiday.
        ("2021-02-07", "workday", "600.00"),
        ("2024-02-04", "workday", "600.00"),
        // New Year's Eve and 2 May: statutory from 2025 on.
        ("2021-02-11", "restDay", "800.00"),
        ("2024-02-09", "workday", "600.00"),
        ("2025-01-28", "statutoryHoliday", "1200.00"),
        ("2024-05-02", "restDay", "800.00"),
        ("2025-05-02", "statutoryHoliday", "1200.00"),
        // The Mid-Autumn Festival on National Day: four statutory days, then rest days.
        ("2020-10-04", "statutoryHoliday", "1200.00"),
        ("2020-10-05", "restDay", "800.00"),
        // The Spring Festival as extended in 2020, and the working day after it.
        ("2020-02-02", "restDay", "800.00"),
        ("2020-02-03", "workday", "600.00"),
        // The ends of the calendar.
        ("2020-01-01", "statutoryHoliday", "1200.00"),
        ("2026-12-31", "workday", "600.00"),
    ] {
        assert_eq!(eight_hours(date, "false"), (class.to_owned(), amount.to_owned()), "{date}");
    }
}

#[test]
fn time_off_replaces_pay_on_rest_days_only() {
    assert_eq!(eight_hours("2024-06-15", "true").1, "0.00");
    for date in ["2024-06-12", "2024-06-10"] {
        assert_eq!(eight_hours(date, "true"), eight_hours(date, "false"), "{date}");
        assert_eq!(eight_hours(date, ""), eight_hours(date, "false"), "{date}");
    }
}

#[test]
fn hours_are_summed_by_class_and_only_paid_ones_on_rest_days() {
    let form = overtime(&[
        day("2024-06-12", "1.25", ""),
        day("2024-06-15", "8", "false"),
        day("2024-06-16", "4", "true"),
        day("2024-06-10", "2", ""),
        day("2024-06-13", "1.5", ""),
    ]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::NotAssessed);
    assert_eq!(value(&result, "hourlyWage"), "50");
    assert_eq!(value(&result, "workdayHours"), "2.75");
    assert_eq!(value(&result, "restDayHours"), "8");
    assert_eq!(value(&result, "statutoryHolidayHours"), "2");
    assert_eq!(row_amounts(&result, "overtime"), ["93.75", "800.00", "0.00", "300.00", "112.50"]);
    assert_eq!(result.amount.as_deref(), Some("1306.25"));
    assert!(result.missing.is_empty() && result.warnings.is_empty());
}

#[test]
fn the_total_is_rounded_once() {
    // 5,000 ÷ 21.75 ÷ 8 = 28.7356…; one hour is 43.1034…, ten are 431.0344….
    let rows: Vec<_> = (3..=7).chain(10..=14).map(|day| format!("2023-07-{day:02}")).collect();
    let rows: Vec<_> = rows.iter().map(|date| day(date, "1", "")).collect();
    let form = with(&overtime(&rows), &[("monthlyWage", "5000")]);
    let result = assess(&POLICY, &form);
    assert_eq!(value(&result, "hourlyWage"), "28.7356321839");
    assert_eq!(row_amounts(&result, "overtime"), ["43.10"; 10]);
    assert_eq!(result.amount.as_deref(), Some("431.03"));
    assert_eq!(result.steps[0].substituted, "5,000元/月 ÷ 21.75天/月 ÷ 8小时/天");
}

#[test]
fn more_than_three_hours_on_a_workday_are_warned_of() {
    for (rows, warned) in [
        (vec![day("2024-06-12", "3", "")], false),
        (vec![day("2024-06-12", "3.01", "")], true),
        // The rows of one day count together; those of different days do not.
        (vec![day("2024-06-12", "1.5", ""), day("2024-06-12", "1.51", "")], true),
        (vec![day("2024-06-12", "2", ""), day("2024-06-13", "2", "")], false),
        // The daily limit is one of workdays.
        (vec![day("2024-06-15", "8", "false"), day("2024-06-10", "8", "")], false),
        // A weekend worked in exchange is a workday.
        (vec![day("2024-02-04", "4", "")], true),
        (vec![], false),
    ] {
        let form = overtime(&rows);
        let codes = warnings(&assess(&POLICY, &form));
        assert_eq!(codes.contains(&"over-daily-limit"), warned, "{rows:?}");
    }
    let form = overtime(&[day("2024-06-12", "4", "")]);
    assert_eq!(assess(&POLICY, &form).warnings[0].fields, ["overtime"]);
}

#[test]
fn more_than_thirty_six_hours_in_a_month_are_warned_of() {
    for (rows, warned) in [
        (vec![day("2024-06-15", "24", "false"), day("2024-06-16", "12", "false")], false),
        (vec![day("2024-06-15", "24", "false"), day("2024-06-16", "12.01", "false")], true),
        // Hours with time off in return count all the same.
        (vec![day("2024-06-15", "24", "true"), day("2024-06-16", "12.01", "true")], true),
        // Workdays count, statutory holidays and other months do not.
        (
            vec![
                day("2024-06-15", "24", "true"),
                day("2024-06-16", "10", "true"),
                day("2024-06-12", "2", ""),
            ],
            false,
        ),
        (
            vec![
                day("2024-06-15", "24", "true"),
                day("2024-06-16", "10", "true"),
                day("2024-06-12", "2.01", ""),
            ],
            true,
        ),
        (
            vec![
                day("2024-06-15", "24", "true"),
                day("2024-06-16", "12", "true"),
                day("2024-06-10", "8", ""),
            ],
            false,
        ),
        (vec![day("2024-06-15", "24", "true"), day("2024-07-06", "24", "true")], false),
        // The same month of another year is another month.
        (vec![day("2024-06-15", "24", "true"), day("2025-06-14", "24", "true")], false),
    ] {
        let form = overtime(&rows);
        let codes = warnings(&assess(&POLICY, &form));
        assert_eq!(codes.contains(&"over-monthly-limit"), warned, "{rows:?}");
    }
    let form = overtime(&[
        day("2024-06-15", "24", "true"),
        day("2024-06-16", "10", "true"),
        day("2024-06-12", "4", ""),
    ]);
    assert_eq!(warnings(&assess(&POLICY, &form)), ["over-daily-limit", "over-monthly-limit"]);
}

#[test]
fn wage_and_table_are_missing_in_this_order() {
    let result = assess(&POLICY, &[]);
    assert_eq!(result.missing, ["monthlyWage", "overtime"]);
    assert_eq!(result.amount, None);
    // Without a wage the hours are known already, their worth is not.
    let form = with(&overtime(&[day("2024-06-12", "4", "")]), &[("monthlyWage", "")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.missing, ["monthlyWage"]);
    assert_eq!(value(&result, "workdayHours"), "4");
    assert_eq!(row_amounts(&result, "overtime"), ["—"]);
    assert_eq!(warnings(&result), ["over-daily-limit"]);
    // An empty table is an answer.
    let form = overtime(&[]);
    let result = assess(&POLICY, &form);
    assert_eq!((result.amount.as_deref(), result.missing.len()), (Some("0.00"), 0));
}

#[test]
fn time_off_has_to_be_answered_on_rest_days() {
    let form = overtime(&[
        day("2024-06-12", "1", ""),
        day("2024-06-15", "1", ""),
        day("2024-06-10", "1", ""),
    ]);
    assert_eq!(problems(&POLICY, &form), ["overtime[1].timeOffGiven: required"]);
    // Where it is not asked it is ignored, right or wrong.
    let form = overtime(&[day("2024-06-12", "1", "maybe"), day("2024-06-10", "1", "maybe")]);
    assert_eq!(assess(&POLICY, &form).amount.as_deref(), Some("225.00"));
}

#[test]
fn it_is_a_citizens_policy_without_a_period() {
    assert!(matches!(POLICY.audience, Audience::Citizen));
    assert_eq!(POLICY.status(Date::new(2026, 11, 21).unwrap()), Status::Reference);
}

#[test]
fn bad_cells_are_refused_by_row_and_column() {
    let form = with(
        &overtime(&[
            day("2019-12-31", "1", ""),
            day("2027-01-01", "1", ""),
            day("2024-02-30", "1", ""),
            day("2024-06-12", "0", ""),
            day("2024-06-12", "24.01", ""),
            day("2024-06-12", "1.001", ""),
            day("", "x", ""),
            day("2024-06-15", "1", "yes"),
        ]),
        &[("monthlyWage", "0")],
    );
    assert_eq!(
        problems(&POLICY, &form),
        [
            "monthlyWage: out-of-range",
            "overtime[0].date: out-of-range",
            "overtime[1].date: out-of-range",
            "overtime[2].date: invalid-date",
            "overtime[3].hours: out-of-range",
            "overtime[4].hours: out-of-range",
            "overtime[5].hours: too-many-decimals",
            "overtime[6].date: required",
            "overtime[6].hours: not-a-number",
            "overtime[7].timeOffGiven: wrong-type",
        ]
    );
    let bounds = overtime(&[day("2024-06-12", "0.01", ""), day("2024-06-13", "24", "")]);
    let result = assess(&POLICY, &bounds);
    assert_eq!(row_amounts(&result, "overtime"), ["0.75", "1800.00"]);
}
