//! What browsers and phones are asked with a passkey, and what they answer: the JSON forms of
//! `WebAuthn` (level 3, 5.1.8 to 5.1.10), whose members are not ours to name.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::accounts::passkeys::enrol::EnrolmentOptions;
use crate::accounts::passkeys::response::{Assertion, Registration};
use crate::accounts::passkeys::{ALGORITHMS, LASTS, Passkey};
use crate::platform::config::RelyingParty;
use crate::platform::faults::Faults;
use crate::platform::secret::{from_text, to_text};

/// The name that a passkey's keeper shows for it. It says as little as the mails do.
const SERVICE: &str = "Diary";

/// How to make a passkey: for `PublicKeyCredential.parseCreationOptionsFromJSON`.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct CreationOptions<'a> {
    rp: Party<'a>,
    user: User<'a>,
    /// 32 random bytes, good once and for five minutes.
    #[schema(example = "q6V2o8m1n4b7x0c3v9z5l8k2j1h4g7f0d3s6a9p2o5g")]
    challenge: &'a str,
    pub_key_cred_params: Vec<Parameters>,
    /// In milliseconds.
    #[schema(example = 300_000)]
    timeout: i64,
    exclude_credentials: Vec<Descriptor>,
    authenticator_selection: Selection,
    /// Always `none`: no device is refused for who made it.
    #[schema(example = "none")]
    attestation: &'static str,
}

/// The service, as authenticators know it.
#[derive(Serialize, ToSchema)]
#[schema(as = RelyingParty)]
struct Party<'a> {
    #[schema(example = "diary.example.org")]
    id: &'a str,
    #[schema(example = "Diary")]
    name: &'static str,
}

/// Whose passkey it becomes.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PasskeyUser)]
struct User<'a> {
    /// It says nothing of who they are.
    id: String,
    #[schema(example = "ada@example.org")]
    name: &'a str,
    #[schema(example = "Ada")]
    display_name: &'a str,
}

/// A kind of key.
#[derive(Serialize, ToSchema)]
#[schema(as = PasskeyParameters)]
struct Parameters {
    r#type: &'static str,
    /// As COSE numbers it.
    #[schema(example = -7)]
    alg: i64,
}

/// What is asked of the authenticator: to keep whose it is, and to make sure that it is them.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = AuthenticatorSelection)]
struct Selection {
    resident_key: &'static str,
    require_resident_key: bool,
    user_verification: &'static str,
}

/// A passkey that there is.
#[derive(Serialize, ToSchema)]
#[schema(as = PasskeyDescriptor)]
struct Descriptor {
    r#type: &'static str,
    id: String,
    transports: Vec<String>,
}

const PUBLIC_KEY: &str = "public-key";
const REQUIRED: &str = "required";

impl From<&Passkey> for Descriptor {
    fn from(passkey: &Passkey) -> Self {
        Self {
            r#type: PUBLIC_KEY,
            id: to_text(&passkey.credential_id),
            transports: passkey.transports.clone(),
        }
    }
}

impl<'a> CreationOptions<'a> {
    pub(super) fn new(us: &'a RelyingParty, wanted: &'a EnrolmentOptions) -> Self {
        let account = &wanted.account;
        Self {
            rp: Party {
                id: &us.id,
                name: SERVICE,
            },
            user: User {
                id: to_text(account.id.0.as_bytes()),
                name: account.person.email.as_str(),
                display_name: &account.person.display_name,
            },
            challenge: &wanted.challenge,
            pub_key_cred_params: ALGORITHMS
                .map(|alg| Parameters {
                    r#type: PUBLIC_KEY,
                    alg,
                })
                .into(),
            timeout: LASTS.num_milliseconds(),
            exclude_credentials: wanted.existing.iter().map(Descriptor::from).collect(),
            authenticator_selection: Selection {
                resident_key: REQUIRED,
                require_resident_key: true,
                user_verification: REQUIRED,
            },
            attestation: "none",
        }
    }
}

/// How to use a passkey: for `PublicKeyCredential.parseRequestOptionsFromJSON`.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct RequestOptions<'a> {
    /// 32 random bytes, good once and for five minutes.
    #[schema(example = "q6V2o8m1n4b7x0c3v9z5l8k2j1h4g7f0d3s6a9p2o5g")]
    challenge: &'a str,
    /// In milliseconds.
    #[schema(example = 300_000)]
    timeout: i64,
    #[schema(example = "diary.example.org")]
    rp_id: &'a str,
    /// Left out for a sign-in: the passkey says whose it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    allow_credentials: Vec<Descriptor>,
    #[schema(example = "required")]
    user_verification: &'static str,
}

