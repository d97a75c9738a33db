//! Everything that is known of a person, for that person.

use chrono::{DateTime, Utc};
use serde_json::json;
use uuid::Uuid;

use crate::access::closures::{self, Closure};
use crate::access::sessions::{self, Device};
use crate::access::{self, Caller, Diary, Inspect, Read, SignedIn};
use crate::accounts::{self, Account, Passkey};
use crate::alerts::{self, Followed, Shown};
use crate::audit::{self, Action, EventSummary};
use crate::cards::{self, Card};
use crate::channels::{self, Subscription};
use crate::circle::{self, Invitation, Member, State, Trustee};
use crate::clinic::{self, Enrolment, Site};
use crate::consents::{self, Consent};
use crate::diary::{self, Entry};
use crate::guests::{self, GuestLink};
use crate::patients::{self, Facts};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::ids::{PatientId, RecordId, SessionId};
use crate::reminders::{self, Reminders};
use crate::treatments::{self, Record};
use crate::trends::{self, Known};

/// A copy of all of it but the long lists, and how far these go.
pub struct Copy {
    /// In which session they ask.
    pub session: SessionId,
    /// Who they are.
    pub account: Account,
    /// On which devices they are signed in.
    pub devices: Vec<Device>,
    /// What else they sign in with.
    pub passkeys: Vec<Passkey>,
    /// What they are reminded of.
    pub reminders: Reminders,
    /// What they want to be told of the diaries of others.
    pub follows: Vec<Followed>,
    /// Which devices are told something.
    pub push: Vec<Subscription>,
    /// What they agreed to.
    pub consents: Vec<Consent>,
    /// Which diaries they may open.
    pub diaries: Vec<Diary>,
    /// Whose trustee they are, and how far that has come.
    pub trusteeships: Vec<(PatientId, State)>,
    /// At which clinics they work.
    pub works_at: Vec<Site>,
    /// Their own, when they are a patient.
    pub own: Option<OwnDiary>,
    /// Where the long lists end, which are read page by page after this.
    pub end: End,
}

/// The newest of what the copy has: what comes while it is read is not in it.
#[derive(Clone, Copy)]
pub struct End {
    own: Option<PatientId>,
    change: i64,
    event: i64,
}

/// A place in the long lists.
#[derive(Clone, Copy)]
pub enum Place {
    /// After this version of a week.
    Version(i32, i32),
    /// After this version of a record.
    Record(RecordId, i32),
    /// After the event with this number.
    Event(i64),
}

impl Place {
    /// Before the first version of the first week.
    pub const FIRST_VERSION: Self = Self::Version(0, 0);
    /// Before the first record.
    pub const FIRST_RECORD: Self = Self::Record(RecordId(Uuid::nil()), 0);
    /// Before the first event.
    pub const FIRST_EVENT: Self = Self::Event(0);
}

/// Some of a long list, and the place after it.
pub enum Part {
    /// Versions of weeks.
    Versions(Vec<Entry>),
    /// Versions of records.
    Records(Vec<Record>),
    /// Events.
    Events(Vec<(i64, EventSummary)>),
}

/// So many are in memory at once.
const PAGE: i64 = 500;

/// A diary with its history.
pub struct OwnDiary {
    /// Its name.
    pub patient: PatientId,
    /// The facts about the patient.
    pub facts: Facts,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// What was said of flags: we know.
    pub known: Vec<Known>,
    /// What others were told of it.
    pub alerts: Vec<Shown>,
    /// Who was let in.
    pub circle: Vec<Member>,
    /// Who was invited.
    pub invitations: Vec<Invitation>,
    /// Their emergency card.
    pub card: Option<Card>,
    /// Which links for guests were made.
    pub guest_links: Vec<GuestLink>,
    /// At which clinics they are enrolled, and what they share there.
    pub sites: Vec<Enrolment>,
    /// Their trustee.
    pub trustee: Option<Trustee>,
    /// That it is closed, or will be.
    pub closure: Option<Closure>,
}

