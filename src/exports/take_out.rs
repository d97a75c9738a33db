//! Takes an export out at once, for the command line: made as every other is, in the name of a person who works there,
//! opened into a folder, and deleted where it was made.

use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::fetch::fetch;
use super::folder::Folder;
use super::format::{Begin, File};
use super::manifest::{KIND, Manifest, SignedManifest};
use super::model::{Failure, Job, NewExport, State};
use super::refusal::Refusal;
use super::{ask, end, run, store};
use crate::access::{self, AccessError, Export, SiteAccess, TokenError, Tokens};
use crate::accounts::{self, EmailAddress};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, MayBeDb};
use crate::platform::ids::{ExportId, SiteId};
use crate::platform::vault::{CHUNK, Vault};

/// What is taken out.
#[derive(Clone)]
pub struct Order {
    /// Of which clinic.
    pub site: SiteId,
    /// In whose name: a clinician or data manager there, who is shown to the patients.
    pub by: EmailAddress,
    /// Which data, and how.
    pub new: NewExport,
    /// Where to: a folder that has none of the files.
    pub folder: PathBuf,
}

/// Why it was not.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// The person.
    #[error("no clinician or data manager of this clinic has this address")]
    NotThere,
    /// Two are being made.
    #[error("two exports of this person are being made: wait for one")]
    TooMany,
    /// A patient left while it was read.
    #[error("a patient left meanwhile: take it out again")]
    NoLongerShared,
    /// The making.
    #[error("the export failed: {0:?}")]
    Failed(Failure),
    /// The signature.
    #[error(transparent)]
    Signature(#[from] TokenError),
    /// A file.
    #[error("cannot write: {0}")]
    File(#[from] io::Error),
    /// The database.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<AccessError> for NotTaken {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::By(_) => Self::NotThere,
            AccessError::Broken(error) => Self::Database(error),
        }
    }
}

impl From<Refusal> for NotTaken {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooManyExports => Self::TooMany,
            Refusal::NotReady | Refusal::Expired | Refusal::NoLongerShared => Self::NoLongerShared,
        }
    }
}

impl MayBeDb for NotTaken {
    fn as_db(&self) -> Option<&DbError> {
        match self {
            Self::Database(error) => Some(error),
            Self::NotThere
            | Self::TooMany
            | Self::NoLongerShared
            | Self::Failed(_)
            | Self::Signature(_)
            | Self::File(_) => None,
        }
    }
}

/// Takes it out; `told` hears how many patients are done, and of how many.
pub async fn take_out(
    app: &App,
    order: Order,
    fhir: Begin,
    told: impl Fn(i32, i32),
) -> Result<Vec<File>, NotTaken> {
    let id: ExportId = app.ids.next();
    let (asked, vault, now) = (order.clone(), app.vault.clone(), app.clock.now());
    app.db
        .write(move |conn| -> Result<Job, NotTaken> {
            let site = site(conn, &vault, &asked, now)?;
            Ok(ask::ask(conn, &site, id, &asked.new)??)
        })
        .await?;
    // A server beside this may make it first; should that one die, it is made here.
    let make = || tokio::spawn(run::run_due(app.clone(), fhir.clone()));
    let mut making = make();
    let job = loop {
        let job = find(app, &order, id).await?;
        told(job.progress.0, job.progress.1);
        if making.is_finished() {
            making = make();
        }
        match (job.state, job.failure) {
            (State::Ready, _) => break job,
            (_, Some(why)) => return Err(NotTaken::Failed(why)),
            (State::Expired, _) => return Err(NotTaken::NoLongerShared),
            _ => tokio::time::sleep(LOOK_AGAIN).await,
        }
    };
    let written = write_all(app, &order, job).await;
    let vault = app.vault.clone();
    app.db.write(move |conn| end::end(conn, &vault, id)).await?;
    end::sweep(app).await?;
    written
}

const LOOK_AGAIN: Duration = Duration::from_millis(200);

fn site(
    conn: &mut Conn,
    vault: &Vault,
    order: &Order,
    now: DateTime<Utc>,
) -> Result<SiteAccess<Export>, NotTaken> {
    let by = accounts::at_no_device(conn, vault, &order.by)?.ok_or(NotTaken::NotThere)?;
    Ok(access::to_site_after(conn, vault, by, order.site, now)?)
}

async fn find(app: &App, order: &Order, id: ExportId) -> Result<Job, NotTaken> {
    let (order, vault, now) = (order.clone(), app.vault.clone(), app.clock.now());
    app.db
        .read(move |conn| -> Result<Job, NotTaken> {
            let site = site(conn, &vault, &order, now)?;
            store::find(conn, &site, id)?.ok_or(NotTaken::NotThere)
        })
        .await
}

/// All the files, or none of them.
async fn write_all(app: &App, order: &Order, job: Job) -> Result<Vec<File>, NotTaken> {
    let mut made = Vec::new();
    let written = write_each(app, order, job, &mut made).await;
    if written.is_err() {
        for path in made {
            drop(std::fs::remove_file(path));
        }
    }
    written
}

/// What it begins to write goes into `made`.
async fn write_each(
    app: &App,
    order: &Order,
    job: Job,
    made: &mut Vec<PathBuf>,
) -> Result<Vec<File>, NotTaken> {
    let files = job.contents.clone().map(|it| it.files).unwrap_or_default();
    for file in &files {
        let (opening, job, vault) = (order.clone(), job.clone(), app.vault.clone());
        let (name, now) = (file.name.clone(), app.clock.now());
        let (id, fence) = (job.id, job.fence);
        let fetched = app
            .db
            .write(move |conn| -> Result<_, NotTaken> {
                let site = site(conn, &vault, &opening, now)?;
                Ok(fetch(conn, &site, &job, &name)?)
            })
            .await??;
        let (_, key) = fetched.ok_or(NotTaken::NoLongerShared)?;
        let run = Folder::of(&app.export_folder, id, fence, Arc::new(key));
        write(&run, create(&order.folder, &file.name, made)?, file)?;
    }
    let manifest = Manifest::of(job).ok_or(NotTaken::NoLongerShared)?;
    let issuer = app.public_url.as_str().trim_end_matches('/').to_owned();
    let tokens = Tokens::new(&app.keys, &issuer, &app.ids, app.clock.now())?;
    let jws = tokens.sign(KIND, &manifest, app.clock.now())?;
    let signed = serde_json::to_vec(&SignedManifest { manifest, jws }).map_err(io::Error::from)?;
    create(&order.folder, "manifest.json", made)?.write_all(&signed)?;
    let keys = serde_json::json!({ "keys": tokens.jwks() }).to_string();
    create(&order.folder, "jwks.json", made)?.write_all(keys.as_bytes())?;
    Ok(files)
}

fn write(run: &Folder, mut to: std::fs::File, file: &File) -> io::Result<()> {
    let mut from = run.open(&file.name, file.bytes)?;
    let chunks = file
        .bytes
        .div_ceil(u64::try_from(CHUNK).unwrap_or(u64::MAX));
    for number in 0..chunks {
        to.write_all(&from.chunk(number)?)?;
    }
    to.sync_all()
}

/// A new file for this user alone.
fn create(folder: &Path, name: &str, made: &mut Vec<PathBuf>) -> io::Result<std::fs::File> {
    let path = folder.join(name);
    let mut options = std::fs::File::options();
    let file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)?;
    made.push(path);
    Ok(file)
}
