//! `wengang check`.

use std::path::PathBuf;

use serde_json::json;
use wengang::authoring::{Mutants, PolicyFile};
use wengang::{Locale, authoring};

use crate::answer::{Answer, Failure, lines};
use crate::library;

pub(crate) fn run(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let checked = load(paths, locale)?;
    let mistakes = authoring::review(&checked, locale);
    if !mistakes.is_empty() {
        return Err(Failure::Mistakes(mistakes));
    }
    let examples: usize = checked.iter().map(|file| file.policy.examples.len()).sum();
    let policies = checked.len();
    let words = locale.pick(
        format!("{policies} 个政策文件、{examples} 个例子，全部无误"),
        format!("{policies} policy files with {examples} examples: no mistake"),
    );
    let data = json!({ "policies": policies, "examples": examples, "mistakes": [] });
    Ok(Answer::done(data, words))
}

/// Changes every figure, sign and branch, and looks whether the examples notice.
pub(crate) fn mutants(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let mut mutants = Mutants::default();
    for file in load(paths, locale)? {
        mutants.add(&file.path, locale).map_err(Failure::Mistakes)?;
    }
    let Mutants { written, caught, excused, survivors } = mutants;
    let (left, between) = (survivors.len(), if survivors.is_empty() { "" } else { "\n\n" });
    let words = locale.pick(
        format!("改动 {written} 处，算例和检查发现 {caught} 处，写明理由的 {excused} 处，待处理 {left} 处"),
        format!(
            "{written} changes: {caught} noticed by examples and checks, {excused} with a reason, {left} to be looked at"
        ),
    );
    let words = format!("{}{between}{words}", lines(&survivors, "\n\n"));
    let data = json!({
        "mutants": written, "caught": caught, "excused": excused, "survivors": survivors,
    });
    Ok(Answer { code: u8::from(left > 0), data, words })
}

/// The policies that the paths name or hold, if nothing is wrong with them.
pub(crate) fn load(paths: &[PathBuf], locale: Locale) -> Result<Vec<PolicyFile>, Failure> {
    let files = library::files(paths)?;
    let checked = match paths {
        // Beside the calendar stand all policies: what they say of each other is checked too.
        [folder] if folder.join("calendar.toml").exists() => {
            authoring::load_library(folder, locale)
        }
        _ => authoring::load(&files, locale),
    };
    checked.map_err(Failure::Mistakes)
}
