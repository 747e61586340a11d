//! Policies that no checker lets pass.

use super::*;
use crate::Number;
use crate::authoring;
use crate::formula::{Aggregate, Comparison, Expression, Function, Operator, Quantity, Type};
use crate::policy::{ChoiceSet, Computed, Formula, Hint, Input, Kind, Label, RowCheck, RowRule};
use crate::values::Selection;

const REFUND: &str = "shanghai-2024-stabilisation-refund";

const TRAINING: &str = "shanghai-2022-online-training";

const SIZE: &str = "national-enterprise-size";

/// Where nothing is.
const FAR: usize = 1_000_000;

/// A policy of our own, changed as no checker would let it pass, is refused for what it is.
fn refused(id: &str, name: &str, change: impl Fn(&mut Policy)) {
    let file = library().iter().find(|file| file.policy.id == id).unwrap();
    let mut policy = file.policy.clone();
    change(&mut policy);
    assert_eq!(read(&write(&policy)).err(), Some(Unreadable::Unsound), "{id}: {name}");
}

fn boolean(expression: Expression) -> Formula {
    Formula::new(expression, Type::Boolean)
}

fn yes() -> Expression {
    Expression::Boolean(true)
}

fn one() -> Expression {
    Expression::Number(Number::from(1), Quantity::PLAIN)
}

fn boxed(expression: Expression) -> Box<Expression> {
    Box::new(expression)
}

/// With another formula for its amount.
fn amount(policy: &mut Policy, expression: Expression) {
    policy.amount.as_mut().unwrap().formula.expression = expression;
}

fn condition(policy: &mut Policy, expression: Expression) {
    policy.conditions[0].formula.expression = expression;
}

fn count(policy: &mut Policy) -> &mut Input {
    policy.inputs.iter_mut().find(|input| input.kind == Kind::Count).unwrap()
}

#[test]
fn texts_lists_and_questions_that_no_checker_lets_pass_are_unsound() {
    refused(REFUND, "no id", |policy| policy.id.clear());
    refused(REFUND, "an id that is a path", |policy| policy.scheme = "a/b".to_owned());
    refused(REFUND, "a year of no calendar", |policy| policy.claim_year = Some(1 << 30));
    refused(REFUND, "an address that is a script", |policy| {
        policy.sources[0].url = Some("javascript:alert(1)".to_owned());
    });
    refused(REFUND, "an address with a space", |policy| {
        policy.apply.as_mut().unwrap().url = "https://a b".to_owned();
    });
    refused(REFUND, "a set of no choices", |policy| policy.choice_sets[0].choices.clear());
    refused(REFUND, "a choice twice", |policy| {
        let first = policy.choice_sets[0].choices[0].clone();
        policy.choice_sets[0].choices.push(first);
    });
    refused(REFUND, "an input twice", |policy| {
        let first = policy.inputs[0].clone();
        policy.inputs.push(first);
    });
    refused(REFUND, "a question of a set that is not there", |policy| {
        policy.inputs[0].kind = Kind::Choice(FAR);
    });
    refused(REFUND, "a question of a table that is not there", |policy| {
        policy.inputs[0].kind = Kind::Table(0);
    });
    refused(REFUND, "a lower bound above the upper", |policy| {
        let input = count(policy);
        core::mem::swap(&mut input.min, &mut input.max);
    });
    refused(REFUND, "no number between the bounds", |policy| {
        let input = count(policy);
        (input.max, input.above_min) = (input.min, true);
    });
    refused(REFUND, "a count with half a person", |policy| {
        let input = count(policy);
        input.min = Number::from_hundredths(50);
    });
    refused(REFUND, "more decimals than there are", |policy| policy.inputs[0].decimals = 1000);
    refused(REFUND, "the last day before the first", |policy| {
        let input = &mut policy.inputs[0];
        core::mem::swap(&mut input.earliest, &mut input.latest);
    });
    refused(REFUND, "a question that waits for itself", |policy| {
        let operand = boxed(Expression::Input(0));
        policy.inputs[0].when = Some(boolean(Expression::Answered(operand)));
    });
    refused(REFUND, "a citation of nothing", |policy| {
        policy.parameters[0].history[0].source.document = FAR;
    });
    refused(REFUND, "a parameter without a figure", |policy| policy.parameters[0].history.clear());
    refused(REFUND, "a hint on a field that is not there", |policy| {
        let fields = vec![FAR];
        let (code, when) = ("code".to_owned(), boolean(yes()));
        policy.hints.push(Hint { code, message: Text::default(), fields, when });
    });
    refused(REFUND, "an example of a prototype", |policy| {
        policy.examples[0].inputs[0].0 = "__proto__".to_owned();
    });
    refused(REFUND, "a name that is a book", |policy| {
        policy.inputs[0].label.term.chinese = "长".repeat(1000);
    });
}

