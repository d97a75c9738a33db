//! What is to be said to one person now.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};

use super::model::Kind;
use super::model::schedule::{Progress, Schedule};
use super::store::{self, Kept};
use crate::access::{self, Access, Level, Watch};
use crate::diary;
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;
use crate::treatments;

/// So many days after its day a course is still spoken of: after a pause, or a server that was down.
const LATE: Days = Days::new(30);

/// What there is to tell, each with its number, and how far the reminders are after that.
pub struct Due {
    /// Each with its number.
    pub news: Vec<(Kind, i64)>,
    /// How far it is then.
    pub progress: Progress,
}

/// Looks at what `kept` asks for, at the instant of `now`. It is not quiet then.
pub fn look(
    conn: &mut Conn,
    vault: &Vault,
    kept: &Kept,
    schedule: &Schedule<'_>,
    now: DateTime<Utc>,
) -> DbResult<Due> {
    let (asked, progress) = schedule.asked(now, kept.progress);
    let mut news = Vec::new();
    if schedule.is_paused(now) {
        return Ok(Due { news, progress });
    }
    let Some(key) = kept.diary else {
        return Ok(Due { news, progress });
    };
    let Some(access) = access::watching(conn, vault, key, now)? else {
        return Ok(Due { news, progress });
    };
    if access.is_closed() || !records_there(conn, &access, kept)? {
        return Ok(Due { news, progress });
    }
    // "Later" was asked for once a week, and that may be off by now.
    if let Some(asked) = asked
        && kept.settings.weekly.is_some()
        && !diary::is_recorded(conn, &access, asked.week)?
    {
        news.push((asked.kind, asked.number));
    }
    if let Some(visit) = schedule.visit(now) {
        news.push((Kind::Visit, day_number(visit)));
    }
    if kept.settings.looks_at_courses() && schedule.is_hour(now) {
        news.extend(courses(conn, &access, kept, schedule.today(now))?);
    }
    Ok(Due { news, progress })
}

/// Whether the diary is theirs, or they record in it.
fn records_there(conn: &mut Conn, access: &Access<Watch>, kept: &Kept) -> DbResult<bool> {
    if access.owner() == kept.account {
        return Ok(true);
    }
    let members = access::followers(conn, access)?;
    let member = members.iter().find(|one| one.account == kept.account);
    Ok(member.is_some_and(|one| one.standing.level() == Level::Write))
}

fn courses(
    conn: &mut Conn,
    access: &Access<Watch>,
    kept: &Kept,
    today: NaiveDate,
) -> DbResult<Vec<(Kind, i64)>> {
    let Some(ahead) = treatments::ahead(conn, access)? else {
        return Ok(Vec::new());
    };
    let chosen = [
        (kept.settings.next_course, Kind::Course, ahead.next_from),
        (
            kept.settings.end_of_follow_up,
            Kind::FollowUp,
            ahead.followed_until,
        ),
    ];
    let due = chosen.into_iter().filter(|(is_wanted, _, day)| {
        let last = day.checked_add_days(LATE).unwrap_or(*day);
        *is_wanted && (*day..=last).contains(&today)
    });
    Ok(due.map(|(_, kind, day)| (kind, day_number(day))).collect())
}

fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

/// Of these, what was not told yet: each is told once, on however many instances.
pub fn told_first(
    conn: &mut Conn,
    kept: &Kept,
    news: Vec<(Kind, i64)>,
    now: DateTime<Utc>,
) -> DbResult<Vec<Kind>> {
    let mut first = Vec::new();
    for (kind, number) in news {
        if store::is_first(conn, kept.account, kind, number, now)? {
            first.push(kind);
        }
    }
    Ok(first)
}
