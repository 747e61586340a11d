//! Packs come back as they were written, and whatever else comes back harms nothing.

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use std::{env, fs};

use super::*;
use crate::authoring::{self, PolicyFile};
use crate::formula::{Aggregate, Comparison, Expression, Function, Operator, Quantity, Type};
use crate::policy::{Computed, Formula, Hint, Input, Kind, Label, RowCheck, RowRule};
use crate::{Data, Date, Example, Number, Token};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn library() -> &'static [PolicyFile] {
    static LIBRARY: OnceLock<Vec<PolicyFile>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        authoring::load_library(&folder("policies"), Locale::Chinese).expect("they are sound")
    })
}

fn described(policy: &Policy) -> [String; 2] {
    let today = Date::new(2026, 1, 1).unwrap();
    [Locale::Chinese, Locale::English].map(|locale| shown(&crate::describe(policy, locale, today)))
}

/// Everything but where it is in memory.
fn shown(data: &Data<'_>) -> String {
    let tokens = data.tokens().iter().map(|token| match token {
        Token::Kept(_) => Token::Object,
        other => *other,
    });
    format!("{:?} {}", tokens.collect::<Vec<_>>(), data.written())
}

fn with_right_hash(body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [&Policy::MARK[..], &FORMAT.to_le_bytes(), &length, &sha256(body), body].concat()
}

#[test]
fn every_policy_comes_back_as_it_was_written() {
    let calendar = authoring::calendar();
    for PolicyFile { policy, .. } in library() {
        let bytes = write(policy);
        for back in [read(&bytes).unwrap(), read_trusted(&bytes)] {
            assert_eq!(described(&back), described(policy));
            for Example { inputs, .. } in &policy.examples {
                let results = [&back, policy].map(|policy| {
                    let result = crate::evaluate(policy, &calendar, inputs, Locale::English);
                    shown(&result.unwrap().to_data())
                });
                assert_eq!(results[0], results[1]);
            }
            // What no description and no example shows.
            assert_eq!(write(&back), bytes);
        }
    }
}

#[test]
fn the_calendar_comes_back_and_is_no_policy() {
    let bytes = write(&authoring::calendar());
    assert_eq!(read_trusted::<Calendar>(&bytes), authoring::calendar());
    assert_eq!(read(&bytes).err(), Some(Unreadable::NotAPack));
}

/// Files that an engine of format 1 wrote, with all kinds of formulas among them. Later engines read them for as long as
/// `docs/packs.md` promises; they are not written anew.
#[test]
fn packs_of_the_first_format_are_read() {
    let calendar = authoring::calendar();
    for (id, name, amount) in [
        ("example", "ee6cb414b3c5586c", Some("500.00")),
        ("national-enterprise-size", "becb39ee39aba7d6", None),
        ("national-overtime-pay", "db9be1d78d658aa1", Some("2675.00")),
        ("shanghai-2022-online-training", "0bdb37e9197826f7", Some("1200.00")),
    ] {
        let bytes = fs::read(folder(&format!("tests/packs/format-1/{id}.{name}.pack"))).unwrap();
        assert_eq!(&hash(&bytes)[..16], name);
        let policy = read(&bytes).unwrap();
        assert_eq!(policy.id, id);
        let inputs = &policy.examples[0].inputs;
        let result = crate::evaluate(&policy, &calendar, inputs, Locale::Chinese).unwrap();
        assert_eq!(result.amount.as_deref(), amount);
    }
}

