//! Questions: what they take and within which bounds.

use super::draft::Question;
use super::keys::{choose, date, label};
use super::loader::Loader;
use crate::document::{Content, Diagnostic, Node, Place, Section, Spot};
use crate::formula::{Comparison, Expression, Meaning, Quantity, Type};
use crate::input::{DIGIT, LETTER, folded, says_none};
use crate::policy::{ChoiceSet, Helper, Input, Item, Kind, Label, Months};
use crate::values::{Date, Number, Raw, Selection, Unit, text};

/// General bounds, which hold unless a field says otherwise.
const LARGEST_COUNT: i64 = 100_000_000;

const LARGEST_MONEY: i64 = 1_000_000_000_000;

const MONEY_DECIMALS: u32 = 2;

pub(crate) const EARLIEST: Option<Date> = Date::new(2000, 1, 1);

pub(crate) const LATEST: Option<Date> = Date::new(2100, 12, 31);

/// Shares and other numbers: as many places as a JavaScript number above one hundredth has, so that a mean or a quotient
/// worked out there is taken; with the digits of the largest count, no more than a decimal holds.
const FREE_DECIMALS: u32 = 18;

impl<'a> Loader<'a> {
    /// `choices = [{ name = "…", id = "…", en = "…" }, …]`, or the name of an earlier item whose choices these are.
    pub(super) fn read_choices(&mut self, section: &Section<'a>) -> Option<usize> {
        if let Some((Node { content: Content::Text(_), .. }, _)) = section.node("choices") {
            return self.choices_of(&section.optional_text("choices")?);
        }
        let choices = section.sections("choices");
        if choices.is_empty() {
            return None;
        }
        let mut labels: Vec<Label> = Vec::new();
        for choice in &choices {
            let label = label(choice, None);
            choice.finish();
            let Some(label) = label else {
                self.leave_out(choice);
                continue;
            };
            for taken in [&label.name, &label.id] {
                if labels.iter().any(|known| known.name == *taken || known.id == *taken) {
                    let message = text!(
                        "“{taken}”已用于另一个选项",
                        "“{taken}” already names another choice"
                    );
                    self.report_at(choice.place(), message, None);
                }
            }
            labels.push(label);
        }
        let set = self.choice_sets.len();
        self.choice_sets.push(ChoiceSet { choices: labels });
        if let Some((Node { content: Content::Text(name), .. }, _)) = section.node("name") {
            self.choices_named.push((name.clone(), set));
        }
        Some(set)
    }

    fn choices_of(&self, spot: &Spot<'_>) -> Option<usize> {
        let name = spot.text;
        let named = |entry: &&(String, usize)| entry.0 == name;
        if let Some((_, set)) = self.choices_named.iter().find(named) {
            return Some(*set);
        }
        if !self.is_mistaken(name) {
            let known = self.choices_named.iter().map(|entry| entry.0.as_str());
            let message = text!(
                "前面没有名为“{name}”、有选项的项目",
                "no item before this one that has choices is called “{name}”"
            );
            let mistake = Diagnostic::new(&spot.place, message).meaning(name, known);
            self.log.borrow_mut().push(mistake);
        }
        None
    }

    pub(super) fn quantity(&mut self, section: &Section<'a>) -> Option<(Quantity, Place)> {
        let spot = section.optional_text("unit")?;
        if spot.text == "%" {
            return Some((Quantity::PERCENT, spot.place));
        }
        let unit = Unit::parse(spot.text);
        if unit.is_none() {
            let known = Unit::names().collect::<Vec<_>>().join("、");
            let name = spot.text;
            let message = text!(
                "没有“{name}”这个单位；可用的单位：%、{known}",
                "there is no unit “{name}”; known units: %, {known}"
            );
            self.report(Diagnostic::new(&spot.place, message).meaning(name, Unit::names()));
        }
        Some((Quantity::of(unit?), spot.place))
    }

