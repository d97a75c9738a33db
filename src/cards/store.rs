//! The table `emergency_cards`: a row for each patient who has one. A card is found by the hash of its token; the
//! token itself is sealed, since its code is shown again.

use diesel::prelude::*;

use super::model::{Card, Choice, Token};
use crate::access::{self, Access, Erasing, Manage, PatientKey, Right};
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::PatientId;
use crate::platform::vault::columns::{CARD_CONTENT, CARD_TOKEN};
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::emergency_cards;

type Row = (i32, At, Sealed, Sealed);

/// The card of the patient whose record `access` opens.
pub fn find(conn: &mut Conn, access: &Access<impl Right>) -> DbResult<Option<Card>> {
    let row = emergency_cards::table.find(access.key().0).select((
        emergency_cards::version,
        emergency_cards::changed_at,
        emergency_cards::token,
        emergency_cards::content,
    ));
    let row: Option<Row> = on_each!(conn, |c| row.first(c)).optional()?;
    row.map(|row| open(row, access.patient(), &access.data_key()?))
        .transpose()
}

fn open(
    (version, changed_at, token, content): Row,
    patient: PatientId,
    key: &DataKey,
) -> DbResult<Card> {
    let row = patient.0;
    let content = key.open_text(CARD_CONTENT, row.as_bytes(), &content)?;
    let choice = serde_json::from_str(&content);
    Ok(Card {
        choice: choice.map_err(|_| DbError::corrupt("emergency card of", patient))?,
        version,
        changed_at: changed_at.into(),
        token: Token::typed(&key.open_text(CARD_TOKEN, row.as_bytes(), &token)?),
    })
}

/// Whose card `token` is of.
pub(super) fn whose(conn: &mut Conn, token: &Token) -> DbResult<Option<PatientId>> {
    let key = emergency_cards::table
        .filter(emergency_cards::token_hash.eq(token.hash()))
        .select(emergency_cards::patient_key);
    let key: Option<i64> = on_each!(conn, |c| key.first(c)).optional()?;
    let Some(key) = key else { return Ok(None) };
    let diary = access::owner_of(conn, PatientKey(key))?;
    Ok(diary.map(|(patient, _)| patient))
}

/// Keeps `card`, in the place of the one before.
pub(super) fn put(conn: &mut Conn, access: &Access<Manage>, card: &Card) -> DbResult<()> {
    let (key, row) = (access.data_key()?, access.patient().0);
    let content = sealed_form(&card.choice)?;
    let content = key.seal(CARD_CONTENT, row.as_bytes(), content.as_bytes())?;
    let token = key.seal(CARD_TOKEN, row.as_bytes(), card.token.text().as_bytes())?;
    let values = (
        emergency_cards::token_hash.eq(card.token.hash()),
        emergency_cards::version.eq(card.version),
        emergency_cards::changed_at.eq(At::from(card.changed_at)),
        emergency_cards::token.eq(token),
        emergency_cards::content.eq(content),
    );
    let upsert = diesel::insert_into(emergency_cards::table)
        .values((
            emergency_cards::patient_key.eq(access.key().0),
            values.clone(),
        ))
        .on_conflict(emergency_cards::patient_key)
        .do_update()
        .set(values);
    on_each!(conn, |c| upsert.execute(c))?;
    Ok(())
}

fn sealed_form(choice: &Choice) -> DbResult<String> {
    serde_json::to_string(choice).map_err(|_| DbError::corrupt("emergency card", "that is sent"))
}

/// Takes the card away; `false` without one.
pub(super) fn remove(conn: &mut Conn, access: &Access<Manage>) -> DbResult<bool> {
    let theirs = emergency_cards::table.find(access.key().0);
    Ok(diesel::delete(theirs).execute(conn)? == 1)
}

/// The same for the patient who is being erased.
pub fn erase(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    if let Some((_, key)) = gone.diary() {
        diesel::delete(emergency_cards::table.find(key.0)).execute(conn)?;
    }
    Ok(())
}
