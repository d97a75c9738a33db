//! The HTTP edge: what holds whatever is asked, and by whomever.

mod bodies;
mod compressed;
mod days;
mod endless;
mod faults;
mod forwarded;
mod headers;
mod hosts;
mod nulls;
mod origins;
mod panics;
mod paths;
mod phones;
mod plain;
mod problems;
pub mod proxies;
mod queries;
mod slow;
mod tls;

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn it_is_alive_and_ready(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);

    for path in ["/healthz", "/readyz"] {
        let reply = app.nobody().get(path).await;
        assert_eq!(reply.expect(200).text, r#"{"status":"ok"}"#);
    }
}
