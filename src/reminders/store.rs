//! The tables `reminders` and `reminded`.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::model::schedule::{HORIZON, Progress};
use super::model::{Kind, Quiet, Settings, Weekday, Weekly};
use super::model::{channels_code, channels_of, from_minutes, minutes};
use crate::access::{Erasing, PatientKey, SignedIn};
use crate::clinical::Week;
use crate::platform::clock::{Zone, ZoneData, days_before};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::AccountId;
use crate::platform::retention::Rule;
use crate::schema::{reminded, reminders};

#[derive(Queryable, Selectable)]
#[diesel(table_name = reminders)]
struct Row {
    account_id: AccountId,
    patient_key: Option<i64>,
    version: i32,
    weekday: Option<i16>,
    minute: Option<i16>,
    zone: Option<String>,
    channels: i16,
    quiet_from: Option<i16>,
    quiet_to: Option<i16>,
    paused_until: Option<NaiveDate>,
    next_course: bool,
    end_of_follow_up: bool,
    visit_on: Option<NaiveDate>,
    handled_week: Option<i32>,
    later_at: Option<At>,
    next_at: Option<At>,
    home: String,
}

/// What one person is reminded of, and how far that is.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Whose.
    pub account: AccountId,
    /// About which diary.
    pub diary: Option<PatientKey>,
    /// Counts the changes.
    pub version: i32,
    /// What they chose.
    pub settings: Settings,
    /// How far it is.
    pub progress: Progress,
    /// Where they were when the next one was computed.
    pub home: Zone,
    next_at: Option<DateTime<Utc>>,
}

/// When a person is reminded next, and what that was computed from.
#[derive(Debug, Clone)]
pub struct Timetable {
    /// The next look.
    pub next_at: Option<DateTime<Utc>>,
    /// How far it is.
    pub progress: Progress,
    /// Where they are.
    pub home: Zone,
}

impl Kept {
    /// Whether it is time to look, at `now`.
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        let next = self.next_at;
        next.is_some_and(|at| at <= now || at > now + HORIZON)
    }
}

impl Row {
    fn read(self) -> DbResult<Kept> {
        let account = self.account_id;
        self.checked()
            .ok_or_else(|| DbError::corrupt("reminders of", account))
    }

    fn checked(self) -> Option<Kept> {
        let weekly = match (self.weekday, self.minute) {
            (Some(weekday), Some(minute)) => Some(Weekly {
                weekday: Weekday::from_code(weekday)?,
                at: from_minutes(minute)?,
                zone: match self.zone {
                    Some(zone) => Some(zone.parse().ok()?),
                    None => None,
                },
            }),
            _ => None,
        };
        let quiet = match (self.quiet_from, self.quiet_to) {
            (Some(from), Some(to)) => Some(Quiet {
                from: from_minutes(from)?,
                to: from_minutes(to)?,
            }),
            _ => None,
        };
        let handled = match self.handled_week {
            Some(number) => Some(Week::from_number(number)?),
            None => None,
        };
        Some(Kept {
            account: self.account_id,
            diary: self.patient_key.map(PatientKey),
            version: self.version,
            settings: Settings {
                weekly,
                channels: channels_of(self.channels),
                quiet,
                paused_until: self.paused_until,
                next_course: self.next_course,
                end_of_follow_up: self.end_of_follow_up,
                visit_on: self.visit_on,
            },
            progress: Progress {
                handled,
                later_at: self.later_at.map(Into::into),
            },
            home: self.home.parse().ok()?,
            next_at: self.next_at.map(Into::into),
        })
    }
}

/// What this account is reminded of.
pub fn find(conn: &mut Conn, account: AccountId) -> DbResult<Option<Kept>> {
    let row: Option<Row> = reminders::table
        .find(account)
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(Row::read).transpose()
}

/// The same, so that nothing else changes it before this transaction ends.
pub fn lock(conn: &mut Conn, account: AccountId) -> DbResult<Option<Kept>> {
    let row = reminders::table.find(account);
    let row: Option<Row> = match conn {
        Conn::Pg(conn) => row
            .select(Row::as_select())
            .for_update()
            .first(conn)
            .optional()?,
        Conn::Sqlite(conn) => row.select(Row::as_select()).first(conn).optional()?,
    };
    row.map(Row::read).transpose()
}

/// Until which day the owner of a diary wants to be reminded of nothing, where that is so.
pub fn paused_until(conn: &mut Conn, owner: AccountId) -> DbResult<Option<NaiveDate>> {
    let until: Option<Option<NaiveDate>> = reminders::table
        .find(owner)
        .select(reminders::paused_until)
        .first(conn)
        .optional()?;
    Ok(until.flatten())
}

