//! Up, down, up on both databases, and both end with the same columns.
