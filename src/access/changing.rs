//! Changes of a record: under the row lock, or at once where that is as safe.

use chrono::{DateTime, Utc};

use super::{Access, Caller, Right, SignedIn, Standing};
use super::{admitted, grants, record, to_locked_patient};
use crate::platform::db::{Attempt, Conn, Db, DbError, Question, RowOf};
use crate::platform::http::HttpResult;
use crate::platform::ids::{AccountId, PatientId, SessionId};

/// The session of a caller whose change is made without the row lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unlocked {
    account: AccountId,
    session: SessionId,
    at: DateTime<Utc>,
}

impl Unlocked {
    pub(super) fn of(who: &SignedIn) -> Self {
        Self {
            account: who.account,
            session: who.session,
            at: who.at,
        }
    }

    pub(super) fn account(self) -> AccountId {
        self.account
    }

    pub(super) fn session(self) -> SessionId {
        self.session
    }

    pub(super) fn at(self) -> DateTime<Utc> {
        self.at
    }
}

/// Changes the record of `patient` in a transaction that begins with the row lock, in one round trip.
///
/// Fails with what the policy denies or `work` refuses, or a broken database.
pub async fn changing<R: Right, T: Send + 'static>(
    db: &Db,
    caller: Caller,
    patient: PatientId,
    mut work: impl FnMut(&mut Conn, &Access<R>) -> HttpResult<T> + Send + 'static,
) -> HttpResult<T> {
    db.write_under(record::lock_first(patient), move |conn| {
        let access = to_locked_patient(conn, &caller, patient)?;
        work(conn, &access)
    })
    .await
}

/// As [`changing`], with what two more queries find of the same snapshot.
///
/// On PostgreSQL a patient's own change is tried without the lock: what it writes is one statement, which fails when
/// the session has ended or the record has changed since it was read. It is made anew under the lock then. The
/// standing of other people hangs on rows that this statement does not look at.
pub async fn changing_along<R, T, B, C, RowB, RowC>(
    db: &Db,
    caller: Caller,
    patient: PatientId,
    along: (B, C),
    mut work: impl FnMut(&mut Conn, &Access<R>, (Option<RowB>, Option<RowC>)) -> HttpResult<T>
    + Send
    + 'static,
) -> HttpResult<T>
where
    R: Right,
    T: Send + 'static,
    B: Question + Send + 'static,
    C: Question + Send + 'static,
    RowB: RowOf<B>,
    RowC: RowOf<C>,
{
    let lock = record::lock_first(patient);
    db.write_at_once(lock, move |conn, attempt| {
        let found = grants::standing_along(conn, &caller, patient, &along)?;
        let (place, along) =
            found.map_or((None, (None, None)), |(place, along)| (Some(place), along));
        let mut access = admitted(conn, place, &caller, patient)?;
        if attempt == Attempt::AtOnce {
            if access.standing != Standing::Patient {
                return Err(DbError::Unlocked.into());
            }
            access.is_locked = false;
        }
        work(conn, &access, along)
    })
    .await
}
