//! What was done a moment ago and need not be done again.

use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lru::LruCache;

/// How much is remembered; what was not asked for the longest gives way.
const REMEMBERED: usize = 50_000;

/// A bounded memory. Forgetting costs doing it once more, and nothing else may rest on it.
pub struct Recently<T>(Mutex<LruCache<T, ()>>);

impl<T: Hash + Eq> Default for Recently<T> {
    fn default() -> Self {
        // With a bound of its own it would take room for everything at once.
        Self(Mutex::new(LruCache::unbounded()))
    }
}

impl<T: Hash + Eq> Recently<T> {
    /// Whether `what` is remembered.
    pub fn holds(&self, what: &T) -> bool {
        self.lock().get(what).is_some()
    }

    /// Remembers `what`.
    pub fn add(&self, what: T) {
        let mut memory = self.lock();
        memory.put(what, ());
        if memory.len() > REMEMBERED {
            memory.pop_lru();
        }
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<T, ()>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
