//! The tables `alerts` and `alert_tellings`: what there was to tell, and who was told.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::access::{Erasing, PatientKey, Relation};
use crate::alerts::model::{Alert, What, tier_code};
use crate::clinical::{FlagCode, Tier, Week};
use crate::platform::clock::days_before;
use crate::platform::db::{At, Conn, DbError, DbResult, on_each};
use crate::platform::ids::{AccountId, AlertId};
use crate::platform::retention::Rule;
use crate::schema::{alert_tellings, alerts};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = alerts)]
#[diesel(treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: AlertId,
    patient_key: i64,
    code: i16,
    week: i32,
    tier: Option<i16>,
    raised_at: At,
    ended_at: Option<At>,
    acknowledged_at: Option<At>,
    acknowledged_by: Option<AccountId>,
    acknowledged_as: Option<i16>,
    next_step_at: Option<At>,
}

/// The code of a silence, among those of flags.
const SILENCE: i16 = 0;

fn code_of(what: What) -> i16 {
    match what {
        What::Flag(code, _) => code.code(),
        What::Silence => SILENCE,
    }
}

impl Row {
    fn new(key: PatientKey, alert: &Alert) -> Self {
        let acknowledged = alert.acknowledged;
        Self {
            id: alert.id,
            patient_key: key.0,
            code: code_of(alert.what),
            week: alert.week.number(),
            tier: match alert.what {
                What::Flag(_, tier) => Some(tier_code(tier)),
                What::Silence => None,
            },
            raised_at: alert.raised_at.into(),
            ended_at: alert.ended_at.map(Into::into),
            acknowledged_at: acknowledged.map(|(_, _, at)| at.into()),
            acknowledged_by: acknowledged.map(|(by, ..)| by),
            acknowledged_as: acknowledged.map(|(_, relation, _)| relation.code()),
            next_step_at: alert.next_step_at.map(Into::into),
        }
    }

    fn read(self) -> DbResult<(PatientKey, Alert)> {
        let id = self.id;
        self.checked().ok_or_else(|| DbError::corrupt("alert", id))
    }

    fn checked(self) -> Option<(PatientKey, Alert)> {
        let what = match (self.code, self.tier) {
            (SILENCE, None) => What::Silence,
            (code, Some(tier)) => What::Flag(
                FlagCode::from_code(code)?,
                Tier::ALL.into_iter().find(|one| tier_code(*one) == tier)?,
            ),
            _ => return None,
        };
        let acknowledged = match (
            self.acknowledged_by,
            self.acknowledged_as,
            self.acknowledged_at,
        ) {
            (Some(by), Some(relation), Some(at)) => {
                Some((by, Relation::from_code(relation)?, at.into()))
            }
            _ => None,
        };
        let alert = Alert {
            id: self.id,
            what,
            week: Week::from_number(self.week)?,
            raised_at: self.raised_at.into(),
            ended_at: self.ended_at.map(Into::into),
            acknowledged,
            next_step_at: self.next_step_at.map(Into::into),
        };
        Some((PatientKey(self.patient_key), alert))
    }
}

/// Everything that there was to tell of a diary, the newest first.
pub fn of_diary(conn: &mut Conn, key: PatientKey, limit: i64) -> DbResult<Vec<Alert>> {
    let rows: Vec<Row> = alerts::table
        .filter(alerts::patient_key.eq(key.0))
        .order((alerts::raised_at.desc(), alerts::id.desc()))
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    let read = |row: Row| row.read().map(|(_, alert)| alert);
    rows.into_iter().map(read).collect()
}

/// What this account was told, the newest first.
pub fn told_to(
    conn: &mut Conn,
    account: AccountId,
    limit: i64,
) -> DbResult<Vec<(PatientKey, Alert)>> {
    let rows: Vec<Row> = alerts::table
        .inner_join(alert_tellings::table)
        .filter(alert_tellings::account_id.eq(account))
        .order((alerts::raised_at.desc(), alerts::id.desc()))
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Row::read).collect()
}

