//! Signed statements about events that have gone: with them the rest of a chain is as good as the whole,
//! and what is gone without one is missed.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::chain::{Chain, Hash, part};
use super::finding::Finding;
use super::ledger::Stored;
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::keys::StatementKey;
use crate::platform::secret::{Signer, from_text, sha256, signed_by, to_text};
use crate::schema::audit_cuts;

/// The last event of a chain that has gone: the rest of the chain follows it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    patient: Option<i64>,
    account: Option<Uuid>,
    seq: i64,
    hash: String,
}

/// A statement about events that have gone since the one before it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cut {
    /// Counts them, from 1.
    pub(super) number: i64,
    at: i64,
    before: i64,
    checkpoint: i64,
    pub(super) events: u64,
    /// From which key to which: nothing in between stayed.
    pub(super) keys: Vec<(i64, i64)>,
    ends: Vec<End>,
    previous: String,
    key: String,
    signature: String,
}

/// What is cut off, and why it may be.
pub(super) struct Reason {
    pub(super) now: DateTime<Utc>,
    pub(super) before: DateTime<Utc>,
    /// The signed statement that covers all of it.
    pub(super) checkpoint: i64,
}

/// Says which form the signed bytes have; no token of ours begins so.
const FORM: &[u8] = b"alsfrs-diary audit cut 1";

impl Cut {
    /// The statement that `gone` have gone, in the order of their keys, after the one in `last`.
    pub(super) fn of(gone: &[Stored], last: Option<&Self>, why: &Reason, signer: &Signer) -> Self {
        let mut keys: Vec<(i64, i64)> = Vec::new();
        let mut ends = BTreeMap::new();
        for event in gone {
            match keys.last_mut() {
                Some((_, to)) if *to + 1 == event.key => *to = event.key,
                _ => keys.push((event.key, event.key)),
            }
            if let Some((chain, seq)) = event.place() {
                ends.insert(chain, End::of(chain, seq, event.hash.as_deref()));
            }
        }
        let mut cut = Self {
            number: last.map_or(1, |last| last.number + 1),
            at: why.now.timestamp_micros(),
            before: why.before.timestamp_micros(),
            checkpoint: why.checkpoint,
            events: u64::try_from(gone.len()).unwrap_or(u64::MAX),
            keys,
            ends: ends.into_values().collect(),
            previous: last.map(Self::digest).unwrap_or_default(),
            key: to_text(signer.public()),
            signature: String::new(),
        };
        cut.signature = to_text(&signer.sign(&cut.bytes()));
        cut
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        part(&mut bytes, FORM);
        for number in [self.number, self.at, self.before, self.checkpoint] {
            part(&mut bytes, &number.to_be_bytes());
        }
        part(&mut bytes, &self.events.to_be_bytes());
        // How many of each: or else a key could be taken for an end.
        for count in [self.keys.len(), self.ends.len()] {
            part(&mut bytes, count.to_string().as_bytes());
        }
        for (from, to) in &self.keys {
            part(&mut bytes, &from.to_be_bytes());
            part(&mut bytes, &to.to_be_bytes());
        }
        for end in &self.ends {
            let patient = end.patient.map(i64::to_be_bytes);
            part(&mut bytes, patient.as_ref().map_or(&[], |key| key));
            let account = end.account.as_ref();
            part(&mut bytes, account.map_or(&[], |id| id.as_bytes()));
            part(&mut bytes, &end.seq.to_be_bytes());
            part(&mut bytes, end.hash.as_bytes());
        }
        part(&mut bytes, self.previous.as_bytes());
        bytes
    }

    fn is_signed_by(&self, keys: &[StatementKey]) -> bool {
        let Some((signature, at)) =
            from_text(&self.signature).zip(DateTime::from_timestamp_micros(self.at))
        else {
            return false;
        };
        let named = |key: &&StatementKey| self.key == to_text(&key.public) && key.was_used(at);
        let mut keys = keys.iter().filter(named);
        keys.any(|key| signed_by(&key.public, &self.bytes(), &signature))
    }

    /// As one line of JSON: what is kept and hashed.
    pub(super) fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn digest(&self) -> String {
        to_text(&sha256(self.line().as_bytes()))
    }
}

impl End {
    fn of(chain: Chain, seq: i64, hash: Option<&[u8]>) -> Self {
        let (patient, account) = match chain {
            Chain::Patient(key) => (Some(key), None),
            Chain::Account(id) => (None, Some(id)),
        };
        let hash = to_text(hash.unwrap_or_default());
        Self {
            patient,
            account,
            seq,
            hash,
        }
    }

    fn read(&self) -> Option<(Chain, (i64, Hash))> {
        let chain = match (self.patient, self.account) {
            (Some(key), None) => Chain::Patient(key),
            (None, Some(id)) => Chain::Account(id),
            (Some(_), Some(_)) | (None, None) => return None,
        };
        let hash = Hash::try_from(from_text(&self.hash)?.as_slice()).ok()?;
        Some((chain, (self.seq, hash)))
    }
}

/// The statements so far, the oldest first.
pub(super) fn cuts(conn: &mut Conn) -> DbResult<Vec<Cut>> {
    let rows: Vec<(i64, String)> = audit_cuts::table
        .order(audit_cuts::number)
        .select((audit_cuts::number, audit_cuts::document))
        .load(conn)?;
    let read = |(number, document): (i64, String)| {
        serde_json::from_str(&document).map_err(|_| DbError::corrupt("cut", number))
    };
    rows.into_iter().map(read).collect()
}

/// What has gone, as far as it was signed.
#[derive(Default)]
pub(super) struct Cuts {
    events: u64,
    ends: HashMap<Chain, (i64, Hash)>,
    keys: Vec<(i64, i64)>,
}

impl Cuts {
    /// Reads every statement; one that was not signed, or does not follow, counts for nothing.
    pub(super) fn read(
        conn: &mut Conn,
        keys: &[StatementKey],
        findings: &mut Vec<Finding>,
    ) -> DbResult<Self> {
        let mut all = Self::default();
        let (mut number, mut previous) = (1, String::new());
        for cut in cuts(conn)? {
            if (cut.number, &cut.previous) != (number, &previous) {
                findings.push(Finding::CutNotNext(cut.number));
            } else if !cut.is_signed_by(keys) {
                findings.push(Finding::CutNotSigned(cut.number));
            } else {
                all.events += cut.events;
                all.keys.extend(&cut.keys);
                all.ends.extend(cut.ends.iter().filter_map(End::read));
            }
            (number, previous) = (cut.number + 1, cut.digest());
        }
        all.keys.sort_unstable();
        Ok(all)
    }

    /// How many events have gone.
    pub(super) fn events(&self) -> u64 {
        self.events
    }

    /// The number and the hash of the last event of `chain` that has gone.
    pub(super) fn end_of(&self, chain: Chain) -> Option<(i64, Hash)> {
        self.ends.get(&chain).copied()
    }

    /// Whether the event with this key has gone.
    pub(super) fn took(&self, event: i64) -> bool {
        let after = self.keys.partition_point(|(from, _)| *from <= event);
        let before = after.checked_sub(1).and_then(|at| self.keys.get(at));
        before.is_some_and(|(_, to)| event <= *to)
    }
}
