//! The table `enrolments`: which patients let which sites in.

use diesel::prelude::*;

use super::coordinators;
use super::invitations::subject_index;
use crate::access::{Access, Enrol, Erasing, Manage, Right, Share, SiteAccess};
use crate::clinic::model::{Enrolment, Invitation};
use crate::platform::db::{At, Conn, DbResult};
use crate::platform::ids::SiteId;
use crate::platform::vault::Sealed;
use crate::platform::vault::columns::SUBJECT_ID;
use crate::schema::{enrolments, sites};

type Row = (SiteId, String, Sealed, Share, At);

/// Where the patient is enrolled now, in the order of the sites.
pub fn list(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<Enrolment>> {
    let rows: Vec<Row> = enrolments::table
        .inner_join(sites::table)
        .filter(enrolments::patient_key.eq(access.key().0))
        .filter(enrolments::left_at.is_null())
        .order(enrolments::site_id)
        .select((
            enrolments::site_id,
            sites::name,
            enrolments::subject_id,
            (enrolments::notes, enrolments::facts, enrolments::research),
            enrolments::since,
        ))
        .load(conn)?;
    let key = access.data_key()?;
    let clinicians = coordinators::clinicians(conn, access)?;
    rows.into_iter()
        .map(|(site, name, subject, share, since)| {
            Ok(Enrolment {
                site,
                name,
                subject_id: key.open_text(SUBJECT_ID, site.0.as_bytes(), &subject)?,
                share,
                since: since.into(),
                clinicians: clinicians
                    .iter()
                    .filter(|clinician| clinician.site == site)
                    .map(|clinician| (clinician.account, clinician.display_name.clone()))
                    .collect(),
            })
        })
        .collect()
}

/// Where the patient is enrolled at `site`.
pub fn find(
    conn: &mut Conn,
    access: &Access<impl Right>,
    site: SiteId,
) -> DbResult<Option<Enrolment>> {
    let all = list(conn, access)?;
    Ok(all.into_iter().find(|enrolment| enrolment.site == site))
}

/// Whether a patient of the site has, or had, this subject id.
pub fn is_given(conn: &mut Conn, access: &SiteAccess<Enrol>, subject: &str) -> DbResult<bool> {
    let found: i64 = enrolments::table
        .filter(enrolments::site_id.eq(access.site()))
        .filter(enrolments::subject_index.eq(subject))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// Enrols the patient as `invitation` says. A patient who comes back keeps their subject id.
pub fn enrol(
    conn: &mut Conn,
    access: &Access<Manage>,
    site: SiteId,
    invitation: &Invitation,
    share: Share,
) -> DbResult<()> {
    let shared = (
        enrolments::notes.eq(share.notes),
        enrolments::facts.eq(share.facts),
        enrolments::research.eq(share.research),
    );
    note_research(conn, access, site, share)?;
    let row = enrolments::table.find((site, access.key().0));
    let since = enrolments::since.eq(At::from(access.at()));
    let again = diesel::update(row.filter(enrolments::left_at.is_not_null()))
        .set((shared, since, enrolments::left_at.eq(None::<At>)))
        .execute(conn)?;
    let still = diesel::update(row).set(shared).execute(conn)?;
    if again + still > 0 {
        return Ok(());
    }
    let subject = invitation.subject_id.as_str();
    let sealed = access
        .data_key()?
        .seal(SUBJECT_ID, site.0.as_bytes(), subject.as_bytes())?;
    diesel::insert_into(enrolments::table)
        .values((
            enrolments::site_id.eq(site),
            enrolments::patient_key.eq(access.key().0),
            enrolments::subject_index.eq(subject_index(access.who().vault(), site, subject)),
            enrolments::subject_id.eq(sealed),
            shared,
            since,
        ))
        .execute(conn)?;
    Ok(())
}

/// Writes down since when the patient shares for research with the site, before that is switched on.
fn note_research(
    conn: &mut Conn,
    access: &Access<Manage>,
    site: SiteId,
    share: Share,
) -> DbResult<()> {
    let row = enrolments::table.find((site, access.key().0));
    if share.research {
        diesel::update(row.filter(enrolments::research.eq(false)))
            .set(enrolments::research_since.eq(At::from(access.at())))
            .execute(conn)?;
    }
    Ok(())
}

/// Changes what is shared with the site.
pub fn share(conn: &mut Conn, access: &Access<Manage>, site: SiteId, share: Share) -> DbResult<()> {
    note_research(conn, access, site, share)?;
    let row = enrolments::table.find((site, access.key().0));
    diesel::update(row)
        .set((
            enrolments::notes.eq(share.notes),
            enrolments::facts.eq(share.facts),
            enrolments::research.eq(share.research),
        ))
        .execute(conn)?;
    Ok(())
}

/// Ends the enrolment at the site; `false` when the patient is not enrolled.
pub fn leave(conn: &mut Conn, access: &Access<Manage>, site: SiteId) -> DbResult<bool> {
    let row = enrolments::table.find((site, access.key().0));
    let left = diesel::update(row.filter(enrolments::left_at.is_null()))
        .set(enrolments::left_at.eq(At::from(access.at())))
        .execute(conn)?;
    Ok(left == 1)
}

/// Whether the patient ever was enrolled at the site.
pub fn was_there(conn: &mut Conn, access: &Access<Manage>, site: SiteId) -> DbResult<bool> {
    let row = enrolments::table.find((site, access.key().0));
    let found: i64 = row.count().get_result(conn)?;
    Ok(found == 1)
}

/// Forgets where an erased patient was enrolled.
pub fn forget(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    if let Some((_, key)) = gone.diary() {
        let rows = enrolments::table.filter(enrolments::patient_key.eq(key.0));
        diesel::delete(rows).execute(conn)?;
    }
    Ok(())
}
