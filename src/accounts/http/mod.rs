//! The routes about people and sessions.

mod account;
mod credentials;
mod devices;
mod factors;
mod page_session;
mod passkey_sign_in;
mod passkeys;
mod password_reset;
mod refused;
mod second_step;
mod session;
mod sign_up;

use actix_web::web;

use crate::platform::http::Register;
use crate::platform::http::routes::no_such_route;

/// Registers the routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(sign_up::create_account)
        .service(sign_up::confirm_account)
        .service(sign_up::activate_account)
        .service(session::sign_in)
        .service(second_step::finish_sign_in)
        .service(second_step::step_up_session)
        .service(passkey_sign_in::get_passkey_sign_in_options)
        .service(passkey_sign_in::sign_in_with_passkey)
        .service(passkey_sign_in::get_passkey_step_up_options)
        .service(session::refresh_session)
        // These are no sessions, so nothing else that is asked of them is for `{session}`.
        .route("/v1/sessions/mfa", web::to(no_such_route))
        .route("/v1/sessions/step-up", web::to(no_such_route))
        .route("/v1/sessions/refresh", web::to(no_such_route))
        .service(page_session::keep_page_session)
        .service(page_session::refresh_page_session)
        .service(page_session::end_page_session)
        .service(devices::list_sessions)
        .service(devices::sign_out)
        .service(devices::remove_session)
        .service(devices::remove_other_sessions)
        .service(account::get_account)
        .service(account::replace_account)
        .service(account::replace_password)
        .service(password_reset::request_password_reset)
        .service(password_reset::confirm_password_reset)
        .service(factors::get_factors)
        .service(factors::enrol_totp)
        .service(factors::confirm_totp)
        .service(factors::remove_totp)
        .service(factors::replace_recovery_codes)
        .service(factors::cancel_factor_reset)
        .service(passkeys::list_passkeys)
        .service(passkeys::get_passkey_creation_options)
        .service(passkeys::create_passkey)
        .service(passkeys::remove_passkey)
        .service(session::get_key_set);
}
