//! A whole copy of a SQLite database as it is at one instant, while it is written to.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::pool::Target;
use super::{Conn, DbResult, LookError, OpenError, sqlite, target};
use crate::platform::ids::{Ids, RowId};

/// Beside the database there are for a moment files whose names begin so: they are as plain as it is.
const NAME: &str = ".copy-";

/// A copy that has no name any more: whatever happens, nothing of it stays.
pub fn snapshot(url: &str, ids: &Ids) -> Result<File, OpenError> {
    let Target::Sqlite(path) = target(url)? else {
        return Err(OpenError::NotAFile);
    };
    sqlite::refuse_unsafe_library()?;
    // Connecting would make a file that is not there.
    std::fs::metadata(&path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    remove_left_over(folder)?;
    let copy = TemporaryFile::create(folder, ids)?;
    let name = copy.path.to_string_lossy().replace('\'', "''");
    let Conn::Sqlite(mut conn) = sqlite::connect(&path)? else {
        return Err(OpenError::NotAFile);
    };
    conn.batch_execute(&format!("VACUUM INTO '{name}'"))?;
    Ok(File::open(&copy.path)?)
}

/// Where the file of the SQLite database is that `url` names.
pub fn file_of(url: &str) -> Result<PathBuf, OpenError> {
    match target(url)? {
        Target::Sqlite(path) => Ok(path),
        Target::Postgres(_) => Err(OpenError::NotAFile),
    }
}

/// A plain file that goes when this does, and until then belongs to this process.
pub struct TemporaryFile {
    path: PathBuf,
    file: File,
}

impl TemporaryFile {
    /// Makes an empty one in `folder`, that no other user can read.
    pub fn create(folder: &Path, ids: &Ids) -> io::Result<Self> {
        let path = folder.join(format!("{NAME}{}", ids.next::<RowId>()));
        let file = sqlite::private(&path)?;
        file.lock()?;
        Ok(Self { path, file })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is written into it.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Gives it a name for good, once all of it is on the disk.
    pub fn keep_as(self, path: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        std::fs::rename(&self.path, path)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        // Where it has another name by now there is nothing to remove.
        drop(std::fs::remove_file(&self.path));
    }
}

mod sound {
    //! What SQLite says of a whole database, as tables.

    diesel::table! {
        pragma_integrity_check (integrity_check) {
            integrity_check -> Text,
        }
    }

    diesel::table! {
        pragma_foreign_key_check (fkid) {
            fkid -> BigInt,
        }
    }
}
use sound::{pragma_foreign_key_check, pragma_integrity_check};

/// Looks into a copy that is sound; `None` where it is not.
pub fn look_into<T, E: From<LookError>>(
    copy: &TemporaryFile,
    look: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<Option<T>, E> {
    let mut conn = sqlite::connect(&copy.path).map_err(LookError::from)?;
    if !is_sound(&mut conn).map_err(LookError::from)? {
        return Ok(None);
    }
    look(&mut conn).map(Some)
}

fn is_sound(conn: &mut Conn) -> DbResult<bool> {
    let said: Vec<String> = pragma_integrity_check::table
        .select(pragma_integrity_check::integrity_check)
        .limit(1)
        .load(conn)?;
    let orphans: i64 = pragma_foreign_key_check::table.count().get_result(conn)?;
    Ok(said == ["ok"] && orphans == 0)
}

/// Removes what a process left behind that was killed: its lock is not held.
fn remove_left_over(folder: &Path) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(NAME) && File::open(&path)?.try_lock().is_ok() {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}
