//! Who is enrolled at a site.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::access::{self, PatientKey, Roster, SiteAccess, Subject};
use crate::clinical::Week;
use crate::diary;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{HttpResult, ListQuery, Page, cursor, instant};
use crate::platform::ids::{PatientId, SiteId};
use crate::platform::keys::MacKeys;
use crate::platform::vault::columns::SUBJECT_ID;

/// A patient who is enrolled at a clinic.
#[derive(Serialize, utoipa::ToSchema)]
pub struct RosterEntry {
    #[serde(skip)]
    #[schema(ignore)]
    key: PatientKey,
    patient_id: PatientId,
    #[schema(example = "MN-017")]
    subject_id: String,
    #[schema(example = "Ada")]
    display_name: String,
    #[serde(serialize_with = "instant::millis")]
    since: DateTime<Utc>,
    /// The last week that has a rating.
    last_week: Option<Week>,
}

/// What `site` calls the patient.
pub fn subject_id<R>(site: SiteId, subject: &Subject<R>) -> DbResult<String> {
    let key = subject.access.data_key()?;
    key.open_text(SUBJECT_ID, site.0.as_bytes(), &subject.subject_id)
}

/// One page of the patients of the site, in the order in which they began their diaries.
pub fn read(
    conn: &mut Conn,
    site: &SiteAccess<Roster>,
    key: &MacKeys,
    query: &ListQuery,
) -> HttpResult<Page<RosterEntry>> {
    let (by, name) = (site.by().0, site.site().0);
    let question: [&[u8]; 3] = [b"roster", by.as_bytes(), name.as_bytes()];
    let limit: usize = query.limit.get();
    let after = query.position(key, &question, |place| {
        Some(PatientKey(i64::from_be_bytes(place.try_into().ok()?)))
    })?;
    let subjects = access::subjects(conn, site, after, limit + 1)?;
    let keys: Vec<PatientKey> = subjects.iter().map(|it| it.access.key()).collect();
    let last_weeks = diary::last_weeks(conn, &keys)?;
    let mut entries = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let opened = &subject.access;
        entries.push(RosterEntry {
            key: opened.key(),
            patient_id: opened.patient(),
            subject_id: subject_id(site.site(), &subject)?,
            display_name: subject.name.open(site.who().vault(), opened.owner())?,
            since: subject.since,
            last_week: last_weeks.get(&opened.key()).copied(),
        });
    }
    Ok(Page::cut(entries, limit, |entry| {
        cursor::seal(key, &question, &entry.key.0.to_be_bytes())
    }))
}