#[test]
fn what_is_wrong_is_told_apart() {
    let whole = write(&library()[0].policy);
    let refusal = |bytes: &[u8]| read(bytes).err();
    assert_eq!(refusal(b"<!doctype html>"), Some(Unreadable::NotAPack));
    assert_eq!(refusal(&vec![0; MOST_BYTES + 1]), Some(Unreadable::NotAPack));
    for length in 0..whole.len() {
        assert_eq!(refusal(&whole[..length]), Some(Unreadable::Truncated), "{length} bytes");
    }
    assert_eq!(refusal(&[&whole[..], b"\n"].concat()), Some(Unreadable::Altered));
    for place in whole.len() - 40..whole.len() {
        let mut other = whole.clone();
        other[place] ^= 1;
        assert_eq!(refusal(&other), Some(Unreadable::Altered), "byte {place}");
    }
    for (length, reason) in [
        (u32::MAX, Unreadable::Truncated),
        (u32::try_from(whole.len()).unwrap(), Unreadable::Truncated),
        (0, Unreadable::Altered),
    ] {
        let mut other = whole.clone();
        other[MARK_BYTES + 2..][..4].copy_from_slice(&length.to_le_bytes());
        assert_eq!(refusal(&other), Some(reason), "said to be {length} long");
    }
    for version in [0_u16, 3, 258] {
        let mut other = whole.clone();
        other[MARK_BYTES..][..2].copy_from_slice(&version.to_le_bytes());
        assert_eq!(refusal(&other), Some(Unreadable::UnknownVersion(version)));
    }
    // The first format does not say how long it is.
    let first = [&Policy::MARK[..], &[1, 0], &whole[MARK_BYTES + 6..]].concat();
    assert_eq!(write(&read(&first).unwrap()), whole);
    assert_eq!(refusal(&first[..first.len() - 1]), Some(Unreadable::Altered));
    let mut policy = read(&whole).unwrap();
    policy.id = "../../etc/passwd".to_owned();
    assert_eq!(refusal(&write(&policy)), Some(Unreadable::Unsound));
    for (reason, id) in [
        (Unreadable::NotAPack, "malformed"),
        (Unreadable::UnknownVersion(7), "unknown-version"),
        (Unreadable::Truncated, "truncated"),
        (Unreadable::Altered, "altered"),
        (Unreadable::Malformed, "malformed"),
        (Unreadable::Unsound, "malformed"),
    ] {
        assert_eq!(reason.id(), id);
        assert!(!reason.describe(Locale::Chinese).is_ascii());
        assert!(reason.describe(Locale::English).is_ascii());
    }
}

/// Numbers that look random and are the same each time.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % end.max(1)
    }

    fn byte(&mut self) -> u8 {
        // Small numbers are indexes, lengths and variants; others are none.
        u8::try_from(if self.below(3) == 0 { self.below(256) } else { self.below(40) }).unwrap()
    }

    /// The bytes from `from` on with something changed.
    fn mutated(&mut self, bytes: &[u8], from: usize) -> Vec<u8> {
        let mut changed = bytes.to_vec();
        for _ in 0..=self.below(2) {
            let at = from + self.below(changed.len() - from);
            match self.below(16) {
                0 => changed[at] ^= 1 << self.below(8),
                3 => changed.truncate(at),
                4 => changed.insert(at, self.byte()),
                5 => {
                    // A length that is beyond all bounds.
                    let end = at + 1;
                    let last = u8::try_from(self.below(128)).unwrap();
                    changed.splice(at..end, [0xff, 0xff, 0xff, last]);
                }
                6 => {
                    let length = self.below(40).min(changed.len() - at);
                    let copy = changed[at..at + length].to_vec();
                    let to = from + self.below(changed.len() - from);
                    changed.splice(to..to, copy);
                }
                7 => changed.extend((0..self.below(20)).map(|_| self.byte())),
                _ => changed[at] = self.byte(),
            }
            if changed.len() <= from {
                break;
            }
        }
        changed
    }
}

/// Everything that a reader does with a policy.
fn use_up(policy: &Policy, calendar: &Calendar) {
    let described = described(policy);
    assert!(described[0].len() < 50_000_000);
    let nothing = Vec::new();
    let examples = policy.examples.iter().map(|example| &example.inputs).take(2).chain([&nothing]);
    for inputs in examples {
        crate::asked(policy, calendar, inputs);
        let _ = crate::evaluate(policy, calendar, inputs, Locale::Chinese);
        let _ = crate::situation(policy, calendar, inputs, Locale::English);
        let _ = crate::amount_range(policy, calendar, inputs);
    }
    let counts = policy.inputs.iter().filter(|input| input.kind == Kind::Count);
    let inputs = policy.examples.first().map_or(&nothing, |example| &example.inputs);
    for count in counts.take(1) {
        let _ = crate::eligible_ranges(policy, calendar, inputs, count.id());
    }
}

