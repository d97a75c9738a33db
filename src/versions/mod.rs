//! Floor 4: what is recorded in versions, such as a week or a treatment. It is sent whole under a key that
//! its client knows, so that a phone may send it for days; nothing is overwritten, and nothing lost.

mod model;
mod open;
mod page;
mod put;
mod refusal;
mod response;
mod void;

pub use model::{Author, Draft, Outcome, Version, Versioned};
pub use open::{Row, as_shown, nameless, opened, own_author};
pub use page::of_key;
pub use put::{may_change, put, put_onto};
pub use refusal::{Current, Refusal};
pub use response::{AuthorBody, VersionBody, answer};
pub use void::{REASON, VoidRequest, void};
