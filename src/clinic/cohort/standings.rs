//! Who stands where in the list of a clinic. It is remembered, so that a page costs what a page costs and not what
//! the clinic does, but for a pass over its places in memory after a change; what is shown on it is opened and checked
//! anew each time.
//!
//! It is brought up to now by what is written down: each reader has those made anew who changed since, in their own
//! picture of the database. A patient who is not let in any more falls off the page, whatever is remembered.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::sort::Place;
use super::{CohortSort, Order, PAGE, Stand, stands};
use crate::access::{self, Cohort, PatientKey, SiteAccess};
use crate::audit::{self, Action, COMMITTED, MadeChange};
use crate::platform::clock::{Zone, civil_day};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::{AccountId, SessionId, SiteId};
use crate::trends::Overviews;

/// More changes than that are not gone through one by one.
const MOST_CHANGES: i64 = 10_000;

/// A list that was not asked for as long is forgotten.
const KEPT: TimeDelta = TimeDelta::days(2);

/// The lists that were asked for in this process.
#[derive(Default)]
pub struct Cohorts {
    lists: Mutex<HashMap<SiteId, List>>,
    lines: Overviews,
}

/// The list of a clinic, and who asked for it last.
struct List {
    standings: Arc<Standings>,
    asked_by: (AccountId, SessionId),
    asked_at: DateTime<Utc>,
}

/// The patients of a clinic in every order that was asked for.
pub struct Standings {
    /// Which day it is where its patients live: with the day each line changes.
    days: Vec<(Zone, NaiveDate)>,
    /// By their keys.
    rows: Vec<Stand>,
    orders: Mutex<HashMap<(CohortSort, Order), Sorted>>,
    looked: Mutex<Looked>,
}

/// Places with the rows that they are of.
type Sorted = Arc<Vec<(Place, usize)>>;

/// How far events have been read.
#[derive(Clone)]
struct Looked {
    /// Up to this event nothing can have been missed.
    settled: i64,
    /// The last change of each record after that.
    changes: HashMap<PatientKey, i64>,
    /// The event of the last decision of each patient after that.
    decisions: HashMap<PatientKey, i64>,
}

/// What has been written down since.
struct News {
    changes: Vec<MadeChange>,
    /// With what a patient agrees to they come and go, which is no change of their record.
    decisions: Vec<(i64, PatientKey)>,
}

impl Cohorts {
    /// The lines of diaries, which are remembered too.
    pub fn lines(&self) -> &Overviews {
        &self.lines
    }

    /// How the patients of the clinic stand now.
    pub fn standings(
        &self,
        conn: &mut Conn,
        site: &SiteAccess<Cohort>,
        with_flags: bool,
    ) -> DbResult<Arc<Standings>> {
        let standings = self.up_to_now(conn, site, with_flags)?;
        let list = List {
            standings: Arc::clone(&standings),
            asked_by: (site.by(), site.who().session()),
            asked_at: site.at(),
        };
        self.lists().insert(site.site(), list);
        Ok(standings)
    }

    /// Makes the list anew before it is asked for.
    pub fn make_anew(
        &self,
        conn: &mut Conn,
        site: &SiteAccess<Cohort>,
        with_flags: bool,
    ) -> DbResult<()> {
        let standings = self.up_to_now(conn, site, with_flags)?;
        if let Some(list) = self.lists().get_mut(&site.site()) {
            list.standings = standings;
        }
        Ok(())
    }

    fn up_to_now(
        &self,
        conn: &mut Conn,
        site: &SiteAccess<Cohort>,
        with_flags: bool,
    ) -> DbResult<Arc<Standings>> {
        let known = self
            .lists()
            .get(&site.site())
            .map(|list| Arc::clone(&list.standings));
        let known = known.filter(|it| it.is_of(site.at()));
        let now = match known {
            Some(known) => known.brought_up(conn, site, &self.lines, with_flags)?,
            None => None,
        };
        match now {
            Some(now) => Ok(now),
            None => Ok(Arc::new(Standings::made(
                conn,
                site,
                &self.lines,
                with_flags,
            )?)),
        }
    }

    /// The clinics whose list is of another day than `now`, with its last reader; those that were not asked for lately
    /// are forgotten.
    pub fn of_yesterday(&self, now: DateTime<Utc>) -> Vec<(SiteId, (AccountId, SessionId))> {
        let mut lists = self.lists();
        lists.retain(|_, list| list.asked_at > now - KEPT);
        let over = lists.iter().filter(|(_, list)| !list.standings.is_of(now));
        over.map(|(site, list)| (*site, list.asked_by)).collect()
    }

    /// Forgets the list of a clinic.
    pub fn forget(&self, site: SiteId) {
        self.lists().remove(&site);
    }

