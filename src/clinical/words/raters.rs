//! Who answered, and the step that a change of rater or of form makes.

use chrono::NaiveDate;
use serde::Serialize;

use super::plain::{beginning, points, tenth, was};
use super::{Fact, ScoreArea, Voice};
use crate::clinical::{Companion, CuttingForm, Rater, Reader, Step};

/// From a day on it was rated in another way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RaterStep {
    /// In which score the step is seen.
    pub score: ScoreArea,
    /// The day of the first rating in the new way.
    pub since: NaiveDate,
    /// Whether no earlier rater and no earlier form came back.
    pub for_good: bool,
    /// Whose eyes it is seen with now; absent where that is as before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rater: Option<Rater>,
    /// The form of item 5 now; absent where that is as before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<CuttingForm>,
    /// How many points higher these ratings are; negative is lower. Absent where the interval holds 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
    /// Its 95 % interval; absent as above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points_ci95: Option<[f64; 2]>,
}

/// What a step says.
pub(in crate::clinical) fn step(
    score: ScoreArea,
    step: &Step,
    since: NaiveDate,
    for_good: bool,
) -> Fact {
    let most = f64::from(score.of());
    let told = |points: f64| tenth(points).clamp(-most, most);
    let ends = step.ci95.map(|ends| ends.map(told));
    let clear = ends.filter(|[low, high]| *low > 0.0 || *high < 0.0);
    Fact::Step(RaterStep {
        score,
        since,
        for_good,
        rater: (step.from != step.to).then_some(step.to),
        form: (step.from_form != step.to_form).then_some(step.to_form),
        points: clear.map(|_| told(step.points)),
        points_ci95: clear,
    })
}

impl RaterStep {
    pub(super) fn text(&self, voice: Voice<'_>) -> String {
        let day = voice.day(self.since);
        let since = if self.for_good {
            format!("from {day} on")
        } else {
            format!("at times, first on {day},")
        };
        let ways: Vec<String> = [
            self.rater.map(|rater| rated(rater, voice.reader)),
            self.form.map(asked).map(str::to_owned),
        ]
        .into_iter()
        .flatten()
        .collect();
        let seen = match self.points.zip(self.points_ci95) {
            Some((by, ci95)) => {
                let higher = if by < 0.0 { "lower" } else { "higher" };
                let [low, high] = ci95.map(f64::abs);
                let (least, most) = (low.min(high), low.max(high));
                format!(
                    "; {} was then about {} {higher} (likely between {least} and {most})",
                    self.score.name(),
                    points(by)
                )
            }
            None => format!(
                "; whether it made a step in {} is not clear",
                self.score.name()
            ),
        };
        format!("{} {}{seen}.", beginning(&since), ways.join(", and "))
    }
}

fn rated(rater: Rater, reader: Reader<'_>) -> String {
    match (rater, reader) {
        (Rater::Oneself, Reader::Patient) => String::from("you answered alone"),
        (Rater::Oneself, Reader::Other(of)) => format!("{} answered alone", of.patient),
        (Rater::Helped, Reader::Patient) => String::from("you answered with another person's help"),
        (Rater::Helped, Reader::Other(of)) => {
            format!("{} answered with {} help", of.patient, helper(of))
        }
        (Rater::Proxy, Reader::Patient) => {
            String::from("a caregiver answered for you, from what they see")
        }
        (Rater::Proxy, Reader::Other(of)) if of.is_author => {
            format!("you answered for {}, from what you see", of.patient)
        }
        (Rater::Proxy, Reader::Other(of)) => {
            format!(
                "a caregiver answered for {}, from what they see",
                of.patient
            )
        }
        (Rater::ClinicInPerson, _) => String::from("the clinic rated, face to face"),
        (Rater::ClinicByPhone, _) => String::from("the clinic rated, on the telephone"),
    }
}

const fn helper(of: Companion<'_>) -> &'static str {
    if of.is_helper {
        "your"
    } else {
        "another person's"
    }
}

const fn asked(form: CuttingForm) -> &'static str {
    match form {
        CuttingForm::A => "cutting food was asked as it is without a feeding tube",
        CuttingForm::B => "cutting food was asked as it is with a feeding tube",
    }
}

pub(super) fn answered_by(rater: Rater, ratings: usize, of: usize, reader: Reader<'_>) -> String {
    let how = match (rater, reader) {
        (Rater::Oneself, Reader::Patient) => String::from("made by you alone"),
        (Rater::Oneself, Reader::Other(of)) => format!("made by {} alone", of.patient),
        (Rater::Helped, Reader::Other(of)) => format!("made with {} help", helper(of)),
        (Rater::Helped, Reader::Patient) => String::from("made with another person's help"),
        (Rater::Proxy, Reader::Other(of)) if of.is_author => {
            String::from("made by you, from what you see")
        }
        (Rater::Proxy, _) => String::from("made by a caregiver, from what they see"),
        (Rater::ClinicInPerson, _) => String::from("made by the clinic, face to face"),
        (Rater::ClinicByPhone, _) => String::from("made by the clinic, on the telephone"),
    };
    match (ratings, of) {
        (1, 1) => format!("The one rating was {how}."),
        (ratings, of) if ratings == of => format!("All {of} ratings were {how}."),
        (ratings, of) => format!("{ratings} of {of} ratings {} {how}.", was(ratings)),
    }
}

/// Whose the last rating was, where it was not the patient's.
pub(super) const fn possessor(rater: Rater, reader: Reader<'_>) -> &'static str {
    match (rater, reader) {
        (Rater::Oneself | Rater::Helped, _) => "",
        (Rater::Proxy, Reader::Other(of)) if of.is_author => ", by you",
        (Rater::Proxy, _) => ", by a caregiver",
        (Rater::ClinicInPerson, _) => ", by the clinic",
        (Rater::ClinicByPhone, _) => ", by the clinic on the telephone",
    }
}
