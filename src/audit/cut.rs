//! Events that have gone, as checkpoints say: with such a statement the rest of a chain is as good as
//! the whole, and what is gone without one is missed.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::chain::{Chain, Hash};
use super::ledger::EventRow;
use crate::platform::secret::{from_text, to_text};

/// The last event of a chain that has gone: the rest of the chain follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AuditCutEnd)]
pub struct End {
    patient: Option<i64>,
    account: Option<Uuid>,
    seq: i64,
    hash: String,
}

/// Old events that went with this statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AuditCut)]
pub struct Cut {
    /// They are all from before this, in microseconds since 1970.
    pub before: i64,
    /// How many.
    pub events: u64,
    /// From which key to which: nothing in between stayed.
    #[schema(value_type = Vec<Vec<i64>>)]
    pub keys: Vec<(i64, i64)>,
    /// The last of each chain.
    pub ends: Vec<End>,
}

impl Cut {
    /// That `gone` have gone, in the order of their keys.
    pub(super) fn of(gone: &[EventRow], before: DateTime<Utc>) -> Self {
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
        Self {
            before: before.timestamp_micros(),
            events: u64::try_from(gone.len()).unwrap_or(u64::MAX),
            keys,
            ends: ends.into_values().collect(),
        }
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

/// What has gone, as far as it was signed.
#[derive(Default)]
pub(super) struct Cuts {
    /// How many events.
    pub(super) events: u64,
    ends: HashMap<Chain, (i64, Hash)>,
    keys: Vec<(i64, i64)>,
}

impl Cuts {
    /// All of those that were signed, which are in order.
    pub(super) fn of<'a>(signed: impl Iterator<Item = &'a Cut>) -> Self {
        let mut all = Self::default();
        for cut in signed {
            all.events += cut.events;
            all.keys.extend(&cut.keys);
            all.ends.extend(cut.ends.iter().filter_map(End::read));
        }
        all.keys.sort_unstable();
        all
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
