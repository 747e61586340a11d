//! A policy as data for forms and rule pages: nothing about it need be known beforehand.

use std::borrow::Cow;

use super::source::{cite, document, source};
use super::summary::Summary;
use crate::explanation::{Style, render};
use crate::formula::{Expression, Quantity, Type};
use crate::policy::{
    Citation, Computed, Duty, Formula, Helper, Input, Kind, Label, Months, Note, Policy,
    ProcedureStep, Topic,
};
use crate::values::{Data, Date, Locale, Number, RARE, Raw, Text, Unit};

/// Everything that a form and a rule page need to know about a policy.
pub fn describe(policy: &Policy, locale: Locale, today: Date) -> Data<'_> {
    Data::object(|data| {
        Summary::new(policy, locale).write(today, data);
        Describer { policy, locale }.describe(data);
    })
}

/// Two decimals for a bound in money read no better than none: the shortest form will do.
pub(super) fn plain(number: Number) -> String {
    number.to_plain(10).unwrap_or_default()
}

fn type_word(kind: Type) -> &'static str {
    match kind {
        Type::Boolean => "boolean",
        Type::Date => "date",
        Type::Text => "text",
        Type::Choice(_) => "choice",
        Type::Choices(_) => "choices",
        Type::Number(quantity) if quantity.percent => "percentage",
        Type::Number(quantity) if quantity.unit == Unit::YUAN => "money",
        Type::Number(_) => "number",
    }
}

#[derive(Clone, Copy)]
pub(super) struct Describer<'p> {
    pub(super) policy: &'p Policy,
    pub(super) locale: Locale,
}

impl<'p> Describer<'p> {
    fn describe(self, data: &mut Data<'p>) {
        let (policy, locale) = (self.policy, self.locale);
        data.set("summary", policy.summary.get(locale));
        data.set("version", policy.version.as_str());
        data.set_some("topic", policy.topic.map(Topic::id));
        data.set_texts("keywords", policy.keywords.iter().map(String::as_str));
        data.set_object("effective", |data| {
            data.set("from", policy.from.map(|date| date.to_string()));
            data.set("to", policy.to.map(|date| date.to_string()));
        });
        data.set_some("checkedOn", policy.checked.map(|date| date.to_string()));
        let (tables, fields): (Vec<_>, Vec<_>) =
            policy.inputs.iter().partition(|input| matches!(input.kind, Kind::Table(_)));
        data.set_objects("inputs", fields, |data, input| self.input(data, input));
        self.extras(data);
        data.set_objects("tables", tables, |data, input| self.table(data, input));
        data.set_texts("order", policy.inputs.iter().map(Input::id));
        data.set_objects("parameters", &policy.parameters, |data, item| self.parameter(data, item));
        data.set_objects("values", &policy.values, |data, value| self.value(data, value));
        data.set_objects("conditions", &policy.conditions, |data, rule| self.rule(data, rule));
        match &policy.amount {
            Some(amount) => data.set_object("amount", |data| {
                data.set("label", amount.label.text.get(locale));
                data.set("formula", self.formula(&amount.formula));
                self.uses(data, &amount.formula);
                self.cite(data, amount.source.as_ref());
            }),
            None => data.set("amount", None::<bool>),
        }
        data.set_objects("deadlines", &policy.deadlines, |data, rule| self.rule(data, rule));
        data.set_objects("warnings", &policy.warnings, |data, warning| {
            data.set("code", warning.code.as_str());
            data.set("message", warning.message.get(locale));
            data.set_texts("fields", warning.fields.iter().map(|field| policy.inputs[*field].id()));
        });
        data.set_objects("hints", &policy.hints, |data, hint| {
            data.set("code", hint.code.as_str());
            data.set("message", hint.message.get(locale));
            data.set_texts("fields", hint.fields.iter().map(|field| policy.inputs[*field].id()));
        });
        data.set_objects("procedure", &policy.procedure, |data, step| self.step(data, step));
        if let Some(portal) = &policy.apply {
            data.set_object("apply", |data| {
                data.set("name", portal.name.get(locale));
                data.set("url", portal.url.as_str());
            });
        }
        data.set_objects("checklist", &policy.checklist, |data, check| {
            data.set("text", check.text.get(locale));
            data.set_some("shows", check.shows.as_deref());
        });
        data.set_objects("contacts", &policy.contacts, |data, contact| {
            data.set("name", contact.name.get(locale));
            data.set("office", contact.office.get(locale));
            self.set_text(data, "channel", contact.channel.as_ref());
            data.set_some("phone", contact.phone.as_deref());
        });
        data.set_objects("sources", 0..policy.sources.len(), |data, index| {
            document(policy, index, locale).write(data);
        });
        data.set_objects("notes", &policy.notes, |data, note| self.note(data, note));
        data.set_objects("exclusions", &policy.exclusions, |data, exclusion| {
            data.set("policy", exclusion.policy.as_str());
            data.set("text", exclusion.text.get(locale));
            self.cite(data, exclusion.source.as_ref());
        });
        data.set_objects("unexpressed", &policy.unexpressed, |data, item| {
            data.set("text", item.text.get(locale));
            data.set("reason", item.reason.get(locale));
            self.cite(data, item.source.as_ref());
        });
        // A page asks for it once it has begun.
        #[cfg(feature = "analysis")]
        self.faq(data);
        data.set_objects("changes", &policy.changes, |data, change| {
            data.set("date", change.date.to_string());
            data.set("text", change.text.get(locale));
        });
        data.set_objects("locals", &policy.locals, |data, local| {
            data.set("place", local.place.get(locale));
            data.set_some("year", local.year);
            data.set_object("when", |data| {
                for (field, alternatives) in &local.when {
                    data.set_texts(field, alternatives.iter().filter_map(answer_text));
                }
            });
            data.set_object("inputs", |data| answers(data, &local.inputs));
            data.set_object("same", |data| {
                for (field, other) in &local.same {
                    data.set(field, other.as_str());
                }
            });
            self.set_text(data, "note", local.note.as_ref());
            self.cite(data, local.source.as_ref());
        });
        data.set_objects("examples", &policy.examples, |data, example| {
            data.set("name", example.name.get(locale));
            data.set_object("inputs", |data| answers(data, &example.inputs));
            self.cite(data, example.source.as_ref());
        });
    }

