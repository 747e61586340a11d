//! Results on their way to JavaScript: one crossing for a whole result, however many parts it has.

use wasm_bindgen::prelude::*;
use wengang::{Data, Token};

#[wasm_bindgen(module = "/results.js")]
extern "C" {
    fn build(memory: &JsValue, words: &[i32], written: &str) -> JsValue;

    /// Known texts may be elsewhere from now on. `catch` has it called through the glue, as all else is: where the
    /// module is loaded there is then nothing but the glue to give it.
    ///
    /// wasm-bindgen numbers what imports need in the order of their names. This one, which the first module of a page goes
    /// without, must not come before those that both have: scripts/same-glue.mjs.
    #[wasm_bindgen(catch, js_name = letGo)]
    pub(crate) fn let_go() -> Result<(), JsValue>;
}

/// The plain object, list or value.
///
/// JavaScript remembers known texts by their address, so they have to be the engine's own or those of a policy in the
/// registry.
#[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "words of 32 bits")]
pub(crate) fn to_js(data: &Data<'_>) -> JsValue {
    let mut words = Vec::with_capacity(2 * data.tokens().len());
    let mut written = data.written();
    for token in data.tokens() {
        match *token {
            Token::Null => words.push(0),
            Token::Boolean(value) => words.push(word(1, usize::from(value))),
            Token::Integer(value) => words.push(2 | value << 3),
            Token::Known(text) => words.extend([word(3, text.len()), address(text)]),
            Token::Written(length) => {
                let (text, rest) = written.split_at_checked(length).unwrap_or_default();
                words.push(word(4, text.encode_utf16().count()));
                written = rest;
            }
            Token::List => words.push(5),
            Token::Object => words.push(6),
            Token::Kept(of) => words.extend([word(6, 1), of as i32]),
            Token::End => words.push(7),
        }
    }
    build(&wasm_bindgen::memory(), &words, data.written())
}

/// What follows, and how much of it.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "no text is that long"
)]
fn word(kind: i32, size: usize) -> i32 {
    kind | (size as i32) << 3
}

#[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "words of 32 bits")]
fn address(text: &str) -> i32 {
    text.as_ptr().addr() as i32
}
