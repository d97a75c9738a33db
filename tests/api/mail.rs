//! The mail that the server has sent: one file a mail, in its folder.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use mailparse::{MailHeaderMap, parse_mail};

/// Every mail of one installation, oldest first.
pub struct MailBox {
    folder: PathBuf,
    opened: Mutex<HashSet<PathBuf>>,
}

/// A mail, its transfer encoding undone.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// How long a mail may take before the test has failed.
const PATIENCE: Duration = Duration::from_secs(10);

impl MailBox {
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folder,
            opened: Mutex::default(),
        }
    }

    /// The next mail to `address` that this test has not opened yet; waits for it.
    pub async fn next_to(&self, address: &str) -> Mail {
        let asked = Instant::now();
        loop {
            if let Some(mail) = self.unopened_to(address) {
                return mail;
            }
            assert!(asked.elapsed() < PATIENCE, "no mail to {address}");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Every mail so far to `address`, opened or not.
    pub fn all_to(&self, address: &str) -> Vec<Mail> {
        self.files()
            .iter()
            .map(read)
            .filter(|mail| mail.to == address)
            .collect()
    }

    fn unopened_to(&self, address: &str) -> Option<Mail> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, mail) = self
            .files()
            .into_iter()
            .filter(|file| !opened.contains(file))
            .map(|file| (read(&file), file))
            .find(|(mail, _)| mail.to == address)
            .map(|(mail, file)| (file, mail))?;
        opened.insert(file);
        Some(mail)
    }

    /// Named by `UUIDv7`, so by time. A name that begins with a dot is being written.
    fn files(&self) -> Vec<PathBuf> {
        let Ok(folder) = std::fs::read_dir(&self.folder) else {
            return Vec::new();
        };
        let mut files: Vec<PathBuf> = folder
            .flatten()
            .map(|file| file.path())
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .collect();
        files.sort();
        files
    }
}

fn read(file: &PathBuf) -> Mail {
    let bytes = std::fs::read(file).unwrap();
    let mail = parse_mail(&bytes).unwrap();
    let header = |name| mail.headers.get_first_value(name).unwrap_or_default();
    let to = header("To");
    Mail {
        to: to.trim_matches(['<', '>']).to_owned(),
        subject: header("Subject"),
        body: mail.get_body().unwrap(),
    }
}

impl Mail {
    /// The code, which stands on a line of its own.
    pub fn code(&self) -> String {
        self.body
            .lines()
            .find_map(|line| line.strip_prefix("Code: "))
            .unwrap_or_else(|| panic!("no code in {self:?}"))
            .trim_end()
            .to_owned()
    }
}
