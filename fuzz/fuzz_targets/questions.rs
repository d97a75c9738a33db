//! Query strings, and the cursors in them: nobody makes one but us.
#![no_main]

use std::sync::LazyLock;

use alsfrs_diary::platform::clock::Clock;
use alsfrs_diary::platform::http::{Limit, cursor};
use alsfrs_diary::platform::http::query::{self, NoParameters};
use alsfrs_diary::platform::ids::Ids;
use alsfrs_diary::platform::keys::{self, Keys, MacKeys};
use libfuzzer_sys::fuzz_target;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default)]
    limit: Limit,
    cursor: Option<String>,
}

static KEYS: LazyLock<MacKeys> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("alsfrs-fuzz-{}", std::process::id()));
    keys::make_missing(&folder, &Ids::new(Clock::machine())).expect("keys");
    let keys = Keys::read(&folder, Clock::machine()).expect("keys");
    std::fs::remove_dir_all(&folder).expect("a folder");
    keys.roots.cursor()
});

fuzz_target!(|data: &[u8]| {
    let keys = &*KEYS;
    let question: [&[u8]; 2] = [b"who", b"what"];
    let sealed = cursor::seal(keys, &question, data);
    assert_eq!(cursor::open(keys, &question, &sealed).ok().as_deref(), Some(data));
    assert!(cursor::open(keys, &[b"who", b"else"], &sealed).is_err());
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    assert!(cursor::open(keys, &question, text).is_err());
    if query::read::<NoParameters>(text).is_ok() {
        assert!(text.bytes().all(|byte| byte == b'&'), "{text:?}");
    }
    if let Ok(asked) = query::read::<Asked>(text) {
        assert!((1..=200).contains(&asked.limit.get::<u16>()));
        if let Some(given) = asked.cursor {
            assert!(cursor::open(keys, &question, &given).is_err());
        }
    }
});