    pub(super) fn formula(self, formula: &'p Formula) -> Cow<'p, str> {
        match formula.kind {
            Type::Boolean => {
                let Formula { expression, .. } = formula;
                render(self.policy, expression, Style::Statements, self.locale, None).into()
            }
            _ => formula.by_name(self.policy, self.locale).into(),
        }
    }

    pub(super) fn set_text(self, data: &mut Data<'p>, key: &'static str, text: Option<&'p Text>) {
        data.set_some(key, text.map(|text| text.get(self.locale)));
    }

    pub(super) fn cite(self, data: &mut Data<'p>, citation: Option<&'p Citation>) {
        cite(data, citation.map(|citation| source(self.policy, citation, self.locale)).as_ref());
        data.set_some("quote", citation.and_then(|citation| citation.quote.as_deref()));
    }

    fn choices(self, data: &mut Data<'p>, set: usize) {
        data.set_objects("choices", &self.policy.choice_sets[set].choices, |data, choice| {
            self.label(data, choice);
        });
    }

    pub(super) fn label(self, data: &mut Data<'p>, label: &'p Label) {
        data.set("id", label.id.as_str());
        data.set("label", label.text.get(self.locale));
    }

    /// The names of something that are neither its id nor its label; names are the same in capitals.
    fn also(self, data: &mut Data<'p>, label: &'p Label, names: impl Iterator<Item = &'p str>) {
        let mut known = vec![label.id.as_str(), label.text.get(self.locale)];
        for name in names {
            if !known.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                known.push(name);
            }
        }
        data.set_texts("also", known.into_iter().skip(2));
    }

