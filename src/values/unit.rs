//! Units of measure: what may be added to what, and what a product is measured in.

use std::borrow::Cow;

use super::Locale;

/// Base units: Chinese name, English plural and singular. A unit that is missing here is one line away.
const BASES: [(&str, &str, &str); 12] = [
    ("元", "yuan", "yuan"),
    ("人", "people", "person"),
    ("年", "years", "year"),
    ("月", "months", "month"),
    ("天", "days", "day"),
    ("小时", "hours", "hour"),
    ("课时", "class hours", "class hour"),
    ("次", "times", "time"),
    ("项", "items", "item"),
    ("份", "copies", "copy"),
    ("家", "firms", "firm"),
    ("岁", "years of age", "year of age"),
];

/// Other names of base units, with the power of ten that leads to the base.
const ALIASES: [(&str, &str, &str, i8); 5] = [
    ("万元", "10,000 yuan", "元", 4),
    ("个月", "months", "月", 0),
    ("日", "days", "天", 0),
    ("人次", "times", "次", 0),
    ("周岁", "years of age", "岁", 0),
];

/// What else people write after a figure for each of them.
const WORDS: [&[&str]; BASES.len()] = [
    &["圆", "元整", "圆整", "块", "块钱", "rmb", "cny"],
    &["名", "位", "个", "个人", "persons"],
    &["年度"],
    &["个月", "月份"],
    &["日"],
    &["个小时", "时", "h"],
    &["个课时", "学时"],
    &["人次"],
    &[],
    &[],
    &[],
    &["周岁"],
];

/// A unit such as 元, 万元, 人 or 元/人·月: a power of ten times powers of base units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unit {
    pub(crate) exponents: [i8; BASES.len()],
    pub(crate) power_of_ten: i8,
}

impl Unit {
    /// How many base units there are.
    pub(crate) const BASES: usize = BASES.len();

    /// Of a plain number, a share or a percentage.
    pub const NONE: Unit = Unit { exponents: [0; BASES.len()], power_of_ten: 0 };

    /// 元.
    pub const YUAN: Unit = Unit::base_unit(0);

    /// 年: a calendar year.
    pub(crate) const YEAR: Unit = Unit::base_unit(2);

    /// 月: a number of months.
    pub(crate) const MONTH: Unit = Unit::base_unit(3);

    /// 项: what is counted one by one.
    #[cfg(feature = "checking")]
    pub(crate) const ITEM: Unit = Unit::base_unit(8);

    const fn base_unit(index: usize) -> Unit {
        let mut exponents = [0; BASES.len()];
        exponents[index] = 1;
        Unit { exponents, power_of_ten: 0 }
    }

    /// Reads a single unit (`万元`) or a quotient (`元/人/月`). `None` where a name is unknown.
    pub fn parse(text: &str) -> Option<Unit> {
        let mut parts = text.split('/');
        let first = Unit::single(parts.next()?)?;
        parts.try_fold(first, |unit, part| Some(unit.divide(Unit::single(part)?)))
    }

    /// As [`Unit::parse`], in the words of either language.
    pub fn named(label: &str) -> Option<Unit> {
        let mut named: Option<Unit> = None;
        for name in label.split('/') {
            let mut chinese = name;
            for (base, plural, singular) in BASES {
                if name == plural || name == singular {
                    chinese = base;
                }
            }
            for (alias, english, ..) in ALIASES {
                if chinese == name && name == english {
                    chinese = alias;
                }
            }
            let unit = Unit::single(chinese)?;
            named = Some(named.map_or(unit, |named| named.divide(unit)));
        }
        named
    }

    /// Whether a word after a figure can only mean this unit, whatever its power of ten: `yuan`, `块`, `元/月` of 元/人/月.
    pub(crate) fn is_meant_by(self, word: &str) -> bool {
        for (place, part) in word.split('/').enumerate() {
            let part = part.trim();
            let mut known = false;
            for (index, (chinese, plural, singular)) in BASES.into_iter().enumerate() {
                let exponent = self.exponents[index];
                let asked = if place == 0 { exponent > 0 } else { exponent < 0 };
                known |= asked
                    && ([chinese, plural, singular].contains(&part)
                        || WORDS[index].contains(&part));
            }
            if !known {
                return false;
            }
        }
        true
    }

