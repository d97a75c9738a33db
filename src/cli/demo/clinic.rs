//! The clinic of the demo: founded on the last evening, and let in by its patients.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::json;

use super::Failure;
use super::curve::{self, Curve};
use super::people::{House, Persona};
use crate::access::{self, Enrol, Manage, Role, Share, Treat};
use crate::accounts::MailedCode;
use crate::clinic::{self, NewInvitation, NewSite, Ways};
use crate::diary::EntryRequest;
use crate::platform::clock::latest_day_on_earth;
use crate::platform::faults::Faults;
use crate::platform::http::etag::Precondition;
use crate::platform::http::{HttpError, HttpResult};
use crate::platform::ids::SiteId;
use crate::treatments::{read_of_clinic, record_of_clinic};

/// Kim and her clinic: these patients let it in, and the first of them is rated there too.
pub(super) async fn found(
    house: &House<'_>,
    patients: &[&Persona],
    evening: DateTime<Utc>,
) -> Result<(Persona, String), Failure> {
    let (ann, _) = house.employ("Ann", Role::Admin, None).await?;
    let site: SiteId = house.app.ids.next();
    let (founder, zone) = (house.caller(&ann)?, "Europe/Berlin".parse()?);
    house
        .app
        .db
        .write(move |conn| -> HttpResult<()> {
            let admin = access::to_admin(conn, &founder)?;
            let new = NewSite {
                name: "Clinic by the lake".to_owned(),
                time_zone: zone,
            };
            Ok(clinic::make_site(conn, &admin, site, &new)?)
        })
        .await?;
    let kim = house
        .employ("Kim", Role::Clinician, Some((&ann, site)))
        .await?;
    for patient in patients {
        let_in(house, &kim.0, site, patient).await?;
    }
    if let Some(first) = patients.first() {
        for (ago, week) in [(78, 26), (39, 65), (0, 103)] {
            let day = (evening - TimeDelta::weeks(ago)).date_naive();
            rate(house, &kim.0, first, day, (&curve::ADA, week)).await?;
        }
    }
    Ok(kim)
}

/// Invites `patient`, who accepts and shares all but for research.
async fn let_in(
    house: &House<'_>,
    kim: &Persona,
    site: SiteId,
    patient: &Persona,
) -> Result<(), Failure> {
    let share = Share {
        notes: true,
        facts: true,
        research: false,
    };
    let new = NewInvitation {
        email: patient.email.clone(),
        subject_id: None,
        share,
    };
    let ways = Ways {
        ids: house.app.ids.clone(),
        public_url: house.app.public_url.clone(),
    };
    let inviting = house.caller(kim)?;
    house
        .app
        .db
        .write(move |conn| -> HttpResult<_> {
            let access = access::to_site::<Enrol>(conn, &inviting, site)?;
            Ok(clinic::invite(conn, &access, &new, &ways)??)
        })
        .await?;
    let code = MailedCode::typed(&house.mailed_code().await?);
    let (accepting, diary) = (
        house.caller(patient)?,
        patient.patient.ok_or("not a patient")?,
    );
    let accepted = house.app.db.write(move |conn| -> HttpResult<_> {
        let access = access::to_patient::<Manage>(conn, &accepting, diary)?;
        Ok(clinic::accept(conn, &access, &code, share)??)
    });
    accepted.await?.ok_or("an invitation was not taken")?;
    Ok(())
}

/// What Kim rated on `day`: what the curve says, but for the stairs, which she saw climbed.
async fn rate(
    house: &House<'_>,
    kim: &Persona,
    patient: &Persona,
    day: NaiveDate,
    (curve, week): (&Curve, u32),
) -> Result<(), Failure> {
    let mut answers = curve.answers(week);
    if let Some(stairs) = answers.get_mut("stairs") {
        *stairs = json!(stairs.as_u64().unwrap_or(0).max(1));
    }
    let entry: EntryRequest = serde_json::from_value(json!({
        "assessed_on": day, "answers": answers, "respondent": "clinician_in_person",
    }))?;
    let latest_day = latest_day_on_earth(house.app.clock.now());
    let draft = read_of_clinic(entry, Faults::default(), day, latest_day);
    let draft = draft.map_err(HttpError::from)?;
    let (caller, diary) = (house.caller(kim)?, patient.patient.ok_or("not a patient")?);
    house
        .app
        .db
        .write(move |conn| -> HttpResult<()> {
            let access = access::to_patient::<Treat>(conn, &caller, diary)?;
            record_of_clinic(conn, &access, day, &draft, &Precondition::None).map(drop)
        })
        .await?;
    Ok(())
}
