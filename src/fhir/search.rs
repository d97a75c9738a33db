//! What a search asks for. Every parameter is known, and given once, but for days and instants: two of them make a
//! span.

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::facade::Facade;
use super::kind::Kind;
use super::model::CodeableConcept;
use crate::clinical::Week;
use crate::diary::Range;
use crate::platform::http::{HttpResult, instant, query};
use crate::platform::ids::PatientId;

/// A search.
#[derive(Debug)]
pub struct Search {
    /// Of what.
    pub kind: Kind,
    /// Whose.
    pub patient: Option<PatientId>,
    /// Which one.
    pub id: Option<String>,
    /// Of which name, and which version of it.
    pub canonical: (Option<String>, Option<String>),
    /// How many on one page.
    pub count: usize,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// All that was asked but that.
    pub asked: Vec<(String, String)>,
    days: Span<NaiveDate>,
    updated: Span<DateTime<Utc>>,
    codes: Option<Vec<Token>>,
}

/// From one on, and before another.
#[derive(Debug)]
struct Span<T> {
    from: Option<T>,
    until: Option<T>,
    /// What lasts begins on this or later, and ends before that.
    whole: (Option<T>, Option<T>),
}

#[derive(Debug)]
struct Token {
    system: Option<String>,
    code: String,
}

const USUAL: usize = 50;
const MOST: usize = 200;

impl Search {
    /// Reads the parameters of a search for `kind`.
    ///
    /// Fails with 400 for one that is unknown, repeated or not valid.
    pub fn read(facade: &Facade, kind: Kind, text: &str) -> HttpResult<Self> {
        let mut search = Self {
            kind,
            patient: None,
            id: None,
            canonical: (None, None),
            count: USUAL,
            cursor: None,
            asked: Vec::new(),
            days: Span::ALL,
            updated: Span::ALL,
            codes: None,
        };
        for (name, value) in url::form_urlencoded::parse(text.as_bytes()) {
            let taken = search.take(facade, &name, &value);
            taken.ok_or_else(|| query::invalid(&name))?;
            if name != "cursor" {
                search.asked.push((name.into_owned(), value.into_owned()));
            }
        }
        Ok(search)
    }

    fn take(&mut self, facade: &Facade, name: &str, value: &str) -> Option<()> {
        let of_kind = self
            .kind
            .parameters()
            .iter()
            .any(|(known, _)| *known == name);
        if !of_kind && !matches!(name, "_count" | "_format" | "cursor") {
            return None;
        }
        let is_span = matches!(name, "date" | "authored" | "_lastUpdated");
        let is_again = self.asked.iter().any(|(asked, _)| asked == name);
        if is_again && !is_span {
            return None;
        }
        match name {
            "patient" | "subject" if self.patient.is_none() => {
                let id = facade.id_of("Patient", value).unwrap_or(value);
                self.patient = Some(id.parse().ok()?);
            }
            // One of several would find nothing: it is refused, as of any other parameter but `code`.
            "_id" if !value.contains(',') => self.id = Some(value.to_owned()),
            "url" => self.canonical.0 = Some(value.to_owned()),
            "version" => self.canonical.1 = Some(value.to_owned()),
            "date" | "authored" => self.days.narrow(value, period)?,
            "_lastUpdated" => self.updated.narrow(value, moment)?,
            "code" => self.codes = Some(value.split(',').map(token).collect::<Option<_>>()?),
            "_count" => {
                let is_number = value.bytes().all(|b| b.is_ascii_digit());
                let count = value.parse().ok().filter(|_| is_number)?;
                self.count = (1..=MOST).contains(&count).then_some(count)?;
            }
            "_format" => is_json(value).then_some(())?,
            "cursor" if self.cursor.is_none() => self.cursor = Some(value.to_owned()),
            _ => return None,
        }
        Some(())
    }

    /// The weeks in which the days lie.
    pub fn range(&self) -> Option<Range> {
        let (first, last) = (Week::from_number(190_001)?, Week::from_number(299_952)?);
        let before = |until: NaiveDate| until.checked_sub_days(Days::new(1));
        Some(Range {
            from: self.days.from.map_or(first, Week::of),
            to: self.days.until.and_then(before).map_or(last, Week::of),
            descending: false,
        })
    }

    /// Whether what is of this day, and was recorded then, is asked for.
    pub fn has(&self, day: Option<NaiveDate>, recorded_at: DateTime<Utc>) -> bool {
        day.is_some_and(|day| self.days.holds(day)) && self.updated.holds(recorded_at)
    }

