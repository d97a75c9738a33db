//! Floor 4: the record in FHIR R4, for the tools that read that: another form of what the other slices hand out,
//! and no other way to it.

mod bulk_manifest;
mod bundle;
mod capability;
mod code;
mod consent;
mod export;
mod facade;
mod http;
mod kick_off;
mod kind;
mod model;
mod observation;
mod parameters;
mod patient;
mod questionnaire;
mod questionnaire_response;
mod rated;
mod record;
mod refusal;
mod related_person;
mod request;
mod resource;
mod search;
mod shared;

pub use export::exported;
pub use http::routes;
pub use refusal::Refusal;
