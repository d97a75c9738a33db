//! What a device sends that wants to be told something.

use serde::Deserialize;
use url::Url;
use utoipa::ToSchema;

use super::model::{NewSubscription, Target};
use crate::platform::faults::Faults;
use crate::platform::push::{Services, is_public_key};
use crate::platform::secret::from_text;

/// A device to be told something.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPushSubscription)]
pub struct SubscriptionRequest {
    /// Left out: `web`.
    #[serde(default)]
    #[schema(required = false)]
    kind: SubscriptionKind,
    /// For `web`: where the push service of the browser takes messages, of one of the services that this server asks.
    #[serde(default)]
    #[schema(
        example = "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABm",
        max_length = 2000,
        required = false
    )]
    endpoint: Option<String>,
    /// For `web`: as `PushSubscription.toJSON()` has them.
    #[serde(default)]
    #[schema(required = false)]
    keys: Option<SubscriptionKeys>,
    /// For `web`: the key of this server to which the browser has subscribed, in base64url. Left out: the current one.
    #[serde(default)]
    #[schema(required = false, max_length = 100)]
    application_server_key: Option<String>,
    /// For `bridge`: what the operator's bridge knows the device by.
    #[serde(default)]
    #[schema(required = false, max_length = 1000)]
    token: Option<String>,
}

/// How a device is reached.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = NewPushSubscriptionKind)]
pub enum SubscriptionKind {
    /// Web Push: browsers, apps on the home screen, `UnifiedPush`.
    #[default]
    Web,
    /// The operator's own bridge to the push services of phones.
    Bridge,
}

/// What a browser's messages are encrypted with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PushSubscriptionKeys)]
pub struct SubscriptionKeys {
    /// Its public key: 65 bytes in base64url.
    #[schema(
        example = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        max_length = 100
    )]
    p256dh: String,
    /// Its secret: 16 bytes in base64url.
    #[schema(example = "BTBZMqHH6r4Tts7J_aSIgg", max_length = 30)]
    auth: String,
}

const LONGEST_ENDPOINT: usize = 2000;
const LONGEST_TOKEN: usize = 1000;

const NOT_VALID: &str = "This cannot be used.";

impl SubscriptionRequest {
    /// The device; `services` are those that are asked, `faults` those found before.
    pub fn read(self, mut faults: Faults, services: &Services) -> Result<NewSubscription, Faults> {
        let subscribed_to = self.application_server_key.as_deref().and_then(bytes);
        faults.require(
            self.application_server_key.is_none() || subscribed_to.is_some(),
            "/application_server_key",
            "invalid_value",
            NOT_VALID,
        );
        let is_web = self.kind == SubscriptionKind::Web;
        let others = [
            ("/endpoint", self.endpoint.is_some(), is_web),
            ("/keys", self.keys.is_some(), is_web),
            ("/token", self.token.is_some(), !is_web),
        ];
        for (pointer, given, wanted) in others {
            if given != wanted {
                let (code, detail) = if wanted {
                    ("missing_member", "A required member is missing.")
                } else {
                    (
                        "not_of_this_kind",
                        "This belongs to another kind of device.",
                    )
                };
                faults.add(pointer, code, detail);
            }
        }
        let web = self.endpoint.zip(self.keys);
        let web = web.map(|(endpoint, keys)| web_target(&mut faults, services, &endpoint, &keys));
        let bridge = self.token.map(|token| bridge_target(&mut faults, token));
        // With neither there are faults by now.
        let target = web.flatten().or(bridge).unwrap_or(Target::Bridge {
            token: String::new(),
        });
        faults.or(NewSubscription {
            target,
            subscribed_to,
        })
    }
}

fn web_target(
    faults: &mut Faults,
    services: &Services,
    endpoint: &str,
    keys: &SubscriptionKeys,
) -> Option<Target> {
    let url = Url::parse(endpoint).ok();
    let url = url.filter(|url| endpoint.len() <= LONGEST_ENDPOINT && url.fragment().is_none());
    let url = url.filter(|url| services.may_be_asked(url));
    faults.require(
        url.is_some(),
        "/endpoint",
        "unknown_push_service",
        "This is no address of a push service that this server asks.",
    );
    let p256dh = bytes(&keys.p256dh).filter(|key| is_public_key(key));
    faults.require(p256dh.is_some(), "/keys/p256dh", "invalid_value", NOT_VALID);
    let auth = bytes(&keys.auth).filter(|secret| secret.len() == 16);
    faults.require(auth.is_some(), "/keys/auth", "invalid_value", NOT_VALID);
    Some(Target::Web {
        endpoint: url?,
        p256dh: p256dh?,
        auth: auth?,
    })
}

fn bridge_target(faults: &mut Faults, token: String) -> Target {
    let is_token = (1..=LONGEST_TOKEN).contains(&token.len())
        && token.bytes().all(|byte| byte.is_ascii_graphic());
    faults.require(is_token, "/token", "invalid_value", NOT_VALID);
    Target::Bridge { token }
}

/// Base64url; some libraries pad it.
fn bytes(text: &str) -> Option<Vec<u8>> {
    from_text(text.trim_end_matches('=')).map(|bytes| bytes.to_vec())
}
