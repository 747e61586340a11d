//! One answer: a value within bounds, or why it is none.

use super::chosen::chosen;
use super::identifier::identifier;
use super::number::{narrow, number};
use super::pattern;
use super::problem::{ProblemCode, Rejection, shortened};
use super::written;
use crate::evaluation::Value;
use crate::explanation::display;
use crate::formula::{Quantity, Type};
use crate::policy::{Input, Kind, Policy};
use crate::values::{Date, Locale, Number, RARE, Raw, Text};

pub(crate) fn answer(
    policy: &Policy,
    input: &Input,
    raw: &Raw,
) -> Result<Option<Value>, Rejection> {
    let given = match raw {
        Raw::Missing => return Ok(None),
        Raw::Text(text) | Raw::Number(text) | Raw::Other(text) => text.trim(),
        Raw::Written(text) | Raw::Typed(text) => written::trim(text),
        Raw::LongText(text) => return Err(too_long(policy, input, text)),
        Raw::Table(_) | Raw::LongTable(_) | Raw::Texts(_) => "[…]",
        Raw::Boolean(true) => "true",
        Raw::Boolean(false) => "false",
    };
    let is_text = matches!(raw, Raw::Text(_) | Raw::Written(_) | Raw::Typed(_));
    if is_text && given.is_empty() {
        return Ok(None);
    }
    if let Kind::Choices(set) = input.kind {
        return chosen(policy, input, set, raw, given).map(Some);
    }
    let by_person = is_by_person(raw);
    let reject = |code| (code, explain(policy, input, code, raw, given));
    match input.kind {
        Kind::Boolean => match raw {
            Raw::Boolean(value) => Some(*value),
            _ if by_person => written::truth(given),
            _ => None,
        }
        .map(Value::Boolean)
        .ok_or(ProblemCode::WrongType),
        Kind::Count | Kind::Money | Kind::Number | Kind::Percentage
            if is_text || matches!(raw, Raw::Number(_)) =>
        {
            number(input, raw, given).map(Value::Number)
        }
        Kind::Date if is_text => {
            let read = if by_person { written::date(given) } else { Date::parse(&narrow(given)) };
            match read {
                None => Err(ProblemCode::InvalidDate),
                Some(date) if date < input.earliest || date > input.latest => {
                    Err(ProblemCode::OutOfRange)
                }
                Some(date) => Ok(Value::Date(date)),
            }
        }
        kind if (kind == Kind::Text || kind.is_identifier()) && is_text => {
            let text = match kind {
                Kind::Text => Some(given.to_owned()),
                _ => identifier(kind, given),
            };
            let is_right = |text: &String| {
                !RARE || input.pattern.as_ref().is_none_or(|pattern| pattern::fits(pattern, text))
            };
            text.filter(is_right).map(Value::Text).ok_or(ProblemCode::WrongType)
        }
        Kind::Choice(set) if is_text => {
            let choices = &policy.choice_sets[set].choices;
            let place = if by_person {
                written::choice(choices, given)
            } else {
                choices.iter().position(|choice| choice.id == given)
            };
            place.map(Value::Choice).ok_or(ProblemCode::UnknownChoice)
        }
        _ => Err(ProblemCode::WrongType),
    }
    .map(Some)
    .map_err(reject)
}

fn is_by_person(raw: &Raw) -> bool {
    matches!(raw, Raw::Written(_) | Raw::Typed(_))
}

/// What is wrong with a text that is too long is wrong with its beginning, if it is not the length alone.
fn too_long(policy: &Policy, input: &Input, beginning: &str) -> Rejection {
    answer(policy, input, &Raw::Text(beginning.to_owned())).err().unwrap_or_else(|| {
        let label = &input.label.text;
        let message = Text::new(
            format!("“{}”填得过长", label.chinese),
            format!("“{}” is too long", label.english),
        );
        (ProblemCode::OutOfRange, message)
    })
}

