//! Makes sites, lets people work there, and ends that.

use serde_json::json;
use uuid::Uuid;

use super::letters;
use super::model::{MOST_STAFF, NewSite, NewStaff, StaffMember};
use super::refusal::Refusal;
use super::store::{sites, staff};
use crate::access::{ManageStaff, Role, SignedIn, SiteAccess, Staff, sessions};
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
/// its owner keeps a diary here.
pub fn add(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    app: &App,
    new: NewStaff,
) -> Verdict<(), Refusal> {
    let vault = access.who().vault();
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
    let besides = known.as_ref().map_or(NO_ACCOUNT, |known| known.id);
    if staff::count_besides(conn, access, besides)? >= MOST_STAFF {
        return Ok(Err(Refusal::TooManyStaff));
    }
    let is_another = |known: &&Account| known.person.role != Role::Clinician;
    if let Some(another) = known.as_ref().filter(is_another) {
        let detail = json!({ "site": access.site() });
        audit::record_by(conn, access.who(), Action::SiteStaffRefused, &detail)?;
        let letter = letters::cannot_work_here(&another.person.recipient(), access.name());
        mail::enqueue(conn, vault, access.at(), &letter)?;
        return Ok(Ok(()));
    }
    let invited = accounts::make_staff(conn, app, &person)?;
    let account = invited.map(|(account, _)| account).or(known);
    let account = account.ok_or_else(|| DbError::corrupt("staff of site", access.site()))?;
    let before = staff::list(conn, access)?;
    let before = before.iter().find(|(who, ..)| *who == account.id);
    if before.is_none_or(|(_, role, _)| *role != new.role) {
        staff::put(conn, access, account.id, new.role)?;
        let detail = json!({ "site": access.site(), "account": account.id, "role": new.role });
        audit::record_by(conn, access.who(), Action::SiteStaffAdded, &detail)?;
        let letter = letters::works_here(&account.person.recipient(), access.name());
        mail::enqueue(conn, vault, access.at(), &letter)?;
    }
    Ok(Ok(()))
}

/// The id of no account.
const NO_ACCOUNT: AccountId = AccountId(Uuid::nil());

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

/// Who works at the site, and has chosen a password: until then nothing is known of the owner of an address.
pub fn list(conn: &mut Conn, access: &SiteAccess<Staff>) -> DbResult<Vec<StaffMember>> {
    let vault = access.who().vault();
    let mut all = Vec::new();
    for (account, role, since) in staff::list(conn, access)? {
        let known = accounts::find_account(conn, vault, account)?
            .ok_or_else(|| DbError::corrupt("account", account))?;
        if !accounts::has_password(conn, account)? {
            continue;
        }
        all.push(StaffMember {
            account_id: account,
            display_name: known.person.display_name,
            role,
            since,
        });
    }
    Ok(all)
}
