//! Sites over HTTP.

mod cohort;
mod coordinator;
mod enrolments;
mod invitations;
mod sites;
mod staff;

use crate::platform::http::Register;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(sites::create_site)
        .service(sites::list_sites)
        .service(sites::list_roster)
        .service(cohort::get_cohort)
        .service(coordinator::get_coordinator)
        .service(coordinator::name_coordinator)
        .service(coordinator::end_coordination)
        .service(cohort::get_cohort_summary)
        .service(staff::add_staff)
        .service(staff::list_staff)
        .service(staff::remove_staff)
        .service(invitations::create_site_invitation)
        .service(invitations::import_invitations)
        .service(invitations::list_site_invitations)
        .service(invitations::remove_site_invitation)
        .service(enrolments::accept_enrolment)
        .service(enrolments::list_enrolments)
        .service(enrolments::change_share)
        .service(enrolments::leave_site);
}
