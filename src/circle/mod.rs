//! Floor 4: the circle of people that a patient lets into the diary, and how they come in.

mod accept;
mod access_log;
mod change_terms;
mod closure;
mod erase;
mod http;
mod invite;
mod letter;
mod list;
mod model;
mod preview;
mod refusal;
mod request;
mod response;
mod revoke;
mod store;
mod trustee;
mod unwanted;
mod withdraw;
mod wording;

use serde::Serialize;

use crate::access::Access;
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};

pub use crate::accounts::MailedCode as Code;
pub use accept::{Membership, accept};
pub use closure::tell_the_silent;
pub use erase::erase;
pub use http::{ClosureResponse, TrusteeResponse, routes};
pub use invite::{SentInvitation, invite};
pub use list::{every_invitation, everybody};
pub use model::{ChangedMember, Invitation, Member, NewInvitation, Status, Terms};
pub use refusal::Refusal;
pub use response::{InvitationResponse, MemberResponse};
pub use store::grants::{changed, find as member};
pub use store::invitations::RETENTION;
pub use trustee::{State, Trustee, chosen, keep_word, trusteeships};
pub use unwanted::{link as never_again, wants_none};

/// Writes down a change to the circle, under the next number of the patient's record. What another
/// than the patient changed, the patient is told.
pub fn write_down<R>(
    conn: &mut Conn,
    access: &Access<R>,
    action: Action,
    detail: &impl Serialize,
) -> DbResult<()> {
    // However much was written today: access can always be taken away.
    let change = audit::next_change_always(conn, access)?;
    audit::record(conn, access, change, action, detail)?;
    if access.standing().is_trustee() {
        trustee::tell_of_change(conn, access)?;
    }
    Ok(())
}
