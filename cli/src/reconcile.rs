//! `wengang reconcile`: how what an authority shows can come about.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;
use wengang::{Account, FigureResult, How, Locale, Policy, Raw, authoring};

use crate::answer::{Answer, Failure};
use crate::evaluate::{cited, read};

pub(crate) fn run(
    policy: &Policy,
    inputs: &Path,
    shown: &[(String, String)],
    locale: Locale,
) -> Result<Answer, Failure> {
    let fields = read(inputs, locale)?;
    // Whoever writes a command may use the names of formulas, too.
    let shown: Vec<_> = shown
        .iter()
        .map(|(name, text)| {
            let id = policy.result_called(name).unwrap_or(name);
            (id.to_owned(), Raw::Text(text.clone()))
        })
        .collect();
    let calendar = authoring::calendar();
    let found = wengang::reconcile(policy, &calendar, &fields, &shown, locale)
        .map_err(Failure::Problems)?;
    let mut words = String::new();
    for figure in &found.own.figures {
        let _ = writeln!(words, "{}", beside(figure, locale));
    }
    for account in &found.matches {
        tell(&mut words, account, locale);
    }
    if let Some(account) = &found.nearest {
        let _ =
            writeln!(words, "\n{}", locale.pick("没有找到；最接近的：", "nothing found; nearest:"));
        tell(&mut words, account, locale);
    }
    if !found.missing.is_empty() {
        let labels: Vec<_> = found.missing.iter().map(|id| policy.asked_as(id, locale)).collect();
        let missing = labels.join(locale.pick("、", ", "));
        let _ = writeln!(
            words,
            "\n{}",
            locale.pick(format!("尚缺：{missing}"), format!("missing: {missing}"))
        );
    }
    if !found.is_complete {
        let unfinished = locale.pick("没有查遍。", "the search did not come to its end");
        let _ = writeln!(words, "\n{unfinished}");
    }
    Ok(Answer::done(json!(found.to_data()), words))
}

/// What is shown and what is worked out, and how the one comes from the other.
fn beside(figure: &FigureResult<'_>, locale: Locale) -> String {
    let FigureResult { label, shown, .. } = figure;
    let own = figure.value.as_ref().map_or("?", |value| &value.1);
    let how = match figure.how {
        Some(How::Exact) => locale.pick("，相同", ", the same"),
        Some(How::Rounded) => locale.pick("，四舍五入相同", ", the same when rounded"),
        Some(How::Truncated) => locale.pick("，舍去尾数相同", ", the same when cut off"),
        None => locale.pick("，不同", ", another"),
    };
    locale.pick(
        format!("{label}：显示的是{shown}，算出来是{own}{how}"),
        format!("{label}: shown {shown}, worked out {own}{how}"),
    )
}

fn tell(words: &mut String, account: &Account<'_>, locale: Locale) {
    let mut line = |content: String| {
        let _ = writeln!(words, "{content}");
    };
    let colon = locale.pick("：", ": ");
    line(String::new());
    if account.readings.is_empty() && account.changes.is_empty() {
        line(locale.pick("按所填的算", "as filled in").to_owned());
    }
    for reading in &account.readings {
        let label = reading.label;
        line(locale.pick(format!("另一种读法，{label}"), format!("by another reading, {label}")));
        line(format!("  {}", cited(reading.source.as_ref(), locale)));
    }
    for change in &account.changes {
        let from = change.from.as_ref().map_or("?", |from| &from.1);
        let to: Vec<_> = [&change.to].into_iter().chain(&change.or).map(|to| &*to.1).collect();
        let to = to.join(locale.pick("、", " / "));
        line(format!("{}{colon}{from} → {to}", change.label));
        for definition in &change.definitions {
            line(format!("  {}{colon}{}", definition.label, definition.text));
        }
    }
    for figure in &account.figures {
        line(format!("  {}", beside(figure, locale)));
        let mut steps = account.assessment.steps.iter();
        if let Some(step) = steps.find(|step| step.id == figure.id) {
            line(format!("    {}\n    {}", step.formula, step.substituted));
        }
    }
}
