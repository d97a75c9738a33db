//! The tables of this slice.

pub mod coordinators;
pub mod enrolments;
pub mod invitations;
pub mod sites;
pub mod staff;
