//! A record as it is shown.

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::model::{Administration, Content, Screening, SideEffect, Treatment, Version};
use super::refusal::Current;
use crate::diary::AuthorBody;
use crate::platform::http::instant;
use crate::platform::ids::{PatientId, RecordId};

/// What every version of a record has; a removal has no more.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = RecordVersion)]
#[expect(
    clippy::option_option,
    reason = "null says that nothing was written, absence that it is not shown"
)]
pub struct VersionBody {
    /// The name that the client gave it.
    id: RecordId,
    patient_id: PatientId,
    /// Counts the versions, from 1; the `ETag` is `"v<revision>"`.
    #[schema(minimum = 1, example = 1)]
    revision: i32,
    /// Whether this version is a removal; then it says nothing else.
    voided: bool,
    /// Why an earlier version was corrected or removed; left out for whoever is not shown notes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    change_reason: Option<Option<String>>,
    #[serde(serialize_with = "instant::millis")]
    recorded_at: DateTime<Utc>,
    recorded_by: AuthorBody,
}

impl VersionBody {
    fn new<T>(patient: PatientId, version: &Version<T>) -> Self {
        Self {
            id: version.id,
            patient_id: patient,
            revision: version.revision,
            voided: version.content.is_none(),
            change_reason: version.shows_words.then(|| version.change_reason.clone()),
            recorded_at: version.recorded_at,
            recorded_by: AuthorBody::from(&version.author),
        }
    }
}

/// What a version says: `note` is left out for others while the patient does not share notes.
#[derive(Debug)]
struct Said<T> {
    content: T,
    shows_words: bool,
}

impl<T: Content> Serialize for Said<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.shows_words {
            return self.content.serialize(to);
        }
        let mut content = serde_json::to_value(&self.content).map_err(serde::ser::Error::custom)?;
        if let Value::Object(members) = &mut content {
            members.remove("note");
        }
        content.serialize(to)
    }
}

/// How one kind of records is shown.
pub trait Shown: Content {
    /// Whether each belongs to one treatment, which its path names.
    const OF_A_TREATMENT: bool;

    /// A version of it: what somebody recorded, or a removal.
    type Body: Serialize;

    /// `version`, of the diary of `patient`.
    fn body(patient: PatientId, version: &Version<Self>) -> Self::Body;
}

macro_rules! shown {
    ($(
        $(#[$doc:meta])* $body:ident as $name:ident,
        $(#[$version_doc:meta])* $version:ident as $version_name:ident,
        $content:ty, of_a_treatment: $of:literal;
    )+) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize, utoipa::ToSchema)]
        #[schema(as = $name)]
        pub struct $body {
            #[serde(flatten)]
            version: VersionBody,
            #[serde(flatten)]
            #[schema(value_type = $content)]
            content: Said<$content>,
        }

        $(#[$version_doc])*
        #[derive(Debug, Serialize, utoipa::ToSchema)]
        #[serde(untagged)]
        #[schema(as = $version_name)]
        pub enum $version {
            /// What somebody recorded.
            Kept(Box<$body>),
            /// It was removed.
            Removed(Box<VersionBody>),
        }

        impl Shown for $content {
            const OF_A_TREATMENT: bool = $of;
            type Body = $version;

            fn body(patient: PatientId, version: &Version<Self>) -> $version {
                let said = VersionBody::new(patient, version);
                match &version.content {
                    None => $version::Removed(said.into()),
                    Some(content) => {
                        let (content, shows_words) = (content.clone(), version.shows_words);
                        let content = Said { content, shows_words };
                        $version::Kept($body { version: said, content }.into())
                    }
                }
            }
        }
    )+};
}

shown! {
    /// A treatment, as it is shown to whoever may read entries.
    TreatmentBody as Treatment,
    /// A version of a treatment: what somebody recorded, or its removal.
    TreatmentVersion as TreatmentVersion,
    Treatment, of_a_treatment: false;

    /// A day on which a treatment was given, as it is shown to whoever may read entries.
    AdministrationBody as Administration,
    /// A version of such a day: what somebody recorded, or its removal.
    AdministrationVersion as AdministrationVersion,
    Administration, of_a_treatment: true;

    /// A screening before cells were given, as it is shown to whoever may read entries.
    ScreeningBody as Screening,
    /// A version of a screening: what somebody recorded, or its removal.
    ScreeningVersion as ScreeningVersion,
    Screening, of_a_treatment: true;

    /// A side effect, as it is shown to whoever may read entries.
    SideEffectBody as SideEffect,
    /// A version of a side effect: what somebody recorded, or its removal.
    SideEffectVersion as SideEffectVersion,
    SideEffect, of_a_treatment: false;
}

/// As the `current` of a refusal.
pub(super) fn current<T: Shown>(patient: PatientId, version: &Version<T>) -> Current {
    Current {
        revision: version.revision,
        shows_words: version.shows_words,
        body: serde_json::to_value(T::body(patient, version)).unwrap_or_default(),
    }
}
