//! Formulas changed by one step each, as a slip of the pen would change them.

use super::lexer::is_name;
use super::syntax::{Syntax, SyntaxKind, parse};
use super::{Comparison, Operator};

/// A changed formula.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mutant {
    /// The bytes of the formula that are changed.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What they become; empty where they are left out.
    pub(crate) becomes: String,
    /// The whole formula with the change.
    pub(crate) formula: String,
}

pub(super) const ROUNDINGS: [&str; 3] = ["四舍五入", "只舍不入", "只入不舍"];

/// Functions that are easily taken for each other.
const OPPOSITES: [(&str, &str); 2] = [("取小", "取大"), ("最小", "最大")];

/// All mutants of a formula; none of one that cannot be read. `choices` has the names in each list of choices.
pub(crate) fn mutants(formula: &str, choices: &[Vec<String>]) -> Vec<Mutant> {
    let mut mutator = Mutator { formula, choices, found: Vec::new() };
    if let Ok(syntax) = parse(formula) {
        mutator.visit(&syntax);
    }
    mutator.found
}

/// A figure with its unit, one more or one less in its last place; `None` below zero.
pub(crate) fn stepped(figure: &str, up: bool) -> Option<String> {
    let (digits, unit) = split(figure);
    let number: u64 = digits.replace('.', "").parse().ok()?;
    let number = if up { number.checked_add(1)? } else { number.checked_sub(1)? };
    Some(pointed(number, decimals(digits)) + unit)
}

/// The digits of a figure, and what follows them.
fn split(figure: &str) -> (&str, &str) {
    let end = figure.find(|sign: char| !sign.is_ascii_digit() && sign != '.');
    figure.split_at(end.unwrap_or(figure.len()))
}

