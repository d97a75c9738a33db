//! The tables of this slice.

pub mod enrolments;
pub mod invitations;
pub mod sites;
pub mod staff;
