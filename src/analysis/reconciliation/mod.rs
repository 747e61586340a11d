//! Why does the authority come to another figure? The readings of the notice, and single answers that are others, with which
//! the policy comes to exactly what is shown.

mod account;
mod search;
mod shown;
#[cfg(all(test, feature = "authoring"))]
mod tests;

pub use account::{Account, Change, Definition, FigureResult, ReadAs, Written};
pub use shown::How;

use crate::evaluation::{Situation, Value};
use crate::input::{self, Problem};
use crate::policy::{Input, Kind, Policy};
#[cfg(all(test, feature = "authoring"))]
use crate::result::Plain;
use crate::result::failed;
use crate::values::{Calendar, Data, Locale, Number, Raw};
use account::Teller;
use search::{Candidate, Search, changed, magnitude};

/// So many explanations are told.
const MOST_TOLD: usize = 20;

/// How what is shown can come about.
#[derive(Debug)]
pub struct Reconciliation<'p> {
    /// With the own answers.
    pub own: Account<'p>,
    /// All that come to what is shown, the smallest change first.
    pub matches: Vec<Account<'p>>,
    /// Where none does, the one of the readings that comes nearest.
    pub nearest: Option<Account<'p>>,
    /// Ids of the inputs without which more could not be looked at.
    pub missing: Vec<&'p str>,
    /// How many readings were taken together or alone, the policy's own among them.
    pub readings: usize,
    /// How many situations were worked out in full.
    pub situations: usize,
    /// Whether the search came to its end.
    pub is_complete: bool,
    /// How many explanations there are beyond those that are told.
    pub more: usize,
}

impl<'p> Reconciliation<'p> {
    /// As plain data.
    pub fn to_data(&self) -> Data<'p> {
        Data::object(|data| {
            data.set_object("own", |data| self.own.write(data));
            data.set_objects("matches", &self.matches, |data, account| account.write(data));
            match &self.nearest {
                Some(account) => data.set_object("nearest", |data| account.write(data)),
                None => data.set("nearest", None::<bool>),
            }
            data.set_texts("missing", self.missing.iter().copied());
            data.set_object("searched", |data| {
                data.set("readings", self.readings);
                data.set("situations", self.situations);
                data.set("complete", self.is_complete);
                data.set("more", self.more);
            });
        })
    }
}

/// Searches for what an authority shows: values by id, `eligibility` and `amount`, as displayed, and answers that it shows.
///
/// # Errors
/// All problems of bad input, of the answers and of what is shown.
pub fn reconcile<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
    shown: &[(String, Raw)],
    locale: Locale,
) -> Result<Reconciliation<'p>, Vec<Problem>> {
    let (own, display) = match (input::read(policy, calendar, fields), shown::read(policy, shown)) {
        (Ok(own), Ok(display)) => (own, display),
        (own, display) => {
            return Err([own.err(), display.err()].into_iter().flatten().flatten().collect());
        }
    };
    let settled: Vec<_> = display.answers.iter().map(|(index, _)| *index).collect();
    let start = display
        .answers
        .into_iter()
        .fold(own.copy(), |situation, (index, answer)| situation.with_answer(index, Some(answer)));
    let mut search = Search::new(&display.figures, &start, &settled);
    search.run();
    let Search { mut found, nearest, missing, sets, situations, is_complete, .. } = search;
    let teller = Teller { own: &own, shown: &display.figures, locale };
    found.sort_by(|left, right| size(&own, left).compare(&size(&own, right)));
    let mut groups: Vec<Vec<&Candidate<'_>>> = Vec::new();
    for candidate in &found {
        match groups.iter_mut().find(|group| teller.are_alike(group, candidate)) {
            Some(group) => group.push(candidate),
            None => groups.push(vec![candidate]),
        }
    }
    let more = groups.len().saturating_sub(MOST_TOLD);
    let told = groups.iter().take(MOST_TOLD);
    let matches: Vec<_> = told.filter_map(|group| teller.tell_of(group).ok()).collect();
    let nearest = nearest.filter(|_| matches.is_empty());
    let inputs = policy.inputs.iter().zip(missing);
    Ok(Reconciliation {
        own: teller
            .tell(&Candidate { readings: Vec::new(), situation: own.copy() })
            .map_err(|failure| failed(&own, failure))?,
        matches,
        nearest: nearest.and_then(|(_, candidate)| teller.tell(&candidate).ok()),
        missing: inputs.filter(|(_, missing)| *missing).map(|(input, _)| input.id()).collect(),
        readings: sets,
        situations,
        is_complete,
        more,
    })
}

/// How much is another than the own: answers, then readings, then by how much, then answers that were not given.
struct Size {
    answers: usize,
    readings: usize,
    /// Counts and choices go before figures that are measured.
    is_measured: bool,
    by: Number,
    filled: usize,
}

impl Size {
    fn compare(&self, other: &Size) -> core::cmp::Ordering {
        let whole = |size: &Size| (size.answers, size.readings, size.is_measured);
        let by = || self.by.compare(other.by).unwrap_or(core::cmp::Ordering::Equal);
        whole(self).cmp(&whole(other)).then_with(by).then(self.filled.cmp(&other.filled))
    }
}

fn size(own: &Situation<'_>, candidate: &Candidate<'_>) -> Size {
    let mut size = Size {
        answers: 0,
        readings: candidate.readings.len(),
        is_measured: false,
        by: Number::ZERO,
        filled: 0,
    };
    for index in changed(own, &candidate.situation) {
        let input: &Input = &own.policy.inputs[index];
        match (own.answer(index), candidate.situation.answer(index)) {
            (None, _) => size.filled += 1,
            (Some(Value::Number(from)), Some(Value::Number(to))) => {
                size.answers += 1;
                size.is_measured |= input.kind != Kind::Count;
                let by = to.minus(*from).map(magnitude).and_then(|by| size.by.plus(by));
                size.by = by.unwrap_or(size.by);
            }
            _ => {
                size.answers += 1;
                size.by = size.by.plus(Number::from(1)).unwrap_or(size.by);
            }
        }
    }
    size
}
