//! Computes anew when those are reminded who moved to another zone, and everybody whose zone has newer rules.

use chrono::{DateTime, Utc};

use super::model::schedule::Schedule;
use super::store::{self, Kept, Timetable};
use crate::accounts;
use crate::platform::clock::{Zone, ZoneData};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::{App, jobs};

/// So many at once.
const PAGE: i64 = 100;

/// Takes up what is new, until there is nothing more.
pub async fn take_up(app: App) -> DbResult<()> {
    while !app.draining.has_begun() {
        let moved = app.db.read(|conn| accounts::moved(conn, PAGE)).await?;
        if moved.is_empty() {
            break;
        }
        jobs::each(moved, |account| {
            let now = app.clock.now();
            app.db.write(move |conn| {
                let home = accounts::take_up_move(conn, account)?;
                if let (Some(home), Some(kept)) = (home, store::lock(conn, account)?) {
                    recompute(conn, &kept, home, now)?;
                }
                Ok::<_, DbError>(())
            })
        })
        .await?;
    }
    Ok(())
}

/// Everybody whose next reminder was computed by older rules than this process has.
pub async fn take_up_rules(app: App) -> DbResult<()> {
    let rules = ZoneData::in_use().version();
    while !app.draining.has_begun() {
        let older = |conn: &mut Conn| store::by_older_rules(conn, rules, PAGE);
        let older = app.db.read(older).await?;
        if older.is_empty() {
            break;
        }
        jobs::each(older, |account| {
            let now = app.clock.now();
            app.db.write(move |conn| {
                let Some(kept) = store::lock(conn, account)? else {
                    return Ok(());
                };
                let home = accounts::active_zone(conn, account)?.unwrap_or(kept.home);
                recompute(conn, &kept, home, now)
            })
        })
        .await?;
    }
    Ok(())
}

/// From where they are now.
fn recompute(conn: &mut Conn, kept: &Kept, home: Zone, now: DateTime<Utc>) -> DbResult<()> {
    let zones = ZoneData::in_use();
    let before = Schedule::new(&kept.settings, kept.home, zones);
    let after = Schedule::new(&kept.settings, home, zones);
    let progress = after.after_move(&before, now, kept.progress);
    let later = progress.later_at.filter(|at| *at <= now);
    // What is due already is looked at from there.
    let due = later.or_else(|| kept.is_due(now).then_some(now));
    let timetable = Timetable {
        next_at: due.or_else(|| after.next(now, progress)),
        progress,
        home,
    };
    store::settle(conn, kept.account, &timetable)
}
