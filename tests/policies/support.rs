//! What the tests of policies share.

use std::sync::LazyLock;

use wengang::{
    Assessment, Calendar, Locale, Plain, Policy, Problem, Raw, RowResult, authoring, evaluate,
};

pub(crate) static CALENDAR: LazyLock<Calendar> = LazyLock::new(authoring::calendar);

/// The policy in a file below `policies/`.
pub(crate) fn policy(path: &str) -> Policy {
    let files = authoring::load(
        &[format!("policies/{path}.toml").into()],
        &authoring::Disk,
        Locale::Chinese,
    );
    files.unwrap_or_else(|mistakes| panic!("{mistakes:?}")).remove(0).policy
}

/// The fields of a form, from text as typed; `true` and `false` are answers to yes/no questions.
pub(crate) fn form(fields: &[(&str, &str)]) -> Vec<(String, Raw)> {
    let raw = |answer: &str| match answer {
        "true" => Raw::Boolean(true),
        "false" => Raw::Boolean(false),
        text => Raw::Text(text.to_owned()),
    };
    fields.iter().map(|(id, answer)| ((*id).to_owned(), raw(answer))).collect()
}

/// `form` with a table of these rows.
pub(crate) fn with_table(
    form: &[(String, Raw)],
    id: &str,
    rows: &[&[(&str, &str)]],
) -> Vec<(String, Raw)> {
    let rows = rows.iter().map(|row| Some(self::form(row))).collect();
    let kept = form.iter().filter(|field| field.0 != id);
    kept.cloned().chain([(id.to_owned(), Raw::Table(rows))]).collect()
}

/// `form` with some fields given anew.
pub(crate) fn with(form: &[(String, Raw)], changed: &[(&str, &str)]) -> Vec<(String, Raw)> {
    let changed = self::form(changed);
    let kept = form.iter().filter(|field| changed.iter().all(|other| other.0 != field.0));
    kept.cloned().chain(changed.iter().cloned()).collect()
}

/// The assessment of good input.
pub(crate) fn assess<'p>(policy: &'p Policy, form: &[(String, Raw)]) -> Assessment<'p> {
    evaluate(policy, &CALENDAR, form, Locale::Chinese)
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The problems of bad input, as `field: code` or `table[row].column: code`.
pub(crate) fn problems(policy: &Policy, form: &[(String, Raw)]) -> Vec<String> {
    let problems = evaluate(policy, &CALENDAR, form, Locale::Chinese).unwrap_err();
    let place = |problem: &Problem| {
        let row = problem.row.map_or_else(String::new, |row| format!("[{row}]"));
        let column = problem.column.as_ref().map_or_else(String::new, |id| format!(".{id}"));
        format!("{}{row}{column}: {}", problem.field, problem.code.id())
    };
    problems.iter().map(place).collect()
}

/// The reasons to turn down each row of a table, by code, separated by spaces; empty for an accepted row.
pub(crate) fn reasons(assessment: &Assessment<'_>, table: &str) -> Vec<String> {
    let (_, rows) = assessment.rows.iter().find(|rows| rows.0 == table).unwrap();
    let codes = |row: &RowResult<'_>| {
        row.reasons.iter().map(|reason| reason.code).collect::<Vec<_>>().join(" ")
    };
    rows.iter().map(codes).collect()
}

/// What each row of a table is worth.
pub(crate) fn row_amounts<'a>(assessment: &'a Assessment<'_>, table: &str) -> Vec<&'a str> {
    let (_, rows) = assessment.rows.iter().find(|rows| rows.0 == table).unwrap();
    rows.iter().map(|row| row.amount.as_deref().unwrap_or("—")).collect()
}

/// The codes of the warnings.
pub(crate) fn warnings<'a>(assessment: &Assessment<'a>) -> Vec<&'a str> {
    assessment.warnings.iter().map(|warning| warning.code).collect()
}

/// A computed value by id.
pub(crate) fn value(assessment: &Assessment<'_>, id: &str) -> String {
    match assessment.values.iter().find(|value| value.0 == id) {
        Some((_, Plain::Text(text))) => text.clone(),
        Some((_, Plain::Boolean(value))) => value.to_string(),
        None => "—".to_owned(),
    }
}

/// As [`with_table`], the rows cell by cell under these columns; an empty cell is left out.
pub(crate) fn with_rows(
    form: &[(String, Raw)],
    id: &str,
    columns: &[&str],
    rows: &[&[&str]],
) -> Vec<(String, Raw)> {
    let rows: Vec<Vec<_>> = rows
        .iter()
        .map(|cells| columns.iter().copied().zip(cells.iter().copied()))
        .map(|cells| cells.filter(|(_, cell)| !cell.is_empty()).collect())
        .collect();
    let rows: Vec<_> = rows.iter().map(Vec::as_slice).collect();
    with_table(form, id, &rows)
}
