//! What the texts of the picture are called in the files of texts.
//!
//! What is not there comes from the trend itself: its sentences, and the labels of its markers.

use super::chart::{Mark, Method};
use crate::clinical::{Domain, Rater};
use crate::platform::words::Language;
use crate::trends::markers::MarkerKind;

pub(super) const fn by(rater: Rater) -> &'static str {
    match rater {
        Rater::Oneself => "picture-by-oneself",
        Rater::Helped => "picture-by-helped",
        Rater::Proxy => "picture-by-proxy",
        Rater::ClinicInPerson => "picture-by-clinic",
        Rater::ClinicByPhone => "picture-by-clinic-phone",
    }
}

/// An area, as the page calls it too.
pub(super) fn area(language: Language, domain: Domain) -> &'static str {
    language.text(&format!("area-{}", domain.key()))
}

/// What happened, and when.
pub(super) fn happened(language: Language, mark: &Mark) -> String {
    let id = match mark.kind {
        MarkerKind::Treatment | MarkerKind::Device => "picture-treatment",
        MarkerKind::SideEffect => "picture-side-effect",
        MarkerKind::Milestone => "picture-milestone",
    };
    language.fill(
        id,
        &[("day", &mark.day.to_string()), ("label", &mark.label)],
    )
}

pub(super) const fn staging(of: Method) -> &'static str {
    match of {
        Method::Kings => "picture-kings",
        Method::Mitos => "picture-mitos",
        Method::Ft9 => "picture-ft9",
    }
}

/// What the stage of this name means.
pub(super) fn stage(language: Language, of: Method, name: &str) -> &'static str {
    let name = name.to_lowercase().replace("+4", "");
    language.text(&format!("{}-{name}", staging(of)))
}
