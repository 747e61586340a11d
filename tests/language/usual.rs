//! `usual`: an answer that is allowed but hardly ever right is asked about, and counts all the same.

use wengang::{Locale, Raw, evaluate};

use crate::support::{CALENDAR, file, input, mistakes, policy, value};

fn headcount(usual: &str) -> String {
    let question =
        input("人数", "people", "count", &format!("unit = \"人\"\nmin = \"1人\"\n{usual}"));
    file(&[&question, &value("双倍", "twice", "人数 × 2")])
}

/// What is asked about, in both languages.
fn asked(policy: &wengang::Policy, form: &[(String, Raw)]) -> Vec<(String, String, String)> {
    let [chinese, english] = [Locale::Chinese, Locale::English]
        .map(|locale| evaluate(policy, &CALENDAR, form, locale).unwrap().hints);
    let both = chinese.iter().zip(&english);
    both.map(|(chinese, english)| {
        let text = |text: &str| text.to_owned();
        (text(chinese.code), text(chinese.message), text(english.message))
    })
    .collect()
}

fn answered(people: &str) -> Vec<(String, Raw)> {
    vec![("people".to_owned(), Raw::Text(people.to_owned()))]
}

#[test]
fn an_answer_outside_is_asked_about_and_counts() {
    let policy = policy(&headcount("usual = { from = \"3人\", to = \"5000人\" }"));
    for usual in ["3", "5000", "100"] {
        assert_eq!(asked(&policy, &answered(usual)), []);
    }
    for unusual in ["2", "5001"] {
        let told = asked(&policy, &answered(unusual));
        assert_eq!(
            told,
            [(
                "unusual-people".to_owned(),
                "“人数”：通常在3人至5,000人之间，请核对所填的内容。".to_owned(),
                "“People”: usually from 3 people to 5,000 people. Please check the answer."
                    .to_owned()
            )]
        );
        let result = evaluate(&policy, &CALENDAR, &answered(unusual), Locale::Chinese).unwrap();
        assert!(result.warnings.is_empty());
    }
    assert_eq!(asked(&policy, &[]), []);
}

#[test]
fn one_end_is_enough_and_a_text_of_its_own_goes_first() {
    let above = policy(&headcount("usual = { to = \"500人\" }"));
    assert_eq!(asked(&above, &answered("501"))[0].1, "“人数”：通常不大于500人，请核对所填的内容。");
    let own = "usual = { to = \"500人\", message = { zh = \"真有这么多？\", en = \"So many?\" } }";
    let told = asked(&policy(&headcount(own)), &answered("501"));
    assert_eq!((&*told[0].1, &*told[0].2), ("真有这么多？", "So many?"));
}

#[test]
fn each_cell_of_a_column_is_looked_at() {
    let table = "[[input]]\nname = \"名单\"\nid = \"roster\"\nen = \"roster\"\ntype = \"table\"\nunit = \"人\"\n";
    let wage = input("工资", "wage", "money", "usual = { from = \"1000元\", to = \"50000元\" }");
    let since = input("入职", "since", "date", "usual = { from = 2010-01-01 }\noptional = true");
    let columns = [wage, since].map(|column| column.replace("[[input]]", "[[input.column]]"));
    let total = value("总额", "total", "合计（名单，工资）");
    let policy = policy(&file(&[
        table,
        &columns[0],
        &columns[1],
        "[[input.check]]\ncode = \"old\"\nmessage = { zh = \"早\", en = \"early\" }\nformula = \"非 已填（入职） 或 入职 ≥ 2005-01-01\"\n[[example]]\nname = { zh = \"界限\", en = \"limit\" }\ninputs = { \"名单\" = [{ \"工资\" = 5000, \"入职\" = 2005-01-01 }] }\nexpect = { rows = { \"名单\" = [\"\"] } }\n",
        &total,
    ]));
    let rows = |wages: &[&str]| {
        let row = |wage: &&str| Some(vec![("wage".to_owned(), Raw::Text((*wage).to_owned()))]);
        vec![("roster".to_owned(), Raw::Table(wages.iter().map(row).collect()))]
    };
    assert_eq!(asked(&policy, &rows(&["1000", "50000"])), []);
    let told = asked(&policy, &rows(&["5000", "50"]));
    assert_eq!(told[0].0, "unusual-roster-wage");
    assert_eq!(told[0].1, "“工资”：通常在1,000元至50,000元之间，请核对所填的内容。");
}

#[test]
fn a_range_that_asks_of_nobody_is_a_mistake() {
    let wide = mistakes(&headcount("max = \"90人\"\nusual = { from = \"1人\", to = \"90人\" }"));
    assert_eq!(
        wide,
        ["通常的范围要比可以填的（1人至90人）小；from 不大于 to，两头都在可以填的范围之内"]
    );
    for (usual, told) in [
        ("max = \"90人\"\nusual = { to = \"91人\" }", "通常的范围要比可以填的（1人至90人）小"),
        (
            "max = \"90人\"\nusual = { from = \"9人\", to = \"8人\" }",
            "通常的范围要比可以填的（1人至90人）小",
        ),
        ("usual = {}", "“usual”要写 from 或 to"),
        ("usual = { to = \"500元\" }", "上下限的单位要与“unit”一致"),
        ("usual = { most = \"500人\" }", "这里没有名为“most”的键"),
    ] {
        let found = mistakes(&headcount(usual));
        assert!(found.iter().any(|found| found.starts_with(told)), "{usual}: {found:?}");
    }
    let text = file(&[&input("名称", "name", "text", "usual = { to = \"5\" }")]);
    assert!(mistakes(&text).contains(&"“usual”只用于数和日期".to_owned()), "{:?}", mistakes(&text));
}
