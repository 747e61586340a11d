//! What is found gives what is shown, and what was hidden is found.

use super::*;
use crate::authoring::{self, PolicyFile};
use crate::policy::Alternative;
use crate::values::{Rounding, digits};
use std::path::Path;
use std::sync::OnceLock;

fn policies() -> &'static [PolicyFile] {
    static LIBRARY: OnceLock<Vec<PolicyFile>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
        authoring::load_library(&folder, &authoring::Disk, Locale::Chinese).expect("it is sound")
    })
}

fn policy(id: &str) -> &'static Policy {
    &policies().iter().find(|file| file.policy.id == id).expect("it is in the library").policy
}

fn calendar() -> &'static Calendar {
    static CALENDAR: OnceLock<Calendar> = OnceLock::new();
    CALENDAR.get_or_init(authoring::calendar)
}

fn fields(given: &[(&str, &str)]) -> Vec<(String, Raw)> {
    let raw = |text: &str| match text {
        "true" => Raw::Boolean(true),
        "false" => Raw::Boolean(false),
        text => Raw::Text(text.to_owned()),
    };
    given.iter().map(|(id, text)| ((*id).to_owned(), raw(text))).collect()
}

fn with(form: &[(String, Raw)], given: &[(&str, &str)]) -> Vec<(String, Raw)> {
    let given = fields(given);
    let kept = form.iter().filter(|field| given.iter().all(|other| other.0 != field.0));
    kept.cloned().chain(given.iter().cloned()).collect()
}

fn found(
    policy: &'static Policy,
    form: &[(String, Raw)],
    shown: &[(&str, &str)],
) -> Reconciliation<'static> {
    let shown = fields(shown);
    reconcile(policy, calendar(), form, &shown, Locale::English)
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// `readings | field from→to | id how`
fn told(account: &Account<'_>) -> String {
    let readings: Vec<_> = account.readings.iter().map(|reading| reading.id).collect();
    let plain = |written: &Written| match &written.0 {
        Plain::Text(text) => text.clone(),
        Plain::Boolean(truth) => truth.to_string(),
    };
    let changes = account.changes.iter().map(|change| {
        let from = change.from.as_ref().map_or_else(|| "?".to_owned(), plain);
        format!("{} {from}→{}", change.field, plain(&change.to))
    });
    let figures = account.figures.iter().map(|figure| {
        let value = figure.value.as_ref().map_or_else(|| "?".to_owned(), plain);
        format!("{} {value} {}", figure.id, figure.how.map_or("no", How::id))
    });
    let changes = changes.collect::<Vec<_>>().join(", ");
    format!("{} | {changes} | {}", readings.join("+"), figures.collect::<Vec<_>>().join(", "))
}

fn all(reconciliation: &Reconciliation<'_>) -> Vec<String> {
    reconciliation.matches.iter().map(told).collect()
}

fn changchun() -> Vec<(String, Raw)> {
    fields(&[
        ("employerKind", "enterprise"),
        ("enterpriseSize", "small"),
        ("cumulativePremiumMonths", "12"),
        ("premiumArrears", "false"),
        ("meetsIndustrialPolicy", "true"),
        ("seriouslyDishonest", "false"),
        ("insuredAtStart", "1000"),
        ("insuredAtEnd", "800"),
        ("naturalAttrition", "60"),
        ("premiumsPaid", "420000"),
    ])
}

#[test]
fn changchun_comes_to_fourteen_per_cent_and_whoever_forgot_the_retired_is_told() {
    let policy = policy("jilin-2025-stabilisation-refund");
    let own = found(policy, &changchun(), &[("layoffRate", "14%")]);
    assert_eq!(all(&own), [" |  | layoffRate 0.14 exact"]);
    assert!(own.is_complete && own.nearest.is_none());
    // Ten died; that fifty retired was left out.
    let without = with(&changchun(), &[("naturalAttrition", "10")]);
    let result = found(policy, &without, &[("layoffRate", "14.00%")]);
    assert_eq!(
        all(&result),
        [
            " | insuredAtEnd 800→850 | layoffRate 0.14 exact",
            " | naturalAttrition 10→60 | layoffRate 0.14 exact",
        ]
    );
    assert_eq!(told(&result.own), " |  | layoffRate 0.19 no");
    assert_eq!(result.own.figures[0].remains.as_deref(), Some("-0.05"));
    // With fewer digits, another headcount of the start does too, and its other definition is told.
    let result = found(policy, &without, &[("layoffRate", "14%")]);
    let start = result.matches.iter().flat_map(|account| &account.changes);
    let start: Vec<_> = start.filter(|change| change.field == "insuredAtStart").collect();
    let to: Vec<_> = start.iter().map(|change| change.to.1.as_str()).collect();
    // Of 952 it is 14.9 %, which is cut off to 14 %; of 947 it is 14.47 %.
    assert_eq!(to, ["952 people", "947 people"]);
    assert_eq!(start[0].definitions[0].reading, "startInDecember");
}

