//! The search: readings, alone and together, and with each of them one answer that is another.

use core::cmp::Ordering;

use super::shown::{How, Shown};
use crate::evaluation::{Situation, Spread, Spreading, Value};
use crate::pack::sound;
use crate::policy::{Alternative, Input, Kind, Policy, Reading};
use crate::values::Number;

/// Readings are taken together in so many ways at most.
const MOST_SETS: usize = 128;

/// Answers that are open are taken in so many ways at most, with each set of readings.
const MOST_WAYS: usize = 256;

/// So many explanations are kept.
const MOST_FOUND: usize = 256;

/// Evaluations after which the search ends, and those for one answer in one direction.
const EFFORT: usize = 20_000;
const EFFORT_EACH: usize = 1_000;

/// As in the search for ranges, formulas with more terms count for several.
const TERMS: usize = 3_000;

/// Likewise so many rows.
const ROWS: usize = 100;

/// A situation, with how the notice is read in it.
pub(super) struct Candidate<'p> {
    pub(super) readings: Vec<&'p Alternative>,
    pub(super) situation: Situation<'p>,
}

/// Something that is shown as it is worked out.
pub(super) type Outcome = (Option<Value>, Option<How>);

impl Candidate<'_> {
    fn has_answer_of(&self, other: &Candidate<'_>, input: usize) -> bool {
        self.situation.answer(input) == other.situation.answer(input)
    }
}

/// What a situation comes to. One that has no result comes to nothing.
pub(super) fn outcomes(shown: &[Shown<'_>], situation: &Situation<'_>) -> Vec<Outcome> {
    let outcome = |shown: &Shown<'_>| {
        let value = shown.value(situation).ok().flatten();
        let how = value.as_ref().and_then(|value| shown.how(value));
        (value, how)
    };
    shown.iter().map(outcome).collect()
}

/// Inputs, by index, of which one situation has another answer; nobody changes tables.
pub(super) fn changed<'a>(
    from: &'a Situation<'_>,
    to: &'a Situation<'_>,
) -> impl Iterator<Item = usize> + 'a {
    let inputs = from.policy.inputs.iter().enumerate();
    inputs
        .filter(|(index, input)| {
            !matches!(input.kind, Kind::Table(_)) && from.answer(*index) != to.answer(*index)
        })
        .map(|(index, _)| index)
}

pub(super) struct Search<'p, 's> {
    policy: &'p Policy,
    shown: &'s [Shown<'p>],
    /// Where the search begins: with the answers that are shown.
    start: &'s Situation<'p>,
    /// The inputs of these.
    settled: &'s [usize],
    /// What an evaluation counts for.
    weight: usize,
    effort: usize,
    pub(super) found: Vec<Candidate<'p>>,
    /// Of those without another answer, the one that is least far away.
    pub(super) nearest: Option<(Vec<Outcome>, Candidate<'p>)>,
    /// Inputs that are waited for, and not bounded by choice.
    pub(super) missing: Vec<bool>,
    pub(super) sets: usize,
    pub(super) situations: usize,
    pub(super) is_complete: bool,
}

