//! The table `exports`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::format::Format;
use super::model::{Asker, Contents, Failure, Filter, Job, LEASE, LIFETIME, NewExport, State};
use super::subjects;
use crate::access::{Export, SiteAccess};
use crate::audit::COMMITTED;
use crate::clinical::Week;
use crate::platform::clock::days_before;
use crate::platform::db::{At, Conn, DbError, DbResult, Json};
use crate::platform::ids::{AccountId, ExportId, SessionId, SiteId};
use crate::platform::retention::Rule;
use crate::platform::vault::columns::EXPORT_REASON;
use crate::schema::exports;

#[derive(Queryable, Selectable)]
#[diesel(table_name = exports)]
struct JobRow {
    id: ExportId,
    site_id: SiteId,
    asked_by: AccountId,
    asked_in: Option<SessionId>,
    asked_at: At,
    kick_off: Option<Json>,
    format: i16,
    identified: bool,
    labels: bool,
    from_week: Option<i32>,
    to_week: Option<i32>,
    changed_since: Option<At>,
    state: i16,
    failure: Option<i16>,
    fence: i32,
    done: i32,
    total: i32,
    cut_off: Option<At>,
    expires_at: Option<At>,
    contents: Option<Json>,
}

impl JobRow {
    fn read(self) -> DbResult<Job> {
        let id = self.id;
        self.checked().ok_or_else(|| DbError::corrupt("export", id))
    }

    fn checked(self) -> Option<Job> {
        Some(Job {
            id: self.id,
            site: self.site_id,
            asked_by: match self.asked_in {
                Some(session) => Asker::Person(self.asked_by, session),
                None => Asker::Program(self.asked_by.0.into()),
            },
            asked_at: self.asked_at.into(),
            format: Format::from_code(self.format)?,
            identified: self.identified,
            labels: self.labels,
            filter: Filter {
                from: known(self.from_week, Week::from_number)?,
                to: known(self.to_week, Week::from_number)?,
                changed_since: self.changed_since.map(Into::into),
            },
            kick_off: self.kick_off.map(|json| json.value().clone()),
            state: State::from_code(self.state)?,
            failure: known(self.failure, Failure::from_code)?,
            fence: self.fence,
            progress: (self.done, self.total),
            cut_off: self.cut_off.map(Into::into),
            expires_at: self.expires_at.map(Into::into),
            contents: known(self.contents, |json| json.read::<Contents>().ok())?,
        })
    }
}

/// `Some(None)` where nothing is stored; `None` for what cannot be read.
#[expect(
    clippy::option_option,
    reason = "nothing stored and nothing known are two things"
)]
fn known<S, T>(stored: Option<S>, read: impl Fn(S) -> Option<T>) -> Option<Option<T>> {
    match stored {
        Some(stored) => read(stored).map(Some),
        None => Some(None),
    }
}

/// Keeps what is asked for, and makes the key of its files.
pub fn add(
    conn: &mut Conn,
    access: &SiteAccess<Export>,
    id: ExportId,
    new: &NewExport,
) -> DbResult<()> {
    let vault = access.who().vault();
    vault.key_for(conn, id)?;
    let reason = match &new.reason {
        Some(reason) => {
            let key = vault.key_for(conn, access.site())?;
            Some(key.seal(EXPORT_REASON, id.0.as_bytes(), reason.as_bytes())?)
        }
        None => None,
    };
    diesel::insert_into(exports::table)
        .values((
            exports::id.eq(id),
            exports::site_id.eq(access.site()),
            exports::asked_by.eq(access.by()),
            exports::asked_in.eq(Asker::of(access.who()).device()),
            exports::asked_at.eq(At::from(access.at())),
            exports::kick_off.eq(new.kick_off.as_ref().map(Json::new)),
            exports::format.eq(new.format.code()),
            exports::identified.eq(new.identified),
            exports::labels.eq(new.labels),
            exports::reason.eq(reason),
            exports::from_week.eq(new.filter.from.map(Week::number)),
            exports::to_week.eq(new.filter.to.map(Week::number)),
            exports::changed_since.eq(new.filter.changed_since.map(At::from)),
            exports::state.eq(State::Queued.code()),
        ))
        .execute(conn)?;
    Ok(())
}

/// How many exports of the caller are not made yet, at whatever site.
pub fn unfinished(conn: &mut Conn, access: &SiteAccess<Export>) -> DbResult<i64> {
    let own = exports::table.filter(exports::asked_by.eq(access.by()));
    let unfinished = own.filter(exports::state.le(State::Running.code()));
    Ok(unfinished.count().get_result(conn)?)
}

/// The export of the caller's with this name.
pub fn find(conn: &mut Conn, access: &SiteAccess<Export>, id: ExportId) -> DbResult<Option<Job>> {
    let row: Option<JobRow> = exports::table
        .find(id)
        .filter(exports::site_id.eq(access.site()))
        .filter(exports::asked_by.eq(access.by()))
        .select(JobRow::as_select())
        .first(conn)
        .optional()?;
    row.map(JobRow::read).transpose()
}