/// The alert with this name.
pub fn find(conn: &mut Conn, id: AlertId) -> DbResult<Option<(PatientKey, Alert)>> {
    let row: Option<Row> = alerts::table
        .find(id)
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(Row::read).transpose()
}

/// Keeps a new one, or what became of one that there is.
pub fn put(conn: &mut Conn, key: PatientKey, alert: &Alert) -> DbResult<()> {
    let row = Row::new(key, alert);
    let known = diesel::update(alerts::table.find(row.id))
        .set(&row)
        .execute(conn)?;
    if known == 0 {
        let insert = diesel::insert_into(alerts::table).values(row);
        on_each!(conn, |c| insert.execute(c))?;
    }
    Ok(())
}

/// Who was told of it, and when, in that order.
pub fn told(conn: &mut Conn, id: AlertId) -> DbResult<Vec<(AccountId, Relation, DateTime<Utc>)>> {
    let rows: Vec<(AccountId, i16, At)> = alert_tellings::table
        .filter(alert_tellings::alert_id.eq(id))
        .order((alert_tellings::told_at, alert_tellings::account_id))
        .select((
            alert_tellings::account_id,
            alert_tellings::relation,
            alert_tellings::told_at,
        ))
        .load(conn)?;
    let read = |(account, relation, at): (AccountId, i16, At)| {
        let relation = Relation::from_code(relation);
        let relation = relation.ok_or_else(|| DbError::corrupt("alert", id))?;
        Ok((account, relation, at.into()))
    };
    rows.into_iter().map(read).collect()
}

/// Writes down that `account` is told; `false` where they were before.
pub fn tell(
    conn: &mut Conn,
    id: AlertId,
    (account, relation): (AccountId, Relation),
    now: DateTime<Utc>,
) -> DbResult<bool> {
    let insert = diesel::insert_into(alert_tellings::table)
        .values((
            alert_tellings::alert_id.eq(id),
            alert_tellings::account_id.eq(account),
            alert_tellings::relation.eq(relation.code()),
            alert_tellings::told_at.eq(At::from(now)),
        ))
        .on_conflict_do_nothing();
    Ok(on_each!(conn, |c| insert.execute(c))? == 1)
}

/// It is told anew.
pub fn untell(conn: &mut Conn, id: AlertId) -> DbResult<()> {
    let told = alert_tellings::table.filter(alert_tellings::alert_id.eq(id));
    diesel::delete(told).execute(conn)?;
    Ok(())
}

/// What of this slice goes by itself. That a follower was told stays in the audit.
pub const RETENTION: [Rule; 1] = [Rule {
    table: "alerts",
    goes: "alerts, with who was told, 400 days after they were over",
    forget: |conn, now| purge(conn, days_before(now, 400)),
}];

/// Lets go of what was over before `before`.
fn purge(conn: &mut Conn, before: DateTime<Utc>) -> DbResult<usize> {
    let over = alerts::table
        .filter(alerts::ended_at.lt(At::from(before)))
        .select(alerts::id);
    let ids: Vec<AlertId> = over.load(conn)?;
    for id in &ids {
        untell(conn, *id)?;
        diesel::delete(alerts::table.find(*id)).execute(conn)?;
    }
    Ok(ids.len())
}

/// Forgets what an erased person was told, and what there was to tell of their diary.
pub fn forget(conn: &mut Conn, gone: &Erasing) -> DbResult<()> {
    let theirs = alert_tellings::table.filter(alert_tellings::account_id.eq(gone.account()));
    diesel::delete(theirs).execute(conn)?;
    let Some((_, key)) = gone.diary() else {
        return Ok(());
    };
    let of_diary = alerts::patient_key.eq(key.0);
    let ids: Vec<AlertId> = alerts::table
        .filter(of_diary)
        .select(alerts::id)
        .load(conn)?;
    for id in ids {
        untell(conn, id)?;
    }
    diesel::delete(alerts::table.filter(of_diary)).execute(conn)?;
    Ok(())
}
