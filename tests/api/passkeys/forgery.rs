//! An authenticator that does what it is told: it signs what no real one would.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
    RsaEncoding,
};
use coset::cbor::{Value as Cbor, ser};
use coset::{CborSerializable, CoseKey, CoseKeyBuilder, iana};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{DOMAIN, ORIGIN};
use crate::people::Person;
use alsfrs_diary::platform::secret::{sha256, to_text};

pub const PRESENT: u8 = 1;
pub const VERIFIED: u8 = 4;
pub const BACKUP_ELIGIBLE: u8 = 8;
pub const BACKED_UP: u8 = 16;
const MADE: u8 = 64;
const EXTENDED: u8 = 128;

enum Private {
    Es256(EcdsaKeyPair),
    EdDsa(Ed25519KeyPair),
    Rs256(RsaKeyPair),
}

/// One passkey, in the hands of a test.
pub struct Key {
    pub id: Vec<u8>,
    private: Private,
    /// What it was told of its owner.
    pub user_handle: Vec<u8>,
}

/// What is signed, before it is signed: a test changes one thing of it.
pub struct Forgery {
    pub kind: &'static str,
    pub challenge: String,
    pub origin: String,
    pub cross_origin: bool,
    pub domain: String,
    pub flags: u8,
    pub count: u32,
    pub id: Vec<u8>,
    pub user_handle: Option<Vec<u8>>,
    /// Comes after all that is to be there.
    pub rest: Vec<u8>,
    /// Where the public key goes.
    pub cose: Vec<u8>,
    /// What happens to the authenticator data after it was signed.
    pub afterwards: fn(&mut Vec<u8>),
}

/// What a test does to it.
pub type Change = fn(&mut Forgery);

impl Key {
    fn of(owner: &Person, private: Private) -> Self {
        let account: Uuid = owner.account_id.parse().unwrap();
        Self {
            id: sha256(owner.account_id.as_bytes()).to_vec(),
            private,
            user_handle: account.as_bytes().to_vec(),
        }
    }

