//! What a patient agreed to, as far as it opens or closes the diary to others. Inviting a person is a
//! decision; taking a purpose back outweighs it, at once and until it is given again.

use diesel::prelude::*;

use super::record::{self, SHARED, SharingDecisions};
use super::{Access, InTrust, Role, SignedIn};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::{AccountId, PatientId};
use crate::schema::{accounts, grants as given, patients};

/// A purpose that the policy asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// Any member of the circle.
    Care,
    /// What was written in words, to those who read entries.
    Words,
    /// Those of them who treat.
    Clinic,
    /// Exports for research.
    Research,
}

impl<R> Access<R> {
    /// Whether the reader sees notes and reasons too: what was written in words.
    pub fn shows_words(&self) -> bool {
        self.record.shared.shows_words(self.standing)
    }

    /// Whether those in the circle who read entries see them.
    pub fn circle_sees_words(&self) -> bool {
        self.record.shared.words()
    }

    /// Whether the patient shares with accounts of this role.
    pub fn lets_in(&self, role: Role) -> bool {
        self.record.shared.lets_in(role)
    }
}

/// Takes the row lock of the caller's own diary before they decide something about it, so that of
/// two decisions at once the one that is kept last holds. Harmless for who has none.
pub fn lock_own_diary(conn: &mut Conn, who: &SignedIn) -> DbResult<()> {
    let own = record::patient_of(conn, who.account)?;
    own.map_or(Ok(()), |patient| record::lock(conn, patient))
}

/// Lets what a patient decided about their own diary hold, from the next request on. It changes nothing
/// for who has none.
pub fn share(conn: &mut Conn, who: &SignedIn, what: Sharing, given: bool) -> DbResult<()> {
    if given {
        note_again(conn, who, what)?;
    }
    let own = diesel::update(patients::table).filter(patients::account_id.eq(who.account));
    match what {
        Sharing::Care => own.set(patients::care_sharing.eq(given)).execute(conn)?,
        Sharing::Words => own.set(patients::notes_sharing.eq(given)).execute(conn)?,
        Sharing::Clinic => own
            .set(patients::clinic_enrolment.eq(given))
            .execute(conn)?,
        Sharing::Research => own.set(patients::research_export.eq(given)).execute(conn)?,
    };
    Ok(())
}

/// Writes down when what exports rest on is given again: it opens what none of them had meanwhile.
fn note_again(conn: &mut Conn, who: &SignedIn, what: Sharing) -> DbResult<()> {
    let own = patients::table.filter(patients::account_id.eq(who.account));
    let now = patients::shared_since.eq(At::from(who.at()));
    match what {
        Sharing::Care => diesel::update(own.filter(patients::care_sharing.eq(false)))
            .set(now)
            .execute(conn)?,
        Sharing::Clinic => diesel::update(own.filter(patients::clinic_enrolment.eq(false)))
            .set(now)
            .execute(conn)?,
        Sharing::Research => diesel::update(own.filter(patients::research_export.eq(false)))
            .set(now)
            .execute(conn)?,
        Sharing::Words => 0,
    };
    Ok(())
}

/// Whether `patient` shares now with accounts of this role.
pub fn lets_in(conn: &mut Conn, patient: PatientId, role: Role) -> DbResult<bool> {
    Ok(record::record(conn, patient)?.shared.lets_in(role))
}

/// Those of the circle who are let in now: the people to tell of what happens in it.
pub fn let_in(conn: &mut Conn, trust: &InTrust) -> DbResult<Vec<AccountId>> {
    let members: Vec<(AccountId, i16, SharingDecisions)> = given::table
        .inner_join(accounts::table)
        .inner_join(patients::table)
        .filter(given::patient_key.eq(trust.key().0))
        .filter(given::revoked_at.is_null())
        .order(given::account_id)
        .select((given::account_id, accounts::role, SHARED))
        .load(conn)?;
    let now = members.into_iter().filter(|(_, role, shared)| {
        Role::from_code(*role).is_some_and(|role| shared.lets_in(role))
    });
    Ok(now.map(|(account, ..)| account).collect())
}
