//! Verifying while the service runs, a stretch at a time: in the end it has seen every event.

use diesel::prelude::*;
use uuid::Uuid;

use super::chain::{BEGINNING, Chain, Hash};
use super::checkpoint::checkpoints;
use super::ledger::{EventRow, of_accounts, of_patients};
use crate::platform::db::{Conn, DbResult};
use crate::platform::keys::StatementKey;
use crate::platform::secret::to_text;
use crate::schema::audit_events;

/// Where the last stretch ended; the beginning when there was none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Patrol(Option<(Chain, i64)>);

/// What a stretch has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// All is as it was written.
    Sound,
    /// The newest signed statement is of a key that is not here, and fits for the rest.
    KeyUnknown,
    /// Something is not as it was written.
    Broken,
}

impl Patrol {
    /// Looks at the newest signed statement and at the next stretch of events: whether all is as it was
    /// written. What has gone, and what is missing at the end of a chain, is for
    /// [`super::verify`].
    pub fn go_on(&mut self, conn: &mut Conn, keys: &[StatementKey]) -> DbResult<Seen> {
        let signed = newest_is_as_signed(conn, keys)?;
        let mut rows = self.stretch(conn)?;
        let mut sound = follow_each_other(&rows);
        if rows.len() < 2 && !matches!(self.0, Some((Chain::Account(_), _))) {
            self.0 = Some((Chain::Account(Uuid::nil()), 0));
            rows = self.stretch(conn)?;
            sound &= follow_each_other(&rows);
        }
        self.0 = match rows.iter().rev().find_map(EventRow::place) {
            // The last event is looked at again, as the one before the next.
            Some((chain, seq)) if rows.len() > 1 => Some((chain, seq - 1)),
            Some(_) | None => None,
        };
        Ok(if sound { signed } else { Seen::Broken })
    }

    fn stretch(&self, conn: &mut Conn) -> DbResult<Vec<EventRow>> {
        match self.0 {
            None => of_patients(conn, (i64::MIN, 0)),
            Some((Chain::Patient(key), seq)) => of_patients(conn, (key, seq)),
            Some((Chain::Account(id), seq)) => of_accounts(conn, (id, seq)),
        }
    }
}

/// Whether each event fits its own hash, as far as the one before it is there.
fn follow_each_other(rows: &[EventRow]) -> bool {
    let mut before: Option<(Chain, i64, Option<Hash>)> = None;
    rows.iter().all(|row| {
        let Some((chain, seq)) = row.place() else {
            return true;
        };
        let stored = row.hash.as_deref().and_then(|hash| hash.try_into().ok());
        let previous = match before.replace((chain, seq, stored)) {
            Some((same, last, hash)) if same == chain && last + 1 == seq => hash,
            Some((same, ..)) if same == chain => return false,
            _ if seq == 1 => Some(BEGINNING),
            _ => return true,
        };
        stored.is_some() && stored == previous.and_then(|previous| row.hash_after(&previous))
    })
}

fn newest_is_as_signed(conn: &mut Conn, keys: &[StatementKey]) -> DbResult<Seen> {
    let Some(newest) = checkpoints(conn, None, 1)?.pop() else {
        return Ok(Seen::Sound);
    };
    let signed = if newest.is_signed_by(keys) {
        Seen::Sound
    } else if newest.is_of_another(keys) {
        Seen::KeyUnknown
    } else {
        Seen::Broken
    };
    let Some(head) = newest.heads.last() else {
        return Ok(signed);
    };
    let stored: Option<Option<Vec<u8>>> = audit_events::table
        .find(head.event)
        .select(audit_events::hash)
        .first(conn)
        .optional()?;
    // One that has gone, with a cut, says nothing either way.
    let fits = stored.is_none_or(|hash| hash.is_some_and(|hash| to_text(&hash) == head.hash));
    Ok(if fits { signed } else { Seen::Broken })
}
