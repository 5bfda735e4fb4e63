//! The boundary to JavaScript, run in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

use js_sys::WebAssembly::Memory;
use js_sys::{Array, ArrayBuffer, JsString, Object, Reflect, TypeError, Uint32Array};
use reportedly::Mark;
use reportedly::wasm::{annotate, annotate_packed, kinds};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const NEWS: &str = "BERLIN — Germany sent 5,000 helmets to Ukraine on Friday. \
    \"Some 300 workers may lose their jobs,\" said Anna Weber, who leads the port authority. \
    The ministry said that the new bridge would cost about €31 million. \
    Two officials said the inquiry had reportedly found no evidence of fraud.";

const KINDS: [&str; 5] = ["figure", "entity", "attribution", "hedge", "claim"];

#[wasm_bindgen_test]
fn kinds_are_listed() {
    let kinds = Array::from(&kinds().unwrap());
    let ids: Vec<String> = kinds.iter().map(|kind| string(&kind, "id")).collect();
    assert_eq!(ids, KINDS);
    assert!(kinds.iter().all(|kind| !string(&kind, "label").is_empty() && !string(&kind, "help").is_empty()));
}

/// The fields of every kind beside `id`, `kind`, `text`, `start`, `end` and `rule`, with the type of each.
#[wasm_bindgen_test]
fn records_come_across_whole() {
    let shapes = [
        "type:string value:number? low:number? high:number? unit:string? currency:string? approximation:string? \
         counted:object? change:string? from:number? date:string?",
        "type:string entity:number name:string",
        "type:string content:array cue:object? source:object? mode:string sourceType:string negated:boolean \
         within:number?",
        "type:string scope:object? strength:number",
        "type:string score:number reasons:array standing:string certainty:number chain:string attribution:number? figures:array \
         entities:array hedges:array",
    ];
    let all = annotations(&read(NEWS));
    for (kind, shape) in KINDS.iter().zip(shapes) {
        let of_kind: Vec<&JsValue> = all.iter().filter(|a| string(a, "kind") == *kind).collect();
        assert!(!of_kind.is_empty(), "no {kind}");
        let shape = format!("id:number kind:string text:string start:number end:number rule:string {shape}");
        for record in of_kind {
            has_shape(record, &shape);
        }
    }
    for (place, annotation) in all.iter().enumerate() {
        assert_eq!(number(annotation, "id") as usize, place);
    }
}

#[wasm_bindgen_test]
fn values_come_across() {
    let all = annotations(&read(NEWS));
    let money = marked(&all, "figure", "€31 million");
    assert_eq!((number(money, "value"), string(money, "currency")), (31_000_000.0, "EUR".to_owned()));
    assert_eq!(string(money, "approximation"), "about");
    assert!(get(money, "low").is_null());
    assert_eq!(string(&get(marked(&all, "figure", "5,000"), "counted"), "text"), "helmets");
    assert_eq!(string(marked(&all, "figure", "Friday"), "date"), "2022-01-14");
    assert_eq!(string(marked(&all, "entity", "Anna Weber"), "type"), "person");
    let said = all.iter().find(|a| string(a, "mode") == "direct").unwrap();
    assert_eq!(string(&get(said, "source"), "name"), "Anna Weber");
    assert_eq!(string(said, "sourceType"), "named-person");
}

/// Articles of our own, and texts of what is rare in them.
const TEXTS: [&str; 5] = [
    include_str!("articles/border-talks/article.txt"),
    include_str!("articles/chip-plant/article.txt"),
    include_str!("articles/ferry-inquiry/article.txt"),
    "“😀 It rose from 3.7% to about 5%, or $1.5 million,” two officials said.\n\nThe 2-1 win \u{FFFD} may not have cost 40 km/h.",
    "",
];

/// The same objects, with the same fields in the same order. Single precision does not show: 0.6, not 0.6000000238418579.
#[wasm_bindgen_test]
fn what_comes_across_is_what_json_says() {
    for text in TEXTS {
        let options = reportedly::Options { published: "2022-01-14".parse().ok() };
        let mut analysis = reportedly::annotate(text, &options);
        let map = reportedly::text::utf16::OffsetMap::new(text, reportedly::text::utf16::Unit::Utf16);
        analysis.convert_offsets(&map);
        let json = js_sys::JSON::parse(&serde_json::to_string(&analysis).unwrap()).unwrap();
        assert_eq!(written(&read(text)), written(&json));
    }
    let strengths = annotations(&read(NEWS));
    let strengths = strengths.iter().filter(|a| string(a, "kind") == "hedge").map(|a| number(a, "strength"));
    assert!(strengths.into_iter().all(|s| s.to_string().len() <= 4));
}

