//! Seals what version 0.1 kept in the clear: mail that waits.

use diesel::prelude::*;

use super::Mail;
use super::store::written;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::RowId;
use crate::platform::vault::Vault;
use crate::platform::vault::columns::LETTER;

mod between {
    //! The table between the two migrations: the sealed column beside the plain ones.

    diesel::table! {
        use crate::platform::db::Id;
        use diesel::sql_types::{Binary, Text};

        mails (id) {
            id -> Id,
            recipient -> Text,
            subject -> Text,
            body -> Text,
            letter -> Binary,
        }
    }
}
use between::mails;

/// Seals every mail.
pub fn seal_plain(conn: &mut Conn, vault: &Vault) -> DbResult<()> {
    let plain: Vec<(RowId, String, String, String)> = mails::table
        .select((mails::id, mails::recipient, mails::subject, mails::body))
        .load(conn)?;
    let key = vault.house_key(conn)?;
    for (id, to, subject, body) in plain {
        let letter = written(&Mail { to, subject, body });
        diesel::update(mails::table.find(id))
            .set((
                mails::letter.eq(key.seal(LETTER, id.0.as_bytes(), letter.as_bytes())?),
                mails::recipient.eq(""),
                mails::subject.eq(""),
                mails::body.eq(""),
            ))
            .execute(conn)?;
    }
    Ok(())
}
