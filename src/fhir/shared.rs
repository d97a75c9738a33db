//! A part that many resources have, written down once for all of them.

use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::platform::http::part::{Part, to_part};

/// A `T` and its JSON.
#[derive(Debug)]
pub struct Shared<T>(Arc<(T, Box<Part>)>);

impl<T: Serialize> From<T> for Shared<T> {
    fn from(part: T) -> Self {
        let written = to_part(&part);
        Self(Arc::new((part, written)))
    }
}

impl<T: Serialize + Default> Default for Shared<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T> Shared<T> {
    /// Its JSON.
    pub fn json(&self) -> &str {
        self.0.1.get()
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.0
    }
}

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.1.serialize(to)
    }
}
