//! What goes on beside the requests.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;

use super::end::end_due;
use super::format::Begin;
use super::run::run_due;
use crate::platform::{App, jobs};

/// How long what a person waits for may lie unseen.
const SOON: Duration = Duration::from_secs(2);
const MINUTE: Duration = Duration::from_secs(60);

/// Two exports at once, so that a small one need not wait for a large one; and the end of those that are over.
pub fn jobs(app: &App, fhir: &Begin) -> [JoinHandle<()>; 3] {
    let run = || {
        let fhir = Arc::clone(fhir);
        let work = move |app| run_due(app, Arc::clone(&fhir));
        jobs::every(app, SOON, "an export failed", work)
    };
    [
        run(),
        run(),
        jobs::every(app, MINUTE, "exports were not ended", end_due),
    ]
}
