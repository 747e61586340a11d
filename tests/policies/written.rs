//! Answers as people write them, in files and in fields: read, refused and quoted.

use std::sync::LazyLock;

use crate::support::{CALENDAR, form, policy, with};
use wengang::{Locale, Policy, Raw, evaluate};

static NATIONAL: LazyLock<Policy> = LazyLock::new(|| policy("national/stabilisation-refund"));
static SHANGHAI: LazyLock<Policy> = LazyLock::new(|| policy("shanghai/2024-stabilisation-refund"));
static SIZES: LazyLock<Policy> = LazyLock::new(|| policy("national/enterprise-size"));

/// The one problem with an answer, in words; empty where there is none.
fn refusal(policy: &Policy, form: &[(String, Raw)], field: &str, raw: Raw) -> String {
    let kept = form.iter().filter(|given| given.0 != field);
    let form: Vec<_> = kept.cloned().chain([(field.to_owned(), raw)]).collect();
    match evaluate(policy, &CALENDAR, &form, Locale::Chinese) {
        Ok(_) => String::new(),
        Err(problems) => {
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert_eq!(problems[0].field, field);
            problems[0].message.chinese.clone()
        }
    }
}

fn written(text: &str) -> Raw {
    Raw::Written(text.to_owned())
}

fn typed(text: &str) -> Raw {
    Raw::Typed(text.to_owned())
}

/// A refund of 100,000 yuan at the city's own rate.
fn refund(rate: Raw) -> Result<String, String> {
    let mut form = form(&[
        ("schemeYear", "2025"),
        ("enterpriseSize", "small"),
        ("layoffFormula", "claimants"),
        ("averageInsured", "1000"),
        ("claimants", "25"),
        ("smallUnitHeadcount", "1000"),
        ("premiumMonths", "12"),
        ("premiumsPaid", "100000"),
    ]);
    form.push(("localRate".to_owned(), rate));
    evaluate(&NATIONAL, &CALENDAR, &form, Locale::Chinese)
        .map(|assessment| assessment.amount.unwrap_or_default())
        .map_err(|problems| problems[0].message.chinese.clone())
}

#[test]
fn a_bare_percentage_is_per_cent_beside_the_sign_and_a_fraction_elsewhere() {
    for (rate, amount) in [
        (typed("5.5"), "5500.00"),
        (typed("5.5%"), "5500.00"),
        (typed("５．５％"), "5500.00"),
        (written("5.5%"), "5500.00"),
        (written("0.055"), "5500.00"),
        (Raw::Text("0.055".to_owned()), "5500.00"),
    ] {
        assert_eq!(refund(rate.clone()).as_deref(), Ok(amount), "{rate:?}");
    }
}

#[test]
fn a_decimal_comma_is_no_number_anywhere() {
    for text in ["5,5", "2,5%", "6,0", "５，５"] {
        for raw in [typed(text), written(text)] {
            assert_eq!(refund(raw), Err(format!("“当地的返还比例”应填数字；填写的是“{text}”")));
        }
    }
}

#[test]
fn what_is_out_of_range_is_quoted_as_it_was_given_with_the_limits_in_its_unit() {
    let label = "“当地的返还比例”";
    for text in ["125", "150%", "-5", "１２５％"] {
        let message = format!("{label}应在0至100%之间；填写的是“{text}”");
        assert_eq!(refund(typed(text)), Err(message), "{text}");
    }
    assert_eq!(refund(written("125%")), Err(format!("{label}应在0至100%之间；填写的是“125%”")));
    for raw in [written("1.25"), Raw::Text("1.25".to_owned()), Raw::Number("1.25".to_owned())] {
        assert_eq!(refund(raw), Err(format!("{label}应在0至1（100%）之间；填写的是“1.25”")));
    }
}

