//! The routes about people and sessions.

mod account;
mod body;
mod devices;
mod refused;
mod session;
mod sign_up;

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(sign_up::sign_up)
        .service(sign_up::confirm)
        .service(session::sign_in)
        .service(session::refresh)
        .service(devices::list_sessions)
        .service(devices::sign_out)
        .service(devices::end_session)
        .service(devices::end_other_sessions)
        .service(account::read_account)
        .service(account::change_account)
        .service(account::change_password)
        .service(session::jwks);
}