    fn lists(&self) -> MutexGuard<'_, HashMap<SiteId, List>> {
        self.lists.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Standings {
    fn made(
        conn: &mut Conn,
        site: &SiteAccess<Cohort>,
        lines: &Overviews,
        with_flags: bool,
    ) -> DbResult<Self> {
        let mut made = Self {
            days: Vec::new(),
            rows: Vec::new(),
            orders: Mutex::default(),
            looked: Mutex::new(Looked {
                settled: audit::newest_event_before(conn, site.at() - COMMITTED)?,
                changes: HashMap::new(),
                decisions: HashMap::new(),
            }),
        };
        let mut after = None;
        loop {
            let subjects = access::subjects(conn, site, after, PAGE)?;
            let Some(last) = subjects.last() else {
                return Ok(made);
            };
            after = Some(last.access.key());
            let page = stands(conn, site, &subjects, lines, with_flags)?;
            made.rows.extend(page);
            made.add_days(&subjects);
        }
    }

    fn add_days<R>(&mut self, subjects: &[access::Subject<R>]) {
        for subject in subjects {
            let day = (subject.access.time_zone(), subject.access.today());
            if !self.days.contains(&day) {
                self.days.push(day);
            }
        }
    }

    /// Whether it is still the same day for each of its patients.
    fn is_of(&self, now: DateTime<Utc>) -> bool {
        let mut days = self.days.iter();
        days.all(|(zone, day)| civil_day(now, *zone) == *day)
    }

    fn looked(&self) -> MutexGuard<'_, Looked> {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same with those made anew who changed since; `None` when all are to be.
    fn brought_up(
        self: &Arc<Self>,
        conn: &mut Conn,
        site: &SiteAccess<Cohort>,
        lines: &Overviews,
        with_flags: bool,
    ) -> DbResult<Option<Arc<Self>>> {
        let settled = self.looked().settled;
        let Some(news) = News::after(conn, settled)? else {
            return Ok(None);
        };
        let newer = self.newer(&news);
        let subjects = access::subjects_of(conn, site, &newer)?;
        let old = site.at() - COMMITTED;
        if subjects.is_empty() && newer.iter().all(|patient| self.row(*patient).is_none()) {
            self.looked().note(&news, old);
            return Ok(Some(Arc::clone(self)));
        }
        let mut looked = self.looked().clone();
        looked.note(&news, old);
        let mut rows = self.rows.clone();
        rows.retain(|row| !newer.contains(&row.patient));
        rows.extend(stands(conn, site, &subjects, lines, with_flags)?);
        rows.sort_unstable_by_key(|row| row.patient.0);
        let mut now = Self {
            days: self.days.clone(),
            rows,
            orders: Mutex::default(),
            looked: Mutex::new(looked),
        };
        now.add_days(&subjects);
        Ok(Some(Arc::new(now)))
    }

    /// The patients with something new.
    fn newer(&self, news: &News) -> Vec<PatientKey> {
        let looked = self.looked();
        let changed = news.changes.iter().filter(|made| {
            let own = self.row(made.patient).map(|row| row.change);
            let seen = own.max(looked.changes.get(&made.patient).copied());
            seen.is_none_or(|seen| seen < made.change)
        });
        let decided = news.decisions.iter().filter(|(event, patient)| {
            let seen = looked.decisions.get(patient);
            seen.is_none_or(|seen| seen < event)
        });
        let changed = changed.map(|made| made.patient);
        let all: HashSet<PatientKey> = changed
            .chain(decided.map(|(_, patient)| *patient))
            .collect();
        all.into_iter().collect()
    }

    fn row(&self, patient: PatientKey) -> Option<&Stand> {
        let place = self
            .rows
            .binary_search_by_key(&patient.0, |row| row.patient.0);
        self.rows.get(place.ok()?)
    }

    /// Those after `after` in this order, with their places.
    pub(super) fn from(
        &self,
        sort: CohortSort,
        order: Order,
        after: Option<Place>,
    ) -> impl Iterator<Item = (Place, &Stand)> {
        let sorted = self.sorted(sort, order);
        let first = sorted.partition_point(|(place, _)| after.is_some_and(|after| *place <= after));
        (first..sorted.len()).filter_map(move |place| {
            let (place, at) = sorted.get(place)?;
            Some((*place, self.rows.get(*at)?))
        })
    }

    fn sorted(&self, sort: CohortSort, order: Order) -> Sorted {
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let sorted = orders.entry((sort, order)).or_insert_with(|| {
            let rows = self.rows.iter().enumerate();
            let places = rows.map(|(at, row)| (Place::of(row, sort, order), at));
            let mut places: Vec<(Place, usize)> = places.collect();
            places.sort_unstable_by_key(|(place, _)| *place);
            Arc::new(places)
        });
        Arc::clone(sorted)
    }
}

impl Looked {
    fn note(&mut self, news: &News, old: DateTime<Utc>) {
        for made in &news.changes {
            let seen = self.changes.entry(made.patient).or_default();
            *seen = made.change.max(*seen);
        }
        for (event, patient) in &news.decisions {
            let seen = self.decisions.entry(*patient).or_default();
            *seen = (*event).max(*seen);
        }
        let settled = news.changes.iter().take_while(|made| made.at <= old);
        if let Some(last) = settled.last() {
            self.settled = last.event.max(self.settled);
        }
        // What is settled is not read again.
        let settled = self.settled;
        let open = news.changes.iter().filter(|made| made.event > settled);
        let open: HashSet<PatientKey> = open.map(|made| made.patient).collect();
        self.changes.retain(|patient, _| open.contains(patient));
        self.decisions.retain(|_, event| *event > settled);
    }
}

impl News {
    /// What has been written down after this event; `None` when it is too much.
    fn after(conn: &mut Conn, event: i64) -> DbResult<Option<Self>> {
        let changes = audit::changes_after(conn, event, MOST_CHANGES)?;
        if i64::try_from(changes.len()).unwrap_or(i64::MAX) >= MOST_CHANGES {
            return Ok(None);
        }
        let decided = [Action::ConsentGiven, Action::ConsentWithdrawn];
        let decided = audit::actors_after(conn, event, &decided)?;
        let who: Vec<AccountId> = decided.iter().map(|(_, account)| *account).collect();
        let own = access::own_diaries(conn, &who)?;
        let decisions = decided
            .into_iter()
            .filter_map(|(event, account)| Some((event, *own.get(&account)?)));
        Ok(Some(Self {
            changes,
            decisions: decisions.collect(),
        }))
    }
}
