//! People who work at a clinic, and patients who let it in.

use std::rc::Rc;

use serde_json::{Value, json};

use alsfrs_diary::access::Role;

use crate::app::TestApp;
use crate::authenticator::Authenticator;
use crate::people::{Person, sign_in};
use crate::reply::Reply;

/// A clinic, and the person who runs the installation.
pub struct Clinic<'a> {
    pub app: &'a TestApp,
    pub site: String,
    pub ann: Person,
    pub anns_phone: Rc<Authenticator>,
}

/// All that can be shared beside the ratings.
pub fn everything() -> Value {
    json!({"notes": true, "facts": true, "research": true})
}

/// None of it.
pub fn ratings_alone() -> Value {
    json!({"notes": false, "facts": false, "research": false})
}

impl TestApp {
    /// Ann, who runs the installation, has made a clinic.
    pub async fn clinic(&self) -> Clinic<'_> {
        let ann = self.staff_with_one_factor("ann", Role::Admin).await;
        let anns_phone = Rc::new(ann.enrol(self).await);
        self.mail().next_to(&ann.email).await;
        let site = made_by(&ann, "Clinic by the lake").await;
        Clinic {
            app: self,
            site,
            ann,
            anns_phone,
        }
    }

    /// The same, and Kim, who is a clinician there.
    pub async fn clinic_and_kim(&self) -> (Clinic<'_>, Person) {
        let clinic = self.clinic().await;
        let kim = clinic.staff("kim", "clinician").await;
        (clinic, kim)
    }
}

/// A clinic of this name.
pub async fn made_by(ann: &Person, name: &str) -> String {
    let site = json!({"name": name, "time_zone": "Europe/Berlin"});
    let made = ann.post("/v1/sites", site).await.expect(201);
    made.body["site_id"].as_str().unwrap().to_owned()
}

impl<'a> Clinic<'a> {
    /// Another clinic of the same installation.
    pub async fn other(&self) -> Clinic<'a> {
        Clinic {
            app: self.app,
            site: made_by(&self.ann, "Clinic on the hill").await,
            ann: self.ann.clone(),
            anns_phone: Rc::clone(&self.anns_phone),
        }
    }

    /// A path at this clinic: `/staff`.
    pub fn at(&self, path: &str) -> String {
        format!("/v1/sites/{}{path}", self.site)
    }

    /// Lets a person work here, who activates the account and enrols a second factor.
    pub async fn staff(&self, name: &str, role: &str) -> Person {
        self.staff_and_phone(name, role).await.0
    }

    /// The same, and the phone that shows their codes.
    pub async fn staff_and_phone(&self, name: &str, role: &str) -> (Person, Authenticator) {
        let person = self.staff_with_one_factor(name, role).await;
        let phone = person.enrol(self.app).await;
        (person, phone)
    }

    /// The same without the second factor.
    pub async fn staff_with_one_factor(&self, name: &str, role: &str) -> Person {
        self.add(&self.ann, name, role).await.expect(201);
        self.activate(name).await
    }

    /// Who was let in chooses a password, and signs in.
    pub async fn activate(&self, name: &str) -> Person {
        let email = format!("{name}@example.org");
        let code = self.code_to(&email).await;
        let password = format!("{name} counts seven quiet herons");
        let chosen = json!({"email": email, "code": code, "password": password});
        let nobody = self.app.nobody();
        let activated = nobody.post("/v1/accounts/activate", chosen).await;
        activated.expect(201);
        let session = sign_in(&nobody, &email, &password).await;
        Person::with_session(name, &password, &nobody, &session.expect(201).body)
    }

    /// The next code that is mailed there.
    async fn code_to(&self, email: &str) -> String {
        loop {
            let mail = self.app.mail().next_to(email).await;
            if mail.body.contains("Code: ") {
                return mail.code();
            }
        }
    }

    /// `by` asks for a person to work here.
    pub async fn add(&self, by: &Person, name: &str, role: &str) -> Reply {
        let member = json!({
            "email": format!("{name}@example.org"), "display_name": format!("Dr {name}"), "role": role,
        });
        by.post(&self.at("/staff"), member).await
    }

    /// Invites `patient`, and reads the code from the mail.
    pub async fn invite(&self, by: &Person, patient: &Person) -> String {
        let invitation = json!({"email": patient.email, "share": everything()});
        let sent = by.post(&self.at("/invitations"), invitation).await;
        sent.expect(201);
        self.code_to(&patient.email).await
    }

    /// Enrols `patient`, who shares all of it.
    pub async fn enrol(&self, by: &Person, patient: &Person) -> Value {
        self.enrol_sharing(by, patient, everything()).await
    }

    /// A patient, enrolled by `by`, who shares all there is.
    pub async fn patient(&self, by: &Person, name: &str) -> Person {
        let patient = self.app.patient(name).await;
        self.enrol(by, &patient).await;
        patient
    }

    /// Enrols `patient`, who shares this.
    pub async fn enrol_sharing(&self, by: &Person, patient: &Person, share: Value) -> Value {
        let code = self.invite(by, patient).await;
        accept(patient, &code, share).await.expect(201).body
    }
}

/// `patient` accepts the invitation of a clinic.
pub async fn accept(patient: &Person, code: &str, share: Value) -> Reply {
    let acceptance = json!({"code": code, "share": share});
    patient.post("/v1/enrolments/accept", acceptance).await
}
