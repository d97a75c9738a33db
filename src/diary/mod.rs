//! The diary: one rating a week, never overwritten, never lost.

mod answers;
mod erase;
mod history;
mod http;
mod list;
mod model;
mod refusal;
mod request;
mod response;
mod row;
mod rules;
mod store;
mod symptoms;
mod table;
mod whole;

pub use answers::AnswersBody;
pub use erase::erase;
pub use history::{Part, RatedWeek, part, rated, rated_in};
pub use http::routes;
pub use model::{Entry, Rating, Respondent, Strength, Symptoms, Weight};
pub use refusal::Refusal;
pub use request::{EntryDraft, EntryRequest};
pub use response::{RatingBody, RevisionBody};
pub use store::{Range, changed, current, current_of, last_weeks, list as weeks};
pub use store::{is_recorded, recorded_since, recording, versions};
pub use symptoms::{BySymptom, SymptomWeek, symptoms};
pub use table::{RATING, write_rating};
pub use whole::whole;
