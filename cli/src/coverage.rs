//! `wengang coverage`: which schemes a library has, by region and year, and how well each is proved. It goes by the day of the last
//! comparison and not by the clock, so that the same files always make the same table.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;
use wengang::authoring::{Group, NotFound, last_compared};
use wengang::{Date, Locale, Policy, Reliability, Status, Text, authoring};

use crate::answer::{Answer, Failure};
use crate::library::NATIONWIDE;
use crate::output;
use crate::pack::broken;
use crate::system::FILES;

pub(crate) fn run(folder: &Path, target: Option<&Path>, locale: Locale) -> Result<Answer, Failure> {
    let files = authoring::load_library(folder, &FILES, locale).map_err(Failure::Mistakes)?;
    let mut policies: Vec<&Policy> = files.iter().map(|file| &file.policy).collect();
    policies.sort_by_key(|policy| {
        let region = &policy.region.chinese;
        let year = std::cmp::Reverse(policy.claim_year);
        (region != NATIONWIDE, region, &policy.scheme, year, &policy.id)
    });
    let mut missed = authoring::not_found(folder, &FILES, locale).map_err(Failure::Mistakes)?;
    missed.sort_by(|one, other| order(one).cmp(&order(other)));
    let day = last_compared(policies.iter().copied());
    let groups = authoring::faq(folder, &FILES, locale).map_err(Failure::Mistakes)?;
    let page = page(&policies, day, locale)
        + &not_found(&missed, locale)
        + &questions(&groups, &policies, locale);
    if let Some(path) = target {
        output::write(path, page.as_bytes()).map_err(|error| broken(path, &error))?;
        return Ok(Answer::written(&[path.to_owned()], &[], locale));
    }
    let rows: Vec<_> = policies.iter().map(|policy| data(policy, day, locale)).collect();
    let missed: Vec<_> = missed.iter().map(|one| missed_data(one, locale)).collect();
    let day = day.map(|day| day.to_string());
    Ok(Answer::done(json!({ "day": day, "policies": rows, "notFound": missed }), page))
}

/// Where each of the common questions is answered, where there are any.
fn questions(groups: &[Group], policies: &[&Policy], locale: Locale) -> String {
    let mut page = String::new();
    if groups.is_empty() {
        return page;
    }
    page += locale.pick(
        "\n## 常问的问题，哪里有答案\n\n问题取自 `faq.toml`，回答它的是政策文件里写了 `faq` 的各项。“没有写明”指只有几种读法。\n\n\
         | 问题 | 全国 | 有答案的地方 | 没有写明的 | 没有说的 |\n",
        "\n## Common questions, and where they are answered\n\nThe questions are those of `faq.toml`; what answers them is what has `faq` in a policy file. Left open: \
         the notice can be read in several ways.\n\n| question | nationwide | answered in | left open in | nothing said in |\n",
    );
    page += "| --- | --- | --- | --- | --- |\n";
    for question in groups.iter().flat_map(|group| &group.questions) {
        let about = policies.iter().filter(|policy| question.schemes.contains(&policy.scheme));
        let mut regions: Vec<(&Text, u8)> = Vec::new();
        for policy in about {
            let own = policy.questions().into_iter().find(|known| known.0 == question.id);
            let standing = own.map_or(0, |(_, says_it)| if says_it { 2 } else { 1 });
            match regions.iter_mut().find(|known| known.0.chinese == policy.region.chinese) {
                Some(known) => known.1 = known.1.max(standing),
                None => regions.push((&policy.region, standing)),
            }
        }
        let with = |standing: u8| -> Vec<&str> {
            let own = regions.iter().filter(|known| known.0.chinese != NATIONWIDE);
            own.filter(|known| known.1 == standing).map(|known| known.0.get(locale)).collect()
        };
        let list = |standing| with(standing).join(locale.pick("、", ", "));
        let nationwide = regions.iter().any(|known| known.0.chinese == NATIONWIDE && known.1 == 2);
        let (title, id, count) = (question.title.get(locale), &question.id, with(2).len());
        let mark = if nationwide { "●" } else { "" };
        let colon = if count > 0 { locale.pick("：", ": ") } else { "" };
        let (said, open, silent) = (list(2), list(1), list(0));
        let _ = writeln!(
            page,
            "| {title} `{id}` | {mark} | {count}{colon}{said} | {open} | {silent} |"
        );
    }
    page
}

/// What holds everywhere comes first.
fn order(one: &NotFound) -> (bool, &str, &str, &[i32]) {
    let region = &one.region.chinese;
    (region != NATIONWIDE, region, &one.scheme, &one.years)
}

fn missed_data(one: &NotFound, locale: Locale) -> serde_json::Value {
    json!({
        "region": one.region.get(locale),
        "scheme": one.scheme,
        "years": one.years,
        "sought": one.sought.get(locale),
        "on": one.on.to_string(),
    })
}