#[test]
fn the_lines_of_pengze_round_and_are_not_cut_off() {
    let policy = policy("jiangxi-2024-stabilisation-refund");
    let own = fields(&[
        ("employerKind", "enterprise"),
        ("enterpriseSize", "small"),
        ("cumulativePremiumMonths", "12"),
        ("deregistered", "false"),
        ("averageInsured", "5"),
        ("claimants", "0"),
        ("insuredAtEnd", "5"),
    ]);
    for (paid, refund, how) in [
        ("2010.96", "1206.58", How::Rounded),
        ("493.92", "296.35", How::Rounded),
        ("564.48", "338.69", How::Rounded),
        ("7871.18", "4722.71", How::Rounded),
        ("10963.26", "6577.96", How::Rounded),
        ("1524.16", "914.5", How::Rounded),
        ("12404.48", "7442.69", How::Rounded),
        ("4233.6", "2540.16", How::Exact),
        // As nobody does it there.
        ("2010.96", "1,206.57", How::Truncated),
    ] {
        let own = with(&own, &[("premiumsPaid", paid)]);
        let result = found(policy, &own, &[("amount", refund), ("eligibility", "eligible")]);
        let first = &result.matches[0];
        assert!(first.readings.is_empty() && first.changes.is_empty(), "{}", told(first));
        assert_eq!(first.figures[0].how, Some(how), "{paid}");
        // By the rate of large enterprises it would be half of it: the size is what differs.
        let large = with(&own, &[("enterpriseSize", "large")]);
        let result = found(policy, &large, &[("amount", refund)]);
        let changes = |account: &Account<'_>| {
            let change = |change: &Change<'_>| (change.field.to_owned(), 1 + change.or.len());
            account.changes.iter().map(change).collect::<Vec<_>>()
        };
        let changes: Vec<_> = result.matches.iter().flat_map(changes).collect();
        let choices = [("employerKind".to_owned(), 6), ("enterpriseSize".to_owned(), 3)];
        assert_eq!(changes[..2], choices);
        assert_eq!(changes[2].0, "premiumsPaid");
    }
    let own = with(&own, &[("premiumsPaid", "811.44"), ("enterpriseSize", "large")]);
    let result = found(policy, &own, &[("amount", "243.43")]);
    assert_eq!(result.matches[0].figures[0].how, Some(How::Rounded));
}

#[test]
fn answers_that_are_shown_are_taken_and_open_choices_are_tried() {
    let policy = policy("jiangxi-2024-stabilisation-refund");
    let own = fields(&[
        ("enterpriseSize", "small"),
        ("cumulativePremiumMonths", "12"),
        ("averageInsured", "100"),
        ("claimants", "5"),
        ("insuredAtEnd", "100"),
        ("premiumsPaid", "10000"),
    ]);
    let result = found(policy, &own, &[("enterpriseSize", "大型"), ("amount", "3,000.00")]);
    assert_eq!(
        told(&result.matches[0]),
        " | employerKind ?→enterprise, enterpriseSize small→large, deregistered ?→false | amount 3000 exact"
    );
    assert_eq!(result.own.assessment.amount, None);
    assert!(result.missing.is_empty());
    // What is a number is asked for, not guessed.
    let without: Vec<_> = own.iter().filter(|field| field.0 != "claimants").cloned().collect();
    let result = found(policy, &without, &[("layoffRate", "5.00%")]);
    assert!(result.matches.is_empty());
    assert_eq!(result.missing, ["claimants"]);
}

