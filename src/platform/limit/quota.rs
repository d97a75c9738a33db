//! What costs something each time it is done, and so is not had without end.

use chrono::{DateTime, Utc};

use super::name::Name;
use super::{Excess, Limit, Limits, Rate, store};
use crate::platform::App;
use crate::platform::db::{Conn, Verdict};
use crate::platform::http::{HttpError, HttpResult, Network};
use crate::platform::ids::{AccountId, SessionId, SiteId};

/// What is counted, and for which person or place. An address is counted whether or not it has an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quota<'a> {
    /// An attempt to sign in, in whatever way, or to use a mailed code.
    SignIn(Network),
    /// A sign-up.
    SignUp(Network),
    /// A mail to this address, asked for without signing in.
    Mail(&'a str),
    /// The same, in a day.
    MailOfADay(&'a str),
    /// The same, by who has us send it.
    NetworkMail(Network),
    /// The same, to any address.
    AllMail,
    /// A mailed code that is tried for this address.
    Code(Network, &'a str),
    /// An invitation to this address, by any caller.
    Invited(&'a str),
    /// What mails others than the person who does it.
    Caused(AccountId),
    /// What mails others, by the clinic for which it is done.
    OfSite(SiteId),
    /// A refresh.
    Refresh(SessionId),
    /// A look at an invitation, or its acceptance.
    Invitation(AccountId),
    /// An export.
    Export(AccountId),
    /// A link that is tried without signing in.
    Link(Network),
}

impl Quota<'_> {
    /// What it is called in headers and metrics, and how much of it there is.
    fn named(&self, limits: &Limits) -> (&'static str, Limit) {
        let settings = &limits.settings;
        match self {
            Self::SignIn(_) => ("sign_in", settings.sign_in),
            Self::SignUp(_) => ("sign_up", settings.sign_up),
            Self::Mail(_) => ("mail", settings.mail),
            Self::MailOfADay(_) => ("mail_of_a_day", settings.mail_of_a_day),
            Self::NetworkMail(_) => ("network_mail", settings.network_mail),
            Self::AllMail => ("all_mail", settings.all_mail),
            Self::Code(..) => ("codes", Limit(Some(Rate::TEN_A_DAY))),
            Self::Invited(_) => ("invited", settings.invited),
            Self::Caused(_) => ("caused_mail", settings.caused_mail),
            Self::OfSite(_) => ("site_mail", settings.site_mail),
            Self::Refresh(_) => ("refresh", settings.refresh),
            Self::Invitation(_) => ("invitations", settings.invitations),
            Self::Export(_) => ("exports", settings.exports),
            Self::Link(_) => ("links", settings.links),
        }
    }

    fn key(&self, name: &str, limits: &Limits) -> Name {
        let mut of_network: &[u8] = &[];
        let whose: &[u8] = match self {
            Self::SignIn(network)
            | Self::SignUp(network)
            | Self::NetworkMail(network)
            | Self::Link(network) => network.bytes(),
            Self::Code(network, address) => {
                of_network = network.bytes();
                address.as_bytes()
            }
            Self::Mail(address) | Self::MailOfADay(address) | Self::Invited(address) => {
                address.as_bytes()
            }
            Self::AllMail => &[],
            Self::OfSite(site) => site.0.as_bytes(),
            Self::Refresh(session) => session.0.as_bytes(),
            Self::Invitation(account) | Self::Export(account) | Self::Caused(account) => {
                account.0.as_bytes()
            }
        };
        let keys = limits.keys.roots.limit();
        let parts: [&[u8]; 4] = [b"quota", name.as_bytes(), whose, of_network];
        // Without the last where it says nothing: rows of before are counted on.
        Name::new(
            &keys,
            if of_network.is_empty() {
                &parts[..3]
            } else {
                &parts
            },
        )
    }
}

/// Takes one of each of `quotas`, or none.
///
/// Fails with 429 when there is no more of one, or a broken database.
pub async fn take<const N: usize>(app: &App, quotas: [Quota<'_>; N]) -> HttpResult<()> {
    let limits = &app.limits;
    let asked = quotas.map(|quota| NamedLimit::new(limits, &quota));
    let now = app.clock.now();
    app.db
        .write(move |conn| {
            for asked in &asked {
                asked.take(conn, now)??;
            }
            Ok::<_, HttpError>(())
        })
        .await
}

/// As [`Limits::take_in`] says.
pub(super) fn take_in(
    conn: &mut Conn,
    limits: &Limits,
    quotas: &[Quota<'_>],
    now: DateTime<Utc>,
) -> Verdict<(), Excess> {
    for quota in quotas {
        if let Err(exceeded) = NamedLimit::new(limits, quota).take(conn, now)? {
            return Ok(Err(exceeded));
        }
    }
    Ok(Ok(()))
}

/// A quota without whose it is.
#[derive(Clone, Copy)]
struct NamedLimit {
    name: &'static str,
    limit: Limit,
    key: Name,
}

impl NamedLimit {
    fn new(limits: &Limits, quota: &Quota<'_>) -> Self {
        let (name, limit) = quota.named(limits);
        Self {
            name,
            limit,
            key: quota.key(name, limits),
        }
    }

    fn take(&self, conn: &mut Conn, now: DateTime<Utc>) -> Verdict<(), Excess> {
        let Some(rate) = self.limit.0 else {
            return Ok(Ok(()));
        };
        let free_at = store::lock_quota(conn, &self.key, now)?;
        match rate.take(Some(free_at), now) {
            Ok(free_at) => Ok(Ok(store::set_quota(conn, &self.key, free_at)?)),
            Err(wait) => Ok(Err(Excess {
                name: self.name,
                most: rate.most(),
                seconds: rate.seconds(),
                wait,
            })),
        }
    }
}
