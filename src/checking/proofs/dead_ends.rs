//! Results that would be none: still to come, with nothing left to ask.

use super::Places;
use super::certainties::cases;
use super::divisors::plain;
use crate::document::Diagnostic;
use crate::evaluation::{Situation, Spread, Spreading, Value};
use crate::explanation::{Style, display, render};
use crate::formula::{Comparison, Expression};
use crate::policy::{Input, Kind, Policy, Setting};
use crate::values::{Calendar, Locale, Number, Text, text};

/// So many ways for numbers to lie to the figures that decide what is asked are gone through.
const MOST_REGIONS: usize = 64;

/// Conditions, or an amount, that wait for an answer nobody is asked for: some choice leads to a form that has no result.
pub(crate) fn find(policy: &Policy, calendar: &Calendar, places: &Places) -> Vec<Diagnostic> {
    let conditions = policy.conditions.iter().map(|rule| &rule.formula.expression);
    let amount = policy.amount.as_ref().map(|amount| &amount.formula.expression);
    let formulas: Vec<_> = conditions.chain(amount).collect();
    let places: Vec<_> = places.conditions.iter().chain(&places.amount).collect();
    for (answers, regions) in situations(policy, &formulas) {
        // What may be left out is asked for where there is no result without it.
        let running = policy.inputs.iter().zip(&answers).map(|(input, answer)| {
            let filled_in = Input { optional: false, ..input.clone() };
            answer.is_none().then(|| filled_in.spread())
        });
        let running: Vec<_> = running
            .zip(&regions)
            .map(|(whole, region)| whole.map(|whole| region.clone().unwrap_or(whole)))
            .collect();
        let situation = Situation::new(policy, calendar, answers.clone());
        let spreading = Spreading::new(situation, running);
        let spreads: Vec<_> = formulas.iter().map(|formula| spreading.spread(formula)).collect();
        if spreads.contains(&Spread::Point(Value::Boolean(false))) {
            continue;
        }
        let Some(place) = spreads.iter().position(|spread| *spread == Spread::Missing) else {
            continue;
        };
        let case = |locale| shown(policy, &answers, &regions, locale);
        let message = Text::new(
            format!("有的情形算不出结果，也没有要填的项目：{}", case(Locale::Chinese)),
            format!(
                "in some situations there is no result and nothing left to ask: {}",
                case(Locale::English)
            ),
        );
        let help = text!(
            "这里用到的项目在这种情形下不问；请核对它的 when，或用“如果”分开",
            "an item that this uses is not asked then: check its “when”, or set the case apart with 如果"
        );
        return vec![Diagnostic::new(places[place], message).help(help)];
    }
    Vec::new()
}

/// Answers that stand, and regions that others run through instead of all that may be filled in.
type Case = (Vec<Option<Value>>, Vec<Option<Spread>>);

/// The combinations of choices and yes-or-no answers, and of how numbers lie to the figures that decide what is asked.
fn situations(policy: &Policy, formulas: &[&Expression]) -> Vec<Case> {
    let mut regions = vec![vec![None; policy.inputs.len()]];
    for (index, input) in policy.inputs.iter().enumerate() {
        let own = regions_of(policy, index, input);
        if own.is_empty() || regions.len() * own.len() > MOST_REGIONS {
            continue;
        }
        let with = |known: &Vec<Option<Spread>>, region: &Spread| {
            let mut known = known.clone();
            known[index] = Some(region.clone());
            known
        };
        regions = regions
            .iter()
            .flat_map(|known| own.iter().map(move |region| with(known, region)))
            .collect();
    }
    let cases = cases(policy, formulas);
    let pair = |case: &Vec<Option<Value>>| {
        let case = case.clone();
        regions.iter().map(move |region| (case.clone(), region.clone())).collect::<Vec<_>>()
    };
    cases.iter().flat_map(pair).collect()
}

