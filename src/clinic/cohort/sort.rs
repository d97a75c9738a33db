use std::cmp::Ordering;

use chrono::Datelike;
use serde::Deserialize;

use super::Stand;
use super::filter::number;
use crate::clinical::{Subscores, Tier};

/// By what the patients of a clinic are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CohortSort {
    /// The most urgent flag that no person knows of; of equals those with a flag that the clinic has not seen,
    /// then the newest flag, then the steepest decline.
    #[default]
    NeedsAttention,
    /// The last week that has a rating.
    LastWeek,
    /// Who answered last: the patient alone, with help, a caregiver.
    Respondent,
    /// The last total.
    Total,
    /// The last subscore of speech, saliva and swallowing.
    Bulbar,
    /// That of handwriting, cutting food and dressing.
    FineMotor,
    /// That of turning in bed, walking and stairs.
    GrossMotor,
    /// That of breathing.
    Respiratory,
    /// The slope of the total: the steepest decline first.
    PointsPerMonth,
    /// The change over four weeks: the largest loss first.
    #[serde(rename = "change_4_weeks")]
    Change4Weeks,
    /// The change over twelve weeks.
    #[serde(rename = "change_12_weeks")]
    Change12Weeks,
    /// King's stage.
    Kings,
    /// The MiToS stage.
    Mitos,
    /// The FT9 stage.
    Ft9,
    /// The weeks without a rating.
    WeeksSilent,
    /// How regularly they rate.
    Adherence,
    /// How many flags no person knows of.
    Flags,
    /// How many treatments go on.
    Treatments,
    /// When the clinic last looked: never first.
    SeenAt,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The lowest.
    Asc,
    /// The highest.
    Desc,
}

impl CohortSort {
    /// The order that is meant when none is given: the worst first.
    pub fn usual_order(self) -> Order {
        match self {
            Self::NeedsAttention
            | Self::Respondent
            | Self::Kings
            | Self::Mitos
            | Self::Ft9
            | Self::WeeksSilent
            | Self::Flags
            | Self::Treatments => Order::Desc,
            Self::LastWeek
            | Self::Total
            | Self::Bulbar
            | Self::FineMotor
            | Self::GrossMotor
            | Self::Respiratory
            | Self::PointsPerMonth
            | Self::Change4Weeks
            | Self::Change12Weeks
            | Self::Adherence
            | Self::SeenAt => Order::Asc,
        }
    }
}

/// How many numbers decide a place before the key of the patient does.
const DEPTH: usize = 5;

/// The place of a row in an order: what has no number comes last, whichever end is first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    rank: [f64; DEPTH],
    patient: i64,
}

impl Place {
    /// Where `row` stands.
    pub(super) fn of(row: &Stand, sort: CohortSort, order: Order) -> Self {
        let line = &row.line;
        let one = |value: Option<f64>| [value, None, None, None];
        let small = |value: Option<u8>| one(value.map(f64::from));
        let area = |of: fn(&Subscores) -> Option<u8>| small(line.subscores.as_ref().and_then(of));
        let count = |of: usize| small(Some(of.try_into().unwrap_or(u8::MAX)));
        let values = match sort {
            CohortSort::NeedsAttention => need(row),
            CohortSort::LastWeek => one(line.last_week.map(|week| f64::from(week.number()))),
            CohortSort::Respondent => one(line.respondent.map(|who| f64::from(who.code()))),
            CohortSort::Total => small(line.total),
            CohortSort::Bulbar => area(|of| of.bulbar),
            CohortSort::FineMotor => area(|of| of.fine_motor),
            CohortSort::GrossMotor => area(|of| of.gross_motor),
            CohortSort::Respiratory => area(|of| of.respiratory),
            CohortSort::PointsPerMonth => one(line.points_per_month),
            CohortSort::Change4Weeks => one(line.change_4_weeks),
            CohortSort::Change12Weeks => one(line.change_12_weeks),
            CohortSort::Kings => small(line.kings.map(number)),
            CohortSort::Mitos => small(line.mitos),
            CohortSort::Ft9 => small(line.ft9),
            CohortSort::WeeksSilent => one(line.weeks_silent.map(f64::from)),
            CohortSort::Adherence => one(line.adherence),
            CohortSort::Flags => count(line.flags.len()),
            CohortSort::Treatments => count(line.treatments.len()),
            CohortSort::SeenAt => one(Some(
                row.seen_at
                    .map_or(0.0, |at| f64::from(at.num_days_from_ce())),
            )),
        };
        let [first, ..] = values;
        let mut rank = [f64::from(u8::from(first.is_none())), 0.0, 0.0, 0.0, 0.0];
        for (place, value) in rank.iter_mut().skip(1).zip(values) {
            *place = match (value, order) {
                (None, _) => f64::MAX,
                (Some(value), Order::Asc) => value,
                (Some(value), Order::Desc) => -value,
            };
        }
        Self {
            rank,
            patient: row.patient.0,
        }
    }

    /// As a cursor holds it.
    pub(super) fn written(&self) -> Vec<u8> {
        let rank = self.rank.iter().flat_map(|number| number.to_be_bytes());
        rank.chain(self.patient.to_be_bytes()).collect()
    }

    /// What [`Self::written`] wrote.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (numbers, patient) = bytes.split_at_checked(DEPTH * 8)?;
        let mut rank = [0.0; DEPTH];
        for (place, number) in rank.iter_mut().zip(numbers.chunks_exact(8)) {
            *place = f64::from_be_bytes(number.try_into().ok()?);
        }
        Some(Self {
            rank,
            patient: i64::from_be_bytes(patient.try_into().ok()?),
        })
    }
}

impl Eq for Place {}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let ranks = self.rank.iter().zip(&other.rank);
        let by_rank = ranks.fold(Ordering::Equal, |order, (one, other)| {
            order.then(one.total_cmp(other))
        });
        by_rank.then(self.patient.cmp(&other.patient))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// How much a patient needs to be looked at: higher is more.
fn need(row: &Stand) -> [Option<f64>; 4] {
    let attention = row.attention();
    let newest = row.line.flags.iter().map(|flag| flag.day).max();
    [
        Some(attention.tier.map_or(0.0, |tier| match tier {
            Tier::ContactToday => 4.0,
            Tier::ContactThisWeek => 3.0,
            Tier::TellTeam => 2.0,
            Tier::NextVisit => 1.0,
        })),
        Some(f64::from(u8::from(attention.unseen > 0))),
        Some(newest.map_or(0.0, |day| f64::from(day.num_days_from_ce()))),
        Some(-row.line.points_per_month.unwrap_or(0.0)),
    ]
}
