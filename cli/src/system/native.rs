//! The machine that the command runs on.

use std::io::IsTerminal;
use std::path::Path;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

pub(crate) use std::fs;
pub(crate) use std::io::{Stdout, stderr, stdin, stdout};
pub(crate) use std::process::id as process_id;

use wengang::authoring::Disk;

/// Where policy files are read from.
pub(crate) const FILES: Disk = Disk;

pub(crate) fn is_terminal(stream: &impl IsTerminal) -> bool {
    stream.is_terminal()
}

/// Whether a command holds the file that it has begun.
pub(crate) fn is_being_written(path: &Path) -> bool {
    let file = fs::OpenOptions::new().write(true).open(path);
    !file.is_ok_and(|file| file.try_lock().is_ok())
}

/// Works on all items at once, each in a thread, and does something else meanwhile.
pub(crate) fn side_by_side<T: Sync, R: Send, M>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    meanwhile: impl FnOnce() -> M,
) -> (Vec<thread::Result<R>>, M) {
    thread::scope(|scope| {
        let work = &work;
        let running: Vec<_> = items.iter().map(|item| scope.spawn(move || work(item))).collect();
        let meanwhile = meanwhile();
        (running.into_iter().map(thread::ScopedJoinHandle::join).collect(), meanwhile)
    })
}

/// Seconds since the first of January 1970 in UTC.
pub(crate) fn clock() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Help, or what is wrong with the arguments.
pub(crate) fn print(error: &clap::Error) {
    let _ = error.print();
}
