//! Floor 2: who may see or change what. The whole policy is here, and nowhere else.
//!
//! A store function that touches a patient's data takes an [`Access`], and only [`to_patient`] can
//! make one: a query without a check does not compile. The check runs in the transaction of
//! the work, so a revocation holds from the next request on, on every instance.

mod ability;
mod assurance;
mod caller;
mod changing;
mod client;
mod clinic;
pub mod closures;
mod denial;
mod erasing;
mod grants;
mod guest;
mod in_trust;
mod level;
mod names;
mod net;
mod place;
mod program;
mod record;
mod refused;
mod relation;
mod right;
mod ring;
mod seen;
pub mod sessions;
mod sharing;
mod signed_in;
mod site;
mod site_right;
mod token;
mod watching;

use std::cell::RefCell;
use std::marker::PhantomData;

use chrono::{DateTime, NaiveDate, Utc};

use crate::platform::clock::{Zone, civil_day};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::vault::{DataKey, Sealed, WrappedKey, columns};

pub use ability::Ability;
pub use assurance::{Assurance, FRESH, demanded_of};
pub use caller::{Caller, PersonOrProgram};
pub use changing::{Unlocked, changing, changing_along};
pub use client::{CLIENT_TOKEN_LIFETIME, client_name};
pub use clinic::{Enrolled, Share, site_name, sites_of};
pub use denial::{AccessError, Denial};
pub use erasing::{Erasing, to_erase};
pub use grants::{Diary, diaries_of, heads_of};
pub use guest::{Guest, by_card, by_guest_link};
pub use in_trust::{InTrust, in_trust};
pub use level::{Level, Role, Standing};
pub use names::{ROLE, SealedName, patient_name, roles_of, sealed_name};
pub(crate) use names::{key_of_account, with_author};
pub use program::{lock_program, to_own_site, to_own_site_after};
pub use record::{ChainEnd, PatientKey, begin_diary, chain_end, end_chain, forget_record};
pub use record::{key_of, last_changes, move_to, named_key, own_diaries, owner_of, patient_of};
pub use refused::{RefusalSubject, RefusedCaller, refused};
pub use relation::Relation;
pub use right::{
    Belong, Entrust, Follow, Inspect, Join, Leave, Look, Manage, Noted, Petition, Read, Registered,
    Review, Right, Shown, Summary, Treat, Watch, Write,
};
pub use ring::Jwk;
pub use sharing::{Sharing, let_in, lets_in, lock_own_diary, share};
pub use signed_in::{
    SignedIn, admin_alone, is_open, to_account, to_account_afresh, to_account_after, to_admin,
};
pub use signed_in::{to_own_factors, to_own_factors_afresh};
pub use site::{
    SiteAccess, Subject, enrolled, shared, subjects, subjects_of, to_site, to_site_after,
};
pub use site_right::{Cohort, Enrol, Export, ManageStaff, Roster, SiteRight, SiteRole, Staff};
pub use token::{AccessToken, TokenError, Tokens, lifetime};
pub use watching::{Follower, followers, lock_watched, watching};

/// Proof that the caller may do `R` with one patient's record, made by [`to_patient`].
///
/// It lives no longer than the transaction that made it.
#[derive(Debug)]
pub struct Access<R> {
    who: SignedIn,
    patient: PatientId,
    record: record::Record,
    /// Where the chain of the record ends, until the first change is made; only under the row lock.
    chain_end: RefCell<Option<ChainEnd>>,
    /// Whether the row lock is held, where the right is one to change.
    is_locked: bool,
    standing: Standing,
    sealed_key: Option<WrappedKey>,
    own_name: Option<SealedName>,
    own_device: Option<Sealed>,
    may_see_flags: bool,
    guest: Option<Guest>,
    right: PhantomData<R>,
}

impl<R> Access<R> {
    /// What opens nothing that was written.
    fn without_keys(
        who: SignedIn,
        patient: PatientId,
        record: record::Record,
        standing: Standing,
        may_see_flags: bool,
    ) -> Self {
        Self {
            who,
            patient,
            record,
            chain_end: RefCell::new(None),
            is_locked: true,
            standing,
            sealed_key: None,
            own_name: None,
            own_device: None,
            may_see_flags,
            guest: None,
            right: PhantomData,
        }
    }

    /// Whose record, by its public name.
    pub fn patient(&self) -> PatientId {
        self.patient
    }

    /// Whose record, by its key inside.
    pub fn key(&self) -> PatientKey {
        self.record.key
    }

    /// Whose record, by the account of the patient.
    pub fn owner(&self) -> AccountId {
        self.record.owner
    }

    /// The number of the last change to the record when access was given.
    pub fn last_change(&self) -> i64 {
        self.record.chain_end.0
    }

    /// Where the patient's chain of events ends, once: after the first change it is read anew.
    pub fn take_chain_end(&self) -> Option<ChainEnd> {
        self.chain_end.take()
    }

    /// The session on whose life the change depends, where the row lock is not held.
    pub fn unlocked(&self) -> Option<Unlocked> {
        (!self.is_locked).then(|| Unlocked::of(&self.who))
    }

    /// Fails where the row lock is not held: more is asked than what came with the access.
    pub fn demand_lock(&self) -> DbResult<()> {
        self.is_locked.then_some(()).ok_or(DbError::Unlocked)
    }

    /// Which day the request came on, where the patient is.
    pub fn today(&self) -> NaiveDate {
        civil_day(self.who.at, self.record.time_zone)
    }

    /// Where the patient lives.
    pub fn time_zone(&self) -> Zone {
        self.record.time_zone
    }

