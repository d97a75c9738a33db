//! Trends that were answered before.
//!
//! A dashboard asks every few minutes for what changes once a week. What is kept here is found by
//! all that decides the answer, the number of the record's last change among it: there is nothing to
//! invalidate, and nothing stale to be found. Whether the caller may see it was asked of the database
//! before. Forgetting one costs the work of making it.

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::platform::http::etag::Body;

/// Some two hundred trends of two years, or forty of ten.
const BYTES: u64 = 8 << 20;

/// About as many as fit, for the first allocation.
const ABOUT: usize = 256;

/// A body and its entity tag.
pub(super) type Tagged = (String, Body);

/// Answers by what decides them; the least asked for go first.
pub struct Memo(Cache<String, Tagged, Length>);

impl Memo {
    pub(super) fn find(&self, key: &str) -> Option<Tagged> {
        self.0.get(key)
    }

    pub(super) fn keep(&self, key: String, answer: Tagged) {
        self.0.insert(key, answer);
    }
}

impl Default for Memo {
    fn default() -> Self {
        Self(Cache::with_weighter(ABOUT, BYTES, Length))
    }
}

#[derive(Clone)]
struct Length;

impl Weighter<String, Tagged> for Length {
    fn weight(&self, key: &String, (tag, body): &Tagged) -> u64 {
        u64::try_from(key.len() + tag.len() + body.len()).unwrap_or(u64::MAX)
    }
}
