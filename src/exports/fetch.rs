//! Hands a file of an export out, while everyone in it still shares.

use serde_json::json;

use super::end;
use super::format::File;
use super::model::{Job, State};
use super::refusal::Refusal;
use super::subjects;
use crate::access::{self, Export, SiteAccess};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult, Verdict};
use crate::platform::vault::DataKey;

/// So many patients are asked about at once.
const PAGE: i64 = 500;

/// The file `name` of `job` and what opens it; `None` when it has none of that name. That it was handed out is
/// written down. Where a patient in it does not share any more the export ends, which is to be committed.
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

fn everyone_shares(conn: &mut Conn, site: &SiteAccess<Export>, job: &Job) -> DbResult<bool> {
    let mut after = None;
    loop {
        let keys = subjects::list(conn, job, after, PAGE)?;
        let Some(last) = keys.last() else {
            return Ok(true);
        };
        after = Some(*last);
        let sharing = access::sharing(conn, site, &keys, !job.identified)?;
        if sharing != keys.len() {
            return Ok(false);
        }
    }
}
