//! Through which site a clinician stands to a patient, and what the patient shares there. What makes an
//! enrolment active is said once, here.

use std::cmp::Reverse;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::names::{SealedName, key_of_account, sealed_name};
use super::record::{PatientKey, RECORD, RecordRow};
use super::{Access, SiteRole, Standing};
use crate::platform::db::{Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, PatientId, SiteId};
use crate::schema::{accounts, enrolments, patients, site_staff, sites};

/// What a patient shares with a site beside the ratings.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Queryable, utoipa::ToSchema,
)]
#[serde(deny_unknown_fields)]
#[schema(as = SiteShare)]
pub struct Share {
    /// What was written in words.
    pub notes: bool,
    /// Onset, diagnosis, sex, year of birth, gene, height and weight.
    pub facts: bool,
    /// That the ratings go into research, without a name.
    pub research: bool,
}

impl Share {
    /// Names it, from 1: who read another is not to open anything by what they read.
    pub fn version(self) -> i32 {
        let bits = [self.notes, self.facts, self.research];
        1 + bits
            .into_iter()
            .fold(0, |sum, bit| 2 * sum + i32::from(bit))
    }

    /// Whether there is something that `other` keeps closed.
    pub fn opens_more_than(self, other: Self) -> bool {
        self.notes && !other.notes || self.facts && !other.facts || self.research && !other.research
    }
}

/// The columns that a query selects for it.
pub(super) const SHARE: (enrolments::notes, enrolments::facts, enrolments::research) =
    (enrolments::notes, enrolments::facts, enrolments::research);

/// How a clinician stands to a patient through a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enrolled {
    /// Where.
    pub site: SiteId,
    /// What is shared there.
    pub share: Share,
}

/// How a program of the site stands to a patient: what is shared there in words is not for it.
pub(super) fn of_program(site: SiteId, share: Share) -> Standing {
    let share = Share {
        notes: false,
        ..share
    };
    Standing::Program(Enrolled { site, share })
}

/// What the staff of a patient's sites are to them.
pub(super) enum AtSite {
    /// Treats.
    Clinician(Enrolled),
    /// May know that they are enrolled.
    Administers,
}

/// What `account` is to the patient through the sites at which both are; of two, that which shares more.
pub(super) fn find(
    conn: &mut Conn,
    account: AccountId,
    patient: PatientKey,
) -> DbResult<Option<AtSite>> {
    let query = enrolments::table
        .inner_join(site_staff::table.on(site_staff::site_id.eq(enrolments::site_id)))
        .filter(enrolments::patient_key.eq(patient.0))
        .filter(enrolments::left_at.is_null())
        .filter(site_staff::account_id.eq(account))
        .order(enrolments::site_id)
        .select((enrolments::site_id, site_staff::role, SHARE));
    let rows: Vec<(SiteId, i16, Share)> = on_each!(conn, |c| query.load(c))?;
    let mut clinics = Vec::new();
    let mut administers = false;
    for (site, role, share) in rows {
        let role =
            SiteRole::from_code(role).ok_or_else(|| DbError::corrupt("staff of site", site))?;
        match role {
            SiteRole::Clinician => clinics.push(Enrolled { site, share }),
            SiteRole::SiteAdmin => administers = true,
            SiteRole::DataManager => {}
        }
    }
    clinics.sort_by_key(|clinic| Reverse((clinic.share.notes, clinic.share.facts)));
    let first = clinics.into_iter().next().map(AtSite::Clinician);
    Ok(first.or(administers.then_some(AtSite::Administers)))
}

/// A patient's row and name, and how the clinician stands to them.
pub(super) type ClinicDiary = (PatientId, RecordRow, SealedName, Enrolled);

/// The patients who are enrolled where `account` treats, each once: through the site where they share more.
pub(super) fn diaries(conn: &mut Conn, account: AccountId) -> DbResult<Vec<ClinicDiary>> {
    let rows: Vec<(PatientId, RecordRow, SealedName, SiteId, Share)> = enrolments::table
        .inner_join(site_staff::table.on(site_staff::site_id.eq(enrolments::site_id)))
        .inner_join(patients::table.inner_join(accounts::table))
        .left_join(key_of_account!())
        .filter(site_staff::account_id.eq(account))
        .filter(site_staff::role.eq(SiteRole::Clinician.code()))
        .filter(enrolments::left_at.is_null())
        .order((
            patients::id,
            enrolments::notes.desc(),
            enrolments::facts.desc(),
            enrolments::site_id,
        ))
        .select((
            patients::id,
            RECORD,
            sealed_name(),
            enrolments::site_id,
            SHARE,
        ))
        .load(conn)?;
    let mut diaries: Vec<ClinicDiary> = rows
        .into_iter()
        .map(|(patient, row, name, site, share)| (patient, row, name, Enrolled { site, share }))
        .collect();
    diaries.dedup_by_key(|(patient, ..)| *patient);
    Ok(diaries)
}

/// What a site is called.
pub fn site_name(conn: &mut Conn, site: SiteId) -> DbResult<Option<String>> {
    let name = sites::table.find(site).select(sites::name);
    Ok(on_each!(conn, |c| name.first(c)).optional()?)
}

/// How many sites the patient with this key is enrolled at.
pub fn sites_of(conn: &mut Conn, patient: PatientKey) -> DbResult<i64> {
    let query = enrolments::table
        .filter(enrolments::patient_key.eq(patient.0))
        .filter(enrolments::left_at.is_null())
        .count();
    Ok(on_each!(conn, |c| query.get_result(c))?)
}

impl<R> Access<R> {
    /// Through which site the caller sees the record, where it is through one.
    pub fn site(&self) -> Option<SiteId> {
        self.standing.enrolled().map(|enrolled| enrolled.site)
    }

    /// Whether the caller sees the facts about the patient, as far as they follow from what is
    /// recorded; the circle is shown no single fact.
    pub fn shows_facts(&self) -> bool {
        self.standing.enrolled().is_none_or(|it| it.share.facts)
    }
}

impl Standing {
    /// What is shared with the site through which it is.
    pub fn enrolled(self) -> Option<Enrolled> {
        match self {
            Self::Clinic(enrolled) | Self::Program(enrolled) => Some(enrolled),
            Self::Patient | Self::Member(..) | Self::Trustee(_) | Self::Guest => None,
        }
    }
}
