//! What few policies have.
//!
//! It is behind the feature `rare`, so that the module which a page begins with need not carry it. An engine without the
//! feature refuses packs that have any of it (`rare` in `src/pack/form.rs`), and so need not know what to do with it.

/// Whether this engine knows what few policies have.
pub(crate) const RARE: bool = cfg!(feature = "rare");

/// A part of what few policies have. Without the feature there is no value of this type, so that a variant with one in it
/// cannot be: what deals with it needs no `cfg`, and the compiler leaves it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rare<T> {
    part: T,
    #[cfg(not(feature = "rare"))]
    never: core::convert::Infallible,
}

impl<T> Rare<T> {
    /// What is made of the part.
    pub(crate) fn map<U>(self, make: impl FnOnce(T) -> U) -> Rare<U> {
        Rare {
            part: make(self.part),
            #[cfg(not(feature = "rare"))]
            never: self.never,
        }
    }
}

#[cfg(feature = "rare")]
impl<T> From<T> for Rare<T> {
    fn from(part: T) -> Rare<T> {
        Rare { part }
    }
}

impl<T> core::ops::Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.part
    }
}

#[cfg(feature = "checking")]
impl<T> core::ops::DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.part
    }
}
