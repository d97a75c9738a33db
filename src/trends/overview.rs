//! What a diary adds up to, as one line among others: for its clinic.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use quick_cache::sync::Cache;
use serde::Serialize;

use super::question::{Detail, Question};
use super::window::{Adherence, Span, Window};
use super::{compute, flags, store};
use crate::access::{Access, Right};
use crate::clinical::{Flag, FlagCode, KingsStage, Slope, Stages, Subscores, Tier, Week};
use crate::diary::{self, RatedWeek, Respondent};
use crate::patients::{self, Facts, OnsetRegion};
use crate::platform::clock::{Zone, ZoneData, civil_day};
use crate::platform::db::{Conn, DbResult};
use crate::platform::ids::PatientId;
use crate::platform::words::Language;
use crate::treatments::{self, Happening, has_tube};

/// The last half year, as a trend has it when nothing else is asked for.
const SPAN: Span = Span::Weeks(26);

/// A median is of the ratings of so many weeks.
const MEDIAN_WEEKS: i32 = 4;

/// Fewer lines than that are made where they are asked for.
const WORTH_A_THREAD: usize = 10;

/// As many diaries are remembered: each takes some 500 bytes.
const REMEMBERED: usize = 50_000;

/// The line of a diary. What it says of slope, stages and flags is what its trend says.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Overview {
    /// The last week that has a rating.
    pub last_week: Option<Week>,
    /// Whether the diary was closed, as after a death: nothing is due any more, so it has no flags, is not silent, and no
    /// treatment goes on.
    pub closed: bool,
    /// How many weeks ago that was; null in a diary that was closed.
    #[schema(example = 2)]
    pub weeks_silent: Option<i32>,
    /// Who answered it.
    #[schema(value_type = Option<String>)]
    pub respondent: Option<Respondent>,
    /// Its total, 0 to 48; null unless all twelve items were answered.
    #[schema(maximum = 48, example = 34)]
    pub total: Option<u8>,
    /// Its subscores, 0 to 12 each.
    pub subscores: Option<Subscores>,
    /// Its King's stage, with what milestones say of a feeding tube.
    pub kings: Option<KingsStage>,
    /// Its MiToS stage.
    #[schema(maximum = 4)]
    pub mitos: Option<u8>,
    /// Its FT9 stage.
    #[schema(maximum = 4)]
    pub ft9: Option<u8>,
    /// The slope of the total over the last 26 weeks, in points per month; null unless there is enough.
    #[schema(example = -0.92)]
    pub points_per_month: Option<f64>,
    /// Its 95 % interval.
    pub ci95: Option<[f64; 2]>,
    /// The median total of the four weeks up to the last complete rating less that of the four weeks before, of its rater
    /// and its form of item 5; null without such a rating in both.
    #[schema(example = -1.0)]
    pub change_4_weeks: Option<f64>,
    /// The same less that of the four weeks that ended twelve weeks ago.
    #[schema(example = -3.0)]
    pub change_12_weeks: Option<f64>,
    /// Weeks of the last 26 that were recorded, as a part of those since the diary began.
    #[schema(example = 0.885)]
    pub adherence: Option<f64>,
    /// Flags that no person has said of that they know, the most urgent first.
    pub flags: Vec<OverviewFlag>,
    /// What was begun and goes on.
    #[schema(example = json!(["riluzole"]))]
    pub treatments: Vec<String>,
    /// Where the weakness began; null too where facts are not shared.
    pub onset_region: Option<OnsetRegion>,
    /// The day of the first symptom; likewise.
    pub symptom_onset: Option<NaiveDate>,
    /// Likewise.
    #[schema(example = 1961)]
    pub birth_year: Option<i16>,
    /// The gene in which a cause was found; likewise.
    #[schema(example = "SOD1")]
    pub gene: Option<String>,
}

