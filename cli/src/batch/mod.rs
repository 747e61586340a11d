//! `wengang batch`: a register of firms, row by row, on all cores, without holding more than a few rows in memory.

mod target;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use clap::Args;
use serde_json::json;
use wengang::{Locale, Policy, Problem, authoring};
use wengang_register::{
    Chunk, Csv, Input, NotOpened, Origin, Reader, Register, Rows, Task, Totals, Unreadable, Wanted,
    Xlsx,
};

use crate::answer::{Answer, Failure};
use crate::system::{self, fs};
use target::Target;

#[derive(Args)]
pub(crate) struct Options {
    /// 政策编号或文件 / Id of a policy, or its file
    policy: String,
    /// 名册：CSV 或 .xlsx 文件；`-` 为标准输入 / The register, a CSV or .xlsx file; `-` for standard input
    input: PathBuf,
    /// 结果文件：原有各列，加上资格、金额、各计算项、缺少的答案和该行的错误；以 .xlsx 结尾为工作簿，`-` 为标准输出
    /// / The file to write: the rows, then eligibility, amount, every value, what is missing and what is wrong; a workbook where
    /// it ends with .xlsx, else CSV; `-` for standard output
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

    /// Whether the results are to be a workbook.
    fn is_workbook_wanted(&self) -> bool {
        self.output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
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
    let as_workbook = options.is_workbook_wanted();
    let wanted = Wanted { sheet: options.sheet.clone(), is_kept: as_workbook, ..Wanted::default() };
    let (register, mut reader) =
        wengang_register::open(input, policy, &wanted).map_err(|not_opened| match not_opened {
            NotOpened::Unreadable(error) => options.broken(&error, locale),
            NotOpened::Heading(problems) => Failure::Problems(problems),
            NotOpened::Empty => options.nothing_there(locale),
        })?;
    let calendar = authoring::calendar();
    let task = Task::new(policy, &calendar, &register.heading, locale);
    let run = Run { options, task: &task, register: &register, quiet };
    let mut target = Target::create(options, locale)?;
    let total = if as_workbook {
        run.as_workbook(&mut reader, &mut target)?
    } else {
        run.as_text(&mut reader, &mut target)?
    };
    drop(reader);
    if total.rows == 0 {
        return Err(options.nothing_there(locale));
    }
    target.finish()?;
    Ok(summary(&total, &task, &register, as_workbook))
}

/// A register on its way to its results.
struct Run<'r> {
    options: &'r Options,
    task: &'r Task<'r>,
    register: &'r Register,
    quiet: bool,
}

impl Run<'_> {
    fn as_text(&self, reader: &mut Reader, target: &mut Target) -> Result<Totals, Failure> {
        let (separator, needs_mark) = match self.register.origin {
            Origin::Text { separator, needs_mark, .. } => (separator, needs_mark),
            Origin::Sheet(_) => (b',', true),
        };
        let csv = Csv { separator, guard_formulas: self.options.guard_formulas };
        let mark = if self.options.bom || (needs_mark && !self.options.no_bom) {
            "\u{feff}".as_bytes()
        } else {
            &[]
        };
        let begun = target.write_all(mark).and_then(|()| target.write_all(&csv.heading(self.task)));
        begun.map_err(|error| target.failure(&error))?;
        let write = |rows: &Rows, chunk: &Chunk| csv.rows(self.task, rows, chunk);
        self.work_through(reader, write, |written| {
            target.write_all(&written).map_err(|error| target.failure(&error))
        })
    }

    fn as_workbook(&self, reader: &mut Reader, target: &mut Target) -> Result<Totals, Failure> {
        let Run { options, task, register, .. } = *self;
        let xlsx = Xlsx::new(task, register);
        let begun = xlsx.begin(&mut *target, task, register);
        let mut workbook = match begun {
            Ok(workbook) => workbook,
            Err(Unreadable::Unavailable(error)) => return Err(target.failure(&error)),
            Err(error) => return Err(options.broken(&error, task.locale)),
        };
        let mut failed = None;
        let write = |rows: &Rows, chunk: &Chunk| xlsx.rows(task, rows, chunk);
        let total = self.work_through(reader, write, |rows| {
            // Told below, where the target is at hand again.
            failed = failed.take().or_else(|| workbook.add(rows).err());
            Ok(())
        })?;
        let written = failed.map_or_else(|| workbook.finish(&xlsx, task), Err);
        written.map_err(|error| target.failure(&error))?;
        Ok(total)
    }

    /// Reads and evaluates on all cores. The next rows are read while others are worked on.
    fn work_through<W: Send>(
        &self,
        reader: &mut Reader,
        write: impl Fn(&Rows, &Chunk) -> W + Sync,
        mut add: impl FnMut(W) -> Result<(), Failure>,
    ) -> Result<Totals, Failure> {
        let (options, task) = (self.options, self.task);
        let mut read = || chunks(reader).map_err(|error| options.broken(&error, task.locale));
        let work = |rows: &Rows| -> Result<_, Vec<Problem>> {
            let chunk = task.evaluate(rows)?;
            Ok((write(rows, &chunk), chunk.totals))
        };
        let mut total = Totals::default();
        let mut chunks = read()?;
        while !chunks.is_empty() {
            let (outcomes, next) = system::side_by_side(&chunks, work, &mut read);
            for outcome in outcomes {
                let outcome =
                    outcome.map_err(|_| Failure::Broken("a worker stopped".to_owned()))?;
                let (written, totals) = outcome.map_err(Failure::Problems)?;
                add(written)?;
                total.add(totals);
            }
            if !self.quiet && system::is_terminal(&system::stderr()) {
                let _ = write!(system::stderr(), "\r{}\r", total.rows);
            }
            chunks = next?;
        }
        Ok(total)
    }
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

fn summary(total: &Totals, task: &Task<'_>, register: &Register, as_workbook: bool) -> Answer {
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
    Answer::done(data, total.words(task, register, as_workbook).join("\n"))
}
