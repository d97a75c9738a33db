//! How devices are reached: the push services of browsers, and the operator's own bridge to others.

use std::path::PathBuf;

use clap::Args;
use url::Url;

use super::{Settings, Weak, authority, weak};
use crate::platform::address::is_plain_https;
use crate::platform::push::Services;
use crate::platform::webhook::{self, Webhook};

/// Where pushes may go.
#[derive(Args, Clone, Debug)]
pub struct PushSettings {
    /// Hosts of push services that devices may name, `*.` for all below one: those of the browsers, and of
    /// `UnifiedPush` those that you add; empty for none
    #[arg(
        long,
        env = "ALSFRS_PUSH_SERVICES",
        value_delimiter = ',',
        default_value = "fcm.googleapis.com,*.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com"
    )]
    pub push_services: Vec<String>,

    /// Certificates in PEM that vouch for push services and the webhook beside the usual authorities
    #[arg(long, env = "ALSFRS_PUSH_CA_FILE")]
    pub push_ca_file: Option<PathBuf>,

    /// Your own bridge to the push services of phones, `https://…`, to which notices for apps are sent
    #[arg(long, env = "ALSFRS_WEBHOOK_URL")]
    pub webhook_url: Option<Url>,

    /// A file with what signs them, `whsec_…`: one a line, several while it is exchanged
    #[arg(long, env = "ALSFRS_WEBHOOK_SECRET_FILE")]
    pub webhook_secret_file: Option<PathBuf>,
}

impl Settings {
    /// The push services that devices may name.
    pub fn push_services(&self) -> Result<Services, Weak> {
        let hosts = self.push.push_services.iter();
        let hosts: Vec<_> = hosts.filter(|host| !host.is_empty()).cloned().collect();
        Services::new(&hosts).map_err(|_| {
            weak(
                "ALSFRS_PUSH_SERVICES",
                "must list hosts such as push.example.org or *.push.example.org",
            )
        })
    }

    /// What vouches for push services and the webhook beside the usual authorities.
    pub fn push_authority(&self) -> Result<Option<Vec<u8>>, Weak> {
        authority(self.push.push_ca_file.as_deref(), "ALSFRS_PUSH_CA_FILE")
    }

    /// The bridge, where there is one.
    pub fn webhook(&self) -> Result<Option<Webhook>, Weak> {
        let PushSettings {
            webhook_url,
            webhook_secret_file,
            ..
        } = &self.push;
        match (webhook_url, webhook_secret_file) {
            (None, None) => Ok(None),
            (Some(url), Some(file)) => {
                if !is_plain_https(url) {
                    return Err(weak(
                        "ALSFRS_WEBHOOK_URL",
                        "must begin with https://, without a name and a password",
                    ));
                }
                webhook::read(file).map_err(|_| {
                    weak(
                        "ALSFRS_WEBHOOK_SECRET_FILE",
                        "must hold whsec_ and 24 to 64 bytes in base64, one a line",
                    )
                })?;
                Ok(Some(Webhook::new(url.clone(), file.clone())))
            }
            (Some(_), None) => Err(weak(
                "ALSFRS_WEBHOOK_URL",
                "needs ALSFRS_WEBHOOK_SECRET_FILE",
            )),
            (None, Some(_)) => Err(weak(
                "ALSFRS_WEBHOOK_SECRET_FILE",
                "needs ALSFRS_WEBHOOK_URL",
            )),
        }
    }
}