    /// When the diary began.
    pub fn began_at(&self) -> DateTime<Utc> {
        self.record.began_at
    }

    /// Who asks.
    pub fn who(&self) -> &SignedIn {
        &self.who
    }

    /// Who asks, by account: the author of what is written. Of a guest, who made the link.
    pub fn by(&self) -> AccountId {
        self.who.account
    }

    /// When: the instant of the request.
    pub fn at(&self) -> DateTime<Utc> {
        self.who.at
    }

    /// The key that opens what was written in this record.
    pub fn data_key(&self) -> DbResult<DataKey> {
        let key = self.sealed_key.as_ref().ok_or(DbError::Unopened)?;
        self.who.vault.unwrap(self.patient, key)
    }

    /// The same, read from the database where a list of diaries left it out.
    pub fn data_key_in(&self, conn: &mut Conn) -> DbResult<DataKey> {
        if self.sealed_key.is_some() {
            return self.data_key();
        }
        let key = self.who.vault.key_of(conn, self.patient)?;
        key.ok_or(DbError::Unopened)
    }

    /// The guest who asks, where it is one.
    pub fn guest(&self) -> Option<&Guest> {
        self.guest.as_ref()
    }

    /// What the caller is called, as the author of what they write.
    pub fn own_name(&self) -> DbResult<String> {
        let name = self.own_name.as_ref().ok_or(DbError::Unopened)?;
        name.open(self.who.vault(), self.by())
    }

    /// The key that seals what is the caller's own.
    pub fn own_key(&self) -> DbResult<DataKey> {
        let name = self.own_name.as_ref().ok_or(DbError::Unopened)?;
        name.key(self.who.vault(), self.by())?
            .ok_or(DbError::Unopened)
    }

    /// What the caller calls the device that the request came from.
    pub fn own_device(&self) -> DbResult<Option<String>> {
        let Some(name) = &self.own_device else {
            return Ok(None);
        };
        let row = self.who.session.0;
        let name = self
            .own_key()?
            .open_text(columns::DEVICE_NAME, row.as_bytes(), name);
        name.map(Some)
    }

    /// Whether the caller sees flags: with the entries, or because the patient allows it.
    pub fn sees_flags(&self) -> bool {
        self.may_see_flags || self.standing.level() >= Level::Read
    }

    /// Whether nothing is recorded in the diary any more.
    pub fn is_closed(&self) -> bool {
        self.record.is_closed(self.who.at)
    }

    /// As what the caller stands to the patient.
    pub fn standing(&self) -> Standing {
        self.standing
    }
}

/// Checks that the caller may do `R` with the record of `patient`.
///
/// A right to change takes the patient's row lock first: a revocation is either wholly before the
/// change (which is then refused) or wholly after it.
pub fn to_patient<R: Right>(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
) -> Result<Access<R>, AccessError> {
    if R::CHANGES {
        record::lock(conn, patient)?;
    }
    to_locked_patient(conn, caller, patient)
}

fn to_locked_patient<R: Right>(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
) -> Result<Access<R>, AccessError> {
    let found = grants::standing(conn, caller, patient)?;
    admitted(conn, found, caller, patient)
}

/// As [`to_patient`], for what ends the caller's own part in the circle and opens nothing: also while the patient
/// takes a consent back, and they may open the diary no more.
pub fn to_own_part<R: Right>(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
) -> Result<Access<R>, AccessError> {
    record::lock(conn, patient)?;
    let found = grants::standing_whatever_is_shared(conn, caller, patient)?;
    admitted(conn, found, caller, patient)
}

/// What the policy makes of the caller's session and place.
fn admitted<R: Right>(
    conn: &mut Conn,
    found: Option<(sessions::Live, Option<place::Place>)>,
    caller: &Caller,
    patient: PatientId,
) -> Result<Access<R>, AccessError> {
    let (live, place) = found.ok_or(Denial::SessionEnded)?;
    let who = signed_in::with_enough_factors(SignedIn::of(caller, &live))?;
    let Some(place) = place else {
        let is_known = who.role == Role::Clinician && grants::administers(conn, &who, patient)?;
        return Err(if is_known {
            Denial::SiteRole.into()
        } else {
            Denial::Invisible.into()
        });
    };
    R::check(place.standing, who.role)?;
    if R::RECORDS && who.client_of.is_some() {
        return Err(Denial::ReadOnly.into());
    }
    if R::RECORDS && place.record.is_closed(caller.at()) {
        return Err(Denial::DiaryClosed.into());
    }
    let chain_end = R::CHANGES.then(|| place.record.chain_end.clone());
    Ok(Access {
        chain_end: RefCell::new(chain_end),
        sealed_key: place.sealed_key,
        own_name: place.own_name,
        own_device: place.own_device,
        ..Access::without_keys(
            who,
            patient,
            place.record,
            place.standing,
            place.may_see_flags,
        )
    })
}

/// The right of a person whose invitation was found a moment ago, in the same transaction: the
/// invitation was the check. `None` while the patient shares with no circle. Takes the patient's row lock,
/// as every change does.
pub fn by_invitation(
    conn: &mut Conn,
    who: SignedIn,
    patient: PatientId,
    as_what: (Level, Relation),
) -> DbResult<Option<Access<Join>>> {
    record::lock(conn, patient)?;
    let record = record::record(conn, patient)?;
    Ok(record.shared.lets_in(who.role).then(|| {
        let standing = Standing::Member(as_what.0, as_what.1);
        Access::without_keys(who, patient, record, standing, false)
    }))
}
