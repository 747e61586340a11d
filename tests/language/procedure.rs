//! Steps of the procedure: whose they are, and what is written of them.

use crate::support::{file, input, mistakes, policy, result};

const STEPS: &str = r#"
[[deadline]]
name    = "申请截止"
id      = "applyBy"
en      = "apply by"
formula = "2025-12-31"
source  = "通知"

[[procedure]]
title  = { zh = "等候", en = "Wait" }
when   = "人数 ≤ 300人"
duty   = "none"
text   = { zh = "不用办。", en = "Nothing to do." }

[[procedure]]
title  = { zh = "申请", en = "Apply" }
who    = { zh = "大型企业", en = "large enterprises" }
when   = "人数 > 300人"
duty   = "apply"
by     = "申请截止"
text   = { zh = "自行申请。", en = "Apply." }
missed = { zh = "逾期不再受理。", en = "Late ones are not accepted." }

[[procedure.material]]
name   = { zh = "申请表", en = "Form" }
waived = true

[[procedure]]
title = { zh = "派遣单位申请", en = "Dispatch firms apply" }
who   = { zh = "劳务派遣单位", en = "dispatch firms" }
text  = { zh = "另行申请。", en = "Apply apart." }

[[procedure]]
title = { zh = "公示", en = "List" }
text  = { zh = "公示5日。", en = "The list is open for five days." }

[[example]]
name   = { zh = "恰为300人：不用申请", en = "Exactly 300 people" }
inputs = { "人数" = 300 }
expect = { procedure = ["等候", "公示"] }
"#;

fn steps() -> String {
    file(&[&input("人数", "people", "count", "unit = \"人\""), STEPS])
}

/// What is said of each step: that it is gone, that it is not, or nothing.
fn applies(answers: &[(&str, &str)]) -> [Option<bool>; 4] {
    let policy = policy(&steps());
    let result = result(&policy, answers);
    let steps: Vec<_> = result.procedure.iter().map(|step| step.applies).collect();
    steps.try_into().unwrap()
}

#[test]
fn a_step_is_the_applicants_where_the_answers_say_so() {
    assert_eq!(applies(&[("people", "300")]), [Some(true), Some(false), None, Some(true)]);
    assert_eq!(applies(&[("people", "301")]), [Some(false), Some(true), None, Some(true)]);
    // As long as they do not, and where they never do, nobody knows.
    assert_eq!(applies(&[]), [None, None, None, Some(true)]);
}

#[test]
fn steps_that_are_everybodys_are_not_told_apart() {
    let everybodys = "[[procedure]]\ntitle = { zh = \"公示\", en = \"List\" }\ntext = { zh = \"公示\", en = \"List\" }\n";
    let conditions = "[[condition]]\nname = \"有人\"\nid = \"some\"\nen = \"some\"\nformula = \"人数 ≥ 1人\"\nsource = \"通知\"\n\
        [[example]]\nname = { zh = \"一人\", en = \"One\" }\ninputs = { \"人数\" = 1 }\nexpect = { eligibility = \"eligible\" }\n";
    let policy = policy(&file(&[
        &input("人数", "people", "count", "unit = \"人\""),
        conditions,
        everybodys,
    ]));
    assert!(result(&policy, &[("people", "1")]).procedure.is_empty());
}

#[test]
fn what_is_wrong_with_a_step_is_said() {
    for (was, is, told) in [
        ("by     = \"申请截止\"", "by = \"截止\"", "没有名为“截止”的 [[deadline]]"),
        ("duty   = \"apply\"", "duty = \"must\"", "只能写：none、confirm、apply"),
        ("when   = \"人数 > 300人\"", "when = \"人数\"", "“是”或“否”的判断"),
        ("when   = \"人数 > 300人\"", "when = \"职工数 > 300人\"", "职工数"),
        ("[\"等候\", \"公示\"]", "[\"申请\"]", "办理步骤写的是 申请，算出来是 等候、公示"),
        ("waived = true", "needed = false", "needed"),
    ] {
        let file = steps().replacen(was, is, 1);
        let found = mistakes(&file).join("；");
        assert!(found.contains(told), "{is}: {found}");
    }
}
