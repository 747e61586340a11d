//! What is told of a situation: how it differs from the own one, what it comes to, and how that is worked out.

use super::search::{Candidate, changed, is_part, outcomes};
use super::shown::{How, Of, Shown};
use crate::evaluation::{Eligibility, Failure, Situation, Value};
use crate::explanation::display;
use crate::formula::{Quantity, Type};
use crate::policy::Alternative;
use crate::result::{Assessment, Plain, Source, assessment, cite, plain, source};
use crate::values::{Data, Locale, Unit};

/// A value as programs and as readers have it.
pub type Written = (Plain, String);

/// A situation, with how it differs from the own one.
#[derive(Debug)]
pub struct Account<'p> {
    /// How the notice is read otherwise.
    pub readings: Vec<ReadAs<'p>>,
    /// Answers that are others.
    pub changes: Vec<Change<'p>>,
    /// What is shown, and what is worked out.
    pub figures: Vec<FigureResult<'p>>,
    /// All that follows.
    pub assessment: Assessment<'p>,
}

/// Another reading of the notice.
#[derive(Debug)]
pub struct ReadAs<'p> {
    /// Its id.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// Why the notice can be read so.
    pub text: Option<&'p str>,
    /// Where it can be read so.
    pub source: Option<Source<'p>>,
}

/// An answer that is another.
#[derive(Debug)]
pub struct Change<'p> {
    /// Id of the input.
    pub field: &'p str,
    /// What readers know it by.
    pub label: &'p str,
    /// The own answer, plain and for readers; `None` where it is not given.
    pub from: Option<Written>,
    /// The other one.
    pub to: Written,
    /// Other choices with which the figures are the same.
    pub or: Vec<Written>,
    /// What other readings have filled in here.
    pub definitions: Vec<Definition<'p>>,
}

/// What another reading has filled in.
#[derive(Debug)]
pub struct Definition<'p> {
    /// Id of the reading.
    pub reading: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// What is to be filled in.
    pub text: &'p str,
}

/// Something that is shown, beside what is worked out.
#[derive(Debug)]
pub struct FigureResult<'p> {
    /// Id of the value, `eligibility` or `amount`.
    pub id: &'p str,
    /// Its name for readers.
    pub label: &'p str,
    /// As it is displayed.
    pub shown: String,
    /// What is worked out, plain and for readers; the amount before it is rounded. `None` while it is open.
    pub value: Option<Written>,
    /// How that comes to what is shown, if it does.
    pub how: Option<How>,
    /// What is shown less what is worked out, of numbers that differ.
    pub remains: Option<String>,
}

impl<'p> Account<'p> {
    /// As plain data.
    pub fn to_data(&self) -> Data<'p> {
        Data::object(|data| self.write(data))
    }

    pub(super) fn write(&self, data: &mut Data<'p>) {
        data.set_objects("readings", &self.readings, |data, reading| {
            data.set("id", reading.id);
            data.set("label", reading.label);
            data.set_some("text", reading.text);
            cite(data, reading.source.as_ref());
        });
        data.set_objects("changes", &self.changes, |data, change| {
            data.set("field", change.field);
            data.set("label", change.label);
            set_plain(data, ["from", "fromDisplay"], change.from.as_ref());
            set_plain(data, ["to", "toDisplay"], Some(&change.to));
            data.set_objects("or", &change.or, |data, other| {
                set_plain(data, ["to", "toDisplay"], Some(other));
            });
            data.set_objects("definitions", &change.definitions, |data, definition| {
                data.set("reading", definition.reading);
                data.set("label", definition.label);
                data.set("text", definition.text);
            });
        });
        data.set_objects("figures", &self.figures, |data, figure| {
            data.set("id", figure.id);
            data.set("label", figure.label);
            data.set("shown", &figure.shown);
            set_plain(data, ["value", "display"], figure.value.as_ref());
            data.set("how", figure.how.map(How::id));
            data.set("remains", figure.remains.as_ref());
        });
        data.set_data("assessment", self.assessment.to_data());
    }
}

fn set_plain<'p>(data: &mut Data<'p>, keys: [&'p str; 2], value: Option<&Written>) {
    match value.map(|value| &value.0) {
        Some(Plain::Text(text)) => data.set(keys[0], text),
        Some(Plain::Boolean(truth)) => data.set(keys[0], *truth),
        None => data.set(keys[0], None::<bool>),
    }
    data.set(keys[1], value.map(|value| &value.1));
}

/// Decimal places of what is computed.
const PLACES: u32 = 10;

/// Tells what is found to whoever has the own situation.
pub(super) struct Teller<'p, 's> {
    pub(super) own: &'s Situation<'p>,
    pub(super) shown: &'s [Shown<'p>],
    pub(super) locale: Locale,
}