#[wasm_bindgen_test]
fn packed_numbers_can_be_handed_over() {
    let packed = annotate_packed(&JsValue::from(NEWS), &JsValue::UNDEFINED).unwrap();
    let numbers = get(&packed, "numbers").dyn_into::<Uint32Array>().unwrap();
    assert_eq!(numbers.get_index(0), NEWS.encode_utf16().count() as u32);
    // A buffer of their own, not a view of the core's memory.
    assert_eq!(numbers.buffer().unchecked_into::<ArrayBuffer>().byte_length(), numbers.byte_length());
    assert!(string(&packed, "strings").contains("Anna Weber"));
}

#[wasm_bindgen_test]
fn memory_stays_as_it_is() {
    let grown = || {
        wasm_bindgen::memory()
            .unchecked_into::<Memory>()
            .buffer()
            .unchecked_into::<ArrayBuffer>()
            .byte_length()
    };
    let long = TEXTS.concat().repeat(3);
    let mut after_one = 0;
    for call in 0..1000 {
        annotate_packed(
            &JsValue::from(if call % 100 == 0 { long.as_str() } else { NEWS }),
            &JsValue::UNDEFINED,
        )
        .unwrap();
        after_one = if call == 0 { grown() } else { after_one };
    }
    assert_eq!(grown(), after_one);
}

#[wasm_bindgen_test]
fn offsets_count_utf16_units() {
    let text = format!("😀 Zürich, 𝒩ews “日本” 👩‍👩‍👧 — {NEWS} 🚢 {NEWS}");
    let in_bytes = reportedly::annotate(&text, &reportedly::Options::default());
    let mut expected = Vec::new();
    for annotation in &in_bytes.annotations {
        match &annotation.mark {
            Mark::Attribution(said) => expected.extend(said.content.iter().map(|piece| piece.of(&text))),
            Mark::Hedge(hedge) => expected.extend(hedge.scope.map(|scope| scope.of(&text))),
            _ => {}
        }
    }
    assert!(expected.len() > 6, "{expected:?}");
    let text = JsString::from(text.as_str());
    assert_eq!(fits(&text, &annotate(&text, &JsValue::UNDEFINED).unwrap()), expected);
}

#[wasm_bindgen_test]
fn a_lone_surrogate_is_read_as_one_replacement_character() {
    let start = JsString::from_char_code1(0xD83D).concat(&JsString::from(" "));
    let broken = start.concat(&JsString::from(NEWS));
    let whole = JsString::from(format!("\u{FFFD} {NEWS}").as_str());
    assert_eq!(broken.length(), whole.length());
    let read = |text: &JsString| annotate(text, &published("2022-01-14")).unwrap();
    assert_eq!(written(&read(&broken)), written(&read(&whole)));
    fits(&whole, &read(&broken));
    let money = marked(&annotations(&read(&broken)), "figure", "€31 million").clone();
    assert_eq!(under(&broken, &money), "€31 million");
}

#[wasm_bindgen_test]
fn what_is_left_out_is_no_error() {
    let text = JsValue::from(NEWS);
    let empty = Object::new();
    for options in [JsValue::UNDEFINED, JsValue::NULL, empty.into(), option("published", &JsValue::NULL)] {
        assert!(annotate(&text, &options).is_ok());
    }
    assert!(annotations(&annotate(&JsValue::from(""), &JsValue::UNDEFINED).unwrap()).is_empty());
}

#[wasm_bindgen_test]
fn a_text_that_is_no_string_is_refused() {
    refused(&JsValue::from(5), &JsValue::UNDEFINED, "text: expected a string, got the number 5");
    refused(&JsValue::UNDEFINED, &JsValue::UNDEFINED, "text: expected a string, got undefined");
    refused(&JsValue::NULL, &JsValue::UNDEFINED, "text: expected a string, got null");
    refused(&Array::new().into(), &JsValue::UNDEFINED, "text: expected a string, got an array");
}

