//! The two languages of the product.

/// Language of human-readable text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// Simplified Chinese, `zh-CN`.
    #[default]
    Chinese,
    /// English, `en`.
    English,
}

impl Locale {
    /// Reads `zh-CN` or `en`.
    pub fn parse(tag: &str) -> Option<Locale> {
        match tag {
            "zh-CN" => Some(Locale::Chinese),
            "en" => Some(Locale::English),
            _ => None,
        }
    }

    /// Picks one of two wordings.
    pub fn pick<T>(self, chinese: T, english: T) -> T {
        match self {
            Locale::Chinese => chinese,
            Locale::English => english,
        }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// In Chinese.
    pub chinese: String,
    /// In English.
    pub english: String,
}

impl Text {
    /// A text from its two wordings.
    pub fn new(chinese: impl Into<String>, english: impl Into<String>) -> Text {
        Text { chinese: chinese.into(), english: english.into() }
    }

    /// The wording in one language.
    pub fn get(&self, locale: Locale) -> &str {
        locale.pick(&self.chinese, &self.english)
    }
}

/// A text from one format string a language: `text!("缺少 {key}", "{key} is missing")`.
macro_rules! text {
    ($chinese:literal, $english:literal $(,)?) => {
        $crate::values::Text::new(format!($chinese), format!($english))
    };
}
pub(crate) use text;
