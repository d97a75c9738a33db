//! What is sealed, and what becomes of it when somebody meddles with the keys or the rows.

mod kept;

use alsfrs_diary::platform::db::DbError;
use alsfrs_diary::platform::ids::{AccountId, RowId};
use alsfrs_diary::platform::vault::columns::{DISPLAY_NAME, EMAIL};
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};

/// `migrate` on what `app` kept: what starting it again would say.
fn said_at_start(app: &TestApp, change_keys: impl FnOnce(&std::path::Path)) -> String {
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("keys");
    std::process::Command::new("cp")
        .args(["-a", "--"])
        .args([app.folder().join("keys"), keys.clone()])
        .status()
        .unwrap();
    let database = match app.database_url().strip_prefix("sqlite://") {
        Some(file) => {
            app.sql("PRAGMA wal_checkpoint(TRUNCATE)");
            let copy = folder.path().join("diary.sqlite");
            std::fs::copy(file, &copy).unwrap();
            format!("sqlite://{}", copy.display())
        }
        None => app.database_url(),
    };
    change_keys(&keys);
    let data = folder.path().to_str().unwrap();
    let flags = ["migrate", "--data-dir", data, "--database-url", &database];
    app.run(&flags).1
}

#[rstest]
#[tokio::test]
async fn r162_a_lost_key_encryption_key_refuses_the_start(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);

    let said = said_at_start(&app, |keys| {
        std::fs::rename(keys.join("kek-0001.key"), keys.join("kek-0002.key")).unwrap();
    });

    assert!(said.contains("put kek-0001.key back"), "{said}");
}

#[rstest]
#[tokio::test]
async fn r162_another_key_encryption_key_refuses_the_start(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);

    let said = said_at_start(&app, |keys| {
        std::fs::remove_file(keys.join("kek-0001.key")).unwrap();
    });

    assert!(said.contains("kek-0001.key is not the key"), "{said}");
}

#[rstest]
#[tokio::test]
async fn r160_what_is_sealed_opens_in_its_own_place_only(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let vault = app.inside().vault.clone();
    let (ada, bob): (AccountId, AccountId) = (app.inside().ids.next(), app.inside().ids.next());
    let row: RowId = app.inside().ids.next();
    let (row, other) = (row.0.into_bytes(), ada.0.into_bytes());

    let opened = app.inside().db.write(move |conn| {
        let (hers, his) = (vault.key_for(conn, ada)?, vault.key_for(conn, bob)?);
        let sealed = hers.seal(DISPLAY_NAME, &row, b"Ada")?;
        let again = hers.seal(DISPLAY_NAME, &row, b"Ada")?;
        let known = vault.key_of(conn, ada)?.unwrap();
        vault.destroy(conn, bob)?;
        let gone = vault.key_of(conn, bob)?.is_none();
        Ok::<_, DbError>((
            known.open_text(DISPLAY_NAME, &row, &sealed)?,
            [
                hers.open_text(EMAIL, &row, &sealed).is_err(),
                hers.open_text(DISPLAY_NAME, &other, &sealed).is_err(),
                his.open_text(DISPLAY_NAME, &row, &sealed).is_err(),
                sealed != again,
                gone,
            ],
        ))
    });
    let (name, refused) = opened.await.unwrap();

    assert_eq!(name, "Ada");
    assert_eq!(refused, [true; 5]);
}

#[rstest]
#[tokio::test]
async fn r161_an_index_is_the_same_on_every_instance_and_in_one_column_only(
    #[values(Postgres)] on: Database,
) {
    let app = start!(on);
    let second = app.another_instance().await;
    let (here, there) = (&app.inside().vault, &second.inside().vault);

    let index = here.index(EMAIL, "ada@example.org");

    assert_eq!(index, there.index(EMAIL, "ada@example.org"));
    assert_ne!(index, here.index(EMAIL, "bob@example.org"));
    assert_ne!(index, here.index(DISPLAY_NAME, "ada@example.org"));
}
