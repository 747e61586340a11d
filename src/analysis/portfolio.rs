//! Many policies at once: what a profile can have of each, and the best that it may have together.

use rust_decimal::Decimal;

use crate::evaluation::{Eligibility, MONEY_PLACES};
use crate::input::{self, Problem, ProblemCode, unknown_field};
use crate::policy::Policy;
use crate::result::{self, Assessment};
use crate::values::{Calendar, Data, Locale, Number, Raw, Text, digits};

/// What one profile comes to under every policy.
#[derive(Debug)]
pub struct Portfolio<'p> {
    /// One assessment a policy, in the order of the policies.
    pub assessments: Vec<Assessment<'p>>,
    /// The best lawful combination.
    pub combination: Combination<'p>,
}

/// The subsidies that together come to most without excluding one another.
#[derive(Debug)]
pub struct Combination<'p> {
    /// Ids of the policies chosen.
    pub policies: Vec<&'p str>,
    /// Their sum, in yuan with two decimals.
    pub total: String,
    /// Subsidies left out because of one that was chosen.
    pub left_out: Vec<LeftOut<'p>>,
}

/// A subsidy that cannot be had together with a chosen one.
#[derive(Debug)]
pub struct LeftOut<'p> {
    /// Its policy.
    pub policy: &'p str,
    /// What it would have come to.
    pub amount: String,
    /// The chosen policies that exclude it.
    pub excluded_by: Vec<&'p str>,
    /// How much less the best combination with it would come to, in yuan with two decimals.
    pub less: String,
    /// Why it was left out, in words.
    pub explanation: String,
}

impl<'p> Portfolio<'p> {
    /// As plain data.
    pub fn to_data(&self) -> Data<'p> {
        Data::object(|data| {
            data.set_list("assessments", self.assessments.iter().map(Assessment::to_data));
            data.set_object("combination", |data| self.combination.write(data));
        })
    }
}

impl<'p> Combination<'p> {
    /// As plain data.
    pub fn to_data(&self) -> Data<'p> {
        Data::object(|data| self.write(data))
    }

    fn write(&self, data: &mut Data<'p>) {
        data.set_texts("policies", self.policies.iter().copied());
        data.set("total", &self.total);
        data.set_objects("leftOut", &self.left_out, |data, left_out| {
            data.set("policy", left_out.policy);
            data.set("amount", &left_out.amount);
            data.set_texts("excludedBy", left_out.excluded_by.iter().copied());
            data.set("less", &left_out.less);
            data.set("explanation", &left_out.explanation);
        });
    }
}

/// A subsidy that can be had.
struct Candidate<'p> {
    policy: &'p Policy,
    amount: Decimal,
}