const REFUND: &str = "shanghai-2024-stabilisation-refund";
const TRAINING: &str = "shanghai-2022-online-training";
const SIZE: &str = "national-enterprise-size";

/// Where nothing is.
const FAR: usize = 1_000_000;

/// A policy of our own, changed as no checker would let it pass, is refused for what it is.
fn refused(id: &str, name: &str, change: impl Fn(&mut Policy)) {
    let file = library().iter().find(|file| file.policy.id == id).unwrap();
    let mut policy = file.policy.clone();
    change(&mut policy);
    assert_eq!(read(&write(&policy)).err(), Some(Unreadable::Unsound), "{id}: {name}");
}

fn boolean(expression: Expression) -> Formula {
    Formula::new(expression, Type::Boolean)
}

fn yes() -> Expression {
    Expression::Boolean(true)
}

fn one() -> Expression {
    Expression::Number(Number::from(1), Quantity::PLAIN)
}

fn boxed(expression: Expression) -> Box<Expression> {
    Box::new(expression)
}

/// With another formula for its amount.
fn amount(policy: &mut Policy, expression: Expression) {
    policy.amount.as_mut().unwrap().formula.expression = expression;
}

fn condition(policy: &mut Policy, expression: Expression) {
    policy.conditions[0].formula.expression = expression;
}

fn count(policy: &mut Policy) -> &mut Input {
    policy.inputs.iter_mut().find(|input| input.kind == Kind::Count).unwrap()
}

#[test]
fn texts_lists_and_questions_that_no_checker_lets_pass_are_unsound() {
    refused(REFUND, "no id", |policy| policy.id.clear());
    refused(REFUND, "an id that is a path", |policy| policy.scheme = "a/b".to_owned());
    refused(REFUND, "a year of no calendar", |policy| policy.claim_year = Some(1 << 30));
    refused(REFUND, "an address that is a script", |policy| {
        policy.sources[0].url = Some("javascript:alert(1)".to_owned());
    });
    refused(REFUND, "an address with a space", |policy| {
        policy.apply.as_mut().unwrap().url = "https://a b".to_owned();
    });
    refused(REFUND, "a set of no choices", |policy| policy.choice_sets[0].choices.clear());
    refused(REFUND, "a choice twice", |policy| {
        let first = policy.choice_sets[0].choices[0].clone();
        policy.choice_sets[0].choices.push(first);
    });
    refused(REFUND, "an input twice", |policy| {
        let first = policy.inputs[0].clone();
        policy.inputs.push(first);
    });
    refused(REFUND, "a question of a set that is not there", |policy| {
        policy.inputs[0].kind = Kind::Choice(FAR);
    });
    refused(REFUND, "a question of a table that is not there", |policy| {
        policy.inputs[0].kind = Kind::Table(0);
    });
    refused(REFUND, "a lower bound above the upper", |policy| {
        let input = count(policy);
        core::mem::swap(&mut input.min, &mut input.max);
    });
    refused(REFUND, "no number between the bounds", |policy| {
        let input = count(policy);
        (input.max, input.above_min) = (input.min, true);
    });
    refused(REFUND, "a count with half a person", |policy| {
        let input = count(policy);
        input.min = Number::from_hundredths(50);
    });
    refused(REFUND, "more decimals than there are", |policy| policy.inputs[0].decimals = 1000);
    refused(REFUND, "the last day before the first", |policy| {
        let input = &mut policy.inputs[0];
        core::mem::swap(&mut input.earliest, &mut input.latest);
    });
    refused(REFUND, "a question that waits for itself", |policy| {
        let operand = boxed(Expression::Input(0));
        policy.inputs[0].when = Some(boolean(Expression::Answered(operand)));
    });
    refused(REFUND, "a citation of nothing", |policy| {
        policy.parameters[0].history[0].source.document = FAR;
    });
    refused(REFUND, "a parameter without a figure", |policy| policy.parameters[0].history.clear());
    refused(REFUND, "a hint on a field that is not there", |policy| {
        let fields = vec![FAR];
        let (code, when) = ("code".to_owned(), boolean(yes()));
        policy.hints.push(Hint { code, message: Text::default(), fields, when });
    });
    refused(REFUND, "an example of a prototype", |policy| {
        policy.examples[0].inputs[0].0 = "__proto__".to_owned();
    });
    refused(REFUND, "a name that is a book", |policy| {
        policy.inputs[0].label.term.chinese = "长".repeat(1000);
    });
}

