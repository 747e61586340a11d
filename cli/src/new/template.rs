//! The templates, and the figures that each of them asks for.

use std::fmt::Write as _;
use std::io::{BufRead, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior, Value};
use wengang::Text;
use wengang::authoring::OPEN;

use super::interview::{Interview, Question};
use crate::answer::Failure;

/// A kind of policy.
pub(super) struct Template {
    pub(super) id: &'static str,
    source: &'static str,
    pub(super) name: Text,
    pub(super) summary: Text,
    /// Whether it takes one of the known layoff formulas.
    pub(super) has_formula: bool,
    figures: &'static [FigureKind],
}

/// How layoff rates are known to be worked out.
pub(super) struct Formula;

impl Formula {
    const KNOWN: [(&'static str, &'static str); 3] = [
        ("net-headcount", "1 −（年末人数 + 自然减员）÷ 年初人数"),
        ("monthly-average", "（年初人数 − 年末人数 − 自然减员）÷ 月均人数"),
        ("claimants", "申领失业保险金人数 ÷ 月均人数"),
    ];

    pub(super) fn ids() -> [&'static str; 3] {
        Formula::KNOWN.map(|known| known.0)
    }
}

/// A figure that only the notice can tell.
struct FigureKind {
    id: &'static str,
    chinese: &'static str,
    english: &'static str,
    measure: Measure,
}

