//! The line of a policy in a list.

use crate::policy::{Policy, Status};
use crate::values::{Data, Date, Locale};

/// The line of a policy in a list, whether the policy is at hand or only listed in a catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'p> {
    /// Its id.
    pub id: &'p str,
    /// What it is called.
    pub title: &'p str,
    /// Where it applies.
    pub region: &'p str,
    /// Whom it is for: `employer` or `citizen`.
    pub audience: &'p str,
    /// The scheme that it is a variant of.
    pub scheme: &'p str,
    /// The year that is claimed for.
    pub claim_year: Option<i32>,
    /// The first day on which it is in force.
    pub from: Option<Date>,
    /// The last one.
    pub to: Option<Date>,
}

impl<'p> Summary<'p> {
    /// That of a policy.
    pub fn new(policy: &'p Policy, locale: Locale) -> Summary<'p> {
        Summary {
            id: &policy.id,
            title: policy.title.get(locale),
            region: policy.region.get(locale),
            audience: policy.audience.id(),
            scheme: &policy.scheme,
            claim_year: policy.claim_year,
            from: policy.from,
            to: policy.to,
        }
    }

    /// With its status on `today`.
    pub fn to_data(&self, today: Date) -> Data<'p> {
        Data::object(|data| self.write(today, data))
    }

    pub(super) fn write(&self, today: Date, data: &mut Data<'p>) {
        data.set("id", self.id);
        data.set("title", self.title);
        data.set("region", self.region);
        data.set("audience", self.audience);
        data.set("scheme", self.scheme);
        data.set("claimYear", self.claim_year);
        data.set("status", Status::within(self.from, self.to, today).id());
    }
}
