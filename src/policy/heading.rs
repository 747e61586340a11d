//! What a policy is, before any of its rules.

use crate::values::Date;

/// Whom a policy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Firms and other organisations that employ people.
    Employer,
    /// A person on their own behalf.
    Citizen,
}

impl Audience {
    /// The word that programs know it by.
    pub fn id(self) -> &'static str {
        match self {
            Audience::Employer => "employer",
            Audience::Citizen => "citizen",
        }
    }
}

/// What readers look for a policy under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Layoff rates, and refunds for firms that keep their staff.
    Retention,
    /// Training and certificates.
    Training,
    /// Hiring and placement.
    Hiring,
    /// Wages.
    Pay,
    /// Figures that other policies ask for.
    Figures,
}

impl Topic {
    pub(crate) const ALL: [(&'static str, Topic); 5] = [
        ("retention", Topic::Retention),
        ("training", Topic::Training),
        ("hiring", Topic::Hiring),
        ("pay", Topic::Pay),
        ("figures", Topic::Figures),
    ];

    /// The word that files and programs know it by.
    pub(crate) fn id(self) -> &'static str {
        Topic::ALL.iter().find(|topic| topic.1 == self).map_or("", |topic| topic.0)
    }
}

/// Whether a policy can be claimed on a given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// In force on that day.
    InForce,
    /// Not in force on that day.
    Expired,
    /// Not tied to a period.
    Reference,
}

impl Status {
    /// On `today`, of what is in force from one day to another.
    pub(crate) fn within(from: Option<Date>, to: Option<Date>, today: Date) -> Status {
        if from.is_none() && to.is_none() {
            Status::Reference
        } else if from.is_none_or(|from| from <= today) && to.is_none_or(|to| today <= to) {
            Status::InForce
        } else {
            Status::Expired
        }
    }

    /// The word that programs know it by.
    pub fn id(self) -> &'static str {
        match self {
            Status::InForce => "in-force",
            Status::Expired => "expired",
            Status::Reference => "reference",
        }
    }
}