#[test]
fn formulas_that_no_checker_lets_pass_are_unsound() {
    refused(REFUND, "a condition that is a number", |policy| {
        condition(policy, one());
    });
    refused(REFUND, "an amount that is a yes", |policy| {
        policy.amount.as_mut().unwrap().formula = boolean(yes());
    });
    refused(REFUND, "a sum of yes and one", |policy| {
        let sum = Expression::Arithmetic(Operator::Add, boxed(yes()), boxed(one()));
        amount(policy, sum);
    });
    refused(REFUND, "a value that is not there", |policy| {
        amount(policy, Expression::Value(FAR));
    });
    refused(REFUND, "a choice that is not there", |policy| {
        let choice = boxed(Expression::Choice { set: 0, index: FAR });
        let same = Expression::Compare(Comparison::Equal, choice.clone(), choice);
        condition(policy, same);
    });
    refused(REFUND, "an order of choices", |policy| {
        let choice = boxed(Expression::Choice { set: 0, index: 0 });
        let order = Expression::Compare(Comparison::Less, choice.clone(), choice);
        condition(policy, order);
    });
    refused(REFUND, "a smallest of nothing", |policy| {
        let least = Expression::Call(Function::Minimum, Vec::new());
        amount(policy, least);
    });
    refused(REFUND, "a day that is a number", |policy| {
        let day = Expression::Call(Function::AddMonths, vec![one(), one()]);
        amount(policy, day);
    });
    refused(REFUND, "ten to the power of a hundred", |policy| {
        amount(policy, Expression::Rescale(100, boxed(one())));
    });
    refused(REFUND, "a value of itself", |policy| {
        policy.values[0].formula.expression = Expression::Value(0);
    });
    refused(REFUND, "a value that is twice itself, over and over", |policy| {
        let value = policy.values[0].clone();
        for index in policy.values.len()..policy.values.len() + 40 {
            let mut more = value.clone();
            more.label.id = format!("more{index}");
            let before = || boxed(Expression::Value(index - 1));
            more.formula.expression = Expression::Arithmetic(Operator::Add, before(), before());
            policy.values.push(more);
        }
    });
    refused(REFUND, "a value of a value, two hundred times", |policy| {
        let value = policy.values[0].clone();
        for index in policy.values.len()..policy.values.len() + 200 {
            let mut more = value.clone();
            more.label.id = format!("more{index}");
            more.formula.expression = Expression::Value(index - 1);
            policy.values.push(more);
        }
    });
}

#[test]
fn tables_and_classifications_that_no_checker_lets_pass_are_unsound() {
    refused(TRAINING, "a table that nobody asks for", |policy| {
        policy.inputs.retain(|input| !matches!(input.kind, Kind::Table(_)));
    });
    refused(TRAINING, "a column outside its rows", |policy| {
        let operand = boxed(Expression::Column(0, 0));
        condition(policy, Expression::Answered(operand));
    });
    refused(TRAINING, "rows that wait for how many there are", |policy| {
        let all = boxed(Expression::Aggregate(Aggregate::Count, 0, Vec::new()));
        let few = Expression::Compare(Comparison::Less, all, boxed(one()));
        policy.values.push(Computed {
            label: Label { id: "few".to_owned(), ..policy.inputs[0].label.clone() },
            formula: boolean(few),
            source: None,
        });
        let rule = RowRule::Formula(boolean(Expression::Value(policy.values.len() - 1)));
        let code = "few".to_owned();
        policy.tables[0].checks.push(RowCheck {
            code,
            message: Text::default(),
            rule,
            source: None,
        });
    });
    refused(TRAINING, "one of no columns", |policy| policy.tables[0].any_of.push(Vec::new()));
    refused(SIZE, "a row too few", |policy| {
        policy.classifications[0].rows.pop();
    });
    refused(SIZE, "no grade", |policy| policy.classifications[0].grades.clear());
}

