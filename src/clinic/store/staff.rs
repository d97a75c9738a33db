//! The table `site_staff`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::access::{ManageStaff, SiteAccess, SiteRight, SiteRole};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::AccountId;
use crate::schema::site_staff;

/// Who works at the site, as what and since when.
pub fn list(
    conn: &mut Conn,
    access: &SiteAccess<impl SiteRight>,
) -> DbResult<Vec<(AccountId, SiteRole, DateTime<Utc>)>> {
    let rows: Vec<(AccountId, i16, At)> = site_staff::table
        .filter(site_staff::site_id.eq(access.site()))
        .order((site_staff::created_at, site_staff::account_id))
        .select((
            site_staff::account_id,
            site_staff::role,
            site_staff::created_at,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(account, role, since)| {
            let role = SiteRole::from_code(role)
                .ok_or_else(|| DbError::corrupt("staff of site", access.site()))?;
            Ok((account, role, since.into()))
        })
        .collect()
}

/// How many work at the site beside `account`.
pub fn count_besides(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    account: AccountId,
) -> DbResult<i64> {
    Ok(site_staff::table
        .filter(site_staff::site_id.eq(access.site()))
        .filter(site_staff::account_id.ne(account))
        .count()
        .get_result(conn)?)
}

/// Lets `account` work at the site as this, from now on.
pub fn put(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    account: AccountId,
    role: SiteRole,
) -> DbResult<()> {
    // Who comes back as a clinician coordinates when chosen again.
    let as_what = (
        site_staff::role.eq(role.code()),
        site_staff::created_at.eq(At::from(access.at())),
    );
    let upsert = diesel::insert_into(site_staff::table)
        .values((
            site_staff::site_id.eq(access.site()),
            site_staff::account_id.eq(account),
            as_what,
        ))
        .on_conflict((site_staff::site_id, site_staff::account_id))
        .do_update()
        .set(as_what);
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(())
}

/// Lets `account` work there no more; `false` when they did not.
pub fn remove(
    conn: &mut Conn,
    access: &SiteAccess<ManageStaff>,
    account: AccountId,
) -> DbResult<bool> {
    let row = site_staff::table.find((access.site(), account));
    Ok(diesel::delete(row).execute(conn)? == 1)
}

/// Takes an erased account out of every site.
pub fn forget(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    let rows = site_staff::table.filter(site_staff::account_id.eq(account));
    diesel::delete(rows).execute(conn)?;
    Ok(())
}
