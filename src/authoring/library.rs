//! Policy files of folders, and what they say of each other.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::calendar::calendar;
use super::faq::{self, FAQ};
use super::mistake::Mistake;
use super::not_found::{self, NOT_FOUND};
use super::review::MOST_MISTAKES;
use super::shared::SHARED;
use super::source::{Source, policy_of_english};
use super::{agreement, citations, hints, idle_keys, quotes, repeated, wording};
use crate::checking::{self, Reading};
use crate::document::{Diagnostic, Node, Place};
use crate::pack::sound;
use crate::policy::{Helper, Policy};
use crate::values::{Locale, Text, nearest, text};

/// A policy file that passed all checks.
#[derive(Debug)]
pub struct PolicyFile {
    /// Where it stands.
    pub path: PathBuf,
    /// What it says.
    pub policy: Policy,
    /// Its Chinese texts that have no English wording, each once.
    pub untranslated: Vec<String>,
    /// What it was read from.
    pub source: Source,
}

/// Where policy files are read from: the disk, or what stands for it where there is none below.
pub trait Files {
    /// What a file holds.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// What is in a folder, by paths; `None` for what is no folder.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    fn list(&self, path: &Path) -> io::Result<Option<Vec<PathBuf>>>;

    /// Whether there is such a file.
    fn has(&self, path: &Path) -> bool {
        self.read(path).is_ok()
    }
}

/// The files of this machine.
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn list(&self, path: &Path) -> io::Result<Option<Vec<PathBuf>>> {
        if !path.is_dir() {
            return Ok(None);
        }
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>().map(Some)
    }
}

/// The policy files below a folder, sorted by path, or the one file named.
///
/// # Errors
/// Where a folder cannot be read.
pub fn policy_files(path: &Path, from: &impl Files) -> io::Result<Vec<PathBuf>> {
    let Some(files) = toml_files(path, from)? else {
        return Ok(vec![policy_of_english(path).unwrap_or_else(|| path.to_owned())]);
    };
    let belongs_to_others = |path: &Path| {
        policy_of_english(path).is_some()
            || path.file_name().is_some_and(|name| {
                ["calendar.toml", SHARED, NOT_FOUND, FAQ].iter().any(|known| name == *known)
            })
    };
    Ok(files.into_iter().filter(|path| !belongs_to_others(path)).collect())
}

