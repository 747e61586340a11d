//! What readers would stumble over: texts in the wrong language, two things called the same, headings with nothing below.

use super::nodes::{Span, all_items, items, mistake, text};
use crate::document::{Content, Diagnostic, Node};
use crate::values::text;

/// Lists whose entries readers tell apart by what they are called.
const TOLD_APART: [&str; 7] =
    ["parameter", "input", "column", "value", "condition", "deadline", "choices"];

/// Lists whose entries formulas call by their names.
const NAMED_IN_FORMULAS: [&str; 4] = ["parameter", "input", "column", "value"];

/// What is wrong with the texts of a policy document. Examples and answers are no texts.
pub(super) fn mistakes(document: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    visit(document, &mut found);
    // Clauses have lists of their own, of which readers know nothing.
    for list in TOLD_APART {
        report_called(all_items(document, list), &mut found);
    }
    let mut choices = Vec::new();
    find_choices(document, &mut choices);
    report_choices(document, &choices, &mut found);
    report_results(document, &mut found);
    report_phones(document, &mut found);
    report_codes(document, &mut found);
    report_addresses(document, &mut found);
    found
}

fn visit(node: &Node, found: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Table(entries) => {
            for (shown, at) in TEXTS.into_iter().filter_map(|key| text(node, key)) {
                found.extend(not_to_be_read(shown, at));
            }
            if let (Some((chinese, _)), Some((english, at))) = (text(node, "zh"), text(node, "en"))
            {
                let of_chinese = node.entry("zh").and_then(|zh| zh.span);
                found.extend(wrong_language(chinese, of_chinese, english, at));
            } else if let Some((english, at)) = text(node, "en") {
                found.extend(no_english(english, at));
            }
            for (key, entry) in entries {
                if ["inputs", "expect"].contains(&key.as_str()) {
                    continue;
                }
                if let Content::List(items) = &entry.content {
                    visit_list(key, entry, items, found);
                }
                visit(entry, found);
            }
        }
        Content::List(items) => items.iter().for_each(|item| visit(item, found)),
        Content::Text(text) => {
            let is_hidden = |sign: &char| HIDDEN.iter().any(|hidden| hidden.contains(sign));
            if let Some(sign) = text.chars().find(is_hidden) {
                let code = u32::from(sign);
                let message = text!(
                    "文字里有看不见的字符 U+{code:04X}",
                    "there is an invisible U+{code:04X} in the text"
                );
                let help = text!("请删去后重新写", "delete it and write the text anew");
                found.push(mistake(node.span, message, help));
            } else if text.trim().is_empty() && !text.is_empty() {
                let message = text!("文字不能为空", "the text is empty");
                let help = text!("请补写，或删去", "fill it in, or delete it");
                found.push(mistake(node.span, message, help));
            }
        }
        _ => {}
    }
}

/// Signs that turn the writing round or show nothing: a text would not read as it is.
const HIDDEN: [core::ops::RangeInclusive<char>; 4] = [
    '\u{200b}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2060}'..='\u{2069}',
    '\u{feff}'..='\u{feff}',
];

/// What authors write until they know better.
const PLACEHOLDERS: [&str; 20] = [
    "todo",
    "tbd",
    "fixme",
    "xxx",
    "xx",
    "n/a",
    "tba",
    "same as above",
    "待补",
    "待补充",
    "待定",
    "待译",
    "待写",
    "待查",
    "待确认",
    "略",
    "同上",
    "见上",
    "暂无",
    "某某",
];

/// The same within a text.
const PLACEHOLDERS_WITHIN: [&str; 7] =
    ["TODO", "FIXME", "TBD", "待补充", "待填写", "此处填写", "lorem ipsum"];

/// Keys of texts that stand without their language.
const TEXTS: [&str; 16] = [
    "zh", "en", "title", "region", "summary", "label", "help", "text", "reason", "message",
    "issuer", "office", "channel", "name", "yes", "no",
];

fn not_to_be_read(shown: &str, at: Span) -> Option<Diagnostic> {
    let words = shown.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let is_within = PLACEHOLDERS_WITHIN.iter().any(|word| shown.contains(word));
    if words.is_empty() && !shown.is_empty() || PLACEHOLDERS.contains(&&*words) || is_within {
        let message = text!("“{shown}”还不是给读者看的话", "“{shown}” says nothing to readers");
        let help = text!("请写完，或删去", "write the whole of it, or delete it");
        return Some(mistake(at, message, help));
    }
    let is_tag =
        |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '/');
    if shown.contains('>') && shown.split('<').skip(1).any(is_tag) {
        let message = text!(
            "文字照原样显示，HTML 不起作用",
            "texts are shown as they are: HTML has no effect"
        );
        let help = text!("请去掉尖括号里的内容", "remove what stands in angle brackets");
        return Some(mistake(at, message, help));
    }
    None
}