#[wasm_bindgen_test]
fn wrong_options_are_refused() {
    let wrong = |options: &JsValue, message: &str| refused(&JsValue::from(NEWS), options, message);
    wrong(&JsValue::from("2022-01-14"), "options: expected an object, got the string \"2022-01-14\"");
    wrong(&Array::new().into(), "options: expected an object, got an array");
    wrong(&JsValue::TRUE, "options: expected an object, got true");
    wrong(
        &option("publised", &JsValue::from("2022-01-14")),
        "options.publised: there is no such option; there is: published",
    );
    let day = "options.published: expected a day as year-month-day, for example \"2022-01-14\", got";
    wrong(&published("14 January"), &format!("{day} the string \"14 January\""));
    wrong(&published("2022-02-30"), &format!("{day} the string \"2022-02-30\""));
    wrong(&option("published", &JsValue::from(2022)), &format!("{day} the number 2022"));
    wrong(&option("published", &js_sys::Date::new_0().into()), &format!("{day} an object"));
}

fn read(text: &str) -> JsValue {
    annotate(&JsValue::from(text), &published("2022-01-14")).unwrap()
}

fn written(value: &JsValue) -> String {
    js_sys::JSON::stringify(value).unwrap().into()
}

fn published(day: &str) -> JsValue {
    option("published", &JsValue::from(day))
}

fn option(name: &str, value: &JsValue) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &JsValue::from(name), value).unwrap();
    options.into()
}

fn annotations(analysis: &JsValue) -> Vec<JsValue> {
    Array::from(&get(analysis, "annotations")).to_vec()
}

fn marked<'a>(all: &'a [JsValue], kind: &str, text: &str) -> &'a JsValue {
    let found = all.iter().find(|a| string(a, "kind") == kind && string(a, "text") == text);
    found.unwrap_or_else(|| panic!("no {kind} \"{text}\""))
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from(name)).unwrap()
}

/// Empty where it is no string.
fn string(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

fn number(object: &JsValue, name: &str) -> f64 {
    get(object, name).as_f64().unwrap_or_else(|| panic!("{name} is no number"))
}

/// Asserts that the object has these fields, of these types, and no others; a question mark allows null.
fn has_shape(object: &JsValue, shape: &str) {
    let mut named: Vec<String> = Vec::new();
    for (name, wanted) in shape.split_whitespace().filter_map(|field| field.split_once(':')) {
        let value = get(object, name);
        let found = match () {
            () if value.is_null() => "null".to_owned(),
            () if Array::is_array(&value) => "array".to_owned(),
            () => value.js_typeof().as_string().unwrap(),
        };
        let null = wanted.ends_with('?') && value.is_null();
        assert!(null || found == wanted.trim_end_matches('?'), "{name} is {found}, not {wanted}");
        named.push(name.to_owned());
    }
    let mut keys: Vec<String> = Object::keys(object.unchecked_ref::<Object>())
        .iter()
        .filter_map(|k| JsValue::from(k).as_string())
        .collect();
    keys.sort();
    named.sort();
    assert_eq!(keys, named);
}

/// The JavaScript string under a span.
fn under(text: &JsString, span: &JsValue) -> String {
    String::from(text.slice(number(span, "start") as u32, number(span, "end") as u32))
}

/// Asserts that every quote of the result lies on the text that it names; returns what lies under the bare spans,
/// pieces of content and scopes.
fn fits(text: &JsString, analysis: &JsValue) -> Vec<String> {
    let mut bare = Vec::new();
    for annotation in annotations(analysis) {
        assert_eq!(under(text, &annotation), string(&annotation, "text"));
        for quote in ["cue", "source", "counted"].map(|name| get(&annotation, name)) {
            if quote.is_object() {
                assert_eq!(under(text, &quote), string(&quote, "text"));
            }
        }
        let pieces = get(&annotation, "content");
        if pieces.is_object() {
            bare.extend(Array::from(&pieces).iter().map(|piece| under(text, &piece)));
        }
        let scope = get(&annotation, "scope");
        if scope.is_object() {
            bare.push(under(text, &scope));
        }
    }
    bare
}

fn refused(text: &JsValue, options: &JsValue, message: &str) {
    let error = annotate(text, options).unwrap_err();
    let error = error.dyn_into::<TypeError>().unwrap();
    assert_eq!(String::from(error.message()), message);
}
