//! `wengang doc`: a policy as one page to read, print and link to, drawn from its description; and its rules for the page of a site.

use std::collections::BTreeMap;
use std::path::Path;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::{Deserialize, Serialize};
use serde_json::json;
use wengang::{Assessment, Data, Date, Locale, Policy, authoring};

use crate::answer::{Answer, Failure};
use crate::output;
use crate::system::{FILES, fs};

const PAGE: &str = include_str!("../templates/rule-page.html.jinja");
const RULES: &str = include_str!("../templates/rules.html.jinja");
const QUESTION: &str = include_str!("../templates/question.html.jinja");
const STYLE: &str = include_str!("../templates/rules.css.jinja");
const FORM_STYLE: &str = include_str!("../templates/form.css");
const COLOURS: &str = include_str!("../../www/styles/colours.json");

/// What the template sees.
#[derive(Serialize)]
struct Page<'p> {
    language: &'static str,
    /// Of the policy's own texts, which may be in Chinese only.
    own_language: &'static str,
    policy: Data<'p>,
    /// How formulas call what has an id.
    terms: BTreeMap<String, &'p str>,
    /// How the worked examples come out, in their order.
    results: Vec<Assessment<'p>>,
    /// Whether there is room to fill in and compute by hand, in the place of the worked examples and of what programs go by.
    form: bool,
    /// Whether the calculator is beside them, with its questions, remarks and examples.
    site: bool,
    /// How many of its documents a form lists.
    documents: usize,
    /// Those of the page, by scheme.
    colours: serde_json::Value,
    program: &'static str,
}

/// Writes the page of one policy: into a file, or as the answer itself.
pub(crate) fn one(
    policy: &Policy,
    output: Option<&Path>,
    form: bool,
    locale: Locale,
) -> Result<Answer, Failure> {
    let page = page(policy, form, locale)?;
    let Some(path) = output else {
        return Ok(Answer::done(json!({ "html": page }), page));
    };
    write(path, &page)?;
    Ok(Answer::written(&[path.to_owned()], &[], locale))
}

/// Writes a page for each policy into a folder, named by its id.
pub(crate) fn all(
    policies: &Path,
    output: &Path,
    form: bool,
    locale: Locale,
) -> Result<Answer, Failure> {
    let files = authoring::load_library(policies, &FILES, locale).map_err(Failure::Mistakes)?;
    fs::create_dir_all(output)
        .map_err(|error| Failure::Broken(format!("{}: {error}", output.display())))?;
    let mut paths = Vec::new();
    for file in files {
        let path = output.join(format!("{}.html", file.policy.id));
        write(&path, &page(&file.policy, form, locale)?)?;
        paths.push(path);
    }
    Ok(Answer::written(&paths, &[], locale))
}

fn write(path: &Path, page: &str) -> Result<(), Failure> {
    output::write(path, format!("{}\n", page.trim()).as_bytes())
        .map_err(|error| Failure::Broken(format!("{}: {error}", path.display())))
}

/// The rules of a policy for the page of a site, without what only the calculator can make use of.
pub(crate) fn rules(
    templates: &Environment<'_>,
    policy: &Policy,
    locale: Locale,
) -> Result<String, Failure> {
    let rules = Page { site: true, ..Page::new(policy, Vec::new(), locale) };
    Ok(templates.get_template("rules.html")?.render(Value::from(Serde(&rules)))?)
}

/// What the policies of each place say to a question that many ask.
#[derive(Serialize)]
pub(crate) struct QuestionPage<'p> {
    pub(crate) id: &'p str,
    pub(crate) title: &'p str,
    pub(crate) summary: &'p str,
    pub(crate) places: Vec<AnswersOfPlace<'p>>,
    /// Regions whose policies say nothing.
    pub(crate) silent: Vec<&'p str>,
}

/// Those of a region that have something to say, as described.
#[derive(Serialize)]
pub(crate) struct AnswersOfPlace<'p> {
    region: &'p str,
    policies: Vec<AnswerOfPolicy<'p>>,
}

#[derive(Serialize)]
struct AnswerOfPolicy<'p> {
    id: &'p str,
    title: &'p str,
    /// Whether it says it itself, rather than that its notice can be read in several ways.
    said: bool,
    items: Vec<Item>,
    description: Data<'p>,
}

/// Where in the description an answer stands.
#[derive(Serialize, Deserialize)]
struct Item {
    question: String,
    list: String,
    index: usize,
    column: Option<usize>,
}

