//! How long a person was in each stage.

use chrono::NaiveDate;
use serde::Serialize;

use super::write_day;

/// A time in one stage, by the ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = StageSpell)]
pub struct Spell<S: utoipa::ToSchema> {
    /// Which stage.
    pub stage: S,
    /// The day of the first rating in it.
    #[serde(serialize_with = "write_day")]
    pub from: NaiveDate,
    /// The day of the first rating in another stage, since when it is over; of the last spell the day of the last
    /// rating.
    #[serde(serialize_with = "write_day")]
    pub to: NaiveDate,
    /// From one to the other.
    #[schema(example = 203)]
    pub days: i64,
}

/// The spells of `rated`, in the order of its days. What a rating leaves open is no stage, and ends none.
pub fn spells<S: Copy + PartialEq + utoipa::ToSchema>(
    rated: impl IntoIterator<Item = (NaiveDate, Option<S>)>,
) -> Vec<Spell<S>> {
    let mut spells: Vec<Spell<S>> = Vec::new();
    for (day, stage) in rated {
        let Some(stage) = stage else { continue };
        if let Some(last) = spells.last_mut() {
            last.to = day;
            last.days = (day - last.from).num_days();
            if last.stage == stage {
                continue;
            }
        }
        spells.push(Spell {
            stage,
            from: day,
            to: day,
            days: 0,
        });
    }
    spells
}
