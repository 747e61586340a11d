//! What a policy is read from: its own file, its English, and the file that it shares with other policies.

use core::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};

use super::check::examine;
use super::encoding::read_text;
use super::library::Files;
use super::mistake::{Lines, Mistake};
use super::parse::read;
use super::shared::{self, Shared, Taken};
use crate::checking::Reading;
use crate::document::{Content, Demands, Diagnostic, ENGLISH, Node, Place, Section};
use crate::values::Locale;

/// How the name of a file with the English of a policy file ends, in the place of `.toml`.
const ENDING: &str = ".en.toml";

/// A policy file and what belongs to it, as one document. Positions in it count through all the files.
#[derive(Debug)]
pub struct Source {
    parts: Vec<Part>,
    document: Node,
    /// What the reader of the files found wrong already.
    unfit: Vec<Diagnostic>,
    /// Whether one of them is not TOML, so that nothing more can be said.
    is_broken: bool,
    /// The file of shared items.
    pub(super) shared: Option<PathBuf>,
    pub(super) taken: Taken,
}

/// What is read of a file that lies beside the policies of a library; nothing where there is no such file.
pub(super) fn read_beside<T>(
    folder: &Path,
    name: &str,
    from: &impl Files,
    locale: Locale,
    read: impl FnOnce(&Section<'_>) -> Vec<T>,
) -> Result<Vec<T>, Vec<Mistake>> {
    let path = folder.join(name);
    if !from.has(&path) {
        return Ok(Vec::new());
    }
    let source = Source::open(&path, from, locale).map_err(|mistake| vec![mistake])?;
    let mut found = source.unreadable().to_vec();
    let mut list = Vec::new();
    if found.is_empty() {
        let log = RefCell::default();
        let demands = Demands::of(source.document());
        if let Some(root) = Section::root(source.document(), &log, &demands) {
            list = read(&root);
            root.finish();
        }
        found = log.into_inner();
    }
    if found.is_empty() { Ok(list) } else { Err(source.show(&found, locale)) }
}

/// The text of a policy file that is on no disk, with what belongs to it.
#[derive(Debug, Clone)]
pub struct Given<'s> {
    /// The policy file.
    pub policy: &'s str,
    /// Its English, if it has a file of its own.
    pub english: Option<String>,
    /// The file of shared items, if there is one.
    pub shared: Option<String>,
}

impl Given<'_> {
    const NAME: &'static str = "policy.toml";

    /// All of it as one document.
    pub(super) fn source(&self) -> Source {
        let path = Path::new(Given::NAME);
        Source::open(path, self, Locale::Chinese).unwrap_or_else(|_| unreachable!("text is UTF-8"))
    }
}

impl Files for Given<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let policy = Path::new(Given::NAME);
        let text = if path == policy {
            Some(self.policy)
        } else if path == english_file(policy) {
            self.english.as_deref()
        } else if path == Path::new(shared::SHARED) {
            self.shared.as_deref()
        } else {
            None
        };
        text.map(|text| text.as_bytes().to_vec()).ok_or(io::ErrorKind::NotFound.into())
    }

    fn list(&self, _: &Path) -> io::Result<Option<Vec<PathBuf>>> {
        Ok(None)
    }
}

/// One of the files.
#[derive(Debug)]
struct Part {
    path: PathBuf,
    text: String,
    /// Where it begins among the positions of the document.
    start: usize,
}

impl Source {
    /// Reads the policy file `path`, its English beside it, and what it takes from the nearest `shared.toml`.
    ///
    /// # Errors
    /// Where a file cannot be read, or is not UTF-8.
    pub fn open(path: &Path, from: &impl Files, locale: Locale) -> Result<Source, Mistake> {
        let mut source = Source {
            parts: Vec::new(),
            document: Content::Table(Vec::new()).into(),
            unfit: Vec::new(),
            is_broken: false,
            shared: None,
            taken: Taken::default(),
        };
        source.document = source.take(path, from, locale)?;
        let english = english_file(path);
        if from.has(&english) {
            let english = source.take(&english, from, locale)?;
            add_english(&mut source.document, english);
        }
        if shared::is_used(&mut source.document) {
            source.shared = shared::nearest(path, from);
            let items = match source.shared.clone() {
                Some(file) => source.take(&file, from, locale)?,
                None => Content::Table(Vec::new()).into(),
            };
            source.taken = shared::merge(&mut source.document, &items, &mut source.unfit);
        }
        Ok(source)
    }

