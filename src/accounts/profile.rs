//! What is known about a patient besides the ratings.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::access::{Access, Manage, Right, SealedName, key_of_account, sealed_name};
use crate::platform::clock::Zone;
use crate::platform::db::{At, Conn, DbError, DbResult, on_each, stored_as_code};
use crate::platform::faults::Faults;
use crate::platform::ids::AccountId;
use crate::schema::{accounts, data_keys, patients};

/// Where the weakness began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnsetRegion {
    /// Speech or swallowing.
    Bulbar,
    /// An arm or a hand.
    UpperLimb,
    /// A leg or a foot.
    LowerLimb,
    /// The trunk.
    Trunk,
    /// Breathing.
    Respiratory,
    /// Several at once.
    Generalised,
    /// Not known.
    Unknown,
}
stored_as_code!(OnsetRegion {
    Bulbar = 1,
    UpperLimb = 2,
    LowerLimb = 3,
    Trunk = 4,
    Respiratory = 5,
    Generalised = 6,
    Unknown = 9,
});

/// Sex, as ALS registries ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Neither.
    Other,
    /// Not said.
    Unknown,
}
stored_as_code!(Sex {
    Female = 1,
    Male = 2,
    Other = 3,
    Unknown = 9,
});

/// What is known about a patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Where they live: decides which day it is.
    pub time_zone: Zone,
    /// The day of the first symptom, as well as it is remembered.
    pub symptom_onset: Option<NaiveDate>,
    /// The day of the diagnosis.
    pub diagnosed_on: Option<NaiveDate>,
    /// Where it began.
    pub onset_region: Option<OnsetRegion>,
    /// The year of birth; the day is not asked for.
    pub birth_year: Option<i16>,
    /// Sex.
    pub sex: Option<Sex>,
    /// The symbol of the gene in which a cause was found (HGNC: `SOD1`, `C9orf72`).
    pub gene: Option<String>,
    /// Counts the changes.
    pub version: i32,
    /// When the diary began.
    pub created_at: DateTime<Utc>,
}

/// Nobody alive was born earlier, and nobody's symptoms began earlier.
const EARLIEST_YEAR: i32 = 1900;

impl Profile {
    /// Checks the facts against each other and against `today`, the latest day anywhere on earth.
    /// Who is younger than `youngest` keeps no diary: ALS of children is another disease, and needs
    /// another consent.
    pub fn check(&self, today: NaiveDate, youngest: u16) -> Result<(), Faults> {
        let mut faults = Faults::default();
        for (pointer, day) in [
            ("/symptom_onset", self.symptom_onset),
            ("/diagnosed_on", self.diagnosed_on),
        ] {
            faults.require(
                day.is_none_or(|day| day <= today),
                pointer,
                "date_in_future",
                "This day has not come anywhere on earth.",
            );
            faults.require(
                day.is_none_or(|day| day.year() >= EARLIEST_YEAR),
                pointer,
                "date_too_early",
                "This day is before 1900.",
            );
        }
        let in_order = self.symptom_onset.zip(self.diagnosed_on);
        faults.require(
            in_order.is_none_or(|(onset, diagnosis)| onset <= diagnosis),
            "/diagnosed_on",
            "diagnosed_before_onset",
            "The diagnosis comes before the first symptom.",
        );
        let born = EARLIEST_YEAR..=today.year() - i32::from(youngest);
        faults.require(
            self.birth_year
                .is_none_or(|year| born.contains(&year.into())),
            "/birth_year",
            "invalid_value",
            "The year of birth is 1900 or later, and as long ago as a diary here needs.",
        );
        faults.require(
            self.gene.as_deref().is_none_or(is_gene_symbol),
            "/gene",
            "invalid_value",
            "A gene is written as its symbol: letters, digits and hyphens, at most 20.",
        );
        faults.or(())
    }
}

fn is_gene_symbol(text: &str) -> bool {
    (2..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

type Row = (
    String,
    Option<NaiveDate>,
    Option<NaiveDate>,
    (Option<i16>, Option<i16>, Option<i16>, Option<String>),
    i32,
    At,
);

/// The facts about the patient whose record `access` opens.
pub fn profile(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Profile> {
    let row = patients::table
        .filter(patients::key.eq(access.key().0))
        .select((
            patients::time_zone,
            patients::symptom_onset,
            patients::diagnosed_on,
            (
                patients::onset_region,
                patients::birth_year,
                patients::sex,
                patients::gene,
            ),
            patients::version,
            patients::created_at,
        ));
    let row: Row = on_each!(conn, |c| row.first(c))?;
    read(row).ok_or_else(|| DbError::corrupt("patient", access.patient()))
}

fn read((zone, symptom_onset, diagnosed_on, facts, version, created_at): Row) -> Option<Profile> {
    let (onset_region, birth_year, sex, gene) = facts;
    Some(Profile {
        time_zone: zone.parse().ok()?,
        symptom_onset,
        diagnosed_on,
        onset_region: coded(onset_region, OnsetRegion::from_code).ok()?,
        birth_year,
        sex: coded(sex, Sex::from_code).ok()?,
        gene,
        version,
        created_at: created_at.into(),
    })
}

/// What the patient is called whose record `access` opens.
pub fn patient_name(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<String> {
    let (owner, name): (AccountId, SealedName) = patients::table
        .inner_join(accounts::table)
        .left_join(key_of_account!())
        .filter(patients::key.eq(access.key().0))
        .select((patients::account_id, sealed_name()))
        .first(conn)?;
    name.open(access.who().vault(), owner)
}

/// `None` where nothing is stored; an error for a code that nothing has.
fn coded<T>(code: Option<i16>, read: impl Fn(i16) -> Option<T>) -> Result<Option<T>, i16> {
    code.map(|code| read(code).ok_or(code)).transpose()
}

/// The day of the diagnosis, when it is known.
pub fn diagnosed_on(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Option<NaiveDate>> {
    let day = patients::table
        .find(access.key().0)
        .select(patients::diagnosed_on);
    Ok(on_each!(conn, |c| day.first(c))?)
}

/// Keeps `changed`, whose version is the one that was read; it becomes the next.
pub fn change_profile(conn: &mut Conn, access: &Access<Manage>, changed: &Profile) -> DbResult<()> {
    diesel::update(patients::table.find(access.key().0))
        .set((
            patients::time_zone.eq(changed.time_zone.name()),
            patients::symptom_onset.eq(changed.symptom_onset),
            patients::diagnosed_on.eq(changed.diagnosed_on),
            patients::onset_region.eq(changed.onset_region.map(OnsetRegion::code)),
            patients::birth_year.eq(changed.birth_year),
            patients::sex.eq(changed.sex.map(Sex::code)),
            patients::gene.eq(&changed.gene),
            patients::version.eq(patients::version + 1),
        ))
        .execute(conn)?;
    Ok(())
}
