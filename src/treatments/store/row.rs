//! A record as both tables store it.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::access::{Access, Relation, Role, Treat};
use crate::audit::Change;
use crate::diary::Author;
use crate::platform::db::{At, DbError, DbResult};
use crate::platform::ids::{AccountId, RecordId};
use crate::platform::vault::columns::{TREATMENT_CONTENT, TREATMENT_REASON};
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::treatment_records;
use crate::treatments::model::{Content, Version};

/// One row of `treatment_records` or `treatment_record_revisions`: the columns are the same.
#[derive(Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = treatment_records)]
#[diesel(treat_none_as_null = true, treat_none_as_default_value = false)]
#[diesel(check_for_backend(
    diesel::pg::Pg,
    diesel::sqlite::Sqlite,
    crate::platform::db::MultiBackend
))]
pub(super) struct RecordRow {
    id: RecordId,
    patient_key: i64,
    kind: i16,
    treatment_id: Option<RecordId>,
    began_on: NaiveDate,
    ended_on: Option<NaiveDate>,
    revision: i32,
    change_no: i64,
    voided: bool,
    content: Option<Sealed>,
    change_reason: Option<Sealed>,
    recorded_at: At,
    pub(super) recorded_by: AccountId,
    recorded_as: i16,
}

impl RecordRow {
    /// The row of `version`. A removal stays where `before` was: its own row says nothing else.
    pub(super) fn new<T: Content>(
        access: &Access<Treat>,
        version: &Version<T>,
        before: &T,
        change: Change,
    ) -> DbResult<Self> {
        let (key, place) = (access.data_key()?, place(version.id, version.revision));
        let content = version.content.as_ref().map(|content| {
            let json = serde_json::to_vec(content)
                .map_err(|_| DbError::corrupt("treatment record", version.id))?;
            key.seal(TREATMENT_CONTENT, &place, &json)
        });
        let reason = version
            .change_reason
            .as_ref()
            .map(|reason| key.seal(TREATMENT_REASON, &place, reason.as_bytes()));
        Ok(Self {
            id: version.id,
            patient_key: access.key().0,
            kind: T::KEPT.code,
            treatment_id: before.treatment(),
            began_on: before.began_on(),
            ended_on: before.ended_on(),
            revision: version.revision,
            change_no: change.number(),
            voided: version.content.is_none(),
            content: content.transpose()?,
            change_reason: reason.transpose()?,
            recorded_at: version.recorded_at.into(),
            recorded_by: version.author.account,
            recorded_as: version.author.relation.code(),
        })
    }

    /// The version that this row, what `key` opens of it, and its author make, for somebody who sees
    /// what is written in it or not.
    pub(super) fn into_version<T: Content>(
        self,
        key: &DataKey,
        (display_name, role): (String, i16),
        shows_words: bool,
    ) -> DbResult<Version<T>> {
        let (id, place) = (self.id, place(self.id, self.revision));
        let corrupt = || DbError::corrupt("treatment record", id);
        let content = match &self.content {
            None => None,
            Some(sealed) => {
                let json = key.open(TREATMENT_CONTENT, &place, sealed)?;
                Some(serde_json::from_slice(&json).map_err(|_| corrupt())?)
            }
        };
        let reason = self.change_reason.as_ref();
        let reason = reason.map(|sealed| key.open_text(TREATMENT_REASON, &place, sealed));
        if self.voided != content.is_none() {
            return Err(corrupt());
        }
        Ok(Version {
            id,
            revision: self.revision,
            content,
            change_reason: reason.transpose()?,
            shows_words,
            recorded_at: self.recorded_at.into(),
            author: Author {
                account: self.recorded_by,
                display_name,
                relation: Relation::from_code(self.recorded_as).ok_or_else(corrupt)?,
            },
            role: Role::from_code(role).ok_or_else(corrupt)?,
        })
    }
}

/// What a record says, without who recorded it.
#[derive(Debug, Queryable)]
pub(super) struct SaidRow {
    pub(super) id: RecordId,
    kind: i16,
    revision: i32,
    content: Option<Sealed>,
}

impl SaidRow {
    /// What it says, when it is of the kind `T`.
    pub(super) fn said<T: Content>(&self, key: &DataKey) -> DbResult<Option<T>> {
        let corrupt = || DbError::corrupt("treatment record", self.id);
        if self.kind != T::KEPT.code {
            return Ok(None);
        }
        let sealed = self.content.as_ref().ok_or_else(corrupt)?;
        let json = key.open(TREATMENT_CONTENT, &place(self.id, self.revision), sealed)?;
        let content = serde_json::from_slice(&json).map_err(|_| corrupt())?;
        Ok(Some(content))
    }
}

/// Names a version of a record, whichever of the two tables it lies in.
fn place(id: RecordId, revision: i32) -> [u8; 20] {
    let mut place = [0; 20];
    let (name, number) = place.split_at_mut(16);
    name.copy_from_slice(id.0.as_bytes());
    number.copy_from_slice(&revision.to_be_bytes());
    place
}
