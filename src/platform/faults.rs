//! What is wrong with a body that parses: every fault at once, each with its place.

/// One thing wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Fault {
    /// Where: a JSON Pointer (RFC 6901) into the body, or a query parameter, as `?from`.
    #[schema(example = "/answers/speech")]
    pub pointer: String,
    /// What, stable across versions.
    #[schema(example = "invalid_value")]
    pub code: &'static str,
    /// What, in a sentence that echoes nothing of the request.
    pub detail: &'static str,
}

/// Collects the faults of one body.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// A single fault.
    pub fn one(pointer: &str, code: &'static str, detail: &'static str) -> Self {
        let mut faults = Self::default();
        faults.add(pointer, code, detail);
        faults
    }

    /// Notes a fault.
    pub fn add(&mut self, pointer: &str, code: &'static str, detail: &'static str) {
        self.0.push(Fault {
            pointer: pointer.to_owned(),
            code,
            detail,
        });
    }

    /// Notes a fault unless `holds`.
    pub fn require(
        &mut self,
        holds: bool,
        pointer: &str,
        code: &'static str,
        detail: &'static str,
    ) {
        if !holds {
            self.add(pointer, code, detail);
        }
    }

    /// Whether something is wrong at `pointer`.
    pub fn has(&self, pointer: &str) -> bool {
        self.0.iter().any(|fault| fault.pointer == pointer)
    }

    /// `value` when nothing is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }

    /// The faults, in the order in which they were found.
    pub fn as_slice(&self) -> &[Fault] {
        &self.0
    }
}
