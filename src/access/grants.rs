//! Looks up what a caller is to a patient. What makes a grant active is said once, here.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::client;
use super::clinic::{self, AtSite, ClinicDiary};
use super::names::{SealedName, key_of_account, sealed_name};
use super::place::Place;
use super::record::{self, RECORD, Record, RecordRow};
use super::sessions::{LIVE, Live, of_caller};
use super::{Access, Caller, Level, Relation, Role, SignedIn, Standing, Summary};
use crate::platform::db::{At, Conn, DbError, DbResult, Question, RowOf, load_beside, on_each};
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::vault::{Sealed, WRAPPED, WrappedKey};
use crate::schema::{accounts, data_keys, grants, patients, sessions};

/// What the session says; what the diary's row says, if there is one; what the grant says, and whether
/// it shows flags; the key that opens what was written; what the caller and their
/// device are called.
type StandingColumns = (
    (i16, i16),
    Option<RecordRow>,
    Option<Grant>,
    Option<bool>,
    Option<WrappedKey>,
    (SealedName, Option<Sealed>),
);

diesel::alias!(const OWN_KEYS: Alias<OwnKeys> = data_keys as own_keys);

/// Level and relation, and from when on they act for the patient.
pub(super) type Grant = (i16, i16, Option<At>);

/// The query for them.
macro_rules! standing_of {
    ($caller:expr, $patient:expr) => {{
        let account = $caller.account();
        let active_grant = grants::patient_key
            .eq(patients::key)
            .and(grants::account_id.eq(account))
            .and(grants::revoked_at.is_null());
        sessions::table
            .inner_join(accounts::table)
            .left_join(patients::table.on(patients::id.eq($patient)))
            .left_join(grants::table.on(active_grant))
            .left_join(data_keys::table.on(data_keys::subject.eq(patients::id)))
            .left_join(OWN_KEYS.on(OWN_KEYS.field(data_keys::subject).eq(accounts::id)))
            .filter(of_caller!($caller))
            .select((
                LIVE,
                RECORD.nullable(),
                (grants::level, grants::relation, grants::acts_from).nullable(),
                grants::may_see_flags.nullable(),
                WRAPPED.nullable(),
                (
                    (
                        accounts::display_name,
                        OWN_KEYS
                            .fields((data_keys::kek, data_keys::wrapped))
                            .nullable(),
                    ),
                    sessions::device_name,
                ),
            ))
    }};
}

/// What the session of `caller` says, when it is alive, and how they stand to `patient`: the latter
/// `None` when they may not know that it exists. One query, because every request asks it.
pub(super) fn standing(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
) -> DbResult<Option<(Live, Option<Place>)>> {
    standing_as(conn, caller, patient, Part::Any)
}

/// The same for what ends the caller's own part in the circle: a grant counts though the patient takes a consent back.
pub(super) fn standing_whatever_is_shared(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
) -> DbResult<Option<(Live, Option<Place>)>> {
    standing_as(conn, caller, patient, Part::OfTheCircle)
}

/// Which part of theirs in a diary a caller is asked about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The one that opens most.
    Any,
    /// That of a member, whether it opens anything or not.
    OfTheCircle,
}

fn standing_as(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
    part: Part,
) -> DbResult<Option<(Live, Option<Place>)>> {
    if let Some(client) = caller.client() {
        return client::standing(conn, client, patient);
    }
    let asked = standing_of!(caller, patient);
    let found: Option<StandingColumns> = on_each!(conn, |c| asked.first(c)).optional()?;
    found
        .map(|found| placed(conn, found, caller, patient, part))
        .transpose()
}

/// What is found beside it.
type FoundAlong<B, C> = ((Live, Option<Place>), (Option<B>, Option<C>));

/// The same with what two more queries find.
pub(super) fn standing_along<B: Question, C: Question, RowB: RowOf<B>, RowC: RowOf<C>>(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
    along: &(B, C),
) -> DbResult<Option<FoundAlong<RowB, RowC>>> {
    let found = load_beside(conn, &standing_of!(caller, patient), along)?;
    found
        .map(|(found, along)| Ok((placed(conn, found, caller, patient, Part::Any)?, along)))
        .transpose()
}

fn placed(
    conn: &mut Conn,
    (live, row, grant, may_see_flags, sealed_key, own): StandingColumns,
    caller: &Caller,
    patient: PatientId,
    part: Part,
) -> DbResult<(Live, Option<Place>)> {
    let live = Live::read(live, caller)?;
    let Some(row) = row else {
        return Ok((live, None));
    };
    let record = Record::read(row, patient)?;
    let standing = match grant {
        _ if record.owner == caller.account() => Some(Standing::Patient),
        Some(grant) if part == Part::OfTheCircle || record.shared.lets_in(live.role) => {
            Some(member(grant, patient, caller.at())?)
        }
        Some(_) | None => None,
    };
    let of_clinic = match standing {
        Some(Standing::Member(Level::Summary, _)) => part == Part::Any,
        Some(_) => false,
        None => true,
    };
    let standing = if of_clinic && live.role == Role::Clinician {
        at_site(conn, caller.account(), &record)?.or(standing)
    } else {
        standing
    };
    let (own_name, own_device) = own;
    let place = standing.map(|standing| Place {
        record,
        standing,
        sealed_key,
        own_name: Some(own_name),
        own_device,
        may_see_flags: may_see_flags.unwrap_or(false),
    });
    Ok((live, place))
}

