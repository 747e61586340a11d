//! What items are called: by formulas, by programs, by readers.

use crate::values::Text;

/// What an item is called: by formulas, by programs, by readers.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) text: Text,
    /// How the item is called inside formulas shown to readers.
    pub(crate) term: Text,
}

impl Label {
    /// Its names in both languages; some may be the same.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        [&self.text, &self.term].into_iter().flat_map(|text| [&*text.chinese, &*text.english])
    }
}

/// Alternatives that an input or a value chooses from.
#[derive(Debug, Clone)]
pub(crate) struct ChoiceSet {
    pub(crate) choices: Vec<Label>,
}
