//! Query strings, and the cursors in them: nobody makes one but us.
#![no_main]

use alsfrs_diary::platform::http::query::{self, Limit, NoParameters};
use alsfrs_diary::platform::http::cursor;
use alsfrs_diary::platform::secret::MacKey;
use libfuzzer_sys::fuzz_target;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default)]
    limit: Limit,
    cursor: Option<String>,
}

fuzz_target!(|data: &[u8]| {
    let key = MacKey::derive(&[7; 32], "cursors");
    let question: [&[u8]; 2] = [b"who", b"what"];
    let sealed = cursor::seal(&key, &question, data);
    assert_eq!(cursor::open(&key, &question, &sealed).ok().as_deref(), Some(data));
    assert!(cursor::open(&key, &[b"who", b"else"], &sealed).is_err());
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    assert!(cursor::open(&key, &question, text).is_err());
    if query::read::<NoParameters>(text).is_ok() {
        assert!(text.bytes().all(|byte| byte == b'&'), "{text:?}");
    }
    if let Ok(asked) = query::read::<Asked>(text) {
        assert!((1..=200).contains(&asked.limit.get()));
        if let Some(given) = asked.cursor {
            assert!(cursor::open(&key, &question, &given).is_err());
        }
    }
});
