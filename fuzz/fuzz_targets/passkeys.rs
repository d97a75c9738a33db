//! What browsers and authenticators say: CBOR, COSE keys, client data, signatures.
#![no_main]

use alsfrs_diary::accounts::fuzzed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    fuzzed::passkey(data);
});
