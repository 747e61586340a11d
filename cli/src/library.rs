//! Finds policies: files by their paths, one policy by its id or its file.

use std::path::{Path, PathBuf};

use wengang::{Locale, Policy, authoring};

use crate::answer::Failure;
use crate::system::{FILES, fs};

/// The region of what holds everywhere.
pub(crate) const NATIONWIDE: &str = "全国";

/// The policy files that the paths name or hold.
pub(crate) fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let unreadable = |error| Failure::Broken(format!("{}: {error}", path.display()));
        fs::metadata(path).map_err(unreadable)?;
        files.extend(authoring::policy_files(path, &FILES).map_err(unreadable)?);
    }
    Ok(files)
}

/// The policy in the file `name`, or the one below `folder` with the id `name`.
pub(crate) fn find(folder: &Path, name: &str, locale: Locale) -> Result<Policy, Failure> {
    let file = PathBuf::from(name);
    let is_file = file.extension().is_some_and(|extension| extension == "toml");
    let files = if is_file {
        authoring::load(&[file], &FILES, locale)
    } else {
        authoring::load_library(folder, &FILES, locale)
    };
    let mut files = files.map_err(Failure::Mistakes)?;
    if is_file {
        files.truncate(1);
    } else {
        files.retain(|file| file.policy.id == name);
    }
    files.pop().map(|file| file.policy).ok_or_else(|| {
        let folder = folder.display();
        Failure::Broken(locale.pick(
            format!("{folder} 中没有编号为“{name}”的政策"),
            format!("there is no policy “{name}” in {folder}"),
        ))
    })
}
