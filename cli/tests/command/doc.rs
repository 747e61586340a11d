//! `doc`.

use std::collections::HashSet;
use std::fs;

use super::{json, scratch, text, wengang};

const REFUND: &str = "shanghai-2024-stabilisation-refund";

/// What stands between `before` and the next quotation mark, every time.
fn quoted<'a>(page: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn the_page_says_everything() {
    let output = wengang(&["doc", REFUND], "");
    assert!(output.status.success(), "{output:?}");
    let page = text(&output.stdout);
    for part in [
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">",
        "<h1>失业保险稳岗返还（2024年）</h1>",
        "上海市",
        "2024-01-01 至 2024-12-31",
        // A condition, a value, a figure, a question with its bounds and when it is asked.
        "裁员率 ≤ 裁员率上限",
        "1 −（年末参保人数 + 自然减员人数）÷ 比较基数",
        "<strong class=\"number\">5.5%</strong>",
        "整数，1 至 100,000,000 人",
        "参保不满一年",
        "公式里称为“年末参保人数”",
        // A warning, a step, a contact, an example with its result, a source.
        "文件没有写明“30人（含）以下”按哪个时点的人数认定",
        "登录核对",
        "<a class=\"number\" href=\"tel:12333\">12333</a>",
        "<dt>裁员率</dt><dd class=\"number\">≈5.5046%</dd>",
        "7,380.00 元",
        "二手来源",
        "人社部发〔2024〕40号",
        // At the foot of printed sheets.
        "content: \"失业保险稳岗返还（2024年），上海市，版本 ",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn the_page_in_english() {
    let page = wengang(&["doc", "--locale", "en", REFUND], "");
    let page = text(&page.stdout);
    assert!(page.contains("<html lang=\"en\">"));
    assert!(page.contains("layoff rate ≤ layoff-rate limit"));
    assert!(page.contains("7,380.00 yuan"));
    assert!(page.contains("second-hand"));
}

#[test]
fn tables_show_their_checks_and_how_rows_fare() {
    let page = wengang(&["doc", "shanghai-2022-online-training"], "");
    let page = text(&page.stdout);
    assert!(page.contains("id=\"column-trainings-classHours\""));
    assert!(page.contains("id=\"check-trainings-too-few-hours\""));
    assert!(page.contains("不计入</span>：该职工的上一个项目尚未结束"));
    let page = wengang(&["doc", "national-stabilisation-refund"], "");
    let page = text(&page.stdout);
    assert!(page.contains("<td class=\"number\">2022-01-01</td><td class=\"number\">90%</td>"));
    assert!(page.contains("id=\"exclusion-shanghai-2024-stabilisation-refund\""));
}

#[test]
fn every_page_stands_alone_and_its_links_lead_somewhere() {
    let folder = scratch("pages");
    for locale in ["zh-CN", "en"] {
        let arguments = ["doc", "--json", "--all", "--locale", locale, "-o"];
        let output = wengang(&[&arguments[..], &[folder.to_str().unwrap()]].concat(), "");
        assert!(output.status.success(), "{output:?}");
        let data = json(&output);
        let written = data["written"].as_array().unwrap();
        assert!(written.len() > 10, "{written:?}");
        for path in written {
            let page = fs::read_to_string(path.as_str().unwrap()).unwrap();
            for foreign in ["<script", "<link", "<img", "src=", "url(", "@import", "{{", "{%"] {
                assert!(!page.contains(foreign), "{path}: {foreign}");
            }
            assert_eq!(page.matches("<style>").count(), 1, "{path}");
            let mut ids = HashSet::new();
            for id in quoted(&page, " id=\"") {
                assert!(ids.insert(id), "{path}: {id} twice");
            }
            for target in quoted(&page, "href=\"#") {
                assert!(ids.contains(target), "{path}: #{target}");
            }
        }
    }
}

#[test]
fn a_form_leaves_room_in_the_place_of_examples() {
    let plain = wengang(&["doc", REFUND], "");
    let plain = text(&plain.stdout);
    let form = wengang(&["doc", "--form", REFUND], "");
    let form = text(&form.stdout);
    for part in
        ["裁员率 ≤ 裁员率上限", "人社部发〔2024〕40号", "登录核对", "企业划型与确认页面一致"]
    {
        assert!(plain.contains(part) && form.contains(part), "{part}");
    }
    for part in [
        "<span class=\"box\">小型</span>",
        "<span class=\"box\">不符合</span>",
        "＝ <span class=\"blank figures\"></span> ＝ <span class=\"blank\"></span>元",
        "填表人",
        "2024-01-01 至 2024-12-31，此后不能再据此申请",
    ] {
        assert!(!plain.contains(part) && form.contains(part), "{part}");
    }
    for part in ["id=\"examples\"", "class=\"id\""] {
        assert!(plain.contains(part) && !form.contains(part), "{part}");
    }
    // In the order in which they can be worked out: a condition after what it is about.
    let places = [
        "input-insuredAtEnd",
        "value-layoffRate",
        "condition-layoffRateWithinLimit",
        "id=\"amount\"",
    ];
    let places = places.map(|part| form.find(part).unwrap_or_else(|| panic!("{part}")));
    assert!(places.is_sorted(), "{places:?}");

    let with_table = wengang(&["doc", "--form", "shanghai-2021-work-training"], "");
    let with_table = text(&with_table.stdout);
    assert!(with_table.contains("<table class=\"rows\">"));
    // What can be chosen in a column, and a column for what is worked out for each row.
    assert!(with_table.contains("零就业家庭成员"), "{with_table}");
    assert!(with_table.contains("<th scope=\"col\">补贴月数</th>"));
}

#[test]
fn what_a_policy_says_never_becomes_markup() {
    let policy = fs::read_to_string("../tests/mistakes/none.toml").unwrap();
    let policy = policy
        .replace("{ zh = \"例子\"", "{ zh = '<script>\"&</script>'")
        .replace("reliability", "url = 'https://example.cn/\"><script>'\nreliability");
    let path = scratch("markup.toml");
    fs::write(&path, policy).unwrap();
    for arguments in [&["doc"][..], &["doc", "--form"]] {
        let output = wengang(&[arguments, &[path.to_str().unwrap()]].concat(), "");
        let page = text(&output.stdout);
        assert!(page.contains("&lt;script&gt;&quot;&amp;"), "{page}");
        // The foot of printed sheets stands in the style.
        assert!(page.contains("content: \"\\00003cscript>\\000022&\\00003c/script>"), "{page}");
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("href=\"https:&#x2f;&#x2f;example.cn&#x2f;&quot;&gt;"), "{page}");
    }
}