    /// Every name that [`Unit::parse`] knows.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BASES.iter().map(|base| base.0).chain(ALIASES.iter().map(|alias| alias.0))
    }

    fn single(name: &str) -> Option<Unit> {
        let (base, power_of_ten) = ALIASES
            .iter()
            .find(|alias| alias.0 == name)
            .map_or((name, 0), |alias| (alias.2, alias.3));
        let index = BASES.iter().position(|known| known.0 == base)?;
        let mut unit = Unit { power_of_ten, ..Unit::NONE };
        unit.exponents[index] = 1;
        Some(unit)
    }

    /// Unit of a product.
    #[must_use]
    pub fn multiply(self, other: Unit) -> Unit {
        let mut result = self;
        for (mine, theirs) in result.exponents.iter_mut().zip(other.exponents) {
            *mine = mine.saturating_add(theirs);
        }
        result.power_of_ten = result.power_of_ten.saturating_add(other.power_of_ten);
        result
    }

    /// Unit of a quotient.
    #[must_use]
    pub fn divide(self, other: Unit) -> Unit {
        let mut inverse = Unit { power_of_ten: other.power_of_ten.saturating_neg(), ..Unit::NONE };
        for (mine, theirs) in inverse.exponents.iter_mut().zip(other.exponents) {
            *mine = theirs.saturating_neg();
        }
        self.multiply(inverse)
    }

    /// Whether the two measure the same thing, perhaps on another scale (元 and 万元).
    pub fn is_comparable(self, other: Unit) -> bool {
        self.exponents == other.exponents
    }

    /// How many powers of ten this unit is above its base (万元: 4).
    pub fn power_of_ten(self) -> i8 {
        self.power_of_ten
    }

    /// The same unit without its power of ten.
    #[must_use]
    pub fn base(self) -> Unit {
        Unit { power_of_ten: 0, ..self }
    }

    /// The unit as a reader knows it: `元`, `yuan`, `元/人`; empty for a plain number.
    pub fn label(self, locale: Locale) -> Cow<'static, str> {
        self.label_of(locale, false)
    }

    /// The unit of one or of many: `1 person`, `2 people`.
    pub(crate) fn label_of(self, locale: Locale, one: bool) -> Cow<'static, str> {
        let mut above: Vec<&'static str> = Vec::new();
        let mut below: Vec<&'static str> = Vec::new();
        for ((chinese, plural, singular), exponent) in BASES.into_iter().zip(self.exponents) {
            for _ in 0..exponent {
                above.push(locale.pick(chinese, if one { singular } else { plural }));
            }
            for _ in exponent..0 {
                below.push(locale.pick(chinese, singular));
            }
        }
        // Only money has larger units, and money comes first.
        let scaled = |alias: &&(&str, &str, &str, i8)| alias.3 != 0 && alias.3 == self.power_of_ten;
        if let (Some(first), Some(alias)) = (above.first_mut(), ALIASES.iter().find(scaled)) {
            *first = locale.pick(alias.0, alias.1);
        }
        if let ([only], []) = (above.as_slice(), below.as_slice()) {
            return Cow::Borrowed(only);
        }
        let mut label = above.join("·");
        for part in below {
            label.push('/');
            label.push_str(part);
        }
        Cow::Owned(label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_per_person_and_month_times_people_and_months_is_money() {
        let rate = Unit::parse("元/人/月").unwrap();
        let people = Unit::parse("人").unwrap();
        let months = Unit::parse("个月").unwrap();
        assert_eq!(rate.multiply(people).multiply(months), Unit::YUAN);
        assert_eq!(rate.label(Locale::Chinese), "元/人/月");
    }

    #[test]
    fn ten_thousands_compare_with_ones_of_the_same_kind_only() {
        let wan = Unit::parse("万元").unwrap();
        assert!(wan.is_comparable(Unit::YUAN) && wan != Unit::YUAN);
        assert_eq!((wan.power_of_ten(), wan.base()), (4, Unit::YUAN));
        assert_eq!(wan.label(Locale::English), "10,000 yuan");
        assert!(!wan.is_comparable(Unit::parse("人").unwrap()));
        assert_eq!(Unit::parse("元/朵"), None);
    }
}
