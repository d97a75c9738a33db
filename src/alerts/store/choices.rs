//! The table `followers`: what each person chose of a diary, and whether the patient switched it off.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::access::{Access, Erasing, Follow, Manage, PatientKey, Right, SignedIn};
use crate::alerts::model::{Choice, tiers_code, tiers_of};
use crate::platform::db::{At, Conn, DbResult, on_each};
use crate::platform::ids::AccountId;
use crate::reminders::{channels_code, channels_of};
use crate::schema::followers;

#[derive(Queryable, Selectable)]
#[diesel(table_name = followers)]
struct Row {
    patient_key: i64,
    account_id: AccountId,
    version: i32,
    silence_weeks: Option<i16>,
    tiers: i16,
    channels: i16,
    escalate_hours: Option<i16>,
    chosen_at: At,
    muted_at: Option<At>,
}

/// What is kept of one person.
#[derive(Debug, Clone)]
pub struct Kept {
    /// What they chose.
    pub choice: Choice,
    /// When.
    pub chosen_at: DateTime<Utc>,
    /// Whether the patient switched it off.
    pub is_muted: bool,
}

impl From<Row> for Kept {
    fn from(row: Row) -> Self {
        Self {
            choice: Choice {
                version: row.version,
                silence_weeks: row.silence_weeks,
                tiers: tiers_of(row.tiers),
                channels: channels_of(row.channels),
                escalate_after_hours: row.escalate_hours,
            },
            chosen_at: row.chosen_at.into(),
            is_muted: row.muted_at.is_some(),
        }
    }
}

/// What everybody chose of one diary, or had switched off.
pub fn of_diary(conn: &mut Conn, key: PatientKey) -> DbResult<HashMap<AccountId, Kept>> {
    let rows: Vec<Row> = followers::table
        .filter(followers::patient_key.eq(key.0))
        .select(Row::as_select())
        .load(conn)?;
    let kept = rows.into_iter();
    Ok(kept.map(|row| (row.account_id, row.into())).collect())
}

/// What the caller chose of every diary.
pub fn of_account(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<(PatientKey, Choice)>> {
    let rows: Vec<Row> = followers::table
        .filter(followers::account_id.eq(who.account()))
        .order(followers::patient_key)
        .select(Row::as_select())
        .load(conn)?;
    let kept = rows.into_iter();
    let kept = kept.map(|row| (PatientKey(row.patient_key), Kept::from(row).choice));
    Ok(kept.collect())
}

/// Keeps what the caller chose, under the next version: from now on, or as from when they chose before.
pub fn put(
    conn: &mut Conn,
    access: &Access<Follow>,
    choice: &Choice,
    from_now: bool,
) -> DbResult<()> {
    let before = of_diary(conn, access.key())?.remove(&access.by());
    let before = before.filter(|_| !from_now);
    let chosen_at = before.map_or(access.at(), |kept| kept.chosen_at);
    let chosen = (
        followers::version.eq(choice.version),
        followers::silence_weeks.eq(choice.silence_weeks),
        followers::tiers.eq(tiers_code(&choice.tiers)),
        followers::channels.eq(channels_code(&choice.channels)),
        followers::escalate_hours.eq(choice.escalate_after_hours),
        followers::chosen_at.eq(At::from(chosen_at)),
    );
    let upsert = diesel::insert_into(followers::table)
        .values((
            followers::patient_key.eq(access.key().0),
            followers::account_id.eq(access.by()),
            chosen,
        ))
        .on_conflict((followers::patient_key, followers::account_id))
        .do_update()
        .set(chosen);
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(())
}

/// Switches off that `account` is told anything, or lets it be on again; `false` where it was so.
pub fn mute(
    conn: &mut Conn,
    access: &Access<Manage>,
    account: AccountId,
    muted: bool,
) -> DbResult<bool> {
    let before = of_diary(conn, access.key())?;
    if before.get(&account).is_some_and(|kept| kept.is_muted) == muted {
        return Ok(false);
    }
    let muted_at = muted.then(|| At::from(access.at()));
    let upsert = diesel::insert_into(followers::table)
        .values((
            followers::patient_key.eq(access.key().0),
            followers::account_id.eq(account),
            followers::version.eq(1),
            followers::tiers.eq(0),
            followers::channels.eq(0),
            followers::chosen_at.eq(At::from(access.at())),
            followers::muted_at.eq(muted_at),
        ))
        .on_conflict((followers::patient_key, followers::account_id))
        .do_update()
        .set(followers::muted_at.eq(muted_at));
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(true)
}

/// Forgets what an erased person chose, and what others chose of their diary.
pub fn forget(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    let theirs = followers::account_id.eq(gone.account());
    diesel::delete(followers::table.filter(theirs)).execute(conn)?;
    if let Some((_, key)) = gone.diary() {
        let of_diary = followers::patient_key.eq(key.0);
        diesel::delete(followers::table.filter(of_diary)).execute(conn)?;
    }
    Ok(())
}

/// What the caller chose since they were let in is asked through `following`; this is their version whatever became of
/// it.
pub fn version(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<i32> {
    let version: Option<i32> = followers::table
        .find((access.key().0, access.by()))
        .select(followers::version)
        .first(conn)
        .optional()?;
    Ok(version.unwrap_or(1))
}
