//! Alerts over HTTP.

mod followers;
mod own;
mod told;

use crate::platform::http::Register;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    own::routes(config);
    followers::routes(config);
    told::routes(config);
}
