//! What was seen a moment ago, in a bounded memory of this process.

use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use lru::LruCache;

/// A bounded memory: what was not asked for the longest gives way. Nothing may rest on it.
pub struct Recently<K, V = ()> {
    most: usize,
    memory: Mutex<LruCache<K, V>>,
}

impl<K: Hash + Eq, V: Copy> Recently<K, V> {
    /// A memory of `most` things.
    pub fn of(most: usize) -> Self {
        // With a bound of its own it would take room for everything at once.
        let memory = Mutex::new(LruCache::unbounded());
        Self { most, memory }
    }

    /// What is remembered of `key`.
    pub fn get(&self, key: &K) -> Option<V> {
        self.lock().get(key).copied()
    }

    /// Remembers `value`.
    pub fn put(&self, key: K, value: V) {
        self.keep(&mut self.lock(), key, value);
    }

    /// Remembers what `change` makes of what was, unless it fails.
    pub fn update<E>(
        &self,
        key: K,
        change: impl FnOnce(Option<V>) -> Result<V, E>,
    ) -> Result<V, E> {
        let mut memory = self.lock();
        let value = change(memory.get(&key).copied())?;
        self.keep(&mut memory, key, value);
        Ok(value)
    }

    /// How much is remembered.
    pub fn count(&self) -> usize {
        self.lock().len()
    }

    fn keep(&self, memory: &mut LruCache<K, V>, key: K, value: V) {
        memory.put(key, value);
        if memory.len() > self.most {
            memory.pop_lru();
        }
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<K, V>> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
