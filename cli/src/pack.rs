//! `wengang pack` and `wengang catalogue`: policies as files of their own, and the list of those in a folder.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use wengang::pack::{self, Unreadable};
use wengang::{Date, Locale, Policy, authoring};

use crate::answer::{Answer, Failure};
use crate::library::NATIONWIDE;
use crate::system::{FILES, fs};
use crate::{check, faq, output};

/// The list of a folder's packs.
const CATALOGUE: &str = "catalogue.json";

/// How the names end of the lists of one policy and what came after it: a link needs no more.
const ENTRY: &str = ".entry.json";

/// How names of packs end.
const ENDING: &str = "pack";

/// Where a folder keeps what its policies were before, each pack under its policy's id and version: that is what links, printed results
/// and files of situations name.
const EARLIER: &str = "earlier";

/// Digits of its hash in the name of a pack: 64 bits.
const DIGITS: usize = 16;

/// A pack of the folder.
pub(crate) struct Pack {
    path: PathBuf,
    pub(crate) policy: Policy,
    /// What the catalogue says of it.
    entry: Value,
}

impl Pack {
    fn new(path: PathBuf, policy: Policy, bytes: &[u8]) -> Pack {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let entry = entry(&policy, bytes, &name);
        Pack { path, policy, entry }
    }

    /// Whether it takes the whole engine.
    pub(crate) fn is_rare(&self) -> bool {
        self.entry.get("engine").is_some()
    }

    /// Whether it may be what came after another policy: of the same scheme, for its region or the whole country, for longer.
    fn is_after(&self, other: &Pack) -> bool {
        let (region, before) = (&self.policy.region.chinese, &other.policy);
        let last_day = |pack: &Pack| pack.entry["effective"]["to"].as_str().map(str::to_owned);
        self.policy.scheme == before.scheme
            && (*region == before.region.chinese || region == NATIONWIDE)
            && last_day(other).is_some_and(|last| last_day(self).is_none_or(|own| own > last))
    }

    fn id(&self) -> &str {
        &self.policy.id
    }
}

/// Whether drafts may be among what is published.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drafts {
    Refused,
    Allowed,
}

impl Drafts {
    /// Those that the author has asked for.
    pub(crate) fn asked_for(drafts: bool) -> Drafts {
        if drafts { Drafts::Allowed } else { Drafts::Refused }
    }

    fn allow(self, policy: &Policy, path: &Path, locale: Locale) -> Result<(), Failure> {
        if self == Drafts::Allowed || !policy.is_draft() {
            return Ok(());
        }
        let path = path.display();
        Err(Failure::Empty(locale.pick(
            format!("{path} 是草稿，没有写入：完成后删去 draft = true，或加 --drafts"),
            format!("{path} is a draft, nothing was written: remove draft = true when it is done, or add --drafts"),
        )))
    }
}

