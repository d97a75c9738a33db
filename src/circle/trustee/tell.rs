//! Who is told what became of a trustee's request to act for a patient.

use super::letters;
use crate::access::{self, Access, InTrust};
use crate::accounts::{self, Person};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::ids::AccountId;
use crate::platform::mail::{self, Mail, Recipient};

/// A person that it is about.
pub fn person(conn: &mut Conn, trust: &InTrust, id: AccountId) -> DbResult<Person> {
    accounts::find_account(conn, trust.vault(), id)?
        .map(|account| account.person)
        .ok_or_else(|| DbError::corrupt("account", id))
}

/// Puts a letter to one person into the outbox; a person who was erased gets none.
pub fn send(
    conn: &mut Conn,
    trust: &InTrust,
    to: AccountId,
    letter: impl Fn(&Recipient) -> Mail,
) -> DbResult<()> {
    if let Some(account) = accounts::find_account(conn, trust.vault(), to)? {
        let letter = letter(&account.person.recipient());
        mail::enqueue(conn, trust.vault(), trust.at(), &letter)?;
    }
    Ok(())
}

/// The same to everybody who is let in.
pub fn circle(
    conn: &mut Conn,
    trust: &InTrust,
    letter: impl Fn(&Recipient) -> Mail,
) -> DbResult<()> {
    for member in access::let_in(conn, trust)? {
        send(conn, trust, member, &letter)?;
    }
    Ok(())
}

/// Tells the patient that the trustee who acts for them changed the circle.
pub fn tell_of_change<R>(conn: &mut Conn, access: &Access<R>) -> DbResult<()> {
    let vault = access.who().vault();
    let patient = accounts::find_account(conn, vault, access.owner())?;
    let trustee = accounts::find_account(conn, vault, access.by())?;
    if let Some((patient, trustee)) = patient.zip(trustee) {
        let to = patient.person.recipient();
        let letter = letters::circle_changed(&to, &trustee.person.display_name);
        mail::enqueue(conn, vault, access.at(), &letter)?;
    }
    Ok(())
}
