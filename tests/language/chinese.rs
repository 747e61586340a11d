//! Files in Chinese only: drafts, policies published so, English that stands apart, ids that come from English names.

use wengang::Locale;

use crate::support::{CALENDAR, file, mistakes, policy};

/// A policy with no word of English; `head` are further keys of the header.
fn chinese(head: &str) -> String {
    format!(
        r#"
id       = "example"
{head}
title    = "例子"
region   = "某市"
audience = "citizen"
scheme   = "example"
summary  = "例子"

[[source]]
name        = "通知"
title       = "关于例子的通知"
reliability = "primary"

[[input]]
name  = "人数"
label = {{ zh = "有多少人？" }}
type  = "count"
unit  = "人"

[[condition]]
name    = "有人"
formula = "人数 ≥ 1人"
source  = "通知：一"

[[example]]
name   = "一人"
inputs = {{ "人数" = 1 }}
expect = {{ eligibility = "eligible" }}
"#
    )
}

#[test]
fn a_draft_owes_neither_english_nor_ids() {
    let draft = policy(&chinese("draft = true"));
    assert!(draft.is_draft() && draft.version.starts_with("draft-"), "{}", draft.version);
    assert_eq!(draft.inputs[0].id(), "人数");
    // No text is empty, and none is guessed.
    for locale in [Locale::Chinese, Locale::English] {
        assert_eq!(draft.title.get(locale), "例子");
        assert_eq!(draft.inputs[0].label(locale), "有多少人？");
    }
}

#[test]
fn without_being_a_draft_it_owes_both() {
    let told = mistakes(&chinese(""));
    let owed = |what: &str| told.iter().filter(|mistake| mistake.starts_with(what)).count();
    // title, region, summary, title of the source; label and name of the input, name of the condition.
    assert_eq!((owed("缺少英文"), owed("缺少“en”"), told.len()), (4, 3, 7), "{told:#?}");
    assert_eq!(mistakes(&chinese("draft = false")), told);
}

#[test]
fn what_is_published_in_chinese_owes_ids_alone() {
    let told = mistakes(&chinese("languages = [\"zh\"]"));
    assert_eq!(told, ["缺少“id”；请补写一行：id = …"; 2]);
    let with_ids = chinese("languages = [\"zh\"]")
        .replace("name  = \"人数\"", "name  = \"人数\"\nid = \"people\"")
        .replace("name    = \"有人\"", "name    = \"有人\"\nid = \"some\"");
    let published = policy(&with_ids);
    assert!(!published.is_draft());
    assert_eq!(published.title.english, "例子");
    assert_eq!(mistakes(&with_ids.replace("\"zh\"]", "\"fr\"]")).len(), 2);
    assert!(mistakes(&with_ids.replace("\"zh\"]", "\"zh\", \"en\"]"))[0].starts_with("缺少英文"));
}

const ENGLISH: &str = r#"
[english]
"例子" = "Example"
"某市" = "Somewhere"
"关于例子的通知" = "Notice of an example"
"人数" = "people"
"有多少人？" = "How many people?"
"有人" = "some people"
"一人" = "One person"
"#;

#[test]
fn english_may_stand_apart() {
    let whole = policy(&(chinese("") + ENGLISH));
    assert_eq!(whole.title.english, "Example");
    assert_eq!(whole.inputs[0].label(Locale::English), "How many people?");
    assert_eq!(whole.examples[0].name.english, "One person");
    // It is part of what the policy says.
    let other = policy(&(chinese("") + &ENGLISH.replace("Somewhere", "Elsewhere")));
    assert_ne!(whole.version, other.version);
}

#[test]
fn english_of_nothing_is_a_mistake() {
    let told = mistakes(&(chinese("draft = true") + "[english]\n\"例于\" = \"Example\"\n"));
    assert_eq!(told, ["政策文件里没有缺英文的“例于”；是否想写“例子”？"]);
    // What has its English beside it needs no other.
    let twice = file(&[
        "[[note]]\ntext = { zh = \"说明\", en = \"note\" }\n[english]\n\"说明\" = \"note\"\n",
    ]);
    assert_eq!(
        mistakes(&twice),
        ["政策文件里没有缺英文的“说明”；请照抄政策文件里的中文，或删去这一行"]
    );
}

fn ids(names: &[&str]) -> Result<Vec<String>, Vec<String>> {
    let inputs = names.iter().enumerate().map(|(index, english)| {
        format!("[[input]]\nname = \"问题{index}\"\nen = \"{english}\"\ntype = \"text\"\noptional = true\n")
    });
    let used = names.iter().enumerate().map(|(index, _)| format!("已填（问题{index}）"));
    let formula = used.collect::<Vec<_>>().join(" 且 ");
    let condition = format!(
        "[[condition]]\nname = \"都填了\"\nen = \"All\"\nformula = \"{formula}\"\nsource = \"通知\"\n"
    );
    let text = file(&[&inputs.collect::<String>(), &condition]);
    let told = mistakes(&text);
    if !told.is_empty() {
        return Err(told);
    }
    Ok(policy(&text).inputs.iter().map(|input| input.id().to_owned()).collect())
}

#[test]
fn an_id_comes_from_the_english_name() {
    let found = ids(&["layoff-rate limit", "The employee’s share (2024)", "VAT"]).unwrap();
    assert_eq!(found, ["layoffRateLimit", "theEmployeesShare2024", "vat"]);
    let told = ids(&["layoff rate", "layoff-rate"]).unwrap_err();
    assert_eq!(told, ["“layoffRate”已用于另一项；编号是由英文名称得来的；请写一行 id = \"…\""]);
    // What begins with a digit is no id.
    assert_eq!(
        ids(&["2024 headcount"]).unwrap_err(),
        ["缺少“id”；由这个英文名称得不出编号；请补写一行：id = …"]
    );
}

#[test]
fn the_texts_without_english_are_listed_once() {
    let document = wengang::authoring::parse(&chinese("draft = true")).unwrap();
    let reading = wengang::Reading::of(&document, &CALENDAR);
    let listed = ["例子", "某市", "关于例子的通知", "人数", "有多少人？", "有人", "一人"];
    assert_eq!(reading.untranslated, listed);
}
