//! Files that are not TOML: what is wrong with each part of them, in the words of those who write them.

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::document::{Diagnostic, Edit, Place};
use crate::values::{Date, Text, text};

/// A message of the TOML reader, by how it begins, and who tells what it means.
type Rule = (&'static str, fn(&Spot<'_>) -> Option<Told>);

/// The first that fits and has something to say tells it.
const RULES: [Rule; 32] = [
    ("", invisible),
    ("string values must be quoted", unquoted),
    ("invalid boolean", unquoted),
    ("key with no value", no_assignment),
    ("key with no value", stray_in_key),
    ("missing assignment", no_equals),
    ("extra `=`", one_too_many),
    ("extra comma", one_too_many),
    ("missing array opening", one_too_many),
    ("missing inline table opening", one_too_many),
    ("invalid unquoted key", no_assignment),
    ("invalid unquoted key", chinese_key),
    ("unquoted keys cannot be empty", no_key),
    ("invalid basic string, expected `\"`", no_end_of_text),
    ("invalid literal string, expected `'`", no_end_of_text),
    ("invalid multi-line", no_end_of_lines),
    ("invalid basic string, expected non", control_character),
    ("missing opening quote", no_begin_of_text),
    ("missing comma", no_comma),
    ("duplicate key", twice),
    ("cannot extend value", of_list),
    ("unclosed array table", no_end_of_header),
    ("unclosed table", no_end_of_header),
    ("invalid date", day),
    ("invalid float", day),
    ("invalid float", unquoted),
    ("invalid", figure),
    ("unexpected leading zero", leading_zero),
    ("unexpected key or value", left_over),
    ("missing escaped value", backslash),
    ("carriage return", line_end),
    ("unclosed", no_end_of_list),
];

/// What is told of a mistake, and of which bytes.
struct Told {
    span: Range<usize>,
    message: Text,
    help: Option<Text>,
    /// What to write instead of some bytes.
    right: Option<(Range<usize>, String)>,
}

impl Told {
    #[allow(clippy::unnecessary_wraps, reason = "what a rule gives, which may have nothing to say")]
    fn new(span: Range<usize>, message: Text, help: Text) -> Option<Told> {
        Some(Told { span, message, help: Some(help), right: None })
    }

    /// What to write instead of all of it.
    fn instead(self, right: impl Into<String>) -> Told {
        Told { right: Some((self.span.clone(), right.into())), ..self }
    }
}

/// Where the TOML reader met something.
struct Spot<'s> {
    source: &'s str,
    /// What it points at.
    span: Range<usize>,
    /// The line, without white space around it.
    line: Range<usize>,
}

impl<'s> Spot<'s> {
    fn line(&self) -> &'s str {
        &self.source[self.line.clone()]
    }

    fn pointed_at(&self) -> &'s str {
        &self.source[self.span.clone()]
    }

    /// From here to the end of the line.
    fn rest(&self) -> &'s str {
        self.source[self.span.start..self.line.end.max(self.span.start)].trim()
    }

    /// The key of the line, as far as it has one.
    fn key(&self) -> &'s str {
        self.line().split(['=', '＝']).next().unwrap_or_default().trim()
    }

    /// The value of the line, as far as it has one.
    fn value(&self) -> &'s str {
        self.line().split_once('=').map_or("", |parts| parts.1.trim())
    }
}

