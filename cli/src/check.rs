//! `wengang check`.

use std::path::PathBuf;

use serde_json::json;
use wengang::authoring::PolicyFile;
use wengang::{Locale, authoring};

use crate::answer::{Answer, Failure};
use crate::library;
use crate::system::{FILES, fs};

pub(crate) fn run(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let checked = load(paths, locale)?;
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

/// The policies that the paths name or hold, if nothing is wrong with them.
pub(crate) fn load(paths: &[PathBuf], locale: Locale) -> Result<Vec<PolicyFile>, Failure> {
    let files = library::files(paths)?;
    let checked = match paths {
        // Beside the calendar stand all policies: what they say of each other is checked too.
        [folder] if fs::exists(folder.join("calendar.toml")).unwrap_or(false) => {
            authoring::load_library(folder, &FILES, locale)
        }
        _ => authoring::load(&files, &FILES, locale),
    };
    checked.map_err(Failure::Mistakes)
}