/// Checks the files, writes a pack of each, and lists all packs of the folder. The pack of an earlier version is laid aside.
pub(crate) fn run(
    paths: &[PathBuf],
    folder: &Path,
    drafts: Drafts,
    locale: Locale,
) -> Result<Answer, Failure> {
    let files = check::load(paths, locale)?;
    for file in &files {
        drafts.allow(&file.policy, &file.path, locale)?;
    }
    fs::create_dir_all(folder).map_err(|error| broken(folder, &error))?;
    let mut packs = packs_in(folder, locale)?;
    let mut contents = Vec::new();
    for file in files {
        let bytes = pack::write(&file.policy);
        // Whatever is written can be read, except a draft whose items have no ids yet.
        pack::read(&bytes).map_err(|reason| match reason {
            Unreadable::Unsound if file.policy.is_draft() => without_ids(&file.path, locale),
            _ => unreadable(&file.path, reason, locale),
        })?;
        let name = format!("{}.{}.{ENDING}", file.policy.id, &pack::hash(&bytes)[..DIGITS]);
        contents.push((Pack::new(folder.join(name), file.policy, &bytes), bytes));
    }
    let is_new = |path: &Path| contents.iter().any(|(pack, _)| pack.path == path);
    let is_replaced = |old: &Pack| contents.iter().any(|(new, _)| new.id() == old.id());
    let (mut replaced, kept): (Vec<_>, Vec<_>) = packs.into_iter().partition(is_replaced);
    replaced.retain(|pack| !is_new(&pack.path));
    for (pack, bytes) in &contents {
        output::write(&pack.path, bytes).map_err(|error| broken(&pack.path, &error))?;
    }
    let written: Vec<_> = contents.iter().map(|(pack, _)| pack.path.clone()).collect();
    packs = contents.into_iter().map(|(pack, _)| pack).chain(kept).collect();
    // Those of the library that is packed, as one names it.
    for path in paths {
        let groups = authoring::faq(path, &FILES, locale).map_err(Failure::Mistakes)?;
        if !groups.is_empty() {
            faq::write(folder, &groups)?;
        }
    }
    let catalogue = write_catalogue(folder, &mut packs, drafts, locale)?;
    // Only now: the catalogue of before named them.
    let (mut removed, mut earlier) = (Vec::new(), Vec::new());
    for old in replaced {
        // The same in other bytes is no other version, and nobody was to rely on a draft.
        let version = &old.policy.version;
        let is_there =
            packs.iter().any(|pack| pack.id() == old.id() && pack.policy.version == *version);
        if is_there || old.policy.is_draft() {
            output::remove_served(&old.path).map_err(|error| broken(&old.path, &error))?;
            removed.push(old.path);
        } else {
            earlier.push(lay_aside(folder, &old.path, &old.policy)?);
        }
    }
    let written = [written, vec![catalogue]].concat();
    Ok(Answer::written(&written, &removed, locale).and_laid_aside(&earlier, locale))
}

/// Puts the pack of an earlier version where it is found by what it is; its new place.
fn lay_aside(folder: &Path, path: &Path, policy: &Policy) -> Result<PathBuf, Failure> {
    let name = format!("{}.{}.{ENDING}", policy.id, policy.version);
    let place = folder.join(EARLIER).join(name);
    let put = || {
        fs::create_dir_all(folder.join(EARLIER))?;
        // What was compressed goes with its old name.
        output::write_served(&place, &fs::read(path)?)?;
        output::remove_served(path)
    };
    put().map_err(|error| broken(path, &error))?;
    Ok(place)
}

/// Gives those their names that somebody has laid aside by hand, under the name which they had among the others.
fn name_earlier(folder: &Path, locale: Locale) -> Result<(), Failure> {
    let earlier = folder.join(EARLIER);
    if !fs::exists(&earlier)? {
        return Ok(());
    }
    for file in fs::read_dir(&earlier).map_err(|error| broken(&earlier, &error))? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let hash = name.strip_suffix(&format!(".{ENDING}")).and_then(|name| name.rsplit_once('.'));
        if hash.is_none_or(|(_, hash)| hash.len() != DIGITS) {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| broken(&path, &error))?;
        let policy = pack::read(&bytes).map_err(|reason| unreadable(&path, reason, locale))?;
        lay_aside(folder, &path, &policy)?;
    }
    Ok(())
}

/// Lists the packs of a folder.
pub(crate) fn catalogue(folder: &Path, drafts: Drafts, locale: Locale) -> Result<Answer, Failure> {
    let (catalogue, _) = listed(folder, drafts, locale)?;
    Ok(Answer::written(&[catalogue], &[], locale))
}

/// The new catalogue of a folder, and the packs that it lists, in its order.
pub(crate) fn listed(
    folder: &Path,
    drafts: Drafts,
    locale: Locale,
) -> Result<(PathBuf, Vec<Pack>), Failure> {
    let mut packs = packs_in(folder, locale)?;
    Ok((write_catalogue(folder, &mut packs, drafts, locale)?, packs))
}

/// The packs of a folder, each read; one that cannot be is a failure.
fn packs_in(folder: &Path, locale: Locale) -> Result<Vec<Pack>, Failure> {
    let mut packs = Vec::new();
    let mut mistakes = Vec::new();
    for file in fs::read_dir(folder).map_err(|error| broken(folder, &error))? {
        let path = file?.path();
        if path.extension().is_none_or(|extension| extension != ENDING) {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| broken(&path, &error))?;
        match pack::read(&bytes) {
            Ok(policy) => packs.push(Pack::new(path, policy, &bytes)),
            Err(reason) => mistakes.push((path, reason)),
        }
    }
    mistakes.sort_by(|left, right| left.0.cmp(&right.0));
    if mistakes.is_empty() { Ok(packs) } else { Err(Failure::unreadable(mistakes, locale)) }
}

