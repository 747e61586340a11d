//! Mistakes, shown in the file as compilers show them.

use std::path::Path;
use std::{fmt, iter};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

use crate::document::Diagnostic;
use crate::values::Locale;

/// A mistake as the author of the file is shown it. Written out, it is the way compilers do it: file, line, column,
/// the line itself, a caret, a suggestion.
#[derive(Debug, Clone, Serialize)]
pub struct Mistake {
    /// The file.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    #[serde(skip)]
    report: String,
}

/// A text and where its lines begin, found once for all mistakes in it.
pub struct Lines<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    /// Finds them.
    pub fn of(source: &'s str) -> Lines<'s> {
        let ends = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect();
        Lines { source, starts }
    }

    /// The line with this byte, from 1.
    fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The text.
    pub(super) fn source(&self) -> &'s str {
        self.source
    }

    /// Line and column of a byte as editors count them, from 1; columns in UTF-16 units, as JavaScript has them.
    pub(super) fn position(&self, at: usize) -> (usize, usize) {
        let line = self.number(at);
        let before = self.source.get(self.start(line)..at).unwrap_or_default();
        (line, before.encode_utf16().count() + 1)
    }

    /// The byte at a line and a column, or the nearest that there is.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let line = line.clamp(1, self.starts.len());
        let text = self.text(line, line).trim_end_matches(['\n', '\r']);
        let mut units = 1;
        let mut signs = text.char_indices();
        let at = signs.find(|(_, sign)| {
            let is_there = units >= column;
            units += sign.len_utf16();
            is_there
        });
        self.start(line) + at.map_or(text.len(), |found| found.0)
    }

    fn start(&self, number: usize) -> usize {
        self.starts[number - 1]
    }

    /// The lines from one to another, both included.
    fn text(&self, first: usize, last: usize) -> &'s str {
        let end = self.starts.get(last).copied().unwrap_or(self.source.len());
        &self.source[self.start(first)..end]
    }
}

impl Mistake {
    /// A mistake in the text of the file `path`.
    pub fn new(diagnostic: &Diagnostic, path: &str, lines: &Lines<'_>, locale: Locale) -> Mistake {
        let (start, end) = diagnostic.place.span.unwrap_or((0, 0));
        let end = end.max(start);
        let line = lines.number(start);
        let line_start = lines.start(line);
        let message = diagnostic.message.get(locale);
        let help = diagnostic.help.as_ref().map(|help| help.get(locale));
        let snippet = Snippet::source(lines.text(line, lines.number(end)))
            .line_start(line)
            .path(path)
            .annotation(AnnotationKind::Primary.span(start - line_start..end - line_start));
        let mut group = Level::ERROR.primary_title(message).element(snippet);
        if let Some(help) = help {
            group = group.element(Level::HELP.message(help));
        }
        Mistake {
            path: path.to_owned(),
            line,
            column: lines.source[line_start..start].chars().count() + 1,
            message: message.to_owned(),
            help: help.map(str::to_owned),
            report: Renderer::plain().decor_style(DecorStyle::Ascii).render(&[group]),
        }
    }

    /// A mistake of the file as a whole.
    pub(super) fn of_file(path: &Path, message: String) -> Mistake {
        let path = path.display().to_string();
        let report = format!("{path}: {message}");
        Mistake { path, line: 1, column: 1, message, help: None, report }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.report)
    }
}
