//! What it takes for a document to become a policy: every key, name and formula is read and checked, the whole is proved
//! to decide something, and its worked examples come out as they say.

mod example;
mod load;
mod locals;
mod proofs;
