//! Settings: flags or environment, typed and closed.

mod backups;
mod check;
mod hosts;
mod passkeys;
mod place;
mod push;
mod rehearsal;
mod secret_file;
mod tls;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use url::Url;

use super::http::apps::ClientVersion;
use super::limit::LimitSettings;

pub use backups::{BackupPlan, BackupSettings};
pub use passkeys::{PasskeySettings, RelyingParty};
pub use push::PushSettings;
pub use rehearsal::Rehearsal;
pub use tls::TlsSettings;

/// Every setting; each can be given as a flag or in the environment.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Where to listen for requests
    #[arg(long, env = "ALSFRS_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,

    /// The certificate with which requests come in by TLS.
    #[command(flatten)]
    pub tls: TlsSettings,

    /// Where to serve metrics, or `off`; keep it away from the public
    #[arg(long, env = "ALSFRS_METRICS_LISTEN", default_value = "127.0.0.1:9464")]
    pub metrics_listen: Listen,

    /// Keys, the SQLite file and unsent mail live here
    #[arg(long, env = "ALSFRS_DATA_DIR", default_value = "./data")]
    pub data_dir: PathBuf,

    /// The keys live here, apart from the data if you like [default: keys in the data folder]
    #[arg(long, env = "ALSFRS_KEY_DIR")]
    pub key_dir: Option<PathBuf>,

    /// `sqlite://…` or `postgres://…` [default: diary.sqlite in the data folder]
    #[arg(long, env = "ALSFRS_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,

    /// A file that holds the database URL, as containers mount secrets
    #[arg(long, env = "ALSFRS_DATABASE_URL_FILE")]
    pub database_url_file: Option<PathBuf>,

    /// Connections to the database at the most
    #[arg(long, env = "ALSFRS_DATABASE_CONNECTIONS", default_value_t = 8,
          value_parser = clap::value_parser!(u32).range(1..=200))]
    pub database_connections: u32,

    /// How the outside reaches this service; links in mail begin with it
    #[arg(
        long,
        env = "ALSFRS_PUBLIC_URL",
        default_value = "http://127.0.0.1:8080"
    )]
    pub public_url: Url,

    /// Other names by which requests may come; in production, or where some are listed, all others are
    /// refused but those of this machine
    #[arg(long, env = "ALSFRS_PUBLIC_HOSTS", value_delimiter = ',')]
    pub public_hosts: Vec<String>,

    /// `file://folder`, `smtp://…` or `smtps://…` [default: mail in the data folder]
    #[arg(long, env = "ALSFRS_MAIL_URL", hide_env_values = true)]
    pub mail_url: Option<String>,

    /// A file that holds the mail URL, as containers mount secrets
    #[arg(long, env = "ALSFRS_MAIL_URL_FILE")]
    pub mail_url_file: Option<PathBuf>,

    /// Certificates in PEM that alone vouch for the mail server, where it has one of your own authority
    #[arg(long, env = "ALSFRS_MAIL_CA_FILE")]
    pub mail_ca_file: Option<PathBuf>,

    /// Certificates in PEM that alone vouch for the servers where programs of clinics have their keys
    #[arg(long, env = "ALSFRS_FETCH_CA_FILE")]
    pub fetch_ca_file: Option<PathBuf>,

    /// Who mail comes from
    #[arg(
        long,
        env = "ALSFRS_MAIL_FROM",
        default_value = "ALSFRS-R diary <diary@localhost>"
    )]
    pub mail_from: String,

    /// `production` refuses to start on a weak setting
    #[arg(long, env = "ALSFRS_PROFILE", value_enum, default_value_t = Profile::Development)]
    pub profile: Profile,

    /// Proxies whose `X-Forwarded-For` is believed
    #[arg(long, env = "ALSFRS_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,

    /// Origins whose pages may call the API, exactly as browsers send them
    #[arg(long, env = "ALSFRS_ALLOWED_ORIGINS", value_delimiter = ',')]
    pub allowed_origins: Vec<String>,

    /// The oldest version of each client app that still works, as in `diary-android/2.1,diary-ios/2.0.3`
    #[arg(long, env = "ALSFRS_MINIMUM_CLIENTS", value_delimiter = ',')]
    pub minimum_clients: Vec<ClientVersion>,

    /// Threads that answer requests [default: one a core]
    #[arg(long, env = "ALSFRS_WORKERS", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub workers: Option<u16>,

    /// Passwords checked at once [default: one a core]
    #[arg(long, env = "ALSFRS_ARGON2_PERMITS", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub argon2_permits: Option<u16>,

    /// Days in which a person who asked to be erased can change their mind
    #[arg(long, env = "ALSFRS_ERASURE_DAYS", default_value_t = 14,
          value_parser = clap::value_parser!(u16).range(0..=90))]
    pub erasure_days: u16,

    /// Who was erased, for restored backups: keep it apart from them [default: erasures.journal in the data folder]
    #[arg(long, env = "ALSFRS_ERASURE_JOURNAL")]
    pub erasure_journal: Option<PathBuf>,

    /// Years that the audit is kept; then `retention run` lets events go
    #[arg(long, env = "ALSFRS_AUDIT_YEARS", default_value_t = 6,
          value_parser = clap::value_parser!(u16).range(3..=100))]
    pub audit_years: u16,

    /// Percent of the disk under the data folder: an alarm when less is free
    #[arg(long, env = "ALSFRS_DISK_ALARM_PERCENT", default_value_t = 10,
          value_parser = clap::value_parser!(u8).range(0..=100))]
    pub disk_alarm_percent: u8,

    /// Days that a trustee waits after asking, in which the patient can say no
    #[arg(long, env = "ALSFRS_TRUSTEE_DAYS", default_value_t = 14,
          value_parser = clap::value_parser!(u16).range(1..=60))]
    pub trustee_days: u16,

    /// Days that a trustee cannot ask again after the patient said no
    #[arg(long, env = "ALSFRS_TRUSTEE_PAUSE_DAYS", default_value_t = 30,
          value_parser = clap::value_parser!(u16).range(1..=365))]
    pub trustee_pause_days: u16,

    /// Months of silence after which a patient and their trustee are told that nothing happens, or `off`
    #[arg(long, env = "ALSFRS_INACTIVITY_MONTHS", default_value = "24")]
    pub inactivity_months: Months,

    /// The age, by the year of birth, from which on a person may keep a diary
    #[arg(long, env = "ALSFRS_MINIMUM_AGE", default_value_t = 16,
          value_parser = clap::value_parser!(u16).range(0..=99))]
    pub minimum_age: u16,

    /// Whether trends carry flags such as "your answers about swallowing changed"
    #[arg(long, env = "ALSFRS_FLAGS", value_enum, default_value_t = Switch::On)]
    pub flags: Switch,

    /// Whether FHIR carries, marked, LOINC codes of items that are inferred from their neighbours
    #[arg(long, env = "ALSFRS_INFERRED_CODES", value_enum, default_value_t = Switch::On)]
    pub inferred_codes: Switch,

    /// What the server backs up by itself.
    #[command(flatten)]
    pub backups: BackupSettings,

    /// What passkeys are made for.
    #[command(flatten)]
    pub passkeys: PasskeySettings,

    /// How devices are reached.
    #[command(flatten)]
    pub push: PushSettings,

    /// How much of what one may have.
    #[command(flatten)]
    pub limits: LimitSettings,

    /// What only the tests set.
    #[command(flatten)]
    pub rehearsal: Rehearsal,

    /// Which log lines to write, as in `info` or `warn,alsfrs_diary=debug`
    #[arg(
        long,
        env = "ALSFRS_LOG",
        default_value = "info,actix_server=warn,actix_http=off"
    )]
    pub log: String,
}

