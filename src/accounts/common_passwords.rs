//! Passwords that many people have: 337,335 of at least 15 characters, known from leaks.

use crate::platform::secret::sha256;

/// How many bytes of a hash are kept: of ten million passwords that are not on the list, three
/// would be taken for one that is.
const KEPT: usize = 5;

/// Sorted; made by `.ci/make-common-passwords`.
static LIST: &[u8] = include_bytes!("common_passwords.bin");

/// Whether `lower_case` is one of them.
pub(super) fn include(lower_case: &str) -> bool {
    let (hashes, _) = LIST.as_chunks::<KEPT>();
    let hash = sha256(lower_case.as_bytes());
    hash.first_chunk::<KEPT>()
        .is_some_and(|hash| hashes.binary_search(hash).is_ok())
}