#[derive(Clone, Copy)]
enum Measure {
    /// Above 0 and below 100%: whoever is at the limit has staff left.
    Limit,
    /// Above 0 and up to 100%.
    Share,
    /// A whole number from 1 on, with its unit.
    Whole { unit: &'static str, most: i64 },
    /// Yuan for each of something.
    Yuan { unit: &'static str },
}

/// What the author said.
pub(super) struct Figure {
    pub(super) id: &'static str,
    /// As the file has it, with its unit.
    pub(super) text: String,
    /// In hundredths of a percent, in fen, or as it is counted; `None` where it is still open.
    pub(super) parts: Option<i64>,
}

/// Examples have 10 000 people, of whom a hundredth of a percent is one.
const PEOPLE: i64 = 10_000;

const REFUND: &[FigureKind] = &[
    FigureKind {
        id: "generalLayoffRateLimit",
        chinese: "裁员率一般上限",
        english: "general layoff-rate limit",
        measure: Measure::Limit,
    },
    FigureKind {
        id: "smallUnitLayoffRateLimit",
        chinese: "小单位裁员率上限",
        english: "layoff-rate limit for small units",
        measure: Measure::Limit,
    },
    FigureKind {
        id: "smallUnitSize",
        chinese: "小单位人数上限",
        english: "size of a small unit",
        measure: Measure::Whole { unit: "人", most: PEOPLE - 1 },
    },
    FigureKind {
        id: "largeEnterpriseRefundRate",
        chinese: "大型企业返还比例",
        english: "refund rate for large enterprises",
        measure: Measure::Share,
    },
    FigureKind {
        id: "otherRefundRate",
        chinese: "其他单位返还比例",
        english: "refund rate for all others",
        measure: Measure::Share,
    },
];

const TRAINING: &[FigureKind] = &[
    FigureKind {
        id: "ratePerTraining",
        chinese: "每项补贴标准",
        english: "rate per training",
        measure: Measure::Yuan { unit: "元/项" },
    },
    FigureKind {
        id: "leastClassHours",
        chinese: "每项最少课时",
        english: "fewest class hours of a training",
        measure: Measure::Whole { unit: "课时", most: 10_000 },
    },
    FigureKind {
        id: "trainingsPerEmployee",
        chinese: "每人最多项数",
        english: "most trainings per employee",
        measure: Measure::Whole { unit: "项", most: 20 },
    },
];

const PER_HEAD: &[FigureKind] = &[FigureKind {
    id: "ratePerPerson",
    chinese: "每人补贴标准",
    english: "rate per person",
    measure: Measure::Yuan { unit: "元/人" },
}];

fn templates() -> [Template; 3] {
    [
        Template {
            id: "stabilisation-refund",
            source: include_str!("../../templates/stabilisation-refund.toml.jinja"),
            name: Text::new("失业保险稳岗返还", "Unemployment-insurance stabilisation refund"),
            summary: Text::new(
                "不裁员或少裁员的参保单位，按上年度实际缴纳失业保险费的一定比例获得返还。",
                "Insured employers that laid off no or few staff get back a share of the premiums they paid in the year before.",
            ),
            has_formula: true,
            figures: REFUND,
        },
        Template {
            id: "training-subsidy",
            source: include_str!("../../templates/training-subsidy.toml.jinja"),
            name: Text::new("职业培训补贴", "Training subsidy"),
            summary: Text::new(
                "组织职工参加培训的单位，按认定的培训项数领取补贴。",
                "Employers whose staff are trained receive a subsidy for each training that is accepted.",
            ),
            has_formula: false,
            figures: TRAINING,
        },
        Template {
            id: "per-head-subsidy",
            source: include_str!("../../templates/per-head-subsidy.toml.jinja"),
            name: Text::new("一次性补贴", "One-off subsidy"),
            summary: Text::new(
                "符合条件的单位，按人数领取一次性补贴。",
                "Employers that qualify receive a one-off subsidy for each person who counts.",
            ),
            has_formula: false,
            figures: PER_HEAD,
        },
    ]
}

/// The templates that there are.
pub(super) fn ids() -> [&'static str; 3] {
    templates().map(|template| template.id)
}

/// For `--help`: templates with their figures, and layoff formulas.
pub(super) fn help() -> String {
    let mut help = String::from("样板和各项数 / Templates and their figures:\n");
    for template in templates() {
        let _ = writeln!(
            help,
            "  {}  {} / {}",
            template.id, template.name.chinese, template.name.english
        );
        for figure in template.figures {
            let (id, chinese, english) = (figure.id, figure.chinese, figure.english);
            let _ =
                writeln!(help, "      {id}  {chinese} / {english}, {}", figure.measure.sample());
        }
    }
    help.push_str("\n裁员率公式 / Layoff formulas:\n");
    for (id, formula) in Formula::KNOWN {
        let _ = writeln!(help, "  {id}  {formula}");
    }
    help
}

impl Measure {
    /// How an answer is written.
    fn sample(self) -> String {
        match self {
            Measure::Limit | Measure::Share => "%".to_owned(),
            Measure::Whole { unit, most } => format!("1–{most} {unit}"),
            Measure::Yuan { unit } => unit.to_owned(),
        }
    }

    /// The figure as the file has it, and its parts.
    fn read(self, answer: &str) -> Option<(String, i64)> {
        let (number, unit, places) = match self {
            Measure::Limit | Measure::Share => (answer.strip_suffix('%').unwrap_or(answer), "%", 2),
            Measure::Whole { unit, .. } => (answer.strip_suffix(unit).unwrap_or(answer), unit, 0),
            Measure::Yuan { unit } => {
                let number = answer.strip_suffix(unit).or(answer.strip_suffix('元'));
                (number.unwrap_or(answer), unit, 2)
            }
        };
        let parts = parts(number.trim(), places)?;
        let most = match self {
            Measure::Limit => PEOPLE - 1,
            Measure::Share => PEOPLE,
            Measure::Whole { most, .. } => most,
            Measure::Yuan { .. } => 100_000_000,
        };
        (1..=most).contains(&parts).then(|| (format!("{}{unit}", number.trim()), parts))
    }
}

/// A plain decimal, counted in its smallest part.
fn parts(number: &str, places: usize) -> Option<i64> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    let decimals_fit = !decimals.is_empty() && decimals.trim_end_matches('0').len() <= places;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !decimals_fit || !digits(whole) || !digits(decimals) || whole.len() > 9 {
        return None;
    }
    let decimals = decimals.trim_end_matches('0');
    format!("{whole}{decimals:0<places$}").parse().ok()
}

impl Template {
    pub(super) fn with_id(id: &str) -> Option<Template> {
        templates().into_iter().find(|template| template.id == id)
    }

