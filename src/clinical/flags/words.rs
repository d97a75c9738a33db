//! What a flag says to its reader: kind and plain, with its day, and never a forecast.

use super::{Flag, FlagCode, Tier};
use crate::clinical::words::yes;
use crate::clinical::{Reader, Voice};

impl Flag {
    /// What happened, and what to do, in everyday words; the clinic is not asked to tell itself.
    pub fn text(&self, voice: Voice<'_>) -> String {
        let mut places = voice.places();
        places.set("day", voice.day(self.said_on));
        places.set("rater", voice.rater(self.rater));
        places.set("goes_on", yes(self.goes_on && !self.is_stale));
        places.set("tenth", yes(self.tier <= Tier::ContactThisWeek));
        let fact = format!("flag-words-{}", self.code.key());
        let request = match voice.reader {
            Reader::Other(of) if of.is_clinician => None,
            _ => Some(self.request()),
        };
        let help = (self.code == FlagCode::BreathingNow).then_some("flag-words-help");
        let ids = [Some(&*fact), request, help].into_iter().flatten();
        let said: Vec<String> = ids.map(|id| voice.say(id, &places)).collect();
        said.join(" ")
    }

    const fn request(&self) -> &'static str {
        match (self.code, self.tier) {
            (FlagCode::NothingRecorded, _) => "flag-ask-silence",
            (FlagCode::SalivaAids, _) => "flag-ask-saliva",
            (_, Tier::NextVisit) => "flag-ask-next_visit",
            (_, Tier::TellTeam) => "flag-ask-tell_team",
            _ if self.is_stale => "flag-ask-contact",
            (_, Tier::ContactThisWeek) => "flag-ask-contact_this_week",
            (_, Tier::ContactToday) => "flag-ask-contact_today",
        }
    }
}
