//! Packs come back as they were written, and whatever else comes back harms nothing.

mod altered;
mod unsound;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{env, fs};

use super::*;
use crate::authoring::{self, PolicyFile};
use crate::policy::{Input, Kind};
use crate::{Data, Date, Example, Raw, Token};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn library() -> &'static [PolicyFile] {
    static LIBRARY: OnceLock<Vec<PolicyFile>> = OnceLock::new();
    LIBRARY.get_or_init(|| files_in("policies"))
}

fn files_in(name: &str) -> Vec<PolicyFile> {
    authoring::load_library(&folder(name), &authoring::Disk, Locale::Chinese)
        .expect("they are sound")
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
    // Schemes have what the language can say and no policy says yet.
    for PolicyFile { policy, .. } in library().iter().chain(&files_in("tests/schemes")) {
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

/// Files that engines of earlier formats wrote, with all kinds of formulas among them. Later engines read them for as long
/// as `docs/packs.md` promises; they are not written anew.
#[test]
fn packs_of_earlier_formats_are_read() {
    let calendar = authoring::calendar();
    for (id, names, amount) in [
        ("example", ["ee6cb414b3c5586c", "ee6cb414b3c5586c"], Some("500.00")),
        ("national-enterprise-size", ["becb39ee39aba7d6", "ddff8e04c0644c8d"], None),
        ("national-overtime-pay", ["db9be1d78d658aa1", "ab52a6191fe297e2"], Some("2675.00")),
        (
            "shanghai-2022-online-training",
            ["0bdb37e9197826f7", "2f9ce4fbac57e29d"],
            Some("1200.00"),
        ),
    ] {
        for (format, name) in (1..).zip(names) {
            let path = format!("tests/packs/format-{format}/{id}.{name}.pack");
            let bytes = fs::read(folder(&path)).unwrap();
            assert_eq!(&hash(&bytes)[..16], name);
            let policy = read(&bytes).unwrap();
            assert_eq!(policy.id, id);
            let inputs = &policy.examples[0].inputs;
            let result = crate::evaluate(&policy, &calendar, inputs, Locale::Chinese).unwrap();
            assert_eq!(result.amount.as_deref(), amount);
            // The first format does not say how long it is.
            let cut = if format == 1 { Unreadable::Altered } else { Unreadable::Truncated };
            assert_eq!(read(&bytes[..bytes.len() - 1]).err(), Some(cut));
        }
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
    for version in [0_u16, FORMAT + 1, 258] {
        let mut other = whole.clone();
        other[MARK_BYTES..][..2].copy_from_slice(&version.to_le_bytes());
        assert_eq!(refusal(&other), Some(Unreadable::UnknownVersion(version)));
    }
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
    let counts: Vec<_> = counts.take(2).map(Input::id).collect();
    for count in counts.iter().take(1) {
        let _ = crate::eligible_ranges(policy, calendar, inputs, count);
    }
    if let [first, second] = counts[..] {
        // With nothing else filled in: a region without end takes seconds, of each of thousands of packs.
        let _ = crate::eligible_region(policy, calendar, &nothing, [first, second]);
    }
    let shown = policy.value_ids().map(|id| (id.to_owned(), Raw::Text("0.01".to_owned())));
    for shown in shown.take(1) {
        let _ = crate::reconcile(policy, calendar, inputs, &[shown], Locale::Chinese);
    }
}
