//! Reads tokens into a tree. Names are still only names here.

use rust_decimal::Decimal;

use super::lexer::{Mistake, Positioned, Token, tokens};
use super::{Comparison, Operator, Quantity};
use crate::values::{Date, text};

/// A part of a formula and the bytes that it covers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Syntax {
    pub(crate) kind: SyntaxKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SyntaxKind {
    Number(Decimal, Quantity),
    Date(Date),
    Boolean(bool),
    Name(String),
    Call(String, Vec<Syntax>),
    Negate(Box<Syntax>),
    Not(Box<Syntax>),
    Arithmetic(Operator, Box<Syntax>, Box<Syntax>),
    Compare(Comparison, Box<Syntax>, Box<Syntax>),
    And(Box<Syntax>, Box<Syntax>),
    Or(Box<Syntax>, Box<Syntax>),
    OneOf(Box<Syntax>, Vec<Syntax>),
    Includes(Box<Syntax>, Box<Syntax>),
    If(Box<Syntax>, Box<Syntax>, Box<Syntax>),
    Group(Box<Syntax>),
}

#[cfg(feature = "authoring")]
impl Syntax {
    /// What it is put together from, from left to right.
    pub(super) fn parts(&self) -> Vec<&Syntax> {
        match &self.kind {
            SyntaxKind::Number(..)
            | SyntaxKind::Date(_)
            | SyntaxKind::Boolean(_)
            | SyntaxKind::Name(_) => Vec::new(),
            SyntaxKind::Call(_, operands) => operands.iter().collect(),
            SyntaxKind::Negate(operand) | SyntaxKind::Not(operand) | SyntaxKind::Group(operand) => {
                vec![operand]
            }
            SyntaxKind::Includes(left, right)
            | SyntaxKind::Arithmetic(_, left, right)
            | SyntaxKind::Compare(_, left, right)
            | SyntaxKind::And(left, right)
            | SyntaxKind::Or(left, right) => vec![left, right],
            SyntaxKind::OneOf(operand, choices) => {
                core::iter::once(&**operand).chain(choices).collect()
            }
            SyntaxKind::If(condition, met, unmet) => vec![condition, met, unmet],
        }
    }
}

/// Stands between several choices and one that may be among them. Elsewhere it is a name like any other.
pub(super) const INCLUDES: &str = "包含";

/// Reads a formula.
///
/// Binding, from loose to tight: 如果…则…否则…; 或; 且; 非; comparisons, 属于 and 包含; + −; × ÷; a leading −.
pub(crate) fn parse(formula: &str) -> Result<Syntax, Mistake> {
    let tokens = tokens(formula)?;
    let mut parser = Parser { formula, tokens: &tokens, next: 0, length: formula.len(), deeper: 0 };
    let syntax = parser.expression()?;
    match parser.peek() {
        None => Ok(syntax),
        Some(_) => Err(parser.unexpected()),
    }
}

/// So many signs and words that put one part of a formula into another are more than any notice has in one sentence.
/// Everything that is done with a formula goes down into its parts, and the stack of WebAssembly is small.
const MOST_DEEPER: usize = 100;

struct Parser<'a> {
    formula: &'a str,
    tokens: &'a [Positioned],
    next: usize,
    length: usize,
    /// How many tokens so far have made the tree deeper.
    deeper: usize,
}

