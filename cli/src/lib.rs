//! The `wengang` command, for authors of policy files and for bulk work. What it needs of the machine comes from `system`, so
//! that the same command runs by itself and, as WebAssembly, in Node.

mod answer;
mod batch;
mod check;
mod coverage;
mod doc;
mod evaluate;
mod faq;
mod fmt;
mod ids;
mod library;
mod new;
mod output;
mod pack;
mod reconcile;
mod site;
mod stale;
mod system;
mod test;
mod translate;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};
use wengang::{Date, Locale};

use crate::answer::{Answer, Failure};
use crate::pack::Drafts;

/// 编写、检查、试算政策文件。
/// Writes, checks and tries out the policy files of 稳岗计算器.
#[derive(Parser)]
#[command(version, after_help = EXIT_CODES)]
struct Arguments {
    /// 提示所用的语言 / Language of messages
    #[arg(long, value_enum, global = true, default_value = "zh-CN")]
    locale: Language,
    /// 按编号查找政策的文件夹 / Folder in which policies named by id are looked up
    #[arg(long, global = true, default_value = "policies")]
    policies: PathBuf,
    /// 结果和错误都以 JSON 写到标准输出 / Result and errors as JSON on standard output
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
退出码 / Exit codes:
  0  完成；“不符合条件”也是结果 / done; “not eligible” is a result too
  1  文件、算例或答案有误 / mistakes in files, failed examples, bad answers
  2  命令用法有误，或文件无法读写 / wrong usage, or a file that cannot be read or written
  130  被中断，要写的文件保持原样 / interrupted; the file to write is as it was";

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    #[value(name = "zh-CN")]
    Chinese,
    #[value(name = "en")]
    English,
}

