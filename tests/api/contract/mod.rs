//! The contract: it is the one in the tree, it is whole, and it is what is served.

mod documents;
mod requests;
mod whole;
