//! Keys that an operator adds or takes away while this runs.

use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Data;

use crate::access::Tokens;
use crate::platform::App;
use crate::platform::db::DbError;
use crate::platform::tls::Certificate;

/// A look at the names in one folder.
pub(super) const LOOK_AGAIN: Duration = Duration::from_secs(2);

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

/// Shows a renewed certificate.
pub(super) async fn follow_the_certificate(
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
