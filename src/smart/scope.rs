//! What a program may ask for: `system/Observation.rs`, as version 2 of SMART writes it.

use std::fmt;

/// The types that programs read. The circle and the consents are not for them.
const TYPES: [&str; 7] = [
    "Patient",
    "Questionnaire",
    "QuestionnaireResponse",
    "Observation",
    "MedicationStatement",
    "Procedure",
    "AdverseEvent",
];

/// What is done with a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interaction {
    /// Reads one.
    Read,
    /// Looks for some.
    Search,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scope {
    /// Of this type; of all, where no type is given.
    kind: Option<&'static str>,
    reads: bool,
    searches: bool,
}

/// Several of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scopes(Vec<Scope>);

/// A scope that is not one of those that there are.
#[derive(Debug, thiserror::Error)]
#[error(
    "{0:?} is no scope: it is system/*.rs, or narrower, such as system/Observation.rs or system/Patient.r"
)]
pub struct NoScope(String);

impl Scopes {
    /// Reads scopes with spaces between them, each of which must be known.
    pub fn read(text: &str) -> Result<Self, NoScope> {
        let all: Result<Vec<Scope>, NoScope> = text
            .split_ascii_whitespace()
            .map(|text| Scope::read(text).ok_or_else(|| NoScope(text.to_owned())))
            .collect();
        let all = all?;
        if all.is_empty() {
            return Err(NoScope(text.to_owned()));
        }
        Ok(Self(all))
    }

    /// What of `asked` is within these: clients ask for more than they were promised, and are granted that part.
    pub fn granted(&self, asked: &str) -> Option<Self> {
        let asked = asked.split_ascii_whitespace().filter_map(Scope::read);
        let mut granted = Vec::new();
        for scope in asked.flat_map(|asked| self.0.iter().filter_map(move |own| own.and(asked))) {
            if !granted.contains(&scope) {
                granted.push(scope);
            }
        }
        (!granted.is_empty()).then_some(Self(granted))
    }

    /// Whether they allow to do this with resources of type `kind`.
    pub fn allow(&self, kind: &str, interaction: Interaction) -> bool {
        TYPES.contains(&kind)
            && self.0.iter().any(|scope| {
                scope.kind.is_none_or(|known| known == kind)
                    && match interaction {
                        Interaction::Read => scope.reads,
                        Interaction::Search => scope.searches,
                    }
            })
    }

    /// Every one that can be asked for.
    pub fn all() -> impl Iterator<Item = String> {
        let each = TYPES.map(|kind| format!("system/{kind}.rs"));
        ["system/*.rs".to_owned()].into_iter().chain(each)
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, scope) in self.0.iter().enumerate() {
            let space = if number == 0 { "" } else { " " };
            let (kind, read) = (
                scope.kind.unwrap_or("*"),
                if scope.reads { "r" } else { "" },
            );
            let search = if scope.searches { "s" } else { "" };
            write!(f, "{space}system/{kind}.{read}{search}")?;
        }
        Ok(())
    }
}

impl Scope {
    fn read(text: &str) -> Option<Self> {
        let (kind, letters) = text.strip_prefix("system/")?.split_once('.')?;
        let kind = match kind {
            "*" => None,
            kind => Some(*TYPES.iter().find(|known| **known == kind)?),
        };
        let (reads, searches) = match letters {
            "r" => (true, false),
            "s" => (false, true),
            "rs" => (true, true),
            _ => return None,
        };
        Some(Self {
            kind,
            reads,
            searches,
        })
    }

    /// What both allow.
    fn and(self, other: Self) -> Option<Self> {
        let kind = match (self.kind, other.kind) {
            (one, None) => one,
            (None, other) => other,
            (one, other) if one == other => one,
            _ => return None,
        };
        let (reads, searches) = (self.reads && other.reads, self.searches && other.searches);
        (reads || searches).then_some(Self {
            kind,
            reads,
            searches,
        })
    }
}
