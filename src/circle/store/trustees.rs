//! The trustee of each patient. From when on the trustee acts is in their grant, which the
//! policy reads.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::grants;
use crate::access::{
    self, Access, Erasing, InTrust, PatientKey, Relation, Right, SealedName, SignedIn, sealed_name,
    with_author,
};
use crate::circle::trustee::model::{Request, State, Trustee};
use crate::platform::db::{At, Conn, DbError, DbResult};
use crate::platform::ids::{AccountId, PatientId, RowId};
use crate::platform::vault::Vault;
use crate::schema::{grants as given, trustees};

/// Who, since when; the request; from when on they act; what is to be done when.
type Row = (
    (AccountId, At),
    (Option<RowId>, Option<At>, Option<At>),
    (Option<At>, Option<At>),
    i16,
    SealedName,
);

fn read(row: Row, vault: &Vault) -> DbResult<Trustee> {
    let ((account, named_at), asked, (may_ask_from, next_mail_at), relation, name) = row;
    let request = match asked {
        (Some(id), Some(asked_at), Some(acts_from)) => Some(Request {
            id,
            asked_at: asked_at.into(),
            acts_from: acts_from.into(),
        }),
        // What the patient said no to keeps its name, so that the link can be followed twice.
        _ => None,
    };
    Ok(Trustee {
        account,
        display_name: name.open(vault, account)?,
        relation: Relation::from_code(relation)
            .ok_or_else(|| DbError::corrupt("trustee", account))?,
        named_at: named_at.into(),
        request,
        may_ask_from: may_ask_from.map(Into::into),
        next_mail_at: next_mail_at.map(Into::into),
    })
}

fn of(conn: &mut Conn, key: PatientKey, vault: &Vault) -> DbResult<Option<Trustee>> {
    let grant = given::patient_key
        .eq(trustees::patient_key)
        .and(given::account_id.eq(trustees::account_id));
    let found: Option<Row> = with_author!(trustees::table.inner_join(given::table.on(grant)))
        .filter(trustees::patient_key.eq(key.0))
        .filter(given::revoked_at.is_null())
        .select((
            (trustees::account_id, trustees::named_at),
            (
                trustees::request_id,
                trustees::requested_at,
                given::acts_from,
            ),
            (trustees::may_ask_from, trustees::next_mail_at),
            given::relation,
            sealed_name(),
        ))
        .first(conn)
        .optional()?;
    found.map(|row| read(row, vault)).transpose()
}

