//! Mail over SMTP, to a real server on loopback, which is as good or as bad as a test wants it.

mod delivery;
mod outbox;
mod protection;
mod server;

use serde_json::json;

use alsfrs_diary::platform::config::Settings;

use crate::app::TestApp;
use crate::channels::until;

/// Has a mail sent: somebody signs up.
async fn sign_up(app: &TestApp, name: &str) {
    let account = json!({
        "email": format!("{name}@example.org"), "password": "quiet herons by the lake",
        "display_name": "Ada", "role": "patient", "time_zone": "Europe/Berlin",
    });
    let asked = std::time::Instant::now();
    let reply = app.nobody().post("/v1/accounts", account).await;
    reply.expect(202);
    assert!(asked.elapsed().as_secs() < 5, "nobody waits for mail");
}

/// Looks into the outbox all the time.
fn restless(url: String) -> impl FnOnce(&mut Settings) {
    move |settings| {
        settings.mail_url = Some(url);
        settings.rehearsal.test_look_again = Some(50);
    }
}
