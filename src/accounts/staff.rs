//! Clinicians and admins: the operator makes their accounts, they choose their
//! passwords themselves.
//!
//! Until a mailed code came back the account has no password, and cannot be signed in to.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::codes::{self, Purpose};
use super::email::EmailAddress;
use super::hashing::Passwords;
use super::mailed_code::MailedCode;
use super::model::{Account, Person};
use super::password::Password;
use super::refusal::Refusal;
use super::strength::Words;
use super::taken::taken_before;
use super::{letters, store};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::faults::Faults;
use crate::platform::http::{HttpResult, Network};
use crate::platform::limit::{self, Guess, Place, Quota, Way};
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
        .write(move |conn| make_staff(conn, &work, &person, work.clock.now()))
        .await?;
    Ok(made.map_or(StaffInvitation::Taken, |(_, asked)| asked))
}

/// The same within a transaction; `None` where the address has an account already that does not wait for its code.
pub fn make_staff(
    conn: &mut Conn,
    app: &App,
    person: &Person,
    now: DateTime<Utc>,
) -> DbResult<Option<(Account, StaffInvitation)>> {
    let Some((account, asked)) = find_or_make(conn, app, person, now)? else {
        return Ok(None);
    };
    let code = MailedCode::new(&app.ids);
    codes::put(conn, account.id, Purpose::Activation, &code, now)?;
    let letter = letters::activation(&account.person.recipient(), &code, &app.public_url);
    mail::enqueue(conn, &app.vault, now, &letter)?;
    let detail = json!({ "role": person.role });
    audit::record_for(conn, account.id, None, now, Action::StaffAdded, &detail)?;
    Ok(Some((account, asked)))
}

/// The account that stands where `person`, who has one of another kind, cannot: it waits like any other, so that the
/// difference tells nothing. No code is mailed for it, so it stays shut.
pub fn stand_in(
    conn: &mut Conn,
    app: &App,
    person: &Person,
    now: DateTime<Utc>,
) -> DbResult<Option<Account>> {
    let person = Person {
        email: person.email.stand_in(&app.vault),
        ..person.clone()
    };
    let stands = find_or_make(conn, app, &person, now)?;
    Ok(stands.map(|(account, _)| account))
}

fn find_or_make(
    conn: &mut Conn,
    app: &App,
    person: &Person,
    now: DateTime<Utc>,
) -> DbResult<Option<(Account, StaffInvitation)>> {
    let Some(id) = store::id_by_email(conn, &app.vault, &person.email)? else {
        let made = store::insert(conn, &app.vault, app.ids.next(), person.clone(), None, now)?;
        return Ok(made.map(|account| (account, StaffInvitation::Made)));
    };
    let account = store::get(conn, &app.vault, id)?;
    let waits = store::credential_of(conn, id)?.is_none() && account.person.role == person.role;
    Ok(waits.then_some((account, StaffInvitation::AskedAgain)))
}

/// Takes the code that was mailed, and the password that its owner chose. Sent again after a lost answer, it changes
/// nothing.
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
    if let Some(account) = begin(app, passwords, &email, &code, &password, guess).await? {
        return Ok(account);
    }
    let mailed = (Purpose::Activation, code);
    let before = taken_before(app, passwords, email, mailed, password, guess).await?;
    before.ok_or(Refusal::CodeNotValid.into())
}

/// Does so once; `None` when the code is not good, or not any more.
async fn begin(
    app: &App,
    passwords: &Passwords,
    email: &EmailAddress,
    code: &MailedCode,
    password: &Password,
    guess: Guess,
) -> HttpResult<Option<Account>> {
    let now = app.clock.now();
    let (vault, wanted, given) = (app.vault.clone(), email.clone(), code.clone());
    let found = app
        .db
        .read(move |conn| {
            let Some(id) = store::id_by_email(conn, &vault, &wanted)? else {
                return Ok(None);
            };
            if !codes::is_good(conn, id, Purpose::Activation, &given, now)? {
                return Ok(None);
            }
            Ok::<_, DbError>(Some(store::get(conn, &vault, id)?))
        })
        .await?;
    let Some(account) = found else {
        return Ok(None);
    };
    let mut faults = Faults::default();
    let words = Words::about(Some(email), &account.person.display_name);
    passwords
        .judge(&mut faults, "/password", password, words)
        .await?;
    faults.or(())?;
    let hash = passwords.hash(password.clone()).await?;

    let (id, code) = (account.id, code.clone());
    let done = app
        .db
        .write(move |conn| {
            let ours = codes::use_up(conn, id, Purpose::Activation, &code, now)?;
            if ours {
                store::add_credential(conn, id, &hash, now)?;
                limit::forgive(conn, &guess)?;
                let action = Action::AccountConfirmed;
                audit::record_for(conn, id, None, now, action, &json!({}))?;
            }
            Ok::<_, DbError>(ours)
        })
        .await?;
    Ok(done.then_some(account))
}
