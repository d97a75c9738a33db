//! Everything that is known of somebody, for themselves.

use serde_json::json;

use super::model::Consent;
use super::store;
use crate::access::sessions::{self, Device};
use crate::access::{self, Caller, Diary, Inspect, Read, SignedIn};
use crate::accounts::{self, Account, Passkey, Profile};
use crate::audit::{self, Action, Happened};
use crate::circle::{self, Closure, Invitation, Member, State, Trustee};
use crate::diary::{self, Entry};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::ids::PatientId;
use crate::treatments;
use crate::trends::{self, Known};

/// A copy of all of it.
pub struct Copy {
    /// Who they are.
    pub account: Account,
    /// On which devices they are signed in.
    pub devices: Vec<Device>,
    /// What else they sign in with.
    pub passkeys: Vec<Passkey>,
    /// What they agreed to.
    pub consents: Vec<Consent>,
    /// Which diaries they may open.
    pub diaries: Vec<Diary>,
    /// Whose trustee they are, and how far that has come.
    pub trusteeships: Vec<(PatientId, State)>,
    /// Their own, when they are a patient.
    pub own: Option<OwnDiary>,
    /// What they did, and what anybody did to their record.
    pub events: Vec<Happened>,
}

/// A diary with its history.
pub struct OwnDiary {
    /// Its name.
    pub patient: PatientId,
    /// The facts about the patient.
    pub profile: Profile,
    /// Every version of every week, oldest first.
    pub entries: Vec<Entry>,
    /// All that was recorded around treatments, with its history.
    pub treatments: treatments::Everything,
    /// What was said of flags: we know.
    pub known: Vec<Known>,
    /// Who was let in.
    pub circle: Vec<Member>,
    /// Who was invited.
    pub invitations: Vec<Invitation>,
    /// Whom they chose to act for them.
    pub trustee: Option<Trustee>,
    /// That it is closed, or will be.
    pub closure: Option<Closure>,
}

/// Writes down that a copy is made: before anything is handed out.
pub fn write_down(conn: &mut Conn, who: &SignedIn) -> DbResult<()> {
    audit::record_by(conn, who, Action::AccountExported, &json!({}))
}

/// Collects the copy.
pub fn collect(conn: &mut Conn, caller: &Caller, who: &SignedIn) -> HttpResult<Copy> {
    let account = accounts::find_account(conn, who.vault(), who.account())?
        .ok_or_else(|| DbError::corrupt("account", who.account()))?;
    let own = match accounts::patient_of(conn, who.account())? {
        Some(patient) => Some(own_diary(conn, caller, patient)?),
        None => None,
    };
    let key = own.as_ref().map(|(key, _)| *key);
    Ok(Copy {
        account,
        devices: sessions::live_of(conn, who)?,
        passkeys: accounts::passkeys_of(conn, who)?,
        consents: store::list(conn, who)?,
        diaries: access::diaries_of(conn, who)?,
        trusteeships: circle::trusteeships(conn, who)?,
        own: own.map(|(_, diary)| diary),
        events: audit::about(conn, who, key)?,
    })
}

fn own_diary(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
) -> HttpResult<(access::PatientKey, OwnDiary)> {
    let reading = access::to_patient::<Read>(conn, caller, patient)?;
    let inspecting = access::to_patient::<Inspect>(conn, caller, patient)?;
    let diary = OwnDiary {
        patient,
        profile: accounts::profile(conn, &reading)?,
        entries: diary::everything(conn, &reading)?,
        treatments: treatments::everything(conn, &reading)?,
        known: trends::known(conn, &reading)?,
        circle: circle::everybody(conn, &inspecting)?,
        invitations: circle::every_invitation(conn, &inspecting)?,
        trustee: circle::chosen(conn, &inspecting)?,
        closure: circle::closure_of(conn, &inspecting)?,
    };
    Ok((reading.key(), diary))
}
