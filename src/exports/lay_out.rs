//! Reads the patients of an export, lays them out in its files, and writes down to each that they are in it: all three
//! beside each other, page by page.

use serde_json::json;
use tokio::task::JoinHandle;

use super::cells::Cells;
use super::folder::on_disk;
use super::format::{Files, Patient};
use super::gather::{self, count};
use super::model::Job;
use super::stopped::Stopped;
use super::{store, subjects};
use crate::access::{self, PatientKey, Subject};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::Conn;

/// So many patients are in memory at once, twice: those that are read, and those that are laid out.
const PAGE: usize = 5;

/// After so many it is written down who is in it.
const WRITTEN_DOWN: usize = 20;

/// What the patients of an export came to.
pub struct LaidOut {
    /// They can be ended.
    pub files: Box<dyn Files>,
    /// How many patients there are of a kind.
    pub cells: Cells,
    /// How many are in it.
    pub patients: u64,
    /// How many were planned, and did not share any more when they were read.
    pub left_meanwhile: u64,
    /// How many have nothing that it is about.
    pub without_ratings: u64,
}

/// Lays out the patients of `order`, with what they wrote where there are `words` in it.
pub async fn lay_out(
    app: &App,
    job: &Job,
    patients: (&[PatientKey], bool),
    files: Box<dyn Files>,
) -> Result<LaidOut, Stopped> {
    let mut writing = Writing::default();
    let laid_out = page_by_page(app, job, patients, files, &mut writing).await;
    // Whatever became of the files: nothing is written down of a run that has ended.
    writing.end().await?;
    laid_out
}

async fn page_by_page(
    app: &App,
    job: &Job,
    (order, words): (&[PatientKey], bool),
    mut files: Box<dyn Files>,
    writing: &mut Writing,
) -> Result<LaidOut, Stopped> {
    let (mut cells, mut patients, mut found_at_all) = (Cells::of(job.format), 0, 0);
    let numbered: Vec<(PatientKey, u32)> = order.iter().copied().zip(1..).collect();
    let (mut done, mut told, mut subjects) = (0, 0, Vec::new());
    let mut pages = numbered.chunks(PAGE);
    let read = |page: &[(PatientKey, u32)]| Reading::begin(app, job, page, words);
    let mut reading = pages.next().map(read);
    while let Some(Reading { page, found }) = reading {
        let found = found.await.map_err(|_| Stopped::Lost)??;
        // The next ones are read while these are laid out.
        reading = pages.next().map(read);
        done += page;
        let taken;
        (files, cells, taken) = add(found, files, cells).await?;
        found_at_all += taken.found;
        patients += count(taken.subjects.len());
        subjects.extend(taken.subjects);
        if done >= told + WRITTEN_DOWN || reading.is_none() {
            told = done;
            let subjects = std::mem::take(&mut subjects);
            let write = write_down(app.clone(), job.clone(), subjects, (done, numbered.len()));
            writing.then(write).await?;
        }
    }
    Ok(LaidOut {
        files,
        cells,
        patients,
        left_meanwhile: count(done).saturating_sub(found_at_all),
        without_ratings: found_at_all.saturating_sub(patients),
    })
}

/// Who of a page is in the export.
struct Taken {
    /// How many still share.
    found: u64,
    /// Those who are in it.
    subjects: Vec<subjects::Taken>,
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
            subjects: Vec::new(),
        };
        for (key, patient) in found {
            if let Some(patient) = patient {
                files.add(&patient)?;
                cells.count(&patient);
                taken.subjects.push(subjects::Taken {
                    key,
                    facts: patient.facts.is_some(),
                    words: patient.words,
                });
            }
        }
        Ok((files, cells, taken))
    })
    .await?)
}

/// What is being written down, beside the next pages.
#[derive(Default)]
struct Writing(Option<JoinHandle<Result<(), Stopped>>>);

impl Writing {
    /// Goes on with `write` once what was begun before is done.
    async fn then(
        &mut self,
        write: impl Future<Output = Result<(), Stopped>> + Send + 'static,
    ) -> Result<(), Stopped> {
        self.end().await?;
        self.0 = Some(tokio::spawn(write));
        Ok(())
    }

    async fn end(&mut self) -> Result<(), Stopped> {
        match self.0.take() {
            Some(writing) => writing.await.map_err(|_| Stopped::Lost)?,
            None => Ok(()),
        }
    }
}

/// Writes down, to each patient, that they are in it, and how far it is.
async fn write_down(
    app: App,
    job: Job,
    mut taken: Vec<subjects::Taken>,
    (done, of): (usize, usize),
) -> Result<(), Stopped> {
    // One order for all who lock several rows.
    taken.sort_unstable_by_key(|it| it.key.0);
    let keys: Vec<PatientKey> = taken.iter().map(|it| it.key).collect();
    let progress = (
        i32::try_from(done).unwrap_or(i32::MAX),
        i32::try_from(of).unwrap_or(i32::MAX),
    );
    let (vault, now) = (app.vault.clone(), app.clock.now());
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
            let new = subjects::take_in(conn, &job, &taken)?;
            for Subject { access, .. } in &subjects {
                if new.contains(&access.key()) {
                    audit::handed_out(conn, access, action, &detail)?;
                }
            }
            Ok(())
        })
        .await
}
