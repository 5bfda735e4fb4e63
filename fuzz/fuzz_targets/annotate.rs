//! Any text: the core's invariants hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    reportedly_fuzz::check::hold(&reportedly_fuzz::text(bytes));
});
