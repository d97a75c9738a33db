//! A new password for a person who forgot theirs: a code by mail stands in for the old one, and for
//! nothing else. An account with a second factor still needs it to sign in.

use serde_json::json;

use super::codes::{self, Purpose};
use super::email::EmailAddress;
use super::factors::pending;
use super::hashing::Passwords;
use super::mailed_code::MailedCode;
use super::password::Password;
use super::refusal::Refusal;
use super::store::Credential;
use super::strength::Words;
use super::taken::taken_before;
use super::{letters, store};
use crate::access::sessions;
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::{HttpResult, Network};
use crate::platform::limit::{self, Guess, Place, Quota, Way};
use crate::platform::mail;
use crate::platform::vault::Vault;

/// Sends a code to `email`, when its owner can sign in. The answer is the same for everybody,
/// and so is what it waits for: one transaction.
pub async fn ask(app: &App, network: Network, email: EmailAddress) -> HttpResult<()> {
    let quotas = [
        Quota::SignIn(network),
        Quota::Mail(email.as_str()),
        Quota::MailOfADay(email.as_str()),
        Quota::NetworkMail(network),
        Quota::AllMail,
    ];
    limit::take(app, quotas).await?;
    let now = app.clock.now();
    let work = app.clone();
    app.db
        .write(move |conn| {
            let Some(credential) = store::credential_by_email(conn, &work.vault, &email)? else {
                let place = Place::Network(network);
                let guess = work.limits.guess(Way::MailedCode, email.as_str(), place);
                return limit::was_nobodys(conn, &guess, now);
            };
            let who = credential.account;
            if credential.is_usable() {
                let code = MailedCode::new(&work.ids);
                codes::put(conn, who, Purpose::PasswordReset, &code, now)?;
                let to = store::get(conn, &work.vault, who)?.person.recipient();
                let letter = letters::password_reset(&to, &code, &work.public_url);
                mail::enqueue(conn, &work.vault, now, &letter)?;
            }
            audit::record_for(conn, who, None, now, Action::PasswordResetAsked, &json!({}))
        })
        .await
        .map_err(|error: DbError| error)?;
    Ok(())
}

fn usable(conn: &mut Conn, vault: &Vault, email: &EmailAddress) -> DbResult<Option<Credential>> {
    let found = store::credential_by_email(conn, vault, email)?;
    Ok(found.filter(Credential::is_usable))
}

/// Puts `new` in the place of the forgotten password, and ends every session. Sent again after a lost answer, it
/// changes nothing.
///
/// Fails with [`Refusal::CodeNotValid`], what is wrong with `new`; when there were too many attempts, a password
/// has no turn in time, or the database is broken.
pub async fn confirm(
    app: &App,
    passwords: &Passwords,
    network: Network,
    email: EmailAddress,
    code: MailedCode,
    new: Password,
) -> HttpResult<()> {
    limit::take(app, [Quota::SignIn(network)]).await?;
    let place = Place::Network(network);
    let guess = app.limits.guess(Way::MailedCode, email.as_str(), place);
    limit::attempt(app, guess).await?;
    if reset(app, passwords, &email, &code, &new, guess).await? {
        return Ok(());
    }
    let mailed = (Purpose::PasswordReset, code);
    let done = taken_before(app, passwords, email, mailed, new, guess).await?;
    done.map(|_| ()).ok_or(Refusal::CodeNotValid.into())
}

/// Does so once; `false` when the code is not good, or not any more.
async fn reset(
    app: &App,
    passwords: &Passwords,
    email: &EmailAddress,
    code: &MailedCode,
    new: &Password,
    guess: Guess,
) -> HttpResult<bool> {
    let now = app.clock.now();
    let (wanted, given) = (email.clone(), code.clone());
    let vault = app.vault.clone();
    let found = app
        .db
        .read(move |conn| {
            let Some(credential) = usable(conn, &vault, &wanted)? else {
                return Ok(None);
            };
            let account = credential.account;
            if !codes::is_good(conn, account, Purpose::PasswordReset, &given, now)? {
                return Ok(None);
            }
            let person = store::get(conn, &vault, account)?.person;
            Ok::<_, DbError>(Some((credential, person)))
        })
        .await?;
    let Some((credential, person)) = found else {
        return Ok(false);
    };
    let mut faults = Faults::default();
    let words = Words::about(Some(email), &person.display_name);
    passwords
        .judge(&mut faults, "/new_password", new, words)
        .await?;
    faults.or(())?;
    let hash = passwords.hash(new.clone()).await?;

    let (vault, code) = (app.vault.clone(), code.clone());
    let done = app
        .db
        .write(move |conn| {
            let account = credential.account;
            let ours = codes::use_up(conn, account, Purpose::PasswordReset, &code, now)?
                && store::change_hash(conn, &credential, &hash, now)?;
            if ours {
                limit::forgive(conn, &guess)?;
                pending::forget_all(conn, account)?;
                sessions::end_all(conn, account, now)?;
                let letter = letters::password_changed(&person.recipient());
                mail::enqueue(conn, &vault, now, &letter)?;
                audit::record_for(conn, account, None, now, Action::PasswordReset, &json!({}))?;
            }
            Ok::<_, DbError>(ours)
        })
        .await?;
    Ok(done)
}
