//! `wengang check`.

use std::io::{self, Write as _};
use std::path::PathBuf;

use wengang::{Locale, authoring};

use crate::Failure;

pub(crate) fn run(paths: &[PathBuf], locale: Locale) -> Result<(), Failure> {
    let checked = match paths {
        // Beside the calendar stand all policies: what they say of each other is checked too.
        [folder] if folder.join("calendar.toml").exists() => {
            authoring::load_library(folder, locale)
        }
        _ => {
            let mut files = Vec::new();
            for path in paths {
                files.extend(authoring::policy_files(path)?);
            }
            authoring::load(&files, locale)
        }
    };
    let checked = checked.map_err(Failure::Refused)?;
    let examples: usize = checked.iter().map(|file| file.policy.examples.len()).sum();
    let policies = checked.len();
    let line = locale.pick(
        format!("{policies} 个政策文件、{examples} 个例子，全部无误"),
        format!("{policies} policy files with {examples} examples: no mistake"),
    );
    writeln!(io::stdout(), "{line}")?;
    Ok(())
}
