//! Signed statements about where chains stood: a chain alone does not show that its end was cut off
//! and written anew with the rights to change the database.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::chain::{Chain, part};
use super::cut::Cut;
use super::ledger::{self, EventRow};
use crate::platform::App;
use crate::platform::clock::APART;
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::keys::StatementKey;
use crate::platform::secret::{Signer, from_text, sha256, signed_by, to_text};
use crate::schema::audit_checkpoints;

/// The last event of a chain.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(deny_unknown_fields)]
#[schema(as = AuditChainHead)]
pub struct Head {
    /// Its number among all events.
    pub event: i64,
    /// Its hash.
    #[schema(example = "mN4nHHfSgmkLfM2TVmX6l_yqDVy2vBGGJoEuGPdgmfs")]
    pub hash: String,
}

/// A statement about the events since the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Counts them, from 1.
    pub number: i64,
    /// When it was made, in microseconds since 1970.
    pub at: i64,
    /// The last event that it covers.
    pub upto: i64,
    /// The last event of each chain that has grown, and its hash.
    pub heads: Vec<Head>,
    /// Old events that went with it; it is about nothing else then.
    pub cut: Option<Cut>,
    /// SHA-256 of the statement before it.
    pub previous: String,
    /// The key that signed it.
    pub key: String,
    /// Ed25519 over all of the above.
    pub signature: String,
}

/// Says which form the signed bytes have; no token of ours begins so.
const FORM: &[u8] = b"alsfrs-diary audit checkpoint 1";
const FORM_OF_A_CUT: &[u8] = b"alsfrs-diary audit cut 2";

impl Checkpoint {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let form = self.cut.as_ref().map_or(FORM, |_| FORM_OF_A_CUT);
        part(&mut bytes, form);
        for number in [self.number, self.at, self.upto] {
            part(&mut bytes, &number.to_be_bytes());
        }
        for Head { event, hash } in &self.heads {
            part(&mut bytes, &event.to_be_bytes());
            part(&mut bytes, hash.as_bytes());
        }
        part(&mut bytes, self.previous.as_bytes());
        if let Some(cut) = &self.cut {
            part(&mut bytes, &serde_json::to_vec(cut).unwrap_or_default());
        }
        bytes
    }

    /// Whether one of `keys` signed it, while it was used.
    pub(super) fn is_signed_by(&self, keys: &[StatementKey]) -> bool {
        let Some((signature, at)) =
            from_text(&self.signature).zip(DateTime::from_timestamp_micros(self.at))
        else {
            return false;
        };
        let named = |key: &&StatementKey| self.key == to_text(&key.public) && key.was_used(at);
        let mut keys = keys.iter().filter(named);
        keys.any(|key| signed_by(&key.public, &self.bytes(), &signature))
    }

    /// Whether it names a key that is none of `keys`.
    pub(super) fn is_of_another(&self, keys: &[StatementKey]) -> bool {
        keys.iter().all(|key| self.key != to_text(&key.public))
    }

    /// As one line of JSON: what is logged, kept and hashed.
    pub fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Says it where it is kept elsewhere.
    pub(super) fn log(&self) {
        tracing::info!(checkpoint = self.line(), "audit checkpoint");
    }

    /// What the next one names as the one before it.
    pub(super) fn digest(&self) -> String {
        to_text(&sha256(self.line().as_bytes()))
    }
}

/// An event may be written so long after its request came.
pub(super) const SETTLED: TimeDelta = TimeDelta::minutes(1);

/// How many events one statement covers at the most.
const MOST: i64 = 5_000;

/// Makes a statement about all events that are settled and not covered yet, and logs it; how many
/// statements that took.
pub async fn checkpoint(app: &App) -> DbResult<usize> {
    let mut made = 0;
    loop {
        let (root, now) = (app.keys.roots.current(), app.clock.now());
        let next = app
            .db
            .write(move |conn| make(conn, &root.audit, now))
            .await?;
        let Some(next) = next else {
            return Ok(made);
        };
        made += 1;
        next.log();
    }
}

