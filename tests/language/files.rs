//! What a policy takes from other files: its English, and items that it shares.

use std::fs;
use std::path::{Path, PathBuf};

use wengang::Locale;
use wengang::authoring::{self, PolicyFile};

/// A policy in Chinese only, with a question of the shared file.
const POLICY: &str = r#"
id       = "example"
title    = "例子"
region   = "某市"
audience = "citizen"
scheme   = "example"
summary  = "例子"

[[source]]
name        = "通知"
title       = "关于例子的通知"
reliability = "primary"

[[input]]
use   = "企业规模"
label = "贵单位多大？"

[[condition]]
name    = "小企业"
id      = "small"
formula = "企业规模 = 小型"
source  = "通知：一"
"#;

const ENGLISH: &str = r#"
"例子" = "Example"
"某市" = "Somewhere"
"关于例子的通知" = "Notice of an example"
"贵单位多大？" = "How large are you?"
"小企业" = "small enterprise"
"#;

const SHARED: &str = r#"
[[input]]
name    = "企业规模"
id      = "enterpriseSize"
en      = "enterprise size"
label   = { zh = "企业划型", en = "Size class" }
type    = "choice"
choices = [{ name = "大型", id = "large", en = "Large" }, { name = "小型", id = "small", en = "Small" }]
"#;

/// A folder of its own for a test, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (file, text) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn library(folder: &Path) -> Result<Vec<PolicyFile>, Vec<String>> {
    let files = authoring::load_library(folder, &authoring::Disk, Locale::Chinese);
    files.map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect())
}

/// What the folder is told, of which there is one thing.
fn told(folder: &Path) -> String {
    let told = library(folder).unwrap_err();
    assert_eq!(told.len(), 1, "{told:#?}");
    told[0].clone()
}

const WHOLE: [(&str, &str); 3] =
    [("city/a.toml", POLICY), ("city/a.en.toml", ENGLISH), ("shared.toml", SHARED)];

#[test]
fn both_are_taken_in() {
    let files = library(&folder("whole", &WHOLE)).unwrap();
    let [file] = &files[..] else { panic!("{files:?}") };
    assert!(file.path.ends_with("city/a.toml") && file.untranslated.is_empty());
    let input = &file.policy.inputs[0];
    assert_eq!(file.policy.title.english, "Example");
    assert_eq!(input.id(), "enterpriseSize");
    // What the policy says itself goes first.
    assert_eq!(input.label(Locale::English), "How large are you?");
    // The policy is what it would be with all of it written in one file.
    let question = SHARED.replace("{ zh = \"企业划型\", en = \"Size class\" }", "\"贵单位多大？\"");
    let own = "[[input]]\nuse   = \"企业规模\"\nlabel = \"贵单位多大？\"\n";
    let one = POLICY.replace(own, &question) + "[english]" + ENGLISH;
    assert_eq!(authoring::check(&one).unwrap().version, file.policy.version);
}

#[test]
fn what_is_shared_is_part_of_the_version() {
    let version = |shared: &str| {
        let files = [WHOLE[0], WHOLE[1], ("shared.toml", shared)];
        library(&folder("version", &files)).unwrap()[0].policy.version.clone()
    };
    assert_ne!(version(SHARED), version(&SHARED.replace("\"Large\"", "\"Big\"")));
}

#[test]
fn mistakes_are_shown_in_the_file_that_has_them() {
    let shared = SHARED.replace("\"small\"", "\"Small\"");
    let report = told(&folder("in-shared", &[WHOLE[0], WHOLE[1], ("shared.toml", &shared)]));
    assert!(
        report.contains("shared.toml:8:") && report.contains("编号应以小写字母开头"),
        "{report}"
    );
    let english = format!("{ENGLISH}\"某县\" = \"Nowhere\"\n");
    let report = told(&folder("in-english", &[WHOLE[0], ("city/a.en.toml", &english), WHOLE[2]]));
    assert!(
        report.contains("a.en.toml:7:1\n") && report.contains("没有缺英文的“某县”"),
        "{report}"
    );
    let report =
        told(&folder("not-toml", &[WHOLE[0], ("city/a.en.toml", "例子 = Example"), WHOLE[2]]));
    assert!(report.contains("a.en.toml:1:"), "{report}");
}

