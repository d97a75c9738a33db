//! Help for somebody of the staff who lost every second factor: two admins, and a day in which its
//! owner is told and can say no. Mail alone never takes a factor away.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::resets::{self, Reset};
use super::{letters, pending, recovery_codes, totp_factors};
use crate::access::{self, Assurance, Role, SignedIn, sessions};
use crate::accounts::email::EmailAddress;
use crate::accounts::model::Account;
use crate::accounts::passkeys;
use crate::accounts::refusal::Refusal;
use crate::accounts::store;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::HttpResult;
use crate::platform::ids::AccountId;
use crate::platform::jobs;
use crate::platform::mail::{self, Mail};

/// How long its owner has to say no, once two agreed.
const DELAY: TimeDelta = TimeDelta::hours(24);

/// A reset, with who is who.
pub struct Told {
    /// It.
    pub reset: Reset,
    /// Whose factors.
    pub account: Account,
    /// Who asked.
    pub asked_by: Account,
    /// Who agreed.
    pub approved_by: Option<Account>,
}

fn tell(conn: &mut Conn, app: &App, reset: Reset) -> DbResult<Told> {
    let approved_by = match reset.approved {
        Some((by, _)) => Some(store::get(conn, &app.vault, by)?),
        None => None,
    };
    Ok(Told {
        account: store::get(conn, &app.vault, reset.account)?,
        asked_by: store::get(conn, &app.vault, reset.asked_by)?,
        approved_by,
        reset,
    })
}

/// Those that wait, the oldest first, for an admin.
pub fn list(conn: &mut Conn, app: &App, admin: &SignedIn) -> DbResult<Vec<Told>> {
    let waiting = resets::list(conn, admin.at())?;
    let told = waiting.into_iter().map(|reset| tell(conn, app, reset));
    told.collect()
}

/// Asks that the factors of whoever has this address be taken away. Nothing happens before another
/// admin agrees.
///
/// Fails with a fault where nobody of the staff has this address and a second factor, or where it is the admin's
/// own; [`Refusal::ResetWaits`], or a broken database.
pub fn ask(conn: &mut Conn, app: &App, admin: &SignedIn, email: &EmailAddress) -> HttpResult<Told> {
    let Some(account) = with_factors(conn, app, email)? else {
        return Err(Faults::one(
            "/email",
            "nobody_to_reset",
            "Nobody who works here has this address and a second factor.",
        )
        .into());
    };
    if account == admin.account() {
        return Err(Faults::one("/email", "own_address", "The address is your own.").into());
    }
    if !resets::add(conn, account, admin.account(), admin.at())? {
        return Err(Refusal::ResetWaits.into());
    }
    write_to(conn, app, account, admin.at(), letters::reset_asked)?;
    let detail = json!({ "account": account });
    audit::record_by(conn, admin, Action::FactorResetAsked, &detail)?;
    let reset = Reset {
        account,
        asked_by: admin.account(),
        asked_at: admin.at(),
        approved: None,
    };
    Ok(tell(conn, app, reset)?)
}

/// Who of the staff has this address, signs in, and cannot do so with a password alone.
fn with_factors(conn: &mut Conn, app: &App, email: &EmailAddress) -> DbResult<Option<AccountId>> {
    let Some(credential) = store::credential_by_email(conn, &app.vault, email)? else {
        return Ok(None);
    };
    let id = credential.account;
    let role = store::get(conn, &app.vault, id)?.person.role;
    let has_some = access::demanded_of(conn, id)? > Assurance::OneFactor;
    Ok((credential.is_usable() && role.needs_two_factors() && has_some).then_some(id))
}

