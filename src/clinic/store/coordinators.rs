//! The table `coordinators`, and which clinicians a patient can choose among. A choice is there no longer than the
//! patient is enrolled where the clinician treats, and not again when one of them comes back: that is asked each time,
//! so that nothing has to be undone.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::access::{
    Access, Cohort, Erasing, Manage, PatientKey, Right, SealedName, SiteAccess, SiteRole,
};
use crate::access::{sealed_name, with_author};
use crate::accounts;
use crate::clinic::model::Coordinator;
use crate::platform::db::{At, Conn, DbResult, on_each};
use crate::platform::ids::{AccountId, SiteId};
use crate::schema::{coordinators, enrolments, site_staff, sites};

/// A clinician at a site that a patient let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnClinician {
    /// Where.
    pub site: SiteId,
    /// Who.
    pub account: AccountId,
    /// What they are called.
    pub display_name: String,
    /// Since when the patient is enrolled there and the clinician treats there.
    since: DateTime<Utc>,
}

/// Every clinician of every site where the patient is enrolled, once they have chosen a password.
pub fn clinicians(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<OwnClinician>> {
    let at_the_site = enrolments::site_id.eq(site_staff::site_id);
    let enrolled = site_staff::table.inner_join(enrolments::table.on(at_the_site));
    let query = with_author!(enrolled)
        .filter(enrolments::patient_key.eq(access.key().0))
        .filter(enrolments::left_at.is_null())
        .filter(site_staff::role.eq(SiteRole::Clinician.code()))
        .filter(site_staff::account_id.eq_any(accounts::with_password()))
        .order((
            site_staff::site_id,
            site_staff::created_at,
            site_staff::account_id,
        ))
        .select((
            site_staff::site_id,
            site_staff::account_id,
            sealed_name(),
            enrolments::since,
            site_staff::created_at,
        ));
    let rows: Vec<(SiteId, AccountId, SealedName, At, At)> = on_each!(conn, |c| query.load(c))?;
    rows.into_iter()
        .map(|(site, account, name, enrolled, came)| {
            Ok(OwnClinician {
                site,
                account,
                display_name: name.open(access.who().vault(), account)?,
                since: enrolled.0.max(came.0),
            })
        })
        .collect()
}

/// The clinician that the patient chose, as long as they treat at a site where the patient is enrolled.
pub fn find(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Option<Coordinator>> {
    let query = coordinators::table
        .inner_join(sites::table)
        .filter(coordinators::patient_key.eq(access.key().0))
        .select((
            coordinators::site_id,
            coordinators::account_id,
            sites::name,
            coordinators::since,
        ));
    let found: Option<(SiteId, AccountId, String, At)> =
        on_each!(conn, |c| query.first(c)).optional()?;
    let Some((site, account, site_name, since)) = found else {
        return Ok(None);
    };
    let treats = clinicians(conn, access)?.into_iter();
    let mut treats =
        treats.filter(|one| (one.site, one.account) == (site, account) && one.since <= since.0);
    Ok(treats.next().map(|clinician| Coordinator {
        account_id: account,
        display_name: clinician.display_name,
        site_id: site,
        site_name,
        since: since.into(),
    }))
}

/// Who coordinates which of these patients, of those who chose a clinician of this site who treats there.
pub fn of_site(
    conn: &mut Conn,
    site: &SiteAccess<Cohort>,
    keys: &[PatientKey],
) -> DbResult<HashMap<PatientKey, AccountId>> {
    let keys: Vec<i64> = keys.iter().map(|key| key.0).collect();
    let works = site_staff::site_id
        .eq(coordinators::site_id)
        .and(site_staff::account_id.eq(coordinators::account_id))
        .and(site_staff::created_at.le(coordinators::since));
    let enrolled = enrolments::site_id
        .eq(coordinators::site_id)
        .and(enrolments::patient_key.eq(coordinators::patient_key))
        .and(enrolments::since.le(coordinators::since));
    let rows: Vec<(i64, AccountId)> = coordinators::table
        .inner_join(site_staff::table.on(works))
        .inner_join(enrolments::table.on(enrolled))
        .filter(coordinators::site_id.eq(site.site()))
        .filter(coordinators::patient_key.eq_any(keys))
        .filter(site_staff::role.eq(SiteRole::Clinician.code()))
        .select((coordinators::patient_key, coordinators::account_id))
        .load(conn)?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|(key, account)| (PatientKey(key), account))
        .collect())
}

/// Keeps the choice.
pub fn put(
    conn: &mut Conn,
    access: &Access<Manage>,
    site: SiteId,
    account: AccountId,
) -> DbResult<()> {
    let chosen = (
        coordinators::site_id.eq(site),
        coordinators::account_id.eq(account),
        coordinators::since.eq(At::from(access.at())),
    );
    let upsert = diesel::insert_into(coordinators::table)
        .values((coordinators::patient_key.eq(access.key().0), chosen))
        .on_conflict(coordinators::patient_key)
        .do_update()
        .set(chosen);
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(())
}

/// Forgets the choice; `false` when there was none.
pub fn remove(conn: &mut Conn, access: &Access<Manage>) -> DbResult<bool> {
    let row = coordinators::table.find(access.key().0);
    Ok(diesel::delete(row).execute(conn)? == 1)
}

/// Forgets what an erased patient chose, and that an erased clinician was chosen.
pub fn forget(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    if let Some((_, key)) = gone.diary() {
        diesel::delete(coordinators::table.find(key.0)).execute(conn)?;
    }
    let chosen = coordinators::table.filter(coordinators::account_id.eq(gone.account()));
    diesel::delete(chosen).execute(conn)?;
    Ok(())
}