#[test]
fn where_nothing_does_the_nearest_reading_is_told_with_what_remains() {
    let policy = policy("guangdong-2024-stabilisation-refund");
    let example = &policy.examples[0].inputs;
    let own = with(example, &[("averageInsured", "109"), ("claimants", "6")]);
    // 6 ÷ 109 is 5.5046 %: rounded by the rule; the reading that does not round shows more digits.
    let result = found(policy, &own, &[("layoffRate", "5.5046%")]);
    assert_eq!(all(&result)[0], "rateNotRounded |  | layoffRate 0.0550458716 rounded");
    // The steps are those of the reading.
    let step = &result.matches[0].assessment.steps;
    let step = step.iter().find(|step| step.id == "layoffRate").unwrap();
    assert!(!step.substituted.contains("round"), "{}", step.substituted);
    assert!(step.source.is_some());
    let result = found(policy, &own, &[("layoffRate", "123456.0007%"), ("refundRate", "77%")]);
    assert!(result.matches.is_empty() && result.is_complete);
    let nearest = result.nearest.unwrap();
    assert_eq!(nearest.figures[1].how, None);
    assert!(nearest.figures[0].remains.as_deref().unwrap().starts_with("1234.5"));
}

#[test]
fn what_is_shown_is_read_strictly() {
    let policy = policy("jilin-2025-stabilisation-refund");
    let codes = |shown: &[(String, Raw)]| {
        let problems = reconcile(policy, calendar(), &changchun(), shown, Locale::Chinese);
        let problem = |problem: &Problem| format!("{}: {}", problem.field, problem.code.id());
        problems.unwrap_err().iter().map(problem).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[]), [": required"]);
    assert_eq!(codes(&fields(&[("layoffRate", " ")])), [": required"]);
    assert_eq!(codes(&fields(&[("insuredAtEnd", "800")])), [": required"]);
    let number = |id: &str| vec![(id.to_owned(), Raw::Number("0.14".to_owned()))];
    assert_eq!(codes(&number("layoffRate")), ["layoffRate: wrong-type"]);
    let bad = fields(&[
        ("layoffRat", "5%"),
        ("layoffRate", "about 5%"),
        ("amount", "5%"),
        ("eligibility", "undetermined"),
        ("insuredAtEnd", "-1"),
        ("enterpriseSize", "huge"),
    ]);
    assert_eq!(
        codes(&bad),
        [
            "layoffRat: unknown-field",
            "layoffRate: not-a-number",
            "amount: not-a-number",
            "eligibility: unknown-choice",
            "insuredAtEnd: out-of-range",
            "enterpriseSize: unknown-choice",
        ]
    );
    let long = vec![("amount".to_owned(), Raw::LongText("9".repeat(100)))];
    assert_eq!(codes(&long), ["amount: out-of-range"]);
}

/// Numbers that look random, and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[usize::try_from(self.roll(of.len() as u64)).unwrap()]
    }
}

/// A number of a value or an amount as an authority displays it.
fn displayed(number: Number, percent: bool, places: u32, rounding: Rounding) -> String {
    let number = if percent { number.times(Number::from(100)).unwrap() } else { number };
    let step = Number::power_of_ten(-i8::try_from(places).unwrap());
    let cut = number.to_multiple(step, rounding).unwrap().unwrap();
    let mut text = String::new();
    digits::write_grouped(&mut text, cut.round_half_up(places).unwrap());
    if percent { text + "%" } else { text }
}

/// What a situation comes to, as far as it is a number or a verdict: by id, with whether it is a share.
fn figures(situation: &Situation<'_>) -> Vec<(String, Value, bool)> {
    use crate::evaluation::{Eligibility, eligibility};
    use crate::formula::Type;
    let policy = situation.policy;
    let mut figures = Vec::new();
    for (index, value) in policy.values.iter().enumerate() {
        if let (Ok(Some(known @ Value::Number(_))), Type::Number(quantity)) =
            (situation.value(index), value.formula.kind)
        {
            figures.push((value.label.id.clone(), known.clone(), quantity.percent));
        }
    }
    let verdict = eligibility(situation).unwrap();
    let amount = policy.amount.as_ref().and_then(|amount| match verdict {
        Eligibility::Ineligible => Some(Number::ZERO),
        Eligibility::Undetermined => None,
        _ => situation.number(&amount.formula.expression).unwrap(),
    });
    figures.extend(amount.map(|amount| ("amount".to_owned(), Value::Number(amount), false)));
    if let Eligibility::Eligible | Eligibility::Ineligible = verdict {
        let holds = Value::Boolean(verdict == Eligibility::Eligible);
        figures.push(("eligibility".to_owned(), holds, false));
    }
    figures
}