fn decimals(digits: &str) -> usize {
    digits.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

fn pointed(number: u64, decimals: usize) -> String {
    let digits = format!("{number:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    if decimals == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

struct Mutator<'a> {
    formula: &'a str,
    choices: &'a [Vec<String>],
    found: Vec<Mutant>,
}

impl Mutator<'_> {
    fn text(&self, part: &Syntax) -> &str {
        &self.formula[part.start..part.end]
    }

    /// The bytes `start..end` become others.
    fn replace(&mut self, start: usize, end: usize, becomes: impl Into<String>) {
        let becomes = becomes.into();
        let formula = format!("{}{becomes}{}", &self.formula[..start], &self.formula[end..]);
        self.found.push(Mutant { start, end, becomes, formula });
    }

    /// Where the sign between two parts stands.
    fn sign(&self, left: &Syntax, right: &Syntax) -> (usize, usize) {
        let between = &self.formula[left.end..right.start];
        let start = left.end + between.len() - between.trim_start().len();
        (start, start + between.trim().len())
    }

    fn visit(&mut self, syntax: &Syntax) {
        let Syntax { kind, start, end } = syntax;
        let (start, end) = (*start, *end);
        match kind {
            SyntaxKind::Number(..) => {
                for up in [true, false] {
                    if let Some(figure) = stepped(self.text(syntax), up) {
                        self.replace(start, end, figure);
                    }
                }
            }
            SyntaxKind::Date(date) => {
                for day in [date.add_days(1), date.add_days(-1)].into_iter().flatten() {
                    self.replace(start, end, day.to_string());
                }
            }
            SyntaxKind::Boolean(value) => {
                self.replace(start, end, if *value { "否" } else { "是" });
            }
            SyntaxKind::Name(name) => self.visit_choice(syntax, name),
            SyntaxKind::Call(name, operands) => self.visit_call(start, name, operands),
            SyntaxKind::Negate(operand) | SyntaxKind::Not(operand) => {
                let sign = self.formula[start..operand.start].trim_end().len();
                self.found.push(Mutant {
                    start,
                    end: start + sign,
                    becomes: String::new(),
                    formula: format!(
                        "{}{}",
                        &self.formula[..start],
                        &self.formula[operand.start..]
                    ),
                });
                self.visit(operand);
            }
            SyntaxKind::Arithmetic(operator, left, right) => {
                let (from, to) = self.sign(left, right);
                self.replace(from, to, opposite(*operator));
                self.visit(left);
                self.visit(right);
            }
            SyntaxKind::Compare(comparison, left, right) => {
                let (from, to) = self.sign(left, right);
                for neighbour in neighbours(*comparison) {
                    self.replace(from, to, neighbour.sign());
                }
                self.visit(left);
                self.visit(right);
            }
            SyntaxKind::And(left, right) => self.visit_joined(syntax, left, right, "或"),
            SyntaxKind::Or(left, right) => self.visit_joined(syntax, left, right, "且"),
            SyntaxKind::OneOf(operand, choices) => self.visit_one_of(operand, choices, end),
            SyntaxKind::Includes(chosen, choice) => {
                self.replace(start, end, format!("非 {}", self.text(syntax)));
                self.visit(chosen);
                self.visit(choice);
            }
            SyntaxKind::If(condition, met, unmet) => {
                for always in ["是", "否"] {
                    self.replace(condition.start, condition.end, always);
                }
                self.visit(condition);
                self.visit(met);
                self.visit(unmet);
            }
            SyntaxKind::Group(inner) => self.visit(inner),
        }
    }

    /// A choice becomes the next one of its list.
    fn visit_choice(&mut self, syntax: &Syntax, name: &str) {
        for list in self.choices {
            let Some(index) = list.iter().position(|choice| choice == name) else { continue };
            self.replace(syntax.start, syntax.end, written(&list[(index + 1) % list.len()]));
        }
    }

    fn visit_call(&mut self, start: usize, name: &str, operands: &[Syntax]) {
        let end = start + name.len();
        if ROUNDINGS.contains(&name) {
            for other in ROUNDINGS.into_iter().filter(|other| *other != name) {
                self.replace(start, end, other);
            }
            if let [number, step] = operands {
                self.visit(number);
                self.visit_step(step);
            }
            return;
        }
        for (one, other) in OPPOSITES {
            if name == one {
                self.replace(start, end, other);
            } else if name == other {
                self.replace(start, end, one);
            }
        }
        for operand in operands {
            self.visit(operand);
        }
    }

    /// What is rounded to becomes ten times as coarse, and as fine.
    fn visit_step(&mut self, step: &Syntax) {
        let (digits, unit) = split(self.text(step));
        let decimals = decimals(digits);
        let Ok(number) = digits.replace('.', "").parse::<u64>() else { return };
        let coarser = match decimals {
            0 => pointed(number * 10, 0),
            _ => pointed(number, decimals - 1),
        };
        for becomes in [coarser + unit, pointed(number, decimals + 1) + unit] {
            self.replace(step.start, step.end, becomes);
        }
    }

    /// 且 becomes 或, 或 becomes 且; brackets keep everything else together as it was.
    fn visit_joined(&mut self, whole: &Syntax, left: &Syntax, right: &Syntax, other: &str) {
        let (start, end) = self.sign(left, right);
        let (before, after) = (&self.formula[..whole.start], &self.formula[whole.end..]);
        let (first, second) = (self.text(left), self.text(right));
        let formula = format!("{before}（（{first}） {other} （{second}））{after}");
        self.found.push(Mutant { start, end, becomes: other.to_owned(), formula });
        self.visit(left);
        self.visit(right);
    }

    /// One of the choices is left out, or another comes in.
    fn visit_one_of(&mut self, operand: &Syntax, choices: &[Syntax], end: usize) {
        self.visit(operand);
        if choices.len() > 1 {
            for (index, choice) in choices.iter().enumerate() {
                let rest = choices.iter().enumerate().filter(|other| other.0 != index);
                let rest: Vec<_> = rest.map(|(_, other)| self.text(other)).collect();
                let (from, to) = (choices[0].start, choices[choices.len() - 1].end);
                let (before, after) = (&self.formula[..from], &self.formula[to..]);
                let formula = format!("{before}{}{after}", rest.join("、"));
                let (start, end) = (choice.start, choice.end);
                self.found.push(Mutant { start, end, becomes: String::new(), formula });
            }
        }
        let named = |choice: &String| {
            choices
                .iter()
                .any(|known| matches!(&known.kind, SyntaxKind::Name(name) if name == choice))
        };
        for list in self.choices {
            if list.iter().filter(|choice| named(choice)).count() < choices.len() {
                continue;
            }
            let Some(other) = list.iter().find(|choice| !named(choice)) else { continue };
            let last = &choices[choices.len() - 1];
            let becomes = format!("{}、{}", self.text(last), written(other));
            self.replace(last.start, last.end.min(end), becomes);
        }
    }
}

fn opposite(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "-",
        Operator::Subtract => "+",
        Operator::Multiply => "/",
        Operator::Divide => "×",
    }
}

