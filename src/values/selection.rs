//! Several choices of one set.

/// Which choices of a set are chosen, by their indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Selection(u64);

impl Selection {
    /// So many choices a set has at most.
    pub(crate) const MOST: usize = 64;

    pub(crate) fn with(self, index: usize) -> Selection {
        Selection(self.0 | 1 << index)
    }

    pub(crate) fn has(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
    }

    pub(crate) fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Their indexes, in the order of the set.
    pub(crate) fn indexes(self) -> impl Iterator<Item = usize> {
        (0..Selection::MOST).filter(move |index| self.has(*index))
    }

    /// What can be chosen of so many choices, if that is no more than `most` selections.
    #[cfg(feature = "analysis")]
    pub(crate) fn all(choices: usize, most: usize) -> Vec<Selection> {
        if choices > most.ilog2() as usize {
            return Vec::new();
        }
        (0..1_u64 << choices).map(Selection).collect()
    }
}
