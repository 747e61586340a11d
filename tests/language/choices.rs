//! Several choices at once.

use wengang::{Locale, Policy, Raw, amount_range, evaluate};

use crate::support::{CALENDAR, file, input, mistakes, policy, result, step, value};

const CHOICES: &str = "choices = [{ name = \"养老保险\", id = \"pension\", en = \"pension\" }, \
    { name = \"医疗保险\", id = \"medical\", en = \"medical\" }, \
    { name = \"农、林、牧业保险\", id = \"farm\", en = \"farm insurance\" }]";

fn insurances(more: &str) -> String {
    input("险种", "insurances", "choices", &format!("{CHOICES}\n{more}"))
}

fn amount(formula: &str) -> String {
    format!(
        "[amount]\nname = \"补贴\"\nen = \"subsidy\"\nformula = \"{formula}\"\nsource = \"通知\"\n"
    )
}

/// 50 yuan an insurance, and 100 more for a pension.
fn each_of_them(more: &str) -> Policy {
    let formula = "个数（险种） × 50元/项 + （如果 险种 包含 养老保险 则 100元 否则 0元）";
    policy(&file(&[&insurances(more), &amount(formula)]))
}

fn read(policy: &Policy, answer: Raw) -> Result<String, String> {
    let form = [("insurances".to_owned(), answer)];
    match evaluate(policy, &CALENDAR, &form, Locale::Chinese) {
        Ok(result) => Ok(result.amount.clone().unwrap_or_default()),
        Err(problems) => Err(format!("{} {}", problems[0].code.id(), problems[0].message.chinese)),
    }
}

#[test]
fn as_many_hold_as_are_chosen() {
    let policy = each_of_them("");
    for (answer, amount) in [
        ("pension", "150.00"),
        ("medical,pension", "200.00"),
        ("养老保险、医疗保险", "200.00"),
        ("养老保险；医疗保险/农、林、牧业保险", "250.00"),
        ("农、林、牧业保险，ＭＥＤＩＣＡＬ", "100.00"),
        ("以上都没有", "0.00"),
        ("无", "0.00"),
    ] {
        assert_eq!(
            read(&policy, Raw::Written(answer.to_owned())).as_deref(),
            Ok(amount),
            "{answer}"
        );
    }
    assert_eq!(
        read(&policy, Raw::list(&[Some("medical"), Some("养老保险")])).as_deref(),
        Ok("200.00")
    );
    assert_eq!(read(&policy, Raw::list(&[])).as_deref(), Ok("0.00"));
    // Nothing said is not none.
    assert_eq!(result(&policy, &[]).missing, ["insurances"]);
}

#[test]
fn what_names_no_selection_is_refused_with_what_was_given_and_what_is_allowed() {
    let policy = each_of_them("min = \"1项\"\nmax = \"2项\"");
    let refused = |answer: Raw| read(&policy, answer).unwrap_err();
    let written = |answer: &str| refused(Raw::Written(answer.to_owned()));
    assert_eq!(
        written("养老保险、工伤保险"),
        "unknown-choice “险种”没有这个选项，可选：养老保险、医疗保险、农、林、牧业保险；填写的是“工伤保险”"
    );
    assert_eq!(
        written("养老保险、pension"),
        "repeated-choice “险种”里“养老保险”选了两次，每个选项只选一次"
    );
    assert_eq!(written("无"), "out-of-range “险种”应选1至2项；选的是0项");
    assert_eq!(written("pension,medical,farm"), "out-of-range “险种”应选1至2项；选的是3项");
    assert!(written("、").starts_with("unknown-choice"));
    assert_eq!(
        refused(Raw::list(&[Some("pension"), Some("x")])),
        "unknown-choice “险种”没有这个选项，可选：pension、medical、farm；填写的是“x”"
    );
    for none in [Raw::Boolean(true), Raw::list(&[None]), Raw::LongTable(9)] {
        assert!(refused(none).starts_with("wrong-type “险种”应填由选项的代码组成的列表"));
    }
}

#[test]
fn labels_stand_in_the_order_of_the_policy() {
    let chosen = value("养老补贴", "extra", "如果 险种 包含 养老保险 则 100元 否则 0元");
    let number = value("项数", "number", "个数（险种） + 0项");
    let uses = amount("养老补贴 + 项数 × 1元/项");
    let policy = policy(&file(&[&insurances(""), &chosen, &number, &uses]));
    let both = [("insurances", "farm,medical")];
    let (_, worked_out) = step(&policy, "extra", &both);
    assert_eq!(worked_out, "险种（医疗保险、农、林、牧业保险）不包含 养老保险，取 0元");
    assert_eq!(
        step(&policy, "extra", &[("insurances", "pension")]).1,
        "险种 包含 养老保险，取 100元"
    );
    assert_eq!(step(&policy, "number", &both).1, "2项 + 0项");
    let (_, none) = step(&policy, "extra", &[("insurances", "none")]);
    assert_eq!(none, "险种（以上都没有）不包含 养老保险，取 0元");
}

#[test]
fn what_can_still_be_chosen_is_gone_through() {
    let range = |policy: &Policy| {
        let range = amount_range(policy, &CALENDAR, &[]).unwrap();
        [range.least, range.most].map(Option::unwrap_or_default)
    };
    assert_eq!(range(&each_of_them("")), ["0.00", "250.00"]);
    // None of these leaves out the pension, and none has all.
    assert_eq!(range(&each_of_them("min = \"1项\"\nmax = \"2项\"")), ["50.00", "200.00"]);
}

#[test]
fn a_divisor_is_proved_by_how_many_must_be_chosen() {
    let share = |more| {
        let shared = amount("300元 / 个数（险种） × 1项");
        mistakes(&file(&[&insurances(more), &shared]))
    };
    assert_eq!(share("min = \"1项\""), [""; 0]);
    assert!(share("")[0].contains("可以为 0"), "{:?}", share(""));
}

#[test]
fn what_several_choices_cannot_do_is_refused() {
    let told = |formula: &str| {
        let holds = value("判断", "holds", formula) + "boolean = true\n";
        mistakes(&file(&[&insurances(""), &holds, &amount("如果 判断 则 1元 否则 0元")]))
    };
    let only = ["“险种”可以同时选几项，公式里写“险种 包含 …”或“个数（险种）”"];
    assert_eq!(told("险种 = 养老保险"), only);
    assert_eq!(told("险种 属于（养老保险、医疗保险）"), only);
    assert_eq!(
        told("险种 包含（养老保险、医疗保险）"),
        [
            "一个“包含”只看一个选项；有一项就行：险种 包含 养老保险 或 险种 包含 医疗保险；各项都要：把“或”改成“且”"
        ]
    );
    assert_eq!(
        told("险种 不包含 养老保险"),
        ["“不包含”写成“非”和“包含”：非 甲 包含 …；请写：非 险种 包含 养老保险"]
    );
    assert_eq!(
        told("险种包含养老保险"),
        ["“险种包含养老保险”中，“包含”与名称之间要空格；请写：险种 包含 养老保险"]
    );
    assert_eq!(told("险种 包含 工伤保险"), ["没有名为“工伤保险”的项目；是否想写“医疗保险”？"]);
    assert_eq!(told("险种 包含 养老保险 且 非 险种 包含 养老保险").len(), 1);
}

#[test]
fn the_words_are_still_names_of_items() {
    let named = value("包含", "included", "个数 + 0元") + &input("个数", "number", "money", "");
    let policy = policy(&file(&[&named, &amount("包含 + 个数")]));
    assert_eq!(result(&policy, &[("number", "2")]).amount.as_deref(), Some("4.00"));
}
