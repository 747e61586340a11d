//! Numbers of people and organisations: one person is one person, however the number is typed.

use wengang::{Locale, Policy, Raw, evaluate};

use crate::support::{CALENDAR, file, input, policy, value};

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
}
