//! The national size classes, against the published table.

use std::sync::LazyLock;

use crate::support::{CALENDAR, assess, form, value};
use wengang::{Eligibility, Policy, asked};

static POLICY: LazyLock<Policy> =
    LazyLock::new(|| crate::support::policy("national/enterprise-size"));

/// The table as published: industry, then for employees, revenue and assets the lower bounds of large, medium, small.
type Bounds = Option<[i64; 3]>;
const TABLE: [(&str, Bounds, Bounds, Bounds); 16] = [
    ("agriculture", None, Some([20000, 500, 50]), None),
    ("manufacturing", Some([1000, 300, 20]), Some([40000, 2000, 300]), None),
    ("construction", None, Some([80000, 6000, 300]), Some([80000, 5000, 300])),
    ("wholesale", Some([200, 20, 5]), Some([40000, 5000, 1000]), None),
    ("retail", Some([300, 50, 10]), Some([20000, 500, 100]), None),
    ("transport", Some([1000, 300, 20]), Some([30000, 3000, 200]), None),
    ("warehousing", Some([200, 100, 20]), Some([30000, 1000, 100]), None),
    ("postal", Some([1000, 300, 20]), Some([30000, 2000, 100]), None),
    ("accommodation", Some([300, 100, 10]), Some([10000, 2000, 100]), None),
    ("catering", Some([300, 100, 10]), Some([10000, 2000, 100]), None),
    ("telecommunications", Some([2000, 100, 10]), Some([100_000, 1000, 100]), None),
    ("software", Some([300, 100, 10]), Some([10000, 1000, 50]), None),
    ("realEstate", None, Some([200_000, 1000, 100]), Some([10000, 5000, 2000])),
    ("propertyManagement", Some([1000, 300, 100]), Some([5000, 1000, 500]), None),
    ("leasingBusiness", Some([300, 100, 10]), None, Some([120_000, 8000, 100])),
    ("other", Some([300, 100, 10]), None, None),
];
const CLASSES: [&str; 4] = ["large", "medium", "small", "micro"];

#[test]
fn every_cell_of_the_table_is_a_closed_lower_bound() {
    for (industry, employees, revenue, assets) in TABLE {
        let indicators = [("employees", employees), ("revenue", revenue), ("assets", assets)];
        let listed: Vec<_> = indicators
            .iter()
            .filter_map(|(id, bounds)| bounds.map(|bounds| (*id, bounds)))
            .collect();
        for class in 0..3 {
            let at_bounds: Vec<_> =
                listed.iter().map(|(id, bounds)| (*id, bounds[class].to_string())).collect();
            let classify = |answers: &[(&str, String)]| {
                let mut fields = vec![("industry", industry)];
                fields.extend(answers.iter().map(|(id, answer)| (*id, answer.as_str())));
                value(&assess(&POLICY, &form(&fields)), "enterpriseSize")
            };
            assert_eq!(classify(&at_bounds), CLASSES[class], "{industry} {at_bounds:?}");
            // One below any single bound is one class down.
            for short in 0..listed.len() {
                let mut below = at_bounds.clone();
                below[short].1 = (listed[short].1[class] - 1).to_string();
                let down = classify(&below);
                let position = CLASSES.iter().position(|known| *known == down).unwrap();
                assert!(position > class, "{industry} {below:?}: {down}");
            }
        }
    }
}

#[test]
fn only_the_indicators_of_the_industry_are_asked() {
    for (industry, employees, revenue, assets) in TABLE {
        let form = form(&[("industry", industry)]);
        let mut expected = vec!["industry"];
        for (id, bounds) in [("employees", employees), ("revenue", revenue), ("assets", assets)] {
            expected.extend(bounds.map(|_| id));
        }
        assert_eq!(asked(&POLICY, &CALENDAR, &form), expected);
        assert_eq!(assess(&POLICY, &form).missing, expected[1..]);
    }
}

#[test]
fn a_fen_below_forty_thousand_times_ten_thousand_yuan_is_medium() {
    let form =
        form(&[("industry", "manufacturing"), ("employees", "5000"), ("revenue", "39999.99")]);
    let result = assess(&POLICY, &form);
    assert_eq!(result.eligibility, Eligibility::NotAssessed);
    assert_eq!(value(&result, "enterpriseSize"), "medium");
    assert_eq!((result.amount.clone(), result.missing.clone()), (None, vec![]));
    let step = &result.steps[0];
    assert_eq!(step.display, "中型");
    assert!(step.substituted.contains("营业收入（39,999.99万元）< 40,000万元"), "{step:?}");
}

#[test]
fn an_indicator_that_cannot_change_the_class_is_not_missing() {
    let form = form(&[("industry", "manufacturing"), ("employees", "19")]);
    let result = assess(&POLICY, &form);
    assert_eq!(value(&result, "enterpriseSize"), "micro");
    assert!(result.missing.is_empty());
}

#[test]
fn an_indicator_of_another_industry_is_ignored() {
    let form = form(&[("industry", "agriculture"), ("revenue", "50"), ("employees", "-1")]);
    assert_eq!(value(&assess(&POLICY, &form), "enterpriseSize"), "small");
}
