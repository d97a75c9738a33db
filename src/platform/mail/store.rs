//! The outbox.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::{Mail, bell};
use crate::platform::clock::APART;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::RowId;
use crate::platform::vault::columns::LETTER;
use crate::platform::vault::{DataKey, Sealed, Vault};
use crate::schema::mails;

#[derive(Insertable, Queryable)]
#[diesel(table_name = mails)]
struct MailRow {
    id: RowId,
    letter: Sealed,
    attempts: i16,
    due_at: At,
    created_at: At,
}

/// Puts `mail` into the outbox: it is sent when, and only when, this transaction commits.
pub fn enqueue(conn: &mut Conn, vault: &Vault, now: DateTime<Utc>, mail: &Mail) -> DbResult<()> {
    let id: RowId = vault.next_id();
    let letter = written(mail);
    let key = vault.house_key(conn)?;
    let row = MailRow {
        id,
        letter: key.seal(LETTER, id.0.as_bytes(), letter.as_bytes())?,
        attempts: 0,
        due_at: now.into(),
        created_at: now.into(),
    };
    diesel::insert_into(mails::table)
        .values(&row)
        .execute(conn)?;
    bell::mail_waits();
    Ok(())
}

/// How long an instance keeps a mail to itself while it sends it.
pub(super) const LEASE: TimeDelta = TimeDelta::minutes(2);

/// A mail that this instance sends now.
pub(super) struct OutgoingMail {
    pub(super) id: RowId,
    pub(super) attempts: i16,
    /// `None` when it does not open: it is put off like one that cannot be sent.
    pub(super) mail: Option<Mail>,
}

/// How many mails wait.
pub fn waiting(conn: &mut Conn) -> DbResult<usize> {
    let count: i64 = mails::table.count().get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Waiting becomes no longer than that.
pub(super) const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(256);

/// Takes the mails that are due, so that no other instance sends them meanwhile.
pub(super) fn claim(
    conn: &mut Conn,
    vault: &Vault,
    now: DateTime<Utc>,
) -> DbResult<Vec<OutgoingMail>> {
    // A clock that was ahead put these off, and not the rule.
    let never_tried = mails::attempts.eq(0);
    let too_late = mails::due_at
        .gt(At::from(now + LONGEST_WAIT + APART))
        .or(never_tried.and(mails::due_at.gt(At::from(now + APART))));
    let due: Vec<MailRow> = mails::table
        .filter(mails::due_at.le(At::from(now)).or(too_late))
        .order(mails::due_at)
        .limit(20)
        .load(conn)?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let key = vault.house_key(conn)?;
    let mut claimed = Vec::with_capacity(due.len());
    for row in due {
        let ours = diesel::update(mails::table.find(row.id))
            .filter(mails::due_at.eq(row.due_at))
            .set((
                mails::due_at.eq(At::from(now + LEASE)),
                mails::attempts.eq(mails::attempts + 1),
            ))
            .execute(conn)?;
        if ours == 1 {
            claimed.push(OutgoingMail {
                id: row.id,
                attempts: row.attempts,
                mail: opened(&key, &row),
            });
        }
    }
    Ok(claimed)
}

/// A mail as it is sealed.
pub(super) fn written(mail: &Mail) -> String {
    json!([mail.to, mail.subject, mail.body]).to_string()
}

fn opened(key: &DataKey, row: &MailRow) -> Option<Mail> {
    let letter = key.open(LETTER, row.id.0.as_bytes(), &row.letter).ok()?;
    let (to, subject, body) = serde_json::from_slice(&letter).ok()?;
    Some(Mail { to, subject, body })
}

/// Forgets a mail that is out.
pub(super) fn forget(conn: &mut Conn, id: RowId) -> DbResult<()> {
    diesel::delete(mails::table.find(id)).execute(conn)?;
    Ok(())
}

/// Leaves mails that were not begun to the instance that looks next.
pub(super) fn give_back(
    conn: &mut Conn,
    unsent: &[OutgoingMail],
    now: DateTime<Utc>,
) -> DbResult<()> {
    for OutgoingMail { id, attempts, .. } in unsent {
        diesel::update(mails::table.find(id))
            .set((
                mails::due_at.eq(At::from(now)),
                mails::attempts.eq(attempts),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Tries a mail again at `due`.
pub(super) fn postpone(conn: &mut Conn, id: RowId, due: DateTime<Utc>) -> DbResult<()> {
    diesel::update(mails::table.find(id))
        .set(mails::due_at.eq(At::from(due)))
        .execute(conn)?;
    Ok(())
}
