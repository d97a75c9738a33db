//! `proact`: the files of the PRO-ACT database, as the public scripts read them: ids and days are whole numbers, one
//! form of item 5 is filled, and `Q10_Respiratory` and `ALSFRS_Total` belong to the older scale and stay empty.

use std::io;

use chrono::NaiveDate;

use super::{File, Files, Open, Patient, Rows, Terms, word};
use crate::clinical::{CuttingForm, Item, Respondent, TreatmentKind, Weight};
use crate::diary::Rating;
use crate::patients::{OnsetRegion, Sex};
use crate::platform::table::Row;
use crate::treatments::{Content, SideEffect, Treatment};

/// A file and its columns. Of trial arms and deaths nothing is recorded here: the files have names of columns alone.
type Layout = (&'static str, &'static str);

const ALSFRS: Layout = (
    "PROACT_ALSFRS",
    "subject_id,Q1_Speech,Q2_Salivation,Q3_Swallowing,Q4_Handwriting,Q5a_Cutting_without_Gastrostomy,\
     Q5b_Cutting_with_Gastrostomy,Q6_Dressing_and_Hygiene,Q7_Turning_in_Bed,Q8_Walking,Q9_Climbing_Stairs,\
     Q10_Respiratory,ALSFRS_Delta,ALSFRS_Total,ALSFRS_R_Total,R_1_Dyspnea,R_2_Orthopnea,\
     R_3_Respiratory_Insufficiency,Mode_of_Administration,ALSFRS_Responded_By",
);
/// What the clinic rated, in the columns of the same: scripts that read one rater find one in each.
const CLINIC: &str = "PROACT_ALSFRS_CLINIC";
const HISTORY: Layout = (
    "PROACT_ALSHISTORY",
    "subject_id,Site_of_Onset___Bulbar,Site_of_Onset___Limb,Site_of_Onset___Limb_and_Bulbar,Site_of_Onset___Other,\
     Site_of_Onset___Other_Specify,Site_of_Onset___Spine,Subject_ALS_History_Delta,Disease_Duration,Symptom,\
     Site_of_Onset,Onset_Delta,Diagnosis_Delta",
);
const DEMOGRAPHICS: Layout = (
    "PROACT_DEMOGRAPHICS",
    "subject_id,Demographics_Delta,Age,Sex",
);
const RILUZOLE: Layout = (
    "PROACT_RILUZOLE",
    "subject_id,Subject_used_Riluzole,Riluzole_use_Delta",
);
const EVENTS: Layout = (
    "PROACT_ADVERSEEVENTS",
    "subject_id,Lowest_Level_Term,Preferred_Term,Severity,Outcome,Start_Date_Delta,End_Date_Delta",
);
const CONMEDS: Layout = (
    "PROACT_CONMEDS",
    "subject_id,Medication_Coded,Start_Delta,Stop_Delta",
);
const TREATMENT: Layout = (
    "PROACT_TREATMENT",
    "subject_id,Treatment_Group_Delta,Study_Arm",
);
const DEATH: Layout = ("PROACT_DEATHDATA", "subject_id,Subject_Died,Death_Days");
const VITALS: Layout = (
    "PROACT_VITALSIGNS",
    "subject_id,Vital_Signs_Delta,Weight,Weight_Units",
);
/// Which number is which patient, where that may be told.
const SUBJECTS: Layout = ("subjects", "subject_id,subject");

pub(super) struct Proact {
    ratings: Rows,
    clinic: Rows,
    history: Rows,
    demographics: Rows,
    riluzole: Rows,
    events: Rows,
    conmeds: Rows,
    treatment: Rows,
    death: Rows,
    vitals: Rows,
    subjects: Option<Rows>,
    identified: bool,
}

impl Proact {
    pub(super) fn begin(terms: &Terms, open: &mut Open<'_>) -> io::Result<Self> {
        let mut begin = |(name, columns): Layout| {
            let columns: Vec<&str> = columns.split(',').collect();
            Rows::csv(name, &columns, terms, open)
        };
        Ok(Self {
            ratings: begin(ALSFRS)?,
            clinic: begin((CLINIC, ALSFRS.1))?,
            history: begin(HISTORY)?,
            demographics: begin(DEMOGRAPHICS)?,
            riluzole: begin(RILUZOLE)?,
            events: begin(EVENTS)?,
            conmeds: begin(CONMEDS)?,
            treatment: begin(TREATMENT)?,
            death: begin(DEATH)?,
            vitals: begin(VITALS)?,
            subjects: terms.identified.then(|| begin(SUBJECTS)).transpose()?,
            identified: terms.identified,
        })
    }

    fn weight(&mut self, patient: &Patient, rating: &Rating) -> io::Result<()> {
        let Some(weight) = rating.weight else {
            return Ok(());
        };
        let table = &mut self.vitals;
        table.plain(Some(patient.number))?;
        table.plain(Some(patient.day(rating.assessed_on)))?;
        table.plain(Some(Weight::kg(weight)))?;
        table.plain(Some("Kilograms"))?;
        table.end_row()
    }

    fn rating(table: &mut Rows, patient: &Patient, rating: &Rating) -> io::Result<()> {
        let (answers, day) = (&rating.answers, patient.day(rating.assessed_on));
        let form = answers.cutting_form();
        table.plain(Some(patient.number))?;
        for item in Item::ALL.into_iter().take(9) {
            let points = answers.points(item);
            if item == Item::Cutting {
                table.plain(points.filter(|_| form == CuttingForm::A))?;
                table.plain(points.filter(|_| form == CuttingForm::B))?;
            } else {
                table.plain(points)?;
            }
        }
        table.plain(None::<u8>)?;
        table.plain(Some(day))?;
        table.plain(None::<u8>)?;
        table.plain(answers.total())?;
        for item in Item::ALL.into_iter().skip(9) {
            table.plain(answers.points(item))?;
        }
        let (mode, by) = answered_by(rating.respondent);
        table.plain(Some(mode))?;
        table.plain(Some(by))?;
        table.end_row()
    }

