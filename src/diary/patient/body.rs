//! A patient as clients see and change them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::access::{Level, Relation, Standing};
use crate::accounts::{OnsetRegion, Profile, Sex, read_time_zone};
use crate::platform::clock::Zone;
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::http::json::given;
use crate::platform::ids::PatientId;

/// A diary that the caller may open.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Patient)]
pub struct PatientBody {
    patient_id: PatientId,
    /// Whose diary it is.
    #[schema(example = "Ada")]
    display_name: String,
    /// What the caller is to the patient; `self` for one's own diary.
    relation: Relation,
    /// How far the caller was let in; the patient has every level.
    level: Level,
    /// There, and true, when the caller acts for the patient, as the patient chose, and so may do in
    /// the diary and the circle what the patient may.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    acts_for_patient: bool,
    /// Where the patient lives; for those who may read entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "Europe/Berlin")]
    time_zone: Option<&'static str>,
    /// For the patient and who acts for them.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    facts: Option<Facts>,
}

/// What only the patient sees and changes, and who acts for them.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct Facts {
    symptom_onset: Option<NaiveDate>,
    diagnosed_on: Option<NaiveDate>,
    onset_region: Option<OnsetRegion>,
    #[schema(example = 1961)]
    birth_year: Option<i16>,
    sex: Option<Sex>,
    #[schema(example = "SOD1")]
    gene: Option<String>,
}

impl PatientBody {
    /// As much as somebody of this standing may see.
    pub fn new(
        patient: PatientId,
        standing: Standing,
        display_name: String,
        profile: Profile,
    ) -> Self {
        let may_read = standing.level() >= Level::Read;
        Self {
            patient_id: patient,
            relation: standing.relation(),
            level: standing.level(),
            acts_for_patient: standing.is_trustee(),
            time_zone: may_read.then(|| profile.time_zone.name()),
            facts: standing.acts().then_some(Facts {
                symptom_onset: profile.symptom_onset,
                diagnosed_on: profile.diagnosed_on,
                onset_region: profile.onset_region,
                birth_year: profile.birth_year,
                sex: profile.sex,
                gene: profile.gene,
            }),
            display_name,
        }
    }
}

/// One diary of the list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Diary)]
pub struct DiaryBody {
    pub(super) patient_id: PatientId,
    /// Whose diary it is.
    #[schema(example = "Ada")]
    pub(super) display_name: String,
    /// What the caller is to the patient; `self` for one's own diary.
    pub(super) relation: Relation,
    /// How far the caller was let in; the patient has every level.
    pub(super) level: Level,
    /// There, and true, when the caller acts for the patient, as the patient chose.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    pub(super) acts_for_patient: bool,
}

/// Facts to change. What is left out stays; null clears it.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[expect(
    clippy::option_option,
    reason = "left out and taken away are two things"
)]
#[serde(deny_unknown_fields)]
pub struct ChangePatient {
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>, example = "2024-12-29")]
    symptom_onset: Option<Option<Day>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>)]
    diagnosed_on: Option<Option<Day>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<OnsetRegion>)]
    onset_region: Option<Option<OnsetRegion>>,
    /// At least 16 years ago.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<i16>, minimum = 1900, example = 1961)]
    birth_year: Option<Option<i16>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Sex>)]
    sex: Option<Option<Sex>>,
    /// The symbol of the gene in which a cause was found.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z0-9-]{2,20}$")]
    gene: Option<Option<String>>,
    /// IANA; the weeks that are recorded stay as they are.
    #[schema(example = "Europe/Berlin")]
    time_zone: Option<String>,
}

impl ChangePatient {
    /// `profile` with these changes.
    pub fn apply(self, mut profile: Profile) -> Result<Profile, Faults> {
        let mut faults = Faults::default();
        let zone: Option<Zone> = self
            .time_zone
            .map(|name| read_time_zone(&mut faults, &name));
        profile.time_zone = zone.unwrap_or(profile.time_zone);
        profile.symptom_onset = day(self.symptom_onset, profile.symptom_onset);
        profile.diagnosed_on = day(self.diagnosed_on, profile.diagnosed_on);
        profile.onset_region = self.onset_region.unwrap_or(profile.onset_region);
        profile.birth_year = self.birth_year.unwrap_or(profile.birth_year);
        profile.sex = self.sex.unwrap_or(profile.sex);
        profile.gene = self.gene.unwrap_or(profile.gene);
        faults.or(profile)
    }
}

#[expect(
    clippy::option_option,
    reason = "left out and taken away are two things"
)]
fn day(sent: Option<Option<Day>>, current: Option<NaiveDate>) -> Option<NaiveDate> {
    sent.map_or(current, |day| day.map(Into::into))
}
