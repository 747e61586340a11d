//! The questions that many people ask, beside the packs of a folder: with each, the policies that answer it.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};
use wengang::authoring::{Group, Question};
use wengang::{Locale, Text};

use crate::answer::Failure;
use crate::output;
use crate::pack::{Pack, broken};
use crate::system::fs;

/// The list of a folder's questions.
const FAQ: &str = "faq.json";

/// As it is written and read again.
const FORMAT: u32 = 1;

/// What the list holds.
#[derive(Deserialize)]
pub(crate) struct Listed {
    pub(crate) groups: Vec<ListedGroup>,
}

#[derive(Deserialize)]
pub(crate) struct ListedGroup {
    pub(crate) title: Both,
    pub(crate) questions: Vec<ListedQuestion>,
}

#[derive(Deserialize)]
pub(crate) struct ListedQuestion {
    pub(crate) id: String,
    pub(crate) title: Both,
    pub(crate) schemes: Vec<String>,
}

/// A text in both languages.
#[derive(Deserialize)]
pub(crate) struct Both {
    zh: String,
    en: String,
}

impl Both {
    pub(crate) fn get(&self, locale: Locale) -> &str {
        locale.pick(&self.zh, &self.en)
    }
}

/// Writes the questions of a library into a folder of packs.
pub(crate) fn write(folder: &Path, groups: &[Group]) -> Result<(), Failure> {
    let groups: Vec<_> = groups.iter().map(group).collect();
    put(folder, &json!({ "format": FORMAT, "groups": groups }))
}

/// Says anew which policies answer each question, where the folder has questions.
pub(crate) fn renew(folder: &Path, packs: &[Pack]) -> Result<(), Failure> {
    let Some(mut list) = read_value(folder)? else { return Ok(()) };
    let groups = list["groups"].as_array_mut().into_iter().flatten();
    for question in groups.flat_map(|group| group["questions"].as_array_mut().into_iter().flatten())
    {
        let id = question["id"].as_str().unwrap_or_default();
        let policies = |says_it: bool| -> Vec<&str> {
            let policies = packs.iter().map(|pack| &pack.policy);
            let fit = policies.filter(|policy| policy.questions().contains(&(id, says_it)));
            fit.map(|policy| policy.id.as_str()).collect()
        };
        let (said, open) = (json!(policies(true)), json!(policies(false)));
        question["policies"] = said;
        question["open"] = open;
    }
    put(folder, &list)
}

/// The questions of a folder of packs; none where it has no list of them.
pub(crate) fn read(folder: &Path) -> Result<Option<Listed>, Failure> {
    let Some(list) = read_value(folder)? else { return Ok(None) };
    serde_json::from_value(list).map(Some).map_err(|error| unfit(folder, &error))
}

fn read_value(folder: &Path) -> Result<Option<Value>, Failure> {
    let path = folder.join(FAQ);
    if !fs::exists(&path)? {
        return Ok(None);
    }
    let text = fs::read_to_string(&path).map_err(|error| broken(&path, &error))?;
    serde_json::from_str(&text).map(Some).map_err(|error| unfit(folder, &error))
}

fn unfit(folder: &Path, error: &serde_json::Error) -> Failure {
    Failure::Broken(format!("{}: {error}", folder.join(FAQ).display()))
}

/// A question a line, as in the list of the policies.
fn put(folder: &Path, list: &Value) -> Result<(), Failure> {
    let path = folder.join(FAQ);
    let groups = list["groups"].as_array().into_iter().flatten().map(|group| {
        let questions = group["questions"].as_array().into_iter().flatten();
        let questions: Vec<_> = questions.map(Value::to_string).collect();
        let title = &group["title"];
        format!("{{\"title\":{title},\"questions\":[\n{}\n]}}", questions.join(",\n"))
    });
    let groups: Vec<_> = groups.collect();
    let text = format!("{{\"format\":{FORMAT},\"groups\":[\n{}\n]}}\n", groups.join(",\n"));
    output::write_served(&path, text.as_bytes()).map_err(|error| broken(&path, &error))
}

fn group(Group { title, questions }: &Group) -> Value {
    let questions: Vec<_> = questions.iter().map(question).collect();
    json!({ "title": both(title), "questions": questions })
}

/// What it has not is left out.
fn question(Question { id, title, also, schemes, view, policy }: &Question) -> Value {
    let mut question = json!({
        "id": id, "title": both(title), "also": also, "schemes": schemes, "policies": [], "open": [],
    });
    for (key, value) in [("view", view), ("policy", policy)] {
        if let Some(value) = value {
            question[key] = json!(value);
        }
    }
    question
}

fn both(text: &Text) -> Value {
    json!({ "zh": text.chinese, "en": text.english })
}
