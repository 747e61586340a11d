//! What a cell says, as the text that somebody would type into a field: the file's own digits, never a binary float.

use chrono::{Days, NaiveDate};
use wengang::Text;

use super::formats::Format;

/// So many digits a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// Why a cell says nothing for certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A formula that no spreadsheet has computed.
    NotComputed,
    /// An error such as `#N/A`.
    Error(String),
    /// A number with more digits than spreadsheets keep.
    Digits,
    /// What is no number though it should be.
    NoNumber,
    /// A day that there is not, such as 29 February 1900.
    NoDay,
    /// A format that shows another number than the cell has, in ten thousands for instance.
    Format,
}

impl Doubt {
    /// In words.
    pub fn words(&self) -> Text {
        match self {
            Doubt::NotComputed => Text::new(
                "公式还没有算出结果；请用 Excel 或 WPS 打开、保存一次，或改填数值",
                "the formula has no result yet; open and save the workbook in a spreadsheet, or write the value",
            ),
            Doubt::Error(error) => Text::new(
                format!("公式出错（{error}），请改正或改填数值"),
                format!("the formula fails ({error}); correct it, or write the value"),
            ),
            Doubt::Digits => Text::new(
                "数超过 15 位，表格软件只保留前 15 位，后面的已经丢失；请把格子设为文本，重新填写",
                "a number of more than 15 digits, of which spreadsheets keep 15: the rest is lost; format the cell as text and write it again",
            ),
            Doubt::NoNumber => Text::new("不是数", "not a number"),
            Doubt::NoDay => Text::new(
                "没有这一天；请按 2024-03-15 的写法重新填写",
                "there is no such day; write it like 2024-03-15",
            ),
            Doubt::Format => Text::new(
                "格式把数缩小了显示，看不准以什么为单位；请改为常规格式",
                "its format shows a smaller number than it is, in a unit that is not certain; format it as general",
            ),
        }
    }
}

/// A number of the file, as a field would be given it.
pub(crate) fn number(value: &str, format: &Format, is_1904: bool) -> Result<String, Doubt> {
    let number = Decimal::read(value.trim()).ok_or(Doubt::NoNumber)?;
    if number.whole() > DIGITS {
        return Err(Doubt::Digits);
    }
    let number = number.rounded(DIGITS);
    match format {
        Format::Plain => Ok(number.write()),
        Format::Percent => Ok(number.shifted(2).write() + "%"),
        Format::Unit(unit) => Ok(number.write() + unit),
        Format::Scaled => Err(Doubt::Format),
        Format::Day => day(&number, is_1904),
        Format::Time => time(&number, is_1904),
    }
}

/// A decimal by its digits.
struct Decimal {
    is_negative: bool,
    /// Without zeros at the beginning and at the end.
    digits: Vec<u8>,
    /// Where the point stands, counted from the first digit.
    point: i32,
}

impl Decimal {
    fn read(text: &str) -> Option<Decimal> {
        let (text, exponent) = match text.split_once(['e', 'E']) {
            Some((text, exponent)) => (text, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (is_negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let mut digits: Vec<u8> = whole.bytes().chain(decimals.bytes()).collect();
        if digits.is_empty() || digits.len() > 400 || exponent.abs() > 400 {
            return None;
        }
        if !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        digits.drain(..zeros);
        let point = i32::try_from(whole.len()).ok()? - i32::try_from(zeros).ok()? + exponent;
        Some(Decimal { is_negative, digits, point }.trimmed())
    }

    fn trimmed(mut self) -> Decimal {
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            (self.is_negative, self.point) = (false, 0);
        }
        self
    }

    /// How many digits there are before the point.
    fn whole(&self) -> usize {
        usize::try_from(self.point).unwrap_or(0)
    }

    /// As spreadsheets show it: a file has up to 17 digits of the binary number that is nearest to what was typed.
    fn rounded(mut self, most: usize) -> Decimal {
        if self.digits.len() <= most {
            return self;
        }
        let up = self.digits[most] >= b'5';
        self.digits.truncate(most);
        if up {
            let nines = self.digits.iter().rev().take_while(|digit| **digit == b'9').count();
            self.digits.truncate(most - nines);
            if let Some(last) = self.digits.last_mut() {
                *last += 1;
            } else {
                self.digits.push(b'1');
                self.point += 1;
            }
        }
        self.trimmed()
    }

    fn shifted(mut self, places: i32) -> Decimal {
        if !self.digits.is_empty() {
            self.point += places;
        }
        self
    }

    fn write(&self) -> String {
        let mut text = String::from(if self.is_negative { "-" } else { "" });
        let digits = || self.digits.iter().map(|digit| char::from(*digit));
        let whole = self.whole();
        if whole == 0 {
            text.push('0');
        }
        text.extend(digits().chain(std::iter::repeat('0')).take(whole));
        if self.digits.len() > whole {
            text.push('.');
            text.extend((self.point..0).map(|_| '0'));
            text.extend(digits().skip(whole));
        }
        text
    }

    /// The whole part, and the rest of a day in seconds.
    fn serial(&self) -> Option<(u64, u64)> {
        let text = self.write();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, "0"));
        let (whole, part): (u64, u128) = (whole.parse().ok()?, decimals.parse().ok()?);
        let unit = 10_u128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        let seconds = u64::try_from((part * 86_400 + unit / 2) / unit).ok()?;
        Some(if seconds == 86_400 { (whole + 1, 0) } else { (whole, seconds) })
    }
}

