//! Records as clients send them, and what is checked before anything else sees them.

mod administration;
mod measurement;
mod milestone;
mod screening;
mod side_effect;
mod treatment;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use utoipa::openapi::{OneOfBuilder, Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::model::{Content, RecordKind};
use crate::platform::faults::Faults;
use crate::platform::http::{FromJson, HttpError, Submission, json};
use crate::platform::text::{line, lines};
use crate::versions::{Draft, REASON};

use administration::AdministrationRequest;
use measurement::MeasurementRequest;
use milestone::MilestoneRequest;
use screening::ScreeningRequest;
use side_effect::SideEffectRequest;
use treatment::TreatmentRequest;

/// The longest note, in characters.
const NOTE: usize = 2_000;

/// The longest name, place or description, in characters.
const NAME: usize = 200;

/// As for ratings: nothing of this is older.
const EARLIEST: i32 = 1990;

/// A record as a client sends it, whole: `kind` says which of the others belong to it.
#[derive(Debug, Clone)]
pub enum RecordRequest {
    /// A treatment.
    Treatment(TreatmentRequest),
    /// A day on which one was given.
    Administration(AdministrationRequest),
    /// A screening before cell therapy.
    Screening(ScreeningRequest),
    /// A side effect.
    SideEffect(SideEffectRequest),
    /// A measurement.
    Measurement(MeasurementRequest),
    /// A milestone.
    Milestone(MilestoneRequest),
}

impl PartialSchema for RecordRequest {
    fn schema() -> RefOr<Schema> {
        let kinds = [
            TreatmentRequest::name(),
            AdministrationRequest::name(),
            ScreeningRequest::name(),
            SideEffectRequest::name(),
            MeasurementRequest::name(),
            MilestoneRequest::name(),
        ];
        let one_of = kinds.into_iter().fold(OneOfBuilder::new(), |one_of, kind| {
            one_of.item(Ref::from_schema_name(kind))
        });
        let description = "A record, whole: `kind` says which of the other members belong to it.";
        one_of.description(Some(description)).into()
    }
}

impl ToSchema for RecordRequest {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        fn add<T: ToSchema>(schemas: &mut Vec<(String, RefOr<Schema>)>) {
            schemas.push((T::name().into_owned(), T::schema()));
            T::schemas(schemas);
        }
        add::<TreatmentRequest>(schemas);
        add::<AdministrationRequest>(schemas);
        add::<ScreeningRequest>(schemas);
        add::<SideEffectRequest>(schemas);
        add::<MeasurementRequest>(schemas);
        add::<MilestoneRequest>(schemas);
    }
}

impl FromJson for RecordRequest {
    fn from_json(bytes: &[u8]) -> Result<Submission<Self>, HttpError> {
        #[derive(Deserialize)]
        struct Which {
            kind: RecordKind,
        }
        match json::read::<Which>(bytes)?.whole()?.kind {
            RecordKind::Treatment => Ok(json::read(bytes)?.map(Self::Treatment)),
            RecordKind::Administration => Ok(json::read(bytes)?.map(Self::Administration)),
            RecordKind::Screening => Ok(json::read(bytes)?.map(Self::Screening)),
            RecordKind::SideEffect => Ok(json::read(bytes)?.map(Self::SideEffect)),
            RecordKind::Measurement => Ok(json::read(bytes)?.map(Self::Measurement)),
            RecordKind::Milestone => Ok(json::read(bytes)?.map(Self::Milestone)),
            RecordKind::ClinicRating => {
                let detail = "Ratings of the clinic have an address of their own.";
                Err(Faults::one("/kind", "recorded_elsewhere", detail).into())
            }
        }
    }
}

impl RecordRequest {
    /// What it says, not later than `latest_day`; `faults` are those found before.
    pub fn read(self, mut faults: Faults, latest_day: NaiveDate) -> Result<Draft<Content>, Faults> {
        let (content, reason) = match self {
            Self::Treatment(treatment) => treatment.read(&mut faults, latest_day),
            Self::Administration(given) => given.read(&mut faults, latest_day),
            Self::Screening(screening) => screening.read(&mut faults, latest_day),
            Self::SideEffect(effect) => effect.read(&mut faults, latest_day),
            Self::Measurement(measurement) => measurement.read(&mut faults, latest_day),
            Self::Milestone(milestone) => milestone.read(&mut faults, latest_day),
        };
        let change_reason = lines(&mut faults, "/change_reason", reason, REASON);
        faults.or(Draft {
            content,
            change_reason,
            keep: None,
        })
    }
}

/// A day that has come somewhere on earth.
fn check_day(faults: &mut Faults, pointer: &str, day: NaiveDate, latest: NaiveDate) {
    faults.require(
        day <= latest,
        pointer,
        "date_in_future",
        "The day has not come anywhere on earth.",
    );
    faults.require(
        day.year() >= EARLIEST,
        pointer,
        "date_too_early",
        "The day is before 1990.",
    );
}

/// The first and the last day of something.
fn check_days(
    faults: &mut Faults,
    (first_pointer, first): (&str, NaiveDate),
    last: Option<NaiveDate>,
    latest: NaiveDate,
) {
    check_day(faults, first_pointer, first, latest);
    if let Some(last) = last {
        check_day(faults, "/ended_on", last, latest);
        faults.require(
            first <= last,
            "/ended_on",
            "ended_before_start",
            "It ended before it began.",
        );
    }
}
