//! A door for the fuzzer: everything that reads what a browser or an authenticator says.

use super::cose::PublicKey;
use super::response::{Assertion, AuthenticatorData, Wish, challenge};
use crate::platform::config::RelyingParty;

/// Reads `data` as each of the things that a passkey's answer is made of.
///
/// # Panics
/// When something is taken for what it cannot be.
pub fn passkey(data: &[u8]) {
    let us = RelyingParty {
        id: "diary.example.org".to_owned(),
        origins: vec!["https://diary.example.org".to_owned()],
    };
    for wish in [Wish::Create, Wish::Get] {
        drop(challenge(data, wish, &us));
    }
    drop(AuthenticatorData::of_attestation(data));
    if let Ok(read) = AuthenticatorData::read(data) {
        let _ = read.check(&us);
        assert!(read.made.is_none_or(|made| !made.credential_id.is_empty()));
    }
    if let Some(key) = PublicKey::read(data) {
        assert!(!key.verifies(data, data));
    }
    let (key, rest) = data.split_at(data.len() / 2);
    let assertion = Assertion {
        credential_id: Vec::new(),
        client_data: rest.to_vec(),
        authenticator_data: rest.to_vec(),
        signature: rest.to_vec(),
        user_handle: None,
    };
    assert!(assertion.signed_by(key).is_err());
}