    fn facts(&mut self, patient: &Patient) -> io::Result<()> {
        let Some(facts) = &patient.facts else {
            return Ok(());
        };
        let day = |on: Option<NaiveDate>| on.map(|on| patient.day(on));
        let site = facts.onset_region.and_then(site_of_onset);
        let table = &mut self.history;
        table.plain(Some(patient.number))?;
        for column in ["Bulbar", "Limb", "Limb and Bulbar", "Other", "", "Spine"] {
            table.plain(site.filter(|site| *site == column).map(|_| 1))?;
        }
        table.plain(Some(0))?;
        table.plain(day(facts.symptom_onset).map(|day| -day))?;
        table.plain(None::<u8>)?;
        table.plain(site.map(|site| format!("Onset: {site}")))?;
        table.plain(day(facts.symptom_onset))?;
        table.plain(day(facts.diagnosed_on))?;
        self.history.end_row()?;
        let table = &mut self.demographics;
        table.plain(Some(patient.number))?;
        table.plain(Some(0))?;
        table.plain(patient.age())?;
        table.plain(facts.sex.and_then(sex))?;
        self.demographics.end_row()
    }

    fn medicine(&mut self, patient: &Patient, said: &Treatment) -> io::Result<()> {
        let began = patient.day(said.started_on);
        let ended = said.ended_on.map(|end| patient.day(end));
        let name = word::of_treatment(said, self.identified);
        if name == "riluzole" {
            self.riluzole.plain(Some(patient.number))?;
            self.riluzole.plain(Some("Yes"))?;
            self.riluzole.plain(Some(began))?;
            self.riluzole.end_row()?;
        }
        let table = &mut self.conmeds;
        table.plain(Some(patient.number))?;
        table.text(Some(name))?;
        table.plain(Some(began))?;
        table.plain(ended)?;
        self.conmeds.end_row()
    }

    fn event(&mut self, patient: &Patient, said: &SideEffect) -> io::Result<()> {
        let ended = said.ended_on.map(|end| patient.day(end));
        let table = &mut self.events;
        table.plain(Some(patient.number))?;
        table.plain(Some(said.what.everyday_name()))?;
        table.plain(None::<u8>)?;
        table.plain(Some(word::severity(said.severity)))?;
        table.plain(Some(if ended.is_some() {
            "Resolved"
        } else {
            "Ongoing"
        }))?;
        table.plain(Some(patient.day(said.began_on)))?;
        table.plain(ended)?;
        self.events.end_row()
    }
}

fn site_of_onset(region: OnsetRegion) -> Option<&'static str> {
    match region {
        OnsetRegion::Bulbar => Some("Bulbar"),
        OnsetRegion::UpperLimb | OnsetRegion::LowerLimb => Some("Limb"),
        OnsetRegion::Trunk => Some("Spine"),
        OnsetRegion::Respiratory => Some("Other"),
        OnsetRegion::Generalised => Some("Limb and Bulbar"),
        OnsetRegion::Unknown => None,
    }
}

fn sex(sex: Sex) -> Option<&'static str> {
    match sex {
        Sex::Female => Some("Female"),
        Sex::Male => Some("Male"),
        Sex::Other | Sex::Unknown => None,
    }
}

/// How it was asked, and who answered, in the words of PRO-ACT.
fn answered_by(respondent: Respondent) -> (&'static str, &'static str) {
    match respondent {
        Respondent::Oneself | Respondent::SelfWithHelp => ("Self-Administered", "Patient"),
        Respondent::CaregiverRelayed => ("Self-Administered", "Patient and Caregiver"),
        Respondent::CaregiverProxy => ("Self-Administered", "Caregiver"),
        Respondent::ClinicianInPerson => ("In Person", "Patient"),
        Respondent::ClinicianPhone => ("Telephone", "Patient"),
    }
}

impl Files for Proact {
    fn add(&mut self, patient: &Patient) -> io::Result<()> {
        if let Some(subjects) = &mut self.subjects {
            subjects.plain(Some(patient.number))?;
            subjects.text(Some(&patient.id))?;
            subjects.end_row()?;
        }
        self.facts(patient)?;
        for (_, rating) in patient.ratings() {
            Self::rating(&mut self.ratings, patient, rating)?;
            self.weight(patient, rating)?;
        }
        for (_, rating) in patient.clinic_ratings() {
            Self::rating(&mut self.clinic, patient, rating)?;
            self.weight(patient, rating)?;
        }
        for (_, content) in patient.contents() {
            match content {
                Content::Treatment(said) if said.treatment_kind == TreatmentKind::Drug => {
                    self.medicine(patient, said)?;
                }
                Content::SideEffect(said) => self.event(patient, said)?,
                Content::Treatment(_)
                | Content::Administration(_)
                | Content::Screening(_)
                | Content::Measurement(_)
                | Content::Milestone(_)
                | Content::ClinicRating(_) => {}
            }
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<Vec<File>> {
        let all = [
            self.ratings,
            self.clinic,
            self.history,
            self.demographics,
            self.riluzole,
            self.events,
            self.conmeds,
            self.treatment,
            self.death,
            self.vitals,
        ];
        all.into_iter()
            .chain(self.subjects)
            .map(Rows::end)
            .collect()
    }
}
