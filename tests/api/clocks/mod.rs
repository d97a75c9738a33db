//! A clock that is wrong, and right again: nobody is locked out, and nothing is lost (R224, R156).

mod ahead;
mod early;
