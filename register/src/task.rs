//! A policy applied to rows.

use std::collections::HashMap;

use wengang::{Calendar, Column, Columns, Eligibility, Locale, Plain, Policy, Problem, Raw};

use crate::heading::Heading;
use crate::rows::{Row, Rows};
use crate::totals::Totals;
use crate::workbook::cell_name;

/// What is asked of every row.
pub struct Task<'t> {
    /// The policy.
    pub policy: &'t Policy,
    /// The official calendar.
    pub calendar: &'t Calendar,
    /// Which column is which field.
    pub heading: &'t Heading,
    /// The language of words.
    pub locale: Locale,
    /// Ids of the values that are computed.
    pub(crate) values: Vec<String>,
}

/// What a chunk of rows comes to.
pub struct Chunk {
    /// Row by row.
    pub results: Vec<RowResult>,
    /// All of them together.
    pub totals: Totals,
}

/// What a row comes to.
pub enum RowResult {
    /// There is nothing in it.
    Blank,
    /// It cannot be worked on.
    Refused(Vec<Fault>),
    /// What the policy says.
    Done(Done),
}

/// What is wrong with a row.
pub struct Fault {
    /// The column that it is wrong in; none where it is the row as a whole.
    pub column: Option<usize>,
    /// Id of the field; empty where it is the row as a whole.
    pub field: String,
    /// What is wrong.
    pub message: String,
}

/// What the policy says of a row.
pub struct Done {
    /// Whether it applies.
    pub eligibility: Eligibility,
    /// In fen.
    pub amount: Option<i64>,
    /// The values, in the order of the policy.
    pub values: Vec<Option<Plain>>,
    /// What is still to be answered, as the heading calls it.
    pub missing: Vec<String>,
}

