//! Suggestions for mistyped names.

/// Longer words are no mistyped names, and take long to compare.
const LONGEST: usize = 64;

/// Among more candidates than any policy has, the first have to do.
const MOST: usize = 1000;

/// The candidate most like `word`, if any is alike enough to be worth suggesting.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if word.chars().nth(LONGEST).is_some() {
        return None;
    }
    candidates
        .into_iter()
        .take(MOST)
        .map(|candidate| (strsim::normalized_damerau_levenshtein(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.4)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}
