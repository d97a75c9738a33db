//! Flags: what changed lately that the ALS team should hear about.
//!
//! No guideline attaches an action to an item score, so these rules are a proposal of this product
//! and need the sign-off of clinicians (`docs/clinical-sources.md`). They inform and never diagnose
//! or predict. A missing answer raises nothing. Every rule looks at the latest entry only: once a
//! later entry is there, it decides alone.

mod breathing;
mod eating;
mod pace;
mod speaking;
mod trace;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Answers, Item, Week};

/// Which rules raised a flag, to be kept with it; changes with every change of a rule or text.
pub const FLAG_RULES_VERSION: &str = "2026-11-1";

/// One entry as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assessment {
    /// The week of the entry.
    pub week: Week,
    /// The civil day of the assessment, in that week.
    pub assessed_on: NaiveDate,
    /// The twelve answers.
    pub answers: Answers,
    /// Body weight in kilograms, to one decimal.
    pub weight_kg: Option<f64>,
}

/// How soon the team should hear of it; the most urgent comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Contact the team today.
    ContactToday,
    /// Contact the team this week.
    ContactThisWeek,
    /// Tell the team.
    TellTeam,
    /// Bring it up at the next visit.
    NextVisit,
}

/// Something the ALS team should hear about.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Flag {
    /// The stable name of the rule.
    pub code: &'static str,
    /// How soon the team should hear of it.
    pub tier: Tier,
    /// The week of the entry that raised it.
    pub week: Week,
    /// The entries it rests on.
    pub because: Because,
    /// What to tell the person, in everyday words.
    pub text: &'static str,
}

impl Flag {
    /// The same without single answers and weights, for those who may only see what they add up to.
    #[must_use]
    pub fn without_answers(mut self) -> Self {
        self.because
            .changes
            .retain(|change| change.what == pace::TOTAL);
        self
    }
}

/// The entries a flag rests on.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Because {
    /// What changed, or what is low; at least one as the rules make it.
    pub changes: Vec<Change>,
}

/// One number that changed, or that is low.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Change {
    /// The key of an item, `total` or `weight_kg`.
    pub what: &'static str,
    /// The earlier number, where the rule compares with one or there is one.
    pub from: Option<Reading>,
    /// The number in the latest entry.
    pub to: Reading,
    /// The week of the earlier number.
    pub from_week: Option<Week>,
    /// The week of the latest entry.
    pub week: Week,
}

/// A number out of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[serde(untagged)]
pub enum Reading {
    /// An item score, 0 to 4, or a total, 0 to 48.
    Points(u8),
    /// A weight.
    Kilograms(f64),
}

/// Applies every rule to a diary in ascending order of days, the most urgent flag first.
#[must_use]
pub fn flags(history: &[Assessment]) -> Vec<Flag> {
    let rules = [
        breathing::now_hard,
        breathing::newly_changed,
        breathing::support_changed,
        eating::swallowing_changed,
        eating::weight_down,
        pace::changed_quickly,
        speaking::saliva_troubles,
        speaking::speech_troubles,
    ];
    let mut raised: Vec<Flag> = rules.iter().filter_map(|rule| rule(history)).collect();
    raised.sort_by_key(|flag| flag.tier);
    raised
}

/// Raises a flag, unless nothing gave cause to.
fn raise(
    code: &'static str,
    tier: Tier,
    changes: impl IntoIterator<Item = Change>,
    text: &'static str,
) -> Option<Flag> {
    let changes: Vec<Change> = changes.into_iter().collect();
    let week = changes.first()?.week;
    Some(Flag {
        code,
        tier,
        week,
        because: Because { changes },
        text,
    })
}

/// Raises a flag while an item is scored `limit` or lower.
fn raise_while_low(
    code: &'static str,
    tier: Tier,
    (item, limit): (Item, u8),
    history: &[Assessment],
    text: &'static str,
) -> Option<Flag> {
    let (latest, earlier) = trace::of_item(history, item)?;
    let low = (latest.points <= limit).then(|| latest.change_from(item.key(), earlier.first()));
    raise(code, tier, low, text)
}
