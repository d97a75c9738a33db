//! A cursor says how far an app has come with each diary. It is made here, and good for the account that it was made for.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Refusal;
use super::model::{Place, Position, Positions};
use crate::platform::http::{HttpResult, cursor, query};
use crate::platform::ids::{AccountId, PatientId};
use crate::platform::keys::MacKeys;

/// The form of what is in it.
const FORM: u8 = 1;

/// Beside the view: something of the same number is still to come.
const PART: u8 = 0x80;

/// So many diaries have room in a cursor, which is part of an address.
pub const MOST_DIARIES: usize = 250;

/// Whose feed it is: of all diaries, or of one.
#[derive(Clone)]
pub struct Question {
    /// What the cursor is signed with.
    pub keys: MacKeys,
    /// Who asks.
    pub by: AccountId,
    /// About which diary.
    pub of: Option<PatientId>,
    /// When a backup became the database: a cursor from before is not good any more.
    pub restored_at: Option<DateTime<Utc>>,
}

impl Question {
    /// Where nothing was told yet.
    pub fn beginning(&self) -> String {
        self.seal(&Positions::new())
    }

    /// The cursor that says so.
    pub fn seal(&self, positions: &Positions) -> String {
        self.with(|question| cursor::seal(&self.keys, question, &written(positions)))
    }

    /// How far the bearer of `cursor` has come; nowhere without one.
    ///
    /// Fails with 400 for what is no cursor, and with where to begin for one that is not good any more: the keys have
    /// changed, a backup was restored, or it is of another reader.
    pub fn open(&self, cursor: Option<&str>) -> HttpResult<Positions> {
        let Some(cursor) = cursor else {
            return Ok(Positions::new());
        };
        if !cursor::has_form(cursor) {
            return Err(query::invalid("since"));
        }
        self.with(|question| cursor::open(&self.keys, question, cursor))
            .ok()
            .and_then(|bytes| read(&bytes))
            .ok_or_else(|| self.begin_anew())
    }

    /// Says that the bearer has to begin again.
    pub fn begin_anew(&self) -> crate::platform::http::HttpError {
        Refusal::ResyncRequired(self.beginning()).into()
    }

    fn with<T>(&self, work: impl FnOnce(&[&[u8]]) -> T) -> T {
        let of = self.of.map_or(Uuid::nil(), |patient| patient.0);
        let restored = self.restored_at.map(|at| at.timestamp_micros());
        let restored = restored.unwrap_or_default().to_be_bytes();
        work(&[b"changes", self.by.0.as_bytes(), of.as_bytes(), &restored])
    }
}

pub(super) fn written(positions: &Positions) -> Vec<u8> {
    let mut bytes = vec![FORM];
    for (patient, Position { view, place }) in positions {
        bytes.extend_from_slice(patient.0.as_bytes());
        let whole = place.is_whole();
        bytes.push(if whole { *view } else { view | PART });
        write_number(&mut bytes, place.number + 1);
        if !whole {
            bytes.push(place.within.0);
            bytes.extend_from_slice(&place.within.1);
        }
    }
    bytes
}

/// Seven bits a byte, the lowest first: a diary has few changes.
fn write_number(bytes: &mut Vec<u8>, number: i64) {
    let mut rest = number;
    loop {
        let low = u8::try_from(rest & 0x7f).unwrap_or_default();
        rest >>= 7;
        if rest == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

pub(super) fn read(bytes: &[u8]) -> Option<Positions> {
    let (form, mut rest) = bytes.split_first()?;
    if *form != FORM {
        return None;
    }
    let mut positions = Positions::new();
    while !rest.is_empty() {
        let (patient, after) = rest.split_first_chunk::<16>()?;
        let (view, after) = after.split_first()?;
        let (number, mut after) = read_number(after)?;
        let mut place = Place::after(number - 1);
        if view & PART != 0 {
            let (rank, key) = after.split_first()?;
            let (key, later) = key.split_first_chunk::<16>()?;
            place.within = (*rank, *key);
            after = later;
        }
        let view = view & !PART;
        positions.insert(Uuid::from_bytes(*patient).into(), Position { view, place });
        rest = after;
    }
    Some(positions)
}

fn read_number(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let (mut number, mut shift, mut rest) = (0_i64, 0_u32, bytes);
    loop {
        let (byte, after) = rest.split_first()?;
        number |= i64::from(byte & 0x7f).checked_shl(shift)?;
        (shift, rest) = (shift + 7, after);
        if byte & 0x80 == 0 {
            return (number >= 0).then_some((number, rest));
        }
    }
}
