//! What every column is: `docs/privacy/data-map.md` says it.

use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../../src/schema.rs");
const SEALED: &str = include_str!("../../src/platform/vault/columns.rs");
const MAP: &str = include_str!("../../docs/privacy/data-map.md");
const HEAD: [&str; 2] = ["| category | form | columns |", "| --- | --- | --- |"];

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
struct Table {
    name: &'static str,
    /// Column, category and form.
    columns: Vec<[&'static str; 3]>,
}

/// What the map says.
fn mapped() -> Vec<Table> {
    MAP.split("\n## ").skip(1).map(table).collect()
}

fn table(section: &'static str) -> Table {
    let mut lines = section.lines().filter(|line| !line.is_empty());
    let mut line = || lines.next().expect("name, kept, table");
    let (name, kept) = (line(), line());
    let kept = kept.strip_prefix("Kept ").expect(name);
    let (kept, end) = kept.split_once(". At the end: ").expect(name);
    assert!(
        !kept.is_empty() && end.len() > 1 && end.ends_with('.'),
        "{name}"
    );
    assert_eq!([line(), line()], HEAD, "{name}");
    Table {
        name,
        columns: lines.flat_map(row).collect(),
    }
}

fn row(line: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    let cells = line
        .strip_prefix("| ")
        .and_then(|line| line.strip_suffix(" |"));
    let cells: Vec<_> = cells.expect(line).split(" | ").collect();
    let [category, form, columns] = cells.try_into().expect("category | form | columns");
    columns
        .split(", ")
        .map(move |column| [column, category, form])
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

#[test]
fn r179_every_column_says_what_it_is_and_how_it_ends() {
    let tables = mapped();
    let columns = tables.iter().flat_map(|table| {
        let named = table.columns.iter();
        named.map(|[column, ..]| format!("{}.{column}", table.name))
    });
    let columns: Vec<String> = columns.collect();
    let said: BTreeSet<String> = columns.iter().cloned().collect();

    assert_eq!(said.len(), columns.len(), "a column is there twice");
    let missing: Vec<_> = in_schema().difference(&said).cloned().collect();
    assert!(missing.is_empty(), "not in the map: {missing:?}");
    let gone: Vec<_> = said.difference(&in_schema()).cloned().collect();
    assert!(gone.is_empty(), "in no table: {gone:?}");
    for [column, category, form] in tables.iter().flat_map(|table| &table.columns) {
        assert!(CATEGORIES.contains(category), "{column}: {category}");
        assert!(FORMS.contains(form), "{column}: {form}");
    }
}

#[test]
fn r179_what_names_a_person_is_sealed_where_the_map_says_so() {
    let tables = mapped();
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
