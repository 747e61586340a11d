//! Figures of which a word says how often: 1万5千, 两倍, 八折; and 每人500元.

use rust_decimal::Decimal;

use super::chinese::chinese_figure;
use super::mender::Mender;
use crate::formula::lexer::{is_name, leading};
use crate::values::text;

impl Mender<'_> {
    /// 万 and the like behind the digits, which no unit but 万元 has; 倍, 折 and 成. Whether that is all of the figure.
    pub(super) fn multiple(&mut self, start: usize) -> bool {
        let Ok(figure) = self.formula[start..self.at].parse::<Decimal>() else { return false };
        if let Some((length, right)) = times(self.rest(), figure) {
            let end = self.at + length;
            self.rewrite(start, end, &right);
            self.at = end;
            return true;
        }
        let Some((length, total)) = multiplied(self.rest(), figure) else { return false };
        let end = self.at + length;
        let wrong = &self.formula[start..end];
        self.at = end;
        if self.unit(leading(self.rest(), is_name), false).is_some()
            || self.rest().starts_with('每')
        {
            self.rewrite(start, end, &total.to_string());
            return false;
        }
        let message = text!(
            "“{wrong}”后面要写单位，如 {total}元、{total}人",
            "“{wrong}” lacks its unit: {total}元, {total}人"
        );
        self.slip(start, end, message);
        self.is_unsure = true;
        true
    }

    /// 每人500元. Whether it stands here.
    pub(super) fn each(&mut self) -> bool {
        let (start, mut rest) = (self.at, self.rest());
        let mut per = String::new();
        while let Some(after) = rest.strip_prefix('每') {
            let Some((length, unit)) = self.unit(leading(after, is_name), false) else {
                return false;
            };
            per.push('/');
            per.push_str(unit);
            rest = &after[length..];
        }
        let digits = leading(rest, |sign| sign.is_ascii_digit() || sign == '.');
        let found = match digits.parse::<Decimal>() {
            Ok(figure) => Some((digits.len(), figure)),
            Err(_) => chinese_figure(rest),
        };
        let Some((length, figure)) = found.filter(|_| !per.is_empty()) else { return false };
        let (more, figure) = match multiplied(&rest[length..], figure) {
            Some((more, total)) => (length + more, total),
            None => (length, figure),
        };
        let Some((unit, right)) = self.unit(leading(&rest[more..], is_name), false) else {
            return false;
        };
        let end = self.formula.len() - rest.len() + more + unit;
        self.rewrite(start, end, &format!("{figure}{right}{per}"));
        self.at = end;
        true
    }
}

/// 倍, 折 or 成 at the start of a text: its bytes, and what so many of them are.
pub(super) fn times(text: &str, figure: Decimal) -> Option<(usize, String)> {
    let word = text.chars().next()?;
    let tenths = (figure * Decimal::TEN).normalize();
    let right = match word {
        '倍' => figure.to_string(),
        '折' if figure > Decimal::TEN => format!("{figure}%"),
        '折' => format!("{tenths}%"),
        '成' if !text[word.len_utf8()..].starts_with(is_name) => format!("{tenths}%"),
        _ => return None,
    };
    Some((word.len_utf8(), right))
}

/// Behind a figure: 万, 千, 5千. Its bytes, and the whole figure; none for the unit 万元.
fn multiplied(text: &str, figure: Decimal) -> Option<(usize, Decimal)> {
    let powers =
        ['十', '百', '千', '万', '亿'].into_iter().zip([10, 100, 1000, 10_000, 100_000_000]);
    let power = |sign: char| powers.clone().find(|row| row.0 == sign).map(|row| row.1);
    let (mut total, mut figure, mut at) = (Decimal::ZERO, Some(figure), 0);
    while let Some(part) = figure.take() {
        let mut part = part;
        let before = at;
        while let Some(times) = text[at..].chars().next().and_then(power) {
            part = part.checked_mul(Decimal::from(times))?;
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
        if at == before || text[before..].starts_with("百分") {
            return None;
        }
        total = total.checked_add(part)?;
        let digits = leading(&text[at..], |sign| sign.is_ascii_digit());
        figure = digits.parse().ok();
        at += digits.len();
    }
    let is_unit = text.starts_with("万元") && at == "万".len();
    (!is_unit).then(|| (at, total.normalize()))
}
