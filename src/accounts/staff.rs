//! Clinicians and admins: the operator makes their accounts, they choose their
//! passwords themselves.
//!
//! Until a mailed code came back the account has no password, and cannot be signed in to.

use serde_json::json;

use super::codes::{self, Purpose};
use super::email::EmailAddress;
use super::hashing::Passwords;
use super::mailed_code::MailedCode;
use super::model::{Account, Person};
use super::password::Password;
use super::refusal::Refusal;
use super::strength::Words;
use super::{letters, store};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::{HttpError, HttpResult, Network};
use crate::platform::limit::{self, Place, Quota, Way};
use crate::platform::mail;

/// What became of an invitation to work here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffInvitation {
    /// The account is there; a code went to its address.
    Made,
    /// It was there and waits; another code took the place of the first.
    AskedAgain,
    /// There is an account that is in use already, or one of another role.
    Taken,
}

/// Makes the account of a clinician or an admin, and mails them the code that activates it.
pub async fn add_staff(app: &App, person: Person) -> DbResult<StaffInvitation> {
    let work = app.clone();
    let made = app
        .db
        .write(move |conn| make_staff(conn, &work, &person))
        .await?;
    Ok(made.map_or(StaffInvitation::Taken, |(_, asked)| asked))
}

/// The same within a transaction; `None` where the address has an account already that does not wait for its code.
pub fn make_staff(
    conn: &mut Conn,
    app: &App,
    person: &Person,
) -> DbResult<Option<(Account, StaffInvitation)>> {
    let Some((account, asked)) = find_or_make(conn, app, person)? else {
        return Ok(None);
    };
    let now = app.clock.now();
    let code = MailedCode::new(&app.ids);
    codes::put(conn, account.id, Purpose::Activation, &code, now)?;
    let letter = letters::activation(&account.person.recipient(), &code, &app.public_url);
    mail::enqueue(conn, &app.vault, now, &letter)?;
    let detail = json!({ "role": person.role });
    audit::record_for(conn, account.id, None, now, Action::StaffAdded, &detail)?;
    Ok(Some((account, asked)))
}

fn find_or_make(
    conn: &mut Conn,
    app: &App,
    person: &Person,
) -> DbResult<Option<(Account, StaffInvitation)>> {
    let Some(id) = store::id_by_email(conn, &app.vault, &person.email)? else {
        let now = app.clock.now();
        let made = store::insert(conn, &app.vault, app.ids.next(), person.clone(), None, now)?;
        return Ok(made.map(|account| (account, StaffInvitation::Made)));
    };
    let account = store::get(conn, &app.vault, id)?;
    let waits = store::credential_of(conn, id)?.is_none() && account.person.role == person.role;
    Ok(waits.then_some((account, StaffInvitation::AskedAgain)))
}

/// Takes the code that was mailed, and the password that its owner chose.
///
/// Fails with [`Refusal::CodeNotValid`], what is wrong with the password; when there were too many attempts, a
/// password has no turn in time, or the database is broken.
pub async fn activate(
    app: &App,
    passwords: &Passwords,
    network: Network,
    email: EmailAddress,
    code: MailedCode,
    password: Password,
) -> HttpResult<Account> {
    limit::take(app, [Quota::SignIn(network)]).await?;
    let place = Place::Network(network);
    let guess = app.limits.guess(Way::MailedCode, email.as_str(), place);
    limit::attempt(app, guess).await?;
    let now = app.clock.now();
    let (work, given) = (app.clone(), code.clone());
    let account = app
        .db
        .read(move |conn| {
            let found = store::id_by_email(conn, &work.vault, &email)?;
            let id = found.ok_or(Refusal::CodeNotValid)?;
            if !codes::is_good(conn, id, Purpose::Activation, &given, now)? {
                return Err(HttpError::from(Refusal::CodeNotValid));
            }
            Ok(store::get(conn, &work.vault, id)?)
        })
        .await?;
    let mut faults = Faults::default();
    let person = &account.person;
    let words = Words::about(Some(&person.email), &person.display_name);
    passwords
        .judge(&mut faults, "/password", &password, words)
        .await?;
    faults.or(())?;
    let hash = passwords.hash(password).await?;

    let id = account.id;
    app.db
        .write(move |conn| {
            if !codes::use_up(conn, id, Purpose::Activation, &code, now)? {
                return Err(HttpError::from(Refusal::CodeNotValid));
            }
            store::add_credential(conn, id, &hash, now)?;
            limit::forgive(conn, &guess)?;
            Ok(audit::record_for(
                conn,
                id,
                None,
                now,
                Action::AccountConfirmed,
                &json!({}),
            )?)
        })
        .await?;
    Ok(account)
}
