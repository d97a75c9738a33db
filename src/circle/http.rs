//! The circle over HTTP.

mod access_log;
mod bodies;
mod invitations;
mod members;

use super::Refusal;
use crate::platform::faults::Faults;
use crate::platform::http::{AsProblem, Problem, Register};
pub use bodies::{InvitationBody, MemberBody};

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(invitations::send_invitation)
        .service(invitations::list_invitations)
        .service(invitations::withdraw_invitation)
        .service(invitations::preview_invitation)
        .service(invitations::accept_invitation)
        .service(access_log::show_access_log)
        .service(members::list_circle)
        .service(members::show_member)
        .service(members::change_member)
        .service(members::remove_member);
}

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        match self {
            Self::TooManyMembers | Self::TooManyInvitations => Problem::new(self.code()),
            Self::OwnAddress => {
                Faults::one("/email", "own_address", "This is your own address.").problem()
            }
        }
    }
}
