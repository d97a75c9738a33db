//! Makes sites, lets people work there, and ends that.

use serde_json::json;

use super::letters;
use super::model::{MOST_STAFF, NewSite, NewStaff, StaffMember};
use super::refusal::Refusal;
use super::store::{sites, staff};
use crate::access::{ManageStaff, Role, SignedIn, SiteAccess, SiteRole, Staff, sessions};
use crate::accounts::{self, Account, Person};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult, Verdict};
use crate::platform::ids::{AccountId, SiteId};
use crate::platform::mail;

/// Makes a site, without staff yet.
pub fn make_site(conn: &mut Conn, admin: &SignedIn, id: SiteId, new: &NewSite) -> DbResult<()> {
    sites::add(conn, admin, id, new)?;
    audit::record_by(conn, admin, Action::SiteMade, &json!({ "site": id }))
}

/// Lets `new` work at the site. A new person is mailed how to choose a password; one who works at
/// another site too is told. Doing it twice is harmless; another role takes the place of the first.
///
/// An address that has an account of another kind is told so by mail, and the site is not: who asks would learn that
/// its owner keeps a diary here. The list has one who waits all the same, and never comes.
pub fn add(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    app: &App,
    new: NewStaff,
) -> Verdict<(), Refusal> {
    let (vault, now) = (access.who().vault(), access.at());
    let adder = accounts::find_readable(conn, vault, access.by())?;
    let person = Person {
        email: new.email,
        display_name: new.display_name,
        role: Role::Clinician,
        time_zone: access.time_zone(),
        // Until they choose themselves.
        locale: adder.and_then(|adder| adder.person.locale),
    };
    let known = accounts::find_by_email(conn, vault, &person.email)?;
    let is_another = |known: &&Account| known.person.role != Role::Clinician;
    let another = known.as_ref().filter(is_another).cloned();
    let listed = if another.is_some() {
        accounts::stand_in(conn, app, &person, now)?
    } else {
        let invited = accounts::make_staff(conn, app, &person, now)?;
        invited.map(|(account, _)| account).or(known)
    };
    let listed = listed.ok_or_else(|| DbError::corrupt("staff of site", access.site()))?;
    let is_new = match put(conn, access, listed.id, new.role)? {
        Ok(is_new) => is_new,
        Err(refused) => return Ok(Err(refused)),
    };
    if let Some(another) = another {
        let detail = json!({ "site": access.site() });
        audit::record_by(conn, access.who(), Action::SiteStaffRefused, &detail)?;
        let letter = letters::cannot_work_here(&another.person.recipient(), access.name());
        mail::enqueue(conn, vault, now, &letter)?;
    } else if is_new {
        let detail = json!({ "site": access.site(), "account": listed.id, "role": new.role });
        audit::record_by(conn, access.who(), Action::SiteStaffAdded, &detail)?;
        let letter = letters::works_here(&listed.person.recipient(), access.name());
        mail::enqueue(conn, vault, now, &letter)?;
    }
    Ok(Ok(()))
}

/// Puts `account` into the list; `false` where it is there as this already. As another it has to sign in anew.
fn put(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    account: AccountId,
    role: SiteRole,
) -> Verdict<bool, Refusal> {
    if staff::count_besides(conn, access, account)? >= MOST_STAFF {
        return Ok(Err(Refusal::TooManyStaff));
    }
    let mut before = staff::list(conn, access)?.into_iter();
    if let Some((_, before, _)) = before.find(|(who, ..)| *who == account) {
        if before == role {
            return Ok(Ok(false));
        }
        sessions::end_all(conn, account, access.at())?;
    }
    staff::put(conn, access, account, role)?;
    Ok(Ok(true))
}

/// Lets `account` work there no more, and ends every session of theirs. Harmless for one that does not work there.
pub fn remove(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    account: AccountId,
) -> DbResult<()> {
    if staff::remove(conn, access, account)? {
        let detail = json!({ "site": access.site(), "account": account });
        audit::record_by(conn, access.who(), Action::SiteStaffRemoved, &detail)?;
        sessions::end_all(conn, account, access.at())?;
    }
    Ok(())
}

/// Who works at the site, and who is let in and has not chosen a password. Of those the name is shown that this site
/// gave them, and not one that another did.
pub fn list(conn: &mut Conn, access: &SiteAccess<Staff>) -> DbResult<Vec<StaffMember>> {
    let vault = access.who().vault();
    let mut all = Vec::new();
    for (account, role, since) in staff::list(conn, access)? {
        let known = accounts::find_account(conn, vault, account)?
            .ok_or_else(|| DbError::corrupt("account", account))?;
        let waits_since = accounts::waits_since(conn, account)?;
        let is_told = waits_since.is_none_or(|made| made == since);
        all.push(StaffMember {
            account_id: account,
            display_name: is_told.then_some(known.person.display_name),
            role,
            since,
            pending: waits_since.is_some(),
        });
    }
    Ok(all)
}
