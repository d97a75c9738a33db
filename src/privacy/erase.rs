//! Forgetting somebody who asked for it, after a time to think it over.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::json;

use super::model::Erasure;
use super::{Journal, letters, store};
use crate::access::{self, SignedIn};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::mail;
use crate::platform::vault::Vault;
use crate::{accounts, circle, diary, treatments, trends};

/// Asks that whoever is signed in be forgotten at `due_at`; who asked before keeps their day.
///
/// # Errors
/// When the database is broken.
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

/// Keeps the account after all; harmless where nobody asked.
///
/// # Errors
/// When the database is broken.
pub fn take_back(conn: &mut Conn, who: &SignedIn) -> DbResult<()> {
    if store::take_back(conn, who)? {
        tell(conn, who, letters::stays)?;
        audit::record_by(conn, who, Action::ErasureTakenBack, &json!({}))?;
    }
    Ok(())
}

fn tell(conn: &mut Conn, who: &SignedIn, letter: impl Fn(&str) -> mail::Mail) -> DbResult<()> {
    let vault = who.vault();
    if let Some(account) = accounts::find_account(conn, vault, who.account())? {
        let letter = letter(account.person.email.as_str());
        mail::enqueue(conn, vault, who.at(), &letter)?;
    }
    Ok(())
}

const ONCE_A_MINUTE: Duration = Duration::from_secs(60);

/// Forgets those whose time has come, until the process ends. Every instance does it.
pub async fn erase_when_due(app: App) {
    loop {
        if let Err(error) = erase_due(&app).await {
            tracing::warn!(%error, "somebody could not be erased");
        }
        tokio::time::sleep(ONCE_A_MINUTE).await;
    }
}

async fn erase_due(app: &App) -> Result<(), DbError> {
    let now = app.clock.now();
    loop {
        let due = app.db.read(move |conn| store::due(conn, now)).await?;
        if due.is_empty() {
            return Ok(());
        }
        for account in due {
            // First in the journal: what a crash in between leaves undone is done at the next start.
            let journal = Journal::at(&app.erasure_journal);
            let written = tokio::task::spawn_blocking(move || journal.add(account, now)).await;
            if !matches!(written, Ok(Ok(()))) {
                return Err(DbError::Unavailable("the journal of erasures"));
            }
            let vault = app.vault.clone();
            app.db
                .write(move |conn| {
                    if store::is_due(conn, account, now)? {
                        forget(conn, &vault, account, now, true)?;
                    }
                    Ok::<_, DbError>(())
                })
                .await?;
            app.mail_bell.ring();
        }
    }
}

/// Forgets again whom a restored backup remembers: before anybody is served.
///
/// # Errors
/// When the journal cannot be read, or the database is broken.
pub async fn replay(app: &App) -> Result<(), DbError> {
    let journal = Journal::at(&app.erasure_journal);
    let gone = tokio::task::spawn_blocking(move || journal.all()).await;
    let Ok(Ok(gone)) = gone else {
        return Err(DbError::Unavailable("the journal of erasures"));
    };
    let now = app.clock.now();
    for account in gone {
        let vault = app.vault.clone();
        app.db
            .write(move |conn| {
                if accounts::find_account(conn, &vault, account)?.is_some() {
                    forget(conn, &vault, account, now, false)?;
                }
                Ok::<_, DbError>(())
            })
            .await?;
    }
    Ok(())
}

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
    if with_mail && let Some(known) = accounts::find_account(conn, vault, account)? {
        let letter = letters::erased(known.person.email.as_str());
        mail::enqueue(conn, vault, now, &letter)?;
    }
    circle::erase(conn, &gone)?;
    treatments::erase(conn, &gone)?;
    trends::erase(conn, &gone)?;
    diary::erase(conn, &gone)?;
    accounts::erase(conn, vault, &gone)?;
    store::done(conn, &gone)?;
    audit::record_for(conn, account, None, now, Action::AccountErased, &json!({}))
}
