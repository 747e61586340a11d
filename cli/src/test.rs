//! `wengang test`: the worked examples, one by one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;
use wengang::authoring::{self, Lines, Mistake};
use wengang::{Content, Diagnostic, Locale, Node};

use crate::answer::{Answer, Failure, lines};
use crate::library;
use crate::system::fs;

/// A policy file and how its examples fared.
#[derive(Serialize)]
struct Tested {
    path: String,
    /// Mistakes outside the examples.
    mistakes: Vec<Mistake>,
    examples: Vec<Outcome>,
}

#[derive(Serialize)]
struct Outcome {
    name: String,
    passed: bool,
    /// What was expected and what came out, in the place where it is written.
    mistakes: Vec<Mistake>,
}

pub(crate) fn run(paths: &[PathBuf], locale: Locale) -> Result<Answer, Failure> {
    let files = library::files(paths)?;
    let tested =
        files.iter().map(|path| test(path, locale)).collect::<Result<Vec<_>, Failure>>()?;
    let outcomes = || tested.iter().flat_map(|file| &file.examples);
    let passed = outcomes().filter(|outcome| outcome.passed).count();
    let failed = outcomes().count() - passed;
    let unsound = tested.iter().filter(|file| !file.mistakes.is_empty()).count();
    let mut words = String::new();
    for file in &tested {
        in_words(&mut words, file, locale);
    }
    words += &locale.pick(
        format!("{passed} 个例子成立，{failed} 个不成立"),
        format!("examples: {passed} passed, {failed} failed"),
    );
    if unsound > 0 {
        words += &locale.pick(
            format!("；{unsound} 个文件另有错误"),
            format!("; {unsound} files have other mistakes"),
        );
    }
    let data = json!({ "passed": passed, "failed": failed, "unsound": unsound, "files": tested });
    Ok(Answer { code: u8::from(failed + unsound > 0), data, words })
}

fn test(path: &Path, locale: Locale) -> Result<Tested, Failure> {
    let shown = path.display().to_string();
    let source =
        fs::read_to_string(path).map_err(|error| Failure::Broken(format!("{shown}: {error}")))?;
    let diagnostics = authoring::check(&source).err().unwrap_or_default();
    let lines = Lines::of(&source);
    let show = |diagnostic: &Diagnostic| Mistake::new(diagnostic, &shown, &lines, locale);
    let (of_examples, of_rules): (Vec<_>, Vec<_>) =
        diagnostics.iter().partition(|diagnostic| diagnostic.place.path.starts_with("example["));
    let mut examples = Vec::new();
    if of_rules.iter().all(|mistake| mistake.of_whole) {
        let document = authoring::parse(&source).ok();
        let names = document.iter().flat_map(|document| names(document, locale));
        for (index, name) in names.enumerate() {
            let place = format!("example[{index}]");
            let own = of_examples.iter().filter(|mistake| mistake.place.path.starts_with(&place));
            let mistakes: Vec<_> = own.map(|diagnostic| show(diagnostic)).collect();
            examples.push(Outcome { name, passed: mistakes.is_empty(), mistakes });
        }
    }
    let mistakes = of_rules.into_iter().map(show).collect();
    Ok(Tested { path: shown, mistakes, examples })
}

/// What the examples are called.
fn names(document: &Node, locale: Locale) -> Vec<String> {
    let Some(Content::List(examples)) = entry(document, "example").map(|node| &node.content) else {
        return Vec::new();
    };
    let language = locale.pick("zh", "en");
    let name = |example| match &entry(entry(example, "name")?, language)?.content {
        Content::Text(name) => Some(name.clone()),
        _ => None,
    };
    examples.iter().map(|example| name(example).unwrap_or_default()).collect()
}

fn entry<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    match &node.content {
        Content::Table(entries) => {
            entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
        }
        _ => None,
    }
}

fn in_words(words: &mut String, file: &Tested, locale: Locale) {
    let _ = writeln!(words, "{}", file.path);
    for outcome in &file.examples {
        let sign = if outcome.passed { "✓" } else { "✗" };
        let _ = writeln!(words, "  {sign} {}", outcome.name);
        if !outcome.passed {
            let _ = writeln!(words, "\n{}\n", lines(&outcome.mistakes, "\n\n"));
        }
    }
    if !file.mistakes.is_empty() {
        let _ = writeln!(words, "\n{}\n", lines(&file.mistakes, "\n\n"));
    } else if file.examples.is_empty() {
        let _ = writeln!(words, "  {}", locale.pick("没有例子", "no examples"));
    }
    words.push('\n');
}
