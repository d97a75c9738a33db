//! A mailed code that is sent again after a lost answer, with the password that was chosen with it.

use super::codes::{self, Purpose};
use super::email::EmailAddress;
use super::hashing::{Passwords, Verdict};
use super::mailed_code::MailedCode;
use super::model::Account;
use super::password::Password;
use super::store;
use crate::platform::App;
use crate::platform::db::DbError;
use crate::platform::http::HttpResult;
use crate::platform::limit::{self, Guess};

/// The account at `email`, where `code` was used up there and `password` is the one it has since. Nothing of it changes.
pub async fn taken_before(
    app: &App,
    passwords: &Passwords,
    email: EmailAddress,
    (purpose, code): (Purpose, MailedCode),
    password: Password,
    guess: Guess,
) -> HttpResult<Option<Account>> {
    let (vault, now) = (app.vault.clone(), app.clock.now());
    let found = app
        .db
        .read(move |conn| {
            let credential = store::credential_by_email(conn, &vault, &email)?;
            let Some(credential) = credential.filter(store::Credential::is_usable) else {
                return Ok(None);
            };
            if codes::used(conn, credential.account, purpose, &code, now)? != Some(true) {
                return Ok(None);
            }
            let account = store::get(conn, &vault, credential.account)?;
            Ok::<_, DbError>(Some((account, credential.hash)))
        })
        .await?;
    let Some((account, hash)) = found else {
        return Ok(None);
    };
    if passwords.verify(password, Some(&hash)).await? == Verdict::Wrong {
        return Ok(None);
    }
    app.db
        .write(move |conn| limit::right_so_far(conn, &guess, now))
        .await?;
    Ok(Some(account))
}