/// Another question, of which so many choices may hold.
fn several(policy: &mut Policy, count: usize) {
    let first = policy.choice_sets[0].choices[0].clone();
    let choice = |place| Label { id: format!("choice{place}"), ..first.clone() };
    policy.choice_sets.push(ChoiceSet { choices: (0..count).map(choice).collect() });
    let set = policy.choice_sets.len() - 1;
    let mut input = policy.inputs[0].clone();
    (input.label.id, input.kind) = ("several".to_owned(), Kind::Choices(set.into()));
    policy.inputs.push(input);
}

#[test]
fn several_choices_are_as_many_as_can_be_told_apart() {
    let file = library().iter().find(|file| file.policy.id == REFUND).unwrap();
    let mut policy = file.policy.clone();
    several(&mut policy, Selection::MOST);
    assert!(read(&write(&policy)).is_ok());
    refused(REFUND, "one more", |policy| several(policy, Selection::MOST + 1));
    refused(REFUND, "of a set that is not there", |policy| {
        several(policy, 2);
        policy.choice_sets.pop();
    });
}

#[test]
fn formulas_that_no_checker_lets_pass_are_unsound() {
    refused(REFUND, "a condition that is a number", |policy| {
        condition(policy, one());
    });
    refused(REFUND, "an amount that is a yes", |policy| {
        policy.amount.as_mut().unwrap().formula = boolean(yes());
    });
    refused(REFUND, "a sum of yes and one", |policy| {
        let sum = Expression::Arithmetic(Operator::Add, boxed(yes()), boxed(one()));
        amount(policy, sum);
    });
    refused(REFUND, "a value that is not there", |policy| {
        amount(policy, Expression::Value(FAR));
    });
    refused(REFUND, "a choice that is not there", |policy| {
        let choice = boxed(Expression::Choice { set: 0, index: FAR });
        let same = Expression::Compare(Comparison::Equal, choice.clone(), choice);
        condition(policy, same);
    });
    refused(REFUND, "an order of choices", |policy| {
        let choice = boxed(Expression::Choice { set: 0, index: 0 });
        let order = Expression::Compare(Comparison::Less, choice.clone(), choice);
        condition(policy, order);
    });
    refused(REFUND, "one of a single choice", |policy| {
        let choice = boxed(Expression::Choice { set: 0, index: 0 });
        condition(policy, Expression::Includes(choice.clone(), choice.into()));
    });
    refused(REFUND, "how many a single choice is", |policy| {
        let choice = boxed(Expression::Choice { set: 0, index: 0 });
        amount(policy, Expression::HowMany(choice.into()));
    });
    refused(REFUND, "a smallest of nothing", |policy| {
        let least = Expression::Call(Function::Minimum, Vec::new());
        amount(policy, least);
    });
    refused(REFUND, "a day that is a number", |policy| {
        let day = Expression::Call(Function::AddMonths, vec![one(), one()]);
        amount(policy, day);
    });
    refused(REFUND, "ten to the power of a hundred", |policy| {
        amount(policy, Expression::Rescale(100, boxed(one())));
    });
    refused(REFUND, "a value of itself", |policy| {
        policy.values[0].formula.expression = Expression::Value(0);
    });
    refused(REFUND, "a value that is twice itself, over and over", |policy| {
        let value = policy.values[0].clone();
        for index in policy.values.len()..policy.values.len() + 40 {
            let mut more = value.clone();
            more.label.id = format!("more{index}");
            let before = || boxed(Expression::Value(index - 1));
            more.formula.expression = Expression::Arithmetic(Operator::Add, before(), before());
            policy.values.push(more);
        }
    });
    refused(REFUND, "a value of a value, two hundred times", |policy| {
        let value = policy.values[0].clone();
        for index in policy.values.len()..policy.values.len() + 200 {
            let mut more = value.clone();
            more.label.id = format!("more{index}");
            more.formula.expression = Expression::Value(index - 1);
            policy.values.push(more);
        }
    });
}

