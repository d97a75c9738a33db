//! Codes to write down: `03-XXXX-XXXX-XXXX-XXXX`, a number and 80 random bits.

use std::fmt::Write;

use zeroize::Zeroizing;

use crate::platform::ids::{AccountId, Ids};
use crate::platform::secret::MacKey;

/// How many an account has.
pub const HOW_MANY: i16 = 10;

/// Digits and letters that are not taken for one another (Crockford's 32).
const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
    'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// Five bits each: 80 in all.
const LENGTH: usize = 16;

/// One of an account's codes.
pub struct RecoveryCode {
    number: i16,
    letters: Zeroizing<String>,
}

impl RecoveryCode {
    /// The `number`th code, which cannot be foreseen.
    pub fn new(ids: &Ids, number: i16) -> Self {
        let random: [u8; LENGTH] = ids.secret();
        let letters = random
            .iter()
            .filter_map(|byte| LETTERS.get(usize::from(byte % 32)));
        Self {
            number,
            letters: Zeroizing::new(letters.collect()),
        }
    }

    /// Reads what a person typed: case, spaces and hyphens are their own, and so is whether a letter
    /// is an O or a zero. `None` for what can be no code.
    pub fn typed(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter_map(read).collect();
        let (number, letters) = plain.split_at_checked(2)?;
        let whole = letters.chars().count() == LENGTH
            && letters.chars().all(|letter| LETTERS.contains(&letter));
        whole.then_some(Self {
            number: number.parse().ok()?,
            letters: Zeroizing::new(letters.to_owned()),
        })
    }

    /// Which it is: only that one is looked at.
    pub fn number(&self) -> i16 {
        self.number
    }

    /// What is kept of it: nothing that a copy of the database could be tried against.
    pub fn hash(&self, key: &MacKey, account: AccountId) -> [u8; 32] {
        key.tag(&[
            b"recovery",
            account.0.as_bytes(),
            &self.number.to_be_bytes(),
            self.letters.as_bytes(),
        ])
    }

    /// As it is shown, once.
    pub fn text(&self) -> String {
        let mut text = format!("{:02}", self.number);
        for (place, letter) in self.letters.chars().enumerate() {
            let hyphen = if place % 4 == 0 { "-" } else { "" };
            // Writing to a text does not fail.
            let _ = write!(text, "{hyphen}{letter}");
        }
        text
    }
}

fn read(typed: char) -> Option<char> {
    match typed.to_ascii_uppercase() {
        ' ' | '-' => None,
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        letter => Some(letter),
    }
}
