//! What an app asks for, over HTTP.

mod batch;
mod changes;

use crate::platform::http::Register;

/// The routes of this slice.
pub fn routes(config: &mut impl Register) {
    changes::routes(config);
    batch::routes(config);
}
