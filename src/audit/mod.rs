//! Floor 3: who did what to whose record, written in the transaction that does it, and chained so that
//! nothing can be changed or left out unseen.

mod about;
mod action;
mod bounds;
mod chain;
mod checkpoint;
mod clock;
mod cut;
mod export;
mod finding;
mod http;
mod ledger;
mod log;
mod made;
mod patrol;
mod prune;
mod read;
mod refused;
mod store;
mod verify;

pub use about::{EventSummary, about, newest_event};
pub use action::Action;
pub use bounds::{MOST_VERSIONS, next_change};
pub use checkpoint::{Checkpoint, checkpoint, checkpoints};
pub use clock::{jumped as clock_jumped, went_back as clock_went_back};
pub use export::{NotExported, Span, export};
pub use finding::Finding;
pub use http::routes;
pub use log::{LogEvent, log};
pub use made::{COMMITTED, MadeChange, actors_after, changes_after, newest_event_before};
pub use patrol::{Patrol, Seen};
pub use prune::{NotPruned, prune};
pub use read::{
    handed_out, note_opening, noted, reading, reading_unless_known, weeks_since_last_read,
};
pub use refused::{Subject, refused};
pub use store::{
    Change, EventDraft, next_change as next_change_always, record, record_by, record_for,
    record_in_trust, record_with,
};
pub use verify::{Verification, verify};
