//! Makes the exports that are asked for. Every instance does; a lease keeps them apart, and each run has its own
//! number, so that one that was thought dead spoils nothing.

use std::io;
use std::sync::Arc;

use serde_json::json;
use tokio::task::JoinHandle;

use super::cells::Cells;
use super::folder::Folder;
use super::format::{self, Begin, Files, Patient, Terms};
use super::gather::{self, Plan, count};
use super::model::{Contents, Failure, Job, MOST_RUNS};
use super::store;
use crate::access::{self, AccessError, PatientKey};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult, MayBeDb};
use crate::platform::vault::Vault;

/// So many patients are in memory at once, twice: those that are read, and those that are laid out.
const PAGE: usize = 5;

/// After so many it is written down who is in it.
const WRITTEN_DOWN: usize = 20;

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

/// Why a run ends before the export is made.
#[derive(Debug, thiserror::Error)]
enum Stopped {
    /// For good.
    #[error("{0:?}")]
    For(Failure),
    /// Another run has it, or it was deleted.
    #[error("another run has it")]
    Lost,
    /// Those who are in it changed: it begins anew.
    #[error("a patient left")]
    Changed,
    /// A file could not be written, most likely because the disk is full: nothing of it is left there.
    #[error(transparent)]
    Disk(io::Error),
    /// The database: another run will be.
    #[error(transparent)]
    Broken(DbError),
}

impl From<DbError> for Stopped {
    fn from(error: DbError) -> Self {
        Self::Broken(error)
    }
}

impl From<AccessError> for Stopped {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::By(_) => Self::For(Failure::AccessEnded),
            AccessError::Broken(error) => Self::Broken(error),
        }
    }
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

impl MayBeDb for Stopped {
    fn as_db(&self) -> Option<&DbError> {
        match self {
            Self::Broken(error) => Some(error),
            Self::For(_) | Self::Lost | Self::Changed | Self::Disk(_) => None,
        }
    }
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

/// Does `work`, which waits for the disk, on a thread of its own.
async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(io::Error::other)?
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
    let mut files = on_disk(move || {
        place.make()?;
        format::begin(&terms, &fhir, &mut |name| place.begin(name))
    })
    .await?;
    let (mut cells, mut withheld, mut patients) = (Cells::default(), plan.withheld, 0);
    let numbered: Vec<(PatientKey, u32)> = plan.order.iter().copied().zip(1..).collect();
    let (mut done, mut told, mut keys) = (0, 0, Vec::new());
    let mut pages = numbered.chunks(PAGE);
    let read = |page: &[(PatientKey, u32)]| Reading::begin(app, job, page, words);
    let mut reading = pages.next().map(read);
    while let Some(Reading { page, found }) = reading {
        let found = found.await.map_err(|_| Stopped::Lost)??;
        // The next ones are read while these are written down.
        reading = pages.next().map(read);
        done += page;
        let taken;
        (files, cells, taken) = add(found, files, cells).await?;
        withheld.left_meanwhile += count(page).saturating_sub(taken.found);
        withheld.without_ratings += taken.found.saturating_sub(count(taken.keys.len()));
        patients += count(taken.keys.len());
        keys.extend(taken.keys);
        if done >= told + WRITTEN_DOWN || reading.is_none() {
            told = done;
            let keys = std::mem::take(&mut keys);
            write_down(app, job, keys, (done, numbered.len())).await?;
        }
    }
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

/// Who of a page is in the export.
struct Taken {
    /// How many still share.
    found: u64,
    /// Those who are in it.
    keys: Vec<PatientKey>,
}

/// Patients with what is taken of them, or with nothing.
type Found = Vec<(PatientKey, Option<Patient>)>;

/// A page that is being read.
struct Reading {
    /// How many are on it.
    page: usize,
    found: JoinHandle<Result<Found, Stopped>>,
}

impl Reading {
    fn begin(app: &App, job: &Job, page: &[(PatientKey, u32)], words: bool) -> Self {
        let (db, vault, now) = (app.db.clone(), app.vault.clone(), app.clock.now());
        let (job, patients) = (job.clone(), page.to_vec());
        let read = move |conn: &mut Conn| -> Result<_, Stopped> {
            let site = gather::site_of(conn, &vault, &job, now)?;
            Ok(gather::patients(conn, &site, &job, &patients, words)?)
        };
        Self {
            page: page.len(),
            found: tokio::spawn(async move { db.read(read).await }),
        }
    }
}

async fn add(
    found: Found,
    mut files: Box<dyn Files>,
    mut cells: Cells,
) -> Result<(Box<dyn Files>, Cells, Taken), Stopped> {
    Ok(on_disk(move || {
        let mut taken = Taken {
            found: count(found.len()),
            keys: Vec::new(),
        };
        for (key, patient) in found {
            if let Some(patient) = patient {
                files.add(&patient)?;
                cells.count(&patient);
                taken.keys.push(key);
            }
        }
        Ok((files, cells, taken))
    })
    .await?)
}

/// Writes down, to each patient, that they are in it, and how far it is.
async fn write_down(
    app: &App,
    job: &Job,
    mut keys: Vec<PatientKey>,
    (done, of): (usize, usize),
) -> Result<(), Stopped> {
    // One order for all who lock several rows.
    keys.sort_unstable_by_key(|key| key.0);
    let progress = (
        i32::try_from(done).unwrap_or(i32::MAX),
        i32::try_from(of).unwrap_or(i32::MAX),
    );
    let (job, vault, now) = (job.clone(), app.vault.clone(), app.clock.now());
    let action = if job.identified {
        Action::ExportedByName
    } else {
        Action::ExportedWithoutName
    };
    let detail = json!({ "export": job.id, "format": job.format });
    app.db
        .write(move |conn| -> Result<(), Stopped> {
            if !store::advance(conn, &job, progress, now)? {
                return Err(Stopped::Lost);
            }
            let site = gather::site_of(conn, &vault, &job, now)?;
            let subjects = access::subjects_of(conn, &site, &keys)?;
            if subjects.len() != keys.len() {
                return Err(Stopped::Changed);
            }
            for subject in subjects {
                if store::take_in(conn, &job, subject.access.key())? {
                    audit::handed_out(conn, &subject.access, action, &detail)?;
                }
            }
            Ok(())
        })
        .await
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
