//! Lets people work at a site, and ends that.

use serde_json::json;

use super::letters;
use super::model::{MOST_STAFF, NewStaff, StaffMember};
use super::refusal::Refusal;
use super::store::staff;
use crate::access::{ManageStaff, Role, SiteAccess, Staff, sessions};
use crate::accounts::{self, Person};
use crate::audit::{self, Action};
use crate::platform::App;
use crate::platform::db::{Conn, DbError, DbResult, Verdict};
use crate::platform::ids::AccountId;
use crate::platform::mail;

/// Lets `new` work at the site. A new person is mailed how to choose a password; one who works at
/// another site too is told. Doing it twice is harmless; another role takes the place of the first.
pub fn add(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    app: &App,
    new: NewStaff,
) -> Verdict<StaffMember, Refusal> {
    let vault = access.who().vault();
    let person = Person {
        email: new.email,
        display_name: new.display_name,
        role: Role::Clinician,
        time_zone: access.time_zone(),
        locale: None,
    };
    let known = accounts::find_by_email(conn, vault, &person.email)?;
    if let Some(known) = &known
        && known.person.role != Role::Clinician
    {
        return Ok(Err(Refusal::AddressTaken));
    }
    let invited = accounts::make_staff(conn, app, &person)?;
    let Some(account) = invited.map(|(account, _)| account).or(known) else {
        return Ok(Err(Refusal::AddressTaken));
    };
    if staff::count_besides(conn, access, account.id)? >= MOST_STAFF {
        return Ok(Err(Refusal::TooManyStaff));
    }
    let before = staff::list(conn, access)?;
    let before = before.iter().find(|(who, ..)| *who == account.id);
    if before.is_none_or(|(_, role, _)| *role != new.role) {
        staff::put(conn, access, account.id, new.role)?;
        let detail = json!({ "site": access.site(), "account": account.id, "role": new.role });
        audit::record_by(conn, access.who(), Action::SiteStaffAdded, &detail)?;
        let letter = letters::works_here(account.person.email.as_str(), access.name());
        mail::enqueue(conn, vault, access.at(), &letter)?;
    }
    Ok(Ok(StaffMember {
        account: account.id,
        display_name: account.person.display_name,
        role: new.role,
        since: before.map_or(access.at(), |(.., since)| *since),
    }))
}

/// Lets `account` work there no more, and ends every session of theirs; `None` when they do not.
pub fn remove(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    account: AccountId,
) -> DbResult<Option<()>> {
    if !staff::remove(conn, access, account)? {
        return Ok(None);
    }
    let detail = json!({ "site": access.site(), "account": account });
    audit::record_by(conn, access.who(), Action::SiteStaffRemoved, &detail)?;
    sessions::end_all(conn, account, access.at())?;
    Ok(Some(()))
}

/// Who works at the site.
pub fn list(conn: &mut Conn, access: &SiteAccess<Staff>) -> DbResult<Vec<StaffMember>> {
    let vault = access.who().vault();
    let mut all = Vec::new();
    for (account, role, since) in staff::list(conn, access)? {
        let known = accounts::find_account(conn, vault, account)?
            .ok_or_else(|| DbError::corrupt("account", account))?;
        all.push(StaffMember {
            account,
            display_name: known.person.display_name,
            role,
            since,
        });
    }
    Ok(all)
}
