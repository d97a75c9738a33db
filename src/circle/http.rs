//! The circle over HTTP.

mod access_log;

mod closure;
mod invitations;
mod members;
mod never_again;
mod trustee;
mod veto;

use super::Refusal;
use crate::platform::faults::Faults;
use crate::platform::http::{AsProblem, Problem, Register};
pub use closure::ClosureResponse;
pub use trustee::TrusteeResponse;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(invitations::create_invitation)
        .service(invitations::list_invitations)
        .service(invitations::remove_invitation)
        .service(invitations::preview_invitation)
        .service(invitations::accept_invitation)
        .service(access_log::list_access_log)
        .service(members::list_members)
        .service(members::get_member)
        .service(members::replace_terms)
        .service(members::remove_member)
        .service(trustee::get_trustee)
        .service(trustee::replace_trustee)
        .service(trustee::remove_trustee)
        .service(trustee::request_trusteeship)
        .service(trustee::cancel_trusteeship_request)
        .service(closure::get_closure)
        .service(closure::request_closure)
        .service(closure::cancel_closure)
        .service(never_again::block_invitations)
        .service(never_again::get_never_again_page)
        .service(veto::veto_trusteeship)
        .service(veto::get_veto_page);
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
