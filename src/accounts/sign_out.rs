//! Signing out: here, on another device, everywhere else.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::refresh_token::RefreshToken;
use super::refusal::Refusal;
use crate::access::{Caller, Denial, SignedIn, sessions};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::{HttpError, HttpResult};
use crate::platform::ids::{AccountId, SessionId};

/// Ends the session that `token` belongs to, or else the caller's own. Ending it twice is fine: it
/// needs no live session, only proof of whose it was.
///
/// Fails with what is wrong with the caller when there is no token, or [`Refusal::InvalidGrant`].
pub async fn here(app: &App, caller: HttpResult<Caller>, token: Option<&str>) -> HttpResult<()> {
    let now = app.clock.now();
    match token {
        None => {
            let caller = caller?;
            let end = move |conn: &mut Conn| own(conn, caller.account(), caller.session(), now);
            app.db.write(end).await?;
        }
        Some(text) => {
            let token = RefreshToken::read(&app.keys.roots.refresh(), text);
            let session = token.ok_or(Refusal::InvalidGrant)?.session();
            let end = move |conn: &mut Conn| match sessions::owner(conn, session)? {
                Some(account) => own(conn, account, session, now),
                None => Ok(()),
            };
            app.db.write(end).await?;
        }
    }
    Ok(())
}

fn own(
    conn: &mut Conn,
    account: AccountId,
    session: SessionId,
    now: DateTime<Utc>,
) -> DbResult<()> {
    if sessions::end(conn, account, session, now)? == Some(true) {
        let (who, detail) = (Some(session), json!({ "session_id": session }));
        audit::record_for(conn, account, who, now, Action::SignedOut, &detail)?;
    }
    Ok(())
}

/// Ends another session of the caller's account; one that is not theirs is not there.
///
/// Fails with [`Denial::Invisible`], or a broken database.
pub fn there(conn: &mut Conn, who: &SignedIn, session: SessionId) -> HttpResult<()> {
    match sessions::end(conn, who.account(), session, who.at())? {
        None => Err(HttpError::from(Denial::Invisible)),
        Some(false) => Ok(()),
        Some(true) => {
            let detail = json!({ "session_id": session });
            Ok(audit::record_by(conn, who, Action::SignedOut, &detail)?)
        }
    }
}

/// Ends every other session of the caller's account.
pub fn elsewhere(conn: &mut Conn, who: &SignedIn) -> DbResult<()> {
    let ended = sessions::end_others(conn, who.account(), who.session(), who.at())?;
    if ended > 0 {
        let detail = json!({ "others": ended });
        audit::record_by(conn, who, Action::SignedOut, &detail)?;
    }
    Ok(())
}
