//! Tells the patient and the circle in time that the waiting is nearly over, and that it is. Whether
//! a trustee acts for the patient does not hang on it: that the clock decides.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::super::store::trustees;
use super::{Ways, letters, tell};
use crate::access::{self, PatientKey};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::vault::Vault;
use crate::platform::{App, jobs};
use crate::product::Product;

/// Tells what is due; each letter is written once.
pub async fn keep_word(app: App, product: Product) -> Result<(), DbError> {
    let now = app.clock.now();
    let due = app.db.read(move |conn| trustees::due(conn, now)).await?;
    jobs::each(due, |key| {
        let (vault, ways) = (app.vault.clone(), Ways::new(&app, &product));
        app.db
            .write(move |conn| tell_one(conn, &vault, &ways, key, now))
    })
    .await
}

fn tell_one(
    conn: &mut Conn,
    vault: &Vault,
    ways: &Ways,
    key: PatientKey,
    now: DateTime<Utc>,
) -> DbResult<()> {
    let Some(trust) = access::in_trust(conn, vault, key, now)? else {
        return Ok(());
    };
    let Some(chosen) = trustees::current(conn, &trust)? else {
        return trustees::told(conn, &trust, None);
    };
    // Another instance was first, or the patient said no meanwhile.
    if chosen.next_mail_at.is_none_or(|due| due > now) {
        return Ok(());
    }
    let Some(request) = chosen.request else {
        return trustees::told(conn, &trust, None);
    };
    let link = ways.link(trust.patient());
    if request.acts_from > now {
        tell::send(conn, &trust, trust.owner(), |to| {
            letters::soon(to, &chosen, &request, &link)
        })?;
        return trustees::told(conn, &trust, Some(request.acts_from));
    }
    let trust = trust.of(chosen.account, chosen.relation);
    tell::send(conn, &trust, trust.owner(), |to| {
        letters::acts_for_you(to, &chosen, &link)
    })?;
    let patient = tell::person(conn, &trust, trust.owner())?;
    tell::circle(conn, &trust, |to| letters::circle_acts(to, &patient))?;
    trustees::told(conn, &trust, None)?;
    let detail = json!({ "account": chosen.account });
    audit::record_in_trust(conn, &trust, Action::TrusteeActs, &detail)
}
