//! What goes on beside the requests.

use std::time::Duration;

use tokio::task::JoinHandle;

use super::moved::{take_up, take_up_rules};
use super::remind::remind_due;
use crate::platform::{App, jobs};

const SOON: Duration = Duration::from_secs(20);
const HOUR: Duration = Duration::from_secs(3600);

/// Reminding, and keeping up with where people are and with the law of time there.
pub fn jobs(app: &App) -> [JoinHandle<()>; 3] {
    [
        jobs::every(app, SOON, "people were not reminded", remind_due),
        jobs::every(
            app,
            SOON,
            "a move to another zone was not taken up",
            take_up,
        ),
        jobs::every(
            app,
            HOUR,
            "new rules of zones were not taken up",
            take_up_rules,
        ),
    ]
}
