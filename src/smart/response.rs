//! What a program is told.

use serde::Serialize;
use url::Url;

use super::scope::Scopes;
use crate::access::CLIENT_TOKEN_LIFETIME;

/// A token for a program.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = ClientToken)]
pub struct TokenResponse {
    access_token: String,
    #[schema(example = "bearer")]
    token_type: &'static str,
    /// In so many seconds it is not valid any more.
    #[schema(example = 300)]
    expires_in: i64,
    /// What was granted.
    #[schema(example = "system/Observation.rs")]
    scope: String,
}

impl TokenResponse {
    /// The answer with `token`, which is for `scopes`.
    pub fn new(token: String, scopes: &Scopes) -> Self {
        Self {
            access_token: token,
            token_type: "bearer",
            expires_in: CLIENT_TOKEN_LIFETIME.num_seconds(),
            scope: scopes.to_string(),
        }
    }
}

/// How programs get tokens here.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = SmartConfiguration)]
pub struct ConfigurationResponse {
    token_endpoint: String,
    token_endpoint_auth_methods_supported: [&'static str; 1],
    token_endpoint_auth_signing_alg_values_supported: [&'static str; 2],
    grant_types_supported: [&'static str; 1],
    scopes_supported: Vec<String>,
    capabilities: [&'static str; 2],
}

/// Where tokens are asked for; the audience of assertions.
pub fn token_endpoint(public_url: &Url) -> String {
    format!("{}/oauth/token", public_url.as_str().trim_end_matches('/'))
}

impl ConfigurationResponse {
    /// That of the service at `public_url`.
    pub fn new(public_url: &Url) -> Self {
        Self {
            token_endpoint: token_endpoint(public_url),
            token_endpoint_auth_methods_supported: ["private_key_jwt"],
            token_endpoint_auth_signing_alg_values_supported: ["RS384", "ES384"],
            grant_types_supported: ["client_credentials"],
            scopes_supported: Scopes::all().collect(),
            capabilities: ["client-confidential-asymmetric", "permission-v2"],
        }
    }
}