/// Writes down that a copy is made: before anything is handed out.
pub fn write_down(conn: &mut Conn, who: &SignedIn) -> DbResult<()> {
    audit::record_by(conn, who, Action::AccountExported, &json!({}))
}

/// Collects the copy but for its long lists.
pub fn begin(conn: &mut Conn, caller: &Caller, who: &SignedIn) -> HttpResult<Copy> {
    let account = accounts::find_account(conn, who.vault(), who.account())?
        .ok_or_else(|| DbError::corrupt("account", who.account()))?;
    let mut end = End {
        own: access::patient_of(conn, who.account())?,
        change: 0,
        event: audit::newest_event(conn)?,
    };
    let own = match end.own {
        Some(patient) => Some(own_diary(conn, caller, patient, &mut end)?),
        None => None,
    };
    Ok(Copy {
        session: who.session(),
        account,
        devices: sessions::live_of(conn, who)?,
        passkeys: accounts::passkeys_of(conn, who)?,
        reminders: reminders::chosen(conn, who)?,
        follows: alerts::followed_by(conn, who)?,
        push: channels::subscriptions_of(conn, who)?,
        consents: consents::list(conn, who)?,
        diaries: access::diaries_of(conn, who)?,
        trusteeships: circle::trusteeships(conn, who)?,
        works_at: clinic::sites_of_staff(conn, who)?,
        own,
        end,
    })
}

fn own_diary(
    conn: &mut Conn,
    caller: &Caller,
    patient: PatientId,
    end: &mut End,
) -> HttpResult<OwnDiary> {
    let reading = access::to_patient::<Read>(conn, caller, patient)?;
    let inspecting = access::to_patient::<Inspect>(conn, caller, patient)?;
    end.change = reading.last_change();
    Ok(OwnDiary {
        patient,
        facts: patients::facts(conn, &reading)?,
        began_at: reading.began_at(),
        known: trends::known(conn, &reading)?,
        alerts: alerts::about(conn, &inspecting)?,
        circle: circle::everybody(conn, &inspecting)?,
        invitations: circle::every_invitation(conn, &inspecting)?,
        card: cards::card_of(conn, &inspecting)?,
        guest_links: guests::every_link(conn, &inspecting)?,
        sites: clinic::enrolments_of(conn, &inspecting)?,
        trustee: circle::chosen(conn, &inspecting)?,
        closure: closures::find(conn, &inspecting)?,
    })
}

/// What comes after `place`, and where to go on; `None` for the latter at the end of that list. The caller is
/// asked for anew each time: a session that has ended reads no further.
pub fn page(
    conn: &mut Conn,
    caller: &Caller,
    end: End,
    place: Place,
) -> HttpResult<(Part, Option<Place>)> {
    let own = match end.own {
        Some(patient) => Some(access::to_patient::<Read>(conn, caller, patient)?),
        None => None,
    };
    Ok(match (place, own) {
        (Place::Version(week, revision), Some(access)) => {
            let found = diary::versions(conn, &access, (week, revision), end.change, PAGE)?;
            let last = found.last();
            let next = last.map(|entry| Place::Version(entry.key.number(), entry.revision));
            (Part::Versions(found), next)
        }
        (Place::Record(id, revision), Some(access)) => {
            let found = treatments::versions(conn, &access, (id, revision), end.change, PAGE)?;
            let last = found.last();
            let next = last.map(|record| Place::Record(record.key, record.revision));
            (Part::Records(found), next)
        }
        (Place::Version(..), None) => (Part::Versions(Vec::new()), None),
        (Place::Record(..), None) => (Part::Records(Vec::new()), None),
        (Place::Event(after), own) => {
            let who = access::to_account(conn, caller)?;
            let key = own.map(|access| access.key());
            let found = audit::about(conn, &who, key, (after, end.event), PAGE)?;
            let next = found.last().map(|(key, _)| Place::Event(*key));
            (Part::Events(found), next)
        }
    })
}
