//! Recording each of the four kinds, with what each must fit.

use chrono::NaiveDate;

use super::course::{self, Warning};
use super::model::{Administration, Screening, SideEffect, Treatment, Version};
use super::of_patient;
use super::record::record;
use super::sent::{AddAdministration, AddScreening, AddSideEffect, AddTreatment};
use crate::access::{Access, Treat};
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::RecordId;

/// Records a treatment; whether it is new.
pub fn add_treatment(
    conn: &mut Conn,
    access: &Access<Treat>,
    body: AddTreatment,
    latest_day: NaiveDate,
) -> HttpResult<(bool, Version<Treatment>)> {
    let id = body.id;
    let treatment = body.read(latest_day)?;
    record(conn, access, id, &treatment, |_, _| Ok(()))
}

/// Records a day on which a treatment was given; whether it is new, and what to warn of.
pub fn add_administration(
    conn: &mut Conn,
    access: &Access<Treat>,
    treatment: RecordId,
    body: AddAdministration,
    latest_day: NaiveDate,
) -> HttpResult<(bool, Version<Administration>, Vec<Warning>)> {
    let (_, of) = of_patient::find::<Treatment>(conn, access, treatment)?;
    let id = body.id;
    let given = body.read(treatment, latest_day)?;
    let (is_new, version) = record(conn, access, id, &given, |_, _| {
        of_patient::check_administration(&given, &of)
    })?;
    let warnings = course::warnings(conn, access, (treatment, &of), (given.day, id))?;
    Ok((is_new, version, warnings))
}

/// Records a screening before cell therapy; whether it is new.
pub fn add_screening(
    conn: &mut Conn,
    access: &Access<Treat>,
    treatment: RecordId,
    body: AddScreening,
    latest_day: NaiveDate,
) -> HttpResult<(bool, Version<Screening>)> {
    of_patient::may_screen(access)?;
    let id = body.id;
    let screening = body.read(treatment, latest_day)?;
    record(conn, access, id, &screening, |conn, access| {
        of_patient::check_screening(conn, access, &screening)
    })
}

/// Records a side effect; whether it is new.
pub fn add_side_effect(
    conn: &mut Conn,
    access: &Access<Treat>,
    body: AddSideEffect,
    latest_day: NaiveDate,
) -> HttpResult<(bool, Version<SideEffect>)> {
    let id = body.id;
    let side_effect = body.read(latest_day)?;
    record(conn, access, id, &side_effect, |conn, access| {
        of_patient::check_suspected(conn, access, &side_effect)
    })
}
