//! `[[clause]]`: what renders a passage of the notice cites it without saying so again.

use crate::support::{file, mistakes, policy, result};

const CLAUSES: &str = r#"
[[clause]]
source    = "通知：第一条"
parameter = [{ name = "起点", en = "least", value = "2人" }]
input     = [{ name = "人数", en = "people", type = "count", unit = "人" }]
condition = [{ name = "够了", en = "enough", formula = "人数 ≥ 起点" }]

[[clause]]
source = "通知：第二条"
amount = { name = "金额", en = "amount", formula = "人数 × 标准" }

[[clause.parameter]]
name   = "标准"
en     = "rate"
value  = "100元/人"
source = "通知：附件"

[[example]]
name   = { zh = "两人", en = "Two" }
inputs = { "人数" = 2 }
expect = { eligibility = "eligible", amount = "200.00" }
"#;

#[test]
fn each_item_cites_the_passage_of_its_clause() {
    let policy = policy(&file(&[CLAUSES]));
    let result = result(&policy, &[("people", "2")]);
    let condition = format!("{:?}", result.conditions[0].source);
    assert!(condition.contains("第一条"), "{condition}");
    let written = format!("{policy:?}");
    let cited = |passage: &str| written.matches(&format!("Some(\"{passage}\")")).count();
    // The rate has a citation of its own, which goes before that of its clause.
    assert_eq!(["第一条", "第二条", "附件"].map(cited), [3, 1, 1], "{written}");
}

#[test]
fn what_was_written_before_is_the_same_policy() {
    let flat = r#"
[[parameter]]
name = "起点"
en = "least"
value = "2人"
source = "通知：第一条"
[[input]]
name = "人数"
en = "people"
type = "count"
unit = "人"
source = "通知：第一条"
"#;
    let rest = |source: &str| {
        format!(
            "[[condition]]\nname = \"够了\"\nen = \"enough\"\nformula = \"人数 ≥ 起点\"\n{source}[[example]]\nname = {{ zh = \"两人\", en = \"Two\" }}\ninputs = {{ \"人数\" = 2 }}\nexpect = {{ eligibility = \"eligible\" }}\n"
        )
    };
    assert_eq!(mistakes(&file(&[flat, &rest("source = \"通知：第一条\"\n")])), [""; 0]);
    // Outside a clause, nothing is cited by itself.
    assert_eq!(mistakes(&file(&[flat, &rest("")])), ["缺少“source”；请补写一行：source = …"]);
}

#[test]
fn a_clause_says_which_passage_it_renders() {
    let without = CLAUSES.replacen("source    = \"通知：第一条\"\n", "", 1);
    assert_eq!(mistakes(&file(&[&without])), ["缺少“source”；请补写一行：source = …"]);
    let unknown = CLAUSES.replace("通知：第一条", "通告：第一条");
    assert_eq!(
        mistakes(&file(&[&unknown])),
        ["没有简称为“通告”的文件；请在 [[source]] 中登记；是否想写“通知”？"]
    );
    let stray = CLAUSES.replace("amount = {", "title = \"二\"\namount = {");
    assert_eq!(mistakes(&file(&[&stray])), ["这里没有名为“title”的键；是否想写“note”？"]);
}

#[test]
fn figures_of_different_years_each_cite_their_own() {
    let dated = CLAUSES.replace(
        "value  = \"100元/人\"\nsource = \"通知：附件\"",
        "until = 2025\nhistory = [{ from = 2024, value = \"100元/人\" }]",
    );
    let told = mistakes(&file(&[&dated]));
    assert!(told.iter().any(|told| told.starts_with("缺少“source”")), "{told:?}");
}

#[test]
fn there_is_one_amount() {
    let twice = format!(
        "[amount]\nname = \"另\"\nen = \"other\"\nformula = \"1元\"\nsource = \"通知\"\n{CLAUSES}"
    );
    assert_eq!(mistakes(&file(&[&twice])), ["“amount”只能写一次"]);
}
