//! Formulas of rows that look at the rows of another table, and what is said by a choice that is worked out in the row.

use wengang::{Locale, Policy, Raw, RawRow, evaluate};

use crate::support::{CALENDAR, file, input, mistakes, own_value, policy, row_value, value};

fn column(name: &str, id: &str, kind: &str, more: &str) -> String {
    input(name, id, kind, more).replace("[[input]]", "[[input.column]]")
}

/// Contracts, of which those of less than a month do not count.
fn contracts(more: &str) -> String {
    let table = "[[input]]\nname = \"合同\"\nid = \"contracts\"\nen = \"contracts\"\ntype = \"table\"\nunit = \"份\"\n";
    let check = "[[input.check]]\ncode = \"short\"\nmessage = { zh = \"太短\", en = \"too short\" }\nformula = \"月数 ≠ 0个月\"\n";
    let columns = [
        column("编号", "staff", "identifier", ""),
        column("月数", "months", "count", "unit = \"月\"\nmax = \"60个月\""),
    ];
    format!("{table}{more}\n{}{check}", columns.concat())
}

/// Certificates, each with what `parts` say of it.
fn certificates(more: &str, parts: &str) -> String {
    let table = "[[input]]\nname = \"证书\"\nid = \"certificates\"\nen = \"certificates\"\ntype = \"table\"\nunit = \"份\"\n";
    let columns = [
        column("编号", "staff", "identifier", ""),
        column("至少月数", "least", "count", "unit = \"月\"\nmax = \"60个月\""),
    ];
    format!("{table}{more}\n{}{parts}", columns.concat())
}

const FEW: &str = "max_rows = 1000";

/// The file in which each certificate has this value, `own`.
fn file_with(own: &str) -> String {
    file(&[&contracts(FEW), &certificates(FEW, &row_value("结果", "own", own)), &used()])
}

fn used() -> String {
    let used = "存在（证书，编号 = 编号 且 至少月数 = 至少月数） 或 存在（合同，编号 = 编号 且 月数 = 月数）";
    value("用到", "used", used).replace("source", "boolean = true\nsource")
}

fn rows(ids: [&str; 2], rows: &[(&str, &str)]) -> Raw {
    let row = |(first, second): &(&str, &str)| -> Option<RawRow> {
        let cell = |id: &str, text: &str| (id.to_owned(), Raw::Text(text.to_owned()));
        Some(vec![cell(ids[0], first), cell(ids[1], second)])
    };
    Raw::Table(rows.iter().map(row).collect())
}

const CONTRACTS: [(&str, &str); 4] = [("a", "12"), ("ａ", "6"), ("b", "0"), ("c", "36")];

/// Of each certificate, its value; marked where it does not count.
fn of_certificates(policy: &Policy, certificates: &[(&str, &str)]) -> Vec<String> {
    let form = [
        ("contracts".to_owned(), rows(["staff", "months"], &CONTRACTS)),
        ("certificates".to_owned(), rows(["staff", "least"], certificates)),
    ];
    let result = evaluate(policy, &CALENDAR, &form, Locale::Chinese)
        .unwrap_or_else(|problems| panic!("{problems:?}"));
    let (_, rows) = result.rows.iter().find(|table| table.0 == "certificates").unwrap();
    rows.iter().map(own_value).collect()
}

const CERTIFICATES: [(&str, &str); 4] = [("A", "6"), ("b", "0"), ("c", "37"), ("a", "12")];

const AT_ITS_BOUNDARY: &str = r#"
[[example]]
name   = { zh = "恰好", en = "Exactly" }
inputs = { "合同" = [{ "编号" = "b", "月数" = 3 }, { "编号" = "a", "月数" = 12 }], "证书" = [{ "编号" = "b", "至少月数" = 4 }, { "编号" = "a", "至少月数" = 12 }] }
expect = { values = { "用到" = true } }
"#;

#[test]
fn a_row_sees_accepted_rows_of_another_table() {
    for (formula, shown) in [
        ("计数（合同，编号 = 本行（编号））", ["2", "0", "1", "2"]),
        ("计数（合同，编号 = 本行（编号） 且 月数 ≥ 本行（至少月数））", ["2", "0", "0", "1"]),
        ("合计（合同，如果 编号 = 本行（编号） 则 月数 否则 0个月）", ["18", "0", "36", "18"]),
        ("存在（合同，月数 = 本行（至少月数））", ["true", "false", "false", "true"]),
        ("最大（合同，取小（月数，本行（至少月数）），0个月）", ["6", "0", "36", "12"]),
        ("计数（合同）", ["3", "3", "3", "3"]),
    ] {
        let kind = if formula.starts_with('存') { "boolean = true\n" } else { "" };
        let file = file(&[
            &contracts(FEW),
            &certificates(FEW, &(row_value("结果", "own", formula) + kind)),
            &used(),
            AT_ITS_BOUNDARY,
        ]);
        let policy = policy(&file);
        assert_eq!(of_certificates(&policy, &CERTIFICATES), shown, "{formula}");
        // A stranger’s pack of it is taken, too.
        let read = wengang::pack::read(&wengang::pack::write(&policy)).unwrap();
        assert_eq!(of_certificates(&read, &CERTIFICATES), shown, "{formula}");
    }
}

