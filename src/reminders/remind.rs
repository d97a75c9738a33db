//! Reminds whose time has come: every instance does, page by page, each page in a short transaction.

use std::time::Instant;

use chrono::{DateTime, Days, TimeDelta, Utc};

use super::model::schedule::Schedule;
use super::store::{self, Kept, Timetable};
use super::{due, letters};
use crate::accounts;
use crate::channels;
use crate::platform::alarm::{self, Alarm};
use crate::platform::clock::ZoneData;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::vault::Vault;
use crate::platform::{App, jobs};

/// So many people in one transaction: few enough that a person who records does not wait for it.
const PAGE: i64 = 32;

/// What cannot be done now is tried again after this.
const LATER: TimeDelta = TimeDelta::hours(1);

/// An account that no person can sign in to is looked at again after so many days.
const AT_REST: Days = Days::new(1);

/// Reminds everybody who is due.
pub async fn remind_due(app: App) -> DbResult<()> {
    while !app.draining.has_begun() {
        let now = app.clock.now();
        // To look costs no write.
        if !app.db.read(move |conn| store::is_due(conn, now)).await? {
            break;
        }
        let vault = app.vault.clone();
        let began = Instant::now();
        let page = move |conn: &mut Conn| {
            let due = store::claim(conn, now, PAGE)?;
            let taken = due.len();
            let mut told = 0;
            for kept in due {
                told += remind(conn, &vault, &kept?, now)?;
            }
            Ok::<_, DbError>((taken, told))
        };
        match app.db.write(page).await {
            // The others are remembered by other instances.
            Ok((0, _)) => break,
            Ok((_, told)) => count(told),
            Err(error) if error.is_unavailable() => return Err(error),
            Err(_) => one_by_one(&app, now).await?,
        }
        // Half of the time belongs to those who record: however many are due, and however slow the machine.
        tokio::time::sleep(began.elapsed()).await;
    }
    Ok(())
}

fn count(told: u64) {
    if told > 0 {
        metrics::counter!("reminders_total").increment(told);
    }
}

/// The same one person at a time: one that cannot be reminded keeps none of the others waiting.
async fn one_by_one(app: &App, now: DateTime<Utc>) -> DbResult<()> {
    let due = app.db.read(move |conn| store::due(conn, now, PAGE)).await?;
    jobs::each(due, |account| async move {
        let vault = app.vault.clone();
        let one = move |conn: &mut Conn| one(conn, &vault, account, now);
        match app.db.write(one).await {
            Ok(told) => {
                count(told);
                Ok(())
            }
            Err(error) if error.is_unavailable() => Err(error),
            Err(error) => {
                tracing::warn!(%error, "a person could not be reminded");
                alarm::sound(Alarm::DueFailed);
                let put_off = move |conn: &mut Conn| store::put_off(conn, account, now + LATER);
                app.db.write(put_off).await
            }
        }
    })
    .await
}

fn one(conn: &mut Conn, vault: &Vault, account: AccountId, now: DateTime<Utc>) -> DbResult<u64> {
    match store::lock(conn, account)? {
        Some(kept) if kept.is_due(now) => remind(conn, vault, &kept, now),
        _ => Ok(0),
    }
}

/// Says what is due, and when to look again; how many messages that were.
fn remind(conn: &mut Conn, vault: &Vault, kept: &Kept, now: DateTime<Utc>) -> DbResult<u64> {
    let account = kept.account;
    let Some(home) = accounts::active_zone(conn, account)? else {
        let again = now.checked_add_days(AT_REST);
        store::put_off(conn, account, again.unwrap_or(now + LATER))?;
        return Ok(0);
    };
    let schedule = Schedule::new(&kept.settings, home, ZoneData::in_use());
    if schedule.is_quiet(now) {
        let timetable = Timetable {
            next_at: Some(schedule.after_quiet(now)),
            progress: kept.progress,
            home,
        };
        store::settle(conn, account, &timetable)?;
        return Ok(0);
    }
    let found = due::look(conn, vault, kept, &schedule, now)?;
    let first = due::told_first(conn, kept, found.news, now)?;
    let told = u64::from(!first.is_empty());
    if !first.is_empty() {
        let notice = letters::notice(&first, schedule.end_of_day(now));
        channels::tell(conn, vault, now, account, &notice, &kept.settings.channels)?;
    }
    let timetable = Timetable {
        next_at: schedule.next(now, found.progress),
        progress: found.progress,
        home,
    };
    store::settle(conn, account, &timetable)?;
    Ok(told)
}
