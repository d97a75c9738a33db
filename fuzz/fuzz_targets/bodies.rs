//! Bodies in JSON: each is read or refused, and what is read becomes a value of ours or a list of faults.
#![no_main]

use alsfrs_diary::access::{Level, Relation, Standing};
use alsfrs_diary::clinical::Week;
use alsfrs_diary::diary::RecordEntry;
use alsfrs_diary::platform::http::json;
use alsfrs_diary::treatments::{AddAdministration, AddScreening, AddSideEffect, AddTreatment};
use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use uuid::Uuid;

fuzz_target!(|data: &[u8]| {
    let latest = NaiveDate::from_ymd_opt(2026, 11, 18).expect("a day");
    let parent = Uuid::nil().into();
    if let Ok(body) = json::read::<RecordEntry>(data) {
        let sender = Standing::Member(Level::Write, Relation::Partner);
        let week = Week::of(latest);
        if let Ok(sent) = body.read(week, latest, sender) {
            let answers = &sent.content.answers;
            assert_eq!(answers.total().is_some(), answers.is_complete());
            assert!(answers.total().is_none_or(|total| total <= 48));
        }
    }
    if let Ok(body) = json::read::<AddTreatment>(data) {
        let _ = body.read(latest);
    }
    if let Ok(body) = json::read::<AddAdministration>(data) {
        let _ = body.read(parent, latest);
    }
    if let Ok(body) = json::read::<AddScreening>(data) {
        let _ = body.read(parent, latest);
    }
    if let Ok(body) = json::read::<AddSideEffect>(data) {
        let _ = body.read(latest);
    }
});
