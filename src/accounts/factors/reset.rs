//! Help for staff who lost every second factor: the operator asks on the machine, and the owner has a
//! day in which they are told and can say no. Mail alone never takes a factor away.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::resets::{self, Reset};
use super::{letters, pending, recovery_codes, totp_factors};
use crate::access::{self, Assurance, SignedIn, sessions};
use crate::accounts::email::EmailAddress;
use crate::accounts::passkeys;
use crate::accounts::store;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::jobs;
use crate::platform::mail::{self, Mail, Recipient};

/// How long the owner has to say no.
const DELAY: TimeDelta = TimeDelta::hours(24);

/// What became of the operator's request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResetRequest {
    /// It takes place then, unless the owner says no.
    Due(DateTime<Utc>),
    /// One waits already, until then.
    Waits(DateTime<Utc>),
    /// No member of the staff has this address and a second factor.
    NoSuchStaff,
}

/// Has the second factors of the member of the staff with this address taken away in a day; they are
/// told by mail.
pub async fn reset_factors(app: &App, email: EmailAddress) -> DbResult<ResetRequest> {
    let now = app.clock.now();
    let work = app.clone();
    let asked = app
        .db
        .write(move |conn| ask(conn, &work, &email, now))
        .await?;
    Ok(asked)
}

fn ask(
    conn: &mut Conn,
    app: &App,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> DbResult<ResetRequest> {
    let Some(account) = with_factors(conn, app, email)? else {
        return Ok(ResetRequest::NoSuchStaff);
    };
    if let Some(reset) = resets::find(conn, account)? {
        return Ok(ResetRequest::Waits(reset.due_at));
    }
    let due_at = now + DELAY;
    let reset = Reset {
        asked_at: now,
        due_at,
    };
    if !resets::add(conn, account, reset)? {
        return Ok(ResetRequest::Waits(due_at));
    }
    write_to(conn, app, account, now, |to| {
        letters::reset_asked(to, due_at)
    })?;
    let detail = json!({ "due_at": due_at });
    audit::record_for(conn, account, None, now, Action::FactorResetAsked, &detail)?;
    Ok(ResetRequest::Due(due_at))
}

/// The member of the staff who has this address, signs in, and cannot do so with a password alone.
fn with_factors(conn: &mut Conn, app: &App, email: &EmailAddress) -> DbResult<Option<AccountId>> {
    let Some(credential) = store::credential_by_email(conn, &app.vault, email)? else {
        return Ok(None);
    };
    let id = credential.account;
    let role = store::get(conn, &app.vault, id)?.person.role;
    let has_some = access::demanded_of(conn, id)? > Assurance::OneFactor;
    Ok((credential.is_usable() && role.needs_two_factors() && has_some).then_some(id))
}

/// Keeps the owner's factors; harmless where nothing waits.
pub fn cancel(conn: &mut Conn, app: &App, owner: &SignedIn) -> DbResult<()> {
    let account = owner.account();
    if !resets::remove(conn, account)? {
        return Ok(());
    }
    write_to(conn, app, account, owner.at(), letters::reset_cancelled)?;
    audit::record_by(conn, owner, Action::FactorResetCancelled, &json!({}))
}

/// Takes the factors of `account` away, when their time has long come: every one, every session, and
/// every sign-in that was begun.
pub fn take_place(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    now: DateTime<Utc>,
) -> DbResult<()> {
    let Some(by) = app.settled.now() else {
        return Ok(());
    };
    if !resets::take_due(conn, account, by)? {
        return Ok(());
    }
    totp_factors::remove(conn, account, true)?;
    totp_factors::remove(conn, account, false)?;
    recovery_codes::remove(conn, account)?;
    passkeys::store::remove_all(conn, account)?;
    pending::forget_all(conn, account)?;
    sessions::end_all(conn, account, now)?;
    write_to(conn, app, account, now, letters::factors_reset)?;
    audit::record_for(conn, account, None, now, Action::FactorsReset, &json!({}))
}

fn write_to(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    now: DateTime<Utc>,
    letter: impl FnOnce(&Recipient) -> Mail,
) -> DbResult<()> {
    match store::find_readable(conn, &app.vault, account)? {
        Some(found) => mail::enqueue(conn, &app.vault, now, &letter(&found.person.recipient())),
        None => Ok(()),
    }
}

/// Takes away what is due; a sign-in does not wait for it.
pub async fn reset_due(app: App) -> Result<(), DbError> {
    let Some(by) = app.settled.now() else {
        return Ok(());
    };
    let now = app.clock.now();
    let due = app.db.read(move |conn| resets::due(conn, by)).await?;
    jobs::each(due, |account| {
        let work = app.clone();
        app.db
            .write(move |conn| take_place(conn, &work, account, now))
    })
    .await
}