/// The field, what was given and what is allowed, in the words and the unit of whoever gave it.
fn explain(policy: &Policy, input: &Input, code: ProblemCode, raw: &Raw, given: &str) -> Text {
    let by_person = is_by_person(raw);
    let per_cent = matches!(raw, Raw::Typed(_)) || by_person && written::is_per_cent(given);
    let given = shortened(given, 40);
    let word = |locale: Locale| {
        let bound =
            |number| display(policy, &Value::Number(number), Type::Number(input.quantity), locale);
        let bare =
            |number| display(policy, &Value::Number(number), Type::Number(Quantity::PLAIN), locale);
        let from = match input.kind {
            Kind::Date => input.earliest.to_string(),
            Kind::Percentage if per_cent => {
                bare(input.min.times(Number::from(100)).unwrap_or(input.min))
            }
            _ if input.quantity.names_a_year(input.min) => bound(input.min),
            // The unit after the upper bound serves both.
            _ => bare(input.min),
        };
        let to = match input.kind {
            Kind::Date => input.latest.to_string(),
            Kind::Percentage if !per_cent => {
                let (most, percent) = (bare(input.max), bound(input.max));
                locale.pick(format!("{most}（{percent}）"), format!("{most} ({percent})"))
            }
            _ => bound(input.max),
        };
        let decimals = input.decimals;
        let choices = || match input.kind {
            Kind::Choice(set) => {
                let choices = policy.choice_sets[set].choices.iter();
                if by_person {
                    let labels = choices.map(|choice| choice.text.get(locale));
                    labels.collect::<Vec<_>>().join(locale.pick("、", ", "))
                } else {
                    choices.map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(", ")
                }
            }
            _ => String::new(),
        };
        match code {
            ProblemCode::NotANumber => {
                locale.pick("应填数字".to_owned(), "a number is needed".to_owned())
            }
            ProblemCode::NotAnInteger => {
                locale.pick("应填整数".to_owned(), "a whole number is needed".to_owned())
            }
            ProblemCode::TooManyDecimals => locale.pick(
                format!("最多{decimals}位小数"),
                format!("at most {decimals} decimal places are allowed"),
            ),
            ProblemCode::OutOfRange if input.above_min => locale.pick(
                format!("应大于{from}，不超过{to}"),
                format!("allowed: above {from}, up to {to}"),
            ),
            ProblemCode::OutOfRange => {
                locale.pick(format!("应在{from}至{to}之间"), format!("allowed: {from} to {to}"))
            }
            ProblemCode::UnknownChoice => locale.pick(
                format!("没有这个选项，可选：{}", choices()),
                format!("choose one of: {}", choices()),
            ),
            ProblemCode::InvalidDate => locale.pick(
                "应填实际存在的日期，格式为 YYYY-MM-DD".to_owned(),
                "a date that exists is needed, as YYYY-MM-DD".to_owned(),
            ),
            _ => {
                if let Some(pattern) = input.pattern.as_ref().filter(|_| RARE) {
                    return locale.pick(
                        format!("应写成“{pattern}”的样子，# 是一个数字，@ 是一个字母"),
                        format!("the form is “{pattern}”, where # is a digit and @ a letter"),
                    );
                }
                let (chinese, english) = match input.kind {
                    Kind::Boolean if by_person => ("应填“是”或“否”", "yes or no is needed"),
                    Kind::Boolean => ("应填 true 或 false", "true or false is needed"),
                    Kind::Date => {
                        ("应填文字形式的日期 YYYY-MM-DD", "a date as text, YYYY-MM-DD, is needed")
                    }
                    Kind::Text | Kind::Identifier => ("应填文字", "text is needed"),
                    Kind::IdentityNumber => (
                        "应填18位公民身份号码，其中有一位不对",
                        "a citizen’s number of 18 digits is needed; some digit of this is wrong",
                    ),
                    Kind::CreditCode => (
                        "应填18位统一社会信用代码，其中有一位不对",
                        "an organisation’s credit code of 18 signs is needed; some sign of this is wrong",
                    ),
                    Kind::Table(_) => ("应填表格的各行", "rows of a table are needed"),
                    Kind::Choice(_) => ("应填选项的代码", "the id of a choice is needed"),
                    _ => ("应填数字", "a number is needed"),
                };
                locale.pick(chinese, english).to_owned()
            }
        }
    };
    let label = &input.label.text;
    Text::new(
        format!("“{}”{}；填写的是“{given}”", label.chinese, word(Locale::Chinese)),
        format!("“{}”: {}; given: “{given}”", label.english, word(Locale::English)),
    )
}
