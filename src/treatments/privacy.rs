//! Every version of every record for the patient's own copy, and their end.

use serde::Serialize;

use super::model::{Administration, Screening, SideEffect, Treatment, Version};
use super::shown::{
    AdministrationVersion, ScreeningVersion, Shown, SideEffectVersion, TreatmentVersion,
};
use super::store;
use crate::access::{Access, Erasing, Read};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;

/// All that was recorded around treatments, with its history.
#[derive(Debug)]
pub struct Everything {
    treatments: Vec<Version<Treatment>>,
    administrations: Vec<Version<Administration>>,
    screenings: Vec<Version<Screening>>,
    side_effects: Vec<Version<SideEffect>>,
}

/// Every version of every record, those of one record together, oldest first.
pub fn everything(conn: &mut Conn, access: &Access<Read>) -> DbResult<Everything> {
    Ok(Everything {
        treatments: store::everything(conn, access)?,
        administrations: store::everything(conn, access)?,
        screenings: store::everything(conn, access)?,
        side_effects: store::everything(conn, access)?,
    })
}

/// The same as it is shown.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CopiedTreatments)]
pub struct EverythingBody {
    treatments: Vec<TreatmentVersion>,
    administrations: Vec<AdministrationVersion>,
    screenings: Vec<ScreeningVersion>,
    side_effects: Vec<SideEffectVersion>,
}

impl EverythingBody {
    /// What was recorded around the treatments of `patient`.
    pub fn new(patient: PatientId, all: &Everything) -> Self {
        Self {
            treatments: shown(patient, &all.treatments),
            administrations: shown(patient, &all.administrations),
            screenings: shown(patient, &all.screenings),
            side_effects: shown(patient, &all.side_effects),
        }
    }
}

fn shown<T: Shown>(patient: PatientId, versions: &[Version<T>]) -> Vec<T::Body> {
    versions
        .iter()
        .map(|version| T::body(patient, version))
        .collect()
}

/// Forgets every version of every record.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    store::erase(conn, gone)
}
