//! Signing up: nothing is there until the code is given, and the answer does not tell who has an account.

use super::hashing::Passwords;
use super::mailed_code::MailedCode;
use super::model::Person;
use super::password::Password;
use super::sign_ups::Code;
use super::{letters, sign_ups, store};
use crate::platform::App;
use crate::platform::db::DbError;
use crate::platform::http::{HttpResult, Network};
use crate::platform::limit::{self, Quota};
use crate::platform::mail;

/// Sends a code to the address of `person`, or a note where it has an account. The answer, and the
/// work before it, are the same.
///
/// Fails when there were too many sign-ups or mails, the password cannot be hashed now, or the database is broken.
pub async fn sign_up(
    app: &App,
    passwords: &Passwords,
    network: Network,
    person: Person,
    password: Password,
) -> HttpResult<()> {
    let quotas = [
        Quota::SignUp(network),
        Quota::Mail(person.email.as_str()),
        Quota::MailOfADay(person.email.as_str()),
        Quota::NetworkMail(network),
        Quota::AllMail,
    ];
    limit::take(app, quotas).await?;
    let hash = passwords.hash(password).await?;
    let now = app.clock.now();
    let (ids, vault) = (app.ids.clone(), app.vault.clone());
    let public_url = app.public_url.clone();
    let keys = app.keys.roots.code();
    app.db
        .write(move |conn| {
            let email = &person.email;
            let letter = if let Some(owner) = store::find_by_email(conn, &vault, email)? {
                letters::already_here(&owner.person.recipient())
            } else {
                let (code, link) = (Code::new(&ids), MailedCode::new(&ids));
                let hashes = (&code.hash(&keys, email)[..], &link);
                sign_ups::add(conn, &vault, ids.next(), &person, &hash, hashes, now)?;
                letters::code(&person.recipient(), &code, &link, &public_url)
            };
            mail::enqueue(conn, &vault, now, &letter)
        })
        .await
        .map_err(|error: DbError| error)?;
    Ok(())
}
