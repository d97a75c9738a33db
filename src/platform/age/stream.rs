//! What is sealed: chunks of 64 KiB, each with its number, and the last one marked as the last.

use std::io::{self, Read, Write};

use aws_lc_rs::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use super::AgeError;
use super::keys::Key;

const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

pub(super) fn seal(key: &Key, from: &mut impl Read, to: &mut impl Write) -> Result<(), AgeError> {
    let cipher = cipher(key)?;
    each(from, CHUNK, |number, chunk, last| {
        cipher
            .seal_in_place_append_tag(nonce(number, last), Aad::empty(), chunk)
            .map_err(|_| AgeError::Library)?;
        Ok(to.write_all(chunk)?)
    })
}

pub(super) fn open(key: &Key, from: &mut impl Read, to: &mut impl Write) -> Result<(), AgeError> {
    let cipher = cipher(key)?;
    each(from, CHUNK + TAG, |number, chunk, last| {
        let plain = cipher
            .open_in_place(nonce(number, last), Aad::empty(), chunk)
            .map_err(|_| AgeError::Broken)?;
        // Only a file of nothing ends with a chunk of nothing.
        if plain.is_empty() && number > 0 {
            return Err(AgeError::Broken);
        }
        Ok(to.write_all(plain)?)
    })
}

/// Hands out chunk after chunk, with its number, and whether nothing follows it.
fn each(
    from: &mut impl Read,
    size: usize,
    mut work: impl FnMut(u64, &mut Vec<u8>, bool) -> Result<(), AgeError>,
) -> Result<(), AgeError> {
    let mut chunk = next(from, size)?;
    for number in 0.. {
        let following = next(from, size)?;
        work(number, &mut chunk, following.is_empty())?;
        if following.is_empty() {
            break;
        }
        chunk = following;
    }
    Ok(())
}

fn next(from: &mut impl Read, size: usize) -> io::Result<Vec<u8>> {
    let mut chunk = Vec::with_capacity(size + TAG);
    let most = u64::try_from(size).unwrap_or(u64::MAX);
    from.take(most).read_to_end(&mut chunk)?;
    Ok(chunk)
}

pub(super) fn cipher(key: &Key) -> Result<LessSafeKey, AgeError> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, key.as_slice());
    Ok(LessSafeKey::new(key.map_err(|_| AgeError::Library)?))
}

/// Eleven bytes that count, and one that says whether it is the last.
fn nonce(number: u64, last: bool) -> Nonce {
    let mut bytes = [0; NONCE_LEN];
    if let Some((mark, counter)) = bytes.split_last_mut() {
        *mark = u8::from(last);
        if let Some((_, counter)) = counter.split_last_chunk_mut::<8>() {
            *counter = number.to_be_bytes();
        }
    }
    Nonce::assume_unique_for_key(bytes)
}
