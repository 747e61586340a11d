//! Policy files of folders, and what they say of each other.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::calendar::calendar;
use super::check::check;
use super::mistake::Mistake;
use super::parse::parse;
use super::wording;
use crate::checking;
use crate::document::{Diagnostic, Place};
use crate::policy::{Helper, Policy};
use crate::values::{Locale, Text, nearest, text};

/// A policy file that passed all checks.
#[derive(Debug)]
pub struct PolicyFile {
    /// Where it stands.
    pub path: PathBuf,
    /// What it says.
    pub policy: Policy,
}

/// The policy files below a folder, sorted by path, or the one file named.
///
/// # Errors
/// Where a folder cannot be read.
pub fn policy_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(policy_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml")
            && path.file_name().is_some_and(|name| name != "calendar.toml")
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads and checks policy files, worked examples included. Ids are unique among them.
///
/// # Errors
/// All mistakes of all files, in the language asked for.
pub fn load(paths: &[PathBuf], locale: Locale) -> Result<Vec<PolicyFile>, Vec<Mistake>> {
    let mut files: Vec<PolicyFile> = Vec::new();
    let mut mistakes = Vec::new();
    for path in paths {
        let source = match read(path, locale) {
            Ok(source) => source,
            Err(reason) => {
                mistakes.push(Mistake::of_file(path, reason));
                continue;
            }
        };
        let checked = check(&source).and_then(|policy| match taken(&policy, &files) {
            None => Ok(policy),
            Some(message) => Err(vec![Diagnostic::new(&Place::default(), message)]),
        });
        match checked {
            Ok(policy) => files.push(PolicyFile { path: path.clone(), policy }),
            Err(diagnostics) => {
                mistakes.extend(Mistake::all(&diagnostics, path, &source, locale));
            }
        }
    }
    if mistakes.is_empty() { Ok(files) } else { Err(mistakes) }
}

/// What is still to be mended in policy files that passed all checks and can be worked with: texts that readers would
/// stumble over, conditions that all examples meet, branches that none takes.
pub fn review(files: &[PolicyFile], locale: Locale) -> Vec<Mistake> {
    let of_file = |file: &PolicyFile| {
        let path = &file.path;
        let source = match read(path, locale) {
            Ok(source) => source,
            Err(reason) => return vec![Mistake::of_file(path, reason)],
        };
        let found = parse(&source).map_or_else(
            |diagnostics| diagnostics,
            |document| {
                let mut found = wording::mistakes(&document);
                found.extend(checking::one_sided(&document, &calendar()));
                found.sort_by_key(|diagnostic| diagnostic.place.span);
                found
            },
        );
        Mistake::all(&found, path, &source, locale)
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

/// The text of a file, or why it has none.
fn read(path: &Path, locale: Locale) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| {
        let bytes = error.as_bytes();
        let line = bytes[..error.utf8_error().valid_up_to()].split(|byte| *byte == b'\n').count();
        // What cannot be UTF-8 and is written in Chinese by an editor in China is nearly always one of these.
        let saved = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            text!("文件是 UTF-16 编码", "the file is UTF-16")
        } else if is_gb_18030(bytes) {
            text!("文件是 GBK（GB 18030，即“ANSI”）编码", "the file is GBK (GB 18030, “ANSI”)")
        } else {
            text!(
                "文件从第 {line} 行起不是 UTF-8 编码",
                "from line {line} on, the file is not UTF-8"
            )
        };
        let saved = saved.get(locale);
        locale.pick(
            format!("{saved}；请在编辑器里“另存为”，编码选 UTF-8"),
            format!("{saved}; save it anew as UTF-8"),
        )
    })
}

/// Whether bytes can be GB 18030: each that is not ASCII begins a pair, or four of them.
fn is_gb_18030(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match *rest {
            [] => return true,
            [0..=0x7f, ref rest @ ..]
            | [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, ref rest @ ..]
            | [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9', ref rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// Reads and checks a whole library: all policy files below a folder, and what they say of each other.
///
/// # Errors
/// As [`load`]; besides, policies named by an exclusion that the library does not have.
pub fn load_library(folder: &Path, locale: Locale) -> Result<Vec<PolicyFile>, Vec<Mistake>> {
    let unreadable = |error: io::Error| vec![Mistake::of_file(folder, error.to_string())];
    let files = load(&policy_files(folder).map_err(unreadable)?, locale)?;
    let mistakes: Vec<_> =
        files.iter().flat_map(|file| broken_references(file, &files, locale)).collect();
    if mistakes.is_empty() { Ok(files) } else { Err(mistakes) }
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
