//! Second factors: codes from an app, recovery codes, and saying once more who one is.

mod enrolment;
mod recovery;
mod step_up;
mod strange_devices;
mod totp;
