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
    let words = locale.pick(
        format!("{policies} 个政策文件、{examples} 个例子，全部无误"),
        format!("{policies} policy files with {examples} examples: no mistake"),
    );
    let data = json!({ "policies": policies, "examples": examples, "mistakes": [] });
    Ok(Answer::done(data, words))
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
