//! `wengang new`: a policy file from a template and the author's answers.

mod interview;
mod template;

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use minijinja::{Value, context};
use serde_json::json;
use wengang::authoring::{self, OPEN};
use wengang::{Date, Locale};

use crate::answer::{Answer, Failure};
use crate::system::{self, fs, fs::File};
use interview::{Interview, Question};
use template::{Formula, Template};

#[derive(Args, Default)]
#[command(after_help = template::help())]
pub(crate) struct Options {
    /// 样板 / The template
    #[arg(long)]
    template: Option<String>,
    /// 裁员率公式（稳岗返还） / Layoff formula, of a stabilisation refund
    #[arg(long)]
    formula: Option<String>,
    /// 地区，如“杭州市” / The region in Chinese
    #[arg(long)]
    region: Option<String>,
    /// 地区的英文名称，如 Hangzhou；也用作文件夹名 / The region in English; names the folder too
    #[arg(long)]
    region_en: Option<String>,
    /// 年度 / The year
    #[arg(long)]
    year: Option<String>,
    /// 有效期的第一天 / First day in force
    #[arg(long)]
    from: Option<String>,
    /// 有效期的最后一天 / Last day in force
    #[arg(long)]
    to: Option<String>,
    /// 同类政策的共同编号 / What policies of this kind are known by
    #[arg(long)]
    scheme: Option<String>,
    /// 标题 / The title in Chinese
    #[arg(long)]
    title: Option<String>,
    /// 英文标题 / The title in English
    #[arg(long)]
    title_en: Option<String>,
    /// 通知的全称 / The title of the notice
    #[arg(long)]
    document: Option<String>,
    /// 通知的英文名称 / The title of the notice in English
    #[arg(long)]
    document_en: Option<String>,
    /// 发布机关 / Who issued the notice
    #[arg(long)]
    issuer: Option<String>,
    /// 发布机关的英文名称 / Who issued the notice, in English
    #[arg(long)]
    issuer_en: Option<String>,
    /// 文号 / The number of the notice
    #[arg(long)]
    number: Option<String>,
    /// 通知的日期或年份 / The date of the notice, or its year
    #[arg(long)]
    date: Option<String>,
    /// 通知的网址 / Where the notice can be read
    #[arg(long)]
    url: Option<String>,
    /// primary：发布机关的原文；secondary：转载或报道 / primary: the issuer’s own text; secondary: a copy or report
    #[arg(long)]
    reliability: Option<String>,
    /// 通知规定的数，如 ratePerPerson=500；可多次写 / A figure of the notice; may be repeated
    #[arg(long = "figure", value_name = "ID=VALUE")]
    figures: Vec<String>,
    /// 没有给出的先空着，文件里写“待填” / Leave open what is not given: 待填 in the file
    #[arg(long)]
    leave_open: bool,
}

pub(crate) fn run(options: &Options, folder: &Path, locale: Locale) -> Result<Answer, Failure> {
    let terminal = system::is_terminal(&system::stdin()) && !options.leave_open;
    let mut interview = Interview {
        terminal: terminal.then(|| (system::stdin().lock(), system::stderr())),
        leave_open: options.leave_open,
        locale,
        missing: Vec::new(),
    };
    let draft = draft(options, folder, &mut interview)?;
    let parent = draft.path.parent().unwrap_or(folder);
    let shown = draft.path.display().to_string();
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Broken(locale.pick(
            format!("已经有 {shown}，不覆盖"),
            format!("{shown} exists already and is left as it is"),
        )),
        _ => Failure::Broken(format!("{shown}: {error}")),
    };
    fs::create_dir_all(parent).map_err(failed)?;
    File::create_new(&draft.path)
        .and_then(|mut file| file.write_all(draft.text.as_bytes()))
        .map_err(failed)?;
    let open = authoring::check(&draft.text).err().map_or(0, |mistakes| mistakes.len());
    let words = if open == 0 {
        locale.pick(
            format!("已写入 {shown}，检查无误。请照通知逐项核对。"),
            format!(
                "Written: {shown}. It passes the checks; compare it with the notice line by line."
            ),
        )
    } else {
        locale.pick(
            format!("已写入 {shown}，还有 {open} 处待填：wengang check {shown}"),
            format!("Written: {shown}. {open} places are still open: wengang check {shown}"),
        )
    };
    Ok(Answer::done(json!({ "written": shown, "open": open }), words))
}

/// A policy file that is not written yet.
struct Draft {
    path: PathBuf,
    text: String,
}

