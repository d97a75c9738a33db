//! Which days are before, and which are after.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::clinical::TreatmentKind;
use crate::platform::http::{HttpResult, Refused};
use crate::treatments::model::Treatment;

/// Which days to look at.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::IntoParams)]
#[expect(clippy::struct_field_names, reason = "the names of the contract")]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Days after the start that count on neither side, while it begins to act: 0 to 365
    #[serde(default)]
    #[param(value_type = Option<u16>, maximum = 365, default = 0)]
    washin_days: u16,
    /// How many days before the start to look back: 1 to 1,830
    #[serde(default = "half_a_year")]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 1830, default = 182)]
    before_days: u16,
    /// How many days after the wash-in to look at: 1 to 1,830
    #[serde(default = "half_a_year")]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 1830, default = 182)]
    after_days: u16,
}

fn half_a_year() -> u16 {
    182
}

/// Five years of weeks on a side, and a year for the wash-in.
const MOST: u16 = 1830;
const LONGEST_WASHIN: u16 = 365;

impl Asked {
    /// The same, when it can be.
    ///
    /// # Errors
    /// 400 when a number is out of its bounds.
    pub fn checked(self) -> HttpResult<Self> {
        let sides = [self.before_days, self.after_days];
        if sides.iter().all(|days| (1..=MOST).contains(days)) && self.washin_days <= LONGEST_WASHIN
        {
            Ok(self)
        } else {
            Err(Refused::InvalidQuery.into())
        }
    }
}

/// Which days are before, and which are after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = ResponseWindows)]
pub struct Windows {
    /// Days after the start that count on neither side.
    #[schema(example = 28)]
    pub washin_days: u16,
    /// Up to the day of the start, which is the last day before: what is rated then comes first.
    pub before: Stretch,
    /// From the end of the wash-in, or the day after the start. Of anything but cells it ends with the
    /// treatment; null where that was before the wash-in was over.
    pub after: Option<Stretch>,
}

/// From one day to another, both of them included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = Stretch)]
pub struct Stretch {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Stretch {
    pub(super) fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

impl Windows {
    /// Those around the start of `treatment`.
    #[must_use]
    pub fn around(treatment: &Treatment, asked: Asked) -> Self {
        let start = treatment.started_on;
        let after_start = |days: u16| start.checked_add_days(Days::new(days.into()));
        let from = after_start(asked.washin_days.max(1));
        let to = after_start(asked.washin_days + asked.after_days);
        let end = match treatment.kind {
            // Cells are there when the course is over.
            TreatmentKind::CellTherapy => None,
            TreatmentKind::Drug
            | TreatmentKind::Rehabilitation
            | TreatmentKind::Device
            | TreatmentKind::Other => treatment.ended_on,
        };
        let back = start.checked_sub_days(Days::new(asked.before_days.into()));
        let after = from.zip(to).map(|(from, to)| Stretch {
            from,
            to: end.map_or(to, |end| to.min(end)),
        });
        Self {
            washin_days: asked.washin_days,
            before: Stretch {
                from: back.unwrap_or(start),
                to: start,
            },
            after: after.filter(|after| after.from <= after.to),
        }
    }

    /// All of it, the wash-in included.
    pub(super) fn whole(&self) -> Stretch {
        Stretch {
            from: self.before.from,
            to: self.after.map_or(self.before.to, |after| after.to),
        }
    }
}