impl<'p> AnswersOfPlace<'p> {
    pub(crate) fn new(
        region: &'p str,
        policies: impl Iterator<Item = (&'p Policy, bool)>,
        locale: Locale,
    ) -> AnswersOfPlace<'p> {
        let answer = |(policy, said): (&'p Policy, bool)| {
            let any_day = Date::new(2000, 1, 1).unwrap_or_else(|| unreachable!("it exists"));
            let description = wengang::describe(policy, locale, any_day);
            let items = json!(description).get("faq").cloned().unwrap_or_default();
            let items = serde_json::from_value(items).unwrap_or_default();
            let title = policy.title.get(locale);
            AnswerOfPolicy { id: &policy.id, title, said, items, description }
        };
        AnswersOfPlace { region, policies: policies.map(answer).collect() }
    }
}

/// A question with its answers, for the page of a site.
pub(crate) fn question(
    templates: &Environment<'_>,
    page: &QuestionPage<'_>,
) -> Result<String, Failure> {
    Ok(templates.get_template("question.html")?.render(Value::from(Serde(page)))?)
}

/// How the rules of all policies look on the pages of a site.
pub(crate) fn style() -> Result<String, Failure> {
    let style = json!({ "colours": colours() });
    Ok(templates(Locale::Chinese)?.get_template("rules.css")?.render(Value::from(Serde(&style)))?)
}

fn page(policy: &Policy, form: bool, locale: Locale) -> Result<String, Failure> {
    let calendar = authoring::calendar();
    let evaluate = |inputs| wengang::evaluate(policy, &calendar, inputs, locale);
    let results = policy.examples.iter().map(|example| evaluate(&example.inputs));
    let results = results.collect::<Result<_, _>>().map_err(Failure::Problems)?;
    let page = Page::new(policy, results, locale);
    let documents = if form { documents_cited(&page.policy) } else { 0 };
    let page = Page { form, documents, ..page };
    Ok(templates(locale)?.render_str(PAGE, Value::from(Serde(&page)))?)
}

impl<'p> Page<'p> {
    fn new(policy: &'p Policy, results: Vec<Assessment<'p>>, locale: Locale) -> Page<'p> {
        // A page that is kept does not know what day it is read on: it shows the period, not the status of a day.
        let any_day = Date::new(2000, 1, 1).unwrap_or_else(|| unreachable!("it exists"));
        Page {
            documents: 0,
            language: locale.pick("zh-CN", "en"),
            own_language: if policy.title.chinese == policy.title.english {
                "zh-CN"
            } else {
                locale.pick("zh-CN", "en")
            },
            policy: wengang::describe(policy, locale, any_day),
            terms: wengang::terms(policy, locale).into_iter().collect(),
            results,
            form: false,
            site: false,
            colours: colours(),
            program: env!("CARGO_PKG_VERSION"),
        }
    }
}

fn colours() -> serde_json::Value {
    serde_json::from_str(COLOURS).unwrap_or_else(|error| unreachable!("{error}"))
}

/// All templates, which say things in this language.
pub(crate) fn templates(locale: Locale) -> Result<Environment<'static>, Failure> {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    templates.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    templates
        .add_function("say", move |chinese: String, english: String| locale.pick(chinese, english));
    templates.add_filter("grouped", grouped);
    templates.add_filter("quoted", |text: String| Value::from_safe_string(quoted(&text)));
    templates.add_template("rules.html", RULES)?;
    templates.add_template("question.html", QUESTION)?;
    templates.add_template("rules.css", STYLE)?;
    templates.add_template("form.css", FORM_STYLE)?;
    Ok(templates)
}

/// How many documents a form lists: those at the end that only the rules of single places cite are left to the page.
fn documents_cited(policy: &Data<'_>) -> usize {
    let mut rest = serde_json::to_value(policy).unwrap_or_default();
    let sources = rest.as_object_mut().and_then(|parts| {
        parts.remove("locals");
        parts.remove("sources")
    });
    let rest = rest.to_string();
    let is_cited = |source: &serde_json::Value| rest.contains(&source["document"].to_string());
    let sources = sources.as_ref().and_then(|sources| sources.as_array());
    sources.and_then(|sources| sources.iter().rposition(is_cited)).map_or(0, |last| last + 1)
}

impl From<minijinja::Error> for Failure {
    fn from(error: minijinja::Error) -> Failure {
        Failure::Broken(format!("{error:#}"))
    }
}

/// Thousands set apart: 100,000,000.
fn grouped(number: &str) -> String {
    let (whole, decimals) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut text = String::new();
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 && text != "-" {
            text.push(',');
        }
        text.push(digit);
    }
    text + decimals
}

/// As a text in a style sheet, from which nothing leads out: neither a quotation mark nor the end of the sheet.
fn quoted(text: &str) -> String {
    let mut written = String::from('"');
    for letter in text.chars() {
        match letter {
            '\u{0}'..='\u{1f}' | '"' | '\\' | '<' => {
                written.extend(['\\', '0', '0', '0', '0']);
                written.extend(format!("{:02x}", u32::from(letter)).chars());
            }
            other => written.push(other),
        }
    }
    written.push('"');
    written
}
