//! Ratings of the clinic, one a day, apart from the diary of the home: records whose id follows from the day.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Builder;

use super::model::{Content, Record, RecordKind};
use super::store;
use crate::access::{Access, Denial, Read, Role, Treat};
use crate::diary::{EntryRequest, RatingBody};
use crate::platform::db::{Conn, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::HttpResult;
use crate::platform::http::etag::Precondition;
use crate::platform::ids::{PatientId, RecordId};
use crate::platform::secret::sha256;
use crate::versions::{self, Draft, Outcome, VersionBody};

/// The name of the record of a day: the same whenever it is asked for, and of a kind that no client makes.
pub(super) fn id_of(patient: PatientId, day: NaiveDate) -> RecordId {
    let digest = sha256(format!("alsfrs-diary clinic rating 1 {patient} {day}").as_bytes());
    let short = *digest.first_chunk().unwrap_or(&[0; 16]);
    RecordId(Builder::from_custom_bytes(short).into_uuid())
}

/// What the clinic rated on this day, or its removal.
pub fn of_clinic(
    conn: &mut Conn,
    access: &Access<Read>,
    day: NaiveDate,
) -> DbResult<Option<Record>> {
    store::current(conn, access, id_of(access.patient(), day))
}

/// What the clinic rated, on any day.
pub fn all_of_clinic(conn: &mut Conn, access: &Access<Read>) -> DbResult<Vec<Record>> {
    store::all(conn, access, RecordKind::ClinicRating, None)
}

/// Whether a record with this id has an address of its own, and is changed there alone.
pub(super) fn is_one(id: RecordId) -> bool {
    id.0.get_version_num() == 8
}

/// Ratings of the clinic are recorded, changed and removed by clinicians alone, and by those only who treat the patient:
/// a clinician may be a friend of theirs too.
pub(super) fn permit(access: &Access<Treat>) -> Result<(), Denial> {
    if access.who().role() == Role::Clinician && access.standing().relation().treats() {
        Ok(())
    } else {
        Err(Denial::ClinicianOnly)
    }
}

/// Records what the clinic rated on `day`, as its reader gave it.
pub fn record_of_clinic(
    conn: &mut Conn,
    access: &Access<Treat>,
    day: NaiveDate,
    draft: &Draft<Content>,
    seen: &Precondition,
) -> HttpResult<(Outcome, Record)> {
    permit(access)?;
    versions::put(conn, access, id_of(access.patient(), day), draft, seen)
}

/// What an entry of `day` says, read as a rating of the clinic, not later than `latest_day`; `faults` are those
/// found before.
pub fn read_of_clinic(
    entry: EntryRequest,
    faults: Faults,
    day: NaiveDate,
    latest_day: NaiveDate,
) -> Result<Draft<Content>, Faults> {
    let draft = entry.read_of_clinic(faults, day, latest_day)?;
    Ok(Draft {
        content: Content::ClinicRating(draft.content.into()),
        change_reason: draft.change_reason,
        keep: None,
    })
}

/// A rating of the clinic, or its removal, which has no rating.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ClinicRating)]
pub struct ClinicRatingBody {
    day: Option<NaiveDate>,
    #[serde(flatten)]
    version: VersionBody,
    #[serde(flatten)]
    #[schema(value_type = Option<RatingBody>)]
    rating: Option<RatingBody>,
    /// An earlier version was sent: nothing was changed. Only in the answer to a `PUT`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    superseded: bool,
}

impl ClinicRatingBody {
    /// `record` of the diary of `patient`.
    pub fn new(patient: PatientId, record: &Record, superseded: bool) -> Self {
        let rating = match &record.content {
            Some(Content::ClinicRating(rating)) => Some(&rating.0),
            _ => None,
        };
        Self {
            day: rating.map(|rating| rating.assessed_on),
            version: VersionBody::new(patient, record),
            rating: rating.map(|rating| RatingBody::new(rating, record.shows_words)),
            superseded,
        }
    }
}