/// Shanghai's refund of a small enterprise, 7,380.00 yuan.
fn enterprise() -> Vec<(String, Raw)> {
    form(&[
        ("employerKind", "enterprise"),
        ("enterpriseSize", "small"),
        ("paidAsRequired", "true"),
        ("seriouslyDishonest", "false"),
        ("insuredFullYear", "true"),
        ("insuredAtStart", "100"),
        ("insuredAtEnd", "97"),
        ("naturalAttrition", "1"),
        ("premiumsPaid", "12300.00"),
    ])
}

#[test]
fn a_register_may_be_written_in_chinese() {
    let fields = [
        ("employerKind", "企业"),
        ("enterpriseSize", " 小型 "),
        ("paidAsRequired", "TRUE"),
        ("seriouslyDishonest", "无"),
        ("insuredFullYear", "√"),
        ("insuredAtStart", "100人"),
        ("insuredAtEnd", "９７"),
        ("naturalAttrition", "1"),
        ("premiumsPaid", "￥1.23万元"),
    ];
    let fields = fields.map(|(id, text)| (id.to_owned(), written(text)));
    let result = evaluate(&SHANGHAI, &CALENDAR, &fields, Locale::Chinese).unwrap();
    assert_eq!(result.amount.as_deref(), Some("7380.00"));
    for size in ["小型企业", "Small enterprise"] {
        let mut fields = fields.clone();
        fields[1].1 = written(size);
        let result = evaluate(&SHANGHAI, &CALENDAR, &fields, Locale::Chinese).unwrap();
        assert_eq!(result.amount.as_deref(), Some("7380.00"), "{size}");
    }
    assert_ne!(refusal(&SHANGHAI, &enterprise(), "enterpriseSize", written("小微企业")), "");
    let industry = [("industry".to_owned(), written("制造业"))];
    assert!(evaluate(&SIZES, &CALENDAR, &industry, Locale::Chinese).is_ok());
}

#[test]
fn programs_are_read_as_strictly_as_ever() {
    for (field, text) in [
        ("employerKind", "企业"),
        ("paidAsRequired", "是"),
        ("insuredAtStart", "100人"),
        ("premiumsPaid", "1.23万"),
        ("premiumsPaid", "￥12300"),
        ("insuredAtEnd", "38453÷12"),
    ] {
        let text = Raw::Text(text.to_owned());
        assert_ne!(refusal(&SHANGHAI, &enterprise(), field, text.clone()), "", "{text:?}");
    }
}

#[test]
fn what_a_person_is_told_names_choices_as_people_know_them() {
    let form = enterprise();
    assert_eq!(
        refusal(&SHANGHAI, &form, "enterpriseSize", written("特大型")),
        "“企业划型”没有这个选项，可选：大型、中型、小型、微型；填写的是“特大型”"
    );
    assert_eq!(
        refusal(&SHANGHAI, &form, "paidAsRequired", typed("待定")),
        "“2023年度是否依法参加失业保险并按规定缴费？”应填“是”或“否”；填写的是“待定”"
    );
    assert_eq!(
        refusal(&SHANGHAI, &form, "insuredAtEnd", typed("97元")),
        "“2023年12月失业保险参保人数”应填数字；填写的是“97元”"
    );
}

#[test]
fn an_exponent_is_out_of_range_at_once_however_large() {
    for number in ["1e2147483647", "1e-2147483648", "-1e99999999999999999999", "1e61"] {
        let raw = Raw::Number(number.to_owned());
        assert_ne!(refusal(&SHANGHAI, &enterprise(), "insuredAtEnd", raw), "", "{number}");
    }
    let raw = Raw::Number("0e2147483647".to_owned());
    assert_eq!(refusal(&SHANGHAI, &enterprise(), "insuredAtEnd", raw), "");
}

#[test]
fn blanks_that_cannot_be_seen_are_no_answer() {
    for blank in ["", " ", "\u{3000}", "\u{200b}", "\u{feff}\u{a0}"] {
        let form = with(&enterprise(), &[]);
        assert_eq!(refusal(&SHANGHAI, &form, "insuredAtEnd", typed(blank)), "", "{blank:?}");
    }
}
