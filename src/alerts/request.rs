//! What a follower wants to be told, as clients send it.

use serde::Deserialize;

use super::model::Choice;
use crate::channels::Channel;
use crate::clinical::Tier;
use crate::platform::faults::Faults;

/// All of one's own alerts about a diary: what is left out or null is off.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SetAlerts)]
pub struct AlertsRequest {
    /// That nothing was recorded in so many whole weeks.
    #[schema(minimum = 1, maximum = 52, example = 2)]
    silence_weeks: Option<i64>,
    /// Flags of these tiers.
    #[serde(default)]
    #[schema(example = json!(["contact_today"]))]
    tiers: Vec<Tier>,
    /// On which ways. With a way and nothing else one is told where nobody before answered.
    #[serde(default)]
    channels: Vec<Channel>,
    /// After so many hours without an answer the next person is told.
    #[schema(minimum = 1, maximum = 168, example = 24)]
    escalate_after_hours: Option<i64>,
}

impl AlertsRequest {
    /// What is wanted; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<Choice, Faults> {
        let silence_weeks = within(
            &mut faults,
            ("/silence_weeks", self.silence_weeks),
            1..=52,
            "Silence is told after 1 to 52 weeks.",
        );
        let escalate_after_hours = within(
            &mut faults,
            ("/escalate_after_hours", self.escalate_after_hours),
            1..=168,
            "The next person is told after 1 to 168 hours.",
        );
        let mut tiers = self.tiers.clone();
        tiers.sort_unstable();
        tiers.dedup();
        let once = "Each is named once.";
        faults.require(tiers.len() == self.tiers.len(), "/tiers", "repeated", once);
        let mut channels = self.channels.clone();
        channels.sort_unstable();
        channels.dedup();
        faults.require(
            channels.len() == self.channels.len(),
            "/channels",
            "repeated",
            once,
        );
        faults.require(
            !channels.is_empty() || (tiers.is_empty() && silence_weeks.is_none()),
            "/channels",
            "empty",
            "There has to be a way to tell you.",
        );
        faults.or(Choice {
            silence_weeks,
            tiers,
            channels,
            escalate_after_hours,
            ..Choice::nothing()
        })
    }
}

fn within(
    faults: &mut Faults,
    (pointer, number): (&str, Option<i64>),
    range: std::ops::RangeInclusive<i64>,
    detail: &'static str,
) -> Option<i16> {
    let number = number?;
    faults.require(range.contains(&number), pointer, "invalid_value", detail);
    i16::try_from(number).ok()
}