    /// Reads an input, or a table that is asked for like one.
    pub(super) fn read_question(&mut self, section: &Section<'a>) -> Option<Question<'a>> {
        let index = self.inputs.len();
        self.read_faq(section, Item::Input(index));
        let (input, mut question) = self.read_input(section)?;
        if !input.also.is_empty() {
            let message = text!("只有列能写“also”", "only a column takes “also”");
            self.report_at(section.place(), message, None);
        }
        self.declare(
            section,
            &input.label,
            match input.kind {
                Kind::Table(table) => Meaning::Table(table),
                _ => Meaning::Input(index),
            },
        );
        self.inputs.push(input);
        question.index = index;
        Some(question)
    }

    /// Checks the formulas of an input, once everything has its name.
    pub(super) fn finish_question(&mut self, question: &Question<'a>) {
        if let Some(when) = &question.when {
            self.inputs[question.index].when = self.formula(when, Some(Type::Boolean));
        }
        if let Some(bound) = &question.bound {
            let kind = self.inputs[question.index].result_type();
            let bound = self.formula(bound, Some(kind));
            self.inputs[question.index].limit = bound.map(|bound| {
                let input = Box::new(Expression::Input(question.index));
                Expression::Compare(Comparison::AtMost, input, Box::new(bound.expression))
            });
        }
        if let Some(rows) = &question.rows {
            self.finish_table(rows);
        }
        self.add_unusual(question);
    }

    /// Reads an input or a column. Its formulas are for later.
    pub(super) fn read_input(&mut self, section: &Section<'a>) -> Option<(Input, Question<'a>)> {
        let label = label(section, None);
        let also = section.texts("also").iter().map(|spot| spot.text.to_owned()).collect();
        let help = section.optional_wording("help");
        let (kind, rows) = section.text("type").map_or((None, None), |spot| {
            if spot.text == "table" {
                let rows = self.read_table(section);
                (Some(Kind::Table(rows.table)), Some(rows))
            } else {
                (self.kind(section, &spot), None)
            }
        });
        let unit = self.quantity(section);
        let min = section.optional_text("min");
        let above = section.optional_text("above");
        let max = section.optional_text("max");
        let decimals = section.integer("decimals");
        let pattern = kind.and_then(|kind| self.pattern(section, kind));
        let earliest = section.optional_text("earliest").and_then(|spot| date(section, &spot));
        let latest = section.optional_text("latest").and_then(|spot| date(section, &spot));
        let when = section.optional_text("when");
        let bound_formula = section.optional_text("at_most");
        let optional = section.boolean("optional");
        let months = self.months(section, kind);
        let helper = section.section("helper").and_then(|section| read_helper(&section));
        let by_months = (months == Some(Months::Average)).then_some(Helper::MonthlyAverage);
        let (yes, no) = match kind {
            Some(Kind::Boolean) => {
                (section.optional_wording("yes"), section.optional_wording("no"))
            }
            _ => (None, None),
        };
        let source = self.citation(section, false);
        // It is read once it is known what may be answered.
        section.node("usual");
        section.finish();
        let has_sound_unit = unit.is_some() || section.node("unit").is_none();
        let (Some(label), Some(kind), true) = (label, kind, has_sound_unit) else {
            self.leave_out(section);
            return None;
        };
        let quantity = unit.map_or_else(|| general_quantity(kind), |(quantity, _)| quantity);
        let (largest, places) = match kind {
            Kind::Money => (LARGEST_MONEY, MONEY_DECIMALS),
            Kind::Percentage => (1, FREE_DECIMALS),
            Kind::Number => (LARGEST_COUNT, FREE_DECIMALS),
            _ => (LARGEST_COUNT, 0),
        };
        let lower = self.bound(min.as_ref(), kind, quantity);
        let exclusive = self.bound(above.as_ref(), kind, quantity);
        let upper = self.bound(max.as_ref(), kind, quantity);
        let places = decimals.map_or(Some(places), |(places, _)| u32::try_from(places).ok());
        let places = places.filter(|places| *places <= FREE_DECIMALS);
        if places.is_none() || (kind == Kind::Count && places != Some(0)) {
            let message = text!(
                "“decimals”是0至{FREE_DECIMALS}的整数；整数类型没有小数",
                "“decimals” is a whole number from 0 to {FREE_DECIMALS}; a count has none"
            );
            self.report_at(section.place(), message, None);
        }
        let min = exclusive.or(lower).unwrap_or(Number::ZERO);
        let most = match kind {
            Kind::Choices(set) => {
                i64::try_from(self.choice_sets[*set].choices.len()).unwrap_or(largest)
            }
            _ => largest,
        };
        let max = upper.unwrap_or_else(|| Number::from(most));
        let (earliest, latest) = (earliest.or(EARLIEST)?, latest.or(LATEST)?);
        if min.compare(max).is_ok_and(core::cmp::Ordering::is_gt) || earliest > latest {
            let message = text!("下限不能大于上限", "the lower bound is above the upper one");
            self.report_at(section.place(), message, None);
        }
        let input = Input {
            label,
            also,
            help,
            kind,
            quantity,
            min,
            max,
            has_own_max: upper.is_some(),
            above_min: exclusive.is_some(),
            decimals: places.unwrap_or_default(),
            earliest,
            latest,
            when: None,
            pattern,
            limit: None,
            helper: helper.or(by_months),
            months,
            yes,
            no,
            optional,
            source,
        };
        let usual = self.read_usual(section, &input);
        Some((input, Question { index: 0, when, bound: bound_formula, rows, usual }))
    }

    /// Of several choices: none may be what there is to say where there are none.
    fn check_choices(&self, section: &Section<'_>, set: usize) {
        let choices = &self.choice_sets[set].choices;
        let most = Selection::MOST;
        if choices.len() > most {
            let message = text!(
                "可以同时选几项的，选项最多 {most} 个",
                "there are at most {most} choices of which several may hold"
            );
            self.report_at(section.place(), message, None);
        }
        for choice in choices {
            if let Some(none) = choice.names().chain([&*choice.id]).find(|name| says_none(name)) {
                let message = text!(
                    "“{none}”不是选项：一项也不选，就是没有",
                    "“{none}” is no choice: who has none chooses none"
                );
                let help = text!(
                    "请删去这个选项；页面上自有“以上都没有”，至少要选一项的写 min = \"1项\"",
                    "leave it out: the page has “None of these” by itself; where one at least is needed, write min = \"1项\""
                );
                self.report_at(section.place(), message, Some(help));
            }
        }
    }

    /// What of the months of a year the answer is.
    fn months(&self, section: &Section<'_>, kind: Option<Kind>) -> Option<Months> {
        let (_, place) = section.node("months")?;
        let months = choose(section, "months", &Months::WORDS)?;
        if !matches!(kind, Some(Kind::Count | Kind::Number | Kind::Money) | None) {
            let message =
                text!("“months”用于整数、数和金额", "“months” goes with counts, numbers and money");
            self.report_at(&place, message, None);
            return None;
        }
        Some(months)
    }

    /// The form of a text, as its answers are read.
    fn pattern(&self, section: &Section<'_>, kind: Kind) -> Option<String> {
        let spot = section.optional_text("pattern")?;
        let pattern = match kind {
            Kind::Text => spot.text.trim().to_owned(),
            Kind::Identifier => folded(spot.text),
            _ => {
                let message = text!(
                    "只有 type = \"text\" 和 \"identifier\" 能写“pattern”",
                    "only the types text and identifier take a “pattern”"
                );
                self.report_at(&spot.place, message, None);
                return None;
            }
        };
        if !pattern.contains([DIGIT, LETTER]) {
            self.report_at(
                &spot.place,
                text!(
                    "“pattern”里一个数字写“#”，一个字母写“@”，别的字照写，如 \"沪####-@\"",
                    "in “pattern” # is a digit, @ a letter, and all else itself: \"沪####-@\""
                ),
                None,
            );
            return None;
        }
        Some(pattern)
    }

    /// A bound of what may be answered.
    pub(super) fn bound(
        &mut self,
        spot: Option<&Spot<'a>>,
        kind: Kind,
        quantity: Quantity,
    ) -> Option<Number> {
        let spot = spot?;
        let (number, own) = self.figure(spot)?;
        if own.unit != quantity.unit && !number.is_zero() {
            self.report_at(
                &spot.place,
                text!("上下限的单位要与“unit”一致", "a bound has the unit that “unit” names"),
                None,
            );
        }
        let is_above_whole = number.compare(Number::from(1)).is_ok_and(core::cmp::Ordering::is_gt);
        if kind == Kind::Percentage && is_above_whole {
            self.report_at(
                &spot.place,
                text!("比例不超过 100%", "a percentage is no more than 100%"),
                Some(text!(
                    "5.5% 写成 \"5.5%\" 或 \"0.055\"；可以超过 100% 的数写 type = \"number\"",
                    "write 5.5% as \"5.5%\" or \"0.055\"; what can be more than 100% is of type = \"number\""
                )),
            );
        }
        Some(number)
    }

    pub(super) fn kind(&mut self, section: &Section<'a>, spot: &Spot<'_>) -> Option<Kind> {
        const KINDS: [(&str, Kind); 10] = [
            ("count", Kind::Count),
            ("money", Kind::Money),
            ("number", Kind::Number),
            ("percentage", Kind::Percentage),
            ("date", Kind::Date),
            ("text", Kind::Text),
            ("identifier", Kind::Identifier),
            ("identity-number", Kind::IdentityNumber),
            ("credit-code", Kind::CreditCode),
            ("boolean", Kind::Boolean),
        ];
        if let "choice" | "choices" = spot.text {
            let set = self.read_choices(section);
            if section.node("choices").is_none() {
                section.missing("choices");
            }
            let set = set?;
            if spot.text == "choice" {
                return Some(Kind::Choice(set));
            }
            self.check_choices(section, set);
            return Some(Kind::Choices(set.into()));
        }
        let kind = KINDS.iter().find(|kind| kind.0 == spot.text).map(|kind| kind.1);
        if kind.is_none() {
            let known = KINDS.iter().map(|kind| kind.0).chain(["choice", "choices", "table"]);
            let listed = known.clone().collect::<Vec<_>>().join("、");
            let message = text!(
                "没有这种类型；可用的类型：{listed}",
                "there is no such type; known types: {listed}"
            );
            self.report(Diagnostic::new(&spot.place, message).meaning(spot.text, known));
        }
        kind
    }
}

/// What answers are measured in where no unit is named.
fn general_quantity(kind: Kind) -> Quantity {
    match kind {
        Kind::Percentage => Quantity::PERCENT,
        Kind::Money => Quantity::of(Unit::YUAN),
        Kind::Choices(_) => Quantity::of(Unit::ITEM),
        _ => Quantity::PLAIN,
    }
}

/// `{ policy = "…", value = "…", inputs = { … } }`, by ids; `{ monthly_average = true }` is how `months = "average"` was written before.
fn read_helper(section: &Section<'_>) -> Option<Helper> {
    if section.boolean("monthly_average") {
        section.finish();
        return Some(Helper::MonthlyAverage);
    }
    let policy = section.text("policy");
    let value = section.text("value");
    let given = section.section("inputs");
    let inputs = given.iter().flat_map(Section::entries).map(|(spot, node)| {
        let raw = match &node.content {
            Content::Text(text) => Raw::Text(text.clone()),
            Content::Integer(number) => Raw::Number(number.to_string()),
            Content::Boolean(value) => Raw::Boolean(*value),
            Content::List(_) | Content::Table(_) => Raw::Other("…".to_owned()),
        };
        (spot.text.to_owned(), raw)
    });
    let inputs = inputs.collect();
    section.finish();
    Some(Helper::Policy { policy: policy?.text.to_owned(), value: value?.text.to_owned(), inputs })
}
