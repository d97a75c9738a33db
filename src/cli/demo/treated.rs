//! What Ada tries in those two years: a medicine, a course of cells, a walking frame; and a measured breath.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};

use super::Failure;
use super::people::{House, Persona};
use crate::access::{self, Treat};
use crate::platform::clock::latest_day_on_earth;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{FromJson, HttpError, HttpResult};
use crate::platform::ids::RecordId;
use crate::treatments::RecordRequest;
use crate::versions;

/// The weeks in which something begins.
const RILUZOLE: u32 = 14;
const FIRST_CELLS: u32 = 40;
const SECOND_CELLS: u32 = 44;
const WALKING_FRAME: u32 = 52;

/// The course of cells, once it is written down.
#[derive(Default)]
pub(super) struct Course(Option<RecordId>);

impl Course {
    /// Writes down what Ada tries in this week, if she tries anything.
    pub(super) async fn go_on(
        &mut self,
        house: &House<'_>,
        ada: &Persona,
        evening: DateTime<Utc>,
        week: u32,
    ) -> Result<(), Failure> {
        let day = evening.date_naive();
        for record in self.begun(house, day, week) {
            write(house, ada, evening, record).await?;
        }
        Ok(())
    }

    fn begun(&mut self, house: &House<'_>, day: NaiveDate, week: u32) -> Vec<Value> {
        match (week, self.0) {
            (RILUZOLE, _) => vec![riluzole(day)],
            (WALKING_FRAME, _) => vec![frame(day), vital_capacity(day)],
            (FIRST_CELLS, _) => {
                let cells: RecordId = house.app.ids.next();
                self.0 = Some(cells);
                vec![
                    cells_from(cells, day),
                    screening(cells, day),
                    given(cells, day),
                    headache(cells, day),
                ]
            }
            (SECOND_CELLS, Some(cells)) => vec![given(cells, day)],
            _ => Vec::new(),
        }
    }
}

/// Sends `record` under its `id`, or a new one.
async fn write(
    house: &House<'_>,
    ada: &Persona,
    evening: DateTime<Utc>,
    mut record: Value,
) -> Result<(), Failure> {
    let (patient, caller) = (ada.patient.ok_or("not a patient")?, house.caller(ada)?);
    let id = record
        .as_object_mut()
        .and_then(|record| record.remove("id"));
    let id = id.map(serde_json::from_value).transpose()?;
    let id: RecordId = id.unwrap_or_else(|| house.app.ids.next());
    let request = RecordRequest::from_json(record.to_string().as_bytes())?;
    let latest_day = latest_day_on_earth(evening);
    let draft = request.check(|record, faults| record.read(faults, latest_day));
    let draft = draft.map_err(HttpError::from)?;
    house
        .app
        .db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            versions::put(conn, &access, id, &draft, &Precondition::None).map(drop)
        })
        .await?;
    Ok(())
}

fn riluzole(day: NaiveDate) -> Value {
    json!({
        "kind": "treatment", "treatment_kind": "drug", "name": "riluzole", "atc": "N07XX02",
        "started_on": day, "dose": "50 mg", "schedule": "twice a day",
    })
}

fn frame(day: NaiveDate) -> Value {
    json!({
        "kind": "treatment", "treatment_kind": "device", "name": "walking frame", "started_on": day,
    })
}

fn vital_capacity(day: NaiveDate) -> Value {
    json!({
        "kind": "measurement", "measure": "svc", "value": 84, "measured_on": day, "posture": "sitting",
    })
}

fn cells_from(id: RecordId, day: NaiveDate) -> Value {
    json!({
        "kind": "treatment", "id": id, "treatment_kind": "cell_therapy", "name": "mesenchymal stem cells",
        "started_on": day, "schedule": "two days, four weeks apart", "donor": "autologous",
        "source": "bone_marrow", "cell_type": "mesenchymal",
    })
}

fn screening(cells: RecordId, day: NaiveDate) -> Value {
    json!({
        "kind": "screening", "treatment_id": cells, "screened_on": day - TimeDelta::weeks(2),
        "screened_by": "the day clinic",
        "findings": {
            "damaged_bone_marrow": "no", "clotting_disorder": "no", "low_platelets": "no",
            "cancer": "no", "pregnancy_or_lactation": "no", "active_severe_infection": "no",
        },
    })
}

fn given(cells: RecordId, day: NaiveDate) -> Value {
    json!({
        "kind": "administration", "treatment_id": cells, "day": day, "route": "intrathecal",
        "amount": {"value": 60e6, "unit": "cells"}, "imaging_guidance": "fluoroscopy",
        "anaesthesia": "local", "place": "the day clinic",
    })
}

fn headache(cells: RecordId, day: NaiveDate) -> Value {
    json!({
        "kind": "side_effect", "what": "headache", "began_on": day, "severity": 2,
        "suspected_treatment_id": cells,
    })
}
