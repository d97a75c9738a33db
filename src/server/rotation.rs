//! Keys that an operator adds or takes away while this runs.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use tokio::task::JoinHandle;

use crate::access::Tokens;
use crate::platform::alarm::{self, Alarm};
use crate::platform::db::DbError;
use crate::platform::tls::{Certificate, HIGH_TIME};
use crate::platform::{App, jobs};

/// A look at the names in one folder.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// Uses the keys that are there, and wraps the data keys anew when the key that wraps has changed;
/// until the process ends.
pub(super) async fn follow_the_keys(app: App, tokens: Data<Tokens>) {
    let mut wrapped_by = None;
    loop {
        let keys = Arc::clone(&app.keys);
        match tokio::task::spawn_blocking(move || keys.look_again()).await {
            Ok(Ok(true)) => {
                tokens.use_keys(&app.keys.signing.get());
                tracing::info!("the keys have changed");
            }
            Ok(Ok(false)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the keys cannot be read again"),
            Err(error) => tracing::warn!(%error, "the keys cannot be read again"),
        }
        let current = app.vault.current_version();
        if wrapped_by != Some(current) {
            match rewrap(&app).await {
                Ok(()) => wrapped_by = Some(current),
                Err(error) => tracing::warn!(%error, "data keys could not be wrapped anew"),
            }
        }
        tokio::time::sleep(app.rehearsal.look_again(LOOK_AGAIN)).await;
    }
}

/// Shows a renewed certificate, and says when it is high time to renew it.
pub(super) fn of_the_certificate(app: &App, shown: &Arc<Certificate>) -> [JoinHandle<()>; 2] {
    let (followed, watched) = (Arc::clone(shown), Arc::clone(shown));
    let failure = "the certificate cannot be taken anew";
    [
        jobs::every(app, LOOK_AGAIN, failure, move |_| {
            follow_the_certificate(Arc::clone(&followed))
        }),
        jobs::every(app, super::HOUR, failure, move |app| {
            watch_the_certificate(&watched, app.clock.now());
            std::future::ready(Ok::<_, Infallible>(()))
        }),
    ]
}

fn watch_the_certificate(shown: &Certificate, now: DateTime<Utc>) {
    if let Some(left) = shown.ends().map(|ends| ends - now) {
        metrics::gauge!("certificate_left_seconds").set(left.as_seconds_f64());
        if left < HIGH_TIME {
            alarm::sound(Alarm::CertificateEnds);
        }
    }
}

async fn follow_the_certificate(
    certificate: Arc<Certificate>,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    if tokio::task::spawn_blocking(move || certificate.look_again()).await?? {
        tracing::info!("the certificate has changed");
    }
    Ok(())
}

/// In small transactions: who stops in the middle leaves both versions readable, and goes on later.
async fn rewrap(app: &App) -> Result<(), DbError> {
    loop {
        let vault = app.vault.clone();
        let done = app.db.write(move |conn| vault.rewrap_some(conn)).await?;
        if done == 0 {
            return Ok(());
        }
    }
}
