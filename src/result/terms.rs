//! How formulas call what they are about.

use crate::policy::{Kind, Policy};
use crate::values::Locale;

/// How formulas call the questions, figures and values of a policy: ids and terms. Columns, and values of rows, have the
/// id of their table before theirs: `trainings.classHours`.
pub fn terms(policy: &Policy, locale: Locale) -> Vec<(String, &str)> {
    let mut terms = Vec::new();
    for input in &policy.inputs {
        terms.push((input.id().to_owned(), &input.label));
        if let Kind::Table(table) = input.kind {
            let table = &policy.tables[table];
            let columns = table.columns.iter().map(|column| &column.label);
            for label in columns.chain(table.values.iter().map(|value| &value.label)) {
                terms.push((format!("{}.{}", input.id(), label.id), label));
            }
        }
    }
    let parameters = policy.parameters.iter().map(|parameter| &parameter.label);
    let labels = parameters.chain(policy.values.iter().map(|value| &value.label));
    terms.extend(labels.map(|label| (label.id.clone(), label)));
    terms.into_iter().map(|(id, label)| (id, label.term.get(locale))).collect()
}