/// How a clinician stands to the patient through a site: the circle lets them no further in.
fn at_site(conn: &mut Conn, account: AccountId, record: &Record) -> DbResult<Option<Standing>> {
    if !record.shared.lets_in(Role::Clinician) {
        return Ok(None);
    }
    Ok(match clinic::find(conn, account, record.key)? {
        Some(AtSite::Clinician(enrolled)) => Some(Standing::Clinic(enrolled)),
        Some(AtSite::Administers) | None => None,
    })
}

/// Whether the caller administers a site where `patient` is enrolled, and so may know of them.
pub(super) fn administers(conn: &mut Conn, who: &SignedIn, patient: PatientId) -> DbResult<bool> {
    let Some(key) = record::key_of(conn, patient)? else {
        return Ok(false);
    };
    let record = record::record(conn, patient)?;
    let found = clinic::find(conn, who.account, key)?;
    let is_enrolled = matches!(found, Some(AtSite::Administers));
    Ok(is_enrolled && record.shared.lets_in(Role::Clinician))
}

/// A diary that the caller may open.
#[derive(Debug)]
pub struct Diary {
    /// As far as everyone may who was let in; without the keys to what was written.
    pub access: Access<Summary>,
    /// What its owner is called; nothing for programs.
    pub display_name: String,
}

/// Every diary that the caller may open, their own first.
pub fn diaries_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Diary>> {
    let open = |(access, name): (Access<Summary>, Option<SealedName>)| {
        let owner = access.record.owner;
        let name = name.map(|name| name.open(who.vault(), owner));
        Ok(Diary {
            access,
            display_name: name.transpose()?.unwrap_or_default(),
        })
    };
    all_of(conn, who)?.into_iter().map(open).collect()
}

/// The same without what their owners are called.
pub fn heads_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Access<Summary>>> {
    let all = all_of(conn, who)?.into_iter();
    Ok(all.map(|(access, _)| access).collect())
}

fn all_of(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<(Access<Summary>, Option<SealedName>)>> {
    if let Some(site) = who.client_of {
        let records = client::records(conn, who, site)?.into_iter();
        return Ok(records.map(|access| (access, None)).collect());
    }
    let own: Option<(PatientId, RecordRow, SealedName)> = patients::table
        .inner_join(accounts::table)
        .left_join(key_of_account!())
        .filter(patients::account_id.eq(who.account()))
        .select((patients::id, RECORD, sealed_name()))
        .first(conn)
        .optional()?;
    let shared: Vec<(PatientId, RecordRow, SealedName, Grant, bool)> = grants::table
        .inner_join(patients::table.inner_join(accounts::table))
        .left_join(key_of_account!())
        .filter(grants::account_id.eq(who.account()))
        .filter(grants::revoked_at.is_null())
        .order(patients::id)
        .select((
            patients::id,
            RECORD,
            sealed_name(),
            (grants::level, grants::relation, grants::acts_from),
            grants::may_see_flags,
        ))
        .load(conn)?;
    let mut diaries = Vec::with_capacity(shared.len() + 1);
    let mut open = |patient, row, name: SealedName, (standing, may_see_flags): (Standing, bool)| {
        let record = Record::read(row, patient)?;
        if !standing.is_patient() && !record.shared.lets_in(who.role()) {
            return Ok(());
        }
        let access = Access::without_keys(who.clone(), patient, record, standing, may_see_flags);
        diaries.push((access, Some(name)));
        DbResult::Ok(())
    };
    if let Some((patient, row, name)) = own {
        open(patient, row, name, (Standing::Patient, false))?;
    }
    let at_sites = match who.role() {
        Role::Clinician => clinic::diaries(conn, who.account())?,
        Role::Patient | Role::Caregiver | Role::Admin => Vec::new(),
    };
    let mut at_sites: HashMap<PatientId, ClinicDiary> =
        at_sites.into_iter().map(|diary| (diary.0, diary)).collect();
    for (patient, row, name, grant, may_see_flags) in shared {
        let standing = member(grant, patient, who.at())?;
        if standing.level() > Level::Summary {
            at_sites.remove(&patient);
        }
        if !at_sites.contains_key(&patient) {
            open(patient, row, name, (standing, may_see_flags))?;
        }
    }
    for (patient, row, name, enrolled) in at_sites.into_values() {
        open(patient, row, name, (Standing::Clinic(enrolled), false))?;
    }
    diaries.sort_by_key(|(access, _)| (!access.standing().is_patient(), access.patient()));
    Ok(diaries)
}

/// How the holder of this grant stands to `patient` at `now`.
pub(super) fn member(
    (level, relation, acts_from): Grant,
    patient: PatientId,
    now: DateTime<Utc>,
) -> DbResult<Standing> {
    let acts = acts_from.is_some_and(|from| from.0 <= now);
    Level::from_code(level)
        .zip(Relation::from_code(relation))
        .map(|(level, relation)| {
            if acts {
                Standing::Trustee(relation)
            } else {
                Standing::Member(level, relation)
            }
        })
        .ok_or_else(|| DbError::corrupt("grant to", patient))
}
