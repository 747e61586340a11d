//! What is written and does nothing: differences that are always zero, branches that are alike or never taken, questions
//! that lead nowhere. Mostly one name was written where another was meant.

use super::known::Known;
use crate::document::{Diagnostic, Place, Section};
use crate::explanation::{Style, render};
#[cfg(feature = "authoring")]
use crate::formula::Quantity;
use crate::formula::{Comparison, Expression, Function, Operator, Part};
use crate::policy::{Policy, Reading, Trigger};
#[cfg(feature = "authoring")]
use crate::values::Number;
use crate::values::{Locale, Text, text};

/// Parts of formulas that do nothing.
pub(crate) fn parts(policy: &Policy, parts: &[Part]) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for part in parts {
        if let Some(message) = does_nothing(policy, &part.expression) {
            found.push(mistake(&part.place, message));
        }
    }
    // From the outside in: what stands within another has been looked at with it.
    let mut outer: Option<&Place> = None;
    for part in parts.iter().rev() {
        if outer.is_some_and(|outer| outer.contains(&part.place)) {
            continue;
        }
        outer = Some(&part.place);
        let mut decided = Vec::new();
        Known::of(policy).decided(&part.expression, &mut decided);
        for (expression, truth) in decided {
            let is_it = |inner: &&Part| {
                inner.expression == *expression && part.place.contains(&inner.place)
            };
            let place = parts.iter().find(is_it).map_or(&part.place, |inner| &inner.place);
            if found.iter().all(|known| known.place != *place) {
                found.push(mistake(place, already(policy, expression, truth)));
            }
        }
    }
    found
}

/// Signs that change nothing of what stands beside them. Policies that are added at run time may have them.
#[cfg(feature = "authoring")]
pub(crate) fn neutral(policy: &Policy, parts: &[Part]) -> Vec<Diagnostic> {
    let is = |expression: &Expression, wanted: i64| {
        let number = Number::from(wanted);
        matches!(bare(expression), Expression::Number(found, quantity)
            if *found == number && (wanted == 0 || [Quantity::PLAIN, Quantity::PERCENT].contains(quantity)))
    };
    let changes_nothing = |expression: &Expression| match expression {
        Expression::Arithmetic(Operator::Add, left, right) => is(left, 0) || is(right, 0),
        Expression::Arithmetic(Operator::Subtract, _, right) => is(right, 0),
        Expression::Arithmetic(Operator::Multiply, left, right) => is(left, 1) || is(right, 1),
        Expression::Arithmetic(Operator::Divide, _, right) => is(right, 1),
        Expression::Not(operand) => matches!(bare(operand), Expression::Not(_)),
        _ => false,
    };
    let told = |part: &Part| {
        if matches!(part.expression, Expression::Not(_)) {
            return mistake(&part.place, text!("两个“非”互相抵消", "two 非 cancel each other"));
        }
        let shown = |locale| render(policy, &part.expression, Style::Names, locale, None);
        let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
        let message = Text::new(
            format!("“{chinese}”里有一步什么也不改变"),
            format!("a step of “{english}” changes nothing"),
        );
        mistake(&part.place, message)
    };
    parts.iter().filter(|part| changes_nothing(&part.expression)).map(told).collect()
}

fn mistake(place: &Place, message: Text) -> Diagnostic {
    Diagnostic::new(place, message).help(text!(
        "多半写错了一个名称或数，请照通知核对；确实多余就删去",
        "mostly a name or a figure is the wrong one: check it against the notice, or delete what is idle"
    ))
}

fn does_nothing(policy: &Policy, expression: &Expression) -> Option<Text> {
    let shown = |locale| render(policy, expression, Style::Names, locale, None);
    let always = |number: u8| {
        let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
        Some(Text::new(
            format!("“{chinese}”总是 {number}"),
            format!("“{english}” always comes to {number}"),
        ))
    };
    match expression {
        Expression::Arithmetic(Operator::Subtract, left, right) if alike(left, right) => always(0),
        Expression::Arithmetic(Operator::Multiply, left, right)
            if is_zero(left) || is_zero(right) =>
        {
            always(0)
        }
        Expression::Arithmetic(Operator::Divide, left, _) if is_zero(left) => always(0),
        Expression::Arithmetic(Operator::Divide, left, right) if alike(left, right) => always(1),
        Expression::If(_, met, unmet) if alike(met, unmet) => Some(text!(
            "“如果”的两支相同，条件不起作用",
            "both branches of 如果 are the same: its condition decides nothing"
        )),
        Expression::Compare(comparison, left, right)
            if !matches!(comparison, Comparison::Equal | Comparison::Unequal)
                && alike(left, right) =>
        {
            Some(text!("比较的两边相同", "both sides of the comparison are the same"))
        }
        Expression::Call(Function::Minimum | Function::Maximum, operands)
            if has_repeated(operands) =>
        {
            Some(text!("有两项相同", "two of the items are the same"))
        }
        Expression::OneOf(_, choices) if has_repeated(choices) => {
            Some(text!("有一个选项写了两次", "a choice is written twice"))
        }
        _ => None,
    }
}

