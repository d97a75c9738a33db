//! What a person hears who does not see the picture.

use super::chart::{Chart, Dot, Staging};
use super::look::Look;
use super::{nothing, words};
use crate::platform::words::Language;

/// From when to when it is.
pub(super) fn title(chart: &Chart, language: Language) -> String {
    let (from, to) = (chart.from.to_string(), chart.to.to_string());
    language.fill("picture-title", &[("from", &from), ("to", &to)])
}

/// What is to be seen.
pub(super) fn told(chart: &Chart, look: Look) -> String {
    let language = look.language;
    if chart.is_empty() {
        language.text(nothing(chart)).to_owned()
    } else if !look.numbers {
        language.text("picture-shown-plain").to_owned()
    } else if language == Language::English {
        chart.told.join(" ")
    } else {
        // The sentences of a trend are in English alone here: this names what they would begin with.
        seen(chart, language).join(" ")
    }
}

/// The first and the last total, the last stages, and what happened.
fn seen(chart: &Chart, language: Language) -> Vec<String> {
    let dots = match &chart.total.dots {
        dots if dots.is_empty() => &chart.total.clinic,
        dots => dots,
    };
    let first = dots.first().filter(|_| dots.len() > 1);
    let totals = first.into_iter().chain(dots.last());
    let stages = chart.stages.iter();
    let marks = chart.marks.iter();
    [language.text("picture-shown").to_owned()]
        .into_iter()
        .chain(totals.map(|dot| total(*dot, language)))
        .chain(stages.filter_map(|staging| stage(staging, language)))
        .chain(marks.map(|mark| words::happened(language, mark) + "."))
        .collect()
}

fn total(dot: Dot, language: Language) -> String {
    let places = [
        ("day", dot.day.to_string()),
        ("total", dot.value.to_string()),
        ("by", language.text(words::by(dot.group.rater)).to_owned()),
    ];
    let places = places
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    language.fill("picture-told-total", &places)
}

/// The last that is known.
fn stage(staging: &Staging, language: Language) -> Option<String> {
    let mut latest = staging.stages.iter().rev();
    let (day, stage) = latest.find_map(|(day, stage)| Some((day, (*stage)?)))?;
    let method = language.text(words::staging(staging.of));
    let means = words::stage(language, staging.of, stage.name);
    let day = day.to_string();
    let places = [("day", day.as_str()), ("method", method), ("stage", means)];
    Some(language.fill("picture-told-stage", &places))
}
