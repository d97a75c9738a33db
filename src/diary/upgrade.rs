//! Seals what version 0.1 kept in the clear: notes and reasons.

use diesel::prelude::*;

use super::row::place;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;
use crate::platform::vault::Vault;
use crate::platform::vault::columns::{CHANGE_REASON, NOTE};
use crate::schema::patients;

mod between {
    //! The tables between the two migrations: sealed columns beside plain ones.

    diesel::table! {
        entries (patient_key, week, revision) {
            patient_key -> BigInt,
            week -> Integer,
            revision -> Integer,
            note_plain -> Nullable<Text>,
            note -> Nullable<Binary>,
            change_reason_plain -> Nullable<Text>,
            change_reason -> Nullable<Binary>,
        }
    }

    diesel::table! {
        entry_revisions (patient_key, week, revision) {
            patient_key -> BigInt,
            week -> Integer,
            revision -> Integer,
            note_plain -> Nullable<Text>,
            note -> Nullable<Binary>,
            change_reason_plain -> Nullable<Text>,
            change_reason -> Nullable<Binary>,
        }
    }
}

/// One version of a week, and what somebody wrote in it.
type Plain = (i64, i32, i32, Option<String>, Option<String>);

macro_rules! seal_table {
    ($conn:expr, $vault:expr, $table:ident) => {{
        use between::$table;

        let written = $table::note_plain
            .is_not_null()
            .or($table::change_reason_plain.is_not_null());
        let plain: Vec<Plain> = $table::table
            .filter(written)
            .select((
                $table::patient_key,
                $table::week,
                $table::revision,
                $table::note_plain,
                $table::change_reason_plain,
            ))
            .load($conn)?;
        for (patient, week, revision, note, reason) in plain {
            let id: PatientId = patients::table
                .find(patient)
                .select(patients::id)
                .first($conn)?;
            let (key, place) = ($vault.key_for($conn, id)?, place(week, revision));
            let note = note.map(|note| key.seal(NOTE, &place, note.as_bytes()));
            let reason = reason.map(|text| key.seal(CHANGE_REASON, &place, text.as_bytes()));
            diesel::update($table::table.find((patient, week, revision)))
                .set((
                    $table::note.eq(note.transpose()?),
                    $table::change_reason.eq(reason.transpose()?),
                    $table::note_plain.eq(None::<String>),
                    $table::change_reason_plain.eq(None::<String>),
                ))
                .execute($conn)?;
        }
    }};
}

/// Seals the notes and reasons of every version of every week.
pub fn seal_plain(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    seal_table!(conn, vault, entries);
    seal_table!(conn, vault, entry_revisions);
    Ok(())
}
