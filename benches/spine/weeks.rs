//! Weeks to record: each once, by many patients in turn.

use std::sync::atomic::{AtomicUsize, Ordering};

use alsfrs_diary::clinical::Week;
use alsfrs_diary::platform::clock::Clock;
use chrono::NaiveDate;

/// The first week that a diary takes: 1 January 1990 was a Monday.
const FIRST: Option<NaiveDate> = NaiveDate::from_ymd_opt(1990, 1, 1);

/// Every week up to this one, oldest first.
pub fn all() -> Vec<Week> {
    let first = Week::of(FIRST.expect("a day"));
    let last = Week::of(Clock::machine().now().date_naive());
    std::iter::successors(Some(first), |week| Some(week.next()))
        .take_while(|week| *week <= last)
        .collect()
}

/// Hands out (who, week) pairs, each once: all of them their first week, then their second.
pub struct Slots {
    weeks: Vec<Week>,
    people: usize,
    taken: AtomicUsize,
}

impl Slots {
    pub fn new(people: usize) -> Self {
        Self {
            weeks: all(),
            people,
            taken: AtomicUsize::new(0),
        }
    }

    /// The same, of the last four years alone, the newest first.
    pub fn newest(people: usize) -> Self {
        let weeks = all().into_iter().rev().take(208).collect();
        Self {
            weeks,
            people,
            taken: AtomicUsize::new(0),
        }
    }

    /// The next pair, as long as there are any.
    pub fn next(&self) -> Option<(usize, Week)> {
        let slot = self.taken.fetch_add(1, Ordering::Relaxed);
        let week = self.weeks.get(slot / self.people)?;
        Some((slot % self.people, *week))
    }
}

/// Twelve answers that fall with the weeks, and differ from patient to patient.
pub fn answers(who: usize, week: Week) -> [i16; 12] {
    let weeks = week.weeks_since(Week::of(FIRST.expect("a day")));
    let lost = i16::try_from(weeks.rem_euclid(182) / 5).unwrap_or(0);
    let odd = i16::try_from(who % 5).unwrap_or(0) - i16::try_from(weeks % 3).unwrap_or(0);
    let mut left = lost + odd;
    let mut scores = [4; 12];
    for (place, score) in scores.iter_mut().enumerate() {
        let most = if place % 2 == 0 { 4 } else { 3 };
        let taken = left.clamp(0, most);
        *score -= taken;
        left -= taken;
    }
    scores
}

/// The note in every entry.
pub const NOTE: &str = "Buttons take longer; the new cup helps.";

/// The body of a `PUT`.
pub fn body(who: usize, week: Week) -> String {
    let [
        speech,
        salivation,
        swallowing,
        handwriting,
        cutting,
        dressing,
        turning,
        walking,
        stairs,
        dyspnea,
        orthopnea,
        insufficiency,
    ] = answers(who, week);
    let day = week.monday();
    format!(
        r#"{{"assessed_on":"{day}","answers":{{"speech":{speech},"salivation":{salivation},"swallowing":{swallowing},"handwriting":{handwriting},"cutting":{cutting},"dressing":{dressing},"turning":{turning},"walking":{walking},"stairs":{stairs},"dyspnea":{dyspnea},"orthopnea":{orthopnea},"respiratory_insufficiency":{insufficiency}}},"cutting_form":"5a","gastrostomy":false,"respondent":"self","symptoms":{{"weakness":6,"fatigue":4}},"weight_kg":68.4,"note":"{NOTE}"}}"#
    )
}