    /// The same of what lasts, since its `first` day until its last one, or still: some of it lies in the days asked for.
    pub fn has_some(
        &self,
        (first, last): (NaiveDate, Option<NaiveDate>),
        recorded_at: DateTime<Utc>,
    ) -> bool {
        self.days.meets(first, last) && self.updated.holds(recorded_at)
    }

    /// All that is asked but the page, as bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let parts = self.asked.iter().flat_map(|(name, value)| [name, value]);
        let parts = parts.map(|part| [&part.len().to_be_bytes(), part.as_bytes()].concat());
        parts.flatten().collect()
    }

    /// Whether `concept` is one that is asked for.
    pub fn names(&self, concept: &CodeableConcept) -> bool {
        let is_one = |token: &Token| {
            concept.coding.iter().any(|coding| {
                let system = token.system.as_deref();
                coding.code == token.code && system.is_none_or(|system| system == coding.system)
            })
        };
        self.codes
            .as_ref()
            .is_none_or(|codes| codes.iter().any(is_one))
    }
}

/// The one format there is, by any of its names.
pub fn is_json(format: &str) -> bool {
    matches!(
        format,
        "json" | "application/json" | "application/fhir+json"
    )
}

impl<T: Copy + Ord> Span<T> {
    const ALL: Self = Self {
        from: None,
        until: None,
        whole: (None, None),
    };

    fn holds(&self, one: T) -> bool {
        self.from.is_none_or(|from| from <= one) && self.until.is_none_or(|until| one < until)
    }

    fn meets(&self, first: T, last: Option<T>) -> bool {
        let (begins, ends) = self.whole;
        self.from
            .is_none_or(|from| last.is_none_or(|last| from <= last))
            && self.until.is_none_or(|until| first < until)
            && begins.is_none_or(|begins| begins <= first)
            && ends.is_none_or(|ends| last.is_some_and(|last| last < ends))
    }

    /// Leaves what `value` allows: `ge2026-11` and the like.
    fn narrow(&mut self, value: &str, read: impl Fn(&str) -> Option<(T, T)>) -> Option<()> {
        let digits = value.find(|c: char| c.is_ascii_digit())?;
        let (prefix, text) = value.split_at_checked(digits)?;
        let (first, after) = read(text)?;
        let (from, until) = match prefix {
            "" | "eq" => (Some(first), Some(after)),
            "ge" => (Some(first), None),
            "gt" | "sa" => (Some(after), None),
            "le" => (None, Some(after)),
            "lt" | "eb" => (None, Some(first)),
            _ => return None,
        };
        self.from = self.from.max(from);
        self.until = earliest(self.until, until);
        match prefix {
            "sa" => self.whole.0 = self.whole.0.max(from),
            "eb" => self.whole.1 = earliest(self.whole.1, until),
            _ => {}
        }
        Some(())
    }
}

fn earliest<T: Ord>(one: Option<T>, other: Option<T>) -> Option<T> {
    one.into_iter().chain(other).min()
}

/// The first day of a day, month or year, and the first one after it.
fn period(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day = |text: &str| text.parse::<NaiveDate>().ok().filter(|_| is_plain);
    let months = match text.len() {
        4 => 12,
        7 => 1,
        10 => {
            let day = day(text)?;
            return Some((day, day.checked_add_days(Days::new(1))?));
        }
        _ => return None,
    };
    let first = day(&format!(
        "{text}{}",
        if months == 12 { "-01-01" } else { "-01" }
    ))?;
    Some((first, first.checked_add_months(Months::new(months))?))
}

/// The same of instants, which are as exact as they are written.
fn moment(text: &str) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    if !text.contains('T') {
        let (first, after) = period(text)?;
        let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
        return Some((midnight(first), midnight(after)));
    }
    let first = instant::read(text)?;
    let exact = if text.contains('.') {
        TimeDelta::milliseconds(1)
    } else {
        TimeDelta::seconds(1)
    };
    Some((first, first.checked_add_signed(exact)?))
}

/// `system|code`, or the code alone.
fn token(text: &str) -> Option<Token> {
    let (system, code) = match text.split_once('|') {
        None => (None, text),
        Some((system, code)) => (Some(system.to_owned()), code),
    };
    (!code.is_empty()).then(|| Token {
        system,
        code: code.to_owned(),
    })
}