/// The trustee. Only the patient and the trustee may be told.
pub fn find(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Option<Trustee>> {
    of(conn, access.key(), access.who().vault())
}

/// The trustee, before that is changed.
pub fn current(conn: &mut Conn, trust: &InTrust) -> DbResult<Option<Trustee>> {
    of(conn, trust.key(), trust.vault())
}

/// Whether `account` is in the circle.
pub fn is_member(conn: &mut Conn, trust: &InTrust, account: AccountId) -> DbResult<bool> {
    Ok(access::let_in(conn, trust)?.contains(&account))
}

/// Chooses `account`, who has not asked for anything yet, where there is no trustee.
pub fn name(conn: &mut Conn, trust: &InTrust, account: AccountId) -> DbResult<()> {
    diesel::insert_into(trustees::table)
        .values((
            trustees::patient_key.eq(trust.key().0),
            trustees::account_id.eq(account),
            trustees::named_at.eq(At::from(trust.at())),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets the trustee.
pub fn forget(conn: &mut Conn, trust: &InTrust) -> DbResult<()> {
    diesel::delete(trustees::table.find(trust.key().0)).execute(conn)?;
    Ok(())
}

/// Keeps what the chosen one asked for.
pub fn ask(
    conn: &mut Conn,
    trust: &InTrust,
    request: Request,
    next_mail_at: DateTime<Utc>,
) -> DbResult<()> {
    let asked: AccountId = diesel::update(trustees::table.find(trust.key().0))
        .set((
            trustees::request_id.eq(request.id),
            trustees::requested_at.eq(At::from(request.asked_at)),
            trustees::next_mail_at.eq(At::from(next_mail_at)),
            trustees::may_ask_from.eq(None::<At>),
        ))
        .returning(trustees::account_id)
        .get_result(conn)?;
    grants::let_act(conn, trust, asked, request.acts_from)
}

/// Lets the chosen one not ask again before an instant.
pub fn pause(conn: &mut Conn, trust: &InTrust, may_ask_from: DateTime<Utc>) -> DbResult<()> {
    diesel::update(trustees::table.find(trust.key().0))
        .set((
            trustees::next_mail_at.eq(None::<At>),
            trustees::may_ask_from.eq(At::from(may_ask_from)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Lets the chosen one not ask for the diary to be closed before an instant.
pub fn pause_closing(conn: &mut Conn, trust: &InTrust, from: DateTime<Utc>) -> DbResult<()> {
    diesel::update(trustees::table.find(trust.key().0))
        .set(trustees::may_close_from.eq(At::from(from)))
        .execute(conn)?;
    Ok(())
}

/// Whether the chosen one cannot ask for that yet.
pub fn closes_too_soon(conn: &mut Conn, trust: &InTrust) -> DbResult<bool> {
    let later: i64 = trustees::table
        .find(trust.key().0)
        .filter(trustees::may_close_from.gt(At::from(trust.at())))
        .count()
        .get_result(conn)?;
    Ok(later == 1)
}

/// Those who are to be told by `now`.
pub fn due(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<Vec<PatientKey>> {
    let keys: Vec<i64> = trustees::table
        .filter(trustees::next_mail_at.le(At::from(now)))
        .order(trustees::next_mail_at)
        .select(trustees::patient_key)
        .load(conn)?;
    Ok(keys.into_iter().map(PatientKey).collect())
}

/// Notes that it was told, and when there is more to tell.
pub fn told(conn: &mut Conn, trust: &InTrust, next: Option<DateTime<Utc>>) -> DbResult<()> {
    diesel::update(trustees::table.find(trust.key().0))
        .set(trustees::next_mail_at.eq(next.map(At::from)))
        .execute(conn)?;
    Ok(())
}

/// The patients whose trustee the caller is, and how far that has come.
pub fn trusteeships(conn: &mut Conn, who: &SignedIn) -> DbResult<Vec<(PatientId, State)>> {
    let grant = given::patient_key
        .eq(trustees::patient_key)
        .and(given::account_id.eq(trustees::account_id));
    let found: Vec<(i64, Option<At>)> = trustees::table
        .inner_join(given::table.on(grant))
        .filter(trustees::account_id.eq(who.account()))
        .filter(given::revoked_at.is_null())
        .select((trustees::patient_key, given::acts_from))
        .load(conn)?;
    let mut trusteeships = Vec::new();
    for (key, from) in found {
        if let Some((patient, _)) = access::owner_of(conn, PatientKey(key))? {
            trusteeships.push((patient, State::of(from.map(Into::into), who.at())));
        }
    }
    Ok(trusteeships)
}

/// The diaries whose trustee is being erased, and as what.
pub fn that_chose(conn: &mut Conn, gone: &Erasing) -> DbResult<Vec<(PatientKey, Relation)>> {
    let grant = given::patient_key
        .eq(trustees::patient_key)
        .and(given::account_id.eq(trustees::account_id));
    let found: Vec<(i64, i16)> = trustees::table
        .inner_join(given::table.on(grant))
        .filter(trustees::account_id.eq(gone.account()))
        .select((trustees::patient_key, given::relation))
        .load(conn)?;
    let read = |(key, relation)| {
        let relation = Relation::from_code(relation);
        let relation = relation.ok_or_else(|| DbError::corrupt("trustee", gone.account()))?;
        Ok((PatientKey(key), relation))
    };
    found.into_iter().map(read).collect()
}
