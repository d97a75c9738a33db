//! Files in age's format: what was changed, cut off or is for others is refused.

use alsfrs_diary::platform::age::{AgeError, Identity, Recipient, decrypt, encrypt};
use alsfrs_diary::platform::ids::Ids;
use proptest::prelude::*;
use rstest::rstest;

use super::{IDENTITY, RECIPIENT, back_up, identity, left_over, restore};
use crate::app::Database::{self, Sqlite};
use crate::app::start;
use crate::home::{Home, held_clock};

/// Somebody else's.
const FOREIGN: &str = "AGE-SECRET-KEY-1JUDVEKNF940PCLRVG9QADFZTXWWRSVR3SVWHP54HR85GZZTZLKDQFUY68H";

fn sealed(plain: &[u8]) -> Vec<u8> {
    let recipient: Recipient = RECIPIENT.parse().unwrap();
    let ids = Ids::new(held_clock());
    let mut sealed = Vec::new();
    encrypt(&[recipient], &ids, &mut &*plain, &mut sealed).unwrap();
    sealed
}

fn opened(sealed: &[u8]) -> Result<Vec<u8>, AgeError> {
    let mut plain = Vec::new();
    let identities = Identity::all_in(IDENTITY).unwrap();
    decrypt(&identities, &mut &*sealed, &mut plain).map(|()| plain)
}

#[test]
fn what_is_sealed_opens_whatever_its_length() {
    let chunk = 64 * 1024;
    for length in [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7] {
        let plain: Vec<u8> = (0..length)
            .map(|place| u8::try_from(place % 251).unwrap())
            .collect();

        assert_eq!(opened(&sealed(&plain)).unwrap(), plain, "{length}");
    }
}

#[test]
fn the_same_is_never_sealed_the_same_twice() {
    assert_ne!(sealed(b"a diary"), sealed(b"a diary"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_was_changed_anywhere_does_not_open(place in 0_usize..70_000, change in 1_u8..=255) {
        let mut sealed = sealed(&vec![7; 66_000]);
        let place = place % sealed.len();
        sealed[place] ^= change;

        prop_assert!(opened(&sealed).is_err());
    }

    #[test]
    fn what_was_cut_off_anywhere_does_not_open(length in 0_usize..133_000) {
        let sealed = sealed(&vec![7; 2 * 64 * 1024]);
        let length = length % sealed.len();

        prop_assert!(opened(&sealed[..length]).is_err());
    }
}

#[test]
fn a_chunk_of_nothing_is_no_end() {
    let whole = sealed(&vec![7; 64 * 1024]);
    let with_more = [&whole[..], &[0; 16]].concat();

    assert!(opened(&with_more).is_err());
}

#[test]
fn what_is_no_key_is_none() {
    for wrong in [
        "",
        "age1",
        IDENTITY,
        &RECIPIENT.replace('q', "p"),
        "ssh-ed25519 AAAA",
    ] {
        assert!(wrong.parse::<Recipient>().is_err(), "{wrong}");
    }
    for wrong in ["", "# nothing", RECIPIENT, &IDENTITY.replace('Q', "P")] {
        assert!(Identity::all_in(wrong).is_err(), "{wrong}");
    }
}

#[rstest]
#[tokio::test]
async fn r163_a_backup_that_is_broken_or_for_others_leaves_nothing_behind(
    #[values(Sqlite)] on: Database,
) {
    let app = start!(on);
    app.patient("ada").await;
    let elsewhere = crate::scratch::folder();
    let (backup, key) = (
        elsewhere.path().join("diary.age"),
        identity(elsewhere.path()),
    );
    let (code, said) = back_up(&app, &backup);
    assert_eq!(code, Some(0), "{said}");
    let (code, _) = back_up(&app, &backup);
    assert_eq!(code, Some(1), "another is not overwritten");
    let bytes = std::fs::read(&backup).unwrap();
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 1;
    let home = Home::empty(on).unwrap();

    for (what, bytes) in [
        ("changed", &changed[..]),
        ("cut off", &bytes[..bytes.len() - 1]),
        ("a chunk less", &bytes[..bytes.len() / 65_552 * 65_552]),
        ("nothing", b""),
        ("something else", b"SQLite format 3\0"),
        ("no database", &sealed(b"no database")),
    ] {
        let file = elsewhere.path().join("broken.age");
        std::fs::write(&file, bytes).unwrap();
        let (code, said) = restore(&home, &file, &key, &[]);
        assert_eq!(code, Some(1), "{what}: {said}");
    }
    let foreign = elsewhere.path().join("foreign.txt");
    let other = sealed_to_nobody_here(&foreign);
    let (code, said) = restore(&home, &backup, &foreign, &[]);

    assert_eq!((code, other), (Some(1), true), "{said}");
    assert!(said.contains("none of these identities"), "{said}");
    assert!(!home.folder().join("diary.sqlite").exists());
    assert!(left_over(&home).is_empty());
}

/// Writes an identity that opens nothing here; whether it is one.
fn sealed_to_nobody_here(file: &std::path::Path) -> bool {
    std::fs::write(file, FOREIGN).unwrap();
    Identity::all_in(FOREIGN).is_ok()
}
