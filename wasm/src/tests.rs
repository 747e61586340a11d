//! The boundary in a real browser: plain data in, JavaScript values and errors out.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const EXAMPLE: &str = "example";
const PACK: &[u8] = include_bytes!("../../tests/packs/format-2/example.ee6cb414b3c5586c.pack");

const UNDEFINED: u32 = 0;
const TRUE: u32 = 3;
const TEXT: u32 = 5;

fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

/// A call without options, as `arguments.js` writes it, and the texts that follow.
fn written(after: &[u32], texts: &[&str]) -> (Vec<u32>, String) {
    ([&[TRUE, UNDEFINED, UNDEFINED], after].concat(), texts.join("\n"))
}

fn text(text: &str) -> u32 {
    TEXT | u32::try_from(text.encode_utf16().count()).unwrap() << 4
}

fn form(fields: &[(&str, &str)]) -> (Vec<u32>, String) {
    let count = u32::try_from(fields.len()).unwrap();
    let mut words = vec![text(EXAMPLE), 9 | count << 4];
    let mut texts = vec![EXAMPLE];
    for (id, answer) in fields {
        words.push(text(id));
        texts.push(id);
        words.push(text(answer));
        texts.push(answer);
    }
    written(&words, &texts)
}

fn evaluate(fields: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let (words, texts) = written(&[], &[]);
    crate::add_pack(&words, &texts, PACK).unwrap();
    let (words, text) = form(fields);
    crate::evaluate(&words, &text)
}

#[wasm_bindgen_test]
fn a_result_is_a_plain_object() {
    let assessment = evaluate(&[("hired", "１２"), ("left", "2.0")]).unwrap();
    assert!(Object::get_prototype_of(&assessment) == Object::get_prototype_of(&Object::new()));
    assert_eq!(property(&assessment, "amount"), "5000.00");
    assert_eq!(property(&property(&assessment, "values"), "netIncrease"), "10");
    assert!(property(&property(&assessment, "steps"), "length").as_f64().unwrap() > 0.0);
}

#[wasm_bindgen_test]
fn an_unknown_amount_is_null_and_not_undefined() {
    let assessment = evaluate(&[]).unwrap();
    assert!(property(&assessment, "amount").is_null());
    assert_eq!(property(&assessment, "eligibility"), "undetermined");
}

#[wasm_bindgen_test]
fn problems_are_thrown_as_an_error_of_its_own_class() {
    let error = evaluate(&[("hired", "-5"), ("nonsense", "1")]).unwrap_err();
    assert!(error.is_instance_of::<js_sys::Error>());
    assert_eq!(property(&error, "name"), "InvalidInputError");
    assert_eq!(Array::from(&property(&error, "problems")).length(), 2);
    let (mut words, texts) = written(&[text("nowhere")], &["2026-11-27", "nowhere"]);
    words[2] = text("2026-11-27");
    let error = crate::describe(&words, &texts).unwrap_err();
    assert_eq!(property(&error, "name"), "UnknownPolicyError");
    assert_eq!(property(&error, "policyId"), "nowhere");
}

#[wasm_bindgen_test]
fn what_is_no_pack_is_refused_and_says_why() {
    let (words, texts) = written(&[], &[]);
    for (bytes, reason) in [
        (&PACK[..20], "truncated"),
        (&[PACK, b"\n"].concat(), "altered"),
        (b"<!doctype html>", "malformed"),
    ] {
        let error = crate::add_pack(&words, &texts, bytes).unwrap_err();
        assert_eq!(property(&error, "name"), "PolicyPackError");
        assert_eq!(property(&error, "reason"), reason);
    }
}