/// The answers of an example, its counts and money others.
fn own_figures(policy: &Policy, dice: &mut Dice) -> Vec<(String, Raw)> {
    let whole: Vec<_> = policy.examples.iter().filter(|example| example.inputs.len() > 4).collect();
    let mut form = dice.pick(&whole).inputs.clone();
    for (id, raw) in &mut form {
        let Some(index) = policy.input(id) else { continue };
        let count = match policy.inputs[index].kind {
            Kind::Count if policy.inputs[index].max.as_integer() > Some(1_000) => dice.roll(70) + 1,
            Kind::Number => dice.roll(90) + 8,
            Kind::Money => dice.roll(3_000_000),
            _ => continue,
        };
        if dice.roll(3) > 0 {
            let text = if policy.inputs[index].kind == Kind::Money {
                format!("{}.{:02}", count / 100, count % 100)
            } else {
                count.to_string()
            };
            *raw = Raw::Text(text);
        }
    }
    form
}

/// The situation as the authority has it, and whether that differs.
fn hidden<'p>(own: &Situation<'p>, other: &'p Alternative, dice: &mut Dice) -> Situation<'p> {
    match other.definitions.first() {
        Some((index, _)) if other.reading.values.is_empty() => {
            let Some(Value::Number(count)) = own.answer(*index) else { return own.copy() };
            let is_share = own.policy.inputs[*index].kind == Kind::Percentage;
            let step = if is_share { Number::power_of_ten(-2) } else { Number::from(1) };
            let by = step.times(Number::from(i64::try_from(dice.roll(9)).unwrap() + 1)).unwrap();
            own.with_answer(*index, Some(Value::Number(count.plus(by).unwrap())))
        }
        _ => own.with_reading(&other.reading),
    }
}

#[test]
fn a_hidden_reading_is_found_and_all_that_is_found_gives_what_is_shown() {
    let mut dice = Dice(20_251_128);
    let mut drawn = 0;
    for PolicyFile { policy, .. } in policies() {
        for other in policy.readings.iter().flat_map(|other| [other; 6]) {
            let form = own_figures(policy, &mut dice);
            let Ok(own) = input::read(policy, calendar(), &form) else { continue };
            let authority = hidden(&own, other, &mut dice);
            let mut shown = Vec::new();
            for (id, value, percent) in figures(&authority) {
                if dice.roll(2) == 0 {
                    continue;
                }
                let text = match value {
                    Value::Number(number) => {
                        let places = *dice.pick(&[0, 1, 2, 2, 2, 4]);
                        let rounding = *dice.pick(&[Rounding::HalfUp, Rounding::Down]);
                        displayed(number, percent, places, rounding)
                    }
                    Value::Boolean(true) => "eligible".to_owned(),
                    _ => "ineligible".to_owned(),
                };
                shown.push((id, Raw::Text(text)));
            }
            if shown.is_empty() {
                continue;
            }
            drawn += 1;
            let result = reconcile(policy, calendar(), &form, &shown, Locale::Chinese).unwrap();
            let place = format!("{} {} {form:?} {shown:?}", policy.id, other.label.id);
            assert!(result.is_complete, "{place}");
            let is_it = |account: &Account<'_>| {
                let by_rule = account.readings.iter().any(|known| known.id == other.label.id);
                let by_definition = account.changes.iter().any(|change| {
                    change.definitions.iter().any(|known| known.reading == other.label.id)
                });
                by_rule
                    || by_definition
                    || (account.changes.is_empty() && other.reading.values.is_empty())
            };
            assert!(result.matches.iter().any(is_it), "{place}: {:?}", all(&result));
            assert!(result.nearest.is_none());
            for account in &result.matches {
                comes_to(policy, &form, account, &shown);
            }
        }
    }
    assert!(drawn > 100, "{drawn}");
}

