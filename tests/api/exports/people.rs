//! What a person who takes data out does, one step after the other.

use std::time::Instant;

use alsfrs_diary::{exports, fhir};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::clinic::people::Clinic;
use crate::people::Person;
use crate::reply::Reply;
use crate::weeks::{monday, week};

impl Clinic<'_> {
    /// A member of the staff who said a moment ago, with both factors, who they are.
    pub async fn staff_afresh(&self, name: &str, role: &str) -> Person {
        let (person, phone) = self.staff_and_phone(name, role).await;
        person.with_second_factor(&phone.code(self.app, 0)).await
    }

    /// `by` asks for an export.
    pub async fn ask(&self, by: &Person, wanted: Value) -> Reply {
        by.post(&self.at("/exports"), wanted).await
    }

    /// `by` asks for one when all that came before is committed for sure, and waits until it is made, or has failed.
    pub async fn export(&self, by: &Person, wanted: Value) -> Value {
        self.app.a_minute_goes_by();
        let asked = self.ask(by, wanted).await.expect(202);
        self.app.make_exports().await;
        self.made(by, &asked.body).await
    }

    /// The export that `asked` shows, once it is made, or has failed.
    pub async fn made(&self, by: &Person, asked: &Value) -> Value {
        let path = self.place_of(asked);
        let began = Instant::now();
        loop {
            let export = by.get(&path).await.expect(200).body;
            if !matches!(export["state"].as_str(), Some("queued" | "running")) {
                return export;
            }
            assert!(began.elapsed().as_secs() < 30, "it is never made: {export}");
            tokio::time::sleep(A_MOMENT).await;
        }
    }

    /// Where an export is.
    pub fn place_of(&self, export: &Value) -> String {
        self.at(&format!("/exports/{}", export["id"].as_str().unwrap()))
    }

    /// Where one of its files is.
    pub fn file_of(&self, export: &Value, name: &str) -> String {
        format!("{}/files/{name}", self.place_of(export))
    }

    /// What a table of it has, each row by the names of its columns.
    pub async fn rows(&self, by: &Person, export: &Value, name: &str) -> Vec<Value> {
        let file = by.get(&self.file_of(export, name)).await.expect(200);
        rows(&file.text)
    }
}

/// Before it is asked again how far an export is.
pub const A_MOMENT: std::time::Duration = std::time::Duration::from_millis(20);

/// The rows of a table, each by the names of its columns.
pub fn rows(text: &str) -> Vec<Value> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<std::collections::HashMap<String, String>>();
    rows.map(|row| json!(row.unwrap())).collect()
}

/// An export without names.
pub fn without_names(format: &str) -> Value {
    json!({"format": format})
}

/// An export that tells whose the data are.
pub fn by_name(format: &str) -> Value {
    json!({"format": format, "identified": true, "reason": "visit reports"})
}

impl Person {
    /// Rates the weeks of these names.
    pub async fn rate(&self, weeks: &[&str]) {
        for name in weeks {
            self.record(name, week(&monday(name))).await.expect(201);
        }
    }
}

/// The files of exports in FHIR.
pub fn in_fhir(app: &TestApp) -> exports::Begin {
    fhir::exported(&app.inside().public_url, true)
}

impl TestApp {
    /// Every export that waits is made.
    pub async fn make_exports(&self) {
        let made = exports::run_due(self.inside().clone(), in_fhir(self)).await;
        made.unwrap();
    }

    /// What came to us until now is in the next export.
    pub fn a_minute_goes_by(&self) {
        self.clock.turn(TimeDelta::minutes(1));
    }

    /// The time of every export is over.
    pub fn a_day_goes_by(&self) {
        self.clock.turn(TimeDelta::hours(24));
    }
}
