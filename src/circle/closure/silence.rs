//! Patients who were silent for very long: they are told, and nothing is deleted.

use chrono::{DateTime, Months, Utc};
use serde_json::json;

use super::super::store::trustees;
use super::super::trustee::tell;
use super::letters;
use crate::access::{self, PatientKey, closures};
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbError, DbResult};
use crate::platform::vault::Vault;
use crate::platform::{App, jobs};
use crate::product::Product;

/// Whether anything was recorded in a diary since: the diary, which is further up, says it.
type RecordedSince = fn(&mut Conn, PatientKey, DateTime<Utc>) -> DbResult<bool>;

/// Tells those who were silent for as long as the setting says, once in as long a time; each letter
/// is written once.
pub async fn tell_the_silent(
    app: App,
    product: Product,
    recorded_since: RecordedSince,
) -> Result<(), DbError> {
    let Some(months) = product.inactivity_months else {
        return Ok(());
    };
    let now = app.clock.now();
    let Some(since) = now.checked_sub_months(Months::new(months.into())) else {
        return Ok(());
    };
    let look = move |conn: &mut Conn, only| silent(conn, since, only, recorded_since);
    let found = app.db.read(move |conn| look(conn, None)).await?;
    jobs::each(found, |key| {
        let vault = app.vault.clone();
        app.db.write(move |conn| {
            // Another instance was first, or the patient came back meanwhile.
            if look(conn, Some(key))?.is_empty() {
                return Ok(());
            }
            tell_one(conn, &vault, key, now, months)
        })
    })
    .await
}

fn silent(
    conn: &mut Conn,
    since: DateTime<Utc>,
    only: Option<PatientKey>,
    recorded_since: RecordedSince,
) -> DbResult<Vec<PatientKey>> {
    let mut silent = Vec::new();
    for key in closures::silent(conn, since, only)? {
        if !recorded_since(conn, key, since)? {
            silent.push(key);
        }
    }
    Ok(silent)
}

fn tell_one(
    conn: &mut Conn,
    vault: &Vault,
    key: PatientKey,
    now: DateTime<Utc>,
    months: u16,
) -> DbResult<()> {
    let Some(trust) = access::in_trust(conn, vault, key, now)? else {
        return Ok(());
    };
    let patient = tell::person(conn, &trust, trust.owner())?;
    tell::send(conn, &trust, trust.owner(), |to| {
        letters::are_you_there(to, months)
    })?;
    if let Some(chosen) = trustees::current(conn, &trust)?
        && access::let_in(conn, &trust)?.contains(&chosen.account)
    {
        tell::send(conn, &trust, chosen.account, |to| {
            letters::somebody_is_quiet(to, &patient, months)
        })?;
    }
    closures::told(conn, key, now)?;
    audit::record_in_trust(conn, &trust, Action::SilenceTold, &json!({}))
}