/// What is written in its place by who mistakes whether the limit counts, or the direction.
fn neighbours(comparison: Comparison) -> &'static [Comparison] {
    match comparison {
        Comparison::AtMost => &[Comparison::Less, Comparison::AtLeast],
        Comparison::AtLeast => &[Comparison::Greater, Comparison::AtMost],
        Comparison::Less => &[Comparison::AtMost, Comparison::Greater],
        Comparison::Greater => &[Comparison::AtLeast, Comparison::Less],
        Comparison::Equal => &[Comparison::Unequal],
        Comparison::Unequal => &[Comparison::Equal],
    }
}

/// A name as formulas have it.
fn written(name: &str) -> String {
    let is_plain =
        name.chars().all(is_name) && !name.starts_with(|first: char| first.is_ascii_digit());
    if is_plain { name.to_owned() } else { format!("「{name}」") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(formula: &str) -> Vec<String> {
        let choices = [["大型", "中型", "农、林"].map(str::to_owned).to_vec()];
        mutants(formula, &choices).into_iter().map(|mutant| mutant.formula).collect()
    }

    #[test]
    fn figures_and_dates_move_by_one_in_their_last_place() {
        assert_eq!(of("5.5%"), ["5.6%", "5.4%"]);
        assert_eq!(of("0.09元/人"), ["0.10元/人", "0.08元/人"]);
        assert_eq!(of("0人"), ["1人"]);
        assert_eq!(of("2021年1月1日"), ["2021-01-02", "2020-12-31"]);
    }

    #[test]
    fn signs_become_their_neighbours() {
        assert_eq!(of("甲 - 乙"), ["甲 + 乙"]);
        assert_eq!(of("甲 ≤ 乙"), ["甲 < 乙", "甲 ≥ 乙"]);
        assert_eq!(of("-甲"), ["甲"]);
        assert_eq!(of("非 甲"), ["甲"]);
        assert_eq!(
            of("甲 且 乙 且 丙"),
            ["（（甲 且 乙） 或 （丙））", "（（甲） 或 （乙）） 且 丙"]
        );
    }

    #[test]
    fn each_branch_is_taken_always() {
        assert_eq!(of("如果 甲 则 乙 否则 丙"), ["如果 是 则 乙 否则 丙", "如果 否 则 乙 否则 丙"]);
    }

    #[test]
    fn rounding_goes_elsewhere_and_is_coarser_or_finer() {
        assert_eq!(
            of("四舍五入（甲，0.01元）"),
            [
                "只舍不入（甲，0.01元）",
                "只入不舍（甲，0.01元）",
                "四舍五入（甲，0.1元）",
                "四舍五入（甲，0.001元）"
            ]
        );
        assert_eq!(
            of("只舍不入（甲，1月）")[2..],
            ["只舍不入（甲，10月）", "只舍不入（甲，0.1月）"]
        );
    }

    #[test]
    fn choices_give_way_to_others() {
        assert_eq!(of("甲 = 中型"), ["甲 ≠ 中型", "甲 = 「农、林」"]);
        assert_eq!(of("甲 包含 中型"), ["非 甲 包含 中型", "甲 包含 「农、林」"]);
        assert_eq!(
            of("甲 属于（大型、中型）"),
            ["甲 属于（中型）", "甲 属于（大型）", "甲 属于（大型、中型、「农、林」）"]
        );
    }
}
