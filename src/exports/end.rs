//! Deletes files: when their time is over, when they are not wanted any more, and what a run left behind.

use serde_json::json;

use super::folder;
use super::{store, subjects};
use crate::access::{Erasing, Export, PatientKey, SiteAccess};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::ExportId;
use crate::platform::jobs;
use crate::platform::vault::Vault;

/// Ends the time of `export`: what its key sealed opens never again, on any disk and in any backup.
pub fn end(conn: &mut Conn, vault: &Vault, export: ExportId) -> DbResult<()> {
    store::expire(conn, export)?;
    vault.destroy(conn, export)
}

/// Ends the time of `export`, which `access` asked for, before it is over; and its making.
pub fn delete(conn: &mut Conn, access: &SiteAccess<Export>, export: ExportId) -> DbResult<()> {
    end(conn, access.who().vault(), export)?;
    let detail = json!({ "site": access.site(), "export": export });
    audit::record_by(conn, access.who(), Action::ExportDeleted, &detail)
}

/// Ends every export that has the erased patient in it.
pub fn erase(conn: &mut Conn, vault: &Vault, gone: &Erasing) -> DbResult<()> {
    match gone.diary() {
        Some((_, key)) => end_all_of(conn, vault, key),
        None => Ok(()),
    }
}

fn end_all_of(conn: &mut Conn, vault: &Vault, patient: PatientKey) -> DbResult<()> {
    for export in subjects::of_patient(conn, patient)? {
        end(conn, vault, export)?;
    }
    Ok(())
}

/// Ends what is over, and deletes the folders that nothing needs.
pub async fn end_due(app: App) -> DbResult<()> {
    let now = app.clock.now();
    let due = app.db.read(move |conn| store::due(conn, now)).await?;
    jobs::each(due, |export| {
        let vault = app.vault.clone();
        app.db.write(move |conn| end(conn, &vault, export))
    })
    .await?;
    sweep(&app).await
}

/// Deletes the folders of runs that were killed, were taken over, or whose time is over.
pub async fn sweep(app: &App) -> DbResult<()> {
    let all = app.export_folder.as_path().to_owned();
    let runs = tokio::task::spawn_blocking(move || folder::runs(&all)).await;
    let Ok(Ok(runs)) = runs else {
        return Err(DbError::Unavailable("the folder of exports"));
    };
    for (path, export, fence) in runs {
        let kept = move |conn: &mut Conn| store::is_kept(conn, export, fence);
        if !app.db.read(kept).await? {
            let removed = tokio::task::spawn_blocking(|| std::fs::remove_dir_all(path)).await;
            if !matches!(removed, Ok(Ok(()))) {
                tracing::warn!(%export, "the folder of an export could not be deleted");
            }
        }
    }
    Ok(())
}
