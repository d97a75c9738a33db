//! What is exchanged while the process runs: keys, and what is made of them.

use std::sync::{Arc, PoisonError, RwLock};

/// A value that another takes the place of; who has taken the first keeps it.
#[derive(Debug)]
pub struct Rotating<T>(RwLock<Arc<T>>);

impl<T> Rotating<T> {
    /// Begins with `value`.
    pub fn new(value: T) -> Self {
        Self(RwLock::new(Arc::new(value)))
    }

    /// The value by now.
    pub fn get(&self) -> Arc<T> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes `value` from now on.
    pub fn set(&self, value: T) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(value);
    }
}
