//! What clients send about sites.

use serde::Deserialize;

use super::model::{MOST_ROWS, NewInvitation, NewSite, NewStaff};
use super::refusal::Refusal;
use crate::access::{Share, SiteRole};
use crate::accounts::{EmailAddress, read_time_zone};
use crate::platform::faults::Faults;
use crate::platform::http::HttpError;
use crate::platform::ids::{AccountId, SiteId};
use crate::platform::text;

const LONGEST_NAME: usize = 100;
const LONGEST_SUBJECT_ID: usize = 40;

/// A clinic.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSite)]
pub struct SiteRequest {
    /// What it is called.
    #[schema(example = "Clinic by the lake")]
    pub name: String,
    /// An IANA time zone.
    #[schema(example = "Europe/Berlin")]
    pub time_zone: String,
}

impl SiteRequest {
    /// The site; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<NewSite, Faults> {
        let name = text::read_name(&mut faults, "/name", &self.name, LONGEST_NAME);
        let time_zone = read_time_zone(&mut faults, &self.time_zone);
        faults.or(NewSite { name, time_zone })
    }
}

/// A person who is to work at a site, and as what.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewStaffMember)]
pub struct StaffRequest {
    /// Where mail reaches them.
    #[schema(example = "kim@example.org")]
    pub email: String,
    /// What others see them as; the account of a person who has one keeps its own.
    #[schema(example = "Kim")]
    pub display_name: String,
    /// As what.
    pub role: SiteRole,
}

impl StaffRequest {
    /// The member; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<NewStaff, Faults> {
        let display_name = text::read_name(
            &mut faults,
            "/display_name",
            &self.display_name,
            LONGEST_NAME,
        );
        Ok(NewStaff {
            email: EmailAddress::read(&self.email, faults)?,
            display_name,
            role: self.role,
        })
    }
}

/// A patient who is to be invited.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SiteInvitationRequest)]
pub struct InvitationRequest {
    /// Where the code is sent; only the account with this address can accept.
    #[schema(example = "ada@example.org")]
    email: String,
    /// What the clinic will call the patient: letters, digits, `.`, `_`, `-` and `/`. The next number when
    /// it is left out.
    #[serde(default)]
    #[schema(example = "MN-017", required = false)]
    subject_id: Option<String>,
    /// What the clinic asks for; the patient decides.
    share: Share,
}

impl InvitationRequest {
    /// The invitation; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<NewInvitation, Faults> {
        let subject_id = self.subject_id.as_deref();
        let subject_id = subject_id.map(|id| read_subject_id(&mut faults, "/subject_id", id));
        Ok(NewInvitation {
            email: EmailAddress::read(&self.email, faults)?,
            subject_id,
            share: self.share,
        })
    }
}

/// What names a patient in tables that other programs read: nothing that one of them might execute.
fn read_subject_id(faults: &mut Faults, pointer: &str, text: &str) -> String {
    let text = text.trim();
    let is_sound = (1..=LONGEST_SUBJECT_ID).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
    faults.require(
        is_sound,
        pointer,
        "invalid_subject_id",
        "A subject id has 1 to 40 letters, digits and . _ - / and begins with a letter or a digit.",
    );
    text.to_owned()
}

/// An acceptance: the code that a mail carried, and what is shared.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EnrolmentAcceptance)]
pub struct AcceptRequest {
    #[schema(example = "Gm3Y0c5oYk2xQ9r8uT1vW7zB4nL6pD0sF2hJ5kM8qRs")]
    pub code: String,
    pub share: Share,
}

/// What is shared from now on.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareRequest {
    pub share: Share,
}

/// The clinician who is to coordinate the care.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChooseCoordinator)]
pub struct CoordinatorRequest {
    /// Where the patient is enrolled.
    #[schema(format = "uuid")]
    site_id: String,
    /// One of the clinicians there.
    #[schema(format = "uuid")]
    account_id: String,
}

