//! Lets programs of a clinic in, and takes them away: the operator does, on the command line.

use serde_json::json;

use super::model::{Client, NewClient};
use super::store;
use crate::access;
use crate::audit::{self, Action};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{ClientId, Ids};

/// Lets a program in; `None` where there is no such clinic.
pub fn add(conn: &mut Conn, ids: &Ids, new: &NewClient) -> DbResult<Option<ClientId>> {
    if access::site_name(conn, new.site)?.is_none() {
        return Ok(None);
    }
    let now = ids.clock().now();
    let client = Client {
        id: ids.next(),
        new: new.clone(),
        created_at: now,
    };
    store::insert(conn, &client)?;
    let detail = json!({ "client": client.id, "site": new.site, "scope": new.scopes.to_string() });
    audit::record_for(conn, None, None, now, Action::ClientAdded, &detail)?;
    Ok(Some(client.id))
}

/// Every program that is let in, with what its clinic is called.
pub fn list(conn: &mut Conn) -> DbResult<Vec<(Client, String)>> {
    let mut all = Vec::new();
    for client in store::all(conn)? {
        let site = access::site_name(conn, client.new.site)?.unwrap_or_default();
        all.push((client, site));
    }
    Ok(all)
}

/// Takes a program away; `false` where no such program is let in.
pub fn remove(conn: &mut Conn, ids: &Ids, id: ClientId) -> DbResult<bool> {
    let now = ids.clock().now();
    let removed = store::remove(conn, id, now)?;
    if removed {
        let detail = json!({ "client": id });
        audit::record_for(conn, None, None, now, Action::ClientRemoved, &detail)?;
    }
    Ok(removed)
}
