//! Reads JavaScript arguments. Nothing that a caller passes can do more than be refused.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wengang::{Date, Locale, Problem, ProblemCode, Raw, Text};

use crate::invalid;

#[wasm_bindgen]
extern "C" {
    /// JavaScript's own text of a number.
    #[wasm_bindgen(js_name = String)]
    pub(crate) fn number_text(number: &JsValue) -> String;

    /// `[object Array]`, `[object Date]`, …: what a value is, whatever it says of itself.
    #[wasm_bindgen(js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag(value: &JsValue) -> String;
}

/// The last argument of every function.
pub(crate) struct Options {
    pub(crate) locale: Locale,
    pub(crate) today: Date,
}

pub(crate) fn options(options: &JsValue) -> Result<Options, JsValue> {
    let option = |name: &str| -> Result<Option<JsValue>, JsValue> {
        if options.is_undefined() || options.is_null() {
            return Ok(None);
        }
        let value = Reflect::get(options, &JsValue::from_str(name))
            .map_err(|_| refused("options", ProblemCode::WrongType, Locale::default()))?;
        Ok((!value.is_undefined() && !value.is_null()).then_some(value))
    };
    let locale = match option("locale")? {
        None => Locale::default(),
        Some(tag) => tag
            .as_string()
            .and_then(|tag| Locale::parse(&tag))
            .ok_or_else(|| refused("locale", ProblemCode::UnknownChoice, Locale::default()))?,
    };
    let today = match option("today")? {
        None => current_date(),
        Some(day) => day.as_string().and_then(|day| Date::parse(&day)),
    };
    let today = today.ok_or_else(|| refused("today", ProblemCode::InvalidDate, locale))?;
    Ok(Options { locale, today })
}

fn refused(option: &str, code: ProblemCode, locale: Locale) -> JsValue {
    let message = match code {
        ProblemCode::UnknownChoice => {
            Text::new("locale 只能是 zh-CN 或 en", "locale is either zh-CN or en")
        }
        ProblemCode::InvalidDate => Text::new(
            "today 应是实际存在的日期，格式为 YYYY-MM-DD",
            "today is a date that exists, as YYYY-MM-DD",
        ),
        _ => Text::new(
            "最后一个参数应是 { locale, today }",
            "the last argument is an object { locale, today }",
        ),
    };
    invalid(&[Problem::new(option, code, message)], locale)
}

/// Today where the reader is.
fn current_date() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(i32::try_from(now.get_full_year()).ok()?, now.get_month() + 1, now.get_date())
}

/// The own fields of a plain object; null and undefined are an empty form.
pub(crate) fn fields(inputs: &JsValue) -> Result<Vec<(String, Raw)>, Problem> {
    if inputs.is_undefined() || inputs.is_null() {
        return Ok(Vec::new());
    }
    own_fields(inputs).ok_or_else(|| {
        let message = Text::new(
            "填写的内容应是一个对象：字段编号和答案",
            "the inputs are an object of field ids and answers",
        );
        Problem::new("", ProblemCode::WrongType, message)
    })
}

fn own_fields(object: &JsValue) -> Option<Vec<(String, Raw)>> {
    let properties = own_properties(object)?;
    Some(properties.into_iter().map(|(name, value)| (name, raw(&value))).collect())
}

/// The own properties of a plain object; `None` for anything else. Arrays, dates and maps are objects too, but hold
/// no fields, and a proxy may throw on being looked at.
pub(crate) fn own_properties(object: &JsValue) -> Option<Vec<(String, JsValue)>> {
    if tag(object) != "[object Object]" {
        return None;
    }
    let mut properties = Vec::new();
    for key in Array::from(Reflect::own_keys(object).ok()?.as_ref()).iter() {
        let Some(name) = key.as_string() else { continue };
        properties.push((name, Reflect::get(object, &key).ok()?));
    }
    Some(properties)
}

pub(crate) fn raw(value: &JsValue) -> Raw {
    if value.is_undefined() || value.is_null() {
        Raw::Missing
    } else if let Some(truth) = value.as_bool() {
        Raw::Boolean(truth)
    } else if let Some(text) = value.as_string() {
        Raw::Text(text)
    } else if value.as_f64().is_some() {
        // JavaScript's own text of a number is the shortest that denotes it: 0.1 stays 0.1.
        Raw::Number(number_text(value))
    } else if Array::is_array(value) {
        Raw::Table(Array::from(value).iter().map(|row| own_fields(&row)).collect())
    } else {
        Raw::Other(tag(value))
    }
}
