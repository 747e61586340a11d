//! Several choices at once: which they are, or why they are none.

use super::problem::{ProblemCode, Rejection, shortened};
use super::written::{self, Unread};
use crate::evaluation::Value;
use crate::explanation::display;
use crate::formula::{Quantity, Type};
use crate::policy::{Input, Policy};
use crate::values::{Locale, Rare, Raw, Selection, Text};

/// The choices that a list names, or a text with signs of lists between them.
pub(super) fn chosen(
    policy: &Policy,
    input: &Input,
    set: Rare<usize>,
    raw: &Raw,
    given: &str,
) -> Result<Value, Rejection> {
    let choices = &policy.choice_sets[*set].choices;
    let read = match raw {
        Raw::Texts(texts) => texts.iter().try_fold(Selection::default(), |chosen, text| {
            written::choice(choices, text).map_or(Err(Unread::Unknown(text)), |index| {
                if chosen.has(index) {
                    Err(Unread::Repeated(index))
                } else {
                    Ok(chosen.with(index))
                }
            })
        }),
        Raw::Table(rows) if rows.is_empty() => Ok(Selection::default()),
        Raw::Text(text) | Raw::Written(text) | Raw::Typed(text) => {
            written::selection(choices, text)
        }
        _ => return Err((ProblemCode::WrongType, wrong_type(input, given))),
    };
    let problem = match read {
        Ok(chosen) if input.allows(chosen) => return Ok(Value::Choices(set.map(|_| chosen))),
        Ok(chosen) => (ProblemCode::OutOfRange, wrong_count(policy, input, chosen)),
        Err(Unread::Unknown(given)) => {
            let by_id = matches!(raw, Raw::Texts(_) | Raw::Text(_));
            (ProblemCode::UnknownChoice, unknown(policy, input, *set, by_id, given))
        }
        Err(Unread::Repeated(index)) => {
            let label = &choices[index].text;
            (ProblemCode::RepeatedChoice, repeated(input, label))
        }
    };
    Err(problem)
}

fn wrong_type(input: &Input, given: &str) -> Text {
    let label = &input.label.text;
    let given = shortened(given, 40);
    Text::new(
        format!("“{}”应填由选项的代码组成的列表；填写的是“{given}”", label.chinese),
        format!("“{}”: a list of ids of choices is needed; given: “{given}”", label.english),
    )
}

fn unknown(policy: &Policy, input: &Input, set: usize, by_id: bool, given: &str) -> Text {
    let label = &input.label.text;
    let given = shortened(given, 40);
    let known = |locale: Locale| {
        let choices = policy.choice_sets[set].choices.iter();
        let called =
            choices.map(|choice| if by_id { &*choice.id } else { choice.text.get(locale) });
        called.collect::<Vec<_>>().join(locale.pick("、", ", "))
    };
    let (chinese, english) = (known(Locale::Chinese), known(Locale::English));
    Text::new(
        format!("“{}”没有这个选项，可选：{chinese}；填写的是“{given}”", label.chinese),
        format!("“{}”: choose from: {english}; given: “{given}”", label.english),
    )
}

fn repeated(input: &Input, choice: &Text) -> Text {
    let label = &input.label.text;
    Text::new(
        format!("“{}”里“{}”选了两次，每个选项只选一次", label.chinese, choice.chinese),
        format!("“{}”: “{}” is given twice; each choice once", label.english, choice.english),
    )
}

fn wrong_count(policy: &Policy, input: &Input, chosen: Selection) -> Text {
    let label = &input.label.text;
    let count = |number| {
        display(policy, &Value::Number(number), Type::Number(Quantity::PLAIN), Locale::English)
    };
    let (from, to, given) = (count(input.min), count(input.max), chosen.count());
    Text::new(
        format!("“{}”应选{from}至{to}项；选的是{given}项", label.chinese),
        format!("“{}”: {from} to {to} are to be chosen; given: {given}", label.english),
    )
}