/// All that is wrong with a text that is not TOML, section by section.
pub(super) fn mistakes(source: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut sound = source.to_owned().into_bytes();
    let mut has_broken_header = false;
    for section in sections(source) {
        let text = &source[section.clone()];
        let (_, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            continue;
        }
        let told = of_section(source, &section, &errors);
        let header = text.find('\n').map_or(section.end, |end| section.start + end);
        has_broken_header |= text.starts_with(['[', '【', '［'])
            && told
                .iter()
                .any(|diagnostic| diagnostic.place.span.is_some_and(|(start, _)| start <= header));
        found.extend(told);
        let body = if text.starts_with('[') { header } else { section.start };
        for byte in &mut sound[body..section.end] {
            *byte = if *byte == b'\n' { b'\n' } else { b' ' };
        }
    }
    // What no section shows alone: a key or a table that another one has.
    let whole = String::from_utf8(sound).unwrap_or_default();
    let (_, errors) = DeTable::parse_recoverable(&whole);
    let is_first = found.is_empty();
    let is_new = |error: &&Error| is_first || error.message() == "duplicate key";
    let sections = sections(source);
    let mut twice = None;
    for error in errors.iter().filter(is_new).filter(|_| !has_broken_header) {
        let at = error.span().map_or(0, |span| span.start);
        let section = sections.iter().find(|section| section.contains(&at));
        // Of a table that stands there twice, every key may stand there twice.
        if section.is_some() && section == twice {
            continue;
        }
        if line_of(source, at).start == section.map_or(0, |section| section.start) {
            twice = section;
        }
        found.push(tell(source, 0, error));
    }
    found.sort_by_key(|diagnostic| diagnostic.place.span);
    found
}

