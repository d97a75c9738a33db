//! Who may do what at a site, and the patients who are enrolled there.

use std::collections::HashMap;
use std::marker::PhantomData;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::clinic::{Enrolled, SHARE, Share};
use super::names::{SealedName, key_of_account, sealed_name};
use super::net::keep_to;
use super::record::{self, PatientKey, RECORD, RecordRow};
use super::site_right::{Export, SiteRight, SiteRole, check};
use super::{
    Access, AccessError, Caller, Denial, SignedIn, Standing, clinic, to_account, to_account_after,
};
use crate::platform::clock::Zone;
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, PatientId, SessionId, SiteId};
use crate::platform::vault::{Sealed, Vault, WrappedKey};
use crate::schema::{accounts, data_keys, enrolments, patients, site_staff, sites};

/// Proof that the caller may do `R` at one site, made by [`to_site`].
///
/// It lives no longer than the transaction that made it.
#[derive(Debug)]
pub struct SiteAccess<R> {
    who: SignedIn,
    site: SiteId,
    name: String,
    time_zone: Zone,
    role: Option<SiteRole>,
    right: PhantomData<R>,
}

impl<R> SiteAccess<R> {
    /// Where.
    pub fn site(&self) -> SiteId {
        self.site
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it is.
    pub fn time_zone(&self) -> Zone {
        self.time_zone
    }

    /// As what the caller works there; `None` for those who run the installation, and for programs.
    pub fn role(&self) -> Option<SiteRole> {
        self.role
    }

    /// Who asks.
    pub fn who(&self) -> &SignedIn {
        &self.who
    }

    /// Who asks, by account.
    pub fn by(&self) -> AccountId {
        self.who.account
    }

    /// When: the instant of the request.
    pub fn at(&self) -> DateTime<Utc> {
        self.who.at
    }
}

/// Checks that the caller may do `R` at `site`. A right to change takes the site's row lock first.
pub fn to_site<R: SiteRight>(
    conn: &mut Conn,
    caller: &Caller,
    site: SiteId,
) -> Result<SiteAccess<R>, AccessError> {
    if R::CHANGES {
        lock(conn, site)?;
    }
    let who = to_account(conn, caller)?;
    placed(conn, who, site)
}

/// The same for work that goes on after the request of `account`, and ends with their place at the site.
pub fn to_site_after<R: SiteRight>(
    conn: &mut Conn,
    vault: &Vault,
    (account, session): (AccountId, SessionId),
    site: SiteId,
    at: DateTime<Utc>,
) -> Result<SiteAccess<R>, AccessError> {
    let who = to_account_after(conn, vault, (account, session), at)?;
    placed(conn, who, site)
}

fn placed<R: SiteRight>(
    conn: &mut Conn,
    who: SignedIn,
    site: SiteId,
) -> Result<SiteAccess<R>, AccessError> {
    let own = site_staff::site_id
        .eq(sites::id)
        .and(site_staff::account_id.eq(who.account));
    let found: Option<(String, String, Option<i16>)> = sites::table
        .left_join(site_staff::table.on(own))
        .filter(sites::id.eq(site))
        .select((sites::name, sites::time_zone, site_staff::role.nullable()))
        .first(conn)
        .optional()
        .map_err(DbError::from)?;
    let (name, time_zone, role) = found.ok_or(Denial::Invisible)?;
    let corrupt = || DbError::corrupt("site", site);
    keep_to(conn, site)?;
    let role = match role {
        Some(code) => Some(SiteRole::from_code(code).ok_or_else(corrupt)?),
        None => None,
    };
    check::<R>(role, who.role)?;
    Ok(SiteAccess {
        who,
        site,
        name,
        time_zone: time_zone.parse().map_err(|_| corrupt())?,
        role,
        right: PhantomData,
    })
}

/// What a program takes out of the site that it is of.
pub(super) fn of_program(
    conn: &mut Conn,
    who: SignedIn,
    site: SiteId,
) -> Result<SiteAccess<Export>, AccessError> {
    let found: Option<(String, String)> = sites::table
        .find(site)
        .select((sites::name, sites::time_zone))
        .first(conn)
        .optional()
        .map_err(DbError::from)?;
    let (name, time_zone) = found.ok_or(Denial::Invisible)?;
    keep_to(conn, site)?;
    let time_zone = time_zone.parse();
    Ok(SiteAccess {
        who,
        site,
        name,
        time_zone: time_zone.map_err(|_| DbError::corrupt("site", site))?,
        role: None,
        right: PhantomData,
    })
}

/// Takes the row lock of `site` until the transaction ends. SQLite has one writer and needs none.
fn lock(conn: &mut Conn, site: SiteId) -> DbResult<()> {
    if let Conn::Pg(conn) = conn {
        let row = sites::table.find(site).select(sites::id).for_update();
        row.first::<SiteId>(conn).optional()?;
    }
    Ok(())
}

/// A patient who is enrolled at a site.
pub struct Subject<R> {
    /// What the site's right opens of their record.
    pub access: Access<R>,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Since when they share what they share now, without a break: for who was told before, all of them is new.
    pub shared_since: DateTime<Utc>,
    /// What they share there now: what was taken back everywhere is not shared here either.
    pub share: Share,
    /// What the site calls them; sealed under the key of the patient.
    pub subject_id: Sealed,
    /// What they are called; sealed under the key of their account.
    pub name: SealedName,
}

diesel::alias!(const RECORD_KEYS: Alias<RecordKeys> = data_keys as record_keys);

type SubjectRow = (
    PatientId,
    RecordRow,
    Option<WrappedKey>,
    Share,
    (At, Option<At>, Option<At>),
    Sealed,
    bool,
    SealedName,
);

/// The query for those who are enrolled now and share, in the order of keys.
macro_rules! enrolled_at {
    ($site:expr) => {
        enrolments::table
            .inner_join(patients::table.inner_join(accounts::table))
            .left_join(RECORD_KEYS.on(RECORD_KEYS.field(data_keys::subject).eq(patients::id)))
            .left_join(key_of_account!())
            .filter(enrolments::site_id.eq($site.site))
            .filter(enrolments::left_at.is_null())
            .filter(patients::care_sharing.eq(true))
            .filter(patients::clinic_enrolment.eq(true))
            .order(enrolments::patient_key)
            .select((
                patients::id,
                RECORD,
                RECORD_KEYS
                    .fields((data_keys::kek, data_keys::wrapped))
                    .nullable(),
                SHARE,
                (
                    enrolments::since,
                    enrolments::research_since,
                    patients::shared_since,
                ),
                enrolments::subject_id,
                patients::research_export,
                sealed_name(),
            ))
    };
}

/// At most `limit` of those who are enrolled now, after the one with the key `after`, in the order of keys.
pub fn subjects<R: SiteRight>(
    conn: &mut Conn,
    site: &SiteAccess<R>,
    after: Option<PatientKey>,
    limit: usize,
) -> DbResult<Vec<Subject<R::Opens>>> {
    let rows: Vec<SubjectRow> = enrolled_at!(site)
        .filter(enrolments::patient_key.gt(after.map_or(i64::MIN, |key| key.0)))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .load(conn)?;
    rows.into_iter().map(|row| open(site, row)).collect()
}

/// Those of `keys` who are enrolled now, in the order of keys.
pub fn subjects_of<R: SiteRight>(
    conn: &mut Conn,
    site: &SiteAccess<R>,
    keys: &[PatientKey],
) -> DbResult<Vec<Subject<R::Opens>>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let rows: Vec<SubjectRow> = enrolled_at!(site)
        .filter(enrolments::patient_key.eq_any(keys))
        .load(conn)?;
    rows.into_iter().map(|row| open(site, row)).collect()
}

