//! What Ada tries in those two years: a medicine, a course of cells, a walking frame.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};

use super::Failure;
use super::people::{House, Somebody};
use crate::access::{self, Access, Treat};
use crate::platform::clock::latest_day_on_earth;
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::RecordId;
use crate::treatments;

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
        ada: &Somebody,
        evening: DateTime<Utc>,
        week: u32,
    ) -> Result<(), Failure> {
        let day = evening.date_naive();
        for what in self.begun(house, day, week)? {
            write(house, ada, evening, what).await?;
        }
        Ok(())
    }

    fn begun(
        &mut self,
        house: &House<'_>,
        day: NaiveDate,
        week: u32,
    ) -> Result<Vec<Sent>, Failure> {
        Ok(match (week, self.0) {
            (RILUZOLE, _) => vec![Sent::Treatment(serde_json::from_value(riluzole(
                house, day,
            ))?)],
            (WALKING_FRAME, _) => vec![Sent::Treatment(serde_json::from_value(frame(house, day))?)],
            (FIRST_CELLS, _) => {
                let cells = new_id(house);
                self.0 = Some(cells);
                vec![
                    Sent::Treatment(serde_json::from_value(cells_from(cells, day))?),
                    Sent::Screening(cells, serde_json::from_value(screening(house, day))?),
                    Sent::Given(cells, serde_json::from_value(given(house, day))?),
                    Sent::Felt(serde_json::from_value(headache(house, cells, day))?),
                ]
            }
            (SECOND_CELLS, Some(cells)) => {
                vec![Sent::Given(
                    cells,
                    serde_json::from_value(given(house, day))?,
                )]
            }
            _ => Vec::new(),
        })
    }
}

/// What Ada sends.
#[derive(Clone)]
enum Sent {
    Treatment(treatments::AddTreatment),
    Screening(RecordId, treatments::AddScreening),
    Given(RecordId, treatments::AddAdministration),
    Felt(treatments::AddSideEffect),
}

impl Sent {
    fn record(self, conn: &mut Conn, access: &Access<Treat>, latest: NaiveDate) -> HttpResult<()> {
        match self {
            Self::Treatment(body) => {
                treatments::add_treatment(conn, access, body, latest).map(drop)
            }
            Self::Screening(of, body) => {
                treatments::add_screening(conn, access, of, body, latest).map(drop)
            }
            Self::Given(of, body) => {
                treatments::add_administration(conn, access, of, body, latest).map(drop)
            }
            Self::Felt(body) => treatments::add_side_effect(conn, access, body, latest).map(drop),
        }
    }
}

async fn write(
    house: &House<'_>,
    ada: &Somebody,
    evening: DateTime<Utc>,
    what: Sent,
) -> Result<(), Failure> {
    let (patient, caller) = (ada.patient.ok_or("not a patient")?, house.caller(ada)?);
    let latest = latest_day_on_earth(evening);
    house
        .app
        .db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<Treat>(conn, &caller, patient)?;
            what.clone().record(conn, &access, latest)
        })
        .await?;
    Ok(())
}

fn new_id(house: &House<'_>) -> RecordId {
    house.app.ids.next()
}

fn riluzole(house: &House<'_>, day: NaiveDate) -> Value {
    json!({
        "id": new_id(house), "kind": "drug", "name": "riluzole", "atc": "N07XX02",
        "started_on": day, "dose": "50 mg", "schedule": "twice a day",
    })
}

fn frame(house: &House<'_>, day: NaiveDate) -> Value {
    json!({"id": new_id(house), "kind": "device", "name": "walking frame", "started_on": day})
}

fn cells_from(id: RecordId, day: NaiveDate) -> Value {
    json!({
        "id": id, "kind": "cell_therapy", "name": "mesenchymal stem cells", "started_on": day,
        "schedule": "two days, four weeks apart", "donor": "autologous", "source": "bone_marrow",
        "cell_type": "mesenchymal",
    })
}

fn screening(house: &House<'_>, day: NaiveDate) -> Value {
    json!({
        "id": new_id(house), "screened_on": day - TimeDelta::weeks(2), "screened_by": "the day clinic",
        "findings": {
            "damaged_bone_marrow": "no", "clotting_disorder": "no", "low_platelets": "no",
            "cancer": "no", "pregnancy_or_lactation": "no", "active_severe_infection": "no",
        },
    })
}

fn given(house: &House<'_>, day: NaiveDate) -> Value {
    json!({
        "id": new_id(house), "day": day, "route": "intrathecal",
        "amount": {"value": 60e6, "unit": "cells"}, "imaging_guidance": "fluoroscopy",
        "anaesthesia": "local", "place": "the day clinic",
    })
}

fn headache(house: &House<'_>, cells: RecordId, day: NaiveDate) -> Value {
    json!({
        "id": new_id(house), "what": "headache", "began_on": day, "severity": 2, "suspected_treatment_id": cells,
    })
}
