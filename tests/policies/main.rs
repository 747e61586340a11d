//! Each policy, rule by rule: its figures, its boundaries, its unhappy paths.

mod national_enterprise_size;
mod shanghai_2024_stabilisation_refund;
mod support;
