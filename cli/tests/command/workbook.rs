//! `batch`: registers in workbooks that real programs made (`tests/workbooks/make.py`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use super::{folder, json, text, wengang};

const REFUND: &str = "shanghai-2024-stabilisation-refund";

fn workbook(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/workbooks").join(name)
}

fn batch(policy: &str, input: &Path, output: &Path, options: &[&str]) -> Output {
    let paths = [input.to_str().unwrap(), "-o", output.to_str().unwrap()];
    wengang(&[&["batch", policy], &paths[..], options].concat(), "")
}

/// What a run says and writes.
fn run(input: &Path, options: &[&str]) -> (Option<i32>, String, Option<String>) {
    let name = input.file_name().unwrap().to_str().unwrap();
    let result = folder(&format!("workbook-{name}-{}", options.len())).join("result.csv");
    let output = batch(REFUND, input, &result, &[&["--locale", "en"], options].concat());
    let words = format!("{}{}", text(&output.stdout), text(&output.stderr));
    (output.status.code(), words, fs::read_to_string(result).ok())
}

#[test]
fn a_workbook_comes_to_the_same_as_what_its_cells_say() {
    let folder = folder("workbook-equal");
    for (name, policy) in [
        ("title", REFUND),
        ("two-rows", REFUND),
        ("hidden", REFUND),
        ("sheets", REFUND),
        ("numbers", REFUND),
        ("texts", REFUND),
        ("apart", REFUND),
        ("prefixed", REFUND),
        ("percentages", "national-stabilisation-refund"),
        ("dates", "shanghai-2021-work-training"),
        ("dates-1904", "shanghai-2021-work-training"),
    ] {
        let results = ["xlsx", "csv"].map(|ending| {
            let (input, result) = (workbook(&format!("{name}.{ending}")), folder.join(ending));
            let output = batch(policy, &input, &result, &["--bom"]);
            assert!(output.status.success(), "{name}: {output:?}");
            fs::read_to_string(result).unwrap()
        });
        assert!(results[0].lines().count() > 1, "{name}");
        assert_eq!(results[0], results[1], "{name}");
    }
}

#[test]
fn cells_that_say_nothing_for_certain_are_named() {
    for (name, good, faults) in [
        (
            "not-computed.xlsx",
            1,
            &["cell I2: the formula has no result", "cell K2: ", "cell J3: ", "such as A4"][..],
        ),
        ("formulas.xlsx", 2, &["cell J3: the formula fails (#DIV/0!)"]),
        (
            "lost-digits.xlsx",
            1,
            &["cell K3: a number of more than 15 digits", "cell K4: its format", "such as A2"],
        ),
    ] {
        let (code, words, result) = run(&workbook(name), &[]);
        let all = words + &result.unwrap_or_default();
        assert_eq!(code, Some(0), "{name}: {all}");
        assert_eq!(all.matches(",eligible,").count(), good, "{name}: {all}");
        for fault in faults {
            assert!(all.contains(fault), "{name}: {fault}: {all}");
        }
    }
}

#[test]
fn what_is_no_workbook_that_can_be_read_is_refused() {
    let folder = folder("workbook-refused");
    let large = folder.join("large.xlsx");
    fs::write(&large, b"PK\x03\x04").unwrap();
    fs::File::options().write(true).open(&large).unwrap().set_len((200 << 20) + 1).unwrap();
    for (path, words) in [
        (workbook("old.xls"), "in an old format (.xls, .et); save it as .xlsx"),
        (workbook("other.ods"), "in another format (.ods, .xlsb); save it as .xlsx"),
        (workbook("password.xlsx"), "protected by a password"),
        (workbook("no-workbook.xlsx"), "a ZIP archive, but no .xlsx workbook"),
        (workbook("bomb.xlsx"), "unpacks to far more than any register has"),
        (workbook("broken-xml.xlsx"), "damaged (xl/worksheets/sheet1.xml)"),
        (workbook("flipped.xlsx"), "damaged (xl/worksheets/sheet1.xml)"),
        (workbook("cut-off.xlsx"), "damaged (ZIP)"),
        (workbook("no-sheet.xlsx"), "there is no sheet in the workbook"),
        (large, "larger than 200 MB"),
    ] {
        let (code, said, result) = run(&path, &[]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(words), "{said}");
        assert!(result.is_none());
    }
}

#[test]
fn a_sheet_can_be_chosen() {
    let sheets = workbook("sheets.xlsx");
    let (_, words, result) = run(&sheets, &[]);
    assert!(words.contains("read from sheet “名册 & 结果”"), "{words}");
    assert!(result.unwrap().contains("\n乙,"));
    let (_, words, result) = run(&sheets, &["--sheet", "去年"]);
    assert!(result.unwrap().contains("\n旧,"), "{words}");
    let (code, words, _) = run(&sheets, &["--sheet", "名册", "--json"]);
    assert_eq!(code, Some(2));
    assert!(words.contains("there is no sheet “名册”, but these: 填表说明, 去年"), "{words}");
    let (code, words, _) = run(&workbook("title.csv"), &["--sheet", "a", "--json"]);
    assert_eq!(code, Some(2));
    assert!(words.contains("only a workbook has sheets"), "{words}");
}

#[test]
fn what_is_hidden_or_stands_above_is_told() {
    let (_, words, _) = run(&workbook("hidden.xlsx"), &[]);
    assert!(words.contains("1 columns are hidden, and are read like others"), "{words}");
    assert!(words.contains("1 rows are hidden, and are read like others"), "{words}");
    let (_, words, _) = run(&workbook("title.xlsx"), &[]);
    assert!(words.contains("the heading is row 4; what stands above is not read"), "{words}");
    let output =
        batch(REFUND, &workbook("title.xlsx"), &folder("workbook-json").join("r"), &["--json"]);
    assert_eq!(json(&output)["sheet"], "Sheet");
}
