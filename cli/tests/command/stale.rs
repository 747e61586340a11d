//! `stale` and `coverage`.

use std::fs;

use crate::{folder, json, text, wengang};

/// A library of one policy of 2024, compared on the last day of that year and resting on its issuer's own text, with its calendar.
fn library(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    fs::copy("../policies/calendar.toml", folder.join("calendar.toml")).unwrap();
    fs::write(folder.join("one.toml"), policy("one", 2024)).unwrap();
    folder
}

fn policy(id: &str, year: i32) -> String {
    format!(
        r#"id = "{id}"
title = {{ zh = "补贴（{year}年）", en = "Subsidy, {year}" }}
region = {{ zh = "示例市", en = "Example" }}
audience = "employer"
scheme = "subsidy"
claim_year = {year}
period = {{ from = {year}-01-01, to = {year}-12-31 }}
checked = {year}-12-31
summary = {{ zh = "按人数发。", en = "Paid by the head." }}

[[source]]
name = "通知"
title = {{ zh = "补贴的通知", en = "Notice of the subsidy" }}
reliability = "primary"

[[parameter]]
name = "标准"
id = "rate"
en = "rate"
label = {{ zh = "补贴标准", en = "Rate of the subsidy" }}
history = [{{ from = {year}-01-01, value = "500元/人", source = "通知：一" }}]
until = {year}-06-30

[[input]]
name = "人数"
id = "count"
en = "count"
label = {{ zh = "人数", en = "Heads" }}
type = "count"
unit = "人"
source = "通知：一"

[[input]]
name = "申请日"
id = "filed"
en = "day filed"
label = {{ zh = "哪天申请", en = "Filed on" }}
type = "date"
earliest = {year}-01-01
latest = {year}-06-30
source = "通知：一"

[amount]
name = "补贴"
en = "Subsidy"
formula = "人数 × 标准（申请日）"
source = "通知：一"
"#
    )
}

fn stale(folder: &std::path::Path, today: &str) -> serde_json::Value {
    let output = wengang(&["stale", folder.to_str().unwrap(), "--today", today, "--json"], "");
    assert!(output.status.success(), "{output:?}");
    json(&output)
}

#[test]
fn what_runs_out_is_told_sixty_days_before_and_from_then_on() {
    let folder = library("stale");
    let one = serde_json::json!([{ "id": "one", "to": "2024-12-31" }]);
    let none = serde_json::json!([]);
    for (today, runs_out, ran_out) in [
        ("2024-10-31", &none, &none),
        ("2024-11-01", &one, &none),
        ("2024-12-31", &one, &none),
        ("2025-01-01", &none, &one),
    ] {
        let told = stale(&folder, today);
        assert_eq!((&told["runsOut"], &told["ranOut"]), (runs_out, ran_out), "{today}");
    }
    // What follows it is of the same scheme and region.
    fs::write(folder.join("two.toml"), policy("two", 2025).replace("示例市", "别的市")).unwrap();
    assert_eq!(stale(&folder, "2025-01-01")["ranOut"], one);
    fs::write(folder.join("two.toml"), policy("two", 2025)).unwrap();
    assert_eq!(stale(&folder, "2025-01-01")["ranOut"], none);
    assert_eq!(stale(&folder, "2024-12-31")["runsOut"], none);
}

#[test]
fn figures_that_end_before_their_policy_are_told_as_long_as_it_holds() {
    let folder = library("stale-figures");
    let figure = serde_json::json!([{ "id": "one", "figure": "补贴标准", "until": "2024-06-30" }]);
    assert_eq!(stale(&folder, "2024-12-31")["figures"], figure);
    assert_eq!(stale(&folder, "2025-01-01")["figures"], serde_json::json!([]));
}

