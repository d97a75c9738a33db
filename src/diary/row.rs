//! An entry as both tables store it.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Entry, Rating, Respondent, Weight};
use crate::access::{Access, Guest, PatientKey, Relation, Write};
use crate::audit::Change;
use crate::clinical::{Answers, CuttingForm, INSTRUMENT_VERSION, Score, Week};
use crate::platform::db::{At, DbError, DbResult, Json};
use crate::platform::ids::AccountId;
use crate::platform::vault::columns::{CHANGE_REASON, ENTRY_SENDER, NOTE};
use crate::platform::vault::{DataKey, Sealed};
use crate::schema::entries;
use crate::versions::{Author, Row};

/// One row of `entries` or `entry_revisions`: the columns are the same.
#[derive(Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = entries, primary_key(patient_key, week))]
// Always the same SQL, so that it is prepared once: an absent value is bound as null.
#[diesel(treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct EntryRow {
    pub(super) patient_key: i64,
    pub(super) week: i32,
    pub(super) revision: i32,
    change_no: i64,
    pub(super) shown_revision: i32,
    pub(super) voided: bool,
    assessed_on: NaiveDate,
    speech: Option<i16>,
    salivation: Option<i16>,
    swallowing: Option<i16>,
    handwriting: Option<i16>,
    cutting: Option<i16>,
    dressing: Option<i16>,
    turning: Option<i16>,
    walking: Option<i16>,
    stairs: Option<i16>,
    dyspnea: Option<i16>,
    orthopnea: Option<i16>,
    respiratory_insufficiency: Option<i16>,
    tube_form: bool,
    gastrostomy: bool,
    instrument: String,
    respondent: i16,
    symptoms: Option<Json>,
    weight_tenths: Option<i16>,
    note: Option<Sealed>,
    change_reason: Option<Sealed>,
    recorded_at: At,
    recorded_by: AccountId,
    recorded_as: i16,
    answered_at: Option<At>,
    sender: Option<Sealed>,
}

impl EntryRow {
    /// The row of `entry` in the diary of the patient with this key. A removal keeps what it removes
    /// in the history; its own row holds no answers.
    pub(super) fn new(access: &Access<Write>, entry: &Entry, change: Change) -> DbResult<Self> {
        let written = SealedWords::new(access, entry)?;
        let content = entry.content.as_ref();
        let points = |score: Option<Score>| score.map(|score| i16::from(u8::from(score)));
        let [
            speech,
            salivation,
            swallowing,
            handwriting,
            cutting,
            dressing,
            turning,
            walking,
            stairs,
            dyspnea,
            orthopnea,
            respiratory_insufficiency,
        ] = content.map_or([None; 12], |content| content.answers.scores().map(points));
        let answers = content.map(|content| content.answers);
        Ok(Self {
            patient_key: access.key().0,
            week: entry.key.number(),
            revision: entry.revision,
            change_no: change.number(),
            shown_revision: entry.shown_revision,
            voided: content.is_none(),
            assessed_on: content.map_or(entry.key.monday(), |content| content.assessed_on),
            speech,
            salivation,
            swallowing,
            handwriting,
            cutting,
            dressing,
            turning,
            walking,
            stairs,
            dyspnea,
            orthopnea,
            respiratory_insufficiency,
            tube_form: answers.is_some_and(|a| a.cutting_form() == CuttingForm::B),
            gastrostomy: answers.is_some_and(|a| a.gastrostomy()),
            instrument: content
                .map_or(INSTRUMENT_VERSION, |content| &content.instrument)
                .to_owned(),
            respondent: content.map_or(0, |content| content.respondent.code()),
            symptoms: content
                .filter(|content| !content.symptoms.is_empty())
                .map(|content| Json::new(&content.symptoms)),
            weight_tenths: content
                .and_then(|content| content.weight)
                .map(Weight::tenths),
            note: written.note,
            change_reason: written.change_reason,
            recorded_at: entry.recorded_at.into(),
            recorded_by: entry.author.account,
            recorded_as: entry.author.relation.code(),
            answered_at: content
                .and_then(|content| content.answered_at)
                .map(At::from),
            sender: written.sender,
        })
    }

    fn rating(&self, note: Option<String>, device_name: Option<String>) -> Option<Rating> {
        let symptoms = self.symptoms.clone().map(Json::read).transpose().ok()?;
        let weight = match self.weight_tenths {
            Some(tenths) => Some(Weight::from_tenths(tenths)?),
            None => None,
        };
        Some(Rating {
            assessed_on: self.assessed_on,
            answers: answers(self.points(), self.tube_form, self.gastrostomy)?,
            instrument: self.instrument.clone(),
            respondent: Respondent::from_code(self.respondent)?,
            symptoms: symptoms.unwrap_or_default(),
            weight,
            note,
            answered_at: self.answered_at.map(Into::into),
            device_name,
        })
    }

    /// Whether its author had a link, and no account.
    fn is_by_guest(&self) -> bool {
        self.recorded_as == Relation::Guest.code()
    }

    fn points(&self) -> [Option<i16>; 12] {
        [
            self.speech,
            self.salivation,
            self.swallowing,
            self.handwriting,
            self.cutting,
            self.dressing,
            self.turning,
            self.walking,
            self.stairs,
            self.dyspnea,
            self.orthopnea,
            self.respiratory_insufficiency,
        ]
    }
}

