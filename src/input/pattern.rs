//! Texts of a form that everybody can read: `沪####-@` is 沪, four digits, a hyphen and a letter.

/// Stands for any digit.
pub(crate) const DIGIT: char = '#';

/// Stands for any letter from A to Z, large or small.
pub(crate) const LETTER: char = '@';

/// Whether a text is of this form, from end to end.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    let (mut signs, mut given) = (pattern.chars(), text.chars());
    loop {
        match (signs.next(), given.next()) {
            (None, None) => return true,
            (Some(DIGIT), Some(sign)) if sign.is_ascii_digit() => {}
            (Some(LETTER), Some(sign)) if sign.is_ascii_alphabetic() => {}
            (Some(wanted), Some(sign)) if wanted == sign && ![DIGIT, LETTER].contains(&wanted) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sign_stands_for_one() {
        for (pattern, text, does) in [
            ("沪####-@", "沪2024-a", true),
            ("沪####-@", "沪2024-B", true),
            ("沪####-@", "沪202-A", false),
            ("沪####-@", "沪20245-A", false),
            ("沪####-@", "沪2024-1", false),
            ("沪####-@", "沪2024-A ", false),
            ("沪####-@", "京2024-A", false),
            ("沪####-@", "", false),
            ("##", "１２", false),
            ("#", "#", false),
            ("@", "@", false),
            ("A#", "a1", false),
        ] {
            assert_eq!(fits(pattern, text), does, "{pattern} {text}");
        }
    }
}
