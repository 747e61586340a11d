//! Policy documents before they are understood: the neutral tree, and mistakes with their place in it.

mod diagnostic;
mod fingerprint;
mod section;
mod tree;

pub use diagnostic::{Diagnostic, Edit, Place};
pub(crate) use section::{Section, Spot};
pub use tree::{Content, Node};
