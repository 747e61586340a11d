//! What a run comes to, in words and as data.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, UTF_8};
use serde_json::json;

use super::Task;
use crate::answer::Answer;

/// So many names of columns are listed.
const MOST_NAMES: usize = 20;

/// What a chunk of rows comes to.
#[derive(Default)]
pub(super) struct Outcome {
    /// The rows as they are written.
    pub(super) written: Vec<u8>,
    pub(super) rows: usize,
    pub(super) bad: usize,
    pub(super) blank: usize,
    /// Rows without all answers that they need.
    pub(super) incomplete: usize,
    /// For each field that is missing in how many rows.
    pub(super) missing: BTreeMap<String, usize>,
}

impl Outcome {
    pub(super) fn add(&mut self, other: Outcome) {
        self.rows += other.rows;
        self.bad += other.bad;
        self.blank += other.blank;
        self.incomplete += other.incomplete;
        for (field, rows) in other.missing {
            *self.missing.entry(field).or_default() += rows;
        }
    }
}

impl Task<'_> {
    pub(super) fn summary(&self, total: &Outcome, encoding: &'static Encoding) -> Answer {
        let Outcome { rows, bad, blank, incomplete, .. } = *total;
        let Task { policy, heading, locale, .. } = *self;
        let mut words = vec![locale.pick(
            format!("{rows} 行，其中 {bad} 行有误，见“problems”列"),
            format!("{rows} rows, {bad} of them with problems, see the column “problems”"),
        )];
        let mut say = |chinese: String, english: String| words.push(locale.pick(chinese, english));
        if blank > 0 {
            say(format!("另有空行 {blank} 行"), format!("{blank} blank rows besides"));
        }
        if incomplete > 0 {
            say(
                format!("{incomplete} 行还缺答案，见“missing”列"),
                format!("{incomplete} rows lack answers, see the column “missing”"),
            );
        }
        let mut absent = Vec::new();
        for input in &policy.inputs {
            let has_column =
                heading.fields.iter().any(|field| policy.inputs[field.input].id() == input.id());
            if let Some(rows) = total.missing.get(input.id()).filter(|_| !has_column) {
                let (id, label) = (input.id(), input.label(locale));
                say(
                    format!("缺少一列“{label}”（{id}）：{rows} 行要用"),
                    format!("there is no column “{label}” ({id}), which {rows} rows need"),
                );
                absent.push(json!({ "field": id, "rows": rows }));
            }
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
        if encoding != UTF_8 {
            let name = encoding.name();
            say(
                format!("按 {name} 读取，结果存为 UTF-8"),
                format!("read as {name}; the results are UTF-8"),
            );
        }
        let data = json!({
            "rows": rows,
            "bad": bad,
            "blank": blank,
            "incomplete": incomplete,
            "absent": absent,
            "unused": others,
            "replaced": heading.has_earlier_results(),
            "encoding": encoding.name(),
        });
        Answer::done(data, words.join("\n"))
    }
}