/// How strictly the settings are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Profile {
    /// For trying it out: mail goes to files, plain HTTP on loopback.
    Development,
    /// For people's data.
    Production,
}

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// On.
    On,
    /// Off.
    Off,
}

/// A number of months, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months(pub Option<u16>);

impl std::str::FromStr for Months {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text.parse() {
            _ if text == "off" => Ok(Self(None)),
            Ok(months @ 1..=600) => Ok(Self(Some(months))),
            Ok(_) | Err(_) => Err("a number of months from 1 to 600, or off"),
        }
    }
}

/// An address to listen on, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listen(pub Option<SocketAddr>);

impl std::str::FromStr for Listen {
    type Err = std::net::AddrParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "off" {
            return Ok(Self(None));
        }
        text.parse().map(|address| Self(Some(address)))
    }
}

/// A setting that this program will not start with. It names the variable, never the value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{variable}: {problem}")]
pub struct Weak {
    /// The environment variable.
    pub variable: String,
    /// What is wrong with it.
    pub problem: String,
}

fn weak(variable: &str, problem: impl Into<String>) -> Weak {
    Weak {
        variable: variable.to_owned(),
        problem: problem.into(),
    }
}

impl Settings {
    /// The database URL, given or in the data folder.
    pub fn database(&self) -> String {
        self.database_url
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}", self.data_dir.join("diary.sqlite").display()))
    }

    /// The key folder, given or in the data folder.
    pub fn keys(&self) -> PathBuf {
        let given = self.key_dir.clone();
        given.unwrap_or_else(|| self.data_dir.join("keys"))
    }

    /// The journal of erasures, given or in the data folder.
    pub fn erasures(&self) -> PathBuf {
        let given = self.erasure_journal.clone();
        given.unwrap_or_else(|| self.data_dir.join("erasures.journal"))
    }

    /// The folder of exports, which every instance reads and writes.
    pub fn exports(&self) -> PathBuf {
        self.data_dir.join("exports")
    }

    /// The mail URL, given or the folder `mail` in the data folder.
    pub fn mail(&self) -> Result<Url, Weak> {
        let not_valid = || weak("ALSFRS_MAIL_URL", "is not a valid URL");
        if let Some(url) = &self.mail_url {
            return Url::parse(url).map_err(|_| not_valid());
        }
        let folder = std::path::absolute(self.data_dir.join("mail"));
        Url::from_file_path(folder.map_err(|_| not_valid())?).map_err(|()| not_valid())
    }

    /// What vouches for the mail server, if it is not one of the usual authorities.
    pub fn mail_authority(&self) -> Result<Option<Vec<u8>>, Weak> {
        authority(self.mail_ca_file.as_deref(), "ALSFRS_MAIL_CA_FILE")
    }

    /// What vouches for the servers where programs of clinics have their keys, if it is not one of the usual ones.
    pub fn fetch_authority(&self) -> Result<Option<Vec<u8>>, Weak> {
        authority(self.fetch_ca_file.as_deref(), "ALSFRS_FETCH_CA_FILE")
    }
}

fn authority(file: Option<&Path>, name: &str) -> Result<Option<Vec<u8>>, Weak> {
    let Some(file) = file else {
        return Ok(None);
    };
    let text = std::fs::read_to_string(file).map_err(|_| weak(name, "cannot be read"))?;
    if text.contains("-----BEGIN CERTIFICATE-----") {
        Ok(Some(text.into_bytes()))
    } else {
        Err(weak(name, "holds no certificate in PEM"))
    }
}

/// The demo leaves this file beside its database, last: then it is whole.
pub const DEMO: &str = "demo.json";

/// Variables that begin with our prefix and are no setting: a misspelt one must not be ignored.
pub fn unknown_variables(given: impl Iterator<Item = String>, known: &[String]) -> Vec<Weak> {
    given
        .filter(|name| name.starts_with("ALSFRS_") && !known.contains(name))
        .map(|name| weak(&name, "there is no such setting"))
        .collect()
}
