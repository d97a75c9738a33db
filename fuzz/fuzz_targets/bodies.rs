//! Bodies in JSON: each is read or refused, and what is read becomes a value of ours or a list of faults.
#![no_main]

use alsfrs_diary::clinical::Week;
use alsfrs_diary::diary::EntryRequest;
use alsfrs_diary::platform::http::{FromJson, json};
use alsfrs_diary::treatments::RecordRequest;
use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let latest = NaiveDate::from_ymd_opt(2026, 11, 18).expect("a day");
    if let Ok(body) = json::read::<EntryRequest>(data) {
        let _ = body.check(|entry, faults| entry.read(faults, Week::of(latest), latest));
    }
    if let Ok(body) = RecordRequest::from_json(data) {
        let _ = body.check(|record, faults| record.read(faults, latest));
    }
});