fn visit_list(key: &str, list: &Node, items: &[Node], found: &mut Vec<Diagnostic>) {
    if items.is_empty() {
        let message = text!("“{key}”里什么也没有写", "nothing is written in “{key}”");
        let help = text!("请补写，或删去这一行", "fill it in, or delete the line");
        found.push(mistake(list.span, message, help));
    }
    if TOLD_APART.contains(&key) {
        report_called(items.iter(), found);
    }
    if key == "parameter" {
        for parameter in items {
            check_percentages(parameter, found);
        }
    }
}

/// What readers of a language see: the label, or else the name.
fn called<'n>(node: &'n Node, language: &str, name: &str) -> Option<(&'n str, Span)> {
    let label = node.entry("label").and_then(|label| text(label, language));
    label.or_else(|| text(node, name))
}

fn is_han(letter: char) -> bool {
    matches!(letter, '〇' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Chinese readers are used to names and abbreviations in Latin letters, English ones to names in Chinese: only a text that
/// has nothing of its language is the wrong one.
fn wrong_language(chinese: &str, of_chinese: Span, english: &str, at: Span) -> Option<Diagnostic> {
    let is_foreign = |letter: char| letter.is_ascii_lowercase();
    let has_no_chinese = !chinese.contains(is_han) && chinese.contains(is_foreign);
    if has_no_chinese && english.contains(is_han) {
        let message = text!("中文和英文写反了", "the Chinese and the English are swapped");
        let help = text!("zh 写中文，en 写英文", "zh is for Chinese, en for English");
        return Some(mistake(of_chinese, message, help));
    }
    if has_no_chinese {
        let message = text!("zh 里没有汉字", "there is no Chinese in zh");
        return Some(mistake(of_chinese, message, text!("请写中文", "write it in Chinese")));
    }
    no_english(english, at)
}

fn no_english(english: &str, at: Span) -> Option<Diagnostic> {
    let has_none =
        english.contains(is_han) && !english.contains(|letter: char| letter.is_ascii_alphabetic());
    has_none.then(|| {
        let message = text!("en 里没有英文", "there is no English in en");
        mistake(at, message, text!("请写英文", "write it in English"))
    })
}

fn report_called<'n>(items: impl Iterator<Item = &'n Node> + Clone, found: &mut Vec<Diagnostic>) {
    report_repeated(items.clone(), |item| called(item, "zh", "name"), found);
    report_repeated(items, |item| called(item, "en", "en"), found);
}

fn report_repeated<'n>(
    items: impl Iterator<Item = &'n Node>,
    called: impl Fn(&'n Node) -> Option<(&'n str, Span)>,
    found: &mut Vec<Diagnostic>,
) {
    let mut known: Vec<(String, Option<&str>)> = Vec::new();
    for item in items {
        let Some((seen, span)) = called(item) else { continue };
        let plain = seen.trim().to_lowercase();
        let name = text(item, "name").map(|name| name.0);
        // Two of one name are a mistake already.
        let is_alike = |(other, own): &(String, Option<&str>)| {
            *other == plain && (own.is_none() || *own != name)
        };
        let is_told = found.iter().any(|told| told.place.span == span);
        if !is_told && known.iter().any(is_alike) {
            let message =
                text!("“{seen}”已用于另一项", "“{seen}” is already taken by another item");
            let help = text!("请写得让人分得清", "write it so that readers can tell them apart");
            found.push(mistake(span, message, help));
        }
        known.push((plain, name));
    }
}

/// The names of all choices.
fn find_choices<'n>(node: &'n Node, choices: &mut Vec<&'n str>) {
    match &node.content {
        Content::Table(entries) => {
            for (key, entry) in entries {
                match &entry.content {
                    Content::List(items) if key == "choices" => {
                        choices.extend(items.iter().filter_map(|item| Some(text(item, "name")?.0)));
                    }
                    _ => find_choices(entry, choices),
                }
            }
        }
        Content::List(items) => items.iter().for_each(|item| find_choices(item, choices)),
        _ => {}
    }
}

/// Beside = a name would be taken for the choice.
fn report_choices(node: &Node, choices: &[&str], found: &mut Vec<Diagnostic>) {
    let Content::Table(entries) = &node.content else { return };
    for (key, entry) in entries {
        let Content::List(items) = &entry.content else { continue };
        if !NAMED_IN_FORMULAS.contains(&key.as_str()) {
            continue;
        }
        for item in items {
            report_choices(item, choices, found);
            let Some((name, span)) = text(item, "name").filter(|name| choices.contains(&name.0))
            else {
                continue;
            };
            let message = text!(
                "“{name}”也是一个选项，不能作名称",
                "“{name}” is a choice, too, and no name for anything else"
            );
            let help = text!("请改一个更具体的名称", "choose a more specific name");
            found.push(mistake(span, message, help));
        }
    }
}

