//! How hard a new password would be to guess for an acquaintance of its owner.

use super::common_passwords;
use super::email::EmailAddress;

/// Words that come to mind first here.
const OF_THIS_SERVICE: [&str; 12] = [
    "als",
    "alsfrs",
    "alsfrsr",
    "alsfrs-r",
    "amyotrophic",
    "lateral",
    "sclerosis",
    "mnd",
    "motoneuron",
    "diary",
    "symptom",
    "symptoms",
];

/// Shorter words stand in many good passwords by chance.
const SHORTEST_WORD: usize = 3;

/// Safely unguessable, where tries are limited: zxcvbn's three of four, 10^8 guesses.
const ENOUGH: zxcvbn::Score = zxcvbn::Score::Three;

/// How many code points are judged at once. The time grows with the square of it, and each look-alike
/// such as `@` for `a` multiplies it: 32 of the worst take 70 ms, 100 take a second.
const AT_ONCE: usize = 32;

/// What an acquaintance would try first.
#[derive(Clone)]
pub struct Words(Vec<String>);

impl Words {
    /// The words about the owner of this address and name.
    pub fn about(email: Option<&EmailAddress>, display_name: &str) -> Self {
        let email = email.map_or("", EmailAddress::as_str);
        let (local, domain) = email.split_once('@').unwrap_or_default();
        let parts = [local, domain, display_name]
            .into_iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        let words = [email, local, domain, display_name]
            .into_iter()
            .chain(parts)
            .chain(OF_THIS_SERVICE)
            .filter(|word| word.chars().count() >= SHORTEST_WORD)
            .map(str::to_lowercase);
        Self(words.collect())
    }
}

/// Whether `password` is on the list of common ones, or easily put together from such words.
///
/// It is also read without what is no letter or digit: saying a word twice with a hyphen in between
/// makes it no better.
pub(super) fn is_too_common(password: &str, words: &Words) -> bool {
    let bare: String = password.chars().filter(|c| c.is_alphanumeric()).collect();
    common_passwords::include(&password.to_lowercase())
        || !is_strong(password, words)
        || !bare.is_empty() && !is_strong(&bare, words)
}

/// Whether its beginning or its end is strong: more beside that makes it no weaker.
fn is_strong(text: &str, words: &Words) -> bool {
    let words: Vec<&str> = words.0.iter().map(String::as_str).collect();
    let strong = |part: &str| zxcvbn::zxcvbn(part, &words).score() >= ENOUGH;
    let length = text.chars().count();
    let beginning: String = text.chars().take(AT_ONCE).collect();
    strong(&beginning)
        || length > AT_ONCE && {
            let end: String = text.chars().skip(length - AT_ONCE).collect();
            strong(&end)
        }
}
