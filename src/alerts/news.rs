//! Telling people of one alert.

use std::cmp::min;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::letters;
use super::model::{Alert, Person};
use super::store::alerts;
use crate::access::{self, PatientKey};
use crate::audit::{self, Action};
use crate::channels;
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;

/// Where and when people are told.
pub struct Telling<'a> {
    pub vault: &'a Vault,
    pub key: PatientKey,
    pub now: DateTime<Utc>,
    /// How many messages went out.
    pub told: u64,
}

impl Telling<'_> {
    /// Tells those of `people` that `wants` names, each once; the first who is impatient sets when the next one is
    /// told.
    pub fn tell(
        &mut self,
        conn: &mut Conn,
        alert: &mut Alert,
        people: &[Person],
        wants: impl Fn(&Person) -> bool,
    ) -> DbResult<()> {
        if !alert.is_open() {
            return Ok(());
        }
        for person in people.iter().filter(|one| wants(one)) {
            if self.tell_one(conn, alert, person)?
                && let Some(patience) = person.choice.patience()
            {
                let step = self.now + patience;
                let before = alert.next_step_at;
                alert.next_step_at = Some(before.map_or(step, |before| min(before, step)));
            }
        }
        Ok(())
    }

    /// An alert that came back is told to no person twice: those who know it are waited for anew, and then the next one
    /// is told.
    pub fn wait_again(
        &self,
        conn: &mut Conn,
        alert: &mut Alert,
        people: &[Person],
    ) -> DbResult<()> {
        if alert.is_open() && alert.next_step_at.is_none() {
            let told = alerts::told(conn, alert.id)?;
            let was_told = |one: &&Person| told.iter().any(|(account, ..)| *account == one.account);
            let patience = least_patience(people.iter().filter(was_told));
            alert.next_step_at = patience.map(|patience| self.now + patience);
        }
        Ok(())
    }

    /// `false` where they were told before. That they were is written down for the patient.
    fn tell_one(&mut self, conn: &mut Conn, alert: &Alert, person: &Person) -> DbResult<bool> {
        let to = (person.account, person.relation);
        if !person.is_told()
            || !person.may_see(alert.what)
            || !alerts::tell(conn, alert.id, to, self.now)?
        {
            return Ok(false);
        }
        let notice = letters::something_new();
        let ways = &person.choice.channels;
        channels::tell(conn, self.vault, self.now, person.account, &notice, ways)?;
        if let Some(trust) = access::in_trust(conn, self.vault, self.key, self.now)? {
            let trust = trust.of(person.account, person.relation);
            let detail = json!({ "alert": alert.id });
            audit::record_in_trust(conn, &trust, Action::AlertSent, &detail)?;
        }
        self.told += 1;
        Ok(true)
    }

    /// Tells the next person, where no one has answered in time.
    pub fn escalate(
        &mut self,
        conn: &mut Conn,
        alert: &mut Alert,
        people: &[Person],
    ) -> DbResult<()> {
        let told = alerts::told(conn, alert.id)?;
        let was_told = |one: &&Person| told.iter().any(|(account, ..)| *account == one.account);
        let mut next = people
            .iter()
            .filter(|one| one.is_told() && one.may_see(alert.what))
            .filter(|one| !was_told(one));
        alert.next_step_at = None;
        let Some(person) = next.next() else {
            return Ok(());
        };
        self.tell_one(conn, alert, person)?;
        let waits = least_patience(people.iter().filter(was_told));
        if next.next().is_some() {
            let patience = person.choice.patience().or(waits);
            alert.next_step_at = patience.map(|patience| self.now + patience);
        }
        Ok(())
    }
}

fn least_patience<'a>(people: impl Iterator<Item = &'a Person>) -> Option<TimeDelta> {
    people.filter_map(|one| one.choice.patience()).min()
}
