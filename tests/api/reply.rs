//! Answers, and what must hold for every one of them: R93, R124, R145.

use reqwest::header::HeaderMap;
use serde_json::Value;

/// One answer.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    /// Null when it is no JSON.
    pub body: Value,
    pub text: String,
}

/// Words of the machinery that no caller may ever read (R93).
const MACHINERY: [&str; 12] = [
    "serde",
    "diesel",
    "actix",
    "sqlite",
    "postgres",
    "expected",
    "panicked",
    "/src/",
    "select ",
    "invalid type",
    "at line",
    "no such table",
];

/// On every answer, refusals included (R124).
const ALWAYS: [(&str, &str); 3] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
];

impl Reply {
    /// Reads an answer, and checks what holds for all: so every test of the suite proves it.
    pub async fn try_read(response: reqwest::Response) -> reqwest::Result<Self> {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        Ok(Self::checked(status, headers, response.text().await?))
    }

    /// Reads one answer from what came over the wire.
    pub fn parse(wire: &str) -> Self {
        let (head, text) = wire.split_once("\r\n\r\n").expect("an answer");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        let status = status.expect("a status line").parse().unwrap();
        Self::checked(status, headers.collect(), text.to_owned())
    }

    fn checked(status: u16, headers: HeaderMap, text: String) -> Self {
        let reply = Self {
            status,
            headers,
            body: serde_json::from_str(&text).unwrap_or_default(),
            text,
        };
        reply.check();
        reply
    }

    /// The stable code of a refusal, or nothing.
    pub fn code(&self) -> &str {
        let outcome = &self.body["issue"][0]["details"]["coding"][0]["code"];
        let code = self.body["code"].as_str().or(outcome.as_str());
        code.unwrap_or_default()
    }

    /// A header as text; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("a header in ASCII"))
    }

    /// The entity tag, for `If-Match`.
    pub fn etag(&self) -> &str {
        self.header("etag")
    }

    /// What is wrong with the content: pointer and code of each fault.
    pub fn faults(&self) -> Vec<(&str, &str)> {
        let faults = self.body["errors"].as_array().into_iter().flatten();
        faults
            .map(|fault| {
                let text = |name: &str| fault[name].as_str().expect("a text");
                (text("pointer"), text("code"))
            })
            .collect()
    }

    /// The same in FHIR: where each fault is, and its code.
    pub fn issues(&self) -> Vec<(&str, &str)> {
        let issues = self.body["issue"].as_array().into_iter().flatten();
        issues
            .map(|issue| {
                let place = issue["expression"][0].as_str();
                let fault = issue["details"]["coding"][1]["code"].as_str();
                (place.unwrap_or_default(), fault.unwrap_or_default())
            })
            .collect()
    }

    /// The status and all that is said, but for the id of the request: where two are equal, nothing
    /// tells the one case from the other.
    pub fn indistinct(&self) -> (u16, Value) {
        let mut body = self.body.clone();
        if let Some(members) = body.as_object_mut() {
            members.remove("request_id");
        }
        (self.status, body)
    }

    /// Asserts the status, and returns the answer for more.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// Asserts a refusal with this status and code.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Self {
        assert_eq!((self.status, self.code()), (status, code), "{}", self.text);
        self
    }

    /// Asserts 422 with exactly this one fault.
    #[track_caller]
    pub fn faulty(self, pointer: &str, code: &str) -> Self {
        let reply = self.refused(422, "invalid_content");
        assert_eq!(reply.faults(), [(pointer, code)]);
        reply
    }

    fn check(&self) {
        assert!(!self.header("x-request-id").is_empty(), "R145: {self:?}");
        for (name, value) in ALWAYS {
            assert_eq!(self.header(name), value, "R124: {name} of {self:?}");
        }
        let policy = self.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "R124: {self:?}");
        assert!(policy.ends_with("frame-ancestors 'none'"), "R124: {self:?}");
        for name in ["server", "x-powered-by"] {
            assert_eq!(self.header(name), "", "R124: {self:?}");
        }
        // There is one cookie, and no script reads it.
        let cookie = self.header("set-cookie");
        let is_ours =
            cookie.starts_with("page-session=") && cookie.contains("; HttpOnly; SameSite=Strict");
        assert!(cookie.is_empty() || is_ours, "R124: {self:?}");
        if self.status >= 400 && !self.text.is_empty() {
            self.check_problem();
        }
    }

    fn check_problem(&self) {
        if self.header("content-type") == "application/fhir+json" {
            return self.check_outcome();
        }
        // A person reads that a card is gone.
        if self.header("content-type").starts_with("text/html") && self.status == 404 {
            return;
        }
        // So refuses OAuth.
        if self.header("content-type") == "application/json" && self.body["error"].is_string() {
            return;
        }
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.body["status"], self.status, "R93: {}", self.text);
        assert_eq!(self.body["request_id"], self.header("x-request-id"));
        for member in ["type", "title", "code", "detail"] {
            assert!(self.body[member].is_string(), "R93: {}", self.text);
        }
        assert!(self.body["errors"].is_array(), "R93: {}", self.text);
        self.check_words();
    }

    /// What is refused under `/fhir`.
    fn check_outcome(&self) {
        let says = &self.body;
        assert_eq!(
            says["resourceType"], "OperationOutcome",
            "R93: {}",
            self.text
        );
        let id = self.header("x-request-id");
        for issue in says["issue"].as_array().expect("R93: issues") {
            assert_eq!(issue["severity"], "error", "R93: {}", self.text);
            assert_eq!(issue["diagnostics"], format!("Request {id}"));
            assert!(issue["code"].is_string(), "R93: {}", self.text);
            assert!(issue["details"]["text"].is_string(), "R93: {}", self.text);
        }
        assert!(!self.code().is_empty(), "R93: {}", self.text);
        self.check_words();
    }

    fn check_words(&self) {
        let said = self.text.to_lowercase();
        for word in MACHINERY {
            assert!(!said.contains(word), "R93: {word} in {}", self.text);
        }
    }
}
