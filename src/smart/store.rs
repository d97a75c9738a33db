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
    let new = &client.new;
    let (jwks, jwks_url) = match &new.keys {
        KeySource::Here(text) => (Some(text.clone()), None),
        KeySource::There(url) => (None, Some(url.to_string())),
    };
    diesel::insert_into(clients::table)
        .values(Row {
            id: client.id,
            site_id: new.site,
            name: new.name.clone(),
            jwks,
            jwks_url,
            scope: new.scopes.to_string(),
            created_at: client.created_at.into(),
        })
        .execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = clients, treat_none_as_default_value = false)]
struct Row {
    id: ClientId,
    site_id: SiteId,
    name: String,
    jwks: Option<String>,
    jwks_url: Option<String>,
    scope: String,
    created_at: At,
}

/// The program by this name, unless it was taken away.
pub fn find(conn: &mut Conn, id: ClientId) -> DbResult<Option<Client>> {
    let row: Option<Row> = clients::table
        .find(id)
        .filter(clients::removed_at.is_null())
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(read).transpose()
}

/// Every program that was not taken away, the oldest first.
pub fn all(conn: &mut Conn) -> DbResult<Vec<Client>> {
    let rows: Vec<Row> = clients::table
        .filter(clients::removed_at.is_null())
        .order(clients::id)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

fn read(row: Row) -> DbResult<Client> {
    let corrupt = || DbError::corrupt("client", row.id);
    let keys = match (row.jwks, row.jwks_url) {
        (Some(text), None) => KeySource::Here(text),
        (None, Some(url)) => KeySource::There(Url::parse(&url).map_err(|_| corrupt())?),
        _ => return Err(corrupt()),
    };
    Ok(Client {
        id: row.id,
        new: NewClient {
            site: row.site_id,
            name: row.name,
            keys,
            scopes: Scopes::read(&row.scope).map_err(|_| corrupt())?,
        },
        created_at: row.created_at.into(),
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
