//! What every column is: `docs/privacy/columns.txt` says it, `docs/privacy/data-map.md` is made of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

const SCHEMA: &str = include_str!("../../src/schema.rs");
const SEALED: &str = include_str!("../../src/platform/vault/columns.rs");
const COLUMNS: &str = include_str!("../../docs/privacy/columns.txt");
const MAP: &str = include_str!("../../docs/privacy/data-map.md");

const CATEGORIES: [&str; 11] = [
    "identity",
    "contact",
    "health",
    "words",
    "credential",
    "device",
    "consent",
    "relation",
    "settings",
    "pseudonym",
    "technical",
];
const FORMS: [&str; 5] = ["plain", "sealed", "hashed", "keyed", "derived"];

/// What is said of one table.
#[derive(Clone)]
struct Table {
    name: &'static str,
    kept: &'static str,
    ends: &'static str,
    /// Column, category and form.
    columns: Vec<[&'static str; 3]>,
}

/// What `columns.txt` says.
fn annotated() -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for line in COLUMNS.lines().filter(|line| !line.starts_with('#')) {
        if let Some(column) = line.strip_prefix("  ") {
            let words: Vec<_> = column.split_whitespace().collect();
            let column = words.try_into().expect("a column, a category and a form");
            let table = tables.last_mut().expect("a table before its columns");
            table.columns.push(column);
        } else if let Some((name, like)) = line.split_once(" = ") {
            let like = tables.iter().find(|table| table.name == like);
            let like = like.expect("a table that was described").clone();
            tables.push(Table { name, ..like });
        } else if !line.is_empty() {
            let mut parts = line.split(" | ");
            let mut part = || parts.next().expect("name | kept | ends");
            tables.push(Table {
                name: part(),
                kept: part(),
                ends: part(),
                columns: Vec::new(),
            });
        }
    }
    tables
}

/// Every column of `schema.rs`, which `tests/migrations` compares with both databases.
pub fn in_schema() -> BTreeSet<String> {
    let mut tables = Vec::new();
    let mut columns = BTreeSet::new();
    for line in SCHEMA.lines().map(str::trim) {
        if line.ends_with(") {") {
            tables = line
                .split("), ")
                .filter_map(|head| head.split_once(" ("))
                .collect();
        }
        if let Some((column, _)) = line.split_once(" -> ").filter(|_| line.ends_with(',')) {
            columns.extend(tables.iter().map(|(table, _)| format!("{table}.{column}")));
        }
    }
    columns
}

/// Every column that the vault seals.
fn in_vault() -> BTreeSet<String> {
    SEALED
        .lines()
        .filter_map(|line| line.split_once(" = \"")?.1.split_once("\".\""))
        .map(|(table, column)| format!("{table}.{}", column.trim_end_matches(['"', ','])))
        .collect()
}

fn map() -> String {
    let mut text = "# The data map\n\n\
        Made of `columns.txt` by `cargo test --test architecture write_the_data_map -- --ignored`. What the words mean\n\
        is said there. *Sealed*: under a key of the person, which erasure destroys; *hashed*: cannot be read\n\
        back; *keyed*: worth nothing without a key that lies elsewhere.\n"
        .to_owned();
    for table in annotated() {
        let (name, kept, ends) = (table.name, table.kept, table.ends);
        write!(text, "\n## {name}\n\nKept {kept}. At the end: {ends}.\n\n").unwrap_or_default();
        text.push_str("| category | form | columns |\n| --- | --- | --- |\n");
        let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for [column, category, form] in table.columns {
            let place = CATEGORIES.iter().position(|known| *known == category);
            rows.entry((place, form)).or_default().push(column);
        }
        for ((place, form), columns) in rows {
            let category = place.and_then(|place| CATEGORIES.get(place));
            let (category, columns) = (category.unwrap_or(&"?"), columns.join(", "));
            writeln!(text, "| {category} | {form} | {columns} |").unwrap_or_default();
        }
    }
    text
}

#[test]
fn r179_every_column_says_what_it_is_and_how_it_ends() {
    let tables = annotated();
    let columns = tables.iter().flat_map(|table| {
        let named = table.columns.iter();
        named.map(|[column, ..]| format!("{}.{column}", table.name))
    });
    let columns: Vec<String> = columns.collect();
    let said: BTreeSet<String> = columns.iter().cloned().collect();

    assert_eq!(said.len(), columns.len(), "a column is there twice");
    let missing: Vec<_> = in_schema().difference(&said).cloned().collect();
    assert!(missing.is_empty(), "not in columns.txt: {missing:?}");
    let gone: Vec<_> = said.difference(&in_schema()).cloned().collect();
    assert!(gone.is_empty(), "in no table: {gone:?}");
    for [column, category, form] in tables.iter().flat_map(|table| &table.columns) {
        assert!(CATEGORIES.contains(category), "{column}: {category}");
        assert!(FORMS.contains(form), "{column}: {form}");
    }
}

#[test]
fn r179_what_names_a_person_is_sealed_where_the_map_says_so() {
    let tables = annotated();
    let sealed = tables.iter().flat_map(|table| {
        let sealed = table.columns.iter().filter(|[.., form]| *form == "sealed");
        sealed.map(|[column, ..]| format!("{}.{column}", table.name))
    });
    let mut sealed: BTreeSet<String> = sealed.collect();

    // They are sealed by the name of the table that their rows come from.
    for (history, table) in [
        ("entry_revisions", "entries"),
        ("record_revisions", "records"),
    ] {
        sealed.retain(|column| !column.starts_with(&format!("{history}.")));
        assert!(sealed.iter().any(|column| column.starts_with(table)));
    }
    sealed.remove("pending_sign_ins.device_name");
    assert_eq!(sealed, in_vault());
    for table in &tables {
        for [column, category, form] in &table.columns {
            let names = ["identity", "contact", "words"].contains(category);
            let name = table.name;
            assert!(!names || *form != "plain", "{name}.{column} is plain");
        }
    }
}

#[test]
fn r179_the_data_map_is_what_the_columns_say() {
    assert!(
        map() == MAP,
        "docs/privacy/data-map.md is stale: see its first lines"
    );
}

/// Writes the map anew.
#[test]
#[ignore = "writes docs/privacy/data-map.md"]
fn write_the_data_map() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/privacy/data-map.md");
    std::fs::write(path, map()).expect("the folder is there");
}

#[test]
fn every_table_says_what_bounds_it() {
    let promises = include_str!("../../docs/security.md");
    let (_, bounds) = promises
        .split_once("## What bounds each table")
        .expect("a list");
    let (bounds, _) = bounds.split_once("## Not yet").expect("an end");
    let rows = bounds.lines().filter_map(|line| line.strip_prefix("| `"));
    let listed: BTreeSet<&str> = rows
        .filter_map(|row| row.split_once(" |"))
        .flat_map(|(names, _)| names.split(", "))
        .map(|name| name.trim_matches('`'))
        .collect();

    let columns = in_schema();
    let tables = columns.iter().filter_map(|name| name.split_once('.'));
    assert_eq!(listed, tables.map(|(table, _)| table).collect());
}
