//! A program with a key, and the clinic that it is of.

use std::path::PathBuf;

use alsfrs_diary::platform::secret::to_text;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA384, RsaKeyPair,
};
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::client::Client;
use crate::clinic::people::Clinic;
use crate::home::{Home, said_by};
use crate::people::Person;
use crate::privacy::sharing::decide;
use crate::reply::Reply;

pub const TOKEN: &str = "/oauth/token";
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// What signs.
pub enum Key {
    Ec(EcdsaKeyPair),
    Rsa(RsaKeyPair),
}

impl Key {
    pub fn ec() -> Self {
        let key = EcdsaKeyPair::generate(&ECDSA_P384_SHA384_FIXED_SIGNING).unwrap();
        Self::Ec(key)
    }

    pub fn rsa() -> Self {
        Self::Rsa(RsaKeyPair::generate(KeySize::Rsa2048).unwrap())
    }

    pub fn algorithm(&self) -> &'static str {
        match self {
            Self::Ec(_) => "ES384",
            Self::Rsa(_) => "RS384",
        }
    }

    /// The public half, by this name.
    pub fn jwk(&self, kid: &str) -> Value {
        match self {
            Self::Ec(key) => {
                let point = key.public_key().as_ref();
                let (x, y) = point[1..].split_at(48);
                json!({"kty": "EC", "crv": "P-384", "kid": kid, "x": to_text(x), "y": to_text(y)})
            }
            Self::Rsa(key) => {
                let public = key.public_key();
                let n = to_text(public.modulus().big_endian_without_leading_zero());
                let e = to_text(public.exponent().big_endian_without_leading_zero());
                json!({"kty": "RSA", "kid": kid, "alg": "RS384", "use": "sig", "n": n, "e": e})
            }
        }
    }

    /// A JWT of these.
    pub fn sign(&self, header: &Value, claims: &Value) -> String {
        let encoded = |part: &Value| to_text(part.to_string().as_bytes());
        let message = format!("{}.{}", encoded(header), encoded(claims));
        let random = SystemRandom::new();
        let signature = match self {
            Self::Ec(key) => {
                let signature = key.sign(&random, message.as_bytes()).unwrap();
                to_text(signature.as_ref())
            }
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(
                    &RSA_PKCS1_SHA384,
                    &random,
                    message.as_bytes(),
                    &mut signature,
                )
                .unwrap();
                to_text(&signature)
            }
        };
        format!("{message}.{signature}")
    }
}

/// What the command line says to `client` and these.
pub fn client(home: &Home, arguments: &[&str]) -> (Option<i32>, String) {
    let mut program = home.program();
    program.arg("client").args(arguments);
    said_by(program.args(home.flags()))
}

/// A file with these keys.
pub fn key_file(home: &Home, keys: &Value) -> PathBuf {
    let name = format!("keys-{}.json", name_of(keys));
    let file = home.folder().join(name);
    std::fs::write(&file, keys.to_string()).unwrap();
    file
}

fn name_of(keys: &Value) -> String {
    let digest = alsfrs_diary::platform::secret::sha256(keys.to_string().as_bytes());
    to_text(&digest[..8])
}

/// A program that is let in.
pub struct Program {
    pub id: String,
    pub kid: String,
    pub key: Key,
    audience: String,
    jtis: std::cell::Cell<u32>,
}

impl Program {
    /// One of `site`, which may be granted `scope`, let in while the server runs.
    pub fn let_in(app: &TestApp, site: &str, key: Key, scope: &str) -> Self {
        let keys = json!({"keys": [key.jwk("first")]});
        let file = key_file(app, &keys);
        let file = file.to_str().unwrap();
        Self::added(
            app,
            key,
            &["--site", site, "--jwks", file, "--scope", scope],
        )
    }

    pub fn added(app: &TestApp, key: Key, arguments: &[&str]) -> Self {
        let all = [&["add", "--name", "The registry"], arguments].concat();
        let (code, said) = client(app, &all);
        assert_eq!(code, Some(0), "{said}");
        Self {
            id: said.trim().to_owned(),
            kid: "first".to_owned(),
            key,
            audience: format!("{}oauth/token", app.inside().public_url),
            jtis: std::cell::Cell::default(),
        }
    }

    pub fn header(&self) -> Value {
        json!({"alg": self.key.algorithm(), "typ": "JWT", "kid": self.kid})
    }

    /// What it has to sign, for the next five minutes.
    pub fn claims(&self, app: &TestApp) -> Value {
        self.jtis.set(self.jtis.get() + 1);
        json!({
            "iss": self.id, "sub": self.id, "aud": self.audience,
            "exp": app.now().timestamp() + 300, "jti": format!("the {}th", self.jtis.get()),
        })
    }

    pub fn assertion(&self, app: &TestApp) -> String {
        self.key.sign(&self.header(), &self.claims(app))
    }

    /// Asks for a token.
    pub async fn ask(&self, app: &TestApp, scope: &str) -> Reply {
        ask_with(app, &self.assertion(app), scope).await
    }

    /// A client with a token that is for `scope`.
    pub async fn with(&self, app: &TestApp, scope: &str) -> Client {
        let reply = self.ask(app, scope).await.expect(200);
        let token = reply.body["access_token"].as_str().unwrap();
        app.nobody().with_token(token)
    }
}

/// The form of a program that has this assertion.
pub fn form(assertion: &str, scope: &str) -> Vec<(&'static str, String)> {
    vec![
        ("grant_type", "client_credentials".to_owned()),
        ("scope", scope.to_owned()),
        ("client_assertion_type", JWT_BEARER.to_owned()),
        ("client_assertion", assertion.to_owned()),
    ]
}

pub async fn send(app: &TestApp, form: &[(&'static str, String)]) -> Reply {
    let body = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form)
        .finish();
    let kind = "application/x-www-form-urlencoded";
    app.nobody().send_bytes("POST", TOKEN, kind, body).await
}

pub async fn ask_with(app: &TestApp, assertion: &str, scope: &str) -> Reply {
    send(app, &form(assertion, scope)).await
}

/// Holds `reply` to the way in which OAuth refuses.
pub fn denied(reply: &Reply, status: u16, error: &str) {
    let told = (reply.status, reply.body["error"].as_str());
    assert_eq!(told, (status, Some(error)), "{reply:?}");
}

/// Ada, who is enrolled at the clinic and shares all of it; for research too.
pub async fn ada_at(app: &TestApp) -> (Clinic<'_>, Person, Person) {
    let clinic = app.clinic().await;
    let sam = clinic.staff("sam", "site_admin").await;
    let ada = clinic.patient(&sam, "ada").await;
    decide(&ada, "research_export", true).await;
    (clinic, sam, ada)
}
