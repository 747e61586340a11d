//! `wengang stale`: what has run out or soon will, what rests on reports only, and what was not compared for long.

use std::path::Path;

use serde_json::{Value, json};
use wengang::authoring::{Concern, concerns};
use wengang::{Date, Locale, Policy, authoring};

use crate::answer::{Answer, Failure};
use crate::system::{self, FILES};

/// A kind of concern: its name for programs, and its heading in both languages.
type Kind = (&'static str, &'static str, &'static str);

const KINDS: [Kind; 5] = [
    ("ranOut", "已到期，没有收录后续政策", "Run out, and nothing follows"),
    ("runsOut", "60 天内到期，没有收录后续政策", "Run out within 60 days, and nothing follows"),
    ("figures", "比政策先到期的数", "Figures that end before their policy does"),
    ("secondary", "只有二手来源", "Rest on secondary sources only"),
    ("notCompared", "近一年没有与来源核对", "Not compared with their sources in the last year"),
];

const fn kind(concern: &Concern<'_>) -> usize {
    match concern {
        Concern::RanOut(_) => 0,
        Concern::RunsOut(_) => 1,
        Concern::FigureEnds(..) => 2,
        Concern::SecondaryOnly => 3,
        Concern::NotCompared(_) => 4,
    }
}

pub(crate) fn run(folder: &Path, today: Option<Date>, locale: Locale) -> Result<Answer, Failure> {
    let files = authoring::load_library(folder, &FILES, locale).map_err(Failure::Mistakes)?;
    let today = today.unwrap_or_else(today_in_china);
    let library: Vec<&Policy> = files.iter().map(|file| &file.policy).collect();
    let found: Vec<_> = library
        .iter()
        .flat_map(|policy| concerns(policy, &library, today).into_iter().map(|one| (*policy, one)))
        .collect();
    let mut data = json!({ "today": today.to_string(), "policies": library.len() });
    let policies = library.len();
    let mut words = vec![
        locale.pick(format!("{today}，{policies} 项政策"), format!("{today}, {policies} policies")),
    ];
    for (index, (name, chinese, english)) in KINDS.into_iter().enumerate() {
        let own = || found.iter().filter(|(_, concern)| kind(concern) == index);
        data[name] = own().map(|(policy, concern)| entry(policy, concern, locale)).collect();
        let heading = locale.pick(chinese, english);
        let count = own().count();
        words.push(locale.pick(format!("\n{heading}：{count}"), format!("\n{heading}: {count}")));
        words.extend(own().map(|(policy, concern)| line(policy, concern, locale)));
    }
    Ok(Answer::done(data, words.join("\n")))
}

fn entry(policy: &Policy, concern: &Concern<'_>, locale: Locale) -> Value {
    let id = &policy.id;
    match concern {
        Concern::RanOut(day) | Concern::RunsOut(day) => json!({ "id": id, "to": day.to_string() }),
        Concern::FigureEnds(figure, day) => {
            json!({ "id": id, "figure": figure.get(locale), "until": day.to_string() })
        }
        Concern::SecondaryOnly => json!({ "id": id }),
        Concern::NotCompared(day) => {
            json!({ "id": id, "checkedOn": day.map(|day| day.to_string()) })
        }
    }
}

fn line(policy: &Policy, concern: &Concern<'_>, locale: Locale) -> String {
    let told = match concern {
        Concern::RanOut(day) | Concern::RunsOut(day) => day.to_string(),
        Concern::FigureEnds(figure, day) => format!("{day} {}", figure.get(locale)),
        Concern::SecondaryOnly => String::new(),
        Concern::NotCompared(day) => match day {
            Some(day) => day.to_string(),
            None => locale.pick("从未核对", "never").to_owned(),
        },
    };
    format!("  {}  {told}", policy.id).trim_end().to_owned()
}

/// Policies hold by the days of China, wherever the machine stands: eight hours ahead of UTC.
fn today_in_china() -> Date {
    let days = (system::clock() + 8 * 60 * 60) / (24 * 60 * 60);
    let start = Date::new(1970, 1, 1);
    let today = i32::try_from(days).ok().and_then(|days| start?.add_days(days));
    today.unwrap_or_else(|| unreachable!("no clock goes that far"))
}
