//! Shows what an invitation means, before it is accepted. Looking uses nothing up.

use chrono::{DateTime, Utc};

use super::Code;
use super::model::{Status, Terms};
use super::store::{answers, grants};
use crate::access::{self, SignedIn};
use crate::accounts;
use crate::platform::db::{Conn, DbError, DbResult};

/// What an invitation means. Whose health it is about is not in it, nor who the others are.
#[derive(Debug)]
pub struct Preview {
    /// The display name of the sender.
    pub invited_by: String,
    /// On which terms.
    pub terms: Terms,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// Who else is in the circle, as what and how far.
    pub others: Vec<Terms>,
    /// At how many clinics the patient is enrolled, whose clinicians see the diary too.
    pub clinics: i64,
}

/// Looks at the invitation that `code` accepts; `None` unless the caller could accept it.
pub fn preview(conn: &mut Conn, who: &SignedIn, code: &Code) -> DbResult<Option<Preview>> {
    let found = answers::addressed(conn, who, code)?;
    let Some(invitation) = found.filter(|found| found.status == Status::Pending) else {
        return Ok(None);
    };
    if !access::lets_in(conn, invitation.patient, who.role())? {
        return Ok(None);
    }
    let patient = accounts::find_account(conn, who.vault(), invitation.invited_by)?
        .ok_or_else(|| DbError::corrupt("account", invitation.invited_by))?;
    Ok(Some(Preview {
        invited_by: patient.person.display_name,
        terms: invitation.terms,
        expires_at: invitation.expires_at,
        others: grants::who_else(conn, who, &invitation)?,
        clinics: access::sites_of(conn, invitation.key)?,
    }))
}
