//! The diary: one rating a week, never overwritten, never lost.

mod answers;
mod erase;
mod felt;
mod history;
mod http;
mod list;
mod model;
mod patient;
mod record;
mod refusal;
mod row;
mod sent;
mod shown;
mod store;
mod void;

pub use erase::erase;
pub use felt::{BySymptom, Felt, felt};
pub use history::{Rated, rated};
pub use http::routes;
pub use model::{Author, Content, Entry, Respondent, Strength, Symptoms, Weight};
pub use patient::change_patient;
pub use record::{Recorded, record};
pub use refusal::Refusal;
pub use sent::{RecordEntry, Sent};
pub use shown::{AuthorBody, RevisionBody};
pub use store::{newest_change, versions};
pub use void::void;
