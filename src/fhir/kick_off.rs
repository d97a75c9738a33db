//! What a program asks for when it has the data of its clinic taken out (Bulk Data 3.0.0).

use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::kind::Kind;
use super::refusal::Refusal;
use crate::platform::http::{HttpResult, instant, query};
use crate::smart::{Interaction, Scopes};

/// An export, as a program asked for it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KickOff {
    /// The address that it asked, with its query.
    pub request: String,
    /// Which types it gets.
    pub kinds: Vec<Kind>,
    /// What is older is left out.
    pub since: Option<DateTime<Utc>>,
    /// What it does not get, or what was not understood.
    pub left_out: Vec<LeftOut>,
}

/// Something that was asked for and is not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// What it is called.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why something is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// There are no resources of this type here.
    UnknownType,
    /// The program was not granted this type.
    NotGranted,
    /// A parameter that means nothing here, left alone because the client asked for that.
    UnknownParameter,
}

/// What to do about what is not understood (`Prefer: handling=…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handling {
    /// The client says nothing: an unknown type is told beside the rest, an unknown parameter refused.
    Usual,
    /// Refuse it.
    Strict,
    /// Go on without it.
    Lenient,
}

/// Longer than the list of all types that FHIR has.
const MOST_TYPES: usize = 200;

/// Longer than the name of any of them.
const LONGEST_NAME: usize = 64;

/// A file with the resources of a type, a resource a line.
const FORMATS: [&str; 3] = ["application/fhir+ndjson", "application/ndjson", "ndjson"];

/// An export that is asked for, before it is known what may be granted of it.
#[derive(Debug, Clone)]
pub struct Wanted {
    kick_off: KickOff,
    types: Option<Vec<String>>,
    handling: Handling,
}

impl Wanted {
    /// Reads what was asked at the address `request`.
    ///
    /// Fails with 400 for a parameter that is unknown, repeated or not valid.
    pub fn read(
        request: String,
        asked: &[(String, String)],
        handling: Handling,
        now: DateTime<Utc>,
    ) -> HttpResult<Self> {
        let mut kick_off = KickOff {
            request,
            kinds: Vec::new(),
            since: None,
            left_out: Vec::new(),
        };
        let mut types: Option<Vec<String>> = None;
        let mut has_format = false;
        for (name, value) in asked {
            let refused = || query::invalid(name);
            match name.as_str() {
                "_type" => {
                    let named = value.split(',').map(str::trim).map(str::to_owned);
                    types.get_or_insert_default().extend(named);
                }
                "_since" if kick_off.since.is_none() => {
                    let since = instant(value).filter(|since| *since <= now);
                    kick_off.since = Some(since.ok_or_else(refused)?);
                }
                // A plus that was not escaped is a space in a query.
                "_outputFormat" if !has_format => {
                    has_format = FORMATS.contains(&value.replace(' ', "+").as_str());
                    has_format.then_some(()).ok_or_else(refused)?;
                }
                "_since" | "_outputFormat" => return Err(refused()),
                _ if handling == Handling::Lenient && is_name(name) => {
                    kick_off.leave_out(name, Why::UnknownParameter);
                }
                _ => return Err(refused()),
            }
        }
        Ok(Self {
            kick_off,
            types,
            handling,
        })
    }

    /// What a program gets of it that was `granted` so much.
    ///
    /// Fails with 400 or 403 where no type is left.
    pub fn of(&self, granted: &Scopes) -> HttpResult<KickOff> {
        let mut kick_off = self.kick_off.clone();
        kick_off.take(self.types.as_deref(), self.handling, granted)?;
        Ok(kick_off)
    }
}

impl KickOff {
    fn take(
        &mut self,
        types: Option<&[String]>,
        handling: Handling,
        granted: &Scopes,
    ) -> HttpResult<()> {
        let may = |kind: Kind| may(granted, kind);
        let Some(types) = types else {
            self.kinds = EXPORTED.into_iter().filter(|kind| may(*kind)).collect();
            let is_none = self.kinds.is_empty();
            return if is_none {
                Err(Refusal::ScopeNeeded.into())
            } else {
                Ok(())
            };
        };
        if types.len() > MOST_TYPES || !types.iter().all(|name| is_name(name)) {
            return Err(query::invalid("_type"));
        }
        for name in types {
            match EXPORTED.into_iter().find(|kind| kind.name() == name) {
                None => self.leave_out(name, Why::UnknownType),
                Some(kind) if !may(kind) => self.leave_out(name, Why::NotGranted),
                Some(kind) if !self.kinds.contains(&kind) => self.kinds.push(kind),
                Some(_) => {}
            }
        }
        let has = |why: Why| self.left_out.iter().any(|it| it.why == why);
        let must = self.kinds.is_empty() || handling == Handling::Strict;
        if must && has(Why::NotGranted) {
            return Err(Refusal::ScopeNeeded.into());
        }
        if must && has(Why::UnknownType) {
            return Err(query::invalid("_type"));
        }
        Ok(())
    }

    fn leave_out(&mut self, name: &str, why: Why) {
        let name = name.to_owned();
        let one = LeftOut { name, why };
        if !self.left_out.contains(&one) {
            self.left_out.push(one);
        }
    }
}

/// Whether a program gets this type that was `granted` so much.
pub fn may(granted: &Scopes, kind: Kind) -> bool {
    let all = [Interaction::Read, Interaction::Search];
    all.into_iter().all(|it| granted.allow(kind.name(), it))
}

/// The types that programs have taken out, in the order of their files.
pub const EXPORTED: [Kind; 7] = [
    Kind::Patient,
    Kind::Questionnaire,
    Kind::QuestionnaireResponse,
    Kind::Observation,
    Kind::MedicationStatement,
    Kind::Procedure,
    Kind::AdverseEvent,
];

/// Whether it can be the name of a type or a parameter; nothing else is told back.
fn is_name(text: &str) -> bool {
    (1..=LONGEST_NAME).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// An instant of FHIR. A plus that was not escaped is a space in a query.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    Some(instant::read(&text.replace(' ', "+"))?.trunc_subsecs(6))
}

impl LeftOut {
    /// How the program reads it.
    pub fn outcome(&self) -> Value {
        let name = &self.name;
        let (severity, code, text) = match self.why {
            Why::UnknownType => (
                "error",
                "not-supported",
                format!("There are no resources of type {name} here."),
            ),
            Why::NotGranted => (
                "error",
                "forbidden",
                format!("The program was not granted {name}: see the scope of its token."),
            ),
            Why::UnknownParameter => (
                "warning",
                "not-supported",
                format!("The parameter {name} means nothing here, and was left alone."),
            ),
        };
        json!({
            "resourceType": "OperationOutcome",
            "issue": [{"severity": severity, "code": code, "details": {"text": text}, "diagnostics": text}],
        })
    }
}
