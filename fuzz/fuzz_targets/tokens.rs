//! Whatever stands in `Authorization`: nothing panics, and nothing but what was signed is let in.
#![no_main]

use std::sync::LazyLock;

use alsfrs_diary::access::{AccessToken, Assurance, Role, Tokens};
use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::ids::Ids;
use alsfrs_diary::platform::keys::{self, Keys};
use chrono::{DateTime, Utc};
use libfuzzer_sys::fuzz_target;

struct Ours {
    tokens: Tokens,
    signed: String,
    now: DateTime<Utc>,
}

static OURS: LazyLock<Ours> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("alsfrs-fuzz-{}", std::process::id()));
    let ids = Ids::new(Clock::machine());
    keys::make_missing(&folder, &ids).expect("keys");
    let keys = Keys::read(&folder, Clock::machine()).expect("keys");
    std::fs::remove_dir_all(&folder).expect("a folder");
    let now = Clock::machine().now();
    let tokens = Tokens::new(&keys, "http://127.0.0.1", &ids, now).expect("tokens");
    let bearer = AccessToken {
        account: ids.next(),
        session: ids.next(),
        assurance: Assurance::OneFactor,
        authenticated_at: now,
    };
    let signed = tokens.mint(&ids, now, Role::Patient, bearer).expect("a token");
    Ours { tokens, signed, now }
});

fuzz_target!(|data: &[u8]| {
    let ours = &*OURS;
    if let Ok(text) = std::str::from_utf8(data) {
        assert_eq!(ours.tokens.verify(text, ours.now), None);
        // A head of somebody's making before what we have signed, and the other way round.
        let (head, rest) = ours.signed.split_once('.').expect("three parts");
        for forged in [format!("{text}.{rest}"), format!("{head}.{text}")] {
            assert_eq!(ours.tokens.verify(&forged, ours.now).is_some(), forged == ours.signed);
        }
    }
    // What we have signed, changed where the data says.
    let mut changed = ours.signed.clone().into_bytes();
    for pair in data.chunks_exact(2) {
        let place = usize::from(pair[0]) * 2 % changed.len();
        changed[place] ^= pair[1] & 0x7f;
    }
    if let Ok(text) = std::str::from_utf8(&changed) {
        assert_eq!(ours.tokens.verify(text, ours.now).is_some(), text == ours.signed);
    }
});