#[test]
fn a_name_that_is_not_shared_is_told() {
    let policy = POLICY.replace("use   = \"企业规模\"", "use   = \"企业规摸\"");
    let other = SHARED.to_owned() + &SHARED.replace("企业规模", "用工规模");
    let policy = policy.replace("企业规模 = 小型", "企业规摸 = 小型");
    let files = [("city/a.toml", &*policy), WHOLE[1], ("shared.toml", &*other)];
    // Neither what the question lacks nor what names it is a mistake of its own.
    let report = told(&folder("unknown", &files));
    assert!(report.contains("a.toml:15:10\n"), "{report}");
    assert!(report.contains("shared.toml 里没有名为“企业规摸”的 [[input]]"), "{report}");
    assert!(report.contains("是否想写“企业规模”？"), "{report}");
}

#[test]
fn what_nobody_uses_is_told() {
    let shared = SHARED.to_owned() + &SHARED.replace("企业规模", "用工规模");
    let report = told(&folder("unused", &[WHOLE[0], WHOLE[1], ("shared.toml", &shared)]));
    assert!(report.contains("没有政策用到“用工规模”这个 [[input]]"), "{report}");
    assert!(report.contains("shared.toml:10:1\n"), "{report}");
    let files = [WHOLE[0], WHOLE[1], WHOLE[2], ("city/b.en.toml", ENGLISH)];
    let report = told(&folder("orphan", &files));
    assert!(report.contains("b.en.toml: 没有它的政策文件"), "{report}");
}

#[test]
fn the_plain_form_has_to_be_whole() {
    let mistakes =
        authoring::check(&POLICY.replace("\"例子\"", "{ zh = \"例子\", en = \"Example\" }"));
    let told: Vec<_> = mistakes.unwrap_err().into_iter().map(|told| told.message.chinese).collect();
    assert!(told.contains(&"“use”要由 wengang 命令连同 shared.toml 一起读".to_owned()), "{told:?}");
}

#[test]
fn a_shared_item_is_whole() {
    let shared = SHARED.replacen("name ", "use = \"用工规模\"\nname ", 1);
    let report = told(&folder("used-twice", &[WHOLE[0], WHOLE[1], ("shared.toml", &shared)]));
    assert!(report.contains("shared.toml 里的项目不能再取用别的"), "{report}");
    assert!(report.contains("shared.toml:3:8\n"), "{report}");
}

#[test]
fn what_was_not_found_is_checked_and_goes_when_it_is_found() {
    let year = |year: &str| {
        format!(
            "[[not_found]]\nregion = {{ zh = \"某市\", en = \"Somewhere\" }}\nscheme = \"x\"\n\
             years = {year}\nsought = {{ zh = \"通知\", en = \"Notice\" }}\non = 2026-11-27\n"
        )
    };
    let dated = POLICY.replacen("scheme", "claim_year = 2025\nscheme", 1);
    let with = |name: &str, list: &str| {
        folder(name, &[("city/a.toml", &dated), WHOLE[1], WHOLE[2], ("not-found.toml", list)])
    };
    let missed = year("[2025]");
    let sound = with("not-found", &missed);
    library(&sound).unwrap();
    let list = authoring::not_found(&sound, &authoring::Disk, Locale::Chinese).unwrap();
    assert_eq!((list.len(), &list[0].years[..]), (1, &[2025][..]));
    let own = missed.replace("\"x\"", "\"example\"");
    let report = told(&with("found-since", &own));
    assert!(report.contains("已经收录") && report.contains("not-found.toml:1:1"), "{report}");
    let report = told(&with("no-list-of-years", &year("2025")));
    assert!(report.contains("应写年份的列表") && report.contains("not-found.toml:4:"), "{report}");
    let report = told(&with("no-such-day", &missed.replace("11-27", "11-31")));
    assert!(report.contains("not-found.toml:6:"), "{report}");
}

