//! The parts of a workbook that results change, and those of a new one.

use wengang::Locale;

use super::cells::escaped;
use super::{Workbook, relations_of};
use crate::unreadable::Unreadable;

/// The part with the rules.
pub(crate) const RULES: &str = "xl/worksheets/wengang-rules.xml";

/// The part with what is wrong.
pub(crate) const ERRORS: &str = "xl/worksheets/wengang-errors.xml";

const MOST_BYTES: u64 = 64 << 20;

macro_rules! xml {
    ($($text:expr),* $(,)?) => {
        concat!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n", $($text),*)
    };
}

const SHEET_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The beginning of a new sheet, whose first row stays in view.
pub(crate) const HEAD: &str = xml!(
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#,
    r#"<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#,
    r#"<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="64" width="16" customWidth="1"/></cols><sheetData>"#
);

/// The beginning of a sheet of texts.
pub(crate) const TABLE_HEAD: &str = xml!(
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#,
    r#"<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="2" width="28" customWidth="1"/><col min="3" max="5" width="48" customWidth="1"/></cols><sheetData>"#
);

/// The end of a new sheet.
pub(crate) const TAIL: &str = "</sheetData></worksheet>";

const STYLES: &str = xml!(
    r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#,
    r#"<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>"#,
    r#"<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"#,
    r#"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#,
    r#"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">"#,
    r#"<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#,
    r#"<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#,
    r#"<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#,
    r#"<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>"#,
    r#"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
);

/// The names of the sheets of rules and of errors.
fn names(locale: Locale) -> [&'static str; 2] {
    locale.pick(["规则", "有误之处"], ["Rules", "Problems"])
}

/// The parts of a new workbook, but its sheets. It says nothing of who made it.
pub(crate) fn new(locale: Locale) -> Vec<(&'static str, String)> {
    let sheets =
        ["/xl/worksheets/sheet1.xml".to_owned(), format!("/{RULES}"), format!("/{ERRORS}")];
    let [rules, errors] = names(locale);
    let names = [locale.pick("结果", "Results"), rules, errors];
    let start = xml!("");
    let each = |write: &dyn Fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(index, sheet)| write(index + 1, sheet)).collect()
    };
    vec![
        (
            "[Content_Types].xml",
            format!(
                r#"{start}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{}</Types>"#,
                each(&|_, sheet| format!(
                    r#"<Override PartName="{sheet}" ContentType="{SHEET_TYPE}"/>"#
                ))
            ),
        ),
        (
            "_rels/.rels",
            format!(
                r#"{start}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"{start}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{RELATIONS}"><sheets>{}</sheets></workbook>"#,
                each(&|id, _| format!(
                    r#"<sheet name="{}" sheetId="{id}" r:id="rId{id}"/>"#,
                    names[id - 1]
                ))
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"{start}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}<Relationship Id="rId9" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>"#,
                each(&|id, sheet| format!(
                    r#"<Relationship Id="rId{id}" Type="{RELATIONS}/worksheet" Target="{sheet}"/>"#
                ))
            ),
        ),
        ("xl/styles.xml", STYLES.to_owned()),
    ]
}

