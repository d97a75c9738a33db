//! Floor 4: what a person wants to be reminded of, and when.

mod change;
mod due;
mod http;
mod jobs;
mod later;
mod letters;
mod model;
mod moved;
mod refusal;
mod remind;
mod request;
mod response;
mod store;

pub use change::chosen;
pub use http::routes;
pub use jobs::jobs;
pub use model::schedule::{Asked, Occurrence, Progress, Schedule};
pub use model::{Kind, Quiet, Reminders, Settings, Weekday, Weekly};
pub use model::{channels_code, channels_of};
pub use moved::{take_up, take_up_rules};
pub use refusal::Refusal;
pub use remind::remind_due;
pub use response::RemindersBody;
pub use store::{RETENTION, erase, paused_until};
