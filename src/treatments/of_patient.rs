//! What one record says of another: each must be of the same patient, and not removed.

use chrono::NaiveDate;

use super::model::{Administration, Content, Screening, SideEffect, Treatment, Version};
use super::refusal::Refusal;
use super::store;
use crate::access::{Access, Right, Role, Treat};
use crate::clinical::TreatmentKind;
use crate::platform::db::Conn;
use crate::platform::faults::Faults;
use crate::platform::http::{HttpResult, Refused};
use crate::platform::ids::RecordId;

/// The record with this id, and what it says.
///
/// Fails with 404 when this patient has none, or has removed it.
pub fn find<T: Content>(
    conn: &mut Conn,
    access: &Access<impl Right>,
    id: RecordId,
) -> HttpResult<(Version<T>, T)> {
    let version: Version<T> = store::current(conn, access, id)?.ok_or(Refused::NotFound)?;
    let content = version.content.clone().ok_or(Refused::NotFound)?;
    Ok((version, content))
}

/// The record with this id of this treatment, both of this patient.
///
/// Fails with 404 when one of them is not there, or they do not belong together.
pub fn find_of<T: Content>(
    conn: &mut Conn,
    access: &Access<impl Right>,
    treatment: RecordId,
    id: RecordId,
) -> HttpResult<(Version<T>, T)> {
    find::<Treatment>(conn, access, treatment)?;
    let (version, content) = find::<T>(conn, access, id)?;
    if content.treatment() != Some(treatment) {
        return Err(Refused::NotFound.into());
    }
    Ok((version, content))
}

/// A day on which a treatment was given lies in its time.
pub fn check_administration(
    administration: &Administration,
    treatment: &Treatment,
) -> HttpResult<()> {
    let mut faults = Faults::default();
    faults.require(
        treatment.covers(administration.day),
        "/day",
        "day_outside_treatment",
        "The treatment was not used on that day.",
    );
    faults.or(())?;
    Ok(())
}

/// A screening is before cell therapy.
pub fn check_screening(
    conn: &mut Conn,
    access: &Access<Treat>,
    screening: &Screening,
) -> HttpResult<()> {
    let (_, treatment) = find::<Treatment>(conn, access, screening.treatment_id)?;
    if treatment.kind != TreatmentKind::CellTherapy {
        return Err(Refusal::NotCellTherapy.into());
    }
    Ok(())
}

/// Whether whoever asks may say what a screening found.
///
/// Fails when they are neither a clinician nor the patient, and do not act for them.
pub fn may_screen(access: &Access<Treat>) -> HttpResult<()> {
    if access.standing().acts() || access.who().role() == Role::Clinician {
        Ok(())
    } else {
        Err(Refusal::NotYoursToScreen.into())
    }
}

/// The treatment that is suspected of a side effect is this patient's, and had begun.
pub fn check_suspected(
    conn: &mut Conn,
    access: &Access<Treat>,
    side_effect: &SideEffect,
) -> HttpResult<()> {
    let Some(suspected) = side_effect.suspected_treatment_id else {
        return Ok(());
    };
    let treatment = store::current::<Treatment>(conn, access, suspected)?;
    let mut faults = Faults::default();
    match treatment.and_then(|version| version.content) {
        None => faults.add(
            "/suspected_treatment_id",
            "unknown_treatment",
            "There is no such treatment in this diary.",
        ),
        Some(treatment) => faults.require(
            treatment.started_on <= side_effect.began_on,
            "/began_on",
            "before_treatment",
            "The treatment had not begun on that day.",
        ),
    }
    faults.or(())?;
    Ok(())
}

/// A treatment whose days are corrected still holds every day on which it was given.
pub fn check_days_given(
    conn: &mut Conn,
    access: &Access<Treat>,
    id: RecordId,
    treatment: &Treatment,
) -> HttpResult<()> {
    let days = store::days_given(conn, access, id)?;
    let held = |day: Option<&(NaiveDate, RecordId)>, holds: &dyn Fn(NaiveDate) -> bool| {
        day.is_none_or(|(day, _)| holds(*day))
    };
    let mut faults = Faults::default();
    faults.require(
        held(days.first(), &|day| treatment.started_on <= day),
        "/started_on",
        "given_outside_treatment",
        "It was given on a day before.",
    );
    faults.require(
        held(days.last(), &|day| {
            treatment.ended_on.is_none_or(|end| day <= end)
        }),
        "/ended_on",
        "given_outside_treatment",
        "It was given on a day after.",
    );
    faults.or(())?;
    Ok(())
}