/// What the result lists beside the values would be taken for one of them.
fn report_results(document: &Node, found: &mut Vec<Diagnostic>) {
    let named = ["parameter", "input", "value"];
    let named: Vec<_> = named.into_iter().flat_map(|list| all_items(document, list)).collect();
    let names: Vec<_> = named.into_iter().filter_map(|item| Some(text(item, "name")?.0)).collect();
    for list in ["condition", "amount", "deadline"] {
        for (name, span) in all_items(document, list).filter_map(|item| text(item, "name")) {
            if names.contains(&name) {
                let message =
                    text!("“{name}”已用于另一项", "“{name}” is already taken by another item");
                let help =
                    text!("请写得让人分得清", "write it so that readers can tell them apart");
                found.push(mistake(span, message, help));
            }
        }
    }
}

fn report_phones(document: &Node, found: &mut Vec<Diagnostic>) {
    for (phone, span) in all_items(document, "contact").filter_map(|item| text(item, "phone")) {
        let is_mixed = |word: &str| {
            word.contains(|sign: char| sign.is_ascii_digit())
                && word.contains(|sign: char| sign.is_ascii_alphabetic())
        };
        if phone.split_whitespace().any(is_mixed)
            || !phone.contains(|sign: char| sign.is_ascii_digit())
        {
            let message = text!("“{phone}”里没有号码", "there is no number in “{phone}”");
            let help = text!(
                "号码用半角数字，如 \"021-12333\"；没有电话的不写 phone",
                "write digits, such as \"021-12333\"; leave phone out where there is none"
            );
            found.push(mistake(span, message, help));
        }
    }
}

/// Programs go by them.
fn report_codes(document: &Node, found: &mut Vec<Diagnostic>) {
    let checks = all_items(document, "input").flat_map(|input| items(input, "check"));
    let others = ["warning", "hint"].into_iter().flat_map(|list| all_items(document, list));
    for (code, span) in checks.chain(others).filter_map(|item| text(item, "code")) {
        let fits = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        if !code.chars().all(fits) {
            let message = text!(
                "代号只用小写字母、数字和短横线",
                "a code is made of lower-case letters, digits and hyphens"
            );
            let help = text!("如 \"too-few-hours\"", "such as \"too-few-hours\"");
            found.push(mistake(span, message, help));
        }
    }
}

/// What follows `https://` is the name of a machine of the web, and no sign of Chinese punctuation.
fn report_addresses(document: &Node, found: &mut Vec<Diagnostic>) {
    let addresses = all_items(document, "source").chain(document.entry("apply"));
    for (address, span) in addresses.filter_map(|item| text(item, "url")) {
        let host = address.split("://").nth(1).and_then(|rest| rest.split(['/', ':', '?']).next());
        let has_host = host.is_some_and(|host| host.trim_matches('.').contains('.'));
        if !has_host || address.contains(['。', '，', '；', '、', '（', '）', '”', '》']) {
            let message = text!("这个网址打不开", "this address leads nowhere");
            let help = text!(
                "请从浏览器的地址栏照抄，如 https://www.mohrss.gov.cn/…",
                "copy it from the browser’s address bar, such as https://www.mohrss.gov.cn/…"
            );
            found.push(mistake(span, message, help));
        }
    }
}

/// A share of a whole is no more than the whole. What is more is called a multiple.
fn check_percentages(parameter: &Node, found: &mut Vec<Diagnostic>) {
    let names = [text(parameter, "name"), called(parameter, "zh", "name")];
    if names.into_iter().flatten().any(|(name, _)| name.contains('倍')) {
        return;
    }
    let changes = match parameter.entry("history").map(|history| &history.content) {
        Some(Content::List(changes)) => changes.iter().collect(),
        _ => vec![parameter],
    };
    for (value, span) in changes.into_iter().filter_map(|change| text(change, "value")) {
        let whole = value.strip_suffix('%').and_then(|share| share.split('.').next());
        if whole.and_then(|whole| whole.parse::<u64>().ok()).is_some_and(|whole| whole > 100) {
            let message = text!("{value} 超过了 100%", "{value} is more than 100%");
            let help = text!(
                "比例不超过 100%；确是几倍的，名称里写明“倍”，如“加班工资倍数”",
                "a share is no more than 100%; call what is a multiple by 倍, as in 加班工资倍数"
            );
            found.push(mistake(span, message, help));
        }
    }
}