    pub fn es256(owner: &Person) -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap();
        Self::of(owner, Private::Es256(pair))
    }

    pub fn eddsa(owner: &Person) -> Self {
        Self::of(owner, Private::EdDsa(Ed25519KeyPair::generate().unwrap()))
    }

    pub fn rs256(owner: &Person) -> Self {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        Self::of(owner, Private::Rs256(pair))
    }

    /// The same with another name.
    pub fn called(mut self, id: &[u8]) -> Self {
        self.id = id.to_vec();
        self
    }

    fn cose(&self) -> CoseKey {
        match &self.private {
            Private::Es256(pair) => {
                let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
                CoseKeyBuilder::new_ec2_pub_key(iana::EllipticCurve::P_256, x.into(), y.into())
                    .algorithm(iana::Algorithm::ES256)
                    .build()
            }
            Private::EdDsa(pair) => CoseKeyBuilder::new_okp_key()
                .algorithm(iana::Algorithm::EdDSA)
                .param(-1, Cbor::from(6))
                .param(-2, Cbor::Bytes(pair.public_key().as_ref().to_vec()))
                .build(),
            Private::Rs256(pair) => {
                let public = pair.public_key();
                let bytes = |bytes: &[u8]| Cbor::Bytes(bytes.to_vec());
                let (n, e) = (public.modulus(), public.exponent());
                CoseKey {
                    kty: coset::KeyType::Assigned(iana::KeyType::RSA),
                    alg: Some(coset::Algorithm::Assigned(iana::Algorithm::RS256)),
                    params: vec![
                        (
                            coset::Label::Int(-1),
                            bytes(n.big_endian_without_leading_zero()),
                        ),
                        (
                            coset::Label::Int(-2),
                            bytes(e.big_endian_without_leading_zero()),
                        ),
                    ],
                    ..CoseKey::default()
                }
            }
        }
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        let chance = SystemRandom::new();
        match &self.private {
            Private::Es256(pair) => pair.sign(&chance, message).unwrap().as_ref().to_vec(),
            Private::EdDsa(pair) => pair.sign(message).as_ref().to_vec(),
            Private::Rs256(pair) => {
                let encoding: &'static dyn RsaEncoding = &RSA_PKCS1_SHA256;
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(encoding, &chance, message, &mut signature)
                    .unwrap();
                signature
            }
        }
    }

    fn honest(&self, kind: &'static str, challenge: &str) -> Forgery {
        Forgery {
            kind,
            challenge: challenge.to_owned(),
            origin: ORIGIN.to_owned(),
            cross_origin: false,
            domain: DOMAIN.to_owned(),
            flags: PRESENT | VERIFIED,
            count: 0,
            id: self.id.clone(),
            user_handle: Some(self.user_handle.clone()),
            rest: Vec::new(),
            cose: self.cose().to_vec().unwrap(),
            afterwards: |_| (),
        }
    }

    /// A new passkey, as browsers send it; `change` makes it another.
    pub fn made(&self, challenge: &str, change: impl FnOnce(&mut Forgery)) -> Value {
        let mut forgery = self.honest("webauthn.create", challenge);
        forgery.flags |= MADE;
        change(&mut forgery);
        let mut data = forgery.data();
        data.extend([0; 16]);
        data.extend(u16::try_from(forgery.id.len()).unwrap().to_be_bytes());
        data.extend(&forgery.id);
        data.extend(&forgery.cose);
        data.extend(&forgery.rest);
        let text = |text: &str| Cbor::Text(text.to_owned());
        let object = Cbor::Map(vec![
            (text("fmt"), text("none")),
            (text("attStmt"), Cbor::Map(Vec::new())),
            (text("authData"), Cbor::Bytes(data)),
        ]);
        let mut attestation = Vec::new();
        ser::into_writer(&object, &mut attestation).unwrap();
        json!({
            "id": to_text(&forgery.id),
            "rawId": to_text(&forgery.id),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": { "credProps": { "rk": true } },
            "response": {
                "clientDataJSON": to_text(forgery.client_data().as_bytes()),
                "attestationObject": to_text(&attestation),
                "transports": ["internal", "hybrid", "NOT ONE"],
            },
        })
    }

    /// A use of the passkey, as browsers send it; `change` makes it another.
    pub fn signed(&self, challenge: &str, change: impl FnOnce(&mut Forgery)) -> Value {
        let mut forgery = self.honest("webauthn.get", challenge);
        change(&mut forgery);
        let client_data = forgery.client_data();
        let mut data = forgery.data();
        data.extend(&forgery.rest);
        let message = [data.as_slice(), &sha256(client_data.as_bytes())].concat();
        let signature = self.sign(&message);
        (forgery.afterwards)(&mut data);
        let mut response = json!({
            "clientDataJSON": to_text(client_data.as_bytes()),
            "authenticatorData": to_text(&data),
            "signature": to_text(&signature),
        });
        if let Some(handle) = &forgery.user_handle {
            response["userHandle"] = json!(to_text(handle));
        }
        json!({
            "id": to_text(&forgery.id),
            "rawId": to_text(&forgery.id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": response,
        })
    }
}

impl Forgery {
    fn client_data(&self) -> String {
        json!({
            "type": self.kind,
            "challenge": self.challenge,
            "origin": self.origin,
            "crossOrigin": self.cross_origin,
        })
        .to_string()
    }

    fn data(&self) -> Vec<u8> {
        let mut data = sha256(self.domain.as_bytes()).to_vec();
        data.push(self.flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    /// Adds an extension, as authenticators do that have more to say.
    pub fn extend(&mut self) {
        self.flags |= EXTENDED;
        self.rest = vec![0xA1, 0x61, 0x61, 0xF5];
    }
}
