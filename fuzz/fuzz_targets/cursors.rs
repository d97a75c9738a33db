//! What is in the cursor of a phone: made here and signed, and read all the same as if it were not.
#![no_main]

use alsfrs_diary::phone::fuzzed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| fuzzed::cursor(data));
