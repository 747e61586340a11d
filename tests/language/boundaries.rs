//! Which boundaries want an example: those that answers can reach.

use std::fs;

use wengang::authoring;

/// What is said of the sound policy with another condition, an input bounded so, and no example at any boundary.
fn mistakes(bounds: &str, condition: &str) -> Vec<String> {
    let sound = fs::read_to_string("tests/mistakes/none.toml").unwrap();
    let policy =
        sound.replace("净增人数 ≥ 1人", condition).replacen("type = \"count\"\n", bounds, 1);
    let policy = policy.split("[[example]]").next().unwrap();
    let mistakes = authoring::check(policy).err().unwrap_or_default();
    mistakes.into_iter().map(|mistake| mistake.message.english).collect()
}

#[test]
fn a_boundary_that_no_answer_reaches_wants_no_example() {
    for (bounds, condition) in [
        // People come whole.
        ("type = \"count\"\n", "招用人数 ≥ 2.5人"),
        ("type = \"count\"\n", "2.5人 < 招用人数"),
        ("type = \"number\"\ndecimals = 1\n", "招用人数 ≥ 2.25人"),
        // The bound itself is not filled in.
        ("type = \"number\"\nabove = \"2人\"\n", "招用人数 > 2人"),
    ] {
        assert_eq!(mistakes(bounds, condition), [""; 0], "{condition}");
    }
    for (bounds, condition) in [
        ("type = \"count\"\n", "招用人数 ≥ 2人"),
        ("type = \"number\"\ndecimals = 2\n", "招用人数 ≥ 2.25人"),
        ("type = \"number\"\nmin = \"2人\"\n", "招用人数 > 2人"),
    ] {
        let found = mistakes(bounds, condition);
        assert!(found[0].starts_with("no example is exactly at the boundary"), "{found:?}");
    }
}
