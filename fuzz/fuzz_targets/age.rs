//! Files in age's format, and the texts of keys: a backup that somebody changed gives nothing.
#![no_main]

use std::sync::LazyLock;

use alsfrs_diary::platform::age::{Identity, Recipient, decrypt, encrypt};
use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::ids::Ids;
use libfuzzer_sys::fuzz_target;

const RECIPIENT: &str = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
const IDENTITY: &str = "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33";

static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let recipient: Recipient = RECIPIENT.parse().expect("a recipient");
    let mut whole = Vec::new();
    let ids = Ids::new(Clock::machine());
    encrypt(&[recipient], &ids, &mut &b"a diary"[..], &mut whole).expect("a file");
    whole
});

fuzz_target!(|data: &[u8]| {
    let identities = Identity::all_in(IDENTITY).expect("an identity");
    let opens = |mut file: &[u8]| decrypt(&identities, &mut file, &mut Vec::new()).is_ok();
    // Only who knows the recipient makes one that opens, and no fuzzer computes X25519.
    assert!(!opens(data));
    let mut changed = WHOLE.clone();
    for pair in data.chunks_exact(2) {
        let place = usize::from(pair[0]) % changed.len();
        changed[place] ^= pair[1];
    }
    assert_eq!(opens(&changed), changed == *WHOLE);
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = text.parse::<Recipient>();
        let _ = Identity::all_in(text);
    }
});
