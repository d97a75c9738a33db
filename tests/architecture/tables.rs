//! Each table has one owner, and no other file names it: what another slice needs of a table is a function of
//! its owner.

use std::collections::BTreeSet;

use crate::data_map::in_schema;
use crate::paths::{module_of, named_in};
use crate::rules::Source;
use crate::sources;

const OWNERS: [(&str, &[&str]); 22] = [
    ("platform/db", &["restores"]),
    ("platform/limit", &["guesses", "quotas"]),
    ("platform/outbox", &["outbox"]),
    ("platform/vault", &["data_keys"]),
    ("access", &["patients", "sessions"]),
    ("audit", &["audit_checkpoints", "audit_events"]),
    (
        "accounts",
        &[
            "account_codes",
            "accounts",
            "credentials",
            "factor_resets",
            "passkey_challenges",
            "passkeys",
            "pending_sign_ins",
            "recovery_codes",
            "sign_ups",
            "totp_factors",
        ],
    ),
    ("patients", &["patient_facts", "seen_marks"]),
    ("circle", &["grants", "invitations", "trustees", "unwanted"]),
    ("diary", &["entries", "entry_revisions"]),
    ("cards", &["emergency_cards"]),
    ("guests", &["guest_links"]),
    ("treatments", &["record_revisions", "records"]),
    ("trends", &["flag_acknowledgements"]),
    (
        "clinic",
        &[
            "coordinators",
            "enrolments",
            "site_invitations",
            "site_staff",
            "sites",
        ],
    ),
    ("exports", &["export_subjects", "exports"]),
    ("reminders", &["reminded", "reminders"]),
    (
        "alerts",
        &["alert_tellings", "alerts", "followers", "watches"],
    ),
    ("consents", &["consents"]),
    ("smart", &["client_assertions", "clients"]),
    ("channels", &["push_subscriptions"]),
    ("privacy", &["erasures"]),
];

/// Who reads tables of others, and why it is no function of theirs.
const SEAMS: [(&str, &[&str]); 2] = [
    // One query decides who is let in, and brings the key and the names that the answer needs.
    (
        "access",
        &[
            "accounts",
            "clients",
            "data_keys",
            "enrolments",
            "grants",
            "passkeys",
            "site_staff",
            "sites",
            "totp_factors",
        ],
    ),
    // The counter of each chain stands in the row whose lock puts its events in order.
    ("audit", &["accounts", "patients"]),
];

#[test]
fn every_table_has_one_owner() {
    let mut owned: Vec<&str> = OWNERS
        .iter()
        .flat_map(|(_, tables)| *tables)
        .copied()
        .collect();
    owned.sort_unstable();
    let columns = in_schema();
    let tables: BTreeSet<&str> = columns.iter().filter_map(|c| c.split('.').next()).collect();

    assert_eq!(owned, Vec::from_iter(tables));
}

#[test]
fn no_file_names_the_table_of_another() {
    let found: Vec<String> = sources("src").iter().flat_map(offences).collect();

    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn the_rule_can_be_broken() {
    for text in [
        "use crate::schema::{entries, grants};",
        "let x = crate::schema::entries::table;",
        "use crate::schema;",
        "use crate::schema::*;",
    ] {
        let found = offences(&Source::new("circle/store.rs", text));
        assert_eq!(found.len(), 1, "{text}: {found:?}");
    }
    let own = Source::new("diary/store.rs", "use crate::schema::entries;");
    assert_eq!(offences(&own), [""; 0]);
}

fn offences(source: &Source) -> Vec<String> {
    let named = named_in(&source.code(), &module_of(&source.path));
    let tables = named.iter().filter_map(|path| match path.as_slice() {
        [root, rest @ ..] if root == "schema" => Some(rest.first().map_or("*", String::as_str)),
        _ => None,
    });
    let may = |table: &str| {
        let mut all = OWNERS.iter().chain(&SEAMS);
        all.any(|(module, tables)| {
            source.path.starts_with(&format!("{module}/")) && tables.contains(&table)
        })
    };
    tables
        .filter(|table| !may(table))
        .map(|table| format!("{}: {table} is another's table", source.path))
        .collect()
}