/// The table of what was looked for in vain, where there is any.
fn not_found(missed: &[NotFound], locale: Locale) -> String {
    let mut page = String::new();
    if missed.is_empty() {
        return page;
    }
    page += locale.pick(
        "\n## 找过而没有找到的\n\n取自 `not-found.toml`：没有找到的，也不拿别处、别年的数代替。\n\n\
         | 地区 | 项目 | 年度 | 找的是什么 | 最近一次查找 |\n",
        "\n## Looked for and not found\n\nFrom `not-found.toml`: where nothing was found, no figure of another place or year stands in.\n\n\
         | region | scheme | year | what was looked for | last search |\n",
    );
    page += "| --- | --- | --- | --- | --- |\n";
    for NotFound { region, scheme, years, sought, on } in missed {
        let (region, sought) = (region.get(locale), sought.get(locale));
        let years: Vec<_> = years.iter().map(ToString::to_string).collect();
        let years = years.join(locale.pick("、", ", "));
        let _ = writeln!(page, "| {region} | `{scheme}` | {years} | {sought} | {on} |");
    }
    page
}

/// Of the documents that a policy rests on, the issuers' own texts, and reports and copies.
fn sources(policy: &Policy) -> (usize, usize) {
    let own = |source: &&wengang::SourceDocument| source.reliability == Reliability::Primary;
    let primary = policy.sources.iter().filter(own).count();
    (primary, policy.sources.len() - primary)
}

fn status(policy: &Policy, day: Option<Date>) -> Option<Status> {
    day.map(|day| policy.status(day))
}

fn data(policy: &Policy, day: Option<Date>, locale: Locale) -> serde_json::Value {
    let (primary, secondary) = sources(policy);
    json!({
        "id": policy.id,
        "region": policy.region.get(locale),
        "scheme": policy.scheme,
        "claimYear": policy.claim_year,
        "from": policy.from.map(|day| day.to_string()),
        "to": policy.to.map(|day| day.to_string()),
        "status": status(policy, day).map(Status::id),
        "primary": primary,
        "secondary": secondary,
        "checkedOn": policy.checked.map(|day| day.to_string()),
    })
}

fn page(policies: &[&Policy], day: Option<Date>, locale: Locale) -> String {
    let mut page = String::new();
    let mut say = |chinese: String, english: String| {
        page += &locale.pick(chinese, english);
        page.push('\n');
    };
    let number = |wanted: Status| {
        policies.iter().filter(|policy| status(policy, day) == Some(wanted)).count()
    };
    let regions = policies.iter().map(|policy| &policy.region.chinese);
    let regions: BTreeSet<_> = regions.filter(|region| *region != NATIONWIDE).collect();
    let (all, regions) = (policies.len(), regions.len());
    let [in_force, reference] = [Status::InForce, Status::Reference].map(number);
    let known =
        |day: Option<Date>, never: &str| day.map_or(never.to_owned(), |day| day.to_string());
    say("# 收录了哪些政策\n".to_owned(), "# Which policies there are\n".to_owned());
    say(
        "由 `make coverage` 从政策文件生成，请不要手改。是否有效，按最近一次核对来源的那天算。\n".to_owned(),
        "Made from the policy files by `make coverage`; not to be edited. What is in force is told for the day on which sources were \
         last compared.\n"
            .to_owned(),
    );
    say(
        format!(
            "{}：政策 {all} 项，其中现行有效 {in_force} 项、通用标准 {reference} 项；全国以外 {regions} 个地区。\n",
            known(day, "从未核对")
        ),
        format!(
            "{}: {all} policies, {in_force} of them in force and {reference} general standards; {regions} regions besides the whole country.\n",
            known(day, "never compared")
        ),
    );
    say(
        "| 地区 | 项目 | 年度 | 政策 | 有效期 | 状态 | 来源：原文 | 二手 | 核对于 |".to_owned(),
        "| region | scheme | year | policy | in force | status | sources: primary | secondary | compared on |".to_owned(),
    );
    page += "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for policy in policies {
        let (primary, secondary) = sources(policy);
        let year = policy.claim_year.map_or(String::new(), |year| year.to_string());
        let period = match (policy.from, policy.to) {
            (None, None) => String::new(),
            (from, to) => format!("{}–{}", known(from, ""), known(to, "")),
        };
        let standing = match status(policy, day) {
            Some(Status::InForce) => locale.pick("现行有效", "in force"),
            Some(Status::Reference) => locale.pick("通用标准", "general standard"),
            Some(Status::Expired) if policy.from > day => {
                locale.pick("尚未生效", "not yet in force")
            }
            Some(Status::Expired) => locale.pick("已过期", "expired"),
            None => "",
        };
        let (region, title) = (policy.region.get(locale), policy.title.get(locale));
        let compared = known(policy.checked, "");
        let _ = writeln!(
            page,
            "| {region} | `{}` | {year} | {title} | {period} | {standing} | {primary} | {secondary} | {compared} |",
            policy.scheme
        );
    }
    page
}
