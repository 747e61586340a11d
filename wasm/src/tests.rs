//! The boundary in a real browser: JavaScript values in, JavaScript values and errors out.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const REFUND: &str = "shanghai-2024-stabilisation-refund";

fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

fn evaluate(inputs: &JsValue) -> Result<JsValue, JsValue> {
    crate::evaluate(&REFUND.into(), inputs, &JsValue::UNDEFINED)
}

#[wasm_bindgen_test]
fn a_refund_is_a_plain_object() {
    let inputs = json(
        r#"{ "employerKind": "enterprise", "enterpriseSize": "small", "paidAsRequired": true,
             "seriouslyDishonest": false, "insuredFullYear": true, "insuredAtStart": 100,
             "insuredAtEnd": "97", "naturalAttrition": 1, "premiumsPaid": 12300.00 }"#,
    );
    let assessment = evaluate(&inputs).unwrap();
    assert!(Object::get_prototype_of(&assessment) == Object::get_prototype_of(&Object::new()));
    assert_eq!(property(&assessment, "amount"), "7380.00");
    assert_eq!(property(&property(&assessment, "values"), "layoffRate"), "0.02");
    assert!(property(&property(&assessment, "steps"), "length").as_f64().unwrap() > 0.0);
}

#[wasm_bindgen_test]
fn an_unknown_amount_is_null_and_not_undefined() {
    let assessment = evaluate(&JsValue::NULL).unwrap();
    assert!(property(&assessment, "amount").is_null());
    assert_eq!(property(&assessment, "eligibility"), "undetermined");
}

#[wasm_bindgen_test]
fn a_floating_point_number_is_read_as_it_is_written() {
    let inputs = Object::new();
    // 0.1 + 0.2 in binary.
    for (given, code) in [(0.300_000_000_000_000_04, "too-many-decimals"), (1e21, "out-of-range")] {
        Reflect::set(&inputs, &"premiumsPaid".into(), &given.into()).unwrap();
        let error = evaluate(&inputs).unwrap_err();
        let problem = property(&property(&error, "problems"), "0");
        assert_eq!(property(&problem, "code"), code);
    }
}

#[wasm_bindgen_test]
fn problems_are_thrown_as_an_error_of_its_own_class() {
    let error = evaluate(&json(r#"{ "insuredAtEnd": -5, "nonsense": 1 }"#)).unwrap_err();
    assert!(error.is_instance_of::<js_sys::Error>());
    assert_eq!(property(&error, "name"), "InvalidInputError");
    assert_eq!(Array::from(&property(&error, "problems")).length(), 2);
    let none = JsValue::UNDEFINED;
    let error = crate::describe(&"nowhere".into(), &none).unwrap_err();
    assert_eq!(property(&error, "name"), "UnknownPolicyError");
    assert_eq!(property(&error, "policyId"), "nowhere");
}

#[wasm_bindgen_test]
fn today_is_the_current_date_where_none_is_given() {
    let list = crate::policies(&JsValue::UNDEFINED).unwrap();
    let statuses: Vec<_> =
        Array::from(&list).iter().map(|line| property(&line, "status")).collect();
    // The 2024 refund cannot come back into force.
    assert!(statuses.iter().any(|status| *status == "expired"));
}
