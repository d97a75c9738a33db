//! `admin`: the accounts of clinicians and admins, which are not made by signing up, and those that may be in the hands
//! of another.

use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand, ValueEnum};

use super::{failed, open};
use crate::access::Role;
use crate::accounts::{
    self, EmailAddress, Named, NotAnAddress, Person, ResetRequest, StaffInvitation, add_staff,
    reset_factors,
};
use crate::platform::clock::Zone;
use crate::platform::config::Settings;
use crate::platform::telemetry;

#[derive(Subcommand)]
pub(super) enum AdminCommand {
    /// Make an account, and have its owner mailed a code to choose a password with
    ///
    /// For an account that waits for its owner another code is mailed in the place of the first.
    Create(Create),
    /// Take every second factor of a member of the staff away who lost them, in a day
    ///
    /// Make sure that it is them. They are told by mail, and can cancel it until then.
    ResetFactors(ResetFactors),
    /// End every session of an account, and let nobody sign in to it: it may be in the hands of another
    Disable(OneAccount),
    /// Let the owner of a disabled account sign in again
    Enable(OneAccount),
}

impl AdminCommand {
    pub(super) fn settings(&mut self) -> &mut Settings {
        match self {
            Self::Create(create) => &mut create.settings,
            Self::ResetFactors(reset) => &mut reset.settings,
            Self::Disable(one) | Self::Enable(one) => &mut one.settings,
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

#[derive(Args)]
pub(super) struct OneAccount {
    /// The address of its owner, or its id as the audit has it
    account: String,
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

impl OneAccount {
    fn named(&self) -> Result<Named, NotAnAddress> {
        match self.account.parse() {
            Ok(id) => Ok(Named::Id(id)),
            Err(_) => EmailAddress::parse(&self.account).map(Named::Address),
        }
    }
}

type Said = Result<String, Box<dyn std::error::Error>>;

/// The command itself sends nothing: its settings need not be those of the server, and the outbox holds the mail of
/// others, too.
pub(super) const SENT: &str =
    "a server that runs sends it within seconds, or else the next that starts.";

pub(super) async fn run(command: AdminCommand) -> ExitCode {
    telemetry::log_to_stdout("warn");
    let done = match command {
        AdminCommand::Create(create) => make(&create).await,
        AdminCommand::ResetFactors(reset) => ask_to_reset(&reset).await,
        AdminCommand::Disable(one) => disable(&one).await,
        AdminCommand::Enable(one) => enable(&one).await,
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => failed(&*error),
    }
}

async fn make(create: &Create) -> Said {
    let name = create.name.trim();
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        return Err("the name has 1 to 100 characters, on one line".into());
    }
    let person = create.person()?;
    let app = open(&create.settings).await?;
    match add_staff(&app, person).await? {
        StaffInvitation::Made => Ok(format!(
            "The account is there. The mail to its owner waits: {SENT}"
        )),
        StaffInvitation::AskedAgain => Ok(format!(
            "The account waits for its owner. The mail with another code waits: {SENT}"
        )),
        StaffInvitation::Taken => Err("this address has an account already".into()),
    }
}

async fn ask_to_reset(reset: &ResetFactors) -> Said {
    let email = EmailAddress::parse(&reset.email)?;
    let app = open(&reset.settings).await?;
    let moment = |at: DateTime<Utc>| at.format("%Y-%m-%d %H:%M UTC").to_string();
    match reset_factors(&app, email).await? {
        ResetRequest::Due(at) => Ok(format!(
            "It takes place at {}. The mail to its owner waits: {SENT}",
            moment(at)
        )),
        ResetRequest::Waits(at) => {
            let at = moment(at);
            Err(format!("this was asked for already: it takes place at {at}").into())
        }
        ResetRequest::NoSuchStaff => {
            Err("no member of the staff has this address and a second factor".into())
        }
    }
}

async fn disable(one: &OneAccount) -> Said {
    let named = one.named()?;
    let app = open(&one.settings).await?;
    if accounts::disable(&app, named).await? {
        Ok("Its sessions have ended. It is shut until `admin enable`. \
            Those it let in at a clinic are still let in: see `site staff`."
            .to_owned())
    } else {
        Err("there is no such account, or it is disabled already".into())
    }
}

async fn enable(one: &OneAccount) -> Said {
    let named = one.named()?;
    let app = open(&one.settings).await?;
    if accounts::enable(&app, named).await? {
        Ok("Its owner can sign in again.".to_owned())
    } else {
        Err("there is no such account, or it is not disabled".into())
    }
}
