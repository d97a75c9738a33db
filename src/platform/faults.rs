//! What is wrong with a body that parses: every fault at once, each with its place.

/// One thing wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Fault {
    /// Where: a JSON Pointer (RFC 6901) into the body; of a query, `/from` is the parameter `from`.
    #[schema(example = "/answers/speech")]
    pub pointer: String,
    /// What, stable across versions.
    #[schema(example = "invalid_value")]
    pub code: &'static str,
    /// What, in a sentence that echoes nothing of the request.
    pub detail: &'static str,
}

/// Collects the faults of one body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    found: Vec<Fault>,
    /// Where nothing could be read.
    unread: Vec<String>,
}

impl Faults {
    /// A single fault.
    pub fn one(pointer: &str, code: &'static str, detail: &'static str) -> Self {
        let mut faults = Self::default();
        faults.add(pointer, code, detail);
        faults
    }

    /// Notes a fault. Where nothing could be read, nothing else is said of it.
    pub fn add(&mut self, pointer: &str, code: &'static str, detail: &'static str) {
        if self.unread.iter().any(|unread| are_one(unread, pointer)) {
            return;
        }
        self.found.push(Fault {
            pointer: pointer.to_owned(),
            code,
            detail,
        });
    }

    /// Notes that what is at `pointer` could not be read.
    pub fn unread(&mut self, pointer: &str, code: &'static str, detail: &'static str) {
        self.add(pointer, code, detail);
        self.unread.push(pointer.to_owned());
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
        self.found.iter().any(|fault| fault.pointer == pointer)
    }

    /// The same, at the places that `place` says instead.
    #[must_use]
    pub fn placed(mut self, place: impl Fn(&str) -> String) -> Self {
        for fault in &mut self.found {
            fault.pointer = place(&fault.pointer);
        }
        self
    }

    /// Takes out what is wrong inside of what is at `place`, by where it is in there.
    #[must_use]
    pub fn take_inside(&mut self, place: &str) -> Self {
        let inner = |pointer: &str| {
            let inner = pointer.strip_prefix(place)?;
            inner.starts_with('/').then(|| inner.to_owned())
        };
        let (mut inside, mut outside) = (Self::default(), Self::default());
        for fault in std::mem::take(&mut self.found) {
            match inner(&fault.pointer) {
                Some(pointer) => inside.found.push(Fault { pointer, ..fault }),
                None => outside.found.push(fault),
            }
        }
        for pointer in std::mem::take(&mut self.unread) {
            match inner(&pointer) {
                Some(pointer) => inside.unread.push(pointer),
                None => outside.unread.push(pointer),
            }
        }
        *self = outside;
        inside
    }

    /// Puts back what is wrong inside of what is at `place`.
    pub fn put_inside(&mut self, place: &str, inside: Self) {
        let inside = inside.placed(|pointer| format!("{place}{pointer}"));
        self.found.extend(inside.found);
    }

    /// `value` when nothing is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.found.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }

    /// The faults, in the order in which they were found.
    pub fn as_slice(&self) -> &[Fault] {
        &self.found
    }
}

/// Whether one place lies in the other.
fn are_one(one: &str, other: &str) -> bool {
    let lies_in = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    lies_in(one, other) || lies_in(other, one)
}
