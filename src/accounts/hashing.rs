//! Judging and hashing passwords (argon2id), as many at once as there are permits.

use std::sync::Arc;
use std::time::{Duration, Instant};

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};
use argon2::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use super::password::Password;
use super::strength::{self, Words};
use crate::platform::faults::Faults;
use crate::platform::ids::Ids;

/// Judges, hashes and verifies passwords; clones share the queue.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    ids: Ids,
    /// Compared with where there is no account, so that the time taken does not tell.
    nobodys: Arc<PasswordHash>,
}

/// Why a password was not hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HashingError {
    /// Others are before it; worth trying again.
    #[error("no turn in time")]
    Busy,
    /// The library failed.
    #[error("hashing failed")]
    Broken,
}

/// What comparing a password with a stored hash found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Another password, or no usable hash.
    Wrong,
    /// The password.
    Right,
    /// The password; its hash is weaker than today's and should be replaced by this one.
    RightButWeak(String),
}

/// OWASP ASVS 5.0, appendix C: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A stored hash that asks for more than this was planted.
const MOST_MEMORY_KIB: u32 = 262_144;
const MOST_PASSES: u32 = 10;
const MOST_LANES: u32 = 4;

/// How long a password waits for its turn.
const PATIENCE: Duration = Duration::from_secs(2);

impl Passwords {
    /// With `permits` passwords at once, or one a core.
    pub fn new(permits: Option<u16>, ids: Ids) -> Result<Self, HashingError> {
        let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let nobodys = nobodys(&ids).ok_or(HashingError::Broken)?;
        Ok(Self {
            turns: Arc::new(Semaphore::new(permits.map_or_else(cores, usize::from))),
            ids,
            nobodys: Arc::new(nobodys),
        })
    }

    /// Judges a new password, and puts into `faults` that it is easily guessed,
    /// unless something else is wrong with it already.
    pub async fn judge(
        &self,
        faults: &mut Faults,
        pointer: &str,
        password: &Password,
        words: Words,
    ) -> Result<(), HashingError> {
        if faults.has(pointer) {
            return Ok(());
        }
        let password = password.clone();
        let too_common = self
            .in_turn(move || strength::is_too_common(password.text(), &words))
            .await?;
        faults.require(
            !too_common,
            pointer,
            "password_too_common",
            "Others have this password, or it is easily guessed; a few unusual words do well.",
        );
        Ok(())
    }

    /// Hashes `password`; the result is a PHC string with a salt of its own.
    pub async fn hash(&self, password: Password) -> Result<String, HashingError> {
        let salt = self.ids.secret();
        self.in_turn(move || digest(password.bytes(), &salt).map(|hash| hash.to_string()))
            .await?
    }

    /// Compares `password` with `stored`. It takes as long without a stored hash.
    pub async fn verify(
        &self,
        password: Password,
        stored: Option<&str>,
    ) -> Result<Verdict, HashingError> {
        let found = stored.and_then(read);
        let nobodys = Arc::clone(&self.nobodys);
        let salt = self.ids.secret();
        self.in_turn(move || {
            let (hash, weak) = found
                .as_ref()
                .map_or((&*nobodys, false), |(hash, weak)| (hash, *weak));
            let matches = Argon2::default()
                .verify_password(password.bytes(), hash)
                .is_ok();
            match (matches && found.is_some(), weak) {
                (false, _) => Ok(Verdict::Wrong),
                (true, false) => Ok(Verdict::Right),
                (true, true) => {
                    let better = digest(password.bytes(), &salt)?;
                    Ok(Verdict::RightButWeak(better.to_string()))
                }
            }
        })
        .await?
    }

    /// Runs `work` on a blocking thread when its turn comes. The turn ends with the work, even
    /// where the client has hung up meanwhile: memory stays bounded.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingError> {
        let came = Instant::now();
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        metrics::histogram!("argon2_wait_seconds").record(came.elapsed().as_secs_f64());
        let Ok(Ok(turn)) = turn else {
            return Err(HashingError::Busy);
        };
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        })
        .await
        .map_err(|_| HashingError::Broken)
    }
}

fn params() -> Result<Params, HashingError> {
    Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| HashingError::Broken)
}

/// The hash of no password: today's parameters, and chance where a digest would stand. To make it of
/// a password would take 19 MiB at every start.
fn nobodys(ids: &Ids) -> Option<PasswordHash> {
    Some(PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params().ok()?).ok()?,
        salt: Some(Salt::new(&ids.secret::<16>()).ok()?),
        hash: Some(Output::new(&ids.secret::<32>()).ok()?),
    })
}

fn digest(password: &[u8], salt: &[u8; 16]) -> Result<PasswordHash, HashingError> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params()?)
        .hash_password_with_salt(password, salt)
        .map_err(|_| HashingError::Broken)
}

/// Reads a stored hash, and whether it is weaker than today's; `None` for one that is not argon2id
/// or asks for more than any of ours would.
fn read(stored: &str) -> Option<(PasswordHash, bool)> {
    let hash = PasswordHash::new(stored).ok()?;
    let params = Params::try_from(&hash).ok()?;
    let bounded = params.m_cost() <= MOST_MEMORY_KIB
        && params.t_cost() <= MOST_PASSES
        && params.p_cost() <= MOST_LANES;
    let weak = params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES;
    (hash.algorithm == ARGON2ID_IDENT && bounded).then_some((hash, weak))
}
