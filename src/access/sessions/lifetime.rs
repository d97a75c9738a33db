//! How long a session lives.
//!
//! A patient's phone stays signed in between two weekly entries, and over a stay in hospital: typing
//! a password is hard with ALS. An account that sees many patients signs in anew each day.

use chrono::TimeDelta;

use crate::access::Role;

/// How long a session lives without being used.
pub fn idles_after(role: Role) -> TimeDelta {
    match role {
        Role::Patient | Role::Caregiver => TimeDelta::days(90),
        Role::Clinician | Role::Admin => TimeDelta::minutes(60),
    }
}

/// How long a session lives however much it is used.
pub fn ends_after(role: Role) -> TimeDelta {
    match role {
        Role::Patient | Role::Caregiver => TimeDelta::days(400),
        Role::Clinician | Role::Admin => TimeDelta::hours(12),
    }
}
