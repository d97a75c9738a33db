//! Who answered, and the step that a change of rater or of form makes.

use chrono::NaiveDate;
use serde::Serialize;

use super::text::yes;
use super::{Fact, ScoreArea, Voice};
use crate::clinical::slope::round;
use crate::clinical::{CuttingForm, Rater, Step};
use crate::words::Places;

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
    /// How many points higher these ratings are than those just before; negative is lower. Absent where that is not
    /// clear.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
    /// Its 95 % interval; absent as above, and where every rating is on the line of its rater.
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
    let told = |points: f64| round(points, 1).clamp(-most, most);
    let ends = step.ci95.map(|ends| ends.map(told));
    let clear = ends.filter(|[low, high]| *low > 0.0 || *high < 0.0);
    let points = told(step.points);
    let is_clear = clear.is_some() || step.ci95.is_none() && points != 0.0;
    Fact::Step(RaterStep {
        score,
        since,
        for_good,
        rater: (step.from != step.to).then_some(step.to),
        form: (step.from_form != step.to_form).then_some(step.to_form),
        points: is_clear.then_some(points),
        points_ci95: clear,
    })
}

impl RaterStep {
    pub(super) fn tell(&self, voice: Voice<'_>, places: &mut Places<'_>) {
        places.set(
            "rater",
            self.rater.map_or("none", |rater| voice.rater(rater)),
        );
        let tube = |form| yes(form == CuttingForm::B);
        places.set("tube", self.form.map_or("none", tube));
        let Some(by) = self.points else {
            return places.set("seen", "unclear");
        };
        places.set("seen", if by < 0.0 { "lower" } else { "higher" });
        places.set("points", by.abs());
        let Some([low, high]) = self.points_ci95.map(|ends| ends.map(f64::abs)) else {
            return places.set("likely", "none");
        };
        places.set("likely", "between");
        for (name, number) in [("least", low.min(high)), ("most", low.max(high))] {
            places.set(name, number);
        }
    }
}
