//! As whom PostgreSQL is asked: what is tested is tested under the rights of the role that serves.

use alsfrs_diary::platform::config::Settings;
use url::Url;

use crate::postgres::{SERVING, environment};

/// Who owns the tables of the throwaway cluster.
const OWNER: &str = "postgres";

/// Leads to the same database, as `user`.
pub fn as_user(url: &str, user: &str) -> String {
    let mut url = Url::parse(url).unwrap();
    let mut query: Vec<_> = url.query_pairs().into_owned().collect();
    query.retain(|(name, _)| name != "user");
    let mut pairs = url.query_pairs_mut();
    pairs.clear().extend_pairs(query).append_pair("user", user);
    drop(pairs);
    url.into()
}

/// The same, as the role that serves; on a server that was named there is no such role.
pub fn as_server(url: &str) -> String {
    in_cluster(url, SERVING)
}

/// The same, as the owner of the tables.
pub fn as_owner(url: &str) -> String {
    in_cluster(url, OWNER)
}

/// What the owner does with the program.
pub fn by_the_owner(settings: &mut Settings) {
    let url = settings.database();
    if url.starts_with("postgres") {
        settings.database_url = Some(as_owner(&url));
    }
}

fn in_cluster(url: &str, user: &str) -> String {
    if environment("TEST_DATABASE_URL").is_some() {
        url.to_owned()
    } else {
        as_user(url, user)
    }
}
