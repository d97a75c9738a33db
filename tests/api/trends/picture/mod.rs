//! The picture of a trend.

mod always;
mod colours;
mod drawn;
mod parsed;
mod shown;

const SVG: &str = "/v1/patients/{patient}/trend.svg";
