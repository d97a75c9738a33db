//! `admin`: the accounts of clinicians and admins, which are not made by signing up.

use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand, ValueEnum};

use super::{failed, open};
use crate::access::Role;
use crate::accounts::{
    EmailAddress, NotAnAddress, Person, ResetRequest, StaffInvitation, add_staff, reset_factors,
};
use crate::platform::clock::Zone;
use crate::platform::config::Settings;
use crate::platform::{mail, telemetry};

#[derive(Subcommand)]
pub(super) enum AdminCommand {
    /// Make an account, and mail its owner a code to choose a password with
    ///
    /// For an account that waits for its owner another code is mailed in the place of the first.
    Create(Create),
    /// Take every second factor of a member of the staff away who lost them, in a day
    ///
    /// Make sure that it is them. They are told by mail, and can cancel it until then.
    ResetFactors(ResetFactors),
}

impl AdminCommand {
    pub(super) fn settings(&mut self) -> &mut Settings {
        match self {
            Self::Create(create) => &mut create.settings,
            Self::ResetFactors(reset) => &mut reset.settings,
        }
    }
}

#[derive(Args)]
pub(super) struct Create {
    /// What they will be
    #[arg(long, value_enum)]
    role: StaffRole,
    /// Where mail reaches them
    #[arg(long)]
    email: String,
    /// What others will see them as
    #[arg(long)]
    name: String,
    /// Where they live, as an IANA zone
    #[arg(long, default_value = "UTC")]
    time_zone: Zone,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Args)]
pub(super) struct ResetFactors {
    /// Where mail reaches them
    email: String,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Clone, Copy, ValueEnum)]
enum StaffRole {
    /// Treats
    Clinician,
    /// Runs the installation
    Admin,
}

impl Create {
    fn person(&self) -> Result<Person, NotAnAddress> {
        Ok(Person {
            email: EmailAddress::parse(&self.email)?,
            display_name: self.name.clone(),
            role: match self.role {
                StaffRole::Clinician => Role::Clinician,
                StaffRole::Admin => Role::Admin,
            },
            time_zone: self.time_zone,
            locale: None,
        })
    }
}

pub(super) async fn run(command: AdminCommand) -> ExitCode {
    telemetry::log_to_stdout("warn");
    match command {
        AdminCommand::Create(create) => run_create(&create).await,
        AdminCommand::ResetFactors(reset) => run_reset(&reset).await,
    }
}

async fn run_create(create: &Create) -> ExitCode {
    match make(create).await {
        Ok(StaffInvitation::Made) => said("The account is there. A code went to its owner."),
        Ok(StaffInvitation::AskedAgain) => {
            said("The account waits for its owner. Another code went out.")
        }
        Ok(StaffInvitation::Taken) => {
            eprintln!("alsfrs-diary: this address has an account already");
            ExitCode::FAILURE
        }
        Err(error) => failed(&*error),
    }
}

async fn run_reset(reset: &ResetFactors) -> ExitCode {
    match ask_to_reset(reset).await {
        Ok(due) => said(&format!("It takes place at {due}. Its owner was told.")),
        Err(error) => failed(&*error),
    }
}

fn said(what: &str) -> ExitCode {
    println!("{what}");
    ExitCode::SUCCESS
}

async fn make(create: &Create) -> Result<StaffInvitation, Box<dyn std::error::Error>> {
    let name = create.name.trim();
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        return Err("the name has 1 to 100 characters, on one line".into());
    }
    let person = create.person()?;
    let app = open(&create.settings).await?;
    let asked = add_staff(&app, person).await?;
    // What does not go out now waits for the server.
    mail::send_due(&app).await?;
    Ok(asked)
}

async fn ask_to_reset(reset: &ResetFactors) -> Result<String, Box<dyn std::error::Error>> {
    let email = EmailAddress::parse(&reset.email)?;
    let app = open(&reset.settings).await?;
    let asked = reset_factors(&app, email).await?;
    mail::send_due(&app).await?;
    let moment = |at: DateTime<Utc>| at.format("%Y-%m-%d %H:%M UTC").to_string();
    match asked {
        ResetRequest::Due(at) => Ok(moment(at)),
        ResetRequest::Waits(at) => {
            let at = moment(at);
            Err(format!("this was asked for already: it takes place at {at}").into())
        }
        ResetRequest::NoSuchStaff => {
            Err("no member of the staff has this address and a second factor".into())
        }
    }
}