/// At most `limit` exports of the caller's before `before`, newest first.
pub fn list(
    conn: &mut Conn,
    access: &SiteAccess<Export>,
    before: Option<ExportId>,
    limit: usize,
) -> DbResult<Vec<Job>> {
    let mut query = exports::table
        .filter(exports::site_id.eq(access.site()))
        .filter(exports::asked_by.eq(access.by()))
        .order(exports::id.desc())
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(JobRow::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(exports::id.lt(before));
    }
    let rows: Vec<JobRow> = query.load(conn)?;
    rows.into_iter().map(JobRow::read).collect()
}

/// An export that waits, or whose instance is not heard of any more, and how often it was begun.
pub fn waiting(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Option<(ExportId, i32)>> {
    let lost = exports::lease_until.le(At::from(now));
    let waiting = exports::table
        .filter(exports::state.le(State::Running.code()))
        .filter(exports::lease_until.is_null().or(lost.assume_not_null()))
        .order(exports::id)
        .select((exports::id, exports::fence));
    Ok(waiting.first(conn).optional()?)
}

/// Takes the next one that waits, with its next number.
pub fn claim(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Option<Job>> {
    let Some((id, fence)) = waiting(conn, now)? else {
        return Ok(None);
    };
    // It may have been deleted meanwhile.
    let taken = diesel::update(exports::table.find(id))
        .filter(exports::fence.eq(fence))
        .filter(exports::state.le(State::Running.code()))
        .set((
            exports::fence.eq(fence + 1),
            exports::state.eq(State::Running.code()),
            exports::lease_until.eq(At::from(now + LEASE)),
            exports::done.eq(0),
            // What came to us before is committed by now: a write that is under way is in the next cut.
            exports::cut_off.eq(At::from(now - COMMITTED)),
        ))
        .execute(conn)?;
    if taken == 0 {
        return Ok(None);
    }
    let row: JobRow = exports::table
        .find(id)
        .select(JobRow::as_select())
        .first(conn)?;
    row.read().map(Some)
}

/// The row of `job`, while this run of it holds the lease.
macro_rules! held {
    ($job:expr) => {
        exports::table
            .find($job.id)
            .filter(exports::fence.eq($job.fence))
            .filter(exports::state.eq(State::Running.code()))
    };
}

/// Says how far it is and renews the lease; `false` when another holds it, or it was deleted.
pub fn advance(
    conn: &mut Conn,
    job: &Job,
    (done, total): (i32, i32),
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let updated = diesel::update(held!(job))
        .set((
            exports::done.eq(done),
            exports::total.eq(total),
            exports::lease_until.eq(At::from(now + LEASE)),
        ))
        .execute(conn)?;
    Ok(updated == 1)
}

/// Lets another run begin at once.
pub fn let_go(conn: &mut Conn, job: &Job) -> DbResult<()> {
    diesel::update(held!(job))
        .set(exports::lease_until.eq(None::<At>))
        .execute(conn)?;
    Ok(())
}

/// Lets the files of `job` be fetched; `false` when another run holds the lease, or it was deleted.
pub fn finish(
    conn: &mut Conn,
    job: &Job,
    contents: &Contents,
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let updated = diesel::update(held!(job))
        .set((
            exports::state.eq(State::Ready.code()),
            exports::lease_until.eq(None::<At>),
            exports::contents.eq(Json::new(contents)),
            exports::expires_at.eq(At::from(now + LIFETIME)),
        ))
        .execute(conn)?;
    Ok(updated == 1)
}

/// Says why `job` was not made; `false` when another run holds the lease, or it was deleted.
pub fn fail(conn: &mut Conn, job: &Job, why: Failure) -> DbResult<bool> {
    let updated = diesel::update(held!(job))
        .set((
            exports::state.eq(State::Failed.code()),
            exports::failure.eq(why.code()),
            exports::lease_until.eq(None::<At>),
        ))
        .execute(conn)?;
    Ok(updated == 1)
}

/// Ends the time of an export, and forgets who was in it: the audit remembers.
pub fn expire(conn: &mut Conn, id: ExportId) -> DbResult<()> {
    diesel::update(exports::table.find(id))
        .set((
            exports::state.eq(State::Expired.code()),
            exports::lease_until.eq(None::<At>),
        ))
        .execute(conn)?;
    subjects::forget(conn, id)
}

/// Which exports are ready and their time is over.
pub fn due(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<ExportId>> {
    Ok(exports::table
        .filter(exports::state.eq(State::Ready.code()))
        .filter(exports::expires_at.le(At::from(now)))
        .select(exports::id)
        .load(conn)?)
}

/// Whether the files of this run are being made, or can be fetched.
pub fn is_kept(conn: &mut Conn, id: ExportId, fence: i32) -> DbResult<bool> {
    let kept: i64 = exports::table
        .find(id)
        .filter(exports::fence.eq(fence))
        .filter(exports::state.eq_any([State::Running.code(), State::Ready.code()]))
        .count()
        .get_result(conn)?;
    Ok(kept == 1)
}

/// What of this slice goes by itself. That there was an export stays in the audit.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "exports",
    goes: "exports, with the reason that was given, 400 days after they were asked for",
    forget: |conn, now| purge(conn, days_before(now, 400)),
}];

/// Forgets the exports that were asked for before `before`; how many.
fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let over = exports::table
        .filter(exports::asked_at.lt(At::from(before)))
        .filter(exports::state.eq_any([State::Failed.code(), State::Expired.code()]));
    Ok(diesel::delete(over).execute(conn)?)
}