impl<'p> Candidate<'p> {
    fn new(policy: &'p Policy, amount: Decimal) -> Option<Candidate<'p>> {
        let amount = Number::from(amount).round_half_up(MONEY_PLACES).ok()?;
        (policy.is_subsidy() && !amount.is_zero()).then_some(Candidate { policy, amount })
    }
}

/// Applies every policy to one profile: the union of their fields. Each policy takes the fields that it knows.
///
/// # Errors
/// All problems of bad input, each once; a field that no policy knows among them.
pub fn assess<'p>(
    policies: &'p [&'p Policy],
    calendar: &'p Calendar,
    profile: &[(String, Raw)],
    locale: Locale,
) -> Result<Portfolio<'p>, Vec<Problem>> {
    let known = |id: &str| policies.iter().any(|policy| policy.input(id).is_some());
    let unknown = profile.iter().filter(|(id, _)| !known(id)).enumerate();
    let mut problems: Vec<Problem> = unknown
        .map(|(before, (id, _))| {
            let known = policies.iter().flat_map(|policy| policy.inputs.iter());
            Problem::new(id, ProblemCode::UnknownField, unknown_field(id, known, before))
        })
        .collect();
    // A problem counts where the policy certainly asks for the answer, or where no policy can do anything with it.
    let mut certain = Vec::new();
    let mut doubtful = Vec::new();
    let mut situations = Vec::new();
    for policy in policies {
        let known = profile.iter().filter(|(id, _)| policy.input(id).is_some());
        let fields: Vec<_> = known.cloned().collect();
        let (situation, found) = input::read_leniently(policy, calendar, &fields);
        for problem in found {
            let asked = policy.input(&problem.field).and_then(|index| situation.is_asked(index));
            if asked == Some(true) { &mut certain } else { &mut doubtful }.push(problem);
        }
        situations.push(situation);
    }
    let mut refusing: Vec<(&str, usize)> = Vec::new();
    for problem in &doubtful {
        // Those of one field mostly come one after another.
        match refusing.iter_mut().rev().find(|known| known.0 == problem.field) {
            Some(known) => known.1 += 1,
            None => refusing.push((&problem.field, 1)),
        }
    }
    let knowing = |field: &str| {
        policies.iter().map(|policy| usize::from(policy.input(field).is_some())).sum::<usize>()
    };
    refusing.retain(|(field, count)| *count >= knowing(field));
    let useless = |field: &str| refusing.iter().any(|known| known.0 == field);
    let kept: Vec<bool> = doubtful.iter().map(|problem| useless(&problem.field)).collect();
    certain.extend(doubtful.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(one, _)| one));
    problems.extend(distinct(certain));
    let mut assessments = Vec::new();
    for situation in &situations {
        match result::assess(situation, locale) {
            Ok(assessment) => assessments.push(assessment),
            Err(failures) => problems.extend(failures),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let candidates = policies
        .iter()
        .zip(&assessments)
        .filter(|(_, assessment)| {
            matches!(assessment.eligibility, Eligibility::Eligible | Eligibility::NotAssessed)
        })
        .filter_map(|(policy, assessment)| {
            let (whole, fraction) = assessment.amount.as_deref()?.split_once('.')?;
            Candidate::new(policy, digits::read(false, whole, fraction)?)
        });
    let combination = best_of(candidates.collect(), locale);
    Ok(Portfolio { assessments, combination })
}

/// The problems without those that say the same of the same answer as one before. There may be very many.
fn distinct(problems: Vec<Problem>) -> Vec<Problem> {
    let mut kept: Vec<Problem> = Vec::new();
    // Where each of them is, at a place that follows from what it is about, or at the next that is free.
    let mut places = vec![usize::MAX; (2 * problems.len()).next_power_of_two()];
    for problem in problems {
        let Problem { field, row, column, .. } = &problem;
        let names = field.bytes().chain(column.iter().flat_map(|column| column.bytes()));
        let mut place = names.fold(row.unwrap_or_default(), |mixed, byte| {
            (mixed ^ usize::from(byte)).wrapping_mul(0x0100_0193)
        });
        loop {
            place = place.wrapping_add(1) & (places.len() - 1);
            match kept.get(places[place]) {
                Some(known) if known.is_same_as(&problem) => break,
                Some(_) => {}
                None => {
                    places[place] = kept.len();
                    kept.push(problem);
                    break;
                }
            }
        }
    }
    kept
}

/// The best lawful combination of amounts that were worked out one by one, under these policies. What is no subsidy, and
/// what comes to nothing, has no part in it.
///
/// # Errors
/// All amounts that are none.
pub fn combine<'p>(
    amounts: &[(&'p Policy, &Raw)],
    locale: Locale,
) -> Result<Combination<'p>, Vec<Problem>> {
    let mut candidates = Vec::new();
    let mut problems = Vec::new();
    for (policy, raw) in amounts {
        match input::amount(raw) {
            Ok(amount) => candidates.extend(amount.and_then(|it| Candidate::new(policy, it))),
            Err(code) => {
                let message = Text::new(
                    "金额应是不小于 0、至多两位小数的元数",
                    "an amount is in yuan, not below 0, with at most two decimals",
                );
                problems.push(Problem::new(&policy.id, code, message));
            }
        }
    }
    if problems.is_empty() { Ok(best_of(candidates, locale)) } else { Err(problems) }
}

fn best_of(candidates: Vec<Candidate<'_>>, locale: Locale) -> Combination<'_> {
    // Among equals the first is taken: a policy of one place and year comes before one for all of them.
    let (mut candidates, for_all): (Vec<_>, Vec<_>) =
        candidates.into_iter().partition(|candidate| candidate.policy.claim_year.is_some());
    candidates.extend(for_all);
    let all: Vec<_> = (0..candidates.len()).collect();
    let (total, best) = best(&candidates, &all);
    let chosen: Vec<_> = all.into_iter().filter(|index| best.contains(index)).collect();
    let left_out = (0..candidates.len())
        .filter(|index| !chosen.contains(index))
        .map(|index| left_out(&candidates, &chosen, total, index, locale))
        .collect();
    Combination {
        policies: chosen.iter().map(|index| candidates[*index].policy.id.as_str()).collect(),
        total: format!("{total:.2}"),
        left_out,
    }
}

fn left_out<'p>(
    candidates: &[Candidate<'p>],
    chosen: &[usize],
    total: Decimal,
    index: usize,
    locale: Locale,
) -> LeftOut<'p> {
    let candidate = &candidates[index];
    let compatible: Vec<_> = (0..candidates.len())
        .filter(|other| *other != index)
        .filter(|other| !exclude(candidate.policy, candidates[*other].policy))
        .collect();
    let others = best(candidates, &compatible).0;
    let less = total.saturating_sub(candidate.amount).saturating_sub(others);
    let excluding: Vec<_> = chosen
        .iter()
        .map(|chosen| &candidates[*chosen])
        .filter(|chosen| exclude(candidate.policy, chosen.policy))
        .collect();
    let titles: Vec<_> = excluding
        .iter()
        .map(|chosen| {
            let title = chosen.policy.title.get(locale);
            locale.pick(format!("《{title}》"), format!("“{title}”"))
        })
        .collect();
    let titles = titles.join(locale.pick("、", ", "));
    let reason = excluding.iter().find_map(|chosen| exclusion(candidate.policy, chosen.policy));
    let reason = reason.map_or_else(
        || {
            locale.pick(
                "同一类补贴，一个地方一个年度享受一次",
                "variants of one scheme are had once, in one place and year",
            )
        },
        |exclusion| exclusion.text.get(locale).trim_end_matches(['。', '.']),
    );
    let instead = if less.is_zero() {
        locale.pick("不变", "the same").to_owned()
    } else {
        let mut grouped = locale.pick("少", "").to_owned();
        digits::write_grouped(&mut grouped, less);
        grouped + locale.pick("元", " yuan less")
    };
    LeftOut {
        policy: &candidate.policy.id,
        amount: digits::plain(candidate.amount),
        excluded_by: excluding.iter().map(|chosen| chosen.policy.id.as_str()).collect(),
        less: format!("{less:.2}"),
        explanation: locale.pick(
            format!("与{titles}不能同时享受：{reason}。改选这项，合计{instead}。"),
            format!("Cannot be had together with {titles}: {reason}. With this one instead, the sum would be {instead}."),
        ),
    }
}

/// The largest sum of candidates of which no two exclude each other. The earlier choice wins a tie.
///
/// Candidates that are not connected by exclusions, however many steps away, do not concern each other: each of the parts
/// into which they fall is searched on its own.
fn best(candidates: &[Candidate<'_>], open: &[usize]) -> (Decimal, Vec<usize>) {
    let Some((&first, rest)) = open.split_first() else { return (Decimal::ZERO, Vec::new()) };
    let mut connected = vec![first];
    let mut apart = rest.to_vec();
    let mut next = 0;
    while let Some(&one) = connected.get(next) {
        let excludes = |other: &usize| exclude(candidates[one].policy, candidates[*other].policy);
        let (joining, others): (Vec<_>, Vec<_>) = apart.into_iter().partition(excludes);
        connected.extend(joining);
        apart = others;
        next += 1;
    }
    let part: Vec<_> = open.iter().copied().filter(|one| connected.contains(one)).collect();
    let (sum, mut chosen) = best_of_part(candidates, &part);
    let (others, more) = best(candidates, &apart);
    chosen.extend(more);
    (sum.saturating_add(others), chosen)
}

/// Likewise of candidates that are connected: with the first of them, or without it.
fn best_of_part(candidates: &[Candidate<'_>], part: &[usize]) -> (Decimal, Vec<usize>) {
    let Some((&first, rest)) = part.split_first() else { return (Decimal::ZERO, Vec::new()) };
    let compatible = |other: &usize| !exclude(candidates[first].policy, candidates[*other].policy);
    let with: Vec<usize> = rest.iter().copied().filter(compatible).collect();
    let (sum, mut chosen) = best(candidates, &with);
    let sum = sum.saturating_add(candidates[first].amount);
    chosen.push(first);
    // Nothing is gained by leaving out what excludes nothing.
    if with.len() == rest.len() {
        return (sum, chosen);
    }
    let without = best(candidates, rest);
    if without.0 > sum { without } else { (sum, chosen) }
}

/// Whether two policies cannot be had together: one of them says so, or they are variants of one scheme.
fn exclude(left: &Policy, right: &Policy) -> bool {
    left.scheme == right.scheme || exclusion(left, right).is_some()
}

fn exclusion<'p>(left: &'p Policy, right: &'p Policy) -> Option<&'p crate::policy::Exclusion> {
    let names = |from: &'p Policy, to: &Policy| {
        from.exclusions.iter().find(|exclusion| exclusion.policy == to.id)
    };
    names(left, right).or_else(|| names(right, left))
}