    /// Takes the figures from `ID=VALUE`, or asks for them.
    pub(super) fn ask_figures<R: BufRead, W: Write>(
        &self,
        given: &[String],
        interview: &mut Interview<R, W>,
    ) -> Result<Vec<Figure>, Failure> {
        let known = |id: &str| self.figures.iter().any(|figure| figure.id == id);
        let given: Vec<_> =
            given.iter().map(|item| item.split_once('=').unwrap_or((item, ""))).collect();
        if let Some((unknown, _)) = given.iter().find(|(id, _)| !known(id)) {
            let ids: Vec<_> = self.figures.iter().map(|figure| figure.id).collect();
            let ids = ids.join(", ");
            return Err(Failure::Broken(interview.locale.pick(
                format!("--figure：没有“{unknown}”；这个样板有：{ids}"),
                format!("--figure: there is no “{unknown}”; this template has: {ids}"),
            )));
        }
        let ask = |figure: &FigureKind| {
            let option = format!("figure {}=…", figure.id);
            let sample = figure.measure.sample();
            let chinese = format!("{}（{sample}）", figure.chinese);
            let english = format!("{} ({sample})", figure.english);
            let question = Question::new(&option, &chinese, &english)
                .check(|answer| Some(figure.measure.read(answer)?.0))
                .may_stay_open();
            let given = given.iter().find(|given| given.0 == figure.id).map(|given| given.1);
            let text = interview.ask(&question, given)?;
            let parts = if text == OPEN { None } else { figure.measure.read(&text) };
            Ok(Figure { id: figure.id, text, parts: parts.map(|(_, parts)| parts) })
        };
        self.figures.iter().map(ask).collect()
    }

    /// The file: every value in double braces as TOML.
    pub(super) fn write(&self, facts: Value) -> Result<String, Failure> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        let mut syntax = SyntaxConfig::builder();
        syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
        templates.set_syntax(syntax.build()?);
        templates.set_formatter(|out, _, value| {
            match value.as_str() {
                // The strings of JSON are strings of TOML too.
                Some(text) if !value.is_safe() => write!(out, "{}", serde_json::json!(text)),
                _ => write!(out, "{value}"),
            }
            .map_err(minijinja::Error::from)
        });
        templates.add_filter("share", share);
        templates.add_filter("yuan", yuan);
        templates.add_template("header.toml", include_str!("../../templates/header.toml.jinja"))?;
        Ok(templates.render_str(self.source, facts)?)
    }
}

/// Hundredths of a percent as results have them: 550 is 0.055.
fn share(parts: Option<i64>) -> String {
    let Some(parts) = parts else { return OPEN.to_owned() };
    let decimals = format!("{:04}", parts % PEOPLE);
    let text = format!("{}.{decimals}", parts / PEOPLE);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// So many times a number of fen, in yuan.
fn yuan(fen: Option<i64>, times: i64) -> String {
    fen.map_or_else(
        || OPEN.to_owned(),
        |fen| format!("{}.{:02}", fen * times / 100, fen * times % 100),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_and_without_their_unit() {
        let yuan = Measure::Yuan { unit: "元/人" };
        let people = Measure::Whole { unit: "人", most: 30 };
        for (measure, answer, read) in [
            (Measure::Limit, "5.5%", Some(("5.5%", 550))),
            (Measure::Limit, "3.62", Some(("3.62%", 362))),
            (Measure::Limit, "100%", None),
            (Measure::Share, "100%", Some(("100%", 10_000))),
            (Measure::Share, "0.5", Some(("0.5%", 50))),
            (Measure::Share, "5.555%", None),
            (Measure::Share, "0%", None),
            (Measure::Share, "-1%", None),
            (people, "30人", Some(("30人", 30))),
            (people, "31", None),
            (people, "1.5", None),
            (yuan, "500元/人", Some(("500元/人", 50_000))),
            (yuan, "500.50元", Some(("500.50元/人", 50_050))),
            (yuan, "1e3", None),
            (yuan, "五百", None),
            (yuan, "", None),
        ] {
            let expected = read.map(|(text, parts)| (text.to_owned(), parts));
            assert_eq!(measure.read(answer), expected, "{answer}");
        }
    }

    #[test]
    fn expected_results_are_written_as_results_are() {
        assert_eq!(share(Some(550)), "0.055");
        assert_eq!(share(Some(10_000)), "1");
        assert_eq!(yuan(Some(50_050), 3), "1501.50");
        assert_eq!(yuan(None, 3), OPEN);
    }
}
