//! Packs that were changed: refused, or of no harm.

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::time::{Duration, Instant};

use super::*;
use crate::authoring;

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