impl CoordinatorRequest {
    /// Where, and who; `faults` are those found before.
    pub fn read(self, mut faults: Faults) -> Result<(SiteId, AccountId), Faults> {
        let (site, account) = (self.site_id.parse(), self.account_id.parse());
        for (pointer, is_one) in [("/site_id", site.is_ok()), ("/account_id", account.is_ok())] {
            faults.require(is_one, pointer, "invalid_value", "This is no UUID.");
        }
        match (site, account) {
            (Ok(site), Ok(account)) => faults.or((site, account)),
            _ => Err(faults),
        }
    }
}

/// What an import asks for of every patient: the patient decides.
const ASKED_FOR: Share = Share {
    notes: true,
    facts: true,
    research: true,
};

/// Reads a table of `email,subject_id`; each row comes with its number, where the line of names is 1.
///
/// Fails with every fault of every row, by its number.
pub fn read_table(text: &str) -> Result<Vec<(usize, NewInvitation)>, HttpError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    // What some spreadsheets write where a comma is a decimal sign.
    let delimiter = if first.contains(';') { b';' } else { b',' };
    let mut table = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut faults = Faults::default();
    let mut rows: Vec<(usize, NewInvitation)> = Vec::new();
    let mut names = Vec::new();
    for (index, record) in table.records().enumerate() {
        let number = index + 1;
        let Ok(record) = record else {
            faults.add(
                &format!("/rows/{number}"),
                "unreadable",
                "The row cannot be read.",
            );
            continue;
        };
        let cells: Vec<&str> = record.iter().map(str::trim).collect();
        if index == 0 {
            names = cells.iter().map(|name| name.to_lowercase()).collect();
            let known = ["email", "subject_id"];
            let is_sound = names.first().is_some_and(|name| name == "email")
                && names.len() <= known.len()
                && names.iter().zip(known).all(|(name, known)| name == known);
            if !is_sound {
                let names = "The first row names the columns: email,subject_id.";
                return Err(Faults::one("/rows/1", "unknown_columns", names).into());
            }
            continue;
        }
        if index > MOST_ROWS {
            return Err(Refusal::TooManyRows.into());
        }
        match read_row(number, &cells, names.len()) {
            Ok(new) if rows.iter().any(|(_, other)| are_one(other, &new)) => faults.add(
                &format!("/rows/{number}"),
                "repeated",
                "A row before has this address or subject id.",
            ),
            Ok(new) => rows.push((number, new)),
            Err(found) => found
                .as_slice()
                .iter()
                .for_each(|fault| faults.add(&fault.pointer, fault.code, fault.detail)),
        }
    }
    faults.require(
        !rows.is_empty() || !faults.as_slice().is_empty(),
        "/rows",
        "empty",
        "There is no row below the names of the columns.",
    );
    Ok(faults.or(rows)?)
}

fn read_row(number: usize, cells: &[&str], columns: usize) -> Result<NewInvitation, Faults> {
    let mut faults = Faults::default();
    let place = format!("/rows/{number}");
    if cells.len() != columns {
        let cells = "The row has another number of cells than there are columns.";
        return Err(Faults::one(&place, "wrong_number_of_cells", cells));
    }
    let email = EmailAddress::parse(cells.first().copied().unwrap_or_default());
    faults.require(
        email.is_ok(),
        &format!("{place}/email"),
        "invalid_email",
        "This is no e-mail address.",
    );
    let subject_id = cells.get(1).filter(|cell| !cell.is_empty());
    let subject_id =
        subject_id.map(|id| read_subject_id(&mut faults, &format!("{place}/subject_id"), id));
    match email {
        Ok(email) => faults.or(NewInvitation {
            email,
            subject_id,
            share: ASKED_FOR,
        }),
        Err(_) => Err(faults),
    }
}

fn are_one(one: &NewInvitation, other: &NewInvitation) -> bool {
    one.email == other.email || one.subject_id.is_some() && one.subject_id == other.subject_id
}
