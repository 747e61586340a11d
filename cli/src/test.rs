//! `wengang test`: the worked examples, one by one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;
use wengang::authoring::{Mistake, Source};
use wengang::{Content, Locale, Node};

use crate::answer::{Answer, Failure, lines};
use crate::library;
use crate::system::FILES;

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
    let source = Source::open(path, &FILES, locale)
        .map_err(|mistake| Failure::Broken(mistake.to_string()))?;
    let diagnostics = source.check().policy.err().unwrap_or_default();
    let (of_examples, of_rules): (Vec<_>, Vec<_>) = diagnostics
        .into_iter()
        .partition(|diagnostic| diagnostic.place.path.starts_with("example["));
    let mut examples = Vec::new();
    if of_rules.iter().all(|mistake| mistake.of_whole) {
        for (index, name) in names(source.document(), locale).into_iter().enumerate() {
            let place = format!("example[{index}]");
            let own = of_examples.iter().filter(|mistake| mistake.place.path.starts_with(&place));
            let mistakes = source.show(&own.cloned().collect::<Vec<_>>(), locale);
            examples.push(Outcome { name, passed: mistakes.is_empty(), mistakes });
        }
    }
    let mistakes = source.show(&of_rules, locale);
    Ok(Tested { path: shown, mistakes, examples })
}

/// What the examples are called. Where the English stands apart, or is not written yet, the Chinese does.
fn names(document: &Node, locale: Locale) -> Vec<String> {
    let Some(Content::List(examples)) = document.entry("example").map(|node| &node.content) else {
        return Vec::new();
    };
    let name = |example: &Node| {
        let name = example.entry("name")?;
        let wording = name.entry(locale.pick("zh", "en")).or(name.entry("zh")).unwrap_or(name);
        match &wording.content {
            Content::Text(name) => Some(name.clone()),
            _ => None,
        }
    };
    examples.iter().map(|example| name(example).unwrap_or_default()).collect()
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
