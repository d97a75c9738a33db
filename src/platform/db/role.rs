//! The role that serves on PostgreSQL: it reads and writes rows, and changes no table.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::{Conn, Db, DbError, OpenError};

/// What never changes once it is written: the role may add to it only.
const ONLY_ADDED_TO: [&str; 3] = ["audit_events", "audit_checkpoints", "consents"];

/// Which migrations there were.
const HISTORY: &str = "__diesel_schema_migrations";

/// The name of a role, which can stand in a statement as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleName(String);

/// Why no role is called so.
#[derive(Debug, thiserror::Error)]
#[error("a role's name has small letters, digits and _, and does not begin with a digit")]
pub struct NoRoleName;

impl std::str::FromStr for RoleName {
    type Err = NoRoleName;

    fn from_str(text: &str) -> Result<Self, NoRoleName> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let begins = text.starts_with(|c: char| !c.is_ascii_digit());
        if begins && text.len() <= 63 && text.chars().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoRoleName)
        }
    }
}

/// Why a role was granted nothing.
#[derive(Debug, thiserror::Error)]
pub enum GrantError {
    /// There are none.
    #[error("a SQLite file has no roles: the mode of the file says who may use it")]
    NoRoles,
    /// No connection.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The statement failed.
    #[error("the role was granted nothing: {0}")]
    Failed(#[from] diesel::result::Error),
}

impl Db {
    /// Whether this role may change tables, and let events of the audit go.
    pub fn is_its_owner(&self) -> Result<bool, DbError> {
        match &mut self
            .0
            .target
            .connect()
            .map_err(|_| DbError::Unavailable("no connection"))?
        {
            Conn::Pg(conn) => may_migrate(conn),
            Conn::Sqlite(_) => Ok(true),
        }
    }

    /// Lets `role` do what serving needs, and nothing else: what it could do before is taken away.
    pub fn grant_serving(&self, role: &RoleName) -> Result<(), GrantError> {
        self.0.target.connect()?.grant_serving(role)
    }
}

impl Conn {
    fn grant_serving(&mut self, role: &RoleName) -> Result<(), GrantError> {
        let Self::Pg(conn) = self else {
            return Err(GrantError::NoRoles);
        };
        let text = |what: &str| diesel::dsl::sql::<Text>(what);
        let (schema, database): (String, String) = diesel::select((
            text("quote_ident(current_schema())"),
            text("quote_ident(current_database())"),
        ))
        .get_result(conn)?;
        let (role, only_added_to) = (&role.0, ONLY_ADDED_TO.join(", "));
        let statements = format!(
            "REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC, {role};
             REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC, {role};
             REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM PUBLIC, {role};
             GRANT CONNECT ON DATABASE {database} TO {role};
             GRANT USAGE ON SCHEMA {schema} TO {role};
             GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role};
             REVOKE UPDATE, DELETE ON {only_added_to} FROM {role};
             REVOKE INSERT, UPDATE, DELETE ON {HISTORY} FROM {role};"
        );
        conn.transaction(|conn| conn.batch_execute(&statements))?;
        Ok(())
    }
}

/// Whether the role of `conn` may change tables.
pub(super) fn may_migrate(conn: &mut PgConnection) -> Result<bool, DbError> {
    let may = "has_schema_privilege(current_schema(), 'CREATE')";
    Ok(diesel::select(diesel::dsl::sql::<Bool>(may)).get_result(conn)?)
}