#[test]
fn a_year_without_comparison_is_told_and_so_are_sources_that_are_all_secondary() {
    let folder = library("stale-sources");
    let told = serde_json::json!([{ "id": "one", "checkedOn": "2024-12-31" }]);
    assert_eq!(stale(&folder, "2025-12-31")["notCompared"], serde_json::json!([]));
    assert_eq!(stale(&folder, "2026-01-01")["notCompared"], told);
    // Nobody has compared anything on a day to come.
    assert_eq!(stale(&folder, "2024-12-31")["notCompared"], serde_json::json!([]));
    assert_eq!(stale(&folder, "2024-12-30")["notCompared"], told);
    assert_eq!(stale(&folder, "2026-01-01")["secondary"], serde_json::json!([]));
    let path = folder.join("one.toml");
    let secondary = policy("one", 2024).replace("\"primary\"", "\"secondary\"");
    fs::write(&path, secondary.replace("checked = 2024-12-31\n", "")).unwrap();
    let now = stale(&folder, "2024-12-31");
    assert_eq!(now["secondary"], serde_json::json!([{ "id": "one" }]));
    assert_eq!(now["notCompared"], serde_json::json!([{ "id": "one", "checkedOn": null }]));
}

#[test]
fn in_words_each_kind_has_its_heading_and_its_policies() {
    let folder = library("stale-words");
    let path = folder.to_str().unwrap();
    let output = wengang(&["stale", path, "--today", "2025-01-01"], "");
    let words = text(&output.stdout);
    assert!(words.contains("已到期，没有收录后续政策：1\n  one  2024-12-31\n"), "{words}");
    let output = wengang(&["stale", path, "--today", "2025-01-01", "--locale", "en"], "");
    let words = text(&output.stdout);
    assert!(words.contains("Run out, and nothing follows: 1\n  one  2024-12-31\n"), "{words}");
    let output = wengang(&["stale", path, "--today", "2025/1/1"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("请写年-月-日"), "{output:?}");
}

#[test]
fn without_a_day_it_is_today() {
    let folder = library("stale-today");
    let today = json(&wengang(&["stale", folder.to_str().unwrap(), "--json"], ""))["today"].clone();
    let today = wengang::Date::parse(today.as_str().unwrap()).unwrap();
    assert!(today > wengang::Date::new(2025, 1, 1).unwrap() && today.year() < 2100, "{today}");
}

#[test]
fn coverage_goes_by_the_day_of_the_last_comparison() {
    let folder = library("coverage");
    let path = folder.to_str().unwrap();
    fs::write(folder.join("two.toml"), policy("two", 2025)).unwrap();
    let page = wengang(&["coverage", path], "");
    let page = text(&page.stdout);
    assert!(page.contains("2025-12-31：政策 2 项，其中现行有效 1 项、通用标准 0 项"), "{page}");
    let rows: Vec<_> = page.lines().filter(|line| line.starts_with("| 示例市")).collect();
    let own = |year, standing| {
        format!(
            "| 示例市 | `subsidy` | {year} | 补贴（{year}年） | {year}-01-01–{year}-12-31 | {standing} | 1 | 0 | {year}-12-31 |"
        )
    };
    assert_eq!(rows, [own(2025, "现行有效"), own(2024, "已过期")]);
    assert!(!page.contains("## "), "nothing was looked for in vain: {page}");
}

#[test]
fn coverage_tells_what_was_not_found() {
    let folder = library("not-found");
    let path = folder.to_str().unwrap();
    let entry = |region, years| {
        format!(
            "[[not_found]]\nregion = {{ zh = \"{region}\", en = \"Somewhere\" }}\nscheme = \"subsidy\"\n\
             {years}sought = {{ zh = \"通知\", en = \"The notice\" }}\non = 2025-12-30\n"
        )
    };
    let list = entry("某市", "years = [2025, 2026]\n") + &entry("全国", "");
    fs::write(folder.join("not-found.toml"), list).unwrap();
    let page = wengang(&["coverage", path], "");
    let page = text(&page.stdout);
    let (_, table) = page.split_once("## 找过而没有找到的").unwrap();
    let rows: Vec<_> = table.lines().filter(|line| line.ends_with("2025-12-30 |")).collect();
    let own = |region, years| format!("| {region} | `subsidy` | {years} | 通知 | 2025-12-30 |");
    assert_eq!(rows, [own("全国", ""), own("某市", "2025、2026")]);
    let output = json(&wengang(&["--json", "coverage", path], ""));
    assert_eq!(output["notFound"][1]["years"][1], 2026);
}

#[test]
fn the_table_of_the_documentation_is_that_of_the_policies() {
    let output = wengang(&["coverage", "policies"], "");
    let table = fs::read_to_string("../docs/coverage.md").unwrap();
    assert!(text(&output.stdout).trim_end() == table.trim_end(), "make coverage writes it anew");
}