fn already(policy: &Policy, expression: &Expression, truth: bool) -> Text {
    let shown = |locale| render(policy, expression, Style::Names, locale, None);
    let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
    if truth {
        Text::new(
            format!("到了这里，“{chinese}”必定成立"),
            format!("where this is looked at, “{english}” always holds"),
        )
    } else {
        Text::new(
            format!("到了这里，“{chinese}”必定不成立"),
            format!("where this is looked at, “{english}” never holds"),
        )
    }
}

/// Without the author's parentheses.
pub(super) fn bare(expression: &Expression) -> &Expression {
    match expression {
        Expression::Group(operand) => bare(operand),
        _ => expression,
    }
}

pub(super) fn alike(one: &Expression, other: &Expression) -> bool {
    bare(one) == bare(other)
}

fn has_repeated(items: &[Expression]) -> bool {
    items
        .iter()
        .enumerate()
        .any(|(index, item)| items[..index].iter().any(|known| alike(known, item)))
}

fn is_zero(expression: &Expression) -> bool {
    match bare(expression) {
        Expression::Number(number, _) => number.is_zero(),
        Expression::Negate(operand) | Expression::Rescale(_, operand) => is_zero(operand),
        _ => false,
    }
}

/// Questions whose answers only go into values that nothing looks at, although there is a result that others decide.
pub(crate) fn questions<'p>(policy: &'p Policy, root: &Section<'_>) -> Vec<Diagnostic> {
    let results = (policy.conditions.iter().chain(&policy.deadlines))
        .map(|item| &item.formula)
        .chain(policy.amount.as_ref().map(|amount| &amount.formula));
    let formulas = |reading: &'p Reading| reading.values.iter().map(|entry| &entry.1.expression);
    let mut looked_at: Vec<_> = results.map(|formula| &formula.expression).collect();
    if looked_at.is_empty() {
        return Vec::new();
    }
    for warning in &policy.warnings {
        match &warning.trigger {
            Trigger::Formula(formula) => looked_at.push(&formula.expression),
            Trigger::OtherReading(reading) => looked_at.extend(formulas(reading)),
        }
    }
    looked_at.extend(policy.readings.iter().flat_map(|other| formulas(&other.reading)));
    looked_at.extend(policy.hints.iter().map(|hint| &hint.when.expression));
    let steps = policy.procedure.iter().filter_map(|step| step.when.as_ref());
    looked_at.extend(steps.map(|when| &when.expression));
    looked_at.extend(policy.inputs.iter().filter_map(|input| input.limit.as_ref()));
    let shown = policy.checklist.iter().filter_map(|check| check.shows.as_deref());
    for id in shown {
        let value = policy.values.iter().find(|value| value.label.id == id);
        looked_at.extend(value.map(|value| &value.formula.expression));
    }
    let mut needed = vec![false; policy.inputs.len()];
    for expression in looked_at {
        policy.mark_inputs(expression, &mut needed);
    }
    // The first value that each of them goes into.
    let mut feeds = vec![None; policy.inputs.len()];
    for value in &policy.values {
        let mut own = vec![false; policy.inputs.len()];
        policy.mark_inputs(&value.formula.expression, &mut own);
        for (first, _) in feeds.iter_mut().zip(own).filter(|(first, own)| *own && first.is_none()) {
            *first = Some(value);
        }
    }
    let mut found = Vec::new();
    for (index, section) in root.sections("input").iter().enumerate() {
        let Some(value) = feeds[index].filter(|_| !needed[index]) else { continue };
        let (asked, value) = (&policy.inputs[index].label, &value.label);
        let message = Text::new(
            format!("“{}”只用来算“{}”，而它对结果没有影响", asked.name, value.name),
            format!(
                "“{}” only serves to work out “{}”, which changes no result",
                asked.term.english, value.term.english
            ),
        );
        found.push(mistake(section.place(), message));
    }
    found
}