/// The parts that begin with a header, and the one before them.
fn sections(source: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let (mut at, mut is_in_text) = (0, false);
    for line in source.split_inclusive('\n') {
        let name = line.trim_start_matches(['[', '【', '［', ' ']);
        let is_header = name.len() < line.len()
            && line.starts_with(['[', '【', '［'])
            && name.starts_with(|sign: char| sign.is_alphabetic());
        if is_header && !is_in_text && at > 0 {
            starts.push(at);
        }
        let marks = line.matches("\"\"\"").count() + line.matches("'''").count();
        is_in_text ^= marks % 2 == 1;
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([source.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// What is wrong with one section: the first mistake of each line, up to a list that does not end.
fn of_section(source: &str, section: &Range<usize>, errors: &[Error]) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::new();
    let (open, stop) = unclosed(source, section);
    let mut errors: Vec<_> = errors.iter().collect();
    // What is met at the end of a line comes of what stands on it.
    errors.sort_by_key(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = line_of(source, section.start + start).start;
        (line, error.message().starts_with("unclosed inline"), start)
    });
    let mut last_line = None;
    for error in errors {
        let start = section.start + error.span().map_or(0, |span| span.start);
        let line = line_of(source, start).start;
        if last_line == Some(line) {
            continue;
        }
        if open.is_some_and(|(at, _)| start >= at) || stop.is_some_and(|stop| start >= stop) {
            break;
        }
        last_line = Some(line);
        told.push(tell(source, section.start, error));
    }
    if let Some((at, sign)) = open
        && last_line != Some(line_of(source, at).start)
    {
        let close = if sign == '[' { ']' } else { '}' };
        let message =
            text!("这个“{sign}”没有对应的“{close}”", "this “{sign}” has no matching “{close}”");
        let help = text!("写完各项以后补上“{close}”", "add “{close}” behind the last item");
        let place = Place { path: String::new(), span: Some((at, at + 1)) };
        told.push(Diagnostic { help: Some(help), ..Diagnostic::new(&place, message) });
    }
    told
}

/// The first bracket of a section that is not closed; and where the first line ends that leaves a bracket open because
/// a text on it does not end.
fn unclosed(source: &str, section: &Range<usize>) -> (Option<(usize, char)>, Option<usize>) {
    let mut open = Vec::new();
    let mut stop = None;
    let mut at = section.start;
    let mut is_in_text = false;
    for line in source[section.clone()].split_inclusive('\n') {
        let is_header = at == section.start && line.starts_with('[');
        let marks = line.matches("\"\"\"").count() + line.matches("'''").count();
        if !is_header && !is_in_text && marks == 0 {
            let before = open.len();
            let ends = brackets(line, at, &mut open);
            if !ends && open.len() > before {
                open.truncate(before);
                stop = stop.or(Some(at + line.len()));
            }
        }
        is_in_text ^= marks % 2 == 1;
        at += line.len();
    }
    (open.into_iter().next(), stop)
}

/// Takes note of the brackets of a line. Whether its texts end on it.
fn brackets(line: &str, at: usize, open: &mut Vec<(usize, char)>) -> bool {
    let mut quote = None;
    let mut is_escaped = false;
    for (offset, sign) in line.char_indices() {
        let was_escaped = is_escaped;
        is_escaped = quote == Some('"') && sign == '\\' && !was_escaped;
        match (quote, sign) {
            (Some(end), _) if sign == end && !was_escaped => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, '#') => break,
            (None, '[' | '{') => open.push((at + offset, sign)),
            (None, ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
    }
    quote.is_none()
}

/// The line with this byte, without white space around it.
fn line_of(source: &str, at: usize) -> Range<usize> {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = source[at..].find('\n').map_or(source.len(), |length| at + length);
    let line = &source[start..end];
    let start = start + (line.len() - line.trim_start().len());
    start..start + line.trim().len()
}

/// One error of the TOML reader in plain words.
fn tell(source: &str, offset: usize, error: &Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let span = span.start + offset..span.end + offset;
    let spot = Spot { source, line: line_of(source, span.start), span: span.clone() };
    let reason = error.message();
    let mut rules = RULES.iter().filter(|rule| reason.starts_with(rule.0));
    let told = rules.find_map(|rule| (rule.1)(&spot)).unwrap_or_else(|| Told {
        span,
        message: text!("文件写法有误：{reason}", "this cannot be read: {reason}"),
        help: None,
        right: None,
    });
    let place = Place { path: String::new(), span: Some((told.span.start, told.span.end)) };
    let edit = told.right.map(|(span, right)| {
        let wrong = source[span.clone()].to_owned();
        Edit::Replace { span: (span.start, span.end), wrong, right }
    });
    Diagnostic { help: told.help, edit, ..Diagnostic::new(&place, told.message) }
}

fn invisible(spot: &Spot<'_>) -> Option<Told> {
    let sign = spot.rest().chars().next().or(spot.pointed_at().chars().next())?;
    let sign = if spot.pointed_at().starts_with(['\u{3000}', '\u{a0}']) {
        spot.pointed_at().chars().next()?
    } else {
        sign
    };
    let span = spot.span.start..spot.span.start + sign.len_utf8();
    match sign {
        '\u{3000}' | '\u{a0}' if spot.pointed_at().starts_with(sign) => Told::new(
            span,
            text!("这里是全角空格或不换行空格", "this is a wide or a non-breaking space"),
            text!("请改成半角空格", "write a plain space"),
        )
        .map(|told| told.instead(" ")),
        '\u{feff}' | '\u{200b}' => Told::new(
            span,
            text!("这里有一个看不见的字符", "there is an invisible character here"),
            text!("请删去这一行，重新输入", "delete the line and type it anew"),
        ),
        _ => None,
    }
}

/// Quotation marks that are none of TOML's.
const QUOTES: [char; 9] = ['“', '”', '‘', '’', '「', '」', '『', '』', '＂'];

/// A value that is neither text nor anything else.
fn unquoted(spot: &Spot<'_>) -> Option<Told> {
    let (value, span) = (spot.pointed_at().trim(), spot.span.clone());
    let inner = value.trim_matches(QUOTES).trim_matches('"');
    if value.is_empty() {
        let key = spot.key();
        return Told::new(
            span,
            text!("“=”后面没有写值", "nothing is written behind the “=”"),
            text!("请写：{key} = \"…\"", "write: {key} = \"…\""),
        );
    }
    if value.starts_with(QUOTES) {
        return Told::new(
            span,
            text!("引号要用半角的 \"，不用全角的", "quotation marks are \", not wide ones"),
            text!("请写：\"{inner}\"", "write: \"{inner}\""),
        )
        .map(|told| told.instead(format!("\"{inner}\"")));
    }
    if value.starts_with(['｛', '［', '【']) {
        return Told::new(
            span,
            text!("括号要用半角的 {{ 和 [", "brackets are {{ and [, not wide ones"),
            text!("请在半角状态下重新输入", "type them anew in half width"),
        );
    }
    if let Some(told) = day(spot) {
        return Some(told);
    }
    if let Some(mark) = value.chars().next_back().filter(|mark| WIDE_COMMAS.contains(mark)) {
        return wide_comma(span.end - mark.len_utf8(), mark);
    }
    let word = value.trim_end_matches(['。', '；', ';', '，', ',']);
    let boolean = match word.to_ascii_lowercase().as_str() {
        "是" | "yes" | "true" | "对" | "真" => Some("true"),
        "否" | "no" | "false" | "不" | "假" => Some("false"),
        _ => None,
    };
    if let Some(boolean) = boolean {
        return Told::new(
            span,
            text!(
                "是与否写成 true 和 false，小写，不加引号",
                "yes and no are true and false, in small letters"
            ),
            text!("请写：{boolean}", "write: {boolean}"),
        )
        .map(|told| told.instead(boolean));
    }
    if value.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ') {
        return no_comma(&Spot { span: span.end..span.end, line: spot.line.clone(), ..*spot });
    }
    if value.ends_with('"') {
        return no_begin_of_text(spot);
    }
    let shown = shortened(value);
    let is_figure = value
        .starts_with(|sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '+' | '.'))
        && value.len() > 1;
    let message = if is_figure {
        text!(
            "带单位、百分号或逗号的数要加引号",
            "a figure with a unit or a percent sign stands in quotation marks"
        )
    } else {
        text!("文字要加引号", "text stands in quotation marks")
    };
    let told = Told::new(span, message, text!("请写：\"{shown}\"", "write: \"{shown}\""));
    if shown == value && !value.contains(['"', '\\']) {
        return told.map(|told| told.instead(format!("\"{value}\"")));
    }
    told
}

/// A line that is no `key = value`.
fn no_assignment(spot: &Spot<'_>) -> Option<Told> {
    let (line, span) = (spot.line(), spot.line.clone());
    let key = spot.key();
    if line.starts_with(['【', '［']) {
        let name = line.trim_matches(['【', '】', '［', '］', '[', ']', ' ']);
        return Told::new(
            span,
            text!("每一节的名称用半角方括号", "the name of a section stands in square brackets"),
            text!("请写：[[{name}]]", "write: [[{name}]]"),
        )
        .map(|told| told.instead(format!("[[{name}]]")));
    }
    if let Some(mark) =
        ["//", "＃", "；", ";", "--", "/*", "※"].into_iter().find(|mark| line.starts_with(mark))
    {
        return Told::new(
            span,
            text!("注释以“#”开头，不用“{mark}”", "a comment begins with “#”, not with “{mark}”"),
            text!("请把“{mark}”改成“#”", "write “#” for “{mark}”"),
        );
    }
    if line.starts_with(QUOTES) {
        let key = key.trim_matches(QUOTES);
        return Told::new(
            span,
            text!("键的引号要用半角的 \"", "the quotation marks of a key are \""),
            text!("请写：\"{key}\" = …", "write: \"{key}\" = …"),
        );
    }
    if line.starts_with('[') {
        return None;
    }
    let equals = line.find('=');
    for (mark, chinese) in [('＝', "全角"), ('：', "冒号"), (':', "冒号")] {
        let Some(at) = line.find(mark).filter(|at| equals.is_none_or(|equals| *at < equals)) else {
            continue;
        };
        let (key, value) = (line[..at].trim(), line[at + mark.len_utf8()..].trim());
        let value = value.trim_matches(QUOTES).trim_matches('"');
        let message = if chinese == "全角" {
            text!("等号要用半角的 =", "the equals sign is =, not a wide one")
        } else {
            text!(
                "键和值之间写“=”，不写“{mark}”",
                "“=” stands between a key and its value, not “{mark}”"
            )
        };
        let value = shortened(value);
        return Told::new(
            span,
            message,
            text!("请写：{key} = \"{value}\"", "write: {key} = \"{value}\""),
        );
    }
    if equals.is_some() {
        return None;
    }
    Told::new(
        span,
        text!("这一行不是“键 = 值”", "this line is no “key = value”"),
        text!(
            "注释前面写“#”；一段文字写在同一行的一对引号里",
            "put “#” before a comment; text stands on one line, in one pair of quotation marks"
        ),
    )
}

/// A key and an equals sign with something else between them.
fn stray_in_key(spot: &Spot<'_>) -> Option<Told> {
    let key = spot.key();
    if key.contains(['{', '[']) || key.matches('"').count() > 1 {
        return no_equals(spot);
    }
    let name = key.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').next()?;
    Told::new(
        spot.line.start..spot.line.start + key.len(),
        text!("键和“=”之间只能有空格", "nothing but spaces stands between a key and its “=”"),
        text!("请写：{name} = …", "write: {name} = …"),
    )
}

fn no_equals(spot: &Spot<'_>) -> Option<Told> {
    Told::new(
        spot.span.clone(),
        text!("键和值之间少了“=”", "“=” is missing between a key and its value"),
        text!("在这里写“=”", "write “=” here"),
    )
}

fn one_too_many(spot: &Spot<'_>) -> Option<Told> {
    let sign = spot.pointed_at();
    let (message, help) = if sign.is_empty() {
        (
            text!("这里多了一个符号", "there is a sign too many here"),
            text!(
                "请检查这一行的逗号、等号和括号",
                "check commas, equals signs and brackets on this line"
            ),
        )
    } else {
        (
            text!("这里多了“{sign}”", "“{sign}” is too many here"),
            text!("请删去，或补上它前面缺少的内容", "delete it, or add what is missing before it"),
        )
    };
    Told::new(spot.span.clone(), message, help)
}

fn chinese_key(spot: &Spot<'_>) -> Option<Told> {
    let key = spot.pointed_at();
    if spot.line().starts_with('[') {
        return Told::new(
            spot.line.clone(),
            text!(
                "每一节的名称是英文，如 [[input]]",
                "sections have English names, such as [[input]]"
            ),
            text!("各节的名称见“各部分和各键”", "see the list of sections and keys"),
        );
    }
    if key.starts_with(QUOTES) {
        // Up to the closing mark, on the same line.
        let rest = spot.rest();
        let name = rest.split('=').next().unwrap_or(rest).trim().trim_matches(QUOTES);
        return Told::new(
            spot.span.clone(),
            text!("键的引号要用半角的 \"", "the quotation marks of a key are \""),
            text!("请写：\"{name}\" = …", "write: \"{name}\" = …"),
        );
    }
    Told::new(
        spot.span.clone(),
        text!(
            "含有中文或标点的键要加引号",
            "a key with Chinese or punctuation stands in quotation marks"
        ),
        text!("请写：\"{key}\" = …", "write: \"{key}\" = …"),
    )
    .map(|told| told.instead(format!("\"{key}\"")))
}

fn no_key(spot: &Spot<'_>) -> Option<Told> {
    if spot.line().starts_with('[') {
        let name = spot.line().trim_matches(['[', ']', ' ']);
        return Told::new(
            spot.line.clone(),
            text!("方括号之间不空格", "no space stands between square brackets"),
            text!("请写：[[{name}]]", "write: [[{name}]]"),
        );
    }
    Told::new(
        spot.span.clone(),
        text!("“=”前面没有写键", "no key is written before the “=”"),
        text!("一行写一个“键 = 值”", "write one “key = value” on a line"),
    )
}

fn no_end_of_text(spot: &Spot<'_>) -> Option<Told> {
    let line = spot.line();
    let quote = line.find(['"', '\''])?;
    // The last that opens is the one that is not closed.
    let open = line
        .rfind(['"', '\''])
        .filter(|last| *last > quote && line[*last + 1..].find(QUOTES).is_none());
    let start = spot.line.start + open.unwrap_or(quote);
    let is_wide = line.trim_end_matches([',', '}', ']', ' ']).ends_with(QUOTES);
    let message = if is_wide {
        text!("右引号要用半角的 \"", "the closing quotation mark is \", not a wide one")
    } else {
        text!("文字少了右引号", "the closing quotation mark is missing")
    };
    Told::new(
        start..spot.line.end,
        message,
        text!(
            "文字写在同一行的一对半角引号里：\"…\"",
            "text stands on one line, in a pair of quotation marks: \"…\""
        ),
    )
}

fn no_end_of_lines(spot: &Spot<'_>) -> Option<Told> {
    let before = &spot.source[..spot.span.start];
    let start = before.rfind("\"\"\"").or(before.rfind("'''"))?;
    Told::new(
        start..start + 3,
        text!("几行的文字没有结束", "a text of several lines does not end"),
        text!("在文字后面补上三个引号：\"\"\"", "close it with three quotation marks: \"\"\""),
    )
}

fn no_begin_of_text(spot: &Spot<'_>) -> Option<Told> {
    let rest = spot.rest();
    let before = rest.split('"').next().unwrap_or_default().trim_end();
    if let Some(mark) = before.chars().next_back().filter(|mark| WIDE_COMMAS.contains(mark)) {
        let start = spot.span.start + before.len() - mark.len_utf8();
        return wide_comma(start, mark);
    }
    let value = rest.trim_matches(QUOTES).trim_matches('"');
    let value = shortened(value);
    Told::new(
        spot.span.start..spot.line.end,
        text!("文字少了半角的左引号", "the opening quotation mark is missing"),
        text!("请写：\"{value}\"", "write: \"{value}\""),
    )
}

fn control_character(spot: &Spot<'_>) -> Option<Told> {
    if spot.pointed_at() == "\r" {
        return no_end_of_text(spot);
    }
    Told::new(
        spot.span.clone(),
        text!(
            "文字里有一个看不见的控制字符",
            "there is an invisible control character in the text"
        ),
        text!("请删去它，重新输入这段文字", "delete it and type the text anew"),
    )
}

/// What is written for a comma.
const WIDE_COMMAS: [char; 4] = ['，', '、', '；', ';'];

fn wide_comma(start: usize, mark: char) -> Option<Told> {
    Told::new(
        start..start + mark.len_utf8(),
        text!("各项用半角逗号“,”隔开，不用“{mark}”", "items are parted by “,”, not by “{mark}”"),
        text!("请把“{mark}”改成“,”", "write “,” for “{mark}”"),
    )
    .map(|told| told.instead(","))
}

fn no_comma(spot: &Spot<'_>) -> Option<Told> {
    if let Some(mark) = spot.rest().chars().next().filter(|mark| WIDE_COMMAS.contains(mark)) {
        return wide_comma(spot.span.start, mark);
    }
    Told::new(
        spot.span.clone(),
        text!("两项之间少了逗号", "a comma is missing between two items"),
        text!("在这里补上“,”", "add “,” here"),
    )
}

fn twice(spot: &Spot<'_>) -> Option<Told> {
    let key = spot.pointed_at();
    let line = spot.line();
    let (message, help) = if line.starts_with("[[") {
        (
            text!("“{key}”前面已经用另一种写法写过", "“{key}” is already written in another way"),
            text!(
                "同一名称只用一种写法：[{key}]、[[{key}]] 或 {key} = [ … ]",
                "write it in one way: [{key}], [[{key}]] or {key} = [ … ]"
            ),
        )
    } else if line.starts_with('[') {
        (
            text!("[{key}] 只能有一次", "[{key}] can stand only once"),
            text!("请合成一节，或改成 [[{key}]]", "make one section of it, or write [[{key}]]"),
        )
    } else {
        (
            text!("“{key}”在这一节里写了两次", "“{key}” stands twice in this section"),
            text!(
                "请只留一个；另起一项要先写它的 [[…]]",
                "keep one of them; another item begins with its [[…]]"
            ),
        )
    };
    Told::new(spot.span.clone(), message, help)
}

/// A section that would belong to an item of a list.
fn of_list(spot: &Spot<'_>) -> Option<Told> {
    let section = spot.line();
    Told::new(
        spot.line.clone(),
        text!(
            "{section} 前面的一项是写在列表里的",
            "what {section} belongs to is written in a list"
        ),
        text!(
            "请把那个列表也写成 [[…]]，一项一节",
            "write that list as [[…]] too, a section for each item"
        ),
    )
}

fn no_end_of_header(spot: &Spot<'_>) -> Option<Told> {
    let line = spot.line();
    let is_list = line.starts_with("[[");
    let name = line.trim_matches(['[', ']', '【', '】', '［', '］', ' ']);
    let name: String = name
        .chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '.' | '-'))
        .collect();
    let right = if is_list { format!("[[{name}]]") } else { format!("[{name}]") };
    Told::new(
        spot.line.clone(),
        text!("这一节的名称后面少了“]”", "“]” is missing behind the name of the section"),
        text!("请写：{right}", "write: {right}"),
    )
    .map(|told| told.instead(right))
}