#[test]
fn questions_are_kept_beside_the_policies_and_policies_say_what_answers_them() {
    let questions = |scheme: &str, id: &str| {
        format!(
            "[[group]]\ntitle = {{ zh = \"谁\", en = \"Who\" }}\n\n[[group.question]]\nid = \"{id}\"\n\
             title = {{ zh = \"小企业？\", en = \"Small?\" }}\nalso = [\"小微\"]\nscheme = [\"{scheme}\"]\n"
        )
    };
    let tagged =
        POLICY.replace("id      = \"small\"", "id      = \"small\"\nfaq     = \"small-firms\"");
    let with = |name: &str, policy: &str, list: &str| {
        folder(name, &[("city/a.toml", policy), WHOLE[1], WHOLE[2], ("faq.toml", list)])
    };
    let list = questions("example", "small-firms");
    let sound = with("faq", &tagged, &list);
    let files = library(&sound).unwrap();
    assert_eq!(files[0].policy.questions(), [("small-firms", true)]);
    let groups = authoring::faq(&sound, &authoring::Disk, Locale::Chinese).unwrap();
    assert_eq!(groups[0].questions[0].also, ["小微"]);
    // A policy given alone may answer what nobody has written down; one of a library may not.
    let unknown = tagged.replace("small-firms", "smal-firms");
    let folder_with_unknown = with("faq-unknown", &unknown, &list);
    let alone = [folder_with_unknown.join("city/a.toml")];
    assert!(authoring::load(&alone, &authoring::Disk, Locale::Chinese).is_ok());
    let report = told(&folder_with_unknown);
    assert!(report.contains("没有编号为“smal-firms”的问题；最接近的是“small-firms”"), "{report}");
    assert!(report.contains("a.toml"), "{report}");
    // Nor where the library has no questions at all.
    let report = told(&folder("faq-none", &[("city/a.toml", &tagged), WHOLE[1], WHOLE[2]]));
    assert!(report.contains("没有编号为“small-firms”的问题"), "{report}");
    // The list itself is checked, in its place.
    let report = told(&with("faq-scheme", &tagged, &questions("exampel", "small-firms")));
    assert!(report.contains("没有一项政策的 scheme 是“exampel”"), "{report}");
    assert!(report.contains("faq.toml:8:"), "{report}");
    let twice = list.clone() + &list;
    let report = told(&with("faq-twice", &tagged, &twice));
    assert!(report.contains("“small-firms”已用于另一个问题"), "{report}");
    let report = told(&with("faq-id", POLICY, &questions("example", "Small firms")));
    assert!(report.contains("问题的编号只含小写英文字母"), "{report}");
    let view = list + "view = \"rules\"\n";
    let report = told(&with("faq-view", &tagged, &view));
    assert!(report.contains("只能写：reconcile、year"), "{report}");
}

#[test]
fn a_policy_says_once_and_by_a_proper_id_what_it_answers() {
    for (written, message) in [
        ("[\"small-firms\", \"small-firms\"]", "“small-firms”写了两次"),
        ("\"Small\"", "问题的编号只含小写英文字母"),
        ("[]", "“faq”里什么也没有写"),
        ("true", "这里应是带引号的文字"),
    ] {
        let policy =
            POLICY.replace("id      = \"small\"", &format!("id = \"small\"\nfaq = {written}"));
        let list = "[[group]]\ntitle = { zh = \"谁\", en = \"Who\" }\n[[group.question]]\nid = \"small-firms\"\n\
                    title = { zh = \"甲\", en = \"A\" }\nscheme = [\"example\"]\n";
        let report = told(&folder(
            "faq-wrong",
            &[("city/a.toml", &policy), WHOLE[1], WHOLE[2], ("faq.toml", list)],
        ));
        assert!(report.contains(message), "{written}: {report}");
    }
}
