//! Amounts that consist of several, and those that are taken in turn up to a limit.

use wengang::Policy;

use crate::support::{file, input, mistakes, policy, result, value};

const TAXES: [(&str, &str); 3] =
    [("增值税", "valueAdded"), ("城建税", "city"), ("企业所得税", "income")];

/// Taxes that are reduced in turn; `amount` says how far.
fn taxes(amount: &str) -> String {
    let questions = TAXES.map(|(name, id)| input(name, id, "money", ""));
    let share = TAXES.map(|(name, id)| {
        value(&format!("{name}三分之一"), &format!("{id}Third"), &format!("{name} / 3"))
    });
    let names = TAXES.map(|(name, _)| format!("\"{name}三分之一\"")).join(", ");
    let amount = format!(
        "[amount]\nname = \"扣减\"\nen = \"reduction\"\nsource = \"通知\"\nparts = [{names}]\n{amount}"
    );
    file(&[
        &questions.concat(),
        &input("人数", "people", "count", "unit = \"人\""),
        &share.concat(),
        &amount,
    ])
}

fn parts(policy: &Policy, answers: &[(&str, &str)]) -> (String, Vec<String>) {
    let result = result(policy, answers);
    let parts = result.parts.iter().map(|part| part.amount.clone()).collect();
    (result.amount.clone().unwrap_or_default(), parts)
}

const ANSWERS: [(&str, &str); 3] = [("valueAdded", "100"), ("city", "100"), ("income", "100")];

#[test]
fn parts_add_up_to_the_amount_to_the_fen() {
    let file = taxes("").replace(&input("人数", "people", "count", "unit = \"人\""), "");
    let policy = policy(&file);
    // A third of 300 yuan three times: the fen that is left over goes where the sum has it.
    let (amount, parts) = parts(&policy, &ANSWERS);
    assert_eq!(
        (amount.as_str(), parts),
        ("100.00", ["33.33", "33.34", "33.33"].map(String::from).to_vec())
    );
}

#[test]
fn a_limit_is_used_up_in_the_order_written() {
    let policy = policy(&taxes("limit = \"7800元/人 × 人数\""));
    let taken = |taxes: [&str; 3], people: &str| {
        let taxes = TAXES.iter().zip(taxes).map(|((_, id), tax)| (*id, tax));
        let answers: Vec<_> = taxes.chain([("people", people)]).collect();
        let (amount, parts) = parts(&policy, &answers);
        format!("{amount} = {}", parts.join(" + "))
    };
    assert_eq!(taken(["9000", "900", "30000"], "1"), "7800.00 = 3000.00 + 300.00 + 4500.00");
    assert_eq!(taken(["9000", "900", "13500"], "1"), "7800.00 = 3000.00 + 300.00 + 4500.00");
    assert_eq!(taken(["9000", "900", "13499.99"], "1"), "7800.00 = 3000.00 + 300.00 + 4500.00");
    assert_eq!(taken(["9000", "900", "13499.97"], "1"), "7799.99 = 3000.00 + 300.00 + 4499.99");
    assert_eq!(taken(["30000", "900", "30000"], "1"), "7800.00 = 7800.00 + 0.00 + 0.00");
    assert_eq!(taken(["30000", "900", "30000"], "0"), "0.00 = 0.00 + 0.00 + 0.00");
}

#[test]
fn a_question_about_money_can_be_a_part() {
    let file = taxes("").replace(&input("人数", "people", "count", "unit = \"人\""), "");
    let third = value("增值税三分之一", "valueAddedThird", "增值税 / 3");
    let names = ["\"增值税三分之一\"", "\"增值税\""];
    assert!(file.contains(&third) && file.contains(names[0]));
    let policy = policy(&file.replace(&third, "").replace(names[0], names[1]));
    let (amount, amounts) = parts(&policy, &ANSWERS);
    assert_eq!(
        (amount.as_str(), amounts),
        ("166.67", ["100.00", "33.33", "33.34"].map(String::from).to_vec())
    );
    assert_eq!(result(&policy, &ANSWERS).parts[0].id, "valueAdded");
    assert_eq!(result(&policy, &ANSWERS[1..]).missing, ["valueAdded"]);
}

#[test]
fn nothing_is_said_of_parts_while_one_is_open() {
    let policy = policy(&taxes("limit = \"7800元/人 × 人数\""));
    assert_eq!(parts(&policy, &ANSWERS), (String::new(), Vec::new()));
    assert_eq!(result(&policy, &ANSWERS).missing, ["people"]);
}

#[test]
fn an_example_can_say_what_each_part_comes_to() {
    let example = |parts: &str| {
        format!(
            "[[example]]\nname = {{ zh = \"一人\", en = \"One\" }}\ninputs = {{ \"增值税\" = \"9000\", \"城建税\" = \"0\", \"企业所得税\" = \"30000\", \"人数\" = 1 }}\nexpect = {{ amount = \"7800.00\", parts = {{ {parts} }} }}\n"
        )
    };
    let with = |parts: &str| mistakes(&(taxes("limit = \"7800元/人 × 人数\"\n") + &example(parts)));
    assert_eq!(
        with("\"增值税三分之一\" = \"3000.00\", \"企业所得税三分之一\" = \"4800.00\""),
        Vec::<String>::new()
    );
    assert!(with("\"企业所得税三分之一\" = \"10000.00\"")[0].contains("算出来是 4800.00"));
    assert!(with("\"人数\" = \"1.00\"")[0].contains("没有名为“人数”的 [amount] parts"));
}

#[test]
fn what_is_wrong_with_parts_is_told() {
    for (given, put, told) in [
        ("\"城建税三分之一\",", "\"教育费附加\",", "没有名为“教育费附加”的 [[value]]"),
        ("\"城建税三分之一\",", "\"增值税三分之一\",", "“增值税三分之一”写了两次"),
        ("城建税 / 3", "城建税 / 3元", "“城建税三分之一”不是以元计的数"),
        ("城建税 / 3", "城建税 - 增值税", "金额可能小于零"),
        ("parts = [", "formula = \"增值税\"\nparts = [", "没有名为“formula”的键"),
        (
            "parts = [\"增值税三分之一\", \"城建税三分之一\", \"企业所得税三分之一\"]",
            "formula = \"增值税三分之一 + 城建税三分之一 + 企业所得税三分之一\"",
            "“limit”限的是“parts”的各项",
        ),
    ] {
        let right = taxes("limit = \"7800元/人 × 人数\"");
        assert!(right.contains(given), "{given}");
        let mistakes = mistakes(&right.replace(given, put)).join("\n");
        assert!(mistakes.contains(told), "{put}: {mistakes}");
    }
}