/// The answers with these changes, read so, come to what is shown.
fn comes_to(
    policy: &Policy,
    form: &[(String, Raw)],
    account: &Account<'_>,
    shown: &[(String, Raw)],
) {
    let mut form = form.to_vec();
    for change in &account.changes {
        form.retain(|field| field.0 != change.field);
        let raw = match &change.to.0 {
            Plain::Text(text) => Raw::Text(text.clone()),
            Plain::Boolean(truth) => Raw::Boolean(*truth),
        };
        form.push((change.field.to_owned(), raw));
    }
    let mut situation = input::read(policy, calendar(), &form).unwrap();
    for reading in &account.readings {
        let of = policy.readings.iter().find(|known| known.label.id == reading.id).unwrap();
        situation = situation.with_reading(&of.reading);
    }
    let figures = figures(&situation);
    for ((id, raw), told) in shown.iter().zip(&account.figures) {
        let Raw::Text(text) = raw else { unreachable!() };
        let (_, value, percent) = figures.iter().find(|figure| figure.0 == *id).unwrap();
        let Value::Number(number) = value else {
            assert_eq!(*value == Value::Boolean(true), text == "eligible");
            continue;
        };
        let bare = text.trim_end_matches('%');
        let places = bare.split_once('.').map_or(0, |(_, places)| places.len());
        let as_shown = |rounding| {
            displayed(*number, *percent, u32::try_from(places).unwrap(), rounding) == *text
        };
        match told.how.unwrap() {
            How::Truncated => {
                assert!(as_shown(Rounding::Down) && !as_shown(Rounding::HalfUp), "{text}");
            }
            How::Rounded | How::Exact => assert!(as_shown(Rounding::HalfUp), "{text}"),
        }
    }
}

#[test]
fn the_least_change_is_found_as_by_trying_all() {
    let policy = policy("jilin-2025-stabilisation-refund");
    let mut dice = Dice(7);
    let mut tried = 0;
    for _ in 0..50 {
        let [start, end, natural] = [dice.roll(400) + 10, dice.roll(400) + 10, dice.roll(12)]
            .map(|count| count.to_string());
        let own = with(
            &changchun(),
            &[("insuredAtStart", &start), ("insuredAtEnd", &end), ("naturalAttrition", &natural)],
        );
        let permille = i64::try_from(dice.roll(200)).unwrap() - 50;
        let rate = Number::from(permille).over(Number::from(1000)).unwrap().unwrap();
        let text = displayed(rate, true, 1, Rounding::HalfUp);
        let shown = fields(&[("layoffRate", &text), ("eligibility", "eligible")]);
        let result = reconcile(policy, calendar(), &own, &shown, Locale::Chinese).unwrap();
        let fits = |form: &[(String, Raw)], cuts: bool| {
            let Ok(situation) = input::read(policy, calendar(), form) else { return false };
            let figures = figures(&situation);
            let Some((_, Value::Number(number), _)) =
                figures.iter().find(|figure| figure.0 == "layoffRate")
            else {
                return false;
            };
            let fits = |rounding| displayed(*number, true, 1, rounding) == text;
            (fits(Rounding::HalfUp) || (cuts && fits(Rounding::Down)))
                && figures.iter().any(|figure| figure.1 == Value::Boolean(true))
        };
        if fits(&own, true) {
            continue;
        }
        for field in ["insuredAtStart", "insuredAtEnd", "naturalAttrition"] {
            let Some((_, Raw::Text(given))) = own.iter().find(|known| known.0 == field) else {
                unreachable!()
            };
            let given: i64 = given.parse().unwrap();
            let mut expected = Vec::new();
            for cuts in [true, false] {
                let fitting =
                    |by: &i64| fits(&with(&own, &[(field, &(given + by).to_string())]), cuts);
                expected.extend((1..900).find(fitting));
                expected.extend((1..=given).map(|by| -by).find(fitting));
            }
            let changes = result.matches.iter().flat_map(|account| &account.changes);
            let mut told: Vec<i64> = changes
                .filter(|change| change.field == field)
                .filter_map(|change| match &change.to.0 {
                    Plain::Text(text) => text.parse().ok(),
                    Plain::Boolean(_) => None,
                })
                .map(|to: i64| to - given)
                .collect();
            expected.sort_unstable();
            expected.dedup();
            told.sort_unstable();
            tried += expected.len();
            assert_eq!(told, expected, "{field} of {own:?} for {text}");
        }
    }
    assert!(tried > 20, "{tried}");
}
