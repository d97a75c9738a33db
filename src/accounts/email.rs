//! E-mail addresses in the one form in which they are stored and compared.

use lettre::Address;
use unicode_normalization::UnicodeNormalization;

use crate::platform::faults::Faults;
use crate::platform::vault::{Vault, columns};

/// An e-mail address as people see it: lower case in every script, domain in its ASCII form, at most
/// 254 bytes.
///
/// What follows a plus stays: it is for the person's mail server to say what it means.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// The text is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NotAnAddress;

/// What a mail server must accept (RFC 5321, 4.5.3.1.3, less the angle brackets).
const LONGEST: usize = 254;

impl EmailAddress {
    /// Reads what a person typed.
    pub fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let (local, domain) = text.trim().rsplit_once('@').ok_or(NotAnAddress)?;
        let local = folded(local);
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| NotAnAddress)?;
        let address = Address::new(local, domain).map_err(|_| NotAnAddress)?;
        let plain = !address.user().contains('"');
        let text = address.to_string();
        if plain && text.len() <= LONGEST {
            Ok(Self(text))
        } else {
            Err(NotAnAddress)
        }
    }

    /// As [`Self::parse`], of the member `email`; `faults` are those found before.
    pub fn read(text: &str, mut faults: Faults) -> Result<Self, Faults> {
        if let Ok(address) = Self::parse(text) {
            return faults.or(address);
        }
        faults.add("/email", "invalid_email", "This is no e-mail address.");
        Err(faults)
    }

    /// As it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address, where no mail goes, of what stands in a list for the account that has this one.
    #[must_use]
    pub fn stand_in(&self, vault: &Vault) -> Self {
        let name = self.index(vault).to_lowercase();
        Self(format!("{name}@stand-in.invalid"))
    }

    /// As it is found: every table that is asked for an address has this beside it.
    pub fn index(&self, vault: &Vault) -> String {
        vault.index(columns::EMAIL, &self.0)
    }
}

/// Two spellings that a person takes for one are one: `Özlem` and `özlem`, composed or not, and the
/// two small sigmas of Greek, which differ by their place in a word.
fn folded(local: &str) -> String {
    let small = local.nfc().collect::<String>().to_lowercase();
    small.replace('ς', "σ").nfc().collect()
}

/// An address is personal: it never shows in a log.
impl std::fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}
