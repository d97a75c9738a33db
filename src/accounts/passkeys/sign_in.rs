//! Signing in with a passkey: it says who it is, so that no address is typed.

use super::challenges::{self, Purpose};
use super::prove;
use super::response::Assertion;
use crate::access::Assurance;
use crate::accounts::open_session::{NewDevice, SessionTokens, open_session};
use crate::accounts::refusal::Refusal;
use crate::platform::App;
use crate::platform::http::{HttpResult, Network};
use crate::platform::limit::{self, Place, Quota};

/// What a person gives to sign in.
pub struct Attempt {
    /// The signed challenge.
    pub assertion: Assertion,
    /// What the person calls the device.
    pub device_name: Option<String>,
    /// The network they sign in from, coarsely.
    pub address: String,
    /// The network that their attempts are counted for.
    pub network: Network,
}

/// Makes a challenge, the same for everybody.
pub async fn begin(app: &App, network: Network) -> HttpResult<String> {
    let work = app.clone();
    app.db
        .write(move |conn| {
            let now = work.clock.now();
            work.limits
                .take_in(conn, &[Quota::SignIn(network)], now)??;
            Ok(challenges::add(conn, &work, Purpose::SignIn, now)?)
        })
        .await
}

/// Opens a session, always a new one, for the owner of the passkey that signed.
///
/// Fails with [`Refusal::PasskeyRefused`]; when there were too many attempts, or the database is broken.
pub async fn sign_in(app: &App, attempt: Attempt) -> HttpResult<SessionTokens> {
    let work = app.clone();
    let opened = app
        .db
        .write(move |conn| -> HttpResult<_> {
            let now = work.clock.now();
            let network = attempt.network;
            work.limits
                .take_in(conn, &[Quota::SignIn(network)], now)??;
            let place = Place::Network(network);
            let assertion = &attempt.assertion;
            match prove::prove(conn, &work, Purpose::SignIn, place, assertion, now)? {
                Ok(proven) => {
                    limit::passed(conn, &proven.guess, now)?;
                    let device = NewDevice {
                        session: work.ids.next(),
                        name: attempt.device_name.clone(),
                        address: attempt.address.clone(),
                    };
                    let assurance = Assurance::TwoFactors;
                    let opened =
                        open_session(conn, &work, proven.account, &device, assurance, now)?;
                    Ok(Ok(opened))
                }
                Err(refused) => Ok(Err(refused.write_down(conn, None, now)?)),
            }
        })
        .await?;
    opened.map_err(|flaw| {
        flaw.tell();
        metrics::counter!("logins_failed_total").increment(1);
        Refusal::PasskeyRefused.into()
    })
}
