//! The people of the access table, and what there is for them to ask about.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use alsfrs_diary::access::Role;

use crate::app::TestApp;
use crate::authenticator::Authenticator;
use crate::client::Client;
use crate::clinic::people::ratings_alone;
use crate::people::Person;
use crate::smart::people::{Key, Program};
use crate::weeks::{week, with};

/// In the order of the table's columns.
pub const PERSONAS: [&str; 16] = [
    "nobody", "ada", "ben", "wim", "rob", "sue", "pia", "fay", "dan", "kim", "kit", "ken", "koe",
    "sil", "dia", "ann",
];

pub struct Scene<'a> {
    pub app: &'a TestApp,
    people: Vec<Person>,
    /// Of the staff, by name.
    phones: HashMap<String, Rc<Authenticator>>,
    /// When each of them last sent a code.
    codes: RefCell<HashMap<String, DateTime<Utc>>>,
    /// The clinic where Ada is enrolled.
    pub site: String,
    guests: usize,
    /// A program of that clinic.
    pub bot: Program,
    /// Weeks that were not used yet, as their Wednesdays.
    next_week: chrono::NaiveDate,
}

impl<'a> Scene<'a> {
    pub async fn set(app: &'a TestApp) -> Self {
        let ada = app.patient("ada").await;
        let mut people = vec![ada.clone(), app.patient("ben").await.on(&ada)];
        for (name, level) in [("wim", "write"), ("rob", "read"), ("sue", "summary")] {
            people.push(app.member(&ada, name, level).await);
        }
        let pia = app.caregiver("pia").await.on(&ada);
        app.invite(&ada, &pia.email, "read").await;
        let fay = app.member(&ada, "fay", "write").await;
        let way_out = format!("/v1/patients/{{patient}}/circle/{}", fay.account_id);
        ada.delete(&way_out).await.expect(204);
        let dan = app.member(&ada, "dan", "write").await;
        let index = app.index_of("dan@example.org");
        app.sql(&format!(
            "update accounts set disabled_at = created_at where email_index = '{index}'"
        ));
        people.extend([pia, fay, dan]);
        let (kim, kims_phone) = app.clinician("kim").await;
        let code = app.invite_as("doctor", &ada, &kim.email, "read").await;
        let accepted = kim.post("/v1/invitations/accept", json!({ "code": code }));
        accepted.await.expect(201);
        let kit = app.staff_with_one_factor("kit", Role::Clinician).await;
        people.extend([kim.on(&ada), kit.on(&ada)]);
        let mut phones = HashMap::from([("kim".to_owned(), Rc::new(kims_phone))]);
        let clinic = app.clinic().await;
        let other = clinic.other().await;
        for (clinic, name, role) in [
            (&clinic, "ken", "clinician"),
            (&other, "koe", "clinician"),
            (&clinic, "sil", "site_admin"),
            (&clinic, "dia", "data_manager"),
        ] {
            let (person, phone) = clinic.staff_and_phone(name, role).await;
            phones.insert(name.to_owned(), Rc::new(phone));
            people.push(person.on(&ada));
        }
        let sil = people.iter().find(|person| person.name == "sil").unwrap();
        clinic.enrol(sil, &ada).await;
        people.push(clinic.ann.on(&ada));
        phones.insert("ann".to_owned(), clinic.anns_phone);
        let bot = Program::let_in(app, &clinic.site, Key::ec(), "system/*.rs");
        Self {
            app,
            bot,
            people,
            phones,
            codes: RefCell::default(),
            site: clinic.site,
            guests: 0,
            next_week: chrono::NaiveDate::from_ymd_opt(2026, 11, 18).unwrap(),
        }
    }

    pub fn person(&self, name: &str) -> &Person {
        self.people
            .iter()
            .find(|person| person.name == name)
            .unwrap()
    }

    /// The same person on a device of its own, with a code that no request has had before.
    pub async fn on_another_device(&self, person: &Person) -> Person {
        match self.phones.get(&person.name) {
            Some(phone) => {
                let step = |now: DateTime<Utc>| now.timestamp() / 30;
                let now = self.app.now();
                let used = self.codes.borrow_mut().insert(person.name.clone(), now);
                if used.is_some_and(|used| step(used) == step(now)) {
                    self.app.clock.turn(TimeDelta::seconds(30));
                    let now = self.app.now();
                    self.codes.borrow_mut().insert(person.name.clone(), now);
                }
                person.with_second_factor(&phone.code(self.app, 0)).await
            }
            None => person.on_another_device().await,
        }
    }

    /// The tokens of staff are for five minutes, and this takes longer.
    pub async fn keep_signed_in(&mut self, name: &str) {
        if name == "kit" || self.phones.contains_key(name) {
            let person = self.person(name).refreshed().await;
            self.replace(person);
        }
    }

    /// The program, with a token of a moment ago.
    pub async fn bots_client(&self) -> Client {
        self.bot.with(self.app, "system/*.rs").await
    }

    /// From now on `person` uses this device.
    pub fn replace(&mut self, person: Person) {
        let place = self
            .people
            .iter_mut()
            .find(|other| other.name == person.name);
        *place.unwrap() = person;
    }

    /// A week that nobody has used, and its Wednesday.
    pub fn free_week(&mut self) -> (String, String) {
        let day = self.next_week;
        self.next_week = day - TimeDelta::weeks(1);
        (day.format("%G-W%V").to_string(), day.to_string())
    }

    /// A week that Ada has recorded.
    pub async fn adas_week(&mut self) -> String {
        let (name, day) = self.free_week();
        self.person("ada")
            .record(&name, week(&day))
            .await
            .expect(201);
        name
    }

