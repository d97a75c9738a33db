//! The language in which a request is answered.

use actix_web::HttpMessage;
use actix_web::http::header::{AcceptLanguage, Preference, Quality};

pub use crate::words::Language;

/// Marks a request whose answer would be another in another language.
pub struct ByLanguage;

impl Language {
    /// The one that who asks likes best of those there are, or else English.
    pub fn liked_by(request: &impl HttpMessage) -> Self {
        request.extensions_mut().insert(ByLanguage);
        let Some(mut asked) = request.get_header::<AcceptLanguage>() else {
            return Self::default();
        };
        asked.0.retain(|one| one.quality > Quality::ZERO);
        let asked = asked.ranked().into_iter();
        let mut known = asked.filter_map(|one| match one {
            Preference::Specific(tag) => Self::of_tag(tag.primary_language()),
            Preference::Any => None,
        });
        known.next().unwrap_or_default()
    }
}
