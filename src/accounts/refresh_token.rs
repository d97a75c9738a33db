//! Refresh tokens: opaque outside; inside, a session, a generation and a secret.
//!
//! Each generation's secret is derived from the one before, so that a client whose answer was lost
//! gets the same successor again although nothing of it is stored.

use secrecy::SecretString;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::platform::ids::SessionId;
use crate::platform::keys::MacKeys;
use crate::platform::secret::{MacKey, from_text, same, sha256, to_text};

/// What secret scanners know our tokens by.
const PREFIX: &str = "rt_";

const SECRET: usize = 32;
const TAG: usize = 16;

/// The `generation`th refresh token of a session.
pub struct RefreshToken {
    session: SessionId,
    generation: i32,
    secret: Zeroizing<[u8; SECRET]>,
}

impl RefreshToken {
    /// The first of `session`, with 256 random bits.
    pub fn first(session: SessionId, secret: [u8; SECRET]) -> Self {
        Self {
            session,
            generation: 1,
            secret: Zeroizing::new(secret),
        }
    }

    /// The one that follows: always the same with the same key.
    pub fn successor(&self, key: &MacKey) -> Self {
        let generation = self.generation.saturating_add(1);
        let secret = key.tag(&[
            b"next",
            self.session.0.as_bytes(),
            &generation.to_be_bytes(),
            self.secret.as_slice(),
        ]);
        Self {
            session: self.session,
            generation,
            secret: Zeroizing::new(secret),
        }
    }

    /// Reads a token that we issued; `None` for any other text. Whether it is still good is for its
    /// session to say, but a session's name cannot be guessed.
    pub fn read(keys: &MacKeys, text: &str) -> Option<Self> {
        let bytes = from_text(text.strip_prefix(PREFIX)?)?;
        let (session, rest) = bytes.split_first_chunk::<16>()?;
        let (generation, rest) = rest.split_first_chunk::<4>()?;
        let (secret, tag) = rest.split_first_chunk::<SECRET>()?;
        let token = Self {
            session: Uuid::from_bytes(*session).into(),
            generation: i32::from_be_bytes(*generation),
            secret: Zeroizing::new(*secret),
        };
        let ours = keys.all().any(|key| same(tag, &token.tag(key)));
        ours.then_some(token)
    }

    /// As the client gets it.
    pub fn write(&self, key: &MacKey) -> SecretString {
        let mut bytes = Zeroizing::new(Vec::with_capacity(16 + 4 + SECRET + TAG));
        bytes.extend_from_slice(self.session.0.as_bytes());
        bytes.extend_from_slice(&self.generation.to_be_bytes());
        bytes.extend_from_slice(self.secret.as_slice());
        bytes.extend_from_slice(&self.tag(key));
        format!("{PREFIX}{}", to_text(&bytes)).into()
    }

    /// Whose family it is of.
    pub fn session(&self) -> SessionId {
        self.session
    }

    /// Which of the family it is, from 1.
    pub fn generation(&self) -> i32 {
        self.generation
    }

    /// What is stored of it.
    pub fn hash(&self) -> [u8; 32] {
        sha256(self.secret.as_slice())
    }

    fn tag(&self, key: &MacKey) -> [u8; TAG] {
        let whole = key.tag(&[
            b"tag",
            self.session.0.as_bytes(),
            &self.generation.to_be_bytes(),
            self.secret.as_slice(),
        ]);
        *whole.first_chunk().unwrap_or(&[0; TAG])
    }
}
