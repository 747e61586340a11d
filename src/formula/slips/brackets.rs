//! Brackets that have lost their other half.

use crate::formula::lexer::Mistake;
use crate::values::text;

/// The bracket without its other half.
pub(super) fn unbalanced(formula: &str) -> Option<Mistake> {
    let mut open = Vec::new();
    let mut is_quoted = false;
    for (at, sign) in formula.char_indices() {
        match sign {
            '「' => is_quoted = true,
            '」' => is_quoted = false,
            '(' | '（' if !is_quoted => open.push((at, sign)),
            ')' | '）' if !is_quoted && open.pop().is_none() => {
                let message =
                    text!("这个“）”前面没有对应的“（”", "this “）” has no matching “（” before it");
                let help = text!("请补上“（”，或删去“）”", "add the “（”, or delete the “）”");
                return Some(Mistake {
                    start: at,
                    end: at + sign.len_utf8(),
                    message,
                    help: Some(help),
                });
            }
            _ => {}
        }
    }
    let (start, sign) = open.pop()?;
    let message = text!("这个“（”后面没有对应的“）”", "this “（” has no matching “）” after it");
    let help = text!("请补上“）”", "add the “）”");
    Some(Mistake { start, end: start + sign.len_utf8(), message, help: Some(help) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_without_its_other_half_is_pointed_at() {
        let at = |formula: &str| unbalanced(formula).map(|mistake| mistake.start);
        assert_eq!(at("（甲 + 乙"), Some(0));
        assert_eq!(at("甲 + 乙）"), Some("甲 + 乙".len()));
        assert_eq!(at("（甲 + 「（」）"), None);
    }
}
