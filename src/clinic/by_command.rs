//! What the command line does at clinics: in the name of a person, who may do the same over HTTP.

use super::model::{NewSite, NewStaff, Site, StaffMember};
use super::{staff, store};
use crate::access::{self, Denial, ManageStaff, SignedIn, SiteAccess, SiteRight, Staff};
use crate::accounts::{self, EmailAddress};
use crate::platform::App;
use crate::platform::db::Conn;
use crate::platform::http::HttpResult;
use crate::platform::ids::SiteId;

/// Makes a clinic in the name of one who runs the service.
pub async fn make_site(app: &App, by: EmailAddress, new: NewSite) -> HttpResult<SiteId> {
    let (within, id) = (app.clone(), app.ids.next());
    app.db
        .write(move |conn| {
            let admin = access::admin_alone(signed_in(conn, &within, &by)?)?;
            staff::make_site(conn, &admin, id, &new)?;
            Ok(id)
        })
        .await
}

/// The clinics that this person would be shown.
pub async fn sites(app: &App, by: EmailAddress) -> HttpResult<Vec<Site>> {
    let within = app.clone();
    app.db
        .read(move |conn| {
            let who = signed_in(conn, &within, &by)?;
            Ok(store::sites::of(conn, &who)?)
        })
        .await
}

/// Who works there.
pub async fn staff(app: &App, by: EmailAddress, site: SiteId) -> HttpResult<Vec<StaffMember>> {
    let within = app.clone();
    app.db
        .read(move |conn| {
            let access = at_site::<Staff>(conn, &within, &by, site)?;
            Ok(staff::list(conn, &access)?)
        })
        .await
}

/// Lets `new` work there.
pub async fn add_staff(app: &App, by: EmailAddress, site: SiteId, new: NewStaff) -> HttpResult<()> {
    let within = app.clone();
    app.db
        .write(move |conn| {
            let access = at_site::<ManageStaff>(conn, &within, &by, site)?;
            Ok(staff::add(conn, &access, &within, new.clone())??)
        })
        .await
}

/// Lets the person with the address `who` work there no more.
pub async fn remove_staff(
    app: &App,
    by: EmailAddress,
    site: SiteId,
    who: EmailAddress,
) -> HttpResult<()> {
    let within = app.clone();
    app.db
        .write(move |conn| {
            let access = at_site::<ManageStaff>(conn, &within, &by, site)?;
            let account = accounts::find_by_email(conn, &within.vault, &who)?;
            let account = account.ok_or(Denial::Invisible)?;
            // Where it cannot work, another stands for it in the list.
            let stand_in = who.stand_in(&within.vault);
            let stand_in = accounts::find_by_email(conn, &within.vault, &stand_in)?;
            for listed in [Some(account), stand_in].into_iter().flatten() {
                staff::remove(conn, &access, listed.id)?;
            }
            Ok(())
        })
        .await
}

fn at_site<R: SiteRight>(
    conn: &mut Conn,
    app: &App,
    by: &EmailAddress,
    site: SiteId,
) -> HttpResult<SiteAccess<R>> {
    let (vault, now) = (&app.vault, app.clock.now());
    let by = accounts::at_no_device(conn, vault, by)?.ok_or(Denial::Invisible)?;
    Ok(access::to_site_after(conn, vault, by, site, now)?)
}

fn signed_in(conn: &mut Conn, app: &App, by: &EmailAddress) -> HttpResult<SignedIn> {
    let (vault, now) = (&app.vault, app.clock.now());
    let by = accounts::at_no_device(conn, vault, by)?.ok_or(Denial::Invisible)?;
    Ok(access::to_account_after(conn, vault, by, now)?)
}
