//! The public keys of passkeys (RFC 9052, 9053), and the signatures that they verify.

use aws_lc_rs::rsa::PublicKeyComponents;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey,
};
use coset::cbor::Value;
use coset::iana::{self, EnumI64};
use coset::{CborSerializable, CoseKey, KeyType, Label, RegisteredLabelWithPrivate};

/// What may sign, the one that is wanted most first: `ES256`, `EdDSA`, `RS256`.
pub const ALGORITHMS: [i64; 3] = [-7, -8, -257];

/// Longer than any modulus that is verified with.
const LONGEST_MODULUS: usize = 1024;

/// A key that is of one of those kinds.
#[derive(Debug)]
pub enum PublicKey {
    /// A point on P-256, uncompressed.
    Es256(Vec<u8>),
    /// A point on Curve25519.
    Ed25519(Vec<u8>),
    /// RSA with PKCS #1 1.5.
    Rs256 {
        /// The modulus.
        n: Vec<u8>,
        /// The exponent.
        e: Vec<u8>,
    },
}

impl PublicKey {
    /// Reads a COSE key; `None` when it is of another kind, or no key.
    pub fn read(cose: &[u8]) -> Option<Self> {
        let key = CoseKey::from_slice(cose).ok()?;
        let Some(RegisteredLabelWithPrivate::Assigned(algorithm)) = key.alg else {
            return None;
        };
        let KeyType::Assigned(kind) = key.kty else {
            return None;
        };
        let bytes = |label: i64| bytes(&key, label);
        match (kind, algorithm) {
            (iana::KeyType::EC2, iana::Algorithm::ES256) => {
                curve(
                    &key,
                    iana::Ec2KeyParameter::Crv.to_i64(),
                    iana::EllipticCurve::P_256,
                )?;
                let x = sized::<32>(bytes(iana::Ec2KeyParameter::X.to_i64())?)?;
                let y = sized::<32>(bytes(iana::Ec2KeyParameter::Y.to_i64())?)?;
                let point = [&[4], x, y].concat();
                ParsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &point).ok()?;
                Some(Self::Es256(point))
            }
            (iana::KeyType::OKP, iana::Algorithm::EdDSA) => {
                curve(
                    &key,
                    iana::OkpKeyParameter::Crv.to_i64(),
                    iana::EllipticCurve::Ed25519,
                )?;
                let x = sized::<32>(bytes(iana::OkpKeyParameter::X.to_i64())?)?;
                Some(Self::Ed25519(x.to_vec()))
            }
            (iana::KeyType::RSA, iana::Algorithm::RS256) => {
                let n = bytes(iana::RsaKeyParameter::N.to_i64())?;
                let e = bytes(iana::RsaKeyParameter::E.to_i64())?;
                let fits = n.len() >= 256 && n.len() <= LONGEST_MODULUS && e.len() <= 8;
                fits.then(|| Self::Rs256 {
                    n: n.to_vec(),
                    e: e.to_vec(),
                })
            }
            _ => None,
        }
    }

    /// Whether it signed `message`.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let verified = match self {
            Self::Es256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
            }
            Self::Ed25519(point) => {
                UnparsedPublicKey::new(&ED25519, point).verify(message, signature)
            }
            Self::Rs256 { n, e } => {
                PublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
        };
        verified.is_ok()
    }
}

fn parameter(key: &CoseKey, label: i64) -> Option<&Value> {
    let found = key
        .params
        .iter()
        .find(|(name, _)| *name == Label::Int(label));
    found.map(|(_, value)| value)
}

fn bytes(key: &CoseKey, label: i64) -> Option<&[u8]> {
    parameter(key, label)?.as_bytes().map(Vec::as_slice)
}

fn sized<const N: usize>(bytes: &[u8]) -> Option<&[u8]> {
    (bytes.len() == N).then_some(bytes)
}

fn curve(key: &CoseKey, label: i64, wanted: iana::EllipticCurve) -> Option<()> {
    let named = parameter(key, label)?.as_integer()?;
    (i128::from(named) == i128::from(wanted.to_i64())).then_some(())
}
