//! The machine as Node shows it: what the command uses of the standard library's files and streams, under the same names.

use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;
use wengang::authoring;

// `catch` has all of them called through the glue: where the module is loaded there is then nothing but the glue to give it.
#[wasm_bindgen(module = "/node.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn open(path: &str, flags: &str, mode: u32) -> Result<i32, JsValue>;
    #[wasm_bindgen(catch)]
    fn close(file: i32) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    fn read(file: i32, bytes: &mut [u8], from: f64) -> Result<u32, JsValue>;
    #[wasm_bindgen(catch)]
    fn write(file: i32, bytes: &[u8]) -> Result<u32, JsValue>;
    #[wasm_bindgen(catch)]
    fn sync(file: i32) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    fn permit(file: i32, mode: u32, user: u32, group: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = statFile)]
    fn stat_file(file: i32) -> Result<Vec<u32>, JsValue>;
    #[wasm_bindgen(catch)]
    fn stat(path: &str) -> Result<Vec<u32>, JsValue>;
    #[wasm_bindgen(catch)]
    fn list(path: &str) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_name = readLink)]
    fn read_link(path: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch)]
    fn rename(from: &str, to: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = removeFile)]
    fn remove_file(path: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = removeFolder)]
    fn remove_folder(path: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = createFolder)]
    fn create_folder(path: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = isTerminal)]
    fn is_terminal_at(file: i32) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_name = processId)]
    fn own_process() -> Result<u32, JsValue>;
    #[wasm_bindgen(catch, js_name = clock)]
    fn seconds() -> Result<u32, JsValue>;
    #[wasm_bindgen(catch, js_name = isRunning)]
    fn is_running(process: u32) -> Result<bool, JsValue>;
}

/// What `node.js` throws: the name of the error and its wording, with a null between.
fn failure(thrown: &JsValue) -> io::Error {
    let thrown = thrown.as_string().unwrap_or_default();
    let (code, words) = thrown.split_once('\0').unwrap_or(("", &thrown));
    let kind = match code {
        "ENOENT" => io::ErrorKind::NotFound,
        "EEXIST" => io::ErrorKind::AlreadyExists,
        "EACCES" | "EPERM" => io::ErrorKind::PermissionDenied,
        "EPIPE" => io::ErrorKind::BrokenPipe,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, words)
}

fn done<T>(step: Result<T, JsValue>) -> io::Result<T> {
    step.map_err(|thrown| failure(&thrown))
}

pub(crate) fn process_id() -> u32 {
    own_process().unwrap_or_default()
}

/// Seconds since the first of January 1970 in UTC.
pub(crate) fn clock() -> u64 {
    seconds().unwrap_or_default().into()
}

fn text(path: &Path) -> &str {
    // Paths come from JavaScript, and are text there.
    path.to_str().unwrap_or_default()
}

/// One of the three streams that every program has.
pub(crate) struct Stream(i32);

pub(crate) type Stdout = Stream;

pub(crate) fn stdin() -> Stream {
    Stream(0)
}

pub(crate) fn stdout() -> Stdout {
    Stream(1)
}

pub(crate) fn stderr() -> Stream {
    Stream(2)
}

pub(crate) fn is_terminal(stream: &Stream) -> bool {
    is_terminal_at(stream.0).unwrap_or(false)
}

impl Stream {
    /// For lines.
    pub(crate) fn lock(self) -> BufReader<Stream> {
        BufReader::new(self)
    }
}

impl Read for Stream {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        done(read(self.0, bytes, -1.0)).map(|count| count as usize)
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        done(write(self.0, bytes)).map(|count| count as usize)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Works on all items, one after another: there is one thread.
pub(crate) fn side_by_side<T, R, M>(
    items: &[T],
    work: impl Fn(&T) -> R,
    meanwhile: impl FnOnce() -> M,
) -> (Vec<thread::Result<R>>, M) {
    (items.iter().map(|item| Ok(work(item))).collect(), meanwhile())
}

/// Help, or what is wrong with the arguments.
pub(crate) fn print(error: &clap::Error) {
    let mut stream = if error.use_stderr() { stderr() } else { stdout() };
    let words = error.render();
    let written = if is_terminal(&stream) { words.ansi().to_string() } else { words.to_string() };
    let _ = stream.write_all(written.as_bytes());
}

/// Whether a command holds the file that it has begun, whose name has the command's number in it: `….1234-0.unfinished`.
pub(crate) fn is_being_written(path: &Path) -> bool {
    let name = text(path).rsplit('.').nth(1).unwrap_or_default();
    let process = name.split('-').next().unwrap_or_default();
    process.parse().is_ok_and(|process| is_running(process).unwrap_or(true))
}

/// Where policy files are read from.
pub(crate) const FILES: Files = Files;

pub(crate) struct Files;

impl authoring::Files for Files {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn list(&self, path: &Path) -> io::Result<Option<Vec<PathBuf>>> {
        if !fs::metadata(path).is_ok_and(|found| found.is_dir()) {
            return Ok(None);
        }
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>().map(Some)
    }
}

/// As `std::fs`, as far as the command goes.
pub(crate) mod fs {
    use std::ffi::OsString;
    use std::io::{Seek, SeekFrom};

    use super::{Array, JsString, Path, PathBuf, Read, Write, done, io, text};

    #[derive(Clone, Copy)]
    pub(crate) struct Permissions {
        mode: u32,
        user: u32,
        group: u32,
    }

    pub(crate) struct Metadata {
        kind: u32,
        permissions: Permissions,
    }

