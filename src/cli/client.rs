//! `client`: the programs of clinics that read over FHIR. The server may run meanwhile.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgGroup, Args, Subcommand};

use super::failed;
use crate::platform::config::Settings;
use crate::platform::db::Db;
use crate::platform::disk::naming;
use crate::platform::ids::{ClientId, Ids, SiteId};
use crate::platform::telemetry;
use crate::smart::{self, Client, KeySource, NewClient, Scopes};

#[derive(Subcommand)]
pub(super) enum ClientCommand {
    /// Let a program of a clinic read what its patients share for research, without names
    Add(Add),
    /// List the programs that are let in
    List(List),
    /// Take a program away: its tokens open nothing from then on
    Remove(Remove),
}

impl ClientCommand {
    pub(super) fn settings(&mut self) -> &mut Settings {
        match self {
            Self::Add(add) => &mut add.settings,
            Self::List(list) => &mut list.settings,
            Self::Remove(remove) => &mut remove.settings,
        }
    }
}

#[derive(Args)]
#[command(group = ArgGroup::new("keys").required(true))]
pub(super) struct Add {
    /// The clinic whose program it is, by its id
    #[arg(long)]
    site: SiteId,
    /// What patients will see it as
    #[arg(long)]
    name: String,
    /// A file with its public keys, as a JWK Set
    #[arg(long, group = "keys")]
    jwks: Option<PathBuf>,
    /// The https: address of its public keys
    #[arg(long, group = "keys")]
    jwks_url: Option<String>,
    /// What it may be granted, with spaces between: system/Observation.rs
    #[arg(long, default_value = "system/*.rs")]
    scope: String,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    settings: Settings,
}

#[derive(Args)]
pub(super) struct Remove {
    /// The program, by its id
    client: ClientId,
    #[command(flatten)]
    settings: Settings,
}

type Failure = Box<dyn std::error::Error>;

pub(super) async fn run(command: ClientCommand) -> ExitCode {
    telemetry::log_to_stdout("warn");
    let done = match command {
        ClientCommand::Add(add) => run_add(&add).await,
        ClientCommand::List(list) => run_list(&list).await,
        ClientCommand::Remove(remove) => run_remove(&remove).await,
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => failed(&*error),
    }
}

fn open(settings: &Settings) -> Result<(Db, Ids), Failure> {
    let db = Db::open_beside(&settings.database())?;
    Ok((db, Ids::new(settings.clock())))
}

async fn run_add(add: &Add) -> Result<String, Failure> {
    let keys = match (&add.jwks, &add.jwks_url) {
        (Some(file), None) => {
            KeySource::here(&std::fs::read_to_string(file).map_err(naming(file))?)?
        }
        (None, Some(url)) => KeySource::there(url)?,
        _ => return Err("the keys are in a file or at an address".into()),
    };
    let new = NewClient::new(add.site, &add.name, keys, Scopes::read(&add.scope)?)?;
    let (db, ids) = open(&add.settings)?;
    let added = db.write(move |conn| smart::add(conn, &ids, &new)).await?;
    let id = added.ok_or("there is no such clinic")?;
    Ok(id.to_string())
}

async fn run_list(list: &List) -> Result<String, Failure> {
    let (db, _) = open(&list.settings)?;
    let all = db.read(smart::list).await?;
    let lines = all.iter().map(|(client, site)| line(client, site));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

fn line(client: &Client, site: &str) -> String {
    let (id, new) = (client.id, &client.new);
    let keys = match &new.keys {
        KeySource::Here(_) => "keys given",
        KeySource::There(url) => url.as_str(),
    };
    format!("{id}\t{}\t{site}\t{}\t{keys}", new.name, new.scopes)
}

async fn run_remove(remove: &Remove) -> Result<String, Failure> {
    let (db, ids) = open(&remove.settings)?;
    let id = remove.client;
    if db.write(move |conn| smart::remove(conn, &ids, id)).await? {
        Ok("It is let in no more.".to_owned())
    } else {
        Err("there is no such program".into())
    }
}
