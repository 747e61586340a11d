//! One policy file for each mistake an author can make, and what the author then sees.
//!
//! `UPDATE_MISTAKES=1 cargo test --all-features --test mistakes` writes the reports anew.

use std::fs;
use std::path::Path;

use wengang::authoring::{Disk, Given};
use wengang::{Diagnostic, Locale, authoring};

#[test]
fn every_mistake_is_reported_with_place_and_suggestion() {
    let folder = Path::new("tests/mistakes");
    let update = std::env::var_os("UPDATE_MISTAKES").is_some();
    for path in authoring::policy_files(folder, &Disk).unwrap() {
        let mut report = String::new();
        for locale in [Locale::Chinese, Locale::English] {
            let loaded = authoring::load(std::slice::from_ref(&path), &Disk, locale);
            let mistakes = loaded
                .map_or_else(|mistakes| mistakes, |files| authoring::proofread(&files, locale));
            for mistake in mistakes {
                let place = format!("{}:{}:{}\n", mistake.path, mistake.line, mistake.column);
                let shown = mistake.to_string();
                assert!(shown.contains(&place), "{place}{shown}");
                report.push_str(&shown);
                report.push_str("\n\n");
            }
        }
        let report = format!("{}\n", report.trim());
        let expected = path.with_extension("txt");
        if update {
            fs::write(&expected, &report).unwrap();
        }
        assert_eq!(report, fs::read_to_string(&expected).unwrap(), "{}", path.display());
    }
}

#[test]
fn the_file_without_a_mistake_passes() {
    let source = fs::read_to_string("tests/mistakes/none.toml").unwrap();
    assert!(authoring::check(&source).is_ok());
}

