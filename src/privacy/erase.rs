//! Forgetting a person who asked for it, after a time to think it over.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::model::Erasure;
use super::{Journal, Refusal, letters, store};
use crate::access::{self, SignedIn};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::{Conn, DbError, DbResult, Verdict};
use crate::platform::ids::AccountId;
use crate::platform::jobs;
use crate::platform::mail::{self, Mail, Recipient};
use crate::platform::vault::Vault;
use crate::{
    accounts, alerts, cards, channels, circle, clinic, diary, exports, guests, patients, reminders,
    treatments, trends,
};

/// Asks that the caller be forgotten at `due_at`; a second request keeps the day of the first.
pub fn ask(conn: &mut Conn, who: &SignedIn, due_at: DateTime<Utc>) -> DbResult<Erasure> {
    let erasure = Erasure {
        asked_at: who.at(),
        due_at,
    };
    if !store::ask(conn, who, erasure)? {
        return Ok(store::erasure_of(conn, who)?.unwrap_or(erasure));
    }
    tell(conn, who, |to| letters::asked(to, &erasure))?;
    audit::record_by(
        conn,
        who,
        Action::ErasureAsked,
        &json!({ "due_at": due_at }),
    )?;
    Ok(erasure)
}

/// Keeps the account after all; harmless where no erasure was asked for.
///
/// Fails when the database is broken, or the journal cannot be written; inside, why it is refused.
pub fn take_back(conn: &mut Conn, who: &SignedIn, journal: &Journal) -> Verdict<(), Refusal> {
    if store::take_back(conn, who.account(), who.at())? {
        tell(conn, who, letters::stays)?;
        audit::record_by(conn, who, Action::ErasureTakenBack, &json!({}))?;
        // Before the commit: a backup of the days in between must not erase who was told that all stays.
        journal
            .kept(who.account(), who.at())
            .map_err(|_| NO_JOURNAL)?;
    } else if store::has_begun(conn, who.account())? {
        return Ok(Err(Refusal::ErasureBegun));
    }
    Ok(Ok(()))
}

fn tell(conn: &mut Conn, who: &SignedIn, letter: impl Fn(&Recipient) -> Mail) -> DbResult<()> {
    let vault = who.vault();
    if let Some(account) = accounts::find_account(conn, vault, who.account())? {
        let letter = letter(&account.person.recipient());
        mail::enqueue(conn, vault, who.at(), &letter)?;
    }
    Ok(())
}

/// Forgets those whose time has come.
pub async fn erase_due(app: App) -> Result<(), DbError> {
    let Some(by) = app.settled.now() else {
        return Ok(());
    };
    let due = app.db.read(move |conn| store::due(conn, by)).await?;
    jobs::each(due, |account| erase(&app, account, by)).await
}

/// Three steps, in this order: it is not taken back any more; a restored backup will know; it is so. Nothing is begun
/// where the second could not follow.
async fn erase(app: &App, account: AccountId, by: DateTime<Utc>) -> Result<(), DbError> {
    let now = app.clock.now();
    with_journal(app, |journal| journal.open().map(drop)).await?;
    let begin = move |conn: &mut Conn| store::begin(conn, account, by);
    if !app.db.write(begin).await? {
        return Ok(());
    }
    with_journal(app, move |journal| journal.gone(account, now)).await?;
    let vault = app.vault.clone();
    app.db
        .write(move |conn| {
            if store::has_begun(conn, account)? {
                forget(conn, &vault, account, now, true)?;
            }
            Ok::<_, DbError>(())
        })
        .await?;
    Ok(())
}

/// Does `work` with the journal. That it cannot be done is heard of: it concerns everybody who is due.
async fn with_journal(
    app: &App,
    work: impl FnOnce(&Journal) -> std::io::Result<()> + Send + 'static,
) -> Result<(), DbError> {
    let journal = Journal::at(&app.erasure_journal);
    let done = tokio::task::spawn_blocking(move || work(&journal)).await;
    if matches!(done, Ok(Ok(()))) {
        return Ok(());
    }
    tracing::warn!("the journal of erasures cannot be written: nobody is erased meanwhile");
    alarm::sound(Alarm::DueFailed);
    Err(NO_JOURNAL)
}

/// Before the first request is served: forgets again the accounts that a restored backup remembers, and in
/// it the erasures that were taken back since.
pub async fn replay(app: &App) -> Result<(), DbError> {
    let journal = Journal::at(&app.erasure_journal);
    let read = tokio::task::spawn_blocking(move || journal.read()).await;
    let Ok(Ok(written)) = read else {
        return Err(NO_JOURNAL);
    };
    let now = app.clock.now();
    jobs::each(written, |line| {
        let (vault, account) = (app.vault.clone(), line.account);
        app.db.write(move |conn| {
            if line.kept {
                if store::take_back(conn, account, line.at)? {
                    let action = Action::ErasureTakenBack;
                    audit::record_for(conn, account, None, now, action, &json!({}))?;
                }
            } else if accounts::is_known(conn, account)? {
                forget(conn, &vault, account, now, false)?;
            }
            Ok::<_, DbError>(())
        })
    })
    .await
}

const NO_JOURNAL: DbError = DbError::Unavailable("the journal of erasures");

fn forget(
    conn: &mut Conn,
    vault: &Vault,
    account: AccountId,
    now: DateTime<Utc>,
    with_mail: bool,
) -> DbResult<()> {
    let Some(gone) = access::to_erase(conn, account, now)? else {
        return Ok(());
    };
    if with_mail && let Some(known) = accounts::find_readable(conn, vault, account)? {
        let letter = letters::erased(&known.person.recipient());
        mail::enqueue(conn, vault, now, &letter)?;
    }
    alerts::erase(conn, &gone)?;
    reminders::erase(conn, &gone)?;
    channels::erase(conn, &gone)?;
    exports::erase(conn, vault, &gone)?;
    clinic::erase(conn, &gone)?;
    circle::erase(conn, vault, &gone)?;
    cards::erase(conn, &gone)?;
    guests::erase(conn, &gone)?;
    treatments::erase(conn, &gone)?;
    trends::erase(conn, &gone)?;
    diary::erase(conn, &gone)?;
    patients::erase(conn, vault, &gone)?;
    accounts::erase(conn, vault, &gone)?;
    store::done(conn, &gone)?;
    audit::record_for(conn, account, None, now, Action::AccountErased, &json!({}))
}
