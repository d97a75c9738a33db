//! `site`: clinics, and who works there. The server may run meanwhile.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::json;

use super::admin::SENT;
use super::export::said;
use super::{failed, open};
use crate::access::SiteRole;
use crate::accounts::EmailAddress;
use crate::clinic::by_command;
use crate::clinic::{SiteRequest, StaffRequest};
use crate::platform::App;
use crate::platform::clock::Zone;
use crate::platform::config::Settings;
use crate::platform::faults::Faults;
use crate::platform::http::HttpError;
use crate::platform::ids::SiteId;
use crate::platform::telemetry;

#[derive(Subcommand)]
pub(super) enum SiteCommand {
    /// Make a clinic, and say its id
    Add(Add),
    /// List the clinics
    List(List),
    /// List who works at a clinic; `pending` who has not chosen a password yet
    Staff(Staff),
    /// Let a person work at a clinic; a new one is mailed how to choose a password
    AddStaff(AddStaff),
    /// Let a person work there no more, and end their sessions
    RemoveStaff(RemoveStaff),
}

#[derive(Args)]
pub(super) struct InTheNameOf {
    /// In whose name, by their address: one who runs the service, or an administrator of the clinic
    #[arg(long = "for")]
    by: String,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Args)]
pub(super) struct Add {
    /// What it is called
    #[arg(long)]
    name: String,
    /// Where it is, as an IANA zone
    #[arg(long)]
    time_zone: Zone,
    #[command(flatten)]
    asked: InTheNameOf,
}

#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    asked: InTheNameOf,
}

#[derive(Args)]
pub(super) struct Staff {
    /// The clinic, by its id
    site: SiteId,
    #[command(flatten)]
    asked: InTheNameOf,
}

#[derive(Args)]
pub(super) struct AddStaff {
    /// The clinic, by its id
    site: SiteId,
    #[arg(long, value_parser = read_role, help = "As what: clinician, data_manager or site_admin")]
    role: SiteRole,
    /// Where mail reaches them
    #[arg(long)]
    email: String,
    /// What others will see them as
    #[arg(long)]
    name: String,
    #[command(flatten)]
    asked: InTheNameOf,
}

#[derive(Args)]
pub(super) struct RemoveStaff {
    /// The clinic, by its id
    site: SiteId,
    /// Where mail reaches them
    #[arg(long)]
    email: String,
    #[command(flatten)]
    asked: InTheNameOf,
}

fn read_role(text: &str) -> Result<SiteRole, &'static str> {
    let known = serde_json::from_value(text.into());
    known.map_err(|_| "clinician, data_manager or site_admin")
}

impl SiteCommand {
    pub(super) fn settings(&mut self) -> &mut Settings {
        let asked = match self {
            Self::Add(add) => &mut add.asked,
            Self::List(list) => &mut list.asked,
            Self::Staff(staff) => &mut staff.asked,
            Self::AddStaff(add) => &mut add.asked,
            Self::RemoveStaff(remove) => &mut remove.asked,
        };
        &mut asked.settings
    }
}

type Said = Result<String, Box<dyn std::error::Error>>;

pub(super) async fn run(mut command: SiteCommand) -> ExitCode {
    telemetry::log_to_stdout("warn");
    let settings = command.settings().clone();
    let done = match open(&settings).await {
        Ok(app) => answer(&app, command).await,
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => failed(&*error),
    }
}

async fn answer(app: &App, command: SiteCommand) -> Said {
    match command {
        SiteCommand::Add(add) => {
            let request = SiteRequest {
                name: add.name,
                time_zone: add.time_zone.name().to_owned(),
            };
            let new = request.read(Faults::default()).map_err(|it| said(&it))?;
            let made = by_command::make_site(app, add.asked.by()?, new).await;
            Ok(made.map_err(why)?.to_string())
        }
        SiteCommand::List(list) => {
            let sites = by_command::sites(app, list.asked.by()?).await;
            Ok(lines(&sites.map_err(why)?, |site| {
                format!("{}\t{}\t{}", site.id, site.name, site.time_zone.name())
            }))
        }
        SiteCommand::Staff(of) => {
            let staff = by_command::staff(app, of.asked.by()?, of.site).await;
            Ok(lines(&staff.map_err(why)?, |one| {
                let (since, role) = (one.since.format("%Y-%m-%d"), json!(one.role));
                let role = role.as_str().unwrap_or_default();
                let name = one.display_name.as_deref().unwrap_or("-");
                let pending = if one.pending { "\tpending" } else { "" };
                format!("{}\t{role}\t{since}\t{name}{pending}", one.account_id)
            }))
        }
        SiteCommand::AddStaff(add) => {
            let request = StaffRequest {
                email: add.email,
                display_name: add.name,
                role: add.role,
            };
            let new = request.read(Faults::default()).map_err(|it| said(&it))?;
            let added = by_command::add_staff(app, add.asked.by()?, add.site, new).await;
            added.map_err(why)?;
            Ok(format!("The mail to them waits: {SENT}"))
        }
        SiteCommand::RemoveStaff(remove) => {
            let email = EmailAddress::parse(&remove.email)?;
            let removed = by_command::remove_staff(app, remove.asked.by()?, remove.site, email);
            removed.await.map_err(why)?;
            Ok("They do not work there.".to_owned())
        }
    }
}

fn lines<T>(all: &[T], line: impl Fn(&T) -> String) -> String {
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}

impl InTheNameOf {
    fn by(&self) -> Result<EmailAddress, Box<dyn std::error::Error>> {
        Ok(EmailAddress::parse(&self.by)?)
    }
}

/// What is refused, as a sentence.
fn why(error: HttpError) -> Box<dyn std::error::Error> {
    if error.is_not_found() {
        "there is no such clinic, or the person in whose name you ask may not do this there".into()
    } else {
        error.into()
    }
}
