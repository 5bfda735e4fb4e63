//! The boundary to JavaScript, run in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn kinds_are_listed() {
    let kinds = js_sys::Array::from(&reportedly::wasm::kinds().unwrap());
    assert_eq!(kinds.length(), 5);
}
