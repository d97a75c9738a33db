//! RFC 8291 by `ece`, which brings no cryptography of its own: the primitives are those of the rest of the house.

use std::any::Any;

use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey, UnparsedPublicKey, agree};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use ece::crypto::set_cryptographer;
use ece::{Cryptographer, EcKeyComponents, Error, LocalKeyPair, RemotePublicKey};

use crate::platform::chance::random_bytes;

/// The longest text that every push service takes: a record of 4096 bytes, less what surrounds it.
pub const MOST_BYTES: usize = 3993;

/// What `ece` calculates with.
pub struct AwsLc;

/// `plain` for the one browser with this public key (65 bytes) and authentication secret (16 bytes).
///
/// Fails when the key is no point of the curve, or the text is too long.
pub fn encrypt(public: &[u8], secret: &[u8], plain: &[u8]) -> Result<Vec<u8>, Error> {
    // The first call of the process sets it; the others find it there.
    drop(set_cryptographer(&AwsLc));
    ece::encrypt(public, secret, plain)
}

/// Whether these bytes are a public key that can be encrypted for.
pub fn is_public_key(raw: &[u8]) -> bool {
    raw.len() == 65 && encrypt(raw, &[0; 16], b"a trial").is_ok()
}

struct Local {
    key: PrivateKey,
    components: EcKeyComponents,
}

struct Remote(Vec<u8>);

impl LocalKeyPair for Local {
    fn pub_as_raw(&self) -> Result<Vec<u8>, Error> {
        Ok(self.components.public_key().to_vec())
    }

    fn raw_components(&self) -> Result<EcKeyComponents, Error> {
        Ok(self.components.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl RemotePublicKey for Remote {
    fn as_raw(&self) -> Result<Vec<u8>, Error> {
        Ok(self.0.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// So many bytes of a derived key.
struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn failed<E>(_: E) -> Error {
    Error::CryptoError
}

fn local(private: &[u8]) -> Result<Local, Error> {
    let key = PrivateKey::from_private_key(&ECDH_P256, private).map_err(failed)?;
    let public = key.compute_public_key().map_err(failed)?.as_ref().to_vec();
    let components = EcKeyComponents::new(private.to_vec(), public);
    Ok(Local { key, components })
}

fn cipher(key: &[u8], nonce: &[u8]) -> Result<(LessSafeKey, Nonce), Error> {
    let key = UnboundKey::new(&AES_128_GCM, key).map_err(failed)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(failed)?;
    Ok((LessSafeKey::new(key), nonce))
}

impl Cryptographer for AwsLc {
    fn generate_ephemeral_keypair(&self) -> Result<Box<dyn LocalKeyPair>, Error> {
        Ok(Box::new(local(&random_bytes::<32>())?))
    }

    fn import_key_pair(
        &self,
        components: &EcKeyComponents,
    ) -> Result<Box<dyn LocalKeyPair>, Error> {
        Ok(Box::new(local(components.private_key())?))
    }

    fn import_public_key(&self, raw: &[u8]) -> Result<Box<dyn RemotePublicKey>, Error> {
        Ok(Box::new(Remote(raw.to_vec())))
    }

    fn compute_ecdh_secret(
        &self,
        remote: &dyn RemotePublicKey,
        local: &dyn LocalKeyPair,
    ) -> Result<Vec<u8>, Error> {
        let local: &Local = local.as_any().downcast_ref().ok_or(Error::CryptoError)?;
        let remote = UnparsedPublicKey::new(&ECDH_P256, remote.as_raw()?);
        // A point that is not on the curve is refused here.
        agree(&local.key, remote, Error::CryptoError, |secret| {
            Ok(secret.to_vec())
        })
    }

    fn hkdf_sha256(
        &self,
        salt: &[u8],
        secret: &[u8],
        info: &[u8],
        len: usize,
    ) -> Result<Vec<u8>, Error> {
        let mut derived = vec![0; len];
        Salt::new(HKDF_SHA256, salt)
            .extract(secret)
            .expand(&[info], Length(len))
            .and_then(|key| key.fill(&mut derived))
            .map_err(failed)?;
        Ok(derived)
    }

    fn aes_gcm_128_encrypt(&self, key: &[u8], iv: &[u8], data: &[u8]) -> Result<Vec<u8>, Error> {
        let (key, nonce) = cipher(key, iv)?;
        let mut sealed = data.to_vec();
        key.seal_in_place_append_tag(nonce, Aad::empty(), &mut sealed)
            .map_err(failed)?;
        Ok(sealed)
    }

    fn aes_gcm_128_decrypt(
        &self,
        key: &[u8],
        iv: &[u8],
        ciphertext_and_tag: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let (key, nonce) = cipher(key, iv)?;
        let mut inside = ciphertext_and_tag.to_vec();
        let plain = key.open_in_place(nonce, Aad::empty(), &mut inside);
        Ok(plain.map_err(failed)?.to_vec())
    }

    fn random_bytes(&self, dest: &mut [u8]) -> Result<(), Error> {
        for part in dest.chunks_mut(16) {
            let random = random_bytes::<16>();
            part.copy_from_slice(random.get(..part.len()).ok_or(Error::CryptoError)?);
        }
        Ok(())
    }
}
