//! Values as bytes, and back. Whatever the bytes are, reading ends with a value, and knows whether it was whole.
//!
//! Most of reading is the same few steps for hundreds of fields. So no step has a way out of its own: what is wrong is
//! remembered (`broken`), from then on every byte is 0, and 0 stands for what is empty or simplest.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers are read as the type that they were written from, and no policy is near the bounds of 32 bits"
)]

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::values::{Date, Number, RARE, Rare};

/// Entries of a list. The longest of any policy so far are its texts, some hundred.
const MOST_ENTRIES: usize = 5_000;

/// Expressions, or tables of answers, one within the other. The stack of WebAssembly is small.
const DEEPEST: u32 = 60;

/// Bytes of all texts, each as often as it is named: a text that is written once can be named a million times.
const MOST_TEXT: usize = 4_000_000;

/// The value as bytes: how long each of its texts is, all texts on end, and its structure.
pub(super) fn pack(value: &impl Pack) -> Vec<u8> {
    let mut packer = Packer::default();
    value.pack(&mut packer);
    let structure = core::mem::take(&mut packer.bytes);
    core::mem::take(&mut packer.lengths).pack(&mut packer);
    [packer.bytes, packer.texts.into_bytes(), structure].concat()
}

/// What was read.
pub(super) struct Unpacked<T> {
    /// The value that [`pack`] packed, or some value.
    pub(super) value: T,
    /// Whether the bytes were whole.
    pub(super) is_whole: bool,
    /// Whether there is something in it that few policies have.
    pub(super) is_rare: bool,
}

pub(super) fn unpack<T: Pack>(bytes: &[u8], format: u16) -> Unpacked<T> {
    let mut from = Unpacker {
        format,
        bytes,
        texts: "",
        ends: Vec::new(),
        new: 0,
        left: MOST_TEXT,
        depth: 0,
        broken: false,
        rare: false,
    };
    let lengths = Vec::<usize>::unpack(&mut from);
    let mut end = 0_usize;
    for length in lengths {
        end = end.saturating_add(length);
        from.ends.push(end);
    }
    match from.bytes.split_at_checked(end) {
        Some((texts, structure)) => {
            from.bytes = structure;
            from.texts = core::str::from_utf8(texts).unwrap_or_default();
        }
        None => from.broken = true,
    }
    let value = T::unpack(&mut from);
    let is_whole = !from.broken && from.bytes.is_empty() && from.new == from.ends.len();
    Unpacked { value, is_whole, is_rare: from.rare }
}

/// Packs values one after another.
#[derive(Default)]
pub(crate) struct Packer {
    pub(super) bytes: Vec<u8>,
    /// All texts on end, and how long each is.
    texts: String,
    lengths: Vec<usize>,
    /// The place of each text among them.
    places: HashMap<String, usize>,
}

impl Packer {
    /// Seven bits a byte, the lowest first.
    fn number(&mut self, number: usize) {
        let mut rest = number;
        while rest > 0x7f {
            self.bytes.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    /// How many texts ago this one was new; 0 where it is new.
    fn text(&mut self, text: &str) {
        let new = self.lengths.len();
        if let Some(place) = self.places.get(text) {
            self.number(new - place);
        } else {
            self.number(0);
            self.places.insert(text.to_owned(), new);
            self.texts.push_str(text);
            self.lengths.push(text.len());
        }
    }
}

/// Unpacks values one after another.
pub(crate) struct Unpacker<'a> {
    /// That of the pack.
    pub(super) format: u16,
    bytes: &'a [u8],
    texts: &'a str,
    /// Where each text ends.
    ends: Vec<usize>,
    /// The text that is the next new one.
    new: usize,
    /// So much text may still be named.
    left: usize,
    /// How many values that can hold others of their kind are being read, one within the other.
    pub(super) depth: u32,
    broken: bool,
    /// Whether there was something that few policies have.
    pub(super) rare: bool,
}

impl<'a> Unpacker<'a> {
    /// What was read cannot have been written.
    pub(crate) fn fail(&mut self) {
        self.broken = true;
    }

