//! A record as both tables store it.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::access::{Access, PatientKey, Treat};
use crate::audit::Change;
use crate::platform::db::{At, DbError, DbResult};
use crate::platform::ids::{AccountId, RecordId};
use crate::platform::vault::columns::{RECORD_CONTENT, RECORD_REASON};
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::records;
use crate::treatments::model::{Content, Record, RecordKind};
use crate::versions::{Author, Row};

/// One row of `records` or `record_revisions`: the columns are the same.
#[derive(Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = records)]
#[diesel(treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct RecordRow {
    pub(super) id: RecordId,
    patient_key: i64,
    kind: i16,
    treatment_id: Option<RecordId>,
    began_on: NaiveDate,
    ended_on: Option<NaiveDate>,
    pub(super) revision: i32,
    pub(super) change_no: i64,
    pub(super) shown_revision: i32,
    voided: bool,
    content: Option<Sealed>,
    change_reason: Option<Sealed>,
    recorded_at: At,
    recorded_by: AccountId,
    recorded_as: i16,
}

impl RecordRow {
    /// The row of `record`. A removal stays where `last` was: its own row says nothing else.
    pub(super) fn new(
        access: &Access<Treat>,
        record: &Record,
        last: Option<&Content>,
        change: Change,
    ) -> DbResult<Self> {
        let corrupt = || DbError::corrupt("record", record.key);
        let (key, place) = (access.data_key()?, place(record.key, record.revision));
        let content = record.content.as_ref().map(|content| {
            let json = serde_json::to_vec(content).map_err(|_| corrupt())?;
            key.seal(RECORD_CONTENT, &place, &json)
        });
        let reason = record.change_reason.as_ref();
        let reason = reason.map(|reason| key.seal(RECORD_REASON, &place, reason.as_bytes()));
        let lies = record.content.as_ref().or(last).ok_or_else(corrupt)?;
        let (began_on, ended_on) = lies.days();
        Ok(Self {
            id: record.key,
            patient_key: access.key().0,
            kind: record.kind.code(),
            treatment_id: lies.treatment(),
            began_on,
            ended_on,
            revision: record.revision,
            change_no: change.number(),
            shown_revision: record.shown_revision,
            voided: record.content.is_none(),
            content: content.transpose()?,
            change_reason: reason.transpose()?,
            recorded_at: record.recorded_at.into(),
            recorded_by: record.author.account,
            recorded_as: record.author.relation.code(),
        })
    }
}

impl Row<Content> for RecordRow {
    fn recorded_by(&self) -> (AccountId, i16) {
        (self.recorded_by, self.recorded_as)
    }

    fn diary(&self) -> PatientKey {
        PatientKey(self.patient_key)
    }

    fn forget_words(&mut self) {
        self.change_reason = None;
    }

    fn into_version(
        self,
        (key, _): (&DataKey, Option<&DataKey>),
        author: Author,
        shows_words: bool,
    ) -> DbResult<Record> {
        let (id, place) = (self.id, place(self.id, self.revision));
        let corrupt = || DbError::corrupt("record", id);
        let kind = RecordKind::from_code(self.kind).ok_or_else(corrupt)?;
        let content = match &self.content {
            None => None,
            Some(sealed) => {
                let json = key.open(RECORD_CONTENT, &place, sealed)?;
                Some(Content::read(kind, &json).map_err(|_| corrupt())?)
            }
        };
        let reason = self.change_reason.as_ref();
        let reason = reason.map(|sealed| key.open_text(RECORD_REASON, &place, sealed));
        if self.voided != content.is_none() {
            return Err(corrupt());
        }
        Ok(Record {
            key: id,
            kind,
            revision: self.revision,
            shown_revision: self.shown_revision,
            content,
            change_reason: reason.transpose()?,
            shows_words,
            recorded_at: self.recorded_at.into(),
            author,
        })
    }
}

/// What a record says, without who recorded it.
#[derive(Debug, Queryable)]
pub(super) struct ContentRow {
    id: RecordId,
    kind: i16,
    revision: i32,
    content: Option<Sealed>,
}

impl ContentRow {
    /// The id, and what it says.
    pub(super) fn open(&self, key: &DataKey) -> DbResult<(RecordId, Content)> {
        let corrupt = || DbError::corrupt("record", self.id);
        let kind = RecordKind::from_code(self.kind).ok_or_else(corrupt)?;
        let sealed = self.content.as_ref().ok_or_else(corrupt)?;
        let json = key.open(RECORD_CONTENT, &place(self.id, self.revision), sealed)?;
        let content = Content::read(kind, &json).map_err(|_| corrupt())?;
        Ok((self.id, content))
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
