//! What clients send about the circle.

use serde::{Deserialize, Deserializer, de};
use utoipa::PartialSchema;
use utoipa::openapi::{RefOr, Schema};

use super::model::{NewInvitation, NewTerms, Terms};
use crate::access::{Level, Relation};
use crate::accounts::EmailAddress;
use crate::platform::faults::Faults;

/// An invitation, as what and how far in.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationRequest {
    /// Where the code is sent; only the account with this address can accept.
    #[schema(example = "bob@example.org")]
    email: String,
    level: Level,
    /// Anything but `self` and `guest`.
    #[serde(deserialize_with = "another_person")]
    #[schema(schema_with = other_relations)]
    relation: Relation,
}

impl InvitationRequest {
    /// The invitation; `faults` are those found before.
    pub fn read(self, faults: Faults) -> Result<NewInvitation, Faults> {
        let email = EmailAddress::read(&self.email, faults)?;
        let terms = Terms {
            level: self.level,
            relation: self.relation,
        };
        Ok(NewInvitation { email, terms })
    }
}

/// The code that a mail carried.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationCode {
    pub code: String,
}

/// The terms of a member, all of them.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermsRequest {
    level: Level,
    /// Anything but `self` and `guest`.
    #[serde(deserialize_with = "another_person")]
    #[schema(schema_with = other_relations)]
    relation: Relation,
    /// Whether they see flags at level `summary`; the other levels see them anyway.
    #[serde(default)]
    #[schema(required = false, default = false)]
    may_see_flags: bool,
}

impl From<TermsRequest> for NewTerms {
    fn from(body: TermsRequest) -> Self {
        Self {
            terms: Terms {
                level: body.level,
                relation: body.relation,
            },
            may_see_flags: body.may_see_flags,
        }
    }
}

/// Only the patient is the patient, and guests have no place in the circle.
fn another_person<'de, D: Deserializer<'de>>(value: D) -> Result<Relation, D::Error> {
    match Relation::deserialize(value)? {
        Relation::Oneself | Relation::Guest => Err(de::Error::custom("no member is that")),
        relation => Ok(relation),
    }
}

/// Every relation that a member can have.
fn other_relations() -> Schema {
    let RefOr::T(Schema::Object(mut relation)) = Relation::schema() else {
        return Schema::default();
    };
    if let Some(values) = &mut relation.enum_values {
        values.retain(|value| value != "self" && value != "guest");
    }
    relation.description = Some("What they are to the patient.".to_owned());
    Schema::Object(relation)
}