    /// Whether a field that few policies fill in, since a format, has anything in it: a byte of its own that is 0 says that it
    /// is an empty list, or none.
    pub(super) fn has_rare(&mut self, since: u16) -> bool {
        if self.format < since {
            return false;
        }
        if self.bytes.first() == Some(&0) {
            self.byte();
            return false;
        }
        self.rare = true;
        self.broken |= !RARE;
        true
    }

    fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((first, rest)) if !self.broken => {
                self.bytes = rest;
                *first
            }
            _ => {
                self.broken = true;
                0
            }
        }
    }

    fn number(&mut self) -> usize {
        let mut number = 0_u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number as usize;
            }
        }
        self.broken = true;
        0
    }

    /// How many entries a list has. Each takes a byte at least, so that there are no more than bytes.
    fn length(&mut self) -> usize {
        let length = self.number();
        if length > self.bytes.len().min(MOST_ENTRIES) {
            self.broken = true;
        }
        length
    }

    fn text(&mut self) -> &'a str {
        let ago = self.number();
        let place = self.new.wrapping_sub(ago);
        self.new += usize::from(ago == 0);
        let start = if place == 0 { Some(&0) } else { self.ends.get(place.wrapping_sub(1)) };
        let text = start.zip(self.ends.get(place));
        let text =
            text.and_then(|(start, end)| self.texts.get(*start..*end)).unwrap_or_else(|| {
                self.broken = true;
                ""
            });
        match self.left.checked_sub(text.len()) {
            Some(left) => self.left = left,
            None => self.broken = true,
        }
        text
    }

    /// The place of a variant. What can hold others of its kind is an enum, and nothing that is first in its list does.
    pub(super) fn variant(&mut self) -> u8 {
        self.depth += 1;
        self.broken |= self.depth > DEEPEST;
        self.byte()
    }
}

