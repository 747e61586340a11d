//! What a run comes to, in numbers and in words.

use std::collections::BTreeMap;

use crate::outline;
use crate::register::Register;
use crate::task::{RowResult, Task};

/// So many names of columns are listed.
const MOST_NAMES: usize = 20;

/// What rows come to together.
#[derive(Default)]
pub struct Totals {
    /// Rows with something in them.
    pub rows: usize,
    /// Those of them with problems.
    pub bad: usize,
    /// Rows with nothing in them.
    pub blank: usize,
    /// Rows without all answers that they need.
    pub incomplete: usize,
    /// For each field that is missing in how many rows.
    missing: BTreeMap<String, usize>,
    /// Cells that say nothing for certain, in columns that are no field: how many, and the first.
    doubtful: usize,
    first_doubtful: Option<String>,
}

impl Totals {
    pub(crate) fn count(&mut self, result: &RowResult) {
        match result {
            RowResult::Blank => self.blank += 1,
            RowResult::Refused(_) => {
                self.rows += 1;
                self.bad += 1;
            }
            RowResult::Done(done) => {
                self.rows += 1;
                self.incomplete += usize::from(!done.missing.is_empty());
            }
        }
    }

    /// Counts a field that a row lacks.
    pub(crate) fn lacks(&mut self, field: &str) {
        match self.missing.get_mut(field) {
            Some(rows) => *rows += 1,
            None => {
                self.missing.insert(field.to_owned(), 1);
            }
        }
    }

    /// Counts a cell that says nothing for certain, in a column that is no field.
    pub(crate) fn doubtful(&mut self, cell: &str) {
        self.doubtful += 1;
        self.first_doubtful.get_or_insert_with(|| cell.to_owned());
    }

    /// Adds what other rows come to.
    pub fn add(&mut self, other: Totals) {
        self.rows += other.rows;
        self.bad += other.bad;
        self.blank += other.blank;
        self.incomplete += other.incomplete;
        self.doubtful += other.doubtful;
        self.first_doubtful = self.first_doubtful.take().or(other.first_doubtful);
        for (field, rows) in other.missing {
            *self.missing.entry(field).or_default() += rows;
        }
    }

    /// Fields that have no column though rows need them: id, label, how many rows.
    pub fn absent<'t>(
        &'t self,
        task: &'t Task<'_>,
    ) -> impl Iterator<Item = (&'t str, &'t str, usize)> {
        let inputs = task.policy.inputs.iter();
        let absent =
            inputs.filter(|input| task.heading.column_of(task.policy, input.id()).is_none());
        absent.filter_map(|input| {
            let rows = self.missing.get(input.id())?;
            Some((input.id(), input.label(task.locale), *rows))
        })
    }

    /// In words, line by line. `as_workbook` where the results are one, whose columns have names for readers.
    pub fn words(&self, task: &Task<'_>, register: &Register, as_workbook: bool) -> Vec<String> {
        let Totals { rows, bad, blank, incomplete, .. } = self;
        let (heading, locale) = (task.heading, task.locale);
        let [lacking, problems] =
            if as_workbook { outline::last_headings(locale) } else { ["missing", "problems"] };
        let mut words = vec![locale.pick(
            format!("{rows} 行，其中 {bad} 行有误，见“{problems}”列"),
            format!("{rows} rows, {bad} of them with problems, see the column “{problems}”"),
        )];
        let mut say = |chinese: String, english: String| words.push(locale.pick(chinese, english));
        if *blank > 0 {
            say(format!("另有空行 {blank} 行"), format!("{blank} blank rows besides"));
        }
        if *incomplete > 0 {
            say(
                format!("{incomplete} 行还缺答案，见“{lacking}”列"),
                format!("{incomplete} rows lack answers, see the column “{lacking}”"),
            );
        }
        for (id, label, rows) in self.absent(task) {
            say(
                format!("缺少一列“{label}”（{id}）：{rows} 行要用"),
                format!("there is no column “{label}” ({id}), which {rows} rows need"),
            );
        }
        let others = heading.others();
        if !others.is_empty() {
            let (count, first) = (others.len(), &others[..others.len().min(MOST_NAMES)]);
            say(
                format!("没有用到、照原样保留的 {count} 列：{}", first.join("、")),
                format!("{count} columns are not used and kept as they are: {}", first.join(", ")),
            );
        }
        if heading.has_earlier_results() {
            say(
                "上一次的结果列已换成这一次的".to_owned(),
                "the results of the run before are replaced".to_owned(),
            );
        }
        if let Some(cell) = &self.first_doubtful {
            let count = self.doubtful;
            say(
                format!("没有用到的列里有 {count} 格的公式没有算出、出错或数字太长，如 {cell}"),
                format!(
                    "in columns that are not used, {count} cells have formulas not computed or failing, or numbers too long, such as {cell}"
                ),
            );
        }
        words.extend(register.remarks().iter().map(|remark| remark.get(locale).to_owned()));
        words
    }
}
