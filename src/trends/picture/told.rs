//! What a person hears who does not see the picture.

use super::chart::Chart;
use super::look::Look;
use super::nothing;
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
    } else {
        chart.told.join(" ")
    }
}
