//! Bulk Data: a program has the data of its clinic taken out.

mod asking;
mod contents;
mod ends;
mod people;
mod since;
