//! Who did what to whose record: what the patient reads of it, and that it is as it was written.

mod chain;
mod checkpoints;
mod driven;
mod export;
mod log;
mod retention;

use alsfrs_diary::audit::{self, Checkpoint, Verification};

use crate::app::TestApp;

impl TestApp {
    /// Looks at all of the audit, and at checkpoints that were kept elsewhere.
    pub async fn verified(&self, others: Vec<Checkpoint>) -> Verification {
        let app = self.inside();
        let keys = app.keys.statement_keys().unwrap();
        let look = move |conn: &mut _| audit::verify(conn, &keys, &others);
        app.db.read(look).await.unwrap()
    }

    /// What is wrong with the audit, in words.
    async fn findings(&self) -> Vec<String> {
        let findings = self.verified(Vec::new()).await.findings;
        findings.iter().map(ToString::to_string).collect()
    }

    /// Takes away what keeps the table append-only, as somebody who runs the database can.
    fn unguard(&self) {
        let opened = if self.database_url().starts_with("sqlite") {
            "drop trigger audit_events_are_not_updated; drop trigger audit_events_go_with_a_cut"
        } else {
            "alter table audit_events disable trigger user"
        };
        self.sql(opened);
    }
}
