//! The boundary to JavaScript: what comes in is checked, what goes out is plain objects.
//!
//! Offsets here are UTF-16 code units, as JavaScript strings count. A lone surrogate in the text is read as U+FFFD, one
//! code unit like itself, so offsets stay right; the `text` of an annotation then shows U+FFFD in its place.

use crate::export::Packed;
use crate::text::utf16::{OffsetMap, Unit};
use crate::{Date, KINDS, Options, export};
use js_sys::{Array, JSON, Number, Object, Reflect, TypeError, Uint32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/wasm/unpack.js")]
extern "C" {
    /// The records of a packed analysis.
    fn unpack(numbers: &[u32], strings: &str, text: &JsValue) -> JsValue;
}

#[wasm_bindgen(typescript_custom_section)]
const RECORDS: &str = include_str!("wasm/records.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/** What the reader knows of a text beside its words. */
export interface Options {
    /** Day of publication, from which "Friday" and "last month" are told: "2022-01-14"; a time of day after it is left aside. */
    published?: string | null;
}
"#;

#[wasm_bindgen(typescript_custom_section)]
const PACKED: &str = r#"
/** An analysis on its way to another thread: `unpack` of `src/wasm/unpack.js` makes the records of it, given the text. */
export interface Packed {
    numbers: ArrayLike<number>;
    strings: string;
}
"#;

/// Reads an English news article: what it found, with offsets in UTF-16 code units.
///
/// Throws a `TypeError` that says what is wrong where `text` is not a string or an option is unknown or not as expected.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn annotate(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let Packed { numbers, strings } = read(text, options)?;
    Ok(unpack(&numbers, &strings, text))
}

/// The same, packed for another thread: the buffer of its numbers can be transferred.
#[wasm_bindgen(js_name = annotatePacked, unchecked_return_type = "Packed & { numbers: Uint32Array<ArrayBuffer> }")]
pub fn annotate_packed(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let Packed { numbers, strings } = read(text, options)?;
    object(&[("numbers", Uint32Array::from(numbers.as_slice()).into()), ("strings", strings.into())])
}

/// The kinds of annotations, with a label and a sentence of help for each.
#[wasm_bindgen(unchecked_return_type = "Kind[]")]
pub fn kinds() -> Result<JsValue, JsValue> {
    let kinds = KINDS.iter().map(|kind| {
        object(&[("id", kind.id.into()), ("label", kind.label.into()), ("help", kind.help.into())])
    });
    Ok(kinds.collect::<Result<Array, JsValue>>()?.into())
}

fn read(text: &JsValue, options: &JsValue) -> Result<Packed, JsValue> {
    let text = text.as_string().ok_or_else(|| expected("text", "a string", text))?;
    let options = read_options(options)?;
    let mut analysis = crate::annotate(&text, &options);
    analysis.convert_offsets(&OffsetMap::new(&text, Unit::Utf16));
    Ok(export::pack(&analysis, &text))
}

fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from(*name), value)?;
    }
    Ok(object.into())
}

fn read_options(given: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if given.is_undefined() || given.is_null() {
        return Ok(options);
    }
    if !given.is_object() || Array::is_array(given) {
        return Err(expected("options", "an object", given));
    }
    for key in Object::keys(given.unchecked_ref::<Object>()) {
        let value = Reflect::get(given, &key)?;
        match key.as_string().as_deref() {
            Some("published") => options.published = read_published(&value)?,
            name => {
                let name = name.unwrap_or_default();
                return Err(type_error(&format!(
                    "options.{name}: there is no such option; there is: published"
                )));
            }
        }
    }
    Ok(options)
}

fn read_published(value: &JsValue) -> Result<Option<Date>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let wanted = "a day as year-month-day, for example \"2022-01-14\"";
    let text = value.as_string().ok_or_else(|| expected("options.published", wanted, value))?;
    text.parse().map(Some).map_err(|_| expected("options.published", wanted, value))
}

fn expected(what: &str, wanted: &str, given: &JsValue) -> JsValue {
    type_error(&format!("{what}: expected {wanted}, got {}", describe(given)))
}

fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}

/// A value as an error message names it: `the string "x"`, `the number 5`, `an array`.
fn describe(value: &JsValue) -> String {
    let kind = value.js_typeof().as_string().unwrap_or_default();
    match kind.as_str() {
        "string" => format!("the string {}", JSON::stringify(value).map(String::from).unwrap_or_default()),
        "number" => format!(
            "the number {}",
            value.unchecked_ref::<Number>().to_string_with_radix(10).map(String::from).unwrap_or_default()
        ),
        "boolean" => format!("{}", value.is_truthy()),
        "object" if value.is_null() => "null".to_owned(),
        "object" if Array::is_array(value) => "an array".to_owned(),
        "object" => "an object".to_owned(),
        "undefined" => kind,
        _ => format!("a {kind}"),
    }
}
