//! Slips in formulas as the author of a file sees them, and what does not follow from them.

use crate::support::{file, input, mistakes, value};

/// What is told of one formula about two yes-or-no questions and a number.
fn told(formula: &str) -> Vec<String> {
    let boolean = value("结果", "result", formula);
    mistakes(&file(&[
        &input("困难企业", "troubled", "boolean", ""),
        &input("列为严重失信", "dishonest", "boolean", ""),
        &input("参保人数", "insured", "count", "unit = \"人\""),
        &boolean,
    ]))
}

#[test]
fn a_missing_space_is_shown() {
    for (formula, tells) in [
        (
            "非列为严重失信 且 参保人数 > 30人 且 困难企业",
            "“非列为严重失信”中，“非”与名称之间要空格；请写：非 列为严重失信 且 参保人数 > 30人 且 困难企业",
        ),
        (
            "困难企业且非列为严重失信",
            "“困难企业且非列为严重失信”中，“且”与名称之间要空格；请写：困难企业 且 非 列为严重失信",
        ),
        (
            "如果困难企业 则 参保人数 否则 30人",
            "“如果困难企业”中，“如果”与名称之间要空格；请写：如果 困难企业 则 参保人数 否则 30人",
        ),
        ("参保人数高于30人", "“高于”在公式里写成“>”；请写：参保人数 > 30人"),
        ("参保人数 至少 30人", "“至少”在公式里写成“≥”；请写：参保人数 ≥ 30人"),
        (
            "参保人数 > 30人 and 困难企业",
            "“and”在公式里写成“且”；请写：参保人数 > 30人 且 困难企业",
        ),
        ("参保人数 ≥ 30 人", "数和单位之间不空格；请写：参保人数 ≥ 30人"),
        (
            "30人 ≤ 参保人数 < 300人",
            "比较不能连写，要用“且”连接；请写：参保人数 ≥ 30人 且 参保人数 < 300人",
        ),
        ("参保人数 ≥ 三十人", "“三十人”在公式里写成“30人”；请写：参保人数 ≥ 30人"),
    ] {
        assert_eq!(told(formula), [tells], "{formula}");
    }
}

#[test]
fn an_unknown_name_is_still_unknown() {
    for formula in ["参保人敉 ≥ 30人", "参保人员总数 > 30人"] {
        assert_eq!(told(formula).len(), 1);
        assert!(told(formula)[0].contains("是否想写“参保人数”"), "{:?}", told(formula));
    }
    assert_eq!(told("实缴保费 / 2"), ["没有名为“实缴保费”的项目"]);
    // A yes-or-no question is no number.
    assert_eq!(told("困难企 × 2"), ["没有名为“困难企”的项目"]);
}

#[test]
fn what_uses_something_broken_is_not_reported_too() {
    let list = "[[input]]\nname = \"名单\"\nid = \"people\"\nen = \"people\"\ntype = \"table\"\nunit = \"人\"\n\
                [[input.column]]\nname = \"工资\"\nid = \"wage\"\nen = \"wage\"\ntype = \"moneyy\"\n\
                [[input.value]]\nname = \"补贴\"\nid = \"subsidy\"\nen = \"subsidy\"\nformula = \"工资 ×\"\n\
                [[input.value]]\nname = \"再补\"\nid = \"more\"\nen = \"more\"\nformula = \"补贴 × 2\"\n";
    let file = file(&[
        list,
        &value("总额", "total", "合计（名单，再补）"),
        &value("一半", "half", "总额 / 2"),
    ]);
    let told = mistakes(&file);
    assert!(told.len() == 2, "{told:?}");
    assert!(told[0].contains("没有这种类型") && told[1].contains("公式没有写完"), "{told:?}");
}
