//! Days, however their parts are set apart.

use super::folding::{behind, digits, fold_figure, split};
use crate::values::Date;

/// A day (`20240315`, `２０２４年3月15日`, `2024/3/15 0:00`); `None` where it is none, or not certain which.
pub fn date(text: &str) -> Option<Date> {
    let text = fold_figure(text)?;
    let (text, weekday) = without_weekday(without_midnight(&text));
    let (year, rest) = digits(text);
    let (year, month, day) = if year.len() == 8 && rest.is_empty() {
        let (month, day) = split(split(year, 4).1, 2);
        (split(year, 4).0, month, day)
    } else {
        let (month, rest) = digits(next_part(rest, '年')?);
        let (day, rest) = digits(next_part(rest, '月')?);
        let complete = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
        if !complete || !matches!(rest.trim_start(), "" | "日" | "号") {
            return None;
        }
        (year, month, day)
    };
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    weekday.is_none_or(|weekday| weekday == date.weekday()).then_some(date)
}

/// What comes behind the name of a part of a day, or what else sets it apart from the next.
fn next_part(text: &str, name: char) -> Option<&str> {
    Some(behind(text.trim_start(), &[name, '-', '/', '.', '。'])?.trim_start())
}

/// Spreadsheets write a midnight after a day.
fn without_midnight(text: &str) -> &str {
    let whole = text.trim_end_matches('0').strip_suffix('.').unwrap_or(text);
    let short = whole.strip_suffix(":00").unwrap_or(whole);
    let hour = if short.ends_with(":00") { short } else { whole };
    let Some(day) = hour.strip_suffix("0:00") else { return text };
    let day = day.strip_suffix('0').unwrap_or(day);
    match day.bytes().next_back() {
        Some(b' ' | b't') => day.trim_end_matches('t').trim_end(),
        _ => text,
    }
}

/// A day without the weekday written after it, and that weekday, from 1 to 7.
fn without_weekday(text: &str) -> (&str, Option<u32>) {
    let open = text.strip_suffix(')').unwrap_or(text);
    for (place, name) in "一二三四五六日天".chars().enumerate() {
        let Some(before) = open.strip_suffix(name) else { continue };
        let before = before.strip_suffix("星期").or_else(|| before.strip_suffix("周"));
        if let (Some(before), Ok(place)) = (before, u32::try_from(place)) {
            let before = before.strip_suffix('(').unwrap_or(before);
            return (before.trim_end(), Some((place + 1).min(7)));
        }
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_type_and_paste_them() {
        for text in [
            "20240305",
            "2024-3-5",
            "2024-03-05",
            "2024年3月5日",
            "2024年3月5号",
            "2024 年 3 月 5 日",
            "2024年3⽉5⽇",
            "2024/3/5",
            "2024.3.5",
            "２０２４－０３－０５",
            "２０２４。３。５",
            "2024—3—5",
            "2024/3/5 0:00",
            "2024-03-05 00:00:00",
            "2024-03-05T00:00:00",
            "2024-03-05 00:00:00.000",
            "2024年3月5日星期二",
            "2024/3/5 周二 0:00",
            " 2024年3月5日 （周二）",
        ] {
            assert_eq!(date(text), Date::new(2024, 3, 5), "{text}");
        }
        for text in [
            "",
            "2024-02-30",
            "20241301",
            "2024-3",
            "3/5/2024",
            "24-3-5",
            "202435",
            "2024 3 5",
            "明天",
            "2024-3-5 8:30",
            "2024-03-05T00:00:00Z",
            "2024-003-05",
            "2024-3-5-",
            "2024年3月5日星期三",
            "46353",
            "2024/3/5/1",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!(date("2024-3-3 星期天"), Date::new(2024, 3, 3));
    }
}
