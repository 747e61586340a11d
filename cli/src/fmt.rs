//! `wengang fmt`: one layout for policy files.

use std::path::PathBuf;

use serde_json::json;
use wengang::authoring::{self, Lines, Mistake};
use wengang::{Diagnostic, Locale};

use crate::answer::{Answer, Failure};
use crate::system::fs;
use crate::{library, output};

pub(crate) fn run(
    paths: &[PathBuf],
    only_check: bool,
    upgrade: bool,
    locale: Locale,
) -> Result<Answer, Failure> {
    let files = library::files(paths)?;
    let mut changed = Vec::new();
    let mut mistakes = Vec::new();
    for path in &files {
        let shown = path.display().to_string();
        let broken = |error| Failure::Broken(format!("{shown}: {error}"));
        let source = fs::read_to_string(path).map_err(broken)?;
        match laid_out(&source, upgrade) {
            Ok(text) if text == source => {}
            Ok(text) => changed.push((shown, path, text)),
            Err(found) => {
                let lines = Lines::of(&source);
                let told = |one: &Diagnostic| Mistake::new(one, &shown, &lines, locale);
                mistakes.extend(found.iter().map(told));
            }
        }
    }
    // Of files that cannot be read nobody can say what they mean; then none is touched.
    if !mistakes.is_empty() {
        return Err(Failure::Mistakes(mistakes));
    }
    if !only_check {
        for (shown, path, text) in &changed {
            let broken = |error| Failure::Broken(format!("{shown}: {error}"));
            output::write(path, text.as_bytes()).map_err(broken)?;
        }
    }
    let names: Vec<_> = changed.into_iter().map(|(shown, ..)| shown).collect();
    let unchanged = files.len() - names.len();
    let line = |name: &String| {
        if only_check {
            locale.pick(format!("需要排版：{name}"), format!("to be formatted: {name}"))
        } else {
            locale.pick(format!("已排版：{name}"), format!("formatted: {name}"))
        }
    };
    let mut words: Vec<_> = names.iter().map(line).collect();
    words.push(locale.pick(
        format!("{unchanged} 个文件不用改"),
        format!("files that need no change: {unchanged}"),
    ));
    let code = u8::from(only_check && !names.is_empty());
    let data = json!({ "changed": names, "unchanged": unchanged });
    Ok(Answer { code, data, words: words.join("\n") })
}

fn laid_out(source: &str, upgrade: bool) -> Result<String, Vec<Diagnostic>> {
    if upgrade {
        return authoring::format(&authoring::upgrade(source)?);
    }
    authoring::format(source)
}
