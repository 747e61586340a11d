//! Number formats: what of a format changes what a cell says.

/// What a number format makes of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Format {
    /// The number as it is; separators, currencies and colours say nothing else.
    Plain,
    Percent,
    /// A day, perhaps with a time.
    Day,
    Time,
    /// The number, and a unit of ten thousands or so written behind it.
    Unit(String),
    /// A smaller number with such a unit.
    Scaled,
}

impl Format {
    /// One of those that every workbook has, by its number.
    pub(crate) fn built_in(id: u32) -> Format {
        match id {
            9 | 10 => Format::Percent,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Format::Time,
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Format::Day,
            _ => Format::Plain,
        }
    }

    /// By its code, such as `yyyy"年"m"月"`.
    pub(crate) fn read(code: &str) -> Format {
        let (mut digits, mut percent, mut day, mut month, mut time) =
            (0, false, false, false, false);
        let (mut is_scaled, mut literal) = (false, String::new());
        let code = if code.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("general")) {
            &code[7..]
        } else {
            code
        };
        let mut characters = code.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                ';' => break,
                '"' => literal.extend(characters.by_ref().take_while(|next| *next != '"')),
                '_' | '*' => drop(characters.next()),
                '\\' | '!' => {
                    let escaped = characters.next().unwrap_or_default();
                    // Between figures: a point put in to show them as fewer.
                    is_scaled |= escaped == '.' && digits > 0;
                    literal.push(escaped);
                }
                '[' => {
                    let inside: String =
                        characters.by_ref().take_while(|next| *next != ']').collect();
                    time |= matches!(
                        inside.to_ascii_lowercase().as_str(),
                        "h" | "hh" | "m" | "mm" | "s" | "ss"
                    );
                }
                '0' | '#' | '?' => {
                    digits += 1;
                    literal.clear();
                }
                ',' if digits > 0 => {
                    is_scaled |= !matches!(characters.peek(), Some('0' | '#' | '?'));
                }
                '%' => percent = true,
                'y' | 'Y' | 'd' | 'D' => day = true,
                'e' | 'E' if digits == 0 => day = true,
                'm' | 'M' => month = true,
                'h' | 'H' | 's' | 'S' => time = true,
                other if !other.is_ascii() => literal.push(other),
                _ => {}
            }
        }
        let has_unit = literal.contains(['万', '亿', '千', '百']);
        match () {
            () if digits > 0 && percent => Format::Percent,
            () if digits > 0 && has_unit && is_scaled => Format::Scaled,
            () if digits > 0 && has_unit => Format::Unit(literal),
            () if day || (month && !time) => Format::Day,
            () if time => Format::Time,
            () => Format::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_by_their_codes() {
        for (code, format) in [
            ("General", Format::Plain),
            ("@", Format::Plain),
            ("#,##0.00", Format::Plain),
            ("#,##0.00_);[Red]\\(#,##0.00\\)", Format::Plain),
            ("\"￥\"#,##0.00", Format::Plain),
            ("[$¥-804]#,##0", Format::Plain),
            ("0\"人\"", Format::Plain),
            ("0.00E+00", Format::Plain),
            ("#,##0,", Format::Plain),
            ("0.0%", Format::Percent),
            ("yyyy/m/d", Format::Day),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", Format::Day),
            ("yyyy\\-mm\\-dd h:mm", Format::Day),
            ("m\"月\"", Format::Day),
            ("h:mm", Format::Time),
            ("[h]:mm:ss", Format::Time),
            ("mm:ss", Format::Time),
            ("0.00\"万元\"", Format::Unit("万元".to_owned())),
            ("0\\.0,\"万元\"", Format::Scaled),
        ] {
            assert_eq!(Format::read(code), format, "{code}");
        }
        assert_eq!(Format::built_in(14), Format::Day);
        assert_eq!(Format::built_in(10), Format::Percent);
        assert_eq!(Format::built_in(4), Format::Plain);
    }
}
