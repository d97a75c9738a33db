//! Two years of the demo, week by week.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::curve::{self, Curve};
use super::people::{House, Persona};
use super::story::Story;
use super::treated::Course;
use super::{Failure, clinic};
use crate::access::{self, Level, Relation, Role, Tokens, Write as WriteRight};
use crate::accounts::Passwords;
use crate::clinical::Week;
use crate::diary::{EntryRequest, Rating};
use crate::patients;
use crate::platform::App;
use crate::platform::clock::{ClockHand, latest_day_on_earth};
use crate::platform::config::Settings;
use crate::platform::faults::Faults;
use crate::platform::http::etag::{Precondition, of_version};
use crate::platform::http::{HttpError, HttpResult};
use crate::platform::ids::PatientId;
use crate::versions::{self, Versioned};

/// As long as Ada's diary.
const WEEKS: u32 = 104;

/// Ada was in hospital, and did not write.
const GAP: std::ops::Range<u32> = 46..49;

/// Ada's husband wrote what he saw.
const BY_PROXY: std::ops::Range<u32> = 76..82;

/// Sent twice by mistake, and taken back.
const VOIDED: u32 = 57;

/// Emil wrote in these weeks, and not since.
const EMILS: std::ops::Range<u32> = 70..97;

/// Corrected a day later.
const CORRECTED: u32 = 90;

/// Fills the database up to the week before this one, which is left for visitors to record.
pub(super) async fn move_in(
    app: &App,
    hand: &ClockHand,
    settings: &Settings,
) -> Result<Story, Failure> {
    let now = app.clock.now();
    hand.set(evening_of(now, WEEKS + 1) - TimeDelta::hours(3));
    let issuer = app.public_url.as_str().trim_end_matches('/');
    let house = House {
        app,
        tokens: Tokens::new(&app.keys, issuer, &app.ids, app.clock.now())?,
        passwords: Passwords::new(settings.argon2_permits, app.ids.clone())?,
        mail: settings.data_dir.join("mail"),
    };
    let mut ada = house.welcome("Ada", Role::Patient).await?;
    let mut bob = house.welcome("Bob", Role::Caregiver).await?;
    let cleo = house.welcome("Cleo", Role::Caregiver).await?;
    let mut ben = house.welcome("Ben", Role::Patient).await?;
    let mut dora = house.welcome("Dora", Role::Patient).await?;
    let mut emil = house.welcome("Emil", Role::Patient).await?;
    house
        .let_in(&ada, &bob, Level::Write, Relation::Husband)
        .await?;
    house
        .let_in(&ada, &cleo, Level::Summary, Relation::Friend)
        .await?;
    house
        .let_in(&ben, &cleo, Level::Read, Relation::Sister)
        .await?;
    about(&house, &ada, app.clock.now()).await?;

    let mut course = Course::default();
    let progress = progress()?;
    for week in 0..WEEKS {
        let evening = evening_of(now, WEEKS - week);
        hand.set(evening);
        if week % 10 == 0 {
            for person in [&mut ada, &mut bob, &mut ben, &mut dora, &mut emil] {
                house.greet(person).await?;
            }
        }
        adas_week(&house, &ada, &bob, evening, week).await?;
        course.go_on(&house, &ada, evening, week).await?;
        if week >= 66 {
            write(
                &house,
                &ben,
                &ben,
                evening,
                plain(evening, &curve::BEN, week - 66),
            )
            .await?;
        }
        if EMILS.contains(&week) {
            let rating = plain(evening, &curve::EMIL, week - EMILS.start);
            write(&house, &emil, &emil, evening, rating).await?;
        }
        if week >= 52 && week % 7 != 3 {
            write(
                &house,
                &dora,
                &dora,
                evening,
                plain(evening, &curve::DORA, week - 52),
            )
            .await?;
        }
        progress.inc(1);
    }
    progress.finish();
    let evening = evening_of(now, 1);
    let (kim, secret) = clinic::found(&house, &[&ada, &ben, &dora, &emil], evening).await?;
    let last = Week::of(evening.date_naive());
    Story::of([&ada, &bob, &cleo, &ben, &dora, &kim], &secret, last)
}

/// The Wednesday evening of the week that lies `ago` weeks back.
fn evening_of(now: DateTime<Utc>, ago: u32) -> DateTime<Utc> {
    let this = now.date_naive().week(Weekday::Mon).first_day();
    let wednesday = this + Days::new(2) - TimeDelta::weeks(ago.into());
    wednesday
        .and_hms_opt(18, 12, 0)
        .map_or(now, |evening| evening.and_utc())
}

