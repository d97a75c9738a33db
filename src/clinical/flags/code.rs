//! What a flag is about, and how soon the team should hear of it.

use crate::clinical::vocabulary::words;

words! {
    /// The stable name of a rule.
    enum FlagCode {
        /// No rating has come for three weeks in which one was usual.
        NothingRecorded "nothing_recorded",
        /// Breathing is hard, or became much harder within four weeks.
        BreathingNow "breathing_now",
        /// Dyspnea or orthopnea is lower than ever before.
        BreathingChanged "breathing_changed",
        /// Breathing support is used more than before.
        BreathingSupportChanged "breathing_support_changed",
        /// Swallowing is lower than ever before.
        SwallowingChanged "swallowing_changed",
        /// The weight is 5 % or more below its reference.
        WeightDown "weight_down",
        /// The total fell quickly.
        TotalChangedQuickly "total_changed_quickly",
        /// There are aids for too much saliva.
        SalivaAids "saliva_aids",
        /// There are aids for speaking.
        SpeechAids "speech_aids",
    }

    /// How soon the team should hear of it; the most urgent comes first.
    enum Tier {
        /// Contact the team today.
        ContactToday "contact_today",
        /// Contact the team this week.
        ContactThisWeek "contact_this_week",
        /// Tell the team.
        TellTeam "tell_team",
        /// Bring it up at the next visit.
        NextVisit "next_visit",
    }
}

impl FlagCode {
    /// Whether what people know of it stays known after the value recovered: aids do.
    pub(super) const fn stays_known(self) -> bool {
        matches!(self, Self::SalivaAids | Self::SpeechAids)
    }
}
