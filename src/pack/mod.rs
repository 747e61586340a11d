//! Packs: policies as files of their own, each named by the hash of what it holds.
//!
//! A pack is made of a policy that passed all checks, and read by engines that have no checker. So the reader takes
//! nothing for granted: whatever the bytes are, it gives a policy that cannot harm the engine, or says why there is none.
//! `docs/packs.md` has the format.

pub(crate) mod form;
#[cfg(feature = "analysis")]
pub(crate) mod sound;
#[cfg(all(test, feature = "authoring"))]
mod tests;

use crate::sha256::{hexadecimal, sha256};
use crate::{Calendar, Locale, Policy, Text};
use form::Pack;

/// The format that this engine writes.
pub const FORMAT: u16 = 1;

/// No pack has more bytes.
pub const MOST_BYTES: usize = 1 << 20;

/// The first bytes of a pack; then come the format, and the hash of all that follows it.
const MARK_BYTES: usize = 8;
const FORMAT_BYTES: usize = 2;
const HASH_BYTES: usize = 32;
const HEAD_BYTES: usize = MARK_BYTES + FORMAT_BYTES + HASH_BYTES;

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
    OtherVersion(u16),
    /// Something is missing, or has been changed.
    Damaged,
    /// Whole, but no policy that passed the checks.
    Unsound,
}

impl Unreadable {
    /// The word that programs know it by.
    pub fn id(self) -> &'static str {
        match self {
            Unreadable::NotAPack => "not-a-pack",
            Unreadable::OtherVersion(_) => "other-version",
            Unreadable::Damaged => "damaged",
            Unreadable::Unsound => "unsound",
        }
    }

    /// In words.
    pub fn message(self) -> Text {
        match self {
            Unreadable::NotAPack => Text::new("这不是政策包", "this is no policy pack"),
            Unreadable::OtherVersion(found) => Text::new(
                format!("政策包的格式是第{found}版，本版计算器能读的是第{FORMAT}版"),
                format!("the pack has format {found}; this engine reads format {FORMAT}"),
            ),
            Unreadable::Damaged => Text::new(
                "政策包不完整，或者被改动过；请重新取得",
                "the pack is incomplete or has been changed; get it anew",
            ),
            Unreadable::Unsound => Text::new(
                "政策包的内容不是检查过的政策",
                "what the pack holds is no policy that passed the checks",
            ),
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
    let body = form::pack(value);
    [mark_of(value).as_slice(), &FORMAT.to_le_bytes(), &sha256(&body), &body].concat()
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
    let (hash, body) = parts(bytes)?;
    if bytes.len() > MOST_BYTES || sha256(body) != *hash {
        return Err(Unreadable::Damaged);
    }
    let policy = whole(body)?;
    if sound::is_sound(&policy) { Ok(policy) } else { Err(Unreadable::Unsound) }
}

/// The policy in a pack of which the caller knows that [`write`] has made it, such as one that has the hash which a
/// catalogue gives. So neither its own hash is compared nor what it holds looked at: evaluating what nobody has checked
/// can panic, or take very long.
///
/// # Errors
/// Where it is of another format, or not whole.
pub fn read_known(bytes: &[u8]) -> Result<Policy, Unreadable> {
    whole(parts(bytes)?.1)
}

/// The hash that a pack of this format states, and what it is of.
fn parts(bytes: &[u8]) -> Result<(&[u8; HASH_BYTES], &[u8]), Unreadable> {
    let rest = bytes.strip_prefix(&Policy::MARK).ok_or(Unreadable::NotAPack)?;
    let (format, rest) = rest.split_first_chunk().ok_or(Unreadable::Damaged)?;
    let format = u16::from_le_bytes(*format);
    if format != FORMAT {
        return Err(Unreadable::OtherVersion(format));
    }
    rest.split_first_chunk().ok_or(Unreadable::Damaged)
}

fn whole(body: &[u8]) -> Result<Policy, Unreadable> {
    let (policy, is_whole) = form::unpack(body);
    if is_whole { Ok(policy) } else { Err(Unreadable::Damaged) }
}

/// What [`write`] gave when this very engine was built: read without looking whether it is whole and sound.
pub fn read_trusted<T: Packed>(bytes: &[u8]) -> T {
    form::unpack(bytes.get(HEAD_BYTES..).unwrap_or_default()).0
}

/// The hash of what a pack holds, which its name begins with: the SHA-256 sum of all that follows its head, in hexadecimal
/// digits. It is the one that the head states; [`read`] compares the two.
pub fn hash(bytes: &[u8]) -> String {
    hexadecimal(bytes.get(HEAD_BYTES - HASH_BYTES..HEAD_BYTES).unwrap_or_default())
}
