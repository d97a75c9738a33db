//! The text before what is sealed: for each recipient the key of the file, wrapped.

use std::io::{BufRead, Read};

use aws_lc_rs::aead::{Aad, Nonce};
use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use zeroize::Zeroizing;

use super::keys::{Identity, Recipient, derive};
use super::stream::cipher;
use super::{AgeError, FILE_KEY};
use crate::platform::ids::Ids;

const VERSION: &str = "age-encryption.org/v1";

/// The last line, up to its code.
const END: &str = "---";

/// More than the headers of any file for people have.
const LONGEST: u64 = 1 << 20;

/// A line of a stanza's body that is shorter ends it.
const FULL_LINE: usize = 64;

pub(super) fn write(
    file_key: &[u8; FILE_KEY],
    recipients: &[Recipient],
    ids: &Ids,
) -> Result<Vec<u8>, AgeError> {
    let mut text = format!("{VERSION}\n");
    for recipient in recipients {
        let (ephemeral, key) = recipient.wrap(ids)?;
        let mut wrapped = file_key.to_vec();
        cipher(&key)?
            .seal_in_place_append_tag(no_nonce(), Aad::empty(), &mut wrapped)
            .map_err(|_| AgeError::Library)?;
        let (ephemeral, wrapped) = (to_text(&ephemeral), to_text(&wrapped));
        text.extend(["-> X25519 ", &ephemeral, "\n", &wrapped, "\n"]);
    }
    text.push_str(END);
    let code = hmac::sign(&mac_key(file_key)?, text.as_bytes());
    let code = to_text(code.as_ref());
    Ok(format!("{text} {code}\n").into_bytes())
}

/// Reads up to where the sealed part begins; what it gives is the key of the file.
pub(super) fn read(
    from: &mut impl BufRead,
    identities: &[Identity],
) -> Result<Zeroizing<[u8; FILE_KEY]>, AgeError> {
    let mut from = from.take(LONGEST);
    if line(&mut from)? != VERSION {
        return Err(AgeError::NotAge);
    }
    let mut text = format!("{VERSION}\n");
    let mut found: Option<Zeroizing<[u8; FILE_KEY]>> = None;
    loop {
        let head = line(&mut from)?;
        if let Some(code) = head.strip_prefix(END) {
            let file_key = found.ok_or(AgeError::NotForUs)?;
            text.push_str(END);
            let code = from_text(code.strip_prefix(' ').ok_or(AgeError::NotAge)?)?;
            hmac::verify(&mac_key(&file_key)?, text.as_bytes(), &code)
                .map_err(|_| AgeError::Broken)?;
            return Ok(file_key);
        }
        let body = body(&mut from, &mut text, &head)?;
        let mut words = head.split(' ');
        if (words.next(), words.next()) == (Some("->"), Some("X25519"))
            && let (Some(ephemeral), None) = (words.next(), words.next())
            && found.is_none()
        {
            let ephemeral = from_text(ephemeral)?;
            let ephemeral = ephemeral.as_slice().try_into();
            let ephemeral: [u8; 32] = ephemeral.map_err(|_| AgeError::NotAge)?;
            found = identities
                .iter()
                .find_map(|identity| unwrapped(identity, &ephemeral, &body));
        }
    }
}

/// The body of the stanza that begins with `head`; both are added to `text`.
fn body(from: &mut impl BufRead, text: &mut String, head: &str) -> Result<Vec<u8>, AgeError> {
    let mut body = Vec::new();
    text.push_str(head);
    text.push('\n');
    loop {
        let part = line(from)?;
        text.push_str(&part);
        text.push('\n');
        body.extend(from_text(&part)?);
        if part.len() < FULL_LINE {
            return Ok(body);
        }
    }
}

fn unwrapped(
    identity: &Identity,
    ephemeral: &[u8; 32],
    body: &[u8],
) -> Option<Zeroizing<[u8; FILE_KEY]>> {
    let key = identity.unwrap(ephemeral).ok()?;
    let mut body = Zeroizing::new(body.to_vec());
    let opened = cipher(&key).ok()?;
    let opened = opened.open_in_place(no_nonce(), Aad::empty(), &mut body);
    let file_key: &[u8] = opened.ok()?;
    file_key.try_into().ok().map(Zeroizing::new)
}

fn line(from: &mut impl BufRead) -> Result<String, AgeError> {
    let mut bytes = Vec::new();
    from.read_until(b'\n', &mut bytes)?;
    match bytes.pop() {
        Some(b'\n') => String::from_utf8(bytes).map_err(|_| AgeError::NotAge),
        _ => Err(AgeError::NotAge),
    }
}

/// Each key wraps one file key and nothing else.
fn no_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; 12])
}

fn mac_key(file_key: &[u8; FILE_KEY]) -> Result<hmac::Key, AgeError> {
    let key = derive(&[], file_key, b"header")?;
    Ok(hmac::Key::new(hmac::HMAC_SHA256, key.as_slice()))
}

fn to_text(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(bytes)
}

fn from_text(text: &str) -> Result<Vec<u8>, AgeError> {
    STANDARD_NO_PAD.decode(text).map_err(|_| AgeError::NotAge)
}