/// Below, at, between and above the figures with which an answer is compared where it is decided what to ask.
fn regions_of(policy: &Policy, index: usize, input: &Input) -> Vec<Spread> {
    let whens = policy.inputs.iter().filter_map(|input| input.when.as_ref());
    let mut figures = Vec::new();
    whens.for_each(|when| compared_with(policy, &when.expression, index, &mut figures));
    figures.sort_by(|one, other| one.compare(*other).unwrap_or(core::cmp::Ordering::Equal));
    figures.dedup();
    let is_within = |figure: &Number| {
        figure.compare(input.min).is_ok_and(core::cmp::Ordering::is_ge)
            && figure.compare(input.max).is_ok_and(core::cmp::Ordering::is_le)
    };
    figures.retain(is_within);
    let Some(step) = i8::try_from(input.decimals).ok().map(|places| Number::power_of_ten(-places))
    else {
        return Vec::new();
    };
    let mut regions = Vec::new();
    let mut from = input.min;
    let mut add = |from: Number, to: Number| {
        if from.compare(to).is_ok_and(core::cmp::Ordering::is_le) {
            regions.push(Spread::numbers(from, to));
        }
    };
    for figure in &figures {
        let (Ok(before), Ok(after)) = (figure.minus(step), figure.plus(step)) else { continue };
        add(from, before);
        add(*figure, *figure);
        from = after;
    }
    if !figures.is_empty() {
        add(from, input.max);
    }
    regions
}

fn compared_with(policy: &Policy, when: &Expression, index: usize, figures: &mut Vec<Number>) {
    if let Expression::Compare(_, left, right) = when
        && *plain(policy, left) == Expression::Input(index)
    {
        match plain(policy, right) {
            Expression::Number(number, _) => figures.push(*number),
            Expression::Parameter(parameter) => {
                let figure = policy.parameters[*parameter].constant();
                figures.extend(figure.and_then(Setting::number));
            }
            _ => {}
        }
    }
    for operand in when.operands() {
        compared_with(policy, operand, index, figures);
    }
}

/// A case in words.
fn shown(
    policy: &Policy,
    answers: &[Option<Value>],
    regions: &[Option<Spread>],
    locale: Locale,
) -> String {
    let word = |(index, answer): (usize, &Option<Value>)| {
        let input = Box::new(Expression::Input(index));
        let expression = match (answer.as_ref()?, policy.inputs[index].kind) {
            (Value::Boolean(true), _) => *input,
            (Value::Boolean(false), _) => Expression::Not(input),
            (Value::Choice(choice), Kind::Choice(set)) => {
                let choice = Expression::Choice { set, index: *choice };
                Expression::Compare(Comparison::Equal, input, Box::new(choice))
            }
            (answer @ Value::Choices(_), _) => {
                let input = &policy.inputs[index];
                let chosen = display(policy, answer, input.result_type(), locale);
                let label = input.label.term.get(locale);
                return Some(
                    locale.pick(format!("{label}：{chosen}"), format!("{label}: {chosen}")),
                );
            }
            _ => return None,
        };
        Some(render(policy, &expression, Style::Names, locale, None))
    };
    let mut words: Vec<_> = answers.iter().enumerate().filter_map(word).collect();
    for (index, region) in regions.iter().enumerate() {
        let Some((from, to)) = region.as_ref().and_then(Spread::number_ends) else { continue };
        let input = &policy.inputs[index];
        let compared = |comparison, number| {
            let number = Box::new(Expression::Number(number, input.quantity));
            let compared =
                Expression::Compare(comparison, Box::new(Expression::Input(index)), number);
            render(policy, &compared, Style::Names, locale, None)
        };
        if from == to {
            words.push(compared(Comparison::Equal, from));
            continue;
        }
        words.extend((from != input.min).then(|| compared(Comparison::AtLeast, from)));
        words.extend((to != input.max).then(|| compared(Comparison::AtMost, to)));
    }
    if words.is_empty() {
        return locale.pick("无论怎样填写", "whatever is filled in").to_owned();
    }
    words.join(locale.pick("，", ", "))
}
