//! What of a diary its followers may be told of.

use chrono::{DateTime, Utc};

use super::{flags, overview, store};
use crate::access::{Access, Relation, Watch};
use crate::clinical::{Acknowledgement, FlagCode, Tier, Week};
use crate::diary;
use crate::patients;
use crate::platform::clock::civil_day;
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::AccountId;
use crate::treatments;

/// A diary as it is today.
#[derive(Debug, Clone)]
pub struct Watched {
    /// What the team should hear of.
    pub flags: Vec<WatchedFlag>,
    /// The last week that has a rating.
    pub last_week: Option<Week>,
    /// The weeks whose rating is as it was first recorded.
    pub unrevised: Vec<Week>,
    /// The week in which the diary began.
    pub began: Week,
}

/// A flag that is raised now. None rests on a change of rater.
#[derive(Debug, Clone, Copy)]
pub struct WatchedFlag {
    /// The rule.
    pub code: FlagCode,
    /// How soon the team should hear of it.
    pub tier: Tier,
    /// The week in which it began.
    pub week: Week,
    /// Who said of it that they know, as what, and when.
    pub known: Option<(AccountId, Relation, DateTime<Utc>)>,
}

/// Looks at the diary that `access` opens, as at one line among others.
pub fn watched(conn: &mut Conn, access: &Access<Watch>, with_flags: bool) -> DbResult<Watched> {
    let question = overview::question(access, with_flags);
    let facts = patients::facts(conn, access)?;
    let history = diary::rated(conn, access)?;
    let known = store::known(conn, access)?;
    let acknowledged: Vec<Acknowledgement> = known.iter().map(|known| known.of.clone()).collect();
    let happenings = treatments::happenings(conn, access)?;
    let recorded = (&*history, &*happenings);
    let raised = flags::raised(&question, &facts, recorded, &acknowledged);
    let flags = raised.into_iter().map(|flag| {
        let known = flag.acknowledged.and_then(|place| known.get(place));
        WatchedFlag {
            code: flag.code,
            tier: flag.tier,
            week: flag.week,
            known: known.map(|known| (known.by.account, known.by.relation, known.at)),
        }
    });
    Ok(Watched {
        flags: flags.collect(),
        last_week: history.last().map(|rated| rated.week),
        unrevised: history
            .iter()
            .filter(|rated| !rated.revised)
            .map(|rated| rated.week)
            .collect(),
        began: Week::of(civil_day(access.began_at(), access.time_zone())),
    })
}
