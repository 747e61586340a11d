//! Policy documents before they are understood: the neutral tree, and mistakes with their place in it.

mod demands;
mod diagnostic;
mod fingerprint;
mod section;
mod tree;

pub use demands::WithoutId;
pub(crate) use demands::{Demands, ENGLISH};
pub use diagnostic::{Diagnostic, Edit, Place};
pub(crate) use section::{Section, Spot};
pub use tree::{Content, Node};
