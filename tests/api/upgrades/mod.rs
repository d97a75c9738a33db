//! From one version to the next, and what meets the schema of another.

mod killed;
mod older;
