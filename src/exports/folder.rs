//! Where the files of an export lie: a folder for each run, which this user alone may read.

use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::format::Sink;
use crate::platform::ids::ExportId;
use crate::platform::vault::{DataKey, SealedReader, SealedWriter};

/// The files of one run.
#[derive(Clone)]
pub struct Folder {
    path: PathBuf,
    key: Arc<DataKey>,
}

impl Folder {
    /// That of run `fence` of `export`, in the folder `all`.
    pub fn of(all: &Path, export: ExportId, fence: i32, key: Arc<DataKey>) -> Self {
        let path = all.join(format!("{export}.{fence}"));
        Self { path, key }
    }

    /// Makes it, empty.
    pub fn make(&self) -> io::Result<()> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true).mode(0o700).create(&self.path)
    }

    /// Begins the file `name`.
    pub fn begin(&self, name: &str) -> io::Result<Box<dyn Sink>> {
        let key = Arc::clone(&self.key);
        let file = SealedWriter::create(&self.path.join(name), key, name)?;
        Ok(Box::new(file))
    }

    /// Opens the file `name`, which is so long.
    pub fn open(&self, name: &str, length: u64) -> io::Result<SealedReader> {
        SealedReader::open(&self.path.join(name), Arc::clone(&self.key), name, length)
    }

    /// Waits until the disk has the names of the files.
    pub fn sync(&self) -> io::Result<()> {
        std::fs::File::open(&self.path)?.sync_all()
    }

    /// Deletes it with all that is in it.
    pub fn remove(&self) -> io::Result<()> {
        std::fs::remove_dir_all(&self.path)
    }
}

impl Sink for SealedWriter {
    fn end(self: Box<Self>) -> io::Result<()> {
        self.finish()
    }
}

/// The runs that have a folder in the folder `all`.
pub fn runs(all: &Path) -> io::Result<Vec<(PathBuf, ExportId, i32)>> {
    let entries = match std::fs::read_dir(all) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut runs = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let parts = name.to_str().and_then(|name| name.split_once('.'));
        let run = parts.and_then(|(id, fence)| Some((id.parse().ok()?, fence.parse().ok()?)));
        if let Some((id, fence)) = run {
            runs.push((entry.path(), id, fence));
        }
    }
    Ok(runs)
}

/// Does `work`, which waits for the disk, on a thread of its own.
pub async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(io::Error::other)?
}
