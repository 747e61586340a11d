//! `wengang check`.

use std::path::PathBuf;

use serde_json::json;
use wengang::{Locale, authoring};

use crate::answer::{Answer, Failure};
use crate::library;

pub(crate) fn run(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let files = library::files(paths)?;
    let checked = match paths {
        // Beside the calendar stand all policies: what they say of each other is checked too.
        [folder] if folder.join("calendar.toml").exists() => {
            authoring::load_library(folder, locale)
        }
        _ => authoring::load(&files, locale),
    };
    let checked = checked.map_err(Failure::Mistakes)?;
    let examples: usize = checked.iter().map(|file| file.policy.examples.len()).sum();
    let policies = checked.len();
    let words = locale.pick(
        format!("{policies} 个政策文件、{examples} 个例子，全部无误"),
        format!("{policies} policy files with {examples} examples: no mistake"),
    );
    let data = json!({ "policies": policies, "examples": examples, "mistakes": [] });
    Ok(Answer::done(data, words))
}