/// What looks like a day.
fn day(spot: &Spot<'_>) -> Option<Told> {
    let written = if spot.pointed_at().starts_with(|sign: char| sign.is_ascii_digit()) {
        spot.pointed_at()
    } else {
        spot.value().split([',', '}']).next()?.trim()
    };
    let numbers: Vec<&str> =
        written.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let is_day = numbers.len() >= 2
        && numbers[0].len() == 4
        && numbers.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_day {
        return None;
    }
    let start = spot.source[spot.line.start..]
        .find(written)
        .map_or(spot.span.start, |at| spot.line.start + at);
    let span = start..start + written.len();
    let numbers: Vec<u32> = numbers.iter().filter_map(|part| part.parse().ok()).collect();
    let date = match numbers.as_slice() {
        [year, month, day] => Date::new(i32::try_from(*year).ok()?, *month, *day),
        _ => None,
    };
    match date {
        Some(date) => Told::new(
            span,
            text!(
                "日期写成四位年、两位月、两位日",
                "a date has four digits for the year and two each for month and day"
            ),
            text!("请写：{date}", "write: {date}"),
        )
        .map(|told| told.instead(date.to_string())),
        None if numbers.len() == 3 => Told::new(
            span,
            text!("没有这一天：{written}", "there is no such day: {written}"),
            text!(
                "应写实际存在的日期，如 2024-12-31",
                "write a date that exists, such as 2024-12-31"
            ),
        ),
        None => Told::new(
            span,
            text!("日期没有写完", "the date is incomplete"),
            text!("日期写成 2024-12-31，年、月、日都要写", "write year, month and day: 2024-12-31"),
        ),
    }
}