#[derive(Subcommand)]
enum Command {
    /// 由样板新建政策文件 / Writes a new policy file from a template
    New(Box<new::Options>),
    /// 检查政策文件：名称、类型、单位、依据、算例 / Checks policy files: names, types, units, sources, worked examples
    Check {
        /// 政策文件或文件夹 / Policy files, or folders that hold them
        #[arg(default_value = "policies")]
        paths: Vec<PathBuf>,
        /// 每次改动一处，看算例能否发现 / Changes the files in one place at a time: do the examples notice?
        #[arg(long)]
        mutants: bool,
    },
    /// 统一政策文件的排版：键的次序、等号对齐、各节之间空一行；注释保留，含义不变
    /// / Lays policy files out alike: the order of keys, aligned equals signs, one blank line between sections; comments and meaning stay
    Fmt {
        /// 政策文件或文件夹 / Policy files, or folders that hold them
        #[arg(default_value = "policies")]
        paths: Vec<PathBuf>,
        /// 只看哪些文件需要排版，有就退出码为 1 / Only says which files need it, and exits with 1 if any does
        #[arg(long)]
        check: bool,
        /// 把旧版的键名改成现在的 / Writes today’s names of keys that had others in earlier versions
        #[arg(long)]
        upgrade: bool,
    },
    /// 逐个运行算例 / Runs the worked examples one by one
    Test {
        /// 政策文件或文件夹 / Policy files, or folders that hold them
        #[arg(default_value = "policies")]
        paths: Vec<PathBuf>,
    },
    /// 把政策写成一页可打印的网页 / Writes a policy as one self-contained page, fit for printing
    Doc {
        /// 政策编号或文件 / Id of a policy, or its file
        #[arg(required_unless_present = "all")]
        policy: Option<String>,
        /// 全部政策，各一页 / All policies, a page each
        #[arg(long, requires = "output", conflicts_with = "policy")]
        all: bool,
        /// 写到这个文件（用 --all 时为文件夹）；不写则为标准输出
        /// / The file to write, with --all the folder; standard output otherwise
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// 留出手工填写和计算的空处，供打印；不列算例 / With room to fill in and compute by hand, for printing, in the place of worked examples
        #[arg(long)]
        form: bool,
    },
    /// 检查政策文件，每项政策写成一个政策包，并更新该文件夹的目录
    /// / Checks policy files, writes each policy as a pack, and lists the packs of the folder anew
    Pack {
        /// 政策文件或文件夹 / Policy files, or folders that hold them
        #[arg(required = true, value_name = "FILE")]
        paths: Vec<PathBuf>,
        /// 政策包所在的文件夹 / The folder of the packs
        #[arg(short, long, value_name = "DIR", default_value = ".")]
        output: PathBuf,
        /// 草稿也写 / Drafts too
        #[arg(long)]
        drafts: bool,
    },
    /// 按文件夹里的政策包重写目录 catalogue.json / Writes catalogue.json anew from the packs in a folder
    Catalogue {
        /// 政策包所在的文件夹 / The folder of the packs
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// 草稿也列入 / Drafts too
        #[arg(long)]
        drafts: bool,
    },
    /// 把没有英文的文字列入旁边的 .en.toml，供翻译 / Lists what has no English in the .en.toml beside each file, to be translated
    Translate {
        /// 政策文件或文件夹 / Policy files, or folders that hold them
        #[arg(required = true, value_name = "FILE")]
        paths: Vec<PathBuf>,
    },
    /// 给没写编号的项目补上编号：按英文名称，没有英文的按拼音
    /// / Writes ids where there are none: from English names, or else from pinyin
    Ids {
        /// 政策文件或文件夹 / Policy files, or folders that hold them
        #[arg(required = true, value_name = "FILE")]
        paths: Vec<PathBuf>,
    },
    /// 政策包增减以后，更新网站里随之变化的部分：目录、每项政策的网页、网站地图
    /// / After packs were added to a site or removed: its catalogue, a page for each policy, and its site map anew
    Site {
        /// 网站所在的文件夹，即 index.html 和 packs 所在之处 / The folder of the site, which has index.html and packs
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// 列出要留意的：已到期、将到期的政策和数，只有二手来源的，很久没有核对的
    /// / Lists what to look after: policies and figures that have run out or soon will, secondary sources only, comparisons long ago
    Stale {
        /// 政策文件夹 / The folder of the policies
        #[arg(default_value = "policies", value_name = "DIR")]
        folder: PathBuf,
        /// 按哪一天算，年-月-日；不写则为今天 / As of which day, YYYY-MM-DD; today without it
        #[arg(long, value_parser = day)]
        today: Option<Date>,
    },
    /// 列出收录了哪些地区、项目、年度的政策，来源可靠与否 / Lists the policies by region, scheme and year, and how reliable their sources are
    Coverage {
        /// 政策文件夹 / The folder of the policies
        #[arg(default_value = "policies", value_name = "DIR")]
        folder: PathBuf,
        /// 写到这个文件；不写则为标准输出 / The file to write; standard output otherwise
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// 按 JSON 文件里的答案计算，结果为 JSON / Applies a policy to the answers in a JSON file; the result is JSON
    Evaluate {
        /// 政策编号或文件 / Id of a policy, or its file
        policy: String,
        /// 各项编号和答案；`-` 为标准输入 / Field ids and answers; `-` for standard input
        inputs: PathBuf,
    },
    /// 同 evaluate，但写成文字：结论、条件、逐步的计算和依据
    /// / As `evaluate`, in words: verdict, conditions, every step with its numbers and source
    Explain {
        /// 政策编号或文件 / Id of a policy, or its file
        policy: String,
        /// 各项编号和答案；`-` 为标准输入 / Field ids and answers; `-` for standard input
        inputs: PathBuf,
    },
    /// 对账：经办机构显示的数，按通知的哪种读法、哪一项填得不同，恰好得出
    /// / Why an authority shows another figure: the readings of the notice, and the answers, that give exactly what it shows
    Reconcile {
        /// 政策编号或文件 / Id of a policy, or its file
        policy: String,
        /// 各项编号和答案；`-` 为标准输入 / Field ids and answers; `-` for standard input
        inputs: PathBuf,
        /// 显示的结果，照抄：裁员率=5.50%、amount=7,380.00、eligibility=ineligible；可写几个
        /// / What is shown, just as it is: layoffRate=5.50%, amount=7,380.00, eligibility=ineligible; any number of them
        #[arg(long, required = true, value_name = "ID=TEXT", value_parser = named)]
        shown: Vec<(String, String)>,
    },
    /// 对名册（CSV、.xlsx）逐行计算，列名是各项的名称或编号
    /// / Applies a policy to every row of a register, CSV or .xlsx, whose columns are named after the fields
    Batch(batch::Options),
}

/// Runs the command with its arguments, of which the first is its name; the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let given: Vec<_> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&given) {
        Ok(arguments) => arguments,
        Err(error) => return misused(&error, given.iter().any(|given| given == "--json")),
    };
    let locale = match arguments.locale {
        Language::Chinese => Locale::Chinese,
        Language::English => Locale::English,
    };
    #[cfg(not(target_arch = "wasm32"))]
    output::tidy_up_when_interrupted();
    let is_taken =
        matches!(&arguments.command, Command::Batch(options) if options.takes_standard_output());
    match answer(&arguments, locale) {
        Ok(answer) => answer.write(arguments.json, is_taken),
        Err(failure) => failure.write(arguments.json, is_taken, locale),
    }
}

