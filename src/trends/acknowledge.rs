//! Saying of a flag: we know.

use std::collections::BTreeMap;

use serde_json::json;

use super::flags::{self, FlagShown};
use super::known::Known;
use super::question::Question;
use super::refusal::Refusal;
use super::store;
use crate::access::{Access, Treat};
use crate::audit::{self, Action};
use crate::clinical::Acknowledgement;
use crate::diary;
use crate::patients;
use crate::platform::db::Conn;
use crate::platform::http::{EdgeRefusal, HttpResult};
use crate::platform::ids::FlagId;
use crate::treatments;
use crate::versions::own_author;

/// What people say with it.
#[derive(Clone)]
pub(super) struct Said {
    /// In their own words.
    pub(super) note: Option<String>,
    /// The numbers that they were shown, where they say so.
    pub(super) readings: Option<BTreeMap<String, f64>>,
}

/// Keeps that the flag is known, with a note where there is one, and shows it as it is now. What is
/// known already stays as it is.
pub(super) fn acknowledge(
    conn: &mut Conn,
    access: &Access<Treat>,
    question: &Question,
    id: FlagId,
    Said { note, readings }: Said,
) -> HttpResult<FlagShown> {
    let facts = patients::facts(conn, access)?;
    let history = diary::rated(conn, access)?;
    let mut known = store::known(conn, access)?;
    let acknowledged: Vec<_> = known.iter().map(|known| known.of.clone()).collect();
    let happenings = treatments::happenings(conn, access)?;
    let recorded = (&*history, &*happenings);
    let raised = flags::raised(question, &facts, recorded, &acknowledged);
    let flag = raised
        .into_iter()
        .find(|flag| flags::id(question.patient, flag) == id)
        .ok_or(EdgeRefusal::NotFound)?;
    let is_that = |seen: BTreeMap<String, f64>| {
        let now = flag.readings().into_iter();
        seen == now.map(|(what, reading)| (what, reading.value())).collect()
    };
    // What got worse meanwhile is not known to a person who was shown the number before.
    if !readings.is_none_or(is_that) {
        return Err(Refusal::FlagChanged.into());
    }
    let seen = history.last().ok_or(EdgeRefusal::NotFound)?.week;
    if flag.acknowledged.is_none() {
        let change = audit::next_change(conn, access)?;
        let now = Known {
            flag: id,
            of: Acknowledgement {
                code: flag.code,
                seen,
                readings: flag.readings(),
            },
            note,
            at: access.at(),
            by: own_author(access)?,
            change: change.number(),
        };
        store::insert(conn, access, &now, change)?;
        let detail = json!({ "flag": id, "code": flag.code });
        audit::record(conn, access, change, Action::FlagKnown, &detail)?;
        known.push(now);
    }
    let shown = flags::shown(question, &facts, recorded, &known).into_iter();
    // A week that was corrected may have raised a second one of this name, after the first was known.
    let known = shown.filter(|shown| shown.id == id && shown.acknowledged.is_some());
    let newest = known.max_by_key(|shown| shown.acknowledged.as_ref().map(|known| known.at));
    Ok(newest.ok_or(EdgeRefusal::NotFound)?)
}
