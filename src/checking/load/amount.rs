//! The amount: a formula, or several amounts that are paid together.

use super::draft::Draft;
use super::keys::label;
use super::loader::Loader;
use crate::document::{Diagnostic, Section, Spot};
use crate::formula::{Expression, Function, Meaning, Operator, Quantity, Scope as _, Type};
use crate::policy::{Amount, AmountPart, Formula, Input, Item};
use crate::values::{Unit, text};

const MONEY: Quantity = Quantity { unit: Unit::YUAN, percent: false };

impl<'a> Loader<'a> {
    pub(super) fn read_amount(&mut self, root: &Section<'a>) -> Option<Amount> {
        let section = root.section("amount")?;
        self.read_faq(&section, Item::Amount);
        let label = label(&section, Some("amount"));
        let is_subsidy = section.node("subsidy").is_none() || section.boolean("subsidy");
        let names = section.some_texts("parts");
        let limit = section.optional_text("limit");
        let formula = if names.is_empty() {
            section.text("formula").and_then(|spot| self.formula(&spot, Some(Type::Number(MONEY))))
        } else {
            None
        };
        let parts = self.read_parts(&names);
        let money = Some(Type::Number(MONEY));
        let limit = match limit {
            Some(spot) if names.is_empty() => {
                let message = text!(
                    "“limit”限的是“parts”的各项；一个公式写“取小（…，…）”",
                    "“limit” is for “parts”; in one formula write 取小（…，…）"
                );
                self.report_at(&spot.place, message, None);
                None
            }
            Some(spot) => Some(self.formula(&spot, money)?.expression),
            None => None,
        };
        let source = self.citation(&section, true);
        section.finish();
        let formula = match formula {
            Some(formula) => formula,
            None => Formula::new(sum(parts.as_ref()?, limit.as_ref())?, Type::Number(MONEY)),
        };
        Some(Amount {
            label: label?,
            formula,
            is_subsidy,
            source,
            parts: parts.unwrap_or_default(),
            limit,
        })
    }

    /// Questions and values in yuan, by name.
    fn read_parts(&mut self, names: &[Spot<'a>]) -> Option<Vec<AmountPart>> {
        let mut parts = Some(Vec::new());
        for spot in names {
            let name = spot.text;
            let meaning = self.resolve(name);
            let part = match meaning {
                Some(Meaning::Input(index)) => Some(AmountPart::Input(index)),
                Some(Meaning::Value(index)) => Some(AmountPart::Value(index)),
                Some(Meaning::Mistaken) => None,
                _ => {
                    let fits = |draft: &&Draft<'_>| draft.known_type().is_none_or(is_money);
                    let values = self.drafts.iter().filter(fits).map(|draft| &draft.label);
                    let fits = |input: &&Input| is_money(input.result_type());
                    let inputs = self.inputs.iter().filter(fits).map(|input| &input.label);
                    let known = values.chain(inputs).map(|label| label.name.as_str());
                    let message = text!(
                        "没有名为“{name}”的 [[value]] 或 [[input]]",
                        "no [[value]] and no [[input]] is called “{name}”"
                    );
                    let mistake = Diagnostic::new(&spot.place, message).meaning(name, known);
                    self.report(mistake);
                    None
                }
            };
            let kind = part.and_then(|_| self.type_of(meaning?, &spot.place));
            if kind.is_some_and(|kind| !is_money(kind)) {
                let message = text!("“{name}”不是以元计的数", "“{name}” is no number of yuan");
                self.report_at(&spot.place, message, None);
                parts = None;
            }
            if parts.iter().flatten().any(|known| Some(*known) == part) {
                let message = text!("“{name}”写了两次", "“{name}” is written twice");
                self.report_at(&spot.place, message, None);
            }
            parts = parts.zip(part).map(|(parts, part)| [parts, vec![part]].concat());
        }
        parts
    }
}

fn is_money(kind: Type) -> bool {
    matches!(kind, Type::Number(quantity) if quantity.unit == Unit::YUAN)
}

/// All of them, up to the limit.
fn sum(parts: &[AmountPart], limit: Option<&Expression>) -> Option<Expression> {
    let sum = parts
        .iter()
        .map(|part| part.expression())
        .reduce(|sum, part| Expression::Arithmetic(Operator::Add, Box::new(sum), Box::new(part)))?;
    Some(match limit {
        Some(limit) => Expression::Call(Function::Minimum, vec![sum, limit.clone()]),
        None => sum,
    })
}