#[test]
fn a_policy_refers_to_what_other_policies_have() {
    let sound = fs::read_to_string("tests/mistakes/none.toml").unwrap();
    let with = |helper: &str| {
        sound.replace("id   = \"hired\"", &format!("id   = \"hired\"\nhelper = {helper}"))
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("references");
    fs::create_dir_all(&folder).unwrap();
    let other = sound.replace("id       = \"example\"", "id       = \"other\"");
    fs::write(folder.join("other.toml"), other).unwrap();
    let check = |source: String| {
        fs::write(folder.join("policy.toml"), source).unwrap();
        authoring::load_library(&folder, &Disk, Locale::English)
            .map(|files| files.len())
            .map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(
        check(with("{ policy = \"other\", value = \"netIncrease\", inputs = { left = 1 } }")),
        Ok(2)
    );
    for (helper, missing) in [
        ("{ policy = \"othre\", value = \"netIncrease\" }", "the nearest is “other”"),
        // Not itself.
        ("{ policy = \"exampel\", value = \"netIncrease\" }", "no known policy “exampel”"),
        ("{ policy = \"example\", value = \"netIncrease\" }", "the id of this policy itself"),
        ("{ policy = \"other\", value = \"increase\" }", "helper needs “increase”"),
        (
            "{ policy = \"other\", value = \"amount\", inputs = { gone = 1 } }",
            "helper needs “gone”",
        ),
    ] {
        let reports = check(with(helper)).unwrap_err();
        assert!(reports.len() == 1 && reports[0].contains(missing), "{reports:?}");
    }
}

#[test]
fn a_figure_of_a_policy_in_force_is_proved_by_a_quote() {
    let sound = fs::read_to_string("tests/mistakes/none.toml").unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("proved");
    fs::create_dir_all(&folder).unwrap();
    let unproved = |change: &dyn Fn(String) -> String| {
        fs::write(folder.join("policy.toml"), change(sound.clone())).unwrap();
        let files = authoring::load_library(&folder, &Disk, Locale::English).unwrap();
        let unproved = authoring::unproved(&files, Locale::English);
        unproved.iter().map(|mistake| mistake.message.clone()).collect::<Vec<_>>()
    };
    let rate = "no quote proves “500元/人”, and the policy is in force";
    assert_eq!(unproved(&|policy| policy), [rate]);
    let quoted = "source = \"通知：一\"\nquote  = \"每人500元\"";
    assert_eq!(unproved(&|policy| policy.replace("source = \"通知：一\"", quoted)), [""; 0]);
    let unseen =
        "unseen = true\nnote = { zh = \"未见\", en = \"Not seen\" }\nreliability = \"primary\"";
    assert_eq!(unproved(&|policy| policy.replace("reliability = \"primary\"", unseen)), [""; 0]);
    // What has run out may stay as it is; on its last day it has not.
    let period = |to: &str| {
        format!("checked = 2026-11-27\nperiod = {{ from = 2024-01-01, to = {to} }}\nscheme")
    };
    let until = |to: &str| unproved(&|policy: String| policy.replacen("scheme", &period(to), 1));
    assert_eq!(until("2026-11-26"), [""; 0]);
    assert_eq!(until("2026-11-27"), [rate]);
}

#[test]
fn an_id_may_be_used_once() {
    let twice = ["tests/mistakes/none.toml", "tests/mistakes/none.toml"].map(Into::into);
    let mistakes = authoring::load(&twice, &Disk, Locale::English).unwrap_err();
    assert!(mistakes[0].message.contains("is already used by"), "{}", mistakes[0]);
}

#[test]
fn a_place_has_one_policy_of_a_scheme_in_a_year() {
    let sound = fs::read_to_string("tests/mistakes/none.toml").unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("same-year");
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, id: &str, year: i32| {
        let own = format!("id       = \"{id}\"\nclaim_year = {year}");
        let file = folder.join(name);
        fs::write(&file, sound.replace("id       = \"example\"", &own)).unwrap();
        file
    };
    let (first, other) = (write("a.toml", "a", 2024), write("b.toml", "b", 2025));
    let same = write("c.toml", "c", 2024);
    assert!(authoring::load(&[first.clone(), other], &Disk, Locale::English).is_ok());
    let mistakes = authoring::load(&[first, same], &Disk, Locale::English).unwrap_err();
    assert!(mistakes[0].message.contains("“example” of Somewhere in 2024 is already in"));
}

#[test]
fn every_mistake_has_a_kind_that_programs_can_go_by() {
    let mut lacking = Vec::new();
    for path in authoring::policy_files(Path::new("tests/mistakes"), &Disk).unwrap() {
        let source = fs::read_to_string(&path).unwrap();
        let english = fs::read_to_string(path.with_extension("en.toml")).ok();
        let shared = fs::read_to_string("tests/mistakes/shared.toml").unwrap();
        let given = Given { policy: &source, english, shared: Some(shared) };
        let (policy, mistakes) = authoring::review(&given, Locale::English);
        let mistakes = serde_json::to_value(&mistakes).unwrap();
        let mistakes = mistakes.as_array().unwrap();
        let name = path.file_stem().unwrap();
        assert_eq!(mistakes.is_empty(), name == "none", "{}", path.display());
        assert!(policy.is_some() || !mistakes.is_empty(), "{}", path.display());
        for mistake in mistakes {
            if mistake["code"] == "other" {
                lacking.push(mistake["message"].to_string());
            }
        }
    }
    assert!(lacking.is_empty(), "src/authoring/code.rs lacks:\n{}", lacking.join("\n"));
}

/// What is left of a file once all edits that its mistakes come with are made.
fn mended(source: &str) -> String {
    let lines: Vec<&str> = source.split_inclusive('\n').collect();
    let offset = |place: &serde_json::Value| {
        let line = usize::try_from(place["line"].as_u64().unwrap()).unwrap() - 1;
        let column = usize::try_from(place["column"].as_u64().unwrap()).unwrap() - 1;
        let before: usize = lines[..line].iter().map(|line| line.len()).sum();
        let text = lines.get(line).copied().unwrap_or_default();
        before + text.chars().take(column).map(char::len_utf8).sum::<usize>()
    };
    let given = Given { policy: source, english: None, shared: None };
    let (_, mistakes) = authoring::review(&given, Locale::Chinese);
    let mistakes = serde_json::to_value(&mistakes).unwrap();
    let mut edits = Vec::new();
    for mistake in mistakes.as_array().unwrap() {
        for edit in mistake["edits"].as_array().into_iter().flatten() {
            let text = edit["text"].as_str().unwrap().to_owned();
            edits.push((offset(&edit["from"]), offset(&edit["to"]), text));
        }
    }
    edits.sort();
    edits.dedup();
    let mut mended = source.to_owned();
    for (from, to, text) in edits.into_iter().rev() {
        mended.replace_range(from..to, &text);
    }
    mended
}

#[test]
fn what_is_offered_mends_the_mistake() {
    for name in [
        "unknown-name",
        "unknown-function",
        "unknown-key",
        "unknown-example-input",
        "unknown-source",
        "missing-space",
        "words-for-signs",
        "x-for-times",
        "full-width-percent",
        "joined-as-in-speech",
        "comma-beside-a-word",
        "is-for-equals",
        "not-in-speech",
        "if-as-in-a-sheet",
        "if-without-then",
        "begins-with-equals",
        "space-in-a-name",
        "figure-for-each",
        "times-in-characters",
        "money-by-its-sign",
        "unit-forgotten",
        "compared-without-subject",
        "and-as-in-a-sheet",
        "figure-beside-a-name",
        "name-with-marks",
        "value-without-source",
        "missing-translation",
        "not-in-words",
    ] {
        let path = format!("tests/mistakes/{name}.toml");
        let source = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{path}"));
        let mended = mended(&source);
        assert_ne!(mended, source, "{name}");
        let left = authoring::check(&mended).err().unwrap_or_default();
        // What it proves of the whole, and by its examples, is found only now.
        let is_open = |mistake: &Diagnostic| {
            mistake.of_whole
                || mistake.place.path.starts_with("example")
                || mistake.message.chinese == "这里还没有填写"
        };
        assert!(left.iter().all(is_open), "{name}: {left:?}\n{mended}");
    }
}
