//! `wengang translate`: what has no English yet, listed in the file beside the policy, to be filled in.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;
use wengang::authoring::{self, Source};
use wengang::{Content, Locale, Node};

use crate::answer::{Answer, Failure};
use crate::library;
use crate::output;
use crate::pack::broken;
use crate::system::{FILES, fs};

pub(crate) fn run(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let mut written = Vec::new();
    let mut texts = 0;
    for path in library::files(paths)? {
        let listed = translate(&path, locale)?;
        if listed > 0 {
            texts += listed;
            written.push(authoring::english_file(&path).display().to_string());
        }
    }
    let names = written.join(locale.pick("、", ", "));
    let words = if written.is_empty() {
        locale.pick("没有新的文字要译", "nothing new to translate").to_owned()
    } else {
        locale.pick(
            format!("已写入 {names}，有 {texts} 处待译"),
            format!("written: {names}, {texts} texts to translate"),
        )
    };
    Ok(Answer::done(json!({ "written": written, "texts": texts }), words))
}

/// Lists what is not listed yet; how many texts these are.
fn translate(path: &Path, locale: Locale) -> Result<usize, Failure> {
    let source =
        Source::open(path, &FILES, locale).map_err(|mistake| Failure::Mistakes(vec![mistake]))?;
    let reading = source.check_as_draft();
    if let Err(mistakes) = reading.policy {
        return Err(Failure::Mistakes(source.show(&mistakes, locale)));
    }
    let listed: HashSet<&str> = match source.document().entry("english") {
        Some(Node { content: Content::Table(entries), .. }) => {
            entries.iter().map(|entry| entry.0.as_str()).collect()
        }
        _ => HashSet::new(),
    };
    let new = reading.untranslated.iter().filter(|text| !listed.contains(text.as_str()));
    let new: Vec<_> = new.collect();
    if new.is_empty() {
        return Ok(0);
    }
    let file = authoring::english_file(path);
    let mut text = if fs::exists(&file).unwrap_or(false) {
        fs::read_to_string(&file).map_err(|error| broken(&file, &error))?
    } else {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        locale.pick(
            format!("# {name} 的英文：左边照抄中文，右边写英文。\n\n"),
            format!("# The English of {name}: Chinese as it stands there on the left, English on the right.\n\n"),
        )
    };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for chinese in &new {
        // What JSON escapes, TOML escapes in the same way.
        let _ = writeln!(text, "{} = \"\"", json!(chinese));
    }
    output::write(&file, text.as_bytes()).map_err(|error| broken(&file, &error))?;
    Ok(new.len())
}