fn write_catalogue(
    folder: &Path,
    packs: &mut [Pack],
    drafts: Drafts,
    locale: Locale,
) -> Result<PathBuf, Failure> {
    for pack in &*packs {
        drafts.allow(&pack.policy, &pack.path, locale)?;
    }
    packs.sort_by(|left, right| (left.id(), &left.path).cmp(&(right.id(), &right.path)));
    if let Some([one, other]) = packs.windows(2).find(|pair| pair[0].id() == pair[1].id()) {
        let (id, one, other) = (one.id(), one.path.display(), other.path.display());
        return Err(Failure::Empty(locale.pick(
            format!("{one} 和 {other} 都是政策“{id}”；请删去旧的一个"),
            format!("{one} and {other} are both of the policy “{id}”; remove the older one"),
        )));
    }
    for pack in &*packs {
        let lines = packs.iter().filter(|other| other.id() == pack.id() || other.is_after(pack));
        write_list(folder, &format!("{}{ENTRY}", pack.id()), lines)?;
    }
    let path = write_list(folder, CATALOGUE, &*packs)?;
    remove_entries_of_others(folder, packs)?;
    name_earlier(folder, locale)?;
    faq::renew(folder, packs)?;
    Ok(path)
}

fn write_list<'p>(
    folder: &Path,
    name: &str,
    packs: impl IntoIterator<Item = &'p Pack>,
) -> Result<PathBuf, Failure> {
    // A policy a line: programs can find one of thousands without reading all.
    let entries: Vec<_> = packs.into_iter().map(|pack| pack.entry.to_string()).collect();
    let (path, format) = (folder.join(name), pack::FORMAT);
    let list = format!("{{\"format\":{format},\"policies\":[\n{}\n]}}\n", entries.join(",\n"));
    output::write_served(&path, list.as_bytes()).map_err(|error| broken(&path, &error))?;
    Ok(path)
}

/// Removes the lines of policies that are no longer there.
fn remove_entries_of_others(folder: &Path, packs: &[Pack]) -> Result<(), Failure> {
    for file in fs::read_dir(folder).map_err(|error| broken(folder, &error))? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(id) = name.strip_suffix(ENTRY) else { continue };
        if packs.iter().all(|pack| pack.id() != id) {
            output::remove_served(&path).map_err(|error| broken(&path, &error))?;
        }
    }
    Ok(())
}

/// What whoever has to choose among policies wants to know of one, and what it takes to get it.
fn entry(policy: &Policy, bytes: &[u8], file: &str) -> Value {
    // What hangs on the day is left out.
    let any_day = Date::new(2000, 1, 1).unwrap_or_else(|| unreachable!("it exists"));
    let [chinese, english] = [Locale::Chinese, Locale::English]
        .map(|locale| json!(wengang::describe(policy, locale, any_day)));
    let both = |key: &str| json!({ "zh": chinese[key], "en": english[key] });
    let mut entry = json!({
        "id": policy.id,
        "title": both("title"),
        "region": both("region"),
        "summary": both("summary"),
        "claimYear": policy.claim_year,
        "keywords": chinese["keywords"],
        "scheme": policy.scheme,
        "audience": chinese["audience"],
        "effective": chinese["effective"],
        "version": policy.version,
        "hash": pack::hash(bytes),
        "bytes": bytes.len(),
        "file": file,
    });
    // As in a description, absent where there is none.
    if let Some(topic) = chinese.get("topic") {
        entry["topic"] = topic.clone();
    }
    // Said of few: the engine that a page begins with does not read them.
    if pack::is_rare(bytes) {
        entry["engine"] = "whole".into();
    }
    entry
}

pub(crate) fn broken(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Broken(format!("{}: {error}", path.display()))
}

fn without_ids(path: &Path, locale: Locale) -> Failure {
    let path = path.display();
    Failure::Empty(locale.pick(
        format!("{path} 里还有没写编号的项目：wengang ids {path}"),
        format!("{path} has items without an id: wengang ids {path}"),
    ))
}

fn unreadable(path: &Path, reason: Unreadable, locale: Locale) -> Failure {
    Failure::unreadable(vec![(path.to_owned(), reason)], locale)
}
