//! What treatments and side effects are called where other programs read it.

use crate::clinical::{Severity, known_drugs};
use crate::treatments::Treatment;

/// What a treatment is called: by its code a known medicine, else what people wrote where that may be told, else
/// the code or the kind.
pub fn of_treatment(said: &Treatment, identified: bool) -> &str {
    let is_it = |atc: &str, name: &str| {
        said.atc.as_deref() == Some(atc) || said.name.eq_ignore_ascii_case(name)
    };
    let mut known = known_drugs().into_iter();
    match (known.find(|drug| is_it(drug.atc, drug.name)), &said.atc) {
        (Some(drug), _) => drug.name,
        (None, _) if identified => &said.name,
        (None, Some(atc)) => atc,
        (None, None) => said.treatment_kind.key(),
    }
}

/// How bad it was, in the words of CTCAE.
pub fn severity(severity: Severity) -> &'static str {
    match u8::from(severity) {
        1 => "MILD",
        2 => "MODERATE",
        3 => "SEVERE",
        4 => "LIFE THREATENING",
        _ => "FATAL",
    }
}
