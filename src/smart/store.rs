//! The tables `clients` and `client_assertions`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use url::Url;

use super::assertion::AssertionProof;
use super::model::{Client, KeySource, NewClient};
use super::scope::Scopes;
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{ClientId, SiteId};
use crate::platform::retention::Rule;
use crate::schema::{client_assertions, clients};

/// Keeps a program.
pub fn insert(conn: &mut Conn, client: &Client) -> DbResult<()> {
    let (jwks, jwks_url) = match &client.new.keys {
        KeySource::Here(text) => (Some(text.as_str()), None),
        KeySource::There(url) => (None, Some(url.as_str())),
    };
    diesel::insert_into(clients::table)
        .values((
            clients::id.eq(client.id),
            clients::site_id.eq(client.new.site),
            clients::name.eq(&client.new.name),
            clients::jwks.eq(jwks),
            clients::jwks_url.eq(jwks_url),
            clients::scope.eq(client.new.scopes.to_string()),
            clients::created_at.eq(At::from(client.created_at)),
        ))
        .execute(conn)?;
    Ok(())
}

type Row = (
    ClientId,
    SiteId,
    String,
    Option<String>,
    Option<String>,
    String,
    At,
);

type Columns = (
    clients::id,
    clients::site_id,
    clients::name,
    clients::jwks,
    clients::jwks_url,
    clients::scope,
    clients::created_at,
);

const COLUMNS: Columns = (
    clients::id,
    clients::site_id,
    clients::name,
    clients::jwks,
    clients::jwks_url,
    clients::scope,
    clients::created_at,
);

/// The program by this name, unless it was taken away.
pub fn find(conn: &mut Conn, id: ClientId) -> DbResult<Option<Client>> {
    let row = clients::table
        .find(id)
        .filter(clients::removed_at.is_null())
        .select(COLUMNS);
    let row: Option<Row> = on_each!(conn, |c| row.first(c)).optional()?;
    row.map(read).transpose()
}

/// Every program that was not taken away, the oldest first.
pub fn all(conn: &mut Conn) -> DbResult<Vec<Client>> {
    let rows: Vec<Row> = clients::table
        .filter(clients::removed_at.is_null())
        .order(clients::id)
        .select(COLUMNS)
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

fn read((id, site, name, jwks, jwks_url, scope, created_at): Row) -> DbResult<Client> {
    let corrupt = || DbError::corrupt("client", id);
    let keys = match (jwks, jwks_url) {
        (Some(text), None) => KeySource::Here(text),
        (None, Some(url)) => KeySource::There(Url::parse(&url).map_err(|_| corrupt())?),
        _ => return Err(corrupt()),
    };
    Ok(Client {
        id,
        new: NewClient {
            site,
            name,
            keys,
            scopes: Scopes::read(&scope).map_err(|_| corrupt())?,
        },
        created_at: created_at.into(),
    })
}

/// Takes a program away: its tokens open nothing from now on. `false` where no such program is let in.
pub fn remove(conn: &mut Conn, id: ClientId, now: DateTime<Utc>) -> DbResult<bool> {
    let removed = diesel::update(clients::table.find(id))
        .filter(clients::removed_at.is_null())
        .set(clients::removed_at.eq(At::from(now)))
        .execute(conn)?;
    Ok(removed == 1)
}

/// Keeps that the program has used this assertion; `false` where it had before.
pub fn use_up(conn: &mut Conn, client: ClientId, assertion: &AssertionProof) -> DbResult<bool> {
    let insert = diesel::insert_into(client_assertions::table)
        .values((
            client_assertions::client_id.eq(client),
            client_assertions::jti_hash.eq(assertion.jti_hash.as_slice()),
            client_assertions::expires_at.eq(At::from(assertion.expires_at)),
        ))
        .on_conflict((client_assertions::client_id, client_assertions::jti_hash))
        .do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// What of this slice goes by itself. Programs that were taken away stay: the audit names them.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "client_assertions",
    goes: "assertions of programs that could not be used any more",
    forget: purge_assertions,
}];

/// Lets go of assertions that cannot be used any more.
fn purge_assertions(conn: &mut Conn, now: DateTime<Utc>) -> DbResult<usize> {
    let over = client_assertions::table.filter(client_assertions::expires_at.le(At::from(now)));
    Ok(diesel::delete(over).execute(conn)?)
}
