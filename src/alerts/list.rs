//! The alerts that a person was told of, and those about their own diary.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::model::{Alert, Followed, Shown, What};
use super::store::{alerts, choices};
use crate::access::{self, Access, AccessError, Caller, Denial, PatientKey, Relation, Right};
use crate::access::{Role, SignedIn, Summary};
use crate::accounts;
use crate::platform::db::{Conn, DbResult};
use crate::platform::http::HttpResult;
use crate::platform::ids::AccountId;
use crate::trends;
use crate::versions::Author;

/// So many are listed: the newest.
const MOST: i64 = 200;

/// What the caller is called whose account is gone.
const FORMER: &str = "former caregiver";

/// What the caller may see of them now, newest first.
pub fn mine(conn: &mut Conn, caller: &Caller, who: &SignedIn) -> HttpResult<Vec<Shown>> {
    let mut found = alerts::told_to(conn, who.account(), MOST)?;
    if let Some(own) = access::patient_of(conn, who.account())?
        && let Some(key) = access::key_of(conn, own)?
    {
        let own = alerts::of_diary(conn, key, MOST)?;
        found.extend(own.into_iter().map(|alert| (key, alert)));
    }
    let mut opened: BTreeMap<i64, Option<Access<Summary>>> = BTreeMap::new();
    let mut all = Vec::new();
    for (key, alert) in found {
        if let std::collections::btree_map::Entry::Vacant(place) = opened.entry(key.0) {
            place.insert(open(conn, caller, key)?);
        }
        if let Some(Some(access)) = opened.get(&key.0)
            && sees(conn, access, &alert)?
        {
            all.push(shown(conn, access, alert)?);
        }
    }
    all.sort_by_key(|it| std::cmp::Reverse((it.alert.raised_at, it.alert.id)));
    all.dedup_by_key(|it| it.alert.id);
    all.truncate(usize::try_from(MOST).unwrap_or_default());
    Ok(all)
}

/// `None` for a diary that is not the caller's to see any more.
fn open(
    conn: &mut Conn,
    caller: &Caller,
    key: PatientKey,
) -> Result<Option<Access<Summary>>, AccessError> {
    let Some((patient, _)) = access::owner_of(conn, key)? else {
        return Ok(None);
    };
    match access::to_patient(conn, caller, patient) {
        Err(AccessError::By(Denial::Invisible | Denial::SiteRole)) => Ok(None),
        found => found.map(Some),
    }
}

/// Whether the caller sees this alert: whose diary it is about, who acts for them, and who was told and still sees what
/// it is about.
pub fn sees(conn: &mut Conn, access: &Access<impl Right>, alert: &Alert) -> DbResult<bool> {
    if access.standing().acts() {
        return Ok(true);
    }
    if matches!(alert.what, What::Flag(..)) && !access.sees_flags() {
        return Ok(false);
    }
    let told = alerts::told(conn, alert.id)?;
    Ok(told.iter().any(|(account, ..)| *account == access.by()))
}

/// An alert as the caller is shown it. Who was told is the patient's to know.
pub fn shown(conn: &mut Conn, access: &Access<impl Right>, alert: Alert) -> DbResult<Shown> {
    let acknowledged = match alert.acknowledged {
        Some(by) => Some(named(conn, access, by)?),
        None => None,
    };
    let told = if access.standing().acts() {
        let told = alerts::told(conn, alert.id)?.into_iter();
        Some(
            told.map(|one| named(conn, access, one))
                .collect::<DbResult<_>>()?,
        )
    } else {
        None
    };
    let flag = match alert.what {
        What::Flag(code, _) => Some(trends::flag_id(access.patient(), code, alert.week)),
        What::Silence => None,
    };
    Ok(Shown {
        patient: access.patient(),
        alert,
        flag,
        acknowledged,
        told,
    })
}

fn named(
    conn: &mut Conn,
    access: &Access<impl Right>,
    (account, relation, at): (AccountId, Relation, DateTime<Utc>),
) -> DbResult<(Author, DateTime<Utc>)> {
    let found = accounts::find_account(conn, access.who().vault(), account)?;
    let (display_name, role) = found.map_or_else(
        || (FORMER.to_owned(), Role::Caregiver),
        |it| (it.person.display_name, it.person.role),
    );
    let author = Author {
        account,
        guest: None,
        display_name,
        relation,
        role,
    };
    Ok((author, at))
}

/// All that there was to tell of the caller's own diary, for the copy of their data.
pub fn about(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Vec<Shown>> {
    let all = alerts::of_diary(conn, access.key(), i64::MAX)?;
    all.into_iter()
        .map(|alert| shown(conn, access, alert))
        .collect()
}

/// What the caller chose of the diaries that they follow.
pub fn followed_by(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<Followed>> {
    let mut followed = Vec::new();
    for (key, choice) in choices::of_account(conn, who)? {
        if let Some((patient, _)) = access::owner_of(conn, key)? {
            followed.push(Followed { patient, choice });
        }
    }
    Ok(followed)
}
