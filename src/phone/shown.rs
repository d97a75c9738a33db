//! What changed, as reading each thing shows it now.

use std::collections::HashMap;

use serde::Serialize;

use super::heads::Head;
use super::model::{Change, Kind, Op, Place};
use crate::access::{Access, Read, Summary};
use crate::circle::{ChangedMember, MemberResponse};
use crate::diary;
use crate::patients::{self, FactsResponse};
use crate::platform::db::Conn;
use crate::platform::http::part::to_part;
use crate::platform::http::{HttpResult, etag};
use crate::platform::ids::PatientId;
use crate::treatments;
use crate::trends::CopiedKnown;
use crate::versions::{Version, Versioned};

/// What they say now.
pub fn shown(
    conn: &mut Conn,
    access: &Access<Summary>,
    heads: Vec<(Place, Head)>,
) -> HttpResult<Vec<Change>> {
    let patient = access.patient();
    let (mut weeks, mut ids) = (Vec::new(), Vec::new());
    for (_, head) in &heads {
        match head {
            Head::Week(week) => weeks.push(*week),
            Head::Record(id) | Head::Rating(id, _) => ids.push(*id),
            Head::Diary | Head::Facts(_) | Head::Member(_) | Head::Known(_) => {}
        }
    }
    let (mut entries, mut records) = (HashMap::new(), HashMap::new());
    if let Some(reading) = access.also::<Read>() {
        let found = diary::current_of(conn, &reading, &weeks)?;
        entries.extend(found.into_iter().map(|entry| (entry.key, entry)));
        let found = treatments::current_in(conn, &reading, &ids)?;
        records.extend(found.into_iter().map(|record| (record.key, record)));
    }
    let mut changes = Vec::with_capacity(heads.len());
    for (_, head) in heads {
        changes.push(match head {
            Head::Diary => {
                let (tag, diary) = patients::show_diary(conn, access)?;
                put(patient, Kind::Diary, patient.to_string(), tag, &diary)
            }
            Head::Facts(facts) => {
                let version = facts.version;
                let change = put(
                    patient,
                    Kind::Facts,
                    patient.to_string(),
                    etag::of_version(version),
                    &FactsResponse::from(*facts),
                );
                Change {
                    revision: Some(version),
                    ..change
                }
            }
            Head::Member(one) => member(patient, *one),
            Head::Known(known) => {
                let body = CopiedKnown::new(&known, access.shows_words());
                let change = put(
                    patient,
                    Kind::FlagKnown,
                    known.flag.to_string(),
                    String::new(),
                    &body,
                );
                Change {
                    etag: None,
                    ..change
                }
            }
            Head::Week(week) => of_version(
                patient,
                Kind::Entry,
                week.to_string(),
                entries.remove(&week).as_ref(),
            ),
            Head::Record(id) => of_version(
                patient,
                Kind::Record,
                id.to_string(),
                records.remove(&id).as_ref(),
            ),
            Head::Rating(id, day) => of_version(
                patient,
                Kind::ClinicRating,
                day.to_string(),
                records.remove(&id).as_ref(),
            ),
        });
    }
    Ok(changes)
}

fn put(patient: PatientId, kind: Kind, id: String, tag: String, body: &impl Serialize) -> Change {
    Change {
        patient,
        kind,
        id,
        op: Op::Put,
        revision: None,
        etag: Some(tag),
        data: Some(to_part(body)),
    }
}

fn member(patient: PatientId, changed: ChangedMember) -> Change {
    let id = changed.account.to_string();
    let Some(member) = changed.member else {
        return gone(patient, Kind::Member, id);
    };
    let version = member.version;
    let tag = etag::of_version(version);
    let change = put(
        patient,
        Kind::Member,
        id,
        tag,
        &MemberResponse::from(member),
    );
    Change {
        revision: Some(version),
        ..change
    }
}

/// A version as reading shows it, or its removal; nothing where it is out of sight.
fn of_version<T: Versioned>(
    patient: PatientId,
    kind: Kind,
    id: String,
    version: Option<&Version<T>>,
) -> Change {
    let Some(version) = version else {
        return gone(patient, kind, id);
    };
    let op = if version.content.is_some() {
        Op::Put
    } else {
        Op::Void
    };
    Change {
        patient,
        kind,
        id,
        op,
        revision: Some(version.number()),
        etag: Some(version.tag()),
        data: Some(T::show(patient, version)),
    }
}

fn gone(patient: PatientId, kind: Kind, id: String) -> Change {
    Change {
        op: Op::Void,
        kind,
        id,
        ..Change::purge(patient)
    }
}
