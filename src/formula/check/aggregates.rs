//! What formulas say of all rows of a table.

use super::scope::{Meaning, Scope};
use super::{Checked, Checker};
use crate::formula::syntax::{Syntax, SyntaxKind};
use crate::formula::{Aggregate, Expression, Peers, Type};
use crate::values::text;

impl<S: Scope> Checker<'_, S> {
    /// 计数（表），计数（表，条件），合计（表，数），存在（表，条件），分组最大（表，分组……，数），去重计数（表，分组……），
    /// 平均、最小、最大（表，数，没有行时）.
    pub(super) fn aggregate(
        &mut self,
        syntax: &Syntax,
        aggregate: Aggregate,
        arguments: &[Syntax],
    ) -> Checked {
        let table = match arguments.first().map(|first| &first.kind) {
            Some(SyntaxKind::Name(name)) => match self.resolve(name) {
                Some(Meaning::Table(table)) => Some(table),
                Some(Meaning::Mistaken) => return None,
                _ => None,
            },
            _ => None,
        };
        let counts = match aggregate {
            Aggregate::Count => arguments.len() == 1 || arguments.len() == 2,
            Aggregate::Sum | Aggregate::Any => arguments.len() == 2,
            Aggregate::LargestSum => arguments.len() >= 3,
            Aggregate::Distinct => arguments.len() >= 2,
            Aggregate::Mean | Aggregate::Least | Aggregate::Greatest => arguments.len() == 3,
        };
        let (Some(table), true) = (table, counts) else {
            self.report(
                syntax,
                text!(
                    "请写：计数（表）、计数（表，条件）、合计（表，数）、存在（表，条件）、分组最大（表，分组，数）、去重计数（表，分组），或平均、最小、最大（表，数，没有行时的数）",
                    "write 计数（table）, 计数（table，condition）, 合计（table，number）, 存在（table，condition）, 分组最大（table，group，number）, 去重计数（table，group）, or 平均, 最小 or 最大（table，number，number where there are no rows）"
                ),
            );
            return None;
        };
        if !self.can_look_at(syntax, table) {
            return None;
        }
        self.tables.push(table);
        let checked = if let (true, [_, of_rows, otherwise]) = (aggregate.is_of_rows(), arguments) {
            self.of_rows(syntax, aggregate, of_rows, otherwise)
        } else {
            self.aggregated(aggregate, &arguments[1..])
        };
        self.tables.pop();
        let (operands, kind) = checked?;
        Some((Expression::Aggregate(aggregate, table, operands), kind))
    }

    /// A formula of rows can look at those of another table, which looks at none itself. Otherwise that is reported.
    fn can_look_at(&mut self, syntax: &Syntax, table: usize) -> bool {
        let Some(&own) = self.tables.first() else { return true };
        let refused = if self.tables.len() > 1 || own == table {
            Some((
                text!(
                    "各行的公式里不能统计自己这张表，统计里也不能再统计",
                    "a formula of rows cannot count or add up its own table, nor rows within rows"
                ),
                text!(
                    "请在表外写成一个计算项（[[value]]），这里用它的名称；要看同一张表的其他各行，用同组计数、同组合计或上一行",
                    "make it a [[value]] outside of the table and use its name here; for other rows of the same table use 同组计数, 同组合计 or 上一行"
                ),
            ))
        } else {
            self.scope.refuse_look(own, table)
        };
        let can = refused.is_none();
        if let Some((message, help)) = refused {
            self.report_with(syntax, message, Some(help));
        }
        can
    }

    /// Whether a name stands for something of the row from which another table is looked at.
    pub(super) fn is_of_own_row(&self, name: &str) -> bool {
        let [own, _] = self.tables.as_slice() else { return false };
        self.scope.resolve_in_row(*own, name).is_some()
    }

    /// 本行（列）: within what is said of another table's rows, that of the row from which they are looked at.
    pub(super) fn own_row(&mut self, syntax: &Syntax, arguments: &[Syntax]) -> Checked {
        if let ([own, _], [Syntax { kind: SyntaxKind::Name(name), .. }]) =
            (self.tables.as_slice(), arguments)
        {
            let named = self.scope.resolve_in_row(*own, name);
            let place = self.formula.place.clone();
            match named {
                Some(meaning @ Meaning::Column(table, index)) => {
                    let kind = self.scope.type_of(meaning, &place)?;
                    return Some((Expression::Column(table, index), kind));
                }
                Some(meaning @ Meaning::RowValue(table, index)) => {
                    let kind = self.scope.type_of(meaning, &place)?;
                    return Some((Expression::RowValue(table, index), kind));
                }
                _ => {}
            }
        }
        self.report(
            syntax,
            text!(
                "“本行”用在各行的公式里、统计另一张表的括号里：计数（另一张表，编号 = 本行（编号）），括号里是本行所在的表的列或各行的计算项",
                "本行 stands in a formula of rows, where it looks at another table: 计数（other table，number = 本行（number）), with a column or a value of the own row"
            ),
        );
        None
    }

    /// What is of the rows' own kind: a number or a day of each row, and another, outside of the rows, where there are none.
    fn of_rows(
        &mut self,
        syntax: &Syntax,
        aggregate: Aggregate,
        of_rows: &Syntax,
        otherwise: &Syntax,
    ) -> Option<(Vec<Expression>, Type)> {
        let own = self.check(of_rows, None)?;
        if own.1 != Type::Date || aggregate == Aggregate::Mean {
            // Told as every other place for a number.
            self.number(of_rows)?;
        }
        let table = self.tables.pop();
        let other = self.check(otherwise, Some(own.1));
        self.tables.extend(table);
        let other = other?;
        self.unify(syntax, vec![own, other])
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
            (Aggregate::Distinct, groups) => {
                let operands: Option<Vec<_>> =
                    groups.iter().map(|group| Some(self.check(group, None)?.0)).collect();
                let place = self.formula.place.clone();
                let table = self.table()?;
                (operands?, self.scope.type_of(Meaning::Table(table), &place)?)
            }
            (_, conditions) => {
                let operands: Option<Vec<_>> =
                    conditions.iter().map(|condition| Some(*self.boolean(condition)?)).collect();
                let place = self.formula.place.clone();
                let table = self.table()?;
                (operands?, self.scope.type_of(Meaning::Table(table), &place)?)
            }
        })
    }

    /// 同组计数（分组……），同组合计（分组……，数），上一行（分组……，值，没有时）.
    pub(super) fn peers(&mut self, syntax: &Syntax, peers: Peers, arguments: &[Syntax]) -> Checked {
        let (Some(table), true) = (self.table(), arguments.len() >= peers.own_operands().max(1))
        else {
            self.report(
                syntax,
                text!(
                    "请在各行的公式里写：同组计数（分组）、同组合计（分组，数）、上一行（分组，值，没有上一行时的值）",
                    "in formulas of rows write 同组计数（group）, 同组合计（group，number） or 上一行（group，value，value where there is no row before）"
                ),
            );
            return None;
        };
        // Worked out once for all rows of the table, whatever row looks at them.
        let around = core::mem::replace(&mut self.tables, vec![table]);
        let checked = self.of_peers(syntax, peers, table, arguments);
        self.tables = around;
        let (operands, kind) = checked?;
        let slot = self.scope.next_slot();
        Some((Expression::Peers(peers, table, operands.into(), slot), kind))
    }

    fn of_peers(
        &mut self,
        syntax: &Syntax,
        peers: Peers,
        table: usize,
        arguments: &[Syntax],
    ) -> Option<(Vec<Expression>, Type)> {
        let (groups, own) = arguments.split_at(arguments.len() - peers.own_operands());
        let groups: Option<Vec<_>> =
            groups.iter().map(|group| Some(self.check(group, None)?.0)).collect();
        let mut operands = groups?;
        let kind = match (peers, own) {
            (Peers::Sum, [number]) => {
                let (expression, quantity) = self.number(number)?;
                operands.push(expression);
                Type::Number(quantity)
            }
            (Peers::Previous, [value, otherwise]) => {
                let value = self.check(value, None)?;
                let otherwise = self.check(otherwise, Some(value.1))?;
                let (both, kind) = self.unify(syntax, vec![value, otherwise])?;
                operands.extend(both);
                kind
            }
            _ => {
                let place = self.formula.place.clone();
                self.scope.type_of(Meaning::Table(table), &place)?
            }
        };
        Some((operands, kind))
    }
}