    /// What one more file says.
    fn take(&mut self, path: &Path, from: &impl Files, locale: Locale) -> Result<Node, Mistake> {
        let text =
            read_text(path, from, locale).map_err(|reason| Mistake::of_file(path, reason))?;
        let start = self.parts.last().map_or(0, |part| part.start + part.text.len() + 1);
        let (node, mistakes) = match read(&text) {
            Ok(found) => found,
            Err(mistakes) => {
                self.is_broken = true;
                (Content::Table(Vec::new()).into(), mistakes)
            }
        };
        self.unfit.extend(mistakes.into_iter().map(|mistake| mistake.moved(start)));
        self.parts.push(Part { path: path.to_owned(), text, start });
        Ok(node.moved(start))
    }

    /// What of it is no TOML.
    pub(super) fn unreadable(&self) -> &[Diagnostic] {
        &self.unfit
    }

    /// Items of it, read as a shared file, that none of these is.
    pub(super) fn unused(&self, used: &[Shared]) -> Vec<Diagnostic> {
        if self.is_broken { self.unfit.clone() } else { shared::unused(&self.document, used) }
    }

    /// Checks it and runs its worked examples.
    pub fn check(&self) -> Reading {
        self.examine(&self.document)
    }

    /// As [`Source::check`], but whatever lacks its English is only listed.
    pub fn check_as_draft(&self) -> Reading {
        let mut document = self.document.clone();
        if let Content::Table(entries) = &mut document.content {
            entries.retain(|entry| entry.0 != "draft");
            entries.push(("draft".to_owned(), Content::Boolean(true).into()));
        }
        self.examine(&document)
    }

    fn examine(&self, document: &Node) -> Reading {
        if self.is_broken {
            let policy = Err(self.unfit.clone());
            return Reading { policy, untranslated: Vec::new(), without_id: Vec::new() };
        }
        let mut reading = examine(document, self.unfit.clone());
        if let Err(mistakes) = &mut reading.policy {
            mistakes.retain(|mistake| !self.taken.lost.contains(&mistake.place.span));
        }
        reading
    }

    /// The text of the policy file itself.
    pub fn text(&self) -> &str {
        &self.parts[0].text
    }

    /// What all the files say together.
    pub fn document(&self) -> &Node {
        &self.document
    }

    /// Mistakes, each in its file.
    pub fn show(&self, diagnostics: &[Diagnostic], locale: Locale) -> Vec<Mistake> {
        let lines: Vec<_> = self.parts.iter().map(|part| Lines::of(&part.text)).collect();
        let show = |diagnostic: &Diagnostic| {
            let at = diagnostic.place.span.map_or(0, |span| span.0);
            let index = self.parts.partition_point(|part| part.start <= at) - 1;
            let part = &self.parts[index];
            let span = diagnostic.place.span.map(|(from, to)| (from - part.start, to - part.start));
            let place = Place { span, ..diagnostic.place.clone() };
            let own = Diagnostic { place, ..diagnostic.clone() };
            Mistake::new(&own, &part.path.display().to_string(), &lines[index], locale)
        };
        diagnostics.iter().map(show).collect()
    }
}

/// Adds the entries of a file of English wordings to those that the document has itself.
fn add_english(document: &mut Node, english: Node) {
    let (Content::Table(entries), Content::Table(added)) = (&mut document.content, english.content)
    else {
        return;
    };
    match entries.iter_mut().find(|entry| entry.0 == ENGLISH) {
        Some((_, Node { content: Content::Table(own), .. })) => own.extend(added),
        Some(_) => {}
        None => entries.push((ENGLISH.to_owned(), Content::Table(added).into())),
    }
}

/// The file with the English of a policy file.
pub fn english_file(policy: &Path) -> PathBuf {
    policy.with_extension("en.toml")
}

/// The policy file that a file holds the English of, if it is of that kind by its name.
pub(super) fn policy_of_english(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
    Some(path.with_file_name(format!("{name}.toml")))
}
