//! Where a measurement happens: a database for the server, one for the bare loops, on the same disk.

#[path = "../../tests/postgres/binaries.rs"]
mod binaries;
#[path = "../../tests/postgres/cluster.rs"]
mod cluster;

use std::path::Path;

use alsfrs_diary::platform::db::Db;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use tempfile::TempDir;

/// Two databases of one kind, and a folder that goes afterwards.
pub struct Place {
    /// `SQLite` or `PostgreSQL`.
    pub name: &'static str,
    /// Keys, mail and log of the server.
    pub folder: TempDir,
    /// The server's database, as the server comes to it.
    pub served: String,
    /// The same, for its owner.
    pub owned: String,
    /// That of the bare loops.
    pub bare: String,
}

/// On the disk by convention, never in memory: what is measured is durable.
const ON_DISK: [&str; 1] = ["/var/tmp"];

impl Place {
    /// Two files in one folder.
    pub fn sqlite() -> Self {
        let folder = folder();
        let file = |name| format!("sqlite://{}", folder.path().join(name).display());
        Self {
            name: "SQLite",
            served: file("diary.sqlite"),
            owned: file("diary.sqlite"),
            bare: file("bare.sqlite"),
            folder,
        }
    }

    /// Two databases of a cluster with PostgreSQL's own settings, the server as a role that owns no table; `None` without
    /// PostgreSQL.
    pub fn postgres() -> Option<Self> {
        let cluster = cluster::start(&binaries::find()?, &ON_DISK, &[], None).kept();
        let mut admin = PgConnection::establish(cluster.as_str()).expect("it answers");
        let mut make = |name: &str| {
            admin
                .batch_execute(&format!("CREATE DATABASE {name}"))
                .expect("a new database");
            let mut url = cluster.clone();
            url.set_path(name);
            url.to_string()
        };
        let (owned, bare) = (make("served"), make("bare"));
        admin
            .batch_execute("CREATE ROLE diary_server LOGIN")
            .expect("a role");
        let database = Db::open(&owned, 1).expect("it opens");
        database.migrate().expect("it is migrated");
        let role = "diary_server".parse().expect("a name");
        database.grant_serving(&role).expect("the role may serve");
        Some(Self {
            name: "PostgreSQL",
            folder: folder(),
            served: owned.replace("user=postgres", "user=diary_server"),
            owned,
            bare,
        })
    }
}

/// A new folder on the disk.
pub fn folder() -> TempDir {
    let root = ON_DISK.map(Path::new)[0];
    TempDir::with_prefix_in("alsfrs-bench-", root).expect("a folder on the disk")
}
