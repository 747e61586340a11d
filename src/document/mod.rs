//! Policy documents before they are understood: the neutral tree, and mistakes with their place in it.

mod diagnostic;
mod fingerprint;
mod section;

pub use diagnostic::{Diagnostic, Place};
pub use section::{Content, Node};
pub(crate) use section::{Section, Spot};