#[test]
fn whether_a_row_counts_can_hang_on_another_table() {
    let check = "[[input.check]]\ncode = \"none\"\nmessage = { zh = \"没有合同\", en = \"no contract\" }\nformula = \"本行份数 ≠ 0份\"\n";
    let own = row_value("本行份数", "own", "计数（合同，编号 = 本行（编号））");
    let file = file(&[
        &contracts(FEW),
        &certificates(FEW, &(own + check)),
        &value("结果", "result", "合计（证书，本行份数）"),
        &used(),
    ]);
    let policy = policy(&file);
    assert_eq!(of_certificates(&policy, &CERTIFICATES), ["2", "✗0", "1", "2"]);
    // What the rows wait for is asked for.
    let form = [("certificates".to_owned(), rows(["staff", "least"], &CERTIFICATES))];
    let result = evaluate(&policy, &CALENDAR, &form, Locale::Chinese).unwrap();
    assert_eq!(result.missing, ["contracts"]);
    // Readers are told whose number is meant.
    let shown = |locale| {
        format!("{:?}", wengang::describe(&policy, locale, wengang::Date::new(2026, 1, 1).unwrap()))
    };
    assert!(shown(Locale::Chinese).contains("计数（合同，编号 = 本行（编号））"));
    assert!(shown(Locale::English).contains("count (contracts, staff = this row’s staff)"));
}

#[test]
fn what_would_go_in_circles_or_take_too_long_is_refused() {
    let behind = file(&[
        &certificates(FEW, &row_value("结果", "own", "计数（合同，编号 = 本行（编号））")),
        &contracts(FEW),
        &used(),
    ]);
    let circle = file(&[
        &contracts(&format!("{FEW}\nrow_amount = \"总数 × 1元/份\"")),
        &certificates(FEW, &row_value("结果", "own", "计数（合同，编号 = 本行（编号））")),
        &value("总数", "total", "计数（证书）"),
        &used(),
    ]);
    let chain = file(&[
        &contracts(FEW),
        &certificates(FEW, &row_value("结果", "own", "计数（合同，编号 = 本行（编号））")),
        &contracts(&format!("{FEW}\nrow_amount = \"计数（证书，编号 = 本行（编号）） × 1元/份\""))
            .replace("合同", "续签")
            .replace("contracts", "renewals"),
        &used(),
    ]);
    let many = file(&[
        &contracts("max_rows = 1001"),
        &certificates(FEW, &row_value("结果", "own", "计数（合同，编号 = 本行（编号））")),
        &used(),
    ]);
    for (file, told) in [
        (file_with("计数（证书，编号 = 编号）"), "不能统计自己这张表"),
        (file_with("计数（合同，计数（证书） > 1份）"), "统计里也不能再统计"),
        (file_with("计数（合同，本行（编号） = 本行（月数））"), "“本行”用在"),
        (file_with("本行（编号）"), "“本行”用在"),
        (file_with("计数（合同，月数 ≥ 至少月数）"), "写成：本行（至少月数）"),
        (file_with("计数（合同，同组计数（本行（编号）） > 1份）"), "“本行”用在"),
        (file_with("计数（合同，月数 ≥ 本行（编号））"), "写的却是文字"),
        (file_with("计数（合同，月数 ≥ 1天）"), "单位不一致"),
        (behind, "只能统计写在前面的表"),
        (circle, "取决于“合同”整张表"),
        (chain, "又看另一张表"),
        (many, "“max_rows”相乘不能超过 1000000"),
    ] {
        let mistakes = mistakes(&file).join("\n");
        assert!(mistakes.contains(told), "{told}: {mistakes}");
    }
}

const LEVELS: &str = "choices = [{ name = \"短\", id = \"short\", en = \"short\" }, { name = \"长\", id = \"long\", en = \"long\" }]\n";

const RATE: &str = "[[parameter]]\nname = \"标准\"\nid = \"rate\"\nen = \"rate\"\nby = [\"期限\"]\nsource = \"通知\"\nvalues = { \"短\" = \"1份\", \"长\" = \"3份\" }\n";

#[test]
fn figures_are_told_apart_by_what_is_worked_out_in_the_row() {
    let level = row_value("期限", "level", "如果 至少月数 = 0个月 则 短 否则 长") + LEVELS;
    let own = row_value("结果", "own", "标准（期限）");
    let used = value("用到", "used", "存在（证书，编号 = 编号）");
    let used = used.replace("source", "boolean = true\nsource");
    let contracts = contracts("");
    let used_contracts = value("合同数", "number", "计数（合同，编号 = 编号）");
    let file =
        file(&[RATE, &contracts, &certificates("", &(level + &own)), &used, &used_contracts]);
    assert_eq!(of_certificates(&policy(&file), &CERTIFICATES), ["3", "1", "3", "3"]);
    let wrong = file.replace("标准（期限）", "标准（编号）");
    assert!(mistakes(&wrong).join("").contains("选项（短、长）"), "{:?}", mistakes(&wrong));
}

#[test]
fn how_many_rows_a_group_may_have_can_hang_on_the_row() {
    let level = row_value("期限", "level", "如果 至少月数 = 0个月 则 短 否则 长") + LEVELS;
    let check = |count: &str| {
        format!(
            "[[input.check]]\ncode = \"many\"\nmessage = {{ zh = \"太多\", en = \"too many\" }}\nat_most = {{ by = [\"编号\"], count = \"{count}\" }}\n"
        )
    };
    let of_each = |count: &str| {
        let parts = level.clone() + &row_value("结果", "own", "1") + &check(count);
        let used = value("用到", "used", "计数（证书，至少月数 = 至少月数 且 期限 = 短）");
        let number = value("合同数", "number", "计数（合同，编号 = 编号）");
        file(&[RATE, &contracts(""), &certificates("", &parts), &used, &number])
    };
    let many = [("a", "0"), ("A", "0"), ("a", "12"), ("a", "13"), ("b", "0"), ("a", "14")];
    let policy = policy(&of_each("标准（期限）"));
    assert_eq!(of_certificates(&policy, &many), ["1", "✗1", "1", "1", "1", "✗1"]);
    let wrong = mistakes(&of_each("至少月数")).join("");
    assert!(wrong.contains("以“份”计"), "{wrong}");
}
