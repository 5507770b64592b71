#![no_main]

// What a file is, its bytes say.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| topic_fuzz::read("a", bytes));
