//! What a flag says to its reader: kind and plain, with its day, and never a forecast.

use chrono::{Datelike, NaiveDate};

use super::{FlagCode, FlagFacts, Tier};
use crate::clinical::{Rater, Reader};

/// What is told.
pub(super) struct FlagText {
    pub(super) code: FlagCode,
    pub(super) tier: Tier,
    /// When it began.
    pub(super) day: NaiveDate,
    /// Whose rating it is.
    pub(super) rater: Rater,
    /// Whether later ratings say the same.
    pub(super) goes_on: bool,
    /// Whether the last rating is so old that nothing is known of now.
    pub(super) is_stale: bool,
}

/// What happened, and what to do; the clinic is not asked to tell itself.
pub(super) fn text(told: &FlagText, facts: &FlagFacts<'_>) -> String {
    let fact = fact(told, facts);
    let request = match facts.reader {
        Reader::Other(of) if of.is_clinician => String::new(),
        reader => format!(" {}", request(told, reader)),
    };
    let help = match (told.code, facts.reader) {
        (FlagCode::BreathingNow, Reader::Patient) => {
            " If you cannot get enough air right now, call your emergency number."
        }
        (FlagCode::BreathingNow, Reader::Other(_)) => {
            " If there is not enough air right now, call the emergency number."
        }
        _ => "",
    };
    format!("{fact}{request}{help}")
}

fn fact(told: &FlagText, facts: &FlagFacts<'_>) -> String {
    let day = day(told.day, facts.today);
    let answers = answers(told.rater, facts.reader);
    let weight = match facts.reader {
        Reader::Patient => String::from("your weight"),
        Reader::Other(of) => format!("{}'s weight", of.patient),
    };
    let by = if told.tier <= Tier::ContactThisWeek {
        "a tenth or more below"
    } else {
        "a twentieth or more below"
    };
    let goes_on = told.goes_on && !told.is_stale;
    let said = if goes_on {
        format!("Since {day} {answers} have said")
    } else {
        format!("On {day} {answers} said")
    };
    let be = if goes_on { "is" } else { "was" };
    match told.code {
        FlagCode::NothingRecorded => format!("No week has been recorded since {day}."),
        FlagCode::BreathingNow => format!("{said} that breathing {be} hard."),
        FlagCode::BreathingChanged => format!("On {day} {answers} about breathing changed."),
        FlagCode::BreathingSupportChanged => {
            format!("On {day} {answers} about breathing support changed.")
        }
        FlagCode::SwallowingChanged => format!("On {day} {answers} about swallowing changed."),
        FlagCode::WeightDown if goes_on => {
            format!("Since {day} {weight} has been {by} what it was before.")
        }
        FlagCode::WeightDown => format!("On {day} {weight} was {by} what it was before."),
        FlagCode::TotalChangedQuickly => {
            format!("By {day} {answers} had changed a lot within a few weeks.")
        }
        FlagCode::SalivaAids => format!("{said} that there {be} too much saliva."),
        FlagCode::SpeechAids => format!("{said} that speaking {be} harder."),
    }
}

/// Whose answers, in the words of the reader.
fn answers(rater: Rater, reader: Reader<'_>) -> String {
    match (rater, reader) {
        (Rater::ClinicInPerson | Rater::ClinicByPhone, _) => String::from("the clinic's answers"),
        (Rater::Oneself | Rater::Helped, Reader::Patient) => String::from("your answers"),
        (Rater::Proxy, Reader::Patient) => String::from("the answers given for you"),
        (Rater::Oneself | Rater::Helped, Reader::Other(of)) => format!("{}'s answers", of.patient),
        (Rater::Proxy, Reader::Other(of)) if of.is_author => {
            format!("your answers for {}", of.patient)
        }
        (Rater::Proxy, Reader::Other(of)) => format!("the answers given for {}", of.patient),
    }
}

fn request(told: &FlagText, reader: Reader<'_>) -> String {
    let (team, visit) = match reader {
        Reader::Patient => ("your ALS team", "your next visit"),
        Reader::Other(_) => ("the ALS team", "the next visit"),
    };
    match (told.code, told.tier) {
        (FlagCode::NothingRecorded, _) => format!("Please let {team} know how things are."),
        (FlagCode::SalivaAids, _) => {
            format!("There is help for it: please ask {team} at {visit}.")
        }
        (_, Tier::NextVisit) => format!("There are aids: please ask {team} at {visit}."),
        (_, Tier::TellTeam) => format!("Please tell {team}."),
        _ if told.is_stale => format!("Please contact {team}."),
        (_, Tier::ContactThisWeek) => format!("Please contact {team} this week."),
        (_, Tier::ContactToday) => format!("Please contact {team} today."),
    }
}

/// The day as people write it, with the year where it is another than this one.
fn day(day: NaiveDate, today: NaiveDate) -> String {
    let format = if day.year() == today.year() {
        "%-d %B"
    } else {
        "%-d %B %Y"
    };
    day.format(format).to_string()
}
