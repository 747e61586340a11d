//! Policy files changed in one place each: their examples notice, or the file says why they cannot.

use std::fs;
use std::path::{Path, PathBuf};

use wengang::Locale;
use wengang::authoring::{Disk, Mutants, Source, policy_files};

fn mutants_of(path: &Path) -> Mutants {
    let mut mutants = Mutants::default();
    mutants.add(&Source::open(path, &Disk, Locale::English).unwrap(), Locale::English);
    mutants
}

/// The sound file with some of its text replaced.
fn changed(name: &str, replaced: &[(&str, &str)]) -> PathBuf {
    let mut source = fs::read_to_string("tests/mistakes/none.toml").unwrap();
    for (old, new) in replaced {
        assert!(source.contains(old), "{old}");
        source = source.replacen(old, new, 1);
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, source).unwrap();
    path
}

/// How many slips were tried in the policy files of a folder, all of which are noticed.
fn noticed_in(folder: &str) -> usize {
    let mut written = 0;
    for path in policy_files(Path::new(folder), &Disk).unwrap() {
        let mutants = mutants_of(&path);
        let survivors: Vec<_> = mutants.survivors.iter().map(ToString::to_string).collect();
        assert!(survivors.is_empty(), "{}", survivors.join("\n\n"));
        assert_eq!(mutants.written, mutants.caught + mutants.excused);
        written += mutants.written;
    }
    written
}

#[test]
fn no_slip_in_a_policy_goes_unnoticed() {
    let written = noticed_in("policies");
    assert!(written > 600, "{written}");
}

#[test]
fn no_slip_in_a_scheme_goes_unnoticed() {
    let written = noticed_in("tests/schemes");
    assert!(written > 500, "{written}");
}

#[test]
fn what_nobody_would_notice_is_shown_in_its_place() {
    // 20 people more or less than 20 are 20.
    let path = changed(
        "rounded.toml",
        &[("净增人数 × 补贴标准", "四舍五入（净增人数 × 补贴标准，0.01元）")],
    );
    let mutants = mutants_of(&path);
    let messages: Vec<_> =
        mutants.survivors.iter().map(|mistake| mistake.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "no example notices if “四舍五入” becomes “只舍不入”",
            "no example notices if “四舍五入” becomes “只入不舍”",
            "no example notices if “0.01元” becomes “0.1元”",
            "no example notices if “0.01元” becomes “0.001元”",
        ]
    );
    let shown = mutants.survivors[0].to_string();
    assert!(shown.contains("rounded.toml:51:12") && shown.contains("^^^^^^^^"), "{shown}");
}

#[test]
fn a_reason_excuses_what_it_is_given_for_and_nothing_else() {
    let reason = |part: &str| {
        let example = "[[example]]\nname   = { zh = \"净增一人\"";
        let reason = "reason = { zh = \"整数。\", en = \"Whole.\" }";
        let excuse = format!("[[untested]]\nname = \"补贴金额\"\n{part}\n{reason}\n\n{example}");
        [
            ("净增人数 × 补贴标准".to_owned(), "四舍五入（净增人数 × 补贴标准，1元）".to_owned()),
            (example.to_owned(), excuse),
        ]
    };
    for (part, excused, left) in [
        ("", 4, 0),
        ("part = \"1元\"", 2, 2),
        ("part = \"，1元）\"", 2, 2),
        // Of no use: it says so in the place of what it would have excused.
        ("part = \"净增人数\"", 0, 5),
    ] {
        let replaced = reason(part);
        let replaced = replaced.each_ref().map(|(old, new)| (old.as_str(), new.as_str()));
        let mutants = mutants_of(&changed("excused.toml", &replaced));
        assert_eq!((mutants.excused, mutants.survivors.len()), (excused, left), "{part}");
    }
}
