//! What is written, and what should be: tables to which a line is easily added.

use crate::formula::syntax::INCLUDES;
use crate::formula::{Aggregate, Function, Peers};
use crate::values::{Text, Unit};

/// Words of formulas, which stand apart from names.
pub(super) const KEYWORDS: [&str; 10] =
    ["如果", "则", "否则", "且", "或", "非", "属于", INCLUDES, "是", "否"];

/// Words with a space in them.
pub(super) const SPLIT: [(&str, &str); 4] =
    [("如 果", "如果"), ("否 则", "否则"), ("属 于", "属于"), ("并 且", "且")];

/// Words for signs and for other words, and what formulas have in their place.
pub(super) const WORDS: &[(&str, &str)] = &[
    ("不得超过", "≤"),
    ("不能超过", "≤"),
    ("不得高于", "≤"),
    ("不得多于", "≤"),
    ("不得低于", "≥"),
    ("不得少于", "≥"),
    ("应当", ""),
    ("必须", ""),
    ("应", ""),
    ("须", ""),
    ("按", ""),
    ("并非", "非"),
    ("不为", "≠"),
    ("为", "="),
    ("就", "则"),
    ("当", "如果"),
    ("时", "则"),
    ("不然", "否则"),
    ("真", "是"),
    ("假", "否"),
    ("不高于", "≤"),
    ("不超过", "≤"),
    ("不多于", "≤"),
    ("不大于", "≤"),
    ("不晚于", "≤"),
    ("小于等于", "≤"),
    ("小于或等于", "≤"),
    ("低于或等于", "≤"),
    ("不少于", "≥"),
    ("不低于", "≥"),
    ("不小于", "≥"),
    ("不早于", "≥"),
    ("大于等于", "≥"),
    ("大于或等于", "≥"),
    ("高于或等于", "≥"),
    ("达到", "≥"),
    ("至少", "≥"),
    ("最少", "≥"),
    ("至多", "≤"),
    ("最多", "≤"),
    ("高于", ">"),
    ("大于", ">"),
    ("超过", ">"),
    ("多于", ">"),
    ("晚于", ">"),
    ("低于", "<"),
    ("小于", "<"),
    ("少于", "<"),
    ("早于", "<"),
    ("不满", "<"),
    ("未满", "<"),
    ("不足", "<"),
    ("不到", "<"),
    ("不等于", "≠"),
    ("不是", "≠"),
    ("等于", "="),
    ("加上", "+"),
    ("加", "+"),
    ("减去", "-"),
    ("减", "-"),
    ("乘以", "×"),
    ("乘", "×"),
    ("x", "×"),
    ("X", "×"),
    ("除以", "/"),
    ("并且", "且"),
    ("而且", "且"),
    ("同时", "且"),
    ("包括", "包含"),
    ("含有", "包含"),
    ("或者", "或"),
    ("或是", "或"),
    ("若", "如果"),
    ("假如", "如果"),
    ("那么", "则"),
    ("否则如果", "否则 如果"),
    ("AND", "且"),
    ("OR", "或"),
    ("NOT", "非"),
    ("and", "且"),
    ("or", "或"),
    ("not", "非"),
    ("if", "如果"),
    ("then", "则"),
    ("else", "否则"),
    ("true", "是"),
    ("false", "否"),
    ("TRUE", "是"),
    ("FALSE", "否"),
];

/// Words between two things, of which formulas have none.
pub(super) const JOINING: [&str; 5] = ["和", "与", "及", "以及", "并"];

/// Words before a condition that is not to hold.
pub(super) const NEGATIONS: [&str; 8] = ["否", "不", "不是", "并非", "没有", "没", "未", "无"];

/// Comparisons in words, 为 aside.
pub(super) fn comparisons() -> impl Iterator<Item = &'static str> {
    let is_sign = |right: &str| matches!(right, "≤" | "≥" | "<" | ">" | "=" | "≠");
    WORDS.iter().filter(move |row| row.0 != "为" && is_sign(row.1)).map(|row| row.0)
}

/// Signs, and what formulas have in their place. Longer ones come first.
pub(super) const SIGNS: &[(&str, &str)] = &[
    ("∶", "/"),
    // These are right, and no slip within them.
    ("<=", "<="),
    (">=", ">="),
    ("!=", "!="),
    ("==", "="),
    ("＝＝", "="),
    ("=>", "≥"),
    ("＝＞", "≥"),
    ("＞＝", "≥"),
    (">＝", "≥"),
    ("＞=", "≥"),
    ("=<", "≤"),
    ("＝＜", "≤"),
    ("＜＝", "≤"),
    ("<＝", "≤"),
    ("＜=", "≤"),
    ("<>", "≠"),
    ("＜＞", "≠"),
    ("！＝", "≠"),
    ("！=", "≠"),
    ("≧", "≥"),
    ("⩾", "≥"),
    ("≦", "≤"),
    ("⩽", "≤"),
    ("！", "非"),
    ("!", "非"),
    ("&&", "且"),
    ("&", "且"),
    ("||", "或"),
    ("|", "或"),
    ("＊", "×"),
    ("✕", "×"),
    ("✖", "×"),
    ("·", "×"),
    ("∕", "/"),
    ("⁄", "/"),
    ("–", "-"),
    ("—", "-"),
    ("【", "（"),
    ("】", "）"),
    ("［", "（"),
    ("］", "）"),
    ("[", "（"),
    ("]", "）"),
    ("{", "（"),
    ("}", "）"),
    ("｛", "（"),
    ("｝", "）"),
];

