//! The floors: an import may only point down.