/// Agrees, as another admin than the one who asked: from now on a day goes by. `None` where nothing
/// waits.
///
/// Fails with [`Refusal::AnotherAdminNeeded`], [`Refusal::ResetWaits`] where somebody agreed already, or a broken
/// database.
pub fn approve(
    conn: &mut Conn,
    app: &App,
    admin: &SignedIn,
    account: AccountId,
) -> HttpResult<Option<Told>> {
    let Some(reset) = resets::find(conn, account, admin.at())? else {
        return Ok(None);
    };
    if [reset.asked_by, reset.account].contains(&admin.account()) {
        return Err(Refusal::AnotherAdminNeeded.into());
    }
    let due_at = admin.at() + DELAY;
    if !resets::approve(conn, account, admin.account(), due_at)? {
        return Err(Refusal::ResetWaits.into());
    }
    write_to(conn, app, account, admin.at(), |to| {
        letters::reset_approved(to, due_at)
    })?;
    let detail = json!({ "account": account, "due_at": due_at });
    audit::record_by(conn, admin, Action::FactorResetApproved, &detail)?;
    let approved = Some((admin.account(), due_at));
    Ok(Some(tell(conn, app, Reset { approved, ..reset })?))
}

/// Says no, as any admin or as its owner; harmless where nothing waits.
pub fn cancel(conn: &mut Conn, app: &App, who: &SignedIn, account: AccountId) -> DbResult<()> {
    if !resets::remove(conn, account)? {
        return Ok(());
    }
    write_to(conn, app, account, who.at(), letters::reset_cancelled)?;
    let detail = json!({ "account": account });
    audit::record_by(conn, who, Action::FactorResetCancelled, &detail)
}

/// Takes the factors of `account` away, when their time has long come: every one, every session, and every
/// sign-in that was begun. It comes to nothing when one of the two admins is none any more.
pub fn take_place(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    now: DateTime<Utc>,
) -> DbResult<()> {
    let Some(by) = app.settled.now() else {
        return Ok(());
    };
    let Some(reset) = resets::take_due(conn, account, by)? else {
        return Ok(());
    };
    let by = reset.approved.map(|(by, _)| by);
    for admin in [Some(reset.asked_by), by] {
        if !is_admin(conn, admin)? {
            write_to(conn, app, account, now, letters::reset_cancelled)?;
            let action = Action::FactorResetCancelled;
            return audit::record_for(conn, account, None, now, action, &json!({}));
        }
    }
    totp_factors::remove(conn, account, true)?;
    totp_factors::remove(conn, account, false)?;
    recovery_codes::remove(conn, account)?;
    passkeys::store::remove_all(conn, account)?;
    pending::forget_all(conn, account)?;
    sessions::end_all(conn, account, now)?;
    write_to(conn, app, account, now, letters::factors_reset)?;
    let detail = json!({ "asked_by": reset.asked_by, "approved_by": by });
    audit::record_for(conn, account, None, now, Action::FactorsReset, &detail)
}

fn is_admin(conn: &mut Conn, account: Option<AccountId>) -> DbResult<bool> {
    let Some(account) = account else {
        return Ok(false);
    };
    let usable = store::credential_of(conn, account)?.is_some_and(|found| found.is_usable());
    Ok(usable && store::role_of(conn, account)? == Some(Role::Admin))
}

fn write_to(
    conn: &mut Conn,
    app: &App,
    account: AccountId,
    now: DateTime<Utc>,
    letter: impl FnOnce(&EmailAddress) -> Mail,
) -> DbResult<()> {
    match store::find_readable(conn, &app.vault, account)? {
        Some(found) => mail::enqueue(conn, &app.vault, now, &letter(&found.person.email)),
        None => Ok(()),
    }
}

const ONCE_A_MINUTE: Duration = Duration::from_secs(60);

/// Takes away what is due, until the process ends. Every instance does it; a sign-in does not wait for
/// it.
pub async fn reset_when_due(app: App) {
    loop {
        if let Err(error) = reset_due(&app).await {
            tracing::warn!(%error, "second factors could not be taken away");
        }
        tokio::time::sleep(ONCE_A_MINUTE).await;
    }
}

async fn reset_due(app: &App) -> Result<(), DbError> {
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
    .await?;
    app.mail_bell.ring();
    Ok(())
}
