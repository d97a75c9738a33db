//! How many passwords are hashed, counted by the program itself: time would tell it less surely.

use std::net::SocketAddr;
use std::sync::Arc;

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::home::Home;
use crate::people::{Person, sign_in};
use crate::program::Program;
use crate::raw::{Wire, free_port};

/// The program with a listener that tells how much it has hashed.
struct Counted {
    program: Program,
    metrics: SocketAddr,
}

impl Counted {
    fn serve(on: Database) -> Option<Self> {
        let home = Arc::new(Home::new(on)?);
        let metrics = SocketAddr::from(([127, 0, 0, 1], free_port()));
        let listener = format!("--metrics-listen={metrics}");
        let program = Program::serve(&home, &[&listener]);
        Some(Self { program, metrics })
    }

    /// Passwords hashed since the start.
    async fn hashes(&self) -> u32 {
        let metrics = Wire::to(self.metrics).await.metrics().await;
        metrics
            .lines()
            .find_map(|line| line.strip_prefix("argon2_wait_seconds_count "))
            .map_or(0, |count| count.trim().parse().unwrap())
    }

    /// Passwords hashed while `work` was done.
    async fn hashes_of(&self, work: impl Future<Output = ()>) -> u32 {
        let before = self.hashes().await;
        work.await;
        self.hashes().await - before
    }

    async fn refused(&self, email: &str, password: &str) {
        let reply = sign_in(&self.program.nobody(), email, password).await;
        reply.refused(401, "wrong_credentials");
    }

    /// Somebody who has signed up and never sent the code.
    async fn unconfirmed(&self) -> (&'static str, &'static str) {
        let (email, password) = ("eve@example.org", "eve has not confirmed this");
        let form = json!({
            "email": email, "password": password, "display_name": "Eve",
            "role": "caregiver", "time_zone": "UTC",
        });
        let nobody = self.program.nobody();
        nobody.post("/v1/accounts", form).await.expect(202);
        (email, password)
    }
}

#[rstest]
#[tokio::test]
async fn r6_whoever_is_refused_one_password_was_hashed(#[values(Sqlite, Postgres)] on: Database) {
    let Some(counted) = Counted::serve(on) else {
        return;
    };
    let ada = counted.program.patient("ada").await;
    let eve = counted.unconfirmed().await;

    for (email, password) in [
        (&*ada.email, "this is not her password"),
        ("sam@example.org", "nobody has this address"),
        ("no address at all", "nobody has this address"),
        eve,
    ] {
        let hashes = counted.hashes_of(counted.refused(email, password)).await;
        assert_eq!(hashes, 1, "{email}");
    }
}

#[rstest]
#[tokio::test]
async fn r11_tokens_and_codes_cost_no_password_hash(#[values(Sqlite, Postgres)] on: Database) {
    let Some(counted) = Counted::serve(on) else {
        return;
    };
    let ada = counted.program.patient("ada").await;
    let bob = counted.program.patient("bob").await;

    let hashes = counted.hashes_of(async {
        let ada = ada.refreshed().await.refreshed().await;
        let code = invite(&counted, &ada, &bob.email).await;
        let code = json!({ "code": code });
        let preview = bob.post("/v1/invitations/preview", code.clone()).await;
        preview.expect(200);
        bob.post("/v1/invitations/accept", code).await.expect(201);
        let wrong = json!({ "refresh_token": format!("{}A", ada.refresh_token) });
        let refused = counted.program.nobody();
        let refused = refused.post("/v1/sessions/refresh", wrong).await;
        refused.refused(401, "invalid_grant");
    });

    assert_eq!(hashes.await, 0);
}

async fn invite(counted: &Counted, ada: &Person, email: &str) -> String {
    let invitation = json!({ "email": email, "level": "read", "relation": "friend" });
    ada.post("/v1/patients/{patient}/invitations", invitation)
        .await
        .expect(201);
    counted.program.mail().next_to(email).await.code()
}
