//! Which days are before, and which are after.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::clinical::TreatmentKind;
use crate::platform::http::query::Within;
use crate::treatments::model::Treatment;

/// Which days to look at.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::IntoParams)]
#[expect(clippy::struct_field_names, reason = "the names of the contract")]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ResponseQuery {
    /// Days up to the start that count on neither side, as what made the person begin lies in them
    #[serde(default)]
    #[param(value_type = Option<u16>, maximum = 365, default = 28)]
    lead_days: Within<0, 365, 28>,
    /// Days after the start that count on neither side, while it begins to act
    #[serde(default)]
    #[param(value_type = Option<u16>, maximum = 365, default = 0)]
    washin_days: Within<0, 365, 0>,
    /// How many days before them to look at
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 1830, default = 182)]
    before_days: Within<1, 1830, 182>,
    /// How many days after the wash-in to look at
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 1830, default = 182)]
    after_days: Within<1, 1830, 182>,
}

impl ResponseQuery {
    /// What is meant where nothing is said.
    pub fn usual() -> Self {
        Self {
            lead_days: Within::default(),
            washin_days: Within::default(),
            before_days: Within::default(),
            after_days: Within::default(),
        }
    }
}

/// Which days are before, and which are after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = TreatmentResponseWindows)]
pub struct Windows {
    /// Days up to the start, that day included, that count on neither side. With 0 the day of the start
    /// is the last day before: what is rated then comes first.
    #[schema(example = 28)]
    pub lead_days: u16,
    /// Days after the start that count on neither side.
    #[schema(example = 28)]
    pub washin_days: u16,
    /// The days asked for, up to the lead.
    pub before: Stretch,
    /// The days asked for, from the day after the wash-in on. Of anything but cells it ends with the
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
    pub(super) fn ends(self) -> [NaiveDate; 2] {
        [self.from, self.to]
    }

    pub(super) fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

impl Windows {
    /// Those around the start of `treatment`.
    pub fn around(treatment: &Treatment, query: ResponseQuery) -> Self {
        let start = treatment.started_on;
        let after_start = |days: u16| {
            start
                .checked_add_days(Days::new(days.into()))
                .unwrap_or(start)
        };
        let (lead_days, washin_days): (u16, u16) = (query.lead_days.get(), query.washin_days.get());
        let before_start = |days: u16| {
            start
                .checked_sub_days(Days::new(days.into()))
                .unwrap_or(start)
        };
        let end = match treatment.treatment_kind {
            // Cells are there when the course is over.
            TreatmentKind::CellTherapy => None,
            TreatmentKind::Drug
            | TreatmentKind::Rehabilitation
            | TreatmentKind::Device
            | TreatmentKind::Other => treatment.ended_on,
        };
        let to = after_start(washin_days + query.after_days.get::<u16>());
        let after = Stretch {
            from: after_start(washin_days + 1),
            to: end.map_or(to, |end| to.min(end)),
        };
        Self {
            lead_days,
            washin_days,
            before: Stretch {
                from: before_start(lead_days + query.before_days.get::<u16>() - 1),
                to: before_start(lead_days),
            },
            after: Some(after).filter(|after| after.from <= after.to),
        }
    }

    /// Whether no further day can come after.
    pub(super) fn is_over(&self, today: NaiveDate) -> bool {
        self.after.is_none_or(|after| after.to < today)
    }

    /// All of it, the gaps included.
    pub(super) fn whole(&self) -> Stretch {
        Stretch {
            from: self.before.from,
            to: self.after.map_or(self.before.to, |after| after.to),
        }
    }
}
