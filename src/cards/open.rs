//! What a card says to who opens it: the patient's choice, filled from the diary as it is now.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::json;

use super::model::{Card, CardSays, Diagnosis, Said, Swallowing, Token, Ventilation};
use super::store;
use crate::access::{self, Access, Shown};
use crate::audit::{self, Action};
use crate::clinical::{CuttingForm, Item, Milestone};
use crate::diary::{self, RatedWeek};
use crate::patients;
use crate::platform::clock::civil_day;
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;
use crate::treatments::{self, Happening, HappeningKind};

/// Openings within so much of each other are written down once.
const AT_ONCE: TimeDelta = TimeDelta::minutes(1);

/// Opens the card of `token` and writes that down; `None` without one: that it never was and that it was taken
/// back are not told apart.
pub fn open(
    conn: &mut Conn,
    vault: &Vault,
    token: &Token,
    now: DateTime<Utc>,
) -> DbResult<Option<CardSays>> {
    let Some(patient) = store::whose(conn, token)? else {
        return Ok(None);
    };
    let Some(access) = access::by_card(conn, vault, patient, now)? else {
        return Ok(None);
    };
    // Under the row lock: it may have been taken back, or another made, a moment ago.
    let card = store::find(conn, &access)?;
    let Some(card) = card.filter(|card| card.token.hash() == token.hash()) else {
        return Ok(None);
    };
    let says = says(conn, &access, card)?;
    audit::note_opening(conn, &access, Action::CardOpened, &json!({}), AT_ONCE)?;
    Ok(Some(says))
}

fn says(conn: &mut Conn, access: &Access<Shown>, card: Card) -> DbResult<CardSays> {
    let Card {
        choice, changed_at, ..
    } = card;
    let asks_diary = choice.ventilation || choice.swallowing;
    let (weeks, happenings) = if asks_diary {
        (
            diary::rated(conn, access)?,
            treatments::happenings(conn, access)?,
        )
    } else {
        (Vec::new(), Vec::new())
    };
    let since = |milestones: &[Milestone]| going_on_since(&happenings, milestones, access.today());
    let ventilation = choice.ventilation.then(|| {
        let tracheostomy_since = since(&[Milestone::Tracheostomy]);
        let mask_over_22_hours_since = since(&[Milestone::NivOver22Hours]);
        let devices = [tracheostomy_since, mask_over_22_hours_since];
        Ventilation {
            said: newest(&weeks, Item::RespiratoryInsufficiency, &devices),
            tracheostomy_since,
            mask_over_22_hours_since,
        }
    });
    let swallowing = choice.swallowing.then(|| {
        let tube_since = since(&[Milestone::Gastrostomy, Milestone::NasogastricTube]);
        let with_tube = |week: &&RatedWeek| week.answers.cutting_form() == CuttingForm::B;
        let answered = weeks.last().filter(with_tube);
        let answered = answered.filter(|_| tube_since.is_none());
        Swallowing {
            said: newest(&weeks, Item::Swallowing, &[tube_since]),
            tube_since,
            tube_answered_on: answered.map(|week| week.assessed_on),
        }
    });
    let diagnosis = if choice.diagnosis {
        let on = patients::facts(conn, access)?.diagnosed_on;
        Some(Diagnosis { on })
    } else {
        None
    };
    Ok(CardSays {
        shown_on: access.today(),
        chosen_on: civil_day(changed_at, access.time_zone()),
        diagnosis,
        ventilation,
        swallowing,
        shown_name: choice.shown_name,
        note: choice.note,
        contacts: choice.contacts,
    })
}

/// The newest answer to `item`, of weeks with the oldest first. From before a day since which there is a device it
/// says how it was, and not how it is.
fn newest(weeks: &[RatedWeek], item: Item, devices: &[Option<NaiveDate>]) -> Option<Said> {
    let newest = weeks.iter().rev().find_map(|week| {
        Some(Said {
            score: week.answers.points(item)?,
            on: week.assessed_on,
            respondent: week.respondent,
        })
    });
    newest.filter(|said| devices.iter().flatten().all(|since| *since <= said.on))
}

/// Since when one of `milestones` goes on, on `today`.
fn going_on_since(
    happenings: &[Happening],
    milestones: &[Milestone],
    today: NaiveDate,
) -> Option<NaiveDate> {
    let mut since: Vec<(Milestone, NaiveDate)> = Vec::new();
    for happening in happenings {
        match happening.what {
            HappeningKind::Reached(what) if milestones.contains(&what) => {
                since.push((what, happening.day));
            }
            HappeningKind::Over(what) if happening.day < today => {
                let ended = since.iter().position(|(reached, _)| *reached == what);
                if let Some(place) = ended {
                    since.remove(place);
                }
            }
            _ => {}
        }
    }
    since.first().map(|(_, day)| *day)
}