fn make(conn: &mut Conn, signer: &Signer, now: DateTime<Utc>) -> DbResult<Option<Checkpoint>> {
    let last = checkpoints(conn, None, 1)?.pop();
    let covered = last.as_ref().map_or(0, |last| last.upto);
    let events = ledger::after(conn, covered, MOST)?;
    let mut heads: BTreeMap<Chain, Head> = BTreeMap::new();
    let mut upto = covered;
    for event in settled(&events, now) {
        upto = event.key;
        if let (Some((chain, _)), Some(hash)) = (event.place(), &event.hash) {
            let head = Head {
                event: event.key,
                hash: to_text(hash),
            };
            heads.insert(chain, head);
        }
    }
    if upto == covered {
        return Ok(None);
    }
    let mut heads: Vec<_> = heads.into_values().collect();
    heads.sort_unstable();
    let next = Statement {
        upto,
        heads,
        cut: None,
    };
    sign(conn, last, next, signer, now)
}

/// What a checkpoint says.
pub(super) struct Statement {
    pub(super) upto: i64,
    pub(super) heads: Vec<Head>,
    pub(super) cut: Option<Cut>,
}

/// Signs and keeps the statement after `last`; `None` where another instance was first.
pub(super) fn sign(
    conn: &mut Conn,
    last: Option<Checkpoint>,
    says: Statement,
    signer: &Signer,
    now: DateTime<Utc>,
) -> DbResult<Option<Checkpoint>> {
    let mut next = Checkpoint {
        number: last.as_ref().map_or(1, |last| last.number + 1),
        at: now.timestamp_micros(),
        upto: says.upto,
        heads: says.heads,
        cut: says.cut,
        previous: last.map(|last| last.digest()).unwrap_or_default(),
        key: to_text(signer.public()),
        signature: String::new(),
    };
    next.signature = to_text(&signer.sign(&next.bytes()));
    let before = next.cut.as_ref().map(|cut| cut.before);
    let before = before.and_then(DateTime::from_timestamp_micros);
    let insert = diesel::insert_into(audit_checkpoints::table)
        .values((
            audit_checkpoints::number.eq(next.number),
            audit_checkpoints::at.eq(At::from(now)),
            audit_checkpoints::upto.eq(next.upto),
            audit_checkpoints::document.eq(next.line()),
            audit_checkpoints::cut_before.eq(before.map(At::from)),
        ))
        .on_conflict(audit_checkpoints::number)
        .do_nothing();
    let made = on_each!(conn, |c| insert.execute(c))? == 1;
    Ok(made.then_some(next))
}

/// The events of `all` up to the last before those that are not settled. One from a time that has not come
/// is as settled as those after it: a clock was ahead when it was written.
fn settled(all: &[EventRow], now: DateTime<Utc>) -> &[EventRow] {
    let fresh = |event: &EventRow| event.at.0 > now - SETTLED && event.at.0 <= now + APART;
    let end = all.iter().position(fresh).unwrap_or(all.len());
    let all = all.get(..end).unwrap_or_default();
    let last = all.iter().rposition(|event| event.at.0 <= now);
    all.get(..last.map_or(0, |last| last + 1))
        .unwrap_or_default()
}

/// The statements so far, newest first: at most `limit` of those before `before`.
pub fn checkpoints(
    conn: &mut Conn,
    before: Option<i64>,
    limit: usize,
) -> DbResult<Vec<Checkpoint>> {
    let rows: Vec<(i64, String)> = audit_checkpoints::table
        .filter(audit_checkpoints::number.lt(before.unwrap_or(i64::MAX)))
        .order(audit_checkpoints::number.desc())
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select((audit_checkpoints::number, audit_checkpoints::document))
        .load(conn)?;
    rows.into_iter()
        .map(|(number, document)| {
            serde_json::from_str(&document).map_err(|_| DbError::corrupt("checkpoint", number))
        })
        .collect()
}
