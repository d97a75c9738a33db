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
use chrono::{DateTime, NaiveDate, Utc};

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
            let read = (weeks, records, facts);
            let patient = patient(site, job, (subject, *number), read, with_words)?;
            found.push((*number, key, patient));
        }
    }
    found.sort_unstable_by_key(|(number, ..)| *number);
    let found = found.into_iter().map(|(_, key, patient)| (key, patient));
    Ok(found.collect())
}

/// One patient; `None` when there is nothing of them in the weeks that were asked for, or nothing that changed.
fn patient(
    site: &SiteAccess<Export>,
    job: &Job,
    (subject, number): (&Subject<Read>, u32),
    (weeks, records, facts): (Vec<Entry>, Vec<Record>, Facts),
    with_words: bool,
) -> DbResult<Option<Patient>> {
    let access = &subject.access;
    let cut_off = job.cut_off.unwrap_or(job.asked_at);
    let filter = &job.filter;
    let mut weeks = by_key(weeks, cut_off);
    weeks.retain(|versions| versions.first().is_none_or(|it| covers(filter, it.key)));
    let mut records: Vec<_> = (1..).zip(by_key(records, cut_off)).collect();
    records.retain(|(_, versions)| touches(filter, versions));
    let first = first_day(&weeks, &records, job.identified);
    // A program is told of a patient without a record, too.
    let is_for_program = job.kick_off.is_some();
    let patient = Patient {
        patient: access.patient(),
        number,
        shared_since: subject.shared_since,
        id: if job.identified {
            clinic::subject_id(site.site(), subject)?
        } else {
            number.to_string()
        },
        first: first.unwrap_or(cut_off.date_naive()),
        identified: job.identified,
        time_zone: access.time_zone(),
        // Of a patient who was enrolled since, or shares again since, all is new.
        since: filter
            .changed_since
            .filter(|since| subject.shared_since <= *since),
        facts: access.shows_facts().then_some(facts),
        words: with_words && access.shows_words(),
        weeks,
        records,
    };
    let is_told = is_for_program || patient.has_any();
    Ok(is_told.then_some(patient))
}

/// Day 0: that of the first rating of the weeks; of a patient who rated none, the first of the records. What was removed
/// or corrected decides nothing, but in an export of which there are later cuts: it is the same in each of them.
fn first_day(
    weeks: &[Versions<Entry>],
    records: &[(usize, Versions<Record>)],
    has_cuts: bool,
) -> Option<NaiveDate> {
    let rated = weeks.iter().flat_map(|it| deciding(it, has_cuts));
    let rated = rated.filter_map(|entry| entry.content.as_ref());
    let said = records.iter();
    let said = said.flat_map(|(_, it)| deciding(it, has_cuts));
    let said = said.filter_map(|record| record.content.as_ref());
    let first = rated.map(|rating| rating.assessed_on).min();
    first.or_else(|| said.map(|content| content.days().0).min())
}

fn deciding<T>(versions: &Versions<T>, has_cuts: bool) -> &[T] {
    let from = if has_cuts {
        0
    } else {
        versions.len().saturating_sub(1)
    };
    versions.get(from..).unwrap_or_default()
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

/// The versions until `cut_off` of each thing.
fn by_key<T: Versioned>(
    versions: Vec<Version<T>>,
    cut_off: DateTime<Utc>,
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
    things
}
