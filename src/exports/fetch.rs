//! Hands a file of an export out, while everyone in it still shares what went in.

use serde_json::json;

use super::end;
use super::format::File;
use super::model::{Job, State};
use super::refusal::Refusal;
use super::subjects::{self, Taken};
use crate::access::{self, Export, PatientKey, SiteAccess, SiteRole};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult, Verdict};
use crate::platform::vault::DataKey;

/// So many patients are asked about at once.
const PAGE: i64 = 500;

/// The file `name` of `job` and what opens it; `None` when it has none of that name. That it was handed out is
/// written down. Where a patient in it does not share it any more the export ends, which is to be committed.
pub fn fetch(
    conn: &mut Conn,
    site: &SiteAccess<Export>,
    job: &Job,
    name: &str,
) -> Verdict<Option<(File, DataKey)>, Refusal> {
    match job.state_at(site.at()) {
        State::Ready => {}
        State::Queued | State::Running | State::Failed => return Ok(Err(Refusal::NotReady)),
        State::Expired => return Ok(Err(Refusal::Expired)),
    }
    let vault = site.who().vault();
    if !everyone_shares(conn, site, job)? {
        end::end(conn, vault, job.id)?;
        return Ok(Err(Refusal::NoLongerShared));
    }
    let files = job.contents.iter().flat_map(|contents| &contents.files);
    let Some(file) = files.into_iter().find(|file| file.name == name) else {
        return Ok(Ok(None));
    };
    let Some(key) = vault.key_of(conn, job.id)? else {
        return Ok(Err(Refusal::Expired));
    };
    let detail = json!({ "site": job.site, "export": job.id, "file": name });
    audit::record_by(conn, site.who(), Action::ExportFetched, &detail)?;
    Ok(Ok(Some((file.clone(), key))))
}

/// Whether all of it may still be seen by who asks for it.
fn everyone_shares(conn: &mut Conn, site: &SiteAccess<Export>, job: &Job) -> DbResult<bool> {
    // A person may be something else there by now.
    let reads_words = site.role() == Some(SiteRole::Clinician);
    let mut after = None;
    loop {
        let taken = subjects::list(conn, job, after, PAGE)?;
        let Some(last) = taken.last() else {
            return Ok(true);
        };
        after = Some(last.key);
        let keys: Vec<PatientKey> = taken.iter().map(|it| it.key).collect();
        let shared = access::shared(conn, site, &keys)?;
        let still = |it: &Taken| {
            shared.get(&it.key).is_some_and(|share| {
                (job.identified || share.research)
                    && (share.facts || !it.facts)
                    && (share.notes && reads_words || !it.words)
            })
        };
        if !taken.iter().all(still) {
            return Ok(false);
        }
    }
}
