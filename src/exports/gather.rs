//! Reads what goes into an export: first who is in it, then patient after patient.

use std::collections::HashMap;

use super::format::{Patient, Versions};
use super::model::{Asker, Filter, Job, Withheld};
use crate::access::{self, Access, AccessError, Export, PatientKey, Read, SiteAccess, Subject};
use crate::clinic;
use crate::clinical::Week;
use crate::diary::{self, Entry};
use crate::patients::{self, Facts};
use crate::platform::db::{Conn, DbResult};
use crate::platform::vault::Vault;
use crate::treatments::{self, Record};
use crate::versions::{Version, Versioned};
use chrono::{DateTime, Utc};

/// Who is in an export.
pub struct Plan {
    /// By their keys, in the order of the files.
    pub order: Vec<PatientKey>,
    /// Whether who asked is shown notes.
    pub words: bool,
    /// Who is not in it.
    pub withheld: Withheld,
}

/// So many are looked at at once.
const PAGE: usize = 500;

/// What the work for `job` may do now: it ends with the place at the site of the person who asked, or when the
/// program is taken away.
pub fn site_of(
    conn: &mut Conn,
    vault: &Vault,
    job: &Job,
    now: DateTime<Utc>,
) -> Result<SiteAccess<Export>, AccessError> {
    match job.asked_by {
        Asker::Person(account, session) => {
            access::to_site_after(conn, vault, (account, session), job.site, now)
        }
        Asker::Program(client) => access::to_own_site_after(conn, vault, client, now),
    }
}

/// Decides who is in `job`, and in which order: without names it is one that tells nothing.
pub fn plan(conn: &mut Conn, site: &SiteAccess<Export>, job: &Job) -> DbResult<Plan> {
    let mut order = Vec::new();
    let (mut after, mut sharing) = (None, 0);
    loop {
        let page = access::subjects(conn, site, after, PAGE)?;
        let Some(last) = page.last() else {
            break;
        };
        after = Some(last.access.key());
        sharing += page.len();
        let taken = page.iter().filter(|subject| is_in(job, subject));
        order.extend(taken.map(|subject| subject.access.key()));
    }
    if !job.identified {
        let key = site.who().vault().mac_key("order of an export");
        order.sort_by_cached_key(|patient| {
            key.tag(&[job.id.0.as_bytes(), &patient.0.to_be_bytes()])
        });
    }
    let enrolled = u64::try_from(access::enrolled(conn, site)?).unwrap_or_default();
    let withheld = Withheld {
        sharing_taken_back: enrolled.saturating_sub(count(sharing)),
        not_for_research: count(sharing).saturating_sub(count(order.len())),
        ..Withheld::default()
    };
    Ok(Plan {
        order,
        words: job.identified && site.role() == Some(access::SiteRole::Clinician),
        withheld,
    })
}

/// As a number of the manifest.
pub fn count(many: usize) -> u64 {
    u64::try_from(many).unwrap_or(u64::MAX)
}

fn is_in<R>(job: &Job, subject: &Subject<R>) -> bool {
    job.identified || subject.share.research
}

/// Reads the patients with these keys and numbers, and what was written `with_words`; one who does not share any more
/// is left out.
pub fn patients(
    conn: &mut Conn,
    site: &SiteAccess<Export>,
    job: &Job,
    numbered: &[(PatientKey, u32)],
    with_words: bool,
) -> DbResult<Vec<(PatientKey, Option<Patient>)>> {
    let keys: Vec<PatientKey> = numbered.iter().map(|(key, _)| *key).collect();
    let numbers: HashMap<PatientKey, u32> = numbered.iter().copied().collect();
    let mut subjects = access::subjects_of(conn, site, &keys)?;
    subjects.retain(|subject| is_in(job, subject));
    let diaries: Vec<&Access<Read>> = subjects.iter().map(|subject| &subject.access).collect();
    let mut weeks = diary::whole(conn, &diaries, with_words)?;
    let mut records = treatments::whole(conn, &diaries, with_words)?;
    let facts = patients::facts_in(conn, &diaries)?;
    let mut found = Vec::with_capacity(keys.len());
    for (subject, facts) in subjects.iter().zip(facts) {
        let key = subject.access.key();
        if let Some(number) = numbers.get(&key) {
            let weeks = weeks.remove(&key).unwrap_or_default();
            let records = records.remove(&key).unwrap_or_default();
            let patient = patient(site, job, (subject, *number), (weeks, records, facts))?;
            found.push((*number, key, patient));
        }
    }
    found.sort_unstable_by_key(|(number, ..)| *number);
    let found = found.into_iter().map(|(_, key, patient)| (key, patient));
    Ok(found.collect())
}

/// One patient; `None` when they rated no week that was asked for.
fn patient(
    site: &SiteAccess<Export>,
    job: &Job,
    (subject, number): (&Subject<Read>, u32),
    (weeks, records, facts): (Vec<Entry>, Vec<Record>, Facts),
) -> DbResult<Option<Patient>> {
    let access = &subject.access;
    let cut_off = job.cut_off.unwrap_or(job.asked_at);
    let filter = &job.filter;
    let mut weeks = by_key(weeks, cut_off, filter.changed_since);
    weeks.retain(|versions| versions.first().is_none_or(|it| covers(filter, it.key)));
    let rated = weeks.iter().flatten();
    let rated = rated.filter_map(|entry| entry.content.as_ref());
    let first = rated.map(|rating| rating.assessed_on).min();
    // A program counts no days, and is told of treatments too.
    let Some(first) = first.or(job.kick_off.as_ref().map(|_| cut_off.date_naive())) else {
        return Ok(None);
    };
    let mut records = by_key(records, cut_off, filter.changed_since);
    records.retain(|versions| touches(filter, versions));
    Ok(Some(Patient {
        patient: access.patient(),
        number,
        enrolled_at: subject.since,
        id: if job.identified {
            clinic::subject_id(site.site(), subject)?
        } else {
            number.to_string()
        },
        first,
        facts: access.shows_facts().then_some(facts),
        weeks,
        records,
    }))
}

fn covers(filter: &Filter, week: Week) -> bool {
    filter.from.is_none_or(|from| from <= week) && filter.to.is_none_or(|to| week <= to)
}

/// Whether any version of a record lies in the weeks.
fn touches(filter: &Filter, versions: &Versions<Record>) -> bool {
    let mut said = versions.iter().filter_map(|record| record.content.as_ref());
    said.any(|content| {
        let (begins, ends) = content.days();
        filter
            .from
            .is_none_or(|from| ends.is_none_or(|end| end >= from.monday()))
            && filter.to.is_none_or(|to| begins <= to.sunday())
    })
}

/// The versions until `cut_off` of each thing, unless it is as it was at `since`.
fn by_key<T: Versioned>(
    versions: Vec<Version<T>>,
    cut_off: DateTime<Utc>,
    since: Option<DateTime<Utc>>,
) -> Vec<Versions<Version<T>>>
where
    T::Key: PartialEq,
{
    let mut things: Vec<Versions<Version<T>>> = Vec::new();
    let until = versions
        .into_iter()
        .filter(|version| version.recorded_at <= cut_off);
    for version in until {
        match things.last_mut() {
            Some(thing) if thing.last().is_some_and(|it| it.key == version.key) => {
                thing.push(version);
            }
            _ => things.push(vec![version]),
        }
    }
    if let Some(since) = since {
        things.retain(|thing| thing.last().is_some_and(|it| it.recorded_at > since));
    }
    things
}
