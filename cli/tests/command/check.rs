//! `check` and `test`.

use std::fs;

use serde_json::json;

use super::{json, scratch, text, wengang};

#[test]
fn check_counts_what_it_checked() {
    let output = wengang(&["check", "--locale", "en", "policies/national"], "");
    assert!(output.status.success());
    let files = fs::read_dir("../policies/national").unwrap().count();
    let told = format!("{files} policy files with ");
    assert!(text(&output.stdout).starts_with(&told), "{output:?}");
}

#[test]
fn check_fails_on_a_mistake_and_shows_it() {
    let output = wengang(&["check", "tests/mistakes/unknown-name.toml"], "");
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("unknown-name.toml:45:12") && errors.contains("是否想写"), "{errors}");
}

#[test]
fn check_lists_the_first_of_very_many_mistakes() {
    let path = scratch("many-mistakes.toml");
    let keys: Vec<_> = (0..5000).map(|key| format!("unknown{key} = 1\n")).collect();
    let sound = fs::read_to_string("../tests/mistakes/none.toml").unwrap();
    fs::write(&path, keys.concat() + &sound).unwrap();
    let output = wengang(&["check", "--json", "--locale", "en", path.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    let mistakes = json(&output)["mistakes"].as_array().unwrap().clone();
    assert_eq!(mistakes.len(), 201);
    assert_eq!((&mistakes[9]["line"], &mistakes[9]["column"]), (&10.into(), &1.into()));
    assert_eq!(mistakes[200]["message"], "4800 more mistakes are not listed");
}

#[test]
fn a_file_that_is_not_utf_8_is_refused_by_name() {
    let sound = fs::read_to_string("../tests/mistakes/none.toml").unwrap();
    let utf_16: Vec<u8> =
        [0xfeff].into_iter().chain(sound.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    // 例子 in GBK; and bytes that are neither.
    let gbk = b"title = { zh = \"\xc0\xfd\xd7\xd3\" }\n".to_vec();
    let broken = [sound.as_bytes(), b"# \xff\n"].concat();
    for (name, bytes, told) in [
        ("utf-16.toml", utf_16, "文件是 UTF-16 编码"),
        ("gbk.toml", gbk, "文件是 GBK（GB 18030，即“ANSI”）编码"),
        ("broken.toml", broken, "文件从第 63 行起不是 UTF-8 编码"),
    ] {
        let path = scratch(name);
        fs::write(&path, bytes).unwrap();
        let output = wengang(&["check", path.to_str().unwrap()], "");
        assert_eq!(output.status.code(), Some(1));
        let errors = text(&output.stderr);
        assert!(errors.contains(name) && errors.contains(told), "{errors}");
        assert!(errors.contains("编码选 UTF-8"), "{errors}");
    }
    // The mark that some editors put before UTF-8 is no mistake.
    let path = scratch("marked.toml");
    fs::write(&path, format!("\u{feff}{sound}")).unwrap();
    assert!(wengang(&["check", path.to_str().unwrap()], "").status.success());
}

#[test]
fn check_as_data() {
    let output = wengang(&["check", "--json", "tests/mistakes/none.toml"], "");
    assert_eq!(
        json(&output),
        json!({ "policies": 1, "examples": 2, "mistakes": [], "drafts": [], "untranslated": [] })
    );
    let output =
        wengang(&["check", "--json", "--locale", "en", "tests/mistakes/unknown-name.toml"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        json(&output),
        json!({ "mistakes": [{
            "path": "tests/mistakes/unknown-name.toml",
            "line": 45,
            "column": 12,
            "message": "nothing is called “净增加人数”",
            "help": "did you mean “净增人数”?",
        }] })
    );
}

#[test]
fn check_looks_for_changes_that_nobody_would_notice() {
    let sound = "tests/mistakes/none.toml";
    let output = wengang(&["check", "--mutants", "--json", sound], "");
    let data = json(&output);
    assert_eq!(output.status.code(), Some(0), "{data}");
    assert_eq!((&data["survivors"], &data["excused"]), (&json!([]), &json!(0)));
    assert!(data["mutants"].as_u64() > Some(5) && data["mutants"] == data["caught"], "{data}");

    let path = scratch("unnoticed.toml");
    let source = fs::read_to_string(format!("../{sound}")).unwrap();
    let source = source.replace("净增人数 × 补贴标准", "四舍五入（净增人数 × 补贴标准，1元）");
    fs::write(&path, source).unwrap();
    let path = path.to_str().unwrap();
    for (locale, told) in [("zh-CN", "“1元”改成“10元”"), ("en", "if “1元” becomes “10元”")]
    {
        let output = wengang(&["check", "--mutants", "--locale", locale, path], "");
        assert_eq!(output.status.code(), Some(1));
        let words = text(&output.stdout);
        assert!(words.contains(told) && words.contains("unnoticed.toml:51:"), "{words}");
    }
}

#[test]
fn wrong_usage_is_told_from_mistakes() {
    let output = wengang(&["check", "nowhere.toml"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("nowhere.toml"), "{output:?}");
    let output = wengang(&["check", "--json", "--no-such-option"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(json(&output)["error"].as_str().unwrap().contains("--no-such-option"), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn test_lists_the_examples() {
    let output = wengang(&["test", "policies/shanghai/2024-stabilisation-refund.toml"], "");
    assert!(output.status.success());
    let words = text(&output.stdout);
    assert!(words.contains("✓ 小型企业：100人减到97人，其中1人退休"), "{words}");
    assert!(words.contains("12 个例子成立，0 个不成立"), "{words}");
}

#[test]
fn test_shows_what_was_expected_and_what_came_out() {
    let path = scratch("two-of-three-fail.toml");
    let mut policy = fs::read_to_string("../tests/mistakes/none.toml").unwrap();
    policy.push_str(
        r#"
[[example]]
name   = { zh = "写错金额和结果", en = "Wrong amount and value" }
inputs = { "招用人数" = 3, "离职人数" = 1 }
expect = { amount = "500.00", values = { "净增人数" = "1" } }

[[example]]
name   = { zh = "答案不合格", en = "Bad answer" }
inputs = { "招用人数" = -3, "离职人数" = 1 }
expect = { amount = "0.00" }
"#,
    );
    fs::write(&path, policy).unwrap();
    let path = path.to_str().unwrap();
    let output = wengang(&["test", "--locale", "en", path], "");
    assert_eq!(output.status.code(), Some(1));
    let words = text(&output.stdout);
    assert!(words.contains("✓ One more\n") && words.contains("✗ Bad answer\n"), "{words}");
    assert!(words.contains("the amount should be 500.00, but comes out as 1000.00"), "{words}");
    assert!(words.contains("examples: 2 passed, 2 failed"), "{words}");

    let data = json(&wengang(&["test", "--json", path], ""));
    assert_eq!((&data["passed"], &data["failed"]), (&json!(2), &json!(2)));
    let examples = &data["files"][0]["examples"];
    assert_eq!(examples[0], json!({ "name": "净增一人", "passed": true, "mistakes": [] }));
    assert_eq!(examples[2]["mistakes"].as_array().unwrap().len(), 2);
    assert_eq!(examples[2]["mistakes"][0]["line"], 67);
    assert_eq!(examples[3]["passed"], false);
}

#[test]
fn test_does_not_run_examples_of_a_mistaken_file() {
    let output = wengang(&["test", "--json", "tests/mistakes/unknown-name.toml"], "");
    assert_eq!(output.status.code(), Some(1));
    let data = json(&output);
    assert_eq!((&data["passed"], &data["unsound"]), (&json!(0), &json!(1)));
    assert_eq!(data["files"][0]["mistakes"][0]["line"], 45);
    assert_eq!(data["files"][0]["examples"], json!([]));
}
