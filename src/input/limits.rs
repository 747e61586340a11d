//! What one answer allows another to be.

use super::problem::{Problem, ProblemCode};
use crate::evaluation::Situation;
use crate::explanation::{Style, render};
use crate::formula::Expression;
use crate::policy::Input;
use crate::values::{Locale, Text};

/// Takes back answers that other answers do not allow.
pub(crate) fn check_limits(situation: &mut Situation<'_>, problems: &mut Vec<(usize, Problem)>) {
    for (index, input) in situation.policy.inputs.iter().enumerate() {
        let Some(limit) = &input.limit else { continue };
        if situation.truth(limit) == Ok(Some(false)) {
            problems.push((index, beyond_limit(situation, input, limit)));
            *situation = situation.with_answer(index, None);
        }
    }
}

/// An answer that another answer does not allow.
fn beyond_limit(situation: &Situation<'_>, input: &Input, limit: &Expression) -> Problem {
    let policy = situation.policy;
    let word = |locale| render(policy, limit, Style::Reasons, locale, Some(situation));
    let label = &input.label.text;
    let message = Text::new(
        format!("“{}”填得过大：{}", label.chinese, word(Locale::Chinese)),
        format!("“{}” is too large: {}", label.english, word(Locale::English)),
    );
    Problem::new(input.id(), ProblemCode::OutOfRange, message)
}
