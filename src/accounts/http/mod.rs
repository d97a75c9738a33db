//! The routes about people and sessions.

mod account;
mod body;
mod devices;
mod password_reset;
mod refused;
mod session;
mod sign_up;

use actix_web::web;

use crate::platform::http::Register;
use crate::platform::http::routes::no_such_route;

/// Registers the routes of this slice.
pub fn routes(config: &mut impl Register) {
    config
        .service(sign_up::sign_up)
        .service(sign_up::confirm)
        .service(session::sign_in)
        .service(session::refresh)
        // It is no session, so nothing else that is asked of it is for `{session}`.
        .route("/v1/sessions/refresh", web::to(no_such_route))
        .service(devices::list_sessions)
        .service(devices::sign_out)
        .service(devices::end_session)
        .service(devices::end_other_sessions)
        .service(account::read_account)
        .service(account::change_account)
        .service(account::change_password)
        .service(password_reset::ask_for_password_reset)
        .service(password_reset::confirm_password_reset)
        .service(session::jwks);
}
