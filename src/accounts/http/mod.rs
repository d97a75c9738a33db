//! The routes about people and sessions.

mod account;
mod body;
mod credentials;
mod devices;
mod factors;
mod passkey_sign_in;
mod passkeys;
mod password_reset;
mod refused;
mod second_step;
mod session;
mod sign_up;

pub use body::AccountBody;
pub use passkeys::PasskeyBody;

use actix_web::web;

use crate::platform::http::Register;
use crate::platform::http::routes::no_such_route;

/// Registers the routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(sign_up::sign_up)
        .service(sign_up::confirm)
        .service(sign_up::activate)
        .service(session::sign_in)
        .service(second_step::finish_sign_in)
        .service(second_step::step_up)
        .service(passkey_sign_in::begin_passkey_sign_in)
        .service(passkey_sign_in::sign_in_with_passkey)
        .service(passkey_sign_in::begin_passkey_step_up)
        .service(session::refresh)
        // These are no sessions, so nothing else that is asked of them is for `{session}`.
        .route("/v1/sessions/mfa", web::to(no_such_route))
        .route("/v1/sessions/step-up", web::to(no_such_route))
        .route("/v1/sessions/refresh", web::to(no_such_route))
        .service(devices::list_sessions)
        .service(devices::sign_out)
        .service(devices::end_session)
        .service(devices::end_other_sessions)
        .service(account::read_account)
        .service(account::replace_account)
        .service(account::change_password)
        .service(password_reset::ask_for_password_reset)
        .service(password_reset::confirm_password_reset)
        .service(factors::list_factors)
        .service(factors::enrol_totp)
        .service(factors::confirm_totp)
        .service(factors::remove_totp)
        .service(factors::renew_recovery_codes)
        .service(factors::cancel_own_reset)
        .service(passkeys::list_passkeys)
        .service(passkeys::begin_passkey)
        .service(passkeys::add_passkey)
        .service(passkeys::remove_passkey)
        .service(session::jwks);
}