/// A day by its number in the calendar of the workbook, with the time of day where there is one.
fn day(number: &Decimal, is_1904: bool) -> Result<String, Doubt> {
    let (serial, seconds) = number.serial().ok_or(Doubt::NoDay)?;
    // The calendar of 1900 has a 29 February that there never was, by the number 60.
    let (year, month, first) = match serial {
        _ if is_1904 => (1904, 1, 1),
        1..=59 => (1899, 12, 31),
        61.. => (1899, 12, 30),
        _ => return Err(Doubt::NoDay),
    };
    let epoch = NaiveDate::from_ymd_opt(year, month, first);
    let day = epoch.and_then(|epoch| epoch.checked_add_days(Days::new(serial)));
    let day = day.filter(|_| serial < 3_000_000).ok_or(Doubt::NoDay)?;
    let time = if seconds == 0 { String::new() } else { format!(" {}", clock(seconds)) };
    Ok(format!("{day}{time}"))
}

fn time(number: &Decimal, is_1904: bool) -> Result<String, Doubt> {
    match number.serial().ok_or(Doubt::NoDay)? {
        (0, seconds) => Ok(clock(seconds)),
        _ => day(number, is_1904),
    }
}

fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The name of a cell: `E5`. Columns count from 0, rows from 1.
pub fn name(column: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(rest - 1) % 26]);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect::<String>() + &row.to_string()
}

/// Column, from 0, and row, from 1, of a cell's name.
pub(crate) fn place(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column = name.bytes().take(letters).try_fold(0_usize, |column, letter| {
        column.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: usize = name[letters..].parse().ok()?;
    (1..=16_384).contains(&column).then_some(())?;
    (1..=1_048_576).contains(&row).then_some((column - 1, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_was_typed() {
        for (value, written) in [
            ("0", "0"),
            ("-0", "0"),
            ("0.1", "0.1"),
            ("1234567.89", "1234567.89"),
            ("4.3499999999999996", "4.35"),
            ("1.1000000000000001", "1.1"),
            ("0.30000000000000004", "0.3"),
            ("0.99999999999999999", "1"),
            ("3204.4166666666665", "3204.41666666667"),
            ("5.5E-2", "0.055"),
            ("1.5E+3", "1500"),
            ("-12.50", "-12.5"),
            ("123456789012345", "123456789012345"),
        ] {
            assert_eq!(number(value, &Format::Plain, false).as_deref(), Ok(written), "{value}");
        }
        for value in ["3.10101199001011E+17", "310101199001011234", "1E+15"] {
            assert_eq!(number(value, &Format::Plain, false), Err(Doubt::Digits), "{value}");
        }
        for value in ["", "NaN", "1,5", "0x1", "1e999999999999"] {
            assert_eq!(number(value, &Format::Plain, false), Err(Doubt::NoNumber), "{value}");
        }
        let percent = |value| number(value, &Format::Percent, false).unwrap();
        assert_eq!(
            ["0.055", "5.5000000000000007E-2", "1", "0"].map(percent),
            ["5.5%", "5.5%", "100%", "0%"]
        );
        let unit = Format::Unit("万元".to_owned());
        assert_eq!(number("1.23", &unit, false).as_deref(), Ok("1.23万元"));
    }

    #[test]
    fn days_of_both_calendars() {
        for (serial, is_1904, written) in [
            ("1", false, "1900-01-01"),
            ("59", false, "1900-02-28"),
            ("61", false, "1900-03-01"),
            ("45366", false, "2024-03-15"),
            ("43904", true, "2024-03-15"),
            ("0", true, "1904-01-01"),
            ("45366.354166666664", false, "2024-03-15 08:30:00"),
            ("45365.999999999", false, "2024-03-15"),
        ] {
            assert_eq!(number(serial, &Format::Day, is_1904).as_deref(), Ok(written), "{serial}");
        }
        for serial in ["0", "60", "-1", "9999999"] {
            assert_eq!(number(serial, &Format::Day, false), Err(Doubt::NoDay), "{serial}");
        }
        assert_eq!(number("0.5", &Format::Time, false).as_deref(), Ok("12:00:00"));
    }

    #[test]
    fn names_of_cells() {
        for (column, row, written) in
            [(0, 1, "A1"), (25, 2, "Z2"), (26, 3, "AA3"), (16_383, 9, "XFD9")]
        {
            assert_eq!(name(column, row), written);
            assert_eq!(place(written), Some((column, row)));
        }
        for name in ["", "A", "1", "XFE1", "A0", "é1"] {
            assert_eq!(place(name), None, "{name}");
        }
    }
}
