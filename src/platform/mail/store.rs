//! The outbox.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::Mail;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::{Ids, RowId};
use crate::schema::mails;

#[derive(Insertable, Queryable)]
#[diesel(table_name = mails)]
#[diesel(check_for_backend(
    diesel::pg::Pg,
    diesel::sqlite::Sqlite,
    crate::platform::db::MultiBackend
))]
pub(super) struct MailRow {
    pub(super) id: RowId,
    pub(super) recipient: String,
    pub(super) subject: String,
    pub(super) body: String,
    pub(super) attempts: i16,
    due_at: At,
    created_at: At,
}

/// Puts `mail` into the outbox: it is sent when, and only when, this transaction commits.
///
/// # Errors
/// When the database is broken.
pub fn enqueue(conn: &mut Conn, ids: &Ids, now: DateTime<Utc>, mail: Mail) -> DbResult<()> {
    let row = MailRow {
        id: ids.next(),
        recipient: mail.to,
        subject: mail.subject,
        body: mail.body,
        attempts: 0,
        due_at: now.into(),
        created_at: now.into(),
    };
    diesel::insert_into(mails::table)
        .values(&row)
        .execute(conn)?;
    Ok(())
}

/// How long an instance keeps a mail to itself while it sends it.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// Takes the mails that are due, so that no other instance sends them meanwhile.
pub(super) fn claim(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<MailRow>> {
    let due: Vec<MailRow> = mails::table
        .filter(mails::due_at.le(At::from(now)))
        .order(mails::due_at)
        .limit(20)
        .load(conn)?;
    let mut claimed = Vec::with_capacity(due.len());
    for mail in due {
        let ours = diesel::update(mails::table.find(mail.id))
            .filter(mails::due_at.eq(mail.due_at))
            .set((
                mails::due_at.eq(At::from(now + LEASE)),
                mails::attempts.eq(mails::attempts + 1),
            ))
            .execute(conn)?;
        if ours == 1 {
            claimed.push(mail);
        }
    }
    Ok(claimed)
}

/// Forgets a mail that is out.
pub(super) fn forget(conn: &mut Conn, id: RowId) -> DbResult<()> {
    diesel::delete(mails::table.find(id)).execute(conn)?;
    Ok(())
}

/// Tries a mail again at `due`.
pub(super) fn postpone(conn: &mut Conn, id: RowId, due: DateTime<Utc>) -> DbResult<()> {
    diesel::update(mails::table.find(id))
        .set(mails::due_at.eq(At::from(due)))
        .execute(conn)?;
    Ok(())
}
