//! How an event is chained to the one before it: pure.

use serde_json::Value;

use crate::platform::secret::{frame, sha256};

/// The hash of an event, and of all before it in its chain.
pub type Hash = [u8; 32];

/// What the first event of a chain follows.
pub const BEGINNING: Hash = [0; 32];

/// Says which form the hashed bytes have.
const FORM: &[u8] = b"alsfrs-diary audit event 1";

/// Whose events follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Chain {
    /// A patient's record, by its key inside.
    Patient(i64),
    /// Of one account.
    Account(uuid::Uuid),
}

/// An event as it is hashed.
pub struct Link<'a> {
    /// Of which chain.
    pub chain: Chain,
    /// Its number there, from 1.
    pub seq: i64,
    /// When, in microseconds.
    pub at: i64,
    /// What.
    pub action: &'a str,
    /// Who.
    pub actor: Option<uuid::Uuid>,
    /// On which device.
    pub session: Option<uuid::Uuid>,
    /// As what.
    pub relation: Option<i16>,
    /// The number of the change.
    pub change_no: Option<i64>,
    /// Codes, versions and ids.
    pub detail: &'a Value,
}

impl Link<'_> {
    /// The hash of this event, which follows one with the hash `previous`. Every part is preceded by
    /// its length, so that none can borrow from another.
    pub fn hash(&self, previous: &Hash) -> Hash {
        let mut bytes = Vec::with_capacity(320);
        part(&mut bytes, FORM);
        match self.chain {
            Chain::Patient(key) => part(&mut bytes, &key.to_be_bytes()),
            Chain::Account(id) => part(&mut bytes, id.as_bytes()),
        }
        part(&mut bytes, &self.seq.to_be_bytes());
        part(&mut bytes, &self.at.to_be_bytes());
        part(&mut bytes, self.action.as_bytes());
        for id in [self.actor, self.session] {
            part(&mut bytes, id.as_ref().map_or(&[], |id| id.as_bytes()));
        }
        let relation = self.relation.map(i16::to_be_bytes);
        part(&mut bytes, relation.as_ref().map_or(&[], |code| code));
        let change_no = self.change_no.map(i64::to_be_bytes);
        part(&mut bytes, change_no.as_ref().map_or(&[], |number| number));
        part(&mut bytes, &canonical(self.detail));
        part(&mut bytes, previous);
        sha256(&bytes)
    }
}

/// Appends one part in its frame.
pub(super) fn part(bytes: &mut Vec<u8>, part: &[u8]) {
    frame(part, |part| bytes.extend_from_slice(part));
}

/// One form for a document, whatever a database made of the order of its members and of blanks.
fn canonical(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    match value {
        Value::Object(members) => {
            let mut names: Vec<_> = members.keys().collect();
            names.sort_unstable();
            bytes.push(b'{');
            for name in names {
                part(&mut bytes, name.as_bytes());
                let value = members.get(name).unwrap_or(&Value::Null);
                part(&mut bytes, &canonical(value));
            }
        }
        Value::Array(items) => {
            bytes.push(b'[');
            for item in items {
                part(&mut bytes, &canonical(item));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            bytes.extend_from_slice(value.to_string().as_bytes());
        }
    }
    bytes
}
