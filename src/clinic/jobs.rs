//! What goes on beside the requests: the lists of the day before are made anew before a clinician waits for them.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;

use super::cohort::Cohorts;
use crate::access::{self, AccessError, Cohort};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{AccountId, SessionId, SiteId};
use crate::platform::{App, jobs};

const MINUTE: Duration = Duration::from_secs(60);

/// Makes them once it is another day, for who asked the day before and works there still.
pub fn jobs(app: &App, cohorts: &Arc<Cohorts>, with_flags: bool) -> JoinHandle<()> {
    let cohorts = Arc::clone(cohorts);
    jobs::every(app, MINUTE, "a list was not made anew", move |app| {
        make_anew(app, Arc::clone(&cohorts), with_flags)
    })
}

async fn make_anew(app: App, cohorts: Arc<Cohorts>, with_flags: bool) -> DbResult<()> {
    for (site, asked_by) in cohorts.of_yesterday(app.clock.now()) {
        make(&app, Arc::clone(&cohorts), (site, asked_by), with_flags).await?;
    }
    Ok(())
}

async fn make(
    app: &App,
    cohorts: Arc<Cohorts>,
    (site, asked_by): (SiteId, (AccountId, SessionId)),
    with_flags: bool,
) -> DbResult<()> {
    let (vault, now) = (app.vault.clone(), app.clock.now());
    let work = move |conn: &mut Conn| {
        let access = access::to_site_after::<Cohort>(conn, &vault, asked_by, site, now);
        let access = match access {
            Ok(access) => access,
            Err(AccessError::By(_)) => {
                cohorts.forget(site);
                return Ok(());
            }
            Err(AccessError::Broken(error)) => return Err(error),
        };
        cohorts.make_anew(conn, &access, with_flags)
    };
    app.db.read(work).await
}