impl<'p> Teller<'p, '_> {
    /// Whether one more differs from those of a group in nothing but the choice in which these differ from each other.
    pub(super) fn are_alike(&self, group: &[&Candidate<'p>], one: &Candidate<'p>) -> bool {
        let first = group[0];
        let mut differing = group.iter().skip(1).chain([&one]).map(|other| {
            let mut inputs = changed(&first.situation, &other.situation);
            (inputs.next(), inputs.next())
        });
        let Some((Some(choice), None)) = differing.next() else { return false };
        let is_choice = |candidate: &Candidate<'_>| {
            matches!(candidate.situation.answer(choice), Some(Value::Choice(_)))
                && self.own.answer(choice) != candidate.situation.answer(choice)
        };
        differing.all(|inputs| inputs == (Some(choice), None))
            && is_choice(first)
            && is_choice(one)
            && is_part(&first.readings, &one.readings)
            && is_part(&one.readings, &first.readings)
            && outcomes(self.shown, &first.situation) == outcomes(self.shown, &one.situation)
    }

    /// Tells of situations that are alike but for one choice.
    pub(super) fn tell_of(&self, alike: &[&Candidate<'p>]) -> Result<Account<'p>, Failure> {
        let (first, others) = alike.split_first().expect("there is one that others are like");
        let mut account = self.tell(first)?;
        for other in others {
            for index in changed(&first.situation, &other.situation) {
                let id = self.own.policy.inputs[index].id();
                let change = account.changes.iter_mut().find(|change| change.field == id);
                if let (Some(change), Some(answer)) = (change, other.situation.answer(index)) {
                    change.or.push(self.written(index, answer)?);
                }
            }
        }
        Ok(account)
    }

    fn written(&self, index: usize, answer: &Value) -> Result<Written, Failure> {
        let policy = self.own.policy;
        let kind = policy.inputs[index].result_type();
        Ok((plain(policy, answer, kind)?, display(policy, answer, kind, self.locale)))
    }

    pub(super) fn tell(&self, candidate: &Candidate<'p>) -> Result<Account<'p>, Failure> {
        let Candidate { readings, situation } = candidate;
        let policy = self.own.policy;
        let mut assessment = assessment(situation, self.locale)?;
        for other in readings {
            // What is worked out otherwise rests on what the reading rests on.
            let replaced =
                other.reading.values.iter().map(|(index, _)| &policy.values[*index].label);
            for label in replaced {
                let steps = assessment.steps.iter_mut().filter(|step| *step.id == label.id);
                steps.for_each(|step| step.source = self.source(other));
            }
        }
        Ok(Account {
            readings: readings.iter().map(|other| self.reading(other)).collect(),
            changes: changed(self.own, situation)
                .filter_map(|index| self.change(situation, index).transpose())
                .collect::<Result<_, _>>()?,
            figures: outcomes(self.shown, situation)
                .into_iter()
                .zip(self.shown)
                .map(|((value, how), shown)| self.figure(shown, value.as_ref(), how))
                .collect::<Result<_, _>>()?,
            assessment,
        })
    }

    fn source(&self, of: &'p Alternative) -> Option<Source<'p>> {
        of.source.as_ref().map(|citation| source(self.own.policy, citation, self.locale))
    }

    fn reading(&self, other: &'p Alternative) -> ReadAs<'p> {
        ReadAs {
            id: &other.label.id,
            label: other.label.text.get(self.locale),
            text: other.text.as_ref().map(|text| text.get(self.locale)),
            source: self.source(other),
        }
    }

    fn change(
        &self,
        situation: &Situation<'p>,
        index: usize,
    ) -> Result<Option<Change<'p>>, Failure> {
        let policy = self.own.policy;
        let input = &policy.inputs[index];
        let written = |answer: &Value| self.written(index, answer);
        let Some(to) = situation.answer(index).map(written).transpose()? else { return Ok(None) };
        let definitions = policy.readings.iter().flat_map(|other| {
            let of = other.definitions.iter().filter(move |(question, _)| *question == index);
            of.map(move |(_, text)| (other, text))
        });
        Ok(Some(Change {
            field: input.id(),
            label: input.label(self.locale),
            from: self.own.answer(index).map(written).transpose()?,
            to,
            or: Vec::new(),
            definitions: definitions
                .map(|(other, text)| Definition {
                    reading: &other.label.id,
                    label: other.label.text.get(self.locale),
                    text: text.get(self.locale),
                })
                .collect(),
        }))
    }

    fn figure(
        &self,
        shown: &Shown<'p>,
        value: Option<&Value>,
        how: Option<How>,
    ) -> Result<FigureResult<'p>, Failure> {
        let policy = self.own.policy;
        let locale = self.locale;
        let (label, kind) = match shown.of {
            Of::Value(index) => {
                let value = &policy.values[index];
                (value.label.text.get(locale), value.formula.kind)
            }
            Of::Eligibility => (locale.pick("资格", "Eligibility"), Type::Boolean),
            Of::Amount => {
                let label = policy.amount.as_ref().map(|amount| amount.label.text.get(locale));
                (label.unwrap_or(shown.id), Type::Number(Quantity::of(Unit::YUAN)))
            }
        };
        let written = |value: &Value| -> Result<Written, Failure> {
            let (Of::Eligibility, Value::Boolean(holds)) = (shown.of, value) else {
                return Ok((plain(policy, value, kind)?, display(policy, value, kind, locale)));
            };
            let id = if *holds { Eligibility::Eligible } else { Eligibility::Ineligible }.id();
            let words = locale.pick(["不符合", "符合"], ["not eligible", "eligible"]);
            Ok((Plain::Text(id.to_owned()), words[usize::from(*holds)].to_owned()))
        };
        let remains = value.filter(|_| how != Some(How::Exact));
        let remains = remains.and_then(|value| shown.remains(value));
        Ok(FigureResult {
            id: shown.id,
            label,
            shown: shown.text.clone(),
            value: value.map(written).transpose()?,
            how,
            remains: remains.map(|number| number.to_plain(PLACES)).transpose()?,
        })
    }
}
