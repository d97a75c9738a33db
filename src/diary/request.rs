//! A rating as clients send it, and what is checked before anything else sees it.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::Deserialize;

use super::answers::AnswersBody;
use super::model::{Rating, Respondent, Symptoms, Weight};
use crate::access::{Access, Role, Standing, Write};
use crate::clinical::{Answers, AnswersRefused, CuttingForm, INSTRUMENT_VERSION, Score, Week};
use crate::platform::db::Day;
use crate::platform::faults::Faults;
use crate::platform::http::{HttpResult, instant};
use crate::platform::text;
use crate::versions::{Draft, REASON};

/// A rating that a client sends.
#[derive(Debug, Clone, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryRequest {
    /// The civil day of the rating: inside the week, and not after today anywhere on earth.
    #[schema(value_type = NaiveDate, example = "2026-11-18")]
    assessed_on: Day,
    answers: AnswersBody,
    /// Which of the two cutting items was asked.
    #[serde(default)]
    cutting_form: CuttingForm,
    /// Whether there is a feeding tube; `5b` is for people who have one.
    #[serde(default)]
    gastrostomy: bool,
    /// Who answered. Left out: `self` from the patient's own account, `clinician_in_person` from a
    /// clinician's, `caregiver_proxy` from another. Only clinicians send a clinician's.
    respondent: Option<Respondent>,
    #[serde(default)]
    symptoms: Symptoms,
    /// 20 to 300, one decimal.
    #[schema(minimum = 20, maximum = 300, example = 68.4)]
    weight_kg: Option<f64>,
    /// In the person's own words; at most 2,000 characters.
    #[schema(max_length = 2000, example = "new walking frame")]
    note: Option<String>,
    /// When it was answered, by the clock of the device, and kept as claimed: part of no comparison.
    #[serde(default, deserialize_with = "instant::read_maybe")]
    #[schema(example = "2026-11-18T08:12:00.000Z")]
    answered_at: Option<DateTime<Utc>>,
    /// Why an earlier version is corrected; at most 500 characters.
    #[schema(max_length = 500)]
    change_reason: Option<String>,
}

/// The longest note, in characters.
const NOTE: usize = 2_000;

/// The years that a device may claim: one that lost its time begins in 1970.
const CLOCKS: std::ops::RangeInclusive<i32> = 1970..=2100;

/// No ALSFRS-R diary is from before the scale: 1990 leaves room.
const EARLIEST: i32 = 1990;

/// A rating that fits its week; who may say so is asked later.
#[derive(Debug, Clone)]
pub struct EntryDraft {
    draft: Draft<Rating>,
    respondent: Option<Respondent>,
}

impl EntryRequest {
    /// The answers to the scale alone, in the order of the items.
    pub fn of_scale(
        assessed_on: NaiveDate,
        scores: [Option<Score>; 12],
        (cutting_form, gastrostomy): (CuttingForm, bool),
        respondent: Option<Respondent>,
        answered_at: Option<DateTime<Utc>>,
    ) -> Self {
        Self {
            assessed_on: Day(assessed_on),
            answers: AnswersBody::from_scores(scores),
            cutting_form,
            gastrostomy,
            respondent,
            symptoms: Symptoms::default(),
            weight_kg: None,
            note: None,
            answered_at,
            change_reason: None,
        }
    }

    /// The civil day of the rating.
    pub fn day(&self) -> NaiveDate {
        self.assessed_on.0
    }