impl<'p, 's> Search<'p, 's> {
    pub(super) fn new(
        shown: &'s [Shown<'p>],
        start: &'s Situation<'p>,
        settled: &'s [usize],
    ) -> Search<'p, 's> {
        let policy = start.policy;
        let rows = (0..policy.inputs.len()).filter_map(|index| start.answer(index));
        let rows = rows.map(|answer| if let Value::Rows(rows) = answer { rows.len() } else { 0 });
        let weight = 1 + (sound::terms(policy) / TERMS).pow(2) + rows.sum::<usize>() / ROWS;
        Search {
            policy,
            shown,
            start,
            settled,
            weight,
            effort: 0,
            found: Vec::new(),
            nearest: None,
            missing: vec![false; policy.inputs.len()],
            sets: 0,
            situations: 0,
            is_complete: true,
        }
    }

    /// Looks everywhere, what changes least first.
    pub(super) fn run(&mut self) {
        let sets = self.sets();
        self.sets = sets.len();
        for readings in &sets {
            for situation in self.ways(self.read(readings)) {
                self.take(readings, situation, true);
            }
        }
        for readings in &sets {
            self.change_choices(readings);
            self.change_figures(readings);
        }
    }

    /// No reading, each, and all together that are of different things and do not get into a circle.
    fn sets(&mut self) -> Vec<Vec<&'p Alternative>> {
        let policy = self.policy;
        let has_rules = |other: &&Alternative| {
            !other.reading.values.is_empty() || !other.reading.parameters.is_empty()
        };
        let readings: Vec<_> = policy.readings.iter().filter(has_rules).collect();
        let mut sets = vec![Vec::new()];
        // Each with the place of its first reading that may still be added.
        let mut open = vec![0];
        let mut at = 0;
        while at < sets.len() {
            for (place, added) in readings.iter().enumerate().skip(open[at]) {
                let mut set: Vec<&Alternative> = sets[at].clone();
                if set.iter().any(|other| collide(&other.reading, &added.reading)) {
                    continue;
                }
                if sets.len() == MOST_SETS {
                    self.is_complete = false;
                    return sets;
                }
                set.push(added);
                let together: Vec<_> = set.iter().map(|other| &other.reading).collect();
                if sound::is_sound_by(policy, &together) {
                    sets.push(set);
                    open.push(place + 1);
                }
            }
            at += 1;
        }
        sets
    }

    fn read(&self, readings: &[&'p Alternative]) -> Situation<'p> {
        let start = self.start.copy();
        readings.iter().fold(start, |situation, other| situation.with_reading(&other.reading))
    }

    /// Whether there is something left to spend on one more evaluation.
    fn spends(&mut self) -> bool {
        self.effort += self.weight;
        let has_left = self.effort <= EFFORT;
        self.is_complete &= has_left;
        has_left
    }

    /// The situation with the open answers that the figures wait for in every way, where choice bounds them.
    fn ways(&mut self, situation: Situation<'p>) -> Vec<Situation<'p>> {
        let mut open = vec![situation];
        let mut ways = Vec::new();
        while let Some(situation) = open.pop() {
            if ways.len() + open.len() >= MOST_WAYS || !self.spends() {
                self.is_complete = false;
                break;
            }
            match self.open_choice(&situation) {
                Some((index, answers)) => {
                    let answers = answers.into_iter().rev();
                    open.extend(answers.map(|answer| situation.with_answer(index, Some(answer))));
                }
                None => ways.push(situation),
            }
        }
        ways
    }

    fn open_choice(&mut self, situation: &Situation<'p>) -> Option<(usize, Vec<Value>)> {
        let mut missing = vec![false; self.policy.inputs.len()];
        self.shown.iter().for_each(|shown| shown.mark_missing(situation, &mut missing));
        let inputs = self.policy.inputs.iter().enumerate();
        let missing: Vec<_> =
            inputs.filter(|(index, input)| missing[*index] && !input.optional).collect();
        let choices = missing.iter().map(|(index, input)| (*index, self.choices(input)));
        let choice = choices.into_iter().find(|(_, answers)| !answers.is_empty());
        if choice.is_none() {
            for (index, _) in missing {
                self.missing[index] = true;
            }
        }
        choice
    }

    /// All answers to a question with few; none where it has many.
    fn choices(&self, input: &Input) -> Vec<Value> {
        match input.kind {
            Kind::Boolean => [true, false].map(Value::Boolean).into(),
            Kind::Choice(set) => {
                (0..self.policy.choice_sets[set].choices.len()).map(Value::Choice).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Keeps a situation that comes to all that is shown, unless less than it is enough.
    fn take(&mut self, readings: &[&'p Alternative], situation: Situation<'p>, is_read_only: bool) {
        self.situations += 1;
        let limits = self.policy.inputs.iter().filter_map(|input| input.limit.as_ref());
        if limits.into_iter().any(|limit| situation.truth(limit) == Ok(Some(false))) {
            return;
        }
        let candidate = Candidate { readings: readings.to_vec(), situation };
        let outcomes = outcomes(self.shown, &candidate.situation);
        if outcomes.iter().all(|(_, how)| how.is_some()) {
            // Each single reading is told, even where there is no need of it.
            let is_told = is_read_only && readings.len() == 1;
            if is_told || !self.is_more_than_enough(&candidate) {
                if self.found.len() < MOST_FOUND {
                    self.found.push(candidate);
                } else {
                    self.is_complete = false;
                }
            }
        } else if is_read_only
            && self.nearest.as_ref().is_none_or(|(known, _)| self.is_nearer(&outcomes, known))
        {
            self.nearest = Some((outcomes, candidate));
        }
    }

    /// Whether a part of it comes to all that is shown.
    fn is_more_than_enough(&self, candidate: &Candidate<'p>) -> bool {
        self.found.iter().any(|known| {
            is_part(&known.readings, &candidate.readings)
                && changed(self.start, &known.situation)
                    .all(|input| known.has_answer_of(candidate, input))
        })
    }

    /// More is as it is shown or, where no more is, the first figure that is not is less far away.
    fn is_nearer(&self, outcomes: &[Outcome], known: &[Outcome]) -> bool {
        let matched = |outcomes: &[Outcome]| outcomes.iter().filter(|one| one.1.is_some()).count();
        let distance = |outcomes: &[Outcome]| {
            let mut others = outcomes.iter().zip(self.shown).filter(|(one, _)| one.1.is_none());
            others.find_map(|((value, _), shown)| shown.remains(value.as_ref()?)).map(magnitude)
        };
        match matched(outcomes).cmp(&matched(known)) {
            Ordering::Equal => match (distance(outcomes), distance(known)) {
                (Some(mine), Some(theirs)) => mine.compare(theirs).is_ok_and(Ordering::is_lt),
                (mine, None) => mine.is_some(),
                (None, _) => false,
            },
            order => order.is_gt(),
        }
    }

    /// One of the choices, and one yes or no, is another.
    fn change_choices(&mut self, readings: &[&'p Alternative]) {
        let situation = self.read(readings);
        if self.is_enough(readings, &situation) {
            return;
        }
        for (index, input) in self.policy.inputs.iter().enumerate() {
            let Some(own) = self.changeable(&situation, index) else { continue };
            for answer in self.choices(input) {
                if answer != own {
                    for way in self.ways(situation.with_answer(index, Some(answer))) {
                        self.take(readings, way, false);
                    }
                }
            }
        }
    }

    /// One number is another: the next that is larger and that is smaller.
    fn change_figures(&mut self, readings: &[&'p Alternative]) {
        for way in self.ways(self.read(readings)) {
            if self.is_enough(readings, &way) {
                continue;
            }
            for (index, input) in self.policy.inputs.iter().enumerate() {
                let (Some(Value::Number(own)), Some(grid)) =
                    (self.changeable(&way, index), Grid::of(input))
                else {
                    continue;
                };
                for is_up in [true, false] {
                    let mut solving = Solving { way: &way, index, grid, cuts: true, spent: 0 };
                    // Where the next is one that is only cut off to what is shown, the next that rounds to it, too.
                    while let Some(number) = self.next(&mut solving, own, is_up) {
                        let situation = way.with_answer(index, Some(Value::Number(number)));
                        let is_cut = self.is_cut(&situation);
                        self.take(readings, situation, false);
                        if !is_cut {
                            break;
                        }
                        solving.cuts = false;
                    }
                }
            }
        }
    }

    fn is_enough(&self, readings: &[&'p Alternative], situation: &Situation<'p>) -> bool {
        let candidate = Candidate { readings: readings.to_vec(), situation: situation.copy() };
        self.is_more_than_enough(&candidate)
    }

    /// The answer, where it counts and nobody has shown it.
    fn changeable(&self, situation: &Situation<'p>, index: usize) -> Option<Value> {
        let is_open = self.start.answer(index).is_none() || self.settled.contains(&index);
        let counts = !is_open && situation.is_asked(index) == Some(true);
        counts.then(|| situation.answer(index).cloned()).flatten()
    }

    fn is_cut(&self, situation: &Situation<'_>) -> bool {
        let outcomes = outcomes(self.shown, situation);
        outcomes.iter().any(|(_, how)| *how == Some(How::Truncated))
    }

    /// The number next to the own one, in one direction, with which all comes to what is shown.
    fn next(&mut self, solving: &mut Solving<'_, 'p>, own: Number, is_up: bool) -> Option<Number> {
        let (first, last) = solving.grid.beside(own, is_up)?;
        // An answer that has no say in it is done with at once. Else what is near is looked at closely first.
        let mut size = 1;
        let mut from = first;
        if !self.can_be(solving, first.min(last), first.max(last))? {
            return None;
        }
        loop {
            let (to, is_last) = if is_up {
                let to = from.saturating_add(size - 1);
                (to.min(last), to >= last)
            } else {
                let to = from.saturating_sub(size - 1);
                (to.max(last), to <= last)
            };
            if let Some(found) = self.first(solving, from, to)? {
                return Some(found);
            }
            if is_last {
                return None;
            }
            from = if is_up { to + 1 } else { to - 1 };
            size = size.saturating_mul(2);
        }
    }

    /// The first from one end of an interval to the other; the outer `None` stands for a search that was given up.
    #[allow(clippy::option_option, reason = "given up is not the same as not found")]
    fn first(
        &mut self,
        solving: &mut Solving<'_, 'p>,
        from: i64,
        to: i64,
    ) -> Option<Option<Number>> {
        if !self.can_be(solving, from.min(to), from.max(to))? {
            return Some(None);
        }
        if from == to {
            return Some(solving.grid.number(from));
        }
        let middle = from + (to - from) / 2;
        let beyond = if to > from { middle + 1 } else { middle - 1 };
        match self.first(solving, from, middle)? {
            Some(found) => Some(Some(found)),
            None => self.first(solving, beyond, to),
        }
    }

    /// Whether some number of an interval may do; of one number, whether it does. `None` where the search is given up.
    fn can_be(&mut self, solving: &mut Solving<'_, 'p>, from: i64, to: i64) -> Option<bool> {
        solving.spent += 1;
        if solving.spent > EFFORT_EACH || !self.spends() {
            self.is_complete = false;
            return None;
        }
        let Solving { way, index, grid, cuts, .. } = *solving;
        let (Some(least), Some(most)) = (grid.number(from), grid.number(to)) else {
            return Some(false);
        };
        if from == to {
            let situation = way.with_answer(index, Some(Value::Number(least)));
            let fits = |how: Option<How>| how.is_some_and(|how| cuts || how != How::Truncated);
            return Some(outcomes(self.shown, &situation).iter().all(|(_, how)| fits(*how)));
        }
        let mut running = vec![None; self.policy.inputs.len()];
        running[index] = Some(Spread::numbers(least, most));
        let spreading = Spreading::new(way.with_answer(index, None), running);
        Some(self.shown.iter().all(|shown| shown.can_be(&spreading, cuts)))
    }
}

/// One answer that is looked for.
struct Solving<'w, 'p> {
    way: &'w Situation<'p>,
    index: usize,
    grid: Grid,
    /// Whether it is enough that a figure is cut off to what is shown.
    cuts: bool,
    spent: usize,
}

/// The numbers that are tried for an input: whole multiples of a step, from one to another.
#[derive(Clone, Copy)]
struct Grid {
    step: Number,
    from: i64,
    to: i64,
}

impl Grid {
    /// By whole things, by fen or hundredths, by hundredths of a per cent.
    fn of(input: &Input) -> Option<Grid> {
        let places = match input.kind {
            Kind::Count | Kind::Money | Kind::Number => input.decimals.min(2),
            Kind::Percentage => input.decimals.min(4),
            _ => return None,
        };
        let step = Number::power_of_ten(-i8::try_from(places).ok()?);
        let grid = Grid { step, from: 0, to: 0 };
        let (least, is_on) = grid.below(input.min)?;
        let from = if is_on && !input.above_min { least } else { least + 1 };
        Some(Grid { from, to: grid.below(input.max)?.0, ..grid })
    }

    /// The place of the largest that is not above a number, and whether it is the number.
    fn below(self, number: Number) -> Option<(i64, bool)> {
        let whole = Number::from(1);
        let place = number.over(self.step).ok()??;
        let cut = place.to_multiple(whole, crate::values::Rounding::Down).ok()??;
        let is_on = cut == place;
        Some((cut.as_integer()? - i64::from(!is_on && number.is_negative()), is_on))
    }

    fn number(self, place: i64) -> Option<Number> {
        self.step.times(Number::from(place)).ok()
    }

    /// From the place beside a number to the end; `None` where there is nothing.
    fn beside(self, number: Number, is_up: bool) -> Option<(i64, i64)> {
        let (place, is_on) = self.below(number)?;
        if is_up {
            let first = (place + 1).max(self.from);
            return (first <= self.to).then_some((first, self.to));
        }
        let first = (place - i64::from(is_on)).min(self.to);
        (first >= self.from).then_some((first, self.from))
    }
}

/// Whether two readings are of the same thing.
fn collide(left: &Reading, right: &Reading) -> bool {
    left.values.iter().any(|mine| right.values.iter().any(|theirs| mine.0 == theirs.0))
        || left
            .parameters
            .iter()
            .any(|mine| right.parameters.iter().any(|theirs| mine.0 == theirs.0))
}

/// Whether all of these are among others.
pub(super) fn is_part(readings: &[&Alternative], of: &[&Alternative]) -> bool {
    readings.iter().all(|reading| of.iter().any(|other| core::ptr::eq(*reading, *other)))
}

pub(super) fn magnitude(number: Number) -> Number {
    if number.is_negative() { number.negate() } else { number }
}