    /// The path to a flag of Ada's: breathing was hard this week.
    pub async fn adas_flag(&self, path: &str) -> String {
        let ada = self.person("ada");
        let hard = with(week("2026-11-23"), "/answers/dyspnea", 1);
        ada.record("2026-W48", hard).await;
        let trend = ada.get("/v1/patients/{patient}/trend").await.expect(200);
        let id = trend.body["flags"][0]["id"].as_str().unwrap();
        path.replace("{flag}", id)
    }

    /// An invitation of Ada's that waits.
    pub async fn adas_invitation(&mut self) -> String {
        self.forget_guests();
        let invitation =
            json!({"email": "guest@example.org", "level": "read", "relation": "friend"});
        let sent = self
            .person("ada")
            .post("/v1/patients/{patient}/invitations", invitation)
            .await;
        sent.expect(201).body["id"].as_str().unwrap().to_owned()
    }

    /// A link of Ada's for a guest.
    pub async fn adas_link(&self) -> String {
        self.forget_links();
        let ada = self.person("ada");
        let made = ada.post("/v1/patients/{patient}/guest-links", json!({}));
        made.await.expect(201).body["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// The path to Ada's emergency card, and what it shows already.
    pub async fn adas_card(&self, method: &str, path: &str) -> (String, Option<Value>) {
        let shows = json!({"shown_name": "Ada"});
        let card = "/v1/patients/{patient}/emergency-card";
        let ada = self.person("ada");
        let made = ada.put(card, shows.clone()).await.body;
        let (_, secret) = made["url"].as_str().unwrap().rsplit_once('/').unwrap();
        let path = path.replace("{secret}", secret);
        (path, (method == "PUT").then_some(shows))
    }

    /// Ada makes more in this test than a patient may in a day.
    pub fn forget_links(&self) {
        self.app.sql("delete from guest_links");
    }

    /// Ada has chosen Rob, whose account this is.
    pub async fn adas_trustee(&self) -> String {
        let rob = self.person("rob").account_id.clone();
        let trustee = "/v1/patients/{patient}/trustee";
        if self.person("ada").get(trustee).await.status == 200 {
            return rob;
        }
        let ada = self.on_another_device(self.person("ada")).await;
        let chosen = json!({ "account_id": rob });
        ada.put(trustee, chosen).await.expect(200);
        rob
    }

    /// An address that no request has named before.
    pub fn another_address(&mut self) -> String {
        self.guests += 1;
        format!("visitor{}@example.org", self.guests)
    }

    /// An invitation to the clinic that waits.
    pub async fn site_invitation(&mut self) -> String {
        let guest = json!({"email": self.another_address(), "share": ratings_alone()});
        self.keep_signed_in("ken").await;
        let path = format!("/v1/sites/{}/invitations", self.site);
        let sent = self.person("ken").post(&path, guest).await.expect(201);
        sent.body["id"].as_str().unwrap().to_owned()
    }

    /// A day that the clinic rated.
    pub async fn clinic_rating(&mut self) -> String {
        let (_, day) = self.free_week();
        self.keep_signed_in("ken").await;
        let rating = with(week(&day), "/respondent", "clinician_phone");
        let path = format!("/v1/patients/{{patient}}/clinic-ratings/{day}");
        self.person("ken").put(&path, rating).await.expect(201);
        day
    }

    /// The caller may ask for an export.
    pub fn no_exports_wait(&self) {
        self.app.sql("update exports set state = 5 where state < 3");
    }

    /// The path to an export of Ken's that is made.
    pub async fn kens_export(&mut self, path: &str) -> String {
        self.no_exports_wait();
        self.keep_signed_in("ken").await;
        let exports = format!("/v1/sites/{}/exports", self.site);
        let asked = self.person("ken").post(&exports, json!({"format": "csv"}));
        let asked = asked.await.expect(202).body;
        self.app.make_exports().await;
        let path = path.replace("{export}", asked["id"].as_str().unwrap());
        path.replace("{name}", "entries.csv")
    }

    /// The path to an export of the program's that is made.
    pub async fn bots_export(&mut self, path: &str) -> String {
        self.no_exports_wait();
        let asking = self.bots_client().await;
        let asking = asking.with_header("Prefer", "respond-async");
        let asked = asking.get("/fhir/$export").await.expect(202);
        self.app.make_exports().await;
        let place = asked.header("content-location");
        let id = place.rsplit('/').next().unwrap();
        path.replace("{export}", id)
            .replace("{name}", "Patient.ndjson")
    }

    /// Ada is enrolled, whether or not she left before.
    pub fn enrol_again(&self) {
        self.app.sql("update enrolments set left_at = null");
    }

    /// Ada sends more in this test than a patient may in a day.
    pub fn forget_guests(&self) {
        let numbers = (0..self.people.len()).map(|number| number.to_string());
        for number in numbers.chain([String::new()]) {
            let guest = self.app.index_of(&format!("guest{number}@example.org"));
            let forget = format!("delete from invitations where email_index = '{guest}'");
            self.app.sql(&forget);
        }
    }

    /// Somebody whom Ada lets in, to be sent out.
    pub async fn another_member(&mut self) -> Person {
        self.forget_guests();
        let ada = self.person("ada");
        let last = self
            .people
            .last()
            .filter(|last| last.name.starts_with("guest"));
        if let Some(last) = last {
            // The circle has an end; the one before may be out already.
            let way_out = format!("/v1/patients/{{patient}}/circle/{}", last.account_id);
            ada.delete(&way_out).await;
        }
        let name = format!("guest{}", self.people.len());
        let member = self.app.member(ada, &name, "read").await;
        self.people.push(member.clone());
        member
    }
}