/// Marks that stand where arguments are parted, or after the end.
pub(super) const MARKS: [char; 5] = ['：', ':', '；', ';', '。'];

/// Quotation marks, which are not those of names.
pub(super) const QUOTES: [(char, char); 7] =
    [('“', '”'), ('‘', '’'), ('"', '"'), ('\'', '\''), ('『', '』'), ('《', '》'), ('”', '“')];

/// What people write after a figure, and the unit that it is.
pub(super) const UNITS: [(&str, &str); 18] = [
    ("RMB", "元"),
    ("CNY", "元"),
    ("月份", "个月"),
    ("元整", "元"),
    ("圆", "元"),
    ("块钱", "元"),
    ("块", "元"),
    ("人民币", "元"),
    ("个人", "人"),
    ("名", "人"),
    ("位", "人"),
    ("年度", "年"),
    ("个小时", "小时"),
    ("个课时", "课时"),
    ("学时", "课时"),
    ("户", "家"),
    ("个百分点", "%"),
    ("百分点", "%"),
];

/// What stands behind a figure instead of a sign before it.
pub(super) const BEHIND: [(&str, &str); 6] = [
    ("及以上", "≥"),
    ("以上", "≥"),
    ("及以下", "≤"),
    ("及以内", "≤"),
    ("以下", "≤"),
    ("以内", "≤"),
];

/// Names near those of functions: what is written, the function, an example of it.
const FUNCTIONS: &[(&[&str], &str, &str)] = &[
    (&["年", "年度", "year", "YEAR"], "年份", "年份（日期）"),
    (&["月底", "EOMONTH"], "月末", "月末（日期）"),
    (&["平均数", "平均值", "均值", "average", "AVERAGE"], "平均", "平均（表，数，0人）"),
    (
        &["加日", "加减天", "减天", "减日", "加天数"],
        "加天",
        "加天（日期，10天）、加天（日期，-1天）",
    ),
    (
        &["加个月", "减月", "加月份", "加月数", "EDATE"],
        "加月",
        "加月（日期，3个月）、加月（日期，-3个月）",
    ),
    (&["减年", "加年数"], "加年", "加年（日期，1年）、加年（日期，-1年）"),
    (&["取最大", "最大", "最大值", "取最大值", "较大", "max", "MAX"], "取大", "取大（甲，乙）"),
    (&["取最小", "最小", "最小值", "取最小值", "较小", "min", "MIN"], "取小", "取小（甲，乙）"),
    (
        &["求和", "总和", "总计", "汇总", "sum", "SUM", "SUMIF"],
        "合计",
        "合计（表，数）；几项相加写“+”",
    ),
    (&["统计", "count", "COUNT", "COUNTIF"], "计数", "计数（表，条件）"),
    (
        &["四舍五入到", "四舍五入到元", "四舍五入到分", "round", "ROUND"],
        "四舍五入",
        "四舍五入（数，0.01元）",
    ),
    (
        &["取整", "向下取整", "舍去", "舍尾", "INT", "FLOOR", "ROUNDDOWN"],
        "只舍不入",
        "只舍不入（数，1元）",
    ),
    (&["向上取整", "进位", "进一", "CEILING", "ROUNDUP"], "只入不舍", "只入不舍（数，1元）"),
    (&["年龄", "满周岁"], "周岁", "周岁（出生日期，日期）"),
    (&["月数", "相差月数"], "满月数", "满月数（前一日，后一日）"),
    (&["生日", "出生日"], "出生日期", "出生日期（身份证号）"),
    (&["年数", "相差年数"], "满年数", "满年数（前一日，后一日）"),
    (
        &["相差天数", "间隔天数", "日期差", "日数", "DAYS", "DATEDIF"],
        "天数",
        "天数（前一日，后一日）",
    ),
    (&["月初", "当月"], "所在月", "所在月（日期）"),
];

/// The function that somebody means who calls it so, and how it is written.
pub(in crate::formula) fn function_meant(name: &str) -> Option<(&'static str, &'static str)> {
    FUNCTIONS.iter().find(|row| row.0.contains(&name)).map(|row| (row.1, row.2))
}

/// What stands before a column of the row from which another table is looked at.
pub(in crate::formula) const OWN_ROW: &str = "本行";

/// Words that are good names for items, too: the brackets, or what stands before them, tell them apart.
const ALSO_NAMES: [&str; 4] = [OWN_ROW, "出生日期", "个数", INCLUDES];

/// The names of all functions.
pub(crate) fn functions() -> impl Iterator<Item = &'static str> {
    (Function::ALL.iter().map(|entry| entry.0))
        .chain(Aggregate::ALL.iter().map(|entry| entry.0))
        .chain(Peers::ALL.iter().map(|entry| entry.0))
        .chain(["分档", "列有", "已填", "日类别", "累进", "个数", OWN_ROW])
}

/// What a word is in every formula, if it is anything.
pub(crate) fn reserved(name: &str) -> Option<Text> {
    if ALSO_NAMES.contains(&name) {
        None
    } else if KEYWORDS.contains(&name) {
        Some(Text::new("公式里的词", "a word of formulas"))
    } else if functions().any(|function| function == name) {
        Some(Text::new("函数", "a function"))
    } else if Unit::names().any(|unit| unit == name) {
        Some(Text::new("单位", "a unit"))
    } else {
        None
    }
}
