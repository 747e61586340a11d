//! Formulas and values in the words of readers, from the very expression that is evaluated.

mod render;

pub(crate) use render::{Style, display, render};
