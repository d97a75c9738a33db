//! An account that is shut until the operator says otherwise: for one that may be in the hands of another.

use diesel::prelude::*;
use serde_json::json;

use super::codes::{self, Purpose};
use super::email::EmailAddress;
use super::erase::is_known;
use super::factors::pending;
use super::store;
use crate::access::sessions;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::schema::accounts;

/// How the operator names an account.
#[derive(Debug, Clone)]
pub enum Named {
    /// By its address.
    Address(EmailAddress),
    /// As the audit does.
    Id(AccountId),
}

/// Ends every session of the account, every sign-in that was begun and every code that was mailed for a new password;
/// `false` where there is no such account that opens.
pub async fn disable(app: &App, named: Named) -> DbResult<bool> {
    let (work, now) = (app.clone(), app.clock.now());
    let disable = move |conn: &mut Conn| {
        let Some(account) = find(conn, &work, &named)? else {
            return Ok(false);
        };
        let disabled = diesel::update(accounts::table.find(account))
            .filter(accounts::disabled_at.is_null())
            .set((
                accounts::disabled_at.eq(At::from(now)),
                // A sign-in under way that read the account before opens a session of the epoch before.
                accounts::epoch.eq(accounts::epoch + 1),
            ))
            .execute(conn)?;
        if disabled == 0 {
            return Ok(false);
        }
        pending::forget_all(conn, account)?;
        codes::forget(conn, account, Purpose::PasswordReset)?;
        sessions::end_all(conn, account, now)?;
        audit::record_for(
            conn,
            account,
            None,
            now,
            Action::AccountDisabled,
            &json!({}),
        )?;
        Ok(true)
    };
    app.db.write(disable).await
}

/// Opens it again to its owner, who signs in anew; `false` where there is no such account that is disabled.
pub async fn enable(app: &App, named: Named) -> DbResult<bool> {
    let (work, now) = (app.clone(), app.clock.now());
    let enable = move |conn: &mut Conn| {
        let Some(account) = find(conn, &work, &named)? else {
            return Ok(false);
        };
        let enabled = diesel::update(accounts::table.find(account))
            .filter(accounts::disabled_at.is_not_null())
            .set(accounts::disabled_at.eq(None::<At>))
            .execute(conn)?;
        if enabled == 0 {
            return Ok(false);
        }
        audit::record_for(conn, account, None, now, Action::AccountEnabled, &json!({}))?;
        Ok(true)
    };
    app.db.write(enable).await
}

/// The account, unless it is erased.
fn find(conn: &mut Conn, app: &App, named: &Named) -> DbResult<Option<AccountId>> {
    match named {
        Named::Address(email) => store::id_by_email(conn, &app.vault, email),
        Named::Id(id) => Ok(is_known(conn, *id)?.then_some(*id)),
    }
}
