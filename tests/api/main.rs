//! The service as its clients meet it: a black box, over HTTP, on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a panic in a helper is a failed test, which is what it is for"
)]

#[path = "../postgres/mod.rs"]
mod postgres;

mod app;
mod authenticator;
mod client;
mod database;
mod home;
mod mail;
mod metrics;
mod operations;
mod people;
mod program;
mod promise;
mod raw;
mod reply;
mod retries;
mod scratch;
mod serving;
mod tls;

mod access;
mod accounts;
mod addresses;
mod agreement;
mod alarms;
mod alerts;
mod audit;
mod backups;
mod bearer;
mod bulk;
mod cards;
mod change_password;
mod channels;
mod circle;
mod clinic;
mod clocks;
mod common_passwords;
mod contract;
mod database_role;
mod demo;
mod diaries;
mod diary;
mod disabled;
mod draining;
mod durability;
mod edge;
mod exports;
mod factor_resets;
mod failover;
mod fhir;
mod flags;
mod guests;
mod harness;
mod hashes;
mod invitations;
mod keys;
mod languages;
mod limits;
mod log_refused;
mod logs;
mod one_of_many;
mod page;
mod page_session;
mod passkeys;
mod password_reset;
mod passwords;
mod patients;
mod phone;
mod privacy;
mod refresh;
mod reminders;
mod second_factors;
mod secret_files;
mod sessions;
mod settings;
mod sign_up;
mod sign_up_links;
mod smart;
mod smtp;
mod staff;
mod symptoms;
mod tokens;
mod treatments;
mod trends;
mod trustee;
mod upgrades;
mod vault;
mod weeks;
mod zones;