impl Row<Rating> for EntryRow {
    fn recorded_by(&self) -> (AccountId, i16) {
        (self.recorded_by, self.recorded_as)
    }

    fn diary(&self) -> PatientKey {
        PatientKey(self.patient_key)
    }

    fn forget_words(&mut self) {
        (self.note, self.change_reason) = (None, None);
    }

    fn guest(&self, key: &DataKey) -> DbResult<Option<Guest>> {
        let Some(sealed) = self.sender.as_ref().filter(|_| self.is_by_guest()) else {
            return Ok(None);
        };
        let corrupt = || DbError::corrupt("entry of week", self.week);
        let said = key.open(ENTRY_SENDER, &place(self.week, self.revision), sealed)?;
        let (link, name) = said.split_at_checked(LINK).ok_or_else(corrupt)?;
        let link = uuid::Uuid::from_slice(link).map_err(|_| corrupt())?;
        Ok(Some(Guest {
            link: link.into(),
            name: String::from_utf8(name.to_vec()).map_err(|_| corrupt())?,
        }))
    }

    fn into_version(
        self,
        (key, own): (&DataKey, Option<&DataKey>),
        author: Author,
        shows_words: bool,
    ) -> DbResult<Entry> {
        let corrupt = || DbError::corrupt("entry of week", self.week);
        let place = place(self.week, self.revision);
        let open = |column, sealed: Option<&Sealed>| {
            let text = sealed.map(|sealed| key.open_text(column, &place, sealed));
            text.transpose()
        };
        let note = open(NOTE, self.note.as_ref())?;
        let change_reason = open(CHANGE_REASON, self.change_reason.as_ref())?;
        // Once its author is erased nothing opens it.
        let device = self.sender.as_ref().filter(|_| !self.is_by_guest());
        let device_name = own.zip(device).map(|(own, sealed)| {
            let place = device_place(self.patient_key, self.week, self.revision);
            own.open_text(ENTRY_SENDER, &place, sealed)
        });
        let device_name = device_name.transpose()?;
        let content = if self.voided {
            None
        } else {
            Some(self.rating(note, device_name).ok_or_else(corrupt)?)
        };
        Ok(Entry {
            key: Week::from_number(self.week).ok_or_else(corrupt)?,
            kind: (),
            revision: self.revision,
            shown_revision: self.shown_revision,
            content,
            change_reason,
            shows_words,
            recorded_at: self.recorded_at.into(),
            author,
        })
    }
}

/// What was written, sealed. Where nothing was written no key is needed.
#[derive(Default)]
struct SealedWords {
    note: Option<Sealed>,
    change_reason: Option<Sealed>,
    sender: Option<Sealed>,
}

impl SealedWords {
    fn new(access: &Access<Write>, entry: &Entry) -> DbResult<Self> {
        let note = entry.content.as_ref().and_then(|c| c.note.as_ref());
        let reason = entry.change_reason.as_ref();
        let device = entry.content.as_ref().and_then(|c| c.device_name.as_ref());
        let mut written = Self::default();
        if let Some(device) = device {
            let place = device_place(access.key().0, entry.key.number(), entry.revision);
            let sealed = access
                .own_key()?
                .seal(ENTRY_SENDER, &place, device.as_bytes());
            written.sender = Some(sealed?);
        }
        let guest = access.guest();
        if note.is_none() && reason.is_none() && guest.is_none() {
            return Ok(written);
        }
        let (key, place) = (
            access.data_key()?,
            place(entry.key.number(), entry.revision),
        );
        if let Some(guest) = guest {
            let said = [guest.link.0.as_bytes(), guest.name.as_bytes()].concat();
            written.sender = Some(key.seal(ENTRY_SENDER, &place, &said)?);
        }
        let seal = |column, text: Option<&String>| {
            let sealed = text.map(|text| key.seal(column, &place, text.as_bytes()));
            sealed.transpose()
        };
        written.note = seal(NOTE, note)?;
        written.change_reason = seal(CHANGE_REASON, reason)?;
        Ok(written)
    }
}

/// So many bytes of what is kept of a guest name the link; the rest is the name.
const LINK: usize = 16;

/// Names a version of a week, whichever of the two tables it lies in.
pub(super) fn place(week: i32, revision: i32) -> [u8; 8] {
    ((i64::from(week) << 32) | i64::from(revision)).to_be_bytes()
}

/// The same under the key of the author, who may write in several diaries.
fn device_place(patient: i64, week: i32, revision: i32) -> [u8; 16] {
    let version = (i128::from(week) << 32) | i128::from(revision);
    ((i128::from(patient) << 64) | version).to_be_bytes()
}

/// The answers that twelve stored numbers make; `None` when they are not answers.
pub(super) fn answers(
    points: [Option<i16>; 12],
    tube_form: bool,
    gastrostomy: bool,
) -> Option<Answers> {
    let mut scores = [None; 12];
    for (score, points) in scores.iter_mut().zip(points) {
        if let Some(points) = points {
            *score = Some(Score::try_from(u8::try_from(points).ok()?).ok()?);
        }
    }
    let form = if tube_form {
        CuttingForm::B
    } else {
        CuttingForm::A
    };
    Answers::new(scores, form, gastrostomy).ok()
}