fn answer(arguments: &Arguments, locale: Locale) -> Result<Answer, Failure> {
    let find = |policy: &str| library::find(&arguments.policies, policy, locale);
    match &arguments.command {
        Command::New(options) => new::run(options, &arguments.policies, locale),
        Command::Check { paths, mutants: false } => check::run(paths, locale),
        Command::Check { paths, mutants: true } => check::mutants(paths, locale),
        Command::Fmt { paths, check, upgrade } => fmt::run(paths, *check, *upgrade, locale),
        Command::Test { paths } => test::run(paths, locale),
        Command::Doc { policy: Some(policy), output, form, .. } => {
            doc::one(&find(policy)?, output.as_deref(), *form, locale)
        }
        Command::Doc { policy: None, output, form, .. } => {
            doc::all(&arguments.policies, output.as_deref().unwrap_or("".as_ref()), *form, locale)
        }
        Command::Pack { paths, output, drafts } => {
            pack::run(paths, output, Drafts::asked_for(*drafts), locale)
        }
        Command::Catalogue { folder, drafts } => {
            pack::catalogue(folder, Drafts::asked_for(*drafts), locale)
        }
        Command::Translate { paths } => translate::run(paths, locale),
        Command::Ids { paths } => ids::run(paths, locale),
        Command::Site { folder } => site::run(folder, locale),
        Command::Stale { folder, today } => stale::run(folder, *today, locale),
        Command::Coverage { folder, output } => coverage::run(folder, output.as_deref(), locale),
        Command::Evaluate { policy, inputs } => evaluate::data(&find(policy)?, inputs, locale),
        Command::Explain { policy, inputs } => evaluate::words(&find(policy)?, inputs, locale),
        Command::Reconcile { policy, inputs, shown } => {
            reconcile::run(&find(policy)?, inputs, shown, locale)
        }
        Command::Batch(options) => {
            batch::run(&find(options.policy())?, options, arguments.json, locale)
        }
    }
}

fn named(text: &str) -> Result<(String, String), &'static str> {
    let parts = text.split_once('=');
    parts
        .map(|(name, shown)| (name.trim().to_owned(), shown.to_owned()))
        .ok_or("请写 编号=显示的文字 / an id, “=” and the text that is shown")
}

fn day(text: &str) -> Result<Date, &'static str> {
    Date::parse(text)
        .ok_or("请写年-月-日，如 2026-11-27 / a day is written YYYY-MM-DD, as in 2026-11-27")
}

/// Help and version go to standard output; wrong usage is an error like others.
fn misused(error: &clap::Error, as_json: bool) -> u8 {
    let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if is_help || !as_json {
        system::print(error);
        return u8::try_from(error.exit_code()).unwrap_or(2);
    }
    Failure::Broken(error.render().to_string()).write(true, false, Locale::English)
}
