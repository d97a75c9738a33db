//! Web Push: a short text to a browser or a phone, through the push service that it named (RFC 8030), which cannot
//! read it (RFC 8291), and which knows that it comes from here (RFC 8292).

mod cipher;
mod services;
mod vapid;

pub use cipher::{AwsLc, MOST_BYTES, encrypt, is_public_key};
pub use services::{Services, ServicesError};
pub use vapid::authorization;
