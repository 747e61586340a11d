//! `wengang batch`: a register of firms, row by row, on all cores, without holding more than a few rows in memory.

mod target;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use clap::Args;
use serde_json::json;
use wengang::{Locale, Policy, Problem, authoring};
use wengang_register::{
    Csv, Input, NotOpened, Origin, Reader, Register, Rows, Task, Totals, Unreadable,
};

use crate::answer::{Answer, Failure};
use crate::system::{self, fs};
use target::Target;

#[derive(Args)]
pub(crate) struct Options {
    /// 政策编号或文件 / Id of a policy, or its file
    policy: String,
    /// CSV 文件；`-` 为标准输入 / The CSV file; `-` for standard input
    input: PathBuf,
    /// 结果文件：原有各列，加上资格、金额、各计算项、缺少的答案和该行的错误；`-` 为标准输出
    /// / The CSV file to write: the rows, then eligibility, amount, every value, what is missing and what is wrong; `-` for
    /// standard output
    #[arg(short, long)]
    output: PathBuf,
    /// 工作簿里的哪个工作表；不写则为列名最合适的 / Which sheet of the workbook; the one whose headings fit best without it
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// 结果带字节顺序标记，供 Excel 打开 / Begins the file with a byte-order mark, for Excel
    #[arg(long)]
    bom: bool,
    /// 结果不带字节顺序标记 / Writes no byte-order mark
    #[arg(long, conflicts_with = "bom")]
    no_bom: bool,
    /// 以 = + - @ 开头、不是数字的格子，前面加 '，免得表格软件当作公式
    /// / Puts ' before cells that begin with = + - @ and are no figures, so that no spreadsheet takes them for formulas
    #[arg(long)]
    guard_formulas: bool,
}

impl Options {
    pub(crate) fn policy(&self) -> &str {
        &self.policy
    }

    /// Whether the results go to standard output.
    pub(crate) fn takes_standard_output(&self) -> bool {
        self.output == Path::new("-")
    }

    fn broken(&self, unreadable: &Unreadable, locale: Locale) -> Failure {
        let name = if self.input == Path::new("-") {
            locale.pick("标准输入", "standard input").to_owned()
        } else {
            self.input.display().to_string()
        };
        Failure::Broken(format!("{name}: {}", unreadable.words().get(locale)))
    }

    /// Where the register has no row.
    fn nothing_there(&self, locale: Locale) -> Failure {
        let name = self.input.display();
        Failure::Empty(locale.pick(
            format!("{name}: 没有可计算的行；首行应是各列的名称，以下每行一个单位"),
            format!(
                "{name}: there is no row to work on; the first names the columns, a row each follows"
            ),
        ))
    }
}

pub(crate) fn run(
    policy: &Policy,
    options: &Options,
    quiet: bool,
    locale: Locale,
) -> Result<Answer, Failure> {
    let input = input(&options.input).map_err(|error| options.broken(&error.into(), locale))?;
    let (register, mut reader) =
        wengang_register::open(input, policy, options.sheet.as_deref(), false).map_err(
            |not_opened| match not_opened {
                NotOpened::Unreadable(error) => options.broken(&error, locale),
                NotOpened::Heading(problems) => Failure::Problems(problems),
                NotOpened::Empty => options.nothing_there(locale),
            },
        )?;
    let calendar = authoring::calendar();
    let task = Task::new(policy, &calendar, &register.heading, locale);
    let (separator, needs_mark) = match register.origin {
        Origin::Text { separator, needs_mark, .. } => (separator, needs_mark),
        Origin::Sheet(_) => (b',', true),
    };
    let csv = Csv { separator, guard_formulas: options.guard_formulas };
    let mut result = Target::create(options, locale)?;
    if options.bom || (needs_mark && !options.no_bom) {
        result.write("\u{feff}".as_bytes())?;
    }
    result.write(&csv.heading(&task))?;

    let mut total = Totals::default();
    let mut read = || chunks(&mut reader).map_err(|error| options.broken(&error, locale));
    let work = |rows: &Rows| -> Result<_, Vec<Problem>> {
        let chunk = task.evaluate(rows)?;
        Ok((csv.rows(&task, rows, &chunk), chunk.totals))
    };
    // The next rows are read while others are worked on.
    let mut chunks = read()?;
    while !chunks.is_empty() {
        let (outcomes, next) = system::side_by_side(&chunks, work, &mut read);
        for outcome in outcomes {
            let outcome = outcome.map_err(|_| Failure::Broken("a worker stopped".to_owned()))?;
            let (written, totals) = outcome.map_err(Failure::Problems)?;
            result.write(&written)?;
            total.add(totals);
        }
        if !quiet && system::is_terminal(&system::stderr()) {
            let _ = write!(system::stderr(), "\r{}\r", total.rows);
        }
        chunks = next?;
    }
    drop(reader);
    if total.rows == 0 {
        return Err(options.nothing_there(locale));
    }
    result.finish()?;
    Ok(summary(&total, &task, &register))
}

/// Opens a file; `-` is standard input.
fn input(path: &Path) -> std::io::Result<Input> {
    if path == Path::new("-") {
        return Ok(Input::Stream(Box::new(system::stdin())));
    }
    let file = fs::File::open(path)?;
    let is_file = file.metadata()?.is_file();
    Ok(if is_file { Input::File(Box::new(file)) } else { Input::Stream(Box::new(file)) })
}

/// The next rows, a chunk for each core; none at the end.
fn chunks(reader: &mut Reader) -> Result<Vec<Rows>, Unreadable> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut chunks = Vec::new();
    while chunks.len() < cores
        && let Some(chunk) = reader.chunk()?
    {
        chunks.push(chunk);
    }
    Ok(chunks)
}

fn summary(total: &Totals, task: &Task<'_>, register: &Register) -> Answer {
    let absent: Vec<_> = total
        .absent(task)
        .map(|(field, _, rows)| json!({ "field": field, "rows": rows }))
        .collect();
    let (encoding, sheet) = match &register.origin {
        Origin::Text { encoding, .. } => (*encoding, None),
        Origin::Sheet(sheet) => ("UTF-8", Some(sheet.name())),
    };
    let data = json!({
        "rows": total.rows,
        "bad": total.bad,
        "blank": total.blank,
        "incomplete": total.incomplete,
        "absent": absent,
        "unused": register.heading.others(),
        "replaced": register.heading.has_earlier_results(),
        "encoding": encoding,
        "sheet": sheet,
    });
    Answer::done(data, total.words(task, register).join("\n"))
}