/// The TOML files below a folder, sorted by path; `None` for what is no folder.
fn toml_files(path: &Path, from: &impl Files) -> io::Result<Option<Vec<PathBuf>>> {
    let Some(entries) = from.list(path)? else { return Ok(None) };
    let mut files = Vec::new();
    for path in entries {
        if let Some(below) = toml_files(&path, from)? {
            files.extend(below);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(Some(files))
}

/// Reads and checks policy files, worked examples included. Ids are unique among them.
///
/// # Errors
/// All mistakes of all files, in the language asked for.
pub fn load(
    paths: &[PathBuf],
    from: &impl Files,
    locale: Locale,
) -> Result<Vec<PolicyFile>, Vec<Mistake>> {
    let mut files: Vec<PolicyFile> = Vec::new();
    let mut mistakes = Vec::new();
    for path in paths {
        let source = match Source::open(path, from, locale) {
            Ok(source) => source,
            Err(mistake) => {
                mistakes.push(mistake);
                continue;
            }
        };
        let Reading { policy, untranslated, .. } = source.check();
        let policy = policy.and_then(|policy| match taken(&policy, &files) {
            None => Ok(policy),
            Some(message) => Err(vec![Diagnostic::new(&Place::default(), message)]),
        });
        match policy {
            Ok(policy) => {
                files.push(PolicyFile { path: path.clone(), policy, untranslated, source });
            }
            Err(diagnostics) => mistakes.extend(shown(&source, &diagnostics, path, locale)),
        }
    }
    if mistakes.is_empty() { Ok(files) } else { Err(mistakes) }
}

/// The mistakes of a file, or the first of very many, and how many there are.
fn shown(source: &Source, diagnostics: &[Diagnostic], path: &Path, locale: Locale) -> Vec<Mistake> {
    let first = &diagnostics[..diagnostics.len().min(MOST_MISTAKES)];
    let mut mistakes = source.show(first, locale);
    let others = diagnostics.len() - first.len();
    if others > 0 {
        let message = locale.pick(
            format!("还有 {others} 处错误没有列出"),
            format!("{others} more mistakes are not listed"),
        );
        mistakes.push(Mistake::of_file(path, message));
    }
    mistakes
}

/// As [`proofread`], of one document.
pub(super) fn shortcomings(document: &Node, policy: &Policy) -> Vec<Diagnostic> {
    let mut found = wording::mistakes(document);
    found.extend(quotes::mistakes(document));
    found.extend(repeated::mistakes(document));
    found.extend(citations::mistakes(document));
    found.extend(agreement::mistakes(document));
    found.extend(idle_keys::mistakes(document));
    found.extend(hints::mistakes(document, policy));
    found.extend(checking::one_sided(document, &calendar()));
    let readings = policy.other_readings().count();
    if readings > sound::MOST_READINGS {
        let most = sound::MOST_READINGS;
        let message = text!(
            "其他读法连同提示里的（other_reading）最多{most}种，这里有{readings}种",
            "there may be at most {most} other readings, those of warnings (other_reading) among them; here are {readings}"
        );
        let help = text!("请只留影响结果的", "keep those that make a difference");
        found.push(Diagnostic::new(&Place::default(), message).help(help));
    } else if !sound::fits(policy) {
        let message = text!(
            "公式连同用到的各项一共太长，不能打成政策包",
            "the formulas, with all that they use, are too long for a pack"
        );
        let help = text!(
            "请把公式拆短，或分成两项政策",
            "write shorter formulas, or make two policies of it"
        );
        found.push(Diagnostic::new(&Place::default(), message).help(help));
    }
    found.sort_by_key(|diagnostic| diagnostic.place.span);
    found
}

/// What is still to be mended in policy files that passed all checks and can be worked with: texts that readers would
/// stumble over, conditions that all examples meet, branches that none takes.
pub fn proofread(files: &[PolicyFile], locale: Locale) -> Vec<Mistake> {
    let of_file = |PolicyFile { path, policy, source, .. }: &PolicyFile| {
        shown(source, &shortcomings(source.document(), policy), path, locale)
    };
    files.iter().flat_map(of_file).collect()
}

/// The figures of a library's policies in force that no quote proves.
pub fn unproved(files: &[PolicyFile], locale: Locale) -> Vec<Mistake> {
    let of_file = |PolicyFile { path, policy, source, .. }: &PolicyFile| {
        shown(source, &quotes::lacking(source.document(), policy), path, locale)
    };
    files.iter().flat_map(of_file).collect()
}

/// What a policy has that only one of a library may have, and another has it.
fn taken(policy: &Policy, files: &[PolicyFile]) -> Option<Text> {
    if let Some(other) = files.iter().find(|file| file.policy.id == policy.id) {
        let (id, other) = (&policy.id, other.path.display());
        return Some(text!("编号“{id}”已用于 {other}", "the id “{id}” is already used by {other}"));
    }
    let year = policy.claim_year?;
    let is_same = |other: &Policy| {
        other.claim_year == Some(year)
            && other.scheme == policy.scheme
            && other.region.chinese == policy.region.chinese
    };
    let other = files.iter().find(|file| is_same(&file.policy))?.path.display();
    let (scheme, region) = (&policy.scheme, &policy.region);
    let (chinese, english) = (&region.chinese, &region.english);
    Some(Text::new(
        format!("{chinese}{year}年的“{scheme}”已写在 {other} 里；请核对地区、年份和 scheme"),
        format!(
            "“{scheme}” of {english} in {year} is already in {other}; check region, year and scheme"
        ),
    ))
}

/// Reads and checks a whole library: all policy files below a folder, and what they say of each other.
///
/// # Errors
/// As [`load`]; besides, policies named by an exclusion and questions named by `faq` that the library does not have, what is shared or
/// translated in vain, and what is listed as not found although it is there.
pub fn load_library(
    folder: &Path,
    from: &impl Files,
    locale: Locale,
) -> Result<Vec<PolicyFile>, Vec<Mistake>> {
    let unreadable = |error: io::Error| vec![Mistake::of_file(folder, error.to_string())];
    let files = load(&policy_files(folder, from).map_err(unreadable)?, from, locale)?;
    let mut mistakes: Vec<_> =
        files.iter().flat_map(|file| broken_references(file, &files, locale)).collect();
    for path in toml_files(folder, from).map_err(unreadable)?.unwrap_or_default() {
        mistakes.extend(belonging_to_none(&path, from, &files, locale));
    }
    mistakes.extend(not_found::mistakes(folder, from, &files, locale));
    mistakes.extend(faq::mistakes(folder, from, &files, locale));
    if mistakes.is_empty() { Ok(files) } else { Err(mistakes) }
}

/// What stands in a file of the library for policies that do not use it.
fn belonging_to_none(
    path: &Path,
    from: &impl Files,
    files: &[PolicyFile],
    locale: Locale,
) -> Vec<Mistake> {
    if let Some(policy) = policy_of_english(path)
        && !from.has(&policy)
    {
        let policy = policy.display();
        let message = locale.pick(
            format!("没有它的政策文件 {policy}"),
            format!("there is no {policy}, whose English it would be"),
        );
        return vec![Mistake::of_file(path, message)];
    }
    if path.file_name().is_none_or(|name| name != SHARED) {
        return Vec::new();
    }
    let users = files.iter().filter(|file| file.source.shared.as_deref() == Some(path));
    let used: Vec<_> = users.flat_map(|file| file.source.taken.items.clone()).collect();
    match Source::open(path, from, locale) {
        Ok(source) => source.show(&source.unused(&used), locale),
        Err(mistake) => vec![mistake],
    }
}

/// What a policy says of others that the library does not have, or that lack what it needs of them.
fn broken_references(file: &PolicyFile, files: &[PolicyFile], locale: Locale) -> Vec<Mistake> {
    let policy = &file.policy;
    let exclusions = policy.exclusions.iter();
    let exclusions = exclusions.map(|exclusion| ("[[exclusion]]", exclusion.policy.as_str(), None));
    let helpers = policy.inputs.iter().filter_map(|input| match &input.helper {
        Some(Helper::Policy { policy, value, inputs }) => {
            Some(("helper", policy.as_str(), Some((value, inputs))))
        }
        _ => None,
    });
    let mut messages = Vec::new();
    for (key, id, needed) in exclusions.chain(helpers) {
        let Some(other) = files.iter().find(|other| other.policy.id == id) else {
            let others = files.iter().map(|other| other.policy.id.as_str());
            let (chinese, english) = match nearest(id, others.filter(|other| *other != policy.id)) {
                Some(similar) => {
                    (format!("；最接近的是“{similar}”"), format!("; the nearest is “{similar}”"))
                }
                None => (String::new(), String::new()),
            };
            messages.push(locale.pick(
                format!("{key} 中没有编号为“{id}”的政策{chinese}"),
                format!("{key} names no known policy “{id}”{english}"),
            ));
            continue;
        };
        let Some((value, inputs)) = needed else { continue };
        let has_value = other.policy.value_ids().any(|known| known == value)
            || (value == "amount" && other.policy.amount.is_some());
        let lacking = inputs.iter().map(|input| &input.0);
        let lacking = lacking.filter(|field| other.policy.input(field).is_none());
        for lacking in lacking.chain((!has_value).then_some(value)) {
            messages.push(locale.pick(
                format!("{key} 要用的“{lacking}”，政策“{id}”里没有"),
                format!("{key} needs “{lacking}”, which the policy “{id}” does not have"),
            ));
        }
    }
    messages.into_iter().map(|message| Mistake::of_file(&file.path, message)).collect()
}
