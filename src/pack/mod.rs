//! Packs: policies as files of their own, each named by the hash of what it holds.
//!
//! A pack is made of a policy that passed all checks, and read by engines that have no checker. So the reader takes
//! nothing for granted: whatever the bytes are, it gives a policy that cannot harm the engine, or says why there is none.
//! `docs/packs.md` has the format.

mod bytes;
mod form;
#[cfg(feature = "analysis")]
pub(crate) mod sound;
#[cfg(all(test, feature = "authoring"))]
mod tests;

use crate::policy::Policy;
use crate::values::sha256::{hexadecimal, sha256};
use crate::values::{Calendar, Locale, RARE, Text};
use bytes::{Pack, Unpacked};

/// The format that this engine writes.
pub const FORMAT: u16 = 3;

/// The formats that it reads.
const READ: core::ops::RangeInclusive<u16> = 1..=FORMAT;

/// No pack has more bytes.
pub const MOST_BYTES: usize = 1 << 20;

/// The first bytes of a pack. Then come the format, how many bytes follow the head (not in format 1), and their hash.
const MARK_BYTES: usize = 8;

/// What can be packed.
#[allow(private_bounds, reason = "only values of the engine have a packed form")]
pub trait Packed: Pack {
    #[doc(hidden)]
    const MARK: [u8; MARK_BYTES];
}

impl Packed for Policy {
    const MARK: [u8; MARK_BYTES] = *b"wengang\x01";
}

/// Only ever embedded, beside the policies that count by it.
impl Packed for Calendar {
    const MARK: [u8; MARK_BYTES] = *b"wengang\x02";
}

/// Why bytes are no pack that this engine reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// They are something else.
    NotAPack,
    /// A pack of another format than those that this engine reads.
    UnknownVersion(u16),
    /// The end is missing.
    Truncated,
    /// Something has been changed.
    Altered,
    /// Whole, but what it holds has another form.
    Malformed,
    /// Of the right form, but no policy that passed the checks.
    Unsound,
    /// A policy with something that few have, which an engine without the feature `rare` does not know.
    Rare,
}

impl Unreadable {
    /// The word that programs know it by.
    pub fn id(self) -> &'static str {
        match self {
            Unreadable::NotAPack | Unreadable::Malformed | Unreadable::Unsound => "malformed",
            Unreadable::UnknownVersion(_) => "unknown-version",
            Unreadable::Truncated => "truncated",
            Unreadable::Altered => "altered",
            Unreadable::Rare => "whole-engine",
        }
    }

    /// In words.
    pub fn message(self) -> Text {
        match self {
            Unreadable::NotAPack => Text::new("这不是政策包", "this is no policy pack"),
            Unreadable::UnknownVersion(found) => Text::new(
                format!("政策包的格式是第{found}版，本版计算器能读的是第1至{FORMAT}版"),
                format!("the pack has format {found}; this engine reads formats 1 to {FORMAT}"),
            ),
            Unreadable::Truncated => Text::new(
                "政策包不完整，缺了后面的部分；请重新取得",
                "the pack is incomplete, its end is missing; get it anew",
            ),
            Unreadable::Altered => Text::new(
                "政策包与发布时不同，被改动或者损坏了；请重新取得",
                "the pack is not as it was published, it has been changed or damaged; get it anew",
            ),
            Unreadable::Malformed | Unreadable::Unsound => Text::new(
                "政策包的内容不是检查过的政策",
                "what the pack holds is no policy that passed the checks",
            ),
            Unreadable::Rare => {
                Text::new("这项政策要用完整的计算器打开", "this policy takes the whole engine")
            }
        }
    }

    /// In one language.
    pub fn describe(self, locale: Locale) -> String {
        self.message().get(locale).to_owned()
    }
}

/// A policy, or a calendar, as a pack. The same value is always the same bytes.
///
/// ```
/// # let source = std::fs::read_to_string("policies/shanghai/2024-stabilisation-refund.toml").unwrap();
/// use wengang::{authoring, pack};
/// let policy = authoring::check(&source).unwrap();
/// let bytes = pack::write(&policy);
/// assert_eq!(pack::read(&bytes).unwrap().id, policy.id);
/// assert_eq!(pack::hash(&bytes).len(), 64);
/// ```
pub fn write(value: &impl Packed) -> Vec<u8> {
    let body = bytes::pack(value);
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes();
    [mark_of(value).as_slice(), &FORMAT.to_le_bytes(), &length, &sha256(&body), &body].concat()
}

