//! Makes the exports that are asked for. Every instance does; a lease keeps them apart, and each run has its own
//! number, so that one that was thought dead spoils nothing.

use std::sync::Arc;

use serde_json::json;

use super::folder::{Folder, on_disk};
use super::format::{self, Begin, Terms};
use super::gather::{self, Plan};
use super::lay_out::{LaidOut, lay_out};
use super::model::{Contents, Failure, Job, MOST_RUNS, Withheld};
use super::stopped::Stopped;
use super::store;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;

/// Makes what waits, one export after the other; those in FHIR with `fhir`.
pub async fn run_due(app: App, fhir: Begin) -> DbResult<()> {
    while !app.draining.has_begun() {
        let now = app.clock.now();
        // To look costs no write.
        let waiting = move |conn: &mut Conn| store::waiting(conn, now);
        if app.db.read(waiting).await?.is_none() {
            break;
        }
        let Some(job) = app.db.write(move |conn| store::claim(conn, now)).await? else {
            break;
        };
        run(&app, job, &fhir).await?;
    }
    Ok(())
}

async fn run(app: &App, job: Job, fhir: &Begin) -> DbResult<()> {
    let id = job.id;
    let vault = app.vault.clone();
    let key = app.db.read(move |conn| vault.key_of(conn, id)).await?;
    let Some(key) = key else {
        // It was deleted meanwhile.
        return Ok(());
    };
    let folder = Folder::of(&app.export_folder, id, job.fence, Arc::new(key));
    let made = if job.fence > MOST_RUNS {
        Err(Stopped::For(Failure::GivenUp))
    } else {
        make(app, &job, &folder, fhir).await
    };
    let Err(stopped) = made else {
        return Ok(());
    };
    on_disk(move || folder.remove()).await.unwrap_or_default();
    tracing::warn!(export = %id, error = %stopped, "an export was not made");
    let vault = app.vault.clone();
    app.db
        .write(move |conn| match &stopped {
            Stopped::For(why) => fail(conn, &vault, &job, *why),
            Stopped::Disk(_) => fail(conn, &vault, &job, Failure::Disk),
            Stopped::Changed => store::let_go(conn, &job),
            Stopped::Lost | Stopped::Broken(_) => Ok(()),
        })
        .await
}

fn fail(conn: &mut Conn, vault: &Vault, job: &Job, why: Failure) -> DbResult<()> {
    if store::fail(conn, job, why)? {
        vault.destroy(conn, job.id)?;
    }
    Ok(())
}

async fn make(app: &App, job: &Job, folder: &Folder, fhir: &Begin) -> Result<(), Stopped> {
    let (planned, vault, now) = (job.clone(), app.vault.clone(), app.clock.now());
    let plan = app
        .db
        .read(move |conn| -> Result<Plan, Stopped> {
            let site = gather::site_of(conn, &vault, &planned, now)?;
            Ok(gather::plan(conn, &site, &planned)?)
        })
        .await?;
    let terms = Terms {
        export: job.id,
        format: job.format,
        identified: job.identified,
        labels: job.labels,
        words: plan.words,
        changes: job.filter.changed_since.is_some(),
        cut_off: job.cut_off.unwrap_or(now),
        kick_off: job.kick_off.clone(),
    };
    let (place, fhir, words) = (folder.clone(), Arc::clone(fhir), terms.words);
    let files = on_disk(move || {
        place.make()?;
        format::begin(&terms, &fhir, &mut |name| place.begin(name))
    })
    .await?;
    let LaidOut {
        files,
        cells,
        patients,
        left_meanwhile,
        without_ratings,
    } = lay_out(app, job, (&plan.order, words), files).await?;
    let withheld = Withheld {
        left_meanwhile,
        without_ratings,
        ..plan.withheld
    };
    let place = folder.clone();
    let files = on_disk(move || {
        let files = files.end()?;
        place.sync()?;
        Ok(files)
    })
    .await?;
    let contents = Contents {
        patients,
        files,
        withheld,
        small_cells: if job.identified {
            Vec::new()
        } else {
            cells.small()
        },
    };
    finish(app, job, contents).await
}

async fn finish(app: &App, job: &Job, contents: Contents) -> Result<(), Stopped> {
    let (job, now) = (job.clone(), app.clock.now());
    app.db
        .write(move |conn| -> Result<(), Stopped> {
            if !store::finish(conn, &job, &contents, now)? {
                return Err(Stopped::Lost);
            }
            let files = contents.files.iter();
            let files: Vec<_> = files
                .map(|file| json!([file.name, file.rows, file.sha256]))
                .collect();
            let detail = json!({
                "site": job.site, "export": job.id, "patients": contents.patients, "files": files,
            });
            let made = Action::ExportMade;
            Ok(audit::record_for(
                conn,
                job.asked_by.name(),
                job.asked_by.device(),
                now,
                made,
                &detail,
            )?)
        })
        .await
}
