//! What formulas say of all rows of a table.

use super::scope::{Meaning, Scope};
use super::{Checked, Checker};
use crate::formula::syntax::{Syntax, SyntaxKind};
use crate::formula::{Aggregate, Expression, Type};
use crate::values::text;

impl<S: Scope> Checker<'_, S> {
    /// 计数（表），计数（表，条件），合计（表，数），存在（表，条件），分组最大（表，分组……，数）.
    pub(super) fn aggregate(
        &mut self,
        syntax: &Syntax,
        aggregate: Aggregate,
        arguments: &[Syntax],
    ) -> Checked {
        let table = match arguments.first().map(|first| &first.kind) {
            Some(SyntaxKind::Name(name)) => match self.resolve(name) {
                Some(Meaning::Table(table)) if self.table.is_none() => Some(table),
                _ => None,
            },
            _ => None,
        };
        let counts = match aggregate {
            Aggregate::Count => arguments.len() == 1 || arguments.len() == 2,
            Aggregate::Sum | Aggregate::Any => arguments.len() == 2,
            Aggregate::LargestSum => arguments.len() >= 3,
        };
        let (Some(table), true) = (table, counts) else {
            self.report(
                syntax,
                text!(
                    "请写：计数（表）、计数（表，条件）、合计（表，数）、存在（表，条件）或分组最大（表，分组，数）",
                    "write 计数（table）, 计数（table，condition）, 合计（table，number）, 存在（table，condition） or 分组最大（table，group，number）"
                ),
            );
            return None;
        };
        self.table = Some(table);
        let checked = self.aggregated(aggregate, &arguments[1..]);
        self.table = None;
        let (operands, kind) = checked?;
        Some((Expression::Aggregate(aggregate, table, operands), kind))
    }

    fn aggregated(
        &mut self,
        aggregate: Aggregate,
        arguments: &[Syntax],
    ) -> Option<(Vec<Expression>, Type)> {
        Some(match (aggregate, arguments) {
            (Aggregate::Any, [condition]) => (vec![*self.boolean(condition)?], Type::Boolean),
            (Aggregate::Sum, [number]) => {
                let (expression, quantity) = self.number(number)?;
                (vec![expression], Type::Number(quantity))
            }
            (Aggregate::LargestSum, [groups @ .., number]) => {
                let groups: Option<Vec<_>> =
                    groups.iter().map(|group| Some(self.check(group, None)?.0)).collect();
                let (expression, quantity) = self.number(number)?;
                let mut operands = groups?;
                operands.push(expression);
                (operands, Type::Number(quantity))
            }
            (_, conditions) => {
                let operands: Option<Vec<_>> =
                    conditions.iter().map(|condition| Some(*self.boolean(condition)?)).collect();
                let place = self.formula.place.clone();
                let table = self.table?;
                (operands?, self.scope.type_of(Meaning::Table(table), &place)?)
            }
        })
    }
}