    pub(super) fn unit(self, quantity: Quantity) -> Option<Cow<'static, str>> {
        (quantity.unit != Unit::NONE).then(|| quantity.unit.label(self.locale))
    }

    fn table(self, data: &mut Data<'p>, input: &'p Input) {
        let Kind::Table(index) = input.kind else { return };
        let table = &self.policy.tables[index];
        self.label(data, &input.label);
        self.set_text(data, "help", input.help.as_ref());
        data.set_some("when", input.when.as_ref().map(|when| self.formula(when)));
        data.set_objects("columns", &table.columns, |data, column| {
            self.input(data, column);
            self.also(data, &column.label, column.names());
        });
        data.set_objects("values", &table.values, |data, value| self.value(data, value));
        data.set_objects("reasons", &table.checks, |data, check| {
            data.set("code", check.code.as_str());
            data.set("message", check.message.get(self.locale));
            self.cite(data, check.source.as_ref());
        });
        data.set("maxRows", table.max_rows);
        data.set_some("minRows", Some(table.min_rows).filter(|rows| *rows > 0));
        self.cite(data, input.source.as_ref());
    }

    fn input(self, data: &mut Data<'p>, input: &'p Input) {
        let numeric =
            matches!(input.kind, Kind::Count | Kind::Money | Kind::Number | Kind::Percentage);
        let (choices, several) = match input.kind {
            Kind::Choice(set) => (Some(set), false),
            Kind::Choices(set) => (Some(*set), true),
            _ => (None, false),
        };
        let kind = match input.kind {
            Kind::Count => "count",
            Kind::Money => "money",
            Kind::Number => "number",
            Kind::Percentage => "percentage",
            Kind::Date => "date",
            Kind::Text | Kind::Identifier | Kind::IdentityNumber | Kind::CreditCode => "text",
            Kind::Choice(_) => "choice",
            Kind::Choices(_) => "choices",
            Kind::Table(_) => "table",
            Kind::Boolean => "boolean",
        };
        self.label(data, &input.label);
        self.set_text(data, "help", input.help.as_ref());
        data.set("type", kind);
        let format = match input.kind {
            Kind::Identifier => Some("identifier"),
            Kind::IdentityNumber => Some("identity-number"),
            Kind::CreditCode => Some("credit-code"),
            _ => None,
        };
        data.set_some("format", format);
        data.set_some("pattern", input.pattern.as_deref().filter(|_| RARE));
        if numeric {
            data.set_some("unit", self.unit(input.quantity));
            data.set("min", plain(input.min));
            data.set("max", plain(input.max));
        } else if input.kind == Kind::Date {
            data.set("min", input.earliest.to_string());
            data.set("max", input.latest.to_string());
        }
        data.set_some("minExclusive", input.above_min.then_some(true));
        data.set_some("decimals", numeric.then_some(input.decimals as usize));
        if several {
            data.set("min", plain(input.min));
            data.set("max", plain(input.max));
        }
        if let Some(set) = choices {
            data.set_objects("choices", &self.policy.choice_sets[set].choices, |data, choice| {
                self.label(data, choice);
                self.also(data, choice, choice.names());
            });
        }
        data.set_some("when", input.when.as_ref().map(|when| self.formula(when)));
        data.set("optional", input.optional);
        match &input.helper {
            Some(Helper::Policy { policy, value, inputs }) => {
                data.set_object("helper", |data| {
                    data.set("kind", "policy");
                    data.set("policy", policy.as_str());
                    data.set("value", value.as_str());
                    data.set_object("inputs", |data| answers(data, inputs));
                });
            }
            Some(Helper::MonthlyAverage) => {
                data.set_object("helper", |data| data.set("kind", "monthly-average"));
            }
            None => {}
        }
        data.set_some("months", input.months.map(Months::word));
        self.cite(data, input.source.as_ref());
    }

    pub(super) fn value(self, data: &mut Data<'p>, value: &'p Computed) {
        self.label(data, &value.label);
        data.set("type", type_word(value.formula.kind));
        data.set_some("unit", value.formula.unit_word(self.locale));
        data.set("formula", self.formula(&value.formula));
        self.uses(data, &value.formula);
        if let Type::Choice(set) = value.formula.kind {
            self.choices(data, set);
        }
        self.cite(data, value.source.as_ref());
    }

    fn rule(self, data: &mut Data<'p>, rule: &'p Computed) {
        self.label(data, &rule.label);
        data.set("formula", self.formula(&rule.formula));
        self.uses(data, &rule.formula);
        self.comparison(data, &rule.formula.expression);
        self.cite(data, rule.source.as_ref());
    }

    /// Ids of the inputs, tables, parameters and values that a formula names, in its order.
    fn uses(self, data: &mut Data<'p>, formula: &'p Formula) {
        let mut ids = Vec::new();
        self.collect_ids(&formula.expression, &mut ids);
        data.set_texts("uses", ids);
    }

    fn collect_ids(self, expression: &'p Expression, ids: &mut Vec<&'p str>) {
        let policy = self.policy;
        let mut add = |id| {
            if !ids.contains(&id) {
                ids.push(id);
            }
        };
        match expression {
            Expression::Aggregate(_, table, _) => {
                add(&policy.table_label(*table).0.id);
            }
            Expression::Grade(index) | Expression::Listed(index, _) => {
                let classification = &policy.classifications[*index];
                for input in [classification.by].iter().chain(&classification.indicators) {
                    add(policy.inputs[*input].id());
                }
            }
            _ => {
                if let Some(id) = self.named_id(expression) {
                    add(id);
                }
            }
        }
        for operand in expression.operands() {
            self.collect_ids(operand, ids);
        }
    }

    /// The id of what an expression names.
    fn named_id(self, expression: &Expression) -> Option<&'p str> {
        let policy = self.policy;
        match expression {
            Expression::Input(index) => Some(policy.inputs[*index].id()),
            Expression::Value(index) => Some(&policy.values[*index].label.id),
            Expression::Parameter(index)
            | Expression::ParameterOn(index, _)
            | Expression::ParameterBy(index, _)
            | Expression::Slices(index, _) => Some(&policy.parameters[*index].label.id),
            _ => None,
        }
    }

    /// Of a rule that compares one figure with another, their ids.
    fn comparison(self, data: &mut Data<'p>, rule: &Expression) {
        let Expression::Compare(comparison, value, limit) = rule else { return };
        let (Some(value), Some(limit)) = (self.named_id(value), self.named_id(limit)) else {
            return;
        };
        data.set_object("comparison", |data| {
            data.set("value", value);
            data.set("sign", comparison.sign());
            data.set("limit", limit);
        });
    }

    fn step(self, data: &mut Data<'p>, step: &'p ProcedureStep) {
        self.note(data, &step.note);
        self.set_text(data, "who", step.who.as_ref());
        data.set_some("when", step.when.as_ref().map(|when| self.formula(when)));
        data.set_some("duty", step.duty.map(Duty::word));
        let by = step.by.and_then(|by| self.policy.deadlines.get(by));
        data.set_some("by", by.map(|deadline| deadline.label.id.as_str()));
        self.set_text(data, "missed", step.missed.as_ref());
        if !step.materials.is_empty() {
            data.set_objects("materials", &step.materials, |data, material| {
                data.set("name", material.name.get(self.locale));
                self.set_text(data, "help", material.help.as_ref());
                data.set_some("waived", material.waived.then_some(true));
            });
        }
    }

    fn note(self, data: &mut Data<'p>, note: &'p Note) {
        self.set_text(data, "title", note.title.as_ref());
        data.set("text", note.text.get(self.locale));
        self.cite(data, note.source.as_ref());
    }
}

/// An answer as it is written out; yes and no are choices of nothing.
fn answer_text(answer: &Raw) -> Option<&str> {
    match answer {
        Raw::Number(text) | Raw::Text(text) => Some(text),
        Raw::Boolean(true) => Some("true"),
        Raw::Boolean(false) => Some("false"),
        _ => None,
    }
}

/// Answers as programs give them.
fn answers<'p>(data: &mut Data<'p>, answers: &'p [(String, Raw)]) {
    for (id, answer) in answers {
        match answer {
            Raw::Missing => data.set(id, None::<bool>),
            Raw::Boolean(value) => data.set(id, *value),
            Raw::Texts(texts) => data.set_texts(id, texts.iter().map(String::as_str)),
            Raw::Table(rows) => data.set_objects(id, rows, |data, row| {
                self::answers(data, row.as_deref().unwrap_or_default());
            }),
            Raw::Number(text)
            | Raw::Text(text)
            | Raw::LongText(text)
            | Raw::Written(text)
            | Raw::Typed(text)
            | Raw::Other(text) => data.set(id, text.as_str()),
            Raw::LongTable(_) => data.set(id, "[…]"),
        }
    }
}
