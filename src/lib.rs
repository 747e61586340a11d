//! The engine of 稳岗计算器.
//!
//! A [`Policy`] is read from a policy document, checked, packed, and from then on evaluated: [`evaluate`] gives an
//! [`Assessment`] with the amount, every condition and every step. Arithmetic is exact ([`Number`]); money is rounded
//! once, at the end. The engine knows no policy: names, formulas, figures and texts all come from the document.
//!
//! It does no input or output and reads no clock. What it takes to read documents is behind the feature `checking`, so
//! that a page which only runs checked policies need not carry it; the feature `authoring` adds files. The feature
//! `analysis`, on by default, has what only comes after a first result.

// By step, each made of those before it: values, document, formula, policy, pack, evaluation, explanation, input, result,
// analysis, checking, authoring.
#[cfg(feature = "analysis")]
mod analysis;
#[cfg(feature = "authoring")]
pub mod authoring;
#[cfg(feature = "checking")]
mod checking;
#[cfg(feature = "checking")]
mod document;
mod evaluation;
mod explanation;
mod formula;
mod input;
pub mod pack;
mod policy;
mod result;
mod values;

#[cfg(feature = "analysis")]
pub use analysis::{
    Account, AmountRange, AnswerChange, Column, Columns, Combination, Definition, FigureResult,
    How, LeftOut, Portfolio, ReadAs, Reconciliation, RowOutcome, Strip, Written, amount_range,
    assess, combine, eligible_ranges, eligible_region, reconcile,
};
#[cfg(feature = "checking")]
pub use checking::Reading;
#[cfg(feature = "checking")]
pub use document::{Content, Diagnostic, Edit, Node, Place, WithoutId};
pub use evaluation::Eligibility;
pub use input::written::{date as read_date, narrow, number as read_number};
pub use input::{Problem, ProblemCode};
pub use policy::{
    Amount, Audience, Change, Citation, Classification, Computed, Contact, Example, Exclusion,
    Hint, Input, Kind, Note, Parameter, Policy, Portal, Reliability, SourceDocument, Status, Table,
    Topic, Warning,
};
#[cfg(feature = "authoring")]
pub use result::terms;
pub use result::{
    Assessment, ConditionResult, Deadline, Form, PartResult, Plain, ReadingResult, Reason,
    RowResult, Source, Step, Summary, WarningResult, asked, describe, evaluate, situation,
};
pub use values::{
    Calendar, CalendarYear, Data, Date, DayClass, Locale, Number, Overflow, Raw, RawRow, Text,
    Token, Unit,
};
