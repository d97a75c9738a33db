//! What people send about treatments.

use alsfrs_diary::platform::ids::RecordId;
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::client::Client;
use crate::people::Person;
use crate::reply::Reply;
use crate::weeks::{with, without};

pub const RECORDS: &str = "/v1/patients/{patient}/records";
pub const TREATMENTS: &str = "/v1/patients/{patient}/records?kind=treatment";
pub const SIDE_EFFECTS: &str = "/v1/patients/{patient}/records?kind=side_effect";

/// An id as an app makes one.
pub fn new_id(app: &TestApp) -> String {
    app.inside().ids.next::<RecordId>().to_string()
}

/// A medicine, taken since March.
pub fn riluzole(app: &TestApp) -> Value {
    json!({
        "id": new_id(app), "kind": "treatment", "treatment_kind": "drug", "name": "riluzole", "atc": "N07XX02",
        "started_on": "2026-03-02", "dose": "50 mg", "schedule": "twice a day",
    })
}

/// A course of one's own cells, since May.
pub fn cells(app: &TestApp) -> Value {
    json!({
        "id": new_id(app), "kind": "treatment", "treatment_kind": "cell_therapy", "name": "mesenchymal stem cells",
        "started_on": "2026-05-12", "donor": "autologous", "source": "bone_marrow",
        "cell_type": "mesenchymal", "clinic": "Clinic by the Lake",
    })
}

/// The first day of that course.
pub fn injection(app: &TestApp, treatment: &str) -> Value {
    json!({
        "id": new_id(app), "kind": "administration", "treatment_id": treatment, "day": "2026-05-12", "route": "intrathecal",
        "amount": {"value": 60e6, "unit": "cells"}, "imaging_guidance": "fluoroscopy",
        "anaesthesia": "local", "place": "room 4 by the lake",
    })
}

/// A screening that found nothing.
pub fn screening(app: &TestApp, treatment: &str) -> Value {
    json!({
        "id": new_id(app), "kind": "screening", "treatment_id": treatment, "screened_on": "2026-05-02",
        "findings": {
            "damaged_bone_marrow": "no", "clotting_disorder": "no", "low_platelets": "no",
            "cancer": "no", "pregnancy_or_lactation": "no", "active_severe_infection": "unknown",
        },
    })
}

pub fn headache(app: &TestApp) -> Value {
    json!({
        "id": new_id(app), "kind": "side_effect", "what": "headache", "began_on": "2026-05-13",
        "severity": 2,
    })
}

/// Breath, measured lying down.
pub fn vital_capacity(app: &TestApp) -> Value {
    json!({
        "id": new_id(app), "kind": "measurement", "measure": "svc", "value": 81.5,
        "measured_on": "2026-10-20", "posture": "supine", "device": "hand-held spirometer",
    })
}

/// A tube through the nose, for eleven days.
pub fn nose_tube(app: &TestApp) -> Value {
    json!({
        "id": new_id(app), "kind": "milestone", "milestone": "nasogastric_tube",
        "reached_on": "2026-11-01", "ended_on": "2026-11-12",
    })
}

/// The path of one record.
pub fn at(record: &str) -> String {
    format!("{RECORDS}/{record}")
}

/// The id of what was sent.
pub fn id_of(body: &Value) -> &str {
    body["id"].as_str().unwrap()
}

impl Client {
    /// Sends a record to the diary that is open, under its id.
    pub async fn puts(&self, body: Value) -> Reply {
        let path = at(id_of(&body));
        self.put(&path, without(body, "/id")).await
    }
}

impl Person {
    /// Records a course of cells in the diary that is open; its id.
    pub async fn treated(&self, app: &TestApp) -> String {
        self.adds(cells(app)).await
    }

    /// Records a day on which `treatment` was given; its id.
    pub async fn given(&self, app: &TestApp, treatment: &str) -> String {
        self.adds(injection(app, treatment)).await
    }

    /// Records a screening before `treatment`; its id.
    pub async fn screened(&self, app: &TestApp, treatment: &str) -> String {
        self.adds(screening(app, treatment)).await
    }

    /// Records a headache; its id.
    pub async fn felt(&self, app: &TestApp) -> String {
        self.adds(headache(app)).await
    }

    /// Records something new; its id.
    pub async fn adds(&self, body: Value) -> String {
        let sent = self.puts(body).await.expect(201);
        id_of(&sent.body).to_owned()
    }
}

/// `body` under another id.
pub fn renamed(app: &TestApp, body: &Value) -> Value {
    with(body.clone(), "/id", new_id(app))
}
