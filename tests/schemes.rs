//! Whole schemes of many kinds, said in policy files: each passes all checks, and comes out as computed by hand.

use std::path::Path;
use std::sync::LazyLock;

use wengang::authoring::{self, Disk, PolicyFile};
use wengang::{Assessment, Calendar, Eligibility, Locale, Policy, Raw, evaluate};

/// A kind of scheme counts as said once it is right on so many cases.
const CASES: usize = 10;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(authoring::calendar);

static SCHEMES: LazyLock<Vec<PolicyFile>> = LazyLock::new(|| {
    let paths = authoring::policy_files(Path::new("tests/schemes"), &Disk).unwrap();
    authoring::load(&paths, &Disk, Locale::English).unwrap_or_else(|mistakes| {
        let told: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"))
    })
});

fn result<'p>(policy: &'p Policy, answers: &[(String, Raw)]) -> Assessment<'p> {
    evaluate(policy, &CALENDAR, answers, Locale::Chinese).unwrap()
}

#[test]
fn each_scheme_is_right_on_ten_cases() {
    assert!(SCHEMES.len() >= 10, "{} schemes", SCHEMES.len());
    for PolicyFile { policy, .. } in SCHEMES.iter() {
        let cases = policy.examples.len();
        assert!(cases >= CASES, "{}: {cases} cases", policy.id);
    }
}

#[test]
fn what_is_said_before_the_last_answer_is_still_true_after_it() {
    for PolicyFile { policy, .. } in SCHEMES.iter() {
        for example in &policy.examples {
            let whole = result(policy, &example.inputs);
            for place in 0..example.inputs.len() {
                let mut answers = example.inputs.clone();
                let (left_out, _) = answers.remove(place);
                let open = result(policy, &answers);
                let case = format!("{} {} without {left_out}", policy.id, example.name.english);
                if open.eligibility != Eligibility::Undetermined {
                    assert_eq!(open.eligibility, whole.eligibility, "{case}");
                }
                if open.missing.is_empty() {
                    assert_eq!(open.amount, whole.amount, "{case}");
                }
                for value in &open.values {
                    assert!(whole.values.contains(value), "{case}: {}", value.0);
                }
            }
        }
    }
}

#[test]
fn the_other_reading_of_the_notice_of_chongqing() {
    let id = "test-chongqing-stabilisation-refund";
    let policy = &SCHEMES.iter().find(|file| file.policy.id == id).unwrap().policy;
    for (average, at_end, read_otherwise) in [
        ("31", "30", (Eligibility::Eligible, Some("2604.00"))),
        ("31", "31", (Eligibility::Ineligible, Some("0.00"))),
        ("28", "31", (Eligibility::Ineligible, Some("0.00"))),
        ("28", "30", (Eligibility::Eligible, Some("2604.00"))),
    ] {
        let answers = [
            ("kind", Raw::Text("smaller".to_owned())),
            ("paidAllYear", Raw::Boolean(true)),
            ("excluded", Raw::Boolean(false)),
            ("averageInsured", Raw::Number(average.to_owned())),
            ("claimants", Raw::Number("5".to_owned())),
            ("insuredAtEnd", Raw::Number(at_end.to_owned())),
            ("premiumsPaid", Raw::Text("13020".to_owned())),
        ];
        let answers = answers.map(|(id, answer)| (id.to_owned(), answer));
        let result = result(policy, &answers);
        let reading = &result.readings[0];
        assert_eq!(
            (reading.eligibility, reading.amount.as_deref()),
            read_otherwise,
            "{average} on average, {at_end} at year end"
        );
    }
}
