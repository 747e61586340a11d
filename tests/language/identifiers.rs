//! Numbers of people and organisations: one person is one person, however the number is typed.

use wengang::{Locale, Policy, Raw, evaluate};

use crate::support::{CALENDAR, file, input, mistakes, policy, result, value};

fn roster(kind: &str) -> Policy {
    let parts = [
        "[[input]]\nname = \"名单\"\nid = \"roster\"\nen = \"roster\"\ntype = \"table\"\nunit = \"人\"\n".to_owned(),
        input("身份证号", "number", kind, "").replace("[[input]]", "[[input.column]]"),
        "[[input.check]]\ncode = \"twice\"\nmessage = { zh = \"重复\", en = \"twice\" }\ndistinct = [\"身份证号\"]\n".to_owned(),
        value("人数", "people", "计数（名单）"),
    ];
    policy(&file(&parts.each_ref().map(String::as_str)))
}

/// How many people there are, or what is wrong.
fn counted(policy: &Policy, numbers: &[&str]) -> Result<String, String> {
    let row = |number: &&str| Some(vec![("number".to_owned(), Raw::Text((*number).to_owned()))]);
    let form = vec![("roster".to_owned(), Raw::Table(numbers.iter().map(row).collect()))];
    evaluate(policy, &CALENDAR, &form, Locale::Chinese)
        .map(|result| result.steps[0].display.clone())
        .map_err(|problems| format!("{}：{}", problems[0].code.id(), problems[0].message.chinese))
}

const SAME: [&str; 4] = [
    "11010519491231002X",
    "11010519491231002x",
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105 19491231 002x",
];

#[test]
fn one_person_is_counted_once() {
    assert_eq!(counted(&roster("identity-number"), &SAME), Ok("1人".to_owned()));
    assert_eq!(counted(&roster("identifier"), &SAME), Ok("1人".to_owned()));
    // Text is only ever compared as it stands.
    assert_eq!(counted(&roster("text"), &SAME), Ok("4人".to_owned()));
}

#[test]
fn a_wrong_digit_is_told() {
    let wrong = counted(&roster("identity-number"), &["110105194912310021"]);
    let told =
        "wrong-type：“身份证号”应填18位公民身份号码，其中有一位不对；填写的是“110105194912310021”";
    assert_eq!(wrong, Err(told.to_owned()));
    assert_eq!(counted(&roster("identifier"), &["110105194912310021"]), Ok("1人".to_owned()));
    assert!(counted(&roster("credit-code"), &["91310000MA1FL00010"]).is_err());
    // What the page puts into links in the place of numbers.
    let stand_ins =
        [("identity-number", "000000194912310019"), ("credit-code", "000000000000000013")];
    for (kind, number) in stand_ins {
        assert_eq!(counted(&roster(kind), &[number]), Ok("1人".to_owned()), "{number}");
    }
}

/// Who is hired when, and from which age on.
fn hiring(formula: &str) -> String {
    let condition = "[[condition]]\nname = \"已满16周岁\"\nid = \"old\"\nen = \"old enough\"\nformula = \"周岁（出生日期（身份证号），录用日期） ≥ 16岁\"\nsource = \"通知\"\n";
    let example = "[[example]]\nname = { zh = \"恰满\", en = \"Exactly\" }\ninputs = { \"身份证号\" = \"110105200811300015\", \"录用日期\" = 2024-12-01 }\nexpect = { eligibility = \"eligible\" }\n";
    let parts = [
        input("身份证号", "number", "identity-number", ""),
        input("录用日期", "hired", "date", ""),
        value("结果", "result", formula),
        condition.to_owned(),
        example.to_owned(),
    ];
    file(&parts.each_ref().map(String::as_str))
}

#[test]
fn a_number_says_when_somebody_was_born_and_is_shown_nowhere() {
    let policy = policy(&hiring("年份（出生日期（身份证号））"));
    for (number, hired, eligible) in [
        ("110105200811300015", "2024-12-01", true),
        ("110105200811300015", "2024-11-30", false),
        ("１１０１０５　２００８１１３０　００１５", "2024-12-01", true),
    ] {
        let result = result(&policy, &[("number", number), ("hired", hired)]);
        assert_eq!(result.eligibility == wengang::Eligibility::Eligible, eligible);
        let told = format!("{:?}{:?}", result.steps, result.conditions);
        assert!(told.contains("2008"), "{told}");
        assert!(!told.contains("110105") && !told.contains("0015"), "{told}");
    }
    assert_eq!(result(&policy, &[("hired", "2026-01-01")]).missing, ["number"]);
}

#[test]
fn only_the_number_of_a_citizen_says_when_somebody_was_born() {
    let sound = hiring("年份（出生日期（身份证号））");
    for kind in ["text", "identifier", "credit-code"] {
        let told = mistakes(&sound.replace("identity-number", kind)).join("");
        assert!(told.contains("请写：出生日期（身份证号）"), "{kind}: {told}");
    }
    for formula in ["年份（出生日期（录用日期））", "年份（出生日期（身份证号，身份证号））"]
    {
        let told = mistakes(&hiring(formula)).join("");
        assert!(told.contains("请写：出生日期（身份证号）"), "{formula}: {told}");
    }
    // An item may be called so, too.
    let named = sound.replace("name = \"录用日期\"", "name = \"出生日期\"");
    let named =
        named.replace("，录用日期）", "，出生日期）").replace("\"录用日期\" =", "\"出生日期\" =");
    assert_eq!(mistakes(&named), [""; 0]);
}

/// A certificate's number of this type and pattern, given so: as it is compared, or what is wrong.
fn certificate(kind: &str, pattern: &str, given: &str) -> Result<bool, String> {
    let number = input("证书编号", "number", kind, &format!("pattern = \"{pattern}\""));
    let other = input("旧编号", "old", kind, "");
    let same =
        value("相同", "same", "证书编号 = 旧编号").replace("source", "boolean = true\nsource");
    let policy = policy(&file(&[&number, &other, &same]));
    let form = [("number", given), ("old", "沪2024-A")];
    let form = form.map(|(id, text)| (id.to_owned(), Raw::Text(text.to_owned())));
    evaluate(&policy, &CALENDAR, &form, Locale::Chinese)
        .map(|result| result.values[0].1 == wengang::Plain::Boolean(true))
        .map_err(|problems| format!("{}：{}", problems[0].code.id(), problems[0].message.chinese))
}

#[test]
fn a_text_has_the_form_that_is_asked_for() {
    assert_eq!(certificate("text", "沪####-@", "沪2024-A"), Ok(true));
    assert_eq!(certificate("text", "沪####-@", "沪2024-a"), Ok(false));
    assert_eq!(certificate("identifier", "沪####-@", " 沪２０２４－ａ"), Ok(true));
    // The pattern is folded as the answers are.
    assert_eq!(certificate("identifier", "沪＃＃＃＃ － a", "沪2024-A"), Ok(true));
    let told = "wrong-type：“证书编号”应写成“沪####-@”的样子，# 是一个数字，@ 是一个字母；填写的是“沪24-A”";
    assert_eq!(certificate("text", "沪####-@", "沪24-A"), Err(told.to_owned()));
    assert_eq!(certificate("identifier", "沪####-@", "沪24-A"), Err(told.to_owned()));
}
