//! From a fact to its text: the code is the name of the text, and the members are what it is made of.

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, to_value};

use super::{Fact, Voice};
use crate::clinical::{Item, Rater, Reader};
use crate::words::Places;

/// Members that a fact may leave out, and that its text asks for all the same.
const MAY_LACK: [&str; 5] = ["days", "not_before", "rater", "score", "side"];

impl Fact {
    pub(super) fn text(&self, voice: Voice<'_>) -> String {
        let Ok(Value::Object(members)) = to_value(self) else {
            return String::new();
        };
        let mut places = voice.places();
        for name in MAY_LACK {
            places.set(name, "none");
        }
        voice.members(&members, &mut places);
        match self {
            Self::LastRating { rater, .. } => places.set("rater", voice.rater(*rater)),
            Self::AlwaysSkipped { items, .. } => {
                places.set("count", items.len());
                places.set("items", voice.listed(items));
            }
            Self::Fell(movement)
            | Self::Rose(movement)
            | Self::NoClearChange(movement)
            | Self::AlwaysTheSame(movement)
            | Self::OnALine(movement)
            | Self::TooFew(movement)
            | Self::OneRating(movement) => movement.tell(&mut places),
            Self::Step(step) => step.tell(voice, &mut places),
            Self::AnsweredBy {
                rater,
                ratings,
                of_ratings,
            } => {
                places.set("rater", voice.rater(*rater));
                places.set("all", yes(ratings == of_ratings));
            }
            Self::Recorded {
                weeks,
                weeks_recorded,
                weeks_in_a_row,
                ..
            } => places.set(
                "kept",
                match *weeks_recorded {
                    all if all >= *weeks => "all",
                    0 => "none",
                    _ if *weeks_in_a_row > 1 => "row",
                    _ => "some",
                },
            ),
            Self::DifferenceUp(apart)
            | Self::DifferenceDown(apart)
            | Self::NoClearDifference(apart)
            | Self::DifferenceUnknown(apart)
            | Self::AtTheEndOfTheScale(apart) => apart.tell(voice, &mut places),
            Self::WithoutDecline {
                percent_in_trials: [half, year],
                percent_in_a_register: [register_half, register_year],
            } => {
                places.set("half", *half);
                places.set("year", *year);
                places.set("register_half", *register_half);
                places.set("register_year", *register_year);
            }
            _ => {}
        }
        let code = members.get("code").and_then(Value::as_str);
        voice.say(&format!("sentence-{}", code.unwrap_or_default()), &places)
    }
}

/// As texts choose by it.
pub(in crate::clinical) const fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

impl<'a> Voice<'a> {
    /// The text of `id`, with a capital letter.
    pub(in crate::clinical) fn say(self, id: &str, places: &Places<'_>) -> String {
        let text = self.language.say(id, places);
        let mut letters = text.chars();
        let first = letters.next().map(char::to_uppercase);
        first.into_iter().flatten().chain(letters).collect()
    }

    /// The patient is spoken to; others are told of the patient by name.
    pub(in crate::clinical) fn places(self) -> Places<'a> {
        let mut places = Places::new();
        let (who, name) = match self.reader {
            Reader::Patient => ("you", ""),
            Reader::Other(of) => ("other", of.patient),
        };
        places.set("who", who);
        places.set("name", name);
        places
    }

    fn members(self, members: &Map<String, Value>, places: &mut Places<'_>) {
        let date = |name| members.get(name)?.as_str()?.parse::<NaiveDate>().ok();
        for (name, value) in members {
            let name = name.clone();
            match value {
                Value::Number(number) => places.set(name, number.as_f64().unwrap_or_default()),
                Value::Bool(is) => places.set(name, yes(*is)),
                Value::String(text) => match text.parse() {
                    Ok(day) => places.set(name, self.day(day)),
                    Err(_) => places.set(name, text.clone()),
                },
                Value::Null | Value::Array(_) | Value::Object(_) => {}
            }
        }
        if let Some((first, last)) = date("first_day").zip(date("last_day")) {
            let (days, first_day, last_day) = self.stretch(first, last);
            places.set("days", days);
            places.set("first_day", first_day);
            places.set("last_day", last_day);
        }
    }

    /// Whether it is one day, and both with the years where they need them.
    fn stretch(self, first: NaiveDate, last: NaiveDate) -> (&'static str, String, String) {
        if first == last {
            ("one", self.day(first), self.day(last))
        } else if first.year() == last.year() {
            ("more", self.language.day(first, true), self.day(last))
        } else {
            let [first, last] = [first, last].map(|day| self.language.day(day, false));
            ("more", first, last)
        }
    }

    /// A day, with its year where that is not this year.
    pub(in crate::clinical) fn day(self, day: NaiveDate) -> String {
        self.language.day(day, day.year() == self.today.year())
    }

    /// Whose ratings, and whether "you" have to do with them.
    pub(in crate::clinical) const fn rater(self, rater: Rater) -> &'static str {
        match (rater, self.reader) {
            (Rater::Oneself, Reader::Patient) => "self_you",
            (Rater::Oneself, Reader::Other(_)) => "self",
            (Rater::Helped, Reader::Patient) => "self_with_help_you",
            (Rater::Helped, Reader::Other(of)) if of.is_helper => "self_with_help_by_you",
            (Rater::Helped, Reader::Other(_)) => "self_with_help",
            (Rater::Proxy, Reader::Patient) => "caregiver_proxy_you",
            (Rater::Proxy, Reader::Other(of)) if of.is_author => "caregiver_proxy_by_you",
            (Rater::Proxy, Reader::Other(_)) => "caregiver_proxy",
            (Rater::ClinicInPerson, _) => "clinician_in_person",
            (Rater::ClinicByPhone, _) => "clinician_phone",
        }
    }

    /// What a family calls the questions.
    fn listed(self, items: &[Item]) -> String {
        let name = |item: &Item| self.language.text(&format!("sentence-item-{}", item.key()));
        let mut names: Vec<_> = items.iter().map(name).collect();
        let last = names.pop().unwrap_or_default();
        if names.is_empty() {
            return last.to_owned();
        }
        let most = names.join(", ");
        let places = [("most", most.as_str()), ("last", last)];
        self.language.fill("sentence-and", &places)
    }
}
