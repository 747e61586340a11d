//! A policy in words: what its results are called and how they are shown, what each input may be, its rules with their sources.

use wengang::{Date, Locale, Policy, Token, describe};

use crate::heading::Added;
use crate::task::added;

/// What a description consists of.
enum Node<'d> {
    Plain(String),
    List(Vec<Node<'d>>),
    Object(Vec<(&'d str, Node<'d>)>),
}

impl<'d> Node<'d> {
    fn read(tokens: &mut impl Iterator<Item = Token<'d>>, written: &mut &str) -> Option<Node<'d>> {
        Some(match tokens.next()? {
            Token::End => return None,
            Token::Null => Node::Plain(String::new()),
            Token::Boolean(value) => Node::Plain(value.to_string()),
            Token::Integer(value) => Node::Plain(value.to_string()),
            Token::Known(text) => Node::Plain(text.to_owned()),
            Token::Written(length) => {
                let (text, rest) = written.split_at_checked(length).unwrap_or_default();
                *written = rest;
                Node::Plain(text.to_owned())
            }
            Token::List => {
                let mut items = Vec::new();
                while let Some(item) = Node::read(tokens, written) {
                    items.push(item);
                }
                Node::List(items)
            }
            Token::Object | Token::Kept(_) => {
                let mut entries = Vec::new();
                while let Some(Token::Known(key)) = tokens.next() {
                    entries.push((key, Node::read(tokens, written)?));
                }
                Node::Object(entries)
            }
        })
    }

    fn get(&self, key: &str) -> Option<&Node<'d>> {
        let Node::Object(entries) = self else { return None };
        entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
    }

    fn items(&self, key: &str) -> &[Node<'d>] {
        match self.get(key) {
            Some(Node::List(items)) => items,
            _ => &[],
        }
    }

    /// The text of an entry; empty where there is none.
    fn text(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Node::Plain(text)) => text,
            _ => "",
        }
    }

    /// Document, number and passage of a source.
    fn source(&self, locale: Locale) -> String {
        let Some(source) = self.get("source") else { return String::new() };
        let document = source.text("document");
        let document = locale.pick(format!("《{document}》"), document.to_owned());
        let parts = [document.as_str(), source.text("number"), source.text("section")];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let second_hand = locale.pick("（二手来源）", " (second-hand)");
        let is_second_hand = source.text("reliability") == "secondary";
        parts.join(locale.pick("，", ", ")) + if is_second_hand { second_hand } else { "" }
    }
}

/// How a value is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    Number,
    Money,
    Percentage,
    Text,
}

/// A value of a policy as readers know it.
pub(crate) struct ValueOutline {
    pub(crate) label: String,
    pub(crate) shown: Shown,
    /// Ids and labels of what it may be.
    pub(crate) choices: Vec<(String, String)>,
}

/// A policy in words.
pub(crate) struct Outline {
    /// Its values, in order.
    pub(crate) values: Vec<ValueOutline>,
    /// For each input its id and what it may be.
    allowed: Vec<(String, String)>,
    /// Its rules: what, how it is worked out or what it is, where it stands.
    pub(crate) rules: Vec<[String; 3]>,
}

impl Outline {
    /// In one language.
    pub(crate) fn new(policy: &Policy, locale: Locale) -> Outline {
        // Only whether it is in force hangs on the day.
        let day = Date::new(2000, 1, 1).unwrap_or_else(|| unreachable!("there was such a day"));
        let data = describe(policy, locale, day);
        let mut written = data.written();
        let node = Node::read(&mut data.tokens().iter().copied(), &mut written);
        let node = node.unwrap_or(Node::List(Vec::new()));
        let pairs = |node: &Node<'_>| {
            let choices = node.items("choices").iter();
            choices
                .map(|choice| (choice.text("id").to_owned(), choice.text("label").to_owned()))
                .collect()
        };
        let values = node.items("values").iter().map(|value| ValueOutline {
            label: value.text("label").to_owned(),
            shown: match value.text("type") {
                "number" => Shown::Number,
                "money" => Shown::Money,
                "percentage" => Shown::Percentage,
                _ => Shown::Text,
            },
            choices: pairs(value),
        });
        let inputs = node.items("inputs").iter();
        Outline {
            values: values.collect(),
            allowed: inputs
                .map(|input| (input.text("id").to_owned(), allowed(input, locale)))
                .collect(),
            rules: rules(&node, locale),
        }
    }

    /// What the columns of results may be called.
    pub(crate) fn added(policy: &Policy) -> Added {
        let values: Vec<String> = policy.value_ids().map(str::to_owned).collect();
        Added {
            ids: added(&values).map(str::to_owned).collect(),
            words: [Locale::Chinese, Locale::English]
                .map(|locale| Outline::new(policy, locale).headings(locale)),
        }
    }

    /// What the columns of results are called.
    pub(crate) fn headings(&self, locale: Locale) -> Vec<String> {
        let first = locale.pick(["是否符合", "金额（元）"], ["Eligible", "Amount (yuan)"]);
        let values = self.values.iter().map(|value| value.label.clone());
        let last = last_headings(locale).map(str::to_owned);
        first.map(str::to_owned).into_iter().chain(values).chain(last).collect()
    }

    /// What an input may be.
    pub(crate) fn allowed(&self, field: &str) -> &str {
        self.allowed.iter().find(|input| input.0 == field).map_or("", |input| &input.1)
    }
}