#[test]
fn a_page_says_when_it_was_compared_with_its_sources_and_where_to_apply() {
    let policy = fs::read_to_string("../tests/contract/every-key.toml").unwrap();
    let path = scratch("every-key.toml");
    fs::write(&path, policy).unwrap();
    for arguments in [&["doc"][..], &["doc", "--form"]] {
        let output = wengang(&[arguments, &[path.to_str().unwrap()]].concat(), "");
        let page = text(&output.stdout);
        let compared = "<dt>核对于</dt><dd class=\"number\">2024-12-31</dd>";
        assert!(page.contains(compared), "{page}");
        // There are no steps: the section has the portal alone.
        assert!(page.contains("网上办理：网上办事大厅 <a class=\"small\" href=\"https:"), "{page}");
    }
}

#[test]
fn a_page_goes_where_it_is_told() {
    let path = scratch("page.html");
    let shown = path.to_str().unwrap();
    let output = wengang(&["doc", REFUND, "-o", shown], "");
    assert_eq!(text(&output.stdout), format!("已写入 {shown}\n"));
    assert!(fs::read_to_string(&path).unwrap().ends_with("</html>\n"));

    let nowhere = wengang(&["doc", REFUND, "-o", "/nowhere/page.html"], "");
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(text(&nowhere.stderr).contains("/nowhere/page.html"), "{nowhere:?}");
    for arguments in [&["doc"][..], &["doc", "--all"], &["doc", "nowhere"]] {
        assert_eq!(wengang(arguments, "").status.code(), Some(2), "{arguments:?}");
    }
    let mistaken = wengang(&["doc", "tests/mistakes/unknown-name.toml"], "");
    assert_eq!(mistaken.status.code(), Some(1));
}