type Parsed = Result<Syntax, Mistake>;

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|positioned| &positioned.0)
    }

    /// Takes the next token, which puts what stands around it into one part.
    fn deepen(&mut self) -> Result<(), Mistake> {
        self.deeper += 1;
        if self.deeper > MOST_DEEPER {
            let mut mistake = self.unexpected();
            mistake.message = text!("公式太长", "the formula is too long");
            mistake.help = Some(text!("请分成几个计算项", "split it into several values"));
            return Err(mistake);
        }
        self.next += 1;
        Ok(())
    }

    fn take_deeper(&mut self, token: &Token) -> Result<bool, Mistake> {
        let found = self.peek() == Some(token);
        if found {
            self.deepen()?;
        }
        Ok(found)
    }

    fn take(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, token: &Token, sign: &str) -> Result<(), Mistake> {
        if self.take(token) {
            return Ok(());
        }
        let mut mistake = self.unexpected();
        mistake.help = Some(text!("这里应写“{sign}”", "“{sign}” is expected here"));
        Err(mistake)
    }

    fn unexpected(&self) -> Mistake {
        let (start, end, message) = match self.tokens.get(self.next) {
            Some((_, start, end)) => (
                *start,
                *end,
                text!("公式在这里读不下去", "the formula cannot be read on from here"),
            ),
            None => (self.length, self.length, text!("公式没有写完", "the formula ends too early")),
        };
        Mistake { start, end, message, help: None }
    }

    /// Bytes from `start` to the end of the last token taken.
    fn finish(&self, start: usize, kind: SyntaxKind) -> Syntax {
        Syntax { kind, start, end: self.tokens[self.next - 1].2 }
    }

    fn start(&self) -> usize {
        self.tokens.get(self.next).map_or(self.length, |positioned| positioned.1)
    }

    fn expression(&mut self) -> Parsed {
        let start = self.start();
        if !self.take_deeper(&Token::If)? {
            return self.disjunction();
        }
        let condition = self.disjunction()?;
        self.take(&Token::Comma);
        self.expect(&Token::Then, "则")?;
        let met = self.expression()?;
        self.take(&Token::Comma);
        self.expect(&Token::Else, "否则")?;
        let unmet = self.expression()?;
        let kind = SyntaxKind::If(Box::new(condition), Box::new(met), Box::new(unmet));
        Ok(self.finish(start, kind))
    }

    fn disjunction(&mut self) -> Parsed {
        let mut left = self.conjunction()?;
        while self.take_deeper(&Token::Or)? {
            let right = self.conjunction()?;
            let start = left.start;
            left = self.finish(start, SyntaxKind::Or(Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    fn conjunction(&mut self) -> Parsed {
        let mut left = self.negation()?;
        while self.take_deeper(&Token::And)? {
            let right = self.negation()?;
            let start = left.start;
            left = self.finish(start, SyntaxKind::And(Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    fn negation(&mut self) -> Parsed {
        let start = self.start();
        if self.take_deeper(&Token::Not)? {
            let operand = self.negation()?;
            return Ok(self.finish(start, SyntaxKind::Not(Box::new(operand))));
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.sum()?;
        let start = left.start;
        if self.take_deeper(&Token::OneOf)? {
            self.expect(&Token::Open, "（")?;
            let choices = self.list()?;
            return Ok(self.finish(start, SyntaxKind::OneOf(Box::new(left), choices)));
        }
        if matches!(self.peek(), Some(Token::Name(word)) if word == INCLUDES) {
            self.deepen()?;
            let right = self.included(&left)?;
            return Ok(self.finish(start, SyntaxKind::Includes(Box::new(left), Box::new(right))));
        }
        let Some(comparison) = self.peek().and_then(comparison) else { return Ok(left) };
        self.deepen()?;
        let right = self.sum()?;
        if let Some(second) = self.peek().and_then(self::comparison) {
            return Err(self.chained(&left, comparison, &right, second));
        }
        Ok(self.finish(start, SyntaxKind::Compare(comparison, Box::new(left), Box::new(right))))
    }

    /// The one choice behind 包含.
    fn included(&mut self, left: &Syntax) -> Parsed {
        let start = self.next;
        if self.take(&Token::Open)
            && let Ok(items) = self.list()
            && let [first, second, ..] = &*items
        {
            let written = |part: &Syntax| &self.formula[part.start..part.end];
            let [of, first, second] = [left, first, second].map(written);
            let mut mistake = self.unexpected();
            mistake.start = self.tokens[start].1;
            mistake.end = self.tokens[self.next - 1].2;
            mistake.message = text!("一个“包含”只看一个选项", "包含 looks for one choice");
            mistake.help = Some(text!(
                "有一项就行：{of} 包含 {first} 或 {of} 包含 {second}；各项都要：把“或”改成“且”",
                "where one is enough: {of} 包含 {first} 或 {of} 包含 {second}; where all are needed, 且 in the place of 或"
            ));
            return Err(mistake);
        }
        self.next = start;
        self.sum()
    }

    /// `1 ≤ 甲 ≤ 9`, whose second sign comes next.
    fn chained(
        &mut self,
        left: &Syntax,
        first: Comparison,
        middle: &Syntax,
        second: Comparison,
    ) -> Mistake {
        let mut mistake = self.unexpected();
        mistake.message =
            text!("比较不能连写，要用“且”连接", "comparisons are not chained, but joined by 且");
        self.next += 1;
        if let Ok(right) = self.sum() {
            let written = |part: &Syntax| &self.formula[part.start..part.end];
            let is_figure =
                |part: &Syntax| matches!(part.kind, SyntaxKind::Number(..) | SyntaxKind::Date(_));
            let (low, middle_text, high) = (written(left), written(middle), written(&right));
            let (first_sign, second_sign) = (first.sign(), second.sign());
            let first = if is_figure(left) && !is_figure(middle) {
                let turned = match first {
                    Comparison::AtMost => Comparison::AtLeast,
                    Comparison::AtLeast => Comparison::AtMost,
                    Comparison::Less => Comparison::Greater,
                    Comparison::Greater => Comparison::Less,
                    same => same,
                };
                format!("{middle_text} {} {low}", turned.sign())
            } else {
                format!("{low} {first_sign} {middle_text}")
            };
            // 甲 > 30人 < 300人: both figures are meant of the first.
            let middle_text = if is_figure(middle) && !is_figure(left) { low } else { middle_text };
            mistake.start = left.start;
            mistake.end = right.end;
            mistake.help = Some(text!(
                "请写：{first} 且 {middle_text} {second_sign} {high}",
                "write: {first} 且 {middle_text} {second_sign} {high}"
            ));
        }
        mistake
    }

    fn sum(&mut self) -> Parsed {
        let mut left = self.product()?;
        loop {
            let operator = match self.peek() {
                Some(Token::Plus) => Operator::Add,
                Some(Token::Minus) => Operator::Subtract,
                _ => return Ok(left),
            };
            self.deepen()?;
            let right = self.product()?;
            let start = left.start;
            left = self
                .finish(start, SyntaxKind::Arithmetic(operator, Box::new(left), Box::new(right)));
        }
    }

    fn product(&mut self) -> Parsed {
        let mut left = self.factor()?;
        loop {
            let operator = match self.peek() {
                Some(Token::Times) => Operator::Multiply,
                Some(Token::Divided) => Operator::Divide,
                _ => return Ok(left),
            };
            self.deepen()?;
            let right = self.factor()?;
            let start = left.start;
            left = self
                .finish(start, SyntaxKind::Arithmetic(operator, Box::new(left), Box::new(right)));
        }
    }

    fn factor(&mut self) -> Parsed {
        let start = self.start();
        if self.take_deeper(&Token::Minus)? {
            let operand = self.factor()?;
            return Ok(self.finish(start, SyntaxKind::Negate(Box::new(operand))));
        }
        let Some(token) = self.peek().cloned() else {
            return Err(self.unexpected());
        };
        let kind = match token {
            Token::Number(decimal, quantity) => SyntaxKind::Number(decimal, quantity),
            Token::Date(date) => SyntaxKind::Date(date),
            Token::Yes => SyntaxKind::Boolean(true),
            Token::No => SyntaxKind::Boolean(false),
            Token::Open => {
                self.deepen()?;
                let inner = self.expression()?;
                self.expect(&Token::Close, "）")?;
                return Ok(self.finish(start, SyntaxKind::Group(Box::new(inner))));
            }
            Token::Name(name) => {
                self.next += 1;
                if self.take_deeper(&Token::Open)? {
                    let arguments = self.list()?;
                    return Ok(self.finish(start, SyntaxKind::Call(name, arguments)));
                }
                return Ok(self.finish(start, SyntaxKind::Name(name)));
            }
            _ => return Err(self.unexpected()),
        };
        self.next += 1;
        Ok(self.finish(start, kind))
    }

    /// Expressions between commas up to the closing parenthesis; at least one.
    fn list(&mut self) -> Result<Vec<Syntax>, Mistake> {
        let mut items = vec![self.expression()?];
        while self.take(&Token::Comma) {
            items.push(self.expression()?);
        }
        self.expect(&Token::Close, "）")?;
        Ok(items)
    }
}

fn comparison(token: &Token) -> Option<Comparison> {
    Some(match token {
        Token::AtMost => Comparison::AtMost,
        Token::AtLeast => Comparison::AtLeast,
        Token::Less => Comparison::Less,
        Token::Greater => Comparison::Greater,
        Token::Equal => Comparison::Equal,
        Token::Unequal => Comparison::Unequal,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in prefix notation.
    fn shape(formula: &str) -> String {
        fn write(syntax: &Syntax) -> String {
            match &syntax.kind {
                SyntaxKind::Number(decimal, _) => decimal.to_string(),
                SyntaxKind::Name(name) => name.clone(),
                SyntaxKind::Group(inner) => write(inner),
                SyntaxKind::Negate(inner) => format!("(neg {})", write(inner)),
                SyntaxKind::Not(inner) => format!("(not {})", write(inner)),
                SyntaxKind::And(left, right) => format!("(and {} {})", write(left), write(right)),
                SyntaxKind::Or(left, right) => format!("(or {} {})", write(left), write(right)),
                SyntaxKind::If(condition, met, unmet) => {
                    format!("(if {} {} {})", write(condition), write(met), write(unmet))
                }
                SyntaxKind::Arithmetic(operator, left, right) => {
                    format!("({operator:?} {} {})", write(left), write(right))
                }
                SyntaxKind::Compare(comparison, left, right) => {
                    format!("({comparison:?} {} {})", write(left), write(right))
                }
                other => format!("{other:?}"),
            }
        }
        write(&parse(formula).unwrap())
    }

    #[test]
    fn multiplication_binds_tighter_than_addition_and_both_go_from_left_to_right() {
        assert_eq!(shape("1 - (甲 + 乙) / 丙"), "(Subtract 1 (Divide (Add 甲 乙) 丙))");
        assert_eq!(shape("甲 - 乙 - 丙"), "(Subtract (Subtract 甲 乙) 丙)");
        assert_eq!(shape("-甲 × 乙"), "(Multiply (neg 甲) 乙)");
    }

    #[test]
    fn and_binds_tighter_than_or_and_not_tighter_than_both() {
        assert_eq!(shape("甲 或 非 乙 且 丙"), "(or 甲 (and (not 乙) 丙))");
        assert_eq!(
            shape("如果 甲 ≤ 30 则 1 否则 如果 乙 则 2 否则 3"),
            "(if (AtMost 甲 30) 1 (if 乙 2 3))"
        );
    }

    #[test]
    fn a_mistake_says_where_and_what_is_expected() {
        let mistake = parse("如果 甲 则 1").unwrap_err();
        assert_eq!(mistake.start, "如果 甲 则 1".len());
        assert_eq!(mistake.help.unwrap().chinese, "这里应写“否则”");
        assert!(parse("甲 +").is_err() && parse("(甲").is_err() && parse("甲 乙").is_err());
        assert!(parse("").is_err());
    }

    #[test]
    fn a_formula_ends_somewhere() {
        let sum = |terms: usize| vec!["甲"; terms].join(" + ");
        assert!(parse(&sum(MOST_DEEPER + 1)).is_ok());
        for long in [sum(MOST_DEEPER + 2), "非 ".repeat(100_000)] {
            assert_eq!(parse(&long).unwrap_err().message.chinese, "公式太长");
        }
    }
}