fn mark_of<T: Packed>(_: &T) -> [u8; MARK_BYTES] {
    T::MARK
}

/// The policy in a pack, whoever has written it.
///
/// ```
/// use wengang::pack::{self, Unreadable};
/// assert_eq!(pack::read(b"<!doctype html>").err(), Some(Unreadable::NotAPack));
/// ```
///
/// # Errors
/// Why there is none. Nothing else comes of bytes that are no pack: no panic, no endless loop, no more memory than some
/// dozen times their length.
#[cfg(feature = "analysis")]
pub fn read(bytes: &[u8]) -> Result<Policy, Unreadable> {
    let policy = read_known(bytes)?;
    if sound::is_sound(&policy) { Ok(policy) } else { Err(Unreadable::Unsound) }
}

/// The policy in a pack that is known to be one that [`write`] has made, as its hash is the one which a catalogue gives. Its hash
/// is compared, but what it holds is not looked at: evaluating what nobody has checked can panic, or take very long.
///
/// # Errors
/// Why there is none.
pub fn read_known(bytes: &[u8]) -> Result<Policy, Unreadable> {
    let Parts { format, hash, body } = parts::<Policy>(bytes)?;
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::NotAPack);
    }
    if sha256(body) != hash {
        return Err(Unreadable::Altered);
    }
    let Unpacked { value: policy, is_whole, is_rare } = bytes::unpack(body, format);
    match is_rare {
        true if !RARE => Err(Unreadable::Rare),
        _ if is_whole => Ok(policy),
        _ => Err(Unreadable::Malformed),
    }
}

/// Whether a pack holds something that few policies have, so that it takes an engine with the feature `rare`.
#[cfg(feature = "analysis")]
pub fn is_rare(bytes: &[u8]) -> bool {
    let read = |Parts { format, body, .. }| bytes::unpack::<Policy>(body, format).is_rare;
    parts::<Policy>(bytes).is_ok_and(read)
}

/// What a pack is made of.
struct Parts<'b> {
    format: u16,
    /// As it states it.
    hash: [u8; 32],
    /// What that is said to be the hash of.
    body: &'b [u8],
}

fn parts<T: Packed>(bytes: &[u8]) -> Result<Parts<'_>, Unreadable> {
    let (mark, rest) = bytes.split_at(bytes.len().min(MARK_BYTES));
    if !T::MARK.starts_with(mark) {
        return Err(Unreadable::NotAPack);
    }
    let (format, rest) = rest.split_first_chunk().ok_or(Unreadable::Truncated)?;
    let format = u16::from_le_bytes(*format);
    if !READ.contains(&format) {
        return Err(Unreadable::UnknownVersion(format));
    }
    // The first format did not say how long it is.
    let (length, rest) = if format == 1 {
        (None, rest)
    } else {
        let (length, rest) = rest.split_first_chunk().ok_or(Unreadable::Truncated)?;
        (usize::try_from(u32::from_le_bytes(*length)).ok(), rest)
    };
    let (hash, body) = rest.split_first_chunk().ok_or(Unreadable::Truncated)?;
    match length {
        Some(length) if body.len() < length => Err(Unreadable::Truncated),
        Some(length) if body.len() > length => Err(Unreadable::Altered),
        _ => Ok(Parts { format, hash: *hash, body }),
    }
}

/// What [`write`] gave when this very engine was built: read without looking whether it is whole and sound.
pub fn read_trusted<T: Packed>(bytes: &[u8]) -> T {
    let (body, format) =
        parts::<T>(bytes).map_or((&[][..], FORMAT), |parts| (parts.body, parts.format));
    bytes::unpack(body, format).value
}

/// The hash of what a pack holds, which its name begins with: the SHA-256 sum of all that follows its head, in hexadecimal
/// digits, as the head states it; [`read`] compares the two. Empty for what is no pack.
pub fn hash(bytes: &[u8]) -> String {
    parts::<Policy>(bytes).map_or_else(|_| String::new(), |parts| hexadecimal(&parts.hash))
}