impl<'a> RequestOptions<'a> {
    pub(super) fn new(us: &'a RelyingParty, challenge: &'a str, allowed: &[Passkey]) -> Self {
        Self {
            challenge,
            timeout: LASTS.num_milliseconds(),
            rp_id: &us.id,
            allow_credentials: allowed.iter().map(Descriptor::from).collect(),
            user_verification: REQUIRED,
        }
    }
}

/// A passkey that was made, as `PublicKeyCredential.toJSON` writes it. What browsers add to it is
/// taken, and not looked at.
#[derive(Deserialize, ToSchema)]
pub(super) struct RegistrationCredential {
    /// Always `public-key`.
    #[schema(example = "public-key")]
    r#type: String,
    response: AttestationResponse,
    /// What else the browser says.
    #[serde(default, rename = "clientExtensionResults")]
    #[schema(value_type = Option<Object>)]
    _extensions: IgnoredAny,
}

/// What the authenticator answered.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AttestationResponse {
    /// Base64url without padding, as are all bytes here.
    #[serde(rename = "clientDataJSON")]
    client_data_json: String,
    attestation_object: String,
    /// How the authenticator is reached, as in `internal`.
    #[serde(default)]
    #[schema(example = json!(["internal", "hybrid"]))]
    transports: Vec<String>,
}

/// A passkey that was used, as `PublicKeyCredential.toJSON` writes it. What browsers add to it is
/// taken, and not looked at.
#[derive(Deserialize, ToSchema)]
pub(super) struct AssertionCredential {
    /// Which passkey, in base64url without padding, as are all bytes here.
    id: String,
    /// Always `public-key`.
    #[schema(example = "public-key")]
    r#type: String,
    response: AssertionResponse,
    /// What else the browser says.
    #[serde(default, rename = "clientExtensionResults")]
    #[schema(value_type = Option<Object>)]
    _extensions: IgnoredAny,
}

/// What the authenticator answered.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AssertionResponse {
    #[serde(rename = "clientDataJSON")]
    client_data_json: String,
    authenticator_data: String,
    signature: String,
    /// Whose passkey it is.
    user_handle: Option<String>,
}

/// More kinds, or longer names of them, are not known.
const MOST_TRANSPORTS: usize = 8;
const LONGEST_TRANSPORT: usize = 32;

impl RegistrationCredential {
    /// Reads it at `pointer`; what is wrong with it goes into `faults`.
    pub(super) fn read(self, faults: &mut Faults, pointer: &str) -> Registration {
        read_type(faults, pointer, &self.r#type);
        let mut bytes = |text: &str| read_bytes(faults, pointer, text);
        let client_data = bytes(&self.response.client_data_json);
        let attestation = bytes(&self.response.attestation_object);
        let mut transports = self.response.transports;
        transports.retain(|name| is_transport(name));
        transports.truncate(MOST_TRANSPORTS);
        Registration {
            client_data,
            attestation,
            transports,
        }
    }
}

impl AssertionCredential {
    /// Reads it at `pointer`; what is wrong with it goes into `faults`.
    pub(super) fn read(self, faults: &mut Faults, pointer: &str) -> Assertion {
        read_type(faults, pointer, &self.r#type);
        let response = self.response;
        let mut bytes = |text: &str| read_bytes(faults, pointer, text);
        Assertion {
            credential_id: bytes(&self.id),
            client_data: bytes(&response.client_data_json),
            authenticator_data: bytes(&response.authenticator_data),
            signature: bytes(&response.signature),
            user_handle: response.user_handle.as_deref().map(bytes),
        }
    }
}

fn is_transport(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=LONGEST_TRANSPORT).contains(&name.len()) && name.bytes().all(plain)
}

fn read_type(faults: &mut Faults, pointer: &str, kind: &str) {
    faults.require(
        kind == PUBLIC_KEY,
        &format!("{pointer}/type"),
        "invalid_value",
        "The value has the wrong type, or is not one of those allowed.",
    );
}

fn read_bytes(faults: &mut Faults, pointer: &str, text: &str) -> Vec<u8> {
    let bytes = from_text(text);
    faults.require(
        bytes.is_some(),
        pointer,
        "invalid_value",
        "The bytes are not in base64url without padding.",
    );
    bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()
}
