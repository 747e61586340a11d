//! What the WebAssembly module embeds is what the files say.

use std::path::Path;

use wengang::{Calendar, Date, Locale, Packer, Policy, Texts, authoring};

#[test]
fn every_policy_and_the_calendar_come_back_as_they_were_packed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let files = authoring::load_library(&folder, Locale::Chinese).expect("the policies are sound");
    let mut packer = Packer::default();
    let packed: Vec<_> = files.iter().map(|file| packer.pack(&file.policy)).collect();
    let calendar = packer.pack(&authoring::calendar());
    let (all, lengths) = packer.texts();
    let texts = Texts::new(all.leak(), &lengths);

    // In any order: each is unpacked when it is first asked for.
    assert_eq!(texts.unpack::<Calendar>(&calendar), authoring::calendar());
    let mut policies: Vec<Policy> =
        packed.iter().rev().map(|packed| texts.unpack(packed)).collect();
    policies.reverse();
    let today = Date::new(2026, 1, 1).unwrap();
    let mut packer = Packer::default();
    for ((file, policy), packed) in files.iter().zip(policies).zip(packed) {
        for locale in [Locale::Chinese, Locale::English] {
            let describe = |policy| format!("{:?}", wengang::describe(policy, locale, today));
            assert_eq!(describe(&policy), describe(&file.policy));
        }
        // What no description shows.
        assert_eq!(packer.pack(&policy), packed);
    }
}