impl<'t> Task<'t> {
    /// Of a policy and a register with this heading.
    pub fn new(
        policy: &'t Policy,
        calendar: &'t Calendar,
        heading: &'t Heading,
        locale: Locale,
    ) -> Task<'t> {
        let values = policy.value_ids().map(str::to_owned).collect();
        Task { policy, calendar, heading, locale, values }
    }

    /// The names of the columns that are added.
    pub(crate) fn added(&self) -> impl Iterator<Item = &str> {
        added(&self.values)
    }

    /// Evaluates rows.
    ///
    /// # Errors
    /// Where the policy takes no rows at all.
    pub fn evaluate(&self, rows: &Rows) -> Result<Chunk, Vec<Problem>> {
        let fields = self.heading.fields().iter();
        let columns: Vec<_> = fields
            .map(|field| {
                let cells = rows.iter().map(|row| row.cell(field.column));
                let id = self.policy.inputs[field.input].id().to_owned();
                (id, column(cells, field.unit.as_deref()))
            })
            .collect();
        let mut columns = Columns::new(self.policy, self.calendar, &columns, &self.values)?;
        let mut totals = Totals::default();
        let results = rows.iter().enumerate().map(|(index, row)| {
            let doubtful = self.doubtful(rows, rows.first() + index, &mut totals);
            let result = if row.is_blank() {
                RowResult::Blank
            } else if !doubtful.is_empty() {
                RowResult::Refused(doubtful)
            } else if let Some(fault) = self.beyond_heading(row) {
                RowResult::Refused(vec![fault])
            } else {
                self.result(&mut columns, index, &mut totals)
            };
            totals.count(&result);
            result
        });
        Ok(Chunk { results: results.collect(), totals })
    }

    fn result(&self, columns: &mut Columns<'_, '_>, row: usize, totals: &mut Totals) -> RowResult {
        let outcome = match columns.row(row) {
            Ok(outcome) => outcome,
            Err(problems) => {
                return RowResult::Refused(
                    problems.into_iter().map(|problem| self.fault(problem)).collect(),
                );
            }
        };
        let is_settled = outcome.eligibility == Eligibility::Ineligible || outcome.amount.is_some();
        let missing = if is_settled { Vec::new() } else { columns.missing(&outcome) };
        for field in &missing {
            totals.lacks(field);
        }
        let missing = missing.into_iter().map(|id| self.heading.name_of(self.policy, id));
        RowResult::Done(Done {
            eligibility: outcome.eligibility,
            amount: outcome.amount,
            missing: missing.map(str::to_owned).collect(),
            values: outcome.values,
        })
    }

    /// What is wrong with the cells of a row that say nothing for certain.
    fn doubtful(&self, rows: &Rows, row: usize, totals: &mut Totals) -> Vec<Fault> {
        let start = rows.doubts.partition_point(|doubt| doubt.0 < row);
        let doubts = rows.doubts[start..].iter().take_while(|doubt| doubt.0 == row);
        let mut faults = Vec::new();
        for (_, column, doubt) in doubts {
            let cell = cell_name(*column, rows.number(row));
            let field = self.heading.fields().iter().find(|field| field.column == *column);
            let Some(field) = field else {
                totals.doubtful(&cell);
                continue;
            };
            let words = doubt.words();
            faults.push(Fault {
                column: Some(*column),
                field: self.policy.inputs[field.input].id().to_owned(),
                message: self.locale.pick(
                    format!("{cell} 格：{}", words.get(self.locale)),
                    format!("cell {cell}: {}", words.get(self.locale)),
                ),
            });
        }
        faults
    }

    fn fault(&self, problem: Problem) -> Fault {
        Fault {
            column: self.heading.column_of(self.policy, &problem.field),
            message: problem.message.get(self.locale).to_owned(),
            field: problem.field,
        }
    }

    /// What a row has in it behind the last heading.
    fn beyond_heading(&self, row: Row<'_>) -> Option<Fault> {
        let (given, known) = (row.len(), self.heading.len());
        let beyond: Vec<_> =
            row.cells().skip(known).filter(|cell| !cell.trim().is_empty()).collect();
        let list = beyond.join(self.locale.pick("”“", "” “"));
        (!beyond.is_empty()).then(|| {
            let message = self.locale.pick(
                format!("这一行有 {given} 格，首行只有 {known} 格；多出“{list}”"),
                format!("the row has {given} cells, the heading {known}; too many: “{list}”"),
            );
            Fault { column: None, field: String::new(), message }
        })
    }

    /// What is wrong with a row, in one line.
    pub(crate) fn in_words(&self, faults: &[Fault]) -> String {
        let words: Vec<_> = faults
            .iter()
            .map(|fault| {
                if fault.field.is_empty() && fault.column.is_none() {
                    return fault.message.clone();
                }
                let name = self.heading.name_of(self.policy, &fault.field);
                format!("{name}: {}", fault.message)
            })
            .collect();
        words.join(self.locale.pick("；", "; "))
    }
}

/// The names of the columns that are added for these values.
pub(crate) fn added(values: &[String]) -> impl Iterator<Item = &str> {
    let values = values.iter().map(String::as_str);
    ["eligibility", "amount"].into_iter().chain(values).chain(["missing", "problems"])
}

