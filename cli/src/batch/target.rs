//! Where the results go: to a file, whole or not at all, or to standard output.

use std::io::{self, Write};

use wengang::Locale;

use super::Options;
use crate::answer::Failure;
use crate::output::Output;
use crate::system::{self, fs};

/// Where the results go.
pub(super) struct Target {
    to: Box<dyn Finish>,
    name: String,
    /// Whether there are results of a run before, which stay if this one fails.
    replaces: bool,
    locale: Locale,
}

/// What can be written to, and is of use once finished.
trait Finish: Write {
    fn finish(self: Box<Self>) -> io::Result<()>;
}

impl Finish for Output {
    fn finish(self: Box<Self>) -> io::Result<()> {
        Output::finish(*self)
    }
}

impl Finish for io::BufWriter<system::Stdout> {
    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.flush()
    }
}

impl Target {
    pub(super) fn create(options: &Options, locale: Locale) -> Result<Target, Failure> {
        let path = &options.output;
        let name = path.display().to_string();
        if options.takes_standard_output() {
            let to = Box::new(io::BufWriter::new(system::stdout()));
            return Ok(Target { to, name, replaces: false, locale });
        }
        let replaces = fs::metadata(path).is_ok_and(|file| file.is_file());
        let to = Output::create(path).map_err(|error| failed(&name, replaces, &error, locale))?;
        Ok(Target { to: Box::new(to), name, replaces, locale })
    }

    /// What is to be said of an error in writing.
    pub(super) fn failure(&self, error: &io::Error) -> Failure {
        failed(&self.name, self.replaces, error, self.locale)
    }

    pub(super) fn finish(self) -> Result<(), Failure> {
        let Target { to, name, replaces, locale } = self;
        to.finish().map_err(|error| failed(&name, replaces, &error, locale))
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn failed(name: &str, replaces: bool, error: &io::Error, locale: Locale) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Failure::NobodyReads;
    }
    let unchanged = if replaces {
        locale.pick("；原来的文件没有改动", "; the file that was there is as it was")
    } else {
        ""
    };
    Failure::Broken(format!("{name}: {error}{unchanged}"))
}
