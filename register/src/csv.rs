//! Results as text with separators: the columns that stay, then those that are added.

use std::borrow::Cow;

use wengang::{Locale, Plain};

use crate::rows::{Rows, write_row};
use crate::task::{Chunk, Done, RowResult, Task};

/// How results are written.
#[derive(Clone, Copy)]
pub struct Csv {
    /// What separates cells.
    pub separator: u8,
    /// Whether cells that spreadsheets would compute are written as text.
    pub guard_formulas: bool,
}

impl Csv {
    /// The heading row.
    pub fn heading(self, task: &Task<'_>) -> Vec<u8> {
        let mut written = Vec::new();
        let names = task.heading.kept().iter().map(|column| task.heading.name(*column));
        let names = names.map(|name| self.guarded(name));
        write_row(&mut written, names.chain(task.added().map(Cow::from)), self.separator);
        written
    }

    /// Rows with their results.
    pub fn rows(self, task: &Task<'_>, rows: &Rows, chunk: &Chunk) -> Vec<u8> {
        let mut written = Vec::new();
        for (row, result) in rows.iter().zip(&chunk.results) {
            let added = match result {
                RowResult::Blank if row.len() == 1 => {
                    written.push(b'\n');
                    continue;
                }
                RowResult::Blank => vec![String::new(); task.values.len() + 4],
                RowResult::Refused(faults) => {
                    let mut cells = vec![String::new(); task.values.len() + 3];
                    cells.push(task.in_words(faults));
                    cells
                }
                RowResult::Done(done) => cells(done, task.locale),
            };
            let kept = task.heading.kept().iter().map(|column| self.guarded(row.cell(*column)));
            write_row(&mut written, kept.chain(added.iter().map(Cow::from)), self.separator);
        }
        written
    }

    /// A cell as it is written.
    fn guarded(self, cell: &str) -> Cow<'_, str> {
        if self.guard_formulas && looks_like_formula(cell) {
            Cow::Owned(format!("'{cell}"))
        } else {
            Cow::Borrowed(cell)
        }
    }
}

/// The cells that a result adds.
fn cells(done: &Done, locale: Locale) -> Vec<String> {
    let mut cells =
        vec![done.eligibility.id().to_owned(), done.amount.map_or_else(String::new, yuan)];
    cells.extend(done.values.iter().map(|value| match value {
        Some(Plain::Text(text)) => text.clone(),
        Some(Plain::Boolean(value)) => value.to_string(),
        None => String::new(),
    }));
    cells.push(done.missing.join(locale.pick("、", ", ")));
    cells.push(String::new());
    cells
}

/// Fen as yuan.
pub fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", fen.unsigned_abs() / 100, fen.unsigned_abs() % 100)
}

/// Whether spreadsheets would compute a cell rather than show it.
fn looks_like_formula(cell: &str) -> bool {
    let is_figure = |rest: &str| {
        rest.contains(|character: char| character.is_ascii_digit())
            && rest.chars().all(|character| character.is_ascii_digit() || ",.%".contains(character))
    };
    match cell.chars().next() {
        Some('=' | '@' | '＝' | '＠' | '\t' | '\r') => true,
        Some(sign @ ('+' | '-' | '＋' | '－')) => !is_figure(&cell[sign.len_utf8()..]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fen_as_yuan() {
        for (fen, written) in [(738_000, "7380.00"), (-1305, "-13.05"), (-1, "-0.01"), (0, "0.00")]
        {
            assert_eq!(yuan(fen), written);
        }
        assert_eq!(yuan(i64::MIN), "-92233720368547758.08");
    }

    #[test]
    fn formulas_are_told_from_figures() {
        for cell in ["=1+1", "+86-10", "-cmd|x", "@SUM", "＝A1", "\t=1", "-", "+1+1"] {
            assert!(looks_like_formula(cell), "{cell}");
        }
        for cell in ["-5", "+1,234.50", "-5%", "稳岗", "", "97", "a=b", "'=1"] {
            assert!(!looks_like_formula(cell), "{cell}");
        }
    }
}
