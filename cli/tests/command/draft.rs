//! Drafts, from Chinese alone to what can be published: `translate`, `ids`, `pack --drafts`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{folder, json, text, wengang};

const DRAFT: &str = r#"draft    = true
id       = "example"
title    = "例子"
region   = "某市"
audience = "employer"
scheme   = "example"
summary  = "“例子”"

[[source]]
name        = "通知"
title       = "关于例子的通知"
reliability = "primary"

[[input]]
name    = "裁员率"   # 百分数
type    = "percentage"

[[input]]
name    = "行业"
en      = "line of business"
type    = "choice"
choices = [{ name = "建筑业" }, { name = "其他", id = "other" }]

[[condition]]
name="符合"
formula = "裁员率 ≤ 5% 且 行业 = 建筑业"
source  = "通知：一"

[[example]]
name   = "界限"
inputs = { "裁员率" = "0.05", "行业" = "建筑业" }
expect = { eligibility = "eligible" }

[[example]]
name   = "超过"
inputs = { "裁员率" = "0.051", "行业" = "建筑业" }
expect = { eligibility = "ineligible" }
"#;

/// A folder with the draft in it, and the path of the draft.
fn draft(name: &str) -> (PathBuf, String) {
    let folder = folder(name);
    let path = folder.join("draft.toml");
    fs::write(&path, DRAFT).unwrap();
    (folder, path.to_str().unwrap().to_owned())
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_draft_passes_and_says_what_it_lacks() {
    let (_, path) = draft("draft-check");
    let output = wengang(&["check", &path], "");
    let told = format!("1 个政策文件、2 个例子，全部无误\n{path}：草稿，有 10 处文字没有英文\n");
    assert_eq!(text(&output.stdout), told);
    let output = wengang(&["check", "--json", &path], "");
    let data = json(&output);
    assert_eq!(data["drafts"], json!([path]));
    assert_eq!(data["untranslated"][0]["texts"][1], "某市");
    let output = wengang(&["test", "--locale", "en", &path], "");
    assert!(text(&output.stdout).contains("✓ 界限"), "{output:?}");
}

#[test]
fn what_lacks_its_english_is_listed_once() {
    let (folder, path) = draft("draft-translate");
    let output = wengang(&["translate", &path], "");
    assert!(text(&output.stdout).ends_with("draft.en.toml，有 10 处待译\n"), "{output:?}");
    let english = folder.join("draft.en.toml");
    let written = fs::read_to_string(&english).unwrap();
    assert!(written.contains("\n\"“例子”\" = \"\"\n"), "{written}");
    // What is translated stays; what is not is not listed again.
    fs::write(&english, written.replace("\"例子\" = \"\"", "\"例子\" = \"Example\"")).unwrap();
    let again = wengang(&["translate", folder.to_str().unwrap()], "");
    assert_eq!(text(&again.stdout), "没有新的文字要译\n");
    let output = wengang(&["check", &path], "");
    assert!(text(&output.stdout).ends_with("有 9 处文字没有英文\n"), "{output:?}");
    // Then the policy gets another text.
    fs::write(&path, format!("{DRAFT}\n[[note]]\ntext = \"说明\"\n")).unwrap();
    let output = wengang(&["translate", "--json", &path], "");
    assert_eq!(json(&output), json!({ "written": [english], "texts": 1 }));
    assert!(fs::read_to_string(&english).unwrap().ends_with("\"说明\" = \"\"\n"));
}

#[test]
fn ids_are_proposed_and_written_into_the_file() {
    let (_, path) = draft("draft-ids");
    let output = wengang(&["ids", "--json", &path], "");
    let proposed = json(&output)["files"][0]["ids"].clone();
    let id = |name: &str, id: &str| json!({ "name": name, "id": id });
    assert_eq!(
        proposed,
        json!([
            id("裁员率", "caiYuanLv"),
            id("行业", "lineOfBusiness"),
            id("建筑业", "jianZhuYe"),
            id("符合", "fuHe")
        ])
    );
    let written = fs::read_to_string(&path).unwrap();
    for line in [
        "name    = \"裁员率\"   # 百分数\nid      = \"caiYuanLv\"\ntype ",
        "{ name = \"建筑业\", id = \"jianZhuYe\" }, { name = \"其他\", id = \"other\" }",
        "name=\"符合\"\nid  = \"fuHe\"\nformula",
    ] {
        assert!(written.contains(line), "{written}");
    }
    let again = wengang(&["ids", &path], "");
    assert_eq!(text(&again.stdout), "每一项都有编号\n");
    assert!(wengang(&["check", &path], "").status.success());
}

#[test]
fn an_id_that_is_taken_gets_a_number() {
    let (_, path) = draft("draft-taken");
    fs::write(&path, DRAFT.replace("id = \"other\"", "id = \"caiYuanLv\"")).unwrap();
    let output = wengang(&["ids", &path], "");
    assert!(text(&output.stdout).contains("裁员率 caiYuanLv2\n"), "{output:?}");
}

#[test]
fn a_draft_is_published_only_where_that_is_asked_for() {
    let (folder, path) = draft("draft-pack");
    let packs = folder.join("packs");
    let packs = packs.to_str().unwrap();
    let output = wengang(&["pack", &path, "-o", packs], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("是草稿，没有写入"), "{output:?}");
    assert_eq!(names(&folder), ["draft.toml"]);
    // Ids are part of what programs rely on.
    let output = wengang(&["pack", "--drafts", &path, "-o", packs], "");
    assert!(text(&output.stderr).contains("wengang ids "), "{output:?}");
    wengang(&["ids", &path], "");
    let output = wengang(&["pack", "--drafts", &path, "-o", packs], "");
    assert!(output.status.success(), "{output:?}");
    let output = wengang(&["catalogue", packs], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(wengang(&["catalogue", "--drafts", packs], "").status.success());
    let catalogue = fs::read_to_string(Path::new(packs).join("catalogue.json")).unwrap();
    assert!(catalogue.contains("\"version\":\"draft-"), "{catalogue}");
}

#[test]
fn what_is_published_in_chinese_is_marked_as_chinese() {
    let (_, path) = draft("draft-published");
    wengang(&["ids", &path], "");
    let published = fs::read_to_string(&path).unwrap();
    fs::write(&path, published.replace("draft    = true", "languages = [\"zh\"]")).unwrap();
    assert!(wengang(&["check", &path], "").status.success());
    let page = |locale: &str| wengang(&["doc", "--locale", locale, &path], "").stdout;
    assert!(text(&page("en")).contains("<h1 lang=\"zh-CN\">例子</h1>"));
    assert!(text(&page("zh-CN")).contains("<h1>例子</h1>"));
}
