//! `wengang site`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{folder, json, text, wengang};

const OVERTIME: &str = "policies/national/overtime-pay.toml";
const ID: &str = "national-overtime-pay";

/// A site with these policies, whose page is that of the project.
fn site(name: &str, policies: &[&str]) -> PathBuf {
    let site = folder(name);
    fs::copy("../www/index.html", site.join("index.html")).unwrap();
    let packs = site.join("packs");
    let arguments = [&["pack"], policies, &["-o", packs.to_str().unwrap()]].concat();
    assert!(wengang(&arguments, "").status.success());
    site
}

fn update(site: &Path) -> std::process::Output {
    wengang(&["--json", "site", site.to_str().unwrap()], "")
}

fn read(site: &Path, file: &str) -> String {
    fs::read_to_string(site.join(file)).unwrap()
}

#[test]
fn each_policy_has_a_page_in_both_languages_that_can_be_read_without_scripts() {
    let site = site("site-pages", &[OVERTIME]);
    assert!(update(&site).status.success());
    let page = read(&site, "national-overtime-pay/index.html");
    for part in [
        "<html lang=\"zh-CN\">",
        "<title>加班工资，全国 · 稳岗计算器</title>",
        "<h1>加班工资</h1>",
        "<meta property=\"og:title\" content=\"加班工资，全国\" />",
        "data-place=\"#/national-overtime-pay\"",
        "src=\"../main.js\"",
        "data-packs=\"../packs/\"",
        "<wengang-page hidden>\n</wengang-page>",
        // Rates, formulas and documents.
        "300%",
        "《中华人民共和国劳动法》",
        "id=\"sources\"",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    // Nothing that only the calculator has a use for.
    for part in ["id=\"inputs\"", "id=\"examples\"", "正在打开计算器", "canonical", "hreflang"]
    {
        assert!(!page.contains(part), "{part}");
    }
    let english = read(&site, "national-overtime-pay/en.html");
    for part in [
        "<html lang=\"en\">",
        "<h1>Overtime pay</h1>",
        "data-place=\"#/national-overtime-pay?_lang=en\"",
    ] {
        assert!(english.contains(part), "{part}\n{english}");
    }
    let list = read(&site, "policies.html");
    assert!(list.contains("<a href=\"./national-overtime-pay/\">加班工资，全国</a>"), "{list}");
    assert!(list.contains("href=\"./national-overtime-pay/en.html\">Overtime pay, Nationwide</a>"));
}

#[test]
fn a_site_whose_address_is_known_has_whole_addresses_and_a_map() {
    let site = site("site-map", &[OVERTIME]);
    let signed = "<link rel=\"canonical\" href=\"https://example.gov.cn/wengang/\" />\n\
        <meta property=\"og:url\" content=\"https://example.gov.cn/wengang/\" />\n<title>";
    let index = read(&site, "index.html").replace("<title>", signed);
    fs::write(site.join("index.html"), &index).unwrap();
    assert!(update(&site).status.success());
    let address = "https://example.gov.cn/wengang/national-overtime-pay/";
    let page = read(&site, "national-overtime-pay/index.html");
    assert!(page.contains(&format!("rel=\"canonical\" href=\"{address}\"")), "{page}");
    assert!(page.contains(&format!("property=\"og:url\" content=\"{address}\"")), "{page}");
    assert!(page.contains(&format!("hreflang=\"en\" href=\"{address}en.html\"")), "{page}");
    let map = read(&site, "sitemap.xml");
    for part in [
        "<loc>https://example.gov.cn/wengang/</loc>",
        "<loc>https://example.gov.cn/wengang/policies.html</loc>",
        &format!("<loc>{address}</loc>"),
        &format!("<loc>{address}en.html</loc>"),
    ] {
        assert!(map.contains(part), "{part}\n{map}");
    }
    // The address is given up: a map without it would be wrong.
    fs::copy("../www/index.html", site.join("index.html")).unwrap();
    let output = wengang(&["site", site.to_str().unwrap()], "");
    assert!(text(&output.stdout).contains("没有写网站地图"), "{output:?}");
    assert!(!site.join("sitemap.xml").exists());
}

#[test]
fn the_pages_of_a_policy_go_with_it_and_other_folders_stay() {
    let site = site("site-removed", &[OVERTIME, "policies/national/enterprise-size.toml"]);
    fs::create_dir_all(site.join("help")).unwrap();
    fs::write(site.join("help/index.html"), "<title>帮助</title>").unwrap();
    assert!(update(&site).status.success());
    // As a server would have it.
    fs::write(site.join("policies.html.br"), "").unwrap();
    for pack in fs::read_dir(site.join("packs")).unwrap() {
        let pack = pack.unwrap().path();
        if pack.file_name().unwrap().to_str().unwrap().starts_with("national-enterprise-size") {
            fs::remove_file(pack).unwrap();
        }
    }
    let output = update(&site);
    let removed = &json(&output)["removed"];
    assert_eq!(removed[0], site.join("national-enterprise-size").to_str().unwrap());
    assert!(!site.join("national-enterprise-size").exists());
    assert!(site.join(ID).exists());
    assert!(site.join("help/index.html").exists());
    assert!(!site.join("policies.html.br").exists());
    assert!(!read(&site, "policies.html").contains("national-enterprise-size"));
    assert!(!read(&site, "packs/catalogue.json").contains("national-enterprise-size"));
}

#[test]
fn a_folder_that_is_no_site_stays_as_it_is() {
    let site = site("site-none", &[OVERTIME]);
    fs::write(site.join("index.html"), "<title>别的网页</title>").unwrap();
    let output = update(&site);
    assert_eq!(output.status.code(), Some(2));
    assert!(json(&output)["error"].as_str().unwrap().contains("index.html"), "{output:?}");
    assert!(!site.join(ID).exists());
}

#[test]
fn a_policy_with_what_few_have_is_opened_by_the_whole_engine_at_once() {
    let scaled = "tests/schemes/scaled-subsidy.toml";
    let site = site("site-rare", &[OVERTIME, scaled]);
    assert!(update(&site).status.success());
    let engine = |page: &str| {
        let page = read(&site, page);
        let (_, rest) = page.split_once("rel=\"preload\" href=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(engine("national-overtime-pay/index.html"), "../wengang_first.wasm");
    assert_eq!(engine("test-scaled-subsidy/index.html"), "../wengang_bg.wasm");
    assert_eq!(engine("test-scaled-subsidy/en.html"), "../wengang_bg.wasm");
    let catalogue = read(&site, "packs/catalogue.json");
    let of = |id: &str| {
        let line = catalogue.lines().find(|line| line.contains(&format!("\"id\":\"{id}\"")));
        line.unwrap().contains("\"engine\":\"whole\"")
    };
    assert_eq!([ID, "test-scaled-subsidy"].map(of), [false, true]);
}

/// A library of two places, one of which says something to the question that it has.
fn library_with_questions(name: &str) -> PathBuf {
    let library = folder(name);
    for file in [
        "shared.toml",
        "national/enterprise-size.toml",
        "chongqing/2025-stabilisation-refund.toml",
        "guangxi/2024-stabilisation-refund.toml",
    ] {
        let path = library.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = fs::read_to_string(Path::new("../policies").join(file)).unwrap();
        // What is shared with others that are not here is left out, and so are questions that are not asked.
        let kept = |line: &&str| !line.starts_with("faq") || line.contains("\"bank-account\"");
        let lines: Vec<_> = text.lines().filter(kept).collect();
        let only = one_question(&lines.join("\n"));
        fs::write(path, only).unwrap();
    }
    let shared = fs::read_to_string(library.join("shared.toml")).unwrap();
    let used: Vec<_> = shared
        .split("\n[[")
        .filter(|part| {
            !part.starts_with("source")
                && !part.starts_with("parameter")
                && !part.starts_with("column")
        })
        .collect();
    fs::write(library.join("shared.toml"), used.join("\n[[")).unwrap();
    fs::write(
        library.join("faq.toml"),
        "[[group]]\ntitle = { zh = \"怎样办\", en = \"How\" }\n\n[[group.question]]\nid = \"bank-account\"\n\
         title = { zh = \"账户错了怎么办？\", en = \"A wrong account?\" }\nalso = [\"退回\"]\nscheme = [\"stabilisation-refund\"]\n",
    )
    .unwrap();
    library
}

/// The one question alone, where an item answers several.
fn one_question(text: &str) -> String {
    let line = |line: &str| {
        if line.starts_with("faq") { "faq = \"bank-account\"".to_owned() } else { line.to_owned() }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn each_question_has_a_page_with_what_every_place_says() {
    let library = library_with_questions("faq-library");
    let site = folder("site-faq");
    fs::copy("../www/index.html", site.join("index.html")).unwrap();
    let packs = site.join("packs");
    let packed = wengang(&["pack", library.to_str().unwrap(), "-o", packs.to_str().unwrap()], "");
    assert!(packed.status.success(), "{packed:?}");
    let list: serde_json::Value = serde_json::from_str(&read(&site, "packs/faq.json")).unwrap();
    let question = &list["groups"][0]["questions"][0];
    assert_eq!(question["policies"], serde_json::json!(["chongqing-2025-stabilisation-refund"]));
    assert!(update(&site).status.success());
    let page = read(&site, "faq/bank-account/index.html");
    for part in [
        "<h1>账户错了怎么办？</h1>",
        "data-place=\"#/faq/bank-account\"",
        "src=\"../../main.js\"",
        "href=\"../../rules.css\"",
        "核实确认划型、返还金额和对公账户",
        "政策解读》",
        "广西壮族自治区：请问当地失业保险经办机构",
        "href=\"../../chongqing-2025-stabilisation-refund/\"",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(read(&site, "faq/bank-account/en.html").contains("<h1>A wrong account?</h1>"));
    assert!(
        read(&site, "faq/index.html").contains("<a href=\"./bank-account/\">账户错了怎么办？</a>")
    );
    // An operator takes a policy away, and later the questions.
    for pack in fs::read_dir(&packs).unwrap() {
        let pack = pack.unwrap().path();
        if pack.file_name().unwrap().to_str().unwrap().starts_with("chongqing") {
            fs::remove_file(pack).unwrap();
        }
    }
    assert!(update(&site).status.success());
    assert!(read(&site, "packs/faq.json").contains("\"policies\":[]"));
    assert!(!read(&site, "faq/bank-account/index.html").contains("对公账户"));
    fs::remove_file(packs.join("faq.json")).unwrap();
    assert!(update(&site).status.success());
    assert!(!site.join("faq").exists());
}
