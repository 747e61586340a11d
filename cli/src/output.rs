//! Files that are written whole or not at all: beside their place first, and put there when nothing can fail any more.
//! Whatever stops the command, the file that was there stays as it was.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::system::fs::{self, File, Metadata, OpenOptions, Permissions};
use crate::system::{is_being_written, process_id};

/// What is being written beside its place, for the handler of interruptions to remove.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Whether a file has been put in its place.
static FINISHED: AtomicBool = AtomicBool::new(false);

/// How names of unfinished files end. One stays behind where the command was killed outright; the next that writes to
/// the same place removes it.
const ENDING: &str = ".unfinished";

/// The exit code of programs that were interrupted.
#[cfg(not(target_arch = "wasm32"))]
const INTERRUPTED: i32 = 130;

/// Links that lead on to links, before they are taken for a circle.
const MOST_LINKS: usize = 40;

/// A file on its way.
pub(crate) struct Output {
    file: BufWriter<File>,
    /// Where it stands and where it belongs; `None` for what is no regular file: a pipe, a terminal.
    beside: Option<Beside>,
}

struct Beside {
    unfinished: PathBuf,
    target: PathBuf,
    /// Those of the file that is replaced.
    permissions: Option<Permissions>,
}

impl Output {
    /// Begins the file that is to stand at `path`. A link stays, and what it leads to is replaced.
    pub(crate) fn create(path: &Path) -> io::Result<Output> {
        let replaced = fs::metadata(path).ok();
        if let Some(replaced) = &replaced {
            // Also where only a file of its own could be put in the place of a protected one.
            let file = OpenOptions::new().write(true).open(path)?;
            if !replaced.is_file() {
                return Ok(Output { file: BufWriter::new(file), beside: None });
            }
        }
        let target = behind_links(path)?;
        remove_leftovers(&target);
        let (file, unfinished) = create_beside(&target, replaced.is_some())?;
        let mut output = Output {
            file: BufWriter::new(file),
            beside: Some(Beside { unfinished, target, permissions: None }),
        };
        if let Some(replaced) = replaced {
            output.take_over(&replaced);
        }
        Ok(output)
    }

    /// Owner and permissions of the file that is replaced.
    fn take_over(&mut self, replaced: &Metadata) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt as _, fchown};
            // Whoever may not give files away owns the new one.
            let _ = fchown(self.file.get_ref(), Some(replaced.uid()), Some(replaced.gid()));
        }
        if let Some(beside) = &mut self.beside {
            beside.permissions = Some(replaced.permissions());
        }
    }

    /// Puts the file in its place.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.file.flush()?;
        let Some(beside) = &mut self.beside else { return Ok(()) };
        let file = self.file.get_ref();
        if let Some(permissions) = beside.permissions.take() {
            file.set_permissions(permissions)?;
        }
        // Else a power cut could leave the new name with nothing in it.
        file.sync_all()?;
        let mut unfinished = unfinished();
        fs::rename(&beside.unfinished, &beside.target)?;
        FINISHED.store(true, Ordering::Relaxed);
        *unfinished = None;
        self.beside = None;
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let mut unfinished = unfinished();
            let _ = fs::remove_file(&beside.unfinished);
            *unfinished = None;
        }
    }
}

/// Writes a whole file.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut output = Output::create(path)?;
    output.write_all(content)?;
    output.finish()
}

/// Writes a whole file that a server gives out, and removes what was compressed from the one before: it would go on giving that. What
/// is there already stays, and so does what was compressed from it.
pub(crate) fn write_served(path: &Path, content: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|there| there == content) {
        return Ok(());
    }
    write(path, content)?;
    remove_compressed(path)
}

/// Removes a file that a server gives out, also as it was compressed.
pub(crate) fn remove_served(path: &Path) -> io::Result<()> {
    fs::remove_file(path)?;
    remove_compressed(path)
}

fn remove_compressed(path: &Path) -> io::Result<()> {
    for ending in ["br", "gz"] {
        let compressed = PathBuf::from(format!("{}.{ending}", path.display()));
        if fs::exists(&compressed)? {
            fs::remove_file(compressed)?;
        }
    }
    Ok(())
}

#[cfg(not(target_arch = "wasm32"))]
/// From now on an interruption (Ctrl-C, a closed terminal, the end of the session) leaves no unfinished file. Where the
/// caller has these signals ignored, as `nohup` does, they stay ignored.
pub(crate) fn tidy_up_when_interrupted() {
    let _ = ctrlc::try_set_handler(|| {
        // Held to the end: nothing is put in its place from here on.
        let unfinished = unfinished();
        if let Some(path) = unfinished.as_ref() {
            let _ = fs::remove_file(path);
        } else if FINISHED.load(Ordering::Relaxed) {
            // There is nothing left to interrupt: the new file is in its place, and saying otherwise would be wrong.
            return;
        }
        std::process::exit(INTERRUPTED);
    });
}

fn unfinished() -> MutexGuard<'static, Option<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The file that a link leads to, whether or not it exists.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = folder_of(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many links"))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// How names of unfinished files of a place begin. A long name is cut, so that there is room for the rest.
fn beginning(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut end = name.len().min(200);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}.", &name[..end])
}

/// A new file beside the place, locked for as long as it is written. `is_secret` until it has the permissions of the file
/// that it is to replace.
fn create_beside(target: &Path, is_secret: bool) -> io::Result<(File, PathBuf)> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(any(unix, target_arch = "wasm32"))]
    if is_secret {
        #[cfg(unix)]
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let (beginning, process) = (beginning(target), process_id());
    for attempt in 0_u32.. {
        let name = format!("{beginning}{process}-{attempt}{ENDING}");
        let path = folder_of(target).join(name);
        // An interruption finds either no file or its name.
        let mut unfinished = unfinished();
        let file = match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            file => file?,
        };
        *unfinished = Some(path.clone());
        // Not every network folder knows locks; there, nobody takes it for left over either.
        #[cfg(not(target_arch = "wasm32"))]
        let _ = file.lock();
        if fs::exists(&path)? {
            return Ok((file, path));
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Removes what commands that were killed left behind. What is locked is still being written.
fn remove_leftovers(target: &Path) {
    let beginning = beginning(target);
    let is_leftover = |name: &str| {
        let middle = name.strip_prefix(&beginning).and_then(|rest| rest.strip_suffix(ENDING));
        middle
            .is_some_and(|middle| middle.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
    };
    for entry in fs::read_dir(folder_of(target)).into_iter().flatten().flatten() {
        if is_leftover(&entry.file_name().to_string_lossy()) {
            let path = entry.path();
            if !is_being_written(&path) {
                let _ = fs::remove_file(path);
            }
        }
    }
}