/// A column of cells as they were written, each distinct text read once. Figures are in the heading's unit where they name none.
fn column<'c>(cells: impl Iterator<Item = &'c str>, unit: Option<&str>) -> Column {
    let mut places: HashMap<&str, u32> = HashMap::new();
    let mut answers = Vec::new();
    let rows = cells
        .map(|cell| {
            *places.entry(cell).or_insert_with(|| {
                let unit = unit.filter(|_| cell.trim_end().ends_with(char::is_numeric));
                answers.push(Raw::Written(format!("{cell}{}", unit.unwrap_or_default())));
                u32::try_from(answers.len() - 1).unwrap_or(u32::MAX)
            })
        })
        .collect();
    Column::Repeated { answers, rows }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::io::Cursor;
    use std::path::Path;

    use wengang::{authoring, evaluate};

    use super::*;
    use crate::{Input, Wanted, open};

    #[test]
    fn a_thousand_rows_come_to_what_each_comes_to_by_itself() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies");
        let library = authoring::load_library(&folder, &authoring::Disk, Locale::Chinese);
        let mut files = library.ok().unwrap();
        files.retain(|file| file.policy.id == "shanghai-2024-stabilisation-refund");
        let policy = files.pop().unwrap().policy;
        let ids = [
            "employerKind",
            "enterpriseSize",
            "paidAsRequired",
            "seriouslyDishonest",
            "insuredFullYear",
            "insuredAtStart",
            "insuredFirstMonth",
            "insuredAtEnd",
            "naturalAttrition",
            "premiumsPaid",
        ];
        // Each column takes its answers in turn, in steps without a common divisor.
        let answers: [&[&str]; 10] = [
            &["企业", "lawFirm", "基金会", "", "公司？"],
            &["小型", "大型", "", "微型企业", "中型", "巨型", "medium"],
            &["是", "否", "√"],
            &["否", "", "是", "N", "否", "否", "no", "0", "否", "无", "×"],
            &["是", "是", "否", "TRUE", "", "是", "是", "1", "y", "是", "是", "是", "有"],
            &["100", "30人", "１２０", "31", "0", "1,200", "100.5", ""],
            &["", "25", "40名"],
            &["97", "24", "114", "30", "96", "113", "-1", "1 200", "95"],
            &[
                "1", "0", "", "2", "0.5", "3", "5", "12", "一", "1", "1", "1", "1", "1", "1", "1",
                "0",
            ],
            &[
                "12300",
                "￥12,300.00",
                "1.23万元",
                "12300.005",
                "",
                "9876.54",
                "0",
                "十",
                "1e5",
                "55",
                "66",
            ],
        ];
        let mut register = ids.join("\t") + "\n";
        let rows: Vec<Vec<&str>> = (0..1000)
            .map(|row| answers.iter().map(|column| column[row % column.len()]).collect())
            .collect();
        for row in &rows {
            writeln!(register, "{}", row.join("\t")).unwrap();
        }
        let input = Input::File(Box::new(Cursor::new(register.into_bytes())));
        let (register, mut reader) = open(input, &policy, &Wanted::default()).ok().unwrap();
        let calendar = authoring::calendar();
        let task = Task::new(&policy, &calendar, &register.heading, Locale::Chinese);
        let mut results = Vec::new();
        while let Some(rows) = reader.chunk().ok().unwrap() {
            results.extend(task.evaluate(&rows).unwrap().results);
        }
        assert_eq!(results.len(), rows.len());
        let mut settled = [0, 0];
        for (row, result) in rows.iter().zip(&results) {
            let fields = ids.iter().zip(row);
            let fields: Vec<_> = fields
                .map(|(id, text)| ((*id).to_owned(), Raw::Written((*text).to_owned())))
                .collect();
            match (evaluate(&policy, &calendar, &fields, Locale::Chinese), result) {
                (Ok(one), RowResult::Done(done)) => {
                    settled[0] += 1;
                    assert_eq!(done.eligibility, one.eligibility, "{row:?}");
                    assert_eq!(done.amount.map(crate::csv::yuan), one.amount, "{row:?}");
                    assert_eq!(done.missing, one.missing, "{row:?}");
                }
                (Err(problems), RowResult::Refused(faults)) => {
                    settled[1] += 1;
                    let own: Vec<_> =
                        faults.iter().map(|fault| (&*fault.field, &*fault.message)).collect();
                    let messages =
                        problems.iter().map(|one| (&*one.field, one.message.get(Locale::Chinese)));
                    assert_eq!(own, messages.collect::<Vec<_>>(), "{row:?}");
                }
                _ => panic!("{row:?}"),
            }
        }
        assert!(settled.iter().all(|count| *count > 100), "{settled:?}");
    }
}