/// What is read can be used up, however deep it is; the stack is that of a test's thread, without optimisation.
#[test]
fn what_is_as_deep_as_can_be_is_no_harm() {
    let calendar = authoring::calendar();
    let mut deepest = None;
    for depth in 10..70 {
        let mut policy = library()[0].policy.clone();
        let amount = &mut policy.amount.as_mut().unwrap().formula;
        for level in 0..depth {
            let before = Box::new(amount.expression.clone());
            amount.expression = match level % 3 {
                0 => Expression::Group(before),
                1 => Expression::Negate(before),
                _ => Expression::If(
                    Box::new(Expression::Boolean(level % 2 == 0)),
                    before.clone(),
                    Box::new(Expression::Number(Number::ZERO, Quantity::PLAIN)),
                ),
            };
        }
        match read(&write(&policy)) {
            Ok(policy) => deepest = Some((depth, policy)),
            Err(reason) => assert_eq!(reason, Unreadable::Malformed),
        }
    }
    let (depth, policy) = deepest.unwrap();
    assert!((40..60).contains(&depth), "{depth}");
    use_up(&policy, &calendar);

    let mut deepest = None;
    for length in 10..130 {
        let mut policy = library()[0].policy.clone();
        let amount = policy.amount.as_ref().unwrap().clone();
        for index in 0..length {
            let before = match index {
                0 => amount.formula.expression.clone(),
                _ => Expression::Value(policy.values.len() - 1),
            };
            let formula = Formula::new(Expression::Group(Box::new(before)), amount.formula.kind);
            let label = Label { id: format!("more{index}"), ..amount.label.clone() };
            policy.values.push(Computed { label, formula, source: None });
        }
        let last = Expression::Value(policy.values.len() - 1);
        policy.amount.as_mut().unwrap().formula.expression = last;
        match read(&write(&policy)) {
            Ok(policy) => deepest = Some((length, policy)),
            Err(reason) => assert_eq!(reason, Unreadable::Unsound),
        }
    }
    let (length, policy) = deepest.unwrap();
    assert!((20..40).contains(&length), "{length}");
    use_up(&policy, &calendar);
}

const MUTATIONS: usize = 10_000;
/// For one pack, on a busy machine and without optimisation.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn no_pack_that_was_changed_is_taken_for_a_whole_one() {
    let packs: Vec<_> = library().iter().map(|file| write(&file.policy)).collect();
    let mut seeded = Seeded(0x5eed);
    for round in 0..MUTATIONS {
        let pack = &packs[round % packs.len()];
        let changed = seeded.mutated(pack, 0);
        assert!(changed == *pack || read(&changed).is_err(), "round {round}");
    }
}

#[test]
fn no_pack_that_was_changed_and_given_the_right_hash_does_any_harm() {
    let calendar = authoring::calendar();
    let bodies: Vec<_> = library().iter().map(|file| bytes::pack(&file.policy)).collect();
    let mut seeded = Seeded(0xc0de);
    let (mut accepted, mut unsound, mut longest) = (0, 0, Duration::ZERO);
    for round in 0..MUTATIONS {
        let body = &bodies[round % bodies.len()];
        // Most of it in the structure, which comes last: about a fifth of the bytes.
        let from = if round % 4 == 0 { 0 } else { body.len() * 3 / 4 };
        let changed = with_right_hash(&seeded.mutated(body, from));
        let began = Instant::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            read(&changed).map(|policy| use_up(&policy, &calendar))
        }));
        longest = longest.max(began.elapsed());
        match outcome.unwrap_or_else(|_| panic!("round {round}")) {
            Ok(()) => accepted += 1,
            Err(Unreadable::Unsound) => unsound += 1,
            Err(_) => {}
        }
        assert!(longest < LONGEST, "round {round}: {longest:?}");
    }
    println!("{accepted} accepted, {unsound} unsound, the longest took {longest:?}");
    // Of all three there are many, or this tests less than it says.
    assert!(accepted > MUTATIONS / 100 && unsound > MUTATIONS / 100);
    assert!(accepted + unsound < MUTATIONS * 9 / 10);
    if let Ok(status) = fs::read_to_string("/proc/self/status") {
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kilobytes: usize = peak.trim().trim_end_matches(" kB").parse().unwrap();
        println!("at most {kilobytes} kB of memory");
        assert!(kilobytes < 1_000_000);
    }
}
