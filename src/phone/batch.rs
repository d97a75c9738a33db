//! What an app hands in at once, and which of it may be done at the same time.

use serde::Deserialize;

use crate::platform::http::part::Part;

/// How something is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Put there, whole.
    Put,
    /// Done.
    Post,
    /// Taken away.
    Delete,
}

impl Method {
    /// As a request has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// One change of a batch.
#[derive(Debug, Clone)]
pub struct Operation {
    /// What its app calls it.
    pub id: String,
    /// How; `None` for a way that no batch holds.
    pub method: Option<Method>,
    /// What.
    pub path: String,
    /// Which version is changed.
    pub if_match: Option<String>,
    /// That there must be none.
    pub if_none_match: Option<String>,
    /// What is sent.
    pub body: Option<Box<Part>>,
}

/// What is changed in a batch: diaries, and nothing of accounts, sessions and secrets; no batch and no feed.
const DIARIES: &str = "/v1/patients/";

/// A link is shown once: an answer that was lost would leave one that is open and in no hand.
const LINKS: &str = "/guest-links";

impl Operation {
    /// Whether it is one that a batch may hold.
    pub fn is_of_a_diary(&self) -> bool {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_/".contains(&byte);
        let makes_link = self.method == Some(Method::Post) && self.path.ends_with(LINKS);
        self.path.starts_with(DIARIES) && self.path.bytes().all(is_plain) && !makes_link
    }

    /// The week that it records, where it does: no other week hangs on it.
    fn week(&self) -> Option<&str> {
        let rest = self.path.strip_prefix(DIARIES)?;
        let mut parts = rest.split('/');
        let parts = (parts.next(), parts.next(), parts.next(), parts.next());
        match parts {
            (Some(_), Some("entries"), Some(_), None) if self.method == Some(Method::Put) => {
                Some(&self.path)
            }
            _ => None,
        }
    }
}

/// The operations in their order, in stretches: within one they hang on nothing but what was there before it.
///
/// Only weeks that follow each other, each once, share a stretch. A day of a course hangs on the course, a week may hang on
/// the facts, and what is said of one thing twice stays in its order.
pub fn stretches(operations: Vec<Operation>) -> Vec<Vec<Operation>> {
    let mut all: Vec<Vec<Operation>> = Vec::new();
    for operation in operations {
        let joins = |last: &&mut Vec<Operation>| {
            operation.week().is_some()
                && last
                    .iter()
                    .all(|one| one.week().is_some() && one.week() != operation.week())
        };
        match all.last_mut().filter(joins) {
            Some(last) => last.push(operation),
            None => all.push(vec![operation]),
        }
    }
    all
}