#[expect(
    clippy::indexing_slicing,
    reason = "an object of `json!` takes a member by its name"
)]
async fn adas_week(
    house: &House<'_>,
    ada: &Persona,
    bob: &Persona,
    evening: DateTime<Utc>,
    week: u32,
) -> Result<(), Failure> {
    if GAP.contains(&week) {
        return Ok(());
    }
    let mut rating = plain(evening, &curve::ADA, week);
    rating["weight_kg"] = json!(curve::weight_kg(week));
    rating["symptoms"] = json!({ "weakness": 3 + week / 26, "fatigue": 2 + week % 4 });
    if let Some(note) = note(week) {
        rating["note"] = json!(note);
    }
    if BY_PROXY.contains(&week) {
        rating["respondent"] = json!("caregiver_proxy");
        return write(house, ada, bob, evening, rating).await;
    }
    write(house, ada, ada, evening, rating.clone()).await?;
    if week == VOIDED {
        take_back(house, ada, evening).await?;
    }
    if week == CORRECTED {
        rating["answers"]["stairs"] = json!(0);
        rating["change_reason"] = json!("I had counted the ramp as stairs");
        correct(house, ada, evening, rating).await?;
    }
    Ok(())
}

fn note(week: u32) -> Option<&'static str> {
    match week {
        0 => Some("first week with the diary"),
        38 => Some("new cutlery with thick handles, much better"),
        49 => Some("home again after the pneumonia"),
        52 => Some("new walking frame"),
        82 => Some("thank you Bob for writing"),
        95 => Some("the stair lift is in"),
        _ => None,
    }
}

/// A rating with nothing but the answers.
fn plain(evening: DateTime<Utc>, curve: &Curve, week: u32) -> Value {
    json!({
        "assessed_on": evening.date_naive(),
        "answers": curve.answers(week),
        "respondent": "self",
    })
}

async fn write(
    house: &House<'_>,
    of: &Persona,
    by: &Persona,
    evening: DateTime<Utc>,
    rating: Value,
) -> Result<(), Failure> {
    record(house, of, by, evening, rating, Precondition::None).await
}

async fn correct(
    house: &House<'_>,
    ada: &Persona,
    evening: DateTime<Utc>,
    rating: Value,
) -> Result<(), Failure> {
    let seen = Precondition::Match(of_version(1));
    record(house, ada, ada, evening, rating, seen).await
}

async fn record(
    house: &House<'_>,
    of: &Persona,
    by: &Persona,
    evening: DateTime<Utc>,
    rating: Value,
    seen: Precondition,
) -> Result<(), Failure> {
    let (patient, caller) = (diary_of(of)?, house.caller(by)?);
    let rating: EntryRequest = serde_json::from_value(rating)?;
    let week = Week::of(evening.date_naive());
    let draft = rating.read(Faults::default(), week, latest_day_on_earth(evening));
    let draft = draft.map_err(HttpError::from)?;
    house
        .app
        .db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<WriteRight>(conn, &caller, patient)?;
            let there = Rating::current(conn, &access, week)?;
            let draft = draft.by(&access)?;
            versions::put_onto(conn, &access, week, (there, &None), &draft, &seen)?;
            Ok(())
        })
        .await?;
    Ok(())
}

async fn take_back(
    house: &House<'_>,
    ada: &Persona,
    evening: DateTime<Utc>,
) -> Result<(), Failure> {
    let (patient, caller) = (diary_of(ada)?, house.caller(ada)?);
    let week = Week::of(evening.date_naive());
    house
        .app
        .db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<WriteRight>(conn, &caller, patient)?;
            let seen = Precondition::Match(of_version(1));
            let reason = Some("I was asleep when this was sent".to_owned());
            versions::void::<Rating>(conn, &access, week, reason, &seen)
        })
        .await?;
    Ok(())
}

/// What Ada tells about herself when she begins.
async fn about(house: &House<'_>, ada: &Persona, now: DateTime<Utc>) -> Result<(), Failure> {
    let (patient, caller) = (diary_of(ada)?, house.caller(ada)?);
    let onset = (now - TimeDelta::days(290)).date_naive();
    house
        .app
        .db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<access::Manage>(conn, &caller, patient)?;
            let before = patients::facts(conn, &access)?;
            let mut facts = before.clone();
            facts.symptom_onset = Some(onset);
            facts.diagnosed_on = NaiveDate::from_ymd_opt(now.year(), now.month(), 1);
            facts.onset_region = Some(patients::OnsetRegion::UpperLimb);
            facts.birth_year = Some(1961);
            patients::change_facts(conn, &access, before, facts)?;
            Ok(())
        })
        .await?;
    Ok(())
}

fn diary_of(person: &Persona) -> Result<PatientId, Failure> {
    Ok(person.patient.ok_or("not a patient")?)
}

/// A bar on the terminal; nothing without a terminal.
fn progress() -> Result<ProgressBar, Failure> {
    let style = "Writing two years of diaries {bar:40} week {pos} of {len}";
    let style = ProgressStyle::with_template(style)?;
    Ok(ProgressBar::new(WEEKS.into()).with_style(style))
}