/// How many are enrolled, whether or not they still share anything.
pub fn enrolled<R>(conn: &mut Conn, site: &SiteAccess<R>) -> DbResult<i64> {
    let all = enrolments::table
        .filter(enrolments::site_id.eq(site.site))
        .filter(enrolments::left_at.is_null())
        .count();
    Ok(on_each!(conn, |c| all.get_result(c))?)
}

/// What each of `keys` who shares with the site shares there now.
pub fn shared<R>(
    conn: &mut Conn,
    site: &SiteAccess<R>,
    keys: &[PatientKey],
) -> DbResult<HashMap<PatientKey, Share>> {
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let rows: Vec<(i64, Share, bool, bool)> = enrolments::table
        .inner_join(patients::table)
        .filter(enrolments::site_id.eq(site.site))
        .filter(enrolments::left_at.is_null())
        .filter(enrolments::patient_key.eq_any(keys))
        .filter(patients::care_sharing.eq(true))
        .filter(patients::clinic_enrolment.eq(true))
        .select((
            enrolments::patient_key,
            SHARE,
            patients::notes_sharing,
            patients::research_export,
        ))
        .load(conn)?;
    let shared = rows.into_iter().map(|(key, share, notes, research)| {
        let share = Share {
            notes: share.notes && notes,
            research: share.research && research,
            ..share
        };
        (PatientKey(key), share)
    });
    Ok(shared.collect())
}

fn open<R: SiteRight>(site: &SiteAccess<R>, row: SubjectRow) -> DbResult<Subject<R::Opens>> {
    let (patient, record, sealed_key, share, sinces, subject_id, research, name) = row;
    let (enrolled, research_since, again) = sinces;
    let shared = [research_since, again].into_iter().flatten();
    let shared_since = shared.fold(enrolled.0, |since, later| since.max(later.0));
    let record = record::Record::read(record, patient)?;
    let share = Share {
        notes: share.notes && record.shared.words(),
        research: share.research && research,
        ..share
    };
    let standing = if site.who.client_of.is_some() {
        clinic::of_program(site.site, share)
    } else {
        Standing::Clinic(Enrolled {
            site: site.site,
            share,
        })
    };
    Ok(Subject {
        access: Access {
            sealed_key,
            ..Access::without_keys(site.who.clone(), patient, record, standing, false)
        },
        since: enrolled.into(),
        shared_since,
        share,
        subject_id,
        name,
    })
}
