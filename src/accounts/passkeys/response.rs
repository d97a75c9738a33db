//! What authenticators answer, and what must be true of it (`WebAuthn`, 7.1 and 7.2).

use coset::cbor::{Value, de};
use serde::Deserialize;

use super::cose::PublicKey;
use super::flaw::Flaw;
use crate::platform::config::RelyingParty;
use crate::platform::secret::{from_text, same, sha256};

/// The answer to the wish for a new passkey.
#[derive(Debug, Clone)]
pub struct Registration {
    /// What the browser says of the request, as it was signed.
    pub client_data: Vec<u8>,
    /// What the authenticator says, in CBOR.
    pub attestation: Vec<u8>,
    /// How the authenticator is reached.
    pub transports: Vec<String>,
}

/// The answer to a challenge.
#[derive(Debug, Clone)]
pub struct Assertion {
    /// Which passkey.
    pub credential_id: Vec<u8>,
    /// What the browser says of the request, as it was signed.
    pub client_data: Vec<u8>,
    /// What the authenticator says, as it was signed.
    pub authenticator_data: Vec<u8>,
    /// Of the two.
    pub signature: Vec<u8>,
    /// Whose passkey it is, as it was told when it was made.
    pub user_handle: Option<Vec<u8>>,
}

/// What a browser was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A new passkey.
    Create,
    /// The use of one.
    Get,
}

#[derive(Deserialize)]
struct ClientData {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: bool,
}

/// The challenge that a browser had signed, on a page of ours, for this `wish`.
///
/// Fails with [`Flaw::ClientData`], [`Flaw::Origin`], or [`Flaw::Challenge`].
pub fn challenge(client_data: &[u8], wish: Wish, us: &RelyingParty) -> Result<Vec<u8>, Flaw> {
    let data: ClientData = serde_json::from_slice(client_data).map_err(|_| Flaw::ClientData)?;
    let wished = match wish {
        Wish::Create => "webauthn.create",
        Wish::Get => "webauthn.get",
    };
    if data.r#type != wished {
        return Err(Flaw::ClientData);
    }
    if data.cross_origin || !us.origins.contains(&data.origin) {
        return Err(Flaw::Origin);
    }
    let challenge = from_text(&data.challenge).ok_or(Flaw::Challenge)?;
    Ok(challenge.to_vec())
}

const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 1 << 2;
const BACKUP_ELIGIBLE: u8 = 1 << 3;
const BACKED_UP: u8 = 1 << 4;
const HAS_CREDENTIAL: u8 = 1 << 6;
const HAS_EXTENSIONS: u8 = 1 << 7;

/// What an authenticator says (`WebAuthn`, 6.1).
#[derive(Debug)]
pub struct AuthenticatorData {
    domain_hash: [u8; 32],
    flags: u8,
    /// How often it has signed; zero where it does not count.
    pub sign_count: u32,
    /// The passkey that it made.
    pub made: Option<NewCredential>,
}

/// A new passkey.
#[derive(Debug)]
pub struct NewCredential {
    /// What its authenticator calls it.
    pub credential_id: Vec<u8>,
    /// Its public key, as COSE.
    pub public_key: Vec<u8>,
}

/// A longer name no authenticator gives (`WebAuthn`, 6.5.1).
const LONGEST_ID: usize = 1023;

impl AuthenticatorData {
    /// Reads it, to the last byte.
    ///
    /// Fails with [`Flaw::AuthenticatorData`].
    pub fn read(bytes: &[u8]) -> Result<Self, Flaw> {
        Self::parse(bytes).ok_or(Flaw::AuthenticatorData)
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (domain_hash, rest) = bytes.split_first_chunk::<32>()?;
        let (flags, rest) = rest.split_first()?;
        let (sign_count, mut rest) = rest.split_first_chunk::<4>()?;
        let made = if flags & HAS_CREDENTIAL == 0 {
            None
        } else {
            let (made, after) = read_made(rest)?;
            rest = after;
            Some(made)
        };
        if flags & HAS_EXTENSIONS != 0 {
            let extensions: Value = de::from_reader(&mut rest).ok()?;
            extensions.as_map()?;
        }
        rest.is_empty().then_some(Self {
            domain_hash: *domain_hash,
            flags: *flags,
            sign_count: u32::from_be_bytes(*sign_count),
            made,
        })
    }

    /// Reads what came with a new passkey. How its maker vouches for it is not looked at: no
    /// phone is refused for who made it.
    ///
    /// Fails with [`Flaw::AuthenticatorData`].
    pub fn of_attestation(bytes: &[u8]) -> Result<Self, Flaw> {
        let mut rest = bytes;
        let object: Value = de::from_reader(&mut rest).map_err(|_| Flaw::AuthenticatorData)?;
        let members = object.as_map().filter(|_| rest.is_empty());
        let data = members.into_iter().flatten().find_map(|(name, value)| {
            let wanted = name.as_text() == Some("authData");
            wanted.then(|| value.as_bytes()).flatten()
        });
        Self::read(data.ok_or(Flaw::AuthenticatorData)?)
    }

    /// Checks that it was made for our domain, and that the authenticator made sure of its user.
    ///
    /// Fails with [`Flaw::Domain`], [`Flaw::NotVerified`], [`Flaw::AuthenticatorData`].
    pub fn check(&self, us: &RelyingParty) -> Result<(), Flaw> {
        if !same(&self.domain_hash, &sha256(us.id.as_bytes())) {
            return Err(Flaw::Domain);
        }
        if !self.has(USER_PRESENT) || !self.has(USER_VERIFIED) {
            return Err(Flaw::NotVerified);
        }
        if self.is_backed_up() && !self.may_be_backed_up() {
            return Err(Flaw::AuthenticatorData);
        }
        Ok(())
    }

    fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    /// Whether the passkey may be on more than one device.
    pub fn may_be_backed_up(&self) -> bool {
        self.has(BACKUP_ELIGIBLE)
    }

    /// Whether it is.
    pub fn is_backed_up(&self) -> bool {
        self.has(BACKED_UP)
    }
}

/// Its model's number, which is not asked for, the length of its name, its name, its key.
fn read_made(bytes: &[u8]) -> Option<(NewCredential, &[u8])> {
    let (_, rest) = bytes.split_first_chunk::<16>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length == 0 || length > LONGEST_ID {
        return None;
    }
    let (credential_id, from_key) = rest.split_at_checked(length)?;
    let mut rest = from_key;
    let _: Value = de::from_reader(&mut rest).ok()?;
    let public_key = from_key.get(..from_key.len().checked_sub(rest.len())?)?;
    let made = NewCredential {
        credential_id: credential_id.to_vec(),
        public_key: public_key.to_vec(),
    };
    Some((made, rest))
}

impl Assertion {
    /// Whether the passkey with this public key signed it.
    ///
    /// Fails with [`Flaw::Key`] when what is kept is no key, [`Flaw::Signature`] when it is another's.
    pub fn signed_by(&self, public_key: &[u8]) -> Result<(), Flaw> {
        let key = PublicKey::read(public_key).ok_or(Flaw::Key)?;
        let mut message = self.authenticator_data.clone();
        message.extend(sha256(&self.client_data));
        if key.verifies(&message, &self.signature) {
            Ok(())
        } else {
            Err(Flaw::Signature)
        }
    }
}
