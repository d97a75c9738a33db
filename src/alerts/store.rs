//! The tables `followers`, `alerts`, `alert_tellings` and `watches`.

pub mod alerts;
pub mod choices;
pub mod watches;