/// A flag in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct OverviewFlag {
    /// The stable name of the rule.
    pub code: FlagCode,
    /// How soon the team should hear of it.
    pub tier: Tier,
    /// The day on which it began.
    pub day: NaiveDate,
    /// From when on it could be seen: the newest rating that it rests on had come, or nothing had for too long.
    #[serde(skip)]
    #[schema(ignore)]
    pub visible_at: DateTime<Utc>,
}

/// Lines that were made before, each with the change and the day that decide it: nothing stale is found.
pub struct Overviews(Cache<Name, (i64, NaiveDate, Arc<Overview>)>);

/// Of which diary, whether its facts are shown, and whether it is closed.
type Name = (PatientId, bool, bool);

impl Default for Overviews {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl Overviews {
    /// The line of each of these diaries, in their order: made where it is not known, in a few questions for all.
    pub fn of<R: Right>(
        &self,
        conn: &mut Conn,
        diaries: &[&Access<R>],
        with_flags: bool,
    ) -> DbResult<Vec<Arc<Overview>>> {
        let mut histories = diary::rated_in(conn, diaries)?;
        let facts = patients::facts_in(conn, diaries)?;
        let known = store::acknowledged_in(conn, diaries)?;
        let mut read = Vec::with_capacity(diaries.len());
        for (access, facts) in diaries.iter().zip(facts) {
            let question = question(access, with_flags);
            let history = histories.remove(&access.key()).unwrap_or_default();
            let happenings = treatments::happenings(conn, access)?;
            let known = known.get(&access.key()).map_or(&[][..], Vec::as_slice);
            read.push((question, facts, history, happenings, known));
        }
        let lines = on_all_cores(&read, |(question, facts, history, happenings, known)| {
            let raised = flags::raised(question, facts, (history, happenings), known);
            Arc::new(overview(question, facts, history, happenings, &raised))
        });
        for (access, line) in diaries.iter().zip(&lines) {
            let made = (access.last_change(), access.today(), Arc::clone(line));
            self.0.insert(name(access), made);
        }
        Ok(lines)
    }