fn figure(spot: &Spot<'_>) -> Option<Told> {
    let value = spot.pointed_at();
    let is_figure = value.starts_with(|sign: char| sign.is_ascii_digit());
    let message = text!("这个数写得不对", "this figure cannot be read");
    let help = text!(
        "带小数或单位的数要加引号：\"{value}\"",
        "put figures with decimals or a unit in quotation marks: \"{value}\""
    );
    if is_figure { Told::new(spot.span.clone(), message, help) } else { None }
}

fn leading_zero(spot: &Spot<'_>) -> Option<Told> {
    let value = spot.value();
    Told::new(
        spot.span.clone(),
        text!("数不以 0 开头", "a figure does not begin with 0"),
        text!(
            "编号和电话要加引号：\"{value}\"",
            "numbers of documents and telephones stand in quotation marks: \"{value}\""
        ),
    )
}

/// Something behind a value.
fn left_over(spot: &Spot<'_>) -> Option<Told> {
    let (rest, line) = (spot.rest(), spot.line());
    let span = spot.span.start..spot.line.end.max(spot.span.start);
    let first = rest.chars().next()?;
    let before = spot.source[spot.line.start..spot.span.start].trim_end();
    if before.ends_with(|sign: char| sign.is_ascii_digit())
        && first == ','
        && rest[1..].starts_with(|sign: char| sign.is_ascii_digit())
    {
        let plain: String = spot.value().chars().filter(|sign| *sign != ',').collect();
        return Told::new(
            span,
            text!("数里不写千分位的逗号", "a figure has no commas"),
            text!("请写：{plain}", "write: {plain}"),
        );
    }
    if rest.chars().count() == 1 && !first.is_alphanumeric() {
        return Told::new(
            span,
            text!("行末不写“{first}”", "a line does not end with “{first}”"),
            text!("请删去“{first}”", "delete “{first}”"),
        );
    }
    if first == '＃' || rest.starts_with("//") {
        let mark = if first == '＃' { "＃" } else { "//" };
        return Told::new(
            span,
            text!("注释以半角的“#”开头", "a comment begins with “#”"),
            text!("请把“{mark}”改成“#”", "write “#” for “{mark}”"),
        );
    }
    let next_key = rest.trim_start_matches([',', '，', '；', ';', ' ']);
    let next_key = next_key.split('=').next().filter(|key| key.len() < next_key.len());
    let is_key =
        |key: &str| key.trim().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if next_key.is_some_and(is_key) {
        return Told::new(
            span,
            text!("一行只写一个“键 = 值”", "one “key = value” stands on a line"),
            text!("请另起一行", "begin a new line"),
        );
    }
    if before.ends_with('"') && line.matches('"').count() > 2 {
        return Told::new(
            span,
            text!(
                "文字在这里已经结束：文字里面不能再用半角引号",
                "the text has ended here: no further \" may stand within it"
            ),
            text!("文字里面的引号写成“”", "write quotation marks within text as “”"),
        );
    }
    let rest = shortened(rest);
    Told::new(
        span,
        text!("值后面多出了“{rest}”", "“{rest}” stands behind the value"),
        text!(
            "注释前面写“#”；文字写在一对引号里",
            "put “#” before a comment; text stands in one pair of quotation marks"
        ),
    )
}

fn backslash(spot: &Spot<'_>) -> Option<Told> {
    let start = spot.source[..spot.span.start].rfind('\\')?;
    Told::new(
        start..start + 1,
        text!("文字里的“\\”要写两个", "a “\\” in text is written twice"),
        text!("请写：\\\\", "write: \\\\"),
    )
}

fn line_end(spot: &Spot<'_>) -> Option<Told> {
    Told::new(
        spot.span.clone(),
        text!("换行写得不对", "the line does not end as lines do"),
        text!(
            "请用编辑器把换行改成 LF 或 CRLF 再保存",
            "save the file with LF or CRLF at the ends of lines"
        ),
    )
}

fn no_end_of_list(spot: &Spot<'_>) -> Option<Told> {
    Told::new(
        spot.span.clone(),
        text!("括号没有对应的另一半", "a bracket lacks its other half"),
        text!("请检查 [ ] 和 {{ }}", "check [ ] and {{ }}"),
    )
}

/// So much of a text as is shown.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
