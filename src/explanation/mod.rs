//! Formulas and values in the words of readers, from the very expression that is evaluated.

mod comparisons;
mod parameters;
mod render;
mod statements;
mod style;
mod tables;
mod values;

pub(crate) use render::render;
pub(crate) use style::Style;
pub(crate) use values::display;
#[cfg(feature = "checking")]
pub(crate) use values::number_in_words;
