//! Several choices at once: whether one is among them, and how many there are.

use super::scope::{Meaning, Scope};
use super::{Checked, Checker};
use crate::formula::syntax::{Syntax, SyntaxKind};
use crate::formula::{Expression, Quantity, Type};
use crate::values::text;

/// How many are chosen.
pub(super) const HOW_MANY: &str = "个数";

impl<S: Scope> Checker<'_, S> {
    /// 甲 包含 乙.
    pub(super) fn includes(&mut self, chosen: &Syntax, choice: &Syntax) -> Checked {
        let (chosen, set, _) = self.chosen(chosen)?;
        let wanted = Type::Choice(set);
        let (expression, found) = self.check(choice, Some(wanted))?;
        let choice = self.fit(expression, found, wanted, choice)?;
        let includes = Expression::Includes(Box::new(chosen), Box::new(choice).into());
        Some((includes, Type::Boolean))
    }

    /// 个数（甲）.
    pub(super) fn how_many(&mut self, syntax: &Syntax, arguments: &[Syntax]) -> Checked {
        let [argument] = arguments else {
            self.report(
                syntax,
                text!(
                    "请写：个数（可以选几项的问题）",
                    "write 个数（an input with several choices）"
                ),
            );
            return None;
        };
        let (chosen, _, quantity) = self.chosen(argument)?;
        Some((Expression::HowMany(Box::new(chosen).into()), Type::Number(quantity)))
    }

    /// The name of an input that takes several choices; of which set, and what their number is measured in.
    fn chosen(&mut self, syntax: &Syntax) -> Option<(Expression, usize, Quantity)> {
        let inner = match &syntax.kind {
            SyntaxKind::Group(inner) => inner,
            _ => syntax,
        };
        if let SyntaxKind::Name(name) = &inner.kind {
            match self.resolve(name) {
                Some(Meaning::Input(index)) => {
                    if let Some((set, quantity)) = self.scope.several(index) {
                        return Some((Expression::Input(index), set, quantity));
                    }
                }
                Some(Meaning::Table(_)) => {
                    self.report(
                        syntax,
                        text!(
                            "“{name}”是表格，行数用“计数（{name}）”",
                            "“{name}” is a table; its rows are counted by 计数（{name}）"
                        ),
                    );
                    return None;
                }
                Some(Meaning::Mistaken) => return None,
                Some(_) => {}
                // Reports the name.
                None => {
                    self.check(syntax, None);
                    return None;
                }
            }
        }
        self.report_with(
            syntax,
            text!(
                "“包含”的左边和“个数”的括号里，应是可以同时选几项的问题",
                "what stands to the left of 包含 and in 个数（…） is an input with several choices"
            ),
            Some(text!(
                "那样的问题写 type = \"choices\"；只选一项的，用“=”或“属于”",
                "such an input is of type = \"choices\"; one choice is compared by = or 属于"
            )),
        );
        None
    }
}