fn draft<R: BufRead, W: Write>(
    options: &Options,
    folder: &Path,
    interview: &mut Interview<R, W>,
) -> Result<Draft, Failure> {
    let mut ask =
        |question: Question<'_>, given: &Option<String>| interview.ask(&question, given.as_deref());
    let template =
        ask(Question::choice("template", "样板", "Template", &template::ids()), &options.template)?;
    // Without it there is no telling what else to ask.
    let Some(template) = Template::with_id(&template) else {
        return Err(interview.incomplete());
    };
    let formula = if template.has_formula {
        ask(
            Question::choice("formula", "裁员率公式", "Layoff formula", &Formula::ids()),
            &options.formula,
        )?
    } else {
        String::new()
    };
    let region =
        ask(Question::new("region", "地区，如“杭州市”", "Region, in Chinese"), &options.region)?;
    let region_en = ask(
        Question::new("region-en", "地区的英文名称，如 Hangzhou", "Region, in English")
            .check(|answer| (!slug(answer).is_empty()).then(|| answer.to_owned())),
        &options.region_en,
    )?;
    let year = ask(
        Question::new("year", "年度，如 2025", "Year, such as 2025").check(|answer| {
            let year: i32 = answer.parse().ok()?;
            (2000..=2100).contains(&year).then(|| year.to_string())
        }),
        &options.year,
    )?;
    let last_year = year.parse().map_or(0, |year: i32| year - 1);
    let day = |answer: &str| Some(Date::parse(answer)?.to_string());
    let from = ask(
        Question::new("from", "有效期的第一天", "First day in force")
            .or(&format!("{year}-01-01"))
            .check(day),
        &options.from,
    )?;
    let to = ask(
        Question::new("to", "有效期的最后一天", "Last day in force")
            .or(&format!("{year}-12-31"))
            .check(day),
        &options.to,
    )?;
    let scheme = ask(
        Question::new("scheme", "同类政策的共同编号", "What policies of this kind are known by")
            .or(template.id)
            .check(|answer| (slug(answer) == answer).then(|| answer.to_owned())),
        &options.scheme,
    )?;
    let name = &template.name;
    let title = ask(
        Question::new("title", "标题", "Title, in Chinese")
            .or(&format!("{}（{year}年）", name.chinese)),
        &options.title,
    )?;
    let title_en = ask(
        Question::new("title-en", "英文标题", "Title, in English")
            .or(&format!("{}, {year}", name.english)),
        &options.title_en,
    )?;
    let document = ask_document(options, interview)?;
    let figures = template.ask_figures(&options.figures, interview)?;
    if !interview.missing.is_empty() {
        return Err(interview.incomplete());
    }

    let place = slug(&region_en);
    let path = folder.join(&place).join(format!("{year}-{scheme}.toml"));
    let facts = context! {
        open => OPEN,
        path => path.display().to_string(),
        id => format!("{place}-{year}-{scheme}"),
        title => context! { zh => title, en => title_en },
        region => context! { zh => region, en => region_en },
        scheme, formula, from, to, last_year,
        year => last_year + 1,
        summary => context! { zh => &template.summary.chinese, en => &template.summary.english },
        document,
        figures => Value::from_pairs(figures.iter().map(|figure| (figure.id, figure.text.as_str()))),
        parts => Value::from_pairs(figures.iter().map(|figure| (figure.id, figure.parts))),
    };
    Ok(Draft { path, text: template.write(facts)? })
}

/// The notice that the policy rests on.
fn ask_document<R: BufRead, W: Write>(
    options: &Options,
    interview: &mut Interview<R, W>,
) -> Result<Value, Failure> {
    let mut ask =
        |question: Question<'_>, given: &Option<String>| interview.ask(&question, given.as_deref());
    let document = ask(
        Question::new("document", "通知的全称", "Title of the notice, in Chinese").may_stay_open(),
        &options.document,
    )?;
    let document_en = ask(
        Question::new("document-en", "通知的英文名称", "Title of the notice, in English")
            .may_stay_open(),
        &options.document_en,
    )?;
    let issuer = ask(
        Question::new("issuer", "发布机关", "Issuer, in Chinese").may_stay_open(),
        &options.issuer,
    )?;
    let issuer_en = ask(
        Question::new("issuer-en", "发布机关的英文名称", "Issuer, in English").may_stay_open(),
        &options.issuer_en,
    )?;
    let number = ask(
        Question::new("number", "文号（没有就不填）", "Number of the notice, if any").or(""),
        &options.number,
    )?;
    let date = ask(
        Question::new("date", "通知的日期或年份", "Date or year of the notice").may_stay_open(),
        &options.date,
    )?;
    let url = ask(
        Question::new("url", "通知的网址（没有就不填）", "Address of the notice, if any").or(""),
        &options.url,
    )?;
    let reliability = ask(
        Question::choice(
            "reliability",
            "发布机关的原文（primary），还是转载、报道（secondary）",
            "The issuer’s own text (primary), or a copy or report (secondary)",
            &["primary", "secondary"],
        )
        .may_stay_open(),
        &options.reliability,
    )?;
    Ok(context! {
        title => context! { zh => document, en => document_en },
        issuer => context! { zh => issuer, en => issuer_en },
        number, date, url, reliability,
    })
}

/// Lower-case Latin letters and digits, with hyphens between words.
fn slug(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn a_file_from_answers_alone_passes_the_checks() {
        let answers = "stabilisation-refund\nclaimants\n示例市\nExample City\n2025\n\n\n\n\n\n\
                       关于“稳岗”的通知\nNotice \\ \"x\"\n示例市人社局\nBureau\n〔2025〕1号\n2025-03\n\n\
                       primary\n5.5%\n20\n30\n30%\n60%\n";
        let mut interview = Interview {
            terminal: Some((Cursor::new(answers), Vec::new())),
            leave_open: false,
            locale: Locale::Chinese,
            missing: Vec::new(),
        };
        let Ok(draft) = draft(&Options::default(), Path::new("policies"), &mut interview) else {
            panic!("the answers do");
        };
        let path = Path::new("policies/example-city/2025-stabilisation-refund.toml");
        assert_eq!(draft.path, path);
        let policy = authoring::check(&draft.text);
        let policy = policy.unwrap_or_else(|mistakes| panic!("{mistakes:?}\n{}", draft.text));
        assert_eq!(policy.id, "example-city-2025-stabilisation-refund");
        assert_eq!(policy.sources[0].title.english, "Notice \\ \"x\"");
        let (_, asked) = interview.terminal.unwrap();
        let asked = String::from_utf8(asked).unwrap();
        assert!(asked.contains("有效期的最后一天 [2025-12-31]: "), "{asked}");
        assert!(asked.contains("裁员率一般上限（%） [待填]: "), "{asked}");
    }
}
