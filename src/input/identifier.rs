//! Numbers that name people and organisations: the same however they are typed, and right by their own check digit.

use super::number::narrow;
use crate::policy::Kind;
use crate::values::Date;

/// The text by which a number is compared: narrow, in capitals, without spaces. `None` where it can be no number of this kind.
pub(super) fn identifier(kind: Kind, given: &str) -> Option<String> {
    let text = folded(given);
    let is_right = match kind {
        Kind::IdentityNumber => is_identity_number(&text),
        Kind::CreditCode => is_credit_code(&text),
        _ => true,
    };
    is_right.then_some(text)
}

/// Narrow, in capitals, without spaces.
pub(crate) fn folded(text: &str) -> String {
    let narrowed = narrow(text);
    let letters = narrowed.chars().filter(|letter| !letter.is_whitespace());
    letters.map(|letter| letter.to_ascii_uppercase()).collect()
}

/// 公民身份号码, GB 11643—1999: six digits of a place, the day of birth, three of a sequence, and the check digit.
fn is_identity_number(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let Some((check, digits)) = text.as_bytes().split_last() else { return false };
    if digits.len() != WEIGHTS.len() || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 =
        digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    Date::of_birth(text).is_some() && *check == CHECKS[sum as usize % CHECKS.len()]
}

/// 统一社会信用代码, GB 32100—2015: seventeen digits and letters, and the check digit.
fn is_credit_code(text: &str) -> bool {
    /// Without I, O, S, V and Z, which are taken for other signs.
    const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let (mut sum, mut weight) = (0, 1);
    for (index, sign) in text.bytes().enumerate() {
        let Some(place) = SIGNS.iter().position(|known| *known == sign) else { return false };
        sum += if index == 17 { place } else { place * weight };
        weight = weight * 3 % SIGNS.len();
    }
    text.len() == 18 && sum % SIGNS.len() == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_whatever_its_width_case_and_spaces() {
        for given in ["a-12x", "Ａ－１２ｘ", " A-1 2X ", "A\u{3000}-12X"] {
            assert_eq!(identifier(Kind::Identifier, given).as_deref(), Some("A-12X"), "{given}");
        }
    }

    #[test]
    fn an_identity_number_has_a_day_of_birth_and_its_own_check_digit() {
        let read = |given: &str| identifier(Kind::IdentityNumber, given);
        // The examples of the standard.
        assert_eq!(read("11010519491231002X").as_deref(), Some("11010519491231002X"));
        assert_eq!(
            read("４４０５２４１８８００１０１００１４").as_deref(),
            Some("440524188001010014")
        );
        assert_eq!(read("110105 19491231 002x").as_deref(), Some("11010519491231002X"));
        for wrong in [
            "110105194912310021",
            "11010519491331002X",
            "110105491231002",
            "11010519491231002XX",
            "1101051949123100二X",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_credit_code_has_its_own_check_digit() {
        let read = |given: &str| identifier(Kind::CreditCode, given);
        // A code made by hand: sixteen ones, a nine, and the check digit that belongs to them.
        let right: Vec<_> = "0123456789ABCDEFGHJKLMNPQRTUWXY"
            .chars()
            .filter_map(|check| read(&format!("91310000MA1FL0001{check}")))
            .collect();
        assert_eq!(right.len(), 1, "{right:?}");
        let code = &right[0];
        assert_eq!(read(&code.to_lowercase()).as_ref(), Some(code));
        assert_eq!(read(&code.replacen('9', "8", 1)), None);
        assert_eq!(read(&code[..17]), None);
        assert_eq!(read(&format!("{}I", &code[..17])), None);
    }
}
