//! The circle over HTTP.

mod access_log;
mod bodies;
mod closure;
mod invitations;
mod members;
mod never_again;
mod trustee;
mod veto;

use super::Refusal;
use crate::platform::faults::Faults;
use crate::platform::http::{AsProblem, Problem, Register};
pub use bodies::{InvitationBody, MemberBody};
pub use closure::ClosureBody;
pub use trustee::TrusteeBody;

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
        .service(members::replace_terms)
        .service(members::remove_member)
        .service(trustee::show_trustee)
        .service(trustee::name_trustee)
        .service(trustee::forget_trustee)
        .service(trustee::ask_to_act)
        .service(trustee::take_back)
        .service(closure::show_closure)
        .service(closure::ask_to_close)
        .service(closure::keep_open)
        .service(never_again::never_again)
        .service(never_again::never_again_page)
        .service(veto::veto)
        .service(veto::veto_page);
}

impl AsProblem for Refusal {
    fn problem(&self) -> Problem {
        match self {
            Self::TooManyMembers
            | Self::TooManyInvitations
            | Self::SharingTakenBack
            | Self::AskedTooSoon => Problem::new(self.code()),
            Self::OwnAddress => {
                Faults::one("/email", "own_address", "This is your own address.").problem()
            }
            Self::NotInCircle => Faults::one(
                "/account_id",
                "not_in_circle",
                "Nobody of the circle has this account.",
            )
            .problem(),
            Self::NotATrustee => Faults::one(
                "/account_id",
                "trustee_not_possible",
                "Those who treat you, or run the service, cannot act for you.",
            )
            .problem(),
        }
    }
}
