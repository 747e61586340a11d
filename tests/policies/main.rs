//! Each policy, rule by rule: its figures, its boundaries, its unhappy paths.

mod changzhou_2020_job_placement;
mod changzhou_2020_labour_dispatch;
mod changzhou_2020_skill_certificate;
mod changzhou_2020_skills_training;
mod changzhou_2020_stabilisation_refund;
mod changzhou_2020_work_training;
mod national_enterprise_size;
mod national_overtime_pay;
mod national_stabilisation_refund;
mod shanghai_2021_work_training;
mod shanghai_2022_online_training;
mod shanghai_2024_stabilisation_refund;
mod shanghai_premium_estimate;
mod statements;
mod support;
mod written;