#[test]
fn tables_and_classifications_that_no_checker_lets_pass_are_unsound() {
    refused(TRAINING, "a table that nobody asks for", |policy| {
        policy.inputs.retain(|input| !matches!(input.kind, Kind::Table(_)));
    });
    refused(TRAINING, "a column outside its rows", |policy| {
        let operand = boxed(Expression::Column(0, 0));
        condition(policy, Expression::Answered(operand));
    });
    refused(TRAINING, "rows that wait for how many there are", |policy| {
        let all = boxed(Expression::Aggregate(Aggregate::Count, 0, Vec::new()));
        let few = Expression::Compare(Comparison::Less, all, boxed(one()));
        policy.values.push(Computed {
            label: Label { id: "few".to_owned(), ..policy.inputs[0].label.clone() },
            formula: boolean(few),
            source: None,
        });
        let rule = RowRule::Formula(boolean(Expression::Value(policy.values.len() - 1)));
        let code = "few".to_owned();
        policy.tables[0].checks.push(RowCheck {
            code,
            message: Text::default(),
            rule,
            source: None,
        });
    });
    refused(TRAINING, "too many rows looked at from each row", |policy| {
        // The rows of a copy are asked for like the first.
        let mut copy = policy.tables[0].clone();
        copy.checks.clear();
        policy.tables.push(copy);
        let asks = |input: &&Input| matches!(input.kind, Kind::Table(_));
        let mut input = policy.inputs.iter().find(asks).unwrap().clone();
        (input.kind, input.label.id) = (Kind::Table(1), "copy".to_owned());
        policy.inputs.push(input);
        let all = boxed(Expression::Aggregate(Aggregate::Count, 1, Vec::new()));
        let few = Expression::Compare(Comparison::Less, all, boxed(one()));
        policy.tables[0].checks[0].rule = RowRule::Formula(boolean(few));
    });
    refused(TRAINING, "one of no columns", |policy| policy.tables[0].any_of.push(Vec::new()));
    refused(SIZE, "a row too few", |policy| {
        policy.classifications[0].rows.pop();
    });
    refused(SIZE, "no grade", |policy| policy.classifications[0].grades.clear());
}

/// What is read can be used up, however deep it is; the stack is that of a test's thread, without optimisation.
#[test]
fn what_is_as_deep_as_can_be_is_no_harm() {
    let calendar = authoring::calendar();
    let mut deepest = None;
    for depth in 10..70 {
        let mut policy = library()[0].policy.clone();
        let amount = &mut policy.amount.as_mut().unwrap().formula;
        for level in 0..depth {
            let before = Box::new(amount.expression.clone());
            amount.expression = match level % 3 {
                0 => Expression::Group(before),
                1 => Expression::Negate(before),
                _ => Expression::If(
                    Box::new(Expression::Boolean(level % 2 == 0)),
                    before.clone(),
                    Box::new(Expression::Number(Number::ZERO, Quantity::PLAIN)),
                ),
            };
        }
        match read(&write(&policy)) {
            Ok(policy) => deepest = Some((depth, policy)),
            Err(reason) => assert_eq!(reason, Unreadable::Malformed),
        }
    }
    let (depth, policy) = deepest.unwrap();
    assert!((40..60).contains(&depth), "{depth}");
    use_up(&policy, &calendar);

    let mut deepest = None;
    for length in 10..130 {
        let mut policy = library()[0].policy.clone();
        let amount = policy.amount.as_ref().unwrap().clone();
        for index in 0..length {
            let before = match index {
                0 => amount.formula.expression.clone(),
                _ => Expression::Value(policy.values.len() - 1),
            };
            let formula = Formula::new(Expression::Group(Box::new(before)), amount.formula.kind);
            let label = Label { id: format!("more{index}"), ..amount.label.clone() };
            policy.values.push(Computed { label, formula, source: None });
        }
        let last = Expression::Value(policy.values.len() - 1);
        policy.amount.as_mut().unwrap().formula.expression = last;
        match read(&write(&policy)) {
            Ok(policy) => deepest = Some((length, policy)),
            Err(reason) => assert_eq!(reason, Unreadable::Unsound),
        }
    }
    let (length, policy) = deepest.unwrap();
    assert!((20..40).contains(&length), "{length}");
    use_up(&policy, &calendar);
}
