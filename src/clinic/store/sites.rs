//! The table `sites`.

use diesel::prelude::*;

use crate::access::{Enrol, Role, SignedIn, SiteAccess, SiteRole};
use crate::clinic::model::{NewSite, Site};
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::SiteId;
use crate::schema::{site_staff, sites};

/// Makes a site.
pub fn add(conn: &mut Conn, admin: &SignedIn, id: SiteId, new: &NewSite) -> DbResult<()> {
    admin.vault().key_for(conn, id)?;
    diesel::insert_into(sites::table)
        .values((
            sites::id.eq(id),
            sites::name.eq(&new.name),
            sites::time_zone.eq(new.time_zone.name()),
            sites::created_at.eq(At::from(admin.at())),
        ))
        .execute(conn)?;
    Ok(())
}

/// Every site at which the caller works.
pub fn of_staff(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Site>> {
    let mut sites = of(conn, who)?;
    sites.retain(|site| site.role.is_some());
    Ok(sites)
}

/// The same, or every site there is for those who run the installation.
pub fn of(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Site>> {
    let own = site_staff::site_id
        .eq(sites::id)
        .and(site_staff::account_id.eq(who.account()));
    let mut query = sites::table
        .left_join(site_staff::table.on(own))
        .order(sites::id)
        .select((
            sites::id,
            sites::name,
            sites::time_zone,
            site_staff::role.nullable(),
        ))
        .into_boxed();
    if who.role() != Role::Admin {
        query = query.filter(site_staff::role.is_not_null());
    }
    let rows: Vec<(SiteId, String, String, Option<i16>)> = query.load(conn)?;
    rows.into_iter()
        .map(|(id, name, time_zone, role)| {
            let corrupt = || DbError::corrupt("site", id);
            Ok(Site {
                id,
                name,
                time_zone: time_zone.parse().map_err(|_| corrupt())?,
                role: match role {
                    Some(code) => Some(SiteRole::from_code(code).ok_or_else(corrupt)?),
                    None => None,
                },
            })
        })
        .collect()
}

/// Takes the next number for a patient without a subject id. The site's row is locked.
pub fn next_number(conn: &mut Conn, access: &SiteAccess<Enrol>) -> DbResult<i32> {
    let site = sites::table.find(access.site());
    diesel::update(site)
        .set(sites::last_number.eq(sites::last_number + 1))
        .execute(conn)?;
    Ok(site.select(sites::last_number).first(conn)?)
}
