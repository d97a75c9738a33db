//! PostgreSQL: settings of a session, and who may be reached without TLS.

use std::net::IpAddr;

use diesel::connection::{CacheSize, SimpleConnection};
use diesel::prelude::*;
use url::Url;

use super::{Conn, OpenError};

/// What every connection is set to before it is used.
///
/// Our queries have one good plan whatever is asked for: left to itself the server plans some of
/// them anew each time, and reads whole tables while they are small, of which each asks for a row or two.
const SETTINGS: &str = "
    SET TIME ZONE 'UTC';
    SET statement_timeout = '5s';
    SET idle_in_transaction_session_timeout = '10s';
    SET synchronous_commit = on;
    SET plan_cache_mode = force_generic_plan;
    SET random_page_cost = 1.1;
    SET client_min_messages = warning
";

/// How a reading transaction begins: every statement of it sees the same snapshot.
pub(super) const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// How a writing transaction begins: each statement sees what was committed before it, so a check
/// that follows the patient's row lock sees the latest revocation. A server that cannot write refuses
/// here, before anything is asked of it.
pub(super) const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// How a URL says that a pooler gives out connections for one transaction each. No word of libpq.
const POOLED: &str = "pool_mode=transaction";

/// Where a server is found.
#[derive(Clone, Debug)]
pub(super) struct Server {
    url: String,
    /// Whether another connection may carry the next transaction: nothing is left on one then, neither
    /// settings nor prepared statements nor locks (decision 0103).
    pub(super) is_pooled: bool,
}

impl Server {
    /// The server that `url` leads to.
    pub(super) fn at(url: &str) -> Self {
        let (place, query) = url.split_once('?').unwrap_or((url, ""));
        let (pooled, kept): (Vec<&str>, Vec<&str>) = query.split('&').partition(|it| *it == POOLED);
        Self {
            url: format!("{place}?{}", kept.join("&")),
            is_pooled: !pooled.is_empty(),
        }
    }

    /// Opens a connection to it.
    pub(super) fn connect(&self) -> Result<Conn, OpenError> {
        let mut conn = PgConnection::establish(&self.url)?;
        if self.is_pooled {
            conn.set_prepared_statement_cache_size(CacheSize::Disabled);
        } else {
            conn.batch_execute(SETTINGS)?;
        }
        Ok(Conn::Pg(conn))
    }

    /// How a transaction of it begins, in one message.
    pub(super) fn begin(&self, transaction: &str) -> String {
        let mut begin = transaction.to_owned();
        if self.is_pooled {
            begin.push(';');
            begin.push_str(&SETTINGS.replace("SET ", "SET LOCAL "));
        }
        begin
    }
}

diesel::table! {
    pg_settings (name) {
        name -> Text,
        setting -> Text,
    }
}

/// Without either of these a power loss takes what was acknowledged, or the whole database.
const DURABLE: [&str; 2] = ["fsync", "full_page_writes"];

/// Refuses a server that forgets.
pub(super) fn refuse_forgetful(conn: &mut PgConnection) -> Result<(), OpenError> {
    let off: Option<String> = pg_settings::table
        .filter(pg_settings::name.eq_any(DURABLE))
        .filter(pg_settings::setting.eq("off"))
        .order(pg_settings::name)
        .select(pg_settings::name)
        .first(conn)
        .optional()?;
    off.map_or(Ok(()), |name| Err(OpenError::Forgetful(name)))
}

/// Says in the log when the server speaks another language than English: diesel does not tell the code
/// of an error, so a full disk is known by its text, and else answered as broken instead of "later".
pub(super) fn warn_of_another_language(conn: &mut PgConnection) -> Result<(), OpenError> {
    let language: String = pg_settings::table
        .find("lc_messages")
        .select(pg_settings::setting)
        .first(conn)?;
    let english = ["", "C", "POSIX"].contains(&language.as_str())
        || language.starts_with("en")
        || language.starts_with("C.");
    if !english {
        tracing::warn!(
            language,
            "the database speaks another language than English: see lc_messages in docs/operations.md"
        );
    }
    Ok(())
}

/// Refuses a server elsewhere unless the connection is encrypted and its certificate verified.
pub(super) fn refuse_unprotected(url: &Url) -> Result<(), OpenError> {
    if is_local(url) {
        return Ok(());
    }
    if !cfg!(feature = "pg-tls") {
        return Err(OpenError::NoTls);
    }
    let verified = url
        .query_pairs()
        .any(|(name, value)| name == "sslmode" && value == "verify-full");
    if verified {
        Ok(())
    } else {
        Err(OpenError::Unverified)
    }
}

/// Whether `url` leads to this machine: loopback, or a Unix socket (`?host=/folder`, or no host).
fn is_local(url: &Url) -> bool {
    let by_parameter = url
        .query_pairs()
        .find(|(name, _)| name == "host")
        .map(|(_, host)| host.into_owned());
    let host = by_parameter.or_else(|| url.host_str().map(str::to_owned));
    match host.as_deref() {
        None | Some("" | "localhost") => true,
        Some(folder) if folder.starts_with('/') => true,
        Some(host) => host
            .trim_matches(['[', ']'])
            .parse::<IpAddr>()
            .is_ok_and(|address| address.to_canonical().is_loopback()),
    }
}