/// What the columns of missing answers and of problems are called.
pub(crate) fn last_headings(locale: Locale) -> [&'static str; 2] {
    locale.pick(["还缺的答案", "有误之处"], ["Answers missing", "Problems"])
}

/// What an input may be.
fn allowed(input: &Node<'_>, locale: Locale) -> String {
    let to = locale.pick("至", "to");
    let (min, max, unit) = (input.text("min"), input.text("max"), input.text("unit"));
    match input.text("type") {
        "boolean" => locale.pick("是、否", "yes, no").to_owned(),
        "choice" | "choices" => {
            let labels: Vec<_> =
                input.items("choices").iter().map(|one| one.text("label")).collect();
            labels.join(locale.pick("、", ", "))
        }
        "count" => {
            let whole = locale.pick("整数，", "whole numbers, ");
            format!("{whole}{min} {to} {max} {unit}").trim_end().to_owned()
        }
        "number" | "money" => format!("{min} {to} {max} {unit}").trim_end().to_owned(),
        "percentage" => locale.pick(
            format!("百分比（5.5% 或 0.055），{min} 至 {max}"),
            format!("a percentage (5.5% or 0.055), {min} to {max}"),
        ),
        "date" => locale.pick(
            format!("日期（2024-03-15），{min} 至 {max}"),
            format!("a day (2024-03-15), {min} to {max}"),
        ),
        _ => String::new(),
    }
}

fn rules(node: &Node<'_>, locale: Locale) -> Vec<[String; 3]> {
    let mut rules = vec![
        [
            node.text("title").to_owned(),
            node.text("region").to_owned(),
            node.text("version").to_owned(),
        ],
        [
            locale.pick("项目", "Item").to_owned(),
            locale.pick("算法或数值", "Formula or figure").to_owned(),
            locale.pick("依据", "Source").to_owned(),
        ],
    ];
    let row = |item: &Node<'_>, what: &str| {
        [item.text("label").to_owned(), what.to_owned(), item.source(locale)]
    };
    for item in node.items("conditions") {
        rules.push(row(item, item.text("formula")));
    }
    if let Some(item @ Node::Object(_)) = node.get("amount") {
        rules.push(row(item, item.text("formula")));
    }
    for item in node.items("values") {
        rules.push(row(item, item.text("formula")));
    }
    for item in node.items("parameters") {
        for figure in item.items("history") {
            let from = figure.text("from");
            let since = if from.is_empty() {
                String::new()
            } else {
                locale.pick(format!("{from} 起："), format!("from {from}: "))
            };
            let source = figure.source(locale);
            let settings = figure.items("settings");
            let mut add = |of: &str, shown: &str| {
                let label = item.text("label");
                let label =
                    if of.is_empty() { label.to_owned() } else { format!("{label}（{of}）") };
                rules.push([label, format!("{since}{shown}"), source.clone()]);
            };
            if settings.is_empty() {
                add("", figure.text("display"));
            }
            for setting in settings {
                add(setting.text("of"), setting.text("display"));
            }
        }
    }
    for source in node.items("sources") {
        let title = source.text("document");
        let parts = ["issuer", "number", "date"].map(|key| source.text(key));
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        rules.push([
            locale.pick(format!("《{title}》"), title.to_owned()),
            parts.join(locale.pick("，", ", ")),
            source.text("url").to_owned(),
        ]);
    }
    rules
}