/// A value with a packed form.
pub(crate) trait Pack: Sized {
    fn pack(&self, to: &mut Packer);
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

impl Pack for usize {
    fn pack(&self, to: &mut Packer) {
        to.number(*self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> usize {
        from.number()
    }
}

impl Pack for u32 {
    fn pack(&self, to: &mut Packer) {
        to.number(*self as usize);
    }

    fn unpack(from: &mut Unpacker<'_>) -> u32 {
        from.number() as u32
    }
}

/// Not negative: years and days.
impl Pack for i32 {
    fn pack(&self, to: &mut Packer) {
        to.number(usize::try_from(*self).expect("no year before the first"));
    }

    fn unpack(from: &mut Unpacker<'_>) -> i32 {
        from.number() as i32
    }
}

impl Pack for i8 {
    fn pack(&self, to: &mut Packer) {
        to.bytes.push(*self as u8);
    }

    fn unpack(from: &mut Unpacker<'_>) -> i8 {
        from.byte() as i8
    }
}

impl Pack for bool {
    fn pack(&self, to: &mut Packer) {
        to.bytes.push(u8::from(*self));
    }

    fn unpack(from: &mut Unpacker<'_>) -> bool {
        let byte = from.byte();
        from.broken |= byte > 1;
        byte == 1
    }
}

impl Pack for String {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> String {
        from.text().to_owned()
    }
}

/// Figures of policies are decimals: four words of 32 bits.
impl Pack for Number {
    fn pack(&self, to: &mut Packer) {
        let decimal = self.as_decimal().expect("figures are decimals").unpack();
        to.number(decimal.scale as usize * 2 + usize::from(decimal.negative));
        [decimal.lo, decimal.mid, decimal.hi].pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Number {
        let form = from.number() as u32;
        let [low, middle, high] = Pack::unpack(from);
        if form / 2 > Decimal::MAX_SCALE {
            from.broken = true;
            return Number::ZERO;
        }
        Number::from(Decimal::from_parts(low, middle, high, form % 2 == 1, form / 2))
    }
}

impl Pack for Date {
    fn pack(&self, to: &mut Packer) {
        self.days().pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Date {
        Date::from_days(i32::unpack(from)).unwrap_or_else(|| {
            from.fail();
            Date::any()
        })
    }
}

impl<T: Pack, const N: usize> Pack for [T; N] {
    fn pack(&self, to: &mut Packer) {
        for item in self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> [T; N] {
        core::array::from_fn(|_| T::unpack(from))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        to.number(self.len());
        for item in self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Vec<T> {
        let length = from.length();
        let mut items = Vec::new();
        while !from.broken && items.len() < length {
            items.push(T::unpack(from));
        }
        items
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(item) = self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<T> {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Pack> Pack for Rare<T> {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }

    #[cfg(feature = "rare")]
    fn unpack(from: &mut Unpacker<'_>) -> Rare<T> {
        Rare::from(T::unpack(from))
    }

    #[cfg(not(feature = "rare"))]
    fn unpack(_: &mut Unpacker<'_>) -> Rare<T> {
        unreachable!("refused before")
    }
}

impl<T: Pack> Pack for Box<T> {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Box<T> {
        Box::new(T::unpack(from))
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> (A, B) {
        (A::unpack(from), B::unpack(from))
    }
}

/// The fields of a struct, one after another, and those that it has had only since a later format; the variants of an enum,
/// by their place in the list. What is left out of a list does not compile. Fields and variants behind `rare` are those that
/// few policies have: an engine without them refuses a pack that has any.
macro_rules! packed {
    ($(struct $type:ident {
        $($field:ident),* $(,)?
        $(; since $format:literal: $($later:ident),*)?
        $(; rare since $from:literal: $($rare:ident),*)?
    })*) => {$(
        impl $crate::pack::bytes::Pack for $type {
            fn pack(&self, to: &mut $crate::pack::bytes::Packer) {
                let $type { $($field,)* $($($later,)*)? $($($rare,)*)? } = self;
                $($crate::pack::bytes::Pack::pack($field, to);)*
                $($($crate::pack::bytes::Pack::pack($later, to);)*)?
                $($($crate::pack::bytes::Pack::pack($rare, to);)*)?
            }

            fn unpack(from: &mut $crate::pack::bytes::Unpacker<'_>) -> $type {
                $type {
                    $($field: $crate::pack::bytes::Pack::unpack(from),)*
                    $($($later: if from.format >= $format {
                        $crate::pack::bytes::Pack::unpack(from)
                    } else {
                        Default::default()
                    },)*)?
                    $($($rare: if from.has_rare($from) && $crate::values::RARE {
                        $crate::pack::bytes::Pack::unpack(from)
                    } else {
                        Default::default()
                    },)*)?
                }
            }
        }
    )*};
    ($(enum $type:ident {
        $($variant:ident $(($($item:ident),*))? $({$($field:ident),*})?),* $(,)?
        $(; rare: $($rare:ident $(($($part:ident),*))?),* $(,)?)?
    })*) => {$(
        impl $crate::pack::bytes::Pack for $type {
            #[allow(unused_assignments, reason = "the place after the last variant")]
            fn pack(&self, to: &mut $crate::pack::bytes::Packer) {
                let mut place = 0;
                $(
                    if let $type::$variant $(($($item),*))? $({$($field),*})? = self {
                        to.bytes.push(place);
                        $($($crate::pack::bytes::Pack::pack($item, to);)*)?
                        $($($crate::pack::bytes::Pack::pack($field, to);)*)?
                    }
                    place += 1;
                )*
                $($(
                    if let $type::$rare $(($($part),*))? = self {
                        to.bytes.push(place);
                        $($($crate::pack::bytes::Pack::pack($part, to);)*)?
                    }
                    place += 1;
                )*)?
            }

            #[allow(unused_assignments, reason = "the place after the last variant")]
            fn unpack(from: &mut $crate::pack::bytes::Unpacker<'_>) -> $type {
                let mut variant = from.variant();
                loop {
                    let mut place = 0;
                    $(
                        if variant == place {
                            $($(let $item = $crate::pack::bytes::Pack::unpack(from);)*)?
                            $($(let $field = $crate::pack::bytes::Pack::unpack(from);)*)?
                            from.depth -= 1;
                            return $type::$variant $(($($item),*))? $({$($field),*})?;
                        }
                        place += 1;
                    )*
                    $($(
                        if variant == place {
                            from.rare = true;
                            #[cfg(feature = "rare")]
                            {
                                $($(let $part = $crate::pack::bytes::Pack::unpack(from);)*)?
                                from.depth -= 1;
                                return $type::$rare $(($($part),*))?;
                            }
                        }
                        place += 1;
                    )*)?
                    from.fail();
                    variant = 0;
                }
            }
        }
    )*};
}
pub(super) use packed;