    impl Metadata {
        fn of(plain: &[u32]) -> Metadata {
            let part = |index: usize| plain.get(index).copied().unwrap_or_default();
            let permissions = Permissions { mode: part(1), user: part(2), group: part(3) };
            Metadata { kind: part(0), permissions }
        }

        pub(crate) fn is_file(&self) -> bool {
            self.kind == 1
        }

        pub(crate) fn is_dir(&self) -> bool {
            self.kind == 2
        }

        pub(crate) fn permissions(&self) -> Permissions {
            self.permissions
        }
    }

    pub(crate) struct OpenOptions {
        flags: &'static str,
        mode: u32,
    }

    impl OpenOptions {
        pub(crate) fn new() -> OpenOptions {
            OpenOptions { flags: "r", mode: 0o666 }
        }

        /// What is there stays, and can be written over.
        pub(crate) fn write(&mut self, _: bool) -> &mut OpenOptions {
            self.flags = "r+";
            self
        }

        pub(crate) fn create_new(&mut self, _: bool) -> &mut OpenOptions {
            self.flags = "wx";
            self
        }

        pub(crate) fn mode(&mut self, mode: u32) -> &mut OpenOptions {
            self.mode = mode;
            self
        }

        pub(crate) fn open(&self, path: impl AsRef<Path>) -> io::Result<File> {
            let number = done(super::open(text(path.as_ref()), self.flags, self.mode))?;
            let mut file = File { number, at: 0, has_places: false };
            file.has_places = file.metadata()?.is_file();
            Ok(file)
        }
    }

    pub(crate) struct File {
        number: i32,
        /// Where it is read next.
        at: u64,
        /// Unlike a pipe or a terminal.
        has_places: bool,
    }

    impl File {
        pub(crate) fn open(path: impl AsRef<Path>) -> io::Result<File> {
            OpenOptions::new().open(path)
        }

        pub(crate) fn create_new(path: impl AsRef<Path>) -> io::Result<File> {
            OpenOptions::new().create_new(true).open(path)
        }

        pub(crate) fn metadata(&self) -> io::Result<Metadata> {
            Ok(Metadata::of(&done(super::stat_file(self.number))?))
        }

        pub(crate) fn set_permissions(&self, permissions: Permissions) -> io::Result<()> {
            let Permissions { mode, user, group } = permissions;
            done(super::permit(self.number, mode, user, group))
        }

        pub(crate) fn sync_all(&self) -> io::Result<()> {
            done(super::sync(self.number))
        }
    }

    impl Drop for File {
        fn drop(&mut self) {
            let _ = super::close(self.number);
        }
    }

    impl Read for File {
        #[allow(clippy::cast_precision_loss, reason = "no file is that long")]
        fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
            let from = if self.has_places { self.at as f64 } else { -1.0 };
            let count = done(super::read(self.number, bytes, from))? as usize;
            self.at += count as u64;
            Ok(count)
        }
    }

    impl Write for File {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            done(super::write(self.number, bytes)).map(|count| count as usize)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for File {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            let at = match to {
                SeekFrom::Start(at) => Some(at),
                SeekFrom::Current(by) => self.at.checked_add_signed(by),
                // Nothing here reads from the end.
                SeekFrom::End(_) => None,
            };
            self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
            Ok(self.at)
        }
    }

    pub(crate) struct DirEntry(PathBuf);

    impl DirEntry {
        pub(crate) fn path(&self) -> PathBuf {
            self.0.clone()
        }

        pub(crate) fn file_name(&self) -> OsString {
            self.0.file_name().unwrap_or_default().to_owned()
        }
    }

    pub(crate) fn read_dir(
        path: impl AsRef<Path>,
    ) -> io::Result<impl Iterator<Item = io::Result<DirEntry>>> {
        let folder = path.as_ref().to_owned();
        let names: Array = done(super::list(text(&folder)))?;
        let name = |name| String::from(JsString::from(name));
        let names: Vec<String> = names.iter().map(name).collect();
        Ok(names.into_iter().map(move |name| Ok(DirEntry(folder.join(name)))))
    }

    pub(crate) fn metadata(path: impl AsRef<Path>) -> io::Result<Metadata> {
        Ok(Metadata::of(&done(super::stat(text(path.as_ref())))?))
    }

    pub(crate) fn exists(path: impl AsRef<Path>) -> io::Result<bool> {
        match metadata(path) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn read(path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    pub(crate) fn read_to_string(path: impl AsRef<Path>) -> io::Result<String> {
        let mut text = String::new();
        File::open(path)?.read_to_string(&mut text)?;
        Ok(text)
    }

    pub(crate) fn read_link(path: impl AsRef<Path>) -> io::Result<PathBuf> {
        done(super::read_link(text(path.as_ref()))).map(PathBuf::from)
    }

    pub(crate) fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> {
        done(super::rename(text(from.as_ref()), text(to.as_ref())))
    }

    pub(crate) fn remove_file(path: impl AsRef<Path>) -> io::Result<()> {
        done(super::remove_file(text(path.as_ref())))
    }

    pub(crate) fn remove_dir_all(path: impl AsRef<Path>) -> io::Result<()> {
        done(super::remove_folder(text(path.as_ref())))
    }

    pub(crate) fn create_dir_all(path: impl AsRef<Path>) -> io::Result<()> {
        let path = path.as_ref();
        // A file of this name alone, without a folder.
        if path == Path::new("") {
            return Ok(());
        }
        done(super::create_folder(text(path)))
    }
}
