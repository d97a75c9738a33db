//! Backups that need no thought.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::backup::{self, BackupError};
use crate::platform::clock::days_before;
use crate::platform::config::BackupPlan;
use crate::platform::ids::Ids;

/// A look at the names in one folder.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// From a backup that failed to the next try.
const TRY_AGAIN: TimeDelta = TimeDelta::minutes(1);

/// How many days every backup is kept; before that, the first of each day. By a clock that was seen to be
/// right for long enough, and never one of the newest days: one backup made while the clock is ahead
/// must not be the end of all others.
const ALL_OF: u64 = 2;

/// In UTC: it sorts as time does, and says when.
const NAME: &str = "diary-%Y-%m-%dT%H%M%SZ.age";

/// Backs up by `plan` until the process ends. A restart does not make one more: the folder says when
/// the last one was made.
pub(super) async fn back_up(app: App, plan: BackupPlan) {
    let mut tried = None;
    loop {
        let now = app.clock.now();
        let just_tried = tried.is_some_and(|at| is_between(at, now, TRY_AGAIN));
        if !just_tried && is_due(&plan, now) {
            tried = Some(now);
            let (plan, ids, settled) = (plan.clone(), app.ids.clone(), app.settled.now());
            match tokio::task::spawn_blocking(move || make(&plan, now, settled, &ids)).await {
                Ok(Ok(())) => tried = None,
                Ok(Err(error)) => failed(&error),
                Err(error) => failed(&error),
            }
        }
        tokio::time::sleep(app.rehearsal.look_again(LOOK_AGAIN)).await;
    }
}

fn failed(error: &dyn std::error::Error) {
    alarm::sound(Alarm::BackupFailed);
    tracing::warn!(%error, "no backup was made");
}

fn make(
    plan: &BackupPlan,
    now: DateTime<Utc>,
    settled: Option<DateTime<Utc>>,
    ids: &Ids,
) -> Result<(), BackupError> {
    let out = plan.folder.join(name(now));
    remove_parts(&plan.folder)?;
    backup::write(&plan.database, &plan.recipients, ids, &out)?;
    if let Some(settled) = settled {
        for old in surplus(&made(&plan.folder)?, settled, plan.days) {
            std::fs::remove_file(plan.folder.join(name(old)))?;
        }
    }
    Ok(())
}

/// Removes what a process left of backups that was killed while it made them.
fn remove_parts(folder: &Path) -> io::Result<()> {
    for file in folder.read_dir()? {
        let file = file?;
        let name = file.file_name();
        let whole = name.to_str().and_then(|name| name.strip_suffix(".part"));
        if whole.is_some_and(|whole| NaiveDateTime::parse_from_str(whole, NAME).is_ok()) {
            std::fs::remove_file(file.path())?;
        }
    }
    Ok(())
}

/// One from the future says nothing: a clock that went back must not end the backups.
fn is_due(plan: &BackupPlan, now: DateTime<Utc>) -> bool {
    let every = TimeDelta::from_std(plan.every).unwrap_or(TimeDelta::MAX);
    made(&plan.folder).map_or(true, |made| {
        !made.iter().any(|at| is_between(*at, now, every))
    })
}

/// Whether `at` is not after `now`, and less than `time` before.
fn is_between(at: DateTime<Utc>, now: DateTime<Utc>, time: TimeDelta) -> bool {
    (TimeDelta::zero()..time).contains(&(now - at))
}

fn name(at: DateTime<Utc>) -> String {
    at.format(NAME).to_string()
}

/// When each backup in the folder was made; other files are not ours.
fn made(folder: &Path) -> io::Result<BTreeSet<DateTime<Utc>>> {
    let mut found = BTreeSet::new();
    for file in folder.read_dir()? {
        let name = file?.file_name();
        let at = name
            .to_str()
            .map(|name| NaiveDateTime::parse_from_str(name, NAME));
        found.extend(at.and_then(Result::ok).map(|at| at.and_utc()));
    }
    Ok(found)
}

/// Which of them have been kept for long enough: the newest `days` days of which there are any are kept
/// whatever their age.
fn surplus(made: &BTreeSet<DateTime<Utc>>, now: DateTime<Utc>, days: u16) -> Vec<DateTime<Utc>> {
    let all_from = days_before(now, ALL_OF);
    let some_from = days_before(now, days.into()).date_naive();
    let there: BTreeSet<NaiveDate> = made.iter().map(DateTime::date_naive).collect();
    let newest: BTreeSet<&NaiveDate> = there.iter().rev().take(days.into()).collect();
    let mut last_day: Option<NaiveDate> = None;
    let mut gone = Vec::new();
    for &at in made.range(..all_from) {
        let day = at.date_naive();
        let old = day < some_from && !newest.contains(&day);
        if old || last_day == Some(day) {
            gone.push(at);
        }
        last_day = Some(day);
    }
    gone
}
