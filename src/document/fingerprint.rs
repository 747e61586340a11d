//! A short text that stands for a policy, which nobody can make another policy to fit: the beginning of a SHA-256 sum.

use crate::values::sha256::{hexadecimal, sha256};

/// Hexadecimal digits of a fingerprint: 96 bits, few enough to be compared by eye on two sheets of paper.
const DIGITS: usize = 24;

/// What is to be summed up, part by part, so that no two lists of parts are the same bytes.
#[derive(Default)]
pub(crate) struct Parts(Vec<u8>);

impl Parts {
    /// One more, of a kind that tells text from numbers.
    pub(crate) fn add(&mut self, kind: u8, bytes: &[u8]) {
        self.0.push(kind);
        self.0.extend((bytes.len() as u64).to_le_bytes());
        self.0.extend(bytes);
    }

    /// The fingerprint of all of them.
    pub(crate) fn fingerprint(&self) -> String {
        hexadecimal(&sha256(&self.0))[..DIGITS].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let fingerprint = |parts: &[&str]| {
            let mut all = Parts::default();
            for part in parts {
                all.add(b't', part.as_bytes());
            }
            all.fingerprint()
        };
        assert_eq!(fingerprint(&["a"]).len(), DIGITS);
        assert_ne!(fingerprint(&["ab", "c"]), fingerprint(&["a", "bc"]));
    }
}