/// Keeps what the caller chose instead of `version`; `false` when there is another by now.
pub fn put(
    conn: &mut Conn,
    who: &SignedIn,
    version: i32,
    diary: Option<PatientKey>,
    settings: &Settings,
    timetable: &Timetable,
) -> DbResult<bool> {
    let weekly = settings.weekly;
    let chosen = (
        reminders::patient_key.eq(diary.map(|key| key.0)),
        reminders::version.eq(version.saturating_add(1)),
        reminders::weekday.eq(weekly.map(|weekly| weekly.weekday.code())),
        reminders::minute.eq(weekly.map(|weekly| minutes(weekly.at))),
        reminders::zone.eq(weekly.and_then(|weekly| weekly.zone).map(Zone::name)),
        reminders::channels.eq(channels_code(&settings.channels)),
        reminders::quiet_from.eq(settings.quiet.map(|quiet| minutes(quiet.from))),
        reminders::quiet_to.eq(settings.quiet.map(|quiet| minutes(quiet.to))),
        reminders::paused_until.eq(settings.paused_until),
        reminders::next_course.eq(settings.next_course),
        reminders::end_of_follow_up.eq(settings.end_of_follow_up),
        reminders::visit_on.eq(settings.visit_on),
        reminders::next_at.eq(timetable.next_at.map(At::from)),
        reminders::home.eq(timetable.home.name()),
        reminders::zone_rules.eq(ZoneData::in_use().version()),
    );
    let changed = diesel::update(reminders::table.find(who.account()))
        .filter(reminders::version.eq(version))
        .set(chosen)
        .execute(conn)?;
    if changed == 1 {
        return Ok(true);
    }
    let insert = diesel::insert_into(reminders::table)
        .values((reminders::account_id.eq(who.account()), chosen))
        .on_conflict(reminders::account_id)
        .do_nothing();
    Ok(version == 1 && on_each!(conn, |c| insert.execute(c))? == 1)
}

/// Those whose next look is in a range of the index, the longest due first.
macro_rules! due {
    ($when:expr, $limit:expr) => {
        reminders::table
            .filter($when)
            .order((reminders::next_at, reminders::account_id))
            .limit($limit)
    };
}

/// Those who were put off by a clock that was ahead.
macro_rules! too_far {
    ($now:expr) => {
        reminders::next_at.gt(At::from($now + HORIZON))
    };
}

/// Whether anybody is due.
pub fn is_due(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<bool> {
    Ok(!due(conn, now, 1)?.is_empty())
}

/// At most `limit` of those who are due.
pub fn due(conn: &mut Conn, now: DateTime<Utc>, limit: i64) -> DbResult<Vec<AccountId>> {
    let due: Vec<AccountId> = due!(reminders::next_at.le(At::from(now)), limit)
        .select(reminders::account_id)
        .load(conn)?;
    if !due.is_empty() {
        return Ok(due);
    }
    Ok(due!(too_far!(now), limit)
        .select(reminders::account_id)
        .load(conn)?)
}

/// The same, each locked: what another instance holds is left to it. One that cannot be read is an error in its place.
pub fn claim(conn: &mut Conn, now: DateTime<Utc>, limit: i64) -> DbResult<Vec<DbResult<Kept>>> {
    macro_rules! locked {
        ($when:expr) => {{
            let due = due!($when, limit);
            match conn {
                Conn::Pg(conn) => due
                    .select(Row::as_select())
                    .for_update()
                    .skip_locked()
                    .load(conn)?,
                Conn::Sqlite(conn) => due.select(Row::as_select()).load(conn)?,
            }
        }};
    }
    let mut rows: Vec<Row> = locked!(reminders::next_at.le(At::from(now)));
    if rows.is_empty() {
        rows = locked!(too_far!(now));
    }
    Ok(rows.into_iter().map(Row::read).collect())
}

/// At most `limit` of those whose next reminder was computed by older rules of zones.
pub fn by_older_rules(conn: &mut Conn, rules: &str, limit: i64) -> DbResult<Vec<AccountId>> {
    Ok(reminders::table
        .filter(reminders::zone_rules.lt(rules))
        .order(reminders::account_id)
        .limit(limit)
        .select(reminders::account_id)
        .load(conn)?)
}

/// Keeps when `account` is reminded next.
pub fn settle(conn: &mut Conn, account: AccountId, timetable: &Timetable) -> DbResult<()> {
    let next = timetable.next_at.map(At::from);
    diesel::update(reminders::table.find(account))
        .set((
            reminders::handled_week.eq(timetable.progress.handled.map(Week::number)),
            reminders::later_at.eq(timetable.progress.later_at.map(At::from)),
            reminders::next_at.eq(next),
            reminders::home.eq(timetable.home.name()),
            reminders::zone_rules.eq(ZoneData::in_use().version()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Looks at `account` again at `at`, and not before.
pub fn put_off(conn: &mut Conn, account: AccountId, at: DateTime<Utc>) -> DbResult<()> {
    diesel::update(reminders::table.find(account))
        .set(reminders::next_at.eq(At::from(at)))
        .execute(conn)?;
    Ok(())
}

/// Writes down that `account` is reminded of this; `false` when they were before.
pub fn is_first(
    conn: &mut Conn,
    account: AccountId,
    kind: Kind,
    number: i64,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let insert = diesel::insert_into(reminded::table)
        .values((
            reminded::account_id.eq(account),
            reminded::kind.eq(kind.code()),
            reminded::number.eq(number),
            reminded::at.eq(At::from(now)),
        ))
        .on_conflict_do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// What of this slice goes by itself. No reminder comes so late that it would not be known any more that it went out.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "reminded",
    goes: "that a person was reminded, 60 days after it",
    forget: |conn, now| purge(conn, days_before(now, 60)),
}];

/// Lets go of what was told before `before`.
fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let old = reminded::table.filter(reminded::at.lt(At::from(before)));
    Ok(diesel::delete(old).execute(conn)?)
}

/// Forgets the reminders of an erased account, and those about its diary.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    let told = reminded::table.filter(reminded::account_id.eq(gone.account()));
    diesel::delete(told).execute(conn)?;
    diesel::delete(reminders::table.find(gone.account())).execute(conn)?;
    if let Some((_, key)) = gone.diary() {
        let about = reminders::table.filter(reminders::patient_key.eq(key.0));
        diesel::delete(about).execute(conn)?;
    }
    Ok(())
}
