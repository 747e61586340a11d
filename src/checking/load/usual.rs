//! The usual range of an answer: what is outside of it is allowed, and asked about.

use super::draft::Question;
use super::keys::date;
use super::loader::Loader;
use crate::document::{Diagnostic, Section, Spot};
use crate::explanation::number_in_words;
use crate::formula::{Aggregate, Comparison, Expression, Type};
use crate::policy::{Formula, Hint, Input};
use crate::values::{Locale, Text, text};

/// The usual range of a question or a column.
pub(crate) struct Usual {
    from: Option<Expression>,
    to: Option<Expression>,
    message: Text,
}

impl Usual {
    /// Where an answer is outside.
    fn unless(&self, answer: &Expression) -> Expression {
        let ends = [(Comparison::Less, &self.from), (Comparison::Greater, &self.to)];
        let ends = ends.into_iter().filter_map(|(comparison, end)| {
            let (answer, end) = (Box::new(answer.clone()), Box::new(end.clone()?));
            Some(Expression::Compare(comparison, answer, end))
        });
        let either = |left, right| Expression::Or(Box::new(left), Box::new(right));
        ends.reduce(either).unwrap_or(Expression::Boolean(false))
    }
}

impl<'a> Loader<'a> {
    /// `usual = { from = "1人", to = "5000人" }`, with a `message` of its own where the author has one.
    pub(super) fn read_usual(&mut self, section: &Section<'a>, input: &Input) -> Option<Usual> {
        let usual = section.section("usual")?;
        let (from, to) = (usual.optional_text("from"), usual.optional_text("to"));
        let message = usual.optional_wording("message");
        usual.finish();
        if from.is_none() && to.is_none() {
            let message = text!("“usual”要写 from 或 to", "“usual” says “from” or “to”");
            usual.report(Diagnostic::new(usual.place(), message));
            return None;
        }
        let is_sound =
            |end: &Option<Spot<'_>>, read: &Option<Expression>| end.is_none() == read.is_none();
        let read = |loader: &mut Loader<'a>, end: &Option<Spot<'a>>| {
            end.as_ref().and_then(|spot| loader.usual_end(&usual, spot, input))
        };
        let (first, last) = (read(self, &from), read(self, &to));
        if !is_sound(&from, &first) || !is_sound(&to, &last) {
            return None;
        }
        self.check_usual(&usual, input, first.as_ref(), last.as_ref());
        let message = message.unwrap_or_else(|| worded(input, first.as_ref(), last.as_ref()));
        Some(Usual { from: first, to: last, message })
    }

    fn usual_end(
        &mut self,
        usual: &Section<'a>,
        spot: &Spot<'a>,
        input: &Input,
    ) -> Option<Expression> {
        match input.result_type() {
            Type::Date => date(usual, spot).map(Expression::Date),
            Type::Number(quantity) => {
                let number = self.bound(Some(spot), input.kind, quantity)?;
                Some(Expression::Number(number, quantity))
            }
            _ => {
                let message = text!("“usual”只用于数和日期", "“usual” is for numbers and dates");
                usual.report_once(Diagnostic::new(usual.place(), message));
                None
            }
        }
    }

    /// Within what may be answered, and not all of it: else nobody would ever be asked.
    fn check_usual(
        &self,
        usual: &Section<'_>,
        input: &Input,
        from: Option<&Expression>,
        to: Option<&Expression>,
    ) {
        let (least, most) = match input.result_type() {
            Type::Date => (Expression::Date(input.earliest), Expression::Date(input.latest)),
            _ => (
                Expression::Number(input.min, input.quantity),
                Expression::Number(input.max, input.quantity),
            ),
        };
        let (first, last) = (from.unwrap_or(&least), to.unwrap_or(&most));
        let fits = is_before(&least, first) != Some(false)
            && is_before(first, last) != Some(false)
            && is_before(last, &most) != Some(false);
        if fits && (*first != least || *last != most) {
            return;
        }
        let [chinese, english] = [Locale::Chinese, Locale::English]
            .map(|locale| [&least, &most].map(|end| shown(end, locale)));
        let message = Text::new(
            format!("通常的范围要比可以填的（{}至{}）小", chinese[0], chinese[1]),
            format!(
                "the usual range is smaller than what may be answered, {} to {}",
                english[0], english[1]
            ),
        );
        let help = text!(
            "from 不大于 to，两头都在可以填的范围之内",
            "“from” is no more than “to”, both within what may be answered"
        );
        self.report_at(usual.place(), message, Some(help));
    }

    /// The hints that a question gives rise to, once it has its index.
    pub(super) fn add_unusual(&mut self, question: &Question<'_>) {
        let own = question.usual.as_ref().map(|usual| {
            let label = &self.inputs[question.index].label;
            (label.id.clone(), usual.unless(&Expression::Input(question.index)), usual)
        });
        let columns = question.rows.iter().flat_map(|rows| {
            rows.columns.iter().filter_map(|column| {
                let usual = column.usual.as_ref()?;
                let cell = Expression::Column(rows.table, column.index);
                let outside = vec![usual.unless(&cell)];
                let id = &self.tables[rows.table].columns[column.index].label.id;
                let code = format!("{}-{id}", self.inputs[question.index].label.id);
                Some((code, Expression::Aggregate(Aggregate::Any, rows.table, outside), usual))
            })
        });
        let hints = own.into_iter().chain(columns).map(|(id, outside, usual)| Hint {
            code: format!("unusual-{id}"),
            message: usual.message.clone(),
            fields: vec![question.index],
            when: Formula::new(outside, Type::Boolean),
        });
        let hints: Vec<_> = hints.collect();
        self.unusual.extend(hints);
    }
}

/// Whether one end is no later, or no larger, than the other.
fn is_before(one: &Expression, other: &Expression) -> Option<bool> {
    match (one, other) {
        (Expression::Date(one), Expression::Date(other)) => Some(one <= other),
        (Expression::Number(one, _), Expression::Number(other, _)) => {
            one.compare(*other).ok().map(core::cmp::Ordering::is_le)
        }
        _ => None,
    }
}

fn shown(end: &Expression, locale: Locale) -> String {
    match end {
        Expression::Number(number, quantity) => number_in_words(*number, *quantity, locale),
        Expression::Date(date) => date.to_string(),
        _ => String::new(),
    }
}

fn worded(input: &Input, from: Option<&Expression>, to: Option<&Expression>) -> Text {
    let is_date = input.result_type() == Type::Date;
    let chinese = |end: &Expression| shown(end, Locale::Chinese);
    let english = |end: &Expression| shown(end, Locale::English);
    let (range, in_english) = match (from, to) {
        (Some(from), Some(to)) => (
            format!("在{}至{}之间", chinese(from), chinese(to)),
            format!("from {} to {}", english(from), english(to)),
        ),
        (Some(from), None) if is_date => {
            (format!("不早于{}", chinese(from)), format!("not before {}", english(from)))
        }
        (Some(from), None) => {
            (format!("不小于{}", chinese(from)), format!("at least {}", english(from)))
        }
        (None, Some(to)) if is_date => {
            (format!("不晚于{}", chinese(to)), format!("not after {}", english(to)))
        }
        (None, to) => {
            let (chinese, english) = to.map(|to| (chinese(to), english(to))).unwrap_or_default();
            (format!("不大于{chinese}"), format!("at most {english}"))
        }
    };
    let label = &input.label.text;
    Text::new(
        format!("“{}”：通常{range}，请核对所填的内容。", label.chinese),
        format!("“{}”: usually {in_english}. Please check the answer.", label.english),
    )
}