    /// The line of a diary, where it was made since its last change and today.
    pub fn known(&self, access: &Access<impl Right>) -> Option<Arc<Overview>> {
        let (change, day, line) = self.0.get(&name(access))?;
        (change == access.last_change() && day == access.today()).then_some(line)
    }
}

/// What `work` makes of each, in their order: by as many threads as there are cores, where it is worth one.
fn on_all_cores<T: Sync, U: Send>(all: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = all.len().div_ceil(cores).max(WORTH_A_THREAD);
    std::thread::scope(|scope| {
        let work = &work;
        let mut parts = all.chunks(share);
        let first = parts.next().unwrap_or_default();
        let others: Vec<_> = parts
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<U>>()))
            .collect();
        let mut made: Vec<U> = first.iter().map(work).collect();
        for other in others {
            match other.join() {
                Ok(part) => made.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        made
    })
}

/// Facts decide a line too, and are not shared with each clinic. To close a diary is no change of its record.
fn name(access: &Access<impl Right>) -> Name {
    (access.patient(), access.shows_facts(), access.is_closed())
}

/// As the trend asks it. No words are made here, so no reader is named.
pub(super) fn question(access: &Access<impl Right>, with_flags: bool) -> Question {
    Question {
        patient: access.patient(),
        last_change: access.last_change(),
        began_at: access.began_at(),
        today: access.today(),
        span: SPAN,
        with_flags: with_flags && !access.is_closed(),
        language: Language::default(),
        companion: None,
        sees: Detail::Answers,
        has_ended: access.is_closed(),
        with_facts: access.shows_facts(),
    }
}

fn overview(
    question: &Question,
    facts: &Facts,
    history: &[RatedWeek],
    happenings: &[Happening],
    raised: &[Flag],
) -> Overview {
    let window = Window::new(question.span, question.today, history);
    let began = Week::of(civil_day(question.began_at, facts.time_zone));
    let adherence = Adherence::new(window, (began, question.has_ended), question.today, history);
    let slope = total_slope(window, history);
    let last = history.last();
    let stages = last
        .map(|rated| Stages::with_tube(&rated.answers, has_tube(happenings, rated.assessed_on)));
    let this_week = Week::of(question.today);
    Overview {
        last_week: last.map(|rated| rated.week),
        closed: question.has_ended,
        weeks_silent: last
            .filter(|_| !question.has_ended)
            .map(|rated| this_week.weeks_since(rated.week).max(0)),
        respondent: last.map(|rated| rated.respondent),
        total: last.and_then(|rated| rated.answers.total()),
        subscores: last.map(|rated| rated.answers.subscores()),
        kings: stages.as_ref().and_then(|stages| stages.kings.stage),
        mitos: stages.as_ref().and_then(|stages| stages.mitos.stage),
        ft9: stages.as_ref().and_then(|stages| stages.ft9.stage),
        points_per_month: slope.points_per_month,
        ci95: slope.ci95,
        change_4_weeks: change(history, MEDIAN_WEEKS),
        change_12_weeks: change(history, 3 * MEDIAN_WEEKS),
        adherence: adherence.ratio(),
        flags: raised
            .iter()
            .filter(|flag| flag.acknowledged.is_none())
            .map(|flag| OverviewFlag {
                code: flag.code,
                tier: flag.tier,
                day: flag.day,
                visible_at: visible_at(flag, history, facts.time_zone),
            })
            .collect(),
        treatments: if question.has_ended {
            Vec::new()
        } else {
            treatments::going_on(happenings, question.today)
        },
        onset_region: facts.onset_region,
        symptom_onset: facts.symptom_onset,
        birth_year: facts.birth_year,
        gene: facts.gene.clone(),
    }
}

/// When the newest rating came to us that `flag` rests on; of silence, when it was due.
fn visible_at(flag: &Flag, history: &[RatedWeek], zone: Zone) -> DateTime<Utc> {
    let changes = &flag.because.changes;
    let rests_on = |week: Week| {
        week == flag.week
            || changes.iter().any(|change| {
                let from = change.from_week.unwrap_or(change.week);
                // A median is of the weeks before too, and a fall is of two.
                let is_median = flag.code == FlagCode::TotalChangedQuickly;
                week == change.week
                    || week == from
                    || is_median && (from..=change.week).contains(&week)
            })
    };
    let ratings = history.iter().filter(|rated| rests_on(rated.week));
    let came = ratings.map(|rated| rated.recorded_at);
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
    let due = flag
        .due
        .and_then(|day| ZoneData::in_use().instant(midnight(day), zone));
    came.chain(due).max().unwrap_or_default()
}

fn total_slope(window: Window, history: &[RatedWeek]) -> Slope {
    let shown: Vec<&RatedWeek> = history
        .iter()
        .filter(|rated| window.contains(rated.week))
        .collect();
    compute::total_slope(window, &shown)
}

/// The median total of the four weeks up to the last complete rating, less that of the four weeks that ended
/// `weeks` before: of the ratings of its rater by its form of item 5, for those of others are on another level.
fn change(history: &[RatedWeek], weeks: i32) -> Option<f64> {
    let complete = |rated: &RatedWeek| Some((rated.week, rated.total()?));
    let (last_week, last) = history.iter().rev().find_map(complete)?;
    let median_up_to = |end: Week| {
        let from = end.plus(1 - MEDIAN_WEEKS);
        let within = history.iter().filter_map(complete);
        let within =
            within.filter(|(week, total)| (from..=end).contains(week) && total.group == last.group);
        let mut totals: Vec<f64> = within.map(|(_, total)| total.value).collect();
        totals.sort_unstable_by(f64::total_cmp);
        let middle = |place: usize| totals.get(place).copied();
        let upper = middle(totals.len() / 2)?;
        let lower = middle((totals.len().max(1) - 1) / 2)?;
        Some(f64::midpoint(lower, upper))
    };
    Some(median_up_to(last_week)? - median_up_to(last_week.plus(-weeks))?)
}
