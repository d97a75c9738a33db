//! The stages as bands below the curve, on the same time, with what each of them means.
//!
//! A stage lasts from its rating to the next one, and no further than a silence.

use chrono::{NaiveDate, TimeDelta};

use super::chart::{Chart, Stage, Staging};
use super::sheet::{Anchor, EDGE, Sheet};
use super::text::Face;
use super::time::Time;
use super::words;
use crate::platform::words::Language;

/// The height of a band.
const HEIGHT: f64 = 22.0;

/// A stage, from a day to another.
struct Spell {
    stage: Stage,
    from: NaiveDate,
    to: NaiveDate,
}

/// Draws a band for each way of staging that says something.
pub(super) fn draw(sheet: &mut Sheet, chart: &Chart, time: &Time) {
    for staging in &chart.stages {
        let spells = spells(staging, chart.silence());
        if spells.is_empty() {
            continue;
        }
        sheet.go_on(6.0);
        sheet.paragraph(
            EDGE,
            Face::Bold,
            sheet.language.text(words::staging(staging.of)),
        );
        sheet.go_on(2.0);
        for spell in &spells {
            let (left, right) = (time.start(spell.from), time.start(spell.to));
            let class = format!("s{}", spell.stage.number);
            sheet.rect(&class, (left, sheet.y()), (right - left, HEIGHT));
            let name = spell.stage.name;
            if Face::Plain.width(name) + 4.0 <= right - left {
                let place = (f64::midpoint(left, right), sheet.y() + 16.0);
                sheet.text(place, Anchor::Middle, Face::Plain, name);
            }
        }
        sheet.go_on(HEIGHT + 2.0);
        sheet.flow(&meanings(sheet.language, staging, &spells));
    }
}

fn spells(staging: &Staging, silence: i64) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    let days = staging.stages.iter();
    let next = days.clone().skip(1).map(|(day, _)| Some(*day));
    for ((day, stage), next) in days.zip(next.chain([None])) {
        let Some(stage) = stage else { continue };
        let week = *day + TimeDelta::days(7);
        let to = next
            .filter(|next| (*next - *day).num_days() <= silence)
            .unwrap_or(week);
        match spells.last_mut() {
            Some(last) if last.stage == *stage && last.to == *day => last.to = to,
            _ => spells.push(Spell {
                stage: *stage,
                from: *day,
                to,
            }),
        }
    }
    spells
}

/// What the stages that there are mean.
fn meanings(language: Language, staging: &Staging, spells: &[Spell]) -> Vec<&'static str> {
    let mut stages: Vec<Stage> = spells.iter().map(|spell| spell.stage).collect();
    stages.sort_by_key(|stage| (stage.number, stage.name));
    let meaning = |stage: &Stage| words::stage(language, staging.of, stage.name);
    let mut meanings: Vec<&str> = stages.iter().map(meaning).collect();
    meanings.dedup();
    meanings
}
