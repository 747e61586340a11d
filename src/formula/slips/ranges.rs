//! From one figure to another: 1～3人, 在30人至300人之间.

use super::chinese::digit;
use super::mender::{Mender, spaces};
use crate::formula::lexer::{is_name, leading};
use crate::values::text;

/// What stands between the two figures.
const JOINTS: [&str; 7] = ["～", "~", "〜", "∼", "至", "到", "—"];

/// The same, where it is said in another way that a range is meant.
const AMBIGUOUS: [&str; 6] = ["和", "与", "、", "-", "－", "–"];

/// What stands before the first figure.
pub(super) const FROM: [&str; 7] = ["在", "介于", "处于", "于", "自", "从", "截至"];

impl Mender<'_> {
    /// A second figure behind the one that begins at `start`: from the one to the other.
    pub(super) fn range(&mut self, start: usize) {
        let (space, rest) = spaces(self.rest());
        let between = self.formula[self.at..].contains("之间") || !self.has_sign_before(start);
        let ambiguous = AMBIGUOUS.iter().filter(|_| between);
        let Some(joint) = JOINTS.iter().chain(ambiguous).find(|joint| rest.starts_with(**joint))
        else {
            return;
        };
        let (gap, second) = spaces(&rest[joint.len()..]);
        if !second.starts_with(|sign| digit(sign).is_some()) {
            return;
        }
        let run =
            leading(second, |sign| is_name(sign) || matches!(sign, '.' | '%' | '％' | '/' | '-'));
        let run = run.find("之间").or_else(|| run.find("以内")).map_or(run, |end| &run[..end]);
        let mut end = self.at + space + joint.len() + gap + run.len();
        let (tail, after) = spaces(&self.formula[end..]);
        if let Some(word) = ["之间", "以内"].into_iter().find(|word| after.starts_with(word)) {
            end += tail + word.len();
        }
        let first = &self.formula[start..self.at];
        let unit = run.trim_start_matches(|sign| digit(sign).is_some() || sign == '.');
        let is_plain = first.chars().all(|sign| digit(sign).is_some() || sign == '.');
        let low = if is_plain { format!("{first}{unit}") } else { first.to_owned() };
        let subject = self.clause(start, true).trim_end_matches(['=', '＝', '≥', '≤', ' ']);
        let subject = FROM.iter().find_map(|word| subject.strip_suffix(word)).unwrap_or(subject);
        let subject = if subject.trim().is_empty() { "甲" } else { subject.trim() };
        let message = text!(
            "从一个数到另一个数，写成两个比较：{subject} ≥ {low} 且 {subject} ≤ {run}；通知说不含的一头写“>”“<”",
            "from one figure to another is two comparisons: {subject} ≥ {low} 且 {subject} ≤ {run}, with > or < where the notice leaves an end out"
        );
        self.forget_before(start);
        self.slip(start, end, message);
        self.is_unsure = true;
        self.at = end;
    }
}
