//! The columns that `schema.rs` says there are, in the words of either database.

use std::collections::BTreeSet;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

const SCHEMA: &str = include_str!("../../src/schema.rs");

/// `schema.rs`, PostgreSQL, SQLite.
const TYPES: [(&str, &str, &str); 12] = [
    ("Id", "uuid", "BLOB"),
    ("Instant", "timestamp with time zone", "INTEGER"),
    ("Document", "jsonb", "TEXT"),
    ("Text", "text", "TEXT"),
    ("Bool", "boolean", "INTEGER"),
    ("SmallInt", "smallint", "INTEGER"),
    ("Integer", "integer", "INTEGER"),
    ("BigInt", "bigint", "INTEGER"),
    ("Double", "double precision", "REAL"),
    ("Date", "date", "TEXT"),
    ("Binary", "bytea", "BLOB"),
    ("Time", "time without time zone", "TEXT"),
];

/// Every column, as `accounts.email text required`.
pub fn in_schema(kind: Kind) -> BTreeSet<String> {
    let mut tables = Vec::new();
    let mut columns = BTreeSet::new();
    let lines = SCHEMA.lines().map(str::trim);
    for line in lines.filter(|line| !line.contains("joinable!")) {
        if line.ends_with(") {") {
            tables = line
                .split("), ")
                .filter_map(|head| head.split_once(" ("))
                .collect();
        }
        if let Some((column, sql_type)) = line.trim_end_matches(',').split_once(" -> ") {
            let column = format!("{column} {}", described(sql_type, kind));
            columns.extend(tables.iter().map(|(table, _)| format!("{table}.{column}")));
        }
    }
    columns
}

fn described(sql_type: &str, kind: Kind) -> String {
    let inner = sql_type
        .strip_prefix("Nullable<")
        .map(|inner| inner.trim_end_matches('>'));
    let (name, need) = match inner {
        Some(name) => (name, "optional"),
        None => (sql_type, "required"),
    };
    let (_, postgres, sqlite) = TYPES
        .iter()
        .find(|(known, ..)| *known == name)
        .unwrap_or_else(|| panic!("a column of type {name}"));
    match kind {
        Kind::Postgres => format!("{postgres} {need}"),
        Kind::Sqlite => format!("{sqlite} {need}"),
    }
}