/// The parts of a workbook that another two sheets and two styles change.
pub(crate) fn changed(
    workbook: &Workbook,
    locale: Locale,
) -> Result<Vec<(String, Vec<u8>)>, Unreadable> {
    let archive = &workbook.archive;
    let read = |name: &str| -> Result<(String, String), Unreadable> {
        let entry = archive.find(name).ok_or_else(|| Unreadable::damaged(name))?;
        let text = String::from_utf8(archive.whole(entry, MOST_BYTES)?);
        Ok((entry.name.clone(), text.map_err(|_| Unreadable::damaged(name))?))
    };
    let mut changed = Vec::new();
    let mut add = |(name, text): (String, String), end: &str, added: &dyn Fn(&str) -> String| {
        let text = before_end(&text, end, added).ok_or_else(|| Unreadable::damaged(&name))?;
        changed.push((name, text.into_bytes()));
        Ok::<_, Unreadable>(())
    };
    // From an earlier run they are there already.
    if archive.find(RULES).is_none() {
        let both = [RULES, ERRORS];
        add(read("[Content_Types].xml")?, "Types", &|p| {
            let each = both.map(|part| {
                format!(r#"<{p}Override PartName="/{part}" ContentType="{SHEET_TYPE}"/>"#)
            });
            each.concat()
        })?;
        let (name, text) = read(&workbook.part)?;
        let relations = if text.contains("purl.oclc.org/ooxml") {
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        } else {
            RELATIONS
        };
        add(read(&relations_of(&workbook.part))?, "Relationships", &|p| {
            let each = both.map(|part| {
                let id = part.rsplit('/').next().unwrap_or_default().trim_end_matches(".xml");
                format!(
                    r#"<{p}Relationship Id="{id}" Type="{relations}/worksheet" Target="/{part}"/>"#
                )
            });
            each.concat()
        })?;
        let [rules, errors] = names(locale).map(|name| unused(workbook, name));
        let id = workbook.last_id;
        add((name, text), "sheets", &|p| {
            let each = [(rules.as_str(), "rules", 1), (errors.as_str(), "errors", 2)].map(|(name, part, place)| {
                let (name, id) = (escaped(name), id + place);
                format!(r#"<{p}sheet name="{name}" sheetId="{id}" xmlns:wg="{relations}" wg:id="wengang-{part}"/>"#)
            });
            each.concat()
        })?;
    }
    if let (Some(styles), Some(count)) = (&workbook.styles, workbook.styles_count()) {
        let (name, text) = read(styles)?;
        let style = |p: &str, format: u32| {
            format!(
                r#"<{p}xf numFmtId="{format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#
            )
        };
        let text = counted(&text, "cellXfs", count + 2);
        add((name, text), "cellXfs", &|p| style(p, 4) + &style(p, 10))?;
    }
    Ok(changed)
}

/// A name that no sheet has yet.
fn unused(workbook: &Workbook, name: &str) -> String {
    let is_used =
        |name: &str| workbook.names.iter().any(|used| used.to_lowercase() == name.to_lowercase());
    let others = (2..).map(|number| format!("{name} {number}"));
    let mut names = [name.to_owned()].into_iter().chain(others);
    names.find(|name| !is_used(name)).unwrap_or_else(|| name.to_owned())
}

/// A text with something added before an end tag, which is told the prefix that tags have.
fn before_end(text: &str, element: &str, added: &dyn Fn(&str) -> String) -> Option<String> {
    let name = text.rfind(&format!("{element}>"))?;
    let start = text[..name].rfind('<')?;
    let prefix = text.get(start + 1..name)?;
    if let Some(prefix) = prefix.strip_prefix('/') {
        return Some(format!("{}{}{}", &text[..start], added(prefix), &text[start..]));
    }
    None
}

/// A text with another count in the start tag of an element.
fn counted(text: &str, element: &str, count: usize) -> String {
    let found = text.find(&format!("{element} ")).and_then(|tag| {
        let end = tag + text[tag..].find('>')?;
        let start = tag + text[tag..end].find("count=\"")? + 7;
        Some((start, start + text[start..end].find('"')?))
    });
    found.map_or_else(
        || text.to_owned(),
        |(start, end)| format!("{}{count}{}", &text[..start], &text[end..]),
    )
}

/// What stands before the rows: without the extent of the sheet, and with room for so many columns from `first` on, which are
/// not hidden where others behind the sheet's own are.
pub(crate) fn head(bytes: &[u8], first: usize, columns: usize) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    let mut text = text.to_owned();
    if let Some(start) = text.find("dimension ").and_then(|at| text[..at].rfind('<'))
        && let Some(end) = text[start..].find("/>")
    {
        text.replace_range(start..start + end + 2, "");
    }
    let Some(data) = text.rfind("sheetData").and_then(|at| text[..at].rfind('<')) else {
        return text.into_bytes();
    };
    let prefix = text[data + 1..].split("sheetData").next().unwrap_or_default().to_owned();
    let (from, to) = (first + 1, first + columns);
    let own = format!(r#"<{prefix}col min="{from}" max="{to}" width="16" customWidth="1"/>"#);
    let open = format!("<{prefix}cols>");
    let Some(start) = text.find(&open) else {
        text.insert_str(data, &format!("{open}{own}</{prefix}cols>"));
        return text.into_bytes();
    };
    let start = start + open.len();
    let Some(length) = text[start..].find(&format!("</{prefix}cols>")) else {
        return text.into_bytes();
    };
    let mut before = String::new();
    let mut behind = String::new();
    for tag in text[start..start + length].split_inclusive('>') {
        let number = |name: &str| -> Option<usize> {
            tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?.parse().ok()
        };
        let (Some(min), Some(max)) = (number("min"), number("max")) else { continue };
        let with = |min: usize, max: usize, old: (usize, usize)| {
            tag.replace(&format!(" min=\"{}\"", old.0), &format!(" min=\"{min}\""))
                .replace(&format!(" max=\"{}\"", old.1), &format!(" max=\"{max}\""))
        };
        if min < from {
            before.push_str(&with(min, max.min(from - 1), (min, max)));
        }
        if max > to {
            behind.push_str(&with(min.max(to + 1), max, (min, max)));
        }
    }
    text.replace_range(start..start + length, &format!("{before}{own}{behind}"));
    text.into_bytes()
}

/// A row without the note of which columns it has.
pub(crate) fn without_spans(row: &[u8]) -> Vec<u8> {
    let tag = row.iter().position(|byte| *byte == b'<').unwrap_or_default();
    let end = row[tag..].iter().position(|byte| *byte == b'>').map_or(tag, |end| tag + end);
    let spans = row[tag..end].windows(8).position(|bytes| bytes == b" spans=\"");
    let Some(start) = spans.map(|start| tag + start) else { return row.to_vec() };
    let Some(length) = row[start + 8..end].iter().position(|byte| *byte == b'"') else {
        return row.to_vec();
    };
    [&row[..start], &row[start + 8 + length + 1..]].concat()
}

/// The prefix in an end tag such as `</x:row>`.
pub(crate) fn prefix_of_end(tag: &[u8]) -> &str {
    let name = std::str::from_utf8(tag.strip_prefix(b"</").unwrap_or_default()).unwrap_or_default();
    name.find(':').map_or("", |colon| &name[..=colon])
}

/// The style of the last cell of a row.
pub(crate) fn last_style(row: &[u8]) -> Option<usize> {
    let start = row.windows(4).rposition(|bytes| bytes == b" s=\"")? + 4;
    let length = row[start..].iter().position(|byte| *byte == b'"')?;
    std::str::from_utf8(&row[start..start + length]).ok()?.parse().ok()
}
