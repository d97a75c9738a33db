//! Texts that become values: what is read says the same when it is written again.
#![no_main]

use alsfrs_diary::accounts::EmailAddress;
use alsfrs_diary::clinical::Week;
use alsfrs_diary::platform::http::Segment;
use alsfrs_diary::platform::ids::{PatientId, RecordId};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(week) = text.parse::<Week>() {
        assert_eq!(week.to_string(), text);
        assert_eq!(Week::from_number(week.number()), Some(week));
        assert!(week.contains(week.monday()) && week.contains(week.sunday()));
        assert_eq!(week.next().previous(), week);
    }
    if let Ok(id) = PatientId::read(text) {
        assert_eq!(id.to_string(), text, "one spelling of each path");
    }
    if let Ok(id) = RecordId::read(text) {
        assert_eq!(id.to_string(), text, "one spelling of each path");
    }
    if let Ok(address) = EmailAddress::parse(text) {
        let shown = address.as_str();
        let (_, domain) = shown.rsplit_once('@').expect("a domain");
        assert!(domain.is_ascii() && shown.len() <= 254, "{shown:?}");
        assert!(!shown.bytes().any(|byte| byte.is_ascii_control() || byte == b' '), "{shown:?}");
        let again = EmailAddress::parse(shown).expect("an address stays one");
        assert_eq!(again.as_str(), shown);
    }
});
