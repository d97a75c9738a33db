//! What the demo keeps of how it was filled, and the guide that it prints each time it starts.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Failure;
use super::people::Persona;
use crate::clinical::Week;
use crate::server::InventedPerson;

/// The people of the demo, and how far their diaries go.
#[derive(Serialize, Deserialize)]
pub(super) struct Story {
    /// Ada's diary.
    patient: String,
    /// Bob's account.
    bob: String,
    /// The last week that was written.
    last: String,
    people: Vec<Figure>,
}

#[derive(Serialize, Deserialize)]
struct Figure {
    name: String,
    email: String,
    password: String,
    /// What the app was given that shows their codes.
    #[serde(default)]
    secret: Option<String>,
}

/// What each is there for.
const PARTS: [&str; 6] = [
    "two years of weeks, a medicine and a course of cells",
    "Ada's husband, who may write for her",
    "a friend of Ada who sees her trend alone, and Ben's sister, who reads his weeks",
    "a fast course that began with speech",
    "a slow course, with weeks that are missing",
    "a clinician, who sees Ada, Ben, Dora and one more side by side; the page fills in the code of her phone",
];

impl Story {
    /// Of Ada, Bob, Cleo, Ben, Dora and Kim, in this order, and Kim's secret.
    pub(super) fn of(people: [&Persona; 6], secret: &str, last: Week) -> Result<Self, Failure> {
        let [ada, bob, .., kim] = people;
        let figure = |person: &&Persona| Figure {
            secret: (person.account() == kim.account()).then(|| secret.to_owned()),
            ..Figure::from(*person)
        };
        Ok(Self {
            patient: ada.patient.ok_or("Ada has no diary")?.to_string(),
            bob: bob.account().to_string(),
            last: last.to_string(),
            people: people.iter().map(figure).collect(),
        })
    }

    /// They, for the page at `/`, which shows codes too `with_codes`.
    pub(super) fn people(&self, with_codes: bool) -> Vec<InventedPerson> {
        let parts = self.people.iter().zip(PARTS);
        let people = parts.map(|(figure, part)| InventedPerson {
            name: figure.name.clone(),
            email: figure.email.clone(),
            password: figure.password.clone(),
            part: part.to_owned(),
            secret: figure.secret.clone().filter(|_| with_codes),
        });
        people.collect()
    }

    /// The people to sign in as, and what to try on the day `now`, with the server at `base` and its mails in `mails`.
    pub(super) fn guide(&self, base: &str, now: DateTime<Utc>, mails: &Path) -> String {
        let (patient, bob, last) = (&self.patient, &self.bob, &self.last);
        let diary = format!("{base}/v1/patients/{patient}");
        let (today, week) = (now.date_naive(), Week::of(now.date_naive()));
        let people: String = self.people.iter().map(Figure::line).collect();
        let sign_in: String = self
            .people
            .iter()
            .take(3)
            .map(|who| who.sign_in(base))
            .collect();
        let mails = mails.display();
        format!(
            r#"
The demo is ready: {base} (its people), {base}/docs (all that an app can ask)
Mails lie in {mails}. All people are invented:

{people}
# Paste this first: three of them sign in
{sign_in}
# 1. Cleo, a friend, reads what two years of Ada's weeks add up to
curl -s -H "Authorization: Bearer $CLEO" '{diary}/trend?weeks=104' | grep -o '"text":"[^"]*"'

# 2. Cleo asks for the answers of a week, and is told that she was given the trend
curl -s -H "Authorization: Bearer $CLEO" {diary}/entries/{last}; echo

# 3. Ada records this week: 201. Paste it again, as a phone with a bad network would: 200, and nothing changes
curl -s -o /dev/null -w '%{{http_code}}\n' -X PUT {diary}/entries/{week} \
  -H "Authorization: Bearer $ADA" -H 'Content-Type: application/json' \
  -d '{{"assessed_on":"{today}","answers":{{"speech":3,"salivation":3,"swallowing":3,"handwriting":0,"cutting":1,"dressing":2,"turning":2,"walking":1,"stairs":0,"dyspnea":2,"orthopnea":3,"respiratory_insufficiency":4}}}}'

# 4. Ada takes back what her husband Bob may see: his next request finds no diary
curl -s -o /dev/null -w '%{{http_code}}\n' -H "Authorization: Bearer $BOB" {diary}/entries/{last}
curl -s -X DELETE -H "Authorization: Bearer $ADA" {diary}/circle/{bob}
curl -s -o /dev/null -w '%{{http_code}}\n' -H "Authorization: Bearer $BOB" {diary}/entries/{last}

# 5. Ada reads who opened her diary, and what they did
curl -s -H "Authorization: Bearer $ADA" '{diary}/access-log?limit=10' | grep -o '"text":"[^"]*"'

Stop with Ctrl-C. Delete the demo's folder to begin anew.
"#
        )
    }
}

impl From<&Persona> for Figure {
    fn from(person: &Persona) -> Self {
        Self {
            name: person.name.to_owned(),
            email: person.email.as_str().to_owned(),
            password: person.password.clone(),
            secret: None,
        }
    }
}

impl Figure {
    fn line(&self) -> String {
        format!(
            "  {:<5} {:<20} password: {}\n",
            self.name, self.email, self.password
        )
    }

    /// A line of a shell that keeps their token in a variable of their name.
    fn sign_in(&self, base: &str) -> String {
        let Self {
            name,
            email,
            password,
            ..
        } = self;
        let variable = name.to_uppercase();
        format!(
            "{variable}=$(curl -s {base}/v1/sessions -H 'Content-Type: application/json' \\\n  \
             -d '{{\"email\":\"{email}\",\"password\":\"{password}\"}}' | \
             sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\n"
        )
    }
}
