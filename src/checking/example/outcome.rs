//! How worked examples fare, one by one, for editors: what each says of its result, and what came out.

use super::{Expectation, Expected, Given, read_parts};
use crate::document::Section;
use crate::policy::Policy;
use crate::result::{Assessment, evaluate};
use crate::values::{Calendar, Locale, Text};

/// How a worked example fared.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    /// What it is about.
    pub(crate) name: Text,
    /// Bytes of the policy file where it begins.
    pub(crate) span: Option<(usize, usize)>,
    /// What it says of its result, and what that is.
    pub(crate) comparisons: Vec<Comparison>,
    /// Why nothing could be computed.
    pub(crate) problems: Vec<Text>,
}

impl Outcome {
    /// Whether it came out as it says.
    pub(crate) fn has_passed(&self) -> bool {
        self.problems.is_empty() && self.comparisons.iter().all(Comparison::holds)
    }
}

/// One thing that an example says of its result, and what came out.
#[derive(Debug, Clone)]
pub(crate) struct Comparison {
    /// The key under `expect`.
    pub(crate) of: &'static str,
    /// Of a value its name in formulas, of a table its id.
    pub(crate) name: Option<String>,
    /// What the example says.
    pub(crate) expected: Vec<String>,
    /// What came out.
    pub(crate) found: Vec<String>,
}

impl Comparison {
    /// Whether both are the same.
    pub(crate) fn holds(&self) -> bool {
        self.expected == self.found
    }
}

/// Runs an `[[example]]`; `None` where it cannot be read.
pub(crate) fn run(policy: &Policy, calendar: &Calendar, section: &Section<'_>) -> Option<Outcome> {
    let Given { name, inputs, expected } = read_parts(policy, section)?;
    let (comparisons, problems) = match evaluate(policy, calendar, &inputs, Locale::Chinese) {
        Ok(assessment) => {
            (expected.into_iter().map(|one| one.compared(&assessment)).collect(), Vec::new())
        }
        Err(problems) => {
            (Vec::new(), problems.into_iter().map(|problem| problem.message).collect())
        }
    };
    Some(Outcome { name: name?, span: section.place().span, comparisons, problems })
}

impl Expectation {
    fn compared(self, assessment: &Assessment<'_>) -> Comparison {
        let found = self.found(assessment);
        let (of, name) = match self.of {
            Expected::Eligibility => ("eligibility", None),
            Expected::Amount => ("amount", None),
            Expected::Warnings => ("warnings", None),
            Expected::Missing => ("missing", None),
            Expected::Procedure => ("procedure", None),
            Expected::Rows(_, id) => ("rows", Some(id)),
            Expected::RowAmounts(_, id) => ("row_amounts", Some(id)),
            Expected::Deadline(name, _) => ("deadlines", Some(name)),
            Expected::EligibilityBy(name, _) | Expected::AmountBy(name, _) => {
                ("readings", Some(name))
            }
            Expected::Part(name, _) => ("parts", Some(name)),
            Expected::Value(name, _) => ("values", Some(name)),
        };
        Comparison { of, name, expected: self.wanted, found }
    }
}
