//! Characters that look alike as one, and texts taken apart from their ends.

/// Texts longer than this are neither a figure nor a day, whatever they say.
const LONGEST: usize = 200;

/// The old radicals, U+2F00 to U+2FD5, which copying from a PDF puts in the place of characters (⽉ for 月).
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The narrow counterpart of a full-width character (`Ａ`, `１`, `，`); any other character as it is.
///
/// ```
/// assert_eq!("１２，３００".chars().map(wengang::narrow).collect::<String>(), "12,300");
/// ```
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        other => other,
    }
}

/// Full-width and small forms as their plain counterparts, every space as the plain one, every dash as the hyphen, and
/// small letters.
pub(super) fn fold(text: &str) -> String {
    let mut plain = String::new();
    for character in trim(text).chars() {
        plain.push(match character {
            '\u{2f00}'..='\u{2fd5}' => {
                RADICALS.chars().nth(character as usize - 0x2f00).unwrap_or(character)
            }
            '￥' => '¥',
            '﹐' => ',',
            '﹒' => '.',
            '｡' => '。',
            '﹕' => ':',
            '﹪' => '%',
            '﹙' => '(',
            '﹚' => ')',
            '‐' | '‑' | '–' | '—' | '−' | '﹣' => '-',
            space if space.is_whitespace() => ' ',
            other => narrow(other).to_ascii_lowercase(),
        });
    }
    plain
}

/// Without what cannot be seen at its ends, such as the marks that browsers and chat programs copy along.
pub(crate) fn trim(text: &str) -> &str {
    let mut rest = text;
    while let Some(first) = rest.chars().next()
        && is_invisible(first)
    {
        rest = split(rest, first.len_utf8()).1;
    }
    while let Some(last) = rest.chars().next_back()
        && is_invisible(last)
    {
        rest = split(rest, rest.len() - last.len_utf8()).0;
    }
    rest
}

fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2060}' | '\u{feff}')
}

/// A figure in plain form; `None` where it is too long for one.
pub(super) fn fold_figure(text: &str) -> Option<String> {
    (text.len() <= 4 * LONGEST && text.chars().count() <= LONGEST).then(|| fold(text))
}

/// As `split_at`, without what panics take to say where they are.
pub(crate) fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Splits off what is all digits.
pub(super) fn digits(text: &str) -> (&str, &str) {
    split(text, text.bytes().take_while(u8::is_ascii_digit).count())
}

/// What follows the one of these characters that a text begins with.
pub(super) fn behind<'t>(text: &'t str, characters: &[char]) -> Option<&'t str> {
    characters.iter().find_map(|character| text.strip_prefix(*character))
}