    /// The rating, for `week`, not later than `latest_day`; `faults` are those found before.
    pub fn read(
        self,
        mut faults: Faults,
        week: Week,
        latest_day: NaiveDate,
    ) -> Result<EntryDraft, Faults> {
        self.check_day(&mut faults, week, latest_day);
        let answers = Answers::new(self.answers.scores(), self.cutting_form, self.gastrostomy);
        faults.require(
            answers != Err(AnswersRefused::NothingAnswered),
            "/answers",
            "nothing_answered",
            "Answer at least one item.",
        );
        let is_tube_form = self.cutting_form == CuttingForm::B;
        faults.require(
            !is_tube_form || self.gastrostomy || faults.has("/gastrostomy"),
            "/cutting_form",
            "gastrostomy_needed",
            "Form 5b is for people with a gastrostomy.",
        );
        let weight = self.weight_kg.map(Weight::from_kg);
        faults.require(
            weight != Some(None),
            "/weight_kg",
            "invalid_value",
            "A weight is 20 to 300 kg with at most one decimal.",
        );
        let is_absurd = |at: &DateTime<Utc>| !CLOCKS.contains(&at.year());
        faults.require(
            !self.answered_at.as_ref().is_some_and(is_absurd),
            "/answered_at",
            "invalid_value",
            "No clock shows that year.",
        );
        let note = text::lines(&mut faults, "/note", self.note, NOTE);
        let change_reason = text::lines(&mut faults, "/change_reason", self.change_reason, REASON);
        let Ok(answers) = answers else {
            return Err(faults);
        };
        let content = Rating {
            assessed_on: self.assessed_on.0,
            answers,
            instrument: INSTRUMENT_VERSION.to_owned(),
            respondent: self.respondent.unwrap_or(Respondent::Oneself),
            symptoms: self.symptoms,
            weight: weight.flatten(),
            note,
            answered_at: self.answered_at,
            device_name: None,
        };
        faults.or(EntryDraft {
            draft: Draft {
                content,
                change_reason,
                keep: None,
            },
            respondent: self.respondent,
        })
    }

    /// The rating of a clinician on `day`, which is kept apart from the diary, likewise.
    pub fn read_of_clinic(
        self,
        mut faults: Faults,
        day: NaiveDate,
        latest_day: NaiveDate,
    ) -> Result<Draft<Rating>, Faults> {
        faults.require(
            self.day() == day,
            "/assessed_on",
            "another_day",
            "The day of the rating is another than that of the address.",
        );
        let respondent = self.respondent.unwrap_or(Respondent::ClinicianInPerson);
        faults.require(
            respondent.is_clinic(),
            "/respondent",
            "respondent_not_possible",
            "A rating of the clinic is clinician_in_person or clinician_phone.",
        );
        let week = Week::of(self.day());
        let EntryDraft { mut draft, .. } = self.read(faults, week, latest_day)?;
        draft.content.respondent = respondent;
        Ok(draft)
    }

    fn check_day(&self, faults: &mut Faults, week: Week, latest_day: NaiveDate) {
        let place = "/assessed_on";
        faults.require(
            week.contains(self.assessed_on.0),
            place,
            "day_outside_week",
            "The day of the rating lies outside the week.",
        );
        faults.require(
            self.assessed_on.0 <= latest_day,
            place,
            "date_in_future",
            "The day of the rating has not come anywhere on earth.",
        );
        faults.require(
            self.assessed_on.0.year() >= EARLIEST,
            place,
            "date_too_early",
            "The day of the rating is before 1990.",
        );
    }
}

impl EntryDraft {
    /// The rating of this sender. Who types on the patient's behalf cannot say that the patient answered
    /// alone, and only clinicians rate as clinicians.
    pub fn by(&self, access: &Access<Write>) -> HttpResult<Draft<Rating>> {
        let (standing, role) = (access.standing(), access.who().role());
        let usual = match role {
            _ if standing.is_patient() => Respondent::Oneself,
            Role::Clinician => Respondent::ClinicianInPerson,
            Role::Patient | Role::Caregiver | Role::Admin => Respondent::CaregiverProxy,
        };
        let mut draft = self.draft.clone();
        let respondent = self.respondent.unwrap_or(usual);
        draft.content.respondent = respondent;
        let mut faults = Faults::default();
        faults.require(
            standing.is_patient() || respondent != Respondent::Oneself,
            "/respondent",
            "respondent_not_possible",
            "Only the patient's own account records answers of the patient alone.",
        );
        faults.require(
            role == Role::Clinician || !respondent.is_clinic(),
            "/respondent",
            "respondent_not_possible",
            "Only clinicians record ratings of a clinician.",
        );
        faults.require(
            standing != Standing::Guest
                || respondent == Respondent::CaregiverProxy
                || faults.has("/respondent"),
            "/respondent",
            "respondent_not_possible",
            "A guest gives the answers for the patient: caregiver_proxy.",
        );
        if access.guest().is_none() {
            draft.content.device_name = access.own_device()?;
        }
        Ok(faults.or(draft)?)
    }
}
