//! Figures as Chinese has them: wide digits, and characters.

use rust_decimal::Decimal;

/// The narrow digit.
pub(super) fn digit(sign: char) -> Option<char> {
    match sign {
        '0'..='9' => Some(sign),
        '０'..='９' => char::from_digit(sign as u32 - '０' as u32, 10),
        _ => None,
    }
}

/// A figure in Chinese characters at the start of a text, and its bytes: 五, 二十, 三百零五, 五点五.
pub(super) fn chinese_figure(text: &str) -> Option<(usize, Decimal)> {
    // As accounts have them, too.
    const DIGITS: [[char; 2]; 10] = [
        ['零', '〇'],
        ['一', '壹'],
        ['二', '贰'],
        ['三', '叁'],
        ['四', '肆'],
        ['五', '伍'],
        ['六', '陆'],
        ['七', '柒'],
        ['八', '捌'],
        ['九', '玖'],
    ];
    const POWERS: [[char; 2]; 3] = [['十', '拾'], ['百', '佰'], ['千', '仟']];
    let value = |sign: char| match sign {
        '两' => Some(2),
        _ => (0_i64..).zip(DIGITS).find(|entry| entry.1.contains(&sign)).map(|entry| entry.0),
    };
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, None);
    let mut length = 0;
    let mut fraction: Option<String> = None;
    for sign in text.chars() {
        if let Some(fraction) = &mut fraction {
            match value(sign) {
                Some(value) => fraction.push_str(&value.to_string()),
                None => break,
            }
        } else if let Some(value) = value(sign) {
            digit = Some(value);
        } else if let Some(power) = POWERS.iter().position(|known| known.contains(&sign)) {
            let ten = 10_i64.checked_pow(u32::try_from(power).ok()? + 1)?;
            section += digit.take().unwrap_or(1) * ten;
        } else if sign == '万' && length > 0 && total == 0 {
            total = (section + digit.take().unwrap_or(0)) * 10_000;
            section = 0;
        } else if sign == '点' && length > 0 {
            fraction = Some(String::new());
        } else {
            break;
        }
        length += sign.len_utf8();
    }
    let whole = total + section + digit.unwrap_or(0);
    let figure = match fraction.filter(|fraction| !fraction.is_empty()) {
        Some(fraction) => format!("{whole}.{fraction}").parse().ok()?,
        None => Decimal::from(whole),
    };
    (length > 0).then_some((length, figure))
}
