//! `wengang check`.

use std::path::PathBuf;

use serde_json::json;
use wengang::authoring::{Mutants, PolicyFile};
use wengang::{Locale, authoring};

use crate::answer::{Answer, Failure, lines};
use crate::library;
use crate::system::{FILES, fs};

pub(crate) fn run(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let checked = load(paths, locale)?;
    let mut mistakes = authoring::proofread(&checked, locale);
    if is_library(paths) {
        mistakes.extend(authoring::unproved(&checked, locale));
    }
    if !mistakes.is_empty() {
        return Err(Failure::Mistakes(mistakes));
    }
    let examples: usize = checked.iter().map(|file| file.policy.examples.len()).sum();
    let policies = checked.len();
    let mut words = vec![locale.pick(
        format!("{policies} 个政策文件、{examples} 个例子，全部无误"),
        format!("{policies} policy files with {examples} examples: no mistake"),
    )];
    words.extend(checked.iter().filter_map(|file| unfinished(file, locale)));
    let untranslated = checked.iter().filter(|file| !file.untranslated.is_empty());
    let untranslated: Vec<_> = untranslated
        .map(|file| json!({ "path": file.path.display().to_string(), "texts": file.untranslated }))
        .collect();
    let drafts = checked.iter().filter(|file| file.policy.is_draft());
    let drafts: Vec<_> = drafts.map(|file| file.path.display().to_string()).collect();
    let data = json!({
        "policies": policies, "examples": examples, "mistakes": [],
        "drafts": drafts, "untranslated": untranslated,
    });
    Ok(Answer::done(data, words.join("\n")))
}

/// What a file that has no mistake still lacks, if anything.
fn unfinished(file: &PolicyFile, locale: Locale) -> Option<String> {
    let path = file.path.display();
    let lacking =
        match file.untranslated.len() {
            0 => None,
            texts => Some(locale.pick(
                format!("有 {texts} 处文字没有英文"),
                format!("{texts} texts have no English"),
            )),
        };
    let draft = file.policy.is_draft().then(|| locale.pick("草稿", "a draft").to_owned());
    let parts: Vec<_> = draft.into_iter().chain(lacking).collect();
    let told = parts.join(locale.pick("，", "; "));
    (!parts.is_empty()).then(|| locale.pick(format!("{path}：{told}"), format!("{path}: {told}")))
}

/// Changes every figure, sign and branch, and looks whether the examples notice.
pub(crate) fn mutants(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let mut mutants = Mutants::default();
    for file in load(paths, locale)? {
        mutants.add(&file.source, locale);
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
        [folder] if is_library(paths) => authoring::load_library(folder, &FILES, locale),
        _ => authoring::load(&files, &FILES, locale),
    };
    checked.map_err(Failure::Mistakes)
}

/// Whether all policies that are published stand there, beside the calendar: then what they say of each other is checked
/// too, and what is in force has to be proved.
fn is_library(paths: &[PathBuf]) -> bool {
    matches!(paths, [folder] if fs::exists(folder.join("calendar.toml")).unwrap_or(false))
}
