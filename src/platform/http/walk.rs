//! Reading one body in passes: each finds one more thing that cannot be read, and the next reads the rest.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::Value;

use super::stand_in::TEXTS;
use crate::platform::faults::Faults;

/// More faults than a person makes in one body: each costs another pass.
const MOST_FAULTS: usize = 32;

/// More members than the largest body has: some clients write null for each that is not set.
const MOST_REPAIRS: usize = 64;

const INVALID: &str = "The value has the wrong type, or is not one of those allowed.";

/// What is done in the next pass about something that could not be read.
#[derive(Clone, Copy)]
enum Repair {
    /// It is passed over, as if it had not been sent.
    LeftOut,
    /// It is null where there is no null: the same, and no fault unless it is needed.
    Null,
    /// It is needed: one of [`TEXTS`], or the nothing of its type, is read in its place.
    StoodIn(usize),
}

/// What the passes over one body have found. Places are JSON Pointers to what was sent.
#[derive(Default)]
pub(super) struct Walk {
    repairs: BTreeMap<String, Repair>,
    failed_at: RefCell<Option<String>>,
}

impl Walk {
    /// Takes down why the last pass of `sent` ended early. Whether another will find more.
    pub(super) fn learn(&mut self, faults: &mut Faults, error: &str, sent: &Value) -> bool {
        let mut place = self.failed_at.take().unwrap_or_default();
        let missing = error.strip_prefix("missing field `");
        let missing = missing.and_then(|text| text.split('`').next());
        let mut pointer = shown(&place);
        if let Some(name) = missing {
            place = child(&place, name);
            // The name is ours.
            pointer = child(&pointer, name);
        }
        let has_room = self.repairs.len() < MOST_REPAIRS;
        let repair = match self.repairs.get(&place) {
            None if has_room && missing.is_none() && is_null(sent, &place) => Repair::Null,
            Some(Repair::Null) if missing.is_some() => {
                faults.unread(&pointer, "invalid_value", INVALID);
                Repair::StoodIn(0)
            }
            None if missing.is_some() => {
                faults.unread(&pointer, "missing_member", "A required member is missing.");
                Repair::StoodIn(0)
            }
            None if error.starts_with("unknown field") => {
                faults.add(&pointer, "unknown_member", "There is no such member.");
                Repair::LeftOut
            }
            None => {
                faults.unread(&pointer, "invalid_value", INVALID);
                Repair::LeftOut
            }
            Some(Repair::LeftOut) if missing.is_some() => Repair::StoodIn(0),
            Some(Repair::StoodIn(text)) if text + 1 < TEXTS.len() => Repair::StoodIn(text + 1),
            Some(_) => return false,
        };
        self.repairs.insert(place, repair);
        faults.as_slice().len() < MOST_FAULTS
    }

    /// Whether what was sent at `place` is passed over.
    pub(super) fn mends(&self, place: &str) -> bool {
        self.repairs.contains_key(place)
    }

    /// The innermost place is where it failed.
    pub(super) fn failed<E>(&self, place: &str, error: E) -> E {
        let mut failed_at = self.failed_at.borrow_mut();
        failed_at.get_or_insert_with(|| place.to_owned());
        error
    }

    /// The members of the object at `place` that something stands in for.
    pub(super) fn stood_in(&self, place: &str) -> Vec<(String, usize)> {
        let inside = self.repairs.iter().filter_map(|(at, repair)| {
            let name = at.strip_prefix(place)?.strip_prefix('/')?;
            match repair {
                Repair::StoodIn(text) if !name.contains('/') => Some((name.to_owned(), *text)),
                _ => None,
            }
        });
        inside.collect()
    }
}

/// Whether the member at `place` is null.
fn is_null(sent: &Value, place: &str) -> bool {
    let within = place.rsplit_once('/').map(|(within, _)| within);
    let within = within.and_then(|within| sent.pointer(within));
    within.is_some_and(Value::is_object) && sent.pointer(place).is_some_and(Value::is_null)
}

/// The member `name` of what is at `place`.
pub(super) fn child(place: &str, name: &str) -> String {
    let name = name.replace('~', "~0").replace('/', "~1");
    format!("{place}/{name}")
}

/// A member that is no plain name stays unnamed, and so does what is in it: nothing submitted is echoed.
fn shown(place: &str) -> String {
    let steps = place.split('/').skip(1).take_while(|step| is_plain(step));
    steps.flat_map(|step| ["/", step]).collect()
}

pub(super) fn is_plain(name: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    name.len() <= 40 && name.bytes().all(is_plain)
}
