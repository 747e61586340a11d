//! The questions that many people ask, beside the policies: what in a policy answers one says so by `faq`.

use std::path::Path;

use super::library::{Files, PolicyFile};
use super::mistake::Mistake;
use super::source::read_beside;
use crate::checking::is_question_id;
use crate::document::{Diagnostic, Section, Spot};
use crate::policy::Policy;
use crate::values::{Locale, Text, nearest, text};

/// The file of a library that has them.
pub(super) const FAQ: &str = "faq.toml";

/// Questions that belong together.
#[derive(Debug)]
pub struct Group {
    /// What they are about.
    pub title: Text,
    /// In the order in which they are listed.
    pub questions: Vec<Question>,
}

/// A question that many people ask.
#[derive(Debug)]
pub struct Question {
    /// Its id, which is a part of addresses.
    pub id: String,
    /// How people ask it.
    pub title: Text,
    /// Other words that people look for.
    pub also: Vec<String>,
    /// Ids of the schemes that it is about.
    pub schemes: Vec<String>,
    /// The view of a policy that goes on from the answer: `reconcile` or `year`.
    pub view: Option<String>,
    /// The id of another policy that works it out.
    pub policy: Option<String>,
}

/// The views of a policy that a question may lead to.
const VIEWS: [&str; 2] = ["reconcile", "year"];

/// The questions of a library; none where it has no such file.
///
/// # Errors
/// All mistakes of the file.
pub fn faq(folder: &Path, from: &impl Files, locale: Locale) -> Result<Vec<Group>, Vec<Mistake>> {
    read(folder, from, None, locale)
}

/// What is wrong with the questions of a library, and with what its policies say of them.
pub(super) fn mistakes(
    folder: &Path,
    from: &impl Files,
    files: &[PolicyFile],
    locale: Locale,
) -> Vec<Mistake> {
    match read(folder, from, Some(files), locale) {
        Ok(groups) => {
            let questions = groups.iter().flat_map(|group| &group.questions);
            let known: Vec<_> = questions.map(|question| question.id.as_str()).collect();
            files.iter().flat_map(|file| unknown(file, &known, locale)).collect()
        }
        Err(mistakes) => mistakes,
    }
}

/// The questions that a policy says it answers, and that nobody has written down.
fn unknown(file: &PolicyFile, known: &[&str], locale: Locale) -> Vec<Mistake> {
    let ids = file.policy.questions().into_iter().map(|question| question.0);
    let ids = ids.filter(|id| !known.contains(id));
    let mistake = |id| {
        let (chinese, english) = match nearest(id, known.iter().copied()) {
            Some(similar) => {
                (format!("；最接近的是“{similar}”"), format!("; the nearest is “{similar}”"))
            }
            None => (String::new(), String::new()),
        };
        let message = locale.pick(
            format!("{FAQ} 里没有编号为“{id}”的问题{chinese}"),
            format!("{FAQ} has no question “{id}”{english}"),
        );
        Mistake::of_file(&file.path, message)
    };
    ids.map(mistake).collect()
}

fn read(
    folder: &Path,
    from: &impl Files,
    files: Option<&[PolicyFile]>,
    locale: Locale,
) -> Result<Vec<Group>, Vec<Mistake>> {
    read_beside(folder, FAQ, from, locale, |root| {
        let mut reader = Reader { files, known: Vec::new() };
        root.sections("group").iter().filter_map(|one| reader.group(one)).collect()
    })
}

struct Reader<'f> {
    /// The policies of the library, where they are at hand.
    files: Option<&'f [PolicyFile]>,
    /// Ids so far.
    known: Vec<String>,
}

impl Reader<'_> {
    fn group(&mut self, section: &Section<'_>) -> Option<Group> {
        let title = section.wording("title");
        let questions = section.sections("question");
        if questions.is_empty() {
            section.missing("question");
        }
        let questions = questions.iter().filter_map(|one| self.question(one)).collect();
        section.finish();
        Some(Group { title: title?, questions })
    }

    fn question(&mut self, section: &Section<'_>) -> Option<Question> {
        let id = section.text("id");
        let title = section.wording("title");
        let also = section.some_texts("also").iter().map(|spot| spot.text.to_owned()).collect();
        let schemes = section.some_texts("scheme");
        if section.node("scheme").is_none() {
            section.missing("scheme");
        }
        let view = section.optional_text("view");
        let policy = section.optional_text("policy");
        section.finish();
        if let Some(spot) = &id {
            self.check_id(section, spot);
        }
        if let Some(spot) = view.as_ref().filter(|spot| !VIEWS.contains(&spot.text)) {
            let allowed = VIEWS.join("、");
            let message = text!("只能写：{allowed}", "only these are allowed: {allowed}");
            section.report(Diagnostic::new(&spot.place, message));
        }
        for spot in &schemes {
            self.check_known(section, spot, "scheme", |policy| &policy.scheme);
        }
        if let Some(spot) = &policy {
            self.check_known(section, spot, "policy", |policy| &policy.id);
        }
        let owned = |spot: Spot<'_>| spot.text.to_owned();
        Some(Question {
            id: owned(id?),
            title: title?,
            also,
            schemes: schemes.into_iter().map(owned).collect(),
            view: view.map(owned),
            policy: policy.map(owned),
        })
    }

    fn check_id(&mut self, section: &Section<'_>, spot: &Spot<'_>) {
        let id = spot.text;
        if !is_question_id(id) {
            let message = text!(
                "问题的编号只含小写英文字母、数字和连字符，如 layoff-formula",
                "the id of a question has small Latin letters, digits and hyphens only, as in layoff-formula"
            );
            section.report(Diagnostic::new(&spot.place, message));
        }
        if self.known.iter().any(|known| known == id) {
            let message =
                text!("“{id}”已用于另一个问题", "“{id}” is already the id of another question");
            section.report(Diagnostic::new(&spot.place, message));
        }
        self.known.push(id.to_owned());
    }

    /// What is named here, some policy of the library has.
    fn check_known(
        &self,
        section: &Section<'_>,
        spot: &Spot<'_>,
        what: &str,
        of: fn(&Policy) -> &String,
    ) {
        let Some(files) = self.files else { return };
        let known = || files.iter().map(|file| of(&file.policy).as_str());
        if known().any(|known| known == spot.text) {
            return;
        }
        let name = spot.text;
        let message = text!(
            "没有一项政策的 {what} 是“{name}”",
            "there is no policy whose {what} is “{name}”"
        );
        section.report(Diagnostic::new(&spot.place, message).meaning(name, known()));
    }
}
